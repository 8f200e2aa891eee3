"""Builds small sites for the documentation, to show what the plugin really says and writes."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

AS_OF = "2026-06-01 12:00"
"""The moment all examples are built for."""

LOGGER = "mkdocs.plugins.weblog"

_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a build."""

    said: tuple[str, ...]
    """All lines of our own, errors among them."""
    headings: Mapping[str, str]
    """The files of the site, with the first heading of those that are pages."""


def built(
    files: Mapping[str, str | bytes],
    *,
    weblog: Mapping[str, object] | None = None,
    blogs: Sequence[Mapping[str, object]] = (),
) -> Built:
    """Builds a site of `files`, relative to the folder of `mkdocs.yml`, in a folder of its own.

    `weblog` are the options of its blog, `blogs` those of several.
    """
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in {"docs/index.md": "# Home\n", **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        entry = {
            "site_name": "Example",
            "site_url": "https://example.org/",
            "theme": {"name": "mkdocs", "highlightjs": False},
            "plugins": [
                {"weblog": {"as_of": AS_OF, **options}} for options in blogs or [weblog or {}]
            ],
        }
        (root / "mkdocs.yml").write_text(yaml.safe_dump(entry), encoding="utf-8")
        with _records() as records:
            _run(root)
        ours = (r for r in records if r.name.startswith(LOGGER) or r.levelno >= logging.ERROR)
        lines = [line for record in ours for line in record.getMessage().splitlines()]
        return Built(said=tuple(lines), headings=_headings(root / "site"))


def _run(root: Path) -> None:
    """Builds; MkDocs logs why it refuses before it gives up."""
    here = Path.cwd()
    os.chdir(root)
    try:
        config = load_config(str(root / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        with suppress(Abort):
            build(config)
    finally:
        os.chdir(here)


@contextmanager
def _records() -> Iterator[list[logging.LogRecord]]:
    """The records of MkDocs' loggers, kept from the terminal; also those under DEBUG's level."""
    found: list[logging.LogRecord] = []
    handler = logging.Handler()
    handler.emit = found.append  # type: ignore[assignment]  # the shortest handler there is
    log = logging.getLogger("mkdocs")
    before = log.level, log.propagate
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        yield found
    finally:
        log.removeHandler(handler)
        log.level, log.propagate = before


def _headings(site: Path) -> dict[str, str]:
    found = {}
    for path in sorted(site.rglob("*")):
        if path.is_file():
            text = path.read_text(encoding="utf-8") if path.suffix == ".html" else ""
            heading = _HEADING.search(text)
            plain = (
                re.sub(r"<a class=\"headerlink.*?</a>|<[^>]*>", "", heading[1]) if heading else ""
            )
            found[path.relative_to(site).as_posix()] = unescape(plain).strip()
    return found
