"""The YAML of a header as plain data, with the place of each value, and within limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from .problems import Level, Mark, Problem
from .rules import RULES
from .slips import explain

if TYPE_CHECKING:
    from collections.abc import Mapping

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML was built without libyaml: ten times slower, same results
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]  # same interface

MOST_LEVELS = 40
MOST_VALUES = 20_000
_SURELY_SMALL = 100
"""Indicators (`[ { - ? : ,`) a header may have before its nesting is looked at first. Each level
needs one, and libyaml overflows the C stack at some ten thousand levels."""

_TAG = "tag:yaml.org,2002:"
_TEXT, _LIST, _MAP, _MERGE = _TAG + "str", _TAG + "seq", _TAG + "map", _TAG + "merge"
_TYPED = {
    _TAG + "null": "construct_yaml_null",
    _TAG + "bool": "construct_yaml_bool",
    _TAG + "int": "construct_yaml_int",
    _TAG + "float": "construct_yaml_float",
    _TAG + "timestamp": "construct_yaml_timestamp",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A finding about the front matter that does not keep it from being read."""

    code: str
    found: str
    fix: str
    key: str | None = None
    mark: Mark | None = None


class FrontMatterError(Exception):
    """Front matter, or a file, that cannot be read at all."""

    def __init__(
        self, found: str, *, fix: str, code: str, mark: Mark | None = None, key: str | None = None
    ) -> None:
        super().__init__(found, fix)
        self.found = found
        self.fix = fix
        self.code = code
        self.mark = mark
        self.key = key

    def problem(self, source: str) -> Problem:
        """The problem this is for the file `source`."""
        rule = RULES.get(self.code)
        return Problem(
            code=self.code,
            level=rule.level if rule else Level.ERROR,
            source=source,
            found=self.found,
            fix=self.fix,
            key=self.key,
            mark=self.mark,
        )


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
    written, values that it fails on (2024-02-31) are text with a doubt, and what it would accept
    in silence or not survive (double keys, deep nesting, alias bombs) is refused.
    Raises FrontMatterError.
    """
    loader: Any = None
    try:
        _check_nesting(text, line=line)
        loader = _Loader(text)
        node = loader.get_single_node()
    except (yaml.YAMLError, UnicodeError) as error:
        slip = explain(error, text.split("\n"))
        raise FrontMatterError(
            slip.found,
            fix=slip.fix,
            code="front-matter-syntax",
            mark=Mark(slip.line + line, slip.column + 1),
        ) from None
    finally:
        if loader is not None:
            loader.dispose()
    if "&" in text and node is not None:
        _measure(node, level=1, known={}, line=line)
    return _Reader(loader, line).read(node)


def _check_nesting(text: str, *, line: int) -> None:
    """Refuse deep and huge headers by their events, which take no stack and no memory."""
    if sum(map(text.count, "[{-?:,")) <= _SURELY_SMALL:
        return
    level = values = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionEndEvent):
            level -= 1
        elif isinstance(event, yaml.NodeEvent):
            values += 1
            level += isinstance(event, yaml.CollectionStartEvent)
            if level > MOST_LEVELS or values > MOST_VALUES:
                raise _out_of_bounds(event.start_mark, deep=level > MOST_LEVELS, line=line)


def _measure(
    node: yaml.Node, *, level: int, known: dict[int, tuple[int, int] | None], line: int
) -> tuple[int, int]:
    """Number of values below `node` once aliases are expanded, and levels it is deep."""
    if not isinstance(node, yaml.CollectionNode):
        return 1, 1
    name = id(node)
    if name not in known:
        if level > MOST_LEVELS:
            raise _out_of_bounds(node.start_mark, deep=True, line=line)
        known[name] = None
        size = height = 0
        for child in _children(node):
            more, high = _measure(child, level=level + 1, known=known, line=line)
            size, height = size + more, max(height, high)
            if size > MOST_VALUES:
                raise _out_of_bounds(node.start_mark, deep=False, line=line)
        known[name] = size + 1, height + 1
    measure = known[name]
    if measure is None:
        raise FrontMatterError(
            "a value that contains itself",
            fix="take the alias (`*name`) out of the value it names",
            code="front-matter-loop",
            mark=_mark(node.start_mark, line),
        )
    if level + measure[1] > MOST_LEVELS + 1:
        raise _out_of_bounds(node.start_mark, deep=True, line=line)
    return measure


def _children(node: yaml.CollectionNode) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value)


def _out_of_bounds(mark: Any, *, deep: bool, line: int) -> FrontMatterError:
    if deep:
        found, fix = f"more than {MOST_LEVELS} levels of nesting", "write flatter front matter"
    else:
        found = f"more than {MOST_VALUES:,} values, counting what aliases repeat"
        fix = "keep data of this size in a file of its own"
    code = "front-matter-depth" if deep else "front-matter-size"
    return FrontMatterError(found, fix=fix, code=code, mark=_mark(mark, line))


def _mark(mark: Any, line: int) -> Mark:
    return Mark(mark.line + line, mark.column + 1)


class _Reader:
    """Makes values of nodes, as PyYAML's constructor does, in one walk."""

    def __init__(self, loader: Any, line: int) -> None:
        self.loader = loader
        self.line = line
        self.key: str | None = None
        self.doubts: list[Doubt] = []
        self.known: dict[int, Any] = {}

    def read(self, node: yaml.Node | None) -> Header:
        values: dict[str, Any] | None = None
        marks: dict[str, Mark] = {}
        key_marks: dict[str, Mark] = {}
        item_marks: dict[str, tuple[Mark, ...]] = {}
        texts: dict[str, str | tuple[str | None, ...]] = {}
        if isinstance(node, yaml.MappingNode) and node.tag == _MAP:
            values = {}
            for key, key_node, value_node in self._pairs(node):
                self.key = key
                values[key] = self.value(value_node)
                key_marks[key] = _mark(key_node.start_mark, self.line)
                marks[key] = _mark(value_node.start_mark, self.line)
                if isinstance(value_node, yaml.SequenceNode):
                    items = value_node.value
                    item_marks[key] = tuple(_mark(item.start_mark, self.line) for item in items)
                    if any(item.tag != _TEXT for item in items):
                        texts[key] = tuple(_written(item) for item in items)
                elif value_node.tag != _TEXT and isinstance(value_node, yaml.ScalarNode):
                    texts[key] = value_node.value
        elif node is not None and not (isinstance(node, yaml.ScalarNode) and not node.value):
            raise self._no_mapping(node)
        return Header(
            values=values,
            marks=marks,
            key_marks=key_marks,
            item_marks=item_marks,
            texts=texts,
            doubts=tuple(self.doubts),
        )

    def value(self, node: yaml.Node) -> Any:
        tag = node.tag
        if tag == _TEXT:
            return node.value
        if isinstance(node, yaml.ScalarNode):
            return self._typed(node)
        name = id(node)
        if name not in self.known:
            if tag == _MAP and isinstance(node, yaml.MappingNode):
                self.known[name] = {key: self.value(value) for key, _, value in self._pairs(node)}
            elif tag == _LIST:
                self.known[name] = [self.value(item) for item in node.value]
            else:
                raise self._unknown_tag(node)
        return self.known[name]

    def _typed(self, node: yaml.ScalarNode) -> Any:
        constructor = _TYPED.get(node.tag)
        if constructor is None:
            raise self._unknown_tag(node)
        try:
            return getattr(self.loader, constructor)(node)
        except (ValueError, OverflowError, KeyError, AttributeError, IndexError):
            is_date = node.tag.endswith("timestamp")
            text = str(node.value)
            self.doubts.append(
                Doubt(
                    code="date-unreal" if is_date else "front-matter-syntax",
                    found=f"'{text[:60]}' is not a {'moment' if is_date else 'number'} that exists",
                    fix=f'correct it, or write "{text[:60]}" in quotes if it is text',
                    key=self.key,
                    mark=_mark(node.start_mark, self.line),
                )
            )
            return text

    def _pairs(self, node: yaml.MappingNode) -> list[tuple[str, yaml.Node, yaml.Node]]:
        """The pairs of a mapping, keys as written, merged (`<<`) ones first as far as not given."""
        own: dict[str, tuple[str, yaml.Node, yaml.Node]] = {}
        merged: dict[str, tuple[str, yaml.Node, yaml.Node]] = {}
        for key_node, value_node in node.value:
            if key_node.tag == _MERGE:
                for key, *nodes in self._merged(value_node):
                    merged.setdefault(key, (key, nodes[0], nodes[1]))
                continue
            if not isinstance(key_node, yaml.ScalarNode):
                raise self._error_key(key_node)
            key = str(key_node.value)
            if key in own:
                self._doubt_double(key, own[key][1], key_node)
            own[key] = (key, key_node, value_node)
        if not merged:
            return list(own.values())
        return list({**merged, **own}.values())

    def _merged(self, node: yaml.Node) -> list[tuple[str, yaml.Node, yaml.Node]]:
        if isinstance(node, yaml.MappingNode):
            return self._pairs(node)
        if isinstance(node, yaml.SequenceNode) and all(
            isinstance(item, yaml.MappingNode) for item in node.value
        ):
            return [pair for item in node.value for pair in self._pairs(item)]
        raise FrontMatterError(
            "`<<` with a value that is no mapping",
            fix="write `<<: *name` with the anchor of a mapping, or put the key in quotes",
            code="front-matter-key",
            mark=_mark(node.start_mark, self.line),
        )

    def _error_key(self, node: yaml.Node) -> FrontMatterError:
        return FrontMatterError(
            "a list or mapping where a key should be",
            fix="put values that start with `{` or `[` in quotes, and make keys plain text",
            code="front-matter-key",
            mark=_mark(node.start_mark, self.line),
        )

    def _doubt_double(self, key: str, first: yaml.Node, again: yaml.Node) -> None:
        """Two pairs with one key: the last one counts, as it does for MkDocs."""
        self.doubts.append(
            Doubt(
                code="front-matter-double",
                found=f"the key is given twice, first on line {first.start_mark.line + self.line}",
                fix="keep one of the two; this one counts",
                key=key[:60],
                mark=_mark(again.start_mark, self.line),
            )
        )

    def _unknown_tag(self, node: yaml.Node) -> FrontMatterError:
        tag = str(node.tag).replace(_TAG, "!!")
        if tag in {"!!value", "!!merge"}:
            found, fix = f"'{node.value}' alone is a sign of YAML's own", "put it in quotes"
        else:
            found = f"the YAML tag `{tag[:60]}`"
            fix = "write the value itself, in quotes if it starts with `!`"
        mark = _mark(node.start_mark, self.line)
        return FrontMatterError(found, fix=fix, code="front-matter-tag", mark=mark, key=self.key)

    def _no_mapping(self, node: yaml.Node) -> FrontMatterError:
        kind = "a list" if isinstance(node, yaml.SequenceNode) else "text"
        fix = "write `key: value` lines"
        if isinstance(node, yaml.ScalarNode) and ":" in str(node.value):
            fix += ", with a blank after the colon"
        if node.tag not in {_TEXT, _LIST, _MAP} and not isinstance(node, yaml.ScalarNode):
            return self._unknown_tag(node)
        return FrontMatterError(
            f"{kind} instead of keys and values",
            fix=fix,
            code="front-matter-mapping",
            mark=_mark(node.start_mark, self.line),
        )


def _written(node: yaml.Node) -> str | None:
    return str(node.value) if isinstance(node, yaml.ScalarNode) and node.tag != _TEXT else None
