"""What is done to a post's HTML before and after its tags are looked at one by one.

Each of these is one regular expression over the whole text: what Markdown extensions write always
in the same way, and what only plain, finished HTML allows to do.
"""

from __future__ import annotations

import re
from html import escape, unescape
from re import Match

from ..placement import LINE_ANCHOR
from ..tokens import attribute
from .address import file_name
from .text import clean

_TITLE = re.compile(r"(?is)(?>(?:\s+|<!--.*?-->)*)<h1\b[^<>]*>.*?</h1\s*>")
_CODE_TABLE = re.compile(
    r'(?s)<table class="(?:highlight|codehilite)table">((?:(?!</?table).)*?)'
    r'<td class="code">((?:(?!</t[dr]).)*)</td>\s*</tr>\s*(?:</tbody>\s*)?</table>'
)
_FILE_NAME = re.compile(r'<span class="filename">([^<]*)</span>')
_MATHML = re.compile(r"(?is)<math\b([^<>]*)>((?:(?!<math\b).)*?)</math\s*>")
_TEX = re.compile(
    r'(?is)<annotation\b[^>]*encoding=["\']?application/x-tex\b[^>]*>(.*?)</annotation'
)
_TEX_SCRIPT = re.compile(
    r'(?is)(?:<(span|div) class="MathJax_Preview">[^<]*</\1>\s*)?'
    r"""<script\b[^<>]*type=["']?math/(?:tex|asciimath)\b[^<>]*>"""
    r"((?:(?!<script\b).)*?)</script\s*>"
)
_CDATA = re.compile(r"(?s)^\s*(?:%\s*)?<!\[CDATA\[(.*?)(?:%\s*)?\]\]>\s*$")
_IFRAME = re.compile(r"(?is)<iframe\b([^<>]*?)/?>.*?(?:</iframe\s*>|\Z)")
_TAGS = re.compile(r"<[^<>]*>")
_TAB_LABELS = re.compile(r'(?s)<div class="tabbed-labels">((?:(?!<div\b).)*?)</div>')
_TAB_LABEL = re.compile(r"(?s)<label\b[^>]*>((?:(?!<label\b).)*?)</label>")


def prepare(html: str) -> str:
    """The HTML without its title, with line numbers, frames and typeset formulas put plainly."""
    title = _TITLE.match(html)
    html = LINE_ANCHOR.sub("", html[title.end() :] if title else html)
    if "table>" in html or 'table"' in html:
        html = _CODE_TABLE.sub(_code, html)
    if "<math" in html:
        html = _MATHML.sub(_formula, html)
    if "math/" in html:
        html = _TEX_SCRIPT.sub(
            lambda script: _as_code(unescape(_CDATA.sub(r"\1", script[2]))), html
        )
    if "<iframe" in html:
        html = _IFRAME.sub(r"<embed\1>", html)
    return html


def _code(table: Match[str]) -> str:
    name = _FILE_NAME.search(table[1])
    return f"{name[0] if name else ''}{table[2]}"


def _formula(math: Match[str]) -> str:
    tex = _TEX.search(math[2])
    source = unescape(tex[1]) if tex else attribute(f"<math{math[1]}>", "alttext")
    return _as_code(source or plain_text(math[2]))


def _as_code(source: str) -> str:
    return f"<code>{escape(source.strip(), quote=False)}</code>"


def plain_text(html: str) -> str:
    """The text of a small piece of HTML, in one line."""
    return " ".join(unescape(_TAGS.sub("", html)).split())


def tab_labels(html: str) -> list[list[str]]:
    """The labels of each set of tabs (pymdownx.tabbed, alternate style), in order, as text."""
    if "tabbed-labels" not in html:
        return []
    return [
        [plain_text(label) for label in _TAB_LABEL.findall(labels)]
        for labels in _TAB_LABELS.findall(html)
    ]


_PLAIN_NAME = re.compile(r'<span class="filename">([^<]*)</span>')
_SPAN = re.compile(r'<span(?: (?:class="(?!arithmatex)[^"<>]*"|title="[^"<>]*"))?>([^<]*)</span>')
_INLINE_CLASS = re.compile(
    r"(<(?:span|code|em|strong|b|i|kbd|del|ins|mark|sub|sup|small|abbr))"
    r' class="(?!arithmatex")(?:[^"<>]*?(?<=[" ])(language-[\w+#.-]+))?[^"<>]*">'
)
_BOX_TITLE = re.compile(r'<p class="admonition-title">((?:(?!</p>).)*)</p>', re.DOTALL)
_MEDIA = re.compile(r"(<(video|audio)\b[^>]*>)((?:(?!</?(?:video|audio)\b).)*)</\2>", re.DOTALL)
_SOURCE = re.compile(r'<source\b[^>]*\bsrc="[^"]*"[^>]*>')
_EMPTY = re.compile(r"<p>\s*</p>\n?")
_REFERENCE = re.compile(
    r"&(?!(?:lt|gt|amp|quot);)(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;)?"
)


def finish(html: str) -> str:
    """The HTML without the classes of themes, its references and characters as all formats take
    them, with a link to each film and recording: readers leave out what plays them."""
    html = _PLAIN_NAME.sub(r"<p><strong>\1</strong></p>", html)
    html = _INLINE_CLASS.sub(_with_language, _SPAN.sub(r"\1", html))
    html = _BOX_TITLE.sub(r"<p><strong>\1</strong></p>", html)
    if "<video" in html or "<audio" in html:
        html = _MEDIA.sub(_with_link, html)
    return _EMPTY.sub("", clean(_REFERENCE.sub(_reference, html))).strip()


def _with_language(tag: Match[str]) -> str:
    return f'{tag[1]} class="{tag[2]}">' if tag[2] else f"{tag[1]}>"


def _with_link(media: Match[str]) -> str:
    tag = media[1] if " src=" in media[1] else ""
    source = tag or next(iter(_SOURCE.findall(media[3])), "")
    url = attribute(source, "src")
    if not url:
        return media[0]
    name = escape(file_name(url), quote=False)
    return f'{media[0]} <a href="{escape(url)}">{name}</a>'


def _reference(found: Match[str]) -> str:
    """Named and numbered characters as themselves: only HTML knows the names."""
    reference = found[1]
    if not reference:
        return "&amp;"
    character = unescape(found[0])
    if character == found[0]:
        return f"&amp;{reference}"
    return escape(clean(character))
