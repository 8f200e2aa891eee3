"""Findings: what is noticed while a source is read, before it is anybody's problem."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from .problems import Mark, Problem
from .rules import RULES

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


class Placed(Protocol):
    """Anything with a key and a place."""

    @property
    def key(self) -> str: ...

    @property
    def mark(self) -> Mark | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A finding about the front matter that does not keep it from being read."""

    code: str
    found: str
    fix: str
    key: str | None = None
    mark: Mark | None = None


class FrontMatterError(Exception):
    """Front matter, or a file, that cannot be read at all."""

    def __init__(
        self, found: str, *, fix: str, code: str, mark: Mark | None = None, key: str | None = None
    ) -> None:
        super().__init__(found, fix)
        self.found = found
        self.fix = fix
        self.code = code
        self.mark = mark
        self.key = key

    def problem(self, source: str) -> Problem:
        """The problem this is for the file `source`."""
        return _problem(
            self.code, self.found, source=source, fix=self.fix, key=self.key, mark=self.mark
        )


class Findings:
    """The problems of one source, each once, in the order they were met."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._problems: dict[tuple[str, str | None, Mark | None], Problem] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(self._problems.values())

    def add(
        self, code: str, found: str, *, fix: str, key: str | None = None, mark: Mark | None = None
    ) -> None:
        problem = _problem(code, found, source=self._source, fix=fix, key=key, mark=mark)
        self._problems.setdefault((code, key, mark), problem)

    def about(self, field: Placed, code: str, found: str, *, fix: str) -> None:
        """Add a finding about one field."""
        self.add(code, found, fix=fix, key=field.key, mark=field.mark)


def _problem(
    code: str, found: str, *, source: str, fix: str, key: str | None, mark: Mark | None
) -> Problem:
    """A problem of its rule's level, on one line and without signs that steer a terminal."""
    return Problem(
        code=code,
        level=RULES[code].level,
        source=source,
        found=_UNPRINTABLE.sub(" ", found),
        fix=_UNPRINTABLE.sub(" ", fix),
        key=_UNPRINTABLE.sub(" ", key) if key is not None else None,
        mark=mark,
    )
