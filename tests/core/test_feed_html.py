"""A post's HTML in a feed: readable, complete, harmless, with links that work from anywhere."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

import html5lib
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymdownx import superfences  # type: ignore[import-untyped]  # it has no types

from mkdocs_blog_plugin.core.feeds.content import feed_html

CASES = Path(__file__).parent / "feeds"
BASE = "https://example.org/docs/blog/a-post/"


def cases() -> list[Any]:
    """Blocks of three lines: what a case says, what is written, what is read."""
    blocks = (CASES / "html.txt").read_text("utf-8").rstrip("\n").split("\n\n")
    rows = [[line.replace("⏎", "\n") for line in (*block.split("\n"), "")] for block in blocks]
    return [pytest.param(written, read, id=name) for name, written, read, *_ in rows]


@pytest.mark.parametrize(("written", "read"), cases())
def test_a_feed_shows(written: str, read: str) -> None:
    assert feed_html(written, base_url=BASE) == read


POST = (CASES / "post.md").read_text("utf-8")

EXTENSIONS = [
    *"abbr admonition attr_list def_list footnotes md_in_html tables toc".split(),
    *(
        f"pymdownx.{name}"
        for name in "arithmatex betterem caret critic details highlight inlinehilite keys mark "
        "smartsymbols superfences tabbed tasklist tilde".split()
    ),
]


@pytest.mark.parametrize("linenos", ["table", "inline", "pymdownx-inline", False])
@pytest.mark.parametrize("generic", [True, False])
@pytest.mark.parametrize("alternate", [True, False])
def test_a_post_with_all_extensions_is_valid_and_harmless(
    linenos: str | bool, generic: bool, alternate: bool
) -> None:
    mermaid = {"name": "mermaid", "class": "mermaid", "format": superfences.fence_code_format}
    rendered = markdown.markdown(
        POST,
        extensions=EXTENSIONS,
        extension_configs={
            "toc": {"permalink": True},
            "pymdownx.highlight": {
                "linenums_style": linenos or "table",
                "linenums": bool(linenos),
                "anchor_linenums": True,
                "line_spans": "__span",
            },
            "pymdownx.superfences": {"custom_fences": [mermaid]},
            "pymdownx.arithmatex": {"generic": generic},
            "pymdownx.tabbed": {"alternate_style": alternate},
            "pymdownx.tasklist": {"custom_checkbox": True},
        },
    )
    content = feed_html(rendered, base_url=BASE)
    check(content)
    text = "".join(html5lib.parseFragment(content).itertext())
    for kept in (
        "def f(x):\n    return x < 1 & 2\n",
        "graph TD\n  A --> B",
        "\\sum_{i<n} a_i",
        "x < y",
        "Mind & care",
        "C++",
        "☑ done",
        "main.py",
    ):
        assert kept in text
    for gone in ("A post & its title", "¶"):
        assert gone not in text
    assert "Ctrl" in text


def check(content: str) -> None:
    """What the feed validator asks of HTML: no parse error, nothing that runs, absolute links."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    for element in parser.parseFragment(content).iter():
        if not isinstance(element.tag, str) or element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag not in UNSAFE
        for name, value in element.attrib.items():
            assert name in SAFE_ATTRIBUTES, (element.tag, name)
            if name in ("href", "src", "poster", "cite"):
                assert re.match(r"(?:https?|mailto|tel|data:image/\w+;)", value), value
            if name == "srcset":
                assert all(part.strip().startswith("http") for part in value.split(", "))


UNSAFE = frozenset(
    "applet base body button embed form frame frameset head html iframe input link math meta "
    "object param script select style svg textarea title".split()
)
SAFE_ATTRIBUTES = frozenset(
    "abbr alt cite class colspan datetime default dir height href id kind label lang media open "
    "poster reversed rowspan scope sizes span src srclang srcset start style title type value "
    "width".split()
)

PIECES = [
    *"a b p h1 h2 ul li table tr td pre code span div img svg math iframe object video".split(),
    *"source script style form input label template select option details my-tag".split(),
]
tags = st.builds(
    lambda slash, name, attributes: f"<{slash}{name}{attributes}>",
    st.sampled_from(["", "", "/"]),
    st.sampled_from(PIECES),
    st.sampled_from(
        [
            "",
            " href='../x#y'",
            ' src="a b.png" srcset=", a 1x"',
            " onclick=alert(1) style='x:y'",
            ' class="linenos arithmatex" id=fn:1',
            ' href="javascript:x" title="<b>&amp"',
            " type=checkbox/",
            ' data="x" aria-label="é"',
        ]
    ),
)
texts = st.text("ab<>&\"' \n;#x1=/-!]", max_size=8)


@given(st.lists(tags | texts, max_size=12).map("".join))
def test_no_html_comes_out_broken_or_alive(html: str) -> None:
    content = feed_html(html, base_url=BASE)
    for element in html5lib.parseFragment(content, namespaceHTMLElements=False).iter():
        assert element.tag not in UNSAFE
        assert not any(name.startswith("on") for name in element.attrib)


@given(st.text(max_size=40))
def test_text_stays_text(text: str) -> None:
    content = feed_html(f"<p>.{escape(text)}.</p>", base_url=BASE)
    shown = "".join(html5lib.parseFragment(content).itertext())
    assert re.sub(r"[\x00-\x1f\x7f-\x9f]", "", text) in re.sub(r"[\x00-\x1f\x7f-\x9f]", "", shown)


@pytest.mark.parametrize(
    "piece",
    [
        "<math>",
        "<script type=math/tex>",
        '<div class="tabbed-labels">',
        '<table class="highlighttable">',
        '<p class="admonition-title">',
        "<video src=x>",
        "<h1>",
        "<iframe ",
        "&",
        "<span>",
        "<a href=x>",
    ],
)
def test_however_broken_it_is_the_text_is_read_once(piece: str) -> None:
    assert len(feed_html(piece * 5_000, base_url=BASE)) < 60 * len(piece) * 5_000
