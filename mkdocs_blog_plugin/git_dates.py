"""When git saw each file first and last: one `git log` for the whole site, following renames."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

_COMMIT = "\x1e"


class GitError(Exception):
    """Git cannot say: the text tells why, and what to do."""


@dataclass(frozen=True, slots=True)
class History:
    """The first and the last commit of a file (author dates)."""

    first: datetime
    last: datetime


def read_history(folder: Path, *, zone: tzinfo) -> Mapping[str, History]:
    """The history of the files below `folder`, by path relative to it with forward slashes.

    Files that are not committed are missing. Merges count as nothing of their own.
    Raises `GitError` where there is no git, no repository, or a shallow one, whose first commit
    would be taken for the birth of every file.
    """
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() == "true":
        raise GitError(
            "this clone is shallow, so git does not know when posts were first committed; "
            "fetch the whole history (in GitHub Actions: `fetch-depth: 0`)"
        )
    log = _git(
        folder, "-c", "core.quotePath=false", "log", f"--format={_COMMIT}%at", "--name-status",
        "--find-renames", "--no-merges", "-z", "--relative", "--", ".",
    )  # fmt: skip
    return _histories(log, zone)


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603  # fixed arguments, no shell
            ["git", *arguments],  # noqa: S607  # the git on the path is the user's own
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="surrogateescape",
        )
    except FileNotFoundError as error:
        raise GitError("there is no git; install it, or take `git` out of `date_from`") from error
    except subprocess.CalledProcessError as error:
        raise GitError(f"git says: {error.stderr.strip()}") from error
    return done.stdout


def _histories(log: str, zone: tzinfo) -> dict[str, History]:
    """Reads the log, newest commit first: a name that a later commit gave up is its file's."""
    later: dict[str, str] = {}
    found: dict[str, History] = {}
    for commit in log.split(_COMMIT)[1:]:
        head, *fields = commit.lstrip("\n").split("\0")
        moment = datetime.fromtimestamp(int(head.strip()), tz=zone)
        fields = [field.lstrip("\n") for field in fields if field.strip("\n")]
        while fields:
            status, name = fields.pop(0), fields.pop(0)
            if status[0] in "RC":
                old, name = name, fields.pop(0)
                if status[0] == "R":
                    later[old] = later.get(name, name)
            current = later.get(name, name)
            if status[0] == "A" and name in later:
                del later[name]
            known = found.get(current)
            found[current] = History(moment, known.last if known else moment)
    return found
