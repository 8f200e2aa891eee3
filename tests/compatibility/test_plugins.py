"""A blog beside other plugins, each alone and all together, in strict builds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.elsewhere import built_with, commit
from tests.pages import Page, spaced
from tests.site import write_site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.site import Text

TITLES = [f"Post number {number}" for number in range(1, 13)]

POSTS: Mapping[str, Text] = {
    f"blog/2024-01-{day:02}-post.md": f"---\ntags: [all]\n---\n# {title}\n\nText of {day}.\n"
    for day, title in enumerate(TITLES, start=1)
}

TREE: Mapping[str, Text] = {
    "index.md": "# Home\n\nWelcome to [the blog](blog/2024-01-03-post.md).\n",
    "guide/index.md": "# Guide\n\nText.\n",
    "guide/more.md": "# More\n\nText.\n",
    "blog/index.md": "# The blog\n",
    **POSTS,
}


def pages(
    root: Path, python: Path, plugins: list[Any], *, tree: Mapping[str, Text] = TREE, **config: Any
) -> Mapping[str, Page]:
    theme = config.pop("theme", "material")
    file = write_site(root, tree, theme=theme, plugins=["search", *plugins], config=config)
    commit(root)
    return built_with(python, "mkdocs", file)


def see_the_blog(built: Mapping[str, Page]) -> None:
    """Lists in order and in pages, neighbours in the page and in the theme, no post in the nav."""
    newest_first = TITLES[::-1]
    assert built["blog/index.html"].texts("a[rel=bookmark]") == newest_first[:10]
    assert built["blog/page/2/index.html"].texts("a[rel=bookmark]") == newest_first[10:]
    assert built["blog/tag/all/index.html"].texts("a[rel=bookmark]") == newest_first[:10]
    post = built["blog/2024-01-05-post/index.html"]
    assert post.target(".weblog-neighbours a[rel=prev]") == "blog/2024-01-04-post/"
    assert post.target(".weblog-neighbours a[rel=next]") == "blog/2024-01-06-post/"
    nav = built["index.html"].links(".md-nav--primary a[href], .navbar a[href]")
    assert "blog/" in [target for _, target in nav]
    assert [target for _, target in nav if target.startswith("blog/") and target != "blog/"] == []


ALONE: Mapping[str, tuple[list[Any], Mapping[str, Text]]] = {
    "awesome-nav": (["awesome-nav"], {".nav.yml": "nav:\n  - index.md\n  - blog\n  - guide\n"}),
    "literate-nav": (
        [{"literate-nav": {"nav_file": "SUMMARY.md"}}],
        {"SUMMARY.md": "* [Home](index.md)\n* [Blog](blog/)\n* [Guide](guide/)\n"},
    ),
    "literate-nav with everything": (["literate-nav"], {"SUMMARY.md": "* *.md\n* */\n"}),
    "section-index": (["section-index"], {}),
    "macros": (["macros"], {"guide/more.md": "# More\n\n{{ 6 * 7 }}\n"}),
    "redirects": ([{"redirects": {"redirect_maps": {"old.md": "blog/tag/all.md"}}}], {}),
    "git-revision-date-localized": (["git-revision-date-localized"], {}),
    "rss": ([{"rss": {"match_path": "blog/.*"}}], {}),
    "rss for everything": (["rss"], {}),
    "minify": ([{"minify": {"minify_html": True}}], {}),
    "glightbox": (["glightbox"], {}),
    "autorefs": (["autorefs"], {}),
    "include-markdown": (["include-markdown"], {}),
    "exclude": ([{"exclude": {"glob": ["guide/more.md"]}}], {}),
    "meta": (["meta"], {"blog/.meta.yml": "hide: [feedback]\n"}),
    "tags": (["tags"], {}),
}


@pytest.mark.parametrize(("plugins", "more"), ALONE.values(), ids=ALONE.keys())
def test_a_blog_beside_another_plugin(
    tmp_path: Path, company_python: Path, plugins: list[Any], more: Mapping[str, Text]
) -> None:
    see_the_blog(pages(tmp_path, company_python, [*plugins, "weblog"], tree={**TREE, **more}))


def test_a_blog_that_is_read_without_a_server(tmp_path: Path, company_python: Path) -> None:
    built = pages(tmp_path, company_python, ["offline", "weblog"])
    assert built["blog/index.html"].texts("a[rel=bookmark]")[0] == TITLES[-1]
    post = built["blog/2024-01-05-post.html"]
    assert post.target(".weblog-neighbours a[rel=prev]") == "blog/2024-01-04-post.html"


def test_a_front_page_that_nobody_wrote_beside_plugins_that_ask_the_disk(
    tmp_path: Path, company_python: Path
) -> None:
    tree = {name: text for name, text in TREE.items() if name != "blog/index.md"}
    plugins = ["weblog", "git-revision-date-localized", "rss", "section-index"]
    see_the_blog(pages(tmp_path, company_python, plugins, tree=tree))


def test_what_other_plugins_do_to_a_post_is_in_its_excerpt(
    tmp_path: Path, company_python: Path
) -> None:
    tree = {
        **TREE,
        "guide/more.md": "# More\n\n## The details\n",
        "part.txt": "Words from a file.",
        "blog/2024-02-01-post.md": """
            # All of it

            The answer is {{ 6 * 7 }}, see [The details][the-details].

            {% include-markdown "../part.txt" %}
            """,
    }
    plugins = ["weblog", "autorefs", {"macros": {"on_undefined": "strict"}}]
    plugins.append({"include-markdown": {"opening_tag": "{!", "closing_tag": "!}"}})
    tree["blog/2024-02-01-post.md"] = str(tree["blog/2024-02-01-post.md"]).replace(
        '{% include-markdown "../part.txt" %}', '{!include-markdown "../part.txt"!}'
    )
    built = pages(tmp_path, company_python, plugins, tree=tree)
    entry = built["blog/index.html"].all("article.hentry")[0]
    assert "The answer is 42, see The details." in spaced(entry)
    assert "Words from a file." in spaced(entry)
    assert ("The details", "guide/more/#the-details") in built["blog/index.html"].links("article a")


def test_posts_can_be_made_by_another_plugin(tmp_path: Path, company_python: Path) -> None:
    script = """
        import mkdocs_gen_files

        for day in range(1, 4):
            with mkdocs_gen_files.open(f"blog/2025-01-0{day}-made.md", "w") as file:
                print(f"# Made {day}", file=file)
        """
    file = write_site(
        tmp_path,
        TREE,
        theme="material",
        plugins=["weblog", {"gen-files": {"scripts": ["make_posts.py"]}}],
        files={"make_posts.py": script},
    )
    built = built_with(company_python, "mkdocs", file)
    assert built["blog/index.html"].texts("a[rel=bookmark]")[:4] == [
        "Made 3",
        "Made 2",
        "Made 1",
        "Post number 12",
    ]


def test_each_language_has_lists_of_its_own(tmp_path: Path, company_python: Path) -> None:
    languages = [
        {"locale": "en", "default": True, "name": "English", "build": True},
        {"locale": "de", "name": "Deutsch", "build": True},
    ]
    tree = {
        "index.md": "# Home\n",
        "index.de.md": "# Start\n",
        "blog/2024-01-01-a.md": "---\ntags: [x]\n---\n# First\n\nSee [B](2024-01-02-b.md).\n",
        "blog/2024-01-01-a.de.md": "---\ntags: [x]\n---\n# Erstens\n\nText.\n",
        "blog/2024-01-02-b.md": "---\ntags: [x]\n---\n# In one language only\n\nText.\n",
    }
    plugin = {"i18n": {"docs_structure": "suffix", "languages": languages}}
    built = pages(tmp_path, company_python, [plugin, "weblog"], tree=tree)
    for folder, first, heading in (("", "First", "Tag Archives: x"), ("de/", "Erstens", "x")):
        titles = ["In one language only", first]
        assert built[f"{folder}blog/index.html"].texts("a[rel=bookmark]") == titles
        tag = built[f"{folder}blog/tag/x/index.html"]
        assert tag.texts("a[rel=bookmark]") == titles
        assert heading in tag.text("h1")
        assert f"{folder}blog/2024-01-01-a/" in [url for _, url in tag.links("a[rel=bookmark]")]
    assert built["de/blog/tag/x/index.html"].texts("h1") == ["Schlagwort-Archiv: x"]


TOGETHER: list[Any] = [
    "search",
    "meta",
    "tags",
    {"rss": {"match_path": "blog/.*"}},
    "awesome-nav",
    "section-index",
    "git-revision-date-localized",
    "macros",
    "autorefs",
    "include-markdown",
    {"redirects": {"redirect_maps": {"old.md": "blog/tag/all.md"}}},
    "glightbox",
    {"minify": {"minify_html": True}},
]


@pytest.mark.parametrize("place", [0, 7, len(TOGETHER)], ids=["first", "amid", "last"])
@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_all_of_them_together(
    tmp_path: Path, company_python: Path, engine: str, place: int
) -> None:
    plugins = [*TOGETHER[:place], "weblog", *TOGETHER[place:]]
    config = f"{engine}.yml"
    file = write_site(tmp_path, TREE, theme="material", plugins=plugins, config_file=config)
    commit(tmp_path)
    see_the_blog(built_with(company_python, engine, file))
