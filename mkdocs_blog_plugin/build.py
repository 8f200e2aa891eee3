"""One build of one blog: what each event of MkDocs asks of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from .basis import Basis
from .company import introduce, localise, take_out_of_nav
from .config import WeblogConfig
from .core.blog import Blog
from .core.dates import format_datetime
from .core.problems import Problem
from .covers import Covers
from .files import files_may_change
from .further import Further
from .held_back import Unlinker, hide_media, summary
from .joined import Joined
from .messages import docs_prefix, located, tell
from .navigation import link_pages
from .page_facts import noindexed
from .pages import Titles, settle_titles, title_html
from .planning import Planner
from .post_templates import PostTemplates
from .settings import blog_folder, chosen_moment
from .sitemap import changed_on, is_in_sitemap
from .theming import add_stylesheet, leave_templates
from .views import title_text
from .widget_blocks import Blocks

if TYPE_CHECKING:
    import jinja2
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("weblog")


class Build:
    """What one build knows. Made anew in `on_config`, which may run several times a build."""

    def __init__(self, basis: Basis) -> None:
        self._basis = basis
        self._planner = Planner(basis)
        self._prefix = docs_prefix(basis.config)
        self.sources: frozenset[str] = frozenset()
        """The posts of this blog, public or not; none until they are planned."""

    def located(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The problems as they are told: sorted, with paths as seen from `mkdocs.yml`."""
        return located(problems, prefix=self._prefix)

    def rehearse(self, files: Files) -> tuple[Problem, ...]:
        """What is known to be wrong before MkDocs empties `site_dir`: with the posts, and, where
        no other plugin changes the files, with their URLs. `files` are not used again."""
        reading = self._planner.read(files)
        told = (*self._basis.problems, *reading.problems)
        if files_may_change(self._basis.config):
            return self.located(told)
        planned = self._planner.publish(files, reading)
        inspected = self._inspect(planned.blog, files, hidden=())
        return self.located((*told, *planned.problems, *inspected))

    def plan(self, files: Files, *, taken: Collection[str] = ()) -> tuple[Problem, ...]:
        """Plans the blog, gives posts and listings their files; returns all problems so far.

        `taken` are the posts of other blogs of the site.
        """
        before = set(files.src_uris)
        reading = self._planner.read(files).without(taken)
        self.sources = frozenset(reading.posts)
        planned = self._planner.publish(files, reading)
        self._held = {held.post.source: held for held in planned.visible.held_back}
        hidden = reading.posts.keys() - {post.source for post in planned.visible.posts}
        hide_media(files, hidden)
        self._unlinker = Unlinker({source: self._held[source] for source in hidden}, files)
        self._planned, self._blog, self._parts = planned, planned.blog, planned.parts
        self._files = files
        self._generated = frozenset(files.src_uris.keys() - before)
        made = [files.src_uris[source] for source in self._generated]
        moved = [files.src_uris[source] for source in planned.blog.paths]
        localise((*made, *moved), self._basis.config)
        introduce(made, self._basis.config)
        self._blocks = Blocks(
            folder=blog_folder(self._basis.options),
            folders=self._folders(),
            groupings=planned.blog.groupings,
        )
        inspected = self._inspect(planned.blog, files, hidden=hidden)
        leave_templates(files)
        add_stylesheet(files, self._basis.config)
        self._planner.deck.draw(planned.blog, files, planned.bylines)
        told = (*self._basis.problems, *reading.problems, *planned.problems, *inspected)
        return self.located(told)

    def _inspect(self, blog: Blog, files: Files, *, hidden: Iterable[str]) -> list[Problem]:
        """Looks for the other files posts name: covers, templates, further reading."""
        posts = blog.by_source.values()
        first_image = self._basis.options.cover.fallback == "first_image"
        self._templates = PostTemplates(self._basis.config.theme.dirs)
        self._covers = Covers(files, first_image=first_image)
        self._further = Further(files, held={source: self._held[source] for source in hidden})
        return [
            *self._covers.problems(posts),
            *self._templates.problems(posts),
            *self._further.problems(posts),
        ]

    def _folders(self) -> tuple[str, ...]:
        """The folders of all blogs of the site, this one's among them."""
        others = (getattr(p, "config", None) for p in self._basis.config.plugins.values())
        return tuple(blog_folder(other) for other in others if isinstance(other, WeblogConfig))

    def told(self) -> tuple[str, ...]:
        """A line about what this build holds back, and one about what the site could have."""
        held = ""
        if not self._basis.preview:
            language = self._basis.wording.language
            held = summary(
                self._planned.visible,
                when=lambda moment: format_datetime(moment, language=language),
                as_of=self._basis.now if chosen_moment(self._basis.options) else None,
            )
        return tuple(line for line in (held, self._planner.syndication.told()) if line)

    def link(self, nav: Navigation) -> None:
        """Gives the pages of the blog their places in the site, and their titles a source."""
        ours = self._blog.by_source.keys() | self._generated - {self._blog.front.source}
        take_out_of_nav(nav, ours, self._basis.config)
        link_pages(self._blog, nav, self._page, beside=self._planner.syndication.page_source)
        self._parts.link(self._page)
        written = (listing.source for listing in self._blog.listings.values())
        pages = {source: self._page(source) for source in written if source not in self._generated}
        self._titles = Titles(
            self._blog,
            {source: page for source, page in pages.items() if page is not None},
            wording=self._basis.wording,
        )

    def _page(self, source: str) -> Page | None:
        """The page of a source; made where MkDocs makes it only later (drafts in a preview)."""
        file = self._files.get_file_from_path(source)
        if file is None or file.inclusion is InclusionLevel.EXCLUDED:
            return None
        return file.page or Page(None, file, self._basis.config)

    def entitle(self, page: Page) -> None:
        """What our pages need to know of themselves before they are rendered."""
        source = page.file.src_uri
        syndication = self._planner.syndication
        post = self._blog.by_source.get(source)
        if post is not None or source in self._blog.listings:
            self._titles.entitle(page)
        if post is not None:
            self._templates.settle(page, post)
        syndication.entitle(page)
        now = self._basis.now
        page.update_date = changed_on(self._blog, source, now=now) or page.update_date
        if (own := self._parts.post_of(source)) != source:
            self._parts.entitle(page, self._page, title=self._blog.by_source[own].title)
        if source in self._generated or (post is not None and post.unlisted):
            page.meta["search"] = {"exclude": True}
            syndication.hide(page)

    def place_widgets(self, markdown: str, page: Page) -> tuple[str, tuple[Problem, ...]]:
        """The Markdown of any page with placeholders for the widgets in it."""
        markdown, problems = self._blocks.place(markdown, page)
        return markdown, self.located(problems)

    def unlink(self, html: str, page: Page) -> tuple[str, tuple[Problem, ...]]:
        """The HTML of any page without links to posts that are held back; what is wrong with those,
        and with the widgets of the page."""
        self._planner.syndication.show(page)
        html, slips = self._blocks.settle(html, page)
        html, problems = self._unlinker.unlink(html, page)
        return html, self.located((*slips, *problems))

    def join(self, env: jinja2.Environment, files: Files) -> None:
        """All pages are rendered: joins them with the blog's data."""
        settle_titles(page for source in self._blog.by_source if (page := self._page(source)))
        tell(log, self.located(self._parts.split(self._page, title=self._part_title)))
        self._joined = Joined(
            self._basis,
            self._planner,
            self._planned,
            env,
            files,
            held=self._held,
            covers=self._covers,
            further=self._further,
            titles=self._titles,
            blocks=self._blocks,
            page_of=self._page,
            tell=lambda problems: tell(log, problems),
        )

    def _part_title(self, page: Page, number: int) -> str:
        title = title_text(page)
        return title_html(self._basis.wording.text("title.page", title=title, number=number))

    def complete(self, page: Page, context: TemplateContext) -> None:
        """Adds to posts and listings what is ours; to all pages, the blog's data."""
        self._joined.complete(page, context)

    def complete_head(self, html: str, page: Page) -> str:
        """A page as it is written, with what its head lacks if it is the blog's."""
        return self._joined.complete_head(html, page)

    def choose_for_sitemap(self, context: TemplateContext) -> None:
        """Leaves out of the sitemap what is not for search engines."""
        options = self._basis.options
        pagers, without = options.sitemap.pagers, noindexed(options)
        context["pages"] = [
            file
            for file in context["pages"]
            if is_in_sitemap(
                self._blog, self._parts.post_of(file.src_uri), pagers=pagers, without=without
            )
        ]

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

    def write_lock(self) -> None:
        """Remembers the published URLs, where the site keeps a lock file."""
        if not self._basis.preview:
            self._planner.redirection.write_lock()
