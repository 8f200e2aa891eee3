"""Options that are a number or a text, with one rule each."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import Any

from mkdocs.config import config_options as c
from mkdocs.config.base import ValidationError

from .core.dates import STYLES, format_date

_QUOTED = re.compile(r"'[^']*'")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


class CountOption(c.Type[int]):
    """A whole number from `least` up."""

    def __init__(self, *, least: int = 0, **kwargs: Any) -> None:
        super().__init__(int, **kwargs)
        self._least = least

    def run_validation(self, value: object) -> int:
        """Raises `ValidationError` for lower numbers, and for `true`, which is 1 to Python."""
        number = super().run_validation(value)
        if number < self._least or isinstance(number, bool):
            raise ValidationError(f"'{value}' is not a whole number from {self._least} up")
        return number


class PlaceOption(c.Type[str]):
    """A file or folder below `docs_dir`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(str, **kwargs)

    def run_validation(self, value: object) -> str:
        """Raises `ValidationError` for paths that lead out of it."""
        place = super().run_validation(value)
        if ".." in place.split("/") or "\\" in place or ":" in place:
            raise ValidationError(
                f"'{place}' is no place below docs_dir; write a path such as 'blog' or 'blog/news'"
            )
        return place


class DateFormatOption(c.Type[str]):
    """A style of dates by its name, or a pattern of the Unicode CLDR."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(str, **kwargs)

    def run_validation(self, value: object) -> str:
        """Raises `ValidationError` for what would not be a date, or seldom be the wrong one."""
        form = super().run_validation(value)
        if form in STYLES:
            return form
        if "%" in form:
            raise ValidationError(f"'{form}' is for strftime; write it as in 'd. MMMM yyyy'")
        if "Y" in _QUOTED.sub("", form):
            fix = form.replace("Y", "y")
            raise ValidationError(
                f"'{form}' has the year of the week, which is another one around New Year; "
                f"write '{fix}'"
            )
        if form.isalpha() and (near := get_close_matches(form.lower(), STYLES, n=1)):
            raise ValidationError(f"no style '{form}'; did you mean '{near[0]}'?")
        try:
            format_date(date(2024, 1, 31), style=form, language="en")
        except (ValueError, KeyError, AttributeError) as error:
            raise ValidationError(f"'{form}' is no pattern of dates: {error}") from error
        return form


class PatternOption(c.Type[str]):
    """A text in which some placeholders stand for something; `needs` are those it must have."""

    def __init__(self, *allowed: str, needs: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(str, **kwargs)
        self._allowed = {f"{{{name}}}" for name in allowed}
        self._needs = [f"{{{name}}}" for name in needs]

    def run_validation(self, value: object) -> str:
        """Raises `ValidationError` that names the placeholder."""
        pattern = super().run_validation(value)
        known = ", ".join(sorted(self._allowed))
        for found in _PLACEHOLDER.findall(pattern):
            if found not in self._allowed:
                raise ValidationError(f"{found} means nothing here; it may have {known}")
        for needed in self._needs:
            if needed not in pattern:
                raise ValidationError(f"'{pattern}' lacks {needed}: all would have the same place")
        return pattern
