"""States: what a visitor gets of a post at a moment, in any time zone."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.post import Post
from mkdocs_blog_plugin.core.states import (
    State,
    is_pinned,
    next_change,
    public_from,
    public_until,
    state_of,
    visible,
)
from tests.core.blogs import moment, post

NOW = moment("2024-06-01T12:00")

STATES: list[tuple[dict[str, Any], State]] = [
    ({}, State.PUBLIC),
    ({"date": "2024-06-01T12:00"}, State.PUBLIC),
    ({"date": "2024-06-01T12:01"}, State.SCHEDULED),
    ({"draft": True}, State.DRAFT),
    ({"draft": True, "date": "2025-01-01"}, State.DRAFT),
    ({"draft": True, "expires": "2024-01-02"}, State.DRAFT),
    ({"unlisted": True}, State.UNLISTED),
    ({"unlisted": True, "date": "2025-01-01"}, State.SCHEDULED),
    ({"unlisted": True, "expires": "2024-06-01"}, State.EXPIRED),
    ({"expires": "2024-06-01T12:00"}, State.EXPIRED),
    ({"expires": "2024-06-01T12:01"}, State.PUBLIC),
    ({"date": "2025-01-01", "expires": "2024-02-01"}, State.EXPIRED),
]


@pytest.mark.parametrize(("given", "state"), STATES)
def test_the_state_of_a_post(given: dict[str, Any], state: State) -> None:
    assert state_of(post("A", **given), now=NOW) is state


def test_what_a_build_holds_back() -> None:
    assert {state for state in State if state.held_back} == {
        State.DRAFT,
        State.SCHEDULED,
        State.EXPIRED,
    }


@pytest.mark.parametrize(
    ("zone", "due"),
    [
        ("Europe/London", "2024-03-30T23:59:59+00:00"),
        ("Asia/Tokyo", "2024-03-30T14:59:59+00:00"),
        ("America/New_York", "2024-03-31T03:59:59+00:00"),
    ],
)
def test_a_date_is_due_at_midnight_where_the_site_is(zone: str, due: str) -> None:
    item = post("A", dt.datetime(2024, 3, 31, tzinfo=ZoneInfo(zone)))
    before = dt.datetime.fromisoformat(due)
    assert state_of(item, now=before) is State.SCHEDULED
    assert state_of(item, now=before + dt.timedelta(seconds=1)) is State.PUBLIC


@pytest.mark.parametrize(
    ("day", "fold", "due"),
    [
        # London skips 01:00 to 02:00 on the last Sunday of March and lives it twice in October.
        ((2024, 3, 31, 0, 30), 0, "2024-03-31T00:30+00:00"),
        ((2024, 3, 31, 2, 0), 0, "2024-03-31T01:00+00:00"),
        ((2024, 10, 27, 1, 30), 0, "2024-10-27T00:30+00:00"),
        ((2024, 10, 27, 1, 30), 1, "2024-10-27T01:30+00:00"),
        ((2024, 10, 28, 0, 0), 0, "2024-10-28T00:00+00:00"),
    ],
)
def test_clocks_that_change(day: tuple[int, ...], fold: int, due: str) -> None:
    year, month, date, hour, minute = day
    at = dt.datetime(year, month, date, hour, minute, tzinfo=ZoneInfo("Europe/London"), fold=fold)
    item, reached = post("A", at), dt.datetime.fromisoformat(due)
    assert state_of(item, now=reached) is State.PUBLIC
    assert state_of(item, now=reached - dt.timedelta(seconds=1)) is State.SCHEDULED
    in_london = reached.astimezone(ZoneInfo("Europe/London"))
    assert state_of(item, now=in_london) is State.PUBLIC
    in_tokyo = reached.astimezone(ZoneInfo("Asia/Tokyo"))
    assert state_of(item, now=in_tokyo) is State.PUBLIC


@pytest.mark.parametrize(
    ("given", "comes", "goes"),
    [
        ({}, None, None),
        ({"expires": "2024-07-01"}, None, "2024-07-01"),
        ({"date": "2024-06-02", "expires": "2024-07-01"}, "2024-06-02", "2024-07-01"),
        ({"draft": True, "date": "2024-06-02", "expires": "2024-07-01"}, None, None),
        ({"expires": "2024-05-01"}, None, None),
    ],
)
def test_when_it_comes_and_goes(given: dict[str, Any], comes: str, goes: str) -> None:
    item = post("A", **given)
    assert public_from(item, now=NOW) == (moment(comes) if comes else None)
    assert public_until(item, now=NOW) == (moment(goes) if goes else None)


@pytest.mark.parametrize(
    ("given", "now", "pinned"),
    [
        ({}, NOW, False),
        ({"pinned": True}, NOW, True),
        ({"pinned": True}, None, True),
        ({"pinned": True, "pinned_until": "2024-06-01T12:00"}, NOW, False),
        ({"pinned": True, "pinned_until": "2024-06-01T12:01"}, NOW, True),
        ({"pinned": True, "pinned_until": "2024-06-01T12:01"}, None, False),
        ({"pinned_until": "2024-06-02"}, NOW, False),
    ],
)
def test_who_is_kept_on_top(given: dict[str, Any], now: dt.datetime | None, pinned: bool) -> None:
    assert is_pinned(post("A", **given), now=now) is pinned


POSTS = [
    post("Public"),
    post("Draft", draft=True),
    post("Soon", "2024-06-03"),
    post("Later", "2024-06-04"),
    post("Gone", expires="2024-05-01"),
    post("Quiet", unlisted=True),
]


@pytest.mark.parametrize(
    ("switches", "titles"),
    [
        ({}, "Public, Quiet"),
        ({"drafts": True}, "Public, Draft, Quiet"),
        ({"scheduled": True}, "Public, Soon, Later, Quiet"),
        ({"expired": True}, "Public, Gone, Quiet"),
        ({"preview": True}, "Public, Draft, Soon, Later, Gone, Quiet"),
    ],
)
def test_what_is_published(switches: dict[str, bool], titles: str) -> None:
    shown = visible(POSTS, now=NOW, **switches)
    assert ", ".join(item.title for item in shown.posts) == titles
    held = [(item.post.title, item.state.value) for item in shown.held_back]
    assert held == [
        ("Draft", "draft"),
        ("Soon", "scheduled"),
        ("Later", "scheduled"),
        ("Gone", "expired"),
    ]
    assert shown.counts() == {State.DRAFT: 1, State.SCHEDULED: 2, State.EXPIRED: 1}
    assert [item.public_from for item in shown.held_back if item.public_from] == [
        moment("2024-06-03"),
        moment("2024-06-04"),
    ]
    assert shown.next_change == moment("2024-06-03")


@pytest.mark.parametrize(
    ("posts", "change"),
    [
        ([], None),
        ([{}], None),
        ([{"expires": "2024-06-09"}, {"date": "2024-06-10"}], "2024-06-09"),
        ([{"pinned": True, "pinned_until": "2024-06-05"}], "2024-06-05"),
        ([{"pinned_until": "2024-06-05"}], None),
        ([{"draft": True, "date": "2024-06-05"}], None),
        ([{"date": "2024-06-05", "expires": "2024-05-01"}], None),
        ([{"date": "2024-06-05", "expires": "2024-06-04"}], None),
    ],
)
def test_when_the_next_build_would_differ(posts: list[dict[str, Any]], change: str | None) -> None:
    items = [post(str(number), **given) for number, given in enumerate(posts)]
    assert next_change(items, now=NOW) == (moment(change) if change else None)


ZONES = st.sampled_from(["UTC", "Europe/London", "Asia/Tokyo"]).map(ZoneInfo)
MOMENTS = st.datetimes(
    min_value=dt.datetime.fromisoformat("2024-03-25"),
    max_value=dt.datetime.fromisoformat("2024-04-05"),
    timezones=ZONES,
)
POSTS_OF_ANY_STATE = st.lists(
    st.builds(
        Post,
        source=st.uuids().map(str),
        title=st.just("A"),
        published=MOMENTS,
        draft=st.booleans(),
        unlisted=st.booleans(),
        expires=st.none() | MOMENTS,
        pinned=st.booleans(),
        pinned_until=st.none() | MOMENTS,
    )
)


@given(POSTS_OF_ANY_STATE, MOMENTS)
def test_nothing_changes_before_the_next_change(posts: list[Post], now: dt.datetime) -> None:
    change = next_change(posts, now=now)
    later = change - dt.timedelta(microseconds=1) if change else now + dt.timedelta(days=99)
    assert later >= now
    for item in posts:
        public = state_of(item, now=now).held_back
        assert state_of(item, now=later).held_back is public
        assert public or is_pinned(item, now=later) is is_pinned(item, now=now)


@given(POSTS_OF_ANY_STATE, MOMENTS)
def test_every_post_is_published_or_held_back(posts: list[Post], now: dt.datetime) -> None:
    shown = visible(posts, now=now)
    assert sorted(
        [item.source for item in shown.posts] + [h.post.source for h in shown.held_back]
    ) == sorted(item.source for item in posts)
