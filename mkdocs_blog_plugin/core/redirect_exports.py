"""Redirects in the words of web servers and hosts, which then answer before any page is loaded."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote

from .redirects import Redirect


def export_netlify(redirects: Sequence[Redirect], *, root: str = "/") -> str:
    """A `_redirects` file for Netlify and Cloudflare Pages, `root` being the path of the site
    with a slash at either end."""
    lines = [
        f"{quote(path)} {root}{redirect.target} 301"
        for redirect in redirects
        for path in _spellings(redirect, root)
    ]
    return "".join(f"{line}\n" for line in lines)


def export_nginx(redirects: Sequence[Redirect], *, root: str = "/") -> str:
    """A map for nginx, whose `$uri` is decoded; its first lines say how it is used."""
    lines = [
        f'    "{_quoted(path)}" "{root}{redirect.target}";'
        for redirect in redirects
        for path in _spellings(redirect, root)
    ]
    return (
        "# Include this file in `http`, and in `server` write:\n"
        "#     if ($weblog_redirect) { return 301 $weblog_redirect; }\n"
        "map $uri $weblog_redirect {\n"
        '    default "";\n' + "".join(f"{line}\n" for line in lines) + "}\n"
    )


def export_apache(redirects: Sequence[Redirect], *, root: str = "/") -> str:
    """Rules for Apache's `mod_alias`, in `.htaccess` or the server's configuration."""
    lines = [
        f'RedirectMatch 301 "^{_pattern(root + redirect.path)}'
        f'{"" if redirect.file == redirect.path else "/?"}$" "{root}{redirect.target}"'
        for redirect in redirects
    ]
    return "".join(f"{line}\n" for line in lines)


EXPORTS: Mapping[str, Callable[..., str]] = {
    "netlify": export_netlify,
    "nginx": export_nginx,
    "apache": export_apache,
}
"""Formats by name; each takes the redirects and the path of the site."""


def _spellings(redirect: Redirect, root: str) -> tuple[str, ...]:
    """A former path with and without slash, where it is a folder."""
    path = root + redirect.path
    return (path,) if redirect.file == redirect.path else (path, f"{path}/")


def _quoted(path: str) -> str:
    return re.sub(r'(["\\])', r"\\\1", path)


def _pattern(path: str) -> str:
    return re.sub(r'([.^$*+?()\[\]{}|"])', r"\\\1", path)
