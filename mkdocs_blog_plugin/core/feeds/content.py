"""A post's HTML as feed readers need it: absolute links, no theme furniture, nothing that runs.

What is kept is what a reader without stylesheet and script can show: the elements and attributes
of text, tables, images and media. The result is plainly nested HTML without parse errors.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from ..fragment import Omit, transform
from ..tokens import attribute, classes
from .address import absolute, absolute_set, file_name
from .markup import finish, prepare, tab_labels

_KEPT = frozenset(
    "a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup dd "
    "del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins "
    "kbd li main mark ol p picture pre q rp rt ruby s samp section small source span strong sub "
    "summary sup table tbody td tfoot th thead time tr track u ul var video wbr".split()
)
_RENAMED = {"center": "div", "dir": "ul", "menu": "ul", "strike": "s", "tt": "code"}
_DROPPED = frozenset(
    "area button datalist form keygen link map meta noembed noframes option param script select "
    "style textarea xmp".split()
)
_FURNITURE = frozenset(
    "headerlink anchor-link linenos lineno linenodiv md-annotation md-clipboard md-code__nav "
    "md-code__button md-nav MathJax_Preview toc".split()
)
_EMOJI = frozenset({"twemoji", "emojione", "gemoji", "emoji"})
_NOT_WRITTEN = ("id", "style", "align", "data-src")
"""Attributes that are looked at, but written only for what they say."""
_GLOBAL = ("dir", "lang", "title", "id")
_ATTRIBUTES = {
    "a": "href",
    "img": "src srcset sizes alt width height data-src",
    "source": "src srcset sizes media type",
    "video": "src poster width height",
    "audio": "src",
    "track": "src kind srclang label default",
    "td": "colspan rowspan style align",
    "th": "colspan rowspan scope abbr style align",
    "col": "span",
    "colgroup": "span",
    "ol": "start type reversed",
    "li": "value",
    "blockquote": "cite",
    "q": "cite",
    "del": "cite datetime",
    "ins": "cite datetime",
    "time": "datetime",
    "details": "open",
}
_LOOKED_AT = {name: (*names.split(), *_GLOBAL) for name, names in _ATTRIBUTES.items()}
_URLS = frozenset("href src poster cite".split())
_CLASS = re.compile(r"language-[\w+#.-]+|mermaid|arithmatex")
_FOOTNOTE = re.compile(r"fn(?:ref)?\d*[:-]")
_ALIGNED = re.compile(r"\s*text-align\s*:\s*(left|right|center|justify)\s*;?\s*", re.IGNORECASE)
_DARK = re.compile(r"#(?:only-dark|gh-dark-mode-only)$")
_LIGHT = re.compile(r"#(?:only-light|gh-light-mode-only)$")
_EMPTY = {"a": {"href"}, "img": {"src", "srcset"}, "span": {"class", "dir", "id", "lang"}}
"""What says nothing without one of these attributes."""
_BLOCKS = frozenset("article aside blockquote dd details div figure li main section td".split())


def feed_html(html: str, *, base_url: str) -> str:
    """The rendered `html` of the page at the absolute `base_url`, for a feed."""
    visit = _Content(base_url=base_url, labels=tab_labels(html))
    return finish(transform(prepare(html), visit=visit))


class _Content:
    """A `Visit`: what of a page's tags goes into a feed, and how it is written there."""

    __slots__ = ("_base", "_labels", "_next_labels", "_tabs")

    def __init__(self, *, base_url: str, labels: list[list[str]]) -> None:
        self._base = base_url
        self._next_labels = iter(labels)
        self._labels: list[str] = []
        self._tabs: list[tuple[int, list[str]]] = []

    def __call__(self, name: str, tag: str, open_elements: Sequence[str]) -> str | Omit:
        marks = classes(tag) if "class" in tag else []
        if name == "svg svg":
            return _drawing(tag)
        if name == "input":
            return _check_box(tag)
        if " " in name or name in _DROPPED or _is_furniture(name, tag, marks):
            return Omit.ELEMENT
        if marks and name == "div" and marks[0].startswith("tabbed-"):
            return self._tab(marks, len(open_elements))
        if name == "label" and open_elements[-1:] == ["div"]:
            return "<p>"
        if name in ("embed", "object"):
            return self._embedded(name, tag, open_elements)
        return self._written(_RENAMED.get(name, name), tag, marks)

    def _tab(self, marks: list[str], depth: int) -> str | Omit:
        """Tabs one after the other, each below its label."""
        if "tabbed-labels" in marks:
            self._labels = list(next(self._next_labels, []))
            return Omit.ELEMENT
        if "tabbed-content" in marks:
            self._tabs.append((depth, self._labels))
            self._labels = []
        elif "tabbed-block" in marks:
            while self._tabs and self._tabs[-1][0] >= depth:
                self._tabs.pop()
            if self._tabs and self._tabs[-1][1]:
                label = escape(self._tabs[-1][1].pop(0), quote=False)
                return f"<div><p><strong>{label}</strong></p>"
        return "<div>"

    def _embedded(self, name: str, tag: str, open_elements: Sequence[str]) -> str | Omit:
        """A link to what other pages show in a frame; of an object, also what it holds."""
        source = attribute(tag, "src" if name == "embed" else "data") or ""
        url = absolute(source, base=self._base) if source else None
        link = ""
        if url and "a" not in open_elements:
            text = attribute(tag, "title") or attribute(tag, "aria-label") or file_name(url)
            link = f'<a href="{escape(url)}">{escape(text, quote=False)}</a>'
        if name == "object":
            return f"<span>{link}"
        alone = not open_elements or open_elements[-1] in _BLOCKS
        return f"<p>{link}</p>" if link and alone else link

    def _written(self, name: str, tag: str, marks: list[str]) -> str | Omit:
        if name not in _KEPT:
            return Omit.TAGS
        if tag == f"<{name}>":
            return Omit.TAGS if name in _EMPTY else tag
        given = _attributes(tag, _LOOKED_AT.get(name, _GLOBAL))
        if name == "img":
            lazy = given.get("data-src")
            if lazy and given.get("src", "data:").startswith("data:"):
                given["src"] = lazy
            if not _EMOJI.isdisjoint(marks) and not given.get("alt", "").isascii():
                return escape(given["alt"], quote=False)
        kept = self._kept(name, given, marks)
        if name in _EMPTY and not kept.keys() & _EMPTY[name]:
            return Omit.TAGS
        written = "".join(f' {key}="{escape(value)}"' for key, value in kept.items())
        return f"<{name}{written}>"

    def _kept(self, name: str, given: dict[str, str], marks: list[str]) -> dict[str, str]:
        kept: dict[str, str] = {}
        for key, written in given.items():
            value: str | None = written
            if key in _NOT_WRITTEN:
                continue
            if key in _URLS:
                value = absolute(written, base=self._base, picture=name == "img")
            elif key == "srcset":
                value = absolute_set(written, base=self._base)
            if value is not None:
                kept[key] = _LIGHT.sub("", value) if key == "src" else value
        kept |= _shape(name, given, marks)
        return kept


def _attributes(tag: str, names: Sequence[str]) -> dict[str, str]:
    """Those of the attributes `names` that a start tag has."""
    lowered = tag.lower()
    found = {name: attribute(tag, name) for name in names if name in lowered}
    return {name: value for name, value in found.items() if value is not None}


def _shape(name: str, given: dict[str, str], marks: list[str]) -> dict[str, str]:
    """The targets of footnotes, the alignment of cells, and classes that say what a text is."""
    kept = {}
    if _FOOTNOTE.match(given.get("id", "")):
        kept["id"] = given["id"]
    aligned = _ALIGNED.fullmatch(given.get("style") or f"text-align: {given.get('align')}")
    if aligned:
        kept["style"] = f"text-align: {aligned[1].lower()}"
    if name == "p" and "admonition-title" in marks:
        kept["class"] = "admonition-title"
    elif name in ("code", "div", "pre", "span"):
        telling = [mark for mark in marks if _CLASS.fullmatch(mark)]
        if telling:
            kept["class"] = " ".join(telling)
    return kept


def _is_furniture(name: str, tag: str, marks: list[str]) -> bool:
    if not _FURNITURE.isdisjoint(marks) or 'aria-hidden="true"' in tag:
        return True
    if name == "a":
        return "__codelineno" in tag
    return name == "img" and "dark" in tag and bool(_DARK.search(attribute(tag, "src") or ""))


def _check_box(tag: str) -> str | Omit:
    """The box of a task list; any other control goes."""
    if (attribute(tag, "type") or "").lower() != "checkbox":
        return Omit.ELEMENT
    return "☐" if attribute(tag, "checked") is None else "☑"


def _drawing(tag: str) -> str | Omit:
    """No feed shows SVG: what is said of a drawing stands for it."""
    label = attribute(tag, "aria-label")
    if not label:
        return Omit.ELEMENT
    text = escape(label, quote=False)
    return text if tag.endswith("/>") else f"<span>{text}"
