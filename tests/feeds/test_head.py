"""What the heads of posts and listings say to search engines, chat programs and feed readers."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from tests.feeds.reader import read_items
from tests.site import SITE_URL, BuiltSite, Plugin, Style, build, refuse

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages import Page
    from tests.site import Text

TITLE = '</script><script>alert(1)</script> & "more"'
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
TREE: dict[str, Text] = {
    "index.md": "# Home",
    "blog/index.md": "# Our blog\n\nWelcome.",
    "blog/dot.png": DOT,
    "blog/.authors.yml": "ada: {name: Ada L., url: 'https://ada.example/'}",
    "blog/terms.yml": "tags: {common: {description: What is common.}}",
    "blog/rich.md": "---\ndate: 2024-01-31T10:00:00+01:00\nupdated: 2024-02-01\n"
    "tags: [common]\ncategories: [News]\nauthors: [ada, Bob]\n"
    "description: 'A \"short\" one & more'\ncover: {image: dot.png, alt: A dot}\n"
    "---\n# Rich post\n\nThree words here.",
    "blog/hostile.md": f"---\ndate: 2024-01-01\ntags: [common]\ntitle: '{TITLE}'\n---\nText.",
    "blog/unlisted.md": "---\ndate: 2024-01-02\nunlisted: true\n---\n# Unlisted\n\nText.",
    **{f"blog/p{n:02}.md": f"---\ndate: 2023-01-{n:02}\n---\n# P{n}\n\nX." for n in range(1, 12)},
}


def meta(page: Page) -> dict[str, str]:
    """The metas of a page by name; a name that stands twice fails the test."""
    pairs = [
        (str(tag.get("property") or tag.get("name")), str(tag["content"]))
        for tag in page.all("head meta[content]")
        if tag.get("property") or tag.get("name")
    ]
    several = {"article:author", "article:tag"}
    counted = Counter(name for name, _ in pairs if name not in several)
    assert {name: times for name, times in counted.items() if times > 1} == {}, page.url
    return dict(pairs)


def linked(page: Page, rel: str) -> list[str]:
    return [str(tag["href"]) for tag in page.all(f"head link[rel~={rel}]")]


def graph(page: Page) -> dict[str, dict[str, Any]]:
    """The structured data of a page by type."""
    data = json.loads(page.one("script[type='application/ld+json']").string or "")
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, style: Style) -> BuiltSite:
    return build(tmp_path_factory.mktemp("head"), TREE, strict=True, **style)


def test_nothing_is_said_twice(site: BuiltSite) -> None:
    for page in site.pages("blog/**/*.html"):
        said = meta(page)
        canonical = linked(page, "canonical")
        assert canonical == [said["og:url"]], page.url
        assert said["og:title"], page.url
        feeds = linked(page, "alternate")
        assert len(feeds) == len(set(feeds)) >= 3, page.url
        assert len(page.all("script[type='application/ld+json']")) == 1, page.url


def test_a_post(site: BuiltSite) -> None:
    page = site.page("blog/rich/")
    said = meta(page)
    url = linked(page, "canonical")[0]
    assert said["description"] == 'A "short" one & more'
    assert {key: said[key] for key in said if key.startswith("og:")} == {
        "og:type": "article",
        "og:site_name": "Example",
        "og:locale": "en_US",
        "og:title": "Rich post",
        "og:description": 'A "short" one & more',
        "og:url": url,
        "og:image": f"{SITE_URL}blog/dot.png",
        "og:image:type": "image/png",
        "og:image:width": "1",
        "og:image:height": "1",
        "og:image:alt": "A dot",
    }
    assert said["article:published_time"] == "2024-01-31T09:00:00Z"
    assert said["article:modified_time"] == "2024-02-01T00:00:00Z"
    assert (said["article:section"], said["article:tag"]) == ("News", "common")
    assert said["twitter:card"] == "summary_large_image"
    assert "robots" not in said


def test_a_post_as_structured_data(site: BuiltSite) -> None:
    page = site.page("blog/rich/")
    nodes = graph(page)
    posting = nodes["BlogPosting"]
    assert (posting["headline"], posting["wordCount"]) == ("Rich post", 5)  # with the heading
    assert (posting["datePublished"], posting["dateModified"]) == (
        "2024-01-31T09:00:00Z",
        "2024-02-01T00:00:00Z",
    )
    assert [author["name"] for author in posting["author"]] == ["Ada L.", "Bob"]
    assert posting["image"]["width"] == 1
    crumbs = nodes["BreadcrumbList"]["itemListElement"]
    assert [crumb["name"] for crumb in crumbs] == ["Example", "Our blog", "Rich post"]
    assert crumbs[-1]["item"] == linked(page, "canonical")[0]


def test_a_title_stays_a_title(site: BuiltSite) -> None:
    page = site.page("blog/hostile/")
    assert graph(page)["BlogPosting"]["headline"] == TITLE
    assert meta(page)["og:title"] == TITLE
    assert "alert(1)" not in [script.string for script in page.all("script")]


def test_the_page_of_a_term(site: BuiltSite) -> None:
    page = site.page("blog/tag/common/")
    nodes = graph(page)
    assert meta(page)["description"] == "What is common."
    assert (nodes["DefinedTerm"]["name"], nodes["DefinedTermSet"]["name"]) == ("common", "Tags")
    assert [part["headline"] for part in nodes["CollectionPage"]["hasPart"]] == [
        "Rich post",
        TITLE,
    ]
    offered = linked(page, "alternate")
    assert offered[:3] == [
        f"{SITE_URL}blog/tag/common/{name}" for name in ("feed.xml", "atom.xml", "feed.json")
    ]
    assert f"{SITE_URL}blog/feed.xml" in offered
    titles = [str(tag["title"]) for tag in page.all("head link[rel~=alternate]")]
    assert titles[0] == "Example » common Tag Feed (RSS)"


def test_the_pages_of_a_list(site: BuiltSite) -> None:
    first, second = site.page("blog/"), site.page("blog/page/2/")
    assert linked(first, "next") == linked(second, "canonical")
    assert linked(second, "prev") == linked(first, "canonical")
    assert linked(second, "next") == []


def test_an_unlisted_post_is_not_for_search_engines(site: BuiltSite) -> None:
    assert meta(site.page("blog/unlisted/"))["robots"] == "noindex"
    assert "unlisted" not in (site.dir / "sitemap.xml").read_text("utf-8")


def test_the_page_of_an_author(site: BuiltSite) -> None:
    nodes = graph(site.page("blog/author/ada/"))
    assert nodes["ProfilePage"]["mainEntity"] == {"@id": nodes["Person"]["@id"]}


def test_dates_in_the_sitemap_are_those_of_posts(site: BuiltSite) -> None:
    text = (site.dir / "sitemap.xml").read_text("utf-8").replace(".html<", "/<")
    dates = {
        part.split("</loc>")[0]: part.split("<lastmod>")[1][:10] for part in text.split("<loc>")[1:]
    }
    expected = {
        "blog/rich/": "2024-02-01",
        "blog/p05/": "2023-01-05",
        "blog/": "2024-02-01",
        "blog/2023/": "2023-01-11",
        "blog/tag/": "2024-02-01",
    }
    found = {url.replace("blog/index/", "blog/"): day for url, day in dates.items()}
    found = {
        url.removeprefix(SITE_URL).replace("tag/index/", "tag/"): d for url, d in found.items()
    }
    assert {url: found[url] for url in expected} == expected
    assert [url for url in found if "page/2" in url] == []


OTHER_PLUGIN = """
from mkdocs.plugins import event_priority

@event_priority(50)
def on_post_page(output, *, page, config):
    return output.replace("</head>", '''
      <meta property="og:title" content="Theirs">
      <meta property="og:image" content="https://example.org/card.png">
      <meta name="twitter:card" content="summary_large_image">
      <script type="application/ld+json">{"@type": "BlogPosting", "headline": "x"}</script>
    </head>''')
"""


def test_what_another_plugin_says_is_left_alone(tmp_path: Path) -> None:
    site = build(tmp_path, TREE, files={"hook.py": OTHER_PLUGIN}, config={"hooks": ["hook.py"]})
    page = site.page("blog/rich/")
    said = meta(page)
    assert said["og:title"] == "Theirs"
    assert said["og:image"] == "https://example.org/card.png"
    assert not {"og:image:width", "og:image:alt", "twitter:image"} & said.keys()
    assert said["article:published_time"]
    assert graph_count(page) == 1


def graph_count(page: Page) -> int:
    return len(page.all("script[type='application/ld+json']"))


def test_the_rss_plugin_beside_us(tmp_path: Path) -> None:
    described = {"blog/index.md": "---\ndescription: Ours\n---\n# Our blog\n\nWelcome."}
    plugins: list[Plugin] = [{"rss": {"use_git": False}}, "weblog"]
    site = build(tmp_path, {**TREE, **described}, plugins=plugins, theme="material")
    theirs = read_items(site.dir / "feed_rss_created.xml")
    assert [item.title for item in theirs if item.title in ("Subscribe", "Unlisted", "Tags")] == []
    assert {"Rich post", "P1"} <= {item.title for item in theirs}
    assert site.has("blog/feed.xml")
    for page in site.pages("blog/**/*.html"):
        offered = linked(page, "alternate")
        assert len(offered) == len(set(offered)) > 3, page.url


def test_the_rss_plugin_has_the_names_of_our_preset(tmp_path: Path) -> None:
    options = {"feeds": {"paths": "material-rss"}}
    refusal = refuse(tmp_path, TREE, plugins=["rss", "weblog"], weblog=options)
    assert "mkdocs-rss-plugin writes the same files" in refusal.text


def test_parts_can_be_switched_off(tmp_path: Path) -> None:
    options = {"structured_data": False, "twitter": False, "canonical": False}
    page = build(tmp_path / "parts", TREE, weblog={"metadata": options}).page("blog/page/2/")
    assert meta(page)["og:title"]
    assert not {"twitter:card", "twitter:title"} & meta(page).keys()
    assert graph_count(page) == 0
    page = build(tmp_path / "all", TREE, weblog={"metadata": False}).page("blog/rich/")
    assert not [name for name in meta(page) if name.startswith(("og:", "twitter:", "article:"))]
    assert graph_count(page) == 0


def test_pages_that_are_not_for_search_engines(tmp_path: Path) -> None:
    options = {"archive": {"noindex": True}, "metadata": {"image": "blog/dot.png"}}
    site = build(tmp_path, TREE, weblog=options)
    assert meta(site.page("blog/2023/"))["robots"] == "noindex"
    assert "robots" not in meta(site.page("blog/tag/common/"))
    assert meta(site.page("blog/p01/"))["og:image"] == f"{SITE_URL}blog/dot.png"
    text = (site.dir / "sitemap.xml").read_text("utf-8")
    assert "blog/2023/" not in text
    assert "blog/tag/common/" in text


def test_second_pages_in_the_sitemap(tmp_path: Path) -> None:
    site = build(tmp_path, TREE, weblog={"sitemap": {"pagers": True}})
    assert "blog/page/2/" in (site.dir / "sitemap.xml").read_text("utf-8")
