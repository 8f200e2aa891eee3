"""The default URLs: those of a small blog, as a build without options writes them."""

from __future__ import annotations

import re

from scripts.documented.building import Built, built

FILES = {
    f"docs/blog/2024-03-{day:02}-{slug}.md": (
        f"---\ntags: [co-production]\ncategories: [Topics/Wards]\nauthors: [Jane]\n"
        f"series: Getting started\n---\n# {slug.capitalize()}\n\nText.\n"
    )
    for day, slug in enumerate(
        [
            "learning",
            *(
                "another-" + word
                for word in "one two three four five six seven eight nine ten".split()
            ),
        ],
        start=12,
    )
}
"""Eleven posts: one more than fits on one page."""

FILES_OF_OURS = {
    "weblog.css": "the style sheet",
    "feed.css": "what feeds look like in a browser",
    "feed.xml": "RSS feed",
    "atom.xml": "Atom feed",
    "feed.json": "JSON feed",
    "feeds.opml": "all feeds, for feed readers",
}
"""What files that are no pages are."""

_THEME = re.compile(r"^(?:css|js|img|fonts|webfonts|search)/|^404\.html$|^sitemap|\.map$")


def sample() -> Built:
    """The blog of which the table is made."""
    return built(FILES)


def table() -> str:
    """URL by URL, what is there."""
    found = {
        _url(file): heading or FILES_OF_OURS.get(file.rpartition("/")[2], "–")
        for file, heading in sample().headings.items()
        if not _THEME.search(file) and "another-" not in file
    }
    rows = [f"| `{url}` | {what} |" for url, what in sorted(found.items())]
    return "\n".join(["| URL | what is there |", "|---|---|", *rows])


def _url(file: str) -> str:
    return re.sub(r"(^|/)index\.html$", r"\1", file) or "/"
