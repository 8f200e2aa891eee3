"""Fields with parts: authors, series, cover and enclosure, as text or as an inline mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .fields import Field, part_of, read_number, read_text, read_url, read_whole
from .labels import read_texts
from .post import AuthorRef, Cover, SeriesRef

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .findings import Findings

_AUTHOR_KEYS = ("name", "key", "id")
_SERIES_KEYS = ("name", "title")
_IMAGE_KEYS = ("image", "src", "path", "url", "file")


def read_authors(field: Field | None, findings: Findings) -> tuple[AuthorRef, ...]:
    """Authors in the order given, each once: ids, names and inline records.

    One alone needs no list. Text with commas is several.
    """
    if field is None or field.value is None:
        return ()
    if isinstance(field.value, dict):
        found = [_author(field, findings)]
    elif isinstance(field.value, list):
        found = [_author(item, findings) for item in field.items]
    else:
        found = [AuthorRef(name=name) for name in read_texts(field, findings)]
    return tuple({author.name: author for author in found if author is not None}.values())


def _author(item: Field, findings: Findings) -> AuthorRef | None:
    if not isinstance(item.value, dict):
        names = read_texts(_as_list(item), findings)
        return AuthorRef(name=" ".join(names[0].split())) if names else None
    name = read_text(_first(item, _AUTHOR_KEYS), findings)
    if name is None:
        findings.about(item, "value-ignored", "an author without a name", fix="add `name:`")
        return None
    for key in ("url", "avatar", "link"):
        read_url(part_of(item, key), findings)
    return AuthorRef(name=name, record=item.value)


def _as_list(item: Field) -> Field:
    return Field(key=item.key, value=[item.value], mark=item.mark, items=(item,), typed=item.typed)


def read_series(field: Field | None, findings: Findings) -> SeriesRef | None:
    """`series: Name`, or a mapping of `name` and `part`; of a list its only item."""
    if field is None or field.value is None:
        return None
    if isinstance(field.value, list) and len(field.items) == 1:
        field = field.items[0]
    if not isinstance(field.value, dict):
        name = read_text(field, findings)
        return SeriesRef(name=name) if name else None
    name = read_text(_first(field, _SERIES_KEYS), findings)
    if name is None:
        findings.about(field, "value-ignored", "a series without a name", fix="add `name:`")
        return None
    part = read_number(_first(field, ("part", "number", "order")), findings)
    return SeriesRef(name=name, part=part)


def read_cover(field: Field | None, findings: Findings) -> Cover | None:
    """`cover: image.jpg`, or a mapping with `image` and optionally `alt`, `dark`, `width`,
    `height` (pixels) and `caption`."""
    if field is None or field.value is None:
        return None
    if not isinstance(field.value, dict):
        image = read_url(field, findings)
        return Cover(image=image) if image else None
    given = _first(field, _IMAGE_KEYS)
    if given is None:
        findings.about(field, "value-ignored", "a cover without an image", fix="add `image:`")
        return None
    image = read_url(given, findings)
    if image is None:
        return None
    return Cover(
        image=image,
        alt=read_text(part_of(field, "alt"), findings) or "",
        dark=read_url(part_of(field, "dark"), findings),
        width=read_whole(part_of(field, "width"), findings),
        height=read_whole(part_of(field, "height"), findings),
        caption=read_text(part_of(field, "caption"), findings),
    )


def read_enclosure(field: Field | None, findings: Findings) -> Mapping[str, Any] | None:
    """`enclosure: talk.mp3`, or a mapping with `url` and what feeds say about it."""
    if field is None or field.value is None:
        return None
    if not isinstance(field.value, dict):
        url = read_url(field, findings)
        return {"url": url} if url else None
    given = _first(field, ("url", "file", "src", "path"))
    if given is None:
        findings.about(field, "value-ignored", "an enclosure without a URL", fix="add `url:`")
        return None
    url = read_url(given, findings)
    return {**field.value, "url": url} if url else None


def _first(field: Field, names: tuple[str, ...]) -> Field | None:
    """The first of the parts of a mapping that is given and not empty."""
    parts = (part_of(field, name) for name in names)
    return next((part for part in parts if part.value is not None and part.value != ""), None)
