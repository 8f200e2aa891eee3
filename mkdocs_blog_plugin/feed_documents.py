"""The documents of feeds, made when all pages are rendered; the lists of feeds and posts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from html import unescape
from importlib.metadata import version

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from .config import FeedsConfig, PodcastConfig
from .core.feeds import WRITERS
from .core.feeds.directory import Subscription, opml
from .core.feeds.entry import Person
from .core.feeds.feed import Feed, Generator, Podcast
from .core.feeds.history import archived
from .core.feeds.identity import feed_id
from .core.links import ROOT
from .core.listing import Listing
from .core.plain_text import excerpt_text
from .core.post_data import TermRecord, posts_json
from .feed_entries import Addresses, EntryMaker
from .feed_styles import STYLESHEETS
from .feeds import FeedPlace
from .views import SiteView

SINCE = datetime(2000, 1, 1, tzinfo=UTC)
"""When a feed without posts was last changed."""

GENERATOR = Generator(
    version=version("mkdocs-weblog"), uri="https://pypi.org/project/mkdocs-weblog/"
)


class DocumentMaker:
    """Makes the documents of all feeds of a blog, each as bytes for its path."""

    def __init__(
        self,
        views: SiteView,
        options: FeedsConfig,
        config: MkDocsConfig,
        *,
        files: Files,
        addresses: Addresses,
    ) -> None:
        self._views = views
        self._options = options
        self._config = config
        self._files = files
        self._addresses = addresses
        self._entries = EntryMaker(views, files, addresses=addresses)

    def documents(self, place: FeedPlace) -> Iterator[tuple[str, bytes]]:
        """The documents of one feed: path and bytes."""
        size = 0 if place.by_update else self._options.archive_size
        feeds = archived(
            self._feed(place),
            newest=self._options.limit,
            size=size,
            archive_urls=lambda number: self._urls(place.archive_paths(number)),
            archive_title=lambda number: self._views.text(
                "feed.archived", title=place.title, number=number
            ),
        )
        for feed in feeds:
            for form, url in feed.urls.items():
                path = url.removeprefix(self._addresses.site)
                yield path, WRITERS[form](self._styled(feed, path))

    def _feed(self, place: FeedPlace) -> Feed:
        urls = self._urls(place.paths)
        home = self.home(place.listing)
        chosen = self._options.term_content if place.listing.term else self._options.content
        full_text = chosen == "full"
        return replace(
            self._channel,
            id=feed_id(next(iter(urls.values())) if place.by_update else home),
            title=place.title,
            description=self.description(place.listing),
            home_url=home,
            urls=urls,
            entries=tuple(self._entries.entry(post, full_text=full_text) for post in place.posts),
        )

    def _urls(self, paths: Mapping[str, str]) -> dict[str, str]:
        return {form: self._addresses.site + path for form, path in paths.items()}

    def home(self, listing: Listing) -> str:
        """The absolute URL of a listing."""
        return self._addresses.of(self._views.url(listing.source) or ROOT)

    def description(self, listing: Listing) -> str:
        """What a listing is about, in plain text."""
        if listing.term is not None and listing.term.info.description:
            return listing.term.info.description
        if listing.kind != "front":
            return listing.heading
        return self._options.description or self._config.site_description or listing.heading

    @cached_property
    def _channel(self) -> Feed:
        """What all feeds of the blog have in common."""
        options, config = self._options, self._config
        rights = options.copyright or unescape(excerpt_text(config.copyright or ""))
        return Feed(
            id="",
            title="",
            home_url=self._addresses.site,
            urls={},
            since=SINCE,
            language=self._views.wording.language,
            copyright=rights,
            icon=self._asset(options.icon or config.theme.get("favicon") or "img/favicon.ico"),
            logo=self._asset(options.logo or config.theme.get("logo")),
            authors=(Person(name=config.site_author or config.site_name),),
            hubs=(options.hub,) if options.hub else (),
            generator=GENERATOR,
            podcast=self._podcast(options.podcast) if options.podcast else None,
        )

    def _podcast(self, options: PodcastConfig) -> Podcast:
        return Podcast(
            category=options.category,
            subcategory=options.subcategory,
            owner=options.owner,
            email=options.email,
            explicit=options.explicit,
            image=self._asset(options.image),
            kind=options.kind,
        )

    def _asset(self, value: object) -> str | None:
        """The absolute URL of an image that the theme or an option names, if the site has it."""
        if not isinstance(value, str) or not value:
            return None
        if "//" in value:
            return self._addresses.of(value)
        file = self._files.get_file_from_path(value.lstrip("/"))
        return self._addresses.site + file.url if file is not None else None

    def _styled(self, feed: Feed, path: str) -> Feed:
        """The feed with the way to its stylesheets, relative to where its document lies."""
        if not self._options.stylesheet:
            return feed
        folder = posixpath.dirname(path) or "."
        css, xsl = (posixpath.relpath(STYLESHEETS[kind], folder) for kind in ("css", "xsl"))
        return replace(feed, css=css, stylesheet=xsl if self._options.stylesheet == "xsl" else None)

    def subscriptions(self, places: Sequence[FeedPlace]) -> list[Subscription]:
        """The feeds as somebody chooses from them, the blog's own first, then by taxonomy."""
        return [
            Subscription(
                title=place.title,
                label="" if place.listing.taxonomy is None else place.listing.label,
                group=place.listing.taxonomy.label if place.listing.taxonomy else "",
                home_url=self.home(place.listing),
                urls=self._urls(place.paths),
                description=self.description(place.listing),
                language=self._views.wording.language,
            )
            for place in places
            if not place.by_update and place.paths
        ]

    def opml(self, places: Sequence[FeedPlace]) -> bytes:
        """All feeds as OPML."""
        moments = [post.updated or post.published for place in places for post in place.posts]
        return opml(
            self.subscriptions(places),
            title=self._config.site_name,
            updated=max(moments, default=SINCE),
        )

    def posts_json(self, path: str, *, without: frozenset[str]) -> bytes:
        """All public posts and terms as JSON; its own URL is at `path`."""
        blog = self._views.blog
        posts = [post for post in blog.posts if post.source not in without]
        entries = {post.source: self._entries.entry(post, full_text=False) for post in posts}
        feed = replace(
            self._channel,
            title=blog.front.label,
            home_url=self.home(blog.front),
            urls={"json": self._addresses.site + path},
            entries=tuple(entries.values()),
        )
        terms_of = {
            entries[post.source].id: {
                name: [term.slug for term in grouping.terms_of(post)]
                for name, grouping in blog.groupings.items()
                if grouping.taxonomy.kind != "period"
            }
            for post in posts
        }
        return posts_json(feed, terms_of=terms_of, taxonomies=self._terms())

    def _terms(self) -> dict[str, list[TermRecord]]:
        views = self._views
        return {
            name: [
                TermRecord(
                    label=term.label,
                    slug=term.slug,
                    url=self._addresses.of(url) if (url := views.term_link(term).url) else None,
                    count=term.count,
                    parent="/".join(term.parent) or None,
                    description=term.info.description or "",
                )
                for term in grouping.terms.values()
            ]
            for name, grouping in views.blog.groupings.items()
            if grouping.taxonomy.kind != "period"
        }
