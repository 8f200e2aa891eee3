"""Front matter: the block of keys at the top of a source file, and where each of them stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .findings import Doubt, FrontMatterError
from .header import Header, read_header
from .problems import Mark

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Doubt", "FrontMatter", "FrontMatterError", "decode", "read_front_matter"]

# The block is found by the expressions of mkdocs.utils.meta: what MkDocs does not take for front
# matter it prints on the page, so a reader of our own taste would be of no use.
_BLOCK = re.compile(r"^-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_PLAIN = re.compile(r"^[ ]{0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
_PLAIN_MORE = re.compile(r"^(?:[ ]{4}|\t)\s*(?P<value>.*)")

_OPENING = re.compile(
    r"(?P<above>(?>(?:\s|<!--[\s\S]*?-->)*))^(?P<fence>-{3}|\+{3})[ \t]*\n(?P<first>.*)",
    re.MULTILINE,
)
_LOOKS_LIKE_KEY = re.compile(r"[\w.-][\w .-]*:(?:\s|$)")
_START = 200
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_EMPTY_BLOCK = re.compile(r"-{3}[ \t]*\n(?:\.{3}|-{3})[ \t]*(?:\n|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The keys of a source file with their places, and what follows them."""

    values: Mapping[str, Any] = field(default_factory=dict)
    """Empty when there is no front matter. Keys are text as written."""
    marks: Mapping[str, Mark] = field(default_factory=dict)
    """Where each value starts. Keys that come from elsewhere (folder defaults) have none."""
    key_marks: Mapping[str, Mark] = field(default_factory=dict)
    item_marks: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)
    """For values that are lists: where each item starts."""
    texts: Mapping[str, str | tuple[str | None, ...]] = field(default_factory=dict)
    """As written: values, or items of a list, that YAML did not take for text (`3.10`, `yes`).
    Items that are text, lists or mappings are `None`."""
    body: str
    """What Markdown will see, with `\\n` line ends."""
    body_line: int = 1
    """Number of the first line of `body` in the file."""
    typed: bool = True
    """`False` for MultiMarkdown's `Key: value` lines, where every value is text."""
    doubts: tuple[Doubt, ...] = ()
    """Findings that did not keep the front matter from being read."""


def read_front_matter(text: str) -> FrontMatter:
    """Split the text of a source file into front matter and body, exactly where MkDocs does.

    `text` is decoded and may have any line ends. A page without front matter is no error.
    Raises FrontMatterError where MkDocs would print the keys on the page instead of reading them.
    """
    text = _plain_line_ends(text).removeprefix("\ufeff")
    block = _BLOCK.match(text)
    if block is None:
        _refuse_missed_block(text)
        return _read_plain(text)
    header = read_header(block[1], line=2)
    if header.values is None:
        return _without_keys(text)
    body = text[block.end() :].lstrip("\n")
    return _joined(header, body=body, body_line=1 + text.count("\n", 0, len(text) - len(body)))


def decode(data: bytes) -> str:
    """The text of a source file: UTF-8 with or without BOM, any line ends.

    Raises FrontMatterError, which names the encoding the file seems to be in.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _wrong_encoding("it looks like UTF-16", Mark(1, 1))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _plain_line_ends(data[: error.start].decode("utf-8-sig"))
        mark = Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise _wrong_encoding(_guess(data, before), mark) from None
    if "\0" in text[:_START]:
        raise _wrong_encoding("it looks like UTF-16", Mark(1, text.index("\0") + 1))
    return _plain_line_ends(text)


def _guess(data: bytes, before: str) -> str:
    """What a file seems to be in whose first byte that is no UTF-8 comes after `before`."""
    if b"\0" in data[:_START]:
        return "it looks like UTF-16"
    if not before.isascii():
        return "a character is damaged"
    runs = _HIGH_BYTES.findall(data)
    single = sum(len(run) == 1 for run in runs) * 2 > len(runs)
    return "it looks like Windows-1252 or Latin-1" if single else "it looks like another encoding"


def _plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _wrong_encoding(guess: str, mark: Mark) -> FrontMatterError:
    return FrontMatterError(
        f"the file is not UTF-8, {guess}",
        fix="save it as UTF-8",
        code="file-encoding",
        mark=mark,
    )


def _joined(header: Header, *, body: str, body_line: int) -> FrontMatter:
    return FrontMatter(
        values=header.values or {},
        marks=header.marks,
        key_marks=header.key_marks,
        item_marks=header.item_marks,
        texts=header.texts,
        doubts=header.doubts,
        body=body,
        body_line=body_line,
    )


def _without_keys(text: str) -> FrontMatter:
    doubt = Doubt(
        code="front-matter-empty",
        found="there is no key between the `---` lines",
        fix="write `key: value` lines there, or take both lines out",
        mark=Mark(1, 1),
    )
    return FrontMatter(body=text, doubts=(doubt,))


def _refuse_missed_block(text: str) -> None:
    """Raise for what is meant as front matter but will not be read by MkDocs."""
    opening = _OPENING.match(text)
    if opening is None:
        return
    mark = Mark(1 + opening["above"].count("\n"), 1)
    if opening["fence"] == "+++" and "=" in opening["first"]:
        fix = "write YAML between `---` lines: `key: value`"
        raise FrontMatterError("TOML", fix=fix, code="front-matter-foreign", mark=mark)
    if opening["fence"] == "+++" or not _LOOKS_LIKE_KEY.match(opening["first"]):
        return
    if opening["above"]:
        if _BLOCK.match(text[opening.start("fence") :]) is None:
            return
        raise FrontMatterError(
            "front matter that does not start on the first line",
            fix="take out what stands above it",
            code="front-matter-late",
            mark=mark,
        )
    fix = "end the front matter with a line of `---`"
    if re.search(r"\n(?:\.{3}|-{3})[ \t]*\Z", text):
        fix = "end the closing `---` with a line break"
    raise FrontMatterError(
        "the front matter is never closed", fix=fix, code="front-matter-unclosed", mark=mark
    )


def _read_plain(text: str) -> FrontMatter:
    """MultiMarkdown's way, which MkDocs reads where there is no block: `Key: value` lines."""
    values: dict[str, str] = {}
    marks: dict[str, Mark] = {}
    key_marks: dict[str, Mark] = {}
    key = ""
    position = number = 0
    while position < len(text):
        end = text.find("\n", position)
        line = text[position:] if end < 0 else text[position:end]
        if pair := _PLAIN.match(line):
            key, value = pair["key"].lower(), pair["value"].strip()
            key_marks.setdefault(key, Mark(number + 1, pair.start("key") + 1))
            marks.setdefault(key, Mark(number + 1, pair.start("value") + 1))
            values[key] = f"{values[key]} {value}" if key in values else value
        elif line.strip() and key and (more := _PLAIN_MORE.match(line)):
            values[key] += " " + more["value"].strip()
        elif line.strip():
            break
        position = len(text) if end < 0 else end + 1
        number += 1
        if not line.strip():
            break
    body = text[position:].lstrip("\n")
    return FrontMatter(
        values=values,
        marks=marks,
        key_marks=key_marks,
        body=body,
        body_line=1 + text.count("\n", 0, len(text) - len(body)),
        typed=not values,
        doubts=_empty_block(text),
    )


def _empty_block(text: str) -> tuple[Doubt, ...]:
    return _without_keys("").doubts if _EMPTY_BLOCK.match(text) else ()
