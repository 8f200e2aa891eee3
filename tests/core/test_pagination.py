"""Pagination: every item on one page, in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.pagination import paginate


@pytest.mark.parametrize(
    ("count", "per_page", "orphans", "pages"),
    [
        (0, 3, 0, [""]),
        (3, 3, 0, ["abc"]),
        (4, 3, 0, ["abc", "d"]),
        (7, 3, 0, ["abc", "def", "g"]),
        (7, 0, 0, ["abcdefg"]),
        (4, 3, 1, ["abcd"]),
        (5, 3, 1, ["abc", "de"]),
        (7, 3, 1, ["abc", "defg"]),
        (8, 3, 1, ["abc", "def", "gh"]),
        (7, 3, 9, ["abcdefg"]),
    ],
)
def test_pages(count: int, per_page: int, orphans: int, pages: list[str]) -> None:
    cut = paginate("abcdefgh"[:count], per_page=per_page, orphans=orphans)
    assert ["".join(page) for page in cut] == pages


@pytest.mark.parametrize(
    ("items", "orphans", "pages"),
    [
        ("cba", 0, ["cba"]),
        ("dcba", 0, ["d", "cba"]),
        ("gfedcba", 0, ["g", "fed", "cba"]),
        ("fedcba", 0, ["fed", "cba"]),
        ("gfedcba", 1, ["gfed", "cba"]),
        ("hgfedcba", 1, ["hg", "fed", "cba"]),
    ],
)
def test_stable_pages_never_change_again(items: str, orphans: int, pages: list[str]) -> None:
    cut = paginate(items, per_page=3, orphans=orphans, stable=True)
    assert ["".join(page) for page in cut] == pages


SIZES = st.integers(min_value=0, max_value=9)


@given(st.lists(st.integers()), SIZES, SIZES, st.booleans())
def test_every_item_is_on_one_page_in_order(
    items: list[int], per_page: int, orphans: int, stable: bool
) -> None:
    pages = paginate(items, per_page=per_page, orphans=orphans, stable=stable)
    assert [item for page in pages for item in page] == items
    assert all(pages) or pages == ((),)
    sizes = sorted(map(len, pages))
    assert not per_page or all(size <= per_page + orphans for size in sizes)


@given(st.lists(st.integers()), st.integers(min_value=1, max_value=5))
def test_with_stable_pages_a_new_item_changes_only_the_newest(
    items: list[int], per_page: int
) -> None:
    before = paginate(items, per_page=per_page, stable=True)
    after = paginate([0, *items], per_page=per_page, stable=True)
    older = before[1:] if len(before[0]) < per_page else before
    assert after[len(after) - len(older) :] == older
