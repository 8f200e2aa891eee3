"""Where the links of a rendered page lead, and how they are written for another page."""

from __future__ import annotations

import re
from collections.abc import Callable

ROOT = "\x02site\x03"
"""Stands for the way from a page to the site's root until the page is known.

Python-Markdown takes U+0002 and U+0003 out of every source, so no text holds it by chance.
"""

_NOT_RELATIVE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:|[/\\]")
_TAIL = re.compile(r"[?#]")
_BLANKS = "".join(map(chr, range(0x21)))


def resolve(url: str, *, base: str) -> str | None:
    """The site path of a link seen from the page `base`; query and fragment stay.

    `../img/x.png` on `blog/a-post/` is `blog/img/x.png`, `#top` is `blog/a-post/#top`. A link that
    leaves the site upwards keeps its leading `..`. `None` for what does not depend on the page:
    a scheme, `//host` and `/path`.
    """
    url = url.strip(_BLANKS)
    if _NOT_RELATIVE.match(url):
        return None
    tail = _TAIL.search(url)
    cut = tail.start() if tail else len(url)
    if cut == 0:
        return base + url
    path = base[: base.rfind("/") + 1] + url[:cut]
    if "./" in path or path.endswith("."):
        path = _without_dots(path)
    return path + url[cut:]


def _without_dots(path: str) -> str:
    """RFC 3986, 5.2.4, but `..` above the root stays: the site may lie below another one."""
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if kept and kept[-1] != "..":
                kept.pop()
            else:
                kept.append(segment)
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", "..") and kept and kept[-1] != "":
        kept.append("")
    return "/".join(kept)


def place(html: str, *, page_url: str) -> str:
    """Write `ROOT` out for the page at `page_url`: `../../../` for `blog/tag/x/`, `./` for ``."""
    return html.replace(ROOT, "../" * page_url.count("/") or "./")


_URLS = frozenset(
    "href xlink:href src data-src poster cite action formaction background longdesc".split()
)
_URL_LISTS = frozenset({"srcset", "imagesrcset", "data-srcset"})
_STYLES = frozenset(
    "style fill stroke filter mask clip-path cursor marker marker-start marker-mid "
    "marker-end".split()
)
_CANDIDATE = re.compile(r"([^\s,](?:\S*[^\s,])?)([^,]*(?:,|\Z))")
_CSS_URL = re.compile(r"""(url\(\s*["']?)([^"')]*)""", re.IGNORECASE)


def rewrite_urls(
    name: str, key: str, value: str, *, url: Callable[[str], str | None]
) -> str | None:
    """The value of attribute `key` of element `name` with every URL in it put through `url`.

    `None` where the attribute is a URL and `url` says it has to go.
    """
    if key in _URLS or (key == "data" and name == "object"):
        return url(value)
    if key in _URL_LISTS:
        return _CANDIDATE.sub(lambda found: (url(found[1]) or "") + found[2], value)
    if key in _STYLES and "url(" in value.lower():
        return _CSS_URL.sub(lambda found: found[1] + (url(found[2]) or ""), value)
    return value
