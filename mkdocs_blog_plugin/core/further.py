"""Further reading: `links:` of a post, navigation as in `mkdocs.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

DEPTH = 4
"""Levels of sections; what lies deeper is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A page or URL to read next, or a section of them."""

    target: str | None = None
    """As written: a path relative to `docs_dir`, or a URL; `None` for a section."""
    label: str | None = None
    """`None` where the page's own title is meant."""
    below: tuple[Reading, ...] = ()


def read_links(value: Any, *, depth: int = DEPTH) -> tuple[Reading, ...]:
    """What `links:` says: paths and URLs, `title: target`, `section: [...]`; the rest is left
    out."""
    return tuple(_entries(value, depth))


def _entries(value: Any, depth: int) -> Iterator[Reading]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and item.strip():
            yield Reading(target=item.strip())
        elif isinstance(item, Mapping):
            for label, given in item.items():
                if isinstance(given, str) and given.strip():
                    yield Reading(label=str(label), target=given.strip())
                elif depth > 1 and (below := read_links(given, depth=depth - 1)):
                    yield Reading(label=str(label), below=below)
