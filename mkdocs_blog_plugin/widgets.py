"""Widgets as HTML: one rendering for fenced blocks in Markdown and for the theme's templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from markupsafe import Markup

from .core.blocks import PLACEHOLDER
from .core.fragment import transform
from .core.links import ROOT, place
from .core.placement import Placement
from .core.post import Post
from .core.problems import Problem
from .core.query import select_posts
from .core.widget import Widget
from .rendering import Renderer
from .term_widgets import MonthView, month_view, periods, terms
from .views import PostView, SiteView, TermView
from .widget_blocks import Block, Blocks, Slip

_ARTICLES = {"list": "excerpt", "cards": "excerpt", "full": "full"}
"""Layouts that show posts as the listings do, and what they show of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WidgetView:
    """A widget in templates."""

    kind: str
    heading: str = ""
    """What stands above it, empty for nothing."""
    label: str = ""
    """What it is called, for screen readers."""
    layout: str = ""
    posts: Sequence[PostView] = ()
    entries: Markup = field(default_factory=Markup)
    """The posts as the listings show them, for layouts that do."""
    terms: Sequence[TermView] = ()
    month: MonthView | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show; a list of posts says so, all others vanish."""
        return not (self.posts or self.terms or self.month)


class _Selection:
    """The posts of a query, chosen once for all pages it is asked from."""

    def __init__(self, site: SiteView, widget: Widget) -> None:
        query = widget.query
        self._limit, self._offset = query.limit, query.offset
        every = replace(query, limit=None, offset=0)
        blog = site.blog
        self._posts = select_posts(blog.posts, every, groupings=blog.groupings)
        self._numbers = {post.source: number for number, post in enumerate(self._posts)}
        self.rendered: dict[tuple[str, ...], Markup] = {}

    def without(self, here: str | None) -> tuple[Post, ...]:
        """The posts for a page: never the one it is."""
        end = None if self._limit is None else self._offset + self._limit
        number = self._numbers.get(here or "")
        if number is None or (end is not None and number >= end):
            return self._posts[self._offset : end]
        after = self._posts[number + 1 : None if end is None else end + 1]
        return (*self._posts[:number], *after)[self._offset : end]


class Widgets:
    """Renders widgets, each once for every set of posts it shows; links stand behind `ROOT`."""

    def __init__(
        self,
        site: SiteView,
        renderer: Renderer,
        *,
        blocks: Blocks,
        tell: Callable[[Iterable[Problem]], None],
        notes: bool,
    ) -> None:
        self._site = site
        self._renderer = renderer
        self._blocks = blocks
        self._tell = tell
        self._notes = notes
        """Whether a block that cannot be shown says why: in a preview."""
        self._selections: dict[str, _Selection] = {}
        self._terms: dict[str, Markup] = {}
        self._entries: dict[tuple[str, str], Markup] = {}
        self._asked: dict[str, Widget | None] = {}

    def expand(self, html: str, *, page_url: str, here: str) -> str:
        """The HTML of a page with its widgets; `here` is the post that none of them shows."""
        if 'data-weblog="' not in html:
            return html

        def shown(found: re.Match[str]) -> str:
            block = self._blocks.get(found[1])
            return found[0] if block is None else place(self._block(block, here), page_url=page_url)

        return PLACEHOLDER.sub(shown, html)

    def asked(self, kind: str, values: Mapping[str, Any], *, here: str | None) -> Markup:
        """The widget a template asks for; nothing, and a warning, for what makes no sense."""
        key = f"{kind} {values!r}"
        if key not in self._asked:
            self._asked[key] = self._understood(kind, values)
        widget = self._asked[key]
        return Markup() if widget is None else self.html(widget, here=here)

    def _understood(self, kind: str, values: Mapping[str, Any]) -> Widget | None:
        given = {("not" if key == "without" else key): value for key, value in values.items()}
        widget, slips = self._blocks.read({"widget": kind, **given})
        self._tell(slip.problem(f"weblog.{kind}() in a template") for slip in slips)
        return widget

    def _block(self, block: Block, here: str) -> Markup:
        html = self.html(block.widget, here=here) if block.widget is not None else Markup()
        if not self._notes or not block.problems:
            return html
        return html + self._renderer.render("widget_faults", weblog=self._site, block=block)

    def html(self, widget: Widget, *, here: str | None) -> Markup:
        """A widget as HTML for the page of `here`, `None` for a page that is no post."""
        key = repr(widget)
        if widget.kind not in ("posts", "recent"):
            if key not in self._terms:
                self._terms[key] = self._render(self._view(widget))
            return self._terms[key]
        if key not in self._selections:
            self._selections[key] = _Selection(self._site, widget)
        selection = self._selections[key]
        posts = selection.without(here)
        sources = tuple(post.source for post in posts)
        if sources not in selection.rendered:
            selection.rendered[sources] = self._posts(widget, posts)
        return selection.rendered[sources]

    def _posts(self, widget: Widget, posts: Sequence[Post]) -> Markup:
        layout = widget.query.layout
        view = replace(
            self._view(widget), layout=layout, posts=[self._site.post(post) for post in posts]
        )
        if widget.query.partial is None:
            if content := _ARTICLES.get(layout):
                entries = (self._entry(post, content) for post in view.posts)
                view = replace(view, entries=Markup("\n").join(entries))
            return self._render(view)
        partial = widget.query.partial.removesuffix(".html").removeprefix("weblog/")
        if self._renderer.has(partial):
            return self._render(view, partial)
        found, fix = "there is no such template", "put it into the theme's `custom_dir`"
        slip = Slip(code="widget-template", found=found, fix=fix)
        self._tell([slip.problem(f"weblog/{partial}.html")])
        return Markup()

    def _view(self, widget: Widget) -> WidgetView:
        site = self._site
        name = widget.taxonomy if widget.kind in ("cloud", "tree") else widget.kind
        label = ""
        if f"widget.{name}" in site.wording.phrases:
            label = site.text(f"widget.{name}")
        elif name in site.blog.groupings:
            label = site.blog.groupings[name].taxonomy.label
        heading = label if widget.heading is True else str(widget.heading or "")
        view = WidgetView(kind=widget.kind, heading=heading, label=heading or label)
        if widget.kind == "calendar":
            return replace(view, month=month_view(site, widget.month))
        if widget.kind == "archive":
            return replace(view, terms=periods(site, widget), layout=widget.by)
        return replace(view, terms=terms(site, widget)) if widget.taxonomy else view

    def _entry(self, post: PostView, content: str) -> Markup:
        """A post as lists show it, with ids that its entry in a listing has not."""
        key = post.source, content
        if key not in self._entries:
            html = self._renderer.render(
                "entry", weblog=self._site, post=post, content=content, aside=True
            )
            self._entries[key] = _with_other_ids(html) if ' id="' in html else html
        return self._entries[key]

    def _render(self, view: WidgetView, partial: str = "") -> Markup:
        if view.empty and view.kind not in ("posts", "recent"):
            return Markup()
        body = self._renderer.render(
            partial or _PARTIALS.get(view.kind, "widget_terms"),
            weblog=self._site,
            widget=view,
            posts=view.posts,
        )
        return self._renderer.render("widget", weblog=self._site, widget=view, body=body)


_PARTIALS = {
    "posts": "widget_posts",
    "recent": "widget_posts",
    "cloud": "widget_cloud",
    "archive": "widget_archive",
    "calendar": "widget_calendar",
}


_ELSEWHERE = "weblog-root:"
"""Stands for `ROOT` where links are read: a scheme, which is no link of the page itself."""


def _with_other_ids(html: Markup) -> Markup:
    """An entry whose ids, and what refers to them, are not those it has in listings."""
    ids = frozenset(part.split('"', 1)[0] for part in html.split(' id="')[1:])
    visit = Placement(base="", to=lambda path: path, id_prefix="w-", targets=ids, live=True)
    return Markup(transform(html.replace(ROOT, _ELSEWHERE), visit=visit).replace(_ELSEWHERE, ROOT))


class Here:
    """`weblog` in the theme's templates: the blog, and its widgets for the page being rendered."""

    def __init__(self, site: SiteView, widgets: Widgets, *, root: str, here: str | None) -> None:
        self._site = site
        self._widgets = widgets
        self._root = root
        self._here = here

    def __getattr__(self, name: str) -> Any:
        return getattr(self._site, name)

    def url(self, source: str) -> str | None:
        """The way to a page from here, by its source; `None` where the site has no such page."""
        url = self._site.url(source)
        return None if url is None else url.replace(ROOT, self._root)

    def posts(self, **query: Any) -> Markup:
        """The posts a query asks for."""
        return self._widget("posts", query)

    def recent(self, **query: Any) -> Markup:
        """The newest posts: five titles, unless the query says otherwise."""
        return self._widget("recent", query)

    def cloud(self, **options: Any) -> Markup:
        """The terms of a taxonomy, the tags by default, in sizes that show how often they are
        used."""
        return self._widget("cloud", options)

    def tree(self, **options: Any) -> Markup:
        """The terms of a taxonomy, the categories by default, with those below them."""
        return self._widget("tree", options)

    def archive(self, **options: Any) -> Markup:
        """Years and months with their numbers of posts."""
        return self._widget("archive", options)

    def authors(self, **options: Any) -> Markup:
        """The authors with their numbers of posts."""
        return self._widget("authors", options)

    def series(self, **options: Any) -> Markup:
        """The series with their numbers of parts."""
        return self._widget("series", options)

    def calendar(self, **options: Any) -> Markup:
        """A month with links to the days that have posts."""
        return self._widget("calendar", options)

    def _widget(self, kind: str, values: Mapping[str, Any]) -> Markup:
        html = self._widgets.asked(kind, values, here=self._here)
        return Markup(html.replace(ROOT, self._root))
