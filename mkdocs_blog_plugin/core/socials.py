"""Social handles as links: what a platform makes of a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

PLATFORMS: Mapping[str, str] = {
    "bluesky": "https://bsky.app/profile/{}",
    "codeberg": "https://codeberg.org/{}",
    "devto": "https://dev.to/{}",
    "facebook": "https://www.facebook.com/{}",
    "flickr": "https://www.flickr.com/people/{}/",
    "github": "https://github.com/{}",
    "gitlab": "https://gitlab.com/{}",
    "goodreads": "https://www.goodreads.com/{}",
    "hackernews": "https://news.ycombinator.com/user?id={}",
    "instagram": "https://www.instagram.com/{}",
    "kaggle": "https://www.kaggle.com/{}",
    "linkedin": "https://www.linkedin.com/in/{}/",
    "mastodon": "https://mastodon.social/@{}",
    "matrix": "https://matrix.to/#/@{}",
    "medium": "https://medium.com/@{}",
    "npm": "https://www.npmjs.com/~{}",
    "orcid": "https://orcid.org/{}",
    "pypi": "https://pypi.org/user/{}/",
    "reddit": "https://www.reddit.com/user/{}",
    "scholar": "https://scholar.google.com/citations?user={}",
    "stackoverflow": "https://stackoverflow.com/users/{}",
    "telegram": "https://t.me/{}",
    "threads": "https://www.threads.com/@{}",
    "twitch": "https://www.twitch.tv/{}",
    "twitter": "https://twitter.com/{}",
    "vimeo": "https://vimeo.com/{}",
    "wikidata": "https://www.wikidata.org/wiki/{}",
    "x": "https://x.com/{}",
    "youtube": "https://www.youtube.com/@{}",
}
"""Where a handle is read. Any other platform needs a whole URL."""

_NAMES = {
    "devto": "DEV", "github": "GitHub", "gitlab": "GitLab", "hackernews": "Hacker News",
    "linkedin": "LinkedIn", "npm": "npm", "orcid": "ORCID", "pypi": "PyPI",
    "scholar": "Google Scholar", "stackoverflow": "Stack Overflow", "youtube": "YouTube",
}  # fmt: skip

_WEB = re.compile(r"https?://[^\s\x00-\x1f<>\"]+", re.IGNORECASE)
_FEDERATED = re.compile(r"@?([\w.\-]+)@([\w\-]+(?:\.[\w\-]+)+)")


def platform_name(platform: str) -> str:
    """What a reader knows a platform as."""
    return _NAMES.get(platform.lower()) or platform[:1].upper() + platform[1:]


def social_url(platform: str, handle: str) -> str | None:
    """The URL behind a handle of a platform; `None` for what leads nowhere.

    A handle may have its `@`; a whole URL stays as it is; `@jane@social.example` is on that
    server, whatever the platform.
    """
    handle = handle.strip()
    if "://" in handle:
        return handle if _WEB.fullmatch(handle) else None
    federated = _FEDERATED.fullmatch(handle)
    if federated:
        return f"https://{federated[2]}/@{federated[1]}"
    name = handle.lstrip("@").strip("/")
    pattern = PLATFORMS.get(platform.lower())
    return pattern.replace("{}", quote(name, safe="/:~@")) if pattern and name else None


def web_url(url: str) -> str | None:
    """A URL that may be printed: http, https, or relative to the site; `None` for any other."""
    url = url.strip()
    if not url or any(ord(char) < 32 for char in url):
        return None
    scheme = re.match(r"[A-Za-z][A-Za-z0-9+.\-]*:", url)
    return url if scheme is None or scheme.group().lower() in ("http:", "https:") else None
