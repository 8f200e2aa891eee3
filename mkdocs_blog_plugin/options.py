"""Kinds of options MkDocs does not have: each tells what is wrong and what would be right."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError

from .core.permalink import PRESETS, PermalinkError, check_pattern
from .core.wording_keys import PRESETS as WORDINGS

Record = TypeVar("Record", bound=Config)

_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})\Z", re.IGNORECASE)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Half a sentence that names the nearest of the known names, or all of them."""
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1)
    return f"did you mean '{near[0]}'?" if near else f"known are {', '.join(names)}"


class ZoneOption(c.OptionallyRequired[ZoneInfo]):
    """A time zone by its IANA name."""

    def run_validation(self, value: object) -> ZoneInfo:
        """Raises `ValidationError` for what is no zone of the system's database."""
        try:
            return ZoneInfo(str(value))
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValidationError(
                f"'{value}' is not a time zone; write an IANA name such as Europe/London"
            ) from error


class ColourOption(c.OptionallyRequired[str]):
    """A colour as `#rgb` or `#rrggbb`."""

    def run_validation(self, value: object) -> str:
        """Raises `ValidationError` for anything else, such as names of colours."""
        if not isinstance(value, str) or not _COLOUR.match(value.strip()):
            raise ValidationError(f"'{value}' is not a colour; write it as '#17494d'")
        return value.strip().lower()


class PermalinkOption(c.OptionallyRequired[str]):
    """A permalink pattern, or the name of a preset."""

    def run_validation(self, value: object) -> str:
        """Raises `ValidationError` for unknown tokens and presets."""
        if not isinstance(value, str) or not value:
            raise ValidationError("write a pattern such as '{date:%Y/%m}/{slug}' or a preset")
        if "{" not in value and value not in PRESETS:
            raise ValidationError(f"no preset '{value}'; {did_you_mean(value, PRESETS)}")
        try:
            check_pattern(PRESETS.get(value, value))
        except PermalinkError as error:
            raise ValidationError(str(error)) from error
        return value


class WordingOption(c.OptionallyRequired[Mapping[str, Any]]):
    """A wording preset by its name, or a mapping of strings with an optional `preset`."""

    def run_validation(self, value: object) -> Mapping[str, Any]:
        """Raises `ValidationError` for unknown presets."""
        given = {"preset": value} if isinstance(value, str) else value
        if not isinstance(given, Mapping):
            raise ValidationError(
                f"write the name of a preset ({', '.join(WORDINGS)}) or a mapping"
            )
        preset = str(given.get("preset", WORDINGS[0]))
        if preset not in WORDINGS:
            raise ValidationError(f"no preset '{preset}'; {did_you_mean(preset, WORDINGS)}")
        return {**given, "preset": preset}


FEED_PATHS: Mapping[str, Mapping[str, str]] = {
    "default": {"rss": "feed.xml", "atom": "atom.xml", "json": "feed.json"},
    "wordpress": {
        "rss": "feed/index.xml",
        "atom": "feed/atom/index.xml",
        "json": "feed/json/index.json",
    },
    "material-rss": {
        "rss": "/feed_rss_created.xml",
        "json": "/feed_json_created.json",
        "rss_updated": "/feed_rss_updated.xml",
        "json_updated": "/feed_json_updated.json",
    },
}
"""Presets of where feeds lie, by format; `_updated` is a feed of the posts by their last change.
Relative to the page of the same posts; with a leading slash, only the blog's own lies there."""


class FeedPathsOption(c.OptionallyRequired[dict[str, str]]):
    """Where feeds lie: the name of a preset, or a mapping of formats to paths."""

    def run_validation(self, value: object) -> dict[str, str]:
        """Raises `ValidationError` for unknown presets and formats, and for what is no path."""
        if isinstance(value, str):
            if value not in FEED_PATHS:
                raise ValidationError(f"no preset '{value}'; {did_you_mean(value, FEED_PATHS)}")
            return {**FEED_PATHS["default"], **FEED_PATHS[value]}
        if not isinstance(value, Mapping):
            raise ValidationError(f"write a preset ({', '.join(FEED_PATHS)}) or a mapping")
        known = FEED_PATHS["default"].keys() | FEED_PATHS["material-rss"].keys()
        for form, path in value.items():
            if form not in known:
                raise ValidationError(f"no format '{form}'; {did_you_mean(str(form), known)}")
            if not isinstance(path, str) or not path.strip("/") or path.endswith("/"):
                raise ValidationError(f"{form}: write the path of a file, as in 'feed.xml'")
        return {**FEED_PATHS["default"], **value}


class RecordOption(c.OptionallyRequired[Record | None], Generic[Record]):
    """A mapping of options of its own, or `false` to switch off what it is about."""

    def __init__(self, record: type[Record], *, off: bool = False) -> None:
        super().__init__(default=False if off else {})
        self._record = record

    def run_validation(self, value: object) -> Record | None:
        """Raises `ValidationError` that names the key."""
        if value is False:
            return None
        if value is True or value is None:
            value = {}
        if not isinstance(value, Mapping):
            raise ValidationError("write a mapping, or false to switch it off")
        record = self._record()
        record.load_dict(dict(value))
        known = {key for key, _ in record._schema}
        for key in record.keys() - known:
            raise ValidationError(f"no option '{key}'; {did_you_mean(key, known)}")
        failed, _ = record.validate()
        for key, error in failed:
            raise ValidationError(f"{key}: {error}")
        return record


class RecordsOption(c.OptionallyRequired[dict[str, Record | None]], Generic[Record]):
    """A mapping of names to records of one kind; `false` instead of a record switches it off.

    Unlike `DictOfItems(SubConfig(…))` it does not lose misspelt keys.
    """

    def __init__(self, record: type[Record]) -> None:
        super().__init__(default={})
        self._option = RecordOption(record)

    def run_validation(self, value: object) -> dict[str, Record | None]:
        """Raises `ValidationError` that names the record and the key."""
        if not isinstance(value, Mapping):
            raise ValidationError("write a mapping of names to records")
        return {str(name): self._read(str(name), given) for name, given in value.items()}

    def _read(self, name: str, given: object) -> Record | None:
        try:
            return self._option.run_validation(given)
        except ValidationError as error:
            raise ValidationError(f"{name}: {error}") from error
