"""How long a reader needs for a post, right also where words are not set apart by spaces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil

_UNREAD = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|svg|object)\b.*?(?:</\1\s*>|\Z)|</?[a-zA-Z][^<>]*>?"
    r"|&#?[a-zA-Z0-9]+;",
    re.DOTALL,
)
_IDEOGRAPH = re.compile(
    "[\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff]"
)
_UNSPACED = re.compile("[\u0e01-\u0e3a\u0e40-\u0eff\u1000-\u109f\u1780-\u17ff]")
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u065f\u0900-\u0dff"
_WORD = re.compile(f"\\w[\\w{_MARKS}]*(?:['\u2019]\\w[\\w{_MARKS}]*)*")
_UNSPACED_WORD = 5
"""Letters in a word of Thai, Lao, Khmer or Burmese, on average."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How much there is to read: words, and characters of Chinese and Japanese."""

    words: int
    cjk: int


def words(html: str) -> Count:
    """What there is to read in HTML or text: all text counts, also that of code."""
    text = _UNREAD.sub(" ", html) if "<" in html or "&" in html else html
    if text.isascii():
        return Count(words=len(_WORD.findall(text)), cjk=0)
    text, cjk = _IDEOGRAPH.subn(" ", text)
    text, letters = _UNSPACED.subn(" ", text)
    spaced = len(_WORD.findall(text))
    return Count(words=spaced + ceil(letters / _UNSPACED_WORD), cjk=cjk)


def reading_minutes(
    html: str,
    *,
    words_per_minute: int = 265,
    cjk_per_minute: int = 500,
    image_seconds: tuple[int, int] = (12, 3),
) -> int:
    """Whole minutes, rounded up, at least 1.

    The first image counts the first number of `image_seconds`, each further one a second less down
    to the second number, as Medium and Material count them.
    """
    count = words(html)
    seconds = 60 * (count.words / words_per_minute + count.cjk / cjk_per_minute)
    first, least = image_seconds
    images = html.count("<img")
    falling = min(images, max(first - least, 0))
    seconds += falling * first - falling * (falling - 1) // 2 + (images - falling) * least
    return max(1, ceil(seconds / 60))
