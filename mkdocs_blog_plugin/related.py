"""Related posts: what the rendered pages tell of posts, and the suggestions that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from html import unescape

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from .config import RelatedConfig
from .core.blog import Blog
from .core.links import resolve
from .core.related import Evidence, Suggestion, related_posts

_HREF = re.compile(r"<a\s[^<>]*?href=\"([^\"#?]+)")


class RelatedFinder:
    """Suggests related posts, for all posts at once when the first is asked for."""

    def __init__(
        self,
        blog: Blog,
        files: Files,
        *,
        chosen: Mapping[str, Sequence[str]],
        options: RelatedConfig,
    ) -> None:
        self._blog = blog
        self._files = files
        self._chosen = chosen
        self._options = options
        self._pages = {
            post.source: (page, page.content or "")
            for post in blog.posts
            if (file := files.get_file_from_path(post.source)) and (page := file.page)
        }
        self.reasons = options.reasons
        """Whether suggestions say what the posts share."""

    def of(self, source: str) -> tuple[Suggestion, ...]:
        """The suggestions for a post, best first."""
        return self._all.get(source, ())

    @cached_property
    def _all(self) -> Mapping[str, tuple[Suggestion, ...]]:
        if self._options.limit <= 0:
            return {}
        return related_posts(
            self._blog.posts,
            groupings=self._blog.groupings.values(),
            evidence=Evidence(
                pages={s: tuple(self._linked(*both)) for s, both in self._pages.items()},
                texts={s: tuple(_texts(page)) for s, (page, _) in self._pages.items()},
                chosen=self._chosen,
            ),
            limit=self._options.limit,
            stable=self._options.stable,
        )

    @cached_property
    def _docs(self) -> Mapping[str, str]:
        """The URLs of pages that are none of the blog, to their sources."""
        ours = self._blog.by_source.keys() | self._blog.listings.keys()
        pages = self._files.documentation_pages()
        return {file.url: file.src_uri for file in pages if file.src_uri not in ours}

    def _linked(self, page: Page, content: str) -> Iterator[str]:
        for href in _HREF.findall(content):
            path = resolve(unescape(href), base=page.url)
            if path is not None and path in self._docs:
                yield self._docs[path]


def _texts(page: Page) -> Iterator[str]:
    yield unescape(str(page.title or ""))
    for item in page.toc:
        yield from _titles(item)


def _titles(item: AnchorLink) -> Iterator[str]:
    if item.level > 1:
        yield unescape(item.title)
    for child in item.children:
        yield from _titles(child)
