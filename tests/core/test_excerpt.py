"""Excerpts: golden cases, and what holds for any input."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml

from mkdocs_blog_plugin.core.excerpt import cut_excerpt, excerpt_text, whole
from mkdocs_blog_plugin.core.links import ROOT
from mkdocs_blog_plugin.core.placement import unique_prefix

EXTENSIONS: dict[str, dict[str, Any]] = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"permalink": True},
    "pymdownx.details": {},
    "pymdownx.highlight": {"anchor_linenums": True},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {},
}


def render(text: str) -> str:
    return markdown.markdown(text, extensions=list(EXTENSIONS), extension_configs=EXTENSIONS)


def cases() -> list[Any]:
    files = sorted((Path(__file__).parent / "excerpts").glob("*.yml"))
    return [
        pytest.param(case, id=f"{file.stem}: {case['name']}")
        for file in files
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("case", cases())
def test_an_excerpt(case: dict[str, Any]) -> None:
    html = case["html"] if "html" in case else render(case["markdown"])
    excerpt = cut_excerpt(html, post_url="blog/a-post/", text=case.get("text"))
    expected = case["excerpt"].replace("{root}", ROOT)
    assert excerpt.html == expected.replace("{prefix}", unique_prefix("blog/a-post/"))
    assert excerpt.cut_by == case.get("cut_by", "marker")
    assert excerpt.more is case.get("more", True)
    assert excerpt.more_text == case.get("more_text")
    assert excerpt.marker_problem == case.get("problem")


def test_a_long_single_paragraph_becomes_a_short_text() -> None:
    html = "<p>" + "<b>Tea</b> and talk help. " * 100 + "</p>"
    excerpt = cut_excerpt(html, post_url="", characters=100)
    assert excerpt.html == "<p>" + "Tea and talk help. " * 4 + "Tea and talk help.</p>"
    assert excerpt.more


def test_the_whole_post_has_ids_of_its_own_and_links_that_follow() -> None:
    html = render("# Title\n\nA note[^1], [here](#part), [there](#gone).\n\n## Part\n\n[^1]: Foot.")
    assert whole(html, post_url="blog/a-post/", id_prefix="p1-") == (
        '<p>A note<sup id="p1-fnref:1"><a class="footnote-ref" href="#p1-fn:1">1</a></sup>, '
        f'<a href="#p1-part">here</a>, <a href="{ROOT}blog/a-post/#gone">there</a>.</p>\n'
        '<h3 id="p1-part">Part</h3>\n'
        '<div class="footnote">\n<hr />\n<ol>\n<li id="p1-fn:1">\n'
        '<p>Foot.&#160;<a class="footnote-backref" href="#p1-fnref:1" '
        'title="Jump back to footnote 1 in the text">&#8617;</a></p>\n</li>\n</ol>\n</div>'
    )


def test_an_id_that_a_post_has_twice_is_there_once() -> None:
    assert whole('<p id="a">b</p><p id="a">c</p>', post_url="", id_prefix="p-") == (
        '<p id="p-a">b</p><p>c</p>'
    )


def test_a_whole_post_keeps_its_script() -> None:
    html = '<script src="a.js"></script><p>b</p>'
    assert whole(html, post_url="c/", id_prefix="p-") == (
        f'<script src="{ROOT}c/a.js"></script><p>b</p>'
    )


@pytest.mark.parametrize(
    ("html", "limit", "text"),
    [
        ("<h2>A<a class='x'>b</a></h2><p>c&amp;d<br>e</p>", None, "Ab c&d e"),
        ("<p>H<sub>2</sub>O</p><script>x</script><!-- y -->", None, "H2O"),
        ('<h2>A<a class="headerlink" href="#a">¶</a></h2>', None, "A"),
        ('<p>a<sup><a class="footnote-ref" href="#fn:1">1</a></sup>.</p>', None, "a."),
        ("<p>One is done. Two follows it.</p>", 15, "One is done."),
        ("<p>One is not done, but goes on.</p>", 21, "One is not done, but…"),
        ("<p>今日は天気がいい。明日も。</p>", 10, "今日は天気がいい。"),
        ("<p>今日は天気がいいので散歩した</p>", 8, "今日は天気がい…"),
        ("<p>a 👩‍👩‍👧</p>", 4, "a…"),
        ("<p>&lt;b&gt; is text</p>", None, "<b> is text"),
    ],
)
def test_text_of_an_excerpt(html: str, limit: int | None, text: str) -> None:
    found = excerpt_text(html, limit=limit)
    assert found == text
    assert limit is None or len(found) <= limit
