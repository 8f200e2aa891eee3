"""Headings: the first of level one outside code and comments, as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.heading import first_heading, heading_text


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("# A title", "A title"),
        ("#A title", "A title"),
        ("# A title ##", "A title"),
        ("# C#", "C"),  # as Python-Markdown has it
        ("# C\\#", "C#"),
        ("Text\n\n# A title\n\n# Another\n", "A title"),
        ("A title\n=======\n", "A title"),
        ("Text\n\nA title\n=\n", "A title"),
        ("## Second level\n\n# A title\n", "A title"),
        ("Second level\n---\n", None),
        ("```\n# code\n```\n# A title", "A title"),
        ("````md\n```\n# code\n```\n````\n# A title", "A title"),
        ("~~~ {.sh}\n# code\n~~~\n# A title", "A title"),
        ("``` never closed\n# A title", "A title"),
        ("<!-- # comment\n# comment\n-->\n# A title", "A title"),
        ("<!-- never closed\n# A title", "A title"),
        ("<pre>\n# raw\n</pre>\n# A title", "A title"),
        ("<SCRIPT>\n# raw\n</script>\n# A title", "A title"),
        ("    # code\n\n# A title", "A title"),
        ("> # quoted\n\n# A title", "A title"),
        ("#\n\n# A title", "A title"),
        ("# ![](logo.png)\n\n# A title", "A title"),
        ("Text\n", None),
        ("", None),
    ],
)
def test_the_first_heading_of_level_one_is_found(body: str, title: str | None) -> None:
    assert first_heading(body) == title


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Plain", "Plain"),
        ("*A* **b** ***c*** _d_ __e__", "A b c d e"),
        ("**bold *and* more**", "bold and more"),
        ("~~gone~~ ==marked== ^^new^^", "gone marked new"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("`a*b*c` and `` a`b ``", "a*b*c and a`b"),
        ("`<b>` & `&amp;`", "<b> & &amp;"),
        ("[A link](https://example.org) and [another][ref]", "A link and another"),
        ("[Wikipedia](https://example.org/a_(b))", "Wikipedia"),
        ("[![alt](i.png) text](u)", "alt text"),
        ("![An image](i.png) here", "An image here"),
        ("A footnote[^1]", "A footnote"),
        ("<https://example.org>", "https://example.org"),
        ("A <b>bold</b> one<br/> &amp; &copy;", "A bold one & ©"),
        (r"1\. and \*stars\* and \[x\]", "1. and *stars* and [x]"),
        ("A title { #an-id .class key=value }", "A title"),
        ("A title {: #an-id }", "A title"),
        ("Sets {a, b}", "Sets {a, b}"),
        ("[draft] A title", "[draft] A title"),
        ("C# and F#", "C# and F#"),
        ("a < b and c > d", "a < b and c > d"),
        ("日本語の*題*", "日本語の題"),
    ],
)
def test_a_heading_is_plain_text(markdown: str, text: str) -> None:
    assert heading_text(markdown) == text


@given(st.text() | st.text(alphabet="#*_`[]()<>!-={} ~\nab"))
def test_no_body_is_too_much(body: str) -> None:
    title = first_heading(body)
    assert title is None or title.strip() == title != ""
