"""One build of one blog: its state, from the options to the completed pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .config import WeblogConfig
from .core import wording as words
from .core.blog import Settings, plan
from .core.links import place as place_links
from .core.listing import index_path
from .core.post import Post
from .core.problems import Problem
from .core.reading import ReadingSettings
from .core.taxonomy import TermInfo
from .core.terms import read_terms
from .core.wording import Wording
from .files import PostReader, Publisher, docs_pages
from .messages import docs_prefix, located
from .rendering import Renderer, theme_family
from .settings import (
    blog_folder,
    blog_settings,
    site_language,
    site_wording,
    taxonomy_keys,
    taxonomy_names,
)
from .views import ListingView, SiteView, Style, title_text

if TYPE_CHECKING:
    import jinja2
    from mkdocs.utils.templates import TemplateContext

PACKAGE = Path(__file__).parent
TEMPLATES = str(PACKAGE / "templates")
STYLESHEET = "assets/weblog/weblog.css"

_HEADING = re.compile(r"<h1\b.*?</h1>", re.DOTALL | re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(r"^(?:#[^#\n]|[^\n]+\n=+[ \t]*$)|<h1\b", re.MULTILINE)
_LOOKS_LIKE_HTML = re.compile(r"<|&(?:#|\w+;)")


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
    ) -> None:
        self._options = options
        self._config = config
        self._settings = settings
        self._wording = wording
        self._problems = problems
        self._preview = preview
        self._reader = PostReader(
            options,
            config,
            settings=ReadingSettings(
                zone=options.timezone,
                date_from=tuple(options.date_from),
                taxonomy_keys=taxonomy_keys(options),
            ),
        )
        folder = blog_folder(options)
        self._reader.keep(index_path(t, blog_dir=folder) for t in settings.taxonomies)
        self._prefix = docs_prefix(config)
        self._entries: dict[tuple[str, str], Markup] = {}
        self._generated: frozenset[str] = frozenset()

    def read(self, files: Files) -> tuple[Problem, ...]:
        """Reads the posts; returns everything there is to say about them."""
        problems = (*self._problems, *self._reader.read(files).problems)
        return located(problems, prefix=self._prefix)

    def plan(self, files: Files) -> tuple[Problem, ...]:
        """Plans the blog, gives posts and listings their files; returns all problems so far."""
        before = set(files.src_uris)
        reading = self._reader.read(files)
        for source in reading.unusable:
            files.src_uris[source].inclusion = InclusionLevel.EXCLUDED
        posts = [post for post in reading.posts.values() if self._preview or not post.draft]
        blog = plan(posts, settings=self._settings, pages=docs_pages(files, reading))
        publisher = Publisher(files, self._config, blog)
        publisher.publish(held_back=reading.posts.keys() - blog.by_source.keys())
        self._blog = blog
        self._files = files
        self._generated = frozenset(files.src_uris.keys() - before)
        self._add_stylesheet(files)
        problems = (*self._problems, *reading.problems, *blog.problems, *publisher.problems)
        return located(problems, prefix=self._prefix)

    def _add_stylesheet(self, files: Files) -> None:
        if files.get_file_from_path(STYLESHEET) is None:
            path = str(PACKAGE / "assets" / "weblog.css")
            files.append(File.generated(self._config, STYLESHEET, abs_src_path=path))

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

    def _page(self, source: str) -> Page | None:
        """The page of a source; made where MkDocs makes it only later (drafts in a preview)."""
        file = self._files.get_file_from_path(source)
        if file is None or file.inclusion is InclusionLevel.EXCLUDED:
            return None
        return file.page or Page(None, file, self._config)

    def entitle(self, page: Page) -> None:
        """Gives pages of the blog without a title of their own the one they should have."""
        source = page.file.src_uri
        own = page.meta.get("title")
        if source in self._blog.by_source:
            post = self._blog.by_source[source]
            if own is not None or not _MARKDOWN_HEADING.search(page.markdown or ""):
                page.meta["title"] = _title_html(post.title)
        elif source in self._blog.listings:
            if source in self._generated:
                page.meta["search"] = {"exclude": True}
            if own is None and not _MARKDOWN_HEADING.search(page.markdown or ""):
                page.meta["title"] = _title_html(self._listing_title(source))

    def _listing_title(self, source: str) -> str:
        listing = self._blog.listings[source]
        heading = self._heading(listing.source, listing.heading)
        number = next(p.number for p in listing.pagers if p.source == source)
        if number == 1:
            return heading
        return self._wording.text("title.page", title=heading, number=number)

    def _heading(self, source: str, heading: str) -> str:
        """What a listing is headed by: a page written by hand may say it itself."""
        page = self._page(source)
        if page is None or source in self._generated or page.markdown is None:
            return heading
        return title_text(page)

    def open_views(self, env: jinja2.Environment, files: Files) -> None:
        """All pages are rendered: joins them with the blog's data."""
        renderer = Renderer(env, family=theme_family(self._config.theme))
        self._renderer = renderer
        self._files = files
        self._views = SiteView(
            self._blog,
            files,
            wording=self._wording,
            names=renderer.names,
            style=Style(
                date_format=self._options.date_format,
                paragraphs=self._options.excerpt.paragraphs,
                reading_time=self._options.reading_time,
                words_per_minute=self._options.words_per_minute,
            ),
        )

    def complete(self, page: Page, context: TemplateContext) -> None:
        """Adds to posts and listings what is ours; to all pages, the blog's data."""
        context.setdefault("weblog", self._views)  # type: ignore[typeddict-item]  # ours
        source = page.file.src_uri
        if source in self._blog.by_source:
            page.content = self._complete_post(page, self._blog.by_source[source])
        elif source in self._blog.listings:
            page.content = self._complete_listing(page, self._views.listing(source))

    def _complete_post(self, page: Page, post: Post) -> str:
        view = self._views.post(post)
        match = _HEADING.search(view.content)
        heading = match.group() if match else f"<h1>{Markup.escape(view.title)}</h1>"
        before, after = (
            (view.content[: match.start()], view.content[match.end() :])
            if match
            else ("", view.content)
        )
        above = self._render("post_header", post=view, heading=Markup(heading))
        below = self._render("post_footer", post=view)
        return (
            before
            + place_links(above, page_url=page.url)
            + after
            + place_links(below, page_url=page.url)
        )

    def _complete_listing(self, page: Page, view: ListingView) -> str:
        own = page.content or ""
        match = _HEADING.search(own)
        heading = match.group() if match else f"<h1>{Markup.escape(view.heading)}</h1>"
        if match:
            own = own[: match.start()] + own[match.end() :]
        entries = Markup("\n").join(self._entry(post.post, view.content) for post in view.posts)
        if self._options.listing_toc and view.posts:
            page.toc = TableOfContents(
                [AnchorLink(str(Markup.escape(p.title)), p.anchor, 2) for p in view.posts]
            )
        listing = self._render(
            "listing", listing=view, heading=Markup(heading), own=Markup(own), entries=entries
        )
        return place_links(listing, page_url=page.url)

    def _entry(self, post: Post, content: str) -> Markup:
        """A post as it stands in lists: rendered once, put on any page."""
        key = post.source, content
        if key not in self._entries:
            self._entries[key] = self._render("entry", post=self._views.post(post), content=content)
        return self._entries[key]

    def _render(self, partial: str, **context: object) -> Markup:
        return self._renderer.render(partial, weblog=self._views, **context)

    def leave_search(self, config: MkDocsConfig) -> None:
        """Takes the generated listings out of the index of every search plugin: MkDocs' own does
        not know `search.exclude`."""
        files = (self._files.get_file_from_path(source) for source in self._generated)
        urls = {file.url for file in files if file is not None and file.page is not None}
        for plugin in config.plugins.values():
            index = getattr(plugin, "search_index", None)
            entries = getattr(index, "_entries", None)
            if isinstance(entries, list):
                entries[:] = [e for e in entries if e["location"].partition("#")[0] not in urls]


def _title_html(title: str) -> str:
    """A title for `Page.title`, which themes print as HTML: escaped where it would be read as
    such, else as it is."""
    return str(Markup.escape(title)) if _LOOKS_LIKE_HTML.search(title) else title


def prepare(options: WeblogConfig, config: MkDocsConfig, *, preview: bool) -> Build:
    """The state of a build that begins. Raises `ValidationError` for options that contradict."""
    language = site_language(options, config)
    wording = site_wording(options, language)
    doubts = words.check(
        {key: text for key, text in options.wording.items() if key != "preset"},
        taxonomies=taxonomy_names(options),
    )
    if doubts:
        raise ValidationError("; ".join(f"wording: {d.key}: {d.found}, {d.fix}" for d in doubts))
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
    )


def _terms(
    options: WeblogConfig, config: MkDocsConfig
) -> tuple[Mapping[str, Mapping[str, TermInfo]], tuple[Problem, ...]]:
    """What the terms file says, if there is one; `serve` watches it with the docs."""
    source = "/".join(
        part
        for part in options.terms_file.replace("{blog}", blog_folder(options)).split("/")
        if part
    )
    path = Path(config.docs_dir, source)
    if not path.is_file():
        return {}, ()
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    return read_terms(text, source=source, taxonomies=taxonomy_names(options))


def add_templates(config: MkDocsConfig) -> None:
    """Puts our templates behind the theme's and the site's own."""
    if TEMPLATES not in config.theme.dirs:
        config.theme.dirs.append(TEMPLATES)
