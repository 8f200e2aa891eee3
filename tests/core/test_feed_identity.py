"""Ids of entries: what edits of a post leave alone, and what a feed reader never sees twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.feeds.identity import (
    authority_of,
    entry_id,
    entry_ids,
    feed_id,
    tag_uri,
)
from mkdocs_blog_plugin.core.post import Post

POST = Post(
    source="blog/2024-01-31-a-post.md",
    title="A post",
    published=datetime(2024, 1, 31, tzinfo=UTC),
    terms={"tags": ("one",)},
)
OURS = "tag:example.org,2026:"


def id_of(post: Post, *, moved: bool = False) -> str:
    return entry_id(post, authority="example.org", moved=moved)


@pytest.mark.parametrize(
    "edited",
    [
        replace(POST, title="Another title"),
        replace(POST, slug="another-slug", permalink="/else/"),
        replace(POST, terms={"tags": ("two",)}),
        replace(POST, published=datetime(2023, 1, 1, tzinfo=UTC)),
        replace(POST, source="blog/renamed.md", aliases=("/blog/2024-01-31-a-post/",)),
        replace(POST, source="x/y.md", aliases=("blog/2024-01-31-a-post.md", "/blog/renamed/")),
        replace(POST, source="x/y.md", aliases=("blog/2024-01-31-a-post.html",)),
        replace(POST, source="x/y.md", aliases=("blog/2024-01-31-a-post/index.html",)),
    ],
)
def test_no_edit_and_no_renaming_with_an_alias_makes_a_new_entry(edited: Post) -> None:
    assert id_of(edited) == id_of(POST) == f"{OURS}blog/2024-01-31-a-post"


def test_an_alias_of_a_post_with_a_permalink_pattern_is_no_old_source() -> None:
    aliased = replace(POST, aliases=("/2024/01/31/an-older-title/",))
    assert id_of(aliased, moved=True) == id_of(POST, moved=True)


@pytest.mark.parametrize(
    ("given_id", "found"),
    [
        ("https://old.example/?p=5", "https://old.example/?p=5"),
        ("http://old.example/a/?x=1&#038;y=2", "http://old.example/a/?x=1&#038;y=2"),
        ("tag:old.example,2012-03-12:/archives/5", "tag:old.example,2012-03-12:/archives/5"),
        ("urn:isbn:0451450523", "urn:isbn:0451450523"),
        (
            "123E4567-e89b-12d3-a456-426614174000",
            "urn:uuid:123e4567-e89b-12d3-a456-426614174000",
        ),
        ("my-first-post", f"{OURS}my-first-post"),
        ("post: 5, the fifth", f"{OURS}post:%205,%20the%20fifth"),
        ("urn:uuid:nonsense", f"{OURS}urn:uuid:nonsense"),
        ("日本", f"{OURS}%E6%97%A5%E6%9C%AC"),
        (" 42 ", f"{OURS}42"),
    ],
)
def test_an_id_of_its_own_is_kept_or_made_a_uri(given_id: str, found: str) -> None:
    assert id_of(replace(POST, id=given_id)) == found


def test_a_blank_id_is_none() -> None:
    assert id_of(replace(POST, id="  ")) == id_of(POST)


def test_where_two_posts_claim_one_id_the_older_keeps_it() -> None:
    older = replace(POST, id="same")
    newer = replace(POST, source="blog/b.md", id="same")
    ids = entry_ids([older, newer], authority="example.org")
    assert ids["blog/2024-01-31-a-post.md"] == f"{OURS}same"
    assert ids["blog/b.md"].startswith(f"{OURS}blog/b:")
    assert entry_ids([older], authority="example.org") == {older.source: f"{OURS}same"}


@pytest.mark.parametrize(
    ("site_url", "authority"),
    [
        ("https://Example.org:8080/docs/", "example.org"),
        ("https://exämple.org/", "xn--exmple-cua.org"),
        ("http://[::1]:8000/", "--1"),
        ("http://127.0.0.1:8000/", "127.0.0.1"),
        ("", "localhost"),
    ],
)
def test_the_authority_of_a_site_is_its_host(site_url: str, authority: str) -> None:
    assert authority_of(site_url) == authority


@pytest.mark.parametrize(
    ("home", "found"),
    [
        ("HTTPS://Example.ORG", "https://example.org/"),
        ("https://example.org/docs/Blog/#x", "https://example.org/docs/Blog/"),
        ("https://example.org/日本/", "https://example.org/%E6%97%A5%E6%9C%AC/"),
    ],
)
def test_the_id_of_a_feed_is_the_canonical_url_of_its_page(home: str, found: str) -> None:
    assert feed_id(home) == found


@given(st.text())
def test_every_text_makes_a_tag_uri(text: str) -> None:
    uri = tag_uri(text, "example.org")
    assert uri.isascii()
    assert not set(uri) & set(' <>"{}|\\^`[]')


sources = st.text("ab/é-", min_size=1, max_size=4).map(lambda name: f"{name}.md")


@given(st.lists(sources, unique=True), st.lists(st.sampled_from([None, "x", "blog/a"])))
def test_no_two_posts_share_an_id(names: list[str], ids: list[str | None]) -> None:
    posts = [
        replace(POST, source=name, id=own)
        for name, own in zip(names, ids + [None] * len(names), strict=False)
    ]
    found = entry_ids(posts, authority="example.org")
    assert set(found) == set(names)
    assert len(set(found.values())) == len(names)
