"""A real `mkdocs serve` in a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 90.0
"""Seconds after which a server that does not answer is a failure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running preview; `url` ends with a slash and includes the path of the site's URL."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def get(self, path: str) -> tuple[int, str]:
        """Status and body of one page; waits while the server is building."""
        try:
            with urlopen(self.url + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except HTTPError as answer:
            return answer.code, answer.read().decode("utf-8", "replace")

    def wait_for(self, path: str, text: str) -> str:
        """The page, as soon as the text is in it."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            body = self.get(path)[1]
            if text in body:
                return body
            time.sleep(0.1)
        raise AssertionError(f"{text!r} never came at {path!r}; the log is:\n{self.output()}")

    def output(self) -> str:
        """What the server has printed so far."""
        return self.log.read_text("utf-8", "replace")

    def stop(self) -> None:
        """End it as Ctrl-C does, so that it cleans up."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def serve_site(config_file: Path, *, log: Path, mount: str = "/site/") -> Server:
    """Start on a free port and wait for an answer; `mount` is the path of `site_url`."""
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(config_file)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--dev-addr", f"127.0.0.1:{port}"],
            cwd=config_file.parent,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
    server = Server(url=f"http://127.0.0.1:{port}{mount}", process=process, log=log)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            server.get("")
        except URLError:
            time.sleep(0.1)
        else:
            return server
    server.stop()
    raise AssertionError(f"the server did not come up:\n{server.output()}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
