"""The cards of one build: which there are, where they lie, and drawing those that are new."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from ..config import CardsConfig, WeblogConfig
from ..core.author import Bylines
from ..core.blog import Blog
from ..core.dates import format_date
from ..core.feeds.text import one_line
from ..core.links import ROOT
from ..core.listing import Listing
from ..core.post import Post
from ..core.problems import Level, Problem
from ..core.urls import Claims
from ..core.wording import Wording
from ..covers import Picture, image_size
from ..rendering import theme_family
from .cache import Cache
from .logo import Logo, find_logo
from .palette import Palette, palette_of, theme_colours
from .wanted import Wanted

if TYPE_CHECKING:
    from .renderer import CardRenderer

FOLDER = "assets/cards"
"""Where the cards lie in the site."""

_DRAWS = ("resvg_py", "uharfbuzz")


class Deck:
    """The cards of one build; none where the site does not ask for them."""

    def __init__(self, options: WeblogConfig, config: MkDocsConfig, *, wording: Wording) -> None:
        self._options: CardsConfig | None = options.cards
        self._date_format = options.date_format
        self._config = config
        self._wording = wording
        self._base = Path(config.config_file_path or "mkdocs.yml").parent
        self._places: dict[str, str] = {}
        self._pictures: dict[str, Picture] = {}
        if self._options is not None:
            _check(self._options, self._base)

    def plan(
        self, blog: Blog, files: Files, claims: Claims, *, without: Collection[str]
    ) -> tuple[Problem, ...]:
        """Takes the places of all cards; `without` are posts that can have none. A picture that
        the docs have at such a place is the card."""
        self._places, self._pictures = {}, {}
        problems: list[Problem] = []
        for source in self._sources(blog, without):
            file = files.get_file_from_path(source)
            if file is None:
                continue
            place = card_place(file)
            holder = claims.claim(place, owner=f"the card of {source}")
            drawn = files.get_file_from_path(place)
            if holder is None:
                self._places[source] = place
            elif drawn is not None:
                alt = self._wanted(source, blog, Bylines()).alt
                self._pictures[source] = _picture(drawn, alt)
            else:
                problems.append(_clash(source, place, holder))
        return tuple(problems)

    def _sources(self, blog: Blog, without: Collection[str]) -> Iterator[str]:
        options = self._options
        if options is None:
            return
        for post in blog.by_source.values():
            covered = post.cover is not None and not options.instead_of_covers
            if not covered and post.source not in without:
                yield post.source
        if options.listings:
            yield from (source for source, each in blog.listings.items() if source == each.source)

    def draw(self, blog: Blog, files: Files, bylines: Bylines) -> None:
        """Adds the planned cards to `files`, drawn where they are not in the cache. Raises
        `PluginError` for a template that is none, and a cache that cannot be written."""
        options = self._options
        if options is None or not self._places:
            return
        wanted = {source: self._wanted(source, blog, bylines) for source in self._places}
        try:
            pictures = self._drawn(options, wanted, files)
        except (jinja2.TemplateError, ValueError) as error:
            raise PluginError(f"weblog: cards: weblog/card.svg: {error}") from error
        except OSError as error:
            raise PluginError(f"weblog: cards: {error}") from error
        for source, path in pictures.items():
            place = self._places[source]
            file = File.generated(self._config, place, abs_src_path=str(path))
            files.append(file)
            self._pictures[source] = _picture(file, wanted[source].alt)

    def picture(self, listing: Listing | None = None, post: Post | None = None) -> Picture | None:
        """The card of a post or of a listing, which all its pagers share."""
        source = post.source if post else listing.source if listing else ""
        return self._pictures.get(source)

    def leads(self, post: Post) -> bool:
        """Whether the card of a post is shown in place of its cover."""
        options = self._options
        return bool(options and options.instead_of_covers) and post.source in self._pictures

    def _wanted(self, source: str, blog: Blog, bylines: Bylines) -> Wanted:
        """What a card is to say."""
        site_name = one_line(self._config.site_name)
        language = self._wording.language
        post = blog.by_source.get(source)
        if post is None:
            listing = blog.listings[source]
            count = self._wording.text("count.posts", count=len(listing.posts))
            return Wanted(
                title=one_line(listing.heading), site_name=site_name, date=count, language=language
            )
        authors = self._wording.enumerate(one_line(each.name) for each in bylines.of(post))
        date = format_date(post.published, style=self._date_format, language=language)
        return Wanted(
            title=one_line(post.title),
            site_name=site_name,
            authors=authors,
            date=date,
            language=post.language or language,
        )

    def _drawn(
        self, options: CardsConfig, wanted: Mapping[str, Wanted], files: Files
    ) -> dict[str, Path]:
        """Where the pictures lie, by source; those that are missing there are drawn."""
        from .card import Typesetter  # noqa: PLC0415  # these three are in the extra
        from .fonts import FontSet  # noqa: PLC0415
        from .renderer import CardRenderer  # noqa: PLC0415

        fonts = [self._base / font for font in options.fonts]
        setter = Typesetter(
            FontSet(fonts), palette=self._palette(options), logo=self._logo(options, files)
        )
        renderer = CardRenderer(self._template(), fonts)
        svgs = {source: renderer.fill(setter.set(each)) for source, each in wanted.items()}
        keys = {source: renderer.key(svg) for source, svg in svgs.items()}
        cache = Cache(self._base / options.cache)
        missing = {key: svgs[source] for source, key in keys.items() if not cache.has(key)}
        _draw_all(missing, renderer, cache)
        return {source: cache.path(key).absolute() for source, key in keys.items()}

    def _template(self) -> jinja2.Template:
        theme = self._config.theme
        names = [f"weblog/{theme_family(theme)}/card.svg", "weblog/card.svg"]
        return theme.get_env().select_template(names)

    def _palette(self, options: CardsConfig) -> Palette:
        primary, accent = theme_colours(self._config.theme)
        return palette_of(
            options.primary or primary,
            accent=options.accent or (None if options.primary else accent),
            scheme=options.scheme,
        )

    def _logo(self, options: CardsConfig, files: Files) -> Logo | None:
        chosen = options.logo if isinstance(options.logo, str) else None
        if options.logo is False:
            return None
        logo = find_logo(chosen, files=files, theme=self._config.theme)
        if chosen and logo is None:
            raise PluginError(f"weblog: cards: logo: there is no picture '{chosen}' in docs_dir")
        return logo


def _draw_all(svgs: Mapping[str, str], renderer: CardRenderer, cache: Cache) -> None:
    """Draws on all cores: the renderer works outside Python's lock."""
    if not svgs:
        return
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for key, png in zip(svgs, pool.map(renderer.draw, svgs.values()), strict=True):
            cache.put(key, png)


def _check(options: CardsConfig, base: Path) -> None:
    """Raises `ValidationError` where cards cannot be drawn."""
    if any(find_spec(name) is None for name in _DRAWS):
        raise ValidationError(
            "cards: what draws them is missing: pip install 'mkdocs-weblog[cards]'"
        )
    for font in options.fonts:
        if not _is_font(base / font):
            raise ValidationError(f"cards: fonts: '{font}' is no font beside mkdocs.yml")


def _is_font(path: Path) -> bool:
    from .fonts import read_faces  # noqa: PLC0415  # is in the extra

    return path.is_file() and bool(read_faces(path))


def card_place(file: File) -> str:
    """Where the card of a page lies in the site: `assets/cards/blog/wards.png`."""
    stem = file.dest_uri.removesuffix(".html").removesuffix("/index")
    return f"{FOLDER}/{stem}.png"


def _picture(file: File, alt: str) -> Picture:
    width, height = image_size(file)
    return Picture(url=ROOT + file.url, alt=alt, width=width, height=height, file=file)


def _clash(source: str, place: str, holder: str) -> Problem:
    return Problem(
        code="url-clash",
        level=Level.ERROR,
        source=source,
        found=f"its card /{place} would lie where {holder} is",
        fix="rename one of them",
    )
