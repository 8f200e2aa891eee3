"""Slugs: the parts of a URL that are made from words.

A slug is one path segment, never empty, at most `MAX_BYTES` long in UTF-8, lower case, in Unicode
form NFC, and never a name that a file system or this plugin keeps for itself.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable

MAX_BYTES = 100

RESERVED = frozenset({"index", "page", "feed", "assets"}) | frozenset(
    ["con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))]
)
"""Names a term cannot have: its page would lie where a listing's own pages do, or Windows
refuses the file (its device names)."""

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_NOT_WORD = re.compile(r"[^\w\- ]")
_NOT_ASCII_WORD = re.compile(r"[^a-z0-9\- ]")
_BLANKS = re.compile(r"\s+")
_SYMBOLS = re.compile(r"(?<=\w)(\+{1,3}|#)(?![\w+#])")
_SYMBOL_WORDS = {"+": " plus", "#": " sharp"}
_OCTET = re.compile(r"%[0-9a-f]{2}")


def unicode_slug(text: str) -> str:
    """The slug as `pymdownx.slugs.slugify(case="lower")` makes it: keeps letters of any script.

    May be empty.
    """
    plain = _TAG.sub("", unicodedata.normalize("NFC", text)).strip().lower()
    return _NOT_WORD.sub("", plain).replace(" ", "-")


def ascii_slug(text: str) -> str:
    """Accents folded, everything beyond ASCII dropped. May be empty."""
    folded = unicodedata.normalize("NFKD", _TAG.sub("", text)).encode("ascii", "ignore").decode()
    return re.sub(r"-{2,}", "-", _NOT_ASCII_WORD.sub(" ", folded.lower()).replace(" ", "-")).strip(
        "-"
    )


STYLES: dict[str, Callable[[str], str]] = {"unicode": unicode_slug, "ascii": ascii_slug}


def slugify(text: str, *, style: str = "unicode") -> str:
    """A slug of `text`, of one of the `STYLES`; empty where nothing of it can be in a URL.

    `C++` and `C#` keep their symbols as words (`c-plus-plus`, `c-sharp`), so that the terms most
    often lost by blog engines have a name of their own.
    """
    worded = _SYMBOLS.sub(lambda m: "".join(_SYMBOL_WORDS[c] for c in m.group()), text)
    return safe_segment(STYLES[style](_BLANKS.sub(" ", worded)))


def safe_segment(slug: str) -> str:
    """`slug` cut to `MAX_BYTES` bytes, with a stable hash where something was cut off.

    Dots, slashes, backslashes and control characters are taken out; may be empty.
    """
    clean = "".join(c for c in slug if c.isprintable() and c not in '/\\?*:|"<>').strip(". ")
    if len(clean.encode()) <= MAX_BYTES:
        return clean
    kept = clean.encode()[: MAX_BYTES - 9].decode(errors="ignore").rstrip("-. ")
    return f"{kept}-{digest(clean)}"


def digest(text: str) -> str:
    """Eight hexadecimal digits that stay the same for the same text."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def term_slug(label: str, *, singular: str, style: str = "unicode") -> str:
    """The slug of a term's label: never empty, never reserved.

    What has no letter of its own is named by its first code points (`tag-1f389`), what is
    reserved by the taxonomy (`index-tag`).
    """
    slug = slugify(label, style=style).strip("-") or f"{singular}-{_code_points(label)}"
    return f"{slug}-{singular}" if slug in RESERVED else slug


def _code_points(label: str) -> str:
    shown = [f"{ord(c):x}" for c in label if not c.isspace()]
    return "-".join(shown) if 0 < len(shown) <= 4 else digest(label)


def spelling_key(label: str) -> str:
    """What is equal for spellings of one term: those that differ by case, width or Unicode form."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFKC", label).casefold()).strip()


def collation_key(label: str) -> tuple[str, str]:
    """Sorts labels alphabetically: accents and case count only between equals."""
    plain = unicodedata.normalize("NFKD", label)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold(), label
