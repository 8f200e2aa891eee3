"""The tokens of HTML text, as the tokenizer of the HTML standard (13.2.5) sees them.

The patterns are possessive, so each reads its text once, however broken it is. Groups are so by
`(?>…)`: Python before 3.11.5 loses characters at a group that is repeated possessively.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

_WS = r" \t\n\f\r"
_SPACE = " \t\n\f\r"
_VALUE = rf"""(?:"[^"]*+"|'[^']*+'|[^{_WS}>"'][^{_WS}>]*+|(?=>))"""
_ATTRIBUTE_NAME = rf"[^{_WS}/>][^{_WS}/>=]*+"
_ATTRIBUTES = (
    rf"(?>(?:[{_WS}]++|/(?!>)"
    rf"|{_ATTRIBUTE_NAME}(?:[{_WS}]*+=[{_WS}]*+{_VALUE}|(?![{_WS}]*+=)))*)"
)

START = re.compile(rf"<([a-zA-Z][^{_WS}/>]*+)({_ATTRIBUTES})(/?)>")
"""A start tag: name, attributes, the slash of a self-closing one."""
END = re.compile(rf"</([a-zA-Z][^{_WS}/>]*+){_ATTRIBUTES}/?>")
TEXT = re.compile(r"[^<]++")
PLAIN = re.compile(
    r"(?>(?:[^<]++|<br ?/?>"
    r"|<(span|code|em|strong|b|i|kbd|del|ins|mark|sub|sup|small|abbr)"
    r'(?: (?:class="(?!lineno)[^"<>]*+"|title="[^"<>]*+"))?>[^<]*+</\1>)+)'
)
"""Text with the plainest of inline elements: what needs no look at its tags. (Pygments makes a
`span` of every token, so this is most of a post with code.)"""

UNFINISHED = re.compile(r"</?[a-zA-Z]")
"""How a tag begins that `START` and `END` do not match: it swallows the rest of the text."""

COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))|<(?:!(?!--)|\?|/)[^>]*+(?:>|\Z)", re.DOTALL)
"""A comment, or what the tokenizer takes for one: `<!x>`, `<?x>`, `</ x>`."""
CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)

NAME = re.compile(r"[a-z][a-z0-9:._\-]*\Z")
"""Names of elements that anybody has meant; `<T,U>` is something else."""

_NAME_IN_TAG = re.compile(rf"<([^{_WS}/>]*+)")
_ATTRIBUTE = re.compile(
    rf"""([^{_WS}/>][^{_WS}/>=]*+)"""
    rf"""(?>(?:[{_WS}]*+=[{_WS}]*+(?:"([^"]*+)"|'([^']*+)'|([^{_WS}>"'][^{_WS}>]*+)|(?=>|\Z)))?)"""
)
_CHARACTER = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+);?|[a-zA-Z][a-zA-Z0-9]*+;)")
_CLASS = re.compile(
    rf"""(?i)[{_WS}"'/]class[{_WS}]*=[{_WS}]*(?:"([^"]*)"|'([^']*)'|([^{_WS}>]*))"""
)

_RAW_END = {
    name: re.compile(rf"(?i)</{name}(?=[{_WS}/>])")
    for name in "iframe noembed noframes noscript script style textarea xmp title".split()
}

WORTH_EDITING = re.compile(
    r"""(?i)["' \t\n\f\r/](?:on[a-z]+|id|name|for|headers|list|form|popovertarget|aria-[a-z]+|"""
    r"""usemap|style|(?:xlink:)?href|src|(?:image)?srcset|data-src|data-srcset|srcdoc|poster|"""
    r"""data|cite|(?:form)?action|background|longdesc)[ \t\n\f\r]*=|url\("""
)
"""Start tags without a match have no URL, no id, no reference to one and no script."""

Edit = Callable[[str, str], str | None]
"""Attribute name (lower case) and value (unescaped) to the new value, `None` to leave it out."""


def name_in(tag: str) -> str:
    """The name in a start tag, as written."""
    head = _NAME_IN_TAG.match(tag)
    return head[1] if head else ""


def raw_text_end(html: str, start: int, *, name: str) -> tuple[int, int]:
    """Where the raw text of element `name` ends and where to go on after its end tag; both the end
    of `html` if there is none."""
    end = _RAW_END[name].search(html, start)
    if end is None:
        return len(html), len(html)
    tag = END.match(html, end.start())
    return end.start(), tag.end() if tag else len(html)


def hides_end(script: str) -> bool:
    """Whether a browser would take the next `</script>` for a part of this script ("double
    escaped": `<!--` and then `<script`)."""
    start = script.find("<!--")
    return start >= 0 and "<script" in script[start:].lower()


def classes(tag: str) -> list[str]:
    """The classes a start tag gives; looks no further than the first thing like a `class`."""
    found = _CLASS.search(tag)
    return (found[1] or found[2] or found[3] or "").split() if found else []


def attribute(tag: str, name: str) -> str | None:
    """The value of an attribute of a start tag, unescaped; "" without a value."""
    head = START.match(tag)
    for item in _ATTRIBUTE.finditer(head[2]) if head else ():
        if item[1].lower() == name:
            return _unescape(item[2] or item[3] or item[4] or "")
    return None


def edit_attributes(tag: str, edit: Edit) -> str:
    """The start tag with its attributes put through `edit`; untouched ones stay byte for byte."""
    head = START.match(tag) if WORTH_EDITING.search(tag) else None
    if head is None:
        return tag
    parts: list[str] = []
    done = 0
    start, end = head.span(2)
    for item in _ATTRIBUTE.finditer(tag, start, end):
        written = item[2] or item[3] or item[4] or ""
        value = _unescape(written)
        new = edit(item[1].lower(), value)
        if new == value:
            continue
        done, before = item.end(), tag[done : item.start()]
        if new is None:
            parts.append(_without_gap(before, after=tag[done]))
        else:
            parts += before, f'{item[1]}="{_escape(new)}"'
    parts.append(tag[done:])
    return "".join(parts)


def _without_gap(before: str, *, after: str) -> str:
    """What stands before an attribute that goes. A space stays where its neighbours would join, or
    make a self-closing tag of one that was none (or the other way round)."""
    before = before.rstrip(_SPACE)
    return before + " " if after not in _SPACE + ">" or before.endswith("/") else before


def _unescape(value: str) -> str:
    """An attribute's value; there, `&copy=1` is no reference for want of a semicolon."""
    return _CHARACTER.sub(lambda found: unescape(found[0]), value) if "&" in value else value


def _escape(value: str) -> str:
    return value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
