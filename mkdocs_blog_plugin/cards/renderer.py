"""From a card to its picture: the template filled, drawn by resvg.

Needs the extra `cards`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import jinja2
import resvg_py

from .cache import card_key
from .card import Card
from .fonts import noto_files
from .wanted import HEIGHT, WIDTH

_DRAWN_BY = f"resvg_py {resvg_py.__version__} resvg {resvg_py.__resvg_version__}"
_TEXT = "<text"


class CardRenderer:
    """Draws cards by one template.

    Text comes as outlines, so that the fonts are in the SVG as far as they matter. A template of a
    site that has `<text>` of its own can use the site's fonts and Noto Sans.
    """

    def __init__(self, template: jinja2.Template, fonts: Sequence[Path] = ()) -> None:
        self._template = template
        latin = (path for path in noto_files() if path.name.startswith("NotoSans["))
        self._fonts = [str(path) for path in (*fonts, *latin)]

    def fill(self, card: Card) -> str:
        """The template as SVG."""
        return self._template.render(card=card)

    def key(self, svg: str) -> str:
        """What the picture of a filled template is known by."""
        return card_key(svg, made_with=(_DRAWN_BY, *(self._fonts if _TEXT in svg else ())))

    def draw(self, svg: str) -> bytes:
        """The picture as PNG. Raises `ValueError` for what is no SVG."""
        return resvg_py.svg_to_bytes(
            svg_string=svg,
            width=WIDTH,
            height=HEIGHT,
            font_files=self._fonts if _TEXT in svg else [],
            skip_system_fonts=True,
        )
