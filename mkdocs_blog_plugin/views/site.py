"""The blog in templates: words, dates, links, and the way to posts and listings."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from markupsafe import Markup
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from ..core.archive import Adjacent, adjacent_periods
from ..core.author_file import Author
from ..core.blocks import without_placeholders
from ..core.blog import Blog
from ..core.dates import format_date, format_datetime
from ..core.further import Reading
from ..core.links import ROOT
from ..core.post import Post
from ..core.series import SeriesPlace
from ..core.slugs import digest, safe_segment
from ..core.states import Held
from ..core.taxonomy import Term
from ..core.wording import Wording
from ..covers import Covers
from ..further import Further, page_source
from ..people import AuthorView, People
from ..related import RelatedFinder
from .listing import ListingView
from .place import Link, Shelf, title_text
from .post import PostView


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a site writes dates and excerpts."""

    date_format: str = "long"
    paragraphs: int = 2
    reading_time: bool = True
    word_count: bool = False
    words_per_minute: int = 265
    layout: str = "list"
    old_after: int = 0
    covers_in_lists: bool = True
    covers_on_posts: bool = True
    author_box: bool = True


class SiteView:
    """The blog as templates see it: words, dates, links, posts and listings."""

    def __init__(
        self,
        blog: Blog,
        files: Files,
        *,
        wording: Wording,
        style: Style,
        partial: Callable[[str], object],
        held: Mapping[str, Held],
        preview: bool,
        covers: Covers,
        people: People,
        series: Mapping[str, SeriesPlace],
        related: RelatedFinder,
        superseded: Mapping[str, str | None],
        further: Further,
        now: datetime,
        subscribe: str = "",
    ) -> None:
        self.blog = blog
        self.wording = wording
        self.style = style
        self.partial = partial
        self.covers = covers
        self.people = people
        self.series = series
        self.related = related
        self._superseded = superseded
        self._further = further
        self.now = now
        self._subscribe = subscribe
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

    @property
    def subscribe(self) -> Link | None:
        """The page that lists all feeds, if there is one."""
        url = self.url(self._subscribe) if self._subscribe else None
        return Link(self.text("feed.subscribe"), url) if url else None

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


def _anchors(posts: Iterable[Post]) -> dict[str, str]:
    """An id for each post's entry in lists, by source, unique in the blog."""
    taken: dict[str, str] = {}
    for post in posts:
        wanted = f"post-{safe_segment(post.file_slug).replace(' ', '-')}"
        anchor = wanted if wanted not in taken else f"{wanted}-{digest(post.source)[:4]}"
        taken[anchor] = post.source
    return {source: anchor for anchor, source in taken.items()}
