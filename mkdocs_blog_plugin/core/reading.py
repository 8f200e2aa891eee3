"""Reading: the text of a source file to a post, with everything that has to be said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from types import MappingProxyType
from typing import TYPE_CHECKING

from .fields import (
    Field,
    field_of,
    is_moment_like,
    part_of,
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
from .heading import first_heading
from .key_check import report_keys
from .keys import FRONT_MATTER_KEYS, OUR_KEYS, FrontMatterKey
from .labels import read_labels, read_texts
from .moments import Moment, MomentError, moment_from_source, read_moment, undated_name
from .post import AuthorRef, Post, SeriesRef
from .problems import Level, Mark, Problem
from .records import read_authors, read_cover, read_enclosure, read_series
from .spelling import singular

if TYPE_CHECKING:
    from datetime import datetime

    from .front_matter import FrontMatter

__all__ = [
    "FRONT_MATTER_KEYS",
    "FrontMatterKey",
    "ReadingSettings",
    "post_flag",
    "read_post",
]


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
    reader = _PostReader(source, front_matter, settings, known_moments)
    post = reader.read()
    problems = tuple(sorted(reader.findings.problems, key=_place))
    usable = not any(problem.level is Level.ERROR for problem in problems)
    return (post if usable else None), problems


def _place(problem: Problem) -> tuple[int, int]:
    return (problem.mark.line, problem.mark.column) if problem.mark else (0, 0)


class _PostReader:
    """One reading: the source, and the findings as they come up."""

    def __init__(
        self,
        source: str,
        front_matter: FrontMatter,
        settings: ReadingSettings,
        known_moments: Mapping[str, Moment],
    ) -> None:
        self.source = source
        self.front_matter = front_matter
        self.settings = settings
        self.known_moments = known_moments
        self.findings = Findings(source)

    def read(self) -> Post | None:
        given, findings = self._field, self.findings
        published, origin = self._published()
        draft = read_flag(given("draft"), findings, decides=True)
        unlisted = read_flag(given("unlisted"), findings, decides=True)
        read_flag(given("post"), findings, decides=True)
        expires = self._moment(given("expires"))
        pinned, pinned_until = self._pin()
        file_slug = undated_name(self.source, in_folders=origin == "folders")
        authors = read_authors(given("authors", "author"), findings)
        series = read_series(given("series"), findings)
        terms = self._terms(authors, series)
        report_keys(self.front_matter, findings, taxonomy_keys=self.settings.taxonomy_keys)
        if published is None:
            return None
        return Post(
            source=self.source,
            title=self._title(file_slug),
            published=published.value,
            date_only=published.date_only,
            updated=self._updated(),
            file_slug=file_slug,
            slug=read_text(given("slug"), findings),
            permalink=read_text(given("permalink"), findings),
            aliases=read_texts(given("aliases"), findings),
            terms=terms,
            authors=authors,
            series=series,
            draft=bool(draft),
            unlisted=bool(unlisted),
            expires=expires,
            pinned=pinned,
            pinned_until=pinned_until,
            order=read_number(given("order"), findings) or 0.0,
            description=read_text(given("description"), findings),
            excerpt=read_long_text(given("excerpt", "summary"), findings),
            cover=read_cover(given("cover"), findings),
            link=read_url(given("link"), findings),
            links=self.front_matter.values.get("links"),
            related=read_texts(given("related"), findings),
            superseded_by=read_url(given("superseded_by"), findings),
            reading_time=read_whole(given("readtime"), findings),
            template=read_text(given("template"), findings),
            id=read_text(given("id", "guid"), findings),
            enclosure=read_enclosure(given("enclosure"), findings),
            language=read_language(given("language", "lang"), findings),
            meta=self.front_matter.values,
            marks=self.front_matter.marks,
        )

    def _field(self, *keys: str) -> Field | None:
        """The field of the first of `keys` that is given and not empty."""
        empty = None
        for key in keys:
            field = field_of(self.front_matter, key)
            if field is not None and field.value is not None:
                return field
            empty = empty or field
        return empty

    def _published(self) -> tuple[Moment | None, str]:
        """The moment of publication, and which of `date_from` knew it."""
        date = self._date_part("created", "published")
        for origin in self.settings.date_from:
            if origin == "front_matter" and date is not None and date.value is not None:
                return read_time(date, self.findings, zone=self.settings.zone), origin
            moment = self.known_moments.get(origin)
            if origin in ("file_name", "folders"):
                try:
                    moment = moment_from_source(
                        self.source, zone=self.settings.zone, kinds=[origin]
                    )
                except MomentError as error:
                    found = f"in the name of the file, {error.found}"
                    self.findings.add(error.code, found, fix=error.fix)
                    return None, origin
            if moment is not None:
                return moment, origin
        self._report_no_date(date)
        return None, ""

    def _report_no_date(self, date: Field | None) -> None:
        found, fix = "the post has no date", "write `date: 2024-01-31` between `---` lines on top"
        if date is not None:
            found, fix = "the date is empty", "write a date such as 2024-01-31"
            if date.key != "date":
                found = "there is no `created` among the dates"
        mark = date.mark if date is not None else Mark(1, 1)
        self.findings.add("date-missing", found, fix=fix, key="date", mark=mark)

    def _date_part(self, *names: str) -> Field | None:
        """`date:`, or of Material's mapping of dates the first of `names` that it has."""
        date = self._field("date")
        if date is None or not isinstance(date.value, dict):
            return date
        return part_of(date, next((name for name in names if name in date.value), names[0]))

    def _updated(self) -> datetime | None:
        updated = self._field("updated")
        date = self._field("date")
        if (updated is None or updated.value is None) and date and isinstance(date.value, dict):
            updated = part_of(date, "updated")
        return self._moment(updated)

    def _moment(self, field: Field | None) -> datetime | None:
        moment = read_time(field, self.findings, zone=self.settings.zone)
        return moment.value if moment is not None else None

    def _pin(self) -> tuple[bool, datetime | None]:
        """Whether the post is pinned, and until when: `pin: true` or the moment it ends."""
        field = self._field("pin")
        if field is None or not is_moment_like(field.value):
            return bool(read_flag(field, self.findings)), None
        try:
            return True, read_moment(field.value, zone=self.settings.zone).value
        except MomentError as error:
            self.findings.about(field, "value-ignored", error.found, fix=error.fix)
            return False, None

    def _terms(
        self, authors: tuple[AuthorRef, ...], series: SeriesRef | None
    ) -> dict[str, tuple[str, ...]]:
        """The labels by taxonomy; taxonomies in which the post has none are left out."""
        terms = {}
        keys = self.settings.taxonomy_keys
        for taxonomy, key in keys.items():
            if key == "series":
                labels: tuple[str, ...] = (series.name,) if series else ()
            elif key in ("authors", "author"):
                labels = tuple(author.name for author in authors)
            else:
                labels = read_labels(field_of(self.front_matter, key), self.findings)
                one = singular(key)
                if one and one not in OUR_KEYS and one not in keys.values():
                    more = read_labels(self._singular(one, key), self.findings)
                    labels = tuple(dict.fromkeys(labels + more))
            if labels:
                terms[taxonomy] = labels
        return terms

    def _singular(self, one: str, key: str) -> Field | None:
        field = field_of(self.front_matter, one)
        if field is not None:
            self.findings.add(
                "key-singular",
                f"it is read as `{key}`",
                fix=f"write `{key}`",
                key=one,
                mark=self.front_matter.key_marks.get(one),
            )
        return field

    def _title(self, file_slug: str) -> str:
        field = self._field("title")
        title = read_text(field, self.findings)
        if title is None and field is not None and not isinstance(field.value, (dict, list)):
            found, fix = "the title is empty", "write a title, or take the line out"
            if field.written and field.written != "~":
                found, fix = f"'{field.written}' is YAML's word for nothing", "put it in quotes"
            self.findings.about(field, "value-empty", found, fix=fix)
        return title or first_heading(self.front_matter.body) or title_of(file_slug)


def title_of(name: str) -> str:
    """A file name as MkDocs makes a title of it; bytes that are no UTF-8 show as `?`."""
    name = name.encode(errors="replace").decode()
    title = name.replace("-", " ").replace("_", " ").strip()
    return (title.capitalize() if title.lower() == title else title) or name
