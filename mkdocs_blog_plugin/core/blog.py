"""The blog: all posts, how they are classified, and the plan of its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from .grouping import group, slug_path
from .listing import Layout, Listing, front_listing, newest_first, taxonomy_listings
from .neighbours import Neighbours, neighbours
from .permalink import Naming, check_permalink, own_slug, permalink_path
from .post import Post
from .problems import Level, Problem
from .states import is_pinned
from .taxonomy import Grouping, Taxonomy, TermInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a site decides about its blog; the words are already in its language."""

    title: str = "Blog"
    layout: Layout = field(default_factory=Layout)
    front: Layout | None = None
    """The layout of the front page where it is another."""
    taxonomies: tuple[Taxonomy, ...] = ()
    known: Mapping[str, Mapping[str, TermInfo]] = field(default_factory=dict)
    """The terms file: taxonomy, then label, to what the site says of a term."""
    permalink: str = "docs"
    slug_style: str = "unicode"
    scope: str = "all"
    """Which posts older and newer lead to: `all`, `none`, or a taxonomy's name."""
    pins_everywhere: bool = False
    """Whether pinned posts are on top of all lists they are in, not only of the front page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blog:
    """Everything there is to know about a blog before anything is rendered."""

    settings: Settings
    posts: tuple[Post, ...]
    """The posts that are listed, newest first."""
    front: Listing
    listings: Mapping[str, Listing]
    """By the source of each of their pagers."""
    groupings: Mapping[str, Grouping]
    """By the taxonomy's name."""
    neighbours: Mapping[str, Neighbours]
    """By the post's source."""
    paths: Mapping[str, str]
    """A post's source to its path, for posts whose permalink is not the docs' own."""
    by_source: Mapping[str, Post]
    """All posts, also the unlisted ones."""
    problems: tuple[Problem, ...] = ()


def plan(
    posts: Sequence[Post],
    *,
    settings: Settings,
    pages: Mapping[str, str],
    now: datetime | None = None,
) -> Blog:
    """The plan of a blog of these posts.

    `pages` are the docs' other pages, path to source: one that lies where a listing would be
    becomes its page and keeps its own text above the list. `now` ends pins that have an end;
    without it, only those for good count.
    """
    every = newest_first(posts)
    listed = [post for post in every if not post.unlisted]
    oldest_first = listed[::-1]
    groupings: dict[str, Grouping] = {}
    problems: list[Problem] = []
    for taxonomy in settings.taxonomies:
        known = settings.known.get(taxonomy.name)
        groupings[taxonomy.name], found = group(oldest_first, taxonomy=taxonomy, known=known)
        problems += found
    pinned = [post for post in listed if is_pinned(post, now=now)]
    front = front_listing(
        listed,
        layout=settings.front or settings.layout,
        title=settings.title,
        pages=pages,
        pinned=pinned,
    )
    on_top = {post.source for post in pinned} if settings.pins_everywhere else ()
    listings = [front]
    for grouping in groupings.values():
        listings += taxonomy_listings(
            grouping, layout=settings.layout, pages=pages, front=front.source, pinned=on_top
        )
    by_source = {post.source: post for post in every}
    placed, found = _place(listings, by_source)
    folder = settings.layout.blog_dir
    checked = ((post.source, check_permalink(post, blog_dir=folder)) for post in every)
    unreadable = {source: problem for source, problem in checked if problem is not None}
    return Blog(
        settings=settings,
        posts=tuple(listed),
        front=front,
        listings=placed,
        groupings=groupings,
        neighbours=neighbours(listed, scope=settings.scope, groupings=groupings),
        paths=_paths(
            [replace(p, permalink=None) if p.source in unreadable else p for p in every],
            settings,
            groupings,
        ),
        by_source=by_source,
        problems=(*problems, *found, *unreadable.values()),
    )


def _place(
    listings: Sequence[Listing], posts: Mapping[str, Post]
) -> tuple[dict[str, Listing], tuple[Problem, ...]]:
    """The listings by the source of each pager; one whose source is a post's or another one's
    has no page, and is reported."""
    placed: dict[str, Listing] = {}
    problems: list[Problem] = []
    for listing in listings:
        sources = [pager.source for pager in listing.pagers]
        holders = [holder for s in sources if (holder := placed.get(s) or posts.get(s))]
        if holders:
            problems.append(_clash(listing, holders[0]))
        else:
            parents = tuple(source for source in listing.parents if source in placed)
            placed |= dict.fromkeys(sources, replace(listing, parents=parents))
    return placed, tuple(problems)


def _clash(listing: Listing, holder: Listing | Post) -> Problem:
    """The message stands at a post, since a listing has no source of its own."""
    if isinstance(holder, Post):
        source, held = holder.source, "it"
    else:
        source = listing.posts[0].source if listing.posts else listing.source
        held = f"'{holder.heading}'"
    place = f"{listing.path}/".lstrip("/")
    return Problem(
        code="url-clash",
        level=Level.ERROR,
        source=source,
        found=f"{held} lies at /{place}, where '{listing.heading}' would be",
        fix="rename one of them: a term takes another `slug` in the terms file",
    )


def _paths(
    posts: Sequence[Post], settings: Settings, groupings: Mapping[str, Grouping]
) -> dict[str, str]:
    def first_term(taxonomy: str, post: Post) -> tuple[str, ...]:
        grouping = groupings.get(taxonomy)
        if grouping is None or post.source in grouping.of_post:
            return grouping.of_post[post.source][0] if grouping else ()
        return slug_path(post, taxonomy=grouping.taxonomy, known=settings.known.get(taxonomy))

    naming = Naming(style=settings.slug_style, term_paths=first_term)
    paths = {}
    for post in posts:
        pattern = post.permalink or settings.permalink
        if pattern != "docs" or own_slug(post):
            paths[post.source] = permalink_path(
                post, pattern=pattern, blog_dir=settings.layout.blog_dir, naming=naming
            )
    return paths
