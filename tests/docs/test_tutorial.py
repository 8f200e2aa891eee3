"""The tutorial is followed to the letter: files written, commands run, pages looked at.

Code blocks with a title are files, `sh` blocks are commands. Comments say what a reader sees then:
`seen: URL | text` in the preview or the built site, `built: file`, and `absent: text` for what must
be nowhere in the built site.
"""

from __future__ import annotations

import os
import re
import shlex
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

TUTORIAL = Path(__file__).parents[2] / "docs" / "pages" / "tutorial.md"

PROVIDED = (
    "python -m venv .venv",
    "source .venv/bin/activate",
    "pip install mkdocs-weblog",
)
"""What has happened before a test begins: it runs in an environment with the package in it."""

PATIENCE = 60
"""Seconds until a preview must show what was saved."""

_STEP = re.compile(
    r"^```\w+ title=\"(?P<file>[^\"]+)\"\n(?P<text>.*?)^```$"
    r"|^```sh\n(?P<commands>.*?)^```$"
    r"|^<!-- (?P<kind>seen|built|absent): (?P<claim>.*?) -->$",
    re.MULTILINE | re.DOTALL,
)


class Step(NamedTuple):
    kind: str
    subject: str
    text: str = ""


def steps(text: str) -> Iterator[Step]:
    for match in _STEP.finditer(text):
        if match["file"]:
            yield Step("file", match["file"], match["text"])
        elif match["commands"]:
            for line in match["commands"].splitlines():
                yield Step("command", line)
        else:
            subject, _, wanted = match["claim"].partition(" | ")
            yield Step(match["kind"], subject, wanted)


class Reader:
    """Somebody who follows the tutorial in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: subprocess.Popen[bytes] | None = None
        self._address = ""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        self._environment = os.environ | {
            "PATH": path,
            "DISABLE_MKDOCS_2_WARNING": "true",
            "NO_MKDOCS_2_WARNING": "1",
        }
        self.said = ""

    def follow(self, step: Step) -> None:
        getattr(self, f"_{step.kind}")(step)

    def _file(self, step: Step) -> None:
        path = self._folder / step.subject
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.text, encoding="utf-8")

    def _command(self, step: Step) -> None:
        command = shlex.split(step.subject)
        if step.subject in PROVIDED:
            return
        if command[0] == "cd":
            self._folder = self._folder / command[1]
        elif command[:2] == ["mkdocs", "serve"]:
            self._serve(command)
        else:
            self.stop()
            done = subprocess.run(
                command,
                cwd=self._folder,
                env=self._environment,
                capture_output=True,
                text=True,
                timeout=PATIENCE,
                check=False,
            )
            self.said = done.stdout + done.stderr
            assert done.returncode == 0, self.said

    def _serve(self, command: list[str]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._address = f"http://127.0.0.1:{port}/"
        self._server = subprocess.Popen(
            [*command, "--dev-addr", f"127.0.0.1:{port}"],
            cwd=self._folder,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def stop(self) -> None:
        if self._server is not None:
            self._server.terminate()
            self._server.wait(timeout=PATIENCE)
            self._server = None

    def _seen(self, step: Step) -> None:
        page = ""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            page = self._page(step.subject)
            if step.text in page:
                return
            time.sleep(0.2)
        raise AssertionError(f"{step.subject} does not say {step.text!r}: {page}")

    def _page(self, url: str) -> str:
        """The text of a page of the preview; empty until it answers."""
        try:
            with urllib.request.urlopen(self._address + url, timeout=5) as answer:
                html = answer.read().decode()
        except OSError:  # not there yet, or busy with a rebuild
            return ""
        return unescape(re.sub(r"<[^>]*>", "", html))

    def _built(self, step: Step) -> None:
        assert (self._folder / step.subject).is_file()

    def _absent(self, step: Step) -> None:
        files = [path for path in (self._folder / "site").rglob("*") if path.is_file()]
        traces = [
            str(path)
            for path in files
            if step.subject in str(path) or step.subject.encode() in path.read_bytes()
        ]
        assert files
        assert traces == []


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    reader = Reader(tmp_path)
    yield reader
    reader.stop()


def test_the_tutorial_works_as_it_is_written(reader: Reader) -> None:
    kinds = set()
    for step in steps(TUTORIAL.read_text("utf-8")):
        reader.follow(step)
        kinds.add(step.kind)
    assert kinds == {"file", "command", "seen", "built", "absent"}
    assert "held back: 1 draft, 1 scheduled" in reader.said
    assert "WARNING" not in reader.said


def test_every_block_of_the_tutorial_is_followed() -> None:
    text = TUTORIAL.read_text("utf-8")
    blocks = [step for step in steps(text) if step.kind == "file"]
    assert text.count("```") == 2 * (len(blocks) + len(re.findall(r"^```sh$", text, re.MULTILINE)))
