"""The browser tests' own eyes, on pages whose faults are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import NewReader

PAGE = "<!doctype html><html lang=en><title>Page</title><link rel=icon href=data:,><body>{}</body>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    faults = {
        "fine": "<main><h1>Fine</h1><a href=wide.html>wide</a></main>",
        "wide": "<p style='width: 600px'>wide</p>",
        "unnamed": "<section><h1>Unnamed</h1><img src=data:,></section>",
        "pale": "<main role=main></main>"
        "<style>a { color: #999 } em { color: #aaa }</style>"
        "<section><a href=#sample>pale</a> <em>paler</em></section>",
        "loud": "<script>console.error('loud')</script>",
        "thrown": "<script>throw new Error('thrown')</script>",
        "foreign": "<img src=http://foreign.example/x.png alt=''>",
    }
    for name, body in faults.items():
        (tmp_path / f"{name}.html").write_text(PAGE.format(body))
    return tmp_path


def test_a_page_that_is_fine(folder: Path, read: NewReader) -> None:
    reader = read(folder, theme="none", scheme="dark", width=360)
    reader.open("fine.html")
    assert reader.violations(["main"]) == []
    assert not reader.scrolls_sideways()
    assert reader.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    reader.click("a")
    assert reader.here == "wide.html"


def test_a_page_wider_than_the_window(folder: Path, read: NewReader) -> None:
    narrow = read(folder, theme="none", scheme="light", width=360)
    wide = read(folder, theme="none", scheme="light", width=1280)
    for reader in (narrow, wide):
        reader.open("wide.html")
    assert (narrow.scrolls_sideways(), wide.scrolls_sideways()) == (True, False)


def test_an_image_without_a_text(folder: Path, read: NewReader) -> None:
    reader = read(folder, theme="none", scheme="light", width=360)
    reader.open("unnamed.html")
    assert [violation.rule for violation in reader.violations(["section"])] == ["image-alt"]
    assert reader.violations(["section", "nav"])
    with pytest.raises(AssertionError, match="none of"):
        reader.violations(["nav"])


def test_colours_of_the_theme_are_its_own_affair(folder: Path, read: NewReader) -> None:
    reader = read(folder, theme="none", scheme="light", width=360)
    reader.open("pale.html")
    pale, paler = reader.violations(["section"])
    assert (pale.rule, paler.rule) == ("color-contrast", "color-contrast")
    reader.learn_colours("pale.html")
    assert reader.violations(["section"]) == [paler]


@pytest.mark.parametrize(
    ("page", "complaint"),
    [
        ("loud.html", "loud.html printed loud"),
        ("thrown.html", "thrown.html: thrown"),
        ("foreign.html", "foreign.html asked for http://foreign.example/x.png"),
    ],
)
def test_what_a_window_complains_of(
    folder: Path, read: NewReader, page: str, complaint: str
) -> None:
    reader = read(folder, theme="none", scheme="light", width=360)
    reader.open(page)
    heard = list(reader.complaints)
    reader.complaints.clear()
    assert heard[0] == complaint
