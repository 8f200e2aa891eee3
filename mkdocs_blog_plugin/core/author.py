"""Authors: what a site says of them, and who wrote which post."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .author_file import Author, author_of
from .post import AuthorRef, Post
from .problems import Level, Problem
from .slugs import spelling_key
from .taxonomy import Labels, Taxonomy, TermInfo

_ID = re.compile(r"[a-z0-9][a-z0-9_.\-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bylines:
    """Who wrote which post."""

    of_post: Mapping[str, tuple[Author, ...]] = field(default_factory=dict)
    """By the post's source, in the order the post names them."""
    authors: Mapping[str, Author] = field(default_factory=dict)
    """By id: those of the authors file, then others in the order of the posts given."""

    def of(self, post: Post) -> tuple[Author, ...]:
        """The authors of a post, empty for none."""
        return self.of_post.get(post.source, ())


def resolve_authors(
    posts: Iterable[Post], *, known: Mapping[str, Author], default: str | None = None
) -> tuple[Bylines, tuple[Problem, ...]]:
    """The authors of each of `posts`: records of the authors file by their id or name, inline
    records, and plain names.

    `default` is the id or name of who wrote posts that name nobody. What looks like an id and is
    none of a site that has an authors file is reported, and shown as it is written.
    """
    registry = _Registry(known)
    of_post: dict[str, tuple[Author, ...]] = {}
    for post in posts:
        refs = post.authors or ((AuthorRef(name=default),) if default else ())
        found = [registry.author(ref, post) for ref in refs]
        of_post[post.source] = tuple({author.id: author for author in found}.values())
    return Bylines(of_post=of_post, authors=registry.authors), tuple(registry.problems)


class _Registry:
    """Authors by all the ways posts may call them."""

    def __init__(self, known: Mapping[str, Author]) -> None:
        self.authors: dict[str, Author] = dict(known)
        self.problems: list[Problem] = []
        self._file = tuple(known)
        self._by_key: dict[str, str] = {}
        for author in known.values():
            self._by_key.setdefault(spelling_key(author.id), author.id)
        for author in known.values():
            self._by_key.setdefault(spelling_key(author.name), author.id)

    def author(self, ref: AuthorRef, post: Post) -> Author:
        """Who is meant; an inline record adds to, and wins over, what the file says."""
        named = self._find(ref.name)
        if ref.record is not None:
            found, problems = author_of(
                ref.record, key=named.id if named else ref.name, source=post.source, base=named
            )
            mark = post.marks.get("authors") or post.marks.get("author")
            self.problems += [replace(problem, mark=mark) for problem in problems]
            if named is None:
                self._add(found)
            return found
        if named is None:
            self._check(ref.name, post)
            named = Author(id=ref.name, name=ref.name)
            self._add(named)
        return named

    def _find(self, name: str) -> Author | None:
        found = self._by_key.get(spelling_key(name))
        return None if found is None else self.authors[found]

    def _add(self, author: Author) -> None:
        self.authors[author.id] = author
        self._by_key.setdefault(spelling_key(author.id), author.id)
        self._by_key.setdefault(spelling_key(author.name), author.id)

    def _check(self, name: str, post: Post) -> None:
        if not self._file or not _ID.fullmatch(name):
            return
        near = difflib.get_close_matches(name, self._file, n=1)
        key = "authors" if "authors" in post.marks or "author" not in post.marks else "author"
        self.problems.append(
            Problem(
                code="author-unknown",
                level=Level.WARN,
                source=post.source,
                key=key,
                mark=post.marks.get(key),
                found=f"'{name}' is not in the authors file",
                fix=f"did you mean '{near[0]}'?" if near else "add it there, or write a name",
            )
        )


def authors_taxonomy(
    bylines: Bylines,
    *,
    label: str,
    singular: str,
    heading: str = "{label}",
    permalink: str = "author/{slug}",
    **options: Any,
) -> Taxonomy:
    """The record of authors as a way to classify posts; its terms are keyed by the authors' ids.

    `options` are fields of `Taxonomy`. The terms' names, slugs and texts come from `author_terms`.
    """

    def labels(post: Post) -> Sequence[Labels]:
        return [(author.id,) for author in bylines.of(post)]

    return Taxonomy(
        name="authors",
        kind="author",
        label=label,
        singular=singular,
        permalink=permalink,
        headings=(heading,),
        labels=labels,
        **options,
    )


def author_terms(bylines: Bylines, *, pages: bool = True) -> dict[str, TermInfo]:
    """What is said of the terms of `authors_taxonomy`, for `Settings.known`.

    `pages` is for authors who do not say whether they have a page.
    """
    return {
        author.id: TermInfo(
            label=author.name,
            slug=author.slug or (author.id if author.declared else None),
            description=author.description,
            aliases=(author.id,),
            image=author.avatar,
            page=pages if author.page is None else author.page,
        )
        for author in bylines.authors.values()
    }
