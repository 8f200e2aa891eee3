"""The catalogues: one YAML file per language, read from the installed package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TRADITIONAL = ("hk", "mo", "tw")


@cache
def languages() -> Mapping[str, str]:
    """The languages there is a catalogue for: lower-case tag to tag as the file is named."""
    names = sorted(entry.name for entry in files(__name__).iterdir())
    tags = [name.removesuffix(".yml") for name in names if name.endswith(".yml")]
    return {tag.lower(): tag for tag in tags}


@cache
def read_catalogue(language: str) -> Mapping[str, Any]:
    """The catalogue for a language tag (`de`, `pt-BR`, `zh_TW`, `de-AT`), nested as in its file.

    Falls back to the wider language, then to English; the catalogue's `language` says which one
    it is. A catalogue `pt-BR` holds only what differs from `pt`.
    The result is shared: do not change it.
    """
    known = languages()
    tag = next((known[tag] for tag in _wider(language) if tag in known), "en")
    text = files(__name__).joinpath(f"{tag}.yml").read_text(encoding="utf-8")
    catalogue: dict[str, Any] = yaml.load(text, Loader=_LOADER)  # a safe one
    wider, dash, _ = tag.partition("-")
    return _laid_over(read_catalogue(wider), catalogue) if dash else catalogue


def _wider(language: str) -> Iterator[str]:
    """The tag itself, then ever shorter ones: `zh-tw`, `zh`. Traditional Chinese is `zh-tw`."""
    parts = language.lower().replace("_", "-").split("-")
    if parts[0] == "zh" and ("hant" in parts or any(place in parts for place in _TRADITIONAL)):
        yield "zh-tw"
    for length in range(len(parts), 0, -1):
        yield "-".join(parts[:length])


def _laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Both trees in one; where both have a key, the text of `above`."""
    joined = dict(below)
    for key, value in above.items():
        deeper = joined.get(key)
        if isinstance(deeper, Mapping) and isinstance(value, Mapping):
            joined[key] = _laid_over(deeper, value)
        else:
            joined[key] = value
    return joined
