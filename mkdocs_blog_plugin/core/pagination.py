"""Cutting a list of posts into pagers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

Item = TypeVar("Item")


def paginate(
    items: Sequence[Item], *, per_page: int, orphans: int = 0, stable: bool = False
) -> tuple[tuple[Item, ...], ...]:
    """The items page by page; an empty list is one empty page, `per_page=0` one page with all.

    A last page of at most `orphans` items joins the one before it.
    With `stable`, the oldest items (the end of the list) fill the oldest page, which never
    changes again: the pages come newest first all the same, the first one is the short one.
    """
    count = len(items)
    if per_page <= 0 or count <= per_page + orphans:
        return (tuple(items),)
    if stable:
        first = count % per_page or per_page
        cuts = [0, *range(first, count, per_page), count]
        if 0 < first <= orphans:
            del cuts[1]
    else:
        cuts = [*range(0, count, per_page), count]
        if cuts[-1] - cuts[-2] <= orphans:
            del cuts[-2]
    return tuple(tuple(items[a:b]) for a, b in pairwise(cuts))
