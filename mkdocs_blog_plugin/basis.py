"""What a build starts from: the options, checked, and everything that is decided by them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig

from .config import WeblogConfig
from .core import wording as words
from .core.blog import Settings
from .core.problems import Problem
from .core.taxonomy import TermInfo
from .core.terms import read_terms
from .core.wording import Wording
from .git_dates import GitError, History, read_history
from .redirection import lock_path
from .settings import (
    blog_folder,
    blog_settings,
    site_language,
    site_moment,
    site_wording,
    taxonomy_names,
)
from .theming import link_stylesheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What one build knows before it looks at a file."""

    options: WeblogConfig
    config: MkDocsConfig
    settings: Settings
    wording: Wording
    problems: tuple[Problem, ...]
    """What is wrong with the terms file."""
    preview: bool
    now: datetime
    """The moment the site is built for."""
    history: Mapping[str, History]
    """What git knows of the docs, where the site asks for it."""


def prepare(options: WeblogConfig, config: MkDocsConfig, *, preview: bool) -> Basis:
    """The state of a build that begins. Raises `ValidationError` for options that contradict."""
    wording = site_wording(options, site_language(options, config))
    own = {key: text for key, text in options.wording.items() if key != "preset"}
    if doubts := words.check(own, taxonomies=taxonomy_names(options)):
        raise ValidationError("; ".join(f"wording: {d.key}: {d.found}, {d.fix}" for d in doubts))
    _check_alone(options, config)
    known, problems = _terms(options, config)
    link_stylesheet(config)
    return Basis(
        options=options,
        config=config,
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
