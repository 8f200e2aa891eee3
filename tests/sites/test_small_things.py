"""What people look for and find: notices, links, orders, page sizes, templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site import build

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

QUIET = {"feeds": False, "archive": False, "related": {"limit": 0}}
TITLES = ".weblog-entry__title a"


def post(date: str, title: str, more: str = "") -> str:
    return f"---\ndate: {date}\n{more}---\n# {title}\n\nText.\n"


def posts(count: int, more: str = "tags: [x]\n") -> dict[str, str]:
    return {
        "index.md": "# Home\n",
        **{f"blog/p{n}.md": post(f"2024-01-{n:02}", f"P{n}", more) for n in range(1, count + 1)},
    }


@pytest.mark.parametrize(
    ("updated", "said"),
    [
        ("", ["This post is 3 years old and may be out of date."]),
        ("updated: 2023-06-01\n", []),
        ("updated: 2022-03-01\n", ["This post is 2 years old and may be out of date."]),
    ],
    ids=["as it was", "updated", "updated long ago"],
)
def test_an_old_post_says_how_old_it_is(tmp_path: Path, updated: str, said: list[str]) -> None:
    tree = {"index.md": "# Home\n", "blog/a.md": post("2021-01-01", "A", updated)}
    site = build(tmp_path, tree, weblog={**QUIET, "old_after": 2, "as_of": "2024-03-01"})
    assert site.page("blog/a/").texts(".weblog-notice") == said
    assert not site.page("blog/").has(".weblog-notice")


def test_a_post_says_what_takes_its_place(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "guide.md": "# The <em>guide</em>\n",
            "blog/a.md": post("2024-01-01", "A", "superseded_by: b.md\n"),
            "blog/b.md": post("2024-01-02", "B & co", "superseded_by: guide.md\n"),
            "blog/c.md": post("2024-01-03", "C", "superseded_by: https://example.com/x\n"),
        },
        weblog=QUIET,
    )
    shown = {name: site.page(f"blog/{name}/").links(".weblog-notice a") for name in "abc"}
    assert shown == {
        "a": [("B & co", "blog/b/")],
        "b": [("The guide", "guide/")],
        "c": [("https://example.com/x", "https://example.com/x")],
    }
    assert site.page("blog/a/").text(".weblog-notice") == ("A newer post replaces this one: B & co")


def test_a_link_post_leads_to_what_it_is_about(tmp_path: Path) -> None:
    more = "link: https://example.com/?a=1&b=<2>\n"
    site = build(
        tmp_path, {"index.md": "# Home\n", "blog/a.md": post("2024-01-01", "A", more)}, weblog=QUIET
    )
    page = site.page("blog/a/")
    assert page.links(".weblog-target a") == [("Visit link", "https://example.com/?a=1&b=<2>")]


def test_a_post_may_have_a_template_of_its_own(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/a.md": post("2024-01-01", "A", "template: wide.html\n"),
            "blog/b.md": post("2024-01-02", "B"),
        },
        weblog=QUIET,
        config={"theme": {"name": "mkdocs", "custom_dir": "overrides"}},
        files={"overrides/wide.html": "<body class=wide role=main>{{ page.content }}</body>"},
    )
    assert site.page("blog/a/").has("body.wide .weblog-byline")
    assert not site.page("blog/b/").has("body.wide")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("newest", ["Third", "Second", "First"]),
        ("oldest", ["First", "Second", "Third"]),
        ("title", ["First", "Second", "Third"]),
        ("-title", ["Third", "Second", "First"]),
        ("rating", ["Third", "First", "Second"]),
        ("-rating", ["First", "Third", "Second"]),
    ],
)
def test_lists_are_in_the_order_of_any_field(
    tmp_path: Path, order: str, expected: list[str]
) -> None:
    tree = {
        "index.md": "# Home\n",
        "blog/a.md": post("2024-01-01", "First", "tags: [x]\nrating: 10\n"),
        "blog/b.md": post("2024-01-02", "Second", "tags: [x]\n"),
        "blog/c.md": post("2024-01-03", "Third", "tags: [x]\nrating: 9\n"),
    }
    site = build(tmp_path, tree, weblog={**QUIET, "taxonomies": {"tags": {"order_posts": order}}})
    assert site.page("blog/tag/x/").texts(TITLES) == expected
    assert site.page("blog/").texts(TITLES) == ["Third", "Second", "First"]


@pytest.mark.parametrize(
    ("options", "pages"),
    [
        ({"per_page": 3}, {"blog": [3, 3, 1], "blog/tag/x": [3, 3, 1]}),
        ({"per_page": 3, "orphans": 1}, {"blog": [3, 4], "blog/tag/x": [3, 4]}),
        ({"per_page": 0}, {"blog": [7], "blog/tag/x": [7]}),
        (
            {"per_page": 3, "taxonomies": {"tags": {"per_page": 5}}, "front": {"per_page": 2}},
            {"blog": [2, 2, 2, 1], "blog/tag/x": [5, 2]},
        ),
    ],
    ids=str,
)
def test_every_kind_of_list_has_its_size(
    tmp_path: Path, options: Mapping[str, object], pages: Mapping[str, list[int]]
) -> None:
    site = build(tmp_path, posts(7), weblog={**QUIET, **options})
    for path, sizes in pages.items():
        urls = [f"{path}/", *(f"{path}/page/{number}/" for number in range(2, len(sizes) + 2))]
        shown = [len(site.page(url).texts(TITLES)) for url in urls if site.has(url)]
        assert shown == sizes
    assert site.broken_links() == []


def test_stable_pages_keep_their_posts(tmp_path: Path) -> None:
    def listed(count: int) -> dict[str, list[str]]:
        site = build(
            tmp_path / str(count),
            posts(count),
            weblog={**QUIET, "per_page": 2, "stable_pages": True},
        )
        assert site.broken_links() == []
        urls = [f"blog/page/{number}/" for number in range(1, 5)]
        return {url: site.page(url).texts(TITLES) for url in ("blog/", *urls) if site.has(url)}

    five = listed(5)
    assert five == {
        "blog/": ["P5"],
        "blog/page/1/": ["P2", "P1"],
        "blog/page/2/": ["P4", "P3"],
    }
    seven = listed(7)
    assert {url: seven[url] for url in ("blog/page/1/", "blog/page/2/")} == {
        url: five[url] for url in ("blog/page/1/", "blog/page/2/")
    }
    assert seven["blog/"] == ["P7"]


@pytest.mark.parametrize(
    ("options", "there"),
    [({}, True), ({"reading_time": False}, False), ({"words_per_minute": 1}, True)],
)
def test_reading_time_is_an_option(
    tmp_path: Path, options: Mapping[str, object], there: bool
) -> None:
    site = build(tmp_path, posts(1), weblog={**QUIET, **options})
    assert site.page("blog/p1/").has(".weblog-byline__reading") is there


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_word_counts_are_an_option(tmp_path: Path, theme: str) -> None:
    tree = {"index.md": "# Home\n", "blog/2024-01-01-a.md": "# A\n\nOne 日本 two.\n"}
    site = build(tmp_path, tree, theme=theme, weblog={**QUIET, "word_count": True})
    assert site.page("blog/2024-01-01-a/").texts(".weblog-byline__words") == ["5 words"]


def test_a_post_may_say_its_reading_time(tmp_path: Path) -> None:
    tree = {"index.md": "# Home\n", "blog/a.md": post("2024-01-01", "A", "readtime: 12\n")}
    site = build(tmp_path, tree, weblog=QUIET)
    assert site.page("blog/a/").texts(".weblog-byline__reading") == ["12 min read"]


@pytest.mark.parametrize(
    ("style", "tag", "slug"),
    [
        ("unicode", "Node.js", "nodejs"),
        ("wordpress", "Node.js", "node-js"),
        ("wordpress", "Café & Co", "cafe-co"),
        ("ascii", "Привет Café", "cafe"),
    ],
)
def test_24_slugs_have_a_style(tmp_path: Path, style: str, tag: str, slug: str) -> None:
    tree = {
        "index.md": "# Home\n",
        "blog/a.md": f"---\ndate: 2024-01-01\ntags: ['{tag}']\ntitle: '{tag} for all'\n---\n",
    }
    site = build(tmp_path, tree, weblog={**QUIET, "slugs": style, "permalink": "{slug}"})
    assert site.has(f"blog/tag/{slug}/")
    assert site.has(f"blog/{slug}-for-all/")
    assert site.broken_links() == []


def test_52_posts_of_one_moment_link_to_each_other(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/a.md": post("2013-01-05 12:00", "Twin A"),
            "blog/b.md": post("2013-01-05 12:00", "Twin B"),
            "blog/c.md": post("2013-01-05 12:00", "First of all", "order: -1\n"),
        },
        weblog=QUIET,
    )
    assert site.page("blog/").texts(TITLES) == ["Twin B", "Twin A", "First of all"]
    assert site.page("blog/a/").links(".weblog-neighbours a") == [
        ("Older post First of all", "blog/c/"),
        ("Newer post Twin B", "blog/b/"),
    ]


def test_a_term_without_a_page_is_no_link(tmp_path: Path) -> None:
    tree = {**posts(2), "blog/terms.yml": "tags:\n  x: {page: false}\n"}
    site = build(tmp_path, tree, weblog=QUIET)
    assert not site.has("blog/tag/x/")
    filed = site.page("blog/p1/")
    assert filed.text(".weblog-filed").endswith("Tagged x")
    assert [text for text, _ in filed.links(".weblog-filed a")] == ["Uncategorized"]


def test_the_toc_of_a_list_names_its_posts(tmp_path: Path) -> None:
    site = build(tmp_path / "on", posts(2), theme="mkdocs", weblog=QUIET)
    assert {"#post-p2", "#post-p1"} <= {
        str(a["href"]) for a in site.page("blog/").all("#toc-collapse a")
    }
    off = build(tmp_path / "off", posts(2), theme="mkdocs", weblog={**QUIET, "listing_toc": False})
    assert not off.page("blog/").has("#toc-collapse a[href='#post-p2']")
