"""A feed: a listing in a form that programs subscribe to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from .entry import Entry, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """The program that made a feed."""

    name: str = "Weblog for MkDocs"
    version: str = ""
    uri: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Podcast:
    """What podcast directories require of a feed; without it no `itunes:` element is written."""

    category: str
    """One of Apple's categories: "Technology"."""
    owner: str
    """Name of who is responsible."""
    email: str
    """Their address; directories show it to nobody, but the feed does."""
    subcategory: str | None = None
    explicit: bool = False
    image: str | None = None
    """Absolute URL, square, 1400 to 3000 pixels."""
    kind: str | None = None
    """`episodic` or `serial`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Where a document stands among those of an archived feed (RFC 5005, section 4).

    The URLs are by format: a chain stays within its format.
    """

    archive: bool = False
    """Whether this is an archive document; else it is the one to subscribe to."""
    current: Mapping[str, str] = field(default_factory=dict)
    """The document to subscribe to."""
    previous: Mapping[str, str] = field(default_factory=dict)
    """The archive document with the posts before these, empty where there are none."""
    next: Mapping[str, str] = field(default_factory=dict)
    """The archive document with the posts after these, where it is known for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A document of a feed, in no format yet. All URLs are absolute, all texts plain."""

    id: str
    """A URI that never changes and is the same for all documents of an archived feed."""
    title: str
    home_url: str
    """The page of the same posts for people."""
    urls: Mapping[str, str]
    """Where the document itself lies, by format: `rss`, `atom`, `json`."""
    since: datetime
    """When a feed without entries was last changed: any fixed moment, never the clock's."""
    description: str = ""
    language: str = "en"
    """BCP 47; `pt_BR` is understood."""
    copyright: str = ""
    icon: str | None = None
    """A small square image: the site's favicon."""
    logo: str | None = None
    """A larger image: the site's logo."""
    authors: tuple[Person, ...] = ()
    """Who writes where an entry does not say."""
    entries: tuple[Entry, ...] = ()
    """Newest first."""
    hubs: tuple[str, ...] = ()
    """WebSub hubs."""
    history: History = History()
    stylesheet: str | None = None
    """URL of an XSLT stylesheet, relative to the document."""
    css: str | None = None
    """URL of a CSS stylesheet, for browsers that have given up XSLT."""
    generator: Generator = Generator()
    podcast: Podcast | None = None

    @property
    def updated(self) -> datetime:
        """The last change of any entry; `since` where there is none."""
        return max((entry.changed for entry in self.entries), default=self.since)
