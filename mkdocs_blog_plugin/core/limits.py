"""Limits of a header: how deep and how large YAML may be before it is taken apart."""

from __future__ import annotations

from typing import Any

import yaml

from .findings import FrontMatterError
from .problems import Mark

__all__ = ["MOST_LEVELS", "MOST_VALUES", "Loader", "compose_within_limits", "place_of"]

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML was built without libyaml: ten times slower, same results
    from yaml import SafeLoader as Loader  # type: ignore[assignment]  # same interface

MOST_LEVELS = 40
MOST_VALUES = 20_000
_SURELY_SMALL = 100
"""Indicators a header may have and still be composed unseen: each level needs one, and libyaml
overflows the C stack at some ten thousand levels, Python's own composer at two hundred."""


def compose_within_limits(loader: Any, text: str, *, line: int) -> yaml.Node | None:
    """The root node of `text`, which `loader` is at the start of; `line` is its first one's number.

    Raises FrontMatterError before anything is spent on a header that is too deep, too large or
    contains itself, and what PyYAML raises.
    """
    indicators = sum(map(text.count, "[{-?:,"))
    if indicators > _SURELY_SMALL:
        _check_events(text, line=line)
    node: yaml.Node | None = loader.get_single_node()
    if node is not None and ("&" in text or indicators > MOST_LEVELS):
        _measure(node, level=1, known={}, line=line)
    return node


def _check_events(text: str, *, line: int) -> None:
    """Refuse deep and huge headers by their events, which take no stack and no memory."""
    level = values = 0
    for event in yaml.parse(text, Loader=Loader):
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
            mark=place_of(node.start_mark, line),
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
    return FrontMatterError(found, fix=fix, code=code, mark=place_of(mark, line))


def place_of(mark: Any, line: int) -> Mark:
    """A mark of PyYAML as a place in the file; `line` is the number of the header's first line."""
    return Mark(mark.line + line, mark.column + 1)
