"""The examples on the pages of the documentation are right: they are read, built and tried."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from mkdocs_blog_plugin.core.front_matter import read_front_matter
from mkdocs_blog_plugin.core.reading import ReadingSettings, read_post
from mkdocs_blog_plugin.core.terms import read_terms
from tests.site import build

PAGES = Path(__file__).parents[2] / "docs" / "pages"
GENERATED = re.compile(r"<!-- begin: .*?<!-- end: [a-z-]+ -->", re.DOTALL)
BLOCK = re.compile(
    r"^(?P<fence>```+)(?P<language>\w+) title=\"(?P<file>[^\"]+)\"\n(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)

POSTS = {
    "index.md": "# Home\n",
    "guides/index.md": "# Guides\n",
    "blog/index.md": "# Blog\n",
    "blog/2024-03-12-we-moved-the-chairs.md": """
        ---
        tags: [waiting, C++]
        categories: [Topics/Wards]
        ---
        # We moved the chairs
        """,
    "blog/2025-06-19-trolley.md": "# What the trolley heard\n",
}


class Example(NamedTuple):
    page: str
    file: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.file}"


def examples(file: str) -> list[Example]:
    """The blocks whose titles match a pattern, on the pages written by hand."""
    found = []
    for path in sorted(PAGES.rglob("*.md")):
        text = GENERATED.sub("", path.read_text(encoding="utf-8"))
        for block in BLOCK.finditer(text):
            if re.fullmatch(file, block["file"]):
                page = path.relative_to(PAGES).as_posix()
                found.append(Example(page, block["file"], block["text"]))
    return found


CONFIGURATIONS = [e for e in examples(r"mkdocs\.yml") if "plugins:" in e.text]


@pytest.mark.parametrize("example", CONFIGURATIONS, ids=str)
def test_a_configuration_builds_without_a_word(tmp_path: Path, example: Example) -> None:
    config = yaml.safe_load(example.text)
    config = {key: value for key, value in config.items() if key != "nav"}
    if "git" in example.text:
        commit(tmp_path)
    site = build(tmp_path, POSTS, config=config)
    assert site.broken_links() == []


def commit(root: Path) -> None:
    """Puts the posts under version control before they are built."""
    for path, text in POSTS.items():
        (root / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / path).write_text(text, encoding="utf-8")
    who = ("-c", "user.name=Jane", "-c", "user.email=jane@example.org")
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "Posts"]):
        subprocess.run(["git", *command], cwd=root, check=True)


@pytest.mark.parametrize("example", examples(r"docs/.*\.md"), ids=str)
def test_a_post_is_read_without_a_word(example: Example) -> None:
    source = example.file.removeprefix("docs/")
    if not example.text.startswith("---") and not source.startswith("blog/2"):
        assert example.text.startswith("# ")
        return
    keys = {name: name for name in ("tags", "categories", "places")}
    post, problems = read_post(
        source, read_front_matter(example.text), settings=ReadingSettings(taxonomy_keys=keys)
    )
    assert problems == ()
    assert post is not None


@pytest.mark.parametrize(
    "example", [e for e in examples(r"docs/.*\.md") if "```weblog" in e.text], ids=str
)
def test_widgets_show_something(tmp_path: Path, example: Example) -> None:
    posts = {
        f"blog/2024-03-{day}-meeting.md": f"---\ntags: [co-production, meetings]\n---\n# {day}\n"
        for day in (12, 13)
    }
    page = example.file.removeprefix("docs/")
    site = build(tmp_path, {"index.md": "# Home\n", **posts, page: example.text})
    shown = site.page(page.removesuffix(".md").removesuffix("index") + "/" * (page != "index.md"))
    widgets = shown.html.count('class="weblog weblog-widget ')
    assert widgets == example.text.count("```weblog")


@pytest.mark.parametrize("example", examples(r"docs/.*terms\.yml"), ids=str)
def test_a_terms_file_is_read_without_a_word(example: Example) -> None:
    known, problems = read_terms(
        example.text, source="blog/terms.yml", taxonomies=("tags", "categories")
    )
    assert problems == ()
    assert known


@pytest.mark.parametrize("example", examples(r".*\.ya?ml"), ids=str)
def test_yaml_is_yaml(example: Example) -> None:
    assert isinstance(yaml.safe_load(example.text), Mapping)


def configuration(page: str, words: str) -> dict[str, Any]:
    """The one configuration of a page that has some words in it."""
    [found] = [e for e in CONFIGURATIONS if e.page == page and words in e.text]
    config: dict[str, Any] = yaml.safe_load(found.text)
    return config


def test_moving_from_material_keeps_its_urls(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/index.md": "# Blog\n",
            "blog/posts/first.md": """
                ---
                date: 2024-03-12
                categories: [Field notes]
                ---
                # We moved the chairs
                """,
        },
        config=configuration("how-to/permalinks.md", "permalink: material"),
    )
    pages = site.files("blog/**/*.html")
    assert pages >= {
        "blog/index.html",
        "blog/2024/03/12/we-moved-the-chairs/index.html",
        "blog/category/field-notes/index.html",
        "blog/archive/2024/index.html",
    }
    assert not any("uncategorized" in file or "tag/" in file for file in pages)


def test_moving_from_wordpress_keeps_its_urls(tmp_path: Path) -> None:
    site = build(tmp_path, POSTS, config=configuration("how-to/permalinks.md", "slugs: wordpress"))
    assert site.files("**/*.html") >= {
        "2024/03/12/we-moved-the-chairs/index.html",
        "2024/03/12/index.html",
        "2024/03/index.html",
        "2024/index.html",
        "category/topics/wards/index.html",
        "category/uncategorized/index.html",
        "tag/c/index.html",
    }


def test_the_pages_avoid_a_word_that_helps_nobody() -> None:
    guilty = [p.name for p in PAGES.rglob("*.md") if "simply" in p.read_text("utf-8").lower()]
    assert guilty == []
