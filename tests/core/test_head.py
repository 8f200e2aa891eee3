"""What the head of a page says to machines: complete, true to the letter, and never twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree as ET

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.feeds.entry import Image, Person
from mkdocs_blog_plugin.core.feeds.text import one_line
from mkdocs_blog_plugin.core.head import (
    Tag,
    add_to_head,
    head_tags,
    missing_tags,
    open_graph_locale,
)
from mkdocs_blog_plugin.core.page_data import Crumb, FeedLink, PageData, TermData
from mkdocs_blog_plugin.core.structured_data import nodes, structured_data
from tests.core.feed_cases import SITE, TITLES

URL = f"{SITE}blog/a-post/"
POST = PageData(
    url=URL,
    title='R&D "quoted" </script>',
    site_name="Co-production Network",
    site_url=SITE,
    blog_name="Blog",
    blog_url=f"{SITE}blog/",
    is_post=True,
    description="About <this> & that",
    language="pt-BR",
    image=Image(url=f"{SITE}img/c.png", alt="A cover", width=1200, height=630),
    published=datetime(2024, 1, 31, 10, tzinfo=UTC),
    updated=datetime(2024, 3, 1, tzinfo=UTC),
    authors=(
        Person(name="Ada", uri=f"{SITE}blog/author/ada/", avatar=f"{SITE}ada.png"),
        Person(name="Bob"),
    ),
    sections=("Wards", "Topics"),
    tags=("co-production", "R&D"),
    words=321,
    feeds=(
        FeedLink(title="Network » Feed", url=f"{SITE}blog/feed.xml", type="application/rss+xml"),
    ),
    crumbs=(
        Crumb(name="Home", url=SITE),
        Crumb(name="Blog", url=f"{SITE}blog/"),
        Crumb(name="R&D", url=URL),
    ),
)
TERM = PageData(
    url=f"{SITE}blog/tag/co-production/page/2/",
    title="Tag Archives: co-production",
    site_name="Co-production Network",
    site_url=SITE,
    blog_name="Blog",
    blog_url=f"{SITE}blog/",
    robots="noindex",
    previous_url=f"{SITE}blog/tag/co-production/",
    next_url=f"{SITE}blog/tag/co-production/page/3/",
    term=TermData(
        name="co-production",
        slug="co-production",
        set_name="Tags",
        set_url=f"{SITE}blog/tag/",
        description="Working together.",
    ),
    listed=((URL, "A post"),),
)


def elements(head: str) -> list[ET.Element]:
    """What a browser makes of a head."""
    document = html5lib.parse(f"<head>{head}</head><body>x", namespaceHTMLElements=False)
    assert document.findtext("body") == "x"
    return list(document.iterfind("head/*"))


def pairs(head: str) -> Iterator[tuple[str, str]]:
    """The key and the value of each tag."""
    for element in elements(head):
        if element.tag == "meta":
            key = element.get("property") or element.get("name") or ""
            yield key, element.get("content", "")
        elif element.tag == "link":
            yield element.get("rel", ""), element.get("href", "")
        else:
            yield element.tag, element.text or ""


def written(*tags: Tag) -> str:
    return "\n".join(str(tag) for tag in tags)


def test_the_head_of_a_post() -> None:
    assert list(pairs(written(*head_tags(POST)))) == [
        ("description", "About <this> & that"),
        ("canonical", URL),
        ("alternate", f"{SITE}blog/feed.xml"),
        ("og:type", "article"),
        ("og:site_name", "Co-production Network"),
        ("og:locale", "pt_BR"),
        ("og:title", 'R&D "quoted" </script>'),
        ("og:description", "About <this> & that"),
        ("og:url", URL),
        ("og:image", f"{SITE}img/c.png"),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "A cover"),
        ("article:published_time", "2024-01-31T10:00:00Z"),
        ("article:modified_time", "2024-03-01T00:00:00Z"),
        ("article:author", f"{SITE}blog/author/ada/"),
        ("article:author", "Bob"),
        ("article:section", "Wards"),
        ("article:tag", "Topics"),
        ("article:tag", "co-production"),
        ("article:tag", "R&D"),
        ("twitter:card", "summary_large_image"),
        ("twitter:title", 'R&D "quoted" </script>'),
        ("twitter:description", "About <this> & that"),
        ("twitter:image", f"{SITE}img/c.png"),
        ("twitter:image:alt", "A cover"),
    ]


def test_the_head_of_a_pager() -> None:
    found = dict(pairs(written(*head_tags(TERM))))
    assert found["robots"] == "noindex"
    assert found["prev"] == TERM.previous_url
    assert found["next"] == TERM.next_url
    assert found["og:type"] == "website"
    assert found["twitter:card"] == "summary"
    assert not [key for key in found if key.startswith("article:") or "image" in key]
    assert "description" not in found


EXISTING = [
    ('<meta name="description" content="x">', {"description"}),
    ("<META CONTENT=x NAME=Description>", {"description"}),
    ('<link rel="canonical" href="https://elsewhere.example/">', {"canonical"}),
    ('<meta name="og:title" content="x">', {"og:title"}),
    (
        '<meta property="og:image" content="x">',
        {
            *("og:image", "og:image:type", "og:image:width", "og:image:height", "og:image:alt"),
            *("twitter:image", "twitter:image:alt"),
        },
    ),
    ('<meta property="article:tag" content="x">', {"article:tag"}),
    ('<link href="../feed.xml" type="application/rss+xml" rel="alternate">', {"alternate"}),
    ('<link href="../other.xml" type="application/rss+xml" rel="alternate">', set()),
    ('<!-- <meta name="description" content="x"> -->', set()),
    ('<meta charset="utf-8"><link rel="stylesheet" href="x.css">', set()),
    ('<script type="application/ld+json">{"@type": "BlogPosting"}</script>', {"script"}),
    ('<script type="application/ld+json">{"@type": "WebSite"}</script>', set()),
    ('<meta name="twitter:card" content="a > b">', {"twitter:card"}),
]


@pytest.mark.parametrize(("head", "there"), EXISTING, ids=[head for head, _ in EXISTING])
def test_what_is_there_is_not_said_again(head: str, there: set[str]) -> None:
    tags = (*head_tags(POST), structured_data(POST))
    missing = missing_tags(head, tags, page_url=URL)
    said = {key for key, _ in pairs(written(*tags))}
    assert {key for key, _ in pairs(written(*missing))} == said - there


def test_a_page_gets_its_tags_once() -> None:
    page = "<html><HEAD>\n<title>x</title>\n</HEAD><body><p></head></p></body></html>"
    tags = (*head_tags(POST), structured_data(POST))
    once = add_to_head(page, tags, page_url=URL)
    assert once.count("og:title") == 1
    assert once.startswith("<html><HEAD>\n<title>x</title>\n<meta")
    assert once.endswith("</script>\n</HEAD><body><p></head></p></body></html>")
    assert add_to_head(once, tags, page_url=URL) == once
    assert add_to_head("<p>no head</p>", tags, page_url=URL) == "<p>no head</p>"


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("en", "en_US"),
        ("de_AT", "de_AT"),
        ("pt-BR", "pt_BR"),
        ("zh-Hant", "zh_TW"),
        ("zh-Hant-HK", "zh_HK"),
        ("ja", "ja_JP"),
        ("", ""),
        ("klingon", ""),
    ],
)
def test_open_graph_knows_languages_with_their_land(language: str, locale: str) -> None:
    assert open_graph_locale(language) == locale


def graph(page: PageData) -> list[dict[str, Any]]:
    """The graph as a search engine reads it from the page."""
    scripts = elements(str(structured_data(page)))
    assert [script.tag for script in scripts] == ["script"]
    data = json.loads(scripts[0].text or "")
    assert data["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = data["@graph"]
    return found


def node(page: PageData, kind: str) -> dict[str, Any]:
    found = [item for item in graph(page) if item["@type"] == kind]
    assert len(found) == 1
    return found[0]


def test_a_post_has_what_google_documents_for_articles() -> None:
    post = node(POST, "BlogPosting")
    assert post["headline"] == POST.title
    assert post["datePublished"] == "2024-01-31T10:00:00Z"
    assert post["dateModified"] == "2024-03-01T00:00:00Z"
    assert post["image"]["url"] == f"{SITE}img/c.png"
    assert (post["image"]["width"], post["image"]["height"]) == (1200, 630)
    assert [(author["@type"], author["name"]) for author in post["author"]] == [
        ("Person", "Ada"),
        ("Person", "Bob"),
    ]
    assert post["author"][0]["url"] == f"{SITE}blog/author/ada/"
    assert post["isPartOf"]["@id"] == node(POST, "Blog")["@id"]
    assert post["keywords"] == ["co-production", "R&D"]
    assert node(POST, "Person")["image"] == f"{SITE}ada.png"


def test_breadcrumbs_have_what_google_documents() -> None:
    items = node(POST, "BreadcrumbList")["itemListElement"]
    assert [item["position"] for item in items] == [1, 2, 3]
    assert [item["name"] for item in items] == ["Home", "Blog", "R&D"]
    assert all(item["item"].startswith("https://") for item in items)


def test_a_term_is_defined_in_its_set() -> None:
    term = node(TERM, "DefinedTerm")
    assert term["name"] == "co-production"
    assert term["inDefinedTermSet"]["@id"] == node(TERM, "DefinedTermSet")["@id"]
    page = node(TERM, "CollectionPage")
    assert page["about"]["@id"] == term["@id"]
    assert page["hasPart"][0]["@id"] == graph(POST)[0]["@id"]


def test_an_authors_page_is_about_the_author() -> None:
    page = replace(TERM, is_author=True, term=None, authors=POST.authors[:1])
    profile = node(page, "ProfilePage")
    assert profile["mainEntity"]["@id"] == node(page, "Person")["@id"]


def test_what_is_not_known_is_not_said() -> None:
    bare = PageData(
        url=URL, title="T", site_name="", site_url=SITE, blog_name="", blog_url=SITE, is_post=True
    )
    for item in graph(bare):
        assert None not in item.values()
        assert "" not in item.values()
        assert [] not in item.values()


@pytest.mark.parametrize("title", [*TITLES.values(), "<!--<script>", "a\u2028b\u2029c", "]]>"])
def test_a_title_is_inert_and_letter_for_letter(title: str) -> None:
    page = replace(POST, title=title, description=title, tags=(title,))
    assert graph(page)[0]["headline"] == one_line(title)
    read = dict(pairs(written(*head_tags(page))))
    assert read["og:title"] == one_line(title)
    text = structured_data(page).text
    assert not set(text) & set("<>&\u2028\u2029")


@given(st.text(), st.text())
def test_any_text_stays_text(title: str, description: str) -> None:
    page = replace(POST, title=title, description=description)
    head = written(*head_tags(page), structured_data(page))
    assert {element.tag for element in elements(head)} == {"meta", "link", "script"}
    assert nodes(page)[0].get("headline", "") == one_line(title)
