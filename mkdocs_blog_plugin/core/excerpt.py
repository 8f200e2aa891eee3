"""The beginning of a post, or all of it, cut from its rendered HTML for the listings it is in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from .fragment import transform
from .links import ROOT
from .marker import MARKER, Beginning, cut_at_marker, last_possible, near_miss
from .paragraphs import first_paragraphs
from .placement import Placement, refers_to_ids, unique_prefix
from .plain_text import as_html, excerpt_text

__all__ = ["MARKER", "Excerpt", "cut_excerpt", "excerpt_text", "whole"]

CutBy = Literal["marker", "front_matter", "paragraphs", "whole"]

_TITLE = re.compile(
    r"(?>(?:\s+|<!--.*?-->|<(style|script)\b.*?</\1\s*>)*)(<h1\b[^>]*>.*?</h1\s*>)",
    re.DOTALL | re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?>(?:\s+|<!--.*?-->|</?(?!(?:img|svg|iframe|video|audio|object|embed|canvas|math|picture)\b)"
    r"[a-z][^<>]*>)*)",
    re.DOTALL | re.IGNORECASE,
)
_TARGET = re.compile(r' id="([^"]*)"')
_HEADING = re.compile(r"<[hH]([1-6])[\s>]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The beginning of a post as any listing can show it."""

    html: str
    """Plainly nested; links hold `ROOT` until `links.place` knows the page."""
    more: bool
    """Whether the post goes on after it."""
    more_text: str | None = None
    """The text the marker gives for the link to the rest."""
    cut_by: CutBy
    marker_problem: str | None = None
    """What is wrong with a marker that does not count: `inside a list`, ..."""


def cut_excerpt(
    html: str,
    *,
    post_url: str,
    text: str | None = None,
    paragraphs: int = 2,
    characters: int = 600,
    marker: re.Pattern[str] = MARKER,
    heading_level: int = 3,
) -> Excerpt:
    """The post up to its marker, else the hand-written `text`, else its first paragraphs.

    Headings move so that the highest one has `heading_level`. Ids go, or get a prefix that no other
    post has where something needs them; links within the post lead to the post.
    """
    title = _title(html)
    found: Beginning | str | None = near_miss(html)
    last = last_possible(html, marker=marker)
    if last is not None:
        visit = _placement(html[title[1] : last], post_url=post_url, heading_level=heading_level)
        found = cut_at_marker(html, marker=marker, visit=visit, title=title)
    if isinstance(found, Beginning):
        return Excerpt(
            html=found.html,
            more=_goes_on(html, found.end),
            more_text=found.text,
            cut_by="marker",
        )
    if text is not None and text.strip():
        more = _goes_on(html, title[1])
        return Excerpt(html=as_html(text), more=more, cut_by="front_matter", marker_problem=found)
    visit = _placement(html, post_url=post_url, heading_level=heading_level)
    first = first_paragraphs(
        html, visit=visit, start=title[1], count=paragraphs, characters=characters
    )
    more = not first.whole or _goes_on(html, first.end)
    by: CutBy = "paragraphs" if more else "whole"
    return Excerpt(html=first.html, more=more, cut_by=by, marker_problem=found)


def whole(html: str, *, post_url: str, id_prefix: str, heading_level: int = 3) -> str:
    """The full post for a listing, without its title; `id_prefix` makes its ids unique, and links
    within the post follow them. Scripts stay: it is the author's own text."""
    html = html[_title(html)[1] :]
    visit = Placement(
        base=post_url,
        to=ROOT.__add__,
        id_prefix=id_prefix,
        targets=frozenset(_TARGET.findall(html)),
        deeper=_levels_down(html, heading_level),
        live=True,
    )
    return transform(html, visit=visit).strip()


def _placement(html: str, *, post_url: str, heading_level: int) -> Placement:
    return Placement(
        base=post_url,
        to=ROOT.__add__,
        id_prefix=unique_prefix(post_url) if refers_to_ids(html) else None,
        deeper=_levels_down(html, heading_level),
    )


def _title(html: str) -> tuple[int, int]:
    """Where the leading `h1` stands; (0, 0) without one."""
    title = _TITLE.match(html)
    return title.span(2) if title else (0, 0)


def _levels_down(html: str, top: int) -> int:
    levels = _HEADING.findall(html)
    return top - int(min(levels)) if levels else 0


def _goes_on(html: str, start: int) -> bool:
    rest = _NOTHING.match(html, start)
    return rest is not None and rest.end() < len(html)
