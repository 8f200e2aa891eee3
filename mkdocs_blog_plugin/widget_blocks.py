"""Widgets in Markdown: fenced blocks that keep their place until all pages are rendered."""

from __future__ import annotations

import html as html_entities
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from mkdocs.structure.pages import Page

from .core.blocks import Fence, fences, placeholder, shown_placeholders, unclosed, unwrapped
from .core.findings import FrontMatterError
from .core.header import read_header
from .core.problems import Mark, Problem
from .core.query import unknown_terms
from .core.query_reading import QueryError
from .core.rules import RULES
from .core.slugs import digest
from .core.taxonomy import Grouping
from .core.widget import KINDS, Widget, read_widget

INFO = "weblog"
"""What a fence says behind its signs to be one of ours."""


class Slip(NamedTuple):
    """What is wrong with a widget, and what would be right."""

    code: str
    found: str
    fix: str

    def problem(self, source: str, *, line: int | None = None) -> Problem:
        """The problem this is for a file, with the level of its rule."""
        return Problem(
            code=self.code,
            level=RULES[self.code].level,
            source=source,
            mark=Mark(line, 1) if line else None,
            found=self.found,
            fix=self.fix,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block and what it asks for; `widget` is `None` where that cannot be understood."""

    written: str
    widget: Widget | None
    problems: tuple[Problem, ...] = ()


class Blocks:
    """The blocks of all pages that belong to one blog, in the order they were met."""

    def __init__(
        self, *, folder: str, folders: Sequence[str], groupings: Mapping[str, Grouping]
    ) -> None:
        self._folder = folder
        self._folders = folders
        """Those of all blogs of the site, this one among them."""
        self._groupings = groupings
        self._taxonomies = [n for n, g in groupings.items() if g.taxonomy.kind == "term"]
        self._prefix = digest(folder)[:6]
        self._blocks: dict[str, Block] = {}
        self._of_page: dict[str, list[str]] = {}

    def get(self, name: str) -> Block | None:
        """The block of a placeholder."""
        return self._blocks.get(name)

    def place(self, markdown: str, page: Page) -> tuple[str, tuple[Problem, ...]]:
        """The Markdown of a page with placeholders for its blocks, and those that never end."""
        if INFO not in markdown:
            return markdown, ()
        pieces: list[str] = []
        names = self._of_page[page.file.src_uri] = []
        pos = 0
        found = [fence for fence in fences(markdown) if fence.info == INFO]
        for fence in found:
            values, error = _values(fence.text)
            if not self._is_ours(values, page):
                continue
            name = f"{self._prefix}-{len(self._blocks)}"
            names.append(name)
            self._blocks[name] = self._read(fence, values, error, page, found)
            pieces += markdown[pos : fence.start], "\n", fence.indent, placeholder(name), "\n"
            pos = fence.end
        lines = unclosed(markdown, info=INFO) if self._folder == self._owner(page) else ()
        return "".join([*pieces, markdown[pos:]]), tuple(_endless(page, line) for line in lines)

    def settle(self, html: str, page: Page) -> tuple[str, tuple[Problem, ...]]:
        """The rendered HTML of a page, and what is wrong with its blocks. One that Markdown took
        for code is no widget, and is shown as it was written."""
        names = dict.fromkeys(self._of_page.pop(page.file.src_uri, ()))
        if not names:
            return html, ()
        for shown, name in shown_placeholders(html):
            if block := self._blocks.get(name):
                html = html.replace(shown, html_entities.escape(block.written, quote=False))
                names.pop(name, None)
        return unwrapped(html), tuple(p for name in names for p in self._blocks[name].problems)

    def _is_ours(self, values: Mapping[str, Any], page: Page) -> bool:
        named = values.get("blog")
        if named is None:
            return self._folder == self._owner(page)
        folder = str(named).strip("./")
        return self._folder == (folder if folder in self._folders else self._owner(page))

    def _owner(self, page: Page) -> str:
        """The blog whose folder a page lies in, else the first of the site."""
        source = page.file.src_uri
        within = [f for f in self._folders if not f or source.startswith(f"{f}/")]
        return max(within, key=len, default=self._folders[0])

    def _read(
        self,
        fence: Fence,
        values: Mapping[str, Any],
        error: FrontMatterError | None,
        page: Page,
        found: Sequence[Fence],
    ) -> Block:
        if error is not None:
            widget, slips = None, [Slip(code="widget-yaml", found=error.found, fix=error.fix)]
        else:
            widget, slips = self._widget(values)
        written = _written(fence)
        if not slips:
            return Block(written=written, widget=widget)
        line = _line_in_file(fence, page, found)
        below = error.mark.line if error and error.mark else 0
        at = line and line + below
        problems = tuple(slip.problem(page.file.src_uri, line=at) for slip in slips)
        return Block(written=written, widget=widget, problems=problems)

    def _widget(self, values: Mapping[str, Any]) -> tuple[Widget | None, list[Slip]]:
        named = values.get("blog")
        if named is not None and str(named).strip("./") not in self._folders:
            found, fix = f"there is no blog '{named}'", f"write {', '.join(self._folders)}"
            return None, [Slip(code="widget-option", found=found, fix=fix)]
        return self.read(values)

    def read(self, values: Mapping[str, Any]) -> tuple[Widget | None, list[Slip]]:
        """The widget that a mapping means, and what is wrong with it: `None` for one that cannot
        be understood; one that asks for terms no post has is empty, as a rule."""
        try:
            widget = read_widget(values, taxonomies=self._taxonomies)
        except QueryError as error:
            slips = error.findings
            return None, [Slip(code="widget-option", found=found, fix=fix) for found, fix in slips]
        unknown = unknown_terms(widget.query, groupings=self._groupings)
        return widget, [Slip(code="widget-term", found=found, fix=fix) for found, fix in unknown]


def _values(text: str) -> tuple[Mapping[str, Any], FrontMatterError | None]:
    """What stands in a block; the name of a widget alone will do."""
    if text.strip() in KINDS:
        return {"widget": text.strip()}, None
    try:
        return read_header(text, line=1).values or {}, None
    except FrontMatterError as error:
        return {}, error


def _written(fence: Fence) -> str:
    sign = "~~~" if "```" in fence.text else "```"
    return f"{sign}{INFO}\n{fence.text}{sign}"


def _endless(page: Page, line: int) -> Problem:
    shift = _front_matter_lines(page)
    found, fix = "a block that never ends", "end it with the same signs it begins with"
    slip = Slip(code="widget-unclosed", found=found, fix=fix)
    return slip.problem(page.file.src_uri, line=line + shift)


def _text(page: Page) -> str:
    try:
        return page.file.content_string.replace("\r\n", "\n")
    except (OSError, ValueError):
        return ""


def _front_matter_lines(page: Page) -> int:
    text, body = _text(page), page.markdown or ""
    start = text.find(body[:500]) if body else -1
    return text.count("\n", 0, start) if start > 0 else 0


def _line_in_file(fence: Fence, page: Page, found: Sequence[Fence]) -> int | None:
    """The line of a fence in the file; `None` where another plugin wrote it."""
    before = sum(other.text == fence.text and other.start < fence.start for other in found)
    lines = [f.line for f in fences(_text(page)) if f.info == INFO and f.text == fence.text]
    return lines[before] if before < len(lines) else None
