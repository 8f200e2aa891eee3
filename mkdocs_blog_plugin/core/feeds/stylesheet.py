"""What a feed looks like in a browser: its stylesheets, in the site's language.

CSS shows the XML itself: readable, but without links. XSLT makes a page of it, but Chromium
shows a red warning above it that it is about to go, so it is for those who ask for it.
Browsers give a stylesheet no parameters: the words are written into copies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from .text import clean, one_line

_PARAMETER = re.compile(r'(?<=<xsl:param name=")([a-z]+)">[^<]*(?=</xsl:param>)')
_NOT_PLAIN = re.compile(r"""["\\<\x00-\x1f]""")


def feed_xsl(template: str, *, words: Mapping[str, str]) -> bytes:
    """The XSLT stylesheet with its parameters filled: `heading`, `help`, `visit`, `latest`,
    `language`, `direction` (`ltr` or `rtl`) and `css`, the URL of the other one, relative to the
    feed. What `words` leaves out stays as it is.

    (ElementTree would lose the namespaces that stand in XPath expressions only.)
    """

    def fill(parameter: re.Match[str]) -> str:
        name = parameter[1]
        return f'{name}">{escape(clean(words[name]))}' if name in words else parameter[0]

    return _PARAMETER.sub(fill, template).encode()


def feed_css(template: str, *, heading: str, help_text: str, direction: str = "ltr") -> str:
    """The CSS stylesheet with the words it shows in a feed that has no other stylesheet."""
    words = {"heading": heading, "help": help_text}
    lines = [f"  --weblog-{name}: {_string(text)};" for name, text in words.items()]
    lines += ["  direction: rtl;"] if direction == "rtl" else []
    return "\n".join([template.rstrip("\n"), "", ":root {", *lines, "}", ""])


def _string(text: str) -> str:
    """A CSS string."""
    escaped = _NOT_PLAIN.sub(lambda found: "\\" + f"{ord(found[0]):x} ", one_line(text))
    return f'"{escaped}"'
