"""What works on the Python at hand and not on every one we support."""

from __future__ import annotations

import re
from pathlib import Path

import mkdocs_blog_plugin

PACKAGE = Path(mkdocs_blog_plugin.__file__).parent

GROUP_POSSESSIVELY = re.compile(r"""^.*\brf?["'].*\)[*+?]\+.*$""", re.MULTILINE)


def test_no_group_is_repeated_possessively() -> None:
    """Before Python 3.11.5 such a group matches too little (gh-106052); `(?>(?:…)*)` is right."""
    found = {
        path.relative_to(PACKAGE).as_posix(): GROUP_POSSESSIVELY.findall(path.read_text("utf-8"))
        for path in PACKAGE.rglob("*.py")
    }
    assert {path: lines for path, lines in found.items() if lines} == {}
