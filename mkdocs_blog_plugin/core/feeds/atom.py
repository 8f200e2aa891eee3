"""Atom, RFC 4287."""

from __future__ import annotations

from datetime import datetime
from xml.etree.ElementTree import Element

from .entry import Entry, Person, stamps
from .feed import Feed
from .rss import add_enclosure, add_links, add_media
from .text import ascii_url, language_tag, markup, one_line, rfc3339
from .xml import NAMESPACES, add, add_line, document, stylesheets

MEDIA_TYPE = "application/atom+xml"


def atom(feed: Feed) -> bytes:
    """The feed as an Atom document."""
    language = language_tag(feed.language)
    root = Element("feed", {"xmlns": NAMESPACES["atom"]} | _language(language))
    dates = _dates(feed)
    _add_feed(root, feed, updated=max(dates, default=feed.since))
    for entry, stamp in zip(feed.entries, dates, strict=True):
        _add_entry(root, entry, stamp, language)
    return document(root, instructions=stylesheets(feed.stylesheet, feed.css))


def _dates(feed: Feed) -> list[datetime]:
    """When each entry was last changed; different for all, as its readers expect."""
    return stamps([entry.stamp or entry.changed for entry in feed.entries[::-1]])[::-1]


def _language(language: str) -> dict[str, str]:
    return {"xml:lang": language} if language else {}


def _add_feed(root: Element, feed: Feed, *, updated: datetime) -> None:
    title = one_line(feed.title) or feed.home_url
    add(root, "id", feed.id)
    add(root, "title", title)
    add_line(root, "subtitle", feed.description)
    add(root, "updated", rfc3339(updated))
    authors = [author for author in feed.authors if one_line(author.name)]
    if not authors and not all(_named(entry.authors) for entry in feed.entries):
        authors = [Person(name=title, uri=feed.home_url)]
    _add_authors(root, authors)
    add(root, "link", rel="alternate", type="text/html", href=ascii_url(feed.home_url))
    add_links(root, feed, "atom", MEDIA_TYPE)
    if feed.history.archive:
        add(root, "fh:archive")
    if feed.icon:
        add(root, "icon", ascii_url(feed.icon))
    if feed.logo:
        add(root, "logo", ascii_url(feed.logo))
    add_line(root, "rights", feed.copyright)
    about = {"uri": feed.generator.uri, "version": feed.generator.version}
    add_line(root, "generator", feed.generator.name, **{k: v for k, v in about.items() if v})


def _named(authors: tuple[Person, ...]) -> bool:
    return any(one_line(author.name) for author in authors)


def _add_authors(parent: Element, authors: list[Person] | tuple[Person, ...]) -> None:
    for author in authors:
        name = one_line(author.name)
        if name:
            person = add(parent, "author")
            add(person, "name", name)
            if author.uri:
                add(person, "uri", ascii_url(author.uri))


def _add_entry(root: Element, entry: Entry, stamp: datetime, language: str) -> None:
    own = language_tag(entry.language or "")
    item = add(root, "entry", **(_language(own) if own != language else {}))
    add(item, "id", entry.id)
    add(item, "title", one_line(entry.title) or ascii_url(entry.url))
    add(item, "link", rel="alternate", type="text/html", href=ascii_url(entry.url))
    if entry.external_url:
        add(item, "link", rel="related", href=ascii_url(entry.external_url))
    if entry.comments_url:
        add(item, "link", rel="replies", type="text/html", href=ascii_url(entry.comments_url))
    for enclosure in entry.enclosures:
        link = add_enclosure(item, enclosure, "link", "href")
        link.set("rel", "enclosure")
        if one_line(enclosure.title):
            link.set("title", one_line(enclosure.title))
    add(item, "published", rfc3339(entry.published))
    add(item, "updated", rfc3339(stamp))
    _add_authors(item, entry.authors)
    for category in entry.categories:
        scheme = {"scheme": ascii_url(category.scheme)} if category.scheme else {}
        term, label = one_line(category.term), one_line(category.label)
        add(item, "category", term=term or label, **scheme, label=label or term)
    _add_text(item, entry)
    if entry.image:
        add_media(item, entry.image)


def _add_text(item: Element, entry: Entry) -> None:
    """Something to read is required: content, or else a summary, or else the title once more."""
    summary, content = one_line(entry.summary), markup(entry.content_html)
    excerpt = markup(entry.summary_html)
    if excerpt and not (summary and content):
        add(item, "summary", excerpt, type="html")
    elif summary or not content:
        add(item, "summary", summary or one_line(entry.title) or entry.url)
    if content:
        add(item, "content", content, type="html")
