"""Reading: the text of a source file to a post, with everything that has to be said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from types import MappingProxyType
from typing import TYPE_CHECKING

from .fields import (
    Field,
    field_of,
    one_field_of,
    read_flag,
    read_language,
    read_long_text,
    read_number,
    read_text,
    read_time,
    read_url,
    read_whole,
)
from .findings import Findings
from .key_check import report_keys
from .keys import FRONT_MATTER_KEYS, OUR_KEYS, FrontMatterKey
from .labels import read_labels, read_texts
from .moments import Moment, undated_name
from .post import AuthorRef, Post, SeriesRef
from .problems import Level, Problem
from .publication import read_pin, read_published, read_updated
from .records import read_authors, read_cover, read_enclosure, read_series
from .spelling import singular
from .title import read_title

if TYPE_CHECKING:
    from .front_matter import FrontMatter

__all__ = [
    "FRONT_MATTER_KEYS",
    "FrontMatterKey",
    "ReadingSettings",
    "post_flag",
    "read_post",
]


_NEVER = Moment(datetime.max.replace(tzinfo=UTC), date_only=True)
"""Stands in for a missing date so that the other problems of a post are found; never returned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSettings:
    """What reading a post depends on besides its source."""

    zone: tzinfo = UTC
    """Of moments that are written without one."""
    date_from: tuple[str, ...] = ("front_matter", "file_name", "folders")
    """Where the date is looked for, in this order."""
    taxonomy_keys: Mapping[str, str] = field(
        default_factory=lambda: {"tags": "tags", "categories": "categories"}
    )
    """Name of each taxonomy to its key in the front matter."""


def post_flag(front_matter: FrontMatter) -> bool | None:
    """What `post:` says, `None` where it is missing or not understood."""
    return read_flag(field_of(front_matter, "post"), Findings(""))


def read_post(
    source: str,
    front_matter: FrontMatter,
    *,
    settings: ReadingSettings,
    known_moments: Mapping[str, Moment] = MappingProxyType({}),
) -> tuple[Post | None, tuple[Problem, ...]]:
    """Read one post and report all that is wrong with it.

    The post is `None` if and only if a problem is an error. `known_moments` are dates that others
    found out, by the name `date_from` has for them (`git`). Never raises.
    """
    findings = Findings(source)
    published, origin = read_published(
        source,
        front_matter,
        findings,
        zone=settings.zone,
        date_from=settings.date_from,
        known_moments=known_moments,
    )
    post = _post(
        source,
        front_matter,
        findings,
        settings=settings,
        published=published or _NEVER,
        file_slug=undated_name(source, in_folders=origin == "folders"),
    )
    report_keys(front_matter, findings, taxonomy_keys=settings.taxonomy_keys)
    problems = tuple(sorted(findings.problems, key=_place))
    usable = not any(problem.level is Level.ERROR for problem in problems)
    return (post if usable else None), problems


def _place(problem: Problem) -> tuple[int, int]:
    return (problem.mark.line, problem.mark.column) if problem.mark else (0, 0)


def _post(
    source: str,
    front_matter: FrontMatter,
    findings: Findings,
    *,
    settings: ReadingSettings,
    published: Moment,
    file_slug: str,
) -> Post:
    def given(*keys: str) -> Field | None:
        return one_field_of(front_matter, keys, findings)

    read_flag(given("post"), findings, decides=True)
    authors = read_authors(given("authors", "author"), findings)
    series = read_series(given("series"), findings)
    pinned, pinned_until = read_pin(given("pin"), findings, zone=settings.zone)
    expires = read_time(given("expires"), findings, zone=settings.zone)
    return Post(
        source=source,
        title=read_title(front_matter, findings, name=file_slug),
        published=published.value,
        date_only=published.date_only,
        updated=read_updated(front_matter, findings, zone=settings.zone),
        file_slug=file_slug,
        slug=read_text(given("slug"), findings),
        permalink=read_text(given("permalink"), findings),
        aliases=read_texts(given("aliases"), findings),
        terms=_terms(
            front_matter, findings, keys=settings.taxonomy_keys, authors=authors, series=series
        ),
        authors=authors,
        series=series,
        draft=bool(read_flag(given("draft"), findings, decides=True)),
        unlisted=bool(read_flag(given("unlisted"), findings, decides=True)),
        expires=expires.value if expires is not None else None,
        pinned=pinned,
        pinned_until=pinned_until,
        order=read_number(given("order"), findings) or 0.0,
        description=read_text(given("description"), findings),
        excerpt=read_long_text(given("excerpt", "summary"), findings),
        cover=read_cover(given("cover"), findings),
        link=read_url(given("link"), findings),
        links=front_matter.values.get("links"),
        related=read_texts(given("related"), findings),
        superseded_by=read_url(given("superseded_by"), findings),
        reading_time=read_whole(given("readtime"), findings),
        template=read_text(given("template"), findings),
        id=read_text(given("id", "guid"), findings),
        enclosure=read_enclosure(given("enclosure"), findings),
        language=read_language(given("language", "lang"), findings),
        meta=front_matter.values,
        marks=front_matter.marks,
    )


def _terms(
    front_matter: FrontMatter,
    findings: Findings,
    *,
    keys: Mapping[str, str],
    authors: tuple[AuthorRef, ...],
    series: SeriesRef | None,
) -> dict[str, tuple[str, ...]]:
    """The labels by taxonomy; taxonomies in which the post has none are left out."""
    terms = {}
    for taxonomy, key in keys.items():
        if key == "series":
            labels: tuple[str, ...] = (series.name,) if series else ()
        elif key in ("authors", "author"):
            labels = tuple(author.name for author in authors)
        else:
            labels = read_labels(field_of(front_matter, key), findings)
            one = singular(key)
            if (
                one
                and one in front_matter.values
                and one not in OUR_KEYS
                and one not in keys.values()
            ):
                more = read_labels(_singular_field(front_matter, findings, one, key), findings)
                labels = tuple(dict.fromkeys(labels + more))
        if labels:
            terms[taxonomy] = labels
    return terms


def _singular_field(
    front_matter: FrontMatter, findings: Findings, one: str, key: str
) -> Field | None:
    found, mark = f"it is read as `{key}`", front_matter.key_marks.get(one)
    findings.add("key-singular", found, fix=f"write `{key}`", key=one, mark=mark)
    return field_of(front_matter, one)
