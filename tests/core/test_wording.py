"""What a reader reads: strings, presets, plurals, and a site's own strings."""

from __future__ import annotations

import re
from typing import Any

import pytest
from markupsafe import Markup

from mkdocs_blog_plugin.core.wording import Doubt, Wording, check
from mkdocs_blog_plugin.locale import read_catalogue

ENGLISH = read_catalogue("en")


def wording(language: str = "en", **options: Any) -> Wording:
    return Wording.of(read_catalogue(language), english=ENGLISH, language=language, **options)


SENTENCES: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("blog", {}, "Blog"),
    ("uncategorized", {}, "Uncategorized"),
    ("taxonomy.tags.label", {}, "Tags"),
    ("taxonomy.tags.singular", {}, "Tag"),
    ("heading.tags", {"label": "co-production"}, "Tag Archives: co-production"),
    ("heading.categories", {"label": "Uncategorized"}, "Category Archives: Uncategorized"),
    ("heading.term", {"taxonomy": "Product", "label": "X"}, "Product Archives: X"),
    ("heading.series", {"label": "Start"}, "Series: Start"),
    ("heading.authors", {"label": "Bob B."}, "Author Archives: Bob B."),
    ("heading.year", {"label": "2012"}, "Yearly Archives: 2012"),
    ("heading.month", {"label": "March 2012"}, "Monthly Archives: March 2012"),
    ("heading.day", {"label": "March 12, 2012"}, "Daily Archives: March 12, 2012"),
    ("title.page", {"title": "Blog", "number": 2}, "Blog – Page 2"),
    ("pager.older", {}, "← Older posts"),
    ("pager.newer", {}, "Newer posts →"),
    ("pager.position", {"number": 2, "count": 1234}, "Page 2 of 1,234"),
    ("continue_reading", {}, "Continue reading"),
    ("reading_time", {"count": 1}, "1 min read"),
    ("count.posts", {"count": 0}, "0 posts"),
    ("count.posts", {"count": 1}, "1 post"),
    ("count.posts", {"count": 12345}, "12,345 posts"),
    ("count.term", {"label": "co-production", "count": 5}, "co-production (5 posts)"),
    ("series.part", {"part": 2, "count": 5}, "Part 2 of 5"),
    ("author.all_posts", {"name": "Ada"}, "View all posts by Ada →"),
    ("notice.old", {"count": 1}, "This post is 1 year old and may be out of date."),
    (
        "feed.tags",
        {"site": "Network", "label": "co-production"},
        "Network » co-production Tag Feed",
    ),
)


@pytest.mark.parametrize(("key", "values", "sentence"), SENTENCES)
def test_english(key: str, values: dict[str, Any], sentence: str) -> None:
    assert wording().text(key, **values) == sentence
    assert wording().html(key, **values) == Markup.escape(sentence)


A, B = Markup('<a href="a/">A</a>'), Markup('<a href="b/">B</a>')

FOOTERS = """
filed-under | A   |     | Filed under A
filed-under | A B | x y | Filed under A, B | Tagged x, y
filed-under |     | x   | Tagged x
filed-under |     |     |
posted-in   | A   |     | Posted in A
posted-in   | A   | x   | Posted in A | Tagged x
posted-in   |     | x y | Tagged x, y
this-entry  | A   |     | This entry was posted in A.
this-entry  | A   | x   | This entry was posted in A and tagged x.
this-entry  |     | x   | This entry was tagged x.
this-entry  |     |     |
minimal     | A B |     | A, B
minimal     | A   | x   | A · x
minimal     |     | x   | x
"""


@pytest.mark.parametrize("row", FOOTERS.strip().splitlines())
def test_a_footer_says_what_a_post_has(row: str) -> None:
    preset, categories, tags, footer = (cell.strip() for cell in row.split("|", 3))
    words = wording(preset=preset)
    assert words.footer(categories=categories.split(), tags=tags.split()) == footer


@pytest.mark.parametrize(
    ("preset", "date", "authors", "byline"),
    [
        ("filed-under", "May 1", ["Ada", "Bob", "Eve"], "Posted on May 1 by Ada, Bob and Eve"),
        ("filed-under", "May 1", [], "Posted on May 1"),
        ("filed-under", "", ["Ada", "Bob"], "By Ada and Bob"),
        ("filed-under", "", [], ""),
        ("posted-in", "", ["Ada"], "Posted by Ada"),
        ("this-entry", "May 1", ["Ada"], "May 1 by Ada"),
        ("minimal", "May 1", ["Ada"], "May 1 · Ada"),
    ],
)
def test_a_byline_says_what_a_post_has(
    preset: str, date: str, authors: list[str], byline: str
) -> None:
    assert wording(preset=preset).byline(date=date, authors=authors) == byline


def test_markup_stays_and_text_is_escaped() -> None:
    words = wording(overrides={"footer.both": "<b> {categories} & {tags}"})
    footer = words.footer(categories=[A, B], tags=["R&D", "<i>"])
    assert footer == f"&lt;b&gt; {A}, {B} &amp; R&amp;D, &lt;i&gt;"
    assert hasattr(words.html("blog"), "__html__")
    mixed = words.join([A, "R&D"])
    assert mixed == f"{A}, R&amp;D"
    assert words.text("heading.tags", label=Markup("R&amp;D <em>x</em>")) == "Tag Archives: R&D x"


def test_a_label_with_braces_is_not_filled_again() -> None:
    assert wording().text("heading.tags", label="{label}") == "Tag Archives: {label}"
    assert wording().html("feed.title", label="{site}", site="S") == "{site} – S"


def test_a_string_cannot_reach_into_objects() -> None:
    words = wording(overrides={"blog": "{label.__class__} {0}"})
    assert words.text("blog", label="x") == "{label.__class__} {0}"


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("pager.oldr", "no string pager.oldr; did you mean pager.older?"),
        ("zzz", "no string zzz"),
    ],
)
def test_an_unknown_key_is_an_error_with_a_suggestion(key: str, message: str) -> None:
    with pytest.raises(KeyError, match=re.escape(message)):
        wording().text(key)


def test_a_placeholder_without_value_is_an_error() -> None:
    with pytest.raises(KeyError, match="label"):
        wording().html("heading.tags")


def test_an_unknown_preset_is_an_error() -> None:
    with pytest.raises(ValueError, match="no preset 'filed'; there are filed-under, posted-in"):
        wording(preset="filed")


def test_overrides_win_over_presets_and_may_be_nested_or_plural() -> None:
    words = wording(
        preset="minimal",
        overrides={
            "heading": {"tags": "Posts about {label}", "products": "Made with {label}"},
            "footer.tags": "",
            "count.posts": {"one": "a single article", "other": "{count} articles"},
            "words": "{count} w.",
        },
    )
    assert words.text("heading.tags", label="x") == "Posts about x"
    assert words.text(words.pick("heading.products", "heading.term"), label="x") == "Made with x"
    assert words.pick("heading.places", "heading.term") == "heading.term"
    assert words.footer(tags=["x"]) == ""
    assert [words.text("count.posts", count=n) for n in (1, 2)] == [
        "a single article",
        "2 articles",
    ]
    assert words.text("words", count=1) == "1 w."


def test_minimal_headings_say_the_taxonomy_and_nothing_else() -> None:
    words = wording(preset="minimal")
    assert words.text("heading.tags", taxonomy="Tag", label="x") == "Tag: x"
    assert words.text("heading.year", label="2012") == "2012"


@pytest.mark.parametrize(
    ("overrides", "doubt"),
    [
        ({"heading.tag": "x"}, ("heading.tag", "no such string", "did you mean 'heading.tags'?")),
        ({"pager": {"oldr": "x"}}, ("pager.oldr", "no such string", "did you mean 'pager.older'?")),
        ({"qqq": "x"}, ("qqq", "no such string", "the reference lists all keys")),
        ({"heading.tags": "{lable}"}, ("heading.tags", "{lable}", "did you mean {label}?")),
        ({"heading.tags": "{ label }"}, ("heading.tags", "{ label }", "did you mean {label}?")),
        (
            {"feed.title": "{x}"},
            ("feed.title", "{x}", "this string may use {label}, {site}"),
        ),
        (
            {"heading.tags": "About %s"},
            ("heading.tags", "%s", "this string may use {label}, {taxonomy}"),
        ),
        ({"blog": "{title}"}, ("blog", "{title}", "this string has no placeholders")),
        ({"blog": None}, ("blog", "None", 'write a text in quotes ("" for nothing)')),
        ({"blog": 2012}, ("blog", "2012", 'write a text in quotes ("" for nothing)')),
        ({"blog": ["x"]}, ("blog", "['x']", 'write a text in quotes ("" for nothing)')),
        ({"blog": {"one": "x"}}, ("blog", "plural forms one", "write one text")),
        ({"words": {"one": "x"}}, ("words", "plural forms one", "give one for 'other'")),
        ({7: "x"}, ("7", "no such string", "the reference lists all keys")),
    ],
)
def test_wrong_overrides_get_a_message(
    overrides: dict[Any, Any], doubt: tuple[str, str, str]
) -> None:
    assert check(overrides) == [Doubt(*doubt)]


def test_right_overrides_pass_and_all_wrong_ones_are_told() -> None:
    assert check({"heading.tags": "About {label}", "words": {"other": "{count}"}}) == []
    assert check({"heading.products": "Made with {label}"}, taxonomies=["products"]) == []
    assert [key for key, *_ in check({"a": "", "blog": "{b}", "c": {}})] == ["a", "blog"]
