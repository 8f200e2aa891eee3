"""How problems are told: each once, sorted, with a path one can click on."""

from __future__ import annotations

import logging
import os
import posixpath
from collections.abc import Iterable
from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig

from .core.problems import Level, Mark, Problem

_LEVELS = {Level.INFO: logging.INFO, Level.WARN: logging.WARNING, Level.ERROR: logging.ERROR}
_TOP = Mark(0, 0)


def docs_prefix(config: MkDocsConfig) -> str:
    """`docs_dir` as seen from `mkdocs.yml`, for messages: `docs`."""
    base = os.path.dirname(config.config_file_path or "") or os.getcwd()
    prefix = os.path.relpath(config.docs_dir, base).replace(os.sep, "/")
    return config.docs_dir if prefix.startswith("..") else prefix


def located(problems: Iterable[Problem], *, prefix: str) -> tuple[Problem, ...]:
    """The problems with their paths below `prefix`, sorted by file and place, each once."""
    found = {replace(p, source=_joined(prefix, p.source)) for p in problems}
    return tuple(sorted(found, key=_place))


def _joined(prefix: str, source: str) -> str:
    """Also of a file that lies beside `docs_dir`, as the lock file does."""
    path = posixpath.join(prefix, source)
    return posixpath.normpath(path) if source.startswith("../") else path


def _place(problem: Problem) -> tuple[str, int, int, str]:
    mark = problem.mark or _TOP
    return problem.source, mark.line, mark.column, str(problem)


def tell(log: logging.LoggerAdapter[logging.Logger], problems: Iterable[Problem]) -> None:
    """Writes each problem to MkDocs' log at its level; a warning counts under `--strict`."""
    for problem in problems:
        log.log(_LEVELS[problem.level], "%s", problem)
