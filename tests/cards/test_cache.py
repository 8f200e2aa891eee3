"""Cards that were drawn before."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_blog_plugin.cards.cache import Cache, card_key, is_whole
from tests.cards.drawing import png


def test_a_key_is_of_what_is_shown_and_of_what_draws_it() -> None:
    keys = {
        card_key("<svg/>", made_with=["resvg 1"]),
        card_key("<svg />", made_with=["resvg 1"]),
        card_key("<svg/>", made_with=["resvg 2"]),
    }
    assert len(keys) == 3


def test_what_was_put_is_there(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "deep" / "folder")
    assert not cache.has("key")
    cache.put("key", png("Minutes"))
    assert cache.has("key")
    assert cache.path("key").read_bytes() == png("Minutes")
    assert [path.name for path in cache.path("key").parent.iterdir()] == ["key.png"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data + b"\0",
        lambda data: data[:200] + b"\0\0\0" + data[203:],
        lambda data: b"GIF89a" + data,
    ],
    ids=["empty", "short", "half", "long", "changed", "other"],
)
def test_a_broken_picture_is_none(spoil) -> None:  # type: ignore[no-untyped-def]  # one of those above
    data = png("Minutes")
    assert is_whole(data)
    assert not is_whole(spoil(data))
