"""Who writes: the authors file of a site, and the authors as a way to classify posts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig

from .config import AuthorsConfig, WeblogConfig
from .core.author import Bylines, author_terms, authors_taxonomy, resolve_authors
from .core.author_file import Author, read_author_file
from .core.blog import Settings
from .core.limits import Loader
from .core.post import Post
from .core.problems import Level, Mark, Problem
from .core.wording import Wording
from .settings import blog_folder


class Authorship:
    """The authors of a site, as its authors file and its posts name them."""

    def __init__(self, options: WeblogConfig, config: MkDocsConfig, *, wording: Wording) -> None:
        self._options: AuthorsConfig | None = options.authors
        self._wording = wording
        self._known: Mapping[str, Author] = {}
        self._problems: tuple[Problem, ...] = ()
        if self._options is not None:
            source = self._options.file.replace("{blog}", blog_folder(options)).strip("/")
            self._known, self._problems = _read(Path(config.docs_dir, source), source)

    def join(
        self, posts: Sequence[Post], settings: Settings
    ) -> tuple[Settings, Bylines, tuple[Problem, ...]]:
        """The settings with the authors as one more taxonomy, and who wrote which post."""
        options = self._options
        if options is None:
            return settings, Bylines(), ()
        bylines, problems = resolve_authors(posts, known=self._known, default=options.default)
        taxonomy = authors_taxonomy(
            bylines,
            label=self._wording.text("taxonomy.authors.label"),
            singular=self._wording.text("taxonomy.authors.singular"),
            heading=self._wording.text(
                "heading.authors",
                label="{label}",
                taxonomy=self._wording.text("taxonomy.authors.singular"),
            ),
            permalink=options.permalink,
            index="list" if options.index else None,
            content=options.content,
            per_page=options.per_page,
        )
        joined = replace(
            settings,
            taxonomies=(*settings.taxonomies, taxonomy),
            known={**settings.known, "authors": author_terms(bylines, pages=options.pages)},
        )
        return joined, bylines, (*self._problems, *problems)


def _read(path: Path, source: str) -> tuple[Mapping[str, Author], tuple[Problem, ...]]:
    if not path.is_file():
        return {}, ()
    try:
        data = yaml.load(path.read_text(encoding="utf-8-sig", errors="replace"), Loader=Loader)
    except yaml.YAMLError as error:
        place = getattr(error, "problem_mark", None)
        problem = Problem(
            code="authors-file",
            level=Level.ERROR,
            source=source,
            mark=Mark(place.line + 1, place.column + 1) if place else None,
            found=f"this is not YAML: {getattr(error, 'problem', None) or 'it cannot be parsed'}",
            fix="mend the line, or quote the text",
        )
        return {}, (problem,)
    return read_author_file(data, source=source)
