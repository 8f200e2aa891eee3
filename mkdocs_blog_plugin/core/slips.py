"""The slips behind YAML errors: what a writer most likely did, and what to write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAIR = re.compile(r"(?P<start>\s*(?:- +)*[^\s:][^:]*): +(?P<value>\S.*?)\s*$")
_CONTROL = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", re.UNICODE
)
_COMMENT = re.compile(r"\s(#[^\s,\]}]+)")
_OPENERS = {"[": "list", "{": "mapping"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """Where YAML stumbled (line and column from 0, in the header) and what to tell the writer."""

    line: int
    column: int
    found: str
    fix: str


def explain(error: yaml.YAMLError | UnicodeError, lines: Sequence[str]) -> Slip:
    """Put an error of PyYAML, on the header made of `lines`, into words a writer can act on.

    The wording of libyaml and of PyYAML's own scanner differ; both are understood. What is not
    recognised is passed on with its place.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return _unprintable(lines)
    problem, context = error.problem or "", error.context or ""
    here = error.problem_mark or error.context_mark
    start = error.context_mark or here
    if here is None or start is None:
        return Slip(line=0, column=0, found=f"YAML with an error ({problem})", fix=_GENERAL)
    line = here.line
    written = lines[line] if line < len(lines) else ""
    indent = written[: len(written) - len(written.lstrip())]
    if "\t" in indent and "start any token" in problem:
        found = "a tab at the start of the line"
        return Slip(line=line, column=indent.index("\t"), found=found, fix="indent with blanks")
    if "quoted scalar" in context and "end of stream" in problem:
        return _at(start, "a quote that is never closed", "close it at the end of the value")
    if "quoted scalar" in context and "escape" in problem:
        fix = "double the backslash, or use single quotes"
        return _at(here, "a backslash that means nothing between double quotes", fix)
    if "scanning an a" in context:  # an alias or an anchor
        sign = lines[start.line][start.column : start.column + 1]
        found = f"a value that starts with `{sign}`, which YAML keeps for itself"
        return _at(start, found, _put_in_quotes(lines[start.line]))
    if "flow sequence" in context or "flow mapping" in context:
        return _flow(start, here, written, lines)
    if "could not find expected ':'" in problem:
        fix = "write `key: value`, or indent the line to continue the value above it"
        return _at(start, "a line without a key and a colon", fix)
    if "mapping values are not allowed" in problem:
        return _colon(here, written)
    return _other(here, problem, written)


_GENERAL = "check that each line reads `key: value`"


def _at(mark: yaml.Mark, found: str, fix: str) -> Slip:
    return Slip(line=mark.line, column=mark.column, found=found, fix=fix)


def _flow(start: yaml.Mark, here: yaml.Mark, written: str, lines: Sequence[str]) -> Slip:
    opener = lines[start.line][start.column : start.column + 1] if start.line < len(lines) else ""
    kind = _OPENERS.get(opener, "list")
    if start.line == here.line and here.column < len(written):
        return _at(here, f"an item of the {kind} without a comma before it", "write a comma")
    if start.line < len(lines) and (cut := _COMMENT.search(lines[start.line], start.column)):
        found = f"`{cut[1][:30]}` is a comment in YAML, so the {kind} is never closed"
        return Slip(line=start.line, column=cut.start(1), found=found, fix="put it in quotes")
    closing = "}" if kind == "mapping" else "]"
    return _at(start, f"a {kind} that is never closed", f"close it with `{closing}`")


def _colon(here: yaml.Mark, written: str) -> Slip:
    if _PAIR.match(written[: here.column + 1].rstrip(":") + " ") or ": " in written[: here.column]:
        return _at(here, "a colon inside a value without quotes", _put_in_quotes(written))
    fix = "give the line the same indentation as the key it belongs with"
    return _at(here, "a key that is indented under a value", fix)


def _other(here: yaml.Mark, problem: str, written: str) -> Slip:
    sign = written[here.column : here.column + 1]
    if "start any token" in problem:
        found = f"a value that starts with `{sign}`, which YAML keeps for itself"
        return _at(here, found, _put_in_quotes(written))
    if "undefined alias" in problem:
        return _at(here, "a value that starts with `*`, an alias in YAML", _put_in_quotes(written))
    if "not allowed in this context" in problem or "not allowed here" in problem:
        found = f"a value that starts with `{sign} `, which YAML keeps for itself"
        return _at(here, found, _put_in_quotes(written))
    if "expected" in problem and "comment or" in problem:
        found = "text on the line of the `|` or `>`"
        return _at(here, found, "put the text on the next line, indented")
    if "another document" in problem:
        return _at(here, "a second YAML document", "take out the inner line that starts with `---`")
    if "did not find expected key" in problem or "expected <block end>" in problem:
        pair = _PAIR.match(written)
        if pair and pair["value"][0] in "\"'[{" and here.column > pair.start("value"):
            found = "text after the end of a value in quotes or brackets"
            return _at(here, found, _put_in_quotes(written))
        fix = "give keys of one level the same indentation"
        return _at(here, "a line that is not indented like its neighbours", fix)
    return _at(here, f"YAML that cannot be read ({problem})", _GENERAL)


def _put_in_quotes(written: str) -> str:
    pair = _PAIR.match(written)
    if pair is None or len(pair["value"]) > 60:
        return "put the value in quotes"
    value = pair["value"]
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    quoted = f'"{value}"' if '"' not in value and "\\" not in value else None
    if quoted is None:
        quoted = "'" + value.replace("'", "''") + "'"
    return f"put the value in quotes: `{pair['start'].strip()}: {quoted}`"


def _unprintable(lines: Sequence[str]) -> Slip:
    for number, line in enumerate(lines):
        if stray := _CONTROL.search(line):
            found = f"the invisible character U+{ord(stray[0]):04X}"
            return Slip(line=number, column=stray.start(), found=found, fix="take it out")
    return Slip(line=0, column=0, found="a character YAML cannot hold", fix="take it out")
