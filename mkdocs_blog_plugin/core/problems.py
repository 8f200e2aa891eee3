"""What an author must fix, or should know: one record per finding, with its place and its cure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How much a problem weighs; the names are those of MkDocs' own `validation:` settings."""

    INFO = "info"
    WARN = "warn"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of problem. Its documentation is generated from here."""

    code: str
    level: Level
    """What it weighs unless the site says otherwise. `ERROR`: nothing can be published with it."""
    title: str
    explanation: str
    """What happened, and what becomes of the post."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a source file: line and column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding about one source file.

    `code` names the rule (its section in the documentation), `source` is the file relative to
    `docs_dir`, `found` says what stands there, `fix` what would be right.
    """

    code: str
    level: Level
    source: str
    found: str
    fix: str
    key: str | None = None
    mark: Mark | None = None

    def __str__(self) -> str:
        place = self.source
        if self.mark is not None:
            place += f":{self.mark.line}:{self.mark.column}"
        subject = f"{self.key}: " if self.key else ""
        return f"{place}: {subject}{self.found}; {self.fix} [{self.code}]"
