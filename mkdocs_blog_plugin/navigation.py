"""Where the pages of a blog are in the site's navigation: their parents and their neighbours."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from .core.blog import Blog

PageOf = Callable[[str], Page | None]
"""The page of a source, `None` where the site has none."""


def link_pages(blog: Blog, nav: Navigation, page_of: PageOf, *, beside: str) -> None:
    """Gives the pages of the blog their parent and their neighbours, unless they are in the nav,
    where the reading order of the docs is what it was.

    `beside` is the source of a page below the front page that is no listing.
    """
    in_nav = {page.file.src_uri for page in nav.pages}
    front = page_of(blog.front.source)
    for source, both in blog.neighbours.items():
        page = page_of(source)
        if page is None or source in in_nav:
            continue
        page.parent = front  # type: ignore[assignment]  # a page, for native breadcrumbs
        page.previous_page = page_of(both.older.source) if both.older else None
        page.next_page = page_of(both.newer.source) if both.newer else None
    for source, listing in blog.listings.items():
        page = page_of(source)
        if page is not None and page is not front and source not in in_nav:
            above = listing.parents[-1:] if source == listing.source else (listing.source,)
            parent = page_of(above[0]) if above else None
            page.parent = parent  # type: ignore[assignment]  # a page, as above
    other = page_of(beside)
    if other is not None and beside not in in_nav:
        other.parent = front  # type: ignore[assignment]  # a page, as above
