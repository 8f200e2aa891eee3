"""Authors: both kinds of files, who is meant by a name, and their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from mkdocs_blog_plugin.core.author import (
    Bylines,
    author_terms,
    authors_taxonomy,
    resolve_authors,
)
from mkdocs_blog_plugin.core.author_file import Author, read_author_file
from mkdocs_blog_plugin.core.blog import Settings, plan
from mkdocs_blog_plugin.core.post import AuthorRef
from mkdocs_blog_plugin.core.problems import Mark
from mkdocs_blog_plugin.core.socials import PLATFORMS, social_url, web_url
from tests.core.blogs import post, shown

if TYPE_CHECKING:
    from pathlib import Path

MATERIAL = """
authors:
  jane:
    name: Jane Doe
    description: Writes about wards
    avatar: https://example.org/jane.png
    slug: jane-d
    url: https://jane.example/
    twitter: jane
"""

DOCUSAURUS = """
jane:
  name: Jane Doe
  title: Editor
  url: https://jane.example/
  image_url: /img/jane.png
  email: jane@example.org
  page: true
  description: Writes about wards
  socials:
    x: jane
    github: "@jane"
    mastodon: "@jane@social.example"
    linkedin: https://www.linkedin.com/in/jane-doe/
    email: ignored@example.org
ali:
  name: Ali Baba
  page:
    permalink: /all-about-ali
"""


def read(text: str) -> tuple[dict[str, Author], list[str]]:
    authors, problems = read_author_file(yaml.safe_load(text), source="blog/.authors.yml")
    return authors, [str(problem) for problem in problems]


def test_materials_file() -> None:
    assert read(MATERIAL) == (
        {
            "jane": Author(
                id="jane",
                name="Jane Doe",
                description="Writes about wards",
                avatar="https://example.org/jane.png",
                url="https://jane.example/",
                slug="jane-d",
                declared=True,
                extra={"twitter": "jane"},
            )
        },
        [],
    )


def test_docusaurus_file() -> None:
    assert read(DOCUSAURUS) == (
        {
            "jane": Author(
                id="jane",
                name="Jane Doe",
                title="Editor",
                description="Writes about wards",
                avatar="/img/jane.png",
                url="https://jane.example/",
                email="jane@example.org",
                socials=(
                    ("x", "https://x.com/jane"),
                    ("github", "https://github.com/jane"),
                    ("mastodon", "https://social.example/@jane"),
                    ("linkedin", "https://www.linkedin.com/in/jane-doe/"),
                ),
                page=True,
                declared=True,
            ),
            "ali": Author(
                id="ali", name="Ali Baba", slug="all-about-ali", page=True, declared=True
            ),
        },
        [],
    )


@pytest.mark.corpus
def test_a_real_authors_file(corpus: Path) -> None:
    text = (corpus / "pypi-blog/docs/.authors.yml").read_text(encoding="utf-8")
    authors, problems = read(text)
    assert problems == []
    assert authors["di"] == Author(
        id="di",
        name="Dustin Ingram",
        description="PyPI Admin",
        avatar="https://github.com/di.png",
        declared=True,
    )
    assert len(authors) == 12


@pytest.mark.parametrize(
    ("text", "ids", "problems"),
    [
        ("", [], []),
        ("authors:", [], []),
        (
            "[a]",
            [],
            ["blog/.authors.yml: ['a'] is no mapping; write `id: {name: …}` [authors-file]"],
        ),
        ("a: Jane Doe", ["a"], []),
        (
            "a: [1]\nb: {name: B}",
            ["b"],
            ["blog/.authors.yml: a: [1] is no mapping; write `{name: …}` [authors-file]"],
        ),
        (
            "a: {name: [x], url: 'javascript:alert(1)', page: maybe}",
            ["a"],
            [
                "blog/.authors.yml: a.name: ['x'] is no text; write a text [authors-file]",
                "blog/.authors.yml: a.url: 'javascript:alert(1)' is no URL of the web; "
                "write https://… or a path [authors-file]",
                "blog/.authors.yml: a.page: 'maybe' is neither true nor false; "
                "write true or false [authors-file]",
            ],
        ),
        (
            "a: {socials: {gitub: jane, home: jane, github: 'data://x', npm: null}}",
            ["a"],
            [
                "blog/.authors.yml: a.socials.gitub: 'jane' leads nowhere; "
                "did you mean 'github'? [authors-file]",
                "blog/.authors.yml: a.socials.home: 'jane' leads nowhere; "
                "write a whole URL, https://… [authors-file]",
                "blog/.authors.yml: a.socials.github: 'data://x' leads nowhere; "
                "write a handle, or a whole URL, https://… [authors-file]",
                "blog/.authors.yml: a.socials.npm: 'None' leads nowhere; "
                "write a handle, or a whole URL, https://… [authors-file]",
            ],
        ),
        (
            "a: {socials: [x]}",
            ["a"],
            [
                "blog/.authors.yml: a.socials: ['x'] is no mapping; "
                "write `{github: jane}` [authors-file]"
            ],
        ),
        ("12: {name: Twelve}", ["12"], []),
    ],
)
def test_files_that_are_not_as_they_should_be(
    text: str, ids: list[str], problems: list[str]
) -> None:
    authors, found = read(text)
    assert (list(authors), found) == (ids, problems)


@pytest.mark.parametrize(
    ("platform", "handle", "url"),
    [
        ("github", "jane", "https://github.com/jane"),
        ("GitHub", "/jane/", "https://github.com/jane"),
        ("threads", "@jane", "https://www.threads.com/@jane"),
        ("bluesky", "jane.example", "https://bsky.app/profile/jane.example"),
        ("mastodon", "jane", "https://mastodon.social/@jane"),
        ("pixelfed", "@jane@pixel.example", "https://pixel.example/@jane"),
        ("matrix", "jane:matrix.example", "https://matrix.to/#/@jane:matrix.example"),
        ("website", "https://jane.example/?a=b", "https://jane.example/?a=b"),
        ("website", "jane.example", None),
        ("website", "javascript:alert(1)", None),
        ("website", "javascript://%0aalert(1)", None),
        ("github", 'x" onclick="y', "https://github.com/x%22%20onclick%3D%22y"),
        ("website", 'https://x/" onclick="y', None),
        ("github", "", None),
    ],
)
def test_handles_become_links(platform: str, handle: str, url: str | None) -> None:
    assert social_url(platform, handle) == url


def test_every_platform_is_on_the_web() -> None:
    for platform in PLATFORMS:
        url = social_url(platform, "jane")
        assert url
        assert url.startswith("https://")
        assert "jane" in url


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://x", "https://x"),
        ("HTTP://x", "HTTP://x"),
        ("img/a.png", "img/a.png"),
        ("/img/a.png", "/img/a.png"),
        (" x ", "x"),
        ("javascript:x", None),
        ("JaVa\nScript:x", None),
        ("data:text/html,x", None),
        ("", None),
    ],
)
def test_urls_that_may_be_printed(url: str, kept: str | None) -> None:
    assert web_url(url) == kept


KNOWN = {
    "jane": Author(id="jane", name="Jane Doe", declared=True),
    "ali-b": Author(id="ali-b", name="Ali Baba", slug="ali", declared=True),
}


def names(bylines: Bylines) -> list[list[str]]:
    return [[author.name for author in found] for found in bylines.of_post.values()]


@pytest.mark.parametrize(
    ("written", "shown_as", "problems"),
    [
        (["jane"], ["Jane Doe"], []),
        (["JANE"], ["Jane Doe"], []),
        (["jane doe", "ali-b"], ["Jane Doe", "Ali Baba"], []),
        (["jane", "Jane Doe"], ["Jane Doe"], []),
        (["Somebody Else"], ["Somebody Else"], []),
        (["Plato"], ["Plato"], []),
        (["プラトン"], ["プラトン"], []),
        (
            ["jnae"],
            ["jnae"],
            [
                "blog/A.md:3:10: authors: 'jnae' is not in the authors file; "
                "did you mean 'jane'? [author-unknown]"
            ],
        ),
        (
            ["zz"],
            ["zz"],
            [
                "blog/A.md:3:10: authors: 'zz' is not in the authors file; "
                "add it there, or write a name [author-unknown]"
            ],
        ),
        ([], ["Ali Baba"], []),
    ],
)
def test_who_is_meant(written: list[str], shown_as: list[str], problems: list[str]) -> None:
    item = post("A", authors=written, marks={"authors": Mark(3, 10)})
    bylines, found = resolve_authors([item], known=KNOWN, default="ali-b")
    assert names(bylines) == [shown_as]
    assert [str(problem) for problem in found] == problems


def test_without_an_authors_file_any_name_is_a_name() -> None:
    bylines, found = resolve_authors([post("A", authors=["jnae"]), post("B")], known={})
    assert names(bylines) == [["jnae"], []]
    assert found == ()


@pytest.mark.parametrize(
    ("record", "author"),
    [
        (
            {"name": "Guest", "url": "https://g.example", "socials": {"x": "g"}},
            Author(
                id="Guest",
                name="Guest",
                url="https://g.example",
                socials=(("x", "https://x.com/g"),),
            ),
        ),
        (
            {"key": "jane", "title": "Guest editor"},
            Author(id="jane", name="Jane Doe", title="Guest editor", declared=True),
        ),
    ],
)
def test_inline_records(record: dict[str, Any], author: Author) -> None:
    ref = AuthorRef(name=record.get("name") or record["key"], record=record)
    bylines, found = resolve_authors([post("A", authors=[ref])], known=KNOWN)
    assert bylines.of_post["blog/A.md"] == (author,)
    assert found == ()


def test_an_inline_record_is_known_to_other_posts() -> None:
    guest = AuthorRef(name="Guest Star", record={"name": "Guest Star", "description": "Sings"})
    posts = [post("A", authors=[guest]), post("B", authors=["guest star"])]
    bylines, _ = resolve_authors(posts, known=KNOWN)
    assert [author.description for author in bylines.of(posts[1])] == ["Sings"]


def test_a_doubtful_inline_record_is_reported_where_it_stands() -> None:
    ref = AuthorRef(name="Guest", record={"name": "Guest", "avatar": "file:///etc/passwd"})
    item = post("A", authors=[ref], marks={"author": Mark(2, 1)})
    _, found = resolve_authors([item], known={})
    assert [str(problem) for problem in found] == [
        "blog/A.md:2:1: Guest.avatar: 'file:///etc/passwd' is no URL of the web; "
        "write https://… or a path [authors-file]"
    ]


def test_author_pages() -> None:
    posts = [
        post("A", "2024-01-01", authors=["jane", "Somebody Else"]),
        post("B", "2024-01-02", authors=["ali-b", "jane"]),
        post("C", "2024-01-03", authors=["quiet", "somebody else"]),
        post("D", "2024-01-04"),
    ]
    known = KNOWN | {"quiet": Author(id="quiet", name="Q", page=False, declared=True)}
    bylines, _ = resolve_authors(posts, known=known)
    record = authors_taxonomy(
        bylines, label="Authors", singular="Author", heading="Author Archives: {label}"
    )
    chosen = Settings(taxonomies=(record,), known={"authors": author_terms(bylines)})
    blog = plan(posts, settings=chosen, pages={})
    assert shown(blog) == (
        """\
front blog — Blog
  blog: D, C, B, A
index blog/author — Authors [Blog]
  Ali Baba (1)
  Jane Doe (2)
  Q (1)
  Somebody Else (2)
term blog/author/ali — Author Archives: Ali Baba [Blog › Authors]
  blog/author/ali: B
term blog/author/jane — Author Archives: Jane Doe [Blog › Authors]
  blog/author/jane: B, A
term blog/author/somebody-else — Author Archives: Somebody Else [Blog › Authors]
  blog/author/somebody-else: C, A"""
    )
    assert blog.problems == ()


def test_pages_only_for_authors_who_ask_for_them() -> None:
    known = {
        "a": Author(id="a", name="A", page=True, declared=True),
        "b": Author(id="b", name="B", declared=True),
    }
    posts = [post("P", authors=["a", "b"])]
    bylines, _ = resolve_authors(posts, known=known)
    terms = author_terms(bylines, pages=False)
    assert {name: info.page for name, info in terms.items()} == {"a": True, "b": False}


def test_two_authors_of_one_name_stay_apart() -> None:
    known = {key: Author(id=key, name="Jane Smith", declared=True) for key in ("jane1", "jane2")}
    posts = [post("A", authors=["jane1"]), post("B", authors=["jane2", "Jane Smith"])]
    bylines, _ = resolve_authors(posts, known=known)
    record = authors_taxonomy(bylines, label="Authors", singular="Author")
    chosen = Settings(taxonomies=(record,), known={"authors": author_terms(bylines)})
    blog = plan(posts, settings=chosen, pages={})
    assert blog.groupings["authors"].of_post == {
        "blog/A.md": (("jane1",),),
        "blog/B.md": (("jane2",), ("jane1",)),
    }
