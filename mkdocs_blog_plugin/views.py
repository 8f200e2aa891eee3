"""What templates see: the blog's data joined with the rendered pages, HTML as Markup.

Every link is written from the site's root, behind the placeholder `ROOT`, so that what is
rendered once can be put on any page.
"""

from __future__ import annotations

import html
import math
import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from markupsafe import Markup
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from .core.archive import Adjacent, adjacent_periods
from .core.author_file import Author
from .core.blocks import without_placeholders
from .core.blog import Blog
from .core.dates import format_date, format_datetime
from .core.excerpt import Excerpt, cut_excerpt, whole
from .core.further import Reading
from .core.initials import initial
from .core.links import ROOT
from .core.listing import Listing, Pager
from .core.post import Post
from .core.reading_time import reading_minutes
from .core.related import Suggestion
from .core.series import Part, SeriesPlace
from .core.slugs import collation_key, digest, safe_segment
from .core.states import Held, State, is_pinned
from .core.taxonomy import Grouping, Term
from .core.wording import Wording
from .covers import Covers, Picture
from .further import Further, page_source
from .people import AuthorView, People
from .related import RelatedFinder

CLOUD_STEPS = 8
"""How many sizes a term cloud has."""

LETTERS_FROM = 24
"""With how many terms an alphabetical index gets a heading for each letter."""

Scale = tuple[float, float]
"""The logarithms of the smallest and the largest count of a cloud."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a site writes dates and excerpts."""

    date_format: str = "long"
    paragraphs: int = 2
    reading_time: bool = True
    words_per_minute: int = 265
    layout: str = "list"
    old_after: int = 0
    covers_in_lists: bool = True
    covers_on_posts: bool = True
    author_box: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """A place and what it is called; `url` is `None` where there is no such page."""

    label: str
    url: str | None
    rel: str = ""

    def __html__(self) -> str:
        label = Markup.escape(self.label)
        if self.url is None:
            return label
        rel = Markup(' rel="{}"').format(self.rel) if self.rel else ""
        return Markup('<a href="{}"{}>{}</a>').format(self.url, rel, label)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A link for further reading, or the heading (without URL) of those `below` it."""

    link: Link
    below: list[Shelf]


class SiteView:
    """The blog as templates see it: words, dates, links, posts and listings."""

    def __init__(
        self,
        blog: Blog,
        files: Files,
        *,
        wording: Wording,
        style: Style,
        names: Callable[[str], list[str]],
        held: Mapping[str, Held],
        preview: bool,
        covers: Covers,
        people: People,
        series: Mapping[str, SeriesPlace],
        related: RelatedFinder,
        superseded: Mapping[str, str | None],
        further: Further,
        now: datetime,
    ) -> None:
        self.blog = blog
        self.wording = wording
        self.style = style
        self.partial = names
        self.covers = covers
        self.people = people
        self.series = series
        self.related = related
        self._superseded = superseded
        self._further = further
        self.now = now
        self.held = held
        """The posts a visitor does not get, by source."""
        self.preview = preview
        """Whether this is for its writers only: states of posts are told to nobody else."""
        self._files = files
        self._posts: dict[str, PostView] = {}
        self.anchors = _anchors(blog.by_source.values())
        self._contents = {
            source: without_placeholders(file.page.content or "")
            for source in blog.by_source
            if (file := files.get_file_from_path(source)) is not None and file.page is not None
        }

    def text(self, key: str, /, **values: object) -> str:
        """A string of the wording, as plain text."""
        return self.wording.text(key, **values)  # type: ignore[arg-type]  # count is among them

    def html(self, key: str, /, **values: object) -> Markup:
        """A string of the wording, as HTML."""
        return self.wording.html(key, **values)  # type: ignore[arg-type]  # count is among them

    def date(self, moment: datetime) -> str:
        """A day as the site writes it."""
        return format_date(moment, style=self.style.date_format, language=self.wording.language)

    def moment(self, moment: datetime) -> str:
        """A moment with its time and zone, as the site's language writes it."""
        return format_datetime(moment, language=self.wording.language)

    def url(self, source: str) -> str | None:
        """The way to a page by its source; `None` where the site has no such page."""
        file = self._files.get_file_from_path(source)
        if file is None:
            return None
        return ROOT + ("" if file.url == "./" else file.url)

    def successor(self, post: Post) -> Link | None:
        """What takes the place of a post: another post, a page of the docs by its path (relative
        to the post, or to `docs_dir`), or a URL. `None` for nothing, or what is held back."""
        written = post.superseded_by
        if not written:
            return None
        near = posixpath.normpath(posixpath.join(posixpath.dirname(post.source), written))
        other = self._superseded.get(post.source, near)
        if other is None:
            return None
        for path in (other, written.lstrip("/")):
            file = self._files.get_file_from_path(path)
            if file is not None and file.page is not None:
                return Link(title_text(file.page), self.url(path))
        return Link(written, written)

    def further(self, post: Post) -> list[Shelf]:
        """What a post names for further reading (`links:`)."""
        return [self._shelf(reading) for reading in self._further.of(post)]

    def _shelf(self, reading: Reading) -> Shelf:
        target, label = reading.target, reading.label
        file = self._files.src_uris.get(page_source(target)) if target else None
        if target and file is not None and file.page is not None:
            label = label or title_text(file.page)
            target = f"{self.url(file.src_uri)}{''.join(target.partition('#')[1:])}"
        below = [self._shelf(item) for item in reading.below]
        return Shelf(Link(label or target or "", target), below)

    def page(self, source: str) -> Page:
        """The MkDocs page of a source; asked late, since other plugins replace pages."""
        page = self._files.src_uris[source].page
        assert page is not None, source
        return page

    def content(self, source: str) -> str:
        """A post's HTML as rendered, before anything of ours is on its page, without widgets."""
        return self._contents[source]

    def post(self, post: Post) -> PostView:
        """A post joined with its rendered page; the same object every time."""
        view = self._posts.get(post.source)
        if view is None:
            view = self._posts[post.source] = PostView(self, post)
        return view

    def term_link(self, term: Term, *, rel: str = "") -> Link:
        """A link to a term's page."""
        source = self._term_sources.get((term.taxonomy.name, term.path))
        return Link(term.label, self.url(source) if source else None, rel)

    @cached_property
    def _term_sources(self) -> Mapping[tuple[str, tuple[str, ...]], str]:
        return {
            (item.term.taxonomy.name, item.term.path): item.source
            for item in self.blog.listings.values()
            if item.term is not None
        }

    def author(self, author: Author) -> AuthorView:
        """An author, with their page in the blog."""
        source = self._author_pages.get(author.id)
        return self.people.view(author, page_url=self.url(source) if source else None)

    @cached_property
    def _author_pages(self) -> Mapping[str, str]:
        """Ids of authors to the sources of their pages."""
        grouping = self.blog.groupings.get("authors")
        if grouping is None:
            return {}
        found: dict[str, str] = {}
        for post in self.blog.posts:
            terms = grouping.terms_of(post)
            for author, term in zip(self.people.authors(post), terms, strict=False):
                source = self._term_sources.get(("authors", term.path))
                if source is not None:
                    found[author.id] = source
        return found

    @cached_property
    def adjacent(self) -> Mapping[tuple[str, ...], Adjacent]:
        """The periods beside each period of the archive."""
        return adjacent_periods(self.blog.groupings["archive"])

    def label(self, source: str) -> str:
        """The short name of a listing; the front page's own title where it has one."""
        listing = self.blog.listings[source]
        return title_text(self.page(source)) if listing.kind == "front" else listing.label

    def listing(self, source: str) -> ListingView:
        """One pager of a listing."""
        listing = self.blog.listings[source]
        pager = next(pager for pager in listing.pagers if pager.source == source)
        return ListingView(self, listing, pager)


class PostView:
    """A post in templates."""

    def __init__(self, site: SiteView, post: Post) -> None:
        self._site = site
        self._page = site.page(post.source)
        self.post = post
        self.source = post.source
        self.date = post.published
        self.updated = post.updated
        self.draft = post.draft
        self.meta = post.meta
        self.anchor = site.anchors[post.source]

    @cached_property
    def title(self) -> str:
        """Plain text, letter for letter as the page has it."""
        return title_text(self._page)

    @cached_property
    def url(self) -> str:
        """From the site's root, behind `ROOT`."""
        return self._site.url(self.source) or ROOT

    @property
    def content(self) -> str:
        """The post's HTML as rendered, without what we add to the page."""
        return self._site.content(self.source)

    @cached_property
    def excerpt(self) -> Markup:
        """The beginning of the post, well-formed, right from any page."""
        return Markup(self._cut.html)

    @cached_property
    def more(self) -> bool:
        """Whether the post goes on after its excerpt."""
        return self._cut.more

    @cached_property
    def more_text(self) -> str:
        """The text of the link to the rest: the marker's own, else the wording's."""
        return self._cut.more_text or self._site.text("continue_reading")

    @cached_property
    def _cut(self) -> Excerpt:
        return cut_excerpt(
            self.content,
            post_url=self._page.url,
            text=self.post.excerpt or self.post.description,
            paragraphs=self._site.style.paragraphs,
        )

    @cached_property
    def full(self) -> Markup:
        """The whole post up to its marker, where it has one, as WordPress shows it in lists."""
        if self._cut.cut_by == "marker":
            return self.excerpt
        return Markup(whole(self.content, post_url=self._page.url, id_prefix=f"{self.anchor}-"))

    @cached_property
    def picture(self) -> Picture | None:
        """The cover image, if there is one."""
        return self._site.covers.picture(self.post, content=self.content, url=self._page.url)

    @property
    def cover_in_list(self) -> Picture | None:
        """The cover as lists show it."""
        return self.picture if self._site.style.covers_in_lists else None

    @property
    def cover_on_post(self) -> Picture | None:
        """The cover as the post itself shows it: only its own, not an image of its text."""
        return self.picture if self._site.style.covers_on_posts and self.post.cover else None

    @cached_property
    def notices(self) -> list[Markup]:
        """What a reader should know first: that a newer post replaces this one, or its age."""
        notices = []
        newer = self._site.successor(self.post)
        if newer is not None:
            notices.append(self._site.html("notice.superseded", title=Markup(newer)))
        years = (self._site.now - (self.updated or self.date)).days // 365
        if 0 < self._site.style.old_after <= years:
            notices.append(self._site.html("notice.old", count=years))
        return notices

    @property
    def pinned(self) -> bool:
        """Whether the front page keeps the post on top."""
        return is_pinned(self.post, now=self._site.now)

    @property
    def link(self) -> str | None:
        """What an external link post points to."""
        return self.post.link

    @cached_property
    def changed(self) -> str:
        """The day of the last update, where it is another than that of publication."""
        if self.updated is None or self.updated.date() <= self.date.date():
            return ""
        return self._site.date(self.updated)

    @cached_property
    def reading_time(self) -> int | None:
        """Minutes; `None` where the site does not show them."""
        if not self._site.style.reading_time:
            return None
        if self.post.reading_time is not None:
            return self.post.reading_time
        return reading_minutes(self.content, words_per_minute=self._site.style.words_per_minute)

    def terms(self, taxonomy: str) -> list[Link]:
        """Links to the post's terms in a taxonomy, by name, as WordPress lists them."""
        grouping = self._site.blog.groupings.get(taxonomy)
        if grouping is None:
            return []
        rel = {"tags": "tag", "categories": "category tag"}.get(taxonomy, "tag")
        terms = sorted(grouping.terms_of(self.post), key=lambda term: collation_key(term.label))
        return [self._site.term_link(term, rel=rel) for term in terms]

    @cached_property
    def categories(self) -> list[Link]:
        """Links to the categories the post is filed under."""
        return self.terms("categories")

    @cached_property
    def tags(self) -> list[Link]:
        """Links to the post's tags."""
        return self.terms("tags")

    @cached_property
    def authors(self) -> list[AuthorView]:
        """The authors, in the order the post names them."""
        return [self._site.author(author) for author in self._site.people.authors(self.post)]

    @cached_property
    def series(self) -> SeriesView | None:
        """Where the post stands in its series, if it is in one."""
        place = self._site.series.get(self.source)
        return SeriesView(self._site, place) if place else None

    @cached_property
    def related(self) -> list[RelatedView]:
        """Related posts, those its author chose first."""
        return [RelatedView(self._site, found) for found in self._site.related.of(self.source)]

    @cached_property
    def links(self) -> list[Shelf]:
        """What its author names for further reading."""
        return self._site.further(self.post)

    @cached_property
    def target(self) -> Link | None:
        """What an external link post points to."""
        return Link(self._site.text("visit_link"), self.post.link) if self.post.link else None

    @cached_property
    def byline(self) -> Markup:
        """Date and authors in the site's words."""
        day = Markup('<time datetime="{}">{}</time>').format(
            self.date.isoformat(), self._site.date(self.date)
        )
        return self._site.wording.byline(date=day, authors=[Markup(a) for a in self.authors])

    def filed(self, show: Callable[[str, list[Link]], str]) -> list[Markup]:
        """The footer: "Filed under A | Tagged x", and a part for every other taxonomy.

        `show` is a macro that writes the terms of one taxonomy as the theme has them: its name and
        links in, HTML out.
        """
        wording = self._site.wording
        shown = {
            name: Markup(show(name, links))  # from a template of ours, which escapes
            for name in self._taxonomies
            if (links := self.terms(name))
        }
        categories, tags = ([shown[n]] if n in shown else [] for n in ("categories", "tags"))
        parts = [wording.footer(categories=categories, tags=tags)]
        for name, terms in shown.items():
            if name not in ("categories", "tags"):
                label = self._site.blog.groupings[name].taxonomy.singular
                key = wording.pick(f"footer.{name}", "footer.term")
                parts.append(wording.html(key, taxonomy=label, terms=terms))
        return [part for part in parts if part]

    @property
    def _taxonomies(self) -> list[str]:
        """The taxonomies a post is filed in, as opposed to its date, authors and series."""
        groupings = self._site.blog.groupings.items()
        return [name for name, grouping in groupings if grouping.taxonomy.kind == "term"]

    @cached_property
    def state(self) -> str:
        """In a preview: the mark of a post visitors do not get; empty for a public one."""
        return self._told("state")

    @cached_property
    def banner(self) -> str:
        """In a preview: what a visitor would see of the post, from when or until when."""
        end = self.post.expires
        if self._site.preview and end and self._state is State.PUBLIC:
            return self._site.text("banner.expiring", date=self._site.moment(end))
        return self._told("banner")

    @property
    def _state(self) -> State:
        held = self._site.held.get(self.source)
        if held is not None:
            return held.state
        return State.UNLISTED if self.post.unlisted else State.PUBLIC

    def _told(self, kind: str) -> str:
        state = self._state
        if state is State.PUBLIC or not self._site.preview:
            return ""
        when = {State.SCHEDULED: self.post.published, State.EXPIRED: self.post.expires}.get(state)
        values = {"date": self._site.moment(when)} if when else {}
        return self._site.text(f"{kind}.{state.value}", **values)

    @cached_property
    def classes(self) -> str:
        """WordPress's classes of an entry, for style sheets: `post category-x tag-y`."""
        names = ["post", "hentry"]
        for grouping in self._site.blog.groupings.values():
            if grouping.taxonomy.kind == "period":
                continue
            base = grouping.taxonomy.singular_slug
            names += [f"{base}-{term.path[-1]}" for term in grouping.terms_of(self.post)]
        return " ".join(names)

    @cached_property
    def older(self) -> PostView | None:
        """The post before this one in time."""
        return self._neighbour("older")

    @cached_property
    def newer(self) -> PostView | None:
        """The post after this one in time."""
        return self._neighbour("newer")

    def _neighbour(self, side: str) -> PostView | None:
        both = self._site.blog.neighbours.get(self.source)
        other: Post | None = getattr(both, side, None)
        return self._site.post(other) if other is not None else None


class ListingView:
    """One pager of a listing in templates."""

    def __init__(self, site: SiteView, listing: Listing, pager: Pager) -> None:
        self._site = site
        self._listing = listing
        self.source = listing.source
        self.kind = listing.kind
        self.heading = listing.heading
        self.label = listing.label
        self.content = listing.content
        self.number = pager.number
        self.count = len(listing.pagers)
        self.total = len(listing.posts)
        self.term = listing.term
        self.taxonomy = listing.taxonomy
        self.posts = [site.post(post) for post in pager.posts]

    @cached_property
    def title(self) -> str:
        """Title of this very pager: "Tag Archives: co-production – Page 2"."""
        if self.number == 1:
            return self.heading
        return self._site.text("title.page", title=self.heading, number=self.number)

    @cached_property
    def description(self) -> str:
        """What the terms file says about the term; empty for nothing."""
        return (self.term.info.description or "") if self.term else ""

    @cached_property
    def author(self) -> AuthorView | None:
        """On the page of an author: who it is about."""
        if self.term is None or self.term.taxonomy.kind != "author":
            return None
        for post in self.term.own:
            for author in self._site.people.authors(post):
                if author.name == self.term.label:
                    return self._site.author(author)
        return None

    @cached_property
    def pages(self) -> list[Link]:
        """All pagers, the current one without URL."""
        return [
            Link(str(p.number), None if p.number == self.number else self._site.url(p.source))
            for p in self._listing.pagers
        ]

    @cached_property
    def trail(self) -> list[Link | None]:
        """The pagers worth a link: the first, the last, and those around; `None` for a gap."""
        near = {1, self.count, *range(self.number - 2, self.number + 3)}
        shown = [n for n in range(1, self.count + 1) if n in near]
        trail: list[Link | None] = []
        for before, number in zip([0, *shown], shown, strict=False):
            if number - before == 2:
                trail.append(self.pages[number - 2])
            elif number - before > 2:
                trail.append(None)
            trail.append(self.pages[number - 1])
        return trail

    @cached_property
    def older_url(self) -> str | None:
        """The pager with older posts."""
        return self.pages[self.number].url if self.number < self.count else None

    @cached_property
    def newer_url(self) -> str | None:
        """The pager with newer posts."""
        return self.pages[self.number - 2].url if self.number > 1 else None

    @cached_property
    def breadcrumbs(self) -> list[Link]:
        """The listings above this one, from the front page down."""
        return [
            Link(self._site.label(source), self._site.url(source))
            for source in self._listing.parents
        ]

    @cached_property
    def children(self) -> list[TermView]:
        """The terms below this one."""
        grouping = self._grouping
        if grouping is None or self.term is None:
            return []
        return _shown(self._site, self.term.children, grouping, _scale(grouping))

    @cached_property
    def terms(self) -> list[TermView]:
        """The terms of an index page, from the top; those below are in their `children`."""
        grouping = self._grouping
        if grouping is None:
            return []
        return _shown(self._site, grouping.top, grouping, _scale(grouping))

    @cached_property
    def by_letter(self) -> list[tuple[str, list[TermView]]]:
        """The terms of an index page under their first letters; all under none where they are few
        or in another order than the alphabet's."""
        if len(self.terms) < LETTERS_FROM or (
            self.taxonomy and self.taxonomy.order_terms != "name"
        ):
            return [("", self.terms)]
        letters: dict[str, list[TermView]] = {}
        for term in self.terms:
            letters.setdefault(initial(term.label), []).append(term)
        return list(letters.items())

    @cached_property
    def years(self) -> list[tuple[TermView, list[PostView]]]:
        """On the page of the archive: each year with its posts, newest first."""
        grouping = self._grouping
        if grouping is None:
            return []
        site = self._site
        return [
            (TermView(site, year, grouping, (0, 1)), [site.post(post) for post in year.posts])
            for year in grouping.roots()
        ]

    @cached_property
    def periods(self) -> dict[str, Link]:
        """On the page of a period: the `older` and the `newer` one of its length with posts."""
        if self.term is None or self.term.taxonomy.kind != "period":
            return {}
        beside = self._site.adjacent[self.term.path]
        both = {"older": beside.older, "newer": beside.newer}
        return {side: self._site.term_link(term) for side, term in both.items() if term}

    @property
    def _grouping(self) -> Grouping | None:
        return self._site.blog.groupings[self.taxonomy.name] if self.taxonomy else None


class TermView:
    """A term in an index page, a cloud or a tree."""

    def __init__(self, site: SiteView, term: Term, grouping: Grouping, scale: Scale) -> None:
        self._site = site
        self._term = term
        self._grouping = grouping
        self._scale = scale
        self.label = term.label
        self.count = term.count
        self.description = term.info.description or ""
        self.slug = term.slug
        self.link = site.term_link(term)
        self.url = self.link.url

    @cached_property
    def name(self) -> str:
        """Label and count in words, for screen readers."""
        return self._site.text("count.term", label=self.label, count=self.count)

    @cached_property
    def children(self) -> list[TermView]:
        """The terms below."""
        return _shown(self._site, self._term.children, self._grouping, self._scale)

    @property
    def weight(self) -> int:
        """1 to `CLOUD_STEPS`: the logarithm of the count between the rarest and the most used
        (WordPress's tag cloud scales font sizes the same way)."""
        low, high = self._scale
        share = (math.log10(self.count + 1) - low) / ((high - low) or 1)
        return 1 + round(min(max(share, 0), 1) * (CLOUD_STEPS - 1))


class SeriesView:
    """The series of a post: its parts, and where the post stands among them."""

    def __init__(self, site: SiteView, place: SeriesPlace) -> None:
        self.link = site.term_link(place.term)
        self.label = place.term.label
        self.number = place.number
        self.count = len(place.parts)
        self.parts = [_part_link(site, part) for part in place.parts]
        """Title and URL; without URL what is coming."""
        self.older = site.post(place.before) if place.before else None
        self.newer = site.post(place.after) if place.after else None


def _part_link(site: SiteView, part: Part) -> Link:
    if part.coming or part.post.source not in site.blog.by_source:
        return Link(part.post.title, None)
    view = site.post(part.post)
    return Link(view.title, view.url)


class RelatedView:
    """A related post, and why it is."""

    def __init__(self, site: SiteView, suggestion: Suggestion) -> None:
        self.post = site.post(suggestion.post)
        shown = [f.label for f in suggestion.reasons if f.kind in ("term", "series")]
        self.reasons = shown[:3] if site.related.reasons else []
        """What both share, as a reader reads it."""


def _scale(grouping: Grouping) -> Scale:
    counts = [math.log10(grouping.terms[path].count + 1) for path in grouping.top] or [0]
    return min(counts), max(counts)


def _shown(
    site: SiteView, paths: Iterable[tuple[str, ...]], grouping: Grouping, scale: Scale
) -> list[TermView]:
    """The terms a reader may see in an index: not those the site hides."""
    terms = (grouping.terms[path] for path in paths)
    return [TermView(site, term, grouping, scale) for term in terms if not term.info.hidden]


def _anchors(posts: Iterable[Post]) -> dict[str, str]:
    """An id for each post's entry in lists, by source, unique in the blog."""
    taken: dict[str, str] = {}
    for post in posts:
        wanted = f"post-{safe_segment(post.file_slug).replace(' ', '-')}"
        anchor = wanted if wanted not in taken else f"{wanted}-{digest(post.source)[:4]}"
        taken[anchor] = post.source
    return {source: anchor for anchor, source in taken.items()}


def title_text(page: Page) -> str:
    """A page's title as plain text: what a reader sees where a theme prints it as HTML."""
    return html.unescape(str(page.title or ""))
