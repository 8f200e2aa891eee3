"""Fields: URLs that are safe to print, text as written, and places of values and items."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from mkdocs_blog_plugin.core.fields import field_of, plain_text, read_flag, read_text
from mkdocs_blog_plugin.core.findings import Findings
from mkdocs_blog_plugin.core.front_matter import FrontMatter, read_front_matter
from mkdocs_blog_plugin.core.labels import read_labels
from mkdocs_blog_plugin.core.problems import Mark
from mkdocs_blog_plugin.core.schemes import is_safe_url


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=c#d",
        "HTTP://example.org",
        "mailto:jane@example.org",
        "//example.org/a",
        "/a/b",
        "../a.md#b",
        "?page=2",
        "#top",
        "a/b:c",
        "./a:b",
        "日本語.md",
        "&#106;avascript:alert(1)",  # text: it is escaped wherever it is printed
        "",
    ],
)
def test_relative_urls_and_three_schemes_are_safe(url: str) -> None:
    assert is_safe_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org",
        "C:/pictures/a.jpg",
        "view-source:https://example.org",
    ],
)
def test_other_schemes_are_not(url: str) -> None:
    assert not is_safe_url(url)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", "a"),
        (None, ""),
        (True, "true"),
        (3.5, "3.5"),
        (date(2024, 1, 31), "2024-01-31"),
        (datetime(2024, 1, 31, 10, 0, tzinfo=UTC), "2024-01-31 10:00:00+00:00"),
        pytest.param(16**5000, "0x1" + "0" * 5000, id="16**5000"),
    ],
)
def test_scalars_have_a_plain_text(value: object, text: str) -> None:
    assert plain_text(value) == text


def test_places_follow_the_items() -> None:
    front_matter = read_front_matter("---\ntags:\n  - a\n  - 1.10\n---\n")
    field = field_of(front_matter, "tags")
    assert field is not None
    assert [(item.mark, item.written) for item in field.items] == [
        (Mark(3, 5), None),
        (Mark(4, 5), "1.10"),
    ]
    merged = FrontMatter(
        values={"tags": ["default", "a", 1.1]},
        marks=front_matter.marks,
        item_marks=front_matter.item_marks,
        texts=front_matter.texts,
        body="",
    )
    field = field_of(merged, "tags")
    assert field is not None
    assert [(item.mark, item.written) for item in field.items] == [(Mark(3, 3), None)] * 3
    assert field_of(merged, "title") is None


@pytest.mark.parametrize("value", [None, True, 1, 1.5, "a", [1, [2]], {"a": {"b": 1}}, [], {}])
def test_readers_of_absent_and_of_any_value_agree_on_none(value: object) -> None:
    findings = Findings("a.md")
    field = field_of(FrontMatter(values={"key": value}, body=""), "key")
    for read in (read_text, read_labels, read_flag):
        understood = read(field, findings)
        assert understood or understood is None or understood == ()
    assert read_text(None, findings) is None
    assert read_flag(None, findings) is None
    assert read_labels(None, findings) == ()


def test_findings_tell_a_thing_once() -> None:
    findings = Findings("a.md")
    for fix in ("one", "two"):
        findings.add("key-unknown", "x", fix=fix, key="k", mark=Mark(1, 1))
    findings.add("key-unknown", "x\ny\x1b[31m", fix="three", key="k\n", mark=Mark(2, 1))
    assert [str(problem) for problem in findings.problems] == [
        "a.md:1:1: k: x; one [key-unknown]",
        "a.md:2:1: k : x y [31m; three [key-unknown]",
    ]
