"""What a reader of the blog sees in words: strings by preset and language, with their plurals.

Strings come as data and are chosen by what a post has; no sentence is put together from pieces.
Placeholders are `{name}` and nothing more: a site's own strings cannot reach into objects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, NamedTuple

from babel.numbers import format_decimal
from markupsafe import Markup, escape

from .dates import locale_of
from .wording_keys import PRESETS, WORDING_KEYS, Key

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_LOOKALIKE = re.compile(r"\{[^{}]*\}|%s|%\d\$s|%\(\w+\)s")
_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Doubt(NamedTuple):
    """What is wrong with one of a site's own strings, and what would be right."""

    key: str
    found: str
    fix: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """One string: its plural forms (`other` alone where it has none) and whose rules choose."""

    forms: Mapping[str, str]
    language: str

    def form(self, count: int | None) -> str:
        """The form for a number; `other` where the language has no form of its own for it."""
        if count is None or len(self.forms) == 1:
            return self.forms["other"]
        return self.forms.get(locale_of(self.language).plural_form(count), self.forms["other"])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wording:
    """Every string of the blog in one language, one preset, with the site's own changes."""

    language: str
    """BCP 47 tag of the site: decides dates, numbers and the plurals of its own strings."""
    phrases: Mapping[str, Phrase]
    """By dotted key, see `WORDING_KEYS`."""

    @classmethod
    def of(
        cls,
        catalogue: Mapping[str, Any],
        *,
        english: Mapping[str, Any],
        preset: str = PRESETS[0],
        overrides: Mapping[str, Any] = _NOTHING,
        language: str | None = None,
    ) -> Wording:
        """Later ones win: English, the catalogue, the preset, the overrides (checked before).

        `language` is the site's, where it is not the catalogue's own: a Korean site has English
        strings and Korean dates. Raises `ValueError` for a preset that does not exist.
        """
        if preset not in PRESETS:
            raise ValueError(f"no preset {preset!r}; there are {', '.join(PRESETS)}")
        spoken = str(catalogue["language"])
        phrases: dict[str, Phrase] = {}
        for tree, tag in ((english, "en"), (catalogue, spoken)):
            phrases |= _phrases(tree, tag)
        for tree, tag in ((english, "en"), (catalogue, spoken)):
            phrases |= _phrases(tree.get("presets", {}).get(preset, {}), tag)
        phrases |= _phrases(overrides, language or spoken)
        return cls(language=language or spoken, phrases=MappingProxyType(phrases))

    def pick(self, *keys: str) -> str:
        """The first of the keys that has a string: `pick("heading.products", "heading.term")`."""
        for key in keys:
            if key in self.phrases:
                return key
        near = get_close_matches(keys[-1], self.phrases, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise KeyError(f"no string {keys[-1]}{hint}")

    def text(self, key: str, /, *, count: int | None = None, **values: object) -> str:
        """Plain text. `count` chooses the plural form; whole numbers are written as the language
        does (give years as text). Markup among the values loses its tags.

        Raises `KeyError` for an unknown key or a placeholder without a value.
        """
        phrase = self.phrases[self.pick(key)].form(count)
        if count is not None:
            values["count"] = count
        return _PLACEHOLDER.sub(lambda found: self._plain(values[found[1]]), phrase)

    def html(self, key: str, /, *, count: int | None = None, **values: object) -> Markup:
        """The same as HTML: the string and the values are escaped, Markup is left as it is."""
        phrase = escape(self.phrases[self.pick(key)].form(count))
        if count is not None:
            values["count"] = count
        filled = _PLACEHOLDER.sub(lambda found: self._escaped(values[found[1]]), phrase)
        return Markup(filled)  # made of escaped pieces

    def join(self, items: Iterable[str]) -> str:
        """A list as the language writes it: "a, b" or "a、b". Markup where one item is."""
        return _joined(tuple(items), between=self.text("list.separator"))

    def enumerate(self, items: Iterable[str]) -> str:
        """The same with a word before the last: "Ada, Bob and Eve". For authors."""
        names = tuple(items)
        if len(names) < 2:
            return self.join(names)
        return _joined((self.join(names[:-1]), names[-1]), between=self.text("list.last"))

    def byline(self, *, date: str = "", authors: Iterable[str] = ()) -> Markup:
        """Date and authors in the preset's words, by which of them there are; else empty."""
        names = self.enumerate(authors)
        variant = "both" if date and names else "date" if date else "authors"
        if not date and not names:
            return Markup()
        return self.html(f"byline.{variant}", date=date, authors=names)

    def footer(self, *, categories: Iterable[str] = (), tags: Iterable[str] = ()) -> Markup:
        """Where a post is filed in the preset's words, by what it has: categories, tags, both,
        neither (empty in all presets)."""
        filed, tagged = self.join(categories), self.join(tags)
        variant = {
            (True, True): "both",
            (True, False): "categories",
            (False, True): "tags",
            (False, False): "neither",
        }[bool(filed), bool(tagged)]
        return self.html(f"footer.{variant}", categories=filed, tags=tagged)

    def _plain(self, value: object) -> str:
        if isinstance(value, Markup):
            return value.striptags()
        return self._number(value) if isinstance(value, int) else str(value)

    def _escaped(self, value: object) -> str:
        return escape(self._number(value) if isinstance(value, int) else value)

    def _number(self, value: int) -> str:
        return str(format_decimal(value, locale=locale_of(self.language)))


def check(overrides: Mapping[Any, Any], *, taxonomies: Iterable[str] = ()) -> list[Doubt]:
    """What is wrong with a site's own strings, in their order.

    Each of `taxonomies` may have strings of its own wherever there is one for any `term`:
    `heading.products` beside `heading.term`.
    """
    known = dict(WORDING_KEYS)
    for name in taxonomies:
        for key, entry in WORDING_KEYS.items():
            if key.endswith(".term"):
                known.setdefault(f"{key.removesuffix('term')}{name}", entry)
    return [
        doubt
        for key, value in flatten(overrides).items()
        for doubt in (_doubts(key, value, known[key]) if key in known else [_unknown(key, known)])
    ]


def _unknown(key: str, known: Mapping[str, Key]) -> Doubt:
    near = get_close_matches(key, known, n=1)
    fix = f"did you mean {near[0]!r}?" if near else "the reference lists all keys"
    return Doubt(key, "no such string", fix)


def _doubts(key: str, value: object, entry: Key) -> Iterator[Doubt]:
    if isinstance(value, Mapping) and not (entry.plural and "other" in value):
        fix = "give one for 'other'" if entry.plural else "write one text"
        yield Doubt(key, f"plural forms {', '.join(map(str, value))}", fix)
        return
    for text in value.values() if isinstance(value, Mapping) else (value,):
        if not isinstance(text, str):
            yield Doubt(key, repr(text), 'write a text in quotes ("" for nothing)')
            continue
        for found in _LOOKALIKE.findall(text):
            if found.strip("{}") not in entry.placeholders:
                yield Doubt(key, found, _placeholder_fix(found, entry.placeholders))


def _placeholder_fix(found: str, allowed: tuple[str, ...]) -> str:
    near = get_close_matches(found.strip("{ }"), allowed, n=1)
    if near:
        return f"did you mean {{{near[0]}}}?"
    names = ", ".join(f"{{{name}}}" for name in allowed)
    return f"this string may use {names}" if names else "this string has no placeholders"


def flatten(tree: Mapping[Any, Any]) -> dict[str, Any]:
    """A nested catalogue by dotted keys; plural forms stay together."""
    flat: dict[str, Any] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping) and not (value and _CATEGORIES.issuperset(value)):
            flat |= {f"{key}.{deeper}": leaf for deeper, leaf in flatten(value).items()}
        else:
            flat[str(key)] = value
    return flat


def _phrases(tree: Mapping[str, Any], language: str) -> dict[str, Phrase]:
    return {
        key: Phrase(value if isinstance(value, Mapping) else {"other": str(value)}, language)
        for key, value in flatten(tree).items()
        if key != "language" and not key.startswith("presets.")
    }


def _joined(items: tuple[str, ...], *, between: str) -> str:
    if any(hasattr(item, "__html__") for item in items):
        return escape(between).join(items)
    return between.join(items)
