"""One card, laid out for the template.

Needs the extra `cards`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .bidi import Direction, direction, without_controls
from .fonts import FontSet
from .layout import fit, shorten
from .logo import Logo
from .palette import Palette
from .wanted import HEIGHT, WIDTH, Wanted

MARGIN = 80
_TITLE = (184, 484)
"""From where to where the title may reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text as the template sets it."""

    text: str
    path: str
    """Its outlines, the `d` of an SVG path: from 0 to the right, standing on 0."""
    width: float
    """Pixels, from the first letter to the last."""
    size: float
    """Pixels."""
    y: float
    """The baseline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the template sees as `card`. Lengths are pixels."""

    title: tuple[Line, ...]
    site_name: Line
    authors: Line
    date: Line
    """Like all lines, with an empty text where there is nothing to say."""
    logo: Logo | None
    palette: Palette
    direction: Direction
    """That of the title."""
    language: str
    width: int = WIDTH
    height: int = HEIGHT
    margin: int = MARGIN

    def left(self, length: float, *, behind: float = 0) -> float:
        """Where something of a length begins that stands at the margin, `behind` other things: at
        the right one for scripts from right to left."""
        if self.direction == "ltr":
            return round(self.margin + behind, 2)
        return round(self.width - self.margin - behind - length, 2)


class Typesetter:
    """Sets cards in some fonts."""

    def __init__(self, fonts: FontSet, *, palette: Palette, logo: Logo | None) -> None:
        self._fonts = fonts
        self._palette = palette
        self._logo = logo

    def set(self, wanted: Wanted) -> Card:
        """The card with every line broken, measured and in its place."""
        language = wanted.language
        setter = _Setter(self._fonts, language)
        whole = WIDTH - 2 * MARGIN
        beside = self._logo.width + 52 if self._logo else 0
        date = setter.line(wanted.date, size=28, weight=400, y=556, room=whole / 2)
        behind = date.width + 44 if date.text else 0
        return Card(
            title=tuple(setter.title(wanted.title)),
            site_name=setter.line(
                wanted.site_name, size=30, weight=600, y=120, room=whole - beside
            ),
            authors=setter.line(wanted.authors, size=28, weight=600, y=556, room=whole - behind),
            date=date,
            logo=self._logo,
            palette=self._palette,
            direction=direction(wanted.title),
            language=language,
        )


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets lines in some fonts, as a language writes them."""

    fonts: FontSet
    language: str

    def title(self, text: str) -> Iterator[Line]:
        text = without_controls(text)
        top, bottom = _TITLE
        block = fit(
            text,
            measure=lambda part: self._measure(part, 700),
            width=WIDTH - 2 * MARGIN,
            height=bottom - top,
        )
        base = direction(text)
        places = block.baselines(top=top, height=bottom - top)
        for line, y in zip(block.lines, places, strict=True):
            yield self._outlined(line, size=block.size, weight=700, y=y, base=base)

    def line(self, text: str, *, size: float, weight: int, y: float, room: float) -> Line:
        """One line, shortened where it is wider than `room` (pixels)."""
        text = without_controls(text)
        shown = shorten(text, measure=lambda part: self._measure(part, weight), width=room / size)
        return self._outlined(shown, size=size, weight=weight, y=y, base=direction(text))

    def _measure(self, text: str, weight: int) -> float:
        return self.fonts.measure(text, weight=weight, language=self.language)

    def _outlined(self, text: str, *, size: float, weight: int, y: float, base: Direction) -> Line:
        outline = self.fonts.outline(text, weight=weight, language=self.language, base=base)
        width = round(outline.width * size, 2)
        return Line(text=text, path=outline.path(size=size), width=width, size=size, y=y)
