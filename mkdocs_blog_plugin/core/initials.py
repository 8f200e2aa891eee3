"""The letter a label stands under in an alphabetical index."""

from __future__ import annotations

import unicodedata

DIGITS = "0–9"
HAN = "漢"
"""One heading for all ideographs: where each would be looked for depends on how it is read."""
SYMBOLS = "#"

_KATAKANA = range(0x30A1, 0x30F7)
_TO_HIRAGANA = 0x60


def initial(label: str) -> str:
    """The first letter, without accents and in the large form where its script has one: É is under
    E, ガ under か, 한 under its first consonant. Digits share a heading, and so do symbols."""
    first = unicodedata.normalize("NFKD", label.strip())[:1]
    if first.isnumeric() and not first.isalpha():
        return DIGITS
    if not first.isalpha():
        return SYMBOLS
    if "IDEOGRAPH" in unicodedata.name(first, ""):
        return HAN
    if ord(first) in _KATAKANA:
        first = chr(ord(first) - _TO_HIRAGANA)
    return unicodedata.normalize("NFKD", first.upper())[:1]
