"""A post in templates: its data joined with its rendered page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..core.excerpt import Excerpt, cut_excerpt, whole
from ..core.links import ROOT
from ..core.post import Post
from ..core.reading_time import reading_minutes, words
from ..core.related import Suggestion
from ..core.series import Part, SeriesPlace
from ..core.slugs import collation_key
from ..core.states import State, is_pinned
from ..covers import Picture
from ..people import AuthorView
from .place import Link, Shelf, title_text

if TYPE_CHECKING:
    from .site import SiteView


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

    @cached_property
    def word_count(self) -> int | None:
        """Words, and Chinese and Japanese characters; `None` where the site does not show them."""
        if not self._site.style.word_count:
            return None
        count = words(self.content)
        return count.words + count.cjk

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
