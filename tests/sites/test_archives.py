"""The posts by date: years, months, days, and the page of all posts.

The numbers are those of WordPress' assertions: 37 to 42 and 53, 54.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site import BuiltSite, build, refuse

if TYPE_CHECKING:
    from pathlib import Path

TITLES = ".weblog-entry__title a"
NO_FEEDS = {"feeds": False, "related": {"limit": 0}}

POSTS = {
    "posts/old.md": ("2011-01-01 08:00", "Old"),
    "posts/hello.md": ("2012-02-20 09:00", "Hello"),
    "posts/learnings.md": ("2012-03-12 10:30", "Learnings"),
    "posts/toolkit.md": ("2012-03-12 16:00", "Toolkit"),
    "posts/april.md": ("2012-04-01 08:00", "April"),
    "posts/late.md": ("2012-12-31T23:30:00", "Late"),
    "posts/new-year.md": ("2013-01-01 00:30", "New year"),
    "posts/blocks.md": ("2019-07-04 08:00", "Blocks"),
}
TREE = {
    "index.md": "# Home\n",
    **{source: f"---\ndate: {date}\n---\n# {title}\n" for source, (date, title) in POSTS.items()},
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """As WordPress has it: archives and posts at the root, days included."""
    return build(
        tmp_path_factory.mktemp("archives"),
        TREE,
        weblog={
            "posts": ["/posts/**"],
            "timezone": "Europe/London",
            "permalink": "/{date:%Y/%m/%d}/{slug}",
            "archive": {"periods": ["day"], "permalink": "/{slug}", "per_page": 3},
            **NO_FEEDS,
        },
    )


@pytest.mark.parametrize(
    ("url", "heading", "posts"),
    [
        ("2012/03/12/", "Daily Archives: March 12, 2012", ["Toolkit", "Learnings"]),
        ("2012/03/", "Monthly Archives: March 2012", ["Toolkit", "Learnings"]),
        ("2012/", "Yearly Archives: 2012", ["Late", "April", "Toolkit"]),
        ("2012/page/2/", "Yearly Archives: 2012", ["Learnings", "Hello"]),
        ("2013/01/01/", "Daily Archives: January 1, 2013", ["New year"]),
        ("2012/12/31/", "Daily Archives: December 31, 2012", ["Late"]),
    ],
)
def test_37_38_39_a_period_has_its_posts(
    site: BuiltSite, url: str, heading: str, posts: list[str]
) -> None:
    page = site.page(url)
    assert [text.partition(" – ")[0] for text in page.texts("h1")] == [heading]
    assert page.texts(TITLES) == posts


@pytest.mark.parametrize(
    "url", ["2012/03/13/", "2013/03/", "2014/", "2012/page/3/", "2012/page/1/"]
)
def test_40_there_are_no_pages_of_periods_without_posts(site: BuiltSite, url: str) -> None:
    assert not site.has(url)


def test_42_years_have_their_counts(site: BuiltSite) -> None:
    page = site.page("blog/archive/")
    years = [
        (year.get_text(), number.get_text())
        for year, number in zip(
            page.all(".weblog-archive h2 a"),
            page.all(".weblog-archive h2 .weblog-number"),
            strict=True,
        )
    ]
    assert years == [("2019", "1"), ("2013", "1"), ("2012", "5"), ("2011", "1")]


def test_all_posts_are_on_one_page_by_year(site: BuiltSite) -> None:
    page = site.page("blog/archive/")
    assert page.texts("h1") == ["Archives"]
    listed = page.links(".weblog-archive__posts a")
    assert [title for title, _ in listed] == [
        "Blocks", "New year", "Late", "April", "Toolkit", "Learnings", "Hello", "Old",
    ]  # fmt: skip
    assert listed[4][1] == "2012/03/12/toolkit/"
    months = page.links("#archive-2012 ~ .weblog-archive__months a")
    assert months == [
        ("December 2012", "2012/12/"), ("April 2012", "2012/04/"),
        ("March 2012", "2012/03/"), ("February 2012", "2012/02/"),
    ]  # fmt: skip


def test_44_every_page_above_a_post_is_there(site: BuiltSite) -> None:
    """Cutting a URL at any slash leads to a page with at least that post."""
    for post in site.files("*/*/*/*/index.html"):
        parts = post.split("/")[:-2]
        title = site.page(post).texts("h1")
        for depth in range(1, len(parts) + 1):
            period = "/".join(parts[:depth]) + "/"
            assert site.has(period), period
            pages = [period, *(f"{period}page/{number}/" for number in (2, 3))]
            listed = [t for page in pages if site.has(page) for t in site.page(page).texts(TITLES)]
            assert set(title) <= set(listed), (post, period)


def test_periods_lead_to_those_beside_them_that_have_posts(site: BuiltSite) -> None:
    beside = {
        url: site.page(url).links(".weblog-periods a")
        for url in ("2011/", "2012/", "2012/03/", "2013/01/", "2012/03/12/", "2019/")
    }
    assert beside == {
        "2011/": [("2012 →", "2012/")],
        "2012/": [("← 2011", "2011/"), ("2013 →", "2013/")],
        "2012/03/": [("← February 2012", "2012/02/"), ("April 2012 →", "2012/04/")],
        "2013/01/": [("← December 2012", "2012/12/"), ("July 2019 →", "2019/07/")],
        "2012/03/12/": [("← February 20, 2012", "2012/02/20/"), ("April 1, 2012 →", "2012/04/01/")],
        "2019/": [("← 2013", "2013/")],
    }


def test_periods_have_breadcrumbs_and_the_periods_within(site: BuiltSite) -> None:
    page = site.page("2012/03/12/")
    assert page.links(".weblog-breadcrumbs a, .breadcrumb a") == [
        ("Blog", "blog/"), ("Archives", "blog/archive/"), ("2012", "2012/"),
        ("March 2012", "2012/03/"),
    ]  # fmt: skip
    children = [text for text, _ in site.page("2012/").links(".weblog-children a")]
    assert children == ["December 2012 1", "April 2012 1", "March 2012 2", "February 2012 1"]


def test_nothing_leads_nowhere(site: BuiltSite) -> None:
    assert site.broken_links() == []


@pytest.mark.parametrize(
    ("archive", "there", "missing"),
    [
        ({}, ["blog/2012/", "blog/2012/03/", "blog/archive/"], ["blog/2012/03/12/"]),
        ({"periods": ["year"]}, ["blog/2012/"], ["blog/2012/03/"]),
        ({"periods": ["month"]}, ["blog/2012/", "blog/2012/03/"], []),
        ({"periods": []}, ["blog/archive/"], ["blog/2012/", "blog/2012/03/"]),
        (
            {"permalink": "archive/{slug}"},
            ["blog/archive/2012/03/", "blog/archive/"],
            ["blog/2012/"],
        ),
        ({"index": False}, ["blog/2012/"], ["blog/archive/"]),
        ({"index": "by-date"}, ["blog/by-date/"], ["blog/archive/"]),
        (False, ["blog/"], ["blog/2012/", "blog/archive/"]),
    ],
    ids=str,
)
def test_which_periods_have_pages_is_an_option(
    tmp_path: Path, archive: object, there: list[str], missing: list[str]
) -> None:
    site = build(tmp_path, TREE, weblog={"posts": ["/posts/**"], "archive": archive, **NO_FEEDS})
    assert [url for url in (*there, *missing) if site.has(url)] == there
    assert site.broken_links() == []


def test_a_period_of_no_length_is_refused(tmp_path: Path) -> None:
    said = refuse(tmp_path, TREE, weblog={"archive": {"periods": ["week"]}}).text
    assert "'archive': periods: " in said
    assert "week" in said


@pytest.mark.parametrize(
    ("language", "headings", "month"),
    [
        ("ja", ["2012年", "2012年3月", "2012年3月12日"], "2012年3月"),
        ("pl", ["2012", "marzec 2012", "12 marca 2012"], "marzec 2012"),
        ("de", ["2012", "März 2012", "12. März 2012"], "März 2012"),
    ],
)
def test_periods_are_named_in_the_language_of_the_site(
    tmp_path: Path, language: str, headings: list[str], month: str
) -> None:
    site = build(
        tmp_path,
        {name: text for name, text in TREE.items() if name in ("index.md", "posts/learnings.md")},
        weblog={
            "posts": ["/posts/**"],
            "language": language,
            "archive": {"periods": ["day"]},
            **NO_FEEDS,
        },
    )
    shown = [
        " ".join(site.page(f"blog/{u}/").texts("h1")) for u in ("2012", "2012/03", "2012/03/12")
    ]
    assert [text.rpartition(": ")[2] for text in shown] == headings
    assert site.page("blog/archive/").texts(".weblog-archive__months a") == [month]


def test_41_the_day_is_that_of_the_sites_zone(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/a.md": "---\ndate: 2012-12-31T23:30:00-05:00\n---\n# A\n",
        },
        weblog={"timezone": "Europe/London", "permalink": "{date:%Y/%m/%d}/{slug}", **NO_FEEDS},
    )
    assert site.has("blog/2013/01/01/a/")
    assert site.has("blog/2013/01/")
    assert site.page("blog/2013/01/01/a/").texts("time") == ["January 1, 2013"]


def test_53_a_post_without_title_is_called_by_its_file(tmp_path: Path) -> None:
    """WordPress says "(no title)" and takes the number; a file has a name, which is better."""
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/2012-06-06-17.md": "no title body\n",
            "blog/2012-06-07.md": "nor here\n",
            "blog/2012-06-08-a-walk.md": "and here\n",
        },
        weblog={"permalink": "/{date:%Y/%m/%d}/{slug}", **NO_FEEDS},
    )
    assert site.page("2012/06/06/17/").texts("h1") == ["17"]
    assert site.page("2012/06/08/a-walk/").texts("h1") == ["A walk"]
    assert site.page("blog/").texts(TITLES)[0] == "A walk"
    assert len(site.page("blog/").texts(TITLES)) == 3
    assert all(site.page("blog/").texts(TITLES))
    assert site.broken_links() == []


def test_54_joined_parts_are_one_page(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/2012-04-01-a.md": "# A\n\nOne.\n\n<!--nextpage-->\n\nTwo.\n\n"
            "<!--nextpage-->\n\nThree.\n",
        },
        weblog={"nextpage": "join", **NO_FEEDS},
    )
    text = site.page("blog/2012-04-01-a/").content.get_text()
    assert [word in text for word in ("One.", "Two.", "Three.")] == [True] * 3
    assert not site.has("blog/2012-04-01-a/2/")
