"""The terms file: what a site says about its terms beyond their use in posts."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from dataclasses import fields
from typing import Any

import yaml

from .problems import Level, Mark, Problem
from .taxonomy import TermInfo

_KEYS = tuple(field.name for field in fields(TermInfo))
_LISTS = ("aliases", "redirects")
_FLAGS = ("hidden", "page")

Known = dict[str, dict[str, TermInfo]]
"""Taxonomy, then label, to what the site says of a term."""


def read_terms(
    text: str, *, source: str, taxonomies: Collection[str]
) -> tuple[Known, tuple[Problem, ...]]:
    """The terms file's records by taxonomy and label.

    What cannot be understood is left out and reported; the rest of the file counts.
    """
    reader = _Reader(source)
    try:
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reader.say(
            None,
            f"this is not YAML: {error.problem or error.context}",
            "mend the line, or quote the text",
            mark=Mark(mark.line + 1, mark.column + 1) if mark else None,
        )
        return {}, tuple(reader.problems)
    known: Known = {}
    for taxonomy, terms in reader.mapping("", data).items():
        if taxonomy not in taxonomies:
            reader.unknown(taxonomy, taxonomies)
            continue
        known[taxonomy] = {
            str(label): reader.term(f"{taxonomy}.{label}", record)
            for label, record in reader.mapping(str(taxonomy), terms).items()
        }
    return known, tuple(reader.problems)


class _Reader:
    """Collects the problems of one file while its records are read."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.problems: list[Problem] = []

    def say(self, key: str | None, found: str, fix: str, *, mark: Mark | None = None) -> None:
        """Reports a finding; the file's other records still count."""
        self.problems.append(
            Problem(
                code="terms-file",
                level=Level.ERROR,
                source=self._source,
                key=key or None,
                found=found,
                fix=fix,
                mark=mark,
            )
        )

    def unknown(self, key: object, known: Collection[str]) -> None:
        """Reports a name that does not exist, with the nearest one that does."""
        near = difflib.get_close_matches(str(key), list(known), n=1)
        fix = f"did you mean '{near[0]}'?" if near else f"write one of {', '.join(sorted(known))}"
        self.say(str(key), "there is no such name here", fix)

    def mapping(self, key: str, value: Any) -> Mapping[Any, Any]:
        """`value` where it is a mapping; empty, with a message, where it is anything else."""
        if value is None or isinstance(value, Mapping):
            return value or {}
        self.say(key, f"{value!r} is not a mapping", "write `label: {description: …}` below it")
        return {}

    def term(self, key: str, record: Any) -> TermInfo:
        """One record; a plain text is its description."""
        if isinstance(record, str):
            return TermInfo(description=record)
        values: dict[str, Any] = {}
        for name, value in self.mapping(key, record).items():
            if name not in _KEYS:
                self.unknown(f"{key}.{name}", [f"{key}.{known}" for known in _KEYS])
            elif value is not None:
                values[name] = self._value(f"{key}.{name}", name, value)
        return TermInfo(**values)

    def _value(self, key: str, name: str, value: Any) -> Any:
        if name in _LISTS:
            items = value if isinstance(value, list) else [value]
            return tuple(str(item) for item in items if item is not None)
        if name in _FLAGS:
            if not isinstance(value, bool):
                self.say(key, f"{value!r} is neither true nor false", "write true or false")
                return name == "page"
            return value
        if isinstance(value, (Mapping, list)):
            self.say(key, f"{value!r} is not a text", "write a text")
            return None
        return str(value)
