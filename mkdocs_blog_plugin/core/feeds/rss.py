"""RSS 2.0, by the specification and the RSS Best Practices Profile of the RSS Advisory Board."""

from __future__ import annotations

from html import escape
from xml.etree.ElementTree import Element

from .entry import Enclosure, Entry, Image
from .feed import Feed
from .podcast import add_channel, add_episode
from .text import ascii_url, language_tag, markup, media_type, one_line, rfc822, rfc3339
from .xml import add, add_line, document, stylesheets

SPECIFICATION = "https://www.rssboard.org/rss-specification"
MEDIA_TYPE = "application/rss+xml"
_IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif")
"""The formats an RSS channel's image may have."""


def rss(feed: Feed) -> bytes:
    """The feed as an RSS 2.0 document."""
    root = Element("rss", version="2.0")
    channel = add(root, "channel")
    _add_channel(channel, feed)
    for entry in feed.entries:
        _add_item(channel, entry, feed)
    return document(root, instructions=stylesheets(feed.stylesheet, feed.css))


def _add_channel(channel: Element, feed: Feed) -> None:
    title = one_line(feed.title) or feed.home_url
    home = ascii_url(feed.home_url)
    add(channel, "title", title)
    add(channel, "link", home)
    add(channel, "description", one_line(feed.description) or title)
    add_line(channel, "language", language_tag(feed.language))
    add_line(channel, "copyright", feed.copyright)
    add(channel, "lastBuildDate", rfc822(feed.updated))
    add_line(channel, "generator", f"{feed.generator.name} {feed.generator.version}")
    add(channel, "docs", SPECIFICATION)
    _add_image(channel, feed, title, home)
    add_links(channel, feed, "rss", MEDIA_TYPE, prefix="atom:")
    if feed.history.archive:
        add(channel, "fh:archive")
    if feed.podcast:
        add_channel(channel, feed.podcast)


def _add_image(channel: Element, feed: Feed, title: str, home: str) -> None:
    """RSS asks for the channel's own title and link here, and knows only old image formats."""
    for url in (feed.logo, feed.icon):
        if url and ascii_url(url).lower().endswith(_IMAGE_SUFFIXES):
            image = add(channel, "image")
            add(image, "url", ascii_url(url))
            add(image, "title", title)
            add(image, "link", home)
            return


def add_links(parent: Element, feed: Feed, form: str, kind: str, *, prefix: str = "") -> None:
    """The links of a document to itself, to its hubs and to its archives, for RSS and Atom."""
    history = feed.history
    tag = f"{prefix}link"
    add(parent, tag, rel="self", type=kind, href=ascii_url(feed.urls[form]))
    for hub in feed.hubs:
        add(parent, tag, rel="hub", href=ascii_url(hub))
    for rel, urls in (
        ("current", history.current),
        ("prev-archive", history.previous),
        ("next-archive", history.next),
    ):
        if form in urls:
            add(parent, tag, rel=rel, type=kind, href=ascii_url(urls[form]))


def _add_item(channel: Element, entry: Entry, feed: Feed) -> None:
    item = add(channel, "item")
    add(item, "title", one_line(entry.title) or ascii_url(entry.url))
    add(item, "link", ascii_url(entry.url))
    add(item, "guid", entry.id, isPermaLink="false")
    add(item, "pubDate", rfc822(entry.published))
    if entry.updated and entry.updated != entry.published:
        add(item, "atom:updated", rfc3339(entry.updated))
    for author in entry.authors or feed.authors:
        add_line(item, "dc:creator", author.name)
    if entry.language and language_tag(entry.language) != language_tag(feed.language):
        add_line(item, "dc:language", language_tag(entry.language))
    for category in entry.categories:
        domain = {"domain": ascii_url(category.scheme)} if category.scheme else {}
        add_line(item, "category", category.label, **domain)
    if entry.comments_url:
        add(item, "comments", ascii_url(entry.comments_url))
    _add_text(item, entry)
    if entry.enclosures:
        add_enclosure(item, entry.enclosures[0], "enclosure", "url")
    if entry.image:
        add_media(item, entry.image)
    if feed.podcast and entry.enclosures:
        add_episode(item, entry.enclosures[0])


def _add_text(item: Element, entry: Entry) -> None:
    """The description is HTML, and stands before the full text."""
    summary = markup(entry.summary_html) or escape(one_line(entry.summary), quote=False)
    content = markup(entry.content_html)
    if summary or content:
        add(item, "description", summary or content)
    if content and summary:
        add(item, "content:encoded", content)


def add_enclosure(parent: Element, enclosure: Enclosure, tag: str, link: str) -> Element:
    """A file that comes with a post; its length is 0 where it is not known."""
    return add(
        parent,
        tag,
        **{
            link: ascii_url(enclosure.url),
            "length": str(max(enclosure.length or 0, 0)),
            "type": media_type(enclosure.url, enclosure.type),
        },
    )


def add_media(parent: Element, image: Image) -> None:
    """The cover, in the terms of Media RSS 1.5."""
    sizes = {"fileSize": image.length, "width": image.width, "height": image.height}
    media = add(
        parent,
        "media:content",
        url=ascii_url(image.url),
        medium="image",
        type=media_type(image.url, image.type),
        **{name: str(size) for name, size in sizes.items() if size and size > 0},
    )
    add_line(media, "media:description", image.alt, type="plain")
