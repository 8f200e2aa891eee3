"""Cover images: sized, lazy in lists, dark ones, and what stands in for them."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from tests.site import SITE_URL, BuiltSite, build

if TYPE_CHECKING:
    from pathlib import Path

QUIET = {"feeds": False, "archive": False, "related": {"limit": 0}}


def png(width: int, height: int) -> bytes:
    """A black image."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\0" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


COVER = """---
date: 2024-01-01
cover:
  image: images/wide.png
  dark: /assets/dark.png
  alt: A "wide" <view>
  caption: Seen from above
---
# A

Text.
"""

TREE: dict[str, str | bytes] = {
    "index.md": "# Home\n",
    "assets/dark.png": png(40, 20),
    "blog/images/wide.png": png(120, 60),
    "blog/images/my picture.png": png(30, 30),
    "blog/a.md": COVER,
    "blog/b.md": "---\ndate: 2024-01-02\ncover: images/my%20picture.png\n---\n# B\n\nText.\n",
    "blog/c.md": "---\ndate: 2024-01-03\ncover: https://img.example.org/c.png\n---\n# C\n\nText.\n",
    "blog/d.md": "---\ndate: 2024-01-04\n---\n# D\n\nText ![In text](images/wide.png) here.\n",
    "blog/e.md": "---\ndate: 2024-01-05\n---\n# E\n\nNo image.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build(tmp_path_factory.mktemp("covers"), TREE, weblog=QUIET)


def shown(site: BuiltSite, url: str, entry: str = "") -> list[dict[str, str]]:
    """The images of covers; `src` relative to the site where it is there."""
    tags = site.page(url).all(f"{entry} .weblog-cover img".strip())
    names = ("alt", "width", "height", "loading")
    return [
        {"src": urljoin(SITE_URL + url, str(tag["src"])).removeprefix(SITE_URL)}
        | {name: str(tag[name]) for name in names if tag.has_attr(name)}
        for tag in tags
    ]


def test_a_post_shows_its_cover_sized_and_at_once(site: BuiltSite) -> None:
    alt = 'A "wide" <view>'
    assert shown(site, "blog/a/") == [
        {"src": "blog/images/wide.png", "alt": alt, "width": "120", "height": "60"},
        {"src": "assets/dark.png", "alt": alt, "width": "120", "height": "60"},
    ]
    page = site.page("blog/a/")
    assert [tag["class"][-1] for tag in page.all(".weblog-cover img")] == [
        "weblog-cover__image--light", "weblog-cover__image--dark",
    ]  # fmt: skip
    assert page.text(".weblog-cover figcaption") == "Seen from above"


def test_lists_show_covers_lazily(site: BuiltSite) -> None:
    assert [(tag["src"], tag.get("loading")) for tag in shown(site, "blog/")] == [
        ("https://img.example.org/c.png", "lazy"),
        ("blog/images/my%20picture.png", "lazy"),
        ("blog/images/wide.png", "lazy"),
        ("assets/dark.png", "lazy"),
    ]
    assert site.page("blog/").links(".weblog-entry__cover") == [
        ("", "blog/c/"), ("", "blog/b/"), ("", "blog/a/"),
    ]  # fmt: skip
    assert site.broken_links() == []


def test_a_path_with_blanks_is_found(site: BuiltSite) -> None:
    assert shown(site, "blog/b/") == [
        {"src": "blog/images/my%20picture.png", "alt": "", "width": "30", "height": "30"}
    ]


def test_the_first_image_stands_in_where_the_site_wants_it(tmp_path: Path) -> None:
    site = build(tmp_path, TREE, weblog={**QUIET, "cover": {"fallback": "first_image"}})
    assert [tag["src"] for tag in shown(site, "blog/", "#post-d")] == ["blog/images/wide.png"]
    assert shown(site, "blog/", "#post-d")[0]["alt"] == "In text"
    assert shown(site, "blog/d/") == [], "it is in the text already"
    assert shown(site, "blog/", "#post-e") == []


@pytest.mark.parametrize(
    ("cover", "on_post", "in_list"),
    [({"in_lists": False}, 2, 0), ({"on_posts": False}, 0, 2)],
    ids=str,
)
def test_where_covers_are_shown_is_an_option(
    tmp_path: Path, cover: dict[str, bool], on_post: int, in_list: int
) -> None:
    tree = {name: text for name, text in TREE.items() if name[5:6] not in "bcde" or "/" in name[5:]}
    site = build(tmp_path, tree, weblog={**QUIET, "cover": cover})
    assert len(shown(site, "blog/a/")) == on_post
    assert len(shown(site, "blog/")) == in_list


def test_a_list_of_titles_has_no_covers(tmp_path: Path) -> None:
    site = build(tmp_path, TREE, weblog={**QUIET, "content": "title"})
    assert shown(site, "blog/") == []


def test_a_cover_that_is_not_there_is_a_message(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/a.md": "---\ndate: 2024-01-01\ncover: images/gone.png\n---\n# A\n",
        },
        weblog=QUIET,
        expected_warnings=[
            "docs/blog/a.md:3:8: cover: there is no image 'images/gone.png'; "
            "write its path relative to the post, or with a slash to docs_dir [cover-missing]"
        ],
    )
    assert shown(site, "blog/a/") == []


def test_each_of_several_blogs_has_its_own_covers(tmp_path: Path) -> None:
    tree = {
        **TREE,
        "news/images/n.png": png(8, 8),
        "news/n.md": "---\ndate: 2024-01-01\ncover: images/n.png\n---\n# N\n\n"
        "See [a post](../blog/a.md).\n",
    }
    site = build(
        tmp_path,
        tree,
        plugins=[{"weblog": QUIET}, {"weblog": {**QUIET, "blog_dir": "news", "layout": "grid"}}],
    )
    assert [tag["src"] for tag in shown(site, "news/")] == ["news/images/n.png"]
    assert len(shown(site, "blog/")) == 4
    assert site.page("news/").has(".weblog-entries--grid")
    assert site.page("blog/").has(".weblog-entries--list")
    assert site.broken_links() == []
