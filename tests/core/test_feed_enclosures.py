"""`enclosure:` in front matter, as forgiving as the rest of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.feeds import WRITERS
from mkdocs_blog_plugin.core.feeds.address import absolute
from mkdocs_blog_plugin.core.feeds.enclosures import enclosure_of, read_duration
from mkdocs_blog_plugin.core.feeds.entry import Enclosure, Episode
from mkdocs_blog_plugin.core.feeds.feed import Podcast
from tests.core.feed_cases import SITE, make_entry, make_feed


def resolve(url: str) -> str | None:
    return absolute(url, base=f"{SITE}blog/a-post/")


def test_an_episode() -> None:
    value = {
        "url": "../one.mp3",
        "length": "5000000",
        "type": "audio/mpeg",
        "title": "One",
        "duration": "1:02:03",
        "episode": 1,
        "season": 2,
        "kind": "Full",
        "explicit": False,
        "image": "/one.png",
    }
    assert enclosure_of(value, resolve=resolve) == Enclosure(
        url=f"{SITE}blog/one.mp3",
        length=5_000_000,
        type="audio/mpeg",
        title="One",
        episode=Episode(
            duration=3723,
            explicit=False,
            number=1,
            season=2,
            kind="full",
            image="https://example.org/one.png",
        ),
    )


def test_a_file_is_enough() -> None:
    found = enclosure_of({"file": "notes.pdf"}, resolve=resolve)
    assert found == Enclosure(url=f"{SITE}blog/a-post/notes.pdf")


@pytest.mark.parametrize("value", [{}, {"url": ""}, {"url": None}, {"url": "javascript:x"}])
def test_no_file_is_no_enclosure(value: dict[str, Any]) -> None:
    assert enclosure_of(value, resolve=resolve) is None


@pytest.mark.parametrize(
    ("value", "seconds"),
    [(3723, 3723), ("3723", 3723), ("1:02:03", 3723), ("62:03", 3723), ("0:05", 5)],
)
def test_durations(value: object, seconds: int) -> None:
    assert read_duration(value) == seconds


@pytest.mark.parametrize("value", ["", "long", True, None, -1, 1.5, [], "1:2:3:4"])
def test_what_is_no_duration(value: object) -> None:
    assert read_duration(value) is None


values = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text())
keys = st.sampled_from(
    "url length type title duration episode season kind explicit subtitle image".split()
)


@given(st.dictionaries(keys, values))
def test_whatever_stands_there_the_feed_can_be_written(value: dict[str, Any]) -> None:
    enclosure = enclosure_of(value | {"url": "x.mp3"}, resolve=resolve)
    assert enclosure is not None
    podcast = Podcast(category="Technology", owner="Ada", email="ada@example.org")
    feed = make_feed(make_entry(enclosures=(enclosure,)), podcast=podcast)
    for write in WRITERS.values():
        assert b"x.mp3" in write(feed)
