"""Templates that posts ask for by `template:`; MkDocs gives up over one that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import jinja2
from mkdocs.structure.pages import Page

from .core.post import Post
from .core.problems import Level, Problem


class PostTemplates:
    """Knows which templates there are: the theme's, and those of the site's `custom_dir`."""

    def __init__(self, dirs: Sequence[str]) -> None:
        self._environment = jinja2.Environment(loader=jinja2.FileSystemLoader(dirs))  # noqa: S701
        self._missing: set[str] = set()

    def problems(self, posts: Iterable[Post]) -> list[Problem]:
        """A warning for each post that asks for a template there is not."""
        asking = [post for post in posts if post.template and not self._has(post.template)]
        self._missing = {post.source for post in asking}
        return [
            Problem(
                code="template-missing",
                level=Level.WARN,
                source=post.source,
                key="template",
                mark=post.marks.get("template"),
                found=f"there is no template '{post.template}'",
                fix="write the name of one of the theme's, or of one below `custom_dir`",
            )
            for post in asking
        ]

    def _has(self, name: str) -> bool:
        loader = self._environment.loader
        assert loader is not None
        try:
            loader.get_source(self._environment, name)
        except (jinja2.TemplateNotFound, UnicodeDecodeError):
            return False
        return True

    def settle(self, page: Page, post: Post) -> None:
        """Leaves a post whose template cannot be had to the theme's own."""
        if post.template is None or post.source in self._missing:
            page.meta.pop("template", None)
