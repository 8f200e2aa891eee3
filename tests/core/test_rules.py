"""Every problem the code reports is in the catalogue, and the catalogue has no others."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import mkdocs_blog_plugin
from mkdocs_blog_plugin.core.rules import RULES

PACKAGE = Path(mkdocs_blog_plugin.__file__).parent
CATALOGUES = {"rules.py", "site_rules.py"}
REPORTING = {"_problem", "_say", "add", "about", "say"}
"""Functions that take a code by its place."""


def literals() -> set[str]:
    """All texts of the package that look like a code and are given to something as its code."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        if path.name in CATALOGUES:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, (ast.Call, ast.Assign, ast.FunctionDef)):
                continue
            for value in given_as_code(node):
                found |= {
                    part.value
                    for part in ast.walk(value)
                    if isinstance(part, ast.Constant)
                    and isinstance(part.value, str)
                    and "-" in part.value
                    and " " not in part.value
                }
    return found


def given_as_code(node: ast.Call | ast.Assign | ast.FunctionDef) -> list[ast.expr]:
    if isinstance(node, ast.FunctionDef):
        arguments = zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
        return [default for name, default in arguments if name.arg == "code" and default]
    if isinstance(node, ast.Assign):
        names = ast.unparse(node.targets[0]).strip("()").split(", ")
        if "code" not in names:
            return []
        value = node.value
        return [value.elts[names.index("code")] if isinstance(value, ast.Tuple) else value]
    values = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
    return [*values, *(node.args[:2] if name in REPORTING else [])]


def test_every_code_that_is_reported_is_in_the_catalogue_and_no_other() -> None:
    assert literals() == RULES.keys()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_is_told_in_whole_sentences(rule: object) -> None:
    title, explanation = getattr(rule, "title", ""), getattr(rule, "explanation", "")
    assert title[:1].isupper() or title.startswith("`")
    assert not title.endswith(".")
    assert explanation.endswith(".")
