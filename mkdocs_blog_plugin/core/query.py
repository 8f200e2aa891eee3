"""Queries: which posts a widget shows."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from .listing import sort_posts
from .post import Post
from .slugs import spelling_key
from .taxonomy import Grouping, Term, split_label


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which posts, in which order, shown how."""

    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By taxonomy, labels or slugs; with parents where a taxonomy is hierarchical."""
    without: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    match_all: bool = False
    since: date | None = None
    until: date | None = None
    """The last day that counts."""
    sources: tuple[str, ...] = ()
    sort: str = "newest"
    limit: int | None = None
    offset: int = 0
    layout: str = "list"
    partial: str | None = None


def select_posts(
    posts: Sequence[Post],
    query: Query,
    *,
    groupings: Mapping[str, Grouping],
    here: str | None = None,
) -> tuple[Post, ...]:
    """The posts (given newest first) that a query asks for; never the one it stands on (`here`)."""
    found: Sequence[Post] = [post for post in posts if post.source != here]
    for taxonomy, labels in query.terms.items():
        members = [_members(label, groupings.get(taxonomy)) for label in labels]
        wanted = set.intersection(*members) if query.match_all else set.union(*members)
        found = [post for post in found if post.source in wanted]
    for taxonomy, labels in query.without.items():
        unwanted = set.union(*(_members(label, groupings.get(taxonomy)) for label in labels))
        found = [post for post in found if post.source not in unwanted]
    if query.since or query.until:
        first, last = query.since or date.min, query.until or date.max
        found = [post for post in found if first <= post.published.date() <= last]
    if query.sources:
        pattern = re.compile("|".join(map(_glob, query.sources)), re.DOTALL)
        found = [post for post in found if pattern.match(post.source)]
    ordered = sort_posts(found, order=query.sort)[query.offset :]
    return ordered if query.limit is None else ordered[: query.limit]


def _members(label: str, grouping: Grouping | None) -> set[str]:
    """The sources of the posts of a term and of those below it; empty for an unknown one."""
    term = find_term(label, grouping)
    return {post.source for post in term.posts} if term else set()


def find_term(written: str, grouping: Grouping | None) -> Term | None:
    """A term by its label or slug, with its parents where it has any: `Topics/Wards`."""
    if grouping is None:
        return None
    names = split_label(written) if grouping.taxonomy.hierarchical else (written,)
    path: tuple[str, ...] = ()
    level = grouping.top
    for name in names:
        key = spelling_key(name)
        known = (grouping.terms[below] for below in level)
        term = next((t for t in known if key in _names(t)), None)
        if term is None:
            return grouping.terms.get(tuple(names))
        path, level = term.path, term.children
    return grouping.terms.get(path)


def _names(term: Term) -> set[str]:
    spellings = (term.label, term.path[-1], *term.info.aliases)
    return {spelling_key(spelling) for spelling in spellings}


def unknown_terms(
    query: Query, *, groupings: Mapping[str, Grouping]
) -> tuple[tuple[str, str], ...]:
    """Terms no post has, each with what would be right: a widget that stays empty by a slip."""
    findings = []
    for taxonomy, labels in (*query.terms.items(), *query.without.items()):
        grouping = groupings.get(taxonomy)
        for label in labels:
            if find_term(label, grouping) is None:
                near = _nearest(label, grouping)
                fix = f"did you mean '{near}'?" if near else "name a term that posts have"
                findings.append((f"no post has '{label}' among its {taxonomy}", fix))
    return tuple(findings)


def _nearest(written: str, grouping: Grouping | None) -> str | None:
    """The term that may be meant, with its parents: one of that very label, else of one like it."""
    if grouping is None:
        return None
    terms = grouping.terms.values()
    same = next((term for term in terms if spelling_key(written) in _names(term)), None)
    if same is None:
        near = difflib.get_close_matches(written, [term.label for term in terms], n=1)
        same = next((term for term in terms if near and term.label == near[0]), None)
    if same is None:
        return None
    above = (same.path[:depth] for depth in range(1, len(same.path) + 1))
    return "/".join(grouping.terms[path].label for path in above)


def _glob(pattern: str) -> str:
    """`**` crosses folders, `*` and `?` do not."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.lstrip("/"))
    return "".join(_WILD.get(part, re.escape(part)) for part in parts) + r"\Z"


_WILD = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
