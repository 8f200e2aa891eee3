"""Fields: single values of the front matter, and the forgiving readers of each kind of value.

A reader returns `None` for what is absent, empty or not understood; the last of these is a
finding. None of them raises.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from .moments import Moment, MomentError, read_moment
from .schemes import is_safe_url

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from .findings import Findings
    from .front_matter import FrontMatter
    from .problems import Mark

_WORDS = {
    **dict.fromkeys(("true", "yes", "on", "y", "1"), True),
    **dict.fromkeys(("false", "no", "off", "n", "0"), False),
}
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")
"""What XML 1.0 forbids, or what has no place inside text."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One value of the front matter, or of a list in it."""

    key: str
    value: Any
    mark: Mark | None = None
    written: str | None = None
    """The text of the value as written, where YAML made something else of it (`3.10`)."""
    items: tuple[Field, ...] = ()
    """Of a list: its items."""
    typed: bool = True
    """`False` where the source has no types, and text stands for everything."""


def field_of(front_matter: FrontMatter, key: str) -> Field | None:
    """The field of a top-level key with its places, `None` when the key is not there."""
    if key not in front_matter.values:
        return None
    value = front_matter.values[key]
    written = front_matter.texts.get(key)
    field = Field(
        key=key,
        value=value,
        mark=front_matter.marks.get(key),
        written=written if isinstance(written, str) else None,
        typed=front_matter.typed,
    )
    if not isinstance(value, list):
        return field
    marks = front_matter.item_marks.get(key, ())
    texts = written if isinstance(written, tuple) else (None,) * len(marks)
    if not len(marks) == len(texts) == len(value):  # merged with defaults from elsewhere
        marks, texts = (), (None,) * len(value)
    items = tuple(
        Field(key=key, value=item, mark=marks[n] if marks else field.mark, written=texts[n])
        for n, item in enumerate(value)
    )
    return replace(field, items=items)


def one_field_of(
    front_matter: FrontMatter, keys: Sequence[str], findings: Findings
) -> Field | None:
    """The field of the first of several names of one key that is given and not empty.

    The others are left out with a finding.
    """
    fields = [field for key in keys if (field := field_of(front_matter, key))]
    full = [field for field in fields if field.value is not None] or fields
    for field in full[1:]:
        found = f"`{full[0].key}` says the same and comes first"
        findings.about(field, "value-ignored", found, fix="keep one of the two")
    return full[0] if full else None


def part_of(field: Field, name: str) -> Field:
    """One value of a field that is a mapping; its place is the mapping's."""
    key, value = f"{field.key}.{name}", field.value.get(name)
    items = value if isinstance(value, list) else ()
    return Field(
        key=key,
        value=value,
        mark=field.mark,
        items=tuple(Field(key=key, value=item, mark=field.mark) for item in items),
        typed=field.typed,
    )


def shown(value: Any) -> str:
    """A value as it appears in a message: what it is, and short text of it."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = _SPACES.sub(" ", plain_text(value))
    return f"'{text[:60]}…'" if len(text) > 61 else f"'{text}'"


def plain_text(value: Any) -> str:
    """A scalar as text, the way YAML writes it; an empty one is empty text."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    try:
        return str(value)
    except ValueError:  # an integer of thousands of digits, written in hexadecimal
        return hex(value)


def text_of(field: Field) -> str:
    """A scalar as text, as written, without blanks around it and characters nobody can see."""
    text = field.written if field.written is not None else plain_text(field.value)
    return _UNSEEN.sub("", text).strip()


def read_text(field: Field | None, findings: Findings) -> str | None:
    """One line of text: any scalar, as written, with runs of blanks made one."""
    text = read_long_text(field, findings)
    return _SPACES.sub(" ", text) if text else None


def read_long_text(field: Field | None, findings: Findings) -> str | None:
    """Text that may have several lines: any scalar, as written, without blanks around it."""
    if field is None or field.value is None:
        return None
    if isinstance(field.value, (dict, list)):
        fix = "write text, in quotes if it starts with `[` or `{`"
        findings.about(field, "value-ignored", f"{shown(field.value)} where text is meant", fix=fix)
        return None
    return text_of(field) or None


def read_flag(field: Field | None, findings: Findings, *, decides: bool = False) -> bool | None:
    """True or false, also as a word (`"yes"`, `off`). `decides`: not understood is an error."""
    if field is None or field.value is None:
        if field is not None and decides:
            fix = "write true or false"
            findings.about(field, "value-empty", "it says nothing, which counts as false", fix=fix)
        return None
    if isinstance(field.value, bool):
        return field.value
    word = plain_text(field.value).strip().lower()
    if isinstance(field.value, (dict, list)) or word not in _WORDS:
        code = "value-refused" if decides else "value-ignored"
        found = f"{shown(field.value)} is neither true nor false"
        findings.about(field, code, found, fix="write true or false, without quotes")
        return None
    if field.typed:
        understood = "true" if _WORDS[word] else "false"
        found = f"{shown(field.value)} is text, read as {understood}"
        findings.about(field, "value-doubtful", found, fix=f"write {understood}, without quotes")
    return _WORDS[word]


def read_number(field: Field | None, findings: Findings) -> float | None:
    """A finite number, also as text."""
    if field is None or field.value is None:
        return None
    number = math.nan
    if not isinstance(field.value, (bool, dict, list)):
        try:
            number = float(field.value if isinstance(field.value, int) else plain_text(field.value))
        except (ValueError, OverflowError):
            number = math.nan
    if not math.isfinite(number):
        found = f"{shown(field.value)} is not a number"
        findings.about(field, "value-ignored", found, fix="write a number such as 3")
        return None
    if isinstance(field.value, str) and field.typed:
        found = f"{shown(field.value)} is text, read as a number"
        findings.about(field, "value-doubtful", found, fix="write it without quotes")
    return number


def read_whole(field: Field | None, findings: Findings, *, most: int = 100_000) -> int | None:
    """A whole number from 0 to `most`, also as text."""
    number = read_number(field, findings)
    if number is None or field is None:
        return None
    if not 0 <= number <= most or number != int(number):
        found = f"{shown(field.value)} is not a whole number from 0 to {most:,}"
        findings.about(field, "value-ignored", found, fix="write a whole number such as 3")
        return None
    return int(number)


def read_time(field: Field | None, findings: Findings, *, zone: tzinfo) -> Moment | None:
    """A moment in any form `read_moment` knows."""
    if field is None or field.value is None:
        return None
    try:
        moment = read_moment(field.value, zone=zone)
    except MomentError as error:
        findings.about(field, error.code, error.found, fix=error.fix)
        return None
    if moment.doubt and field.typed:
        found = f"{shown(field.value)} is an unusual way to write a date"
        findings.about(field, "date-doubtful", found, fix=f"write {moment.doubt}")
    return moment


def is_moment_like(value: Any) -> bool:
    """Whether a value that may be a flag or a moment is meant as a moment."""
    if isinstance(value, str):
        return value.strip().lower() not in _WORDS and value.strip() != ""
    return isinstance(value, date)


def read_url(field: Field | None, findings: Findings) -> str | None:
    """A URL that is safe to print: http, https, mailto or relative."""
    text = read_text(field, findings)
    if field is None or text is None or is_safe_url(text):
        return text
    found = f"{shown(text)} is not a URL to link to"
    fix = "write an http, https, mailto or relative URL"
    findings.about(field, "url-scheme", found, fix=fix)
    return None


def read_language(field: Field | None, findings: Findings) -> str | None:
    """A language tag (BCP 47) such as `de` or `pt-BR`; an underscore is a hyphen."""
    text = read_text(field, findings)
    if field is None or text is None:
        return None
    if _LANGUAGE.fullmatch(text) is None:
        found = f"{shown(text)} is not a language"
        findings.about(field, "value-ignored", found, fix="write a tag such as de or pt-BR")
        return None
    return text.replace("_", "-")
