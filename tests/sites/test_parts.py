"""Posts of several pages, as WordPress has them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.site import Text, build, preview, refuse

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Style

LONG = """
---
date: 2024-05-01
slug: long
tags: [x]
cover: {image: pic.png, alt: A picture}
---
# Long *post* & more

Intro[^1], [down](#deep), [same](#first), [home](../index.md).

## First

Text one.

<!--nextpage-->

## Second

![pic](pic.png) [up](#first)[^2] [other](other.md)

### Deep

```weblog
recent
```

<!--nextpage-->

Done.

[^1]: Note one.
[^2]: Note two.
"""

TREE: dict[str, Text] = {
    "index.md": "# Home\n\n[deep](blog/long.md#deep) [first](blog/long.md#first)\n",
    "blog/long.md": LONG,
    "blog/pic.png": b"\x89PNG\r\n\x1a\n",
    "blog/other.md": "---\ndate: 2024-04-01\n---\n# Other\n\n[d](long.md#deep)\n",
    "blog/newer.md": "---\ndate: 2024-06-01\n---\n# Newer\n",
}
EXTENSIONS = {"markdown_extensions": ["footnotes", {"toc": {"permalink": True}}]}


def test_each_part_is_a_page(tmp_path: Path, style: Style) -> None:
    site = build(tmp_path, TREE, config=EXTENSIONS, **style)
    pages = [site.page(f"blog/long/{part}") for part in ("", "2/", "3/")]
    assert [page.title.partition(" - ")[0] for page in pages] == [
        "Long post & more",
        "Long post & more – Page 2",
        "Long post & more – Page 3",
    ]
    for page, text in zip(pages, ("Text one.", "Deep", "Done."), strict=True):
        assert text in page.content.get_text()
        assert len(page.content.select("h1")) == 1
        assert [" ".join(nav.get_text().split()) for nav in page.all(".weblog-parts")] == [
            "Pages: 1 2 3"
        ]
        assert page.duplicate_ids() == []
        canonical = page.one("link[rel=canonical]")
        assert canonical["href"] == page.site_url + page.url.removesuffix("index.html")
    assert pages[1].texts(".weblog-parts [aria-current]") == ["2"]
    assert "Done." not in pages[0].content.get_text() + pages[1].content.get_text()
    assert len(pages[2].all(".footnote li")) == 2
    assert site.broken_links() == []


def test_links_to_a_heading_find_the_part_it_is_in(tmp_path: Path) -> None:
    site = build(tmp_path, TREE, config=EXTENSIONS)
    targets = {
        ("", "deep"): "blog/long/2/#deep",
        ("", "first"): "blog/long/#first",
        ("blog/other/", "d"): "blog/long/2/#deep",
        ("blog/", "d"): "blog/long/2/#deep",
        ("blog/long/", "down"): "blog/long/2/#deep",
        ("blog/long/", "same"): "blog/long/#first",
        ("blog/long/", "1"): "blog/long/3/#fn:1",
        ("blog/long/2/", "up"): "blog/long/#first",
        ("blog/long/2/", "other"): "blog/other/",
    }
    for (url, text), expected in targets.items():
        page = site.page(url)
        links = dict(page.links("[role=main] a[href]"))
        assert links[text].replace("index.html#", "#") == expected, (url, text)


def test_the_table_of_contents_is_that_of_the_part(tmp_path: Path) -> None:
    site = build(tmp_path, TREE, theme="material", config=EXTENSIONS)
    toc = ".md-sidebar--secondary .md-nav__link"
    assert sorted(set(site.page("blog/long/").texts(toc))) == ["First"]
    assert sorted(set(site.page("blog/long/2/").texts(toc))) == ["Deep", "Second"]


def test_a_widget_in_a_later_part_does_not_show_its_own_post(tmp_path: Path) -> None:
    page = build(tmp_path, TREE, config=EXTENSIONS).page("blog/long/2/")
    assert page.texts(".weblog-titles a") == ["Newer", "Other"]


def test_the_cover_stands_on_the_first_part_only(tmp_path: Path) -> None:
    site = build(tmp_path, TREE, config=EXTENSIONS)
    assert site.page("blog/long/").has(".weblog-post-header img")
    assert not site.page("blog/long/2/").has(".weblog-post-header img")


def test_lists_neighbours_and_search_know_one_post(tmp_path: Path) -> None:
    site = build(tmp_path, TREE, plugins=["search", "weblog"], config=EXTENSIONS)
    assert site.page("blog/").texts("a[rel=bookmark]") == ["Newer", "Long post & more", "Other"]
    newer = site.page("blog/newer/").links(".weblog-neighbours a")
    assert [target for _, target in newer] == ["blog/long/"]
    docs = json.loads((site.dir / "search/search_index.json").read_text())["docs"]
    found = {d["location"]: " ".join(d["text"].split()) for d in docs if "long" in d["location"]}
    assert "Done." in found["blog/long/"]
    assert "blog/long/2/" not in found
    assert "blog/long/2/#deep" in found


def test_the_excerpt_and_the_reading_time_are_those_of_the_whole_post(tmp_path: Path) -> None:
    words = "word " * 600
    long = f"---\ndate: 2024-01-01\n---\n# L\n\n{words}\n\n<!--nextpage-->\n\n{words}\n"
    tree = {"index.md": "# Home\n", "blog/l.md": long}
    site = build(tmp_path, tree, weblog={"content": "full"})
    assert "5 min" in site.page("blog/l/").text(".weblog-byline__reading")
    assert site.page("blog/").one("article").get_text().count("word") == 1200


def test_join_leaves_a_post_in_one(tmp_path: Path) -> None:
    site = build(tmp_path, TREE, weblog={"nextpage": "join"}, config=EXTENSIONS)
    assert not site.has("blog/long/2/")
    page = site.page("blog/long/")
    assert "Done." in page.content.get_text()
    assert not page.has(".weblog-parts")


@pytest.mark.parametrize(
    ("permalink", "directories", "expected"),
    [
        ("{date:%Y/%m}/{slug}", True, "blog/2024/05/long/2/index.html"),
        ("{date:%Y/%m}/{slug}", False, "blog/2024/05/long/2.html"),
        ("docs", False, "blog/long/2.html"),
        ("/{slug}.html", True, "long/2/index.html"),
    ],
)
def test_parts_lie_below_their_post(
    tmp_path: Path, permalink: str, directories: bool, expected: str
) -> None:
    site = build(
        tmp_path,
        TREE,
        weblog={"permalink": permalink},
        use_directory_urls=directories,
        config=EXTENSIONS,
    )
    assert expected in site.files()
    assert site.broken_links() == []


@pytest.mark.parametrize("source", ["blog/bundle/index.md", "index.md"])
def test_a_post_that_is_a_folders_index_has_parts_too(tmp_path: Path, source: str) -> None:
    post = "---\npost: true\ndate: 2024-01-01\n---\n# P\n\nOne.\n\n<!--nextpage-->\n\nTwo.\n"
    site = build(tmp_path, {"index.md": "# Home\n"} | {source: post})
    url = source.removesuffix("index.md")
    assert "Two." not in site.page(url).content.get_text()
    assert "Two." in site.page(f"{url}2/").content.get_text()
    assert site.broken_links() == []


@pytest.mark.parametrize(
    "marker",
    ["- a\n\n    <!--nextpage-->\n", "```\n<!--nextpage-->\n```", "A `<!--nextpage-->` here."],
)
def test_markers_in_lists_and_code_do_not_count(tmp_path: Path, marker: str) -> None:
    tree = TREE | {"blog/long.md": f"---\ndate: 2024-05-01\n---\n# Long\n\n{marker}\n\nDone.\n"}
    tree["index.md"] = tree["blog/other.md"] = "---\ndate: 2024-04-01\n---\n# Other\n"
    site = build(tmp_path, tree)
    assert not site.has("blog/long/2/")
    assert "Done." in site.page("blog/long/").content.get_text()


def test_a_marker_that_counts_only_in_the_text_is_told(tmp_path: Path) -> None:
    body = "One.\n\n<!--nextpage-->\n\nTwo.\n\n<div>\n<!--nextpage-->\n</div>\n\nThree.\n"
    tree = {"index.md": "# Home\n", "blog/x.md": f"---\ndate: 2024-05-01\n---\n# X\n\n{body}"}
    site = build(
        tmp_path,
        tree,
        expected_warnings=["docs/blog/x.md: 3 pages by its markers `<!--nextpage-->`, but 2 as"],
    )
    assert "Three." in site.page("blog/x/2/").content.get_text()
    assert not site.has("blog/x/3/")
    assert site.page("blog/x/2/").text(".weblog-parts") == "Pages: 1 2"
    assert site.broken_links() == []


def test_nothing_is_overwritten_by_a_part(tmp_path: Path) -> None:
    tree = TREE | {"blog/long/2.md": "---\npost: false\n---\n# Mine\n"}
    refusal = refuse(tmp_path, tree, config=EXTENSIONS)
    assert "docs/blog/long.md: its page 2 would lie at /blog/long/2/, which belongs to" in str(
        refusal.text
    )


def test_parts_of_what_is_held_back_or_unlisted_are_not_public_either(tmp_path: Path) -> None:
    draft = LONG.replace("date:", "draft: true\ndate:")
    unlisted = LONG.replace("slug: long", "slug: unlisted\nunlisted: true")
    tree: dict[str, Text] = {"index.md": "# Home\n", "blog/draft.md": draft}
    tree |= {"blog/pic.png": TREE["blog/pic.png"], "blog/unlisted.md": unlisted}
    tree["blog/other.md"] = TREE["blog/newer.md"]
    site = build(tmp_path, tree, config=EXTENSIONS)
    assert not site.has("blog/long/2/")
    assert "noindex" in str(site.page("blog/unlisted/2/").one("meta[name=robots]"))
    assert "unlisted" not in (site.dir / "sitemap.xml").read_text()
    assert preview(tmp_path / "preview", tree, config=EXTENSIONS).site.has("blog/long/2/")
