"""Related posts: what is suggested, why, and that it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site import BuiltSite, build

if TYPE_CHECKING:
    from pathlib import Path

QUIET = {"feeds": False, "archive": False}


def post(date: str, title: str, more: str = "", body: str = "Text.") -> str:
    return f"---\ndate: {date}\n{more}---\n# {title}\n\n{body}\n"


TREE = {
    "index.md": "# Home\n",
    "guide/wards.md": "# Guide to wards\n",
    "blog/a.md": post("2024-01-01", "Apples", "tags: [common, rare]\n"),
    "blog/b.md": post("2024-01-02", "Bees", "tags: [common]\n", "See [it](../guide/wards.md)."),
    "blog/c.md": post("2024-01-03", "Cats", "tags: [common, rare]\n"),
    "blog/d.md": post("2024-01-04", "Dogs", "", "See [it](../guide/wards.md#guide-to-wards)."),
    "blog/e.md": post("2024-01-05", "Elks", "related: [d.md, Apples]\ntags: [common]\n"),
    "blog/f.md": post("2024-01-06", "Nothing else like it"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build(tmp_path_factory.mktemp("related"), TREE, weblog=QUIET)


def suggested(site: BuiltSite, name: str) -> list[str]:
    return site.page(f"blog/{name}/").texts(".weblog-related a")


def reasons(site: BuiltSite, name: str) -> list[str]:
    return site.page(f"blog/{name}/").texts(".weblog-related__reasons")


def test_rare_terms_count_more_and_are_named(site: BuiltSite) -> None:
    assert suggested(site, "c")[0] == "Apples"
    assert reasons(site, "c")[0] == "rare, common"


def test_a_page_of_the_docs_that_both_link_to_makes_related(site: BuiltSite) -> None:
    assert suggested(site, "d") == ["Bees"]


def test_hand_picked_posts_come_first_and_in_their_order(site: BuiltSite) -> None:
    assert suggested(site, "e")[:2] == ["Dogs", "Apples"]


def test_a_post_that_shares_nothing_has_no_suggestions(site: BuiltSite) -> None:
    assert suggested(site, "f") == []
    assert not site.page("blog/f/").has(".weblog-related")


def test_only_older_posts_are_suggested(site: BuiltSite) -> None:
    assert suggested(site, "a") == []
    assert site.broken_links() == []


def test_a_new_post_changes_no_other_page(tmp_path: Path, site: BuiltSite) -> None:
    new = post("2024-02-01", "Apples again", "tags: [common, rare]\n")
    later = build(tmp_path, {**TREE, "blog/g.md": new}, weblog=QUIET)
    for name in "abcde":
        assert suggested(later, name) == suggested(site, name)
        assert reasons(later, name) == reasons(site, name)
    assert suggested(later, "g")[:2] == ["Apples", "Cats"]


def test_unstable_suggestions_look_forward_too(tmp_path: Path) -> None:
    related = {"stable": False, "reasons": False, "limit": 1}
    site = build(tmp_path, TREE, weblog={**QUIET, "related": related})
    assert suggested(site, "a") == ["Cats"]
    assert reasons(site, "a") == []


def test_suggestions_can_be_switched_off(tmp_path: Path) -> None:
    site = build(tmp_path, TREE, weblog={**QUIET, "related": {"limit": 0}})
    assert suggested(site, "c") == []


def test_a_reference_in_vain_is_a_message(tmp_path: Path) -> None:
    tree = {
        "index.md": "# Home\n",
        "blog/a.md": post("2024-01-01", "A", "related: [bb.md]\n"),
        "blog/b.md": post("2024-01-02", "B", "superseded_by: blog/aa.md\n"),
    }
    site = build(
        tmp_path,
        tree,
        weblog=QUIET,
        expected_warnings=[
            "docs/blog/a.md:3:10: related: 'bb.md' is no post of this blog; did you mean",
            "docs/blog/b.md:3:16: superseded_by: 'blog/aa.md' is no post of this blog; did you "
            "mean 'blog/a.md'? [reference-unknown]",
        ],
    )
    assert site.broken_links() == []
    assert not site.page("blog/b/").has(".weblog-notice")


LINKS = """links:
  - guide/wards.md
  - blog/a.md#apples
  - Elsewhere: https://example.com/x?a=1&b=2
  - More:
    - Named <so>: blog/b.md
"""


def test_links_for_further_reading_are_as_in_a_nav(tmp_path: Path) -> None:
    tree = {**TREE, "blog/g.md": post("2024-02-01", "G", LINKS)}
    site = build(tmp_path, tree, weblog={**QUIET, "related": {"limit": 0}})
    page = site.page("blog/g/")
    assert page.links(".weblog-related--links a") == [
        ("Guide to wards", "guide/wards/"),
        ("Apples", "blog/a/#apples"),
        ("Elsewhere", "https://example.com/x?a=1&b=2"),
        ("Named <so>", "blog/b/"),
    ]
    assert page.texts(".weblog-related--links h2") == ["Related links"]
    assert page.texts(".weblog-related--links > ul > li")[-1] == "MoreNamed <so>"
    assert site.broken_links() == []


def test_links_that_lead_nowhere_are_messages(tmp_path: Path) -> None:
    links = "links:\n  - guide/ward.md\n  - Bad: 'javascript:alert(1)'\n  - 5\n  - x: {}\n"
    site = build(
        tmp_path,
        {**TREE, "blog/g.md": post("2024-02-01", "G", links)},
        weblog=QUIET,
        expected_warnings=[
            "docs/blog/g.md:4:3: links: 'guide/ward.md' is no page of the docs; did you mean "
            "'guide/wards.md'? [reference-unknown]",
            "links: 'javascript:alert(1)' is not printed;",
        ],
    )
    assert site.containing("javascript:alert(1)") == []
