"""How the tags of a post are written on another page than its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2s
from urllib.parse import unquote

from .elements import HEADINGS
from .fragment import Omit
from .links import resolve, rewrite_urls
from .tokens import attribute, classes, edit_attributes

LINE_ANCHOR = re.compile(r'<a id="__codelineno[^<>]*>')
"""How the empty anchors begin that pymdownx.highlight puts before each line of code."""

_REFERENCES = frozenset(
    "for headers list form popovertarget aria-activedescendant aria-controls aria-describedby "
    "aria-details aria-errormessage aria-flowto aria-labelledby aria-owns".split()
)
_SIGNS_OF_REFERENCES = (
    *(f" {key}=" for key in ("for", "headers", "list", "form", "popovertarget")),
    *("aria-", "usemap", "url(#", "url('#", 'url("#', "<use", "<textpath", "gradient", "<pattern"),
    *("xlink:href", "<filter", "<animate", "<set", "<mpath"),
)
_COPY_BUTTONS = frozenset({"md-clipboard", "md-code__nav", "md-code__button"})
_LIVE = re.compile(r"(?:javascript|vbscript|data:text/html)", re.IGNORECASE)
_IGNORED_IN_SCHEMES = re.compile(r"[\x00-\x20]+")


def unique_prefix(post_url: str) -> str:
    """What set before the ids of a post makes them unique among all posts."""
    return f"p{blake2s(post_url.encode(), digest_size=5).hexdigest()}-"


def refers_to_ids(html: str) -> bool:
    """Whether something in `html` may need the ids in it: labels, ARIA, gradients of SVG."""
    html = html.lower()
    return any(sign in html for sign in _SIGNS_OF_REFERENCES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A `Visit`: links are rebased, ids made unique or taken away, headings fitted in."""

    base: str
    """URL of the post, relative to the site."""
    to: Callable[[str], str]
    """The URL to write for a path of the site."""
    id_prefix: str | None
    """What makes the ids of this post unique; `None` takes them away."""
    targets: frozenset[str] = frozenset()
    """Ids that links within the post still reach; links to others lead to the post."""
    deeper: int = 0
    """How many levels headings go down."""
    live: bool = False
    """Whether scripts, event attributes and style sheets stay."""
    seen: set[str] = field(default_factory=set)
    """Ids written so far: a second one is dropped, should the post have it."""

    def __call__(self, name: str, tag: str, _open: Sequence[str], /) -> str | Omit:
        if name in HEADINGS and self.deeper:
            level = min(max(int(name[1]) + self.deeper, 1), 6)
            tag = f"<h{level}{tag[3:]}"
        elif name == "a" and ("class" in tag or "__codelineno" in tag):
            marks = classes(tag)
            if "headerlink" in marks or LINE_ANCHOR.match(tag):
                return Omit.ELEMENT
            if "toclink" in marks:
                return Omit.TAGS
        elif self._is_unwanted(name, tag):
            return Omit.ELEMENT
        return edit_attributes(tag, lambda key, value: self._attribute(name, tag, key, value))

    def _is_unwanted(self, name: str, tag: str) -> bool:
        if name in ("button", "nav"):
            return "md-" in tag and not _COPY_BUTTONS.isdisjoint(classes(tag))
        if self.live:
            return False
        if name in ("script", "svg script", "math script"):
            return not (attribute(tag, "type") or "").lower().startswith("math/")
        if name in ("svg animate", "svg set"):
            return (attribute(tag, "attributename") or "").lower().endswith("href")
        return name == "style"

    def _attribute(self, name: str, tag: str, key: str, value: str) -> str | None:
        if key == "id":
            return self._id(value)
        if key == "name":
            return self._prefixed(value) if _binds(name, tag) else value
        if key in _REFERENCES:
            return self._prefixed(value)
        if key == "usemap":
            return None if self.id_prefix is None else f"#{self.id_prefix}{value.lstrip('#')}"
        if not self.live and (key.startswith("on") or key == "srcdoc"):
            return None
        drawn = name.startswith("svg ") and name != "svg a"
        return rewrite_urls(
            name, key, value, url=self._drawn if drawn or key == "style" else self._url
        )

    def _id(self, value: str) -> str | None:
        if value in self.seen:
            return None
        self.seen.add(value)
        return self._prefixed(value)

    def _prefixed(self, ids: str) -> str | None:
        if self.id_prefix is None:
            return None
        return " ".join(self.id_prefix + part for part in ids.split())

    def _url(self, url: str) -> str | None:
        if url.startswith("#") and self._is_here(url[1:]):
            return f"#{self.id_prefix}{url[1:]}"
        path = resolve(url, base=self.base)
        if path is not None:
            return self.to(path)
        if not self.live and _LIVE.match(_IGNORED_IN_SCHEMES.sub("", url)):
            return None
        return url

    def _is_here(self, target: str) -> bool:
        return self.id_prefix is not None and (
            target in self.targets or unquote(target) in self.targets
        )

    def _drawn(self, url: str) -> str | None:
        """URLs in SVG and CSS: what they name lies in the post itself."""
        if url.startswith("#") and self.id_prefix is not None:
            return f"#{self.id_prefix}{url[1:]}"
        return self._url(url)


def _binds(name: str, tag: str) -> bool:
    """Whether a `name` binds elements of a page together, as an id does."""
    if name == "input":
        return (attribute(tag, "type") or "").lower() == "radio"
    return name in ("a", "details", "map")
