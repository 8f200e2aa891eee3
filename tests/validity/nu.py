"""The Nu HTML checker, the one behind validator.w3.org, on built sites."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

PROJECT = Path(__file__).parent.parent.parent
CHECKER = PROJECT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

Errors = Mapping[str, Counter[str]]
"""For each page, relative to its site: what is wrong, and how often."""


def nu_errors(folders: Sequence[Path]) -> list[Errors]:
    """Check every HTML file below the folders, in one run."""
    java = shutil.which("java")
    assert java, "java is not installed: `make tools` installs it"
    assert CHECKER.is_file(), "the checker is not installed: `make tools` installs it"
    command = [java, "-Xmx1g", "-jar", str(CHECKER), "--format", "json", "--errors-only"]
    checked = subprocess.run(
        [*command, "--skip-non-html", "--exit-zero-always", *map(str, folders)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    )
    found: list[dict[str, Counter[str]]] = [
        {page.relative_to(folder).as_posix(): Counter() for page in folder.rglob("*.html")}
        for folder in folders
    ]
    for message in json.loads(checked.stderr)["messages"]:
        path = Path(unquote(urlsplit(message["url"]).path))
        at = next(i for i, folder in enumerate(folders) if path.is_relative_to(folder))
        found[at][path.relative_to(folders[at]).as_posix()][message["message"]] += 1
    return list(found)


def added_errors(after: Errors, before: Errors) -> list[str]:
    """What is wrong on pages after that was not wrong before, as `page: message`.

    Each page is held against the worst of the pages before: what a theme gets wrong on its pages,
    such as the first of a chain, is not our page's error.
    """
    worst: Counter[str] = Counter()
    for errors in before.values():
        worst |= errors
    return [
        f"{page}: {message}"
        for page, errors in sorted(after.items())
        for message in sorted((errors - worst).elements())
    ]
