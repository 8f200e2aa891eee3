"""Spelling of keys: slips are caught, other people's keys are left alone."""

from __future__ import annotations

import pytest

from mkdocs_blog_plugin.core.keys import HOLDING_BACK, OUR_KEYS
from mkdocs_blog_plugin.core.spelling import is_misspelt, near_key, singular


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("catagories", "categories"),
        ("Categories", "categories"),
        ("tgas", "tags"),
        ("auther", "author"),
        ("titel", "title"),
        ("desciption", "description"),
        ("sumary", "summary"),
        ("permalnik", "permalink"),
        ("perma-link", "permalink"),
        ("superseded-by", "superseded_by"),
        ("pinned", "pin"),
        ("expiryDate", "expires"),
        ("publish_date", "date"),
        ("last_modified_at", "updated"),
        ("redirect_from", "aliases"),
        ("is_draft", "draft"),
    ],
)
def test_a_slip_is_caught(key: str, meant: str) -> None:
    assert near_key(key, OUR_KEYS) == meant


@pytest.mark.parametrize(
    "key",
    "hide icon status subtitle search social comments robots image keywords level cohort speaker "
    "speakers meta license canonical_url og_image render_macros revision_date weight parent hero "
    "glightbox nav_exclude hide_title contributors reviewers location version product audience "
    "difficulty duration math mermaid diagrams toc layout section featured timestamp".split(),
)
def test_other_keys_are_left_alone(key: str) -> None:
    assert near_key(key, OUR_KEYS) is None


@pytest.mark.parametrize("key", OUR_KEYS)
def test_our_own_keys_are_spelt_right(key: str) -> None:
    assert near_key(key, OUR_KEYS) is None


@pytest.mark.parametrize(
    ("key", "held"),
    [
        ("drafts", True),
        ("Draft", True),
        ("darft", True),
        ("is_draft", True),
        ("unlsited", True),
        ("expire", True),
        ("expiry_date", True),
        ("craft", False),
        ("drift", False),
        ("listed", False),
        ("hidden", False),
        ("private", False),
    ],
)
def test_only_what_can_hardly_be_anything_else_holds_a_post_back(key: str, held: bool) -> None:
    meant = near_key(key, OUR_KEYS)
    assert meant in HOLDING_BACK
    assert is_misspelt(key, meant) == held


@pytest.mark.parametrize(
    ("several", "one"),
    [("tags", "tag"), ("categories", "category"), ("series", None), ("as", None), ("news", "new")],
)
def test_a_list_has_a_singular(several: str, one: str | None) -> None:
    assert singular(several) == one
