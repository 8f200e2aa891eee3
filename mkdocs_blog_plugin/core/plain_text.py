"""HTML as plain text, for descriptions and search, and plain text as HTML."""

from __future__ import annotations

import re
from html import escape, unescape

_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|svg|template|noscript)\b.*?(?:</\1\s*>|\Z)"
    r'|<a class="(?:headerlink|footnote-ref|footnote-backref)"(?>(?:(?!</?a\b).)*)</a\s*>',
    re.DOTALL | re.IGNORECASE,
)
_BLOCK_TAG = re.compile(
    r"</?(?:address|article|aside|blockquote|br|dd|details|div|dl|dt|fieldset|figcaption|figure|"
    r"footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|"
    r"th|thead|tr|ul|video)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)|[。！？][」』）]*")
_INSIDE_CHARACTER = re.compile(
    "[\u0300-\u036f\u200d\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]|(?<=\u200d)"
)


def excerpt_text(html: str, *, limit: int | None = None) -> str:
    """The text of `html` in one line, without what belongs to the page: permalinks, footnote marks.

    At most `limit` characters: up to the end of a sentence if one ends in the last third of them,
    else up to a word, with `…`.
    """
    text = _BLOCK_TAG.sub(" ", _UNSEEN.sub("", html))
    text = " ".join(unescape(_TAG.sub("", text)).split())
    if limit is None or len(text) <= limit:
        return text
    ends = [end.end() for end in _SENTENCE_END.finditer(text, 0, limit + 1) if end.end() <= limit]
    if ends and ends[-1] * 3 >= limit * 2:
        return text[: ends[-1]]
    cut = text.rfind(" ", 0, limit)
    if cut * 3 < limit * 2:
        cut = limit - 1
        while cut > 0 and _INSIDE_CHARACTER.match(text, cut):
            cut -= 1
    return text[:cut].rstrip(" ,;:.!?–—-、，。") + "…"


def as_html(text: str) -> str:
    """Plain text as paragraphs, one for each run of lines between blank ones."""
    blocks = re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").strip())
    return "\n".join(f"<p>{escape(' '.join(block.split()), quote=False)}</p>" for block in blocks)
