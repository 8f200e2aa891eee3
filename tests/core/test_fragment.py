"""Fragments: what a post contains stays inside its entry, and usual Markdown passes unchanged."""

from __future__ import annotations

import html5lib
import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.excerpt import cut_excerpt, whole
from mkdocs_blog_plugin.core.fragment import Omit, rebase, transform

ATTACKS = [
    "</div></section></article></main></body></html>",
    "<div>",
    "<table><div>",
    "<table><tr><td>a<table><tr>b",
    "<table>a<b>c<tr><i>d",
    "<table><form><tr><td></table>",
    "<table><colgroup>a<col>b",
    "<plaintext>",
    "<xmp>",
    "<template>",
    "<template><tr></template><td>",
    "<script>",
    "<script>a</script",
    "<script><!--<script></script>",
    "<style>",
    "<title>",
    "<textarea>",
    "<iframe>",
    "<noembed>",
    "<noframes>",
    "<noscript>",
    "<noscript><!--</noscript>-->",
    '<noscript><p title="</noscript><div>">',
    "<noscript><style></noscript><div></style>",
    "<!--",
    "<!-->",
    "<!--->",
    "<!-- --!> <div>",
    "<!",
    "<?php echo '",
    "</ div",
    "<![CDATA[",
    "<svg><![CDATA[ </svg><div> ]]>",
    "<svg>",
    "<svg><p>",
    "<svg><style><!--</style><div>",
    "<svg><foreignObject><div></svg>",
    "<svg><title><table>",
    "<svg></p><desc></article>",
    "<math><mtext><table><mglyph><style><!--</style>",
    '<math><annotation-xml encoding="text/html"><div>',
    "<math><annotation-xml><svg><div>",
    "<math><font color=red><div>",
    "<select>",
    "<select><option><div><select>",
    "<select><textarea></select>",
    "<table><tr><td><select><tr>",
    "<a href=x><a href=y><div><a>",
    "<form><form></form><div>",
    "<button><button><div>",
    "<nobr><nobr>",
    "<p><b><div><p></b>",
    "<b><b><b><b><b>",
    "<i><div></i>",
    "<ul><li><li><ul><li></ul>",
    "<dl><dd><dt><div>",
    "<h1><h2><div>",
    "<ruby><rb><rt><rp>",
    "<frameset><frame>",
    "<head><base href=//x><meta http-equiv=refresh><link rel=stylesheet>",
    "<body onload=x><html lang=x>",
    "<object><marquee></object>",
    "<isindex><keygen><image>",
    "<p><hr></p></br>",
    "<div/><b/><svg/><svg><g/>",
    '<a title="',
    "<a title='>'",
    '<a"="><div x=">',
    '<a ="><div>',
    "<T,U><div\x00><\u212a><di\u212a>",
    "a < b <",
    "<<!-- -->script>",
    "<\x00div><\xa0div>",
    "<div\x0bx><div\xa0x>",
]
NAMES = (
    "a annotation-xml article b base body button caption code col dd desc details div dl dt em "
    "font footer foreignObject form g h1 h2 head hr html i iframe image img input li math mi "
    "mglyph mtext nobr noembed noframes noscript object ol optgroup option p path plaintext pre "
    "rp rt ruby script section select span strong style svg table tbody td template textarea th "
    "title tr ul x-y xmp"
).split()
ODDITIES = (
    "text| |<|</|<!|<!--|-->|--!>|<!-->|<![CDATA[|]]>|<?|&lt;|&|\"|'|=|/>|>|<a href=\"|<b x='|"
    "<script><!--<script>|<font color=red>|<annotation-xml encoding=text/html>|<table><tr><td>|"
    "<p|</p|<p\x00q>|</article>|<!-- more -->"
).split("|")


@st.composite
def soups(draw: st.DrawFn) -> str:
    """Tags and pieces of tags in no order at all."""
    name = st.sampled_from(NAMES)
    token = st.one_of(
        name.map("<{}>".format),
        name.map("</{}>".format),
        name.map("<{} id='a>b'>".format),
        name.map("<{}/>".format),
        st.sampled_from(ODDITIES),
    )
    return "".join(draw(st.lists(token, max_size=20)))


def outside(body: str) -> str:
    """What stands around `body` on a page, as a parser of the HTML standard sees it."""
    page = (
        f"<!doctype html><title>P</title><main><article><h2>T</h2>{body}<footer>F</footer>"
        "</article><article>N</article></main>"
    )
    root = html5lib.parse(page, namespaceHTMLElements=False)
    entry = root.find("body/main/article")
    if entry is not None:
        del entry[1:-1]
        entry[0].tail = None
    serialized: str = html5lib.serialize(root, omit_optional_tags=False)
    return serialized


OUTSIDE = outside("")


def test_an_attack_shows_in_what_stands_around_it() -> None:
    assert outside("<p>a</p>") == OUTSIDE
    harmful = [attack for attack in ATTACKS if outside(attack) != OUTSIDE]
    assert len(harmful) > len(ATTACKS) / 2


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_hostile_post_stays_inside_its_entry(attack: str) -> None:
    assert outside(transform(attack, visit=keep)) == OUTSIDE
    assert outside(whole(attack, post_url="a/", id_prefix="p-")) == OUTSIDE
    assert outside(cut_excerpt(attack + "<!-- more -->", post_url="a/").html) == OUTSIDE
    assert outside(cut_excerpt(f"<p>a{attack}</p><p>b</p>", post_url="a/").html) == OUTSIDE


@settings(max_examples=300, deadline=None)
@given(soups())
def test_any_post_stays_inside_its_entry(soup: str) -> None:
    assert outside(whole(soup, post_url="a/", id_prefix="p-")) == OUTSIDE
    assert outside(cut_excerpt(soup, post_url="a/").html) == OUTSIDE
    assert outside(cut_excerpt(soup + "<!-- more -->", post_url="a/").html) == OUTSIDE


@settings(max_examples=300, deadline=None)
@given(soups())
def test_what_is_plainly_nested_passes_unchanged(soup: str) -> None:
    nested = transform(soup, visit=keep)
    assert transform(nested, visit=keep) == nested


def keep(_name: str, tag: str, _open: object) -> str:
    return tag


def test_usual_markdown_passes_byte_for_byte() -> None:
    text = """
# Title

Text with *emphasis*, **strength**, `code`, [a link](x.md "title"), <b>raw</b> & more < less.[^1]

- one
    - two

    paragraph

1. first
2. second

> quote

| a | b |
|---|---|
| 1 | 2 |

Term
:   Meaning

``` { .py .annotate linenums="1" hl_lines="2" title="x.py" }
def f(x: int) -> bool:
    return x < 1 and "&lt;" in s
```

!!! note "Mind"
    Text.

??? tip
    Text.

=== "A"

    - [ ] task

![alt](a.png){ width=300 loading=lazy }

<figure markdown="span">
  ![alt](a.png)
  <figcaption>Caption</figcaption>
</figure>

<div class="grid cards" markdown>

- a
- b

</div>

<iframe src="https://a.b/c?d=e&amp;f" allowfullscreen></iframe>

$x < y$

[^1]: A note.
"""
    extensions = (
        "attr_list def_list footnotes md_in_html tables toc admonition pymdownx.details "
        "pymdownx.superfences pymdownx.highlight pymdownx.tabbed pymdownx.tasklist "
        "pymdownx.arithmatex"
    ).split()
    html = markdown.markdown(text, extensions=extensions)
    assert transform(html, visit=keep) == html


@pytest.mark.parametrize(
    ("html", "nested"),
    [
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
        ("<li>a<div><li>b", "<li>a<div></div></li><li>b</li>"),
        ("<ul><li>a<ul><li>b</ul>c", "<ul><li>a<ul><li>b</li></ul>c</li></ul>"),
        (
            "<table><tr><td>a<td>b<tr><th>c</table>d",
            "<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>d",
        ),
        ("<table><tr>a<td>b", "<table><tr></tr></table>ab"),
        ("<table><tr><td><p>a</td></tr></table>", "<table><tr><td><p>a</p></td></tr></table>"),
        ("<b><p>a</b>b</p>c", "<b><p>a</p></b>bc"),
        ("<span><div>a</span>b</div>c", "<span><div>ab</div>c</span>"),
        ("<p><span>a</p>b", "<p><span>a</span></p>b"),
        ("<a>b<a>c</a></a>", "<a>b</a><a>c</a>"),
        ("<p>List<T> and Map<K,V>", "<p>List<T> and Map</T></p>"),
        ("<DIV Class=x>a</Div>", "<DIV Class=x>a</DIV>"),
        ("<h2>a</h3>b", "<h2>a</h2>b"),
        ("<svg><a><g>x</a></svg>", "<svg><a><g>x</g></a></svg>"),
        ("<svg><![CDATA[a<b&c]]></svg>", "<svg>a&lt;b&amp;c</svg>"),
        ("<svg><g><p>a", "<svg><g></g></svg><p>a</p>"),
        ("<math><mi>a<b>c</b></mi></math>", "<math><mi>a<b>c</b></mi></math>"),
        (
            "<select><option>a<option>b<b>c</select>",
            "<select><option>a</option><option>bc</option></select>",
        ),
        ("a<!-- b -->c<!d>e<?f?>g</ h>i", "acegi"),
        ("a < b<>c<1", "a &lt; b&lt;>c&lt;1"),
        ("<script>a<b</script>c", "<script>a<b</script>c"),
        ("<script>a", "<script>a</script>"),
        ("<script><!--<script></script>a", "a"),
        ("<title>a</title>b<template>c</template>d<plaintext>e", "bde"),
        ("<noscript><img src=a></noscript>", "<noscript><img src=a></noscript>"),
        ("<noscript><p title='</noscript>'>b", "<noscript></noscript>'>b"),
        ("<input/><div/>a", "<input/><div/>a</div>"),
        ("<x-a b>c</x-a>", "<x-a b>c</x-a>"),
    ],
)
def test_nesting(html: str, nested: str) -> None:
    assert transform(html, visit=keep) == nested


def test_elements_are_not_nested_deeper_than_browsers_bear() -> None:
    nested = transform("<div>" * 1000 + "a" + "</div>" * 1000, visit=keep)
    assert nested.count("<div>") == nested.count("</div>") == 200


def test_a_visit_sees_start_tags_and_open_elements() -> None:
    seen = []

    def visit(name: str, tag: str, opened: object) -> str:
        seen.append((name, tag, list(opened)))  # type: ignore[call-overload]  # object of sequence
        return tag

    transform("<P x><svg><Path/></svg></p><img>", visit=visit)
    assert seen == [
        ("p", "<P x>", []),
        ("svg svg", "<svg>", ["p"]),
        ("svg path", "<Path/>", ["p", "svg svg"]),
        ("img", "<img>", []),
    ]


@pytest.mark.parametrize(
    ("name", "answer", "html", "written"),
    [
        ("div", Omit.ELEMENT, "a<div>b<i x>c</i></div>d", "ad"),
        ("div", Omit.TAGS, "a<div>b<i x>c</i></div>d", "ab<i x>c</i>d"),
        ("img", Omit.ELEMENT, "a<img>b", "ab"),
        ("script", Omit.ELEMENT, "a<script>b</script>c", "ac"),
        ("h2", "<h3 x>", "<h2>a</h2>", "<h3 x>a</h3>"),
        ("div", Omit.ELEMENT, "<div><div>a</div><p>b</div>c", "c"),
        ("p", Omit.ELEMENT, "<p>a<div>b</div>", "<div>b</div>"),
    ],
)
def test_a_visit_decides_what_is_written(
    name: str, answer: str | Omit, html: str, written: str
) -> None:
    def visit(found: str, tag: str, _open: object) -> str | Omit:
        return answer if found == name else tag

    assert transform(html, visit=visit) == written


@pytest.mark.parametrize(
    ("html", "rebased"),
    [
        ('<a href="../b/#c">', '<a href="https://x.y/b/#c"></a>'),
        ("<a href='#c'>", '<a href="https://x.y/a/#c"></a>'),
        ("<a href=b/>", '<a href="https://x.y/a/b/"></a>'),
        (
            '<a href="b?c=1&amp;d=2&copy=3">',
            '<a href="https://x.y/a/b?c=1&amp;d=2&amp;copy=3"></a>',
        ),
        ('<a href="&#109;ailto:b@c.d">', '<a href="&#109;ailto:b@c.d"></a>'),
        ('<a title="href=b" href="c">', '<a title="href=b" href="https://x.y/a/c"></a>'),
        ('<a title="url(b)">', '<a title="url(b)"></a>'),
        ('<img src="b" srcset="c 1x, d,e 2x,f">', None),
        (
            "<p style=\"background:URL( 'b' )\">",
            "<p style=\"background:URL( 'https://x.y/a/b' )\"></p>",
        ),
        (
            '<object data="b"></object><i data="b">',
            '<object data="https://x.y/a/b"></object><i data="b"></i>',
        ),
        ('<svg><image xlink:href="b"/></svg>', '<svg><image xlink:href="https://x.y/a/b"/></svg>'),
        ('<code>href="b"</code><!-- href="c" -->', '<code>href="b"</code>'),
        ('<script>"<a href=b>"</script>', '<script>"<a href=b>"</script>'),
    ],
)
def test_links_are_rebased(html: str, rebased: str | None) -> None:
    expected = rebased or (
        '<img src="https://x.y/a/b" '
        'srcset="https://x.y/a/c 1x, https://x.y/a/d,e 2x,https://x.y/a/f">'
    )
    assert rebase(html, base="a/", to="https://x.y/".__add__) == expected
