"""What the HTML standard says about element names, as far as nesting depends on it.

Sections 13.1.2 (void and raw text elements) and 13.2.4 to 13.2.6 (scopes, tree construction) of
the WHATWG standard. Names of SVG and MathML elements carry their namespace: `svg title`.
"""

from __future__ import annotations

DEEPEST = 200
"""How many elements may be open at once. Browsers stop nesting at 512; this leaves room for what
the page has around, and keeps the search for open elements short."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

VOID = frozenset("area br col embed hr image img input keygen param source track wbr".split())

RAW_TEXT = frozenset("iframe noembed noframes script style textarea xmp".split())
"""No tags inside: the text ends at the end tag of the same name."""

FLAT = VOID | RAW_TEXT

STRUCTURE = frozenset(
    "base basefont bgsound body frame frameset head html isindex link meta plaintext title".split()
)
"""Tags that belong to the page, or swallow what comes after them."""

TABLE_PARTS = frozenset("caption col colgroup tbody td tfoot th thead tr".split())
TABLE_SECTIONS = frozenset({"tbody", "thead", "tfoot"})
TABLE_CONTEXT = TABLE_SECTIONS | {"table", "tr", "colgroup"}
"""Where text would be moved out of the table by a browser."""

CHOICE = frozenset({"select", "option", "optgroup"})

FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())

END_P = frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre "
    "search section summary table ul xmp".split()
)
"""Start tags that end an open paragraph."""

SPECIAL = END_P | frozenset(
    "applet area br button caption col colgroup embed iframe img input keygen marquee noembed "
    "noframes noscript object param script select source style tbody td template textarea tfoot "
    "th thead tr track wbr".split()
)

MATH_TEXT = frozenset(f"math {name}" for name in ("mi", "mo", "mn", "ms", "mtext"))
"""MathML elements whose text may hold HTML."""

MATH_ONLY = frozenset({"mglyph", "malignmark"})
"""What is MathML even there; as HTML it has no meaning."""

HTML_INSIDE = frozenset({"svg foreignobject", "svg desc", "svg title", "math annotation-xml html"})

MARKERS = frozenset("applet caption marquee object td template th".split())
SCOPE = MARKERS | MATH_TEXT | HTML_INSIDE | {"table", "math annotation-xml"}
"""End tags do not reach over these."""

BREAKOUT = (
    END_P
    | TABLE_PARTS
    | CHOICE
    | frozenset(
        "applet b big body br button code em embed form head i img input label marquee meta nobr "
        "noembed noframes noscript object ruby s small span strike strong sub sup template "
        "textarea tt u var".split()
    )
)
"""HTML start tags that end SVG and MathML: those of the standard, and others that mean nothing
there."""

RUBY = frozenset({"rb", "rp", "rt", "rtc"})
IMPLIED_END = RUBY | {"dd", "dt", "li", "optgroup", "option", "p"}


def holds_html(name: str) -> bool:
    """Whether HTML can stand in an element of SVG or MathML ("integration points")."""
    return name in HTML_INSIDE or name in MATH_TEXT
