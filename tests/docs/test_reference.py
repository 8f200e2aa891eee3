"""The reference is what the code says: generated from it, complete, and tried."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2
import pytest
import yaml
from jinja2 import meta, nodes

from mkdocs_blog_plugin.config import WeblogConfig
from mkdocs_blog_plugin.core.keys import FRONT_MATTER_KEYS
from mkdocs_blog_plugin.core.rules import RULES
from mkdocs_blog_plugin.core.wording_keys import WORDING_KEYS
from scripts import reference
from scripts.documented import messages, options, templates
from scripts.documented.building import built
from scripts.documented.source import Documented

pytestmark = pytest.mark.xdist_group("reference")  # one worker builds the examples, once

PARTIALS = tuple(templates.partials())


@cache
def page(name: str) -> str:
    return (reference.PAGES / "reference" / name).read_text(encoding="utf-8")


def test_the_committed_pages_are_what_the_code_says() -> None:
    stale = [path.name for path, _ in reference.stale()]
    assert stale == [], "run: .venv/bin/python scripts/reference.py"


def test_every_generated_part_is_on_a_page() -> None:
    texts = [path.read_text(encoding="utf-8") for path in reference.PAGES.rglob("*.md")]
    assert {name for text in texts for name in reference.parts_of(text)} == set(reference.PARTS)


def test_the_annotated_entry_is_valid_and_changes_nothing() -> None:
    entry = yaml.safe_load(options.annotated())["plugins"][1]["weblog"]
    given = WeblogConfig()
    given.load_dict(entry)
    default = WeblogConfig()
    default.load_dict({})
    assert given.validate() == default.validate() == ([], [])
    assert set(entry) == {name for name, _ in options.schema(WeblogConfig)}
    own = options.SHOWN
    assert {k: v for k, v in given.items() if k not in own} == {
        k: v for k, v in default.items() if k not in own
    }


def test_a_site_with_the_annotated_entry_is_the_site_without_it() -> None:
    entry = yaml.safe_load(options.annotated())["plugins"][1]["weblog"]
    files = {
        "docs/blog/2024-03-12-learning.md": "---\ntags: [a]\nauthors: [Jane]\n---\n# Learning\n",
        "docs/blog/2024-06-19-again.md": "---\ncategories: [A/B]\n---\n# Again\n",
    }
    moment = {"as_of": "2026-06-01"}
    with_it, without = built(files, weblog={**entry, **moment}), built(files, weblog=moment)
    assert with_it.headings == without.headings
    assert with_it.said == without.said


@pytest.mark.parametrize(
    "record", [WeblogConfig, *dict(options._records(WeblogConfig, path="")).values()]
)
def test_every_option_says_what_it_is(record: type[WeblogConfig]) -> None:
    silent = [name for name, _ in options.schema(record) if not options.describe(record, name)]
    assert silent == []


@pytest.mark.parametrize("key", FRONT_MATTER_KEYS, ids=lambda key: key.name)
def test_every_front_matter_key_has_a_section(key: object) -> None:
    assert f"{{ #{getattr(key, 'name')} }}" in page("front-matter.md")  # noqa: B009


@pytest.mark.parametrize("key", WORDING_KEYS)
def test_every_string_of_the_wording_is_in_the_table(key: str) -> None:
    assert f"| `{key}` |" in page("wording.md")


@pytest.mark.parametrize("code", RULES)
def test_every_message_has_a_section_and_an_example(code: str) -> None:
    assert f"{{ #{code} }}" in page("messages.md")
    assert code in messages.examples(), f"show it in {messages.SOURCE}"


def test_there_are_no_examples_of_messages_that_are_none() -> None:
    assert messages.examples().keys() - RULES.keys() == set()


@pytest.mark.parametrize("code", [c for c, e in messages.examples().items() if "files" in e])
def test_every_example_brings_about_its_message(code: str) -> None:
    assert messages.said(code), f"nothing says {code}: mend its example in {messages.SOURCE}"


@pytest.mark.parametrize("partial", PARTIALS, ids=lambda partial: partial.name)
def test_every_template_says_what_it_shows_and_sees(partial: templates.Partial) -> None:
    assert partial.text.endswith(".")
    used = {
        name for path in _sources(partial) for name in meta.find_undeclared_variables(_parsed(path))
    }
    assert used <= set(partial.names), "name it behind `In:` in the template's first comment"
    assert f"| `{partial.name}.html` |" in page("templates.md")


@pytest.mark.parametrize("partial", PARTIALS, ids=lambda partial: partial.name)
def test_every_attribute_a_template_uses_is_documented(partial: templates.Partial) -> None:
    known = {
        name: templates.documented()[kind].members for name, kind in templates.VARIABLES.items()
    }
    used = {
        (node.node.name, node.attr)
        for path in _sources(partial)
        for node in _parsed(path).find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name in known
    }
    assert [f"{name}.{attr}" for name, attr in used if attr not in known[name]] == []


@pytest.mark.parametrize("owner", templates.documented().values(), ids=lambda owner: owner.name)
def test_everything_templates_may_use_is_described(owner: Documented) -> None:
    silent = [name for name, m in owner.members.items() if not templates.text_of(owner, m)]
    assert silent == [], f"write a docstring, or a text in {templates.__file__}"


def _sources(partial: templates.Partial) -> list[Path]:
    return [
        *templates.FOLDER.glob(f"{partial.name}.html"),
        *templates.FOLDER.glob(f"*/{partial.name}.html"),
    ]


def _parsed(path: Path) -> nodes.Template:
    return jinja2.Environment(extensions=["jinja2.ext.do"]).parse(path.read_text(encoding="utf-8"))
