"""A month of a calendar: its weeks, and the days of the week in a language."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .dates import locale_of
from .post import Post

YearMonth = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A column of a calendar."""

    name: str
    """In full, for screen readers."""
    letter: str


def weekdays(language: str) -> tuple[Weekday, ...]:
    """The days of the week in the order of a language's calendars, by CLDR."""
    locale = locale_of(language)
    names, letters = (locale.days["stand-alone"][width] for width in ("wide", "narrow"))
    first = locale.first_week_day
    order = ((first + day) % 7 for day in range(7))
    return tuple(Weekday(name=str(names[day]), letter=str(letters[day])) for day in order)


def weeks(month: YearMonth, *, language: str) -> tuple[tuple[date | None, ...], ...]:
    """The rows of a calendar; `None` for days of other months."""
    calendar = Calendar(locale_of(language).first_week_day)
    return tuple(
        tuple(date(*month, day) if day else None for day in week)
        for week in calendar.monthdayscalendar(*month)
    )


def by_day(posts: Iterable[Post]) -> Mapping[date, tuple[Post, ...]]:
    """The posts by their day of publication, in the order given."""
    found: dict[date, list[Post]] = {}
    for post in posts:
        found.setdefault(post.published.date(), []).append(post)
    return {day: tuple(members) for day, members in found.items()}


def months_beside(
    month: YearMonth, days: Iterable[date]
) -> tuple[YearMonth | None, YearMonth | None]:
    """The nearest months before and after one that have posts."""
    months = {(day.year, day.month) for day in days}
    before = max((other for other in months if other < month), default=None)
    after = min((other for other in months if other > month), default=None)
    return before, after
