"""What holds for the plan of any blog."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.blog import plan
from mkdocs_blog_plugin.core.post import Post
from mkdocs_blog_plugin.core.slugs import MAX_BYTES, RESERVED
from mkdocs_blog_plugin.core.taxonomy import split_label
from mkdocs_blog_plugin.core.urls import same_file
from tests.core.blogs import settings

if TYPE_CHECKING:
    from mkdocs_blog_plugin.core.blog import Blog

NOW = dt.datetime(2024, 6, 1, tzinfo=dt.UTC)
LABELS = st.one_of(
    st.sampled_from(
        ["C", "c", "C++", "c!", "c-d30b", "page", "INDEX", "é", "e\u0301", "🎉", "..", "x" * 300]
    ),
    st.text(min_size=1, max_size=6).filter(str.strip),
    st.lists(st.sampled_from(["a", "A", "b", "page", "2", "ß", "ss"]), min_size=1).map("/".join),
)
ZONES = st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=9))])


@st.composite
def posts(draw: st.DrawFn) -> list[Post]:
    """A few posts, often of the same moment, with terms that are hard to keep apart."""
    return [
        Post(
            source=f"blog/{number}.md",
            title=draw(st.text(max_size=5)),
            published=dt.datetime(2024, 1, draw(st.integers(1, 3)), tzinfo=draw(ZONES)),
            order=draw(st.sampled_from([0.0, 0.0, 1.0])),
            unlisted=draw(st.sampled_from([False, False, False, True])),
            pinned=draw(st.sampled_from([False, False, True])),
            terms={
                name: tuple(draw(st.lists(LABELS, max_size=3))) for name in ("tags", "categories")
            },
        )
        for number in range(draw(st.integers(0, 9)))
    ]


SETTINGS = st.builds(
    settings,
    layout=st.fixed_dictionaries(
        {"per_page": st.integers(0, 4), "orphans": st.integers(0, 2), "stable": st.booleans()}
    ),
    scope=st.sampled_from(["all", "tags", "categories", "none"]),
    slug_style=st.sampled_from(["unicode", "ascii", "wordpress"]),
    tags=st.fixed_dictionaries({"slug_style": st.sampled_from(["unicode", "ascii", "wordpress"])}),
)


def planned(items: list[Post], chosen: Any) -> Blog:
    return plan(items, settings=chosen, pages={}, now=NOW)


@given(posts(), SETTINGS)
def test_each_public_post_is_on_the_front_pages_once_and_pinned_ones_on_top(
    items: list[Post], chosen: Any
) -> None:
    blog = planned(items, chosen)
    public = {item.source for item in items if not item.unlisted}
    pinned = [item.source for item in blog.posts if item.pinned]
    first, *others = blog.front.pagers
    assert [item.source for item in first.posts[: len(pinned)]] == pinned
    on_top = Counter(item.source for item in first.posts)
    below = Counter(item.source for pager in others for item in pager.posts)
    assert set(on_top + below) == public
    assert set(on_top.values()) | set(below.values()) <= {1}
    assert set(on_top) & set(below) <= set(pinned)


@given(posts(), SETTINGS)
def test_each_public_post_is_once_in_each_of_its_terms_and_their_parents(
    items: list[Post], chosen: Any
) -> None:
    blog = planned(items, chosen)
    for name, grouping in blog.groupings.items():
        filed = {
            path[: depth + 1]
            for paths in grouping.of_post.values()
            for path in paths
            for depth in range(len(path))
        }
        assert set(grouping.terms) == filed
        for path, term in grouping.terms.items():
            members = [item.source for item in term.posts]
            assert len(members) == len(set(members)) > 0
            assert set(members) == {
                source
                for source, paths in grouping.of_post.items()
                if any(named[: len(path)] == path for named in paths)
            }
        everybody = {item.source for item in blog.posts}
        names = split_label if grouping.taxonomy.hierarchical else str
        named = {item.source for item in blog.posts if any(map(names, item.terms[name]))}
        assert set(grouping.of_post) == (everybody if grouping.taxonomy.default_term else named)


@given(posts(), SETTINGS)
def test_listings_show_every_post_of_theirs_once(items: list[Post], chosen: Any) -> None:
    blog = planned(items, chosen)
    for listing in {id(item): item for item in blog.listings.values()}.values():
        if listing.kind == "term":
            shown = [item.source for pager in listing.pagers for item in pager.posts]
            assert shown == [item.source for item in listing.posts]


@given(posts(), SETTINGS)
def test_neighbours_are_inverse_to_each_other(items: list[Post], chosen: Any) -> None:
    blog = planned(items, chosen)
    assert set(blog.neighbours) == {item.source for item in blog.posts}
    for source, beside in blog.neighbours.items():
        if beside.older:
            newer = blog.neighbours[beside.older.source].newer
            assert newer
            assert newer.source == source
        if beside.newer:
            older = blog.neighbours[beside.newer.source].older
            assert older
            assert older.source == source


@given(posts(), SETTINGS)
def test_every_slug_is_a_safe_segment_and_no_two_listings_share_a_file(
    items: list[Post], chosen: Any
) -> None:
    blog = planned(items, chosen)
    for grouping in blog.groupings.values():
        for path in grouping.terms:
            slug = path[-1]
            assert slug
            assert slug.isprintable()
            assert not set(slug) & set('/\\?*:|"<>')
            assert slug.casefold() not in RESERVED
            limit = MAX_BYTES if grouping.taxonomy.slug_style != "wordpress" else 2 * MAX_BYTES
            assert len(slug.encode()) <= limit
    places = [
        pager.path
        for listing in {id(item): item for item in blog.listings.values()}.values()
        for pager in listing.pagers
    ]
    assert len(places) == len(set(map(same_file, places)))


@given(posts(), SETTINGS, st.randoms())
def test_the_order_in_which_posts_are_found_changes_nothing(
    items: list[Post], chosen: Any, random: Any
) -> None:
    blog = planned(items, chosen)
    random.shuffle(items)
    assert planned(items, chosen) == blog


@given(posts(), SETTINGS)
def test_what_is_unlisted_is_in_no_listing(items: list[Post], chosen: Any) -> None:
    blog = planned(items, chosen)
    listed = {item.source for entry in blog.listings.values() for item in entry.posts}
    assert not listed & {item.source for item in items if item.unlisted}
