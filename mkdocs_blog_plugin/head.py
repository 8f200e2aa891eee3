"""What the pages of a blog say to machines, put into their heads on every theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from markupsafe import Markup
from mkdocs.structure.pages import Page

from .config import MetadataConfig
from .core.head import Tag, add_to_head, head_tags
from .core.page_data import PageData
from .core.structured_data import structured_data
from .page_facts import Facts

_OPTIONS = {
    "description": "description",
    "canonical": "canonical",
    "prev": "canonical",
    "next": "canonical",
    "og": "open_graph",
    "article": "open_graph",
    "twitter": "twitter",
}
"""Which option decides about a tag, by its relation or the first part of its name; about others
(`robots`, links to feeds) none does."""

_FEED_RELATIONS = {"material": "alternate feed"}
"""The relation of links to feeds where a theme's script takes `[rel=alternate]` to the letter:
Material's looks for a sitemap beside each such link, and logs an error for each it does not find.
Relations are a list of words (HTML, 4.6.7), so readers of feeds find these links as well."""

_ANYWHERE = frozenset({"robots", "description"})
"""What a page can say without knowing where it is published."""


class HeadWriter:
    """Adds to the heads of pages what is missing there."""

    def __init__(
        self, facts: Facts, options: MetadataConfig | None, *, published: bool, family: str
    ) -> None:
        self._facts = facts
        self._options = options
        self._feed_relation = _FEED_RELATIONS.get(family, "alternate")
        self._published = published
        """Whether the site knows its URL."""

    def describe(self, page: Page) -> None:
        """Gives a page its description as front matter would, for themes that print it themselves:
        without it they say the same of all pages. Escaped, as most themes print it as HTML."""
        if self._options is not None and self._options.description:
            text = self._facts.described(page)
            if text:
                page.meta["description"] = Markup.escape(text)

    def complete(self, html: str, page: Page) -> str:
        """A page of the blog with what its head lacks."""
        data = self._facts.of(page)
        return self._added(html, self._tags(data), data)

    def offer(self, html: str, page: Page) -> str:
        """A page that is part of a post with the way to the blog's feeds, and its canonical URL."""
        data = self._facts.of(page)
        tags = [tag for tag in self._tags(data) if _kind(tag) in ("alternate", "canonical")]
        return self._added(html, tags, data)

    def _added(self, html: str, tags: Iterable[Tag], data: PageData) -> str:
        related = [self._related(tag) for tag in tags]
        return add_to_head(html, related, page_url=data.url)

    def _related(self, tag: Tag) -> Tag:
        """The tag; a link to a feed with the relation the theme bears."""
        if _kind(tag) != "alternate":
            return tag
        attributes = dict(tag.attributes) | {"rel": self._feed_relation}
        return replace(tag, attributes=tuple(attributes.items()))

    def _tags(self, data: PageData) -> Iterator[Tag]:
        for tag in head_tags(data):
            kind = _kind(tag)
            if self._wants(_OPTIONS.get(kind)) and (self._published or kind in _ANYWHERE):
                yield tag
        if self._published and self._wants("structured_data"):
            yield structured_data(data)

    def _wants(self, option: str | None) -> bool:
        if option is None:
            return True
        return self._options is not None and bool(self._options[option])


def _kind(tag: Tag) -> str:
    """The relation of a link, the first part of a meta's name: `canonical`, `og`, `robots`."""
    attributes = dict(tag.attributes)
    named = attributes.get("rel") or attributes.get("property") or attributes.get("name", "")
    return named.partition(":")[0]
