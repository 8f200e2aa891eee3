"""What widgets of terms and periods show: clouds, trees, the archive, the calendar."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .core.dates import format_day, format_month
from .core.month import Weekday, YearMonth, by_day, months_beside, weekdays, weeks
from .core.post import Post
from .core.slugs import collation_key
from .core.taxonomy import Grouping, Term
from .core.widget import Widget
from .views import Link, SiteView, TermView


def terms(site: SiteView, widget: Widget) -> Sequence[TermView]:
    """The terms of a cloud, a tree or a list: those readers may see, with a page in a cloud."""
    grouping = site.blog.groupings.get(widget.taxonomy)
    if grouping is None:
        return ()
    if widget.kind == "cloud":
        chosen = [t for t in grouping.terms.values() if t.has_page and not t.info.hidden]
        if widget.limit is not None:
            chosen = sorted(chosen, key=lambda term: -term.count)[: widget.limit]
        chosen = _sorted(chosen, widget.sort or "name")
    else:
        chosen = [term for term in grouping.roots() if not term.info.hidden]
        chosen = _sorted(chosen, widget.sort)[: widget.limit]
    logarithms = [math.log10(term.count + 1) for term in chosen] or [0]
    scale = min(logarithms), max(logarithms)
    views = [TermView(site, term, grouping, scale) for term in chosen]
    return [view for view in views if view.url] if widget.kind == "cloud" else views


def _sorted(found: list[Term], order: str) -> list[Term]:
    if not order:
        return found
    found = sorted(found, key=lambda term: collation_key(term.label))
    if order.endswith("count"):
        return sorted(found, key=lambda term: -term.count if order == "count" else term.count)
    return found[::-1] if order == "-name" else found


def periods(site: SiteView, widget: Widget) -> Sequence[TermView]:
    """The periods with posts, newest first: years, or all of one length."""
    grouping = site.blog.groupings.get("archive")
    if grouping is None:
        return ()
    depth = {"tree": 1, "year": 1, "month": 2, "day": 3}[widget.by]
    found = sorted((t for t in grouping.terms.values() if len(t.path) == depth), key=_newest)
    return [TermView(site, term, grouping, (0, 1)) for term in found[: widget.limit]]


def _newest(term: Term) -> tuple[int, ...]:
    return tuple(-int(part) for part in term.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """A day of a calendar."""

    number: str
    date: str
    """As HTML wants it: `2012-03-12`."""
    url: str | None = None
    """Its page, else its only post, else its month; `None` for a day without posts."""
    name: str = ""
    """Day and number of posts, for screen readers."""
    titles: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """A month of a calendar."""

    caption: Link
    weekdays: Sequence[Weekday]
    weeks: Sequence[Sequence[DayView | None]]
    older: Link | None
    """The nearest months before and after that have posts and a page."""
    newer: Link | None

    @property
    def linked(self) -> bool:
        """Whether another month can be reached."""
        return bool(self.older or self.newer)


def month_view(site: SiteView, month: YearMonth | None) -> MonthView | None:
    """A month for templates, by default that of the newest post; `None` for a blog without
    posts."""
    posts = site.blog.posts
    if not posts:
        return None
    newest = posts[0].published
    month = month or (newest.year, newest.month)
    days = by_day(posts)
    language = site.wording.language
    older, newer = (_month_link(site, other) for other in months_beside(month, days))
    return MonthView(
        caption=_month_link(site, month) or Link(_month_name(site, month), None),
        weekdays=weekdays(language),
        weeks=[
            [_day(site, day, days.get(day, ())) if day else None for day in week]
            for week in weeks(month, language=language)
        ],
        older=older,
        newer=newer,
    )


def _month_name(site: SiteView, month: YearMonth) -> str:
    return format_month(*month, language=site.wording.language)


def _month_link(site: SiteView, month: YearMonth | None) -> Link | None:
    """A link to a month; `None` where it has no page."""
    url = _period_url(site, month) if month else None
    return Link(_month_name(site, month), url) if month and url else None


def _period_url(site: SiteView, parts: Iterable[int]) -> str | None:
    grouping: Grouping | None = site.blog.groupings.get("archive")
    path = tuple(f"{part:04}" if place == 0 else f"{part:02}" for place, part in enumerate(parts))
    term = grouping.terms.get(path) if grouping else None
    return site.term_link(term).url if term else None


def _day(site: SiteView, day: date, posts: Sequence[Post]) -> DayView:
    number, stamp = str(day.day), day.isoformat()
    if not posts:
        return DayView(number=number, date=stamp)
    url = _period_url(site, (day.year, day.month, day.day))
    if url is None and len(posts) > 1:
        url = _period_url(site, (day.year, day.month))
    name = format_day(day, language=site.wording.language)
    return DayView(
        number=number,
        date=stamp,
        url=url or site.post(posts[0]).url,
        name=site.text("calendar.day", count=len(posts), date=name),
        titles=[site.post(post).title for post in posts],
    )
