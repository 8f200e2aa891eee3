"""The logo of a card: the site's own, else that of the theme."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import imagesize
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

HEIGHT = 60
_WIDEST = 300

_TYPES = {
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
}
_SVG = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_BOX = re.compile(rb"viewBox\s*=\s*[\"']([^\"']*)[\"']")
_SIDE = re.compile(rb"\b(width|height)\s*=\s*[\"']([\d.]+)(?:px)?[\"']")


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture with the size it has on the card."""

    url: str
    """As a `data:` URL: nothing is ever fetched."""
    width: float
    """Pixels, like `height`."""
    height: float


def find_logo(chosen: str | None, *, files: Files, theme: Theme) -> Logo | None:
    """The logo of the site's choice, a path relative to `docs_dir`; else what the theme shows.

    `None` where there is none, or nothing a card can show.
    """
    for path in (chosen,) if chosen else _theme_logos(theme):
        file = files.get_file_from_path(path.lstrip("/"))
        if file is not None:
            return read_logo(file.content_bytes)
        for folder in theme.dirs:
            found = Path(folder, path)
            if not chosen and found.is_file():
                return read_logo(found.read_bytes())
    return None


def _theme_logos(theme: Theme) -> Iterator[str]:
    """Where a theme's settings say its logo lies: a file, or one of Material's icons."""
    logo = theme.get("logo")
    if isinstance(logo, str) and logo and "//" not in logo:
        yield logo
    icons: Any = theme.get("icon")
    icon = icons.get("logo") if isinstance(icons, Mapping) else None
    if isinstance(icon, str) and icon:
        yield f".icons/{icon}.svg"


def read_logo(data: bytes) -> Logo | None:
    """A picture as a logo; `None` for what is neither SVG, PNG, JPEG, GIF nor WebP."""
    kind = next((name for start, name in _TYPES.items() if data.startswith(start)), None)
    size: tuple[float, float] | None = None
    if kind is not None:
        size = imagesize.get(BytesIO(data))
    elif opening := _SVG.search(data):
        kind, size = "image/svg+xml", _svg_size(opening.group())
        data = _painted(data, opening)
    if kind is None or size is None or min(size) <= 0:
        return None
    width, height = size
    scale = min(HEIGHT / height, _WIDEST / width)
    text = base64.b64encode(data).decode("ascii")
    return Logo(
        url=f"data:{kind};base64,{text}",
        width=round(width * scale, 2),
        height=round(height * scale, 2),
    )


def _svg_size(opening: bytes) -> tuple[float, float]:
    box = _BOX.search(opening)
    numbers = re.findall(rb"-?[\d.]+", box.group(1)) if box else []
    if len(numbers) == 4:
        return float(numbers[2]), float(numbers[3])
    sides = {name: float(value) for name, value in _SIDE.findall(opening)}
    return sides.get(b"width", 1.0), sides.get(b"height", 1.0)


def _painted(svg: bytes, opening: re.Match[bytes]) -> bytes:
    """An icon without any colour of its own is white, as in the theme's header."""
    if re.search(rb"\b(?:fill|stroke|style|class)\b", svg):
        return svg
    return svg[: opening.start() + 4] + b' fill="#fff"' + svg[opening.start() + 4 :]
