"""One build of one blog: its state, from the options to the completed pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from .authorship import Authorship
from .cards.deck import Deck
from .config import WeblogConfig
from .core import wording as words
from .core.blog import Blog, Settings, plan
from .core.dates import format_datetime
from .core.links import ROOT, place
from .core.listing import index_path
from .core.post import Post
from .core.problems import Problem
from .core.reading import ReadingSettings
from .core.references import read_references
from .core.series import SeriesPlace, check_parts, in_folders, series_places
from .core.states import State, visible
from .core.taxonomy import TermInfo
from .core.terms import read_terms
from .core.wording import Wording
from .covers import Covers
from .files import PostReader, Reading, docs_pages, files_may_change, hide_data
from .further import Further
from .git_dates import GitError, History, read_history
from .head import HeadWriter
from .held_back import Unlinker, hide_media, summary
from .messages import docs_prefix, located, tell
from .page_facts import Facts, noindexed
from .pages import Completion, Titles, settle_titles, title_html
from .parts import PartPages, hidden_part
from .people import People
from .post_templates import PostTemplates
from .publishing import Publisher
from .redirection import Redirection, lock_path
from .related import RelatedFinder
from .rendering import Renderer, theme_family
from .settings import (
    blog_folder,
    blog_settings,
    chosen_moment,
    site_language,
    site_moment,
    site_wording,
    taxonomy_keys,
    taxonomy_names,
)
from .sitemap import changed_on, is_in_sitemap
from .subscribe import complete_subscribe
from .syndication import Syndication
from .views import SiteView, Style, title_text
from .widget_blocks import Blocks
from .widgets import Here, Widgets

if TYPE_CHECKING:
    import jinja2
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("weblog")

PACKAGE = Path(__file__).parent
TEMPLATES = str(PACKAGE / "templates")
STYLESHEET = "assets/weblog/weblog.css"


class Build:
    """What one build knows. Made anew in `on_config`, which may run several times a build."""

    def __init__(
        self,
        options: WeblogConfig,
        config: MkDocsConfig,
        *,
        settings: Settings,
        wording: Wording,
        problems: tuple[Problem, ...],
        preview: bool,
        now: datetime,
        history: Mapping[str, History],
    ) -> None:
        self._options = options
        self._config = config
        self._settings = settings
        self._wording = wording
        self._problems = problems
        self._preview = preview
        self._now = now
        self._reader = PostReader(
            options,
            config,
            settings=ReadingSettings(
                zone=options.timezone,
                date_from=tuple(options.date_from),
                taxonomy_keys=taxonomy_keys(options),
            ),
            history=history,
        )
        folder = blog_folder(options)
        self._authorship = Authorship(options, config, wording=wording)
        self._redirection = Redirection(options, config, wording=wording)
        self._syndication = Syndication(options, config, wording=wording)
        self._deck = Deck(options, config, wording=wording)
        kept = (*settings.taxonomies, *self._authorship.join((), settings)[0].taxonomies)
        self._reader.keep(
            (*(index_path(t, blog_dir=folder) for t in kept), self._syndication.page_path)
        )
        self._prefix = docs_prefix(config)
        self.sources: frozenset[str] = frozenset()
        """The posts of this blog, public or not; none until they are planned."""

    def located(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The problems as they are told: sorted, with paths as seen from `mkdocs.yml`."""
        return located(problems, prefix=self._prefix)

    def rehearse(self, files: Files) -> tuple[Problem, ...]:
        """What is known to be wrong before MkDocs empties `site_dir`: with the posts, and, where
        no other plugin changes the files, with their URLs. `files` are not used again."""
        reading = self._reader.read(files)
        if files_may_change(self._config):
            return self.located((*self._problems, *reading.problems))
        blog, problems = self._publish(files, reading)
        told = (*problems, *self._inspect(blog, files, hidden=()))
        return self.located((*self._problems, *reading.problems, *told))

    def plan(self, files: Files, *, taken: Collection[str] = ()) -> tuple[Problem, ...]:
        """Plans the blog, gives posts and listings their files; returns all problems so far.

        `taken` are the posts of other blogs of the site.
        """
        before = set(files.src_uris)
        reading = self._reader.read(files).without(taken)
        self.sources = frozenset(reading.posts)
        blog, problems = self._publish(files, reading)
        self._held = {held.post.source: held for held in self._visible.held_back}
        hidden = reading.posts.keys() - {post.source for post in self._visible.posts}
        hide_media(files, hidden)
        self._unlinker = Unlinker({source: self._held[source] for source in hidden}, files)
        self._blog = blog
        self._files = files
        self._generated = frozenset(files.src_uris.keys() - before)
        self._blocks = Blocks(
            folder=blog_folder(self._options),
            folders=self._folders(),
            groupings=blog.groupings,
        )
        inspected = self._inspect(blog, files, hidden=hidden)
        self._add_stylesheet(files)
        self._deck.draw(blog, files, self._bylines)
        return self.located(
            (
                *self._problems,
                *reading.problems,
                *problems,
                *inspected,
            )
        )

    def _inspect(self, blog: Blog, files: Files, *, hidden: Iterable[str]) -> list[Problem]:
        """Looks for the other files posts name: covers, templates, further reading."""
        posts = blog.by_source.values()
        self._templates = PostTemplates(self._config.theme.dirs)
        self._covers = Covers(files, first_image=self._options.cover.fallback == "first_image")
        self._further = Further(files, held={source: self._held[source] for source in hidden})
        return [
            *self._covers.problems(posts),
            *self._templates.problems(posts),
            *self._further.problems(posts),
        ]

    def _publish(self, files: Files, reading: Reading) -> tuple[Blog, tuple[Problem, ...]]:
        """The blog that can be published, every page of it in `files`."""
        for source in reading.unusable:
            files.src_uris[source].inclusion = InclusionLevel.EXCLUDED
        self._visible = visible(tuple(reading.posts.values()), now=self._now, preview=self._preview)
        pages = docs_pages(files, reading)
        hide_data(files, self._options)
        publisher = Publisher(files, self._config)
        publisher.hide(reading.posts.keys() - {post.source for post in self._visible.posts})
        posts = self._in_series(self._visible.posts)
        settings, self._bylines, told = self._authorship.join(posts, self._settings)
        blog = plan(posts, settings=settings, pages=pages, now=self._now)
        problems = (*told, *blog.problems)
        if lost := publisher.publish_posts(blog):
            posts = tuple(post for post in posts if post.source not in lost)
            blog = plan(posts, settings=settings, pages=pages, now=self._now)
        publisher.publish_listings(blog)
        split = self._reader.parts if self._options.nextpage == "split" else {}
        self._parts = PartPages(
            publisher.publish_parts({s: n for s, n in split.items() if s in blog.by_source})
        )
        without = {held.post.source for held in self._visible.held_back}
        fed = self._syndication.plan(
            blog,
            files,
            publisher.claims,
            pages=pages,
            without=without,
        )
        carded = self._deck.plan(blog, files, publisher.claims, without=without)
        moved = self._redirection.plan(blog, files, publisher.claims, given_up=self._expired())
        unlisted = [post for post in blog.by_source.values() if post.unlisted]
        held = () if self._preview else self._visible.held_back
        self._referred, unknown = read_references(
            blog.posts, unlisted=unlisted, held=held, pages=files.src_uris
        )
        found = (*publisher.problems, *fed, *carded, *moved, *unknown, *self._check_series(blog))
        return blog, (*problems, *found)

    def _folders(self) -> tuple[str, ...]:
        """The folders of all blogs of the site, this one's among them."""
        others = (getattr(p, "config", None) for p in self._config.plugins.values())
        return tuple(blog_folder(other) for other in others if isinstance(other, WeblogConfig))

    def _in_series(self, posts: tuple[Post, ...]) -> tuple[Post, ...]:
        options = self._options.series
        if options is None or not options.folder:
            return posts
        return tuple(in_folders(post, folder=options.folder) for post in posts)

    def _check_series(self, blog: Blog) -> tuple[Problem, ...]:
        grouping = blog.groupings.get("series")
        return check_parts(grouping, coming=self._coming()) if grouping else ()

    def _coming(self) -> tuple[Post, ...]:
        """Posts that are scheduled: in a preview they are there already."""
        held = () if self._preview else self._visible.held_back
        return self._in_series(tuple(h.post for h in held if h.state is State.SCHEDULED))

    def _expired(self) -> tuple[str, ...]:
        held = self._visible.held_back
        return tuple(h.post.id or h.post.source for h in held if h.state is State.EXPIRED)

    def _add_stylesheet(self, files: Files) -> None:
        if files.get_file_from_path(STYLESHEET) is None:
            path = str(PACKAGE / "assets" / "weblog.css")
            files.append(File.generated(self._config, STYLESHEET, abs_src_path=path))

    def summary(self) -> str:
        """One line about what this build holds back; empty for nothing, and in a preview."""
        if self._preview:
            return ""
        language = self._wording.language
        return summary(
            self._visible,
            when=lambda moment: format_datetime(moment, language=language),
            as_of=self._now if chosen_moment(self._options) else None,
        )

    def link(self, nav: Navigation) -> None:
        """Gives the pages of the blog their parent and their neighbours, unless they are in the
        nav, where the reading order of the docs is what it was."""
        in_nav = {page.file.src_uri for page in nav.pages}
        front = self._page(self._blog.front.source)
        for source, both in self._blog.neighbours.items():
            page = self._page(source)
            if page is None or source in in_nav:
                continue
            page.parent = front  # type: ignore[assignment]  # a page, for native breadcrumbs
            page.previous_page = self._page(both.older.source) if both.older else None
            page.next_page = self._page(both.newer.source) if both.newer else None
        for source, listing in self._blog.listings.items():
            page = self._page(source)
            if page is not None and page is not front and source not in in_nav:
                above = listing.parents[-1:] if source == listing.source else (listing.source,)
                parent = self._page(above[0]) if above else None
                page.parent = parent  # type: ignore[assignment]  # a page, as above
        subscribe = self._page(self._syndication.page_source)
        if subscribe is not None and subscribe.file.src_uri not in in_nav:
            subscribe.parent = front  # type: ignore[assignment]  # a page, as above
        self._parts.link(self._page)
        written = (listing.source for listing in self._blog.listings.values())
        pages = {source: self._page(source) for source in written if source not in self._generated}
        self._titles = Titles(
            self._blog,
            {source: page for source, page in pages.items() if page is not None},
            wording=self._wording,
        )

    def _page(self, source: str) -> Page | None:
        """The page of a source; made where MkDocs makes it only later (drafts in a preview)."""
        file = self._files.get_file_from_path(source)
        if file is None or file.inclusion is InclusionLevel.EXCLUDED:
            return None
        return file.page or Page(None, file, self._config)

    def entitle(self, page: Page) -> None:
        """What our pages need to know of themselves before they are rendered."""
        source = page.file.src_uri
        post = self._blog.by_source.get(source)
        if post is not None or source in self._blog.listings:
            self._titles.entitle(page)
        if post is not None:
            self._templates.settle(page, post)
        self._syndication.entitle(page)
        page.update_date = changed_on(self._blog, source, now=self._now) or page.update_date
        if (own := self._parts.post_of(source)) != source:
            self._parts.entitle(page, self._page, title=self._blog.by_source[own].title)
        if source in self._generated or (post is not None and post.unlisted):
            page.meta["search"] = {"exclude": True}
            self._syndication.hide(page)

    def place_widgets(self, markdown: str, page: Page) -> tuple[str, tuple[Problem, ...]]:
        """The Markdown of any page with placeholders for the widgets in it."""
        markdown, problems = self._blocks.place(markdown, page)
        return markdown, self.located(problems)

    def unlink(self, html: str, page: Page) -> tuple[str, tuple[Problem, ...]]:
        """The HTML of any page without links to posts that are held back; what is wrong with those,
        and with the widgets of the page."""
        self._syndication.show(page)
        html, slips = self._blocks.settle(html, page)
        html, problems = self._unlinker.unlink(html, page)
        return html, self.located((*slips, *problems))

    def open_views(self, env: jinja2.Environment, files: Files) -> None:
        """All pages are rendered: joins them with the blog's data."""
        options = self._options
        settle_titles(page for source in self._blog.by_source if (page := self._page(source)))
        told = self._parts.split(self._page, title=self._part_title)
        tell(log, self.located(told))
        renderer = Renderer(env, family=theme_family(self._config.theme))
        self._views = SiteView(
            self._blog,
            files,
            wording=self._wording,
            names=renderer.names,
            held=self._held,
            preview=self._preview,
            covers=self._covers,
            people=People(
                self._bylines, files, email=options.authors.email if options.authors else False
            ),
            series=self._series_places(),
            related=RelatedFinder(
                self._blog, files, chosen=self._referred.related, options=options.related
            ),
            superseded=self._referred.superseded,
            further=self._further,
            now=self._now,
            subscribe=self._syndication.page_source,
            style=Style(
                date_format=options.date_format,
                paragraphs=options.excerpt.paragraphs,
                reading_time=options.reading_time,
                word_count=options.word_count,
                words_per_minute=options.words_per_minute,
                layout=options.layout,
                old_after=options.old_after,
                covers_in_lists=options.cover.in_lists,
                covers_on_posts=options.cover.on_posts,
                author_box=bool(options.authors and options.authors.box),
            ),
        )
        self._widgets = Widgets(
            self._views,
            renderer,
            blocks=self._blocks,
            tell=lambda problems: tell(log, problems),
            notes=self._preview,
        )
        root = urlsplit(self._config.site_url or "/").path.rstrip("/") + "/"
        env.globals.setdefault("weblog", Here(self._views, self._widgets, root=root, here=None))
        self._completion = Completion(
            self._views,
            renderer,
            titles=self._titles,
            listing_toc=options.listing_toc,
        )
        self._renderer = renderer
        self._syndication.write(self._views, files)
        self._head = HeadWriter(
            Facts(
                self._views,
                options,
                self._config,
                files=files,
                feeds=self._syndication.links,
                deck=self._deck,
            ),
            options.metadata,
            published=bool(self._config.site_url),
        )

    def _part_title(self, page: Page, number: int) -> str:
        title = title_text(page)
        return title_html(self._wording.text("title.page", title=title, number=number))

    def _series_places(self) -> Mapping[str, SeriesPlace]:
        grouping = self._blog.groupings.get("series")
        options = self._options.series
        if grouping is None or options is None:
            return {}
        return series_places(grouping, coming=self._coming() if options.coming_soon else ())

    def write_lock(self) -> None:
        """Remembers the published URLs, where the site keeps a lock file."""
        if not self._preview:
            self._redirection.write_lock()

    def complete(self, page: Page, context: TemplateContext) -> None:
        """Adds to posts and listings what is ours; to all pages, the blog's data."""
        source = page.file.src_uri
        post = self._parts.post_of(source)
        if self._is_ours(post) or "weblog" not in context:
            root = place(ROOT, page_url=page.url)
            here = Here(self._views, self._widgets, root=root, here=post)
            context["weblog"] = here  # type: ignore[typeddict-unknown-key]  # ours
        if post in self._blog.by_source:
            parts = self._parts.show(page, self._page)
            number = self._parts.number_of(source)
            completed = self._blog.by_source[post]
            self._completion.complete_post(page, completed, parts=parts, number=number)
        elif source in self._blog.listings:
            self._completion.complete_listing(page, self._views.listing(source))
        elif source == self._syndication.page_source:
            complete_subscribe(page, self._syndication, views=self._views, renderer=self._renderer)
        html = page.content or ""
        html = self._widgets.expand(html, page_url=page.url, here=post)
        page.content = self._parts.follow(html, page_url=page.url)
        if self._is_ours(source):
            self._head.describe(page)

    def _is_ours(self, source: str) -> bool:
        """Whether a page belongs to the blog."""
        known = (self._blog.by_source, self._blog.listings, (self._syndication.page_source,))
        return any(source in sources for sources in known)

    def complete_head(self, html: str, page: Page) -> str:
        """A page as it is written, with what its head lacks if it is the blog's."""
        source = page.file.src_uri
        if (post := self._parts.post_of(source)) != source:
            html = self._head.offer(html, page)
            return hidden_part(html, page) if self._blog.by_source[post].unlisted else html
        return self._head.complete(html, page) if self._is_ours(source) else html

    def choose_for_sitemap(self, context: TemplateContext) -> None:
        """Leaves out of the sitemap what is not for search engines."""
        pagers, without = self._options.sitemap.pagers, noindexed(self._options)
        context["pages"] = [
            file
            for file in context["pages"]
            if is_in_sitemap(
                self._blog, self._parts.post_of(file.src_uri), pagers=pagers, without=without
            )
        ]

    def told(self) -> str:
        """One line about what this site could have, but has not; empty for nothing."""
        return self._syndication.told()

    def leave_search(self, config: MkDocsConfig) -> None:
        """Takes the generated listings and unlisted posts out of the index of every search
        plugin: MkDocs' own does not know `search.exclude`."""
        unlisted = (post.source for post in self._blog.by_source.values() if post.unlisted)
        files = (self._files.get_file_from_path(s) for s in (*self._generated, *unlisted))
        urls = {file.url for file in files if file is not None and file.page is not None}
        for plugin in config.plugins.values():
            index = getattr(plugin, "search_index", None)
            entries = getattr(index, "_entries", None)
            if isinstance(entries, list):
                entries[:] = [e for e in entries if e["location"].partition("#")[0] not in urls]
                for entry in entries:
                    entry["location"] = self._parts.moved(entry["location"])


def prepare(options: WeblogConfig, config: MkDocsConfig, *, preview: bool) -> Build:
    """The state of a build that begins. Raises `ValidationError` for options that contradict."""
    wording = site_wording(options, site_language(options, config))
    own = {key: text for key, text in options.wording.items() if key != "preset"}
    if doubts := words.check(own, taxonomies=taxonomy_names(options)):
        raise ValidationError("; ".join(f"wording: {d.key}: {d.found}, {d.fix}" for d in doubts))
    _check_alone(options, config)
    known, problems = _terms(options, config)
    if STYLESHEET not in config.extra_css:
        config.extra_css.insert(0, STYLESHEET)
    return Build(
        options,
        config,
        settings=blog_settings(options, wording, known=known),
        wording=wording,
        problems=problems,
        preview=preview,
        now=site_moment(options),
        history=_history(options, config),
    )


def _history(options: WeblogConfig, config: MkDocsConfig) -> Mapping[str, History]:
    """What git knows of the docs, where the site asks for it."""
    if "git" not in (*options.date_from, *options.updated_from):
        return {}
    try:
        return read_history(Path(config.docs_dir), zone=options.timezone)
    except GitError as error:
        raise ValidationError(f"git: {error}") from error


def _check_alone(options: WeblogConfig, config: MkDocsConfig) -> None:
    """Raises `ValidationError` where another blog of the site has the same folder or lock file."""
    folder = blog_folder(options)
    lock = lock_path(options, config)
    for plugin in config.plugins.values():
        other = getattr(plugin, "config", None)  # a hook has none
        if not isinstance(other, WeblogConfig) or other is options:
            continue
        if blog_folder(other) == folder:
            raise ValidationError(f"blog_dir: two blogs cannot share '{folder}'; give one another")
        if lock is not None and lock == lock_path(other, config):
            raise ValidationError(
                f"lock: two blogs cannot share '{lock.name}'; give one another name"
            )


def _terms(
    options: WeblogConfig, config: MkDocsConfig
) -> tuple[Mapping[str, Mapping[str, TermInfo]], tuple[Problem, ...]]:
    """What the terms file says, if there is one; `serve` watches it with the docs."""
    folder = blog_folder(options)
    source = options.terms_file.replace("{blog}", folder).strip("/")
    path = Path(config.docs_dir, source)
    if not path.is_file():
        return {}, ()
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    return read_terms(text, source=source, taxonomies=taxonomy_names(options))


def add_templates(config: MkDocsConfig) -> None:
    """Puts our templates behind the theme's and the site's own."""
    if TEMPLATES not in config.theme.dirs:
        config.theme.dirs.append(TEMPLATES)
