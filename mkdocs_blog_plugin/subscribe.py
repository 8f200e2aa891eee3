"""The page that lists all feeds of a blog."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup
from mkdocs.structure.pages import Page

from .core.links import ROOT, place
from .feeds import FORMATS, FeedPlace
from .pages import split_heading
from .rendering import Renderer
from .syndication import Syndication
from .views import Link, SiteView, title_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One feed, as the page lists it."""

    title: str
    page: Link
    """The page of the same posts."""
    formats: tuple[Link, ...]
    """What its formats are called, and where they lie."""


def complete_subscribe(
    page: Page, syndication: Syndication, *, views: SiteView, renderer: Renderer
) -> None:
    """The list of the feeds below the page's own text."""
    groups: dict[str, list[Offer]] = {}
    for feed in syndication.places:
        if not feed.by_update:
            taxonomy = feed.listing.taxonomy
            groups.setdefault(taxonomy.label if taxonomy else "", []).append(_offer(feed, views))
    before, heading, after = split_heading(page.content or "", title=title_text(page))
    content = renderer.render(
        "subscribe",
        weblog=views,
        groups=groups,
        heading=Markup(heading),
        own=Markup(before + after),
        opml=ROOT + opml if (opml := syndication.lists.get("opml")) else None,
    )
    page.content = place(content, page_url=page.url)


def _offer(feed: FeedPlace, views: SiteView) -> Offer:
    listing = feed.listing
    return Offer(
        title=feed.offer,
        page=Link(listing.label, views.url(listing.source)),
        formats=tuple(Link(FORMATS[form], ROOT + path) for form, path in feed.paths.items()),
    )
