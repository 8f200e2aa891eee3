"""References from one post to another: `related:` and `superseded_by:`."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from .post import Post
from .problems import Level, Problem
from .states import Held


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred:
    """What posts say of each other, by the source of who says it."""

    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The sources of the posts that `related:` names, in that order."""
    superseded: Mapping[str, str | None] = field(default_factory=dict)
    """The source of the post that `superseded_by:` names, `None` where it is held back."""


def read_references(
    posts: Iterable[Post],
    *,
    unlisted: Iterable[Post] = (),
    held: Iterable[Held] = (),
    pages: Collection[str] = (),
) -> tuple[Referred, tuple[Problem, ...]]:
    """What `posts` say of each other, and what they name in vain.

    Whoever knows its address may be led to an `unlisted` post by a link, but no list names it; a
    post that is `held` back is not even named. `pages` are the sources of all pages of the docs,
    which may take a post's place too.
    """
    listed, hidden = tuple(posts), {item.post.source: item for item in held}
    named = (*listed, *unlisted)
    every = (*named, *(h.post for s, h in hidden.items() if s not in {p.source for p in named}))
    reader = _Reader(References(every), listed=listed, public=named, held=hidden, pages=pages)
    related = {post.source: found for post in named if (found := reader.related(post))}
    superseded = dict(pair for post in named if (pair := reader.superseded(post)))
    return Referred(related=related, superseded=superseded), tuple(reader.problems)


class _Reader:
    """Follows the references of posts and collects what is wrong with them."""

    def __init__(
        self,
        references: References,
        *,
        listed: Iterable[Post],
        public: Iterable[Post],
        held: Mapping[str, Held],
        pages: Collection[str],
    ) -> None:
        self._references = references
        self._listed = {post.source for post in listed}
        self._public = {post.source for post in public}
        self._held = held
        self._pages = pages
        self.problems: list[Problem] = []

    def related(self, post: Post) -> tuple[str, ...]:
        found = []
        for written in post.related:
            other = self._references.find(written, near=post)
            if other is None:
                self.problems.append(self._references.problem(written, near=post, key="related"))
            elif other.source in self._listed:
                found.append(other.source)
            else:
                self._say_held(other, near=post, key="related")
        return tuple(dict.fromkeys(found))

    def superseded(self, post: Post) -> tuple[str, str | None] | None:
        written = post.superseded_by or ""
        other = self._references.find(written, near=post)
        if other is None:
            near = posixpath.normpath(posixpath.join(posixpath.dirname(post.source), written))
            known = near in self._pages or written.lstrip("/") in self._pages
            if written.endswith(".md") and "://" not in written and not known:
                problem = self._references.problem(written, near=post, key="superseded_by")
                self.problems.append(problem)
                return post.source, None
            return None
        if other.source in self._public:
            return post.source, other.source
        self._say_held(other, near=post, key="superseded_by")
        return post.source, None

    def _say_held(self, other: Post, *, near: Post, key: str) -> None:
        held = self._held.get(other.source)
        why = held.told() if held else "unlisted"
        self.problems.append(
            Problem(
                code="link-held-back",
                level=Level.WARN,
                source=near.source,
                key=key,
                mark=near.marks.get(key),
                found=f"it names {other.source}, which is {why}",
                fix="it is left out; remove it, or wait",
            )
        )
