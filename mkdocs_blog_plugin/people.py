"""Authors as templates see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from mkdocs.structure.files import Files

from .core.author import Bylines
from .core.author_file import Author
from .core.links import ROOT
from .core.post import Post
from .core.schemes import is_safe_url
from .core.socials import platform_name


class AuthorView:
    """An author in templates. As HTML: the name, linked to the page or the site they have."""

    def __init__(
        self, author: Author, *, page_url: str | None, avatar: str | None, email: str | None
    ) -> None:
        self.id = author.id
        self.name = author.name
        self.title = author.title or ""
        self.description = author.description or ""
        self.avatar = avatar
        """URL of the picture, `None` for none."""
        self.page_url = page_url
        """Their page in the blog."""
        self.website = author.url if author.url and is_safe_url(author.url) else None
        self.email = email
        """Only where the site wants it printed."""
        self.socials = [(platform_name(platform), url) for platform, url in author.socials]
        """Pairs of a platform's name and a URL."""
        self.extra: Mapping[str, Any] = author.extra

    @property
    def url(self) -> str | None:
        """Where the name leads: their page in the blog, else their own site."""
        return self.page_url or self.website

    def __html__(self) -> str:
        name = Markup.escape(self.name)
        if self.url is None:
            return name
        return Markup('<a href="{}" rel="author">{}</a>').format(self.url, name)


class People:
    """Finds the authors of posts, and their pictures among the files of the docs."""

    def __init__(self, bylines: Bylines, files: Files, *, email: bool) -> None:
        self._bylines = bylines
        self._files = files
        self._email = email

    def authors(self, post: Post) -> tuple[Author, ...]:
        """The authors of a post."""
        return self._bylines.of(post)

    def view(self, author: Author, *, page_url: str | None) -> AuthorView:
        """An author for templates; `page_url` is that of their page in the blog."""
        return AuthorView(
            author,
            page_url=page_url,
            avatar=self._avatar(author.avatar),
            email=author.email if self._email else None,
        )

    def _avatar(self, written: str | None) -> str | None:
        if not written:
            return None
        if "//" in written:
            return written
        file = self._files.get_file_from_path(written.lstrip("/"))
        return ROOT + file.url if file is not None else None
