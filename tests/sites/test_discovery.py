"""Which pages are posts, when they were published, and where the front page is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages import Page, spaced
from tests.site import BuiltSite, build, preview

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def titles(page: Page) -> list[str]:
    return page.texts("a[rel=bookmark]")


def front(site: BuiltSite, url: str = "blog/") -> list[str]:
    return titles(site.page(url))


def test_one_line_is_a_complete_configuration(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/2024-01-31-first.md": "# First\n\nText.\n",
            "blog/deep/er/second.md": "---\ndate: 2024-02-01\n---\n# Second\n\nText.\n",
        },
        plugins=["search", "weblog"],
    )
    assert front(site) == ["Second", "First"]
    assert site.page("blog/").texts("h1") == ["Blog"]
    assert site.page("blog/2024-01-31-first/").texts("h1") == ["First"]
    assert site.has("blog/deep/er/second/")
    assert site.said() == []


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        (["/{blog}/**"], ["blog/a", "blog/deep/b"]),
        (["/notes/**"], ["notes/c", "notes/old/d"]),
        (["/notes/*.md"], ["notes/c"]),
        (["/notes/**", "!/notes/old/**"], ["notes/c"]),
        (["/{blog}/**", "/notes/**"], ["blog/a", "blog/deep/b", "notes/c", "notes/old/d"]),
        (["/{blog}/deep/"], ["blog/deep/b"]),
        (["b.md"], ["blog/deep/b"]),
        (["*.md"], ["blog/a", "blog/deep/b", "notes/c", "notes/old/d", "readme-too"]),
    ],
    ids=" ".join,
)
def test_patterns_say_which_pages_are_posts(
    tmp_path: Path, posts: list[str], expected: list[str]
) -> None:
    sources = ["blog/a", "blog/deep/b", "notes/c", "notes/old/d", "readme-too"]
    tree = {
        f"{source}.md": f"---\ndate: 2024-01-0{day}\n---\n# {source}\n"
        for day, source in enumerate(reversed(sources), start=1)
    }
    tree |= {"index.md": "# Home\n", "blog/index.md": "# Our blog\n"}
    site = build(tmp_path, tree, weblog={"posts": posts})
    assert front(site) == expected


def test_front_matter_wins_over_the_patterns(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "---\npost: true\ndate: 2024-03-01\n---\n# Home is a post\n",
            "guide/launch.md": "---\npost: true\ndate: 2024-02-01\n---\n# Launch\n",
            "blog/imprint.md": "---\npost: false\n---\n# Imprint\n",
            "blog/2024-01-01-a.md": "# A\n",
        },
    )
    assert front(site) == ["Home is a post", "Launch", "A"]
    assert site.page("blog/imprint/").content.select(".weblog") == []
    assert site.page("guide/launch/").has(".weblog-neighbours")


def test_an_index_page_is_a_post_only_with_a_date(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/travel/index.md": "# All about travel\n\nA section's page.\n",
            "blog/travel/a-trip/index.md": "---\ndate: 2024-01-02\n---\n# A trip\n\n![](a.svg)\n",
            "blog/travel/a-trip/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "blog/notes/README.md": "# Notes of ours\n",
            "blog/2024-01-01-walk/index.md": "---\ndate: 2024-01-01\n---\n# A walk\n",
        },
    )
    assert front(site) == ["A trip", "A walk"]
    assert site.page("blog/travel/").content.select(".weblog") == []
    assert site.has("blog/travel/a-trip/")
    assert site.broken_links() == []


def test_a_post_in_the_nav_keeps_its_place(tmp_path: Path) -> None:
    tree = {
        "index.md": "# Home\n",
        "guide.md": "# Guide\n",
        "blog/2024-01-01-a.md": "# A\n",
        "blog/2024-01-02-b.md": "# B\n",
    }
    nav = ["index.md", {"Read this first": "blog/2024-01-01-a.md"}, "guide.md"]
    site = build(tmp_path, tree, config={"nav": nav})
    page = site.page("blog/2024-01-01-a/")
    assert [page.target(f".navbar a.nav-link[rel={rel}]") for rel in ("prev", "next")] == [
        "",
        "guide/",
    ]
    assert front(site) == ["B", "Read this first"]
    assert page.target(".weblog-neighbours a[rel=next]") == "blog/2024-01-02-b/"


def test_the_whole_site_can_be_a_blog(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# My diary\n\nHello there.\n",
            "2024/01/02/tuesday.md": "# Tuesday\n",
            "2024-01-01-monday.md": "---\ntags: [new]\n---\n# Monday\n",
            "about.md": "---\npost: false\n---\n# About me\n",
        },
        weblog={"blog_dir": "."},
    )
    assert site.page("").texts("h1") == ["My diary"]
    assert front(site, "") == ["Tuesday", "Monday"]
    assert titles(site.page("tag/new/")) == ["Monday"]
    assert site.broken_links() == []


def test_two_instances_make_two_blogs(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/2024-01-01-a.md": "---\ntags: [x]\n---\n# A\n",
            "blog/2024-01-03-b.md": "---\ntags: [x]\n---\n# B\n",
            "news/2024-01-02-c.md": "---\ntags: [x]\n---\n# C\n",
            "news/2024-01-04-d.md": "---\ntags: [x]\n---\n# D\n",
        },
        plugins=[
            {"weblog": {"date_format": "yyyy"}},
            {"weblog": {"blog_dir": "news", "front": {"title": "News"}, "date_format": "short"}},
        ],
    )
    assert front(site) == ["B", "A"]
    assert front(site, "news/") == ["D", "C"]
    assert site.page("news/").texts("h1") == ["News"]
    assert titles(site.page("blog/tag/x/")) == ["B", "A"]
    assert titles(site.page("news/tag/x/")) == ["D", "C"]
    blog, news = site.page("blog/2024-01-01-a/"), site.page("news/2024-01-02-c/")
    assert blog.links(".weblog-neighbours a")[0][1] == "blog/2024-01-03-b/"
    assert news.links(".weblog-neighbours a")[0][1] == "news/2024-01-04-d/"
    assert (blog.text("time"), news.text("time")) == ("2024", "1/2/24")
    assert site.broken_links() == []


@pytest.mark.parametrize(
    ("page", "h1", "label"),
    [
        ({}, "Blog", "Blog"),
        ({"blog/index.md": "# Our words\n\nWords before.\n"}, "Our words", "Words before."),
        (
            {"blog/README.md": "# Our words\n\nWords before.\n"},
            "Our words",
            "Words before.",
        ),
        ({"blog/index.md": "Words before.\n"}, "Blog", "Words before."),
        ({"blog/index.md": "---\ntitle: News & views\n---\n"}, "News & views", "News & views"),
        ({"blog/index.md": ""}, "Blog", "Blog"),
    ],
    ids=["generated", "index", "README", "no heading", "title", "empty"],
)
def test_the_front_page_is_written_or_made(
    tmp_path: Path, page: Mapping[str, str], h1: str, label: str
) -> None:
    tree = {"index.md": "# Home\n", "blog/2024-01-01-a.md": "# A\n", **page}
    site = build(tmp_path, tree)
    built = site.page("blog/")
    assert built.texts("h1") == [h1]
    assert spaced(built.content).index(label) < spaced(built.content).index("Posted on")
    assert titles(built) == ["A"]
    assert (h1, "blog/") in site.page("").links(".navbar a[href]")


def test_a_blog_without_posts_says_so(tmp_path: Path) -> None:
    site = build(tmp_path, {"index.md": "# Home\n"})
    assert "No posts yet." in spaced(site.page("blog/").content)
    assert site.broken_links() == []


DATED = {
    "blog/2024-01-05-name.md": "# Name\n",
    "blog/2024/01/06/folders.md": "# Folders\n",
    "blog/2024/01/folder-day.md": "---\ndate: 2024-01-07\n---\n# Front matter\n",
    "blog/2024-01-01-both.md": "---\ndate: 2024-01-08\n---\n# Both\n",
    "blog/2024/01/02/2024-01-03-all.md": "---\ndate: 2024-01-09T10:00+02:00\n---\n# All\n",
    "blog/material.md": "---\ndate: {created: 2024-01-10, updated: 2024-02-01}\n---\n# Material\n",
    "blog/quoted.md": "---\ndate: '2024-01-11 10:30'\n---\n# Quoted\n",
}


@pytest.mark.parametrize(
    ("date_from", "both", "everything"),
    [
        (["front_matter", "file_name", "folders"], "2024-01-08", "2024-01-09"),
        (["file_name", "folders", "front_matter"], "2024-01-01", "2024-01-03"),
        (["folders", "front_matter", "file_name"], "2024-01-08", "2024-01-02"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_dates_come_from_where_the_site_says(
    tmp_path: Path, date_from: list[str], both: str, everything: str
) -> None:
    tree = {"index.md": "# Home\n", **DATED}
    site = build(tmp_path, tree, weblog={"date_from": date_from, "per_page": 0})
    page = site.page("blog/")
    days = {
        spaced(entry.select("h2")[0]): str(entry.select("time")[0]["datetime"])[:10]
        for entry in page.all("article.hentry")
    }
    assert days == {
        "Name": "2024-01-05",
        "Folders": "2024-01-06",
        "Front matter": "2024-01-07",
        "Both": both,
        "All": everything,
        "Material": "2024-01-10",
        "Quoted": "2024-01-11",
    }
    assert [days[title] for title in titles(page)] == sorted(days.values(), reverse=True)


def test_moments_are_read_in_the_time_zone_of_the_site(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/summer.md": "---\ndate: 2024-07-01 09:00\n---\n# Summer\n",
            "blog/winter.md": "---\ndate: 2024-01-01\n---\n# Winter\n",
            "blog/zoned.md": "---\ndate: 2024-01-01T00:00:00Z\n---\n# Zoned\n",
        },
        weblog={"timezone": "Europe/Berlin"},
    )
    assert site.page("blog/summer/").one("time")["datetime"] == "2024-07-01T09:00:00+02:00"
    assert site.page("blog/winter/").one("time")["datetime"] == "2024-01-01T00:00:00+01:00"
    assert front(site) == ["Summer", "Zoned", "Winter"]


SECRET = "qunseenq"  # stands in every part of the draft below and nowhere else

DRAFT = {
    "index.md": "# Home\n",
    "blog/2024-01-01-a.md": "---\ntags: [shown]\n---\n# A\n\n![](shown.svg)\n",
    "blog/shown.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    f"blog/2024-01-02-{SECRET}.md": f"""
        ---
        title: The {SECRET} title
        draft: true
        tags: [{SECRET}-tag, shown]
        categories: [{SECRET} category/below]
        authors: [{SECRET} author]
        description: A {SECRET} description
        ---
        The {SECRET} text with ![a picture]({SECRET}.svg).

        ## A {SECRET} heading
        """,
    f"blog/{SECRET}.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    f"blog/{SECRET}-bundle/index.md": f"---\ndate: 2024-01-03\ndraft: yes\n---\n# {SECRET}\n",
    f"blog/{SECRET}-bundle/{SECRET}.txt": "Notes.\n",
}


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_a_draft_leaves_no_trace_in_a_build(tmp_path: Path, theme: str) -> None:
    site = build(tmp_path, DRAFT, theme=theme, plugins=["search", "weblog"])
    assert site.containing(SECRET) == []
    assert front(site) == ["A"]
    assert site.has("blog/shown.svg")
    assert site.broken_links() == []
    assert site.said() == ["weblog: held back: 2 drafts"]


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_a_draft_is_shown_and_marked_in_a_preview(tmp_path: Path, theme: str) -> None:
    shown = preview(tmp_path, DRAFT, theme=theme)
    site = shown.site
    assert front(site) == [SECRET, f"The {SECRET} title", "A"]
    assert "Draft" in spaced(site.page("blog/").all("article.hentry")[1])
    post = site.page(f"blog/2024-01-02-{SECRET}/")
    assert "This is a draft: visitors do not see it." in spaced(post.content)
    assert site.has(f"blog/tag/{SECRET}-tag/")
    assert site.has(f"blog/{SECRET}.svg")
    assert site.broken_links() == []
    published = shown.rebuild({f"blog/2024-01-02-{SECRET}.md": "# Ready\n"})
    assert front(published) == [SECRET, "Ready", "A"]
    assert not published.has(f"blog/tag/{SECRET}-tag/")


def test_what_mkdocs_holds_back_is_a_draft(tmp_path: Path) -> None:
    config = {"draft_docs": f"/blog/*{SECRET}*\n", "exclude_docs": "/blog/gone.md\n"}
    tree = {
        "index.md": "# Home\n",
        "blog/2024-01-01-a.md": "# A\n",
        f"blog/2024-01-02-{SECRET}.md": f"---\ntags: [{SECRET}]\n---\n# The {SECRET} title\n",
        "blog/gone.md": "---\ndate: 2024-01-03\n---\n# Gone\n",
    }
    site = build(tmp_path / "build", tree, config=config)
    assert front(site) == ["A"]
    assert site.containing(SECRET) == []
    shown = preview(tmp_path / "preview", tree, config=config).site
    assert front(shown) == [f"The {SECRET} title", "A"]
    assert "Draft" in spaced(shown.page("blog/").all("article.hentry")[0])


def test_links_to_a_draft_keep_their_text(tmp_path: Path) -> None:
    tree = {
        **DRAFT,
        "guide.md": f"# Guide\n\nSee [what is coming](blog/2024-01-02-{SECRET}.md#top).\n",
    }
    expected = ["guide.md:3:1: it links to blog/2024-01-02-qunseenq.md, which is draft"]
    site = build(tmp_path, tree, expected_warnings=expected)
    assert "See what is coming." in spaced(site.page("guide/").content)
    assert site.containing(SECRET) == []
