"""The options: a complete annotated entry for `mkdocs.yml`, and tables."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

import yaml
from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption, Config

from mkdocs_blog_plugin.config import WeblogConfig
from scripts.documented.source import classes

WIDTH = 78

_TYPES = {str: "text", bool: "`true` or `false`", int: "number", float: "number", dict: "mapping"}

SHOWN = {"taxonomies": "tags"}
"""Records that have a name of the site's choosing, and the name the annotated entry shows."""


def record_of(option: object) -> type[Config] | None:
    """The class of the records an option takes, `None` for a plain value."""
    for value in vars(option).values():
        if isinstance(value, type) and issubclass(value, Config):
            return value
        if isinstance(value, BaseConfigOption) and (found := record_of(value)):
            return found
    return None


def schema(record: type[Config]) -> list[tuple[str, BaseConfigOption[Any]]]:
    """The options of a class, by name, in the order of the source."""
    return [(name, option) for name, option in record._schema]


def describe(record: type[Config], name: str) -> str:
    """The text below an option."""
    return classes()[record.__name__].members[name].doc


def annotated() -> str:
    """Every option with its default, as YAML that may be copied."""
    lines = ["plugins:", "  - search", "  - weblog:"]
    return "\n".join([*lines, *_annotated(WeblogConfig, indent=6)])


def _annotated(record: type[Config], *, indent: int) -> Iterator[str]:
    margin = " " * indent
    for name, option in schema(record):
        text = describe(record, name)
        lines = textwrap.wrap(text, WIDTH - indent - 2, break_on_hyphens=False)
        yield from (f"{margin}# {line}" for line in lines)
        inner = record_of(option)
        if inner is None:
            yield f"{margin}{name}: {_yaml(option.default)}".rstrip()
        elif name in SHOWN:
            yield f"{margin}{name}:"
            yield f"{margin}  {SHOWN[name]}:"
            yield from _annotated(inner, indent=indent + 4)
        elif option.default in (False, None):
            yield f"{margin}{name}: {_yaml(option.default)}".rstrip()
            yield from (f"{margin}# {line.strip()}" for line in _annotated(inner, indent=2))
        else:
            yield f"{margin}{name}:"
            yield from _annotated(inner, indent=indent + 2)


def _yaml(value: object) -> str:
    """A value on one line; nothing for `None`, which stands for the default."""
    if value is None:
        return ""
    dumped = yaml.safe_dump(value, default_flow_style=True, width=1000, allow_unicode=True)
    return dumped.strip().removesuffix("...").strip()


def tables() -> str:
    """A table for each class of options, the plugin's own first."""
    parts = [_table(WeblogConfig, path="")]
    parts += [_table(record, path=path) for path, record in _records(WeblogConfig, path="")]
    return "\n\n".join(parts)


def _records(record: type[Config], *, path: str) -> Iterator[tuple[str, type[Config]]]:
    for name, option in schema(record):
        if inner := record_of(option):
            place = f"{path}{name}."
            yield place, inner
            yield from _records(inner, path=place)


def _table(record: type[Config], *, path: str) -> str:
    title = f"`{path[:-1]}`" if path else "`weblog`"
    rows = [
        f"| `{name}` | {kind(option)} | {_default(option)} | {cell(describe(record, name))} |"
        for name, option in schema(record)
    ]
    anchor = f"{{ #{path[:-1].replace('.', '-') or 'weblog'} }}"
    heading = f"### {title} {anchor}" if path else f"## All options {anchor}"
    intro = classes()[record.__name__].doc
    table = "\n".join(["| option | type | default | meaning |", "|---|---|---|---|", *rows])
    return f"{heading}\n\n{intro}\n\n{table}"


def _default(option: BaseConfigOption[Any]) -> str:
    if record_of(option) is not None and option.default == {}:
        return "see below"
    value = option.default if isinstance(option.default, str) else _yaml(option.default)
    return f"`{value}`" if value else "–"


def cell(text: str) -> str:
    """Text as it may stand in a table's cell."""
    return text.replace("|", "\\|")


def kind(option: object) -> str:
    """The values an option takes, in words."""
    inner = vars(option).get("option") or vars(option).get("option_type")
    if isinstance(option, c.ListOfItems):
        return f"list of {kind(inner)}"
    if isinstance(option, c.Choice):
        return ", ".join(f"`{_yaml(choice)}`" for choice in option.choices)
    if record := record_of(option):
        switch = " or `false`" if not isinstance(option, c.SubConfig) else ""
        return f"[mapping](#{_anchor(record)}){switch}"
    if isinstance(option, c.Type):
        given = option._type if isinstance(option._type, tuple) else (option._type,)
        *names, last = [_TYPES.get(one, one.__name__) for one in given]
        return f"{', '.join(names)} or {last}" if names else last
    if inner is not None:
        return kind(inner)
    doc = classes()[type(option).__name__].doc.split(". ")[0].rstrip(".")
    return doc[:1].lower() + doc[1:]


def _anchor(record: type[Config]) -> str:
    paths = {found: path for path, found in _records(WeblogConfig, path="")}
    return paths[record][:-1].replace(".", "-")
