"""The checker's report, on pages whose faults are known."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.validity.nu import added_errors, nu_errors

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "<!doctype html><html lang=en><title>Page</title>{}</html>"
TWICE = "Duplicate ID “a”."


def test_errors_are_counted_by_page(tmp_path: Path) -> None:
    for name, body in {"one/fine": "<p id=a>", "two/twice ü": "<p id=a><p id=a>"}.items():
        page = tmp_path / f"{name}.html"
        page.parent.mkdir()
        page.write_text(PAGE.format(body))
        (page.parent / "style.css").write_text("not { even: css")
    one, two = nu_errors([tmp_path / "one", tmp_path / "two"])
    assert one == {"fine.html": Counter()}
    assert two == {"twice ü.html": Counter({TWICE: 1})}


def test_only_what_was_not_there_before_is_added() -> None:
    before = {"a.html": Counter({"theme": 2}), "b.html": Counter({"theme": 1, "old": 1})}
    after = {
        "a.html": Counter({"theme": 2, "old": 1}),
        "b.html": Counter({"theme": 2}),
        "new.html": Counter({"theme": 3, "old": 1}),
    }
    assert added_errors(after, before) == ["new.html: theme"]
