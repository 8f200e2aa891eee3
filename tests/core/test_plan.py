"""The plan of a blog: posts in; listings, pagers and neighbours out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_blog_plugin.core.blog import plan
from tests.core.blogs import chains, moment, post, settings, shown

CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted((Path(__file__).parent / "plans").glob("*.yml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]


def posts_of(case: dict[str, Any]) -> list[Any]:
    return [post(**item) for item in case["posts"]]


@pytest.mark.parametrize("case", CASES)
def test_a_plan_is_what_the_case_says(case: dict[str, Any]) -> None:
    now = moment(case["now"]) if "now" in case else None
    blog = plan(
        posts_of(case),
        settings=settings(**case.get("settings", {})),
        pages=case.get("pages", {}),
        now=now,
    )
    if "listings" in case:
        assert shown(blog) == case["listings"].rstrip("\n")
    if "sources" in case:
        assert list(blog.listings) == case["sources"]
    if "neighbours" in case:
        assert chains(blog) == case["neighbours"].rstrip("\n")
    if "paths" in case:
        assert {blog.by_source[source].title: path for source, path in blog.paths.items()} == (
            case["paths"]
        )
    assert [str(problem) for problem in blog.problems] == case.get("problems", [])


@pytest.mark.parametrize("case", CASES)
def test_a_plan_is_the_same_for_any_order_of_its_posts(case: dict[str, Any]) -> None:
    chosen, pages = settings(**case.get("settings", {})), case.get("pages", {})
    forwards = plan(posts_of(case), settings=chosen, pages=pages)
    backwards = plan(posts_of(case)[::-1], settings=chosen, pages=pages)
    assert backwards == forwards
