"""The theme's own navigation: the docs keep their reading order, the blog has its place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages import Page, spaced
from tests.site import BuiltSite, Style, build

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DOCS = {
    "index.md": "# Home\n",
    "about.md": "# About\n",
    "guide/index.md": "# Guide\n",
    "guide/first.md": "# First\n",
    "guide/second.md": "# Second\n",
    "zebra.md": "# Zebra\n",
}

BLOG = {
    "blog/2024-01-01-a.md": "---\ntags: [x]\ncategories: [Topics/Wards]\n---\n# A\n",
    "blog/2024-01-02-b.md": "---\ntags: [x]\n---\n# B\n",
    "blog/2024-01-03-c.md": "# C\n",
}

NAVS: Mapping[str, object] = {
    "made": None,
    "written": [
        {"Home": "index.md"},
        {"Blog": "blog/index.md"},
        {"Guide": ["guide/index.md", "guide/first.md", "guide/second.md"]},
        "about.md",
        "zebra.md",
    ],
    "without-blog": ["index.md", {"Guide": ["guide/first.md", "guide/second.md"]}, "zebra.md"],
}

PREVIOUS_AND_NEXT = {
    "material": ".md-footer a.md-footer__link",
    "readthedocs": ".rst-footer-buttons a",
    "mkdocs": ".navbar a.nav-link[rel][href]",
}


def config(theme: str, nav: object) -> dict[str, object]:
    features = ["navigation.footer"] if theme == "material" else []
    written = {} if nav is None else {"nav": nav}
    return {"theme": {"name": theme, "features": features}, **written}


def reading_order(site: BuiltSite, theme: str) -> dict[str, list[str]]:
    """For each docs page, where the theme's previous and next lead."""
    files = (site.page(file) for file in sorted(site.files("**/*.html")))
    return {
        page.url: [target for _, target in page.links(PREVIOUS_AND_NEXT[theme])]
        for page in files
        if not page.url.startswith("blog") and page.url != "404.html"
    }


@pytest.mark.parametrize("nav", NAVS)
@pytest.mark.parametrize("written_front", [True, False], ids=["written-front", "made-front"])
def test_the_docs_are_read_in_the_order_they_were(
    tmp_path: Path, style: Style, nav: str, written_front: bool
) -> None:
    """Compared with the same site whose blog is its front page alone, without this plugin."""
    front = {"blog/index.md": "# Blog\n"}
    urls = style["use_directory_urls"]
    settings = config(style["theme"], NAVS[nav])
    tree = {**DOCS, **BLOG, **(front if written_front else {})}
    blog = build(tmp_path / "with", tree, use_directory_urls=urls, config=settings)
    docs = build(
        tmp_path / "without",
        {**DOCS, **front},
        plugins=[],
        use_directory_urls=urls,
        config=settings,
    )
    assert reading_order(blog, style["theme"]) == reading_order(docs, style["theme"])


ACTIVE = {
    "material": ".md-nav--primary .md-nav__item--active > .md-nav__link",
    "readthedocs": ".wy-menu a.current",
    "mkdocs": ".navbar a.active[href]",
}


@pytest.mark.parametrize("nav", ["made", "written"])
@pytest.mark.parametrize(
    "url",
    ["blog/", "blog/2024-01-02-b/", "blog/tag/x/", "blog/category/topics/wards/", "blog/tag/"],
)
def test_the_blog_is_highlighted_wherever_one_reads_in_it(
    built: Mapping[str, BuiltSite], theme: str, nav: str, url: str
) -> None:
    page = built[nav].page(url)
    active = [spaced(link) for link in page.all(ACTIVE[theme])]
    assert "Blog" in active
    assert not {"Home", "Guide", "About", "Zebra"} & set(active)


@pytest.fixture(scope="module", params=["mkdocs", "readthedocs", "material"])
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def built(theme: str, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, BuiltSite]:
    return {
        nav: build(tmp_path_factory.mktemp(nav), {**DOCS, **BLOG}, config=config(theme, NAVS[nav]))
        for nav in ("made", "written")
    }


def test_no_post_is_in_the_nav(built: Mapping[str, BuiltSite]) -> None:
    for site in built.values():
        targets = {target for _, target in navigation(site.page("about/"))}
        assert not [target for target in targets if target.startswith("blog/") and target[5:]]


def navigation(page: Page) -> list[tuple[str, str]]:
    return page.links(".navbar a[href], .wy-menu a[href], .md-nav--primary a[href]")


def test_breadcrumbs_lead_down_to_a_post(tmp_path: Path) -> None:
    """Of the three themes, only readthedocs shows breadcrumbs by itself."""
    site = build(tmp_path, {**DOCS, **BLOG}, config=config("readthedocs", NAVS["written"]))
    crumbs = ".wy-breadcrumbs li.breadcrumb-item"
    assert site.page("blog/2024-01-02-b/").texts(crumbs) == ["Blog", "B"]
    assert site.page("blog/tag/x/").texts(crumbs) == ["Blog", "Tags", "Tag Archives: x"]
    assert site.page("blog/category/topics/wards/").texts(crumbs) == [
        "Blog",
        "Categories",
        "Category Archives: Topics",
        "Category Archives: Wards",
    ]


def test_previous_and_next_of_a_post_are_its_neighbours(
    built: Mapping[str, BuiltSite], theme: str
) -> None:
    for site in built.values():
        links = PREVIOUS_AND_NEXT[theme]
        assert targets(site.page("blog/2024-01-01-a/"), links) == ["blog/2024-01-02-b/"]
        assert targets(site.page("blog/2024-01-02-b/"), links) == [
            "blog/2024-01-01-a/",
            "blog/2024-01-03-c/",
        ]


def targets(page: Page, selector: str) -> list[str]:
    return sorted(target for _, target in page.links(selector))


def test_listings_can_be_placed_in_the_nav(tmp_path: Path, style: Style) -> None:
    nav = [
        "index.md",
        {"Blog": ["blog/index.md", {"All tags": "blog/tag/index.md"}]},
        {"About x": "blog/tag/x.md"},
        {"Wards": "blog/category/topics/wards.md"},
    ]
    site = build(
        tmp_path,
        {"index.md": "# Home\n", **BLOG},
        use_directory_urls=style["use_directory_urls"],
        config=config(style["theme"], nav),
    )
    links = dict(navigation(site.page("")))
    suffix = "/" if style["use_directory_urls"] else ".html"
    assert links["About x"] == f"blog/tag/x{suffix}"
    assert links["Wards"] == f"blog/category/topics/wards{suffix}"
    assert "All tags" in links
    assert site.page("blog/tag/x/").texts("h1") == ["Tag Archives: x"]
    assert site.broken_links() == []


def test_a_listing_in_the_nav_that_does_not_exist_is_named(tmp_path: Path) -> None:
    nav = ["index.md", {"Gone": "blog/tag/gone.md"}]
    warning = "'blog/tag/gone.md' is included in the 'nav' configuration"
    build(
        tmp_path, {"index.md": "# Home\n", **BLOG}, config={"nav": nav}, expected_warnings=[warning]
    )


def test_strict_about_pages_outside_the_nav(tmp_path: Path) -> None:
    """Posts and listings are meant to be outside of it: MkDocs has nothing to say of them."""
    nav = ["index.md", {"Blog": "blog/index.md"}]
    site = build(
        tmp_path,
        {"index.md": "# Home\n", **BLOG},
        config={"nav": nav, "validation": {"nav": {"omitted_files": "warn"}}},
    )
    assert site.said("mkdocs.structure") == []
