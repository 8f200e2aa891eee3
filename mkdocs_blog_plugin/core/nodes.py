"""Nodes of YAML to plain data, with the place and the spelling of each value at hand."""

from __future__ import annotations

from typing import Any

import yaml

from .findings import Doubt, FrontMatterError
from .limits import place_of

_TAG = "tag:yaml.org,2002:"
TEXT, LIST, MAP, _MERGE = _TAG + "str", _TAG + "seq", _TAG + "map", _TAG + "merge"
_TYPED = {
    _TAG + "null": "construct_yaml_null",
    _TAG + "bool": "construct_yaml_bool",
    _TAG + "int": "construct_yaml_int",
    _TAG + "float": "construct_yaml_float",
    _TAG + "timestamp": "construct_yaml_timestamp",
}


class NodeReader:
    """Makes values of nodes as PyYAML's safe constructor does, in one walk."""

    def __init__(self, loader: Any, *, line: int) -> None:
        self._loader = loader
        self._line = line
        self._known: dict[int, Any] = {}
        self.key: str | None = None
        """The top-level key at which the walk is, for messages."""
        self.doubts: list[Doubt] = []

    def value(self, node: yaml.Node) -> Any:
        """The value of any node; the same object for the same node. Raises FrontMatterError."""
        tag = node.tag
        if tag == TEXT:
            return node.value
        if isinstance(node, yaml.ScalarNode):
            return self._typed(node)
        name = id(node)
        if name not in self._known:
            if tag == MAP and isinstance(node, yaml.MappingNode):
                self._known[name] = {key: self.value(value) for key, _, value in self.pairs(node)}
            elif tag == LIST:
                self._known[name] = [self.value(item) for item in node.value]
            else:
                raise self._unknown_tag(node)
        return self._known[name]

    def _typed(self, node: yaml.ScalarNode) -> Any:
        constructor = _TYPED.get(node.tag)
        if constructor is None:
            raise self._unknown_tag(node)
        try:
            return getattr(self._loader, constructor)(node)
        except (ValueError, OverflowError, KeyError, AttributeError, IndexError):
            is_date = node.tag.endswith("timestamp")
            text = str(node.value)
            self.doubts.append(
                Doubt(
                    code="date-unreal" if is_date else "front-matter-syntax",
                    found=f"'{text[:60]}' is not a {'moment' if is_date else 'number'} that exists",
                    fix=f'correct it, or write "{text[:60]}" in quotes if it is text',
                    key=self.key,
                    mark=place_of(node.start_mark, self._line),
                )
            )
            return text

    def pairs(self, node: yaml.MappingNode) -> list[tuple[str, yaml.Node, yaml.Node]]:
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
            if key_node.tag != TEXT:
                self._typed(key_node)  # only to find what PyYAML would fail on
            key = str(key_node.value)
            if key in own:
                self._doubt_double(key, own[key][1], key_node)
            own[key] = (key, key_node, value_node)
        if not merged:
            return list(own.values())
        return list({**merged, **own}.values())

    def _merged(self, node: yaml.Node) -> list[tuple[str, yaml.Node, yaml.Node]]:
        if isinstance(node, yaml.MappingNode):
            return self.pairs(node)
        if isinstance(node, yaml.SequenceNode) and all(
            isinstance(item, yaml.MappingNode) for item in node.value
        ):
            return [pair for item in node.value for pair in self.pairs(item)]
        raise FrontMatterError(
            "`<<` with a value that is no mapping",
            fix="write `<<: *name` with the anchor of a mapping, or put the key in quotes",
            code="front-matter-key",
            mark=place_of(node.start_mark, self._line),
        )

    def _error_key(self, node: yaml.Node) -> FrontMatterError:
        return FrontMatterError(
            "a list or mapping where a key should be",
            fix="put values that start with `{` or `[` in quotes, and make keys plain text",
            code="front-matter-key",
            mark=place_of(node.start_mark, self._line),
        )

    def _doubt_double(self, key: str, first: yaml.Node, again: yaml.Node) -> None:
        """Two pairs with one key: the last one counts, as it does for MkDocs."""
        self.doubts.append(
            Doubt(
                code="front-matter-double",
                found=f"the key is given twice, first on line {first.start_mark.line + self._line}",
                fix="keep one of the two; this one counts",
                key=key[:60],
                mark=place_of(again.start_mark, self._line),
            )
        )

    def _unknown_tag(self, node: yaml.Node) -> FrontMatterError:
        tag = str(node.tag).replace(_TAG, "!!")
        if tag in {"!!value", "!!merge"}:
            found, fix = f"'{node.value}' alone is a sign of YAML's own", "put it in quotes"
        else:
            found = f"the YAML tag `{tag[:60]}`"
            fix = "write the value itself, in quotes if it starts with `!`"
        mark = place_of(node.start_mark, self._line)
        return FrontMatterError(found, fix=fix, code="front-matter-tag", mark=mark, key=self.key)
