"""The fonts of cards: which of them has which character, and the outlines of a text in them.

Needs the extra `cards`.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

import uharfbuzz as harfbuzz

from .bidi import Direction, levels, visual_order
from .face import Face, Outline

_PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
_HAN = {"ja": "JP", "ko": "KR", "zh": "SC", "zh-hant": "TC", "zh-tw": "TC", "zh-hk": "HK"}
"""How a language writes Han characters: one of the faces of Noto Sans CJK."""

_TEXT = "Noto Sans"
_PICTURES = ("Noto Emoji", "Noto Sans Symbols")
_STICKY = frozenset(("Mn", "Me", "Mc", "Cf"))
_EMOJI_SELECTOR = "\ufe0f"
_FORMATS = frozenset((".ttf", ".otf", ".ttc"))
_SYSTEM = {
    "win32": ("C:/Windows/Fonts",),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts"),
}
"""Where systems keep their fonts; all others: `/usr/share/fonts`."""


class FontSet:
    """The fonts of one build: those of the site first, then Noto for every script there is, then
    the system's for what is in none of them."""

    def __init__(self, own: Sequence[Path] = ()) -> None:
        self._own = tuple(face for path in own for face in read_faces(path))
        self._noto = {face.family: face for path in noto_files() for face in read_faces(path)}
        self._measured: dict[tuple[str, int, str], float] = {}
        self._ordered = cache(self._order)
        self._system = cache(_system_face)

    def measure(self, text: str, *, weight: int, language: str) -> float:
        """The width of a text in ems."""
        key = (text, weight, language)
        if key not in self._measured:
            parts = self._parts(text, language)
            self._measured[key] = sum(
                self._weighed(face, weight).measure(part, weight=weight) if face else 0
                for part, face in parts
            )
        return self._measured[key]

    def outline(self, text: str, *, weight: int, language: str, base: Direction) -> Outline:
        """The outlines of a line, its characters in the order in which they stand."""
        runs: list[tuple[int, Outline]] = []
        order = levels(text, base=base)
        start = 0
        for part, face in self._parts(text, language):
            for level, group in groupby(range(start, start + len(part)), key=order.__getitem__):
                places = list(group)
                if face is not None:
                    piece = text[places[0] : places[-1] + 1]
                    way: Direction = "rtl" if level % 2 else "ltr"
                    shaped = self._weighed(face, weight).outline(piece, weight=weight, way=way)
                    runs.append((level, shaped))
            start += len(part)
        ordered = visual_order([level for level, _ in runs])
        return Outline.joined([runs[place][1] for place in ordered])

    def _parts(self, text: str, language: str) -> list[tuple[str, Face | None]]:
        """The text in parts of one font each; what no font has is left out of the picture."""
        parts: list[tuple[str, Face | None]] = []
        current: Face | None = None
        before = ""
        for place, character in enumerate(text):
            emoji = text[place + 1 : place + 2] == _EMOJI_SELECTOR or character >= "\U0001f000"
            if not parts or not _stays(character, before, current, emoji=emoji):
                current = self._face(character, language, emoji=emoji)
            if parts and parts[-1][1] is current:
                parts[-1] = (parts[-1][0] + character, current)
            else:
                parts.append((character, current))
            before = character
        return parts

    def _weighed(self, face: Face, weight: int) -> Face:
        """Of the site's own files of one family, the one for a weight."""
        family = [own for own in self._own if own.family == face.family]
        return min(family or [face], key=lambda each: each.distance(weight))

    def _face(self, character: str, language: str, *, emoji: bool) -> Face | None:
        faces = self._ordered(language, emoji=emoji)
        found = next((face for face in faces if face.has(character)), None)
        return found or self._system(character)

    def _order(self, language: str, *, emoji: bool) -> tuple[Face, ...]:
        """All fonts in the order in which they are asked for a character."""
        chosen = (_TEXT, *_PICTURES)
        scripts = [n for n in self._noto if n not in chosen and not n.startswith("Noto Sans CJK")]
        names = (_TEXT, *scripts, _han(language))
        pictures = tuple(self._noto[name] for name in _PICTURES if name in self._noto)
        text = (*self._own, *(self._noto[name] for name in names if name in self._noto))
        return (*pictures, *text) if emoji else (*text, *pictures)


def _stays(character: str, before: str, current: Face | None, *, emoji: bool) -> bool:
    """Whether a character is written in the font of the one before it: marks and joiners always,
    blanks and punctuation where that font has them."""
    category = unicodedata.category(character)
    if category in _STICKY or before == "\u200d":
        return True
    if emoji or current is None or category[0] not in "ZP" or current.family in _PICTURES:
        return False
    return current.has(character)


def _han(language: str) -> str:
    parts = language.lower().replace("_", "-").split("-")
    region = _HAN.get("-".join(parts[:2])) or _HAN.get(parts[0]) or "JP"
    return f"Noto Sans CJK {region}"


@cache
def noto_files() -> tuple[Path, ...]:
    """The font files of the installed packages, upright ones only, in one order everywhere."""
    return tuple(path for package in _PACKAGES for path in _package_files(package))


def _package_files(package: str) -> Iterator[Path]:
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for path in sorted(Path(folder).iterdir()):
            if path.suffix in _FORMATS and "Italic" not in path.name:
                yield path


def _system_face(character: str) -> Face | None:
    """The first font of the system that has a character."""
    faces = (face for path in _system_files() for face in read_faces(path))
    return next((face for face in faces if face.has(character)), None)


@cache
def _system_files() -> tuple[Path, ...]:
    folders = _SYSTEM.get(sys.platform, ("/usr/share/fonts", "/usr/local/share/fonts"))
    paths = (path for folder in folders for path in Path(folder).rglob("*"))
    return tuple(sorted(path for path in paths if path.suffix.lower() in _FORMATS))


@cache
def read_faces(path: Path) -> tuple[Face, ...]:
    """The faces of a font file; none for what is no font. Raises `OSError`."""
    blob = harfbuzz.Blob.from_file_path(str(path))
    whole = harfbuzz.Face(blob)
    if not whole.glyph_count:
        return ()
    return tuple(Face(path, harfbuzz.Face(blob, index)) for index in range(whole.count))
