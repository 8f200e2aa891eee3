"""The comment that ends the excerpt of a post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from .elements import HEADINGS
from .fragment import Fragment, Omit, Visit
from .tokens import classes

MARKER = re.compile(r"(?i)<!--(?:more(?:[ \t\n]+(?P<text>[^<>]*?))?|\s+more)\s*-->")
"""`<!-- more -->`, `<!--more-->` and, as in WordPress, `<!--more Read on, friend-->`."""

_ALMOST = re.compile(
    r"(?i)<!--\s*(?:more\b[^<>]{1,80}|read[ _-]?more|truncate|excerpt|teaser_end)\s*-->"
)
_SHOWN = re.compile(r"(?i)&lt;!--\s*more\s*--(?:&gt;|>)(?:</span>)*[ \t]*\n")
_MANY = 50

_BOXES = (
    (frozenset({"pre", "code", "textarea"}), "inside code"),
    (frozenset({"table"}), "inside a table"),
    (frozenset({"ul", "ol", "dl", "menu"}), "inside a list"),
    (frozenset({"blockquote"}), "inside a quote"),
    (frozenset({"details"}), "inside a collapsible block"),
    (HEADINGS, "inside a heading"),
)
_BOX_CLASSES = {
    "admonition": "inside an admonition",
    "footnote": "inside a footnote",
    "tabbed-set": "inside a tab",
}
_INLINE = frozenset(
    "p a abbr b cite code del em i ins kbd mark q s small span strong sub sup u".split()
)
_CONTAINERS = frozenset({"article", "main", "section"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What stands before the marker."""

    html: str
    end: int
    """Where the post goes on."""
    text: str | None
    """The text the marker gives for the link to the rest."""


@dataclass(slots=True)
class _Outermost:
    """A `Visit` that remembers the last tag at the top level."""

    visit: Visit
    tag: str = ""

    def __call__(self, name: str, tag: str, opened: Sequence[str], /) -> str | Omit:
        if not opened:
            self.tag = tag
        return self.visit(name, tag, opened)


def last_possible(html: str, *, marker: re.Pattern[str]) -> int | None:
    """Where the last comment starts that looks like the marker."""
    found = [mark.start() for mark in islice(marker.finditer(html), _MANY)]
    return found[-1] if found else None


def cut_at_marker(
    html: str, *, marker: re.Pattern[str], visit: Visit, title: tuple[int, int]
) -> Beginning | str | None:
    """What stands before the first marker that counts, else what is wrong with it.

    A marker counts at the top level of the post, or in a paragraph there, which then ends.
    `title` is where the leading `h1` stands, which is left out.
    """
    outermost = _Outermost(visit)
    fragment = Fragment(html, visit=outermost, start=title[1])
    problem = None
    for mark in islice(marker.finditer(html), _MANY):
        if title[0] < mark.start() < title[1]:
            problem = "inside a heading"
            continue
        fragment.read(mark.start())
        if fragment.pos != max(mark.start(), title[1]):
            continue
        where = _box(fragment.names, outermost.tag)
        if where is None:
            text = (mark.groupdict().get("text") or "").strip()
            cut = _EMPTY_END.sub("", fragment.close()).strip()
            return Beginning(html=cut, end=mark.end(), text=text or None)
        problem = problem or where
    return problem


_EMPTY_END = re.compile(r"<p(?: [^<>]*)?>\s*</p>\s*\Z")


def _box(names: Sequence[str], outermost: str) -> str | None:
    """What a marker below these open elements stands in, `None` where it counts."""
    inner = [name for name in names if name not in _CONTAINERS]
    if not inner or (inner[0] == "p" and _INLINE.issuperset(inner)):
        return None
    for box, where in _BOXES:
        if not box.isdisjoint(inner):
            return where
    for mark in classes(outermost):
        if mark in _BOX_CLASSES:
            return _BOX_CLASSES[mark]
    return f"inside <{inner[0].rpartition(' ')[2]}>"


def near_miss(html: str) -> str | None:
    """What looks like a marker in a post that has none."""
    almost = _ALMOST.search(html) if "<!--" in html else None
    if almost:
        return f"written as {almost[0]}"
    return "inside code" if _SHOWN.search(html) else None
