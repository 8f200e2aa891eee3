"""One face of a font, and the outlines of text in it.

Needs the extra `cards`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz as harfbuzz

from .bidi import Direction

Point = tuple[float, float]
Stroke = tuple[str, tuple[Point, ...]]
"""A command of an SVG path (M, L, Q, C, Z) with its points, upwards as in fonts."""

_WEIGHT = slice(4, 6)
"""Where the table `OS/2` has the weight of a font."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Text as shapes, in ems; it begins at 0 and stands on 0."""

    strokes: tuple[Stroke, ...]
    width: float

    @classmethod
    def joined(cls, outlines: Iterable[Outline]) -> Outline:
        """Outlines side by side, from left to right."""
        strokes: list[Stroke] = []
        width = 0.0
        for outline in outlines:
            strokes += _moved(outline.strokes, width, 0)
            width += outline.width
        return cls(strokes=tuple(strokes), width=width)

    def path(self, *, size: float) -> str:
        """The shapes as the `d` of an SVG path."""
        return "".join(
            command + " ".join(f"{x * size:.2f} {-y * size:.2f}" for x, y in points)
            for command, points in self.strokes
        )


def _moved(strokes: Iterable[Stroke], x: float, y: float) -> Iterable[Stroke]:
    return ((name, tuple((a + x, b + y) for a, b in points)) for name, points in strokes)


class Face:
    """One face of a font file."""

    def __init__(self, path: Path, face: harfbuzz.Face) -> None:
        self._face = face
        self.path = path
        self.family: str = face.get_name(16) or face.get_name(1) or path.stem
        self._variable = any(axis.tag == "wght" for axis in face.axis_infos)
        table = face.reference_table("OS/2").data
        self._weight = int.from_bytes(table[_WEIGHT], "big")
        self._plain = harfbuzz.Font(face)
        self._font = cache(self._font_of)
        self._glyph = cache(self._glyph_of)
        self._shaped = cache(self._shape)

    def has(self, character: str) -> bool:
        """Whether there is a glyph for it."""
        return bool(self._plain.get_nominal_glyph(ord(character)))

    def distance(self, weight: int) -> int:
        """How far the nearest weight it can show is from another."""
        return 0 if self._variable else abs(self._weight - weight)

    def outline(self, text: str, *, weight: int, way: Direction) -> Outline:
        """A text that runs one way, with kerning, ligatures and joined letters."""
        return self._shaped(text, weight, way)

    def measure(self, text: str, *, weight: int) -> float:
        """The width of a text in ems."""
        positions = self._buffer(text, weight, None).glyph_positions
        return float(sum(place.x_advance for place in positions)) / float(self._face.upem)

    def _buffer(self, text: str, weight: int, way: Direction | None) -> harfbuzz.Buffer:
        buffer = harfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if way is not None:
            buffer.direction = way
        harfbuzz.shape(self._font(weight), buffer, {})
        return buffer

    def _shape(self, text: str, weight: int, way: Direction) -> Outline:
        buffer = self._buffer(text, weight, way)
        upem = self._face.upem
        strokes: list[Stroke] = []
        at = 0.0
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            x, y = at + place.x_offset / upem, place.y_offset / upem
            if info.codepoint:  # 0 is the box for what is missing
                strokes += _moved(self._glyph(info.codepoint, weight), x, y)
            at += place.x_advance / upem
        return Outline(strokes=tuple(strokes), width=at)

    def _glyph_of(self, glyph: int, weight: int) -> tuple[Stroke, ...]:
        pen = _Pen(self._face.upem)
        self._font(weight).draw_glyph_with_pen(glyph, pen)
        return tuple(pen.strokes)

    def _font_of(self, weight: int) -> harfbuzz.Font:
        font = harfbuzz.Font(self._face)
        if self._variable:
            font.set_variations({"wght": weight})
        return font


class _Pen:
    """Takes down what HarfBuzz draws; the names of its methods are fontTools'."""

    def __init__(self, upem: int) -> None:
        self._upem = upem
        self.strokes: list[Stroke] = []

    def _take(self, command: str, points: Sequence[Point]) -> None:
        upem = self._upem
        self.strokes.append((command, tuple((x / upem, y / upem) for x, y in points)))

    def moveTo(self, point: Point) -> None:  # noqa: N802
        self._take("M", [point])

    def lineTo(self, point: Point) -> None:  # noqa: N802
        self._take("L", [point])

    def qCurveTo(self, *points: Point) -> None:  # noqa: N802
        self._take("Q", points)

    def curveTo(self, *points: Point) -> None:  # noqa: N802
        self._take("C", points)

    def closePath(self) -> None:  # noqa: N802
        self._take("Z", [])
