"""Kinds of options MkDocs does not have: each tells what is wrong and what would be right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError

from .core.permalink import PRESETS, PermalinkError, check_pattern
from .core.wording_keys import PRESETS as WORDINGS

Record = TypeVar("Record", bound=Config)


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


class RecordOption(c.OptionallyRequired[Record | None], Generic[Record]):
    """A mapping of options of its own, or `false` to switch off what it is about."""

    def __init__(self, record: type[Record]) -> None:
        super().__init__(default={})
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
