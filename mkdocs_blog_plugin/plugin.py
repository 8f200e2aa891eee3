"""Where MkDocs calls us: one short method for each event, in the order they fire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from .basis import prepare
from .build import Build
from .company import make_room
from .config import WeblogConfig
from .core.problems import Level, Problem
from .messages import tell
from .theming import add_templates

if TYPE_CHECKING:
    import jinja2
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("weblog")


class WeblogPlugin(BasePlugin[WeblogConfig]):
    """A blog in an existing documentation site; several instances make several blogs."""

    supports_multiple_instances = True

    def __init__(self) -> None:
        self._preview = False
        self._build: Build | None = None

    @property
    def _this(self) -> Build:
        assert self._build is not None, "the build has begun"
        return self._build

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remembers whether this is a preview. Defining it keeps one instance across rebuilds."""
        self._preview = command == "serve"

    @event_priority(-110)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Starts a build: all its state is made anew, since one instance may build many times.

        Late, since the theme and its language may be another plugin's to set."""
        try:
            self._build = Build(prepare(self.config, config, preview=self._preview))
        except ValidationError as error:
            raise PluginError(f"weblog: {error}") from error
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Reads the posts on disk: MkDocs empties `site_dir` after this event, so a build that is
        refused here leaves the site as it was."""
        add_templates(config)
        files = get_files(config)
        set_exclusions(files, config)
        if not self._preview:
            self._refuse(self._this.rehearse(files), left="the site is left as it was")

    @event_priority(-110)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Plans the blog and gives posts and listings their files."""
        others = [
            p for p in config.plugins.values() if isinstance(p, WeblogPlugin) and p is not self
        ]
        taken = frozenset().union(*(other._this.sources for other in others))
        problems = self._this.plan(files, taken=taken)
        if not self._preview:
            self._refuse(problems, left="the site is not built")
        tell(log, problems)
        for line in self._this.told():
            log.info(line)
        return files

    @event_priority(-110)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Links posts to the front page and to each other."""
        self._this.link(nav)
        return nav

    @event_priority(-50)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Gives our own pages their titles, and widgets their places in all pages."""
        self._this.entitle(page)
        markdown, problems = self._this.place_widgets(markdown, page)
        tell(log, problems)
        return markdown

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Takes links to posts that are held back out of every page."""
        html, problems = self._this.unlink(html, page)
        tell(log, problems)
        return html

    @event_priority(-100)
    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Keeps the theme's environment: all pages are rendered now and can be joined."""
        self._this.join(env, files)
        return env

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Completes posts and listings, after search plugins have read their own text."""
        self._this.complete(page, context)
        return context

    @event_priority(-100)
    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Leaves out of the sitemap what is not for search engines."""
        if template_name == "sitemap.xml":
            self._this.choose_for_sitemap(context)
        return context

    @event_priority(-40)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Completes the heads of posts and listings: not every theme has a block for them."""
        return self._this.complete_head(output, page)

    @event_priority(50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Takes the listings out of search indexes that would have every post twice."""
        make_room(config)
        self._this.leave_search(config)
        self._this.write_lock()

    @staticmethod
    def _refuse(problems: tuple[Problem, ...], *, left: str) -> None:
        """Raises `PluginError` with everything there is to say, if any of it is an error."""
        errors = [problem for problem in problems if problem.level is Level.ERROR]
        if errors:
            tell(log, (problem for problem in problems if problem.level is not Level.ERROR))
            lines = "".join(f"\n  {problem}" for problem in errors)
            count = "a problem" if len(errors) == 1 else f"{len(errors)} problems"
            raise PluginError(f"weblog: {count} to mend, {left}:{lines}")
