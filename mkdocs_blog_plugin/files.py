"""MkDocs files to posts."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from pathspec.gitignore import GitIgnoreSpec

from .config import WeblogConfig
from .core.blocks import count_parts
from .core.front_matter import FrontMatter, FrontMatterError, decode, read_front_matter
from .core.moments import Moment
from .core.post import Post
from .core.problems import Level, Mark, Problem
from .core.reading import ReadingSettings, post_flag, read_post
from .core.urls import source_path
from .git_dates import History
from .settings import blog_folder

_FLAG = re.compile(rb"^[\"']?post[\"']?[ \t]*:", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the docs hold: posts by source, who is unusable, and everything to say about it."""

    posts: Mapping[str, Post] = field(default_factory=dict)
    unusable: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that make posts unusable."""
        return tuple(problem for problem in self.problems if problem.level is Level.ERROR)

    def without(self, taken: Collection[str]) -> Reading:
        """The same without the posts that another blog of the site has, and a warning if there
        are any: a post has one byline, one footer and two neighbours."""
        shared = sorted(self.posts.keys() & set(taken))
        if not shared:
            return self
        more = f" and {len(shared) - 1} more" if shared[1:] else ""
        problem = Problem(
            code="post-shared",
            level=Level.WARN,
            source=shared[0],
            found=f"this{more} would be in two blogs, and stays in the first",
            fix="exclude it from one: `posts: ['/{blog}/**', '!/news/**']`",
        )
        posts = {source: post for source, post in self.posts.items() if source not in shared}
        return replace(self, posts=posts, problems=(*self.problems, problem))


def hide_data(files: Files, options: WeblogConfig) -> None:
    """Keeps out of the site what the blog is told by: it names what readers are not shown,
    and has addresses of authors."""
    named = (options.terms_file, options.authors.file if options.authors else "")
    for written in named:
        source = written.replace("{blog}", blog_folder(options)).strip("/")
        file = files.get_file_from_path(source)
        if file is not None:
            file.inclusion = InclusionLevel.EXCLUDED


class PostReader:
    """Reads the posts among the docs, each file once however often it is asked.

    What it remembers of a file holds as long as the reader: one build.
    """

    def __init__(
        self,
        options: WeblogConfig,
        config: MkDocsConfig,
        *,
        settings: ReadingSettings,
        history: Mapping[str, History],
    ) -> None:
        blog = blog_folder(options)
        patterns = [
            line.replace("/{blog}/", f"/{blog}/" if blog else "/") for line in options.posts
        ]
        patterns = [line.replace("{blog}", blog) for line in patterns]
        self._spec = GitIgnoreSpec.from_lines(lines=patterns)
        self._front = blog
        self._settings = settings
        self._history = history
        self._updated_from_git = "git" in options.updated_from
        self._docs_dir = os.path.realpath(config.docs_dir)
        self._read: dict[str, tuple[Post | None, tuple[Problem, ...]]] = {}
        self._kept: frozenset[str] = frozenset()
        self.parts: dict[str, int] = {}
        """How many pages the posts that were read have, for those with several."""
        series = options.series.folder if options.series else None
        self._series = f"{series.strip('/')}/" if series else None
        self._blogs = frozenset(
            name
            for name, plugin in config.plugins.items()
            if isinstance(getattr(plugin, "config", None), WeblogConfig)
        )

    def keep(self, paths: Iterable[str]) -> None:
        """Names path prefixes below the blog that are for listings: a page there is the page of
        a term, not a post."""
        self._kept = frozenset(path for path in paths if path)

    def read(self, files: Iterable[File]) -> Reading:
        """The posts among `files`; files that are excluded from the site are not looked at."""
        posts: dict[str, Post] = {}
        unusable: set[str] = set()
        problems: list[Problem] = []
        for file in files:
            if not file.is_documentation_page() or file.inclusion is InclusionLevel.EXCLUDED:
                continue
            if file.generated_by in self._blogs:
                continue
            if file.src_uri not in self._read:
                self._read[file.src_uri] = self._read_file(file)
            post, found = self._read[file.src_uri]
            problems += found
            if post is not None:
                hidden = file.inclusion is InclusionLevel.DRAFT  # by `draft_docs` of the site
                posts[file.src_uri] = replace(post, draft=True) if hidden else post
            elif any(problem.level is Level.ERROR for problem in found):
                unusable.add(file.src_uri)
        return Reading(posts=posts, unusable=frozenset(unusable), problems=tuple(problems))

    def _read_file(self, file: File) -> tuple[Post | None, tuple[Problem, ...]]:
        source = file.src_uri
        matches = self._matches(source)
        try:
            data = self._content(file)
            if not matches and not _FLAG.search(data):
                return None, ()
            front_matter = read_front_matter(decode(data))
        except FrontMatterError as error:
            return None, (_unreadable(source, error),) if matches else ()
        except OSError as error:
            return None, (_unopened(source, error),) if matches else ()
        flag = post_flag(front_matter)
        if flag is False or (flag is None and not matches):
            return None, ()
        post, problems = self._read_post(source, front_matter)
        if post is None and flag is None and self._is_index(source, front_matter):
            return None, ()
        return post, problems

    def _read_post(
        self, source: str, front_matter: FrontMatter
    ) -> tuple[Post | None, tuple[Problem, ...]]:
        if (parts := count_parts(front_matter.body)) > 1:
            self.parts[source] = parts
        history = self._history.get(source)
        known = {"git": Moment(history.first, date_only=False)} if history else {}
        post, problems = read_post(
            source, front_matter, settings=self._settings, known_moments=known
        )
        if post and history and self._updated_from_git and post.updated is None:
            post = replace(post, updated=max(history.last, post.published))
        return post, problems

    def _matches(self, source: str) -> bool:
        """Whether the patterns take a source for a post: never the front page or a term's page."""
        path = source_path(source)
        if path == self._front or (self._is_kept(path) and not self._is_part(path)):
            return False
        return self._spec.match_file(source)

    def _is_kept(self, path: str) -> bool:
        return any(path == kept or path.startswith(f"{kept}/") for kept in self._kept)

    def _is_part(self, path: str) -> bool:
        """Whether a page lies in the folder of a series, which may lie where series have theirs."""
        folder = self._series
        return folder is not None and path.startswith(folder) and "/" in path[len(folder) :]

    @staticmethod
    def _is_index(source: str, front_matter: FrontMatter) -> bool:
        """An index page without a date of its own is a section's page, not a broken post."""
        return Path(source).stem in ("index", "README") and "date" not in front_matter.values

    def _content(self, file: File) -> bytes:
        """The bytes of a regular file inside `docs_dir`; raises `OSError` for anything else."""
        path = file.abs_src_path
        if file.generated_by is None and path is not None:
            if not stat.S_ISREG(os.stat(path).st_mode):
                raise OSError("it is not a regular file")
            if os.path.islink(path) and not os.path.realpath(path).startswith(
                self._docs_dir + os.sep
            ):
                raise OSError("it is a link that leads out of docs_dir")
        return file.content_bytes


def _unreadable(source: str, error: FrontMatterError) -> Problem:
    return Problem(
        code=error.code,
        level=Level.ERROR,
        source=source,
        found=error.found,
        fix=error.fix,
        mark=error.mark,
    )


def _unopened(source: str, error: OSError) -> Problem:
    return Problem(
        code="file-unreadable",
        level=Level.ERROR,
        source=source,
        mark=Mark(1, 1),
        found=f"it cannot be read: {error.strerror or error}",
        fix="make it a readable regular file inside docs_dir, or exclude it",
    )


def docs_pages(files: Files, reading: Reading) -> dict[str, str]:
    """The docs' own pages, path to source: those that are neither posts nor unusable ones."""
    return {
        source_path(file.src_uri): file.src_uri
        for file in files.documentation_pages()
        if file.src_uri not in reading.posts and file.src_uri not in reading.unusable
    }


_KEEPING = (
    "material.plugins.meta",
    "material.plugins.social",
    "materialx",
    "mkdocs_git_authors_plugin",
    "mkdocs_git_revision_date_localized_plugin",
    "mkdocs_redirects",
)
"""Packages of plugins that look at the files, or add some, but neither move nor remove any."""


def files_may_change(config: MkDocsConfig) -> bool:
    """Whether some other plugin, or another blog, may move or remove files before ours plans."""
    owners = [getattr(event, "__self__", None) for event in config.plugins.events["files"]]
    blogs = [o for o in owners if isinstance(getattr(o, "config", None), WeblogConfig)]
    others = [o for o in owners if o not in blogs]
    return len(blogs) > 1 or not all(type(o).__module__.startswith(_KEEPING) for o in others)
