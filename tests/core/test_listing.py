"""Listings: the order of posts in them, for any value in their front matter."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.listing import (
    Layout,
    front_listing,
    index_path,
    newest_first,
    sort_posts,
    term_path,
)
from mkdocs_blog_plugin.core.taxonomy import Taxonomy, Term
from tests.core.blogs import post

POSTS = newest_first(
    [
        post("beta", "2024-01-01", meta={"weight": 2, "mood": "Ärger"}),
        post("Alpha", "2024-01-02", meta={"weight": 10, "mood": "arm"}),
        post("alpha 2", "2024-01-03", meta={"weight": None, "mood": 3}),
        post("gamma", "2024-01-04", meta={"weight": "10", "mood": True}),
        post("Ällma", "2024-01-05"),
    ]
)


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("newest", "Ällma, gamma, alpha 2, Alpha, beta"),
        ("oldest", "beta, Alpha, alpha 2, gamma, Ällma"),
        ("-newest", "beta, Alpha, alpha 2, gamma, Ällma"),
        ("title", "Ällma, Alpha, alpha 2, beta, gamma"),
        ("-title", "gamma, beta, alpha 2, Alpha, Ällma"),
        ("weight", "beta, Alpha, gamma, Ällma, alpha 2"),
        ("-weight", "gamma, Alpha, beta, Ällma, alpha 2"),
        ("mood", "gamma, alpha 2, beta, Alpha, Ällma"),
        ("nothing", "Ällma, gamma, alpha 2, Alpha, beta"),
    ],
)
def test_posts_in_the_order_asked_for(order: str, titles: str) -> None:
    assert ", ".join(item.title for item in sort_posts(POSTS, order=order)) == titles


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.just(10**400),
    st.text(max_size=3),
    st.dates(),
    st.lists(st.integers(), max_size=2),
)


@given(st.lists(VALUES), st.sampled_from(["x", "-x"]), st.randoms())
def test_any_value_sorts_and_loses_no_post(values: list[Any], order: str, random: Any) -> None:
    posts = [
        post(str(number), dt.date(2024, 1, 1) + dt.timedelta(number), meta={"x": value})
        for number, value in enumerate(values)
    ]
    placed = sort_posts(newest_first(posts), order=order)
    assert sorted(item.source for item in placed) == sorted(item.source for item in posts)
    random.shuffle(posts)
    assert sort_posts(newest_first(posts), order=order) == placed


def taxonomy(permalink: str, index_at: str | None = None) -> Taxonomy:
    return Taxonomy(name="t", label="T", singular="T", permalink=permalink, index_at=index_at)


@pytest.mark.parametrize(
    ("permalink", "index_at", "term", "index"),
    [
        ("tag/{slug}", None, "blog/tag/a/b", "blog/tag"),
        ("/tags/{slug}", None, "tags/a/b", "tags"),
        ("/topics/tagged/{slug}/", None, "topics/tagged/a/b", "topics/tagged"),
        ("{slug}", None, "blog/a/b", "blog"),
        ("/{slug}", None, "a/b", ""),
        ("{slug}", "archive", "blog/a/b", "blog/archive"),
        ("/{slug}", "archive", "a/b", "blog/archive"),
        ("{slug}", "/archive", "blog/a/b", "archive"),
    ],
)
def test_where_terms_and_their_index_lie(
    permalink: str, index_at: str | None, term: str, index: str
) -> None:
    record = taxonomy(permalink, index_at)
    item = Term(taxonomy=record, path=("a", "b"), label="B")
    assert term_path(item, blog_dir="blog") == term
    assert index_path(record, blog_dir="blog") == index


@pytest.mark.parametrize(
    ("permalink", "word"),
    [("tag/{slug}", "tag"), ("/x/y/{slug}", "y"), ("{slug}", "t"), ("tag-{slug}", "tag")],
)
def test_terms_without_a_letter_are_named_by_their_taxonomy(permalink: str, word: str) -> None:
    assert taxonomy(permalink).singular_slug == word


def test_a_front_page_has_its_pinned_posts_once() -> None:
    layout = Layout(per_page=2)
    front = front_listing(POSTS, layout=layout, title="Blog", pages={}, pinned=POSTS[1:3])
    assert [[item.title for item in pager.posts] for pager in front.pagers] == [
        ["gamma", "alpha 2", "Ällma"],
        ["alpha 2", "Alpha"],
        ["beta"],
    ]
