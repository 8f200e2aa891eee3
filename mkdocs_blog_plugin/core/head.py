"""The head of a page: what search engines, chat programs and feed readers look for there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urljoin

from babel.core import get_global

from .feeds.text import ascii_url, language_tag, media_type, one_line, rfc3339
from .page_data import PageData
from .tokens import attribute

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<(?:meta|link)\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_LINKED_DATA = re.compile(
    r"""<script\b[^<>]*application/ld\+json[^<>]*>([^<]*"(?:BlogPosting|Article|NewsArticle)"[^<]*)<""",
    re.IGNORECASE,
)
_HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
_WHOLE = {"og:image": ("og:image", "twitter:image"), "twitter:image": ("twitter:image",)}
"""What is somebody else's altogether where they set the first of it: an image and all about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """An element of a page's head."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    text: str = ""
    """What a `script` holds, already escaped for it."""

    def __str__(self) -> str:
        written = "".join(f' {key}="{escape(value)}"' for key, value in self.attributes)
        end = f"{self.text}</{self.name}>" if self.name == "script" else ""
        return f"<{self.name}{written}>{end}"


def _meta(key: str, value: str) -> Tag:
    kind = "property" if key.partition(":")[0] in ("og", "article") else "name"
    return Tag(name="meta", attributes=((kind, key), ("content", value)))


def _link(rel: str, href: str, **more: str) -> Tag:
    found = [("rel", rel), *more.items(), ("href", ascii_url(href))]
    return Tag(name="link", attributes=tuple(found))


def head_tags(page: PageData) -> tuple[Tag, ...]:
    """All tags of a page but its structured data; nothing stands twice, nothing is empty."""
    tags: list[Tag] = []
    if page.robots:
        tags.append(_meta("robots", one_line(page.robots)))
    if one_line(page.description):
        tags.append(_meta("description", one_line(page.description)))
    tags.append(_link("canonical", page.url))
    if page.previous_url:
        tags.append(_link("prev", page.previous_url))
    if page.next_url:
        tags.append(_link("next", page.next_url))
    tags += [
        _link("alternate", feed.url, type=feed.type, title=one_line(feed.title))
        for feed in page.feeds
    ]
    pairs = [*_open_graph(page), *_article(page), *_twitter(page)]
    tags += [_meta(key, value) for key, value in pairs if value]
    return tuple(tags)


def _open_graph(page: PageData) -> Iterator[tuple[str, str]]:
    """ogp.me, in its order: what is about the image follows it."""
    yield "og:type", "article" if page.is_post else "website"
    yield "og:site_name", one_line(page.site_name)
    yield "og:locale", open_graph_locale(page.language)
    yield "og:title", one_line(page.title)
    yield "og:description", one_line(page.description)
    yield "og:url", ascii_url(page.url)
    image = page.image
    if image:
        yield "og:image", ascii_url(image.url)
        yield "og:image:type", media_type(image.url, image.type)
        yield "og:image:width", str(image.width or "")
        yield "og:image:height", str(image.height or "")
        yield "og:image:alt", one_line(image.alt)


def _article(page: PageData) -> Iterator[tuple[str, str]]:
    if not page.is_post:
        return
    if page.published:
        yield "article:published_time", rfc3339(page.published)
    if page.updated:
        yield "article:modified_time", rfc3339(page.updated)
    for author in page.authors:
        yield "article:author", ascii_url(author.uri) if author.uri else one_line(author.name)
    if page.sections:
        yield "article:section", one_line(page.sections[0])
    for tag in dict.fromkeys(one_line(label) for label in (*page.sections[1:], *page.tags)):
        yield "article:tag", tag


def _twitter(page: PageData) -> Iterator[tuple[str, str]]:
    yield "twitter:card", "summary_large_image" if page.image else "summary"
    yield "twitter:title", one_line(page.title)
    yield "twitter:description", one_line(page.description)
    if page.image:
        yield "twitter:image", ascii_url(page.image.url)
        yield "twitter:image:alt", one_line(page.image.alt)


def open_graph_locale(language: str) -> str:
    """`pt_BR`, `de_DE`: language and territory, the likely one where none is said; empty for what
    is no language."""
    parts = language_tag(language).split("-")
    tag = parts[0].lower()
    territory = next((part.upper() for part in parts[1:] if len(part) == 2), "")
    if not territory:
        script = next((part.title() for part in parts[1:] if len(part) == 4), "")
        likely = get_global("likely_subtags")
        found = likely.get(f"{tag}_{script}") if script else None
        territory = (found or likely.get(tag) or "").rpartition("_")[2]
    return f"{tag}_{territory}" if len(territory) == 2 else ""


def missing_tags(head: str, tags: Sequence[Tag], *, page_url: str) -> tuple[Tag, ...]:
    """Those of `tags` that a page's `head` does not have yet.

    A `meta` is there whatever its value; a link by its relation, one to a feed by its address too
    (relative ones count from `page_url`). Where somebody set an image, ours goes with its size and
    text; where somebody described an article, so does our structured data.
    """
    present = _present(head, page_url)
    return tuple(tag for tag in tags if not _is_present(tag, present, page_url))


def _present(head: str, page_url: str) -> set[str]:
    head = _COMMENT.sub("", head)
    present: set[str] = set()
    for match in _TAG.finditer(head):
        key = _key(
            match[0][1:5].lower(),
            {
                name: value
                for name in ("name", "property", "rel", "href")
                if (value := attribute(match[0], name))
            },
            page_url,
        )
        if key:
            present |= {key, *_WHOLE.get(key, ())}
    if _LINKED_DATA.search(head):
        present.add("script")
    return present


def _key(name: str, attributes: dict[str, str], page_url: str) -> str:
    """What two tags that say the same have in common; empty for tags that concern nobody."""
    if name == "meta":
        return (attributes.get("property") or attributes.get("name") or "").strip().lower()
    relations = attributes.get("rel", "").lower().split()
    if "alternate" in relations:
        return f"alternate {urljoin(page_url, attributes.get('href', ''))}"
    return next((f"link {rel}" for rel in ("canonical", "prev", "next") if rel in relations), "")


def _is_present(tag: Tag, present: set[str], page_url: str) -> bool:
    if tag.name == "script":
        return "script" in present
    key = _key(tag.name, dict(tag.attributes), page_url)
    return key in present or any(
        key.startswith(f"{image}:") and image in present for image in _WHOLE
    )


def add_to_head(page: str, tags: Iterable[Tag], *, page_url: str) -> str:
    """The page with those of `tags` in its head that are missing there; a page without a head stays
    as it is."""
    end = _HEAD_END.search(page)
    if end is None:
        return page
    cut = end.start()
    missing = missing_tags(page[:cut], list(tags), page_url=page_url)
    return "".join([page[:cut], *(f"{tag}\n" for tag in missing), page[cut:]])
