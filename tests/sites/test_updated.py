"""When posts changed, and what git knows of it."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC
from typing import TYPE_CHECKING

import pytest

from mkdocs_blog_plugin import git_dates
from tests.site import BuiltSite, build, refuse

if TYPE_CHECKING:
    from pathlib import Path

QUIET = {"feeds": False, "archive": False, "related": {"limit": 0}}
FROM_GIT = {
    **QUIET,
    "timezone": "Europe/London",
    "date_from": ["front_matter", "git"],
    "updated_from": ["front_matter", "git"],
}


def updated(site: BuiltSite, name: str) -> list[str]:
    return site.page(f"blog/{name}/").texts(".weblog-byline__updated")


def test_an_update_is_shown_where_its_day_differs(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/a.md": "---\ndate: 2024-01-01\nupdated: 2024-03-05 14:30\n---\n# A\n",
            "blog/b.md": "---\ndate: 2024-01-02 09:00\nupdated: 2024-01-02 18:00\n---\n# B\n",
            "blog/c.md": "---\ndate:\n  created: 2024-01-03\n  updated: 2024-02-01\n---\n# C\n",
            "blog/d.md": "---\ndate: 2024-01-04\n---\n# D\n",
        },
        weblog=QUIET,
    )
    shown = {name: updated(site, name) for name in "abcd"}
    assert shown == {
        "a": ["Updated March 5, 2024"],
        "b": [],
        "c": ["Updated February 1, 2024"],
        "d": [],
    }


def git(folder: Path, *arguments: str, at: str = "2024-01-01T00:00:00Z") -> None:
    who = {"GIT_AUTHOR_NAME": "J", "GIT_AUTHOR_EMAIL": "j@example.org", "GIT_AUTHOR_DATE": at}
    who |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in who.items()}
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, env=environment
    )


def write(root: Path, name: str, text: str) -> None:
    path = root / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


LONG = "Some words that stay the same, so that git knows the file again.\n" * 5


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Committed, changed, renamed, and one file that git does not know."""
    root = tmp_path_factory.mktemp("repository")
    git(root, "init", "-q", "-b", "main")
    write(root, "index.md", "# Home\n")
    write(root, "blog/old name é.md", f"# Renamed\n\n{LONG}")
    write(root, "blog/kept.md", f"---\ndate: 2020-05-05\n---\n# Kept\n\n{LONG}")
    write(root, "blog/merged.md", "# Merged\n")
    git(root, "add", ".")
    git(root, "commit", "-qm", "1", at="2021-01-31T23:30:00Z")
    git(root, "mv", "docs/blog/old name é.md", "docs/blog/new-name.md")
    git(root, "commit", "-qm", "2", at="2022-02-02T10:00:00Z")
    write(root, "blog/kept.md", f"---\ndate: 2020-05-05\n---\n# Kept\n\nMore. {LONG}")
    git(root, "commit", "-qam", "3", at="2023-07-15T23:30:00Z")
    write(root, "blog/unknown.md", "---\ndate: 2024-01-01\n---\n# Unknown\n")
    return root


def test_git_knows_when_posts_appeared_and_changed(repository: Path) -> None:
    site = build(repository, {}, weblog=FROM_GIT)
    shown = {
        name: (site.page(f"blog/{name}/").texts("time"), updated(site, name))
        for name in ("new-name", "kept", "merged", "unknown")
    }
    assert shown == {
        "new-name": (["January 31, 2021"], ["Updated February 2, 2022"]),
        "kept": (["May 5, 2020"], ["Updated July 16, 2023"]),  # British Summer Time
        "merged": (["January 31, 2021"], []),
        "unknown": (["January 1, 2024"], []),
    }


def test_git_is_asked_once_for_the_whole_site(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A `git` of the test's own writes down what it is asked, and asks the real one."""
    record = tmp_path / "asked"
    asking = tmp_path / "bin" / "git"
    asking.parent.mkdir()
    real = subprocess.run(
        ["which", "git"], capture_output=True, text=True, check=True
    ).stdout.strip()
    asking.write_text(f'#!/bin/sh\necho "$@" >> {record}\nexec {real} "$@"\n', encoding="utf-8")
    asking.chmod(0o755)
    monkeypatch.setenv("PATH", f"{asking.parent}{os.pathsep}{os.environ['PATH']}")
    build(repository, {}, weblog=FROM_GIT)
    asked = record.read_text(encoding="utf-8").splitlines()
    assert len([line for line in asked if " log " in f" {line} "]) == 1
    build(repository, {}, weblog=QUIET | {"posts": ["/blog/kept.md", "/blog/unknown.md"]})
    assert record.read_text(encoding="utf-8").splitlines() == asked, "asked where nobody wants it"


def test_a_shallow_clone_is_refused_with_what_to_do(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "clone")
    said = refuse(tmp_path / "clone", {}, weblog=FROM_GIT).text
    assert "weblog: git: this clone is shallow" in said
    assert "fetch-depth: 0" in said


def test_a_folder_without_git_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    tree = {"index.md": "# Home\n", "blog/a.md": "# A\n"}
    assert (
        "weblog: git: git says: fatal: not a git repository"
        in refuse(tmp_path, tree, weblog=FROM_GIT).text
    )


def test_a_machine_without_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(git_dates.GitError, match="there is no git; install it"):
        git_dates.read_history(tmp_path, zone=UTC)


def test_a_post_that_git_does_not_know_yet_needs_a_date(repository: Path) -> None:
    new = repository / "docs/blog/new.md"
    new.write_text("# New\n", encoding="utf-8")
    try:
        said = refuse(repository, {}, weblog=FROM_GIT).text
    finally:
        new.unlink()
    assert "docs/blog/new.md:1:1: date: the post has no date;" in said
