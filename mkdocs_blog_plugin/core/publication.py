"""Publication: when a post appeared, changed and stays on top, from wherever that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fields import Field, field_of, is_moment_like, part_of, read_flag, read_time
from .moments import Moment, MomentError, moment_from_source, read_moment
from .problems import Mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, tzinfo

    from .findings import Findings
    from .front_matter import FrontMatter


def read_published(
    source: str,
    front_matter: FrontMatter,
    findings: Findings,
    *,
    zone: tzinfo,
    date_from: Sequence[str],
    known_moments: Mapping[str, Moment],
) -> tuple[Moment | None, str]:
    """The moment of publication, and which of `date_from` knew it.

    `None` comes with an error among the findings, always.
    """
    date = _date(front_matter, "created", "published")
    for origin in date_from:
        if origin == "front_matter" and date is not None and date.value is not None:
            return read_time(date, findings, zone=zone), origin
        moment = known_moments.get(origin)
        if origin in ("file_name", "folders"):
            try:
                moment = moment_from_source(source, zone=zone, kinds=[origin])
            except MomentError as error:
                findings.add(error.code, f"in the path, {error.found}", fix=error.fix)
                return None, origin
        if moment is not None:
            return moment, origin
    _report_no_date(date, findings)
    return None, ""


def read_updated(front_matter: FrontMatter, findings: Findings, *, zone: tzinfo) -> datetime | None:
    """`updated:`, else what Material's mapping of dates has under that name."""
    field = field_of(front_matter, "updated")
    date = field_of(front_matter, "date")
    if (field is None or field.value is None) and date and isinstance(date.value, dict):
        field = part_of(date, "updated")
    moment = read_time(field, findings, zone=zone)
    return moment.value if moment is not None else None


def read_pin(
    field: Field | None, findings: Findings, *, zone: tzinfo
) -> tuple[bool, datetime | None]:
    """Whether a post is pinned, and until when: `pin: true`, or the moment it ends."""
    if field is None or not is_moment_like(field.value):
        return bool(read_flag(field, findings)), None
    try:
        return True, read_moment(field.value, zone=zone).value
    except MomentError as error:
        findings.about(field, "value-ignored", error.found, fix=error.fix)
        return False, None


def _date(front_matter: FrontMatter, *names: str) -> Field | None:
    """`date:`, or of Material's mapping of dates the first of `names` that it has."""
    date = field_of(front_matter, "date")
    if date is None or not isinstance(date.value, dict):
        return date
    return part_of(date, next((name for name in names if name in date.value), names[0]))


def _report_no_date(date: Field | None, findings: Findings) -> None:
    found, fix = "the post has no date", "write `date: 2024-01-31` between `---` lines on top"
    if date is not None:
        found, fix = "the date is empty", "write a date such as 2024-01-31"
        if date.key != "date":
            found, fix = "there is no `created` among the dates", "add `created: 2024-01-31`"
    mark = date.mark if date is not None else Mark(1, 1)
    findings.add("date-missing", found, fix=fix, key="date", mark=mark)
