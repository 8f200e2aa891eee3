"""What a blog has published where: entries of the lock file, and the aliases pages ask for."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from .blog import Blog
from .listing import Listing
from .lock import Comparison, Entry
from .redirects import Alias
from .taxonomy import chronology

_NOT_LOCKED = ("period",)
"""Kinds of taxonomies whose pages come and go with the dates of posts."""


def lock_entries(blog: Blog, *, urls: Mapping[str, str]) -> Iterator[Entry]:
    """The pages of a blog for its lock file; `urls` are those of posts and listings by source.

    A post is known by its `id:`, else by its source, and a term by its labels.
    """
    for post in sorted(blog.by_source.values(), key=chronology):
        if post.source in urls:
            name = f"{post.published:%Y-%m-%d} {post.title}"
            yield Entry(key=post.id or post.source, url=urls[post.source], name=name)
    for listing in _listings(blog):
        if listing.source in urls:
            yield Entry(key=_key(listing, blog), url=urls[listing.source])


def _listings(blog: Blog) -> Iterator[Listing]:
    for source, listing in blog.listings.items():
        taxonomy = listing.taxonomy
        if source == listing.source and not (taxonomy and taxonomy.kind in _NOT_LOCKED):
            yield listing


def _key(listing: Listing, blog: Blog) -> str:
    taxonomy, term = listing.taxonomy, listing.term
    if taxonomy is None:
        return listing.kind
    if term is None:
        return taxonomy.name
    terms = blog.groupings[taxonomy.name].terms
    labels = (terms[term.path[:depth]].label for depth in range(1, len(term.path) + 1))
    return "/".join((taxonomy.name, *(label.replace("/", "\\/") for label in labels)))


def blog_aliases(
    blog: Blog, *, urls: Mapping[str, str], terms_source: str = "terms.yml"
) -> Iterator[Alias]:
    """The former places posts and terms ask for, oldest post first.

    `terms_source` is the file that says so of terms.
    """
    for post in sorted(blog.by_source.values(), key=chronology):
        url = urls.get(post.source)
        for written in post.aliases if url is not None else ():
            yield Alias(
                written=written,
                target=url or "./",
                source=post.source,
                base=_folder(url or ""),
                mark=post.marks.get("aliases"),
            )
    for listing in _listings(blog):
        url = urls.get(listing.source)
        redirects = listing.term.info.redirects if listing.term else ()
        for written in redirects if url is not None else ():
            yield Alias(
                written=written,
                target=url or "./",
                source=terms_source,
                base=_folder(url or ""),
                key=f"{_key(listing, blog)}.redirects",
            )


def moved_aliases(comparison: Comparison, *, source: str) -> Iterator[Alias]:
    """The redirects the lock file makes by itself; `source` is the lock file."""
    for url, page in comparison.moved:
        yield Alias(written=f"/{url}", target=page.url or "./", source=source, key=page.key)


def _folder(url: str) -> str:
    return posixpath.dirname(unquote(url).strip("/"))
