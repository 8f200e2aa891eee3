"""What programs want to know of a post or a listing, gathered from the blog and its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from .cards.deck import Deck
from .config import MetadataConfig, WeblogConfig
from .core.feeds.entry import Image
from .core.links import ROOT
from .core.page_data import Crumb, FeedLink, PageData, TermData
from .core.reading_time import words
from .covers import image_size
from .feed_entries import Addresses, image_of, person_of, summary_of
from .views import ListingView, PostView, SiteView, title_text


def noindexed(options: WeblogConfig) -> frozenset[str]:
    """The taxonomies whose pages search engines are asked to leave alone."""
    named = {"authors": options.authors, "series": options.series, "archive": options.archive}
    records = {**options.taxonomies, **named}
    return frozenset(name for name, record in records.items() if record and record.noindex)


class Facts:
    """Gathers what is known of the pages of a blog."""

    def __init__(
        self,
        views: SiteView,
        options: WeblogConfig,
        config: MkDocsConfig,
        *,
        files: Files,
        feeds: Callable[[str], tuple[FeedLink, ...]],
        deck: Deck,
    ) -> None:
        self._views = views
        self._options: MetadataConfig | None = options.metadata
        self._noindexed = noindexed(options)
        self._config = config
        self._files = files
        self._feeds = feeds
        self._deck = deck
        self._addresses = Addresses(config.site_url or "")

    def of(self, page: Page) -> PageData:
        """What is known of a page; of one that is no post and no listing, only which feeds there
        are."""
        source, blog = page.file.src_uri, self._views.blog
        if source in blog.by_source:
            return self._post(page, self._views.post(blog.by_source[source]))
        if source in blog.listings:
            return self._listing(page, self._views.listing(source))
        return self._common(page)

    def described(self, page: Page) -> str:
        """A page's description as plain text: as written, of a post else its beginning, of a term
        else what the terms file says; empty for none."""
        written = page.meta.get("description")
        if written and not isinstance(written, Markup):
            return str(written)
        source, blog = page.file.src_uri, self._views.blog
        if source in blog.by_source:
            return summary_of(self._views.post(blog.by_source[source]))
        listing = blog.listings.get(source)
        return listing.term.info.description or "" if listing and listing.term else ""

    def _common(self, page: Page) -> PageData:
        front = self._views.blog.front.source
        return PageData(
            url=page.canonical_url or page.url,
            title=title_text(page),
            site_name=self._config.site_name,
            site_url=self._addresses.site,
            blog_name=self._views.label(front),
            blog_url=self._url(front),
            description=self.described(page),
            language=self._views.wording.language,
            robots=_robots(page),
            feeds=self._feeds(page.file.src_uri),
        )

    def _post(self, page: Page, view: PostView) -> PageData:
        post = view.post
        tags = [
            term.label
            for name, grouping in self._views.blog.groupings.items()
            if grouping.taxonomy.kind == "term" and name != "categories"
            for term in grouping.terms_of(post)
        ]
        card = self._deck.picture(post=post)
        picture = card if self._deck.leads(post) else view.picture or card
        return replace(
            self._common(page),
            is_post=True,
            language=post.language or self._views.wording.language,
            image=image_of(picture, self._addresses) if picture else self._default_image,
            published=post.published,
            updated=post.updated,
            authors=tuple(person_of(author, self._addresses) for author in view.authors),
            sections=tuple(link.label for link in view.categories),
            tags=tuple(tags),
            words=words(view.content).words or None,
            robots=_robots(page) or ("noindex" if post.unlisted else None),
            crumbs=self._crumbs(page, (self._views.blog.front.source,)),
        )

    def _listing(self, page: Page, view: ListingView) -> PageData:
        listing = self._views.blog.listings[page.file.src_uri]
        author = view.author
        card = self._deck.picture(listing)
        hidden = view.taxonomy is not None and view.taxonomy.name in self._noindexed
        changed = [post.updated or post.published for post in listing.posts]
        return replace(
            self._common(page),
            image=image_of(card, self._addresses) if card else self._default_image,
            updated=max(changed, default=None),
            authors=(person_of(author, self._addresses),) if author else (),
            robots=_robots(page) or ("noindex" if hidden else None),
            previous_url=self._addresses.of(view.newer_url) if view.newer_url else None,
            next_url=self._addresses.of(view.older_url) if view.older_url else None,
            crumbs=self._crumbs(page, listing.parents),
            term=self._term(view),
            is_author=author is not None,
            listed=tuple((self._addresses.of(post.url), post.title) for post in view.posts),
        )

    def _term(self, view: ListingView) -> TermData | None:
        taxonomy, term = view.taxonomy, view.term
        index = self._indexes.get(taxonomy.name) if taxonomy else None
        if taxonomy is None or term is None or taxonomy.kind != "term" or index is None:
            return None
        return TermData(
            name=term.label,
            slug=term.slug,
            set_name=taxonomy.label,
            set_url=index,
            description=view.description,
        )

    @cached_property
    def _indexes(self) -> dict[str, str]:
        """Taxonomies to the URLs of their index pages."""
        listings = self._views.blog.listings.values()
        return {
            listing.taxonomy.name: self._url(listing.source)
            for listing in listings
            if listing.kind == "index" and listing.taxonomy
        }

    def _crumbs(self, page: Page, above: tuple[str, ...]) -> tuple[Crumb, ...]:
        """The way to a page: the site's home page, the listings above it, the page itself."""
        found = {self._addresses.site: self._config.site_name}
        for source in above:
            found.setdefault(self._url(source), self._views.label(source))
        found.setdefault(page.canonical_url or page.url, title_text(page))
        return tuple(Crumb(name=name, url=url) for url, name in found.items())

    @cached_property
    def _default_image(self) -> Image | None:
        """The image of pages that have none of their own."""
        chosen = self._options.image if self._options else None
        if not chosen or self._options is None:
            return None
        if "//" in chosen:
            return Image(url=self._addresses.of(chosen), alt=self._options.image_alt)
        file = self._files.get_file_from_path(chosen.lstrip("/"))
        if file is None:
            return None
        width, height = image_size(file)
        url = self._addresses.of(ROOT + file.url)
        return Image(url=url, alt=self._options.image_alt, width=width, height=height)

    def _url(self, source: str) -> str:
        return self._addresses.of(self._views.url(source) or ROOT)


def _robots(page: Page) -> str | None:
    """What a page's front matter says to search engines: `robots: noindex`."""
    written = page.meta.get("robots")
    return written if isinstance(written, str) and written.strip() else None
