"""What a page of the blog says of itself to machines, before it is written in their formats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .feeds.entry import Image, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A link to a feed, for the head of a page."""

    title: str
    url: str
    """Absolute."""
    type: str
    """Media type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """One step on the way from the site's home to a page."""

    name: str
    url: str
    """Absolute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermData:
    """The term a listing is about."""

    name: str
    slug: str
    set_name: str
    """The taxonomy: "Tags"."""
    set_url: str
    """Absolute URL of its index page."""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageData:
    """A post or a pager of a listing; all URLs are absolute, all texts plain."""

    url: str
    title: str
    site_name: str
    site_url: str
    blog_name: str
    blog_url: str
    is_post: bool = False
    description: str = ""
    language: str = "en"
    """A locale's name or BCP 47 tag."""
    image: Image | None = None
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[Person, ...] = ()
    """Of a post; of an author's page, the author alone."""
    sections: tuple[str, ...] = ()
    """Labels of the post's categories."""
    tags: tuple[str, ...] = ()
    """Labels of its other terms."""
    words: int | None = None
    robots: str | None = None
    """`noindex` and the like."""
    previous_url: str | None = None
    """The pager before this one; in posts none."""
    next_url: str | None = None
    feeds: tuple[FeedLink, ...] = ()
    crumbs: tuple[Crumb, ...] = ()
    """From the home page down to this page itself."""
    term: TermData | None = None
    is_author: bool = False
    """Whether the page is about its (only) author."""
    listed: tuple[tuple[str, str], ...] = ()
    """URL and title of the posts on a pager, as they stand there."""
