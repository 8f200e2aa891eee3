"""Cards without a site: drawn from words, and asked where their ink is."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from jinja2 import Environment, PackageLoader
from PIL import Image, ImageChops

from mkdocs_blog_plugin.cards.card import Card, Typesetter
from mkdocs_blog_plugin.cards.fonts import FontSet
from mkdocs_blog_plugin.cards.palette import palette_of
from mkdocs_blog_plugin.cards.renderer import CardRenderer
from mkdocs_blog_plugin.cards.wanted import Wanted

Box = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels."""


@cache
def typesetter(scheme: str = "primary") -> Typesetter:
    return Typesetter(
        FontSet(), palette=palette_of("#4051b5", accent=None, scheme=scheme), logo=None
    )


@cache
def renderer() -> CardRenderer:
    # The environment escapes nothing, as MkDocs' does not: the template does.
    environment = Environment(loader=PackageLoader("mkdocs_blog_plugin"))
    return CardRenderer(environment.get_template("weblog/card.svg"))


def card(title: str, **texts: str) -> Card:
    return typesetter().set(Wanted(title=title, **{"site_name": "", **texts}))


@cache
def png(title: str, **texts: str) -> bytes:
    return renderer().draw(renderer().fill(card(title, **texts)))


def picture(title: str, **texts: str) -> Image.Image:
    return Image.open(BytesIO(png(title, **texts))).convert("RGB")


def ink(title: str, **texts: str) -> Box:
    """What is drawn on a card that is not drawn on one that is empty."""
    left_to_right = picture("a").getpixel((2, 2)) == picture(title, **texts).getpixel((2, 2))
    empty = picture("\u200e" if left_to_right else "\u200f")
    box = ImageChops.difference(picture(title, **texts), empty).getbbox()
    assert box is not None, "there is no ink"
    return box


def covered(title: str, **texts: str) -> float:
    """Which share of the title's box is ink: a box of glyphs that are missing is empty."""
    box = ink(title, **texts)
    shown = picture(title, **texts).crop(box).convert("L")
    white = sum(shown.histogram()[170:])
    return white / (shown.width * shown.height)
