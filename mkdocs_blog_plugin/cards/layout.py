"""Where the lines of a card's text break, and how large they are. Knows no font: widths come from
a function, in ems."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

Measure = Callable[[str], float]
"""The width of a text on one line, in ems."""

SIZES = (84, 76, 68, 62, 56, 50, 45, 40, 36, 32)
"""Sizes a title may have, in pixels, the largest first."""

_NOT_FIRST = frozenset(
    "、。，．・：；？！）］｝」』】〉》〕”’ー々…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
)
_NOT_LAST = frozenset("（［｛「『【〈《〔“‘")
_BETWEEN = re.compile(
    r"[\u2e80-\u30ff\u31c0-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]"
)
"""Han and kana, between any two of which a line may break (Hangul breaks at spaces)."""

_KATAKANA = re.compile(r"[\u30a1-\u30ff]")
_AFTER = re.compile(r"(?<=\w\w)[-‐–—/](?=\w)")
_TALL = re.compile(r"[\u0590-\u109f\u1200-\u137f\u1780-\u17ff]")
"""Scripts with marks above and below: Hebrew and Arabic, those of India and its east."""

_STICKY = frozenset(("Mn", "Me", "Mc", "Cf"))
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A text in lines of one size."""

    lines: tuple[str, ...]
    size: float
    """Pixels."""
    leading: float
    """Pixels from one line to the next."""

    def baselines(self, *, top: float, height: float) -> tuple[float, ...]:
        """Where the lines stand when the block is in the middle of a space: what counts for the
        eye is from the top of the capitals to the last baseline."""
        capitals = 0.72 * self.size
        ink = capitals + (len(self.lines) - 1) * self.leading
        first = top + (height - ink) / 2 + capitals
        return tuple(round(first + n * self.leading, 2) for n in range(len(self.lines)))


def fit(
    text: str,
    *,
    measure: Measure,
    width: float,
    height: float,
    sizes: Sequence[float] = SIZES,
) -> Block:
    """The text as large as it goes into `width` and `height` (pixels).

    Where it does not go in at the smallest size, words break, and what is left over ends in an
    ellipsis: nothing is ever wider than `width`.
    """
    rate = 1.42 if _TALL.search(text) else 1.2
    units = _Units(_split(text), measure)
    for size in sizes:
        leading = round(size * rate, 2)
        lines = units.wrap(width / size)
        if lines is not None and len(lines) <= _room(height, size, leading):
            return Block(lines=lines, size=size, leading=leading)
    size = sizes[-1]
    leading = round(size * rate, 2)
    lines = _forced(text, measure, width / size)
    room = max(1, _room(height, size, leading))
    if len(lines) > room:
        rest = " ".join(lines[room - 1 :])
        lines = (*lines[: room - 1], shorten(rest, measure=measure, width=width / size))
    return Block(lines=lines, size=size, leading=leading)


def shorten(text: str, *, measure: Measure, width: float) -> str:
    """As much of the text's beginning as goes into `width` (ems) with an ellipsis; all of it where
    it goes in as it is."""
    if measure(text) <= width:
        return text
    clusters = _clusters(text)

    def shown(count: int) -> str:
        return "".join(clusters[:count]).rstrip(" ,;:–—-·") + _ELLIPSIS

    too_long = bisect_left(range(1, len(clusters)), 1, key=lambda n: int(measure(shown(n)) > width))
    return shown(too_long)


def _room(height: float, size: float, leading: float) -> int:
    """How many lines go into a height."""
    return int((height - size) // leading) + 1


class _Units:
    """The parts of a text between which lines may break, each measured once."""

    def __init__(self, units: Sequence[str], measure: Measure) -> None:
        self._units = units
        self._widths = [measure(unit.rstrip()) for unit in units]
        blank = measure("a a") - measure("aa") if any(unit.endswith(" ") for unit in units) else 0
        self._blanks = [blank if unit.endswith(" ") else 0 for unit in units]

    def wrap(self, width: float) -> tuple[str, ...] | None:
        """As few lines as there can be, as even as they can be; `None` where a word is wider."""
        if max(self._widths, default=0) > width:
            return None
        ends = self._ends(width)
        low, high = max(self._widths, default=0), width
        for _ in range(8):
            middle = (low + high) / 2
            narrower = self._ends(middle)
            if len(narrower) == len(ends):
                ends, high = narrower, middle
            else:
                low = middle
        starts = (0, *ends[:-1])
        return tuple("".join(self._units[a:b]).rstrip() for a, b in zip(starts, ends, strict=True))

    def _ends(self, width: float) -> list[int]:
        """Behind which unit each line ends, when every line takes what it can."""
        ends: list[int] = []
        filled = 0.0
        for number, (unit, blank) in enumerate(zip(self._widths, self._blanks, strict=True)):
            if number and filled + unit > width:
                ends.append(number)
                filled = 0.0
            filled += unit + blank
        return [*ends, len(self._units)]


def _split(text: str) -> list[str]:
    """The text in parts between which a line may break, each with the blank behind it."""
    return [part for word in re.findall(r"\S+ ?", text) for part in _parts(word)]


def _parts(word: str) -> Iterator[str]:
    """A word may break behind its hyphens, and between Han characters and kana, but no closing
    mark begins a line and no opening one ends it (https://www.w3.org/TR/jlreq/#line_breaking)."""
    if word.isascii() and not _AFTER.search(word):
        yield word
        return
    after = {match.end() for match in _AFTER.finditer(word)}
    start = 0
    for place, (before, behind) in enumerate(pairwise(word), start=1):
        if place in after or _breaks(before, behind):
            yield word[start:place]
            start = place
    yield word[start:]


def _breaks(before: str, behind: str) -> bool:
    if behind == " " or behind in _NOT_FIRST or before in _NOT_LAST:
        return False
    if unicodedata.category(behind) in _STICKY:
        return False
    if _KATAKANA.match(before) and _KATAKANA.match(behind):
        return False  # one word, as far as can be known
    return bool(_BETWEEN.match(before) or _BETWEEN.match(behind))


def _clusters(text: str) -> list[str]:
    """The text in characters as readers see them, with their marks and joiners."""
    clusters: list[str] = []
    joined = False
    for character in text:
        marks = (
            unicodedata.category(character) in _STICKY or "\U0001f3fb" <= character <= "\U0001f3ff"
        )
        if clusters and (marks or joined):
            clusters[-1] += character
        else:
            clusters.append(character)
        joined = character == "\u200d"
    return clusters


def _forced(text: str, measure: Measure, width: float) -> tuple[str, ...]:
    """The text in lines of at most `width` ems, words that are wider broken anywhere."""
    units: list[str] = []
    for unit in _split(text):
        if measure(unit.rstrip()) <= width:
            units.append(unit)
        else:
            units += _pieces(unit, measure, width)
    return _Units(units, measure).wrap(width) or ("".join(units),)


def _pieces(unit: str, measure: Measure, width: float) -> Iterator[str]:
    """A word in pieces as long as they can be, of one character at the least."""
    clusters = _clusters(unit)
    while clusters:
        fits = partial(_fits, clusters, measure=measure, width=width)
        length = bisect_left(range(2, len(clusters) + 1), 1, key=lambda n: int(not fits(n))) + 1
        yield "".join(clusters[:length])
        clusters = clusters[length:]


def _fits(clusters: Sequence[str], count: int, *, measure: Measure, width: float) -> bool:
    return measure("".join(clusters[:count]).rstrip()) <= width
