"""The lock file: the URLs a site has published, so that none is lost."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from .limits import Loader
from .problems import Level, Mark, Problem

VERSION = 1

_HEAD = """\
# The URLs this site has published. Commit this file: a page that moves is redirected by it, and
# one that would vanish is reported. To give a URL up, remove its lines.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One page and where it is read."""

    key: str
    """What the page is, whatever its URL: a post's `id:` or source, `tags/co-production`."""
    url: str
    """Relative to the site."""
    name: str = ""
    """Tells a page that was renamed: a post's date and title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What the lock file holds."""

    pages: Mapping[str, Entry] = field(default_factory=dict)
    """By key."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Former URL to the key of the page it leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What has become of the published URLs."""

    moved: tuple[tuple[str, Entry], ...]
    """Former URL and the page that is elsewhere now, also those of earlier moves."""
    vanished: tuple[Entry, ...]
    """Pages whose URL answers no more."""
    new: tuple[Entry, ...]
    lock: Lock
    """What the lock file holds from now on; pages that vanished stay in it until removed."""


def compare(
    lock: Lock,
    pages: Iterable[Entry],
    *,
    answered: Collection[str] = (),
    given_up: Collection[str] = (),
) -> Comparison:
    """What has become of the URLs of `lock`, now that the site has `pages`.

    `answered` are all other URLs of the site, those of redirects among them: what they hold has
    not vanished. `given_up` are keys whose pages are meant to be gone, such as expired posts.
    """
    now = {page.key: page for page in pages}
    urls = {page.url for page in now.values()}
    renamed = _renamed(lock, now)
    moved: dict[str, Entry] = {}
    kept: dict[str, Entry] = {}
    lost: dict[str, str] = {}
    published = [(page.url, key) for key, page in lock.pages.items()]
    for url, key in (*lock.moved.items(), *published):
        target = now.get(key) or renamed.get(key)
        if url in urls:
            continue
        if target is not None:
            moved[url] = target
        elif key in given_up or url in answered:
            continue
        elif key in lock.pages and lock.pages[key].url == url:
            kept[key] = lock.pages[key]
        else:
            lost[url] = key
    was_known = {*lock.pages, *(page.key for page in renamed.values())}
    return Comparison(
        moved=tuple(sorted(moved.items(), key=lambda item: item[0])),
        vanished=(*kept.values(), *(Entry(key=key, url=url) for url, key in lost.items())),
        new=tuple(page for key, page in now.items() if key not in was_known),
        lock=Lock(pages=kept | now, moved={url: page.key for url, page in moved.items()} | lost),
    )


def _renamed(lock: Lock, now: Mapping[str, Entry]) -> dict[str, Entry]:
    """Pages that have another key now, by their old one: gone here, new there, of one name that
    nobody else has."""
    gone: dict[str, list[str]] = {}
    for key, page in lock.pages.items():
        if key not in now and page.name:
            gone.setdefault(page.name, []).append(key)
    fresh: dict[str, list[Entry]] = {}
    for key, page in now.items():
        if key not in lock.pages and page.name:
            fresh.setdefault(page.name, []).append(page)
    return {
        keys[0]: fresh[name][0]
        for name, keys in gone.items()
        if len(keys) == 1 and len(fresh.get(name, ())) == 1
    }


def vanished_problems(comparison: Comparison, *, source: str) -> tuple[Problem, ...]:
    """A message for each page that vanished; `source` is the lock file."""
    return tuple(
        Problem(
            code="url-vanished",
            level=Level.WARN,
            source=source,
            key=entry.key,
            found=f"'{entry.url}' was published and answers no more",
            fix=f"give the page that replaces it `aliases: [/{entry.url}]`, or remove its lines",
        )
        for entry in comparison.vanished
    )


def write_lock(lock: Lock) -> str:
    """The lock file as YAML; the same text for the same URLs, one line for each."""
    pages = {
        key: {"url": page.url} | ({"name": page.name} if page.name else {})
        for key, page in sorted(lock.pages.items())
    }
    data = {"version": VERSION, "pages": pages, "moved": dict(sorted(lock.moved.items()))}
    text = yaml.safe_dump(
        data, sort_keys=False, allow_unicode=True, width=10**6, default_flow_style=None
    )
    return _HEAD + text


def read_lock(text: str, *, source: str) -> tuple[Lock, tuple[Problem, ...]]:
    """The lock file's records; what cannot be understood is left out and reported."""
    try:
        data = yaml.load(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        place = error.problem_mark
        mark = Mark(place.line + 1, place.column + 1) if place else None
        return Lock(), (_broken(source, f"this is not YAML: {error.problem}", mark),)
    except yaml.YAMLError as error:
        reason = str(error).partition("\n")[0]
        return Lock(), (_broken(source, f"this is not YAML: {reason}"),)
    if data is None:
        return Lock(), ()
    if not isinstance(data, Mapping) or data.get("version") != VERSION:
        return Lock(), (_broken(source, f"this is no lock file of version {VERSION}"),)
    problems: list[Problem] = []
    pages: dict[str, Entry] = {}
    for key, record in _mapping(data, "pages", source, problems).items():
        if isinstance(record, Mapping) and isinstance(record.get("url"), str):
            name = record.get("name")
            pages[str(key)] = Entry(key=str(key), url=record["url"], name=str(name or ""))
        else:
            problems.append(_broken(source, f"'{key}' has no url"))
    moved = _mapping(data, "moved", source, problems)
    lock = Lock(pages=pages, moved={str(url): str(key) for url, key in moved.items()})
    return lock, tuple(problems)


def _mapping(
    data: Mapping[Any, Any], key: str, source: str, problems: list[Problem]
) -> Mapping[Any, Any]:
    value = data.get(key)
    if value is None or isinstance(value, Mapping):
        return value or {}
    problems.append(_broken(source, f"'{key}' is no mapping"))
    return {}


def _broken(source: str, found: str, mark: Mark | None = None) -> Problem:
    return Problem(
        code="lock-file",
        level=Level.ERROR,
        source=source,
        found=found,
        fix="take the file as it was committed last",
        mark=mark,
    )
