"""JSON Feed 1.1. What is not known is absent, never null."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from .entry import Enclosure, Entry, Person
from .feed import Feed
from .text import ascii_url, clean, language_tag, markup, media_type, one_line, rfc3339

VERSION = "https://jsonfeed.org/version/1.1"
MEDIA_TYPE = "application/feed+json"


def json_feed(feed: Feed) -> bytes:
    """The feed as a JSON Feed document; its archives follow by `next_url`."""
    older = feed.history.previous.get("json")
    document = _present(
        version=VERSION,
        title=one_line(feed.title) or feed.home_url,
        home_page_url=ascii_url(feed.home_url),
        feed_url=ascii_url(feed.urls["json"]),
        description=one_line(feed.description),
        next_url=ascii_url(older) if older else None,
        icon=ascii_url(feed.logo or feed.icon or ""),
        favicon=ascii_url(feed.icon or ""),
        authors=_authors(feed.authors),
        language=language_tag(feed.language),
        hubs=[{"type": "WebSub", "url": ascii_url(hub)} for hub in feed.hubs],
    )
    document["items"] = [_item(entry, feed) for entry in feed.entries]
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry, feed: Feed) -> dict[str, Any]:
    language = language_tag(entry.language or "")
    html = markup(entry.content_html) or markup(entry.summary_html)
    text = one_line(entry.summary) or one_line(entry.title) or entry.url
    return _present(
        id=clean(entry.id),
        url=ascii_url(entry.url),
        external_url=ascii_url(entry.external_url or ""),
        title=one_line(entry.title),
        content_html=html,
        content_text=None if html else text,
        summary=one_line(entry.summary),
        image=ascii_url(entry.image.url) if entry.image else None,
        date_published=rfc3339(entry.published),
        date_modified=rfc3339(entry.updated) if entry.updated else None,
        authors=_authors(entry.authors),
        tags=list(dict.fromkeys(one_line(category.label) for category in entry.categories)),
        language=language if language != language_tag(feed.language) else None,
        attachments=[_attachment(enclosure) for enclosure in entry.enclosures],
    )


def _authors(authors: Sequence[Person]) -> list[dict[str, Any]]:
    return [
        _present(
            name=one_line(author.name),
            url=ascii_url(author.uri or ""),
            avatar=ascii_url(author.avatar or ""),
        )
        for author in authors
        if one_line(author.name)
    ]


def _attachment(enclosure: Enclosure) -> dict[str, Any]:
    return _present(
        url=ascii_url(enclosure.url),
        mime_type=media_type(enclosure.url, enclosure.type),
        title=one_line(enclosure.title),
        size_in_bytes=enclosure.length,
        duration_in_seconds=enclosure.episode.duration if enclosure.episode else None,
    )


def _present(**members: Any) -> dict[str, Any]:
    """The members that say something."""
    return {name: value for name, value in members.items() if value or value == 0}
