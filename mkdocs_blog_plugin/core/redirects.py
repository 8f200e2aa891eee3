"""Redirects: former URLs of posts and terms, and the pages that lead on from them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, unquote

from .problems import Level, Mark, Problem
from .urls import Claims, same_file

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:|//")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A former place somebody wants to lead to a page."""

    written: str
    """As written; see `alias_path`."""
    target: str
    """The URL it leads to, relative to the site: `blog/a-post/`."""
    source: str
    """The file that asks for it, for messages."""
    base: str = ""
    """The folder of the site an alias without leading slash is relative to."""
    key: str = "aliases"
    mark: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """A former path, and where it leads now."""

    path: str
    """Relative to the site, without slash at either end."""
    file: str
    """The file of its page: an index in a folder of that name, in either style of URLs, so that
    it answers with and without slash."""
    target: str
    """The URL it leads to, relative to the site, percent-encoded."""
    source: str


class AliasError(ValueError):
    """An alias no page can stand for. `found` says what is wrong, `fix` what would be right."""

    def __init__(self, found: str, fix: str) -> None:
        super().__init__(f"{found}; {fix}")
        self.found = found
        self.fix = fix


def alias_path(written: str, *, base: str = "") -> str:
    """The path an alias stands for, decoded, without slash at either end.

    As in Hugo, one with a leading slash is relative to the site, any other to the folder the page
    lies in (`base`); `..` goes up, but not out of the site. Raises `AliasError` for what is no
    path of this site.
    """
    text = unquote(written.strip())
    if _SCHEME.match(text):
        raise AliasError(f"'{written}' is a whole URL", "write its path, from the first slash on")
    if "?" in text or "#" in text:
        raise AliasError(
            f"'{written}' has a query or a fragment, which no file can answer",
            "leave it out, or redirect it at the server",
        )
    path = posixpath.normpath(text if text.startswith("/") else f"/{base}/{text}").strip("/")
    if path.endswith("/index.html"):
        path = path.removesuffix("/index.html")
    if not path.isprintable() or "\\" in path or _too_long(path):
        raise AliasError(f"{written!r} is no path", "write slashes and printable characters")
    if path in ("", "index.html"):
        raise AliasError(f"'{written}' is the site's home page", "write a former path of the page")
    return path


def _too_long(path: str) -> bool:
    """Whether a part of it is longer than file systems take names."""
    return any(len(part.encode()) > 240 for part in path.split("/"))


def redirect_file(path: str) -> str:
    """The file of the page that leads on from a path."""
    return path if path.endswith((".html", ".htm")) else f"{path}/index.html"


def plan_redirects(
    aliases: Iterable[Alias], *, claims: Claims
) -> tuple[tuple[Redirect, ...], tuple[Problem, ...]]:
    """The redirects that `aliases` ask for; one that would lie where something is, is reported
    instead.

    `claims` are the files of the site, and get those of the redirects. An alias of a page for its
    own URL asks for nothing.
    """
    redirects: list[Redirect] = []
    planned: set[str] = set()
    problems: list[Problem] = []
    for alias in aliases:
        try:
            path = alias_path(alias.written, base=alias.base)
        except AliasError as error:
            problems.append(_problem("alias-form", alias, error.found, error.fix))
            continue
        file = redirect_file(path)
        if file == redirect_file(unquote(alias.target).strip("/")):
            continue
        owner = f"{alias.source} (redirect to {alias.target})"
        holder = claims.claim(file, owner=owner)
        if holder is not None:
            found = f"'{alias.written}' is where {holder} lies"
            problems.append(_problem("alias-clash", alias, found, "write another alias"))
        elif same_file(file) not in planned:
            planned.add(same_file(file))
            redirects.append(
                Redirect(path=path, file=file, target=alias.target, source=alias.source)
            )
    return tuple(redirects), tuple(problems)


def _problem(code: str, alias: Alias, found: str, fix: str) -> Problem:
    return Problem(
        code=code,
        level=Level.WARN,
        source=alias.source,
        key=alias.key,
        mark=alias.mark,
        found=found,
        fix=fix,
    )


def redirect_page(
    redirect: Redirect,
    *,
    title: str,
    text: str,
    language: str = "en",
    site_url: str | None = None,
) -> str:
    """The HTML that leads on: at once without JavaScript, offline and on a sub-path.

    `title` and `text` are wording, the text that of the link. The canonical link is absolute
    where the site's URL is known.
    """
    way = relative_url(redirect.target, file=redirect.file)
    target = redirect.target.removeprefix("./")
    canonical = f"{site_url.rstrip('/')}/{target}" if site_url else way
    return (
        "<!doctype html>\n"
        f'<html lang="{escape(language)}">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n"
        f'<link rel="canonical" href="{escape(canonical)}">\n'
        '<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={escape(way)}">\n'
        "</head>\n"
        "<body>\n"
        f'<p><a href="{escape(way)}">{escape(text)}</a></p>\n'
        "</body>\n"
        "</html>\n"
    )


def relative_url(target: str, *, file: str) -> str:
    """The way from a file of the site to a URL relative to the site."""
    url, mark, fragment = target.partition("#")
    way = posixpath.relpath(f"/{url}", f"/{quote(posixpath.dirname(file))}")
    if not url or url.endswith("/"):
        way += "/"
    return way + mark + fragment
