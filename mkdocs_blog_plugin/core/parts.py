"""Posts of several pages: cut where their author says, and linked across the cuts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import unquote

from .fragment import Fragment, rebase
from .links import ROOT

MARKER = re.compile(r"<!--\s*nextpage\s*-->", re.IGNORECASE)
"""`<!--nextpage-->`, as in WordPress."""

_BLANK = re.compile(r"(?:\s+|<!--.*?-->|<p>\s*</p>)*", re.DOTALL)
_ID = re.compile(r'\s(?:id|name)="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The HTML of a post in its parts. Links are those of the post, as it was rendered."""

    pieces: tuple[str, ...]
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The part in which each id is, counted from 1."""


def split_parts(html: str, *, at_most: int) -> Parts:
    """A rendered post cut at its markers, those at the top level or in a paragraph there, which
    then ends. What is beyond `at_most` parts stays in the last; footnotes stay there anyway."""
    pieces = [piece for piece in _cut(html) if not _is_blank(piece)] or [html]
    pieces[at_most - 1 :] = ["\n".join(pieces[at_most - 1 :])] if pieces[at_most - 1 :] else []
    numbers: dict[str, int] = {}
    for number, piece in enumerate(pieces, start=1):
        for name in _ID.findall(piece):
            numbers.setdefault(name, number)
    return Parts(pieces=tuple(pieces), numbers=numbers)


def count_rendered(html: str) -> int:
    """How many parts a rendered post has."""
    return sum(not _is_blank(piece) for piece in _cut(html)) or 1


def _is_blank(html: str) -> bool:
    return _BLANK.fullmatch(html) is not None


def _cut(html: str) -> list[str]:
    """The pieces between the markers that count, each with all its elements closed."""
    fragment = Fragment(html, visit=lambda _name, tag, _open: tag)
    cuts = [(0, 0, "", "")]
    for mark in MARKER.finditer(html):
        fragment.read(mark.start())
        if fragment.pos == mark.start() and list(fragment.names) in ([], ["p"]):
            inside = bool(fragment.names)
            cuts.append((*mark.span(), "</p>" if inside else "", "<p>" if inside else ""))
    cuts.append((len(html), len(html), "", ""))
    return [
        opening + html[start:stop] + closing
        for (_, start, _, opening), (stop, _, closing, _) in pairwise(cuts)
    ]


def part_html(parts: Parts, number: int, *, urls: Sequence[str]) -> str:
    """A part as its own page shows it: links lead from the site's root, behind `ROOT`, but for
    those within the part; what they point at in other parts is found there.

    `urls` are those of all parts, the post's own first.
    """

    def to(path: str) -> str:
        page, sign, target = path.partition("#")
        if page != urls[0] or not sign:
            return ROOT + path
        holder = parts.numbers.get(target) or parts.numbers.get(unquote(target), 1)
        return f"#{target}" if holder == number else f"{ROOT}{urls[holder - 1]}#{target}"

    return rebase(parts.pieces[number - 1], base=urls[0], to=to)


def moved_targets(parts: Parts, *, urls: Sequence[str]) -> dict[str, str]:
    """Links to a post's ids that now lie in later parts, to where they lie."""
    return {
        f"{urls[0]}#{name}": f"{urls[number - 1]}#{name}"
        for name, number in parts.numbers.items()
        if number > 1
    }
