"""The list of all feeds: groups for people, OPML for feed readers."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from mkdocs_blog_plugin.core.feeds.directory import Subscription, grouped, opml
from mkdocs_blog_plugin.core.feeds.stylesheet import feed_css, feed_xsl
from tests.core.feed_cases import SINCE, SITE

FEEDS = [
    Subscription(
        title="Network » Feed",
        home_url=f"{SITE}blog/",
        urls={"atom": f"{SITE}blog/feed.atom", "rss": f"{SITE}blog/feed.rss"},
        description="News & views",
        language="pt_BR",
    ),
    Subscription(
        title="Network » R&D <\x00> Tag Feed",
        home_url=f"{SITE}blog/tag/r-d/",
        urls={"rss": f"{SITE}blog/tag/r-d/feed.xml"},
        label="R&D",
        group="Tags",
    ),
    Subscription(
        title="",
        home_url=f"{SITE}blog/tag/日本/",
        urls={"rss": f"{SITE}blog/tag/日本/feed.xml"},
        group="Tags",
    ),
]


def test_feeds_are_listed_in_their_groups() -> None:
    assert {name: len(feeds) for name, feeds in grouped(FEEDS).items()} == {"": 1, "Tags": 2}


def test_opml_has_each_feed_once_in_its_preferred_format() -> None:
    document = opml(FEEDS, title="Network", updated=SINCE)
    root = ET.fromstring(document)
    assert root.get("version") == "2.0"
    assert root.findtext("head/dateModified") == "Wed, 01 Jan 2020 00:00:00 GMT"
    assert [outline.get("text") for outline in root.findall("body/outline")] == [
        "Network » Feed",
        "Tags",
    ]
    subscriptions = [outline for outline in root.iter("outline") if outline.get("xmlUrl")]
    assert [outline.get("xmlUrl") for outline in subscriptions] == [
        f"{SITE}blog/feed.atom",
        f"{SITE}blog/tag/r-d/feed.xml",
        f"{SITE}blog/tag/%E6%97%A5%E6%9C%AC/feed.xml",
    ]
    for outline in subscriptions:
        assert outline.get("type") == "rss"
        assert outline.get("htmlUrl")
        assert outline.get("title") == outline.get("text") != ""
    assert subscriptions[1].get("title") == "Network » R&D <> Tag Feed"
    assert opml(FEEDS, title="Network", updated=SINCE) == document


ASSETS = Path(__file__).parents[2] / "mkdocs_blog_plugin" / "assets"
WORDS = [
    "Dies ist ein Feed",
    'R&D <b>"quoted"</b> \\ end',
    "日本語\nzwei Zeilen",
    "]]></xsl:param>",
]


@pytest.mark.parametrize("word", WORDS)
def test_stylesheets_say_what_the_site_says(word: str) -> None:
    template = (ASSETS / "feed.xsl").read_text("utf-8")
    names = ("heading", "help", "visit", "latest", "language", "direction", "css")
    root = ET.fromstring(feed_xsl(template, words=dict.fromkeys(names, word)))
    xsl = "{http://www.w3.org/1999/XSL/Transform}"
    filled = {element.get("name"): element.text for element in root.findall(f"{xsl}param")}
    assert filled == dict.fromkeys(names, word)
    css = feed_css((ASSETS / "feed.css").read_text("utf-8"), heading=word, help_text=word)
    tail = css.rpartition(":root {")[2]
    assert tail.count("\n") == 4
    assert "<" not in tail
    assert tail.count('"') == 4


def test_a_feed_that_is_read_from_right_to_left_says_so() -> None:
    css = feed_css("x", heading="", help_text="", direction="rtl")
    assert "direction: rtl;" in css
    assert "direction" not in feed_css("x", heading="", help_text="")


def test_stylesheets_load_nothing_from_elsewhere_and_run_nothing() -> None:
    for name in ("feed.xsl", "feed.css"):
        text = (ASSETS / name).read_text("utf-8")
        assert "<script" not in text
        assert "url(" not in text
        assert "@import" not in text
        assert "document(" not in text
