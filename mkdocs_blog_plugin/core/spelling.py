"""Spelling of keys: what a key that means nothing to us was probably meant to be."""

from __future__ import annotations

import difflib
from functools import lru_cache

_FOREIGN = frozenset(
    "hide icon status subtitle search social comments robots image images keywords level layout "
    "render_macros ignore_macros toc_depth hero_title hero_subtitle hero_image canonical "
    "canonical_url rss illustration template_vars type kind theme class width weight nav_order "
    "parent children license copyright version revision_date created_at meta og twitter jsonld "
    "git_revision_date_localized social_cards mermaid math katex part rate state data page path "
    "url uid css js extra_css extra_javascript review owner team source sources contributors "
    "editor translator translators reviewers languages og_title og_description seo_title "
    "seo_description meta_title meta_description updated_by created_by author_url "
    "author_email".split()
)
"""Keys of themes and other plugins which look like ours and are none."""

_MEANT = {
    "created": "date", "creationdate": "date", "published": "date", "publishdate": "date",
    "publisheddate": "date", "publishedat": "date", "pubdate": "date", "datepublished": "date",
    "posted": "date", "lastmod": "updated", "modified": "updated", "lastmodified": "updated",
    "lastmodifiedat": "updated", "lastupdated": "updated", "updatedat": "updated",
    "isdraft": "draft", "publish": "draft", "private": "draft", "hidden": "unlisted",
    "expirydate": "expires", "expiry": "expires", "expirationdate": "expires", "until": "expires",
    "unpublishdate": "expires", "pinned": "pin", "sticky": "pin", "redirectfrom": "aliases",
    "redirects": "aliases", "tldr": "excerpt", "abstract": "excerpt", "byline": "authors",
    "readingtime": "readtime", "coverimage": "cover", "featuredimage": "cover",
}  # fmt: skip
"""What other blog engines call it, without case and joining signs."""


@lru_cache(maxsize=1024)
def near_key(key: str, known: tuple[str, ...]) -> str | None:
    """The key of `known` that `key` is probably meant to be, or `None`.

    Case and joining signs do not count; names other engines use are known; else most of the
    letters must agree in order.
    """
    if key in known or key in _FOREIGN or len(key) > 40:
        return None
    plain = _plain(key)
    for name in known:
        if plain == _plain(name) or _is_jumbled(plain, name):
            return name
    if plain in _MEANT:
        return _MEANT[plain]
    return next(iter(difflib.get_close_matches(plain, known, n=1, cutoff=0.8)), None)


def is_misspelt(key: str, meant: str) -> bool:
    """Whether `key` is so close to `meant` that it can hardly be another plugin's key."""
    plain = _plain(key).removeprefix("is")
    if plain in ("listed", "hidden", "private", "until"):
        return False
    if plain == meant or _is_jumbled(plain, meant) or _MEANT.get(plain) == meant:
        return True
    return difflib.SequenceMatcher(a=plain, b=meant).ratio() > 0.85


def _is_jumbled(key: str, meant: str) -> bool:
    """Whether letters changed places, the first one excepted."""
    return key[:1] == meant[:1] and sorted(key) == sorted(meant)


def _plain(key: str) -> str:
    return key.strip().lower().replace("-", "").replace("_", "").replace(" ", "")


def singular(key: str) -> str | None:
    """What one of several is called in English: `categories`, `category`; `None` if the same."""
    if key.endswith("ies") and len(key) > 4 and key != "series":
        return key[:-3] + "y"
    return key[:-1] if key.endswith("s") and key != "series" and len(key) > 2 else None
