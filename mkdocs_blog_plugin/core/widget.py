"""Widgets: small lists of posts or terms that stand on any page, as a mapping says them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from .query import Query
from .query_reading import KEYS, QueryError, date_of, read_query

KINDS: Mapping[str, tuple[str, ...]] = {
    "posts": (*KEYS,),
    "recent": (*KEYS,),
    "cloud": ("taxonomy", "limit", "sort"),
    "tree": ("taxonomy", "limit", "sort"),
    "archive": ("by", "limit"),
    "authors": ("limit", "sort"),
    "series": ("limit", "sort"),
    "calendar": ("month",),
}
"""Every kind of widget with the keys it takes, besides `widget`, `heading` and `blog`; the first
two also take the names of taxonomies."""

CLOUD_LIMIT = 45
"""How many terms a cloud has unless it says otherwise, as in WordPress."""

RECENT = {"limit": 5, "layout": "titles"}
"""What `recent` says of itself, as in WordPress."""

_DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "cloud": {"taxonomy": "tags", "limit": CLOUD_LIMIT},
    "tree": {"taxonomy": "categories"},
    "authors": {"taxonomy": "authors"},
    "series": {"taxonomy": "series"},
    "archive": {"taxonomy": "archive"},
}
_SORTS = ("name", "-name", "count", "-count")
_SPANS = ("tree", "year", "month", "day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Widget:
    """What a widget shows."""

    kind: str = "recent"
    heading: str | bool = False
    """Text above it; `True` for the wording's own."""
    query: Query = field(default_factory=Query)
    """Of `posts` and `recent`."""
    taxonomy: str = ""
    limit: int | None = None
    """How many terms or periods at most."""
    sort: str = ""
    """`name`, `count` (most used first), or backwards; empty for the taxonomy's own order."""
    by: str = "tree"
    """Of `archive`: the periods of one length (`year`, `month`, `day`), or years with their months
    (`tree`)."""
    month: tuple[int, int] | None = None
    """Of `calendar`: year and month; `None` for that of the newest post."""


def read_widget(given: Mapping[Any, Any], *, taxonomies: Collection[str]) -> Widget:
    """The widget that a mapping means; raises `QueryError` that names all slips at once.

    An empty mapping is `recent`; one without `widget` is `posts`.
    """
    values = {str(key): value for key, value in given.items()}
    kind = str(values.pop("widget", "posts" if values else "recent")).strip()
    if kind not in KINDS:
        raise QueryError([(f"there is no widget '{kind}'", _near(kind, KINDS))])
    heading = values.pop("heading", False)
    values.pop("blog", None)
    findings = []
    if heading is None or isinstance(heading, (Mapping, list)):
        findings.append((f"heading: {heading!r} is no text", "write a text, or `true`"))
    heading = heading if isinstance(heading, bool) else str(heading).strip()
    try:
        if kind in ("posts", "recent"):
            defaults = RECENT if kind == "recent" else {}
            query = read_query(defaults | values, taxonomies=taxonomies)
            widget = Widget(kind=kind, heading=heading, query=query)
        else:
            widget = _read_terms(kind, values, heading=heading, taxonomies=taxonomies)
    except QueryError as error:
        raise QueryError([*findings, *error.findings]) from None
    if findings:
        raise QueryError(findings)
    return widget


def _read_terms(
    kind: str, values: Mapping[str, Any], *, heading: str | bool, taxonomies: Collection[str]
) -> Widget:
    allowed = KINDS[kind]
    findings = [
        (f"{kind} has no '{key}'", _near(key, allowed)) for key in values if key not in allowed
    ]
    chosen: dict[str, Any] = dict(_DEFAULTS.get(kind, {})) | {
        key: value for key, value in values.items() if key in allowed and value is not None
    }
    if "taxonomy" in values and chosen["taxonomy"] not in taxonomies:
        found = f"there is no taxonomy '{chosen['taxonomy']}'"
        findings.append((found, _near(str(chosen["taxonomy"]), taxonomies)))
    for key, choices in (("sort", _SORTS), ("by", _SPANS)):
        if key in chosen and chosen[key] not in choices:
            findings.append((f"{key}: there is no '{chosen[key]}'", _near(chosen[key], choices)))
    if "limit" in chosen and not _is_number(chosen["limit"]):
        findings.append((f"limit: {chosen['limit']!r} is no number", "write a whole number"))
    if "month" in chosen:
        day = date_of(chosen["month"], last=False)
        if day is None:
            findings.append((f"month: {chosen['month']!r} is no month", "write 2024-03"))
        else:
            chosen["month"] = day.year, day.month
    if findings:
        raise QueryError(findings)
    if "limit" in chosen:
        chosen["limit"] = int(str(chosen["limit"]))
    return Widget(kind=kind, heading=heading, **chosen)


def _is_number(value: Any) -> bool:
    return not isinstance(value, bool) and bool(re.fullmatch(r"\s*\d{1,9}\s*", str(value)))


def _near(written: Any, known: Collection[str]) -> str:
    near = difflib.get_close_matches(str(written), known, n=1)
    return f"did you mean '{near[0]}'?" if near else f"write one of {', '.join(known)}"
