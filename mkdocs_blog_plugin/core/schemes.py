"""Schemes of URLs: which ones from metadata may be printed."""

from __future__ import annotations

import re

_BLANKS = re.compile("[\x00-\x20]+")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SCHEMES = frozenset({"http", "https", "mailto"})


def is_safe_url(url: str) -> bool:
    """Whether a URL is relative or of a scheme we print; blanks hide no scheme from browsers."""
    scheme = _SCHEME.match(_BLANKS.sub("", url))
    return scheme is None or scheme[1].lower() in _SCHEMES
