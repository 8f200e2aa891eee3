"""Dates as readers of each language expect them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from mkdocs_blog_plugin.core.dates import (
    check_style,
    format_date,
    format_datetime,
    format_period,
    locale_of,
)

PERIODS = """
en     | 2012   | March 2012    | March 12, 2012
de     | 2012   | März 2012     | 12. März 2012
de-AT  | 2012   | März 2012     | 12. März 2012
fr     | 2012   | mars 2012     | 12 mars 2012
es     | 2012   | marzo de 2012 | 12 de marzo de 2012
pt     | 2012   | março de 2012 | 12 de março de 2012
it     | 2012   | marzo 2012    | 12 marzo 2012
nl     | 2012   | maart 2012    | 12 maart 2012
pl     | 2012   | marzec 2012   | 12 marca 2012
ja     | 2012年 | 2012年3月     | 2012年3月12日
zh     | 2012年 | 2012年3月     | 2012年3月12日
zh-TW  | 2012年 | 2012年3月     | 2012年3月12日
ar     | 2012   | مارس 2012     | 12 مارس 2012
ko     | 2012년 | 2012년 3월    | 2012년 3월 12일
xx     | 2012   | March 2012    | March 12, 2012
"""


@pytest.mark.parametrize("row", PERIODS.strip().splitlines())
def test_periods_are_named_as_the_language_names_them(row: str) -> None:
    language, *names = (cell.strip() for cell in row.split("|"))
    periods = [(2012, None, None), (2012, 3, None), (2012, 3, 12)]
    assert [format_period(y, m, d, language=language) for y, m, d in periods] == names


@pytest.mark.parametrize(
    ("style", "language", "written"),
    [
        ("short", "en", "3/12/12"),
        ("medium", "en", "Mar 12, 2012"),
        ("long", "en", "March 12, 2012"),
        ("full", "en", "Monday, March 12, 2012"),
        ("full", "pl", "poniedziałek, 12 marca 2012"),
        ("d MMM y", "en", "12 Mar 2012"),
        ("yyyy-MM-dd", "de", "2012-03-12"),
        ("yyyy-MM-dd HH:mm", "en", "2012-03-12 00:30"),
        ("EEEE d MMMM", "fr", "lundi 12 mars"),
    ],
)
def test_a_style_is_a_name_or_a_pattern(style: str, language: str, written: str) -> None:
    moment = datetime(2012, 3, 12, 0, 30, tzinfo=ZoneInfo("Europe/Warsaw"))
    assert format_date(moment, style=style, language=language) == written


def test_a_plain_date_has_midnight_for_a_pattern_with_a_time() -> None:
    assert format_date(date(2012, 3, 12), style="d.M.y HH:mm", language="de") == "12.3.2012 00:00"


@pytest.mark.parametrize(
    ("zone", "language", "written"),
    [
        ("UTC", "zh", "2012年3月12日 10:05 UTC"),
        ("Europe/Berlin", "de", "12. März 2012, 10:05 MEZ"),
        ("Europe/Berlin", "ja", "2012年3月12日 10:05 GMT+01:00"),
        ("Asia/Kolkata", "pl", "12 marca 2012, 10:05 GMT+05:30"),
    ],
)
def test_a_moment_says_its_zone(zone: str, language: str, written: str) -> None:
    moment = datetime(2012, 3, 12, 10, 5, tzinfo=ZoneInfo(zone))
    assert format_datetime(moment, language=language) == written


def test_the_clock_is_the_moments_own() -> None:
    summer = datetime(2012, 7, 1, 22, 30, tzinfo=UTC).astimezone(ZoneInfo("Europe/Berlin"))
    assert format_datetime(summer, language="de") == "2. Juli 2012, 00:30 MESZ"


@pytest.mark.parametrize(
    ("language", "found"),
    [
        ("pt-BR", "pt_BR"),
        ("pt_BR", "pt_BR"),
        ("zh-TW", "zh_Hant_TW"),
        ("zh-Hant", "zh_Hant"),
        ("de-XX-nonsense", "de"),
        ("tlh", "en"),
        ("", "en"),
        ("../etc", "en"),
    ],
)
def test_a_language_nobody_knows_is_the_nearest_known(language: str, found: str) -> None:
    assert str(locale_of(language)) == found


@pytest.mark.parametrize("style", ["short", "long", "d MMMM y", "yyyy-MM-dd", "LLLL", "'on' d.M."])
def test_good_styles_pass(style: str) -> None:
    assert check_style(style) is None


@pytest.mark.parametrize(
    ("style", "message"),
    [
        ("%Y-%m-%d", "'%Y-%m-%d' is written for strftime; CLDR patterns look like 'd MMMM y'"),
        (
            "lon",
            "'lon' is neither one of short, medium, long, full nor a pattern like 'd MMMM y'",
        ),
        (
            "MMMMMMM",
            "'MMMMMMM' is no CLDR date pattern (Invalid length for field: 'MMMMMMM'); "
            "they look like 'd MMMM y'",
        ),
    ],
)
def test_bad_styles_get_a_message(style: str, message: str) -> None:
    assert check_style(style) == message
