"""When posts are public: scheduled to the minute, expired, pinned, and what a build says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site import BuiltSite, build, preview, refuse

if TYPE_CHECKING:
    from pathlib import Path

TITLES = ".weblog-entry__title a"


def post(front_matter: str, title: str) -> str:
    return f"---\n{front_matter}\n---\n# {title}\n\nText.\n"


def built_at(root: Path, moment: str, *, zone: str, date: str) -> BuiltSite:
    tree = {
        "index.md": "# Home\n",
        "blog/old.md": post("date: 2020-01-01", "Old"),
        "blog/soon.md": post(f"date: {date}", "Soon"),
    }
    return build(
        root,
        tree,
        weblog={"timezone": zone, "as_of": moment, "related": {"limit": 0}, "feeds": False},
    )


@pytest.mark.parametrize(
    ("zone", "date", "before", "at"),
    [
        ("Europe/London", "2025-01-15 09:00", "2025-01-15T08:59Z", "2025-01-15T09:00Z"),
        ("Europe/London", "2025-07-15 09:00", "2025-07-15T07:59Z", "2025-07-15T08:00Z"),
        ("Europe/London", "2025-03-30", "2025-03-29T23:59Z", "2025-03-30T00:00Z"),
        ("Europe/London", "2025-03-31", "2025-03-30T22:59Z", "2025-03-30T23:00Z"),
        ("America/New_York", "2025-03-09 03:00", "2025-03-09T06:59Z", "2025-03-09T07:00Z"),
        ("America/New_York", "2025-11-02 02:00", "2025-11-02T06:59Z", "2025-11-02T07:00Z"),
        ("America/New_York", "2025-11-03", "2025-11-03T04:59Z", "2025-11-03T05:00Z"),
        ("America/New_York", "2025-07-01T09:00:00+09:00", "2025-06-30 19:59", "2025-06-30 20:00"),
    ],
    ids=[
        "London winter",
        "London summer",
        "London on the day the clocks go forward",
        "London on the day after",
        "New York after the hour that is missing",
        "New York after the hour that comes twice",
        "New York on the day after the clocks go back",
        "a zone of the post's own, a moment in the site's",
    ],
)
def test_a_post_appears_at_its_minute(
    tmp_path: Path, zone: str, date: str, before: str, at: str
) -> None:
    early = built_at(tmp_path / "before", before, zone=zone, date=date)
    assert early.page("blog/").texts(TITLES) == ["Old"]
    assert not early.has("blog/soon/")
    on_time = built_at(tmp_path / "at", at, zone=zone, date=date)
    assert on_time.page("blog/").texts(TITLES) == ["Soon", "Old"]
    assert on_time.has("blog/soon/")


TREE = {
    "index.md": "# Home\n",
    "blog/a.md": post("date: 2024-01-01", "A"),
    "blog/b.md": post("date: 2024-02-01\nexpires: 2024-03-01 12:00", "B"),
    "blog/c.md": post("date: 2024-04-01 09:30", "C"),
    "blog/d.md": post("date: 2024-05-01", "D"),
    "blog/e.md": post("date: 2024-01-02\ndraft: true", "E"),
}


@pytest.mark.parametrize(
    ("moment", "shown", "public", "said"),
    [
        (
            "2024-03-01 11:59",
            "March 1, 2024, 11:59 AM GMT",
            ["B", "A"],
            "held back: 1 draft, 2 scheduled; next is blog/c.md, April 1, 2024, 9:30 AM GMT+01:00",
        ),
        (
            "2024-03-01 12:00",
            "March 1, 2024, 12:00 PM GMT",
            ["A"],
            "held back: 1 draft, 2 scheduled, 1 expired; next is blog/c.md, April 1, 2024, "
            "9:30 AM GMT+01:00",
        ),
        (
            "2024-06-01",
            "June 1, 2024, 12:00 AM GMT+01:00",
            ["D", "C", "A"],
            "held back: 1 draft, 1 expired",
        ),
    ],
    ids=["before B expires", "when B expires", "in June"],
)
def test_a_build_says_in_one_line_what_it_holds_back(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
    shown: str,
    public: list[str],
    said: str,
) -> None:
    monkeypatch.setenv("WEBLOG_AS_OF", moment)
    site = build(
        tmp_path, TREE, weblog={"timezone": "Europe/London", "as_of": "1999-01-01", "feeds": False}
    )
    assert site.page("blog/").texts(TITLES) == public
    assert [text.replace("\u202f", " ") for text in site.said()] == [
        f"weblog: as of {shown}: {said}"
    ]


def test_a_build_without_anything_held_back_says_nothing(tmp_path: Path) -> None:
    site = build(tmp_path, {"index.md": "# Home\n", "blog/2024-01-01-a.md": "# A\n"})
    assert site.said() == []


def test_a_moment_that_is_none_is_refused(tmp_path: Path) -> None:
    refusal = refuse(tmp_path, TREE, weblog={"as_of": "next tuesday"})
    said = "weblog: as_of: 'next tuesday' is not understood; write a date such as 2024-01-31"
    assert refusal.errors == [said]


def test_the_epoch_of_a_reproducible_build_is_its_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709294340")  # 2024-03-01 11:59:00 UTC
    site = build(tmp_path, TREE, weblog={"feeds": False})
    assert site.page("blog/").texts(TITLES) == ["B", "A"]


def test_a_preview_shows_what_is_scheduled_and_says_from_when(tmp_path: Path) -> None:
    site = preview(tmp_path, TREE, weblog={"timezone": "Europe/London", "as_of": "2024-03-15"}).site
    front = site.page("blog/")
    assert front.texts(TITLES) == ["D", "C", "B", "E", "A"]
    assert front.texts(".weblog-state") == [
        "Scheduled for May 1, 2024, 12:00 AM GMT+01:00",
        "Scheduled for April 1, 2024, 9:30 AM GMT+01:00",
        "Expired on March 1, 2024, 12:00 PM GMT",
        "Draft",
    ]
    assert site.page("blog/c/").text(".weblog-banner") == (
        "Visitors see this from April 1, 2024, 9:30 AM GMT+01:00."
    )
    assert not site.page("blog/a/").has(".weblog-banner, .weblog-state")
    assert site.page("blog/c/").target(".weblog-neighbours__newer") == "blog/d/"


def test_a_post_that_will_expire_says_so_in_the_preview_only(tmp_path: Path) -> None:
    options = {"timezone": "UTC", "as_of": "2024-02-15", "feeds": False}
    site = preview(tmp_path / "preview", TREE, weblog=options).site
    assert site.page("blog/b/").texts(".weblog-banner") == [
        "Visitors see this until March 1, 2024, 12:00 PM UTC."
    ]
    assert site.page("blog/").texts(".weblog-entry:has(a[href*='b/']) .weblog-state") == []
    public = build(tmp_path / "public", TREE, weblog=options)
    assert not public.page("blog/b/").has(".weblog-banner")


PINS = {
    "index.md": "# Home\n",
    **{f"blog/2024-01-0{day}-p{day}.md": f"---\ntags: [x]\n---\n# P{day}\n" for day in range(3, 7)},
    "blog/2024-01-01-always.md": "---\npin: true\ntags: [x]\n---\n# Always\n",
    "blog/2024-01-02-until.md": "---\npin: 2024-06-01\ntags: [x]\n---\n# Until\n",
}


@pytest.mark.parametrize(
    ("moment", "first"),
    [
        ("2024-05-31 23:59", ["Until", "Always", "P6", "P5"]),
        ("2024-06-01", ["Always", "P6", "P5"]),
    ],
)
def test_a_pinned_post_is_on_top_of_the_first_page_until_its_day(
    tmp_path: Path, moment: str, first: list[str]
) -> None:
    site = build(tmp_path, PINS, weblog={"per_page": 2, "as_of": moment, "feeds": False})
    pages = [site.page(url).texts(TITLES) for url in ("blog/", "blog/page/2/", "blog/page/3/")]
    assert pages == [first, ["P4", "P3"], ["Until", "Always"]]
    assert site.page("blog/tag/x/").texts(TITLES) == ["P6", "P5"]
    assert site.page("blog/tag/x/page/3/").texts(TITLES) == ["Until", "Always"]
    neighbours = site.page("blog/2024-01-02-until/")
    assert neighbours.target(".weblog-neighbours__older") == "blog/2024-01-01-always/"
    assert neighbours.target(".weblog-neighbours__newer") == "blog/2024-01-03-p3/"
    assert site.page("blog/").texts(".weblog-state") == ["Pinned"] * (len(first) - 2)


def test_a_pinned_draft_is_held_back_all_the_same(tmp_path: Path) -> None:
    tree = {
        "index.md": "# Home\n",
        "blog/a.md": post("date: 2024-01-01", "A"),
        "blog/b.md": post("date: 2024-01-02\ndraft: true\npin: true", "B"),
    }
    site = build(tmp_path, tree, weblog={"feeds": False})
    assert site.page("blog/").texts(TITLES) == ["A"]


@pytest.mark.parametrize(
    ("front_matter", "said"),
    [
        ("date: 2024-01-01\ndraft: maybe", "docs/blog/b.md:3:8: draft: "),
        ("date: 2024-01-01\nexpires: soon", "docs/blog/b.md:3:10: expires: "),
        ("date: 2024-01-01\nunlisted: [1]", "docs/blog/b.md:3:11: unlisted: "),
        ("date: 2024-01-01\ndarft: true", "docs/blog/b.md:3:1: darft: "),
    ],
)
def test_what_might_hold_a_post_back_is_never_guessed(
    tmp_path: Path, front_matter: str, said: str
) -> None:
    tree = {"index.md": "# Home\n", "blog/b.md": post(front_matter, "B")}
    assert said in refuse(tmp_path, tree).text
