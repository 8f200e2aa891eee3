"""Lists in another order than that of time, of another size, and with pins on top."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site import BuiltSite, build

TREE = {
    "index.md": "# Home",
    "blog/a.md": "---\ndate: 2024-01-01\nrank: 2\ntags: [x]\npin: true\n---\n# Alpha\n\nText.",
    "blog/b.md": "---\ndate: 2024-01-02\nrank: 3\ntags: [x]\n---\n# Beta\n\nText.",
    "blog/c.md": "---\ndate: 2024-01-03\nrank: 1\ntags: [x]\n---\n# Gamma\n\nText.",
}


def titles(site: BuiltSite, path: str) -> list[str]:
    return [str(tag.get_text()) for tag in site.page(path).all(".weblog-entry__title")]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ({}, ["Alpha", "Gamma", "Beta"]),
        ({"order_posts": "rank"}, ["Alpha", "Gamma", "Beta"]),
        ({"order_posts": "-rank"}, ["Alpha", "Beta", "Gamma"]),
    ],
)
def test_the_front_page_is_in_the_order_asked_for(
    tmp_path: Path, front: dict[str, str], expected: list[str]
) -> None:
    assert titles(build(tmp_path, TREE, weblog={"front": front}), "blog/") == expected


@pytest.mark.parametrize(
    ("pins", "expected"),
    [("front", ["Gamma", "Beta", "Alpha"]), ("everywhere", ["Alpha", "Gamma", "Beta"])],
)
def test_pins_are_on_top_where_asked(tmp_path: Path, pins: str, expected: list[str]) -> None:
    assert titles(build(tmp_path, TREE, weblog={"pins": pins}), "blog/tag/x/") == expected


def test_each_list_has_its_own_idea_of_orphans(tmp_path: Path) -> None:
    options = {"per_page": 2, "front": {"orphans": 1}, "taxonomies": {"tags": {"orphans": 0}}}
    site = build(tmp_path, TREE, weblog=options)
    assert not site.has("blog/page/2/index.html")
    assert site.has("blog/tag/x/page/2/index.html")


def test_a_term_that_is_not_allowed_is_named(tmp_path: Path) -> None:
    options = {"taxonomies": {"tags": {"allowed": ["xy"]}}}
    site = build(tmp_path, TREE, weblog=options, expected_warnings=["term-not-allowed"] * 3)
    assert site.has("blog/tag/x/index.html")


def test_the_template_of_cards_is_no_page_of_the_site(tmp_path: Path) -> None:
    assert not build(tmp_path, TREE).has("weblog/card.svg")
