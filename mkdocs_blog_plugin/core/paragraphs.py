"""The first paragraphs of a post, for posts whose author has marked no excerpt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .fragment import Fragment, Omit, Visit
from .plain_text import as_html, excerpt_text
from .tokens import classes

_WRAPPERS = frozenset({"article", "center", "div", "main", "section"})
_BOX_CLASSES = frozenset(
    "admonition arithmatex codehilite footnote highlight highlighttable mermaid tabbed-set "
    "toc".split()
)
_LISTS = frozenset({"dl", "ol", "ul"})
_BLOCK_START = re.compile(r"<(?:p|[duo]l|blockquote)[\s>]", re.IGNORECASE)
_BLOCK_END = re.compile(r"</(?:p|[duo]l|blockquote)\s*>|(?=<h[1-6][\s>])", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(slots=True)
class _OnlyBlocks:
    """A `Visit` that keeps some kinds of blocks, also those in plain containers."""

    visit: Visit
    kept: frozenset[str]
    dropped: bool = False
    """Whether anything was left out."""

    def __call__(self, name: str, tag: str, opened: Sequence[str], /) -> str | Omit:
        if name not in self.kept and _WRAPPERS.issuperset(opened):
            if name in _WRAPPERS and _BOX_CLASSES.isdisjoint(classes(tag)):
                return Omit.TAGS
            self.dropped = True
            return Omit.ELEMENT
        return self.visit(name, tag, opened)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraphs:
    """The first paragraphs, and where the post goes on."""

    html: str
    end: int
    whole: bool
    """Whether nothing before `end` was left out."""


def first_paragraphs(
    html: str, *, visit: Visit, start: int, count: int, characters: int
) -> Paragraphs:
    """The first `count` paragraphs, fewer if they have `characters` or a heading comes after them.

    Images that stand alone, code, tables and the like do not belong to them; a short list after
    "as follows:" does. A post without paragraphs gives its first list or quote.
    """
    only = _OnlyBlocks(visit, frozenset({"p"}))
    found = _first_blocks(html, only=only, start=start, count=count, characters=characters)
    if found.html:
        return found
    only = _OnlyBlocks(visit, _LISTS | {"p", "blockquote"})
    return _first_blocks(html, only=only, start=start, count=1, characters=characters)


def _first_blocks(
    html: str, *, only: _OnlyBlocks, start: int, count: int, characters: int
) -> Paragraphs:
    fragment = Fragment(html, visit=only, start=start)
    blocks: list[str] = []
    length = 0
    paragraphs = only.kept
    for end in _BLOCK_END.finditer(html, start):
        fragment.read(end.end())
        if fragment.pos != end.end() or fragment.muted or not _WRAPPERS.issuperset(fragment.names):
            continue
        if not end[0]:
            if blocks:
                break
            continue
        block = _block(fragment.take())
        size = len(_TAG.sub("", block).strip())
        full = len(blocks) >= count and not block.startswith(("<ul", "<ol", "<dl"))
        if not size or full or (blocks and length + size > 2 * characters):
            only.dropped = True
            if full:
                break
            continue
        blocks.append(block)
        length += size
        introduces = _TAG.sub("", block[-40:]).rstrip().endswith((":", "："))
        only.kept = paragraphs | _LISTS if introduces else paragraphs
        if (len(blocks) >= count or length >= characters) and not introduces:
            break
    if len(blocks) == 1 and length > 2 * characters:
        short = as_html(excerpt_text(blocks[0], limit=characters))
        return Paragraphs(html=short, end=fragment.pos, whole=False)
    return Paragraphs(html="\n".join(blocks), end=fragment.pos, whole=not only.dropped)


def _block(written: str) -> str:
    """The block without stray text before it."""
    start = _BLOCK_START.search(written)
    return written[start.start() :].strip() if start else ""
