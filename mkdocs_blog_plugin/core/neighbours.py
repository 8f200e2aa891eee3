"""Who comes before and after a post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .post import Post
from .taxonomy import Grouping


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A post's neighbours in time; `None` at the ends of the chain."""

    older: Post | None = None
    newer: Post | None = None


def chain(posts: Sequence[Post]) -> dict[str, Neighbours]:
    """Links posts (newest first) into one chain, by source."""
    older = [*posts, None][1:]
    newer = [None, *posts][: len(posts)]
    return {
        post.source: Neighbours(before, after)
        for post, before, after in zip(posts, older, newer, strict=True)
    }


def chain_by_term(posts: Sequence[Post], *, grouping: Grouping) -> dict[str, Neighbours]:
    """A chain for each term: a post belongs to that of its first one, so that older and newer
    are each other's inverse (WordPress takes any shared term, where they are not).

    Posts without a term form a chain of their own.
    """
    chains: dict[tuple[str, ...], list[Post]] = {}
    for post in posts:
        first = grouping.of_post.get(post.source, ((),))[0]
        chains.setdefault(first, []).append(post)
    linked: dict[str, Neighbours] = {}
    for members in chains.values():
        linked |= chain(members)
    return linked


def neighbours(
    posts: Sequence[Post], *, scope: str, groupings: Mapping[str, Grouping]
) -> dict[str, Neighbours]:
    """The neighbours of all `posts` (newest first) within `scope`: `all`, `none`, or a taxonomy's
    name."""
    if scope == "all":
        return chain(posts)
    if scope == "none":
        return {post.source: Neighbours() for post in posts}
    return chain_by_term(posts, grouping=groupings[scope])
