"""The rendered pages joined with the blog's data: what completes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from .basis import Basis
from .core.blog import Blog
from .core.links import ROOT, place
from .core.post import Post
from .core.problems import Problem
from .core.series import SeriesPlace, series_places
from .core.states import Held
from .covers import Covers
from .further import Further
from .head import HeadWriter
from .navigation import PageOf
from .page_facts import Facts
from .pages import Completion, Titles
from .parts import hidden_part
from .people import People
from .planning import Planned, Planner
from .related import RelatedFinder
from .rendering import Renderer, theme_family
from .subscribe import complete_subscribe
from .views import SiteView, Style
from .widget_blocks import Blocks
from .widgets import Here, Widgets

if TYPE_CHECKING:
    import jinja2
    from mkdocs.utils.templates import TemplateContext


class Joined:
    """Completes the pages of the blog, once all pages of the site are rendered."""

    def __init__(
        self,
        basis: Basis,
        planner: Planner,
        planned: Planned,
        env: jinja2.Environment,
        files: Files,
        *,
        held: Mapping[str, Held],
        covers: Covers,
        further: Further,
        titles: Titles,
        blocks: Blocks,
        page_of: PageOf,
        tell: Callable[[Iterable[Problem]], None],
    ) -> None:
        options, config = basis.options, basis.config
        self._blog: Blog = planned.blog
        self._parts = planned.parts
        self._syndication = planner.syndication
        self._page_of = page_of
        family = theme_family(config.theme)
        self._renderer = Renderer(env, config.theme)
        authors = options.authors
        self._views = SiteView(
            planned.blog,
            files,
            wording=basis.wording,
            partial=self._renderer.template,
            held=held,
            preview=basis.preview,
            covers=covers,
            people=People(planned.bylines, files, email=bool(authors and authors.email)),
            series=_series_places(basis, planner, planned),
            related=RelatedFinder(
                planned.blog, files, chosen=planned.referred.related, options=options.related
            ),
            superseded=planned.referred.superseded,
            further=further,
            now=basis.now,
            subscribe=planner.syndication.page_source,
            style=_style(basis),
        )
        self._widgets = Widgets(
            self._views, self._renderer, blocks=blocks, tell=tell, notes=basis.preview
        )
        root = urlsplit(config.site_url or "/").path.rstrip("/") + "/"
        env.globals.setdefault("weblog", Here(self._views, self._widgets, root=root, here=None))
        self._completion = Completion(
            self._views, self._renderer, titles=titles, listing_toc=options.listing_toc
        )
        self._syndication.write(self._views, files)
        facts = Facts(
            self._views,
            options,
            config,
            files=files,
            feeds=self._syndication.links,
            deck=planner.deck,
        )
        self._head = HeadWriter(
            facts, options.metadata, published=bool(config.site_url), family=family
        )

    def complete(self, page: Page, context: TemplateContext) -> None:
        """Adds to posts and listings what is ours; to all pages, the blog's data."""
        source = page.file.src_uri
        post = self._parts.post_of(source)
        if self._is_ours(post) or "weblog" not in context:
            root = place(ROOT, page_url=page.url)
            here = Here(self._views, self._widgets, root=root, here=post)
            context["weblog"] = here  # type: ignore[typeddict-unknown-key]  # ours
        if post in self._blog.by_source:
            self._complete_post(page, self._blog.by_source[post])
        elif source in self._blog.listings:
            self._completion.complete_listing(page, self._views.listing(source))
        elif source == self._syndication.page_source:
            complete_subscribe(page, self._syndication, views=self._views, renderer=self._renderer)
        html = self._widgets.expand(page.content or "", page_url=page.url, here=post)
        page.content = self._parts.follow(html, page_url=page.url)
        if self._is_ours(source):
            self._head.describe(page)

    def _complete_post(self, page: Page, post: Post) -> None:
        parts = self._parts.show(page, self._page_of)
        number = self._parts.number_of(page.file.src_uri)
        self._completion.complete_post(page, post, parts=parts, number=number)

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


def _style(basis: Basis) -> Style:
    options = basis.options
    return Style(
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
    )


def _series_places(basis: Basis, planner: Planner, planned: Planned) -> Mapping[str, SeriesPlace]:
    grouping = planned.blog.groupings.get("series")
    options = basis.options.series
    if grouping is None or options is None:
        return {}
    coming = planner.coming(planned.visible) if options.coming_soon else ()
    return series_places(grouping, coming=coming)
