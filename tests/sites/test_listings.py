"""Taxonomies by configuration, what a site says about its terms, and pages written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.pages import Page, spaced
from tests.site import BuiltSite, Style, build, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HOME = {"index.md": "# Home\n"}


def post(front_matter: str, title: str = "A post") -> str:
    return f"---\n{front_matter}\n---\n# {title}\n\nSome text.\n"


def titles(page: Page) -> list[str]:
    return page.texts("a[rel=bookmark]")


def shown(page: Page) -> str:
    return spaced(page.content)


def footer(site: BuiltSite, url: str) -> list[str]:
    return site.page(url).texts(".weblog-filed p")


PRODUCTS = {
    "products": {"label": "Product", "plural": "Our products", "slug": "product"},
}


def test_a_taxonomy_is_a_few_lines_of_configuration(tmp_path: Path, style: Style) -> None:
    tree = {
        **HOME,
        "blog/a.md": post("date: 2024-01-01\nproducts: [Pump, Valve]", "A"),
        "blog/b.md": post("date: 2024-01-02\nproducts: Pump", "B"),
        "blog/c.md": post("date: 2024-01-03", "C"),
    }
    site = build(
        tmp_path,
        tree,
        theme=style["theme"],
        use_directory_urls=style["use_directory_urls"],
        weblog={"taxonomies": PRODUCTS},
    )
    assert site.page("blog/product/pump/").texts("h1") == ["Product Archives: Pump"]
    assert titles(site.page("blog/product/pump/")) == ["B", "A"]
    assert titles(site.page("blog/product/valve/")) == ["A"]
    index = site.page("blog/product/")
    assert index.texts("h1") == ["Our products"]
    assert "Pump 2" in shown(index)
    assert "Product: Pump, Valve" in shown(site.page("blog/a/"))
    assert "Product" not in shown(site.page("blog/c/"))
    assert not site.has("blog/product/uncategorized/")
    assert site.broken_links() == []


RECORDS: Mapping[str, tuple[Mapping[str, Any], Mapping[str, str | None]]] = {
    "a key of its own": ({"key": "product"}, {"blog/products/pump/": "Products Archives: Pump"}),
    "a heading of its own": (
        {"heading": "All about {label}"},
        {"blog/products/pump/": "All about Pump"},
    ),
    "a permalink of the site": (
        {"permalink": "/made/{slug}"},
        {"made/pump/": "Products Archives: Pump", "made/": "Products", "blog/products/pump/": None},
    ),
    "no index": (
        {"index": False},
        {"blog/products/pump/": "Products Archives: Pump", "blog/products/": None},
    ),
    "levels": (
        {"hierarchical": True},
        {"blog/products/valves/": "Products Archives: Valves", "blog/products/valves/ball/": ""},
    ),
    "a default": ({"default": "Other"}, {"blog/products/other/": "Products Archives: Other"}),
    "rare terms": ({"min_posts": 2}, {"blog/products/pump/": "", "blog/products/vent/": None}),
}


@pytest.mark.parametrize(("record", "pages"), RECORDS.values(), ids=RECORDS.keys())
def test_each_key_of_a_taxonomy_has_its_effect(
    tmp_path: Path, record: Mapping[str, Any], pages: Mapping[str, str | None]
) -> None:
    key = record.get("key", "products")
    tree = {
        **HOME,
        "blog/a.md": post(f"date: 2024-01-01\n{key}: [Pump, Valves/Ball]", "A"),
        "blog/b.md": post(f"date: 2024-01-02\n{key}: [Pump, Vent]", "B"),
        "blog/c.md": post("date: 2024-01-03", "C"),
    }
    site = build(tmp_path, tree, weblog={"taxonomies": {"products": record}})
    for url, heading in pages.items():
        assert site.has(url) == (heading is not None)
        if heading:
            assert site.page(url).texts("h1") == [heading]
    assert site.broken_links() == []


def test_orders_and_sizes_of_a_taxonomy(tmp_path: Path) -> None:
    tree = {
        **HOME,
        "blog/a.md": post("date: 2024-01-01\ntags: [rare, common]\nrating: 2", "A"),
        "blog/b.md": post("date: 2024-01-02\ntags: [common]\nrating: 10", "B"),
        "blog/c.md": post("date: 2024-01-03\ntags: [common]", "C"),
    }
    record = {
        "order_terms": "count",
        "order_posts": "-rating",
        "per_page": 2,
        "content": "title",
        "index": "list",
    }
    site = build(tmp_path, tree, weblog={"taxonomies": {"tags": record}})
    assert titles(site.page("blog/tag/common/")) == ["B", "A"]
    assert titles(site.page("blog/tag/common/page/2/")) == ["C"]
    assert titles(site.page("blog/")) == ["C", "B", "A"]
    assert shown(site.page("blog/tag/")).index("common") < shown(site.page("blog/tag/")).index(
        "rare"
    )
    assert "Some text." not in shown(site.page("blog/tag/common/"))
    assert "Some text." in shown(site.page("blog/"))


def test_a_taxonomy_can_be_switched_off(tmp_path: Path) -> None:
    tree = {**HOME, "blog/a.md": post("date: 2024-01-01\ntags: [x]\ncategories: [y]", "A")}
    off = {"taxonomies": {"categories": False, "tags": False}, "archive": False}
    site = build(tmp_path, tree, weblog=off)
    pages = {"blog/index.html", "blog/a/index.html", "blog/subscribe/index.html"}
    assert site.files("blog/**/*.html") == pages
    assert footer(site, "blog/a/") == []
    assert site.containing("ncategorized") == []


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["Filed under Uncategorized"]),
        ({"taxonomies": {"categories": {"default": "News"}}}, ["Filed under News"]),
        ({"taxonomies": {"categories": {"default": "Misc/Other"}}}, ["Filed under Other"]),
        ({"taxonomies": {"categories": {"default": False}}}, []),
        ({"taxonomies": {"categories": False}}, []),
        ({"taxonomies": {"tags": {"default": "untagged"}}}, None),
        ({"language": "de"}, ["Abgelegt unter Allgemein"]),
        ({"wording": {"uncategorized": "Other"}}, ["Filed under Other"]),
    ],
    ids=str,
)
def test_posts_without_category_are_filed_where_the_site_says(
    tmp_path: Path, options: Mapping[str, Any], expected: list[str] | None
) -> None:
    site = build(tmp_path, {**HOME, "blog/a.md": post("date: 2024-01-01")}, weblog=options)
    if expected is None:
        expected = ["Filed under Uncategorized | Tagged untagged"]
    assert footer(site, "blog/a/") == expected
    assert site.broken_links() == []


TERMS = """
    tags:
      co-production:
        label: Co-production
        slug: together
        description: Working <b>together</b> & more.
        aliases: [coproduction, co-creation]
      internal: {hidden: true}
      plain: One line will do.
      unused: {description: Nobody uses this.}
    categories:
      Wards: {parent: Topics}
    """


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build(
        tmp_path_factory.mktemp("terms"),
        {
            **HOME,
            "blog/terms.yml": TERMS,
            "blog/a.md": post("date: 2024-01-01\ntags: [coproduction, plain]", "A"),
            "blog/b.md": post("date: 2024-01-02\ntags: [Co-Creation, internal]", "B"),
            "blog/c.md": post("date: 2024-01-03\ncategories: [Wards]", "C"),
        },
    )


def test_a_terms_file_names_terms(described: BuiltSite) -> None:
    page = described.page("blog/tag/together/")
    assert page.texts("h1") == ["Tag Archives: Co-production"]
    assert titles(page) == ["B", "A"]
    assert "Filed under Uncategorized | Tagged Co-production, plain" in shown(
        described.page("blog/a/")
    )
    assert not described.has("blog/tag/coproduction/")


def test_descriptions_are_text(described: BuiltSite) -> None:
    assert "Working <b>together</b> & more." in shown(described.page("blog/tag/together/"))
    assert "One line will do." in shown(described.page("blog/tag/plain/"))


def test_a_hidden_term_has_a_page_and_is_in_no_index(described: BuiltSite) -> None:
    assert titles(described.page("blog/tag/internal/")) == ["B"]
    assert "internal" not in shown(described.page("blog/tag/"))


def test_a_term_nobody_uses_is_nowhere(described: BuiltSite) -> None:
    assert described.containing("Nobody uses this") == []
    assert not described.has("blog/tag/unused/")


def test_a_terms_file_places_a_term_below_another(described: BuiltSite) -> None:
    assert titles(described.page("blog/category/topics/wards/")) == ["C"]
    assert titles(described.page("blog/category/topics/")) == ["C"]
    assert described.broken_links() == []


def test_the_terms_file_is_not_published(described: BuiltSite) -> None:
    assert described.containing("aliases:") == []


def test_slips_in_the_terms_file_are_told(tmp_path: Path) -> None:
    tree = {
        **HOME,
        "blog/terms.yml": """
            tagz:
              x: {description: y}
            tags:
              a: {descripton: y}
              b: {hidden: perhaps}
              c: [1, 2]
            """,
        "blog/a.md": post("date: 2024-01-01\ntags: [a]"),
    }
    text = refuse(tmp_path, tree).text
    for part in ("did you mean 'tags'?", "description'?", "true or false", "is not a mapping"):
        assert part in text
    assert "docs/blog/terms.yml" in text


@pytest.mark.parametrize("name", ["blog/tag/wards.md", "blog/tag/wards/index.md"])
@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("# Everything about wards\n\nWritten *by hand*.\n", "Everything about wards"),
        ("Written *by hand*.\n", "Tag Archives: Wards"),
        ("---\ntitle: On wards\n---\nWritten *by hand*.\n", "On wards"),
    ],
    ids=["heading", "neither", "title"],
)
def test_a_page_written_for_a_term_is_its_page(
    tmp_path: Path, name: str, text: str, heading: str
) -> None:
    tree = {**HOME, name: text}
    tree |= {
        f"blog/2024-01-{day:02}-p.md": post("tags: [Wards]", f"Post {day}") for day in range(1, 13)
    }
    site = build(tmp_path, tree)
    page = site.page("blog/tag/wards/")
    assert page.texts("h1") == [heading]
    assert page.title.startswith(heading)
    assert page.one("em").get_text() == "by hand"
    assert shown(page).index("Written by hand.") < shown(page).index("Post 12")
    assert titles(page)[0] == "Post 12"
    second = site.page("blog/tag/wards/page/2/")
    assert titles(second) == ["Post 2", "Post 1"]
    assert "by hand" not in shown(second)
    assert second.title.startswith(f"{heading} – Page 2")
    assert site.broken_links() == []


def test_a_page_written_for_an_index_is_its_page(tmp_path: Path) -> None:
    tree = {
        **HOME,
        "blog/tag/index.md": "# What we write about\n\nMany things.\n",
        "blog/category/README.md": "# Shelves\n",
        "blog/a.md": post("date: 2024-01-01\ntags: [x]"),
    }
    site = build(tmp_path, tree)
    assert site.page("blog/tag/").texts("h1") == ["What we write about"]
    assert "Many things." in shown(site.page("blog/tag/"))
    assert "x" in site.page("blog/tag/").texts(".weblog-terms a")
    assert site.page("blog/category/").texts("h1") == ["Shelves"]


def test_a_page_written_for_a_term_without_posts_is_an_ordinary_page(tmp_path: Path) -> None:
    tree = {
        **HOME,
        "blog/tag/soon.md": "# Soon\n\nNothing yet.\n",
        "blog/a.md": post("date: 2024-01-01"),
    }
    site = build(tmp_path, tree)
    assert shown(site.page("blog/tag/soon/")) == "Soon Nothing yet."


NASTY = [
    "C", "C++", "C#", "Foo", "Café", "Cafe", "日本語", "Привет мир", "🎉", "a/b", "../x", "index",
    "page", "CON", "Node.js", "R&D", "x" * 300, "<b>bold</b>", 'say "hi"', "it's", "a\\b", "100%",
    "#1", "?", "...", "feed", "assets", "a?b=c&d", "{{ 7*7 }}", "%s", "null", "README",
]  # fmt: skip


def test_every_tag_has_a_working_page_of_its_own(tmp_path: Path, style: Style) -> None:
    """The acceptance table of slugs, and more: each name in one post of its own."""
    tree: dict[str, str] = dict(HOME)
    for number, name in enumerate(NASTY):
        quoted = "'" + name.replace("'", "''") + "'"
        tree[f"blog/p{number}.md"] = post(f"date: 2024-01-01\ntags: [{quoted}]", f"Post {number}")
    site = build(
        tmp_path,
        tree,
        theme=style["theme"],
        use_directory_urls=style["use_directory_urls"],
        expected_warnings=["'a/b' and 'a\\b' (blog/p20.md) would share the URL 'ab'"],
    )
    index = site.page("blog/tag/")
    links = dict(index.links(".weblog-terms a"))
    assert sorted(links) == sorted(NASTY)
    assert len(set(links.values())) == len(NASTY)
    for number, name in enumerate(NASTY):
        page = site.page(links[name])
        assert page.texts("h1") == [f"Tag Archives: {name}"]
        assert titles(page) == [f"Post {number}"]
    assert site.broken_links() == []


def test_equal_names_below_different_parents_stay_apart(tmp_path: Path) -> None:
    tree = {
        **HOME,
        "blog/a.md": post("date: 2024-01-01\ncategories: [Health/Wards]\ntags: [Events]", "A"),
        "blog/b.md": post("date: 2024-01-02\ncategories: [Council/Wards, Events]", "B"),
    }
    site = build(tmp_path, tree)
    assert titles(site.page("blog/category/health/wards/")) == ["A"]
    assert titles(site.page("blog/category/council/wards/")) == ["B"]
    assert titles(site.page("blog/category/events/")) == ["B"]
    assert titles(site.page("blog/tag/events/")) == ["A"]


TITLES = [
    "R&D", "<b>bold</b>", "AT&amp;T", "&copy 2020", 'Say "hi"', "it's", "a < b > c", "`code`",
    "{{ config }}", "100 %", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>',
    "Привет — мир", "<!-- x -->", "]]>",
]  # fmt: skip


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_a_title_is_shown_letter_for_letter_everywhere(tmp_path: Path, theme: str) -> None:
    tree: dict[str, str] = dict(HOME)
    for number, title in enumerate(TITLES, start=1):
        quoted = "'" + title.replace("'", "''") + "'"
        tree[f"blog/p{number}.md"] = (
            f"---\ntitle: {quoted}\ndate: 2024-01-{number:02}\n---\nText.\n"
        )
    features = ["navigation.footer"]
    site = build(
        tmp_path,
        tree,
        plugins=["search", "weblog"],
        weblog={"per_page": 0},
        config={"theme": {"name": theme, "features": features}},
    )
    front = site.page("blog/")
    assert titles(front) == TITLES[::-1]
    for number, title in enumerate(TITLES, start=1):
        page = site.page(f"blog/p{number}/")
        assert page.texts("h1") == [title]
        assert page.title.startswith(title)
        assert not page.has("b, img")
        assert "alert(1)" not in page.texts("script")
        for link in page.all(".weblog-neighbours a"):
            neighbour = TITLES[number - 2 if link["rel"] == ["prev"] else number]
            assert spaced(link).endswith(neighbour)
    assert site.broken_links() == []
