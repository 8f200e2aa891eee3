"""Posts of several pages: the pages of their later parts, and what each part shows."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .core.head import Tag, add_to_head
from .core.links import ROOT, place, resolve
from .core.parts import Parts, count_rendered, moved_targets, part_html, split_parts
from .core.problems import Problem
from .core.rules import RULES

FindPage = Callable[[str], Page | None]

_LINK = re.compile(r'(?<=\shref=")([^"#]+)#([^"]+)(?=")')
_NOT_SHARED = frozenset({"title", "description", "search", "date", "tags", "categories"})
"""Front matter that is not also that of a later part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLink:
    """A part in the list of parts below each of them."""

    number: int
    url: str | None
    """`None` for the part one is on."""


class PartPages:
    """The parts of all posts that have several.

    `places` says of which post the page of a later part is, by its source, and its number.
    """

    def __init__(self, places: Mapping[str, tuple[str, int]]) -> None:
        self._places = dict(places)
        self._sources: dict[str, list[str]] = {}
        for source, (post, _) in places.items():
            self._sources.setdefault(post, [post]).append(source)
        self._parts: dict[str, Parts] = {}
        self._tocs: dict[str, TableOfContents] = {}
        self._moved: dict[str, str] = {}

    def post_of(self, source: str) -> str:
        """The post a page is a part of; of any other page, the page itself."""
        return self._places[source][0] if source in self._places else source

    def number_of(self, source: str) -> int:
        """Which part of a post a page is, counted from 1."""
        return self._places[source][1] if source in self._places else 1

    def link(self, page_of: FindPage) -> None:
        """Gives the pages of later parts their place: below the post, one after the other."""
        for sources in self._sources.values():
            pages = [page for source in sources if (page := page_of(source)) is not None]
            for before, page, after in zip(pages, pages[1:], [*pages[2:], None], strict=False):
                page.parent = pages[0]  # type: ignore[assignment]  # a page, for breadcrumbs
                page.previous_page, page.next_page = before, after

    def entitle(self, page: Page, page_of: FindPage, *, title: str) -> None:
        """Gives the page of a later part what the post says of itself to the theme, and a title
        until the post has its own."""
        own = page_of(self.post_of(page.file.src_uri))
        meta = own.meta if own is not None else {}
        shared = {key: value for key, value in meta.items() if key not in _NOT_SHARED}
        page.meta = {**shared, **page.meta, "title": title}

    def split(self, page_of: FindPage, *, title: Callable[[Page, int], str]) -> Iterable[Problem]:
        """Cuts the posts, now that they are rendered; `title` is that of a later part by the
        page of its post and its number. A part that is not there after all has no page."""
        for post, sources in self._sources.items():
            pages = [page for source in sources if (page := page_of(source)) is not None]
            if len(pages) < len(sources):
                continue
            html = pages[0].content or ""
            if (count := count_rendered(html)) != len(sources):
                yield _differing(post, planned=len(sources), rendered=count)
            parts = split_parts(html, at_most=len(sources))
            for page in pages[len(parts.pieces) :]:
                page.file.inclusion = InclusionLevel.EXCLUDED
            del pages[len(parts.pieces) :]
            pages[-1].next_page = None if len(pages) > 1 else pages[-1].next_page
            for number, page in enumerate(pages[1:], start=2):
                page.title = page.meta["title"] = title(pages[0], number)
            self._sources[post] = sources[: len(pages)]
            self._parts[post], self._tocs[post] = parts, pages[0].toc
            self._moved |= moved_targets(parts, urls=[page.url for page in pages])

    def show(self, page: Page, page_of: FindPage) -> Sequence[PartLink]:
        """Gives a page of a post of several its own part and table of contents; returns links to
        all parts, none for other posts."""
        source = page.file.src_uri
        post, number = self.post_of(source), self.number_of(source)
        own, parts = page_of(post), self._parts.get(post)
        if parts is None or own is None or len(parts.pieces) < 2:
            return ()
        pages = [found for s in self._sources[post] if (found := page_of(s)) is not None]
        html = part_html(parts, number, urls=[found.url for found in pages])
        here = frozenset(name for name, holder in parts.numbers.items() if holder == number)
        page.content = place(html, page_url=page.url)
        page.toc = TableOfContents(_within(self._tocs[post], here))
        return [
            PartLink(number=n, url=None if n == number else ROOT + found.url)
            for n, found in enumerate(pages, start=1)
        ]

    def follow(self, html: str, *, page_url: str) -> str:
        """The HTML of any page with links to what lies in a later part of a post."""
        if not self._moved or "#" not in html:
            return html

        def found(match: re.Match[str]) -> str:
            page = resolve(unescape(match[1]), base=page_url)
            moved = self._moved.get(f"{page}#{unescape(match[2])}")
            return match[0] if moved is None else place(ROOT + moved, page_url=page_url)

        return _LINK.sub(found, html)

    def moved(self, location: str) -> str:
        """Where a place of the site is, in the words of a search index."""
        return self._moved.get(location, location)


def _within(links: Iterable[AnchorLink], ids: frozenset[str]) -> list[AnchorLink]:
    """The headings of a part; those below one that is in another part move up."""
    kept: list[AnchorLink] = []
    for link in links:
        below = _within(link.children, ids)
        if link.id in ids:
            here = copy.copy(link)
            here.children = below
            kept.append(here)
        else:
            kept += below
    return kept


def _differing(post: str, *, planned: int, rendered: int) -> Problem:
    return Problem(
        code="parts-differ",
        level=RULES["parts-differ"].level,
        source=post,
        found=f"{planned} pages by its markers `<!--nextpage-->`, but {rendered} as rendered",
        fix="put each marker between two paragraphs, on a line of its own",
    )


def hidden_part(html: str, page: Page) -> str:
    """A later part of an unlisted post as it is written: not for search engines."""
    robots = Tag(name="meta", attributes=(("name", "robots"), ("content", "noindex")))
    return add_to_head(html, [robots], page_url=page.url)
