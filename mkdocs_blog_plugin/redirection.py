"""Former URLs of the blog: the pages that lead on from them, rules for servers, the lock file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from .config import WeblogConfig
from .core.blog import Blog
from .core.lock import Comparison, compare, read_lock, vanished_problems, write_lock
from .core.problems import Problem
from .core.published import blog_aliases, lock_entries, moved_aliases
from .core.redirect_exports import EXPORTS
from .core.redirects import Redirect, plan_redirects, redirect_page
from .core.urls import Claims
from .core.wording import Wording
from .settings import blog_folder, site_path

EXPORT_FILES = {"netlify": "_redirects", "nginx": "redirects.nginx", "apache": "redirects.htaccess"}
"""Where the rules for a kind of server lie in the site."""


class Redirection:
    """The redirects of one build, and what the lock file has to say about its URLs."""

    def __init__(self, options: WeblogConfig, config: MkDocsConfig, *, wording: Wording) -> None:
        self._options = options
        self._config = config
        self._wording = wording
        self._lock_path = lock_path(options, config)
        self._comparison: Comparison | None = None
        self.redirects: tuple[Redirect, ...] = ()

    def plan(
        self, blog: Blog, files: Files, claims: Claims, *, given_up: Iterable[str]
    ) -> tuple[Problem, ...]:
        """Adds the pages of redirects to `files`; `given_up` are posts that are meant to be gone,
        by their key in the lock file."""
        urls = {file.src_uri: file.url for file in files if file.src_uri in _sources(blog)}
        terms = self._options.terms_file.replace("{blog}", blog_folder(self._options))
        asked = blog_aliases(blog, urls=urls, terms_source=terms.strip("/"))
        redirects, problems = plan_redirects(asked, claims=claims)
        if self._lock_path is not None:
            answered = {file.url for file in files} | {_url(item) for item in redirects}
            moved, found = self._compare(blog, urls, claims, answered, given_up)
            redirects, problems = (*redirects, *moved), (*problems, *found)
        self.redirects = redirects
        titles = {url: _title(source, blog) for source, url in urls.items()}
        for redirect in redirects:
            self._add(files, redirect.file, self._page(redirect, titles))
        for kind in self._options.redirects.export:
            text = EXPORTS[kind](redirects, root=site_path(self._config))
            if claims.claim(EXPORT_FILES[kind], owner=f"redirects.export: {kind}") is None:
                self._add(files, EXPORT_FILES[kind], text)
        return problems

    def _compare(
        self,
        blog: Blog,
        urls: Mapping[str, str],
        claims: Claims,
        answered: set[str],
        given_up: Iterable[str],
    ) -> tuple[tuple[Redirect, ...], tuple[Problem, ...]]:
        path = self._lock_path
        assert path is not None
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        source = os.path.relpath(path, self._config.docs_dir).replace(os.sep, "/")
        lock, problems = read_lock(text, source=source)
        entries = tuple(lock_entries(blog, urls=urls))
        self._comparison = compare(lock, entries, answered=answered, given_up=tuple(given_up))
        moved = moved_aliases(self._comparison, source=source)
        due = (alias for alias in moved if alias.written.removeprefix("/") not in answered)
        redirects, found = plan_redirects(due, claims=claims)
        return redirects, (
            *problems,
            *found,
            *vanished_problems(self._comparison, source=source),
        )

    def _page(self, redirect: Redirect, titles: Mapping[str, str]) -> str:
        title = titles.get(redirect.target, redirect.target)
        return redirect_page(
            redirect,
            title=self._wording.text("redirect.heading"),
            text=self._wording.text("redirect.text", title=title),
            language=self._wording.language,
            site_url=self._config.site_url,
        )

    def _add(self, files: Files, path: str, text: str) -> None:
        if files.get_file_from_path(path) is None:
            files.append(File.generated(self._config, path, content=text))

    def write_lock(self) -> None:
        """Writes the lock file where it changed: whole, or not at all."""
        if self._lock_path is None or self._comparison is None:
            return
        text = write_lock(self._comparison.lock)
        path = self._lock_path
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            return
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, path)


def _url(redirect: Redirect) -> str:
    """The URL that a redirect answers, as MkDocs and the lock file write it."""
    return quote(redirect.path if redirect.path == redirect.file else f"{redirect.path}/")


def _title(source: str, blog: Blog) -> str:
    post = blog.by_source.get(source)
    return post.title if post else blog.listings[source].heading


def _sources(blog: Blog) -> set[str]:
    return {*blog.by_source, *blog.listings}


def lock_path(options: WeblogConfig, config: MkDocsConfig) -> Path | None:
    """Beside `mkdocs.yml`; `None` where the site keeps no lock file."""
    chosen = options.lock
    if not chosen:
        return None
    name = chosen if isinstance(chosen, str) else "weblog.lock.yml"
    return Path(config.config_file_path or "mkdocs.yml").parent / name
