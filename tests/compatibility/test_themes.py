"""A blog on themes that know nothing of it, and on the engines beside MkDocs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.elsewhere import built_with, commit
from tests.site import Text, build, write_site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.pages import Page

TITLES = [f"Post number {number}" for number in range(1, 13)]

TREE: Mapping[str, Text] = {
    "index.md": "# Home\n\nWelcome.\n",
    "guide.md": "# Guide\n\n## Part\n\nText.\n",
    **{
        f"blog/2024-01-{day:02}-post.md": f"---\ntags: [all]\n---\n# {title}\n\nText of {day}.\n"
        for day, title in enumerate(TITLES, start=1)
    },
}

THEMES = ["terminal", "shadcn", "windmill", "cinder", "yeti"]

GAPS = ("/img/android-chrome", "/img/apple-touch", "/img/favicon")
"""Pictures that `terminal` asks every site to have, and links to on every page."""


def see_the_blog(pages: Mapping[str, Page]) -> None:
    """Lists in order, with a second page, and neighbours on both sides of a post."""
    newest_first = TITLES[::-1]
    front, second = pages["blog/index.html"], pages["blog/page/2/index.html"]
    assert front.texts(".weblog-entry h2 a") == newest_first[:10]
    assert second.texts(".weblog-entry h2 a") == newest_first[10:]
    tag = pages["blog/tag/all/index.html"]
    assert "Tag Archives: all" in tag.texts("h1")  # shadcn prints every page's title once more
    assert tag.texts(".weblog-entry h2 a") == newest_first[:10]
    post = pages["blog/2024-01-05-post/index.html"]
    assert post.target(".weblog-neighbours__older") == "blog/2024-01-04-post/"
    assert post.target(".weblog-neighbours__newer") == "blog/2024-01-06-post/"


@pytest.fixture
def committed(tmp_path: Path) -> Path:
    """A folder under version control; shadcn's search warns where it is not."""
    commit(tmp_path)
    return tmp_path


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_that_knows_nothing_of_blogs(committed: Path, theme: str) -> None:
    site = build(committed, TREE, theme=theme, plugins=["search", "weblog"])
    see_the_blog({page.url: page for page in site.pages()})
    assert broken_in_the_blog(site.broken_links()) == []


def test_a_theme_that_copies_sources_beside_pages(committed: Path) -> None:
    site = build(
        committed,
        TREE,
        plugins=["search", "weblog"],
        theme="shadcn",
        weblog={"permalink": "/{date:%Y/%m/%d}/{slug}"},
    )
    assert site.has("2024/01/05/post-number-5/")
    assert site.has("blog/2024-01-05-post.md")


def test_materialx(tmp_path: Path, materialx_python: Path) -> None:
    config = write_site(tmp_path, TREE, theme="materialx", plugins=["search", "weblog"])
    see_the_blog(built_with(materialx_python, "mkdocs", config))


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_properdocs(tmp_path: Path, properdocs_python: Path, theme: str) -> None:
    config = write_site(tmp_path, TREE, theme=theme, config_file="properdocs.yml")
    see_the_blog(built_with(properdocs_python, "properdocs", config))


def broken_in_the_blog(links: list[str]) -> list[str]:
    return [
        link
        for link in links
        if link.startswith("blog/") and not any(picture in link for picture in GAPS)
    ]
