"""The archive: posts by date, as a taxonomy whose terms are years, months and days."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from .post import Post
from .taxonomy import Grouping, Labels, Path, Taxonomy, Term

LEVELS = ("year", "month", "day")


def archive(
    *,
    label: str,
    singular: str,
    label_of: Callable[[Labels], str],
    headings: Sequence[str],
    levels: Sequence[str] = ("year", "month"),
    permalink: str = "{slug}",
    index_at: str | None = "archive",
    content: str | None = None,
    per_page: int | None = None,
    name: str = "archive",
) -> Taxonomy:
    """The record of the archive.

    `levels` are those that have pages, from the top: a level brings those above it with it, so
    that cutting a URL at any slash works. `label_of` names a period in the site's language by its
    date parts, `("2012", "03")`; `headings` go with the levels. `permalink` is the pattern of a
    period's page, `{slug}` being `2012/03`. `index_at` is where the page of all posts by year
    lies, `None` for no such page.

    Dates are those of the posts' own time zones, as in permalinks: the pages of a post's year,
    month and day lie above the post.
    """
    depth = max((LEVELS.index(level) + 1 for level in levels), default=0)
    return Taxonomy(
        name=name,
        kind="period",
        label=label,
        singular=singular,
        permalink=permalink,
        hierarchical=True,
        headings=tuple(headings),
        index="posts" if index_at else None,
        index_at=index_at,
        pages=depth > 0,
        content=content,
        per_page=per_page,
        order_terms="-name",
        labels=_parts(max(depth, 1)),
        display=label_of,
    )


def _parts(depth: int) -> Callable[[Post], Sequence[Labels]]:
    return lambda post: (date_parts(post)[:depth],)


def date_parts(post: Post) -> Labels:
    """Year, month and day of publication: `("2012", "03", "12")`."""
    day = post.published
    return f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"


@dataclass(frozen=True, slots=True)
class Adjacent:
    """The periods of one length beside a period that have posts; `None` at the ends."""

    older: Term | None = None
    newer: Term | None = None


def adjacent_periods(grouping: Grouping) -> Mapping[Path, Adjacent]:
    """For each period its neighbours of the same length, across the borders of years."""
    by_length: dict[int, list[Term]] = {}
    for path, term in sorted(grouping.terms.items()):
        by_length.setdefault(len(path), []).append(term)
    beside: dict[Path, Adjacent] = {}
    for terms in by_length.values():
        ends: list[Term | None] = [None, *terms, None]
        for place, term in enumerate(terms):
            beside[term.path] = Adjacent(older=ends[place], newer=ends[place + 2])
    return beside
