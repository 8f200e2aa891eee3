"""Permalinks: patterns in, paths out."""

from __future__ import annotations

import locale
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.permalink import (
    PRESETS,
    TOKENS,
    Naming,
    PermalinkError,
    check_pattern,
    check_permalink,
    permalink_path,
    post_slug,
)
from tests.core.blogs import post

TERMS = {"categories": ("topics", "wards"), "authors": ("jane",), "series": ("start",)}


def path_of(pattern: str, *, terms: bool = True, blog_dir: str = "blog", **given: Any) -> str:
    given = {
        "title": "Hello, World",
        "date": "2024-01-05T09:30",
        "source": "blog/posts/2024-01-05-hello.md",
        "file_slug": "hello",
    } | given
    naming = Naming(term_paths=lambda taxonomy, _: TERMS.get(taxonomy, ()) if terms else ())
    return permalink_path(post(**given), pattern=pattern, blog_dir=blog_dir, naming=naming)


@pytest.mark.parametrize(
    ("preset", "path"),
    [
        ("docs", "blog/posts/2024-01-05-hello"),
        ("material", "blog/2024/01/05/hello-world"),
        ("wordpress-day-name", "blog/2024/01/05/hello-world"),
        ("wordpress-month-name", "blog/2024/01/hello-world"),
        ("jekyll", "blog/topics/wards/2024/01/05/hello-world.html"),
        ("hugo", "blog/hello-world"),
    ],
)
def test_presets(preset: str, path: str) -> None:
    assert path_of(preset) == path
    assert path_of(PRESETS[preset]) == path


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("{date}/{file}", "blog/2024/01/05/hello"),
        ("/{year}/{month}/{day}/{slug}/", "2024/01/05/hello-world"),
        ("{date:%y-%j-%b-%d-%H%M%S}", "blog/24-005-jan-05-093000"),
        ("{category}/{title}", "blog/wards/hello-world"),
        ("{author}/{series}/{slug}", "blog/jane/start/hello-world"),
        ("/{path}", "blog/posts/2024-01-05-hello"),
        ("p-{slug}.html", "blog/p-hello-world.html"),
        ("fixed/place", "blog/fixed/place"),
        ("/../../etc/{slug}", "etc/hello-world"),
        ("{slug}//x", "blog/hello-world/x"),
    ],
)
def test_patterns(pattern: str, path: str) -> None:
    assert path_of(pattern) == path


@pytest.mark.parametrize(
    ("pattern", "given", "path"),
    [
        ("{categories}/{slug}", {"terms": False}, "blog/hello-world"),
        ("{category}", {"terms": False}, "blog/hello"),
        ("{category}.html", {"terms": False}, "blog/hello"),
        ("{slug}", {"title": "🎉"}, "blog/hello"),
        ("docs", {"slug": "other"}, "blog/posts/other"),
        ("/{path}", {"slug": "a/b"}, "blog/posts/a/b"),
        ("docs", {"slug": "../.."}, "blog/posts/2024-01-05-hello"),
        ("{slug}", {"title": "🎉", "file_slug": "🎉"}, "blog/🎉"),
        ("{slug}", {"title": "???", "file_slug": "..", "source": "blog/_.md"}, "blog/496964a2"),
        ("{slug}", {"slug": "My Slug"}, "blog/My Slug"),
        ("{slug}", {"slug": "/a/b/"}, "blog/a/b"),
        ("{slug}", {"slug": "../.."}, "blog/hello-world"),
        ("{title}", {"slug": "other"}, "blog/hello-world"),
        ("{slug}", {"blog_dir": ""}, "hello-world"),
        ("{year}/{slug}", {"date": "0987-01-05"}, "blog/0987/hello-world"),
        ("{slug}", {"title": "Index"}, "blog/index-post"),
        ("{slug}", {"title": "AUX"}, "blog/aux-post"),
        ("{slug}", {"title": "Page"}, "blog/page"),
        ("{slug}.html", {"title": "x" * 120}, f"blog/{'x' * 120}.html"),
        ("{date}/{slug}", {"date": "2024-01-05T00:30+09:00"}, "blog/2024/01/05/hello-world"),
    ],
)
def test_posts_for_which_a_token_says_little(
    pattern: str, given: dict[str, Any], path: str
) -> None:
    assert path_of(pattern, **given) == path


def test_a_long_title_keeps_its_suffix() -> None:
    path = path_of("{slug}.html", title="日" * 300)
    assert path.endswith(".html")
    assert len(path.rpartition("/")[2].encode()) <= 205


def test_the_locale_of_the_machine_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    before = locale.setlocale(locale.LC_TIME)
    try:
        locale.setlocale(locale.LC_TIME, "C.UTF-8")
        assert path_of("{date:%b}") == "blog/jan"
    finally:
        locale.setlocale(locale.LC_TIME, before)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{slugg}", "unknown token {slugg}; the tokens are {date}, {year}"),
        ("{slug:%Y}", "{slug} takes no format; only {date:%Y/%m/%d} does"),
        ("{date:%Q}", "{date:%Q} has an unknown directive; write %Y, %m, %d, …"),
        ("{date:%B}", "{date:%B} has an unknown directive; write %Y, %m, %d, …"),
        ("{slug", "a brace that belongs to no token"),
        ("slug}", "a brace that belongs to no token"),
    ],
)
def test_patterns_that_mean_nothing(pattern: str, message: str) -> None:
    with pytest.raises(PermalinkError) as raised:
        check_pattern(pattern)
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize(
    ("permalink", "problem"),
    [
        (None, None),
        ("material", None),
        ("/a/fixed/place/", None),
        ("{year}/{slug}", None),
        (
            "{slug:x}",
            "blog/A.md: permalink: {slug} takes no format; only {date:%Y/%m/%d} does "
            "[permalink-form]",
        ),
        (
            "a}",
            "blog/A.md: permalink: a brace that belongs to no token; "
            "write `{` and `}` around tokens only [permalink-form]",
        ),
        (
            "/blog/",
            "blog/A.md: permalink: '/blog/' is the front page's own; "
            "write the path of a page below it [permalink-form]",
        ),
        (
            "/",
            "blog/A.md: permalink: '/' is the front page's own; "
            "write the path of a page below it [permalink-form]",
        ),
    ],
)
def test_a_permalink_of_a_posts_own(permalink: str | None, problem: str | None) -> None:
    found = check_permalink(post("A", permalink=permalink), blog_dir="blog")
    assert (str(found) if found else None) == problem


def test_a_slug_of_which_nothing_is_left() -> None:
    assert str(check_permalink(post("A", slug="../.."), blog_dir="blog")) == (
        "blog/A.md: slug: nothing of '../..' can be in a URL; "
        "write letters, digits and dashes [permalink-form]"
    )


@pytest.mark.parametrize("pattern", [*PRESETS.values(), *(f"{{{token}}}" for token in TOKENS)])
def test_patterns_that_are_right(pattern: str) -> None:
    check_pattern(pattern)
    assert path_of(pattern)


@given(st.text(), st.text(), st.sampled_from([*PRESETS, "{slug}.html", "/{title}/{slug}"]))
def test_any_post_has_a_safe_path(title: str, slug: str, pattern: str) -> None:
    path = path_of(pattern, title=title, slug=slug)
    assert path
    for segment in path.split("/"):
        assert segment not in {"", ".", ".."}
        assert segment.isprintable()
        assert len(segment.encode()) <= 205


def test_the_style_of_slugs() -> None:
    cafe = post("Café & Co. 1.5")
    assert [post_slug(cafe, style=style) for style in ("unicode", "ascii", "wordpress")] == [
        "café--co-15",
        "cafe-co-1-5",
        "cafe-co-1-5",
    ]
