"""Labels: lists of text, such as the tags of a post, in all the forms people write them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from .fields import Field, plain_text, shown, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .findings import Findings


def read_labels(field: Field | None, findings: Findings) -> tuple[str, ...]:
    """Labels in the order given: a list of scalars, one label, or labels with commas between.

    Blanks are made one, Unicode forms are made one (NFC), empty and equal ones are dropped.
    """
    labels = (unicodedata.normalize("NFC", text) for text in read_texts(field, findings))
    return tuple(dict.fromkeys(" ".join(label.split()) for label in labels))


def read_texts(field: Field | None, findings: Findings) -> tuple[str, ...]:
    """Texts in the order given; see `read_labels`, which makes equal ones equal."""
    if field is None or field.value is None:
        return ()
    if isinstance(field.value, dict):
        findings.about(
            field, "value-ignored", "a mapping where a list is meant", fix="write `[a, b]`"
        )
        return ()
    if isinstance(field.value, list):
        return tuple(_items(field, findings))
    text = text_of(field)
    parts = [part.strip() for part in text.split(",")]
    parts = [part for part in parts if part]
    if len(parts) > 1 and field.typed:
        fix = f"write [{', '.join(parts)}]" if len(text) < 60 else "write a list: [a, b]"
        findings.about(field, "list-from-text", f"text, read as a list of {len(parts)}", fix=fix)
    return tuple(parts)


def _items(field: Field, findings: Findings) -> Iterator[str]:
    for item in field.items:
        if isinstance(item.value, (dict, list)):
            fix = "put it in quotes if it is text" if isinstance(item.value, dict) else "flatten it"
            found = f"{shown(item.value)} inside the list"
            if isinstance(item.value, dict) and len(item.value) == 1:
                name, value = next(iter(item.value.items()))
                if not isinstance(value, (dict, list)):
                    found = f"an item with a colon, '{name}: {plain_text(value)}'"[:80]
            findings.about(item, "value-ignored", found, fix=fix)
            continue
        text = text_of(item)
        if item.value is None and text not in ("", "~"):
            found, fix = f"{shown(text)} is YAML's word for nothing", "put it in quotes"
            findings.about(item, "value-empty", found, fix=fix)
        elif item.value is None or not text:
            findings.about(item, "value-empty", "an empty item in the list", fix="take it out")
        else:
            yield text
