"""Feeds that are hard to write: every text a title can be, every part a feed can lack."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from mkdocs_blog_plugin.core.feeds.entry import (
    Category,
    Enclosure,
    Entry,
    Episode,
    Image,
    Person,
)
from mkdocs_blog_plugin.core.feeds.feed import Feed, Generator, History, Podcast

SITE = "https://example.org/docs/"
SINCE = datetime(2020, 1, 1, tzinfo=UTC)

TITLES = {
    "plain": "What learnings can we take from this?",
    "ampersand": "R&D, AT&T, &copy; and &amp; & more",
    "less than": "a < b, b > a, <em>not</em> emphasised",
    "end of cdata": "x[y[0]]> and <![CDATA[ ]]>",
    "quotes": "\"quoted\" 'twice' `thrice`",
    "emoji": "Party 🎉👩‍👩‍👧‍👦 and \U0001f1ea\U0001f1fa",
    "right to left": "שלום עולם — مرحبا بالعالم",
    "cjk": "日本語のタイトル、第二",
    "combining": "Cafe\u0301 and Café",
    "entity": "How to write &nbsp; and &#x26;",
    "percent": "100% sure: 50%25",
    "backslash": r"C:\new\table and \u0041",
    "braces": "{{ config.site_name }} {% raw %}",
    "long": "word " * 400 + "end",
}
"""Titles that must come out as they went in."""

TORN = {
    "controls": ("a\x00b\x08c\x0bd\x1be\x7ff\x85g", "abcdefg"),
    "surrogate": ("a\ud800b", "ab"),
    "noncharacters": ("a\ufffeb\uffffc\U0001fffed\ufdd0e", "abcde"),
    "lines": ("  two\nlines\tand \r\n more ", "two lines and more"),
}
"""Titles that no XML can hold, and what is left of them."""


def make_entry(title: str = "A post", *, number: int = 1, **more: object) -> Entry:
    """An entry with everything a feed needs; `more` are other members."""
    members: dict[str, object] = {
        "id": f"tag:example.org,2026:blog/post-{number}",
        "url": f"{SITE}blog/post-{number}/",
        "title": title,
        "published": datetime(2024, 1, 31, 10, tzinfo=UTC) - timedelta(days=number),
        "authors": (Person(name="Ada & Bob"),),
        "summary": "In short.",
        "content_html": "<p>At length.</p>",
    }
    return Entry(**(members | more))  # type: ignore[arg-type]  # members by name


def make_feed(*entries: Entry, **more: object) -> Feed:
    """A feed of `entries`; `more` are other members."""
    members: dict[str, object] = {
        "id": f"{SITE}blog/",
        "title": "Co-production Network",
        "home_url": f"{SITE}blog/",
        "urls": {form: f"{SITE}blog/feed.{form}" for form in ("rss", "atom", "json")},
        "since": SINCE,
        "description": "News & views of the network",
        "entries": entries,
        "generator": Generator(version="1.2.3"),
    }
    return Feed(**(members | more))  # type: ignore[arg-type]  # members by name


RICH = make_entry(
    "Everything at once",
    updated=datetime(2024, 3, 1, 12, 30, tzinfo=ZoneInfo("Europe/Berlin")),
    authors=(
        Person(name="Ada", uri=f"{SITE}blog/author/ada/", avatar=f"{SITE}ada.png"),
        Person(name="Bob <b>", uri=None),
        Person(name=" "),
    ),
    categories=(
        Category(term="co-production", label="Co-production", scheme=f"{SITE}blog/tag/"),
        Category(term="topics/wards", label="Wards & floors", scheme=f"{SITE}blog/category/"),
        Category(term="loose", label="Loose"),
    ),
    image=Image(url=f"{SITE}img/ü cover.jpg", alt="A <cover>", length=1234, width=1200, height=630),
    enclosures=(
        Enclosure(
            url=f"{SITE}audio/one.mp3",
            length=5_000_000,
            type="audio/mpeg",
            title="Episode one",
            episode=Episode(duration=1800, explicit=False, number=1, season=2, kind="full"),
        ),
        Enclosure(url=f"{SITE}notes.pdf"),
    ),
    language="de_DE",
    external_url="https://elsewhere.example/what?a=1&b=2",
    comments_url=f"{SITE}blog/post-1/#comments",
)

_NEPAL = timezone(timedelta(hours=5, minutes=45))
_ODD = timezone(timedelta(minutes=53, seconds=28))

FEEDS = {
    "empty": make_feed(),
    "empty and mute": make_feed(title="", description="", language=""),
    "titles": make_feed(*(make_entry(t, number=n) for n, t in enumerate(TITLES.values(), 1))),
    "torn titles": make_feed(
        *(make_entry(t, number=n) for n, (t, _) in enumerate(TORN.values(), 1))
    ),
    "everything": make_feed(
        RICH,
        icon=f"{SITE}favicon.ico",
        logo=f"{SITE}logo.png",
        copyright="© 2024 Ada & Bob",
        language="pt_BR",
        hubs=("https://hub.example/",),
        authors=(Person(name="The network", uri=SITE),),
        stylesheet="feed.xsl",
        css="feed.css?a=1&b=2",
        podcast=Podcast(category="Technology", owner="Ada", email="ada@example.org"),
    ),
    "titles only": make_feed(make_entry(summary="", content_html=None, authors=())),
    "excerpts": make_feed(make_entry(content_html=None, summary_html="<p>In <em>short</em>.</p>")),
    "excerpt and text": make_feed(make_entry(summary_html="<p>In <em>short</em>.</p>")),
    "unspeakable body": make_feed(make_entry("\x00", summary="\x01", content_html="\x02 \ufffe")),
    "blank body": make_feed(make_entry(summary="", content_html="")),
    "one moment": make_feed(
        *(make_entry(f"Post {n}", number=n, published=SINCE) for n in range(5, 0, -1))
    ),
    "odd zones": make_feed(
        make_entry(number=1, published=datetime(2024, 1, 1, tzinfo=_NEPAL)),
        make_entry(number=2, published=datetime(2023, 1, 1, tzinfo=_ODD)),
        make_entry(number=3, published=datetime(2022, 1, 1, 0, 0, 0, 999_999, tzinfo=UTC)),
    ),
    "ends of the calendar": make_feed(
        make_entry(number=1, published=datetime(9999, 12, 31, 23, 59, 59, tzinfo=_ODD)),
        make_entry(number=2, published=datetime(1, 1, 1, tzinfo=_NEPAL)),
    ),
    "archive": make_feed(
        make_entry(),
        history=History(
            archive=True,
            current={form: f"{SITE}blog/feed.{form}" for form in ("rss", "atom", "json")},
            previous={form: f"{SITE}blog/feed-1.{form}" for form in ("rss", "atom", "json")},
            next={form: f"{SITE}blog/feed-3.{form}" for form in ("rss", "atom", "json")},
        ),
    ),
    "iris": make_feed(
        make_entry(
            url="https://exämple.org/日本/?q=ü&x=[1]#é", id="tag:example.org,2026:%E6%97%A5"
        ),
        home_url="https://exämple.org/blog/100%/",
    ),
}
"""By what is hard about them."""
