"""References from one post to another: `related:` and `superseded_by:`."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterable, Mapping

from .post import Post
from .problems import Level, Problem


class References:
    """The posts of a blog by all that may name them: source, id, slug, file name, title."""

    def __init__(self, posts: Iterable[Post]) -> None:
        self._sources: dict[str, Post] = {}
        self._names: dict[str, Post | None] = {}
        for post in posts:
            self._sources[post.source] = post
        for post in self._sources.values():
            for name in {post.id, post.slug, post.file_slug, post.title.casefold()}:
                if name:
                    self._names[name] = None if name in self._names else post

    def find(self, written: str, *, near: Post) -> Post | None:
        """The post that `written` names in the front matter of `near`.

        A path is relative to the post, then to `docs_dir`, with or without its suffix; a name
        counts where only one post has it.
        """
        path = written.strip().partition("#")[0]
        folder = posixpath.dirname(near.source)
        rooted = path.startswith("/")
        for place in [path.lstrip("/")] if rooted else [posixpath.join(folder, path), path]:
            source = posixpath.normpath(place)
            for name in (source, f"{source}.md", f"{source}/index.md"):
                if name in self._sources:
                    return self._sources[name]
        return self._names.get(path) or self._names.get(path.casefold())

    def problem(self, written: str, *, near: Post, key: str) -> Problem:
        """The message for a reference that names no post."""
        named = [*self._sources, *(name for name, post in self._names.items() if post)]
        close = difflib.get_close_matches(written, named, n=1)
        return Problem(
            code="reference-unknown",
            level=Level.WARN,
            source=near.source,
            key=key,
            mark=near.marks.get(key),
            found=f"'{written}' is no post of this blog",
            fix=f"did you mean '{close[0]}'?" if close else "write the path of its file",
        )


def chosen_posts(
    posts: Iterable[Post],
) -> tuple[Mapping[str, tuple[str, ...]], tuple[Problem, ...]]:
    """The sources of the posts that `related:` of each post names, and what it names in vain."""
    every = tuple(posts)
    references = References(every)
    chosen: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for post in every:
        found = []
        for written in post.related:
            other = references.find(written, near=post)
            if other is None:
                problems.append(references.problem(written, near=post, key="related"))
            else:
                found.append(other.source)
        if found:
            chosen[post.source] = tuple(dict.fromkeys(found))
    return chosen, tuple(problems)
