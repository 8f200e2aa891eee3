"""The blog as JSON for other tools: all public posts and terms."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .feeds.entry import Entry
from .feeds.feed import Feed
from .feeds.text import ascii_url, clean, language_tag, one_line, rfc3339

VERSION = 1
"""Of the format: it changes when a member goes or means something else, not when one comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRecord:
    """A term as other tools see it."""

    label: str
    slug: str
    """The slugs from the top, joined by slashes: unique in its taxonomy."""
    url: str | None = None
    """Absolute; `None` where it has no page."""
    count: int = 0
    parent: str | None = None
    """The parent's slug."""
    description: str = ""


def posts_json(
    feed: Feed,
    *,
    terms_of: Mapping[str, Mapping[str, Sequence[str]]],
    taxonomies: Mapping[str, Sequence[TermRecord]],
) -> bytes:
    """All entries of `feed`, newest first, with the slugs of their terms.

    `terms_of` is by entry id, then taxonomy; `taxonomies` has the terms of each.
    """
    document = {
        "version": VERSION,
        "title": one_line(feed.title),
        "url": ascii_url(feed.home_url),
        "language": language_tag(feed.language),
        "updated": rfc3339(feed.updated),
        "posts": [_post(entry, terms_of.get(entry.id, {})) for entry in feed.entries],
        "taxonomies": {name: [_term(term) for term in terms] for name, terms in taxonomies.items()},
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _post(entry: Entry, terms: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    authors = [
        {"name": one_line(author.name)} | ({"url": ascii_url(author.uri)} if author.uri else {})
        for author in entry.authors
    ]
    record: dict[str, Any] = {
        "id": clean(entry.id),
        "url": ascii_url(entry.url),
        "title": one_line(entry.title),
        "published": rfc3339(entry.published),
        "updated": rfc3339(entry.updated) if entry.updated else None,
        "language": language_tag(entry.language or ""),
        "authors": authors,
        "terms": {name: list(slugs) for name, slugs in terms.items() if slugs},
        "excerpt": one_line(entry.summary),
        "image": ascii_url(entry.image.url) if entry.image else None,
        "external_url": ascii_url(entry.external_url or ""),
    }
    return {name: value for name, value in record.items() if value}


def _term(term: TermRecord) -> dict[str, Any]:
    record: dict[str, Any] = {
        "slug": term.slug,
        "label": one_line(term.label),
        "url": ascii_url(term.url or ""),
        "count": term.count,
        "parent": term.parent,
        "description": one_line(term.description),
    }
    return {name: value for name, value in record.items() if value or name == "count"}
