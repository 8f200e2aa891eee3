"""Places in the built site: files, URLs, and who holds which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.urls import Claims, join_path, page_file, page_url, source_path


@pytest.mark.parametrize(
    ("path", "directory_urls", "file", "url"),
    [
        ("", True, "index.html", ""),
        ("", False, "index.html", "index.html"),
        ("blog/a", True, "blog/a/index.html", "blog/a/"),
        ("blog/a", False, "blog/a.html", "blog/a.html"),
        ("blog/a.html", True, "blog/a.html", "blog/a.html"),
        ("blog/a.html", False, "blog/a.html", "blog/a.html"),
        ("tag/日本", True, "tag/日本/index.html", "tag/%E6%97%A5%E6%9C%AC/"),
        ("tag/50%", True, "tag/50%/index.html", "tag/50%25/"),
        ("2012/03/12", False, "2012/03/12.html", "2012/03/12.html"),
    ],
)
def test_a_path_has_a_file_and_a_url(path: str, directory_urls: bool, file: str, url: str) -> None:
    assert page_file(path, directory_urls=directory_urls) == file
    assert page_url(file, directory_urls=directory_urls) == url


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("index.md", ""),
        ("blog/index.md", "blog"),
        ("blog/README.md", "blog"),
        ("blog/2024-01-31-title.md", "blog/2024-01-31-title"),
        ("blog/v1.2.md", "blog/v1.2"),
    ],
)
def test_a_source_has_the_path_mkdocs_gives_it(source: str, path: str) -> None:
    assert source_path(source) == path


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        (("blog", "tag", "x"), "blog/tag/x"),
        (("blog/", "/tag/", "x/"), "tag/x"),
        (("", "a"), "a"),
        (("blog", "..", "../../x"), "blog/x"),
        (("a//b", ".", "c"), "a/b/c"),
    ],
)
def test_paths_are_joined(parts: tuple[str, ...], path: str) -> None:
    assert join_path(*parts) == path


@given(st.lists(st.text(alphabet="/.ab")))
def test_no_path_leads_out_of_the_site(parts: list[str]) -> None:
    path = join_path(*parts)
    assert not path.startswith("/")
    assert not set(path.split("/")) & {".", ".."}


@pytest.mark.parametrize(
    ("held", "wanted"),
    [
        ("a/index.html", "a/index.html"),
        ("Tag/X/index.html", "tag/x/index.html"),
        ("caf\u00e9.html", "cafe\u0301.html"),
        ("STRASSE.html", "straße.html"),
        ("a.html", "a.html/b/index.html"),
        ("Tag/x/index.html", "tag"),
    ],
)
def test_what_is_held_is_not_given_again(held: str, wanted: str) -> None:
    claims = Claims()
    assert claims.claim(held, owner="one.md") is None
    assert claims.claim(wanted, owner="two.md") == "one.md"
    assert claims.claim(wanted, owner="one.md") is None
    assert claims.holder(wanted) == "one.md"


def test_what_nobody_holds_is_free() -> None:
    claims = Claims()
    claims.claim("a.html", owner="one.md")
    assert claims.holder("b.html") is None
    assert claims.claim("b.html", owner="two.md") is None
