"""Moments: dates in all the forms people write them, and never a wrong or a crashing one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.moments import (
    Moment,
    MomentError,
    moment_from_source,
    read_moment,
    split_date,
    undated_name,
)

BERLIN = ZoneInfo("Europe/Berlin")
KINDS = ("file_name", "folders")


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (date(2024, 1, 31), "2024-01-31T00:00+01:00"),
        ("2024-01-31", "2024-01-31T00:00+01:00"),
        (" 2024-07-31 ", "2024-07-31T00:00+02:00"),
    ],
)
def test_a_day_is_its_midnight_in_the_sites_zone(value: object, moment: str) -> None:
    assert read_moment(value, zone=BERLIN) == Moment(datetime.fromisoformat(moment), date_only=True)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (datetime(2024, 1, 31, 10, 0), "2024-01-31T10:00+01:00"),  # noqa: DTZ001 - as YAML gives it
        (datetime(2024, 1, 31, 10, 0, tzinfo=UTC), "2024-01-31T11:00+01:00"),
        ("2024-01-31T10:00", "2024-01-31T10:00+01:00"),
        ("2024-01-31 10:00", "2024-01-31T10:00+01:00"),
        ("2024-01-31 9:05", "2024-01-31T09:05+01:00"),
        ("2024-01-31 10:00:59", "2024-01-31T10:00:59+01:00"),
        ("2024-01-31T10:00:59.1234567", "2024-01-31T10:00:59.123456+01:00"),
        ("2024-01-31T10:00Z", "2024-01-31T10:00+00:00"),
        ("2024-01-31T10:00:00z", "2024-01-31T10:00+00:00"),
        ("2024-01-31 10:00 UTC", "2024-01-31T10:00+00:00"),
        ("2024-01-31 10:00 +02:00", "2024-01-31T10:00+02:00"),
        ("2024-01-31 10:00:00 -0530", "2024-01-31T10:00-05:30"),
        ("2024-01-31T10:00+5", "2024-01-31T10:00+05:00"),
        # The hour that summer time skips, and the one that comes twice: the first of both.
        ("2024-03-31 02:30", "2024-03-31T02:30+01:00"),
        ("2024-10-27 02:30", "2024-10-27T02:30+02:00"),
    ],
)
def test_a_time_is_kept_and_shown_in_the_sites_zone(value: object, moment: str) -> None:
    read = read_moment(value, zone=BERLIN)
    assert read.value.timestamp() == datetime.fromisoformat(moment).timestamp()
    assert (read.value.tzinfo, read.date_only, read.doubt) == (BERLIN, False, "")


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2024-1-5", "2024-01-05"),
        ("2024/01/31", "2024-01-31"),
        ("2024.1.31", "2024-01-31"),
        ("20240131", "2024-01-31"),
        (20240131, "2024-01-31"),
        ("Jan 31, 2024", "2024-01-31"),
        ("January 31st, 2024", "2024-01-31"),
        ("Sept. 3 2024", "2024-09-03"),
        ("31 January 2024", "2024-01-31"),
        ("31. Dec 2024", "2024-12-31"),
        ("Wed, 31 Jan 2024 10:00:00 +0000", "2024-01-31 11:00:00+01:00"),
        ("2024-1-5 10:00", "2024-01-05 10:00:00+01:00"),
        ("31/01/2024", "2024-01-31"),
        ("01/31/2024", "2024-01-31"),
        ("31.1.2024", "2024-01-31"),
        ("02-02-2024", "2024-02-02"),
    ],
)
def test_unusual_forms_are_understood_and_named(value: object, iso: str) -> None:
    read = read_moment(value, zone=BERLIN)
    assert read.doubt == iso
    assert read.value == read_moment(iso, zone=BERLIN).value


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("2024-02-31", "'2024-02-31' is not a day that exists; write a date such as 2024-02-29"),
        ("2023-02-29", "'2023-02-29' is not a day that exists; write a date such as 2023-02-28"),
        ("2024-13-01", "'2024-13-01' is not a day that exists; write a date such as 2024-01-31"),
        ("0000-01-01", "'0000-01-01' is not a day that exists; write a date such as 2024-01-31"),
        (
            "2024-01-31 24:00",
            "'2024-01-31 24:00' has a time that does not exist; "
            "write hours up to 23, minutes and seconds up to 59",
        ),
        (
            "2024-01-31T10:00+99:00",
            "'2024-01-31T10:00+99:00' has a time that does not exist; "
            "write hours up to 23, minutes and seconds up to 59",
        ),
        ("01/02/2024", "'01/02/2024' may be 2024-01-02 or 2024-02-01; write the one you mean"),
        ("3.4.2024", "'3.4.2024' may be 2024-03-04 or 2024-04-03; write the one you mean"),
        ("2024-01", "'2024-01' is a month, not a day; write a day such as 2024-01-31"),
        (2024, "'2024' is a year, not a day; write a day such as 2024-01-31"),
        (None, "the value is empty, not a date; write a date such as 2024-01-31"),
        (True, "the value is true or false, not a date; write a date such as 2024-01-31"),
        (1.5, "the value is a number, not a date; write a date such as 2024-01-31"),
        (["2024-01-31"], "the value is a list, not a date; write a date such as 2024-01-31"),
        ({"day": 1}, "the value is a mapping, not a date; write a date such as 2024-01-31"),
    ],
)
def test_what_is_no_moment_is_refused_with_its_cure(value: object, says: str) -> None:
    with pytest.raises(MomentError) as caught:
        read_moment(value, zone=BERLIN)
    assert str(caught.value) == says


@pytest.mark.parametrize(
    "text",
    ["yesterday", "Marsupial 3, 2024", "2024-01-31 10:00 CET", "٢٠٢٤-٠١-٣١", "2024-01-31x", ""],
)
def test_other_text_is_not_guessed_at(text: str) -> None:
    with pytest.raises(MomentError) as caught:
        read_moment(text, zone=BERLIN)
    assert str(caught.value) == f"'{text}' is not understood; write a date such as 2024-01-31"


@pytest.mark.parametrize(
    "value",
    [
        "0001-01-01",
        "9999-12-31",
        "9999-12-31T23:59:59-12:00",
        date.min,
        datetime.max.replace(tzinfo=UTC),
    ],
)
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/New_York", "UTC"])
def test_the_ends_of_the_calendar_survive_any_zone(value: object, zone: str) -> None:
    read = read_moment(value, zone=ZoneInfo(zone)).value
    assert read.year in (1, 9999)
    for hours in (-14, 0, 14):
        assert read.astimezone(UTC).astimezone(timezone(timedelta(hours=hours))) == read


@pytest.mark.parametrize(
    ("source", "day", "name"),
    [
        ("blog/2024-01-31-title.md", "2024-01-31", "title"),
        ("blog/2024-01-31_a_title.md", "2024-01-31", "a_title"),
        ("blog/2024-1-5 title.md", "2024-01-05", "title"),
        ("blog/2024-01-31.md", "2024-01-31", "2024-01-31"),
        ("2024-01-31-title/index.md", "2024-01-31", "title"),
        ("blog/2024-01-31-title/README.md", "2024-01-31", "title"),
        ("2024/01/31/title.md", "2024-01-31", "title"),
        ("blog/2024/1/5/title.md", "2024-01-05", "title"),
        ("blog/2024/01/31/more/title.md", "2024-01-31", "title"),
        ("blog/2024/01/31-title.md", "2024-01-31", "title"),
        ("blog/2024/01/31-title/index.md", "2024-01-31", "title"),
        ("blog/2024/01-31-title.md", "2024-01-31", "title"),
        ("blog/2024-01/31-title.md", "2024-01-31", "title"),
        ("blog/2024-01-31/title.md", "2024-01-31", "title"),
        ("blog/2024/01/31.md", "2024-01-31", "31"),
        ("blog/2024/01/31/10-tips.md", "2024-01-31", "10-tips"),
        ("blog/2024/01/title.md", None, "title"),
        ("blog/2024/01/99-balloons.md", None, "99-balloons"),
        ("blog/2024/title.md", None, "title"),
        ("blog/2024-01-31-trip/part-one.md", None, "part-one"),
        ("blog/1234567-12-12.md", None, "1234567-12-12"),
        ("blog/title-2024-01-31.md", None, "title-2024-01-31"),
        ("index.md", None, "index"),
    ],
)
def test_a_path_may_name_the_day(source: str, day: str | None, name: str) -> None:
    moment = moment_from_source(source, zone=BERLIN, kinds=KINDS)
    assert (moment and moment.value.date().isoformat()) == day
    assert undated_name(source, in_folders=day is not None) == name


def test_kinds_are_asked_in_their_order() -> None:
    source = "blog/2023/05/06/2024-01-31-title.md"
    for kinds, year in ((KINDS, 2024), (KINDS[::-1], 2023), (KINDS[1:], 2023)):
        moment = moment_from_source(source, zone=UTC, kinds=kinds)
        assert moment is not None
        assert moment.value.year == year
    assert moment_from_source("2024-01-31-title.md", zone=UTC, kinds=["folders"]) is None
    assert moment_from_source("2024/01/31/title.md", zone=UTC, kinds=["file_name"]) is None


@pytest.mark.parametrize("source", ["2024-02-31-title.md", "2024/02/31/title.md", "2024/02/31.md"])
def test_an_unreal_day_in_a_path_is_refused(source: str) -> None:
    with pytest.raises(MomentError, match="such as 2024-02-29"):
        moment_from_source(source, zone=UTC, kinds=KINDS)


@pytest.mark.parametrize(
    ("stem", "parts"),
    [
        ("2024-01-31-title", ("2024-01-31", "title")),
        ("2024-1-5_title", ("2024-01-05", "title")),
        ("2024-01-31", ("2024-01-31", "")),
        ("title", (None, "title")),
        ("1999-99-99-luftballons", (None, "1999-99-99-luftballons")),
        ("2024-01-31st-title", (None, "2024-01-31st-title")),
    ],
)
def test_a_date_is_taken_off_a_file_name(stem: str, parts: tuple[str | None, str]) -> None:
    assert split_date(stem) == parts


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="0123456789-/.: TZ+JanFebMay,"),
        st.integers(),
        st.dates(),
        st.datetimes(),
        st.datetimes(timezones=st.timezones()),
    ),
    st.sampled_from(["UTC", "Pacific/Kiritimati", "America/New_York"]),
)
def test_any_value_is_a_moment_or_refused(value: object, zone: str) -> None:
    try:
        read = read_moment(value, zone=ZoneInfo(zone))
    except MomentError as error:
        fix = error.fix
    else:
        fix = read.value.astimezone(UTC).isoformat()
    assert fix


@given(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1)))  # noqa: DTZ001
def test_iso_text_is_the_moment_it_says(value: datetime) -> None:
    for text in (value.isoformat(), value.isoformat(sep=" ")):
        assert read_moment(text, zone=UTC) == Moment(value.replace(tzinfo=UTC), date_only=False)
    assert read_moment(value.date().isoformat(), zone=UTC).value.date() == value.date()
