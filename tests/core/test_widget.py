"""What a widget asks for, and where its blocks are in Markdown."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_blog_plugin.core.blocks import (
    count_parts,
    fences,
    placeholder,
    unclosed,
    unwrapped,
    without_placeholders,
)
from mkdocs_blog_plugin.core.month import months_beside, weekdays, weeks
from mkdocs_blog_plugin.core.query_reading import QueryError
from mkdocs_blog_plugin.core.widget import read_widget

BLOCK = "```weblog\nwidget: recent\n```"


def found(markdown: str) -> list[tuple[int, str]]:
    return [(f.line, f.text) for f in fences(markdown) if f.info == "weblog"]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        (BLOCK, [(1, "widget: recent\n")]),
        ("Text\n" + BLOCK + "\nText", [(2, "widget: recent\n")]),
        ("~~~~ weblog\na: ~~~\n~~~~\n", [(1, "a: ~~~\n")]),
        ("- item\n\n    ```weblog\n    a: 1\n      b: 2\n    ```\n", [(3, "a: 1\n  b: 2\n")]),
        ("```weblog\n```\n", [(1, "")]),
        (f"{BLOCK}\n\n{BLOCK}", [(1, "widget: recent\n"), (5, "widget: recent\n")]),
        (f"````md\n{BLOCK}\n````\n", []),
        (f"~~~\n{BLOCK}\n~~~\n{BLOCK}", [(6, "widget: recent\n")]),
        (f"<!--\n{BLOCK}\n-->\n", []),
        (f"An arrow `<!--` is no comment.\n{BLOCK}", [(2, "widget: recent\n")]),
        ("```weblog\nwidget: recent\n", []),
        ("```weblogs\n```\n", []),
        ("``` weblog cloud\n```\n", []),
        ("Inline ```weblog``` is text.\n", []),
        (f"```\nnever closed by ~~~\n~~~\n\n{BLOCK}", []),
    ],
)
def test_blocks_are_found_where_markdown_would_find_them(
    markdown: str, expected: list[tuple[int, str]]
) -> None:
    assert found(markdown) == expected


def test_a_block_that_never_ends_is_told() -> None:
    assert list(unclosed(f"{BLOCK}\n\n```weblog\ncloud\n", info="weblog")) == [5]


def test_many_fences_that_never_end_take_no_time() -> None:
    hostile = "".join(f"{'`' * (3 + n % 40)}x\n" for n in range(20_000)) + "<!--\n" * 20_000
    assert found(hostile) == []


@pytest.mark.parametrize("wrapped", ["{}", "<p>{}</p>", "<p>\n{}\n</p>"])
def test_placeholders_go_with_the_paragraph_around_them(wrapped: str) -> None:
    html = unwrapped(f"<p>a</p>{wrapped.format(placeholder('x-1'))}!")
    assert without_placeholders(html) == "<p>a</p>!"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "recent 5 titles"),
        ({"widget": "recent", "limit": 3}, "recent 3 titles"),
        ({"widget": "posts"}, "posts None list"),
        ({"tags": "a", "layout": "cards"}, "posts None cards"),
    ],
)
def test_what_a_list_of_posts_is_by_itself(given: dict[str, Any], expected: str) -> None:
    widget = read_widget(given, taxonomies=["tags"])
    assert f"{widget.kind} {widget.query.limit} {widget.query.layout}" == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"widget": "cloud"}, ("tags", 45)),
        ({"widget": "cloud", "taxonomy": "categories", "limit": "7"}, ("categories", 7)),
        ({"widget": "tree"}, ("categories", None)),
        ({"widget": "authors", "limit": None}, ("authors", None)),
        ({"widget": "series", "sort": "count"}, ("series", None)),
    ],
)
def test_what_a_list_of_terms_is_by_itself(
    given: dict[str, Any], expected: tuple[str, int | None]
) -> None:
    widget = read_widget(given, taxonomies=["tags", "categories"])
    assert (widget.taxonomy, widget.limit) == expected


@pytest.mark.parametrize("month", ["2024-03", date(2024, 3, 5), "2024-03-05"])
def test_the_month_of_a_calendar(month: object) -> None:
    assert read_widget({"widget": "calendar", "month": month}, taxonomies=[]).month == (2024, 3)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"widget": "recnt"}, "there is no widget 'recnt'; did you mean 'recent'?"),
        ({"widget": ["cloud"]}, "there is no widget '['cloud']'; did you mean 'cloud'?"),
        ({"widget": "cloud", "layout": "list"}, "cloud has no 'layout'; write one of taxonomy"),
        ({"widget": "cloud", "taxonomy": "tag"}, "no taxonomy 'tag'; did you mean 'tags'?"),
        ({"widget": "tree", "sort": "counts"}, "sort: there is no 'counts'; did you mean"),
        ({"widget": "archive", "by": "week"}, "by: there is no 'week'; write one of tree, year"),
        ({"widget": "archive", "limit": "few"}, "limit: 'few' is no number"),
        ({"widget": "cloud", "limit": True}, "limit: True is no number"),
        ({"widget": "calendar", "month": "May"}, "month: 'May' is no month; write 2024-03"),
        (
            {"heading": ["a"], "layout": "x"},
            "heading: ['a'] is no text; write a text, or `true`; l",
        ),
        ({"tgas": "x"}, "there is no 'tgas'; did you mean 'tags'?"),
    ],
)
def test_slips_are_named_with_what_would_be_right(given: dict[str, Any], message: str) -> None:
    with pytest.raises(QueryError) as caught:
        read_widget(given, taxonomies=["tags", "categories"])
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("language", "first", "letters"),
    [
        ("en", "Monday", "MTWTFSS"),
        ("en-US", "Sunday", "SMTWTFS"),
        ("de", "Montag", "MDMDFSS"),
        ("ar-EG", "السبت", "سحنثرخج"),
        ("ja", "月曜日", "月火水木金土日"),
    ],
)
def test_the_week_begins_as_the_language_has_it(language: str, first: str, letters: str) -> None:
    days = weekdays(language)
    assert days[0].name == first
    assert "".join(day.letter for day in days) == letters


def test_the_weeks_of_a_month() -> None:
    rows = weeks((2024, 2), language="en-US")
    assert [day.day if day else 0 for day in rows[0]] == [0, 0, 0, 0, 1, 2, 3]
    assert [day.day if day else 0 for day in rows[-1]] == [25, 26, 27, 28, 29, 0, 0]
    assert weeks((9999, 12), language="en")[-1][4] == date(9999, 12, 31)


def test_the_nearest_months_with_posts() -> None:
    days = [date(2023, 5, 1), date(2023, 5, 9), date(2024, 1, 1), date(2024, 3, 1)]
    assert months_beside((2024, 1), days) == ((2023, 5), (2024, 3))
    assert months_beside((2024, 2), days) == ((2024, 1), (2024, 3))
    assert months_beside((2023, 5), days) == (None, (2024, 1))


@pytest.mark.parametrize(
    ("markdown", "parts"),
    [
        ("a\n\n<!--nextpage-->\n\nb", 2),
        ("a\n<!-- NextPage -->\nb\n\n<!--nextpage-->\n\nc\n", 3),
        ("a <!--nextpage--> b", 2),
        ("a\n\n<!--nextpage-->\n", 1),
        ("<!--nextpage-->\na\n<!--nextpage-->\n<!--nextpage-->\nb", 2),
        ("a\n\n`<!--nextpage-->` is a marker", 1),
        ("a\n\n```\n<!--nextpage-->\n```\n\nb", 1),
        ("a\n\n    <!--nextpage-->\n\nb", 1),
        ("- a\n- <!--nextpage-->\n- b", 1),
        ("> a <!--nextpage-->\n\nb", 1),
        ("| a | <!--nextpage--> |\n\nb", 1),
        ("# a <!--nextpage-->\n\nb", 1),
        ("<!-- here was <!--nextpage--> once -->\n\nb", 1),
        ("<!--nextpage", 1),
    ],
)
def test_how_many_pages_markers_make(markdown: str, parts: int) -> None:
    assert count_parts(markdown) == parts
