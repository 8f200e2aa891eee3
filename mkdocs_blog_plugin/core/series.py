"""Series: posts that are read in an order of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .post import Post, SeriesRef
from .problems import Level, Problem
from .slugs import spelling_key
from .taxonomy import Grouping, Labels, Taxonomy, Term, chronology

_PART = re.compile(r"(?:part|chapter|step)?[-_ .]?(\d{1,3})(?=[-_ .]|$)", re.IGNORECASE)
_SUFFIX = re.compile(r"(/index)?\.\w+$")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}[-_ .]?")


def series_taxonomy(
    *,
    label: str,
    singular: str,
    heading: str = "{label}",
    permalink: str = "series/{slug}",
    **options: Any,
) -> Taxonomy:
    """The record of series as a way to classify posts; a term's page is in reading order.

    `options` are fields of `Taxonomy`.
    """

    def labels(post: Post) -> Sequence[Labels]:
        return [(post.series.name,)] if post.series else []

    return Taxonomy(
        name="series",
        kind="series",
        label=label,
        singular=singular,
        permalink=permalink,
        headings=(heading,),
        labels=labels,
        **{"order_posts": "part"} | options,
    )


def in_folders(post: Post, *, folder: str) -> Post:
    """`post` with the series its place says: `FOLDER/getting-started/02-install.md` is part 2 of
    "Getting started", below a `folder` relative to `docs_dir`.

    What its front matter says of a series wins; a number there only gives the part.
    """
    above = f"{folder.strip('/')}/"
    if post.series is not None or not post.source.startswith(above):
        return post
    name, _, file = post.source.removeprefix(above).partition("/")
    if not file:
        return post
    words = re.sub(r"[-_\s]+", " ", name).strip()
    part = _PART.match(_DATE.sub("", _SUFFIX.sub("", file)))
    shown = words[:1].upper() + words[1:]
    return replace(post, series=SeriesRef(name=shown, part=float(part[1]) if part else None))


def reading_order(posts: Iterable[Post]) -> list[Post]:
    """By part; then those without one, by time."""
    return sorted(posts, key=_reading_key)


def _reading_key(post: Post) -> tuple[object, ...]:
    part = post.series.part if post.series else None
    return part is None, part or 0.0, *chronology(post)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One post of a series."""

    post: Post
    coming: bool = False
    """Not public yet: named without a link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPlace:
    """Where a post stands in its series."""

    term: Term
    parts: tuple[Part, ...]
    """All of them in reading order, the post itself among them."""
    number: int
    """Its place among them, counted from 1."""
    before: Post | None = None
    """The part to read before, `None` for the first."""
    after: Post | None = None


def series_places(grouping: Grouping, *, coming: Iterable[Post] = ()) -> Mapping[str, SeriesPlace]:
    """The place of each post that is in a series, by source.

    `coming` are posts that are not public yet; where a site wants to announce them, they stand
    in the list of parts and are nobody's neighbour.
    """
    announced = _by_series(coming)
    places: dict[str, SeriesPlace] = {}
    for term in grouping.terms.values():
        places |= _places(term, reading_order(term.posts), _later(term, announced))
    return places


def _by_series(posts: Iterable[Post]) -> dict[str, list[Post]]:
    found: dict[str, list[Post]] = {}
    for post in posts:
        if post.series:
            found.setdefault(spelling_key(post.series.name), []).append(post)
    return found


def _later(term: Term, announced: Mapping[str, list[Post]]) -> list[Post]:
    """The announced posts of a term, by the names its posts call it; without those it has."""
    public = {post.source for post in term.posts}
    names = dict.fromkeys(_by_series(term.posts))
    return [p for name in names for p in announced.get(name, ()) if p.source not in public]


def _places(term: Term, public: list[Post], later: list[Post]) -> dict[str, SeriesPlace]:
    waiting = {post.source for post in later}
    parts = tuple(
        Part(post=post, coming=post.source in waiting) for post in reading_order([*public, *later])
    )
    numbers = {part.post.source: number for number, part in enumerate(parts, start=1)}
    beside = zip(public, [None, *public], [*public[1:], None], strict=False)
    return {
        post.source: SeriesPlace(
            term=term, parts=parts, number=numbers[post.source], before=before, after=after
        )
        for post, before, after in beside
    }


def check_parts(grouping: Grouping, *, coming: Iterable[Post] = ()) -> tuple[Problem, ...]:
    """Parts that are given twice, and numbers that are left out between the first and the last.

    Posts that are `coming` count, so that a part which is only not public yet is not missed.
    """
    announced = _by_series(coming)
    problems: list[Problem] = []
    for term in grouping.terms.values():
        members = reading_order([*term.posts, *_later(term, announced)])
        problems += _check_term(term.label, members)
    return tuple(problems)


def _check_term(label: str, posts: list[Post]) -> list[Problem]:
    problems: list[Problem] = []
    last: Post | None = None
    for post in posts:
        part, before = _part(post), _part(last)
        if last is not None and part is not None and before is not None:
            if part == before:
                found = f"part {part:g} of '{label}' is also {last.source}"
                problems.append(_problem("series-part-doubled", post, found))
            elif part - before > 1:
                found = f"part {part:g} of '{label}' follows on part {before:g} ({last.source})"
                problems.append(_problem("series-part-missing", post, found))
        last = post
    return problems


def _part(post: Post | None) -> float | None:
    return post.series.part if post is not None and post.series is not None else None


def _problem(code: str, post: Post, found: str) -> Problem:
    return Problem(
        code=code,
        level=Level.WARN,
        source=post.source,
        key="series",
        mark=post.marks.get("series"),
        found=found,
        fix="give each part a number of its own, without gaps",
    )
