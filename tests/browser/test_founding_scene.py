"""The scene this project began with, walked by clicks.

A reader finds an old post about co-production. Its tag leads to all posts about that; it is filed
under nothing, and so under "Uncategorized"; and there is something older to read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.example import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import NewReader
    from tests.browser.reader import Reader, Scheme

POST = "What learnings can we take from this?"
OLDER = "What we mean by co-production"

DARK = {"material": "[data-md-color-scheme=slate]", "mkdocs": "[data-bs-theme=dark]"}
"""How a theme says that it is dark; readthedocs has no dark colours."""

LOOKS = [
    pytest.param(theme, scheme, width, id=f"{theme}-{scheme}-{width}")
    for theme in THEMES
    for scheme in ("light", "dark")
    for width in (360, 1280)
    if scheme == "light" or theme in DARK
]

DOCS_PAGE = "reference/toolkit/"

OURS = [".weblog"]
"""Our markup: the theme's own frame around it is not ours to judge."""


def judge(reader: Reader, name: str) -> None:
    """Keep a picture of the page, and find nothing wrong with it."""
    reader.picture(name)
    assert not reader.scrolls_sideways(), f"{reader.here} scrolls sideways"
    assert reader.violations(OURS) == []


def headings(reader: Reader) -> list[str]:
    """The page's first-level headings, without the theme's signs for permanent links."""
    shown: list[str] = reader.page.locator("h1:visible").all_inner_texts()
    return [text.strip("¶# \n\uf0c1") for text in shown]


def turn_to(reader: Reader, title: str) -> None:
    """From the front page, turn to older pages until one lists the post."""
    while not reader.page.locator(".weblog-entry", has_text=title).count():
        reader.click(".weblog-pager__older")


@pytest.mark.parametrize(("theme", "scheme", "width"), LOOKS)
def test_the_founding_scene(
    read: NewReader, example: Callable[[str], Path], theme: str, scheme: Scheme, width: int
) -> None:
    reader = read(example(theme), theme=theme, scheme=scheme, width=width)
    reader.learn_colours(DOCS_PAGE)
    reader.open("blog/")
    if scheme == "dark":
        assert reader.page.locator(DARK[theme]).count(), "the page is not dark"
    judge(reader, "1-front")

    turn_to(reader, POST)
    reader.click(f".weblog-entry h2 a:text-is('{POST}')")
    assert reader.here == "blog/2012-03-12-what-learnings-can-we-take-from-this/"
    assert headings(reader) == [POST]
    judge(reader, "2-post")

    reader.click(".weblog-post-footer a:text-is('co-production')")
    assert reader.here == "blog/tag/co-production/"
    assert headings(reader) == ["Tag Archives: co-production"]
    judge(reader, "3-tag")

    reader.click(".weblog-pager__older")
    assert reader.here == "blog/tag/co-production/page/2/"
    assert reader.page.title().startswith("Tag Archives: co-production")
    judge(reader, "4-tag-page-2")

    while not reader.page.locator(".weblog-entry", has_text=POST).count():
        reader.click(".weblog-pager__older")
    entry = f".weblog-entry:has(h2 a:text-is('{POST}'))"
    assert "Filed under Uncategorized" in reader.page.locator(entry).inner_text()
    reader.click(f"{entry} a:text-is('Uncategorized')")
    assert reader.here == "blog/category/uncategorized/"
    assert headings(reader) == ["Category Archives: Uncategorized"]
    judge(reader, "5-category")

    turn_to(reader, POST)
    reader.click(f".weblog-entry h2 a:text-is('{POST}')")
    reader.click(".weblog-neighbours__older")
    assert headings(reader) == [OLDER]
    judge(reader, "6-older-post")


@pytest.mark.parametrize("theme", THEMES)
def test_the_founding_scene_without_javascript(
    read: NewReader, example: Callable[[str], Path], theme: str
) -> None:
    reader = read(example(theme), theme=theme, scheme="light", width=1280, scripts=False)
    reader.open("blog/")
    turn_to(reader, POST)
    reader.click(f".weblog-entry h2 a:text-is('{POST}')")
    reader.click(".weblog-post-footer a:text-is('co-production')")
    reader.click(".weblog-pager__older")
    turn_to(reader, POST)
    reader.click(f".weblog-entry:has(h2 a:text-is('{POST}')) a:text-is('Uncategorized')")
    turn_to(reader, POST)
    reader.click(f".weblog-entry h2 a:text-is('{POST}')")
    reader.click(".weblog-neighbours__older")
    assert headings(reader) == [OLDER]


@pytest.mark.parametrize(("theme", "scheme", "width"), LOOKS)
@pytest.mark.parametrize("index", ["tag", "category"])
def test_the_index_of_a_taxonomy(
    read: NewReader,
    example: Callable[[str], Path],
    index: str,
    theme: str,
    scheme: Scheme,
    width: int,
) -> None:
    reader = read(example(theme), theme=theme, scheme=scheme, width=width)
    reader.learn_colours(DOCS_PAGE)
    reader.open(f"blog/{index}/")
    judge(reader, f"{index}-index")
