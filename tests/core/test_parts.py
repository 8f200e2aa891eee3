"""Posts of several pages: where they are cut, and where their links lead then."""

from __future__ import annotations

import pytest

from mkdocs_blog_plugin.core.links import ROOT
from mkdocs_blog_plugin.core.parts import count_rendered, moved_targets, part_html, split_parts

URLS = ["blog/x/", "blog/x/2/", "blog/x/3/"]


@pytest.mark.parametrize(
    ("html", "pieces"),
    [
        ("<p>a</p>\n<!--nextpage-->\n<p>b</p>", ["<p>a</p>\n", "\n<p>b</p>"]),
        ("<p>a<!-- NextPage -->b</p>", ["<p>a</p>", "<p>b</p>"]),
        ("<p>a</p><!--nextpage-->\n", ["<p>a</p>"]),
        ("<!--nextpage--><!--nextpage--><p>a</p>", ["<p>a</p>"]),
        ("<ul><li><!--nextpage--></li></ul>", None),
        ("<div><!--nextpage--></div><p>b</p>", None),
        ("<pre><code>&lt;!--nextpage--&gt;</code></pre>", None),
        ("<p>a <em>b<!--nextpage-->c</em></p>", None),
        ("<script>'<!--nextpage-->'</script><p>b</p>", None),
        ("", None),
    ],
)
def test_markers_count_at_the_top_level_and_in_paragraphs(
    html: str, pieces: list[str] | None
) -> None:
    expected = [html] if pieces is None else pieces
    assert list(split_parts(html, at_most=9).pieces) == expected
    assert count_rendered(html) == len(expected)


def test_what_is_beyond_the_last_planned_part_stays_in_it() -> None:
    html = "a<!--nextpage-->b<!--nextpage-->c"
    assert split_parts(html, at_most=2).pieces == ("a", "b\nc")
    assert split_parts(html, at_most=1).pieces == ("a\nb\nc",)


@pytest.mark.parametrize(
    ("number", "written", "expected"),
    [
        (1, "#a", "#a"),
        (1, "#b", f"{ROOT}blog/x/2/#b"),
        (2, "#a", f"{ROOT}blog/x/#a"),
        (2, "#b", "#b"),
        (2, "#nowhere", f"{ROOT}blog/x/#nowhere"),
        (2, "../y/#b", f"{ROOT}blog/y/#b"),
        (2, "i.png", f"{ROOT}blog/x/i.png"),
        (2, "https://example.org/#b", "https://example.org/#b"),
        (1, "#%C3%BC", f"{ROOT}blog/x/2/#%C3%BC"),
    ],
)
def test_links_lead_from_each_part_to_where_they_led(
    number: int, written: str, expected: str
) -> None:
    pieces = ['<p id="a">{}</p>', '<p id="b">{}</p><p id="ü">ü</p>']
    pieces[number - 1] = pieces[number - 1].format(f'<a href="{written}">x</a>')
    parts = split_parts("<!--nextpage-->".join(pieces), at_most=2)
    assert f'<a href="{expected}">x</a>' in part_html(parts, number, urls=URLS[:2])


def test_ids_of_later_parts_are_found_by_links_to_the_post() -> None:
    parts = split_parts('<p id="a"></p>.<!--nextpage--><p id="b">b</p>', at_most=2)
    assert moved_targets(parts, urls=URLS) == {"blog/x/#b": "blog/x/2/#b"}
