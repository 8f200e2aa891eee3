"""The colours of a card, from those of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs.theme import Theme

PRIMARY: Mapping[str, str] = {
    "red": "#ef5552",
    "pink": "#e92063",
    "purple": "#ab47bd",
    "deep-purple": "#7e56c2",
    "indigo": "#4051b5",
    "blue": "#2094f3",
    "light-blue": "#02a6f2",
    "cyan": "#00bdd6",
    "teal": "#009485",
    "green": "#4cae4f",
    "light-green": "#8bc34b",
    "lime": "#cbdc38",
    "yellow": "#ffec3d",
    "amber": "#ffc105",
    "orange": "#ffa724",
    "deep-orange": "#ff6e42",
    "brown": "#795649",
    "grey": "#757575",
    "blue-grey": "#546d78",
    "black": "#14151a",
    "white": "#ffffff",
}
"""Material's primary colours by the names its palette gives them."""

ACCENT: Mapping[str, str] = {
    "red": "#ff1a47",
    "pink": "#f50056",
    "purple": "#df41fb",
    "deep-purple": "#7c4dff",
    "indigo": "#526cfe",
    "blue": "#4287ff",
    "light-blue": "#0091eb",
    "cyan": "#00bad6",
    "teal": "#00bda4",
    "green": "#00c753",
    "light-green": "#63de17",
    "lime": "#b0eb00",
    "yellow": "#ffd500",
    "amber": "#ffaa00",
    "orange": "#ff9100",
    "deep-orange": "#ff6e42",
}
"""Material's accent colours."""

_THEMES: Mapping[str, str] = {
    "material": PRIMARY["indigo"],
    "materialx": PRIMARY["indigo"],
    "mkdocs": "#2fa4e7",
    "readthedocs": "#2980b9",
}
"""What themes look like that are left as they come."""

_NAVIGATION = {"dark": "#343a40", "light": "#f8f9fa"}
"""The other colours the built-in theme's bar may have (`nav_style`)."""

_OTHER = "#37474f"
_INK = "#16181d"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """What a card is painted with; all are `#rrggbb`."""

    background: str
    shade: str
    """What the background runs into, at the foot."""
    text: str
    muted: str
    """Text of less weight."""
    accent: str
    """A bar, a mark; never text."""
    tile: str | None = None
    """Behind the logo, which is made for the theme's primary colour; `None` where the background
    is of that colour."""


def theme_colours(theme: Theme) -> tuple[str, str | None]:
    """The theme's primary colour and, where it has one, its accent."""
    palette: Any = theme.get("palette") or {}
    first: Any = next(iter(palette), {}) if isinstance(palette, list) else palette
    named = first if isinstance(first, Mapping) else {}
    primary = PRIMARY.get(_name(named.get("primary")))
    if primary is None and theme.name == "mkdocs":
        primary = _NAVIGATION.get(str(theme.get("nav_style")))
    accent = ACCENT.get(_name(named.get("accent")))
    return primary or _THEMES.get(theme.name or "", _OTHER), accent


def _name(value: object) -> str:
    return str(value).strip().lower().replace(" ", "-")


def palette_of(primary: str, *, accent: str | None, scheme: str) -> Palette:
    """The colours of a scheme: `primary`, `light` or `dark`. Text has a contrast of 4.5 at the
    least (https://www.w3.org/TR/WCAG22/#contrast-minimum)."""
    primary = _long(primary)
    if scheme == "light":
        mark = _long(accent) if accent else primary
        return _palette("#fdfcfa", shade="#f1efea", text=_INK, accent=mark, tile=primary)
    if scheme == "dark":
        mark = _long(accent) if accent else mix(primary, "#ffffff", 0.35)
        night = mix("#16181d", primary, 0.06)
        return _palette(
            night, shade=mix(night, "#000000", 0.3), text="#f4f4f2", accent=mark, tile=primary
        )
    if luminance(primary) > 0.4:
        mark = _long(accent) if accent else mix(primary, _INK, 0.75)
        return _palette(primary, shade=mix(primary, "#ffffff", 0.25), text=_INK, accent=mark)
    ground = primary
    while contrast(ground, "#ffffff") < 4.7:
        ground = mix(ground, "#000000", 0.06)
    mark = _long(accent) if accent else mix(ground, "#ffffff", 0.6)
    return _palette(ground, shade=mix(ground, "#000000", 0.28), text="#ffffff", accent=mark)


def _palette(
    background: str, *, shade: str, text: str, accent: str, tile: str | None = None
) -> Palette:
    while contrast(accent, background) < 1.8:
        accent = mix(accent, text, 0.12)
    return Palette(
        background=background,
        shade=shade,
        text=text,
        muted=mix(text, background, 0.2),
        accent=accent,
        tile=tile,
    )


def mix(one: str, other: str, share: float) -> str:
    """The first colour with a share (0 to 1) of the second."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """From 1, for equal colours, to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """From 0, black, to 1, white (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    linear = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _channels(colour))
    )
    return sum(
        weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


def _channels(colour: str) -> tuple[int, int, int]:
    digits = colour.removeprefix("#")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _long(colour: str) -> str:
    digits = colour.removeprefix("#").lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
