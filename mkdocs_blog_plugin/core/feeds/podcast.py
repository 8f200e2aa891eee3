"""Podcasts: the elements Apple's directory asks for, which the others read too."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from .entry import Enclosure
from .feed import Podcast
from .text import ascii_url, one_line
from .xml import add, add_line

MAX_TEXT = 255
"""Characters of a name or subtitle."""


def add_channel(channel: Element, podcast: Podcast) -> None:
    """What the directory wants to know of the feed; all of it is required there."""
    add_line(channel, "itunes:author", podcast.owner[:MAX_TEXT])
    owner = add(channel, "itunes:owner")
    add_line(owner, "itunes:name", podcast.owner[:MAX_TEXT])
    add_line(owner, "itunes:email", podcast.email)
    category = add(channel, "itunes:category", text=one_line(podcast.category))
    if podcast.subcategory:
        add(category, "itunes:category", text=one_line(podcast.subcategory))
    add(channel, "itunes:explicit", _boolean(podcast.explicit))
    if podcast.image:
        add(channel, "itunes:image", href=ascii_url(podcast.image))
    if podcast.kind in ("episodic", "serial"):
        add(channel, "itunes:type", podcast.kind)


def add_episode(item: Element, enclosure: Enclosure) -> None:
    """What the directory wants to know of an episode."""
    episode = enclosure.episode
    if episode is None:
        return
    if episode.duration is not None and episode.duration >= 0:
        add(item, "itunes:duration", str(episode.duration))
    if episode.explicit is not None:
        add(item, "itunes:explicit", _boolean(episode.explicit))
    for tag, number in (("itunes:season", episode.season), ("itunes:episode", episode.number)):
        if number is not None and number > 0:
            add(item, tag, str(number))
    if episode.kind in ("full", "trailer", "bonus"):
        add(item, "itunes:episodeType", episode.kind)
    add_line(item, "itunes:subtitle", one_line(episode.subtitle)[:MAX_TEXT])
    if episode.image:
        add(item, "itunes:image", href=ascii_url(episode.image))


def _boolean(value: bool) -> str:  # noqa: FBT001
    return "true" if value else "false"
