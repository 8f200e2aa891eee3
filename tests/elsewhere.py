"""Builds in other environments: what cannot share one with MkDocs, Material, or the rest."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from tests.pages import Page, broken_links
from tests.site import SITE_URL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def built_with(python: Path, engine: str, config: Path) -> Mapping[str, Page]:
    """Build strictly in another environment; gives the pages by their file."""
    built = subprocess.run(
        [str(python), "-m", engine, "build", "--strict", "-f", str(config)],
        cwd=config.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )
    said = built.stdout + built.stderr
    assert built.returncode == 0, said
    assert "WARNING" not in said
    site = config.parent / "site"
    html = {
        path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")
    }
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    broken = broken_links(html, files=files, site_url=SITE_URL)
    assert not [link for link in broken if link.startswith("blog/")]
    return {file: Page(url=file, html=text, site_url=SITE_URL) for file, text in html.items()}


def commit(folder: Path) -> None:
    """Put a folder under version control, as sites are, with all that is in it."""
    who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    for command in (
        ["init", "--quiet"],
        ["add", "--all"],
        [*who, "commit", "--quiet", "--allow-empty", "-m", "x"],
    ):
        subprocess.run(["git", "-C", str(folder), *command], check=True, timeout=30)
