"""What the code says of itself: docstrings of classes and attributes."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "mkdocs_blog_plugin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An attribute, property or method of a class."""

    name: str
    doc: str
    call: str = ""
    """The parameters, with parentheses; empty for what is not called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Documented:
    """A class with its docstring and its public members, in the order of the source."""

    name: str
    doc: str
    members: Mapping[str, Member] = field(default_factory=dict)


def one_line(text: str | None) -> str:
    """A docstring without its line breaks; empty for none."""
    return " ".join((text or "").split())


@cache
def classes() -> Mapping[str, Documented]:
    """All classes of the package, by name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                found[node.name] = _documented(node)
    return found


def _documented(node: ast.ClassDef) -> Documented:
    members: dict[str, Member] = {}
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef):
            if statement.name == "__init__":
                members |= {m.name: m for m in _attributes(statement.body, of=ast.Attribute)}
            elif not statement.name.startswith("_"):
                members[statement.name] = _function(statement)
    members = {m.name: m for m in _attributes(node.body, of=ast.Name)} | members
    return Documented(name=node.name, doc=one_line(ast.get_docstring(node)), members=members)


def _attributes(
    body: list[ast.stmt], *, of: type[ast.Attribute] | type[ast.Name]
) -> Iterator[Member]:
    """Assigned attributes with the text below each: `x: int = 1` and `x = 1` are of a `Name`,
    `self.x = 1` is of an `Attribute`."""
    for statement, following in zip(body, [*body[1:], ast.Pass()], strict=True):
        match statement:
            case ast.AnnAssign(target=target) | ast.Assign(targets=[target]) if isinstance(
                target, of
            ):
                name = target.attr if isinstance(target, ast.Attribute) else target.id
                if not name.startswith("_"):
                    yield Member(name=name, doc=_text(following))


def _text(statement: ast.stmt) -> str:
    match statement:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return one_line(text)
    return ""


def _function(node: ast.FunctionDef) -> Member:
    is_property = any("property" in ast.unparse(decorator) for decorator in node.decorator_list)
    arguments = node.args
    named = [a.arg for a in (*arguments.posonlyargs, *arguments.args)][1:]
    named += [f"{a.arg}=…" for a in arguments.kwonlyargs]
    if arguments.kwarg:
        named.append("…")
    return Member(
        name=node.name,
        doc=one_line(ast.get_docstring(node)),
        call="" if is_property else f"({', '.join(named)})",
    )
