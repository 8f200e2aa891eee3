"""From the options to what the core asks for, with words in the site's language."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig

from .config import ArchiveConfig, SeriesConfig, TaxonomyConfig, WeblogConfig
from .core.archive import LEVELS, archive
from .core.blog import Settings
from .core.dates import format_period
from .core.listing import Layout, index_path
from .core.moments import MomentError, read_moment
from .core.series import series_taxonomy
from .core.taxonomy import Taxonomy, TermInfo
from .core.wording import Wording
from .locale import read_catalogue
from .options import did_you_mean

STANDARD = ("categories", "tags")
"""The taxonomies that exist without being named, in the order footers name them."""

_SLUGS = {"tags": "tag", "categories": "category"}


def blog_folder(options: WeblogConfig) -> str:
    """The blog's folder without slashes at its ends; empty where the whole site is a blog."""
    folder = options.blog_dir.strip("/")
    return "" if folder == "." else folder


def site_language(options: WeblogConfig, config: MkDocsConfig) -> str:
    """The language of the blog: the option, else the theme's, else English."""
    theme = config.theme
    chosen = options.language or theme.get("language") or theme.get("locale") or "en"
    return str(chosen).replace("_", "-")


def site_wording(options: WeblogConfig, language: str) -> Wording:
    """The strings of the blog in its language, with the site's own on top."""
    overrides = dict(options.wording)
    preset = overrides.pop("preset", "filed-under")
    return Wording.of(
        read_catalogue(language),
        english=read_catalogue("en"),
        preset=preset,
        overrides=overrides,
        language=language,
    )


def chosen_moment(options: WeblogConfig) -> object:
    """The moment a site asks to be built for, as written; `None` where it does not."""
    return os.environ.get("WEBLOG_AS_OF") or options.as_of


def site_moment(options: WeblogConfig) -> datetime:
    """The moment the site is built for: `WEBLOG_AS_OF` in the environment, the option `as_of`,
    `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/), else now.

    Raises `ValidationError` for a text that is no moment.
    """
    zone = options.timezone
    chosen = chosen_moment(options)
    if chosen:
        try:
            return read_moment(chosen, zone=zone).value
        except MomentError as error:
            raise ValidationError(f"as_of: {error.found}; {error.fix}") from error
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch) if epoch.isdigit() else time.time(), tz=zone)


def site_path(config: MkDocsConfig) -> str:
    """The path of the site on its host, with a slash at either end."""
    path = urlsplit(config.site_url or "").path.strip("/")
    return f"/{path}/" if path else "/"


def taxonomy_names(options: WeblogConfig) -> tuple[str, ...]:
    """The names of all taxonomies that are switched on."""
    named = options.taxonomies
    every = (*STANDARD, *(name for name in named if name not in STANDARD))
    return tuple(name for name in every if named.get(name, True) is not None)


def taxonomy_keys(options: WeblogConfig) -> dict[str, str]:
    """Taxonomy to the front matter key that names its terms."""
    records = options.taxonomies
    return {
        name: (record.key if (record := records.get(name)) and record.key else name)
        for name in taxonomy_names(options)
    }


def blog_settings(
    options: WeblogConfig,
    wording: Wording,
    *,
    known: Mapping[str, Mapping[str, TermInfo]],
) -> Settings:
    """The core's settings; raises `ValidationError` for a scope that is no taxonomy."""
    taxonomies = (
        *(_taxonomy(name, options, wording) for name in taxonomy_names(options)),
        *_archive(options.archive, wording),
        *_series(options.series, wording),
    )
    _check_apart(taxonomies, blog_folder(options))
    layout = Layout(
        blog_dir=blog_folder(options),
        per_page=options.per_page,
        orphans=options.orphans,
        stable=options.stable_pages,
        content=options.content,
    )
    front = options.front
    return Settings(
        title=front.title or wording.text("blog"),
        layout=layout,
        front=replace(
            layout,
            per_page=layout.per_page if front.per_page is None else front.per_page,
            orphans=layout.orphans if front.orphans is None else front.orphans,
            content=front.content or layout.content,
            order_posts=front.order_posts,
        ),
        taxonomies=taxonomies,
        known=known,
        permalink=options.permalink,
        slug_style=options.slugs,
        scope=_scope(options.neighbours, taxonomies),
        pins_everywhere=options.pins == "everywhere",
    )


def _check_apart(taxonomies: Iterable[Taxonomy], folder: str) -> None:
    """Raises `ValidationError` for two taxonomies whose indexes would be one page."""
    held: dict[str, str] = {}
    for taxonomy in taxonomies:
        path = index_path(taxonomy, blog_dir=folder)
        if taxonomy.index and held.setdefault(path, taxonomy.name) != taxonomy.name:
            raise ValidationError(
                f"taxonomies: {held[path]} and {taxonomy.name} would share the page /{path}/; "
                "give one of them another `slug`"
            )


def _scope(chosen: str, taxonomies: tuple[Taxonomy, ...]) -> str:
    """A taxonomy may be called by its name or, as in `category`, by the first part of its URLs."""
    names = {t.singular_slug: t.name for t in taxonomies} | {t.name: t.name for t in taxonomies}
    names |= {"all": "all", "none": "none", "author": "authors", "authors": "authors"}
    if chosen not in names:
        raise ValidationError(f"neighbours: no taxonomy '{chosen}'; {did_you_mean(chosen, names)}")
    return names[chosen]


def _taxonomy(name: str, options: WeblogConfig, wording: Wording) -> Taxonomy:
    record = options.taxonomies.get(name) or TaxonomyConfig()
    hierarchical = name == "categories" if record.hierarchical is None else record.hierarchical
    plural = record.plural or _word(wording, f"taxonomy.{name}.label", name)
    singular = record.label or _word(wording, f"taxonomy.{name}.singular", plural)
    slug = record.slug or _SLUGS.get(name, name)
    return Taxonomy(
        name=name,
        label=plural,
        singular=singular,
        permalink=record.permalink or f"{slug}/{{slug}}",
        hierarchical=hierarchical,
        default_term=_default_term(name, record, wording),
        headings=(record.heading or _heading(name, singular, wording),),
        index=_index(name, record, hierarchical=hierarchical),
        content=record.content,
        per_page=record.per_page,
        orphans=record.orphans,
        allowed=tuple(record.allowed) if record.allowed is not None else None,
        order_terms=record.order_terms,
        order_posts=record.order_posts,
        min_posts=record.min_posts,
        slug_style=record.slugs or options.slugs,
    )


def _series(record: SeriesConfig | None, wording: Wording) -> Iterator[Taxonomy]:
    if record is None:
        return
    singular = wording.text("taxonomy.series.singular")
    yield series_taxonomy(
        label=wording.text("taxonomy.series.label"),
        singular=singular,
        heading=wording.text("heading.series", label="{label}", taxonomy=singular),
        permalink=record.permalink,
        content=record.content,
        per_page=record.per_page,
    )


def _archive(record: ArchiveConfig | None, wording: Wording) -> Iterator[Taxonomy]:
    if record is None:
        return
    yield archive(
        label=wording.text("heading.archive"),
        singular=wording.text("archive"),
        label_of=lambda parts: format_period(*map(int, parts), language=wording.language),
        headings=[wording.text(f"heading.{level}", label="{label}") for level in LEVELS],
        levels=record.periods,
        permalink=record.permalink,
        index_at=str(record.index) if record.index else None,
        content=record.content,
        per_page=record.per_page,
    )


def _default_term(name: str, record: TaxonomyConfig, wording: Wording) -> str | None:
    if record.default is None:
        return wording.text("uncategorized") if name == "categories" else None
    return record.default if isinstance(record.default, str) else None


def _heading(name: str, singular: str, wording: Wording) -> str:
    key = wording.pick(f"heading.{name}", "heading.term")
    return wording.text(key, taxonomy=singular, label="{label}")


def _word(wording: Wording, key: str, name: str) -> str:
    """What the wording calls something; else its name, readable."""
    return wording.text(key) if key in wording.phrases else name.replace("_", " ").capitalize()


def _index(name: str, record: TaxonomyConfig, *, hierarchical: bool) -> str | None:
    if record.index is None:
        return "tree" if hierarchical else "cloud" if name == "tags" else "list"
    return str(record.index) if record.index else None
