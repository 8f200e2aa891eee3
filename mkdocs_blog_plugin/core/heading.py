"""The first heading of a Markdown text, as plain text."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_BLOCK = re.compile(
    r"^(?:"
    r"[ ]{0,3}(?P<fence>`{3,}|~{3,})[^\n]*$"
    r"|(?P<comment><!--)"
    r"|(?P<raw><(?P<tag>script|style|pre|textarea)\b)"
    r"|\#(?!\#)(?P<atx>[^\n]*)"
    r"|(?P<setext>[^\s#>|=~`<][^\n]*)\n=+[ \t]*$"
    r")",
    re.MULTILINE | re.IGNORECASE,
)
_ATTRIBUTES = re.compile(r"\s*\{:?[ ]*(?:[#.][\w-]|[\w-]+=)[^{}]*\}\s*$")
_LONGEST = 1_000
_MOST_OPEN = 20
_TARGET = r"(?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])"
_SPECIAL = re.compile(r"[&<>\\*_~=^\[\]!`]")
_INLINE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"\\([\\`*_{}\[\]()#+.!<>~=^-])"), lambda found: _inert(found[1])),
    (re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)"), lambda found: _inert(found[2].strip())),
    (re.compile(r"\[\^[^\]]*\]"), lambda _: ""),
    (re.compile(rf"!\[([^\]]*)\]{_TARGET}"), lambda found: found[1]),
    (re.compile(rf"\[([^\[\]]*)\]{_TARGET}"), lambda found: found[1]),
    (re.compile(r"<((?:https?|mailto):[^\s<>]*)>"), lambda found: found[1]),
    (re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->"), lambda _: ""),
)
_EMPHASIS = (
    re.compile(r"(\*{1,3}|~~|==|\^\^)(?=\S)(?P<text>.+?)(?<=\S)\1"),
    re.compile(r"(?<!\w)(_{1,3})(?=\S)(?P<text>.+?)(?<=\S)\1(?!\w)"),
)


def first_heading(body: str) -> str | None:
    """The text of the first level-one heading, with its inline Markdown removed.

    `# Title` and `Title` underlined with `=` count, as in Python-Markdown also `#Title`; what
    stands in fenced code, in HTML comments and in raw `<pre>`, `<script>`, `<style>` does not.
    What is opened and never closed hides nothing; where that is so many times, no heading is found.
    """
    position = 0
    never_closed: set[str] = set()
    while len(never_closed) < _MOST_OPEN and (found := _BLOCK.search(body, position)):
        position = found.end()
        if text := heading_text(_unclosed(found["atx"] or "") or found["setext"] or ""):
            return text
        closing = _closing(found)
        if closing is not None and closing not in never_closed:
            end = re.compile(closing, re.MULTILINE | re.IGNORECASE).search(body, position)
            if end is None:
                never_closed.add(closing)
            else:
                position = end.end()
    return None


def _unclosed(atx: str) -> str:
    """The text of a `#` heading without the number signs that may close it."""
    text = atx.strip()
    bare = text.rstrip("#")
    return f"{bare}#" if bare.endswith("\\") and bare != text else bare


def _closing(opening: re.Match[str]) -> str | None:
    """The expression for the end of a block in which no heading counts."""
    if fence := opening["fence"]:
        return rf"^[ ]{{0,3}}{fence[0]}{{{len(fence)},}}[ \t]*$"
    if opening["comment"]:
        return "-->"
    return f"</{opening['tag'].lower()}" if opening["raw"] else None


def heading_text(markdown: str) -> str:
    """One line of Markdown as plain text: of links and images their text, attributes dropped."""
    text = _ATTRIBUTES.sub("", markdown[:_LONGEST])
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    for _ in range(3):  # as deep as emphasis stands in emphasis
        for pattern in _EMPHASIS:
            text = pattern.sub(lambda found: found["text"], text)
    return " ".join(html.unescape(text).split(" ")).strip()


def _inert(text: str) -> str:
    """Text that the later steps leave alone."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text)
