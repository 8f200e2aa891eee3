"""The order in which the characters of a line stand: the Unicode Bidirectional Algorithm
(https://www.unicode.org/reports/tr9/) for one line without embeddings and isolates, which titles
and names do not have. The rules have their names from there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

Direction = Literal["ltr", "rtl"]

_PAIRS = {**dict(zip("([{（［｛「『【〈《〔⟨⟪", ")]}）］｝」』】〉》〕⟩⟫", strict=True))}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_EMBEDDING = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "BN"))


def direction(text: str) -> Direction:
    """The direction of the first letter that has one (P2, P3)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            break
    return "ltr"


def without_controls(text: str) -> str:
    """The text without the characters that embed and isolate."""
    if text.isascii():
        return text
    return "".join(c for c in text if unicodedata.bidirectional(c) not in _EMBEDDING)


def levels(text: str, *, base: Direction) -> list[int]:
    """The level of each character: even ones run to the right, odd ones to the left."""
    lowest = 1 if base == "rtl" else 0
    if text.isascii() and not lowest:
        return [0] * len(text)
    kinds = [unicodedata.bidirectional(character) or "L" for character in text]
    edge = "R" if lowest else "L"
    _resolve_weak(kinds, edge)
    _resolve_brackets(text, kinds, edge)
    _resolve_neutral(kinds, edge)
    return _trailing(text, [_level(kind, lowest) for kind in kinds], lowest)


def visual_order(values: Sequence[int]) -> list[int]:
    """The places of items, given their levels, from left to right (L2)."""
    order = list(range(len(values)))
    for level in range(max(values, default=0), 0, -1):
        start = 0
        for high, group in groupby(order, key=lambda place: values[place] >= level):
            length = len(list(group))
            if high:
                order[start : start + length] = order[start : start + length][::-1]
            start += length
    return order


def _resolve_weak(kinds: list[str], edge: str) -> None:
    before = strong = edge
    for place, kind in enumerate(kinds):
        if kind in ("NSM", "BN"):  # W1; BN takes the kind of what it follows (5.2)
            kinds[place] = before
        elif kind == "EN" and strong == "AL":  # W2
            kinds[place] = "AN"
        if kinds[place] in ("L", "R", "AL"):
            strong = kinds[place]
        before = kinds[place]
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for place in range(1, len(kinds) - 1):  # W4
        left, kind, right = kinds[place - 1 : place + 2]
        if left == right and (
            (kind in ("ES", "CS") and left == "EN") or (kind, left) == ("CS", "AN")
        ):
            kinds[place] = left
    for start, end in _spans(kinds, "ET"):  # W5
        if "EN" in (*kinds[max(0, start - 1) : start], *kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
    strong = edge
    for place, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):  # W6
            kinds[place] = "ON"
        elif kind == "EN" and strong == "L":  # W7
            kinds[place] = "L"
        elif kind in ("L", "R"):
            strong = kind


def _resolve_brackets(text: str, kinds: list[str], edge: str) -> None:
    """N0: brackets have the direction of what they enclose, where that is the line's, or was
    before them."""
    for opened, closed in sorted(_bracket_pairs(text, kinds)):
        inside = {_strong(kind) for kind in kinds[opened + 1 : closed]} - {""}
        if not inside:
            continue
        if edge in inside:
            kinds[opened] = kinds[closed] = edge
            continue
        before = (_strong(kind) for kind in reversed(kinds[:opened]))
        other = next(iter(inside))
        same = next((kind for kind in before if kind), edge) == other
        kinds[opened] = kinds[closed] = other if same else edge


def _bracket_pairs(text: str, kinds: list[str]) -> Iterator[tuple[int, int]]:
    """BD16."""
    stack: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        if kinds[place] != "ON":
            continue
        if character in _PAIRS:
            stack.append((character, place))
        elif character in _CLOSING:
            opening = _CLOSING[character]
            depth = next((d for d in reversed(range(len(stack))) if stack[d][0] == opening), None)
            if depth is not None:
                yield stack[depth][1], place
                del stack[depth:]


def _resolve_neutral(kinds: list[str], edge: str) -> None:
    """N1, N2."""
    neutral = ["N" if kind in _NEUTRAL else kind for kind in kinds]
    for start, end in _spans(neutral, "N"):
        left = _strong(kinds[start - 1]) if start else edge
        right = _strong(kinds[end]) if end < len(kinds) else edge
        kinds[start:end] = [left if left == right else edge] * (end - start)


def _spans(kinds: Sequence[str], kind: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found, group in groupby(list(kinds)):
        end = start + len(list(group))
        if found == kind:
            yield start, end
        start = end


def _strong(kind: str) -> str:
    """Numbers count as right to left for what is beside them."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _level(kind: str, lowest: int) -> int:
    """I1, I2."""
    if lowest:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _trailing(text: str, found: list[int], lowest: int) -> list[int]:
    """L1: blanks at the end of a line have its own level."""
    end = len(text.rstrip())
    return [*found[:end], *[lowest] * (len(text) - end)]
