"""Cover images: found among the docs' files, with their size, so that pages do not jump."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

import imagesize
from mkdocs.structure.files import File, Files

from .core.links import ROOT, resolve
from .core.post import Cover, Post
from .core.problems import Level, Problem

_IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(src|alt|width|height)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_SCHEME = re.compile(r"^(?:https?:)?//", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A cover image as templates show it; URLs of the site are behind `ROOT`."""

    url: str
    alt: str = ""
    dark: str | None = None
    """The image for dark colour schemes, where there is another."""
    width: int | None = None
    height: int | None = None
    caption: str = ""
    file: File | None = None


class Covers:
    """Finds the covers of posts among the files of the docs."""

    def __init__(self, files: Files, *, first_image: bool) -> None:
        self._files = files
        self._first_image = first_image

    def picture(self, post: Post, *, content: str, url: str) -> Picture | None:
        """The cover of a post: its own, else the first image of its text where the site wants
        that. `content` is its HTML, read at `url`."""
        if post.cover is not None:
            return self._own(post.cover, post.source)
        match = _IMAGE.search(content) if self._first_image else None
        return _shown(match.group(), base=url) if match else None

    def _own(self, cover: Cover, source: str) -> Picture | None:
        file = self._file(cover.image, source)
        url = self._url(cover.image, source)
        if url is None:
            return None
        width, height = cover.width, cover.height
        if file is not None and width is None and height is None:
            width, height = image_size(file)
        return Picture(
            url=url,
            alt=cover.alt,
            dark=self._url(cover.dark, source) if cover.dark else None,
            width=width,
            height=height,
            caption=cover.caption or "",
            file=file,
        )

    def _url(self, image: str, source: str) -> str | None:
        if _SCHEME.match(image):
            return image
        file = self._file(image, source)
        return ROOT + file.url if file is not None else None

    def _file(self, image: str, source: str) -> File | None:
        """The file an image names: relative to its post, or to `docs_dir` with a leading slash."""
        path = unquote(image.partition("?")[0])
        folder = "" if path.startswith("/") else posixpath.dirname(source)
        found = self._files.get_file_from_path(
            posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
        )
        return found if found is not None and found.is_media_file() else None

    def problems(self, posts: Iterable[Post]) -> Iterator[Problem]:
        """A warning for each cover that is not among the files of the docs."""
        for post in posts:
            cover = post.cover
            for image in (cover.image, cover.dark) if cover else ():
                if image and self._url(image, post.source) is None:
                    yield Problem(
                        code="cover-missing",
                        level=Level.WARN,
                        source=post.source,
                        key="cover",
                        mark=post.marks.get("cover"),
                        found=f"there is no image '{image}'",
                        fix="write its path relative to the post, or with a slash to docs_dir",
                    )


def image_size(file: File) -> tuple[int | None, int | None]:
    """Width and height in pixels of a local image; nothing for what has no size of its own."""
    if file.abs_src_path is None:
        return None, None
    try:
        width, height = imagesize.get(file.abs_src_path)
    except (OSError, ValueError):
        return None, None
    return (int(width), int(height)) if width > 0 and height > 0 else (None, None)


def _shown(tag: str, *, base: str) -> Picture | None:
    """An image of the text as a cover."""
    given = {name.lower(): unescape(a or b) for name, a, b in _ATTRIBUTE.findall(tag)}
    source = given.get("src", "")
    path = resolve(source, base=base)
    if path is None and not _SCHEME.match(source):
        return None
    return Picture(
        url=source if path is None else ROOT + path,
        alt=given.get("alt", ""),
        width=_number(given.get("width")),
        height=_number(given.get("height")),
    )


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None
