"""Heads and the search index on MaterialX, whose search is Pagefind."""

from __future__ import annotations

import json
import struct
import zlib
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.elsewhere import built_with
from tests.site import SITE_URL, Text, write_site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.pages import Page


def grey(width: int, height: int) -> bytes:
    """A PNG picture."""
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress((b"\0" + b"\x80" * width) * height)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


TREE: Mapping[str, Text] = {
    "index.md": "# Home\n\nWelcome.\n",
    "blog/index.md": "# Notes\n\nWritten by hand.\n",
    "blog/2024-01-20-unlisted.md": "---\nunlisted: true\n---\n# Unlisted\n\nText.\n",
    "blog/terms.yml": "tags: {all: {description: What all have.}}\n",
    "blog/cover.png": grey(40, 20),
    "blog/2024-02-01-covered.md": "---\ntags: [all]\ndescription: In short\n"
    "cover: {image: cover.png, alt: Grey}\naliases: [/old/]\n---\n# Covered\n\nText.\n",
    **{
        f"blog/2024-01-{day:02}-post.md": f"---\ntags: [all]\n---\n# Post {day}\n\nText of {day}.\n"
        for day in range(1, 12)
    },
}

POSTS = ["blog/2024-02-01-covered/index.html", "blog/2024-01-05-post/index.html"]
LISTINGS = [
    "blog/tag/all/index.html",
    "blog/tag/index.html",
    "blog/archive/index.html",
    "blog/2024/index.html",
    "blog/page/2/index.html",
]
FRONT = "blog/index.html"

ONCE = {"description", "og:title", "og:url", "og:image", "twitter:card"}
SEVERAL = {"article:author", "article:tag"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, materialx_python: Path) -> Mapping[str, Page]:
    """A site of posts with all that its blog generates, by file."""
    config = write_site(
        tmp_path_factory.mktemp("materialx"),
        TREE,
        theme="materialx",
        plugins=["search", "weblog"],
        weblog={"metadata": {"image": "blog/cover.png"}},
        config={"site_description": "An example of a site"},
    )
    return built_with(materialx_python, "mkdocs", config)


@pytest.mark.parametrize("place", [*POSTS, *LISTINGS, FRONT])
def test_a_head_says_everything_once(pages: Mapping[str, Page], place: str) -> None:
    page = pages[place]
    metas = page.all("head meta[name], head meta[property]")
    said = Counter(str(tag.get("property") or tag.get("name")) for tag in metas)
    assert ONCE - said.keys() == set()
    assert {name for name, times in said.items() if times > 1} <= SEVERAL
    url = SITE_URL + place.removesuffix("index.html")
    assert [tag["href"] for tag in page.all("head link[rel=canonical]")] == [url]
    assert page.one("head meta[property='og:url']")["content"] == url
    assert page.one("head meta[property='og:image']")["content"] == f"{SITE_URL}blog/cover.png"
    data = json.loads(page.one("script[type='application/ld+json']").string or "")
    assert len(data["@graph"]) > 1


def test_descriptions_are_the_posts_and_terms_own(pages: Mapping[str, Page]) -> None:
    places = [*POSTS, "blog/tag/all/index.html"]
    described = [pages[place].one("head meta[name=description]")["content"] for place in places]
    assert described == ["In short", "Text of 5.", "What all have."]


def test_pagefind_reads_posts_and_no_generated_page(pages: Mapping[str, Page]) -> None:
    read = {place for place, page in pages.items() if page.has("[data-pagefind-body]")}
    posts = {
        file.replace(".md", "/index.html")
        for file in TREE
        if file.startswith("blog/20") and "unlisted" not in file
    }
    assert read & posts == posts
    assert read - posts == {"404.html", "index.html", FRONT}
    assert "blog/2024-01-20-unlisted/index.html" in pages
    assert "old/index.html" in pages


def test_pagefind_reads_each_post_once(pages: Mapping[str, Page]) -> None:
    front = pages[FRONT]
    assert front.has("[data-pagefind-body] .weblog-entry")
    assert front.has("[data-pagefind-body] h1")
    elsewhere = "a[href*='-post/']:not([data-pagefind-ignore] *, nav *)"
    for place in (FRONT, *POSTS):
        assert pages[place].links(f"[data-pagefind-body] {elsewhere}") == [], place
