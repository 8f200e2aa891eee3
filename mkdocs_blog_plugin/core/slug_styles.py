"""Slug styles: how the words of a title become a part of a URL, before anything is made safe."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import quote

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_NOT_WORD = re.compile(r"[^\w\- ]")
_NOT_ASCII_WORD = re.compile(r"[^a-z0-9\- ]")
_FOLDS = str.maketrans(
    {
        "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
        "ĳ": "ij", "ĸ": "k", "ł": "l", "ŀ": "l", "ŉ": "n", "ŋ": "n", "ŧ": "t", "ſ": "s", "ß": "ss",
    }
)  # fmt: skip
"""Latin letters that Unicode does not decompose."""


def unicode_slug(text: str) -> str:
    """The slug as `pymdownx.slugs.slugify(case="lower")` makes it: keeps letters of any script.

    May be empty.
    """
    plain = _TAG.sub("", unicodedata.normalize("NFC", text)).strip().lower()
    return _NOT_WORD.sub("", plain).replace(" ", "-")


def ascii_slug(text: str) -> str:
    """Accents folded, everything beyond ASCII dropped. May be empty."""
    folded = unicodedata.normalize("NFKD", _TAG.sub("", text)).lower().translate(_FOLDS)
    plain = _NOT_ASCII_WORD.sub(" ", folded.encode("ascii", "ignore").decode())
    return re.sub(r"-{2,}", "-", plain.replace(" ", "-")).strip("-")


_WP_ENTITY = re.compile(r"&.+?;")
_WP_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
_WP_DASH = re.compile("[\\s./\u00a0\u2000-\u200a\u2011\u2013\u2014\u2028\u2029\u202f]+")
_WP_GONE = re.compile(
    "[\u00a1\u00a9\u00ab\u00ad\u00ae\u00b0\u00b4\u00bb\u00bf\u02ca\u0300\u0301\u0304\u030c\u0341"
    "\u200b-\u200f\u2018-\u201f\u2022\u2026\u202a-\u202e\u2039\u203a\u2122\ufeff\ufffc]"
)
_WP_NOT_SLUG = re.compile(r"[^a-z0-9%_\-\u0080-\U0010ffff]")
_WP_FOLDS = _FOLDS | str.maketrans({"ß": "s", "ª": "a", "º": "o", "€": "e", "£": "", "×": "x"})
_WP_MAX = 200


def wordpress_slug(text: str) -> str:
    """The slug as WordPress 6.1 makes it, percent-encoded where it is not ASCII. May be empty.

    As `sanitize_title()` in a locale without folding rules of its own: accents of Latin letters
    go, dots and slashes are dashes, other punctuation vanishes (`Node.js` is `node-js`, `R&D` is
    `rd`, `C++` is `c`), percent-encoded octets stay, 200 bytes of the encoded form are kept.
    """
    plain = _TAG.sub("", "".join(map(_wordpress_fold, unicodedata.normalize("NFC", text))))
    plain = _WP_PERCENT.sub("", plain).lower().translate(_WP_FOLDS)
    plain = _WP_GONE.sub("", _WP_DASH.sub("-", _WP_ENTITY.sub("", _encoded_prefix(plain))))
    dashed = re.sub(r"-{2,}", "-", _WP_NOT_SLUG.sub("", plain)).strip("-")
    return quote(dashed.encode(errors="ignore"), safe="%").lower()


def _wordpress_fold(char: str) -> str:
    """A Latin letter without its accents; other scripts keep theirs."""
    if char < "\u00c0" or not unicodedata.name(char, "").startswith("LATIN "):
        return char
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() else char


def _encoded_prefix(text: str) -> str:
    """What of `text` fits into `_WP_MAX` bytes when each byte beyond ASCII takes three."""
    room = _WP_MAX
    for place, char in enumerate(text):
        room -= 1 if char.isascii() else 3 * len(char.encode(errors="ignore"))
        if room < 0:
            return text[:place]
    return text


STYLES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "unicode": unicode_slug,
        "ascii": ascii_slug,
        "wordpress": wordpress_slug,
    }
)
"""By the name a site calls them."""
