"""Series: reading order, places, and parts that are doubled or missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.blog import Settings, plan
from mkdocs_blog_plugin.core.post import SeriesRef
from mkdocs_blog_plugin.core.series import (
    check_parts,
    in_folders,
    reading_order,
    series_places,
    series_taxonomy,
)
from tests.core.blogs import post, shown

if TYPE_CHECKING:
    from mkdocs_blog_plugin.core.blog import Blog
    from mkdocs_blog_plugin.core.post import Post

SERIES = series_taxonomy(label="Series", singular="Series", heading="Series: {label}")


def planned(posts: list[Post]) -> Blog:
    return plan(posts, settings=Settings(taxonomies=(SERIES,)), pages={})


def test_a_landing_page_in_reading_order() -> None:
    blog = planned(
        [
            post("Two", "2024-01-01", series={"name": "Start", "part": 2}),
            post("One", "2024-01-02", series={"name": "Start", "part": 1}),
            post("Epilogue", "2024-01-03", series="Start"),
            post("Alone", "2024-01-04"),
            post("Ten", "2024-01-05", series={"name": "Start", "part": 10}),
            post("Half", "2024-01-06", series={"name": "start", "part": 1.5}),
        ]
    )
    assert shown(blog) == (
        """\
front blog — Blog
  blog: Half, Ten, Alone, Epilogue, One, Two
index blog/series — Series [Blog]
  Start (5)
term blog/series/start — Series: Start [Blog › Series]
  blog/series/start: One, Half, Two, Ten, Epilogue"""
    )
    assert [problem.code for problem in blog.problems] == ["spelling-variants"]


@pytest.mark.parametrize(
    ("source", "series"),
    [
        ("blog/series/getting-started/02-install.md", SeriesRef(name="Getting started", part=2)),
        ("blog/series/getting_started/install.md", SeriesRef(name="Getting started")),
        ("blog/series/start/2024-01-31-title.md", SeriesRef(name="Start")),
        ("blog/series/start/2024-01-31-3-title.md", SeriesRef(name="Start", part=3)),
        ("blog/series/start/part-4/index.md", SeriesRef(name="Start", part=4)),
        ("blog/series/start/7.md", SeriesRef(name="Start", part=7)),
        ("blog/series/start/2024.md", SeriesRef(name="Start")),
        ("blog/series/start/3d-printing.md", SeriesRef(name="Start")),
        ("blog/series/alone.md", None),
        ("blog/seriesx/start/a.md", None),
        ("blog/a.md", None),
    ],
)
def test_a_folder_is_a_series(source: str, series: SeriesRef | None) -> None:
    assert in_folders(post("A", source=source), folder="/blog/series/").series == series


def test_front_matter_wins_over_the_folder() -> None:
    item = post("A", source="blog/series/start/02-a.md", series="Other")
    assert in_folders(item, folder="blog/series") is item


def test_the_place_of_each_part() -> None:
    posts = [
        post("A", "2024-01-03", series={"name": "S", "part": 1}),
        post("B", "2024-01-02", series={"name": "S", "part": 2}),
        post("D", "2024-01-01", series={"name": "S", "part": 4}),
        post("X", "2024-01-04", series="T"),
    ]
    coming = [
        post("C", "2030-01-01", series={"name": "s", "part": 3}),
        post("U", "2030-01-02", series="Unknown"),
        post("V", "2030-01-02"),
    ]
    grouping = planned(posts).groupings["series"]
    places = series_places(grouping, coming=coming)
    assert set(places) == {item.source for item in posts}
    told = {
        place.parts[place.number - 1].post.title: (
            place.number,
            place.before and place.before.title,
            place.after and place.after.title,
            "".join(f"({p.post.title})" if p.coming else p.post.title for p in place.parts),
        )
        for place in places.values()
    }
    assert told == {
        "A": (1, None, "B", "AB(C)D"),
        "B": (2, "A", "D", "AB(C)D"),
        "D": (4, "B", None, "AB(C)D"),
        "X": (1, None, None, "X"),
    }
    assert places["blog/A.md"].term.label == "S"


def test_parts_doubled_and_missing() -> None:
    posts = [
        post("A", "2024-01-01", series={"name": "S", "part": 1}),
        post("B", "2024-01-02", series={"name": "S", "part": 1}),
        post("E", "2024-01-03", series={"name": "S", "part": 5}),
        post("Z", "2024-01-04", series="S"),
        post("T1", "2024-01-03", series={"name": "T", "part": 1}),
        post("T3", "2024-01-03", series={"name": "T", "part": 3}),
    ]
    coming = [post("T2", "2030-01-01", series={"name": "T", "part": 2})]
    found = check_parts(planned(posts).groupings["series"], coming=coming)
    assert [str(problem) for problem in found] == [
        "blog/B.md: series: part 1 of 'S' is also blog/A.md; "
        "give each part a number of its own, without gaps [series-part-doubled]",
        "blog/E.md: series: part 5 of 'S' follows on part 1 (blog/B.md); "
        "give each part a number of its own, without gaps [series-part-missing]",
    ]


PARTS = st.none() | st.sampled_from([1.0, 2.0, 2.5, 3.0])


@given(st.lists(st.tuples(PARTS, st.integers(1, 28))))
def test_every_part_is_reached_from_the_first(
    given_parts: list[tuple[float | None, int]],
) -> None:
    posts = [
        post(str(number), f"2024-01-{day:02}", series=SeriesRef(name="S", part=part))
        for number, (part, day) in enumerate(given_parts)
    ]
    places = series_places(planned(posts).groupings["series"])
    walked = []
    step = next((item for item in posts if places[item.source].before is None), None)
    while step is not None:
        walked.append(step)
        after = places[step.source].after
        assert after is None or places[after.source].before is step
        step = after
    assert walked == reading_order(posts)
    assert [places[item.source].number for item in walked] == list(range(1, len(posts) + 1))
