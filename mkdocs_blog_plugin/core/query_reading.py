"""Queries as a mapping in a page or a template says them."""

from __future__ import annotations

import difflib
import re
from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from .query import Query

LAYOUTS = ("list", "cards", "table", "titles", "full")

KEYS: Mapping[str, str] = {
    "author": "id or name of an author, or several",
    "series": "name of a series, or several",
    "since": "first day: a date, a month (`2024-03`) or a year",
    "until": "last day, month or year",
    "source": "pattern of source paths (`blog/2024/**`), or several",
    "match": "`any` of the terms of a taxonomy (default), or `all` of them",
    "not": "mapping of taxonomies to terms a post must not have",
    "sort": "`newest`, `oldest`, `part`, `title`, or a front matter key, with `-` for backwards",
    "limit": "how many posts at most",
    "offset": "how many to leave out at the beginning",
    "layout": "`list`, `cards`, `table`, `titles` or `full`",
    "partial": "template of your own for the entries",
}
"""What a query may say besides the names of taxonomies."""

_AUTHORS = "authors"
_SERIES = "series"
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class QueryError(ValueError):
    """A query that cannot be understood; `findings` are pairs of what is wrong and what would be
    right, one for each slip."""

    def __init__(self, findings: Sequence[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{found}; {fix}" for found, fix in findings))
        self.findings = tuple(findings)


def read_query(given: Mapping[Any, Any], *, taxonomies: Collection[str]) -> Query:
    """The query that a mapping means; raises `QueryError` that names all slips at once.

    Keys are `KEYS` and the names of `taxonomies`; with their plural or singular (`tag: x`).
    """
    return _Reader(given, taxonomies).query()


class _Reader:
    """Reads one mapping and collects what is wrong with it."""

    def __init__(self, given: Mapping[Any, Any], taxonomies: Collection[str]) -> None:
        self._given = {str(key): value for key, value in given.items()}
        self._taxonomies = _spellings(taxonomies)
        self._findings: list[tuple[str, str]] = []

    def query(self) -> Query:
        """The query; raises `QueryError`."""
        self._check_keys()
        match = self._choice("match", ("any", "all"), "any")
        query = Query(
            terms=self._terms(self._given),
            without=self._without(),
            match_all=match == "all",
            since=self._day("since", last=False),
            until=self._day("until", last=True),
            sources=self._texts(self._given.get("source")),
            sort=self._text("sort") or "newest",
            limit=self._number("limit"),
            offset=self._number("offset") or 0,
            layout=self._choice("layout", LAYOUTS, "list"),
            partial=self._text("partial"),
        )
        if query.since and query.until and query.since > query.until:
            self._say("since is after until", "turn them around")
        if self._findings:
            raise QueryError(self._findings)
        return query

    def _say(self, found: str, fix: str) -> None:
        self._findings.append((found, fix))

    def _check_keys(self) -> None:
        known = [*KEYS, *self._taxonomies]
        for key in self._given:
            if key not in known:
                near = difflib.get_close_matches(key, known, n=1)
                fix = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(known)}"
                self._say(f"there is no '{key}'", fix)

    def _terms(self, given: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
        named: dict[str, tuple[str, ...]] = {}
        for key, taxonomy in (self._taxonomies | {"author": _AUTHORS, "series": _SERIES}).items():
            if key in given:
                named[taxonomy] = named.get(taxonomy, ()) + self._texts(given[key])
        return {taxonomy: labels for taxonomy, labels in named.items() if labels}

    def _without(self) -> dict[str, tuple[str, ...]]:
        given = self._given.get("not") or {}
        if not isinstance(given, Mapping):
            self._say(f"not: {given!r} is no mapping", "write `not: {tags: [x]}`")
            return {}
        texts = {str(key): value for key, value in given.items()}
        for key in texts:
            if key not in {*self._taxonomies, "author", "series"}:
                self._say(f"not: there is no taxonomy '{key}'", "name a taxonomy")
        return self._terms(texts)

    def _texts(self, value: Any) -> tuple[str, ...]:
        items = value if isinstance(value, list) else [value]
        return tuple(str(item).strip() for item in items if item is not None and str(item).strip())

    def _text(self, key: str) -> str | None:
        value = self._given.get(key)
        if isinstance(value, (Mapping, list)):
            self._say(f"{key}: {value!r} is no text", "write a text")
            return None
        return None if value is None else str(value).strip() or None

    def _choice(self, key: str, choices: tuple[str, ...], default: str) -> str:
        value = self._text(key)
        if value is not None and value not in choices:
            self._say(f"{key}: there is no '{value}'", f"write one of {', '.join(choices)}")
        return value if value in choices else default

    def _number(self, key: str) -> int | None:
        value = self._given.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not re.fullmatch(r"\d{1,9}", str(value).strip()):
            self._say(f"{key}: {value!r} is no number of posts", "write a whole number")
            return None
        return int(str(value))

    def _day(self, key: str, *, last: bool) -> date | None:
        value = self._given.get(key)
        if value is None:
            return None
        day = date_of(value, last=last)
        if day is None:
            self._say(f"{key}: {value!r} is no day", "write 2024-03-31, 2024-03 or 2024")
        return day


def _spellings(taxonomies: Iterable[str]) -> dict[str, str]:
    """The names of taxonomies, and singulars of those that are English plurals."""
    names: dict[str, str] = {}
    for name in taxonomies:
        if name.endswith("ies"):
            names[f"{name[:-3]}y"] = name
        elif name.endswith("s") and name != _SERIES:
            names[name[:-1]] = name
    return names | {name: name for name in taxonomies}


def date_of(value: Any, *, last: bool) -> date | None:
    """The first or last day of a day, month or year, as YAML gives it; `None` for anything else."""
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    match = _DAY.fullmatch(str(value).strip())
    if match is None or isinstance(value, bool):
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if day:
            return date(year or 0, month or 0, day)
        if not last:
            return date(year or 0, month or 1, 1)
        return date(year or 0, month or 12, monthrange(year or 0, month or 12)[1])
    except ValueError:
        return None
