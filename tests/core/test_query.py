"""Queries: a mapping in, posts out, slips named."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.author import author_terms, authors_taxonomy, resolve_authors
from mkdocs_blog_plugin.core.author_file import Author
from mkdocs_blog_plugin.core.blog import plan
from mkdocs_blog_plugin.core.query import Query, select_posts, unknown_terms
from mkdocs_blog_plugin.core.query_reading import QueryError, date_of, read_query
from mkdocs_blog_plugin.core.series import series_taxonomy
from tests.core.blogs import post, settings

POSTS = [
    post("A", "2023-12-31T23:59", tags=["x"], authors=["jane"], source="blog/2023/a.md"),
    post("B", "2024-02-01", tags=["x", "y"], categories=["Topics/Wards"], authors=["ali"]),
    post(
        "C", "2024-02-29T12:00", tags=["Y"], categories=["Topics"], series={"name": "S", "part": 2}
    ),
    post("D", "2024-03-01", categories=["Events"], series={"name": "S", "part": 1}),
    post("E", "2025-01-01", tags=["C++"], source="news/e.md", meta={"weight": 1}),
]
BYLINES, _ = resolve_authors(
    POSTS,
    known={
        "jane": Author(id="jane", name="Jane Doe", declared=True),
        "ali": Author(id="ali", name="Ali Baba", slug="baba", declared=True),
    },
)
CHOSEN = settings()
BLOG = plan(
    POSTS,
    settings=type(CHOSEN)(
        taxonomies=(
            *CHOSEN.taxonomies,
            series_taxonomy(label="Series", singular="Series"),
            authors_taxonomy(BYLINES, label="Authors", singular="Author"),
        ),
        known={"authors": author_terms(BYLINES)},
    ),
    pages={},
)
TAXONOMIES = ("tags", "categories", "series", "authors")


def ask(here: str | None = None, **given: Any) -> str:
    query = read_query(
        {key.rstrip("_"): value for key, value in given.items()}, taxonomies=TAXONOMIES
    )
    found = select_posts(BLOG.posts, query, groupings=BLOG.groupings, here=here)
    return "".join(item.title for item in found)


@pytest.mark.parametrize(
    ("given", "titles"),
    [
        ({}, "EDCBA"),
        ({"tags": "x"}, "BA"),
        ({"tag": ["x", "y"]}, "CBA"),
        ({"tags": ["x", "y"], "match": "all"}, "B"),
        ({"tags": "c-plus-plus"}, "E"),
        ({"tags": "C++"}, "E"),
        ({"tags": "nothing"}, ""),
        ({"tags": []}, "EDCBA"),
        ({"categories": "Topics"}, "CB"),
        ({"category": "topics/wards"}, "B"),
        ({"categories": "Wards"}, ""),
        ({"categories": "Uncategorized"}, "EA"),
        ({"tags": "x", "categories": "Topics"}, "B"),
        ({"not_": {"tags": "x"}}, "EDC"),
        ({"not_": {"tag": "x", "author": "nobody", "category": ["Events"]}}, "EC"),
        ({"author": "jane"}, "A"),
        ({"author": ["Jane Doe", "ali"]}, "BA"),
        ({"author": "baba"}, "B"),
        ({"series": "s"}, "DC"),
        ({"series": "S", "sort": "-part"}, "CD"),
        ({"since": "2024"}, "EDCB"),
        ({"until": 2024}, "DCBA"),
        ({"until": 2023}, "A"),
        ({"since": "2024-02", "until": "2024-02"}, "CB"),
        ({"since": dt.date(2024, 2, 29), "until": "2024-3-1"}, "DC"),
        ({"source": "blog/**"}, "DCBA"),
        ({"source": "blog/*"}, "DCB"),
        ({"source": ["/news/?.md", "**/a.md"]}, "EA"),
        ({"sort": "oldest", "limit": 2}, "AB"),
        ({"sort": "-title", "offset": 1, "limit": "2"}, "DC"),
        ({"sort": "weight"}, "EDCBA"),
        ({"limit": 0}, ""),
        ({"offset": 99}, ""),
        ({"here": "blog/C.md", "tags": "y"}, "B"),
    ],
)
def test_what_is_shown(given: dict[str, Any], titles: str) -> None:
    assert ask(**given) == titles


def test_how_it_is_shown() -> None:
    assert read_query({"layout": "cards", "partial": "mine.html"}, taxonomies=TAXONOMIES) == Query(
        layout="cards", partial="mine.html"
    )


@pytest.mark.parametrize(
    ("given", "findings"),
    [
        ({"tgas": "x"}, ["there is no 'tgas'; did you mean 'tags'?"]),
        ({"limit": "many"}, ["limit: 'many' is no number of posts; write a whole number"]),
        ({"limit": True}, ["limit: True is no number of posts; write a whole number"]),
        ({"offset": -1}, ["offset: -1 is no number of posts; write a whole number"]),
        ({"limit": 2.5}, ["limit: 2.5 is no number of posts; write a whole number"]),
        ({"since": "soon"}, ["since: 'soon' is no day; write 2024-03-31, 2024-03 or 2024"]),
        ({"until": "2024-13"}, ["until: '2024-13' is no day; write 2024-03-31, 2024-03 or 2024"]),
        ({"since": 2025, "until": 2024}, ["since is after until; turn them around"]),
        (
            {"layout": "grid"},
            ["layout: there is no 'grid'; write one of list, cards, table, titles, full"],
        ),
        ({"match": "some"}, ["match: there is no 'some'; write one of any, all"]),
        ({"sort": ["a"]}, ["sort: ['a'] is no text; write a text"]),
        ({"not": "x"}, ["not: 'x' is no mapping; write `not: {tags: [x]}`"]),
        ({"not": {"tagz": "x"}}, ["not: there is no taxonomy 'tagz'; name a taxonomy"]),
        (
            {"limit": "x", "layuot": "list"},
            [
                "there is no 'layuot'; did you mean 'layout'?",
                "limit: 'x' is no number of posts; write a whole number",
            ],
        ),
    ],
)
def test_slips(given: dict[str, Any], findings: list[str]) -> None:
    with pytest.raises(QueryError) as raised:
        read_query(given, taxonomies=TAXONOMIES)
    assert ["; ".join(finding) for finding in raised.value.findings] == findings
    assert str(raised.value) == "; ".join(findings)


def test_terms_that_no_post_has_are_named() -> None:
    query = read_query(
        {"categories": ["Events", "Event", "Topics/Events"], "not": {"tags": "zz"}},
        taxonomies=TAXONOMIES,
    )
    assert ["; ".join(found) for found in unknown_terms(query, groupings=BLOG.groupings)] == [
        "no post has 'Event' among its categories; did you mean 'Events'?",
        "no post has 'Topics/Events' among its categories; did you mean 'Topics'?",
        "no post has 'zz' among its tags; name a term that posts have",
    ]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        (2024, "2024-01-01", "2024-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-2", "2023-02-01", "2023-02-28"),
        ("2024-04-05", "2024-04-05", "2024-04-05"),
        (dt.date(2024, 4, 5), "2024-04-05", "2024-04-05"),
        (dt.datetime(2024, 4, 5, 12, tzinfo=dt.UTC), "2024-04-05", "2024-04-05"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("2024-02-30", None, None),
        ("0000", None, None),
        ("", None, None),
        (True, None, None),
        ([], None, None),
    ],
)
def test_days(value: Any, first: str | None, last: str | None) -> None:
    days = [date_of(value, last=False), date_of(value, last=True)]
    assert [day and day.isoformat() for day in days] == [first, last]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=3,
)
QUERY_KEYS = st.sampled_from(
    ["tags", "category", "author", "series", "since", "until", "source", "match", "not", "sort",
     "limit", "offset", "layout", "partial", "x"]
)  # fmt: skip


@given(st.dictionaries(QUERY_KEYS, VALUES, max_size=4))
def test_any_mapping_is_a_query_or_a_message(given_query: dict[str, Any]) -> None:
    query = Query()
    with suppress(QueryError):
        query = read_query(given_query, taxonomies=TAXONOMIES)
    found = select_posts(BLOG.posts, query, groupings=BLOG.groupings, here="blog/B.md")
    sources = [item.source for item in found]
    assert len(sources) == len(set(sources)) <= len(POSTS) - 1
    assert "blog/B.md" not in sources


def test_an_unknown_term_is_suggested_with_its_parents() -> None:
    query = read_query({"categories": "Wards"}, taxonomies=["categories"])
    assert unknown_terms(query, groupings=BLOG.groupings) == (
        ("no post has 'Wards' among its categories", "did you mean 'Topics/Wards'?"),
    )
