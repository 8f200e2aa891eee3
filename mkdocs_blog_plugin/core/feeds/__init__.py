"""Feeds: one model of what is syndicated, and a writer for each format.

A `Feed` says everything the formats ask for; `rss`, `atom` and `json_feed` turn it into bytes.
The adapter makes the entries once per post and shares them between all feeds they are in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import atom as _atom
from . import json_feed as _json_feed
from . import rss as _rss
from .feed import Feed

WRITERS: Mapping[str, Callable[[Feed], bytes]] = {
    "rss": _rss.rss,
    "atom": _atom.atom,
    "json": _json_feed.json_feed,
}
"""By format."""

MEDIA_TYPES: Mapping[str, str] = {
    "rss": _rss.MEDIA_TYPE,
    "atom": _atom.MEDIA_TYPE,
    "json": _json_feed.MEDIA_TYPE,
}
"""By format, for links to feeds."""
