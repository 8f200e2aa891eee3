"""Widgets: in Markdown as fenced blocks, in templates as functions, both the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site import build, preview

if TYPE_CHECKING:
    from tests.pages import Page
    from tests.site import Style


def post(title: str, *keys: str, body: str = "Text.") -> str:
    header = "".join(f"{key}\n" for key in keys)
    return f"---\ntitle: {title}\n{header}---\n\n{body}\n"


POSTS = {
    "blog/2024-01-05-one.md": post("One", "tags: [a, b]", "categories: [Topics/Wards]"),
    "blog/2024-01-20-two.md": post("Two", "tags: [a]", "authors: [Ann]", "series: Tea"),
    "blog/2024-03-12-three.md": post("Three", "tags: [c]", "authors: [Ann, Bo]", "series: Tea"),
    "blog/2024-03-12-four.md": post("Four & <b>", "tags: [a]", "pin: true"),
}


def block(*lines: str, indent: str = "") -> str:
    return "".join(f"{indent}{line}\n" for line in ("```weblog", *lines, "```"))


def home(*blocks: str) -> dict[str, str]:
    return {"index.md": "# Home\n\n" + "\n\n".join(blocks) + "\n", **POSTS}


def titles(page: Page, selector: str = ".weblog-titles a") -> list[str]:
    return page.texts(selector)


def test_recent_posts_on_a_page_of_the_docs_in_every_style(tmp_path: Path, style: Style) -> None:
    tree = home() | {"guide/deep/page.md": "# Deep\n\n" + block("widget: recent", "limit: 2")}
    site = build(tmp_path, tree, **style)
    page = site.page("guide/deep/page/")
    end = "/" if style["use_directory_urls"] else ".html"
    assert page.links("nav.weblog-widget a") == [
        ("Three", f"blog/2024-03-12-three{end}"),
        ("Four & <b>", f"blog/2024-03-12-four{end}"),
    ]
    assert page.one("nav.weblog-widget")["aria-label"] == "Recent posts"
    assert site.broken_links() == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], ["Three", "Four & <b>", "Two", "One"]),
        (["recent"], ["Three", "Four & <b>", "Two", "One"]),
        (["widget: recent", "offset: 1", "limit: 2"], ["Four & <b>", "Two"]),
        (["tags: a", "layout: titles"], ["Four & <b>", "Two", "One"]),
        (["tag: [b, c]", "layout: titles"], ["Three", "One"]),
        (["category: Topics/Wards", "layout: titles"], ["One"]),
        (["author: Ann", "layout: titles"], ["Three", "Two"]),
        (["series: Tea", "sort: part", "layout: titles"], ["Two", "Three"]),
        (["since: 2024-02", "layout: titles"], ["Three", "Four & <b>"]),
        (["not: {tags: a}", "layout: titles"], ["Three"]),
        (["sort: title", "layout: titles"], ["Four & <b>", "One", "Three", "Two"]),
        (["source: blog/*-t*.md", "layout: titles"], ["Three", "Two"]),
    ],
)
def test_queries(tmp_path: Path, lines: list[str], expected: list[str]) -> None:
    assert titles(build(tmp_path, home(block(*lines))).page("")) == expected


@pytest.mark.parametrize(
    ("layout", "selector"),
    [
        ("list", ".weblog-entries--list > article h2 a"),
        ("cards", ".weblog-entries--grid > article h2 a"),
        ("full", ".weblog-entries--full > article h2 a"),
        ("table", ".weblog-table td a"),
        ("titles", "ul.weblog-titles a"),
    ],
)
def test_layouts(tmp_path: Path, style: Style, layout: str, selector: str) -> None:
    site = build(tmp_path, home(block("tags: a", f"layout: {layout}")), **style)
    assert site.page("").texts(selector) == ["Four & <b>", "Two", "One"]


def test_a_widget_never_shows_the_post_it_stands_on(tmp_path: Path) -> None:
    tree = dict(POSTS)
    tree["blog/2024-01-20-two.md"] = post("Two", body=block("recent") + block("limit: 2"))
    page = build(tmp_path, tree).page("blog/2024-01-20-two/")
    assert titles(page) == ["Three", "Four & <b>", "One"]
    assert page.texts(".weblog-entry__title") == ["Three", "Four & <b>"]


def test_lists_feeds_and_search_have_the_text_of_a_post_without_its_widgets(tmp_path: Path) -> None:
    body = "Before.\n\n" + block("cloud") + "\n- item\n\n" + block("recent", indent="    ")
    tree = POSTS | {"index.md": "# Home\n", "blog/2025-01-01-new.md": post("New", body=body)}
    site = build(
        tmp_path, tree, plugins=["search", "weblog"], weblog={"front": {"content": "full"}}
    )
    assert site.page("blog/2025-01-01-new/").texts(".weblog-cloud a") == ["a", "b", "c"]
    entry = site.page("blog/").one("#post-new")
    assert entry.select(".weblog-widget") == []
    assert "Before." in entry.get_text()
    assert not [f for f in site.files() if b"data-weblog" in (site.dir / f).read_bytes()]
    index = json.loads((site.dir / "search/search_index.json").read_text())
    texts = [d["text"] for d in index["docs"] if d["location"].startswith("blog/2025-01-01-new/")]
    assert " ".join(texts[0].split()) == "Before. item"


def test_in_lists_admonitions_and_tabs_but_not_in_code(tmp_path: Path) -> None:
    inside = block("widget: recent", "limit: 1", indent="    ")
    shown = block("tags: never", indent="    ")
    page = build(
        tmp_path,
        home(
            f"- item\n\n{inside}",
            f"!!! note\n    Text\n{inside}",
            f'=== "Tab"\n\n{inside}',
            "Indented code:\n\n" + shown,
            "````yaml\n" + block("tags: never") + "````",
        ),
        config={
            "markdown_extensions": [
                "admonition",
                "pymdownx.superfences",
                {"pymdownx.tabbed": {"alternate_style": True}},
            ]
        },
    ).page("")
    assert page.texts("li .weblog-titles a") == ["Three"]
    assert page.texts(".admonition .weblog-titles a") == ["Three"]
    assert page.texts(".tabbed-content .weblog-titles a") == ["Three"]
    assert [code.get_text().strip() for code in page.all("pre code")] == [
        block("tags: never").strip()
    ] * 2


def test_a_cloud_a_tree_authors_and_series(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        home(
            block("cloud"),
            block("widget: cloud", "taxonomy: categories"),
            block("tree"),
            block("widget: authors", "sort: count", "heading: Who writes"),
            block("widget: series", "heading: true"),
            block("widget: cloud", "limit: 1"),
        ),
    )
    page = site.page("")
    clouds = [[a.get_text() for a in cloud.select("a")] for cloud in page.all(".weblog-cloud")]
    assert clouds == [["a", "b", "c"], ["Topics", "Uncategorized", "Wards"], ["a"]]
    assert page.one('.weblog-widget--cloud[aria-label="Tag cloud"] a[href*="/a/"].weblog-cloud__8')
    tree = page.one(".weblog-widget--tree")
    assert " ".join(tree.get_text(" ").split()) == "Topics 1 Wards 1 Uncategorized 3"
    assert page.texts(".weblog-widget--authors li") == ["Ann 2", "Bo 1"]
    assert page.texts(".weblog-widget--series li") == ["Tea 2 parts"]
    assert page.texts(".weblog-widget__heading") == ["Who writes", "Series"]
    assert site.broken_links() == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["archive"], ["2024 4 March 2024 2 January 2024 2"]),
        (["widget: archive", "by: year"], ["2024 4"]),
        (["widget: archive", "by: month"], ["March 2024 2", "January 2024 2"]),
        (["widget: archive", "by: month", "limit: 1"], ["March 2024 2"]),
    ],
)
def test_archives(tmp_path: Path, lines: list[str], expected: list[str]) -> None:
    items = build(tmp_path, home(block(*lines))).page("").all(".weblog-widget--archive > ul > li")
    assert [" ".join(item.get_text(" ").split()) for item in items] == expected


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        (["year", "month", "day"], [("12", "blog/2024/03/12/")]),
        (["year", "month"], [("12", "blog/2024/03/")]),
        (["year"], [("12", "blog/2024-03-12-three/")]),
    ],
)
def test_a_calendar_links_days_to_their_page_else_to_the_month_or_the_post(
    tmp_path: Path, periods: list[str], expected: list[tuple[str, str]]
) -> None:
    site = build(tmp_path, home(block("calendar")), weblog={"archive": {"periods": periods}})
    page = site.page("")
    assert page.links(".weblog-calendar td a") == expected
    assert page.one(".weblog-calendar td a")["aria-label"] == "2 posts on March 12, 2024"
    assert page.text("caption") == "March 2024"
    assert len(page.all(".weblog-calendar tbody tr")) == 5


def test_a_calendar_leads_to_the_months_beside_that_have_posts(tmp_path: Path) -> None:
    tree = home(block("widget: calendar", "month: 2024-02"), block("calendar"))
    page = build(tmp_path, tree).page("")
    assert page.texts("caption") == ["February 2024", "March 2024"]
    assert page.links(".weblog-calendar__beside a") == [
        ("← January 2024", "blog/2024/01/"),
        ("March 2024 →", "blog/2024/03/"),
        ("← January 2024", "blog/2024/01/"),
    ]


def test_a_blog_without_archive_has_a_calendar_too(tmp_path: Path) -> None:
    site = build(tmp_path, home(block("calendar"), block("archive")), weblog={"archive": False})
    page = site.page("")
    assert page.links(".weblog-calendar a") == [("12", "blog/2024-03-12-three/")]
    assert not page.has(".weblog-widget--archive")


def test_an_empty_blog_has_no_clouds_and_says_that_there_are_no_posts(tmp_path: Path) -> None:
    kinds = ("recent", "cloud", "tree", "archive", "authors", "series", "calendar")
    site = build(tmp_path, {"index.md": "# Home\n\n" + "\n".join(map(block, kinds))})
    assert [p.get_text(strip=True) for p in site.page("").all(".weblog-widget")] == [
        "No posts yet."
    ]


def test_a_listing_has_no_id_twice(tmp_path: Path) -> None:
    code = "# X\n\n[down](#down)\n\n## Down\n\nText[^1].\n\n[^1]: Note.\n"
    tree = {
        "index.md": "# Home\n",
        "blog/index.md": "# Blog\n\n" + block("layout: full"),
        "blog/2024-01-01-x.md": code,
    }
    site = build(
        tmp_path,
        tree,
        weblog={"content": "full"},
        config={"markdown_extensions": ["footnotes", {"toc": {"permalink": True}}]},
    )
    page = site.page("blog/")
    assert len(page.all("article.weblog-entry")) == 2
    assert page.duplicate_ids() == []
    assert site.broken_links() == []


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            ["tgas: a"],
            "docs/index.md:9:1: there is no 'tgas'; did you mean 'tags'? [widget-option]",
        ),
        (["a: ["], "docs/index.md:11:1: YAML that cannot be read"),
        (["just text"], "docs/index.md:10:1: text instead of keys and values"),
        (["tags: aa"], "docs/index.md:9:1: no post has 'aa' among its tags"),
        (["blog: news"], "there is no blog 'news'; write blog [widget-option]"),
        (["partial: gone"], "weblog/gone.html: there is no such template"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, lines: list[str], message: str
) -> None:
    index = "---\ntitle: Home\n---\n\n" + block("cloud") + "\n" + block(*lines)
    tree = POSTS | {"index.md": index}
    site = build(tmp_path, tree, expected_warnings=[message])
    assert not site.page("").has(".weblog-notice")
    shown = preview(tmp_path / "preview", tree, expected_warnings=[message]).site
    assert shown.page("").has(".weblog-notice") == ("partial: gone" not in lines)


def test_a_block_that_never_ends_is_told(tmp_path: Path) -> None:
    tree = POSTS | {"index.md": "---\ntitle: Home\n---\n\nText\n\n```weblog\ncloud\n"}
    build(tmp_path, tree, expected_warnings=("docs/index.md:7:1: a block that never ends",))


def test_a_template_of_the_sites_own_shows_the_posts(tmp_path: Path) -> None:
    partial = (
        "{% for post in posts %}<b class=own>{{ post.title | e }} {{ post.url }}</b>{% endfor %}"
    )
    site = build(
        tmp_path,
        home(block("tags: a", "limit: 1", "partial: mine")),
        files={"own/weblog/mine.html": partial},
        config={"theme": {"name": "mkdocs", "custom_dir": "own"}},
    )
    assert site.page("").texts(".weblog-widget b.own") == ["Four & <b> ./blog/2024-03-12-four/"]


SIDEBAR = """
{% extends "base.html" %}
{% block footer %}<aside id="own">
{{ weblog.recent(limit=2) }}{{ weblog.cloud() }}{{ weblog.tree() }}{{ weblog.archive() }}
{{ weblog.authors() }}{{ weblog.series() }}{{ weblog.calendar() }}
{{ weblog.posts(tags="a", without={"tags": "b"}, layout="cards") }}
<a class="blog" href="{{ weblog.url("blog/index.md") }}">{{ weblog.text("blog") }}</a>
</aside>{% endblock %}
"""
NOWHERE = SIDEBAR + "{% block content %}Nothing here.{% endblock %}"


def test_functions_in_the_themes_templates(tmp_path: Path, style: Style) -> None:
    site = build(
        tmp_path,
        home() | {"guide/deep/page.md": "# Deep\n"},
        files={"own/main.html": SIDEBAR, "own/404.html": NOWHERE},
        plugins=["weblog"],
        use_directory_urls=style["use_directory_urls"],
        config={"theme": {"name": style["theme"], "custom_dir": "own"}},
    )
    for url in ("", "guide/deep/page/", "blog/", "blog/tag/a/", "404.html"):
        page = site.page(url)
        kinds = [str(widget["class"][-1]) for widget in page.all("#own .weblog-widget")]
        assert [kind.partition("--")[2] for kind in kinds] == (
            "recent cloud tree archive authors series calendar posts".split()
        )
        assert titles(page, "#own .weblog-titles a") == ["Three", "Four & <b>"]
        assert titles(page, "#own .weblog-entries--grid h2") == ["Four & <b>", "Two"]
    assert titles(site.page("blog/2024-03-12-three/"), "#own .weblog-titles a") == [
        "Four & <b>",
        "Two",
    ]
    assert site.broken_links() == []


def test_a_template_that_asks_for_what_there_is_not(tmp_path: Path) -> None:
    own = "{% block footer %}<p id=own>{{ weblog.cloud(tgas=1) }}</p>{% endblock %}"
    site = build(
        tmp_path,
        home() | {"other.md": "# Other\n"},
        files={"own/main.html": '{% extends "base.html" %}' + own},
        config={"theme": {"name": "mkdocs", "custom_dir": "own"}},
        expected_warnings=("weblog.cloud() in a template: cloud has no 'tgas'",),
    )
    assert site.page("other/").text("#own") == ""
    assert len(site.said()) == 1


def test_several_blogs(tmp_path: Path) -> None:
    tree = {
        "index.md": "# Home\n\n" + block("recent") + "\n" + block("widget: recent", "blog: news"),
        "blog/2024-01-01-a.md": post("A", body=block("recent")),
        "news/index.md": "# News\n\n" + block("recent"),
        "news/2024-01-02-b.md": post("B"),
        "news/2024-01-03-c.md": post("C"),
    }
    site = build(
        tmp_path,
        tree,
        plugins=[
            {"weblog": {"blog_dir": "blog"}},
            {"weblog": {"blog_dir": "news", "posts": ["/news/**"]}},
        ],
    )
    assert titles(site.page("")) == ["A", "C", "B"]
    assert titles(site.page("news/")) == ["C", "B"]
