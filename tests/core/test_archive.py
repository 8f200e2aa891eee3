"""The archive: years, months and days as terms, newest first."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.archive import adjacent_periods, archive, date_parts
from mkdocs_blog_plugin.core.blog import Settings, plan
from mkdocs_blog_plugin.core.listing import Layout
from mkdocs_blog_plugin.core.post import Post
from tests.core.blogs import post, shown

if TYPE_CHECKING:
    from mkdocs_blog_plugin.core.blog import Blog

PATTERNS = {"en": ("y", "MMMM y", "MMMM d, y"), "ja": ("y年", "y年M月", "y年M月d日")}
HEADINGS = ("Yearly Archives: {label}", "Monthly Archives: {label}", "Daily Archives: {label}")


def name(language: str) -> Any:
    def label_of(parts: tuple[str, ...]) -> str:
        year, month, day_of_month, *_ = [*map(int, parts), 1, 1]
        day = dt.date(year, month, day_of_month)
        pattern = PATTERNS.get(language, ("y", "LLLL y", "d MMMM y"))[len(parts) - 1]
        return format_date(day, pattern, locale=language)

    return label_of


def archived(posts: list[Post], *, language: str = "en", layout: Any = None, **given: Any) -> Blog:
    record = archive(
        label="Archive",
        singular="Period",
        label_of=name(language),
        headings=HEADINGS,
        **given,
    )
    chosen = Settings(layout=Layout(**layout or {}), taxonomies=(record,))
    return plan(posts, settings=chosen, pages={})


POSTS = [
    post("Old", "2011-12-31T23:59"),
    post("Hello", "2012-03-12T10:30"),
    post("Toolkit", "2012-03-12T16:00"),
    post("Wards", "2012-06-06"),
    post("New year", "2013-01-01T00:30"),
]


def test_years_months_and_days() -> None:
    assert shown(archived(POSTS, levels=("year", "month", "day"), permalink="/{slug}")) == (
        """\
front blog — Blog
  blog: New year, Wards, Toolkit, Hello, Old
index blog/archive — Archive [Blog]
  2013 (1)
    January 2013 (1)
      January 1, 2013 (1)
  2012 (3)
    June 2012 (1)
      June 6, 2012 (1)
    March 2012 (2)
      March 12, 2012 (2)
  2011 (1)
    December 2011 (1)
      December 31, 2011 (1)
term 2011 — Yearly Archives: 2011 [Blog › Archive]
  2011: Old
term 2011/12 — Monthly Archives: December 2011 [Blog › Archive › 2011]
  2011/12: Old
term 2011/12/31 — Daily Archives: December 31, 2011 [Blog › Archive › 2011 › December 2011]
  2011/12/31: Old
term 2012 — Yearly Archives: 2012 [Blog › Archive]
  2012: Wards, Toolkit, Hello
term 2012/03 — Monthly Archives: March 2012 [Blog › Archive › 2012]
  2012/03: Toolkit, Hello
term 2012/03/12 — Daily Archives: March 12, 2012 [Blog › Archive › 2012 › March 2012]
  2012/03/12: Toolkit, Hello
term 2012/06 — Monthly Archives: June 2012 [Blog › Archive › 2012]
  2012/06: Wards
term 2012/06/06 — Daily Archives: June 6, 2012 [Blog › Archive › 2012 › June 2012]
  2012/06/06: Wards
term 2013 — Yearly Archives: 2013 [Blog › Archive]
  2013: New year
term 2013/01 — Monthly Archives: January 2013 [Blog › Archive › 2013]
  2013/01: New year
term 2013/01/01 — Daily Archives: January 1, 2013 [Blog › Archive › 2013 › January 2013]
  2013/01/01: New year"""
    )


def test_periods_have_pagers() -> None:
    blog = archived(POSTS, levels=("year",), layout={"per_page": 2})
    assert list(blog.listings) == [
        "blog/index.md",
        "blog/page/2.md",
        "blog/page/3.md",
        "blog/archive/index.md",
        "blog/2011.md",
        "blog/2012.md",
        "blog/2012/page/2.md",
        "blog/2013.md",
    ]


@pytest.mark.parametrize(
    ("given", "paths"),
    [
        ({"levels": ("month",)}, ["blog/archive", "blog/2012", "blog/2012/03"]),
        ({"levels": ("year",)}, ["blog/archive", "blog/2012"]),
        ({"levels": ()}, ["blog/archive"]),
        ({"levels": ("year",), "index_at": None}, ["blog/2012"]),
        (
            {"levels": ("year",), "permalink": "archive/{slug}"},
            ["blog/archive", "blog/archive/2012"],
        ),
        ({"levels": ("year",), "index_at": "/all"}, ["all", "blog/2012"]),
    ],
)
def test_which_pages_exist(given: dict[str, Any], paths: list[str]) -> None:
    blog = archived([post("A", "2012-03-12")], **given)
    assert [item.path for item in blog.listings.values()] == ["blog", *paths]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ["2012", "March 2012", "March 12, 2012"]),
        ("pl", ["2012", "marzec 2012", "12 marca 2012"]),
        ("ja", ["2012年", "2012年3月", "2012年3月12日"]),
    ],
)
def test_periods_are_called_as_the_language_has_it(language: str, labels: list[str]) -> None:
    blog = archived([post("A", "2012-03-12")], levels=("year", "month", "day"), language=language)
    assert [term.label for term in blog.groupings["archive"].terms.values()] == labels
    assert list(blog.groupings["archive"].terms) == [
        ("2012",),
        ("2012", "03"),
        ("2012", "03", "12"),
    ]


def test_a_day_is_that_of_the_post_itself() -> None:
    assert date_parts(post("A", "2013-01-01T00:30+09:00")) == ("2013", "01", "01")
    assert date_parts(post("A", "0987-01-05")) == ("0987", "01", "05")


def test_neighbours_of_periods_are_those_that_have_posts() -> None:
    blog = archived(POSTS, levels=("year", "month", "day"))
    beside = adjacent_periods(blog.groupings["archive"])
    read = {
        "/".join(path): (
            found.older and found.older.slug,
            found.newer and found.newer.slug,
        )
        for path, found in beside.items()
    }
    assert read["2012"] == ("2011", "2013")
    assert read["2011"] == (None, "2012")
    assert read["2012/03"] == ("2011/12", "2012/06")
    assert read["2013/01"] == ("2012/06", None)
    assert read["2012/03/12"] == ("2011/12/31", "2012/06/06")


@given(
    st.lists(st.datetimes(timezones=st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=9))]))),
    st.sampled_from([("year",), ("month",), ("year", "day"), ()]),
)
def test_each_post_is_in_each_of_its_periods_once(
    moments: list[dt.datetime], levels: tuple[str, ...]
) -> None:
    posts = [Post(source=str(number), title="A", published=at) for number, at in enumerate(moments)]
    record = archive(
        label="A", singular="P", label_of="/".join, headings=("{label}",), levels=levels
    )
    blog = plan(posts, settings=Settings(taxonomies=(record,)), pages={})
    terms = blog.groupings["archive"].terms
    for item in posts:
        parts = date_parts(item)
        within = [path for path, term in terms.items() if item in term.posts]
        assert within == [parts[: depth + 1] for depth in range(len(within))]
        assert len(within) == max(
            (("year", "month", "day").index(x) + 1 for x in levels), default=1
        )
    beside = adjacent_periods(blog.groupings["archive"])
    for path, found in beside.items():
        if found.newer:
            assert beside[found.newer.path].older is terms[path]
    pages = {listing.path for listing in blog.listings.values()}
    for page in pages - {"blog", "blog/archive"}:
        assert page.rpartition("/")[0] in pages
