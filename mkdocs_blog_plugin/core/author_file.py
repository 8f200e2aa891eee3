"""The authors file, as Material (`.authors.yml`) and Docusaurus (`authors.yml`) have it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .problems import Level, Problem
from .socials import PLATFORMS, social_url, web_url

_NAMES = {
    "name": "name",
    "title": "title",
    "role": "title",
    "description": "description",
    "bio": "description",
    "avatar": "avatar",
    "image": "avatar",
    "image_url": "avatar",
    "imageURL": "avatar",
    "url": "url",
    "link": "url",
    "email": "email",
    "slug": "slug",
}
"""Keys of a record and the fields they are, in Material, Docusaurus and here."""

_OTHERS = ("socials", "page", "key", "id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote a post."""

    id: str
    """As in the authors file; of others, the name."""
    name: str
    title: str | None = None
    """What they are: "Editor"."""
    description: str | None = None
    avatar: str | None = None
    """A URL, or a path relative to `docs_dir`."""
    url: str | None = None
    """Where they are at home."""
    email: str | None = None
    """Never printed unless the site asks for it."""
    socials: tuple[tuple[str, str], ...] = ()
    """Platform and URL, in the order given."""
    slug: str | None = None
    page: bool | None = None
    """Whether they have a page, `None` for what the site says."""
    declared: bool = False
    """Whether the authors file has them."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Keys of the record that mean nothing here, for templates."""


def read_author_file(data: Any, *, source: str) -> tuple[dict[str, Author], tuple[Problem, ...]]:
    """The authors by id, from the parsed file: records by id, with or without `authors:` above.

    A record that cannot be understood is left out and reported; the others count.
    """
    if isinstance(data, Mapping) and set(data) == {"authors"}:
        data = data["authors"]
    if data is None:
        return {}, ()
    if not isinstance(data, Mapping):
        return {}, (_problem(source, None, f"{data!r} is no mapping", "write `id: {name: …}`"),)
    authors: dict[str, Author] = {}
    problems: list[Problem] = []
    for key, given in data.items():
        record = {"name": given} if isinstance(given, str) else given
        if not isinstance(record, Mapping):
            found = f"{record!r} is no mapping"
            problems.append(_problem(source, str(key), found, "write `{name: …}`"))
            continue
        author, doubts = author_of(record, key=str(key), source=source, declared=True)
        authors[author.id] = author
        problems += doubts
    return authors, tuple(problems)


def author_of(
    record: Mapping[Any, Any],
    *,
    key: str,
    source: str,
    base: Author | None = None,
    declared: bool = False,
) -> tuple[Author, tuple[Problem, ...]]:
    """One author from a record; what it does not say is as in `base`.

    Values of the wrong kind, URLs that are not of the web and unknown platforms are left out and
    reported.
    """
    reader = _Record(record, key, source)
    given = reader.texts()
    socials, email = reader.socials()
    page, slug = reader.page()
    values: dict[str, Any] = {"email": email, "slug": slug, **given, "page": page}
    before = base or Author(id=key, name=given.get("name") or key, declared=declared)
    kept = {name: value for name, value in values.items() if value is not None}
    author = Author(
        **{
            name: kept.get(name, getattr(before, name))
            for name in Author.__dataclass_fields__
            if name not in ("socials", "extra")
        },
        socials=socials or before.socials,
        extra={**before.extra, **reader.extra()},
    )
    return author, tuple(reader.problems)


class _Record:
    """Reads one record and collects what is wrong with it."""

    def __init__(self, record: Mapping[Any, Any], author: str, source: str) -> None:
        self._record = record
        self._author = author
        self._source = source
        self.problems: list[Problem] = []

    def _say(self, key: str, found: str, fix: str) -> None:
        self.problems.append(_problem(self._source, f"{self._author}.{key}", found, fix))

    def texts(self) -> dict[str, str]:
        """The fields that are texts, without blanks around them; empty ones are none."""
        given: dict[str, str] = {}
        for key, name in _NAMES.items():
            value = self._record.get(key)
            if value is None or name in given:
                continue
            if isinstance(value, (Mapping, list, bool)):
                self._say(key, f"{value!r} is no text", "write a text")
            elif name in ("url", "avatar") and web_url(str(value)) is None:
                self._say(key, f"'{value}' is no URL of the web", "write https://… or a path")
            elif str(value).strip():
                given[name] = str(value).strip()
        return given

    def socials(self) -> tuple[tuple[tuple[str, str], ...], str | None]:
        """The social links, and the e-mail address Docusaurus has among them."""
        given = self._record.get("socials")
        if given is None:
            return (), None
        if not isinstance(given, Mapping):
            self._say("socials", f"{given!r} is no mapping", "write `{github: jane}`")
            return (), None
        links = []
        email = None
        for platform, handle in given.items():
            if platform == "email":
                email = str(handle)
                continue
            url = social_url(str(platform), str(handle)) if handle is not None else None
            if url is None:
                self._say(f"socials.{platform}", f"'{handle}' leads nowhere", _cure(str(platform)))
            else:
                links.append((str(platform), url))
        return tuple(links), email

    def page(self) -> tuple[bool | None, str | None]:
        """Whether there is a page, and its slug where Docusaurus' `permalink` gives one."""
        page = self._record.get("page")
        if isinstance(page, Mapping):
            permalink = str(page.get("permalink") or "").strip("/")
            return True, permalink.rpartition("/")[2] or None
        if page is None or isinstance(page, bool):
            return page, None
        self._say("page", f"{page!r} is neither true nor false", "write true or false")
        return None, None

    def extra(self) -> dict[str, Any]:
        """What has no meaning here."""
        known = {*_NAMES, *_OTHERS}
        return {str(key): value for key, value in self._record.items() if key not in known}


def _cure(platform: str) -> str:
    if platform.lower() in PLATFORMS:
        return "write a handle, or a whole URL, https://…"
    near = difflib.get_close_matches(platform, list(PLATFORMS), n=1)
    return f"did you mean '{near[0]}'?" if near else "write a whole URL, https://…"


def _problem(source: str, key: str | None, found: str, fix: str) -> Problem:
    return Problem(
        code="authors-file", level=Level.WARN, source=source, key=key, found=found, fix=fix
    )
