"""What a feed looks like in a browser, in the words of the site."""

from __future__ import annotations

from pathlib import Path

from .core.feeds.stylesheet import feed_css, feed_xsl
from .core.wording import Wording

STYLESHEETS = {"css": "assets/weblog/feed.css", "xsl": "assets/weblog/feed.xsl"}
"""Where the stylesheets of feeds lie in the site."""

_ASSETS = Path(__file__).parent / "assets"
_RIGHT_TO_LEFT = frozenset("ar ckb dv fa he ps sd ug ur yi".split())


def stylesheets(look: object, *, wording: Wording, site_name: str) -> dict[str, bytes]:
    """The files that the look of feeds needs (`css`, `xsl`, or nothing), by their paths."""
    found = {}
    if look in ("css", "xsl"):
        found[STYLESHEETS["css"]] = _css(wording)
    if look == "xsl":
        found[STYLESHEETS["xsl"]] = _xsl(wording, site_name)
    return found


def _css(wording: Wording) -> bytes:
    return feed_css(
        (_ASSETS / "feed.css").read_text(encoding="utf-8"),
        heading=wording.text("feed.help_heading"),
        help_text=wording.text("feed.help"),
        direction=_direction(wording),
    ).encode()


def _xsl(wording: Wording, site_name: str) -> bytes:
    words = {
        "language": wording.language,
        "direction": _direction(wording),
        "css": "feed.css",
        "heading": wording.text("feed.help_heading"),
        "help": wording.text("feed.help"),
        "visit": wording.text("feed.visit", site=site_name),
        "latest": wording.text("feed.latest"),
    }
    return feed_xsl((_ASSETS / "feed.xsl").read_text(encoding="utf-8"), words=words)


def _direction(wording: Wording) -> str:
    language = wording.language.replace("_", "-").partition("-")[0].lower()
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"
