"""Blocks of ours in Markdown, found before it is rendered: outside of comments and other code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)$"
    r"|^[ \t]*(?P<block><!--)|(?P<inline><!--)(?=[^\n]*-->)",
    re.MULTILINE,
)
_NEXT_PAGE = re.compile(r"<!--\s*nextpage\s*-->", re.IGNORECASE)
_INSIDE = re.compile(r"[ \t]*(?:[>|#]|[-*+][ \t]|\d{1,9}[.)][ \t])| {4}| {0,3}\t")
PLACEHOLDER = re.compile(r'<div data-weblog="([^"<>]*)"></div>')
"""What stands for a block until its page is known."""

_IN_PARAGRAPH = re.compile(r'<p>\s*(<div data-weblog="[^"<>]*"></div>)\s*</p>')
"""Markdown puts it in a paragraph where it is indented, though none can be in one."""

_SHOWN = re.compile(
    r"&lt;div data-weblog=(?:\"|&quot;)([^\"<>&]*)(?:\"|&quot;)&gt;&lt;/div&gt;", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """A fenced block of code in Markdown."""

    start: int
    end: int
    """Without the line break after it."""
    line: int
    """Number of its first line, counted from 1."""
    indent: str
    info: str
    text: str
    """What is in it, without the indent of the fence."""


def fences(markdown: str) -> Iterator[Fence]:
    """The fenced blocks, at any depth of lists and the like; not those within another one.

    A fence ends with the same signs it begins with, as for Python-Markdown; one that never ends
    is none.
    """
    line, counted = 1, 0
    for start, end, token in _tokens(markdown):
        if token["fence"]:
            line += markdown.count("\n", counted, start)
            counted = start
            body = markdown[token.end() + 1 : markdown.rfind("\n", start, end) + 1]
            yield Fence(
                start=start,
                end=end,
                line=line,
                indent=token["indent"],
                info=token["info"].strip(),
                text=_outdented(body, token["indent"]),
            )


def unclosed(markdown: str, *, info: str) -> Iterator[int]:
    """Lines of fences with this info that never end."""
    opening = re.compile(rf"^[ \t]*(?:`{{3,}}|~{{3,}})[ \t]*{re.escape(info)}[ \t]*$", re.MULTILINE)
    closed = [(start, end) for start, end, _ in _tokens(markdown)]
    for found in opening.finditer(markdown):
        if not any(start <= found.start() < end for start, end in closed):
            yield markdown.count("\n", 0, found.start()) + 1


def count_parts(markdown: str) -> int:
    """How many pages the markers `<!--nextpage-->` make of a text: those that stand outside of
    code, lists, quotes and tables, with something on both sides of them."""
    if not _NEXT_PAGE.search(markdown):
        return 1
    cuts = [0]
    for start, end, token in _tokens(markdown):
        begin = markdown.rfind("\n", 0, start + 1) + 1
        before = markdown[begin : markdown.index("<!--", start)] if not token["fence"] else ""
        if token["fence"] or not _NEXT_PAGE.fullmatch(markdown[start:end].strip()):
            continue
        if not _INSIDE.match(before) and before.count("`") % 2 == 0:
            cuts += start, end
    cuts.append(len(markdown))
    pieces = (markdown[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True))
    return sum(bool(piece.strip()) for piece in pieces) or 1


def _tokens(markdown: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Start and end of each comment and each fenced block, with the match that begins it."""
    pos, endless = 0, set[str]()
    while token := _TOKEN.search(markdown, pos):
        opening = token["fence"] or "<!--"
        start, end = token.start(), None
        if opening not in endless:
            end = _end_of_fence(markdown, token) if token["fence"] else _end(markdown, token)
        if end is None:
            endless.add(opening)
            pos = token.end()
        else:
            yield start, end, token
            pos = end


def _end(markdown: str, token: re.Match[str]) -> int | None:
    found = markdown.find("-->", token.end())
    return None if found < 0 else found + 3


def _end_of_fence(markdown: str, token: re.Match[str]) -> int | None:
    fence = token["fence"]
    if fence[0] in token["info"]:
        return token.end()  # inline code on a line of its own
    closing = re.compile(rf"^[ \t]*{fence}[ \t]*$", re.MULTILINE)
    found = closing.search(markdown, token.end())
    return found.end() if found else None


def _outdented(text: str, indent: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(
        line.removeprefix(indent) if line.startswith(indent) else line.lstrip(" \t")
        for line in lines
    )


def placeholder(name: str) -> str:
    """Stands for a block named `name` in Markdown and in the HTML made of it. Readers of the HTML
    (search, feeds) find nothing in it."""
    return f'<div data-weblog="{name}"></div>'


def unwrapped(html: str) -> str:
    """Rendered HTML with its placeholders out of the paragraphs they are alone in."""
    return _IN_PARAGRAPH.sub(r"\1", html)


def without_placeholders(html: str) -> str:
    """HTML for where blocks of ours are left out: excerpts, feeds, the text of posts in lists."""
    return PLACEHOLDER.sub("", html) if 'data-weblog="' in html else html


def shown_placeholders(html: str) -> Iterator[tuple[str, str]]:
    """Placeholders that Markdown took for code, as written there, with their names."""
    if "data-weblog=" in html:
        for found in _SHOWN.finditer(html):
            yield found[0], found[1]
