"""Enclosures as front matter describes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from .entry import Enclosure, Episode
from .text import one_line

_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})(?:\.\d+)?")
_KINDS = frozenset({"full", "trailer", "bonus"})


def enclosure_of(
    value: Mapping[str, Any], *, resolve: Callable[[str], str | None]
) -> Enclosure | None:
    """The enclosure of `enclosure:` in front matter, `None` where it names no file.

    Keys: `url` (also `src`, `file`), `length` (bytes), `type`, `title`, and of an episode
    `duration` (seconds or `1:02:03`), `episode`, `season`, `kind` (`full`, `trailer`, `bonus`),
    `explicit`, `subtitle`, `image`. What is not understood is left out. `resolve` makes an absolute
    URL of a link as written.
    """
    written = _text(value, "url") or _text(value, "src") or _text(value, "file")
    url = resolve(written) if written else None
    if not url:
        return None
    image = _text(value, "image")
    kind = _text(value, "kind").lower()
    explicit = value.get("explicit")
    episode = Episode(
        duration=read_duration(value.get("duration")),
        explicit=explicit if isinstance(explicit, bool) else None,
        number=_number(value.get("episode")),
        season=_number(value.get("season")),
        kind=kind if kind in _KINDS else None,
        subtitle=_text(value, "subtitle"),
        image=resolve(image) if image else None,
    )
    return Enclosure(
        url=url,
        length=_number(value.get("length")),
        type=_text(value, "type") or None,
        title=_text(value, "title"),
        episode=None if episode == Episode() else episode,
    )


def read_duration(value: object) -> int | None:
    """Seconds of `3723`, `"3723"` or `1:02:03` (which YAML 1.1 may already have counted)."""
    clock = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if clock:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours * 3600 + minutes * 60 + seconds
    return _number(value)


def _number(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, str) and value.strip().isdecimal() and len(value) < 16:
        value = int(value)
    return value if isinstance(value, int) and 0 <= value < 1 << 53 else None


def _text(value: Mapping[str, Any], key: str) -> str:
    found = value.get(key)
    return one_line(str(found)) if isinstance(found, (str, int, float)) else ""
