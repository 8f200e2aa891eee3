"""States of posts at a moment: who is public, who is held back, and when that changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from .post import Post


class State(Enum):
    """What a visitor gets of a post. The value is the word for it, in messages and templates."""

    PUBLIC = "public"
    DRAFT = "draft"
    """Not public by choice."""
    SCHEDULED = "scheduled"
    """Not public yet: its moment has not come."""
    EXPIRED = "expired"
    """Not public any more."""
    UNLISTED = "unlisted"
    """Public for who knows its URL, in no listing."""

    @property
    def held_back(self) -> bool:
        """Whether a build leaves no trace of the post."""
        return self in {State.DRAFT, State.SCHEDULED, State.EXPIRED}


def state_of(post: Post, *, now: datetime) -> State:
    """What a visitor gets of `post` at `now` (aware).

    A post appears at its moment and is gone at that of its expiry; one with a date only appears
    at 00:00 of its own time zone. Of several states the strongest counts: draft, expired,
    scheduled, unlisted.
    """
    if post.draft:
        return State.DRAFT
    if post.expires is not None and reached(post.expires, now=now):
        return State.EXPIRED
    if not reached(post.published, now=now):
        return State.SCHEDULED
    return State.UNLISTED if post.unlisted else State.PUBLIC


def reached(moment: datetime, *, now: datetime) -> bool:
    """Whether `moment` has come.

    Python compares two moments of one zone by the clock on the wall, which in autumn shows the
    same hour twice; the seconds since 1970 do not.
    """
    return moment.timestamp() <= now.timestamp()


def public_from(post: Post, *, now: datetime) -> datetime | None:
    """From when visitors get a post that is held back by its date; `None` for all others."""
    return post.published if state_of(post, now=now) is State.SCHEDULED else None


def public_until(post: Post, *, now: datetime) -> datetime | None:
    """When a post that is or will be public expires; `None` where it does not."""
    return None if state_of(post, now=now) in {State.DRAFT, State.EXPIRED} else post.expires


def is_pinned(post: Post, *, now: datetime | None) -> bool:
    """Whether `post` is kept on top at `now`; without a moment, whether it is so for good."""
    if not post.pinned:
        return False
    until = post.pinned_until
    return until is None or (now is not None and not reached(until, now=now))


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A post that visitors do not get."""

    post: Post
    state: State
    public_from: datetime | None = None

    def told(self) -> str:
        """Its state for messages: `scheduled until 2026-12-01 09:00 GMT`."""
        if self.public_from is None:
            return self.state.value
        return f"{self.state.value} until {self.public_from:%Y-%m-%d %H:%M %Z}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visible:
    """The posts a build publishes, and those it holds back."""

    posts: tuple[Post, ...]
    """In the order given."""
    held_back: tuple[Held, ...]
    """Those visitors do not get: left out of a build, marked in a preview."""
    next_change: datetime | None
    """When the next build would publish something else, `None` for never by itself."""

    def counts(self) -> dict[State, int]:
        """How many posts are held back by state, for the build's one line; without zeros."""
        states = [held.state for held in self.held_back]
        return {state: states.count(state) for state in State if state in states}


def visible(
    posts: Sequence[Post],
    *,
    now: datetime,
    preview: bool = False,
    drafts: bool = False,
    scheduled: bool = False,
    expired: bool = False,
) -> Visible:
    """Splits `posts` into what is published at `now` and what is held back.

    A preview publishes everything, and a build what the switches of these names let through; what
    visitors would not get is in `held_back` all the same.
    """
    shown = {
        State.DRAFT: preview or drafts,
        State.SCHEDULED: preview or scheduled,
        State.EXPIRED: preview or expired,
    }
    states = [(post, state_of(post, now=now)) for post in posts]
    return Visible(
        posts=tuple(post for post, state in states if shown.get(state, True)),
        held_back=tuple(
            Held(post=post, state=state, public_from=public_from(post, now=now))
            for post, state in states
            if state.held_back
        ),
        next_change=next_change(posts, now=now),
    )


def next_change(posts: Iterable[Post], *, now: datetime) -> datetime | None:
    """The first moment after `now` at which a post appears, expires or is no longer on top."""
    moments = (
        moment
        for post in posts
        if not post.draft
        if not _never_public(post, now)
        for moment in (post.published, post.expires, post.pinned_until if post.pinned else None)
        if moment is not None and not reached(moment, now=now)
    )
    return min(moments, default=None, key=datetime.timestamp)


def _never_public(post: Post, now: datetime) -> bool:
    """Whether the expiry has come, or comes before the post would."""
    last = post.expires
    return last is not None and (reached(last, now=now) or reached(last, now=post.published))
