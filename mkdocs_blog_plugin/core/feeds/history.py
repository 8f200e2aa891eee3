"""Archived feeds (RFC 5005, section 4): a feed that can be read back to its first post.

Archive documents are filled from the oldest post on and closed when they are full, so they never
change when a post is added. What is in none of them is in the document one subscribes to: a reader
who follows `prev-archive` from there to the end gets every post once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from .feed import Feed, History

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts(Generic[Item]):
    """A list cut for an archived feed; all parts newest first, like the list."""

    subscription: tuple[Item, ...]
    archives: tuple[tuple[Item, ...], ...] = ()
    """The oldest first: archive document 1 is `archives[0]`."""


def divide(items: Sequence[Item], *, newest: int, size: int) -> Parts[Item]:
    """Cuts `items` (newest first) into full archives of `size` and a rest of at least `newest`.

    There is no archive until there are two: the first one names the second for good, and one that
    names neither a document before nor after it is not complete. `size=0` archives nothing, but
    keeps only the `newest` items, or all with `newest=0`.
    """
    if size <= 0:
        return Parts(subscription=tuple(items[:newest] if newest > 0 else items))
    full = max(len(items) - newest, 0) // size
    if full < 2:
        return Parts(subscription=tuple(items))
    end = len(items)
    archives = tuple(
        tuple(items[end - size * n : end - size * (n - 1)]) for n in range(1, full + 1)
    )
    return Parts(subscription=tuple(items[: end - size * full]), archives=archives)


def archived(
    feed: Feed,
    *,
    newest: int,
    size: int,
    archive_urls: Callable[[int], Mapping[str, str]],
    archive_title: Callable[[int], str] | None = None,
) -> tuple[Feed, ...]:
    """The documents of `feed` (which has all entries): the one to subscribe to, then its archives,
    oldest first.

    `archive_urls` gives the URLs of archive document n (from 1) by format, `archive_title` its
    title (that of the feed by default).
    """
    parts = divide(feed.entries, newest=newest, size=size)
    count = len(parts.archives)
    urls = {number: archive_urls(number) for number in range(1, count + 1)}
    current = replace(
        feed, entries=parts.subscription, history=History(previous=urls.get(count, {}))
    )
    documents = [current]
    for number, entries in enumerate(parts.archives, start=1):
        history = History(
            archive=True,
            current=feed.urls,
            previous=urls.get(number - 1, {}),
            next=urls[2] if number == 1 else {},
        )
        title = archive_title(number) if archive_title else feed.title
        documents.append(
            replace(feed, title=title, urls=urls[number], entries=entries, history=history)
        )
    return tuple(documents)
