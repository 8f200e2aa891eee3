"""Permalinks: the patterns that make the paths of posts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from .post import Post
from .problems import Level, Problem
from .slugs import DEVICES, MAX_POST_BYTES, chosen_slug, digest, safe_segment, slugify
from .urls import join_path, source_path

PRESETS: Mapping[str, str] = {
    "docs": "/{path}",
    "material": "{date:%Y/%m/%d}/{slug}",
    "wordpress-day-name": "{date:%Y/%m/%d}/{slug}",
    "wordpress-month-name": "{date:%Y/%m}/{slug}",
    "jekyll": "{categories}/{date:%Y/%m/%d}/{slug}.html",
    "hugo": "{slug}",
}
"""Patterns by name; they are relative to the blog, or to the site with a leading slash."""

TOKENS: Mapping[str, str] = {
    "date": "the day of publication, `{date:%Y/%m/%d}` by default; any `strftime` directives",
    "year": "four digits",
    "month": "two digits",
    "day": "two digits",
    "slug": "`slug:`, else made from the title",
    "title": "made from the title",
    "file": "the file name without date and suffix",
    "category": "the first category's slug",
    "categories": "the first category with its parents, as folders",
    "author": "the first author's slug",
    "series": "the series' slug",
    "path": "the path the docs give the page, its last part replaced by `slug:`",
}

_TOKEN = re.compile(r"\{([a-z]+)(?::([^{}]*))?\}")
_DIRECTIVES = re.compile(r"%[YymdjbHMS]")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


class PermalinkError(ValueError):
    """A pattern with a token or date directive that does not exist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What a pattern may need to know beyond the post: how its terms are called in URLs."""

    style: str = "unicode"
    term_paths: Callable[[str, Post], tuple[str, ...]] = lambda taxonomy, post: ()
    """The slug path of a post's first term in a taxonomy, empty without one."""


def check_pattern(pattern: str) -> None:
    """Raises `PermalinkError` that says what is wrong with a pattern and what would be right."""
    for name, form in _TOKEN.findall(pattern):
        if name not in TOKENS:
            known = ", ".join(f"{{{token}}}" for token in TOKENS)
            raise PermalinkError(f"unknown token {{{name}}}; the tokens are {known}")
        if form and name != "date":
            raise PermalinkError(f"{{{name}}} takes no format; only {{date:%Y/%m/%d}} does")
        if form and "%" in _DIRECTIVES.sub("", form):
            raise PermalinkError(f"{{date:{form}}} has an unknown directive; write %Y, %m, %d, …")
    if "{" in _TOKEN.sub("", pattern) or "}" in _TOKEN.sub("", pattern):
        raise PermalinkError("a brace that belongs to no token")


def check_permalink(post: Post, *, blog_dir: str) -> Problem | None:
    """The message for a `permalink:` or `slug:` in front matter that means nothing; the post then
    has the site's own."""
    if post.slug and not own_slug(post):
        found = f"nothing of '{post.slug}' can be in a URL"
        return _form_problem(post, "slug", found, "write letters, digits and dashes")
    if post.permalink and "{" not in post.permalink and post.permalink not in PRESETS:
        start = "" if post.permalink.startswith("/") else blog_dir
        path = join_path(start, post.permalink)
        if path in ("", blog_dir) and path != source_path(post.source):
            found = f"'{post.permalink}' is the front page's own"
            return _form_problem(post, "permalink", found, "write the path of a page below it")
    try:
        check_pattern(PRESETS.get(post.permalink or "", post.permalink or ""))
    except PermalinkError as error:
        found, _, fix = str(error).partition("; ")
        fix = fix or "write `{` and `}` around tokens only"
        return _form_problem(post, "permalink", found, fix)
    return None


def _form_problem(post: Post, key: str, found: str, fix: str) -> Problem:
    return Problem(
        code="permalink-form",
        level=Level.WARN,
        source=post.source,
        key=key,
        mark=post.marks.get(key),
        found=found,
        fix=fix,
    )


def permalink_path(post: Post, *, pattern: str, blog_dir: str, naming: Naming) -> str:
    """The path of `post` by a pattern (or a preset's name), each segment safe as a file name.

    A pattern that gives nothing for a post (no category, no letter in its title) falls back to
    the file name, so that a post always has a path.
    """
    pattern = PRESETS.get(pattern, pattern)
    filled = _TOKEN.sub(lambda m: _token(m, post, naming), pattern)
    path = join_path("" if pattern.startswith("/") else blog_dir, *_segments(filled))
    if path in ("", blog_dir, ".html") and source_path(post.source) != path:
        return join_path(blog_dir, safe_segment(post.file_slug) or digest(post.source))
    return path


def _segments(filled: str) -> list[str]:
    """The segments of a filled pattern, each safe, the last one with its `.html`."""
    stem = filled.removesuffix(".html")
    suffix = filled[len(stem) :]
    parts = [safe_segment(part, limit=MAX_POST_BYTES) for part in stem.split("/")]
    named = [part for part in parts if part]
    if suffix and parts[-1]:
        named[-1] += suffix
    return named


def _token(match: re.Match[str], post: Post, naming: Naming) -> str:
    name, form = match.group(1), match.group(2)
    if name == "date":
        return _format(post.published, form or "%Y/%m/%d")
    if name in ("year", "month", "day"):
        return _format(post.published, {"year": "%Y", "month": "%m", "day": "%d"}[name])
    if name in ("category", "categories", "author", "series"):
        return _term(name, post, naming)
    if name == "path":
        path = source_path(post.source)
        return join_path(posixpath.dirname(path), slug) if (slug := own_slug(post)) else path
    if name == "file":
        return post.file_slug
    return post_slug(post, style=naming.style, own=name == "slug")


def _term(name: str, post: Post, naming: Naming) -> str:
    taxonomy = {"category": "categories", "author": "authors"}.get(name, name)
    path = naming.term_paths(taxonomy, post)
    return "/".join(path) if name == "categories" else (path[-1] if path else "")


def _format(moment: datetime, form: str) -> str:
    return _DIRECTIVES.sub(lambda m: _directive(m.group(), moment), form)


def _directive(directive: str, moment: datetime) -> str:
    """As `strftime`, but the same in every locale and on every platform."""
    if directive == "%Y":
        return f"{moment.year:04}"
    return _MONTHS[moment.month - 1] if directive == "%b" else moment.strftime(directive)


def own_slug(post: Post) -> str:
    """What `slug:` says, each part safe; empty without one."""
    return "/".join(filter(None, map(chosen_slug, (post.slug or "").split("/"))))


def post_slug(post: Post, *, style: str = "unicode", own: bool = True) -> str:
    """The last part of a post's URL: its own `slug:` where it has one (slashes make folders), else
    from its title, else from its file name.

    A title that Windows or a web server takes for something else has a suffix: `index-post`.
    """
    if own and (chosen := own_slug(post)):
        return chosen
    made = slugify(post.title, style=style, limit=MAX_POST_BYTES)
    return f"{made}-post" if made in DEVICES | {"index"} else made or chosen_slug(post.file_slug)
