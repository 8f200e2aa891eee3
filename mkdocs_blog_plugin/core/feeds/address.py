"""The links of a page as absolute URLs, for those who read its text somewhere else."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote, urljoin, urlsplit

from .text import ascii_url

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SCHEMES = frozenset(
    "http https mailto tel sms ftp sftp ssh git xmpp irc ircs matrix magnet geo news".split()
)
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif);", re.IGNORECASE)
_IGNORED = re.compile(r"[\t\n\r]+|^[\x00-\x20]+|[\x00-\x20]+$")
_ODD = re.compile(r"[^!#-;=?-\[\]_a-z~]")
_CANDIDATE = re.compile(r"(\S*[^\s,])((?:\s+[^,]+)?)\s*(?:,|\Z)")


@lru_cache(maxsize=2048)
def absolute(url: str, *, base: str, picture: bool = False) -> str | None:
    """`url` as seen from the page at `base`; `None` for what is no URL or may run code.

    `data:` is for pictures only.
    """
    url = _IGNORED.sub("", url)
    if _SCHEME.match(url):
        scheme = url.partition(":")[0].lower()
        if scheme not in _SCHEMES:
            return url if picture and _PICTURE.match(url) else None
    try:
        joined = urljoin(base, url)
        if not _ODD.search(joined):
            return joined
        return ascii_url(joined)
    except ValueError:  # `http://[`
        return None


def absolute_set(srcset: str, *, base: str) -> str | None:
    """The candidates of a `srcset`, each absolute; `None` where none is left."""
    found = [
        (absolute(match[1], base=base, picture=True), match[2].strip())
        for match in _CANDIDATE.finditer(srcset)
    ]
    return ", ".join(f"{url} {size}".strip() for url, size in found if url) or None


def file_name(url: str) -> str:
    """What a link to a file is called where nobody named it: the last part of its path, else its
    host."""
    parts = urlsplit(url)
    return unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.netloc
