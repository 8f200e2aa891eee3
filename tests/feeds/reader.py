"""Feeds of a built site as programs read them: well-formed, by their schemas, safe to show."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]  # it has no types
import jsonschema
from bs4 import BeautifulSoup
from lxml import etree

SCHEMAS = Path(__file__).parent.parent / "validity" / "schemas"
ATOM = "{http://www.w3.org/2005/Atom}"
_URLS = {"href", "src", "poster", "cite", "data"}
_ABSOLUTE = re.compile(r"(?:https?://|mailto:|tel:|data:image/)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry, whatever the format."""

    id: str
    title: str
    url: str
    published: str
    content: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]


@cache
def _atom_schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))


@cache
def _json_schema() -> jsonschema.Draft202012Validator:
    text = (SCHEMAS / "jsonfeed.schema.json").read_text("utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


def feed_files(site: Path) -> list[Path]:
    """All documents of feeds in a site."""
    return sorted(
        path
        for path in site.rglob("*")
        if re.fullmatch(r"(?:feed|atom|feed_\w+)(?:-\d+)?\.(?:xml|json)", path.name)
    )


def read_items(path: Path) -> list[Item]:
    """The entries of a document that is valid by the schema of its format; fails for any other."""
    if path.suffix == ".json":
        return _json_items(path.read_text("utf-8"))
    root = ET.fromstring(path.read_bytes())
    if root.tag == f"{ATOM}feed":
        _atom_schema().assertValid(etree.fromstring(path.read_bytes()))
    parsed = feedparser.parse(path.read_bytes(), sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo, f"{path}: {parsed.get('bozo_exception')}"
    return [_item(entry) for entry in parsed.entries]


def _item(entry: Any) -> Item:
    return Item(
        id=entry.id,
        title=entry.title,
        url=entry.link,
        published=entry.published,
        content=entry.content[0].value if entry.get("content") else entry.get("summary", ""),
        authors=tuple(author.get("name", "") for author in entry.get("authors", ())),
        categories=tuple(tag.label or tag.term for tag in entry.get("tags", ())),
    )


def _json_items(text: str) -> list[Item]:
    feed = json.loads(text)
    _json_schema().validate(feed)
    return [
        Item(
            id=item["id"],
            title=item.get("title", ""),
            url=item["url"],
            published=item["date_published"],
            content=item.get("content_html", ""),
            authors=tuple(author["name"] for author in item.get("authors", ())),
            categories=tuple(item.get("tags", ())),
        )
        for item in feed["items"]
    ]


@cache  # one entry is in many feeds
def faults(content: str, *, title: str) -> list[str]:
    """What a feed reader would stumble over in the HTML of an entry."""
    soup = BeautifulSoup(content, "html5lib")
    found = [f"<{element.name}>" for element in soup.select("script, style, iframe, form, input")]
    for element in soup.find_all(True):
        for name, value in element.attrs.items():
            if name.startswith("on"):
                found.append(f"{name} of <{element.name}>")
            if name in _URLS and not _ABSOLUTE.match(str(value)):
                found.append(f"{name}={value}")
    heading = soup.select_one("body > h1:first-child")
    if heading is not None and heading.get_text(strip=True) == title:
        found.append("its own title")
    return found


@cache
def missing_images(content: str, *, site: Path, site_url: str) -> list[str]:
    """Images of an entry that the site should have, but has not."""
    soup = BeautifulSoup(content, "html5lib")
    sources = [str(image["src"]) for image in soup.select("img[src]")]
    paths = [unquote(urlsplit(url).path) for url in sources if url.startswith(site_url)]
    root = urlsplit(site_url).path
    return [path for path in paths if not (site / path.removeprefix(root)).is_file()]


def check_feeds(site: Path, *, site_url: str) -> int:
    """Fails for the first feed of a site that is not as it should be; gives how many there are."""
    files = feed_files(site)
    for path in files:
        items = read_items(path)
        assert len({item.id for item in items}) == len(items), path
        for item in items:
            assert item.url.startswith(site_url), (path, item.url)
            assert faults(item.content, title=item.title) == [], (path, item.title)
            assert missing_images(item.content, site=site, site_url=site_url) == [], path
    return len(files)
