"""The messages: what each code means, with an example and what the plugin says to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from mkdocs_blog_plugin.core.problems import Level
from mkdocs_blog_plugin.core.rules import RULES
from scripts.documented.building import built

SOURCE = Path(__file__).parents[2] / "docs" / "messages.yml"
"""The examples, by code: `files` that bring the message about with the options `weblog` (of several
`blogs`), and `then`, what is right instead. `why` stands where an example would be too long."""

LEVELS = {Level.ERROR: "Error", Level.WARN: "Warning", Level.INFO: "Information"}
_LANGUAGES = {".yml": "yaml", ".md": "markdown"}


@cache
def examples() -> Mapping[str, Any]:
    """The file of examples."""
    data: Mapping[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return data


@cache
def said(code: str) -> list[str]:
    """The lines with this code that the plugin says to the example."""
    example = examples()[code]
    lines = built(
        example["files"], weblog=example.get("weblog"), blogs=example.get("blogs", ())
    ).said
    return [line.strip().removeprefix("weblog: ") for line in lines if line.endswith(f"[{code}]")]


def sections() -> str:
    """A section for each code, with the code as its anchor."""
    return "\n\n".join(section(code) for code in RULES)


def section(code: str) -> str:
    """What a writer who got a message finds behind its code."""
    example = examples().get(code, {})
    rule = RULES[code]
    parts = [
        f"### {rule.title} {{ #{code} }}",
        f"`{code}` · {LEVELS[rule.level]}",
        _sentences(rule.explanation),
    ]
    if "files" not in example:
        return "\n\n".join([*parts, example.get("why", "").strip()]).strip()
    for name, content in example["files"].items():
        parts.append(_block(name, content))
    if blogs := example.get("blogs") or [b for b in [example.get("weblog")] if b]:
        entry = {"plugins": [{"weblog": options} for options in blogs]}
        dumped = yaml.safe_dump(entry, sort_keys=False, allow_unicode=True)
        parts.append(_block("mkdocs.yml", dumped))
    parts.append("```text\n" + "\n".join(said(code)) + "\n```")
    if "then" in example:
        parts.append("Instead:\n\n" + _fenced(example["then"], language=_then_language(example)))
    return "\n\n".join(parts)


def _then_language(example: Mapping[str, Any]) -> str:
    return "markdown" if example["then"].startswith(("---", "#")) else "yaml"


def _block(name: str, content: str | bytes) -> str:
    text = content if isinstance(content, str) else content.decode(errors="replace")
    language = _LANGUAGES.get(Path(name).suffix, "text")
    return _fenced(text, language=f'{language} title="{name}"')


def _fenced(text: str, *, language: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def _sentences(text: str) -> str:
    """One sentence per line."""
    return re.sub(r"(?<=[.!?]) +(?=[A-Z`])", "\n", text)
