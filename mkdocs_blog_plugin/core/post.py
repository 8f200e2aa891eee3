"""A post: a dated page of the blog, as its front matter and its place in the docs describe it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .problems import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorRef:
    """One entry of `authors:`: an id of the authors file, a plain name, or an inline record."""

    name: str
    """The id or name as written; for an inline record its `name`."""
    record: Mapping[str, Any] | None = None
    """The inline record, `None` for an id or a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRef:
    """The series a post says it belongs to, and its place in it (`None`: by date)."""

    name: str
    part: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The cover image of a post: sources as written (relative to the post, to docs_dir with a
    leading slash, or a URL)."""

    image: str
    alt: str = ""
    dark: str | None = None
    width: int | None = None
    height: int | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A dated page of the blog, before anything is rendered."""

    source: str
    """Path relative to `docs_dir`, with forward slashes; what identifies a post."""
    title: str
    """Plain text: `title:` in front matter, else the first heading, else the file name."""
    published: datetime
    """Aware. A date without time is 00:00 in the site's time zone."""
    date_only: bool = True
    """Whether the source gave no time of day."""
    updated: datetime | None = None
    file_slug: str = ""
    """The file name without date and suffix (of `index.md`: the folder's name)."""
    slug: str | None = None
    """`slug:` as written."""
    permalink: str | None = None
    """`permalink:` as written: a pattern or a path."""
    aliases: tuple[str, ...] = ()
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Taxonomy name to the labels as written, in order, without doubles and blanks."""
    authors: tuple[AuthorRef, ...] = ()
    series: SeriesRef | None = None
    draft: bool = False
    unlisted: bool = False
    expires: datetime | None = None
    pinned: bool = False
    pinned_until: datetime | None = None
    order: float = 0.0
    """`order:`: decides between posts of one moment, smaller first in time."""
    description: str | None = None
    excerpt: str | None = None
    """Hand-written excerpt: plain text."""
    cover: Cover | None = None
    link: str | None = None
    """URL of what this post points to (an external link post)."""
    links: Any = None
    """`links:` as Material has it: navigation syntax, unread."""
    related: tuple[str, ...] = ()
    superseded_by: str | None = None
    reading_time: int | None = None
    """Minutes, where the author says so (`readtime:`)."""
    template: str | None = None
    id: str | None = None
    """`id:` or `guid:`: what identifies the post to feed readers, for ever."""
    enclosure: Mapping[str, Any] | None = None
    language: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    """The whole front matter, for templates and for sorting by any field."""
    marks: Mapping[str, Mark] = field(default_factory=dict)
    """Where each top-level key's value stands, for messages."""
