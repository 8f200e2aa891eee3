"""What a visitor must not see is nowhere in a build: links to it, and media only it uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from html import unescape
from urllib.parse import quote

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from .core.links import resolve
from .core.problems import Level, Mark, Problem
from .core.states import Held, State, Visible

_ANCHOR = re.compile(
    r"<a\s[^<>]*?href=(?:\"([^\"]*)\"|'([^']*)')[^<>]*>(.*?)</a>", re.DOTALL | re.IGNORECASE
)
_MEDIA_TEXTS = (".md", ".css", ".html", ".js", ".json", ".yml", ".yaml", ".svg", ".ipynb")


def summary(
    visible: Visible, *, when: Callable[[datetime], str], as_of: datetime | None = None
) -> str:
    """One line that says what a build held back, and until when; empty for nothing.

    `when` writes a moment. `as_of` is the one the site asks to be built for, which is said always:
    left behind in a configuration, it would hold back every new post.
    """
    moment = f"as of {when(as_of)}: " if as_of else ""
    counts = ", ".join(_counted(state, n) for state, n in visible.counts().items())
    if not counts:
        return f"{moment}nothing is held back" if moment else ""
    due = [held for held in visible.held_back if held.state is State.SCHEDULED]
    due.sort(key=lambda held: held.post.published)
    following = f"; next is {due[0].post.source}, {when(due[0].post.published)}" if due else ""
    return f"{moment}held back: {counts}{following}"


def _counted(state: State, count: int) -> str:
    plural = "s" if state is State.DRAFT and count > 1 else ""
    return f"{count} {state.value}{plural}"


class Unlinker:
    """Takes links to posts that are held back out of other pages; their text stays."""

    def __init__(self, held: Mapping[str, Held], files: Files) -> None:
        self._held = {
            file.url: item
            for source, item in held.items()
            if (file := files.get_file_from_path(source)) is not None
        }

    def unlink(self, html: str, page: Page) -> tuple[str, tuple[Problem, ...]]:
        """The HTML of `page` without such links, and a warning for each of them."""
        if not self._held or "<a" not in html:
            return html, ()
        problems: list[Problem] = []

        def text_only(match: re.Match[str]) -> str:
            target = resolve(unescape(match[1] or match[2] or ""), base=page.url)
            held = self._held.get((target or "").partition("#")[0].partition("?")[0])
            if held is None:
                return match.group()
            problems.append(_link_problem(held, page.file))
            return match[3]

        return _ANCHOR.sub(text_only, html), tuple(problems)


def _link_problem(held: Held, file: File) -> Problem:
    name = held.post.source.rpartition("/")[2]
    lines = enumerate(file.content_string.split("\n"), start=1)
    line = next((number for number, text in lines if name in text), None)
    return Problem(
        code="link-held-back",
        level=Level.WARN,
        source=file.src_uri,
        mark=Mark(line, 1) if line else None,
        found=f"it links to {held.post.source}, which is {held.told()}",
        fix="the text stays and the link is left out; remove it, or wait",
    )


def hide_media(files: Files, held: Iterable[str]) -> None:
    """Excludes media that only posts in `held` (sources) name, or that lie in their bundles.

    A file counts as named where its name stands in a source: rather one picture too many is held
    back with its post than one shown before it, and none that a public page names is missing.
    """
    held = set(held)
    hidden = "\n".join(_texts(file for file in files if file.src_uri in held))
    if not hidden:
        return
    bundles = tuple(source[: -len("index.md")] for source in held if source.endswith("/index.md"))
    suspects = [
        file
        for file in files.media_files()
        if _names(file, hidden) or file.src_uri.startswith(bundles)
    ]
    if not suspects:
        return
    public = "\n".join(_texts(file for file in files if _is_public_text(file, held)))
    for file in suspects:
        if not _names(file, public):
            file.inclusion = InclusionLevel.EXCLUDED


def _names(file: File, text: str) -> bool:
    name = file.src_uri.rpartition("/")[2]
    return name in text or quote(name) in text


def _is_public_text(file: File, held: set[str]) -> bool:
    return (
        file.src_uri not in held
        and file.inclusion.is_included()
        and file.src_uri.endswith(_MEDIA_TEXTS)
    )


def _texts(files: Iterable[File]) -> Iterator[str]:
    for file in files:
        yield file.content_bytes.decode(errors="replace")
