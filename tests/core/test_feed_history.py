"""Archived feeds (RFC 5005): the chain holds every post once, and its past never changes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.feeds.atom import atom
from mkdocs_blog_plugin.core.feeds.entry import Entry
from mkdocs_blog_plugin.core.feeds.feed import Feed
from mkdocs_blog_plugin.core.feeds.history import archived, divide
from mkdocs_blog_plugin.core.feeds.rss import rss
from tests.core.feed_cases import SITE, make_entry, make_feed

FORMS = ("rss", "atom", "json")


def archive_urls(number: int) -> Mapping[str, str]:
    return {form: f"{SITE}blog/feed-{number}.{form}" for form in FORMS}


def entries(count: int) -> list[Entry]:
    """Entries newest first: the oldest is number 1, however many there are."""
    return [
        make_entry(f"Post {number}", number=number, content_html=None)
        for number in range(count, 0, -1)
    ]


def documents(count: int, *, newest: int = 3, size: int = 2) -> dict[str, Feed]:
    """All documents of a feed of `count` posts by the URL of their Atom form."""
    feed = make_feed(*entries(count))
    found = archived(feed, newest=newest, size=size, archive_urls=archive_urls)
    return {document.urls["atom"]: document for document in found}


def chain(found: Mapping[str, Feed]) -> list[str]:
    """The titles a reader finds who follows `prev-archive` to the end."""
    titles = []
    url: str | None = f"{SITE}blog/feed.atom"
    while url:
        document = found[url]
        titles += [entry.title for entry in document.entries]
        url = document.history.previous.get("atom")
    return titles


@given(count=st.integers(0, 40), newest=st.integers(0, 6), size=st.integers(0, 5))
def test_parts_hold_everything_once_in_order(count: int, newest: int, size: int) -> None:
    items = list(range(count, 0, -1))
    parts = divide(items, newest=newest, size=size)
    together = [*parts.subscription]
    for archive in reversed(parts.archives):
        assert len(archive) == size
        together += archive
    assert together == items[: len(together)]
    assert len(together) == count or (size == 0 and len(together) == newest)
    assert len(parts.subscription) >= min(newest, count)


@given(count=st.integers(0, 30), newest=st.integers(0, 6), size=st.integers(1, 5))
def test_a_new_post_changes_no_archive(count: int, newest: int, size: int) -> None:
    before = documents(count, newest=newest, size=size)
    after = documents(count + 1, newest=newest, size=size)
    for url, document in before.items():
        if document.history.archive:
            assert atom(after[url]) == atom(document)
            assert rss(after[url]) == rss(document)


@pytest.mark.parametrize("count", [0, 1, 3, 4, 6, 7, 8, 9, 20])
def test_the_chain_holds_every_post_once(count: int) -> None:
    assert chain(documents(count)) == [entry.title for entry in entries(count)]


@pytest.mark.parametrize(("count", "archives"), [(6, 0), (7, 2), (8, 2), (9, 3), (11, 4)])
def test_archives_begin_with_two(count: int, archives: int) -> None:
    assert len(documents(count)) == 1 + archives


def test_every_archive_names_a_document_before_or_after_it() -> None:
    for document in documents(20).values():
        history = document.history
        if history.archive:
            assert history.current == make_feed().urls
            assert history.previous or history.next
        else:
            assert (history.current, history.next) == ({}, {})
            assert history.previous == archive_urls(8)


def test_archives_share_the_id_of_the_feed_and_may_have_titles_of_their_own() -> None:
    found = archived(
        make_feed(*entries(9)),
        newest=3,
        size=2,
        archive_urls=archive_urls,
        archive_title=lambda number: f"Part {number}",
    )
    assert {document.id for document in found} == {make_feed().id}
    assert [document.title for document in found[1:]] == ["Part 1", "Part 2", "Part 3"]


def test_without_archives_the_limit_is_exact() -> None:
    assert divide(range(30), newest=10, size=0).subscription == tuple(range(10))
    assert divide(range(30), newest=0, size=0).subscription == tuple(range(30))
