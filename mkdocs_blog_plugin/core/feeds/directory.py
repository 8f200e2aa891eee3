"""The feeds of a site: for the page that lists them, for links to them, and as OPML 2.0."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element

from .text import ascii_url, language_tag, one_line, rfc822
from .xml import add, add_line, document


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """One feed somebody can subscribe to, in all its formats."""

    title: str
    """As browsers and feed readers offer it: "Site » co-production Tag Feed"."""
    home_url: str
    urls: Mapping[str, str]
    """By format, the preferred one first."""
    label: str = ""
    """As a list of feeds shows it: "co-production"; empty for the title."""
    group: str = ""
    """What it stands under there: "Tags"; empty for the blog's own."""
    description: str = ""
    language: str = ""


def grouped(subscriptions: Iterable[Subscription]) -> dict[str, list[Subscription]]:
    """The feeds by group, in order; those of the blog itself under the empty name."""
    groups: dict[str, list[Subscription]] = {}
    for subscription in subscriptions:
        groups.setdefault(subscription.group, []).append(subscription)
    return groups


def opml(subscriptions: Iterable[Subscription], *, title: str, updated: datetime) -> bytes:
    """All feeds, each in its preferred format, for feed readers that import lists.

    A feed reader makes folders of the groups. `updated` is that of the newest post.
    """
    root = Element("opml", version="2.0")
    head = add(root, "head")
    add_line(head, "title", title)
    add(head, "dateModified", rfc822(updated))
    add(head, "docs", "http://opml.org/spec2.opml")
    body = add(root, "body")
    for group, members in grouped(subscriptions).items():
        place = add(body, "outline", text=one_line(group)) if one_line(group) else body
        for subscription in members:
            _add_outline(place, subscription)
    return document(root)


def _add_outline(place: Element, subscription: Subscription) -> None:
    form, url = next(iter(subscription.urls.items()))
    title = one_line(subscription.title) or subscription.home_url
    attributes = {
        "text": title,
        "title": title,
        "type": "rss",
        "xmlUrl": ascii_url(url),
        "htmlUrl": ascii_url(subscription.home_url),
        "description": one_line(subscription.description),
        "language": language_tag(subscription.language),
        "version": "RSS2" if form == "rss" else "",
    }
    add(place, "outline", **{name: value for name, value in attributes.items() if value})
