"""What the pages of a blog say to machines, put into their heads on every theme."""

from __future__ import annotations

from collections.abc import Iterator

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

_ANYWHERE = frozenset({"robots", "description"})
"""What a page can say without knowing where it is published."""


class HeadWriter:
    """Adds to the heads of pages what is missing there."""

    def __init__(self, facts: Facts, options: MetadataConfig | None, *, published: bool) -> None:
        self._facts = facts
        self._options = options
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
        return add_to_head(html, self._tags(data), page_url=data.url)

    def offer(self, html: str, page: Page) -> str:
        """A page that is part of a post with the way to the blog's feeds, and its canonical URL."""
        data = self._facts.of(page)
        tags = [tag for tag in self._tags(data) if _kind(tag) in ("alternate", "canonical")]
        return add_to_head(html, tags, page_url=data.url)

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
