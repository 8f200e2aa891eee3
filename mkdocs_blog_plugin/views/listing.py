"""Listings and terms in templates."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from ..core.initials import initial
from ..core.listing import Listing, Pager
from ..core.taxonomy import Grouping, Term
from ..people import AuthorView
from .place import Link

if TYPE_CHECKING:
    from .post import PostView
    from .site import SiteView


CLOUD_STEPS = 8
"""How many sizes a term cloud has."""


LETTERS_FROM = 24
"""With how many terms an alphabetical index gets a heading for each letter."""


Scale = tuple[float, float]
"""The logarithms of the smallest and the largest count of a cloud."""


class ListingView:
    """One pager of a listing in templates."""

    def __init__(self, site: SiteView, listing: Listing, pager: Pager) -> None:
        self._site = site
        self._listing = listing
        self.source = listing.source
        self.kind = listing.kind
        self.heading = listing.heading
        self.label = listing.label
        self.content = listing.content
        self.number = pager.number
        self.count = len(listing.pagers)
        self.total = len(listing.posts)
        self.term = listing.term
        self.taxonomy = listing.taxonomy
        self.posts = [site.post(post) for post in pager.posts]

    @cached_property
    def title(self) -> str:
        """Title of this very pager: "Tag Archives: co-production – Page 2"."""
        if self.number == 1:
            return self.heading
        return self._site.text("title.page", title=self.heading, number=self.number)

    @cached_property
    def description(self) -> str:
        """What the terms file says about the term; empty for nothing."""
        return (self.term.info.description or "") if self.term else ""

    @cached_property
    def author(self) -> AuthorView | None:
        """On the page of an author: who it is about."""
        if self.term is None or self.term.taxonomy.kind != "author":
            return None
        for post in self.term.own:
            for author in self._site.people.authors(post):
                if author.name == self.term.label:
                    return self._site.author(author)
        return None

    @cached_property
    def pages(self) -> list[Link]:
        """All pagers, the current one without URL."""
        return [
            Link(str(p.number), None if p.number == self.number else self._site.url(p.source))
            for p in self._listing.pagers
        ]

    @cached_property
    def trail(self) -> list[Link | None]:
        """The pagers worth a link: the first, the last, and those around; `None` for a gap."""
        near = {1, self.count, *range(self.number - 2, self.number + 3)}
        shown = [n for n in range(1, self.count + 1) if n in near]
        trail: list[Link | None] = []
        for before, number in zip([0, *shown], shown, strict=False):
            if number - before == 2:
                trail.append(self.pages[number - 2])
            elif number - before > 2:
                trail.append(None)
            trail.append(self.pages[number - 1])
        return trail

    @cached_property
    def older_url(self) -> str | None:
        """The pager with older posts."""
        return self.pages[self.number].url if self.number < self.count else None

    @cached_property
    def newer_url(self) -> str | None:
        """The pager with newer posts."""
        return self.pages[self.number - 2].url if self.number > 1 else None

    @cached_property
    def breadcrumbs(self) -> list[Link]:
        """The listings above this one, from the front page down."""
        return [
            Link(self._site.label(source), self._site.url(source))
            for source in self._listing.parents
        ]

    @cached_property
    def children(self) -> list[TermView]:
        """The terms below this one."""
        grouping = self._grouping
        if grouping is None or self.term is None:
            return []
        return _shown(self._site, self.term.children, grouping, _scale(grouping))

    @cached_property
    def terms(self) -> list[TermView]:
        """The terms of an index page, from the top; those below are in their `children`."""
        grouping = self._grouping
        if grouping is None:
            return []
        return _shown(self._site, grouping.top, grouping, _scale(grouping))

    @cached_property
    def by_letter(self) -> list[tuple[str, list[TermView]]]:
        """The terms of an index page under their first letters; all under none where they are few
        or in another order than the alphabet's."""
        if len(self.terms) < LETTERS_FROM or (
            self.taxonomy and self.taxonomy.order_terms != "name"
        ):
            return [("", self.terms)]
        letters: dict[str, list[TermView]] = {}
        for term in self.terms:
            letters.setdefault(initial(term.label), []).append(term)
        return list(letters.items())

    @cached_property
    def years(self) -> list[tuple[TermView, list[PostView]]]:
        """On the page of the archive: each year with its posts, newest first."""
        grouping = self._grouping
        if grouping is None:
            return []
        site = self._site
        return [
            (TermView(site, year, grouping, (0, 1)), [site.post(post) for post in year.posts])
            for year in grouping.roots()
        ]

    @cached_property
    def periods(self) -> dict[str, Link]:
        """On the page of a period: the `older` and the `newer` one of its length with posts."""
        if self.term is None or self.term.taxonomy.kind != "period":
            return {}
        beside = self._site.adjacent[self.term.path]
        both = {"older": beside.older, "newer": beside.newer}
        return {side: self._site.term_link(term) for side, term in both.items() if term}

    @property
    def _grouping(self) -> Grouping | None:
        return self._site.blog.groupings[self.taxonomy.name] if self.taxonomy else None


class TermView:
    """A term in an index page, a cloud or a tree."""

    def __init__(self, site: SiteView, term: Term, grouping: Grouping, scale: Scale) -> None:
        self._site = site
        self._term = term
        self._grouping = grouping
        self._scale = scale
        self.label = term.label
        self.count = term.count
        self.description = term.info.description or ""
        self.slug = term.slug
        self.link = site.term_link(term)
        self.url = self.link.url

    @cached_property
    def name(self) -> str:
        """Label and count in words, for screen readers."""
        return self._site.text("count.term", label=self.label, count=self.count)

    @cached_property
    def children(self) -> list[TermView]:
        """The terms below."""
        return _shown(self._site, self._term.children, self._grouping, self._scale)

    @property
    def weight(self) -> int:
        """1 to `CLOUD_STEPS`: the logarithm of the count between the rarest and the most used
        (WordPress's tag cloud scales font sizes the same way)."""
        low, high = self._scale
        share = (math.log10(self.count + 1) - low) / ((high - low) or 1)
        return 1 + round(min(max(share, 0), 1) * (CLOUD_STEPS - 1))


def _scale(grouping: Grouping) -> Scale:
    counts = [math.log10(grouping.terms[path].count + 1) for path in grouping.top] or [0]
    return min(counts), max(counts)


def _shown(
    site: SiteView, paths: Iterable[tuple[str, ...]], grouping: Grouping, scale: Scale
) -> list[TermView]:
    """The terms a reader may see in an index: not those the site hides."""
    terms = (grouping.terms[path] for path in paths)
    return [TermView(site, term, grouping, scale) for term in terms if not term.info.hidden]
