"""The feeds of a blog, planned: which listings have them, where each document lies."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .config import FeedsConfig, TaxonomyConfig, WeblogConfig
from .core.blog import Blog
from .core.feeds.history import divide
from .core.listing import Listing
from .core.post import Post
from .core.urls import join_path
from .core.wording import Wording
from .options import FEED_PATHS

FORMATS: Mapping[str, str] = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}
"""What the formats are called."""

_LEAST = {"categories": 1, "tags": 2}
"""With how many posts a term has a feed where the site does not say; others have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPlace:
    """One feed: its posts, and where its documents lie in the site."""

    listing: Listing
    """The page of the same posts."""
    title: str
    """Its own: "co-production – Site"."""
    offer: str
    """As browsers and feed readers offer it: "Site » co-production Tag Feed"."""
    posts: tuple[Post, ...]
    """Newest first; all of them, or as many as the feed has."""
    paths: Mapping[str, str]
    """By format, the preferred one first."""
    archives: int = 0
    """How many archive documents there are."""
    by_update: bool = False
    """Whether the posts are those changed last, in that order."""

    def archive_paths(self, number: int) -> dict[str, str]:
        """Where archive document `number` lies: `feed-1.xml` beside `feed.xml`."""
        return {form: _numbered(path, number) for form, path in self.paths.items()}

    @property
    def documents(self) -> Iterator[str]:
        """The paths of all documents."""
        yield from self.paths.values()
        for number in range(1, self.archives + 1):
            yield from self.archive_paths(number).values()


def _numbered(path: str, number: int) -> str:
    stem, suffix = posixpath.splitext(path)
    return f"{stem}-{number}{suffix}"


def plan_feeds(
    blog: Blog,
    options: WeblogConfig,
    *,
    wording: Wording,
    site_name: str,
    without: Collection[str] = (),
) -> tuple[FeedPlace, ...]:
    """The feeds of a blog, its own first. `without` are posts no feed may have (sources)."""
    feeds = options.feeds
    if feeds is None:
        return ()
    places = []
    for listing in _syndicated(blog, options):
        posts = tuple(
            post
            for post in sorted(listing.posts, key=lambda post: post.published, reverse=True)
            if post.source not in without
        )
        place = FeedPlace(
            listing=listing,
            title=_title(listing, feeds, wording, site_name),
            offer=_offer(listing, wording, site_name),
            posts=posts,
            paths=_paths(listing, feeds, kind="{form}"),
        )
        places.append(_limited(place, feeds))
        if listing.kind == "front":
            places += _by_update(place, feeds)
    return tuple(places)


def _syndicated(blog: Blog, options: WeblogConfig) -> Iterator[Listing]:
    """The front page, and the terms of taxonomies with feeds that have enough posts."""
    yield blog.front
    least = {name: _least(name, options) for name in blog.groupings}
    for source, listing in blog.listings.items():
        if source == listing.source and listing.taxonomy and listing.term:
            needed = least[listing.taxonomy.name]
            if needed and len(listing.posts) >= needed:
                yield listing


def _least(taxonomy: str, options: WeblogConfig) -> int:
    """How many posts a term needs for a feed; 0 where the taxonomy has no feeds."""
    own = {"authors": options.authors, "series": options.series, "archive": options.archive}
    record = own.get(taxonomy) or options.taxonomies.get(taxonomy) or TaxonomyConfig()
    chosen: bool | int | None = record.feed
    if chosen is None:
        return _LEAST.get(taxonomy, 0)
    return int(chosen)  # true is for one post and more


def _title(listing: Listing, feeds: FeedsConfig, wording: Wording, site_name: str) -> str:
    if listing.kind == "front" and feeds.title:
        return feeds.title
    return wording.text("feed.title", label=listing.label, site=site_name)


def _offer(listing: Listing, wording: Wording, site_name: str) -> str:
    taxonomy = listing.taxonomy
    if taxonomy is None:
        return wording.text("feed.blog", site=site_name)
    key = wording.pick(f"feed.{taxonomy.name}", "feed.term")
    return wording.text(key, site=site_name, label=listing.label, taxonomy=taxonomy.singular)


def _paths(listing: Listing, feeds: FeedsConfig, *, kind: str) -> dict[str, str]:
    """Where the documents of a listing lie by format; `kind` makes a key of the option of one."""
    own = listing.kind == "front"
    folder = listing.path.removesuffix(".html")
    paths = {}
    for form in feeds.formats:
        name = feeds.paths.get(kind.replace("{form}", form))
        if name is not None and name.startswith("/") and not own:
            name = FEED_PATHS["default"][form]
        if name is not None:
            paths[form] = join_path(folder, name)
    return paths


def _limited(place: FeedPlace, feeds: FeedsConfig) -> FeedPlace:
    if feeds.archive_size > 0:
        parts = divide(place.posts, newest=feeds.limit, size=feeds.archive_size)
        return replace(place, archives=len(parts.archives))
    return replace(place, posts=place.posts[: feeds.limit or None])


def _by_update(place: FeedPlace, feeds: FeedsConfig) -> Sequence[FeedPlace]:
    """The feed of the posts that were changed last, where the site has one."""
    paths = _paths(place.listing, feeds, kind="{form}_updated")
    if not paths:
        return ()
    posts = sorted(place.posts, key=lambda post: post.updated or post.published, reverse=True)
    kept = tuple(posts[: feeds.limit or None])
    return (replace(place, posts=kept, paths=paths, by_update=True),)
