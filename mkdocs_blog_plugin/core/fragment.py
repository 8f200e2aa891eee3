"""A piece of rendered HTML, read once and written so that it can stand on any page.

Reading is tolerant in the manner of browsers, but what is written is plainly nested: every element
is closed in order and stands where the HTML standard lets it stand. A browser that reads it never
closes, moves or reopens anything around it, whatever the input was. Usual Markdown output is
plainly nested already and passes byte for byte, but for comments, which go.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from re import Match

from . import elements as e
from . import tokens as t
from .links import resolve, rewrite_urls
from .nesting import Nesting


class Omit(Enum):
    """What a visit may say instead of a tag."""

    ELEMENT = "the element with all it contains"
    TAGS = "its two tags, not what it contains; not for parts of tables and the like"


Visit = Callable[[str, str, Sequence[str]], str | Omit]
"""Element name (lower case; `svg path` in SVG), start tag as written, names of the open elements
-> the start tag to write (perhaps with another name), or what to omit. Not asked about the
plainest inline tags (`tokens.PLAIN`)."""


def transform(html: str, *, visit: Visit) -> str:
    """The whole of `html`, plainly nested, its start tags as `visit` wants them."""
    fragment = Fragment(html, visit=visit)
    fragment.read()
    return fragment.close()


def rebase(html: str, *, base: str, to: Callable[[str], str]) -> str:
    """`html` of the page at `base` with `to(site path)` for every URL relative to that page."""

    def url(written: str) -> str:
        path = resolve(written, base=base)
        return written if path is None else to(path)

    def visit(name: str, tag: str, _open: Sequence[str]) -> str:
        return t.edit_attributes(tag, lambda key, old: rewrite_urls(name, key, old, url=url))

    return transform(html, visit=visit)


class Fragment:
    """HTML that has been read up to `pos`."""

    __slots__ = ("_html", "_nesting", "_visit", "pos")

    def __init__(self, html: str, *, visit: Visit, start: int = 0) -> None:
        self.pos = start
        self._html = html
        self._visit = visit
        self._nesting = Nesting()

    @property
    def names(self) -> Sequence[str]:
        """The open elements, outermost first."""
        return self._nesting.names

    @property
    def muted(self) -> bool:
        """Whether an element that is left out is open."""
        return self._nesting.muted

    def read(self, until: int | None = None) -> None:
        """Read on to the first token that starts at or after `until`."""
        html, plain = self._html, t.PLAIN.match
        stop = len(html) if until is None else until
        while self.pos < stop:
            token = plain(html, self.pos)
            if token:
                self._text(token)
            else:
                self._markup()

    def take(self) -> str:
        """What was written since it was last taken; it is not written again."""
        out = self._nesting.out
        written = "".join(out)
        out.clear()
        return written

    def close(self) -> str:
        """End what is open; all that was written and not taken."""
        self._nesting.close_to(0)
        return self.take()

    def _text(self, token: Match[str]) -> None:
        nesting = self._nesting
        inside = nesting.innermost
        if inside and (inside in e.TABLE_CONTEXT or inside in e.CHOICE or " " in inside):
            precise = t.TEXT.match(self._html, self.pos)
            if precise is None:
                self._markup()
                return
            token = precise
            if not token[0].isspace():
                nesting.leave_table()
        nesting.out.append(token[0])
        self.pos = token.end()

    def _markup(self) -> None:
        html, pos = self._html, self.pos
        token = t.START.match(html, pos)
        if token:
            self.pos = token.end()
            self._start(token)
            return
        token = t.END.match(html, pos)
        if token:
            self.pos = token.end()
            self._nesting.close(token[1].lower())
        elif t.UNFINISHED.match(html, pos):
            self.pos = len(html)
        else:
            self._other()

    def _other(self) -> None:
        """Comments go, `CDATA` becomes plain text, any other `<` is text."""
        html, pos, nesting = self._html, self.pos, self._nesting
        cdata = t.CDATA.match(html, pos) if " " in nesting.innermost else None
        comment = cdata or t.COMMENT.match(html, pos)
        self.pos = comment.end() if comment else pos + 1
        if cdata:
            nesting.out.append(cdata[1].replace("&", "&amp;").replace("<", "&lt;"))
        elif comment is None:
            nesting.leave_table()
            nesting.out.append("&lt;")

    def _start(self, token: Match[str]) -> None:
        name = token[1].lower()
        nesting = self._nesting
        foreign = " " in nesting.innermost
        deep = len(nesting.names) >= e.DEEPEST
        if not t.NAME.match(name) or (deep and (foreign or name not in e.FLAT)):
            return
        space = self._space(name, token[0]) if foreign else None
        if space:
            self._element(f"{space} {name}", token)
            return
        if name in e.MATH_ONLY:
            return
        if name == "template":
            nesting.open_muted(name)
        elif name not in e.STRUCTURE and nesting.make_room(name):
            self._element(f"{name} {name}" if name in ("svg", "math") else name, token)
        elif name in e.RAW_TEXT or name == "title":
            self.pos = t.raw_text_end(self._html, self.pos, name=name)[1]

    def _space(self, name: str, tag: str) -> str | None:
        """The namespace of a start tag inside SVG or MathML, `None` if it is HTML."""
        inside = self._nesting.innermost
        if inside in e.HTML_INSIDE or (inside == "math annotation-xml" and name == "svg"):
            return None
        if inside in e.MATH_TEXT and name not in e.MATH_ONLY:
            return None
        font = name == "font" and any(
            t.attribute(tag, key) is not None for key in ("color", "face", "size")
        )
        if font or name in e.BREAKOUT:
            self._nesting.leave_foreign()
            return None
        return inside.partition(" ")[0]

    def _element(self, name: str, token: Match[str]) -> None:
        tag = self._visit(name, token[0], self._nesting.names)
        if name in e.RAW_TEXT:
            self._raw_text(name, tag)
        elif name == "noscript":
            self._noscript(tag)
        elif name in e.VOID or (token[3] and " " in name):
            if isinstance(tag, str):
                self._nesting.out.append(tag)
        else:
            if name == "math annotation-xml":
                encoding = (t.attribute(token[0], "encoding") or "").lower()
                name += " html" if encoding in ("text/html", "application/xhtml+xml") else ""
            self._open(name, tag)

    def _open(self, name: str, tag: str | Omit) -> None:
        if tag is Omit.ELEMENT:
            self._nesting.open_muted(name)
        elif tag is Omit.TAGS:
            self._nesting.open(name, end="")
        else:
            self._nesting.out.append(tag)
            self._nesting.open(name, end=f"</{t.name_in(tag)}>")

    def _raw_text(self, name: str, tag: str | Omit) -> None:
        end, after = t.raw_text_end(self._html, self.pos, name=name)
        text = self._html[self.pos : end]
        self.pos = after
        if isinstance(tag, str) and not (name == "script" and t.hides_end(text)):
            self._nesting.out += tag, text, f"</{name}>"

    def _noscript(self, tag: str | Omit) -> None:
        """Raw text for browsers with scripts, elements for others: read so that it is both."""
        end, after = t.raw_text_end(self._html, self.pos, name="noscript")
        depth = len(self.names)
        self._open("noscript", tag)
        html, self._html, self.pos = self._html, self._html[self.pos : end], 0
        self.read()
        self._nesting.close_to(depth)
        self._html, self.pos = html, after
