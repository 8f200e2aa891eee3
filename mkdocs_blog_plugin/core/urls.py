"""Places in the built site: paths, the files behind them, and who holds which.

A *path* is where a page is read, relative to the site, without slash at either end:
`blog/tag/co-production`. One that ends in `.html` names the file itself.
"""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote


def page_file(path: str, *, directory_urls: bool) -> str:
    """The file of the page read at `path`, as MkDocs lays it out in either URL style."""
    if path.endswith(".html"):
        return path
    if directory_urls or not path:
        return posixpath.join(path, "index.html")
    return f"{path}.html"


def page_url(file: str, *, directory_urls: bool) -> str:
    """The URL of a page's file relative to the site, percent-encoded; empty for the home page."""
    folder, name = posixpath.split(file)
    if directory_urls and name == "index.html":
        return quote(f"{folder}/") if folder else ""
    return quote(file)


def source_path(source: str) -> str:
    """The path MkDocs gives the page of a source by itself (`index` and `README` name a folder)."""
    folder, name = posixpath.split(source)
    stem = posixpath.splitext(name)[0]
    return folder if stem in ("index", "README") else posixpath.join(folder, stem)


def join_path(*parts: str) -> str:
    """Joins parts of a path; one with a leading slash starts again at the site's root.

    Empty, `.` and `..` segments vanish, so that no path leads out of the site.
    """
    segments: list[str] = []
    for part in parts:
        if part.startswith("/"):
            segments.clear()
        segments += [s for s in part.split("/") if s not in ("", ".", "..")]
    return "/".join(segments)


@dataclass(slots=True)
class Claims:
    """Which file of the site belongs to whom: no two things share a URL.

    Names that differ only by case or Unicode form are one file on many disks, so they are here.
    Nor can a file lie where another one needs a folder.
    """

    _holders: dict[str, str] = field(default_factory=dict)
    _folders: dict[str, str] = field(default_factory=dict)
    """Every folder with claimed files below it, to the first owner of one."""

    def claim(self, file: str, *, owner: str) -> str | None:
        """Gives `file` to `owner`; where somebody holds it already, returns that holder instead."""
        holder = self.holder(file)
        if holder is not None:
            return None if holder == owner else holder
        name = same_file(file)
        self._holders[name] = owner
        for folder in _folders(name):
            if folder in self._folders:
                break
            self._folders[folder] = owner
        return None

    def holder(self, file: str) -> str | None:
        """Who holds `file`, or what makes it impossible; `None` where it is free."""
        name = same_file(file)
        if name in self._holders or name in self._folders:
            return self._holders.get(name) or self._folders[name]
        for folder in _folders(name):
            if folder in self._folders:
                break
            if folder in self._holders:
                return self._holders[folder]
        return None


def _folders(name: str) -> Iterator[str]:
    """The folders a file lies in, from the nearest up."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def same_file(file: str) -> str:
    """What is equal for names that are one file on a disk that ignores case or Unicode form."""
    return file.lower() if file.isascii() else unicodedata.normalize("NFC", file).casefold()
