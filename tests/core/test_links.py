"""Links of a post, followed from the pages that list it."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.links import ROOT, place, resolve


@pytest.mark.parametrize(
    ("url", "base", "path"),
    [
        ("../img/x.png", "blog/a-post/", "blog/img/x.png"),
        ("../#top", "blog/a-post/", "blog/#top"),
        ("#frag", "blog/a-post/", "blog/a-post/#frag"),
        ("?q=../x", "blog/a-post/", "blog/a-post/?q=../x"),
        ("", "blog/a-post/", "blog/a-post/"),
        (".", "blog/a-post/", "blog/a-post/"),
        ("..", "blog/a-post/", "blog/"),
        ("../..", "blog/a-post/", ""),
        ("../../", "blog/a-post/", ""),
        ("./x", "blog/a-post.html", "blog/x"),
        ("#frag", "blog/a-post.html", "blog/a-post.html#frag"),
        ("../../../other/x", "blog/a-post/", "../other/x"),
        ("x", "", "x"),
        (" x ", "a/", "a/x"),
        ("a/../b/./c", "d/", "d/b/c"),
        ("https://a.b/c", "x/", None),
        ("HTTP:x", "x/", None),
        ("//a.b/c", "x/", None),
        ("/c", "x/", None),
        ("\\\\a.b\\c", "x/", None),
        ("mailto:a@b.c", "x/", None),
        ("data:image/png;base64,x", "x/", None),
        ("\x01javascript:x", "x/", None),
        ("a.b/c:d", "x/", "x/a.b/c:d"),
    ],
)
def test_a_link_seen_from_a_page_is_a_path_of_the_site(
    url: str, base: str, path: str | None
) -> None:
    assert resolve(url, base=base) == path


@pytest.mark.parametrize(
    ("page_url", "href"),
    [
        ("", "./a/"),
        ("x.html", "./a/"),
        ("blog/tag/x/", "../../../a/"),
        ("blog/tag/x.html", "../../a/"),
    ],
)
def test_links_are_placed_on_the_page_they_are_on(page_url: str, href: str) -> None:
    assert place(f'<a href="{ROOT}a/">', page_url=page_url) == f'<a href="{href}">'


PAGES = st.sampled_from(
    ["", "x.html", "blog/", "blog/a-post/", "blog/a-post.html", "b/tag/x/page/2/"]
)
PATHS = st.lists(st.sampled_from([".", "..", "a", "b.html", "c d", "%20"]), max_size=6)
TAILS = st.sampled_from(["", "/", "/?", "?q=../x", "#", "#frag/../x", "?a#b"])


@given(PAGES, PAGES, PATHS.map("/".join), TAILS)
def test_a_link_leads_to_the_same_place_from_every_page(
    base: str, page_url: str, path: str, tail: str
) -> None:
    site = "https://example.org/very/deep/below/some/other/site/of/ours/"
    found = resolve(path + tail, base=base)
    if (path + tail).startswith("/"):
        assert found is None
        return
    placed = place(f"{ROOT}{found}", page_url=page_url)
    assert urljoin(site + page_url, placed) == urljoin(site + base, path + tail)
