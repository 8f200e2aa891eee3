"""Posts as entries of feeds: what a template sees of them, with absolute URLs."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.structure.files import File, Files

from .core.feeds.address import absolute
from .core.feeds.content import feed_html
from .core.feeds.enclosures import enclosure_of
from .core.feeds.entry import Category, Enclosure, Entry, Image, Person, stamps
from .core.feeds.identity import authority_of, entry_ids
from .core.links import ROOT
from .core.plain_text import excerpt_text
from .core.post import Post
from .covers import Picture
from .people import AuthorView
from .views import PostView, SiteView

SUMMARY = 300
"""Characters of a description that is made from the beginning of a post."""


class Addresses:
    """Absolute URLs of a site, for what is read outside of it."""

    def __init__(self, site_url: str) -> None:
        self.site = site_url.rstrip("/") + "/"

    def of(self, url: str) -> str:
        """The absolute URL of one that may stand behind `ROOT`, or lead elsewhere."""
        return urljoin(self.site, url.removeprefix(ROOT))

    def html(self, html: str) -> str:
        """HTML with all that stands behind `ROOT` absolute."""
        return html.replace(ROOT, self.site)


def summary_of(view: PostView) -> str:
    """A post in one or two sentences of plain text: its description, else its beginning."""
    return view.post.description or excerpt_text(view.excerpt, limit=SUMMARY)


def person_of(author: AuthorView, addresses: Addresses) -> Person:
    """An author as programs see one."""
    return Person(
        name=author.name,
        uri=addresses.of(author.url) if author.url else None,
        avatar=addresses.of(author.avatar) if author.avatar else None,
    )


def image_of(picture: Picture, addresses: Addresses) -> Image:
    """A cover as programs see it."""
    return Image(
        url=addresses.of(picture.url),
        alt=picture.alt,
        width=picture.width,
        height=picture.height,
        length=length_of(picture.file),
    )


def length_of(file: File | None) -> int | None:
    """Bytes of a file of the docs, `None` where there is none."""
    if file is None or not file.abs_src_path:
        return None
    return Path(file.abs_src_path).stat().st_size


class EntryMaker:
    """Makes the entries of posts. One is made once, however many feeds have it."""

    def __init__(self, views: SiteView, files: Files, *, addresses: Addresses) -> None:
        self._views = views
        self._files = files
        self._addresses = addresses
        self._entries: dict[str, Entry] = {}
        self._full: dict[str, Entry] = {}

    def entry(self, post: Post, *, full_text: bool) -> Entry:
        """The entry of a post, with its text or with its excerpt alone."""
        source = post.source
        view = self._views.post(post)
        if source not in self._entries:
            self._entries[source] = self._make(view)
        if not full_text:
            return self._entries[source]
        if source not in self._full:
            content = feed_html(view.content, base_url=self._addresses.of(view.url))
            self._full[source] = replace(self._entries[source], content_html=content)
        return self._full[source]

    def _make(self, view: PostView) -> Entry:
        post, url = view.post, self._addresses.of(view.url)
        return Entry(
            id=self._ids[post.source],
            url=url,
            title=view.title,
            published=post.published,
            updated=post.updated,
            stamp=self._stamps[post.source],
            authors=tuple(person_of(author, self._addresses) for author in view.authors),
            categories=tuple(self._categories(post)),
            summary=summary_of(view),
            summary_html=feed_html(self._addresses.html(view.excerpt), base_url=url),
            image=image_of(view.picture, self._addresses) if view.picture else None,
            enclosures=tuple(self._enclosures(post, url)),
            language=post.language,
            external_url=post.link,
        )

    @cached_property
    def _ids(self) -> dict[str, str]:
        """The ids of all listed posts; the oldest of two that claim one keeps it."""
        blog = self._views.blog
        authority = authority_of(self._addresses.site)
        return entry_ids(reversed(blog.posts), authority=authority, moved=blog.paths)

    @cached_property
    def _stamps(self) -> dict[str, datetime]:
        posts = self._views.blog.posts[::-1]
        moments = stamps([post.updated or post.published for post in posts])
        return {post.source: moment for post, moment in zip(posts, moments, strict=True)}

    def _categories(self, post: Post) -> Iterator[Category]:
        for name, grouping in self._views.blog.groupings.items():
            if grouping.taxonomy.kind == "term":
                scheme = self.schemes.get(name)
                for term in grouping.terms_of(post):
                    yield Category(term=term.slug, label=term.label, scheme=scheme)

    @cached_property
    def schemes(self) -> dict[str, str]:
        """Taxonomies to the absolute URLs of their index pages, of those that have one."""
        return {
            listing.taxonomy.name: self._addresses.of(url)
            for listing in self._views.blog.listings.values()
            if listing.kind == "index"
            and listing.taxonomy
            and (url := self._views.url(listing.source))
        }

    def _enclosures(self, post: Post, url: str) -> Iterator[Enclosure]:
        files: dict[str, File] = {}

        def resolve(written: str) -> str | None:
            file = self._file(written, post.source)
            if file is None:
                return absolute(written, base=url)
            found = self._addresses.site + file.url
            files[found] = file
            return found

        made = enclosure_of(post.enclosure, resolve=resolve) if post.enclosure else None
        if made is not None:
            length = made.length if made.length is not None else length_of(files.get(made.url))
            yield replace(made, length=length)

    def _file(self, written: str, source: str) -> File | None:
        """The file a post names: relative to it, or to `docs_dir` with a leading slash."""
        folder = "" if written.startswith("/") else posixpath.dirname(source)
        path = posixpath.normpath(posixpath.join(folder, written.lstrip("/")))
        file = self._files.get_file_from_path(path)
        return file if file is not None and file.is_media_file() else None
