"""Slugs: no term is lost, none collides, and each is a name any file system takes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.blog import plan
from mkdocs_blog_plugin.core.slug_styles import ascii_slug, unicode_slug, wordpress_slug
from mkdocs_blog_plugin.core.slugs import (
    MAX_BYTES,
    MAX_POST_BYTES,
    RESERVED,
    chosen_slug,
    collation_key,
    safe_segment,
    slugify,
    spelling_key,
    term_slug,
)
from tests.core.blogs import post, settings

if TYPE_CHECKING:
    from pathlib import Path

LONG = "x" * 300
CUT = "x" * 91 + "-0d4e2ca9"

ACCEPTANCE = {
    "C": "c",
    "C++": "c-plus-plus",
    "C#": "c-sharp",
    "Foo": "foo",
    "foo": "foo",
    "FOO": "foo",
    "Café": "café",
    "Cafe": "cafe",
    "日本語": "日本語",
    "Привет мир": "привет-мир",
    "🎉": "tag-1f389",
    "a/b": "ab",
    "../x": "x",
    "index": "index-tag",
    "page": "page-tag",
    "CON": "con-tag",
    "Node.js": "nodejs",
    "R&D": "rd",
    LONG: CUT,
}


@pytest.mark.parametrize(("label", "slug"), ACCEPTANCE.items())
def test_a_tag_has_this_slug(label: str, slug: str) -> None:
    assert term_slug(label, singular="tag") == slug


def test_the_acceptance_table_together() -> None:
    labels = list(ACCEPTANCE)
    posts = [
        post(f"P{number:02}", f"2024-01-{number + 1:02}", tags=[label], source=f"{number:02}.md")
        for number, label in enumerate(labels)
    ]
    posts += [
        post("W1", "2024-02-01", categories=["Topics/Wards"]),
        post("W2", "2024-02-02", categories=["Events/Wards"]),
        post("E", "2024-02-03", categories=["Events"], tags=["Events"]),
    ]
    blog = plan(posts, settings=settings(), pages={})
    tags, categories = blog.groupings["tags"], blog.groupings["categories"]
    lies_at = {
        label: tags.of_post[posts[number].source][0][0] for number, label in enumerate(labels)
    }
    assert lies_at == ACCEPTANCE
    assert tags.terms["events",].count == 1
    assert {path for path in categories.terms if path[-1] == "wards"} == {
        ("topics", "wards"),
        ("events", "wards"),
    }
    paths = {item.path for item in blog.listings.values()}
    assert {"blog/tag/events", "blog/category/events"} <= paths
    assert {f"blog/tag/{slug}" for slug in ACCEPTANCE.values()} <= paths
    assert [str(problem) for problem in blog.problems] == [
        "04.md: tags: 'foo' (04.md), 'FOO' (05.md) and 'Foo' (03.md) are one term, shown as 'Foo'; "
        "spell it the same way everywhere [spelling-variants]"
    ]


@pytest.mark.parametrize(
    ("labels", "slugs"),
    [
        (["R&D", "RD", "r.d"], ["rd", "rd-4573", "rd-ad5d"]),
        (["a/b", "ab"], ["ab", "ab-fb8e"]),
        (["../x", "x"], ["x", "x-2d71"]),
        (["Foo Bar", "foo-bar"], ["foo-bar", "foo-bar-7d89"]),
        ([LONG + "!", LONG], [CUT, CUT[:95] + "-0d4e"]),
        (["tag-1f389", "🎉"], ["tag-1f389", "tag-1f389-6146"]),
        (["c", "c!", "c-d30b"], ["c", "c-d30b", "c-d30b-d986"]),
        (["c-d30b", "c", "c!"], ["c-d30b", "c", "c-bddb"]),
    ],
)
def test_different_names_stay_apart_and_are_reported(labels: list[str], slugs: list[str]) -> None:
    posts = [
        post(str(number), f"2024-01-0{number + 1}", tags=[label])
        for number, label in enumerate(labels)
    ]
    blog = plan(posts, settings=settings(categories=False), pages={})
    lies_at = [blog.groupings["tags"].of_post[item.source][0][0] for item in posts]
    assert lies_at == slugs
    moved = [
        f"one is at '{at}'"
        for label, at in zip(labels, lies_at, strict=True)
        if at != term_slug(label, singular="tag")
    ]
    assert len(moved) == len(blog.problems)
    assert all(end in str(found) for end, found in zip(moved, blog.problems, strict=True))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foo", "FOO"),
        ("ＦＵＬＬ", "full"),
        ("Café", "Cafe\u0301"),
        ("a  b", "A b"),
        ("ﬁsh", "fish"),
    ],
)
def test_spellings_of_one_term(one: str, other: str) -> None:
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize(("one", "other"), [("Café", "Cafe"), ("C", "C#"), ("a b", "a-b")])
def test_names_of_two_terms(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("What learnings can we take from this?", "what-learnings-can-we-take-from-this"),
        ("Health & Care", "health--care"),
        ("<b>bold</b> a < b", "bold-a--b"),
        ("C++ and C#", "c-and-c"),
        ("snake_case", "snake_case"),
    ],
)
def test_a_title_has_the_slug_material_gives_it(text: str, slug: str) -> None:
    assert slugify(text) == unicode_slug(text) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Café Crème", "cafe-creme"),
        ("Straße nach Łódź", "strasse-nach-lodz"),
        ("Æther, Œuvre & Ørsted", "aether-oeuvre-orsted"),
        ("snake_case", "snake-case"),
        ("日本語", ""),
    ],
)
def test_ascii_slugs(text: str, slug: str) -> None:
    assert ascii_slug(text) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Node.js", "node-js"),
        ("Привет мир", "привет-мир"),
        ("50%25", "50%"),
        ("a%2Fb", "ab"),
        ("a%ffb", "ab"),
        ("x" * 250, "x" * 200),
    ],
)
def test_wordpress_slugs_are_files_named_as_their_url_reads(text: str, slug: str) -> None:
    assert slugify(text, style="wordpress", limit=MAX_POST_BYTES) == slug


@pytest.mark.corpus
def test_wordpress_slugs_are_those_wordpress_gave(corpus: Path) -> None:
    text = (corpus / "wordpress/seed-site/sanitize_title.txt").read_text(encoding="utf-8")
    pairs = re.findall(r"^(.*?) *=> (.*?)  \[(\d+)\]$", text, re.MULTILINE)
    assert len(pairs) == 53
    for title, slug, size in pairs:
        # The recording cuts long titles and slugs short; their size tells.
        whole = title if int(size) == len(slug) else title + title[-1] * int(size)
        made = wordpress_slug(whole)
        assert (made[: len(slug)], len(made)) == (slug, int(size)), title


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        (None, ""),
        ("", ""),
        ("My-Slug", "My-Slug"),
        ("/a/", "a"),
        ("..", ""),
        ("a\0b\nc", "abc"),
        ("e\u0301", "é"),
        ("\ud800x", "x"),
        ("x" * 200, "x" * 200),
    ],
)
def test_slugs_writers_choose(written: str | None, slug: str) -> None:
    assert chosen_slug(written) == slug


@pytest.mark.parametrize("name", ["CON", "con", "lpt¹", "Index", "feed"])
def test_reserved_names_are_not_taken(name: str) -> None:
    assert term_slug(name, singular="tag") == f"{name.lower()}-tag"
    assert term_slug("x", singular="tag", chosen=name) == f"{name}-tag"


def test_labels_sort_as_a_reader_expects() -> None:
    labels = ["zebra", "Éclair", "eclair", "Eclair", "apple", "Zebra", "10", "日本"]
    assert sorted(labels, key=collation_key) == [
        "10",
        "apple",
        "Eclair",
        "eclair",
        "Éclair",
        "Zebra",
        "zebra",
        "日本",
    ]


STYLES = st.sampled_from(["unicode", "ascii", "wordpress"])


@given(st.text(), STYLES, st.text())
def test_any_term_has_a_slug_that_is_one_safe_segment(label: str, style: str, chosen: str) -> None:
    slug = term_slug(label, singular="tag", style=style, chosen=safe_segment(chosen))
    assert slug
    assert len(slug.encode()) <= MAX_BYTES + len("-tag")
    assert not set(slug) & set('/\\?*:|"<>\0')
    assert slug == slug.strip(". ")
    assert slug.isprintable()
    assert slug.casefold() not in RESERVED


@given(st.text())
def test_a_slug_of_a_slug_is_itself(text: str) -> None:
    slug = safe_segment(unicode_slug(text))
    assert safe_segment(slug) == slug
    assert unicodedata.is_normalized("NFC", slug)


@given(st.text(), st.text())
def test_text_cut_off_still_counts(one: str, other: str) -> None:
    cut_one, cut_other = safe_segment(LONG + one), safe_segment(LONG + other)
    same = safe_segment(one, limit=10**6) == safe_segment(other, limit=10**6)
    assert (cut_one == cut_other) == same or one.strip(". ") == other.strip(". ")
