"""What a feed says about one post. (`Entry` is Atom's word for it.)"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_SECOND = timedelta(seconds=1)
_LAST = datetime.max.replace(tzinfo=UTC) - timedelta(days=2)
"""From here on moments stay as they are: the calendar ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An author, as readers of feeds see one; never an e-mail address."""

    name: str
    uri: str | None = None
    """Absolute URL: the author's page in the blog, else their own site."""
    avatar: str | None = None
    """Absolute URL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A term a post has, of any taxonomy."""

    term: str
    """What stays when the label is spelled otherwise: the slugs, joined by slashes."""
    label: str
    scheme: str | None = None
    """Absolute URL of the taxonomy's index page: tells a tag from a category of the same name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A post's cover."""

    url: str
    """Absolute."""
    alt: str = ""
    type: str | None = None
    """Media type; `None`: by the file's suffix."""
    length: int | None = None
    """Bytes."""
    width: int | None = None
    """Pixels, like `height`."""
    height: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """What podcast directories want to know of an enclosure (Apple's `itunes:` elements)."""

    duration: int | None = None
    """Seconds."""
    explicit: bool | None = None
    number: int | None = None
    season: int | None = None
    kind: str | None = None
    """`full`, `trailer` or `bonus`."""
    subtitle: str = ""
    image: str | None = None
    """Absolute URL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A file that comes with a post: an episode of a podcast, a PDF."""

    url: str
    """Absolute."""
    length: int | None = None
    """Bytes, `None` where nobody knows: RSS then says 0, as its profile asks."""
    type: str | None = None
    """Media type; `None`: by the file's suffix."""
    title: str = ""
    episode: Episode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One post in a feed. All URLs are absolute, all texts are plain unless they say HTML."""

    id: str
    """A URI that never changes: see `identity.entry_id`."""
    url: str
    title: str
    published: datetime
    """Aware."""
    updated: datetime | None = None
    """The last change that matters to a reader, as the author says; `None`: none since."""
    stamp: datetime | None = None
    """What Atom calls `updated`: no two entries of a blog share it (see `stamps`). `None`: as
    `updated`, else `published`."""
    authors: tuple[Person, ...] = ()
    categories: tuple[Category, ...] = ()
    summary: str = ""
    """The beginning in plain text."""
    summary_html: str | None = None
    """The excerpt as HTML, made by `feed_html`; what feeds without full text show."""
    content_html: str | None = None
    """The whole post as HTML, made by `feed_html`; `None` in feeds of excerpts."""
    image: Image | None = None
    enclosures: tuple[Enclosure, ...] = ()
    language: str | None = None
    """BCP 47; `None`: that of the feed."""
    external_url: str | None = None
    """What a link post points to."""
    comments_url: str | None = None

    @property
    def changed(self) -> datetime:
        """The moment of the last change that matters to a reader."""
        return self.updated or self.published


def stamps(moments: Sequence[datetime]) -> list[datetime]:
    """The moments made different from each other, each at most a few seconds later than it was.

    Feed readers sort by Atom's `updated`, and posts of one date would stand in any order; the W3C
    validator warns of it. Give the posts of the whole blog oldest first: then a later post never
    changes the stamp of an earlier one.
    """
    taken: set[datetime] = set()
    later: dict[datetime, datetime] = {}
    stamped = []
    for moment in moments:
        whole = moment.replace(microsecond=0)
        free = later.get(whole, whole)
        while free in taken and free < _LAST:
            free += _SECOND
        taken.add(free)
        later[whole] = free
        stamped.append(free)
    return stamped
