"""RSS, Atom and JSON Feed: valid for any input, and readers get out of them what was put in."""

from __future__ import annotations

import html
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]  # it has no types
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mkdocs_blog_plugin.core.feeds import WRITERS
from mkdocs_blog_plugin.core.feeds.atom import atom
from mkdocs_blog_plugin.core.feeds.entry import Entry, stamps
from mkdocs_blog_plugin.core.feeds.feed import Feed
from mkdocs_blog_plugin.core.feeds.json_feed import json_feed
from mkdocs_blog_plugin.core.feeds.rss import rss
from mkdocs_blog_plugin.core.feeds.text import one_line
from tests.core.feed_cases import FEEDS, RICH, SINCE, SITE, TITLES, TORN, make_entry, make_feed

SCHEMAS = Path(__file__).parent.parent / "validity" / "schemas"
ATOM_SCHEMA = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
JSON_SCHEMA = jsonschema.Draft202012Validator(
    json.loads((SCHEMAS / "jsonfeed.schema.json").read_text("utf-8"))
)
NS = {
    "a": "http://www.w3.org/2005/Atom",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
every_feed = pytest.mark.parametrize("feed", FEEDS.values(), ids=FEEDS)
every_xml = pytest.mark.parametrize("form", ["rss", "atom"])


def parse(document: bytes) -> Any:
    """What a feed reader makes of a document, which must be well-formed for it."""
    parsed = feedparser.parse(document, sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def tree(document: bytes) -> ET.Element:
    return ET.fromstring(document)


def titles(root: ET.Element) -> list[str | None]:
    """The title of the feed, then those of its entries."""
    return [element.text for element in root.iter() if element.tag.rpartition("}")[2] == "title"]


@every_feed
@every_xml
def test_a_feed_reader_finds_nothing_to_repair(feed: Feed, form: str) -> None:
    parsed = parse(WRITERS[form](feed))
    assert parsed.version == {"rss": "rss20", "atom": "atom10"}[form]
    assert [entry.id for entry in parsed.entries] == [entry.id for entry in feed.entries]
    assert len({entry.id for entry in parsed.entries}) == len(feed.entries)


@every_feed
def test_atom_is_what_its_schema_says(feed: Feed) -> None:
    ATOM_SCHEMA.assertValid(etree.fromstring(atom(feed)))


@every_feed
def test_json_feed_is_what_its_schema_says(feed: Feed) -> None:
    JSON_SCHEMA.validate(json.loads(json_feed(feed)))


@every_feed
@pytest.mark.parametrize("form", WRITERS)
def test_one_feed_is_always_the_same_bytes(feed: Feed, form: str) -> None:
    assert WRITERS[form](feed) == WRITERS[form](feed)
    assert WRITERS[form](feed).endswith(b"\n")


@every_feed
def test_rss_has_what_its_profile_asks_for(feed: Feed) -> None:
    channel = tree(rss(feed)).find("channel")
    assert channel is not None
    for required in ("title", "link", "description"):
        assert channel.findtext(required)
    links = channel.findall("a:link", NS)
    assert [link.get("rel") for link in links].count("self") == 1
    tags = [child.tag for child in channel]
    assert "item" not in tags[: len(tags) - len(feed.entries)]
    for item in channel.iterfind("item"):
        names = [child.tag for child in item]
        assert item.find("author") is None
        assert item.find("guid[@isPermaLink='false']") is not None
        assert names.count("enclosure") <= 1
        encoded = "{http://purl.org/rss/1.0/modules/content/}encoded"
        if encoded in names:
            assert names.index("description") < names.index(encoded)


@every_feed
def test_atom_has_what_its_specification_asks_for(feed: Feed) -> None:
    root = tree(atom(feed))
    entries = root.findall("a:entry", NS)
    assert root.find("a:link[@rel='self']", NS) is not None
    assert root.find("a:author", NS) is not None or all(
        entry.find("a:author", NS) is not None for entry in entries
    )
    updated = [entry.findtext("a:updated", namespaces=NS) for entry in entries]
    assert len(set(updated)) == len(entries)
    for entry in entries:
        text = entry.findtext("a:content", namespaces=NS) or entry.findtext(
            "a:summary", namespaces=NS
        )
        assert text
        alternates = entry.findall("a:link[@rel='alternate']", NS)
        assert len(alternates) == 1


@every_xml
@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_title_is_read_letter_for_letter(title: str, form: str) -> None:
    document = WRITERS[form](make_feed(make_entry(title), title=title))
    root = tree(document)
    assert titles(root) == [one_line(title)] * 2
    parsed = parse(document)
    assert parsed.entries[0].title == one_line(title)


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_json_has_a_title_letter_for_letter(title: str) -> None:
    assert json.loads(json_feed(make_feed(make_entry(title))))["items"][0]["title"] == one_line(
        title
    )


@pytest.mark.parametrize(("title", "left"), TORN.values(), ids=TORN)
@pytest.mark.parametrize("form", WRITERS)
def test_what_no_format_can_hold_is_left_out(title: str, left: str, form: str) -> None:
    document = WRITERS[form](make_feed(make_entry(title)))
    read = json.loads(document)["items"][0] if form == "json" else parse(document).entries[0]
    assert read["title"] == left


@every_xml
def test_ampersands_of_plain_text_are_written_as_numbers(form: str) -> None:
    document = WRITERS[form](FEEDS["everything"]).decode()
    plain = [line for line in document.splitlines() if ">© 2024" in line or "Wards" in line]
    assert plain
    assert any("&#x26;" in line for line in plain)
    assert "Bob &#x3C;b" in document


@pytest.mark.parametrize("form", WRITERS)
def test_a_reader_gets_dates_authors_and_terms_back(form: str) -> None:
    document = WRITERS[form](FEEDS["everything"])
    if form == "json":
        item = json.loads(document)["items"][0]
        assert item["date_published"] == "2024-01-30T10:00:00Z"
        assert item["date_modified"] == "2024-03-01T12:30:00+01:00"
        assert [author["name"] for author in item["authors"]] == ["Ada", "Bob <b>"]
        assert item["tags"] == ["Co-production", "Wards & floors", "Loose"]
        assert item["attachments"][0]["duration_in_seconds"] == 1800
        return
    entry = parse(document).entries[0]
    assert entry.published_parsed[:5] == (2024, 1, 30, 10, 0)
    assert entry.updated_parsed[:5] == (2024, 3, 1, 11, 30)
    assert [author.name for author in entry.authors if author] == ["Ada", "Bob <b>"]
    terms = [(tag.label or tag.term, tag.scheme) for tag in entry.tags]
    assert terms == [(c.label, c.scheme) for c in RICH.categories]
    assert entry.enclosures[0].href == f"{SITE}audio/one.mp3"
    assert entry.enclosures[0].length == "5000000"
    assert entry.media_content[0]["url"] == f"{SITE}img/%C3%BC%20cover.jpg"
    assert entry.link == RICH.url


def test_html_of_entries_is_read_as_it_was_given() -> None:
    body = '<pre><code>a &lt; b\n  c ]]&gt; d\n</code></pre><p>“ü” <img src="https://x.org/a?b&amp;c"></p>'
    feed = make_feed(make_entry(content_html=body))
    assert parse(rss(feed)).entries[0].content[0].value == body
    assert parse(atom(feed)).entries[0].content[0].value == body
    assert json.loads(json_feed(feed))["items"][0]["content_html"] == body


def test_a_plain_summary_is_no_markup_anywhere() -> None:
    feed = make_feed(make_entry(summary="<b>5 < 6 & 7</b>", content_html=None))
    description = tree(rss(feed)).findtext("channel/item/description")
    assert description is not None
    assert html.unescape(description) == "<b>5 < 6 & 7</b>"
    assert "<" not in description
    summary = tree(atom(feed)).find("a:entry/a:summary", NS)
    assert summary is not None
    assert (summary.get("type", "text"), summary.text) == ("text", "<b>5 < 6 & 7</b>")
    assert json.loads(json_feed(feed))["items"][0]["content_text"] == "<b>5 < 6 & 7</b>"


def test_an_archive_document_says_where_it_stands() -> None:
    for root, parent in (
        (tree(atom(FEEDS["archive"])), "."),
        (tree(rss(FEEDS["archive"])), "channel"),
    ):
        place = root.find(parent)
        assert place is not None
        assert place.find("fh:archive", NS) is not None
        links = {link.get("rel"): link.get("href") for link in place.findall("a:link", NS)}
        form = "rss" if parent == "channel" else "atom"
        assert links["current"] == f"{SITE}blog/feed.{form}"
        assert links["prev-archive"] == f"{SITE}blog/feed-1.{form}"
        assert links["next-archive"] == f"{SITE}blog/feed-3.{form}"
    assert json.loads(json_feed(FEEDS["archive"]))["next_url"] == f"{SITE}blog/feed-1.json"


def test_namespaces_are_declared_only_where_they_are_used() -> None:
    bare = rss(make_feed(make_entry(authors=(), summary="")))
    assert bare.count(b"xmlns:") == 1
    everything = rss(FEEDS["everything"])
    for prefix in (b"atom", b"content", b"dc", b"itunes", b"media"):
        assert everything.count(b"xmlns:" + prefix) == 1
    assert b"xmlns:" not in atom(make_feed(make_entry()))


def test_itunes_is_spoken_only_in_podcasts() -> None:
    feed = make_feed(RICH)
    assert b"itunes" not in rss(feed)
    podcast = rss(FEEDS["everything"])
    for element in (b"itunes:owner", b"itunes:category", b"itunes:explicit", b"itunes:duration"):
        assert element in podcast


def test_the_image_of_a_channel_is_of_a_kind_rss_knows() -> None:
    image = tree(rss(FEEDS["everything"])).find("channel/image")
    assert image is not None
    assert [child.text for child in image] == [
        f"{SITE}logo.png",
        "Co-production Network",
        f"{SITE}blog/",
    ]
    assert b"<image>" not in rss(make_feed(logo=f"{SITE}logo.svg", icon=f"{SITE}favicon.ico"))


def test_stylesheets_stand_before_the_feed() -> None:
    lines = rss(FEEDS["everything"]).decode().splitlines()
    assert lines[1:3] == [
        '<?xml-stylesheet type="text/xsl" href="feed.xsl"?>',
        '<?xml-stylesheet type="text/css" href="feed.css?a=1&amp;b=2"?>',
    ]


def test_an_empty_feed_was_changed_when_the_caller_says() -> None:
    assert tree(atom(FEEDS["empty"])).findtext("a:updated", namespaces=NS) == "2020-01-01T00:00:00Z"
    built = tree(rss(FEEDS["empty"])).findtext("channel/lastBuildDate")
    assert built == "Wed, 01 Jan 2020 00:00:00 GMT"


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("2024-01-31T10:00:00+01:00", "Wed, 31 Jan 2024 10:00:00 +0100"),
        ("2024-01-31T10:00:00+05:30", "Wed, 31 Jan 2024 10:00:00 +0530"),
        ("2024-01-31T10:00:00+05:45", "Wed, 31 Jan 2024 04:15:00 GMT"),
        ("2024-01-31T10:00:00+00:00", "Wed, 31 Jan 2024 10:00:00 GMT"),
        ("0999-01-31T10:00:00-03:00", "Thu, 31 Jan 0999 10:00:00 -0300"),
    ],
)
def test_rss_dates_have_four_digit_years_and_zones_that_readers_know(
    moment: str, written: str
) -> None:
    entry = make_entry(published=datetime.fromisoformat(moment))
    assert tree(rss(make_feed(entry))).findtext("channel/item/pubDate") == written


def test_posts_of_one_moment_keep_their_order_in_readers_that_sort() -> None:
    dates = [
        entry.findtext("a:updated", namespaces=NS)
        for entry in tree(atom(FEEDS["one moment"])).findall("a:entry", NS)
    ]
    assert dates == [f"2020-01-01T00:00:0{second}Z" for second in (4, 3, 2, 1, 0)]
    published = tree(atom(FEEDS["one moment"])).findall("a:entry/a:published", NS)
    assert {element.text for element in published} == {"2020-01-01T00:00:00Z"}


moments = st.datetimes(timezones=st.just(UTC))


@given(st.lists(moments | st.sampled_from([SINCE, datetime.max.replace(tzinfo=UTC)]), max_size=12))
def test_a_later_post_never_changes_the_stamp_of_an_earlier_one(dates: list[datetime]) -> None:
    everything = stamps(dates)
    for count in range(len(dates)):
        assert stamps(dates[:count]) == everything[:count]
    usual = [stamp for stamp in everything if stamp.year < 9999]
    assert len(set(usual)) == len(usual)


anything = st.text(st.characters(exclude_categories=()), max_size=60)


@given(title=anything, label=anything, body=anything, name=anything, url=anything)
def test_no_text_makes_a_broken_feed(
    title: str, label: str, body: str, name: str, url: str
) -> None:
    entry: Entry = make_entry(title, summary=body, content_html=body, language=None)
    feed = make_feed(entry, title=label, description=body, copyright=name, stylesheet=f"x{url}.xsl")
    for form in ("rss", "atom"):
        root = tree(WRITERS[form](feed))
        assert titles(root)[-1] == (one_line(title) or entry.url)
    ATOM_SCHEMA.assertValid(etree.fromstring(atom(feed)))
    JSON_SCHEMA.validate(json.loads(json_feed(feed)))


PLAIN = {
    *("title", "name", "subtitle", "rights", "copyright", "category", "creator", "summary"),
    *("subtitle", "author"),
}
URL = re.compile(
    r"(?:https?://[\w;/?:@&=+$.~!*'()%,#\[\]-]+|(?:tag|urn):[\w;/?:@&=+$.~!*'()%,-]+)\Z", re.ASCII
)
RFC_2822 = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
    r"\d{4} \d\d:\d\d:\d\d (?:[+-]\d\d[03]0|GMT)"
)


@every_feed
@every_xml
def test_the_w3c_validator_has_nothing_to_warn_of(feed: Feed, form: str) -> None:
    """Rules of it that no schema and no parser checks."""
    document = WRITERS[form](feed)
    for line in document.decode().splitlines():
        plain = re.match(r"\s*<(?:\w+:)?(\w+)(?: [^>]*)?>(.*)</", line)
        if plain and plain[1] in PLAIN and 'type="html"' not in line and "&" in plain[2]:
            assert "&#x" in line
    for element in tree(document).iter():
        name = element.tag.rpartition("}")[2]
        text = element.text or ""
        assert not re.search("[\x7f-\x9f]", text)
        if name in ("link", "id", "guid", "comments", "url", "icon", "logo", "uri", "docs"):
            assert URL.match(text.strip() or element.get("href", "")), text
        if name in ("pubDate", "lastBuildDate"):
            assert RFC_2822.fullmatch(text)
        for key, value in element.attrib.items():
            if key in ("href", "url", "domain", "scheme"):
                assert URL.match(value), value
            if key in ("width", "height", "fileSize"):
                assert int(value) > 0
            if key == "length":
                assert int(value) >= 0
        if name in ("title", "category", "creator", "name", "description", "content", "encoded"):
            assert text.strip() or element.attrib
