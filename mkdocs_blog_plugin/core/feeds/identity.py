"""What identifies posts to feed readers, for ever: an entry with a new id is a new entry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from ..post import Post
from ..slugs import digest
from ..urls import source_path
from .text import ascii_url, one_line

MINTED = "2026"
"""The date in our tag URIs (RFC 4151): one for all posts of all sites, since the date of a post
may be corrected after it was published. It is the year in which these ids were first made."""

_KEPT = re.compile(
    r"https?://[^\s/]+/?\S*|tag:(?:[a-z0-9._-]+@)?[a-z0-9.-]+,\d{4}(?:-\d\d){0,2}:\S*"
    r"|urn:[a-zA-Z0-9][a-zA-Z0-9-]{1,31}:\S+"
)
_UUID = re.compile(r"(?:urn:uuid:)?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})")
_TAG_SAFE = "/-._~!$&'()*+,;=:@"


def entry_id(post: Post, *, authority: str, moved: bool = False) -> str:
    """The id of a post's entry, a URI.

    Its own `id:` or `guid:` where it has one: a URI stays letter for letter (WordPress' `?p=5`),
    a UUID becomes a URN, anything else the last part of a tag URI. Else a tag URI of its source
    without suffix, which no edit of title, tag, slug or date touches.

    A file that is renamed leaves its old path as the first of its `aliases:`, and the id is still
    made of that one. Where a permalink pattern decides about the URL (`moved`), aliases are no
    source paths and do not count: there `id:` is what survives renaming.
    """
    if post.id and post.id.strip():
        return _own_id(one_line(post.id), authority)
    aliases = () if moved else post.aliases
    return tag_uri(_alias_path(aliases[0]) if aliases else source_path(post.source), authority)


def entry_ids(
    posts: Iterable[Post], *, authority: str, moved: Iterable[str] = ()
) -> dict[str, str]:
    """The ids of all posts by source, no two equal: where two posts claim one id, the first keeps
    it (give them oldest first), and the other's gets a stable suffix.

    `moved` are the sources of posts whose URL is made by a permalink pattern.
    """
    patterned = frozenset(moved)
    owners: dict[str, str] = {}
    for post in posts:
        found = entry_id(post, authority=authority, moved=post.source in patterned)
        if found in owners:
            found = tag_uri(f"{source_path(post.source)}:{digest(post.source)}", authority)
        owners[found] = post.source
    return {source: found for found, source in owners.items()}


def authority_of(site_url: str) -> str:
    """Who a site's tag URIs belong to: its host, without port, in its DNS form."""
    host = urlsplit(ascii_url(site_url)).hostname or "localhost"
    return re.sub(r"[^a-z0-9.-]", "-", host)


def tag_uri(specific: str, authority: str) -> str:
    """`tag:example.org,2026:blog/a-post`, in the canonical form of RFC 3986."""
    path = quote(unicodedata.normalize("NFC", one_line(specific)), safe=_TAG_SAFE)
    return f"tag:{authority},{MINTED}:{path}"


def feed_id(home_url: str) -> str:
    """The id of a feed: the canonical URL of the page of the same posts."""
    url = ascii_url(home_url).partition("#")[0]
    scheme, found, rest = url.partition("://")
    host, _, path = rest.partition("/")
    return f"{scheme.lower()}://{host.lower()}/{path}" if found else tag_uri(url, "localhost")


def _own_id(given: str, authority: str) -> str:
    uuid = _UUID.fullmatch(given)
    if uuid:
        return f"urn:uuid:{uuid[1].lower()}"
    if _KEPT.fullmatch(given) and not given.lower().startswith("urn:uuid:"):
        return ascii_url(given)
    return tag_uri(given, authority)


def _alias_path(alias: str) -> str:
    """The source path, without suffix, of what was once read at `alias`."""
    path = alias.partition("?")[0].partition("#")[0].strip().strip("/")
    for ending in ("/index.html", ".html", ".md"):
        path = path.removesuffix(ending)
    return path
