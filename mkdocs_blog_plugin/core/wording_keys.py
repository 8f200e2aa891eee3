"""The contract of the wording: which strings there are, what fills them, where a reader meets them.

The strings themselves are data (`locale/*.yml`).
The table here is what `check` compares a site's own strings with and what the reference is made of.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

PRESETS = ("filed-under", "posted-in", "this-entry", "minimal")
"""The sets of bylines, footers and headings a site can choose from; the first is the default."""


class Key(NamedTuple):
    """One string of the wording."""

    placeholders: tuple[str, ...]
    """What the string may use: whoever shows it gives all of these."""
    shows: str
    """Where a reader meets it."""
    plural: bool = False
    """Whether the string has forms by `{count}`."""


_ROWS: tuple[tuple[str, str, str], ...] = (
    # key (a trailing * has plural forms), placeholders, where it shows
    ("list.separator", "", "between the terms of a list"),
    ("list.last", "", "before the last of several authors"),
    ("blog", "", "title of the front page where nothing else names it"),
    ("archive", "", "title of the archive in navigation and breadcrumbs"),
    ("uncategorized", "", "name of the default category"),
    ("untitled", "", "title of a post that has none"),
    ("taxonomy.tags.singular", "", "one tag, as a word"),
    ("taxonomy.tags.label", "", "title of the index of tags"),
    ("taxonomy.categories.singular", "", "one category, as a word"),
    ("taxonomy.categories.label", "", "title of the index of categories"),
    ("taxonomy.series.singular", "", "one series, as a word"),
    ("taxonomy.series.label", "", "title of the index of series"),
    ("taxonomy.authors.singular", "", "one author, as a word"),
    ("taxonomy.authors.label", "", "title of the index of authors"),
    ("heading.tags", "label taxonomy", "heading and title of a tag's listing"),
    ("heading.categories", "label taxonomy", "heading and title of a category's listing"),
    ("heading.series", "label taxonomy", "heading and title of a series' listing"),
    ("heading.authors", "label taxonomy", "heading and title of an author's listing"),
    ("heading.term", "label taxonomy", "heading and title of a term in any other taxonomy"),
    ("heading.year", "label", "heading and title of a year's listing"),
    ("heading.month", "label", "heading and title of a month's listing"),
    ("heading.day", "label", "heading and title of a day's listing"),
    ("heading.archive", "", "heading and title of the page with all posts by year"),
    ("title.page", "title number", "title of the second and later pagers of a listing"),
    ("pager.older", "", "link to the next pager"),
    ("pager.newer", "", "link to the pager before"),
    ("pager.label", "", "name of the pager links, for screen readers"),
    ("pager.page", "number", "name of a link to a pager, for screen readers"),
    ("pager.position", "number count", "which pager this is"),
    ("neighbours.label", "", "name of the links to the neighbours, for screen readers"),
    ("neighbours.older", "", "above the title of the older post"),
    ("neighbours.newer", "", "above the title of the newer post"),
    ("neighbours.term", "label", "which term the neighbours share, where they are of one"),
    ("period.label", "", "name of the links to other periods, for screen readers"),
    ("period.older", "label", "link to the period before"),
    ("period.newer", "label", "link to the period after"),
    ("footer.categories", "categories", "below a post that has categories only"),
    ("footer.tags", "tags", "below a post that has tags only"),
    ("footer.both", "categories tags", "below a post that has both"),
    ("footer.neither", "", "below a post that has neither"),
    ("footer.term", "taxonomy terms", "below a post, for any other taxonomy"),
    ("byline.date", "date", "below the title of a post without authors"),
    ("byline.authors", "authors", "below the title where dates are not shown"),
    ("byline.both", "date authors", "below the title of a post"),
    ("posted_on", "date", "the date alone, where a theme shows it by itself"),
    ("by", "authors", "the authors alone, where a theme shows them by themselves"),
    ("filed_in", "categories", "the categories alone, where a theme shows them by themselves"),
    ("updated", "date", "when a post was updated"),
    ("reading_time*", "count", "how many minutes reading takes"),
    ("words*", "count", "how many words a post has"),
    ("details", "", "heading of date, authors and terms in a sidebar"),
    ("contents", "", "heading of the table of contents of a listing"),
    ("back", "title", "link from a post to the front page"),
    ("continue_reading", "", "link from an excerpt to the post"),
    ("continue_reading_label", "title", "the same link, for screen readers"),
    ("visit_link", "", "link of a post that points to another site"),
    ("nothing", "", "a listing without posts"),
    ("count.posts*", "count", "how many posts a listing has"),
    ("count.term*", "label count", "a term in a cloud, for screen readers"),
    ("count.parts*", "count", "how many parts a series has"),
    ("all.posts", "", "link to the page with all posts"),
    ("all.tags", "", "link to the index of tags"),
    ("all.categories", "", "link to the index of categories"),
    ("all.series", "", "link to the index of series"),
    ("all.authors", "", "link to the index of authors"),
    ("all.term", "taxonomy", "link to the index of any other taxonomy (by its label)"),
    ("link.tags", "label taxonomy", "tool tip of a link to a tag"),
    ("link.categories", "label taxonomy", "tool tip of a link to a category"),
    ("link.term", "label taxonomy", "tool tip of a link to a term of any other taxonomy"),
    ("terms.cloud", "", "name of the tag cloud, for screen readers"),
    ("terms.breadcrumbs", "", "name of the breadcrumbs, for screen readers"),
    ("terms.within", "label", "heading of the terms below a term"),
    ("state.draft", "", "mark of a draft, in the preview"),
    ("state.scheduled", "date", "mark of a scheduled post, in the preview"),
    ("state.expired", "date", "mark of an expired post, in the preview"),
    ("state.unlisted", "", "mark of an unlisted post, in the preview"),
    ("state.pinned", "", "mark of a pinned post"),
    ("banner.label", "", "name of the banner over a post, in the preview"),
    ("banner.draft", "", "banner over a draft"),
    ("banner.scheduled", "date", "banner over a scheduled post"),
    ("banner.expiring", "date", "banner over a post that will expire"),
    ("banner.expired", "date", "banner over an expired post"),
    ("banner.unlisted", "", "banner over an unlisted post"),
    ("banner.as_of", "date", "banner of a site built for another moment"),
    ("series.part", "part count", "position of a post in its series"),
    ("series.label", "", "heading of the list of parts"),
    ("series.coming_soon", "", "behind a part that is not public yet"),
    ("series.coming_on", "date", "the same, where its date may be told"),
    ("series.older", "", "above the title of the part before"),
    ("series.newer", "", "above the title of the part after"),
    ("author.about", "name", "heading of the author box"),
    ("author.all_posts", "name", "link from the author box to the author's listing"),
    ("author.profiles", "name", "name of an author's links, for screen readers"),
    ("author.website", "", "link to an author's own site"),
    ("author.email", "", "link to write to an author"),
    ("related.label", "", "heading of the related posts"),
    ("related.links", "", "heading of hand-picked links"),
    ("notice.old*", "count", "over a post that is this many years old"),
    ("notice.superseded", "title", "over a post that another one replaces"),
    ("parts.label", "", "before the pages of a post of several pages"),
    ("parts.page", "number", "name of a link to such a page, for screen readers"),
    ("redirect.heading", "", "title of a redirect page"),
    ("redirect.text", "title", "what a redirect page says"),
    ("widget.recent", "", "heading of the recent posts"),
    ("widget.tags", "", "heading of the tag cloud"),
    ("widget.categories", "", "heading of the category tree"),
    ("widget.archive", "", "heading of the list of periods"),
    ("widget.authors", "", "heading of the list of authors"),
    ("widget.series", "", "heading of the list of series"),
    ("widget.calendar", "", "name of the calendar, for screen readers"),
    ("table.date", "", "heading of the dates in a table of posts"),
    ("table.title", "", "heading of the titles in a table of posts"),
    ("calendar.older", "", "link to the month before that has posts"),
    ("calendar.newer", "", "link to the month after that has posts"),
    ("calendar.day*", "date count", "a day with posts, for screen readers"),
    ("feed.subscribe", "", "link to the feeds and title of their page"),
    ("feed.all", "", "heading of the list of feeds"),
    ("feed.opml", "", "link to the list of feeds as OPML"),
    ("feed.title", "label site", "title of the feed of a listing"),
    ("feed.intro", "", "the page of all feeds: what to do with them"),
    ("feed.of", "title", "name of a link to a feed, for screen readers"),
    ("feed.format", "title format", "a feed where there are several formats"),
    ("feed.blog", "site", "the blog's feed, as browsers and feed readers offer it"),
    ("feed.tags", "site label taxonomy", "a tag's feed, as browsers and feed readers offer it"),
    ("feed.categories", "site label taxonomy", "a category's feed, as they offer it"),
    ("feed.authors", "site label taxonomy", "an author's feed, as they offer it"),
    ("feed.term", "site label taxonomy", "the feed of any other listing, as they offer it"),
    ("feed.archived", "title number", "title of an older part of a feed (RFC 5005)"),
    ("feed.help_heading", "", "a feed opened in a browser: what this is"),
    ("feed.help", "", "a feed opened in a browser: what to do with it"),
    ("feed.visit", "site", "a feed opened in a browser: link to the site"),
    ("feed.latest", "", "a feed opened in a browser: heading of its posts"),
    ("problems.heading*", "count", "heading of the problems, in the preview"),
    ("problems.help", "", "below that heading"),
)


def _table() -> Mapping[str, Key]:
    return MappingProxyType(
        {
            name.rstrip("*"): Key(tuple(placeholders.split()), shows, name.endswith("*"))
            for name, placeholders, shows in _ROWS
        }
    )


WORDING_KEYS: Mapping[str, Key] = _table()
"""Every string, by its key."""
