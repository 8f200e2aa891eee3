"""What a reader's browser sees of a built page: texts, links, and where they lead."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

CONTENT = "article.md-content__inner, [role=main]"
"""Where a theme puts `page.content`: Material and MaterialX, then MkDocs' own two themes."""

LINKING = {"href", "src", "poster"}


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page, parsed as a browser parses it. Selectors are CSS."""

    url: str  # its file, relative to the site's folder
    html: str
    site_url: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html5lib")

    @property
    def title(self) -> str:
        """What the browser's tab shows."""
        return self.text("title")

    @cached_property
    def content(self) -> Tag:
        """The part of the page that is not the theme's frame."""
        return self.one(CONTENT)

    def all(self, selector: str) -> list[Tag]:
        return list(self.soup.select(selector))

    def one(self, selector: str) -> Tag:
        """The only element that matches; none or several fail the test."""
        found = self.soup.select(selector)
        assert len(found) == 1, f"{self.url}: {len(found)} elements match {selector!r}"
        return found[0]

    def has(self, selector: str) -> bool:
        return self.soup.select_one(selector) is not None

    def text(self, selector: str) -> str:
        return spaced(self.one(selector))

    def texts(self, selector: str) -> list[str]:
        return [spaced(element) for element in self.soup.select(selector)]

    def target(self, selector: str) -> str:
        """Where the only matching link leads."""
        return self._target(self.one(selector))

    def links(self, selector: str = "a[href]") -> list[tuple[str, str]]:
        """Text and target of each matching link, in the order of the page."""
        return [(spaced(link), self._target(link)) for link in self.soup.select(selector)]

    def duplicate_ids(self) -> list[str]:
        ids = Counter(str(element["id"]) for element in self.soup.select("[id]"))
        return [name for name, times in ids.items() if times > 1]

    def _target(self, link: Tag) -> str:
        """Relative to the site (`blog/`) where it stays there, else absolute."""
        absolute = urljoin(urljoin(self.site_url, self.url), str(link["href"]))
        return unquote(absolute.removeprefix(self.site_url))


def spaced(element: Tag) -> str:
    """The text of an element with each run of white space as one space."""
    return " ".join(element.get_text().split())


def broken_links(html: Mapping[str, str], *, files: Set[str], site_url: str) -> list[str]:
    """Links that stay within the site but lead nowhere, as `page -> link`.

    `html` maps files to their text; a link to one of them is checked to its fragment.
    """
    anchors = {file: _read(text) for file, text in html.items()}
    broken = []
    for file, reader in sorted(anchors.items()):
        for link in sorted(reader.links):
            url = urlsplit(urljoin(urljoin(site_url, file), link))
            if url.scheme not in {"http", "https"} or url.netloc != urlsplit(site_url).netloc:
                continue
            path = unquote(url.path).removeprefix(urlsplit(site_url).path)
            target = f"{path}index.html" if path == "" or path.endswith("/") else path
            fragment = unquote(url.fragment)
            known = anchors[target].ids if target in anchors else None
            if target not in files or (fragment and known is not None and fragment not in known):
                broken.append(f"{file} -> {link}")
    return broken


class _Reader(HTMLParser):
    """Collects what a page links to and what can be linked to in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if not value:
                continue
            if name == "id" or (name == "name" and tag == "a"):
                self.ids.add(value)
            elif name in LINKING and not (tag == "link" and "preconnect" in dict(attrs).values()):
                self.links.add(value)
            elif name == "srcset":
                self.links.update(part.split()[0] for part in value.split(","))


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader
