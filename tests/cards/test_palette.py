"""The colours of cards, and that text in them can be read."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs.theme import Theme

from mkdocs_blog_plugin.cards.palette import ACCENT, PRIMARY, contrast, palette_of, theme_colours


@pytest.mark.parametrize("scheme", ["primary", "light", "dark"])
@pytest.mark.parametrize("primary", [*PRIMARY.values(), "#000", "#777", "#2fa4e7", "#2980b9"])
def test_text_can_be_read_on_every_colour(primary: str, scheme: str) -> None:
    colours = palette_of(primary, accent=None, scheme=scheme)
    for ground in (colours.background, colours.shade):
        assert contrast(colours.text, ground) >= 4.5
    assert contrast(colours.muted, colours.background) >= 3
    assert contrast(colours.accent, colours.background) >= 1.8


@pytest.mark.parametrize("accent", ["#fff", "#000", *ACCENT.values()])
def test_an_accent_is_seen_wherever_it_is_put(accent: str) -> None:
    for primary in ("#ffffff", "#14151a", accent):
        colours = palette_of(primary, accent=accent, scheme="primary")
        assert contrast(colours.accent, colours.background) >= 1.8


def test_a_dark_colour_and_an_accent_stay_what_they_are() -> None:
    colours = palette_of("#17494d", accent="#f4b266", scheme="primary")
    assert (colours.background, colours.text, colours.accent) == ("#17494d", "#ffffff", "#f4b266")
    assert colours.tile is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_the_logo_has_a_tile_of_the_primary_colour(scheme: str) -> None:
    assert palette_of("#17494d", accent=None, scheme=scheme).tile == "#17494d"


@pytest.mark.parametrize(
    ("name", "settings", "colours"),
    [
        ("material", {}, ("#4051b5", None)),
        ("material", {"palette": {"primary": "teal"}}, ("#009485", None)),
        (
            "material",
            {"palette": [{"primary": "deep purple", "accent": "amber"}, {"primary": "black"}]},
            ("#7e56c2", "#ffaa00"),
        ),
        ("material", {"palette": {"primary": "custom"}}, ("#4051b5", None)),
        ("material", {"palette": "nonsense"}, ("#4051b5", None)),
        ("readthedocs", {}, ("#2980b9", None)),
        ("mkdocs", {}, ("#2fa4e7", None)),
        ("mkdocs", {"nav_style": "dark"}, ("#343a40", None)),
    ],
)
def test_the_theme_says_the_colours(
    name: str, settings: dict[str, Any], colours: tuple[str, str | None]
) -> None:
    assert theme_colours(Theme(name=name, **settings)) == colours
