"""Further reading of posts (`links:`), found among the pages of the docs."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping

from mkdocs.structure.files import Files

from .core.further import Reading, read_links
from .core.post import Post
from .core.problems import Level, Problem
from .core.schemes import is_safe_url
from .core.states import Held


class Further:
    """Knows where the links of posts lead."""

    def __init__(self, files: Files, *, held: Mapping[str, Held]) -> None:
        self._files = files
        self._held = held
        """Posts without a page in this build, by source."""

    def of(self, post: Post) -> tuple[Reading, ...]:
        """What a post names, without what cannot be read; targets that are pages of the docs are
        their sources."""
        return tuple(self._readable(read_links(post.links)))

    def _readable(self, links: Iterable[Reading]) -> Iterator[Reading]:
        for link in links:
            below = tuple(self._readable(link.below))
            if link.target is None:
                if below:
                    yield Reading(label=link.label, below=below)
            elif not _is_page(link.target):
                if is_safe_url(link.target):
                    yield link
            elif self._has(link.target):
                yield link

    def _has(self, target: str) -> bool:
        source = page_source(target)
        return source in self._files.src_uris and source not in self._held

    def problems(self, posts: Iterable[Post]) -> Iterator[Problem]:
        """A warning for each link that cannot be read."""
        for post in posts:
            for target in _targets(read_links(post.links)):
                if not _is_page(target):
                    if not is_safe_url(target):
                        fix = "write a path of the docs, or an address with http or https"
                        yield _problem("url-scheme", post, f"'{target}' is not printed", fix)
                elif page_source(target) in self._held:
                    held = self._held[page_source(target)]
                    found = f"it names {held.post.source}, which is {held.told()}"
                    yield _problem(
                        "link-held-back", post, found, "it is left out; remove it, or wait"
                    )
                elif not self._has(target):
                    found = f"'{target}' is no page of the docs"
                    yield _problem("reference-unknown", post, found, self._cure(target))

    def _cure(self, target: str) -> str:
        known: Collection[str] = [file.src_uri for file in self._files.documentation_pages()]
        close = difflib.get_close_matches(target, known, n=1)
        return f"did you mean '{close[0]}'?" if close else "write its path relative to docs_dir"


def page_source(target: str) -> str:
    """The source a target names, without fragment and leading slash."""
    return target.partition("#")[0].lstrip("/").removeprefix("./")


def _is_page(target: str) -> bool:
    return page_source(target).endswith(".md") and "://" not in target


def _targets(links: Iterable[Reading]) -> Iterator[str]:
    for link in links:
        if link.target is not None:
            yield link.target
        yield from _targets(link.below)


def _problem(code: str, post: Post, found: str, fix: str) -> Problem:
    return Problem(
        code=code,
        level=Level.WARN,
        source=post.source,
        key="links",
        mark=post.marks.get("links"),
        found=found,
        fix=fix,
    )
