"""Listings: the pages that list posts, as data."""

from __future__ import annotations

import math
import posixpath
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from .pagination import paginate
from .post import Post
from .series import reading_order
from .slugs import collation_key
from .taxonomy import Grouping, Taxonomy, Term, chronology
from .urls import join_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """One page of a listing."""

    number: int
    """Counted from 1, the newest; its URL says another number where page numbers are stable."""
    source: str
    """The source path of the MkDocs page; what `nav:` can name."""
    path: str
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A page that lists posts (`front`, `term`) or terms (`index`), with all its pagers."""

    kind: str
    path: str
    source: str
    heading: str
    """What its first-level heading says: "Tag Archives: co-production"."""
    label: str
    """Its short name, for breadcrumbs: "co-production"."""
    posts: tuple[Post, ...] = ()
    pagers: tuple[Pager, ...] = ()
    parents: tuple[str, ...] = ()
    """Sources of the listings above it, from the front page down."""
    content: str = "excerpt"
    taxonomy: Taxonomy | None = None
    term: Term | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How listings are cut and laid out, where a taxonomy says nothing of its own."""

    blog_dir: str = "blog"
    """Where the blog lies in the docs and in the site; empty for the whole site."""
    per_page: int = 10
    orphans: int = 0
    stable: bool = False
    """Whether posts never move to another page: the oldest page is `page/1`."""
    content: str = "excerpt"
    order_posts: str = "newest"
    """Order of the front page, as `Taxonomy.order_posts`."""
    page_path: str = "page/{number}"


def newest_first(posts: Sequence[Post]) -> list[Post]:
    """The total order of the blog, turned around."""
    return sorted(posts, key=chronology, reverse=True)


def sort_posts(posts: Sequence[Post], *, order: str) -> tuple[Post, ...]:
    """`posts` (newest first) in the order a listing asks for.

    `newest`, `oldest`, `part` (the reading order of a series), `title`, or any front matter key; a
    dash before it turns the order around.
    Posts without the key come last, newest first; numbers sort before text.
    """
    if order == "newest":
        return tuple(posts)
    if order in ("oldest", "-newest"):
        return tuple(reversed(posts))
    key, backwards = order.removeprefix("-"), order.startswith("-")
    if key == "part":
        parts = reading_order(posts)
        return tuple(reversed(parts) if backwards else parts)
    have = [post for post in posts if key == "title" or post.meta.get(key) is not None]
    have.sort(key=lambda post: _sort_value(post, key), reverse=backwards)
    placed = {post.source for post in have}
    return (*have, *(post for post in posts if post.source not in placed))


def _sort_value(post: Post, key: str) -> tuple[int, float, tuple[str, str]]:
    value = post.title if key == "title" else post.meta[key]
    if isinstance(value, int) or (isinstance(value, float) and not math.isnan(value)):
        return 0, value, ("", "")
    return 1, 0, collation_key(str(value))


def cut(
    listing: Listing, *, layout: Layout, per_page: int | None = None, first: Sequence[Post] = ()
) -> Listing:
    """The listing with its pagers; posts in `first` (pinned ones) head the first page besides
    standing in their place, which does not move the others."""
    size = layout.per_page if per_page is None else per_page
    parts = paginate(listing.posts, per_page=size, orphans=layout.orphans, stable=layout.stable)
    pinned = {post.source for post in first}
    pagers = []
    for number, posts in enumerate(parts, start=1):
        path, source, shown = listing.path, listing.source, posts
        if number > 1:
            name = layout.page_path.replace("{number}", str(_stable(number, parts, layout)))
            path = join_path(listing.path, name.lstrip("/"))
            source = f"{path}.md"
        else:
            shown = (*first, *(post for post in posts if post.source not in pinned))
        pagers.append(Pager(number=number, source=source, path=path, posts=shown))
    return replace(listing, pagers=tuple(pagers))


def _stable(number: int, parts: Sequence[object], layout: Layout) -> int:
    """The number in a pager's URL: with stable page numbers, the oldest page is 1 for ever."""
    return len(parts) + 1 - number if layout.stable else number


def front_listing(
    posts: Sequence[Post],
    *,
    layout: Layout,
    title: str,
    pages: Mapping[str, str],
    pinned: Sequence[Post] = (),
) -> Listing:
    """The front page: all posts, newest first, pinned ones on top of its first page."""
    path = layout.blog_dir
    listing = Listing(
        kind="front",
        path=path,
        source=pages.get(path) or posixpath.join(path, "index.md"),
        heading=title,
        label=title,
        posts=sort_posts(posts, order=layout.order_posts),
        content=layout.content,
    )
    return cut(listing, layout=layout, first=pinned)


def term_path(term: Term, *, blog_dir: str) -> str:
    """The path of a term's page, by its taxonomy's permalink."""
    pattern = term.taxonomy.permalink
    filled = pattern.replace("{slug}", term.slug)
    return join_path("" if pattern.startswith("/") else blog_dir, filled.lstrip("/"))


def index_path(taxonomy: Taxonomy, *, blog_dir: str) -> str:
    """The path of a taxonomy's index page."""
    place = taxonomy.base if taxonomy.index_at is None else taxonomy.index_at
    beyond = place.startswith("/") or (not place and taxonomy.permalink.startswith("/"))
    return join_path("" if beyond else blog_dir, place)


def taxonomy_listings(
    grouping: Grouping,
    *,
    layout: Layout,
    pages: Mapping[str, str],
    front: str,
    pinned: Collection[str] = (),
) -> list[Listing]:
    """The listings of a taxonomy: its index page first, then a page for each term.

    `pages` are the docs' own pages by path: one that lies where a listing would be is its page.
    `front` is the source of the front page, `pinned` are those of posts on top of their terms'
    first pages.
    """
    taxonomy = grouping.taxonomy
    listings: list[Listing] = []
    above: tuple[str, ...] = (front,)
    if taxonomy.index and (taxonomy.index_at or taxonomy.base) and grouping.terms:
        index = _index(taxonomy, layout=layout, pages=pages, front=front)
        listings.append(index)
        above = (front, index.source)
    if taxonomy.pages:
        sources = {
            path: _source(term_path(term, blog_dir=layout.blog_dir), pages)
            for path, term in grouping.terms.items()
            if term.has_page
        }
        listings += [
            _term_listing(grouping.terms[path], sources, above, layout, pinned=pinned)
            for path in sources
        ]
    return listings


def _source(path: str, pages: Mapping[str, str]) -> str:
    return pages.get(path) or f"{path}.md"


def _index(taxonomy: Taxonomy, *, layout: Layout, pages: Mapping[str, str], front: str) -> Listing:
    path = index_path(taxonomy, blog_dir=layout.blog_dir)
    source = pages.get(path) or f"{path}/index.md"
    return Listing(
        kind="index",
        path=path,
        source=source,
        heading=taxonomy.label,
        label=taxonomy.label,
        pagers=(Pager(number=1, source=source, path=path, posts=()),),
        parents=(front,),
        taxonomy=taxonomy,
    )


def _term_listing(
    term: Term,
    sources: Mapping[tuple[str, ...], str],
    above: tuple[str, ...],
    layout: Layout,
    *,
    pinned: Collection[str],
) -> Listing:
    taxonomy = term.taxonomy
    ancestors = (term.path[:depth] for depth in range(1, len(term.path)))
    heading = taxonomy.headings[min(len(term.path), len(taxonomy.headings)) - 1]
    listing = Listing(
        kind="term",
        path=term_path(term, blog_dir=layout.blog_dir),
        source=sources[term.path],
        heading=heading.replace("{label}", term.label),
        label=term.label,
        posts=sort_posts(term.posts, order=taxonomy.order_posts),
        parents=(*above, *(sources[path] for path in ancestors if path in sources)),
        content=taxonomy.content or layout.content,
        taxonomy=taxonomy,
        term=term,
    )
    if taxonomy.orphans is not None:
        layout = replace(layout, orphans=taxonomy.orphans)
    first = [post for post in term.posts if post.source in pinned] if pinned else ()
    return cut(listing, layout=layout, per_page=taxonomy.per_page, first=first)
