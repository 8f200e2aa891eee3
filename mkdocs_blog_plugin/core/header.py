"""The YAML of a header as plain data, with the place of each value, and within limits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from .findings import Doubt, FrontMatterError
from .limits import Loader, compose_within_limits, place_of
from .nodes import MAP, TEXT, NodeReader
from .problems import Mark
from .slips import explain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BREAK = re.compile("[\n\x85\u2028\u2029]")
"""What YAML 1.1 takes for the end of a line."""
_CUT = re.compile(r"\s+(#[^\s#].*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What stands in a header. `values` is `None` when there is no YAML in it at all."""

    values: Mapping[str, Any] | None
    marks: Mapping[str, Mark]
    key_marks: Mapping[str, Mark]
    item_marks: Mapping[str, tuple[Mark, ...]]
    texts: Mapping[str, str | tuple[str | None, ...]]
    """As written: values (or items) that YAML did not take for text, such as `3.10`."""
    doubts: tuple[Doubt, ...]


def read_header(text: str, *, line: int) -> Header:
    """Read YAML; `line` is the number of its first line in the file.

    The values are those of PyYAML's safe loader, with three differences: keys are always text as
    written, double keys and values that it fails on (2024-02-31, kept as text) are doubts, and
    what it would not survive (deep nesting, alias bombs) is refused.
    Raises FrontMatterError.
    """
    loader: Any = None
    try:
        loader = Loader(text)
        node = compose_within_limits(loader, text, line=line)
    except (yaml.YAMLError, UnicodeError) as error:
        slip = explain(error, _BREAK.split(text))
        raise FrontMatterError(
            slip.found,
            fix=slip.fix,
            code="front-matter-syntax",
            mark=Mark(slip.line + line, slip.column + 1),
        ) from None
    finally:
        if loader is not None:
            loader.dispose()
    reader = NodeReader(loader, line=line)
    if " #" in text and isinstance(node, yaml.MappingNode):
        reader.doubts += _cut_texts(node, _BREAK.split(text), line=line)
    return _header(node, reader, line=line)


def _cut_texts(root: yaml.MappingNode, lines: list[str], *, line: int) -> Iterator[Doubt]:
    """Text without quotes that ends at ` #`, as in `title: Issue #5`: the rest is a comment."""
    for key_node, node in root.value:
        if node.tag == TEXT and isinstance(node, yaml.ScalarNode) and not node.style:
            rest = lines[node.end_mark.line][node.end_mark.column :]
            if cut := _CUT.match(rest):
                yield Doubt(
                    code="text-cut",
                    found=f"YAML takes '{cut[1][:60]}' for a comment and leaves it out",
                    fix="put the whole value in quotes",
                    key=str(key_node.value),
                    mark=place_of(node.end_mark, line),
                )


def _header(root: yaml.Node | None, reader: NodeReader, *, line: int) -> Header:
    if isinstance(root, yaml.ScalarNode) and not root.value:
        root = None
    values: dict[str, Any] = {}
    marks: dict[str, Mark] = {}
    key_marks: dict[str, Mark] = {}
    item_marks: dict[str, tuple[Mark, ...]] = {}
    texts: dict[str, str | tuple[str | None, ...]] = {}
    for key, key_node, node in reader.pairs(_mapping(root, line=line)) if root else ():
        reader.key = key
        values[key] = reader.value(node)
        key_marks[key] = place_of(key_node.start_mark, line)
        marks[key] = place_of(node.start_mark, line)
        if isinstance(node, yaml.SequenceNode):
            items = node.value
            item_marks[key] = tuple(place_of(item.start_mark, line) for item in items)
            if any(item.tag != TEXT for item in items):
                texts[key] = tuple(_written(item) for item in items)
        elif (text := _written(node)) is not None:
            texts[key] = text
    return Header(
        values=values if root else None,
        marks=marks,
        key_marks=key_marks,
        item_marks=item_marks,
        texts=texts,
        doubts=tuple(reader.doubts),
    )


def _mapping(node: yaml.Node, *, line: int) -> yaml.MappingNode:
    if isinstance(node, yaml.MappingNode) and node.tag == MAP:
        return node
    fix = "write `key: value` lines"
    if isinstance(node, yaml.ScalarNode) and ":" in str(node.value):
        fix += ", with a blank after the colon"
    kind = "text" if isinstance(node, yaml.ScalarNode) else "a list"
    raise FrontMatterError(
        f"{kind} instead of keys and values",
        fix=fix,
        code="front-matter-mapping",
        mark=place_of(node.start_mark, line),
    )


def _written(node: yaml.Node) -> str | None:
    return str(node.value) if isinstance(node, yaml.ScalarNode) and node.tag != TEXT else None
