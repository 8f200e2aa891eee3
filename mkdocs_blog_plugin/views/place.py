"""Places templates link to, and titles as plain text."""

from __future__ import annotations

import html
from dataclasses import dataclass

from markupsafe import Markup
from mkdocs.structure.pages import Page


@dataclass(frozen=True, slots=True)
class Link:
    """A place and what it is called; `url` is `None` where there is no such page."""

    label: str
    url: str | None
    rel: str = ""

    def __html__(self) -> str:
        label = Markup.escape(self.label)
        if self.url is None:
            return label
        rel = Markup(' rel="{}"').format(self.rel) if self.rel else ""
        return Markup('<a href="{}"{}>{}</a>').format(self.url, rel, label)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A link for further reading, or the heading (without URL) of those `below` it."""

    link: Link
    below: list[Shelf]


def title_text(page: Page) -> str:
    """A page's title as plain text: what a reader sees where a theme prints it as HTML."""
    return html.unescape(str(page.title or ""))
