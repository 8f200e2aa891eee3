"""Dates as a language writes them: of a post, and of the periods of the archive. By Babel.

Whoever gives a moment has put it in the site's time zone before: nothing is converted here.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from typing import Literal, cast

import babel.dates
from babel import Locale, UnknownLocaleError

STYLES = ("short", "medium", "long", "full")
_Style = Literal["full", "long", "medium", "short"]


@cache
def locale_of(language: str) -> Locale:
    """CLDR's data for a language tag (`de`, `pt-BR`, `zh_TW`); a wider one, or English, where
    there is none."""
    parts = language.replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")


def format_date(moment: date, *, style: str = "long", language: str) -> str:
    """The day in a style of `STYLES`, or by a CLDR pattern (`d. MMMM y`), which may have a time.

    https://unicode.org/reports/tr35/tr35-dates.html#Date_Format_Patterns
    """
    locale = locale_of(language)
    if style in STYLES:
        return babel.dates.format_date(moment, cast("_Style", style), locale=locale)
    return babel.dates.format_datetime(_midnight(moment), style, locale=locale)


def format_datetime(moment: datetime, *, style: str = "long", language: str) -> str:
    """Day, time to the minute, and zone: for the states of a post. `moment` is aware."""
    locale = locale_of(language)
    day = format_date(moment, style=style, language=language)
    time = babel.dates.format_time(moment, "short", locale=locale)
    zone = babel.dates.get_timezone_name(moment, width="short", locale=locale)
    if zone[:1] in "+-":
        zone = babel.dates.get_timezone_gmt(moment, width="long", locale=locale)
    return f"{day}{_between(locale)}{time} {zone}"


def format_year(year: int, *, language: str) -> str:
    """The name of a year: "2012", "2012年"."""
    return babel.dates.format_skeleton("y", date(year, 1, 1), locale=locale_of(language))


def format_month(year: int, month: int, *, language: str) -> str:
    """The name of a month: "March 2012", "marzec 2012" (not "marca"), "2012年3月"."""
    return babel.dates.format_skeleton("yMMMM", date(year, month, 1), locale=locale_of(language))


def format_day(day: date, *, language: str) -> str:
    """The name of a day: "March 12, 2012"."""
    return format_date(day, style="long", language=language)


def format_period(
    year: int, month: int | None = None, day: int | None = None, *, language: str
) -> str:
    """The name of a year, a month or a day, by how much is given."""
    if month is None:
        return format_year(year, language=language)
    if day is None:
        return format_month(year, month, language=language)
    return format_day(date(year, month, day), language=language)


def check_style(style: str) -> str | None:
    """Why a date style is none, as a message; `None` for a good one."""
    if style in STYLES:
        return None
    if "%" in style:
        return f"{style!r} is written for strftime; CLDR patterns look like 'd MMMM y'"
    moments = datetime(2012, 3, 12, 10, 5, 1, tzinfo=UTC), datetime(2021, 12, 25, 23, tzinfo=UTC)
    try:
        written = {format_date(moment, style=style, language="en") for moment in moments}
    except (ValueError, KeyError, AttributeError) as error:
        return f"{style!r} is no CLDR date pattern ({error}); they look like 'd MMMM y'"
    if len(written) == 1:
        return f"{style!r} is neither one of {', '.join(STYLES)} nor a pattern like 'd MMMM y'"
    return None


def _midnight(moment: date) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, datetime.min.time())


def _between(locale: Locale) -> str:
    """What stands between day and time in a locale, without the words some have there."""
    pattern = locale.datetime_formats["medium"]
    return str(pattern).replace("{1}", "").replace("{0}", "") or " "
