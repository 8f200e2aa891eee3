"""No two things share a URL: whatever would is named, and nothing is written over anything."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.site import Style, build, preview, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.site import Text


def post(front_matter: str, title: str = "A post") -> str:
    return f"---\ndate: 2024-01-31\n{front_matter}\n---\n# {title}\n"


HOME = {"index.md": "# Home\n"}

CLASHES: Mapping[str, tuple[Mapping[str, Text], Mapping[str, Any], list[str]]] = {
    "two posts with one slug": (
        {"blog/a.md": post("slug: x"), "blog/b.md": post("slug: x")},
        {"permalink": "{slug}"},
        ["docs/blog/b.md:3:7: slug: its URL /blog/x/ belongs to blog/a.md"],
    ),
    "two posts with one title and day": (
        {"blog/a.md": post(""), "blog/b.md": post("")},
        {"permalink": "material"},
        ["docs/blog/b.md: its URL /blog/2024/01/31/a-post/ belongs to blog/a.md"],
    ),
    "three posts with one slug": (
        {f"blog/{name}.md": post("slug: x") for name in "abc"},
        {"permalink": "{slug}"},
        [
            "docs/blog/b.md:3:7: slug: its URL /blog/x/ belongs to blog/a.md",
            "docs/blog/c.md:3:7: slug: its URL /blog/x/ belongs to blog/a.md",
        ],
    ),
    "a post and a docs page": (
        {"about.md": "# About\n", "blog/a.md": post("", "About")},
        {"permalink": "/{slug}"},
        ["docs/blog/a.md: its URL /about/ belongs to about.md"],
    ),
    "a post and a file": (
        {"blog/a/index.html": "old", "blog/a.md": post("")},
        {},
        ["docs/blog/a.md: its URL /blog/a/ belongs to blog/a/index.html"],
    ),
    "a post and a page of the theme": (
        {"blog/a.md": post("permalink: /404.html")},
        {},
        ["docs/blog/a.md:3:12: permalink: its URL /404.html belongs to the theme's 404.html"],
    ),
    "a post where another needs a folder": (
        {"blog/a.md": post("permalink: /blog/z.html"), "blog/z.html/b.md": post("")},
        {},
        ["docs/blog/z.html/b.md: its URL /blog/z.html/b/ belongs to blog/a.md"],
    ),
    "posts that differ by case": (
        {"blog/A.md": post(""), "blog/a.md": post("")},
        {},
        ["docs/blog/a.md: its URL /blog/a/ belongs to blog/A.md"],
    ),
    "posts that differ by Unicode form": (
        {"blog/caf\u00e9.md": post(""), "blog/cafe\u0301.md": post("")},
        {},
        ["docs/blog/caf\u00e9.md: its URL /blog/caf%C3%A9/ belongs to blog/cafe\u0301.md"],
    ),
    "a post where a listing is": (
        {"blog/a.md": post("slug: tag/x\ntags: [x]")},
        {"permalink": "{slug}"},
        ["docs/blog/a.md: it lies at /blog/tag/x/, where 'Tag Archives: x' would be"],
    ),
    "a post whose file is a listing's": (
        {"blog/2024.md": post("")},
        {},
        ["docs/blog/2024.md: it lies at /blog/2024/, where 'Yearly Archives: 2024' would be"],
    ),
    "a file where a listing is": (
        {"blog/tag/x/index.html": "old", "blog/a.md": post("tags: [x]")},
        {},
        ["docs/blog/tag/x/index.html: it lies at /blog/tag/x/, where 'Tag Archives: x' would be"],
    ),
    "a file where a folder of listings is": (
        {"blog/tag": "old", "blog/a.md": post("tags: [x]")},
        {},
        [
            "docs/blog/tag: it lies at /blog/tag/, where 'Tags' would be",
            "docs/blog/tag: it lies at /blog/tag/x/, where 'Tag Archives: x' would be",
        ],
    ),
    "terms of two taxonomies": (
        {"blog/a.md": post("tags: [x]\ncategories: [x]")},
        {"taxonomies": {"categories": {"slug": "tag", "index": False}}},
        ["docs/blog/a.md: 'Category Archives: x' lies at /blog/tag/x/, where 'Tag Archives: x'"],
    ),
}


@pytest.mark.parametrize(("tree", "options", "messages"), CLASHES.values(), ids=CLASHES.keys())
def test_a_clash_names_both_and_leaves_the_site_as_it_was(
    tmp_path: Path,
    tree: Mapping[str, Text],
    options: Mapping[str, Any],
    messages: list[str],
) -> None:
    old = tmp_path / "site" / "index.html"
    old.parent.mkdir()
    old.write_bytes(b"what was published before")
    refusal = refuse(tmp_path, {**HOME, **tree}, weblog=options)
    for message in messages:
        assert message in refusal.text
    assert refusal.text.count("[url-clash]") == len(messages)
    assert old.read_bytes() == b"what was published before"
    assert [path.name for path in old.parent.iterdir()] == ["index.html"]


@pytest.mark.parametrize(("tree", "options", "messages"), CLASHES.values(), ids=CLASHES.keys())
def test_a_preview_shows_the_rest(
    tmp_path: Path,
    tree: Mapping[str, Text],
    options: Mapping[str, Any],
    messages: list[str],
) -> None:
    tree = {**HOME, **tree, "blog/good.md": post("", "Good")}
    site = preview(tmp_path, tree, weblog=options, expected_warnings=messages).site
    assert "Good" in site.page("blog/").texts("a[rel=bookmark]")


def test_every_clash_of_a_site_is_told_at_once(tmp_path: Path) -> None:
    tree = {
        **HOME,
        "blog/a.md": post("slug: x"),
        "blog/b.md": post("slug: x"),
        "blog/c.md": post("slug: y"),
        "blog/d.md": post("slug: y"),
        "blog/e.md": "# No date\n",
    }
    text = refuse(tmp_path, tree, weblog={"permalink": "{slug}"}).text
    assert "3 problems to mend, the site is left as it was" in text
    assert [line.split(":")[0] for line in text.splitlines() if "docs/" in line] == [
        "  docs/blog/b.md",
        "  docs/blog/d.md",
        "  docs/blog/e.md",
    ]


def test_two_blogs_cannot_share_a_folder(tmp_path: Path) -> None:
    tree = {**HOME, "blog/a.md": post("")}
    refusal = refuse(tmp_path, tree, plugins=["weblog", "weblog"])
    assert "weblog: blog_dir: two blogs cannot share 'blog'" in refusal.text


def test_two_taxonomies_cannot_share_an_index(tmp_path: Path) -> None:
    options = {"taxonomies": {"categories": {"slug": "tag"}}}
    refusal = refuse(tmp_path, {**HOME, "blog/a.md": post("")}, weblog=options)
    assert "taxonomies: categories and tags would share the page /blog/tag/" in refusal.text


def test_a_post_of_two_blogs_stays_in_the_first(tmp_path: Path) -> None:
    tree = {**HOME, "blog/a.md": post(""), "blog/news/b.md": post("", "News")}
    site = build(
        tmp_path,
        tree,
        plugins=["weblog", {"weblog": {"blog_dir": "news", "posts": ["/blog/news/**"]}}],
        expected_warnings=["docs/blog/news/b.md: this would be in two blogs"],
    )
    assert site.page("blog/").texts("a[rel=bookmark]") == ["News", "A post"]
    assert site.page("news/").texts("a[rel=bookmark]") == []
    assert len(site.page("blog/news/b/").all(".weblog-post-header")) == 1


SLUGS = {
    "../../evil": "blog/evil/",
    "/etc/passwd": "blog/etc/passwd/",
    "a/../../b": "blog/a/b/",
    "con": "blog/con/",
    "C:\\x": "blog/Cx/",
    "x" * 300: f"blog/{'x' * 191}-0d4e2ca9/",
    "\x07bell": "blog/bell/",
}


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_is_written_outside_of_the_site(tmp_path: Path, slug: str) -> None:
    tree = {**HOME, "blog/a.md": post(f"slug: {json.dumps(slug)}")}
    site = build(tmp_path / "project", tree, weblog={"permalink": "{slug}"})
    assert [path.name for path in tmp_path.iterdir()] == ["project"]
    assert {path.name for path in site.root.iterdir()} == {"docs", "site", "mkdocs.yml"}
    assert site.has(SLUGS[slug])


def test_a_slug_that_is_no_name_is_told(tmp_path: Path) -> None:
    tree = {**HOME, "blog/a.md": post("slug: ../..")}
    told = ["docs/blog/a.md:3:7: slug: nothing of '../..' can be in a URL"]
    site = build(tmp_path, tree, weblog={"permalink": "{slug}"}, expected_warnings=told)
    assert site.has("blog/a-post/")


PATTERNS = {
    "{date:%Y/%m/%d}/{slug}": "blog/2024/01/31/a-post/",
    "/{year}/{month}/{day}/{file}": "2024/01/31/the-file/",
    "{categories}/{slug}": "blog/topics/wards/a-post/",
    "{category}/{slug}": "blog/wards/a-post/",
    "/{path}": "blog/2024-01-31-the-file/",
    "material": "blog/2024/01/31/a-post/",
    "hugo": "blog/a-post/",
    "wordpress-month-name": "blog/2024/01/a-post/",
}


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("directories", [True, False], ids=["directories", "files"])
def test_links_follow_a_post_to_its_permalink(
    tmp_path: Path, pattern: str, directories: bool
) -> None:
    tree = {
        "index.md": "# Home\n\n[The post](blog/2024-01-31-the-file.md#part)\n",
        "blog/2024-01-31-the-file.md": """
            ---
            categories: [Topics/Wards]
            ---
            # A post

            [Home](../index.md), [another](deep/other.md), ![](pic.svg)

            ## Part
            """,
        "blog/deep/other.md": post("", "Other"),
        "blog/pic.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    site = build(
        tmp_path,
        tree,
        use_directory_urls=directories,
        weblog={"permalink": pattern},
        config={"validation": {"links": {"anchors": "warn"}}},
    )
    url = PATTERNS[pattern] if directories else f"{PATTERNS[pattern].rstrip('/')}.html"
    assert site.has(url)
    assert ("The post", f"{url}#part") in site.page("").links("p a")
    assert site.broken_links() == []


def test_a_permalink_that_names_a_file_is_that_file(tmp_path: Path, style: Style) -> None:
    tree = {**HOME, "blog/a.md": post("", "Old style"), "blog/b.md": post("", "Other")}
    site = build(
        tmp_path,
        tree,
        theme=style["theme"],
        use_directory_urls=style["use_directory_urls"],
        weblog={"permalink": "jekyll"},
    )
    assert site.has("blog/uncategorized/2024/01/31/old-style.html")
    assert site.broken_links() == []
