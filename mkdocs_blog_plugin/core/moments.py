"""Moments: dates and times as people write them, in front matter and in file names."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

_EARLIEST = date(1, 1, 3)
_LATEST = date(9999, 12, 29)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_REST_OF_MONTH = "uary|ruary|ch|il|e|y|ust|t|tember|ober|ember"
_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})(?:{_REST_OF_MONTH})?\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\.?"
_TIME = (
    r"(?:(?:[Tt]|,?\s+)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,](?P<fraction>[0-9]{1,9}))?)?"
    r"\s*(?P<zone>Z|z|UTC|GMT|(?P<offset>[+-][0-9]{1,2}(?::?[0-9]{2})?))?)?"
)
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})" + _TIME)
_LOOSE = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        r"(?P<year>[0-9]{4})(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})",
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        rf"(?:[a-z]+,?\s+)?{_MONTH}\s+{_DAY},?\s+(?P<year>[0-9]{{4}})",
        rf"(?:[a-z]+,?\s+)?{_DAY}\s+{_MONTH},?\s+(?P<year>[0-9]{{4}})",
    )
)
_SHORT = re.compile(r"(?P<a>[0-9]{1,2})[-/.](?P<b>[0-9]{1,2})[-/.](?P<year>[0-9]{4})" + _TIME)
_NO_DAY = re.compile(r"(?P<year>[0-9]{4})(?:[-/.](?P<month>[0-9]{1,2}))?")

_DATED = re.compile(r"(?P<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[-_ ]+(?P<rest>.*)|$)", re.DOTALL)
_FOLDERS = re.compile(
    r"(?:^|/)(?:(?P<day>[0-9]{4}([-/])[0-9]{1,2}\2[0-9]{1,2})/"
    r"|(?P<part>[0-9]{4}(?:/[0-9]{1,2}[-/]|-[0-9]{1,2}/)[0-9]{1,2})(?:[-_ ]+(?P<rest>[^/]*))?$)"
)
_INDEXES = {"index", "readme"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, in the site's zone."""

    value: datetime
    """Aware, in the zone it was read for."""
    date_only: bool
    """Whether it was given as a day, which means 00:00 of that day."""
    doubt: str = ""
    """ISO form of what was understood, where the writing is unusual; else empty."""


class MomentError(ValueError):
    """What stands there is no moment: `found` says why, `fix` what to write."""

    def __init__(self, found: str, *, fix: str, code: str = "date-form") -> None:
        super().__init__(f"{found}; {fix}")
        self.found = found
        self.fix = fix
        self.code = code


def read_moment(value: object, *, zone: tzinfo) -> Moment:
    """Read a date, a datetime, or text such as `2024-01-31`, `2024-01-31 10:00 +02:00`,
    `Jan 31, 2024`.

    Moments without a zone are in `zone`, others are converted to it; the first and last two days
    of the calendar (years 1 and 9999) are moved inward, so that no later conversion overflows.
    Raises MomentError.
    """
    if isinstance(value, datetime):
        return Moment(_in_zone(value, zone), date_only=False)
    if isinstance(value, date):
        return Moment(_in_zone(value, zone), date_only=True)
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return _read_text(str(value)[:100].strip(), zone)
    kind = "empty" if value is None else f"a {type(value).__name__}"
    kind = {"a dict": "a mapping", "a bool": "true or false", "a float": "a number"}.get(kind, kind)
    raise MomentError(f"the value is {kind}, not a date", fix="write a date such as 2024-01-31")


def moment_from_source(source: str, *, zone: tzinfo, kinds: Sequence[str]) -> Moment | None:
    """The day the path of a source names, by the first of `kinds` that finds one.

    `file_name`: `2024-01-31-title.md`; of `index.md` and `README.md` the folder's name counts.
    `folders`: `2024/01/31/title.md`, also with the day in the file name (`2024/01/31-title.md`).
    A year and a month are not enough. Raises MomentError for a day that does not exist.
    """
    for kind in kinds:
        day = _named_day(source) if kind == "file_name" else _folder_day(source)
        if day is not None:
            return Moment(_in_zone(day, zone), date_only=True)
    return None


def split_date(file_name_stem: str) -> tuple[str | None, str]:
    """Take a leading date off a file name: `("2024-01-31", "title")`, or `(None, stem)`.

    Digits that are no date (`1999-99-99-luftballons`) belong to the name.
    """
    found = _DATED.match(file_name_stem)
    if found is None:
        return None, file_name_stem
    try:
        return _real_day(found["day"]).isoformat(), found["rest"] or ""
    except MomentError:
        return None, file_name_stem


def source_name(source: str) -> str:
    """The name that stands for a source: the file's without suffix, of an index its folder's."""
    return _stem_path(source).rpartition("/")[2]


def undated_name(source: str, *, in_folders: bool) -> str:
    """`source_name` without a date. `in_folders`: nor a day whose month is in the folders."""
    name = source_name(source)
    day, rest = split_date(name)
    if day is not None:
        return rest or name
    found = _FOLDERS.search(_stem_path(source)) if in_folders else None
    return (found and found["rest"]) or name


def _stem_path(source: str) -> str:
    folders, _, file = source.rpartition("/")
    stem = file.rpartition(".")[0] or file
    if folders and stem.lower() in _INDEXES:
        return folders
    return f"{folders}/{stem}" if folders else stem


def _named_day(source: str) -> date | None:
    found = _DATED.match(source_name(source))
    return _real_day(found["day"]) if found else None


def _folder_day(source: str) -> date | None:
    found = _FOLDERS.search(_stem_path(source))
    if found is None:
        return None
    try:
        return _real_day(found["day"] or found["part"])
    except MomentError:
        if found["rest"]:  # 2024/01/99-balloons.md: a number, not a day
            return None
        raise


def _real_day(text: str) -> date:
    year, month, day = (int(part) for part in re.split("[-/]", text))
    return _day(text, year, month, day)


def _read_text(text: str, zone: tzinfo) -> Moment:
    if found := _ISO.fullmatch(text):
        return _moment(found, int(found["month"]), int(found["day"]), zone)
    for form in _LOOSE:
        if found := form.fullmatch(text):
            groups = found.groupdict()
            name = groups.get("name")
            month = _MONTHS.index(name.lower()) + 1 if name else int(groups["month"])
            return _doubtful(_moment(found, month, int(groups["day"]), zone))
    if found := _SHORT.fullmatch(text):
        first, second = int(found["a"]), int(found["b"])
        if first != second and first <= 12 and second <= 12:
            raise _ambiguous(text, int(found["year"]), first, second)
        day, month = (second, first) if second > 12 else (first, second)
        return _doubtful(_moment(found, month, day, zone))
    if found := _NO_DAY.fullmatch(text):
        kind = "month" if found["month"] else "year"
        raise MomentError(f"'{text}' is a {kind}, not a day", fix="write a day such as 2024-01-31")
    raise MomentError(f"'{text}' is not understood", fix="write a date such as 2024-01-31")


def _moment(found: re.Match[str], month: int, day: int, zone: tzinfo) -> Moment:
    calendar_day = _day(found[0], int(found["year"]), month, day)
    if found["hour"] is None:
        return Moment(_in_zone(calendar_day, zone), date_only=True)
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    fraction = int(((found["fraction"] or "") + "000000")[:6])
    try:
        written_zone = _offset(found["offset"]) if found["zone"] else zone
        clock = time(hour, minute, second, fraction, tzinfo=written_zone)
    except ValueError:
        raise MomentError(
            f"'{found[0]}' has a time that does not exist",
            fix="write hours up to 23, minutes and seconds up to 59",
            code="date-unreal",
        ) from None
    return Moment(_in_zone(datetime.combine(calendar_day, clock), zone), date_only=False)


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        fix = "write a date such as 2024-01-31"
        if 1 <= month <= 12 and 1 <= year <= 9999:
            last = calendar.monthrange(year, month)[1]
            fix = f"write a date such as {date(year, month, last).isoformat()}"
        raise MomentError(
            f"'{text}' is not a day that exists", fix=fix, code="date-unreal"
        ) from None


def _offset(text: str | None) -> tzinfo:
    if text is None:
        return UTC
    digits = text[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    span = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-span if text[0] == "-" else span)


def _in_zone(moment: date | datetime, zone: tzinfo) -> datetime:
    """The aware moment in `zone`; a day alone is its 00:00 there."""
    clock = moment.timetz() if isinstance(moment, datetime) else time.min
    day = date(moment.year, moment.month, moment.day)
    day = min(max(day, _EARLIEST), _LATEST)
    aware = datetime.combine(day, clock if clock.tzinfo else clock.replace(tzinfo=zone))
    return aware if aware.tzinfo is zone else aware.astimezone(zone)


def _doubtful(moment: Moment) -> Moment:
    value = moment.value
    iso = value.date().isoformat() if moment.date_only else value.isoformat(sep=" ")
    return Moment(value, moment.date_only, doubt=iso)


def _ambiguous(text: str, year: int, first: int, second: int) -> MomentError:
    one, other = date(year, first, second), date(year, second, first)
    return MomentError(
        f"'{text}' may be {one.isoformat()} or {other.isoformat()}",
        fix="write the one you mean",
        code="date-ambiguous",
    )
