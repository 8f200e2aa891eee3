"""Slugs: the parts of a URL that are made from words.

A slug is one path segment, lower case, in Unicode form NFC. That of a term is at most `MAX_BYTES`
long in UTF-8, never empty, and never a name that a file system or this plugin keeps for itself.
One chosen by a writer keeps its case and, like a post's, may be `MAX_POST_BYTES` long.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import unquote

from .slug_styles import STYLES

MAX_BYTES = 100

MAX_POST_BYTES = 200
"""As long as WordPress lets a slug be, and short enough for any file system with `.html` on it."""

DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in "123456789¹²³")]
)
"""Names Windows refuses for files and folders, with any suffix, in any case."""

RESERVED = DEVICES | {"index", "page", "feed", "assets"}
"""Names a term cannot have: its page would lie where a listing's own pages do, or Windows
refuses the file."""

_BLANKS = re.compile(r"\s+")
_DASHES = re.compile(r"-{2,}")
_SYMBOLS = re.compile(r"(?<=\w)(\+{1,3}|#)(?![\w+#])")
_SYMBOL_WORDS = {"+": " plus", "#": " sharp"}


def slugify(text: str, *, style: str = "unicode", limit: int = MAX_BYTES) -> str:
    """A slug of `text`, of one of the `STYLES`; empty where nothing of it can be in a URL.

    The octets of the style `wordpress` are decoded: a file is called what its URL reads.
    """
    slug = STYLES[style](_BLANKS.sub(" ", text))
    return safe_segment(
        unquote(slug, errors="ignore") if style == "wordpress" else slug, limit=limit
    )


def chosen_slug(slug: str | None) -> str:
    """A slug a writer wrote, as the path segment it can be; empty where nothing is left of it."""
    return safe_segment(unicodedata.normalize("NFC", slug or ""), limit=MAX_POST_BYTES)


def safe_segment(slug: str, *, limit: int = MAX_BYTES) -> str:
    """`slug` cut to `limit` bytes, with a stable hash where something was cut off.

    Slashes, backslashes, control characters and dots at the ends are taken out; may be empty.
    """
    clean = "".join(c for c in slug if c.isprintable() and c not in '/\\?*:|"<>').strip(". ")
    if len(clean.encode()) <= limit:
        return clean
    kept = clean.encode()[: limit - 9].decode(errors="ignore").rstrip("-. ")
    return f"{kept}-{digest(clean)}"


def digest(text: str) -> str:
    """Eight hexadecimal digits that stay the same for the same text."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:8]


def term_slug(label: str, *, singular: str, style: str = "unicode", chosen: str = "") -> str:
    """The slug of a term: the `chosen` one, else made from its label; never empty or reserved.

    `C++` and `C#` keep their symbols as words (`c-plus-plus`, `c-sharp`), so that the terms most
    often lost by blog engines have a name of their own; in the style `wordpress` they have not.
    Dashes come one at a time (`Health & Care` is `health-care`). What has no letter is named by
    its first code points (`tag-1f389`), what is reserved by the taxonomy (`index-tag`).
    """
    if style != "wordpress":
        label = _SYMBOLS.sub(lambda m: "".join(_SYMBOL_WORDS[c] for c in m.group()), label)
    slug = chosen or _DASHES.sub("-", slugify(label, style=style)).strip("-")
    slug = slug or f"{singular}-{_code_points(label)}"
    return f"{slug}-{singular}" if slug.casefold() in RESERVED or slug == "README" else slug


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
