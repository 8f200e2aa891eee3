"""The blog in `sitemap.xml`: when its pages were last changed, and which of them are in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from .core.blog import Blog
from .core.listing import Listing
from .core.post import Post

EARLIEST = "1970-01-02"
"""MkDocs packs sitemaps with the newest date in them, for which gzip has 32 bits."""


def changed_on(blog: Blog, source: str, *, now: datetime) -> str | None:
    """The day a page of the blog was last changed, as sitemaps write it; a listing is as old as
    its newest post. `None` for other pages, for listings without posts, and for days to come."""
    post = blog.by_source.get(source)
    if post is not None:
        return _newest((post,), now=now)
    listing = blog.listings.get(source)
    return _newest(_posts(blog, listing), now=now) if listing is not None else None


def _posts(blog: Blog, listing: Listing) -> Iterable[Post]:
    if listing.kind != "index" or listing.taxonomy is None:
        return listing.posts
    terms = blog.groupings[listing.taxonomy.name].roots()
    return (post for term in terms for post in term.posts)


def _newest(posts: Iterable[Post], *, now: datetime) -> str | None:
    newest = max((post.updated or post.published for post in posts), default=None)
    if newest is None or newest > now:
        return None
    return max(newest.date().isoformat(), EARLIEST)


def is_in_sitemap(blog: Blog, source: str, *, pagers: bool, without: Collection[str] = ()) -> bool:
    """Whether a page is for search engines: no unlisted post, and of a listing the first page,
    with `pagers` all of them. `without` are taxonomies that are not for them at all."""
    post = blog.by_source.get(source)
    if post is not None:
        return not post.unlisted
    listing = blog.listings.get(source)
    if listing is None:
        return True
    if listing.taxonomy is not None and listing.taxonomy.name in without:
        return False
    return pagers or source == listing.source
