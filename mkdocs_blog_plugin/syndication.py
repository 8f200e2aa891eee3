"""The feeds of a blog among the files of its site, and the page that lists them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from .config import FeedsConfig, WeblogConfig
from .core.blog import Blog
from .core.feeds import MEDIA_TYPES
from .core.page_data import FeedLink
from .core.problems import Level, Problem
from .core.urls import Claims, join_path, page_file
from .core.wording import Wording
from .feed_documents import DocumentMaker
from .feed_entries import Addresses
from .feed_styles import stylesheets
from .feeds import FORMATS, FeedPlace, plan_feeds
from .options import RecordOption
from .settings import blog_folder
from .views import SiteView

LISTS = {"opml": "the list of all feeds", "data": "the list of all posts"}
"""The files that list everything, and what messages call them."""


class Syndication:
    """The feeds of one build. Without `site_url`, or where the site wants none, there are none."""

    def __init__(self, options: WeblogConfig, config: MkDocsConfig, *, wording: Wording) -> None:
        self._options = options
        self._config = config
        self._wording = wording
        self._without: frozenset[str] = frozenset()
        self._generated = False
        self.places: tuple[FeedPlace, ...] = ()
        """The feeds, the blog's own first."""
        self.page_source = ""
        """The source of the page that lists the feeds; empty where there is none."""
        plugins = [type(plugin).__module__ for plugin in config.plugins.values()]
        self._beside_rss = any(name.startswith("mkdocs_rss_plugin") for name in plugins)
        self._hidden: set[str] = set()
        if self._beside_rss:
            _check_apart(options)

    @property
    def page_path(self) -> str:
        """Where the page that lists the feeds is read; empty for none."""
        feeds = self._options.feeds
        if feeds is None or not self._config.site_url:
            return ""
        return self._placed("subscribe" if feeds.subscribe is True else feeds.subscribe)

    def _placed(self, path: object) -> str:
        """A path of an option, seen from the blog; empty for none."""
        if not isinstance(path, str) or not path:
            return ""
        return join_path(blog_folder(self._options), path)

    @property
    def lists(self) -> dict[str, str]:
        """The files that list all feeds or posts, by kind."""
        feeds = self._options.feeds
        opml = feeds.opml if feeds is not None else False
        paths = {"opml": "feeds.opml" if opml is True else opml, "data": self._options.posts_json}
        return {kind: found for kind, path in paths.items() if (found := self._placed(path))}

    def told(self) -> str:
        """One line where a site would have feeds, but cannot; else empty."""
        if self._config.site_url or self._options.feeds is None:
            return ""
        return "there are no feeds: they need `site_url` in mkdocs.yml"

    def plan(
        self,
        blog: Blog,
        files: Files,
        claims: Claims,
        *,
        pages: Mapping[str, str],
        without: Collection[str],
    ) -> tuple[Problem, ...]:
        """Adds the files of all feeds to `files`, still empty, so that others know of them.

        `pages` are the docs' own pages, path to source; `without` are posts no feed may have.
        """
        self.places, self.page_source = (), ""
        self._without = frozenset(without)
        if not self._config.site_url:
            return ()
        self.places = plan_feeds(
            blog,
            self._options,
            wording=self._wording,
            site_name=self._config.site_name,
            without=self._without,
        )
        clashes = [self._add(files, path, claims, owner=owner) for path, owner in self._owners()]
        clashes.append(self._add_page(blog, files, claims, pages))
        self._add_stylesheets(files)
        return tuple(clash for clash in clashes if clash is not None)

    def _owners(self) -> Iterator[tuple[str, str]]:
        """The path of every document, and what messages call it."""
        for feed in self.places:
            for path in feed.documents:
                yield path, f"the feed of '{feed.listing.label}'"
        for kind, path in self.lists.items():
            yield path, LISTS[kind]

    def _add(self, files: Files, path: str, claims: Claims, *, owner: str) -> Problem | None:
        holder = claims.claim(path, owner=f"{owner} ({path})")
        if holder is None:
            files.append(self._made(path))
            return None
        return _clash(path, owner, holder)

    def _made(self, path: str) -> File:
        return File.generated(self._config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)

    def _add_page(
        self, blog: Blog, files: Files, claims: Claims, pages: Mapping[str, str]
    ) -> Problem | None:
        path = self.page_path
        if not path or not self.places:
            return None
        self._generated = path not in pages
        self.page_source = pages.get(path) or f"{path}.md"
        if not self._generated:
            return None
        file, owner = self._made(self.page_source), "the page of all feeds"
        front = files.get_file_from_path(blog.front.source)
        file.abs_src_path = (front.abs_src_path if front else None) or self._config.config_file_path
        target = page_file(path, directory_urls=file.use_directory_urls)
        holder = claims.claim(target, owner=owner)
        if holder is None:
            files.append(file)
            return None
        self.page_source = ""
        return _clash(path, owner, holder)

    def _add_stylesheets(self, files: Files) -> None:
        feeds = self._options.feeds
        look = feeds.stylesheet if feeds is not None else False
        made = stylesheets(look, wording=self._wording, site_name=self._config.site_name)
        for path, content in made.items():
            if files.get_file_from_path(path) is None:
                files.append(File.generated(self._config, path, content=content))

    def entitle(self, page: Page) -> None:
        """Names the page that lists the feeds, where it is not somebody's own."""
        if page.file.src_uri == self.page_source and self._generated:
            page.meta["title"] = self._wording.text("feed.subscribe")

    def hide(self, page: Page) -> None:
        """Keeps a page out of the feeds of mkdocs-rss-plugin, which have all pages of a site but
        drafts; `show` takes the mark away again."""
        if self._beside_rss and "draft" not in page.meta:
            self._hidden.add(page.file.src_uri)
            page.meta["draft"] = True

    def show(self, page: Page) -> None:
        """Ends what `hide` began."""
        if page.file.src_uri in self._hidden:
            self._hidden.discard(page.file.src_uri)
            page.meta.pop("draft", None)

    def write(self, views: SiteView, files: Files) -> None:
        """Fills all documents: every page is rendered now."""
        site_url, options = self._config.site_url, self._options.feeds or _defaults()
        if not site_url or not (self.places or self.lists):
            return
        maker = DocumentMaker(
            views, options, self._config, files=files, addresses=Addresses(site_url)
        )
        for feed in self.places:
            for path, data in maker.documents(feed):
                _fill(files, path, data)
        for kind, path in self.lists.items():
            if kind == "opml":
                _fill(files, path, maker.opml(self.places))
            else:
                _fill(files, path, maker.posts_json(path, without=self._without))

    def links(self, source: str) -> tuple[FeedLink, ...]:
        """The feeds to offer on a page of the blog: that of its own listing, then the blog's."""
        site = Addresses(self._config.site_url or "").site
        offered = [p for p in self.places if not p.by_update and p.listing.source == source]
        offered += [p for p in self.places[:1] if p not in offered]
        return tuple(
            FeedLink(title=self._offer(place, form), url=f"{site}{path}", type=MEDIA_TYPES[form])
            for place in offered
            for form, path in place.paths.items()
        )

    def _offer(self, place: FeedPlace, form: str) -> str:
        if len(place.paths) == 1:
            return place.offer
        return self._wording.text("feed.format", title=place.offer, format=FORMATS[form])


def _defaults() -> FeedsConfig:
    """The options of feeds where a site wants none, but a list of its posts."""
    options = RecordOption(FeedsConfig).run_validation({})
    assert options is not None
    return options


def _fill(files: Files, path: str, data: bytes) -> None:
    file = files.get_file_from_path(path)
    if file is not None:
        file.content_bytes = data


def _check_apart(options: WeblogConfig) -> None:
    """Raises `ValidationError` where mkdocs-rss-plugin would write the same files."""
    paths = options.feeds.paths.values() if options.feeds else ()
    if any(path.startswith("/feed_") for path in paths):
        raise ValidationError(
            "feeds: mkdocs-rss-plugin writes the same files; take `rss` out of the plugins, or "
            "give `paths` another preset"
        )


def _clash(path: str, owner: str, holder: str) -> Problem:
    return Problem(
        code="url-clash",
        level=Level.ERROR,
        source=holder,
        found=f"it lies at /{path}, where {owner} would be",
        fix="rename it, or choose other `paths` in the options of feeds",
    )
