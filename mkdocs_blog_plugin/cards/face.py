"""One face of a font, and the outlines of text in it.

Needs the extra `cards`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz as harfbuzz

from .bidi import Direction

Point = tuple[float, float]

_WEIGHT = slice(4, 6)
"""Where the table `OS/2` has the weight of a font."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A shape of a font at its place on a line."""

    face: Face
    id: int
    weight: int
    x: float
    """Ems from the beginning of the line, like `y`, which is upwards."""
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Text as shapes, from left to right; it begins at 0 and stands on 0."""

    glyphs: tuple[Glyph, ...]
    width: float
    """Ems."""

    @classmethod
    def joined(cls, outlines: Iterable[Outline]) -> Outline:
        """Outlines side by side, from left to right."""
        glyphs: list[Glyph] = []
        width = 0.0
        for outline in outlines:
            glyphs += (Glyph(g.face, g.id, g.weight, g.x + width, g.y) for g in outline.glyphs)
            width += outline.width
        return cls(glyphs=tuple(glyphs), width=width)

    def path(self, *, size: float) -> str:
        """The shapes as the `d` of an SVG path."""
        return "".join(
            glyph.face.path_of(glyph.id, weight=glyph.weight, size=size).at(
                glyph.x * size, -glyph.y * size
            )
            for glyph in self.glyphs
        )


@dataclass(frozen=True, slots=True)
class GlyphPath:
    """The outline of a glyph at one size: where it begins, and what follows from there."""

    begin: Point
    rest: str

    def at(self, x: float, y: float) -> str:
        """The outline as part of an SVG path; nothing for a blank."""
        if not self.rest:
            return ""
        return f"M{self.begin[0] + x:.2f} {self.begin[1] + y:.2f}{self.rest}"


class Face:
    """One face of a font file."""

    def __init__(self, path: Path, face: harfbuzz.Face) -> None:
        self._face = face
        self.path = path
        self.family: str = face.get_name(16) or face.get_name(1) or path.stem
        self._upem = float(face.upem)
        self._variable = any(axis.tag == "wght" for axis in face.axis_infos)
        table = face.reference_table("OS/2").data
        self._weight = int.from_bytes(table[_WEIGHT], "big")
        self._plain = harfbuzz.Font(face)
        self._font = cache(self._font_of)
        self._path = cache(self._path_of)
        self.has = cache(self._has)

    def _has(self, character: str) -> bool:
        """Whether there is a glyph for it."""
        return bool(self._plain.get_nominal_glyph(ord(character)))

    def distance(self, weight: int) -> int:
        """How far the nearest weight it can show is from another."""
        return 0 if self._variable else abs(self._weight - weight)

    def measure(self, text: str, *, weight: int) -> float:
        """The width of a text in ems."""
        positions = self._buffer(text, weight, None).glyph_positions
        return sum(float(place.x_advance) for place in positions) / self._upem

    def outline(self, text: str, *, weight: int, way: Direction) -> Outline:
        """A text that runs one way, with kerning, ligatures and joined letters."""
        buffer = self._buffer(text, weight, way)
        upem = self._upem
        glyphs: list[Glyph] = []
        at = 0
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            if info.codepoint:  # 0 is the box for what is missing
                x, y = (at + place.x_offset) / upem, place.y_offset / upem
                glyphs.append(Glyph(self, info.codepoint, weight, x, y))
            at += place.x_advance
        return Outline(glyphs=tuple(glyphs), width=at / upem)

    def path_of(self, glyph: int, *, weight: int, size: float) -> GlyphPath:
        """The outline of a glyph at a size in pixels."""
        return self._path(glyph, weight, size)

    def _buffer(self, text: str, weight: int, way: Direction | None) -> harfbuzz.Buffer:
        buffer = harfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if way is not None:
            buffer.direction = way
        harfbuzz.shape(self._font(weight), buffer, {})
        return buffer

    def _path_of(self, glyph: int, weight: int, size: float) -> GlyphPath:
        pen = _Pen(size / self._upem)
        self._font(weight).draw_glyph_with_pen(glyph, pen)
        return GlyphPath(pen.begin, "".join(pen.strokes))

    def _font_of(self, weight: int) -> harfbuzz.Font:
        font = harfbuzz.Font(self._face)
        if self._variable:
            font.set_variations({"wght": weight})
        return font


class _Pen:
    """Writes down what HarfBuzz draws, each point seen from the one before it, so that the glyph
    can stand anywhere. The names of its methods are fontTools'."""

    def __init__(self, scale: float) -> None:
        self._scale = scale
        self._last = self._start = (0.0, 0.0)
        self.begin = (0.0, 0.0)
        self.strokes: list[str] = []

    def _place(self, point: Point) -> Point:
        return round(point[0] * self._scale, 2), round(-point[1] * self._scale, 2)

    def _take(self, command: str, *points: Point) -> None:
        x, y = self._last
        placed = [self._place(point) for point in points]
        self.strokes.append(command + " ".join(f"{a - x:.2f} {b - y:.2f}" for a, b in placed))
        self._last = placed[-1]

    def moveTo(self, point: Point) -> None:  # noqa: N802
        if self.strokes:
            self._last = self._start  # where closing a shape leads
            self._take("m", point)
        else:
            self.begin = self._last = self._place(point)
        self._start = self._last

    def lineTo(self, point: Point) -> None:  # noqa: N802
        self._take("l", point)

    def qCurveTo(self, *points: Point) -> None:  # noqa: N802
        self._take("q", *points)

    def curveTo(self, *points: Point) -> None:  # noqa: N802
        self._take("c", *points)

    def closePath(self) -> None:  # noqa: N802
        self.strokes.append("z")
