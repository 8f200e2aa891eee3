"""Related posts: what is suggested, why, and that old posts are left alone."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.blog import plan
from mkdocs_blog_plugin.core.references import References, read_references
from mkdocs_blog_plugin.core.related import Evidence, key_words, related_posts
from mkdocs_blog_plugin.core.series import series_taxonomy
from tests.core.blogs import post, settings

if TYPE_CHECKING:
    from mkdocs_blog_plugin.core.blog import Blog
    from mkdocs_blog_plugin.core.post import Post
    from mkdocs_blog_plugin.core.related import Suggestion


def planned(posts: list[Post]) -> Blog:
    chosen = settings()
    series = series_taxonomy(label="Series", singular="Series")
    return plan(
        posts,
        settings=type(chosen)(taxonomies=(*chosen.taxonomies, series)),
        pages={},
    )


def suggested(posts: list[Post], **given: Any) -> dict[str, tuple[Suggestion, ...]]:
    blog = planned(posts)
    evidence = Evidence(
        **{name: given.pop(name) for name in ("pages", "texts", "chosen") if name in given}
    )
    found = related_posts(blog.posts, groupings=blog.groupings.values(), evidence=evidence, **given)
    return {blog.by_source[source].title: items for source, items in found.items()}


def titles(found: dict[str, tuple[Suggestion, ...]]) -> dict[str, str]:
    return {title: " ".join(item.post.title for item in items) for title, items in found.items()}


def test_shared_terms_make_posts_related_rare_ones_more() -> None:
    posts = [
        post("A", "2024-01-01", tags=["rare", "often"]),
        post("B", "2024-01-02", tags=["often"]),
        post("C", "2024-01-03", tags=["often"]),
        post("D", "2024-01-04", tags=["other"]),
        post("E", "2024-01-05", tags=["rare", "often"]),
        post("F", "2024-01-06", tags=["nothing"]),
    ]
    assert titles(suggested(posts)) == {
        "A": "",
        "B": "A",
        "C": "B A",
        "D": "",
        "E": "A C B",
        "F": "",
    }


def test_every_suggestion_says_why() -> None:
    posts = [
        post("A", "2024-01-01", tags=["x"], categories=["Topics/Wards"], series="S"),
        post("Nothing", "2024-01-02"),
        post("B", "2024-01-03", tags=["X"], categories=["Topics/Wards"], series="S"),
    ]
    (found,) = suggested(
        posts,
        pages={"blog/A.md": ["guide.md"], "blog/B.md": ["guide.md", "other.md"]},
        texts={"blog/A.md": ["Reading the minutes"], "blog/B.md": ["Who takes minutes?"]},
    )["B"]
    assert found.post.title == "A"
    assert [(reason.kind, reason.label) for reason in found.reasons] == [
        ("series", "S"),
        ("term", "Topics"),
        ("term", "Wards"),
        ("term", "x"),
        ("page", "guide.md"),
        ("word", "minutes"),
    ]
    assert 0 < found.score < 100


def test_being_filed_nowhere_is_nothing_in_common() -> None:
    assert titles(suggested([post("A"), post("B"), post("C")])) == {"A": "", "B": "", "C": ""}


def test_what_most_posts_have_tells_nothing() -> None:
    posts = [post(f"P{n:02}", f"2024-01-{n + 1:02}", tags=["news"]) for n in range(15)]
    assert titles(suggested(posts))["P14"] == ""
    assert titles(suggested(posts))["P02"] == "P01 P00"


def test_words_alone_must_be_many_or_rare() -> None:
    posts = [
        post("Cooking lentils together slowly", "2024-01-01"),
        post("Tenants read contracts", "2024-01-02"),
        post("Tenants meet", "2024-01-03"),
        post("Cooking lentils together: minutes", "2024-01-04"),
    ]
    found = titles(suggested(posts))
    assert found["Tenants meet"] == ""
    assert found["Cooking lentils together: minutes"] == "Cooking lentils together slowly"


def test_a_new_post_changes_no_suggestion_of_older_ones() -> None:
    posts = [
        post("A", "2024-01-01", tags=["x"]),
        post("B", "2024-01-02", tags=["x"]),
        post("C", "2024-01-03", tags=["x"]),
    ]
    before = suggested(posts[:2])
    after = suggested(posts)
    assert {title: after[title] for title in before} == before
    assert titles(after)["C"] == "B A"


def test_newer_posts_are_suggested_where_the_site_asks_for_it() -> None:
    posts = [
        post("A", "2024-01-01", tags=["x"]),
        post("B", "2024-01-02", tags=["x"]),
        post("C", "2024-01-03", tags=["x", "y"]),
        post("D", "2024-01-04", tags=["y"]),
    ]
    assert titles(suggested(posts, stable=False)) == {
        "A": "B C",
        "B": "C A",
        "C": "D B A",
        "D": "C",
    }


def test_chosen_ones_come_first_and_count() -> None:
    posts = [
        post("A", "2024-01-01", tags=["x"]),
        post("B", "2024-01-02", tags=["x"]),
        post("C", "2024-01-03", tags=["x"]),
        post("D", "2024-01-04", tags=["x"]),
        post("E", "2024-01-05"),
    ]
    chosen = {"blog/D.md": ["blog/E.md", "blog/A.md", "blog/E.md", "blog/D.md", "gone.md"]}
    found = suggested(posts, chosen=chosen, limit=3)["D"]
    assert [item.post.title for item in found] == ["E", "A", "C"]
    assert [bool(item.reasons) for item in found] == [False, False, True]
    assert titles(suggested(posts, chosen=chosen, limit=1))["D"] == "E A"
    assert titles(suggested(posts, chosen=chosen, limit=0))["C"] == ""


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["Reading the Minutes, again and again"], ["reading", "the", "minutes", "again", "and"]),
        (["We do it at 10"], []),
        (["日本語の文書"], ["日本", "本語", "語の", "の文", "文書"]),
        (["Ｆｕｌｌ Café", "cafe\u0301"], ["full", "café"]),
    ],
)
def test_words(texts: list[str], words: list[str]) -> None:
    assert key_words(texts) == words


LABELS = st.lists(st.sampled_from("abcde"), max_size=3)


@given(
    st.lists(st.tuples(LABELS, st.integers(1, 9)), max_size=14), st.booleans(), st.integers(0, 3)
)
def test_suggestions_of_any_blog(
    items: list[tuple[list[str], int]], stable: bool, limit: int
) -> None:
    posts = [
        post(f"{number:02}", f"2024-01-{day:02}", tags=list(dict.fromkeys(labels)))
        for number, (labels, day) in enumerate(items)
    ]
    blog = planned(posts)
    found = related_posts(blog.posts, groupings=blog.groupings.values(), limit=limit, stable=stable)
    place = {item.source: number for number, item in enumerate(blog.posts)}
    assert set(found) == set(place)
    for source, suggestions in found.items():
        others = [suggestion.post.source for suggestion in suggestions]
        assert source not in others
        assert len(set(others)) == len(others) <= limit
        assert not stable or all(place[other] > place[source] for other in others)
        scores = [suggestion.score for suggestion in suggestions]
        assert scores == sorted(scores, reverse=True)
        for suggestion in suggestions:
            assert suggestion.reasons
            tags = {reason.label for reason in suggestion.reasons if reason.kind == "term"}
            assert tags <= set(suggestion.post.terms["tags"])
            assert tags <= set(blog.by_source[source].terms["tags"])
    if stable:
        older = [item.source for item in blog.posts[1:]]
        again = planned([item for item in posts if item.source in older])
        before = related_posts(again.posts, groupings=again.groupings.values(), limit=limit)
        assert {source: found[source] for source in older} == before


def test_the_cost_grows_with_posts_not_with_pairs() -> None:
    chance = random.Random(1)
    looked_at = {}
    for size in (200, 400):
        posts = [
            post(
                f"{n:04}", f"{2000 + n // 300}-01-{n % 28 + 1:02}", tags=[f"t{chance.randrange(3)}"]
            )
            for n in range(size)
        ]
        blog = planned(posts)
        found = related_posts(
            blog.posts, groupings=blog.groupings.values(), limit=10**6, stable=True
        )
        looked_at[size] = sum(map(len, found.values()))
    assert looked_at[400] <= 2.5 * looked_at[200]


POSTS = [
    post("A title", source="blog/2024-01-01-a.md", file_slug="a", related=["c"]),
    post("B", source="blog/b/index.md", file_slug="b", slug="bee", id="urn:b"),
    post("C", source="blog/c.md", file_slug="c"),
    post("Twin", source="news/c.md", file_slug="c"),
]


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("blog/2024-01-01-a.md", "blog/2024-01-01-a.md"),
        ("/blog/2024-01-01-a.md", "blog/2024-01-01-a.md"),
        ("/2024-01-01-a.md", None),
        ("2024-01-01-a.md", "blog/2024-01-01-a.md"),
        ("../news/c.md#part", "news/c.md"),
        ("../news/c", "news/c.md"),
        ("b", "blog/b/index.md"),
        ("b/index.md", "blog/b/index.md"),
        ("bee", "blog/b/index.md"),
        ("urn:b", "blog/b/index.md"),
        ("a", "blog/2024-01-01-a.md"),
        ("A Title", "blog/2024-01-01-a.md"),
        ("twin", "news/c.md"),
        ("c.md", "blog/c.md"),
        ("nothing", None),
    ],
)
def test_what_a_reference_names(written: str, source: str | None) -> None:
    found = References(POSTS).find(written, near=POSTS[2])
    assert (found.source if found else None) == source


def test_a_name_two_posts_have_names_none() -> None:
    far = post("D", source="other/d.md")
    assert References([*POSTS, far]).find("c", near=far) is None


def test_references_in_vain_are_reported() -> None:
    posts = [
        post("A", related=["blog/B.md", "blog/Bx.md", "B", "qqqqq"]),
        post("B", related=["../blog/A.md"]),
    ]
    referred, problems = read_references(posts)
    assert referred.related == {"blog/A.md": ("blog/B.md",), "blog/B.md": ("blog/A.md",)}
    assert [str(problem) for problem in problems] == [
        "blog/A.md: related: 'blog/Bx.md' is no post of this blog; "
        "did you mean 'blog/B.md'? [reference-unknown]",
        "blog/A.md: related: 'qqqqq' is no post of this blog; "
        "write the path of its file [reference-unknown]",
    ]
