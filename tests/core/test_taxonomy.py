"""Taxonomies: how labels are split, filed and found again."""

from __future__ import annotations

import pytest

from mkdocs_blog_plugin.core.blog import plan
from mkdocs_blog_plugin.core.grouping import MAX_DEPTH, group
from mkdocs_blog_plugin.core.taxonomy import TermInfo, split_label
from mkdocs_blog_plugin.core.vocabulary import Vocabulary
from tests.core.blogs import CATEGORIES, TAGS, post, settings


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("Topics/Wards", ("Topics", "Wards")),
        (" Topics / Wards ", ("Topics", "Wards")),
        ("/Topics//Wards/", ("Topics", "Wards")),
        ("Radio\\/TV/News", ("Radio/TV", "News")),
        ("Plain", ("Plain",)),
        ("///", ()),
        ("", ()),
    ],
)
def test_a_label_is_split_at_its_slashes(label: str, parts: tuple[str, ...]) -> None:
    assert split_label(label) == parts


KNOWN = {
    "Topics": TermInfo(label="Our topics", aliases=("Themes", "Old/Subjects")),
    "Wards": TermInfo(parent="Topics"),
    "Beds": TermInfo(parent="Wards"),
    "Events/Wards": TermInfo(label="Wards", slug="event-wards"),
    "Themes": TermInfo(),
}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("topics", "Topics"),
        ("Our Topics", "Topics"),
        ("old/subjects/x", "Topics/x"),
        ("wards", "Topics/Wards"),
        ("beds", "Topics/Wards/Beds"),
        ("Topics/Wards/Beds", "Topics/Wards/Beds"),
        ("our topics/Wards", "Topics/Wards"),
        ("events/wards", "Events/Wards"),
        ("Themes", "Themes"),
        ("Unknown/Wards", "Unknown/Wards"),
    ],
)
def test_what_a_site_says_of_terms_counts_for_any_spelling(written: str, meant: str) -> None:
    vocabulary = Vocabulary(CATEGORIES, KNOWN)
    found = vocabulary.canonical(vocabulary.canonical(split_label(written)))
    assert "/".join(found) == meant


def test_what_is_said_of_a_term() -> None:
    vocabulary = Vocabulary(CATEGORIES, KNOWN)
    assert vocabulary.info(("Events", "Wards")).slug == "event-wards"
    assert vocabulary.info(("Topics", "wards")).slug is None
    assert vocabulary.info(("Wards",)) == TermInfo()


def test_a_label_of_ten_thousand_levels_is_a_term_and_a_message() -> None:
    deep = post("A", categories=["a/" * 10_000])
    grouping, problems = group([deep], taxonomy=CATEGORIES)
    assert max(map(len, grouping.terms)) == MAX_DEPTH
    assert [problem.code for problem in problems] == ["term-depth"]
    assert all(len(slug.encode()) <= 100 for path in grouping.terms for slug in path)


def test_a_post_that_names_a_term_twice_is_filed_once() -> None:
    posts = [post("A", tags=["x", "X", " x"], categories=["T", "T/W", "t/w"])]
    for taxonomy, count in ((TAGS, 1), (CATEGORIES, 2)):
        grouping, _ = group(posts, taxonomy=taxonomy)
        assert [len(term.posts) for term in grouping.terms.values()] == [1] * count
        assert len(grouping.terms_of(posts[0])) == count


def test_hundreds_of_names_with_one_slug_each_have_a_page() -> None:
    labels = ["x" + "!" * number for number in range(300)]
    posts = [post(f"P{number:03}", tags=[label]) for number, label in enumerate(labels)]
    grouping, problems = group(posts, taxonomy=TAGS)
    assert len(grouping.terms) == 300
    assert len(problems) == 299


def test_terms_say_where_they_are() -> None:
    blog = plan([post("A", categories=["T/W"])], settings=settings(), pages={})
    grouping = blog.groupings["categories"]
    top, child = grouping.terms[("t",)], grouping.terms[("t", "w")]
    assert (top.parent, child.parent, child.slug) == ((), ("t",), "t/w")
    assert (top.count, len(top.own), child.count) == (1, 0, 1)
    assert grouping.roots() == (top,)
    assert top.children == (("t", "w"),)
