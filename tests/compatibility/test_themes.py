"""A blog on themes that know nothing of it, and on the engines beside MkDocs."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.pages import Page, broken_links
from tests.site import SITE_URL, Text, build, write_site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

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
    """A folder under version control, as sites are; shadcn's search warns where it is not."""
    who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    for command in (["init", "--quiet"], [*who, "commit", "--quiet", "--allow-empty", "-m", "x"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True, timeout=30)
    return tmp_path


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_that_knows_nothing_of_blogs(committed: Path, theme: str) -> None:
    site = build(committed, TREE, theme=theme, plugins=["search", "weblog"])
    see_the_blog({page.url: page for page in site.pages()})
    assert broken_in_the_blog(site.broken_links()) == []


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


def built_with(python: Path, engine: str, config: Path) -> Mapping[str, Page]:
    """Build strictly in another environment; gives the pages by their file."""
    built = subprocess.run(
        [str(python), "-m", engine, "build", "--strict", "-f", str(config)],
        cwd=config.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )
    said = built.stdout + built.stderr
    assert built.returncode == 0, said
    assert "WARNING" not in said
    site = config.parent / "site"
    html = {
        path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")
    }
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    broken = broken_links(html, files=files, site_url=SITE_URL)
    assert broken_in_the_blog(broken) == []
    return {file: Page(url=file, html=text, site_url=SITE_URL) for file, text in html.items()}
