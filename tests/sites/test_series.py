"""Series: a box on each part, the order to read them in, and what is coming."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site import BuiltSite, build, preview

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages import Page

QUIET = {"feeds": False, "related": {"limit": 0}, "as_of": "2024-06-01"}


def part(date: str, title: str, series: str, more: str = "") -> str:
    return f"---\ndate: {date}\nseries: {series}\n{more}---\n# {title}\n\nText.\n"


TREE = {
    "index.md": "# Home\n",
    "blog/third.md": part("2024-01-01", "Third", "{name: Getting started, part: 3}"),
    "blog/first.md": part("2024-01-02", "First", "{name: Getting started, part: 1}"),
    "blog/second.md": part("2024-01-03", "Second", "{name: getting started, part: 2}"),
    "blog/later.md": part("2030-01-01 10:00", "Later", "{name: Getting started, part: 4}"),
    "blog/never.md": part(
        "2024-01-05", "Never", "{name: Getting started, part: 5}", "draft: true\n"
    ),
    "blog/talk-1.md": part("2024-02-01", "Talk one", "Talks"),
    "blog/talk-2.md": part("2024-02-02", "Talk two", "Talks"),
    "blog/alone.md": "---\ndate: 2024-03-01\n---\n# Alone\n",
}
SPELLING = "'getting started' (blog/second.md) and 'Getting started'"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build(
        tmp_path_factory.mktemp("series"), TREE, weblog=QUIET, expected_warnings=[SPELLING]
    )


def parts(page: Page) -> list[str]:
    return page.texts(".weblog-series li")


def test_a_box_says_which_part_this_is_and_lists_all(site: BuiltSite) -> None:
    page = site.page("blog/second/")
    assert page.text(".weblog-series__title") == "Getting started Part 2 of 3"
    assert page.links(".weblog-series__title a") == [
        ("Getting started", "blog/series/getting-started/")
    ]
    assert parts(page) == ["First", "Second", "Third"]
    assert page.texts(".weblog-series [aria-current]") == ["Second"]
    assert page.links(".weblog-series ol a") == [("First", "blog/first/"), ("Third", "blog/third/")]


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("blog/first/", ["blog/second/"]),
        ("blog/second/", ["blog/first/", "blog/third/"]),
        ("blog/third/", ["blog/second/"]),
        ("blog/talk-1/", ["blog/talk-2/"]),
        ("blog/alone/", []),
    ],
)
def test_parts_lead_to_those_before_and_after(site: BuiltSite, url: str, links: list[str]) -> None:
    shown = site.page(url).links(".weblog-neighbours--series a")
    assert [target for _, target in shown] == links


def test_the_neighbours_in_time_are_others(site: BuiltSite) -> None:
    links = site.page("blog/first/").links(".weblog-neighbours:not(.weblog-neighbours--series) a")
    assert [target for _, target in links] == ["blog/third/", "blog/second/"]


def test_the_page_of_a_series_is_in_reading_order(site: BuiltSite) -> None:
    page = site.page("blog/series/getting-started/")
    assert page.texts("h1") == ["Series: Getting started"]
    assert page.texts(".weblog-entry__title a") == ["First", "Second", "Third"]
    assert site.page("blog/series/talks/").texts(".weblog-entry__title a") == [
        "Talk one",
        "Talk two",
    ]
    index = site.page("blog/series/")
    assert index.links(".weblog-terms a") == [
        ("Getting started", "blog/series/getting-started/"),
        ("Talks", "blog/series/talks/"),
    ]
    assert site.broken_links() == []
    assert not site.page("blog/alone/").has(".weblog-series")


def test_what_is_scheduled_may_be_announced_without_a_link(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        TREE,
        weblog={**QUIET, "series": {"coming_soon": True}},
        expected_warnings=[SPELLING],
    )
    page = site.page("blog/third/")
    assert page.text(".weblog-series__title") == "Getting started Part 3 of 4"
    assert parts(page) == ["First", "Second", "Third", "Later coming soon"]
    assert len(page.links(".weblog-series ol a")) == 2
    assert [target for _, target in page.links(".weblog-neighbours--series a")] == ["blog/second/"]
    assert not site.has("blog/later/")
    assert not site.containing("Never")
    assert site.page("blog/series/getting-started/").texts(".weblog-entry__title a") == [
        "First", "Second", "Third",
    ]  # fmt: skip


def test_a_preview_has_all_parts(tmp_path: Path) -> None:
    site = preview(tmp_path, TREE, weblog=QUIET, expected_warnings=[SPELLING]).site
    assert parts(site.page("blog/first/")) == ["First", "Second", "Third", "Later", "Never"]
    assert site.page("blog/first/").text(".weblog-series__title") == "Getting started Part 1 of 5"


def test_folders_can_be_series(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/series/first-steps/02-run.md": "---\ndate: 2024-01-01\n---\n# Run\n",
            "blog/series/first-steps/01-install.md": "---\ndate: 2024-01-02\n---\n# Install\n",
            "blog/series/other.md": "---\ndate: 2024-01-03\n---\n# Other\n",
        },
        weblog={**QUIET, "series": {"folder": "blog/series", "permalink": "read/{slug}"}},
    )
    page = site.page("blog/series/first-steps/02-run/")
    assert page.text(".weblog-series__title") == "First steps Part 2 of 2"
    assert parts(page) == ["Install", "Run"]
    assert site.page("blog/read/first-steps/").texts(".weblog-entry__title a") == ["Install", "Run"]
    assert not site.page("blog/series/other/").has(".weblog-series")


def test_folders_of_series_below_their_own_page(tmp_path: Path) -> None:
    """With the options as they are, the folder lies where the index of all series would."""
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/series/first-steps/01-install.md": "---\ndate: 2024-01-02\n---\n# Install\n",
        },
        weblog={**QUIET, "series": {"folder": "blog/series"}},
    )
    assert site.page("blog/series/first-steps/").texts(".weblog-entry__title a") == ["Install"]
    assert site.has("blog/series/first-steps/01-install/")


def test_parts_that_are_doubled_or_missing_are_messages(tmp_path: Path) -> None:
    build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/a.md": part("2024-01-01", "A", "{name: X, part: 1}"),
            "blog/b.md": part("2024-01-02", "B", "{name: X, part: 1}"),
            "blog/c.md": part("2024-01-03", "C", "{name: X, part: 3}"),
        },
        weblog=QUIET,
        expected_warnings=[
            "docs/blog/b.md:3:9: series: part 1 of 'X' is also blog/a.md; "
            "give each part a number of its own, without gaps [series-part-doubled]",
            "docs/blog/c.md:3:9: series: part 3 of 'X' follows on part 1 (blog/b.md);",
        ],
    )


def test_a_part_that_is_only_scheduled_is_not_missed(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/a.md": part("2024-01-01", "A", "{name: X, part: 1}"),
            "blog/b.md": part("2030-01-02", "B", "{name: X, part: 2}"),
            "blog/c.md": part("2024-01-03", "C", "{name: X, part: 3}"),
        },
        weblog=QUIET,
    )
    assert parts(site.page("blog/a/")) == ["A", "C"]


def test_series_can_be_switched_off(tmp_path: Path) -> None:
    site = build(tmp_path, TREE, weblog={**QUIET, "series": False})
    assert not site.page("blog/first/").has(".weblog-series")
    assert not site.has("blog/series/")
