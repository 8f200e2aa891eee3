"""XML documents: namespaces declared where they are used, text that no reader stumbles over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from .text import clean, one_line

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
}

_PLAIN = re.compile(
    r"(<(?:(?:title|name|subtitle|summary|rights|copyright|category|(?:dc|itunes|media):\w+)"
    r'(?: (?!type="html")[^>]*)?|description(?<=\n    <description))>)([^<]*&[^<]*)(?=</)'
)
"""Elements of plain text; the `description` of a channel is, that of an item is HTML."""


def add(parent: Element, tag: str, text: str | None = None, /, **attributes: str) -> Element:
    """Appends an element; names have the prefixes of `NAMESPACES`, a trailing underscore of an
    attribute's name is left off."""
    named = {key.rstrip("_"): clean(value) for key, value in attributes.items()}
    element = SubElement(parent, tag, named)
    if text is not None:
        element.text = clean(text)
    return element


def add_line(parent: Element, tag: str, text: str, /, **attributes: str) -> None:
    """Appends an element with one line of text, or nothing where the text is blank."""
    line = one_line(text)
    if line:
        add(parent, tag, line, **attributes)


def document(root: Element, *, instructions: Iterable[str] = ()) -> bytes:
    """The document as UTF-8, indented, with one line for each element of plain text.

    Ampersands and less-than signs in titles and names are written as `&#x26;` and `&#x3C;`:
    the RSS Best Practices Profile found that most programs get these right.
    """
    prefixes = {
        name.partition(":")[0]
        for element in root.iter()
        for name in (element.tag, *element.attrib)
        if ":" in name
    }
    for prefix in sorted(prefixes & NAMESPACES.keys()):
        root.set(f"xmlns:{prefix}", NAMESPACES[prefix])
    indent(root)
    body = _PLAIN.sub(_by_number, tostring(root, encoding="unicode"))
    head = ['<?xml version="1.0" encoding="utf-8"?>', *instructions]
    return "\n".join([*head, body, ""]).encode()


def _by_number(match: re.Match[str]) -> str:
    return match[1] + match[2].replace("&amp;", "&#x26;").replace("&lt;", "&#x3C;")


def stylesheets(xsl: str | None, css: str | None) -> list[str]:
    """The processing instructions that name a document's stylesheets."""
    found = [("text/xsl", xsl), ("text/css", css)]
    return [
        f'<?xml-stylesheet type="{kind}" href="{_attribute(url)}"?>' for kind, url in found if url
    ]


def _attribute(url: str) -> str:
    return clean(url).replace("&", "&amp;").replace('"', "%22").replace("?>", "?%3E")
