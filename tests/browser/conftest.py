"""A browser and the example site's three looks, each made once."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from typing import TYPE_CHECKING, Protocol

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.reader import PICTURES, Reader, Scheme, new_reader
from tests.browser.static_server import served
from tests.example import example_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")

FLAGS = [
    "--no-sandbox",  # in a container there is no user namespace to make one with
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class NewReader(Protocol):
    """Opens a window on a built site; `scripts` is whether JavaScript runs in it."""

    def __call__(
        self, folder: Path, *, theme: str, scheme: Scheme, width: int, scripts: bool = True
    ) -> Reader: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a screen."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert program, f"none of {', '.join(PROGRAMS)} is installed: `make tools` installs one"
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site_urls() -> Iterator[Callable[[Path], str]]:
    """Serve folders for the whole session, each once."""
    urls: dict[Path, str] = {}
    with ExitStack() as servers:

        def url(folder: Path) -> str:
            if folder not in urls:
                urls[folder] = servers.enter_context(served(folder))
            return urls[folder]

        yield url


@pytest.fixture
def read(browser: Browser, site_urls: Callable[[Path], str]) -> Iterator[NewReader]:
    """Open windows on built sites; whatever they complained of fails the test at its end."""
    readers: list[Reader] = []

    def start(
        folder: Path, *, theme: str, scheme: Scheme, width: int, scripts: bool = True
    ) -> Reader:
        reader = new_reader(
            browser,
            site=site_urls(folder),
            theme=theme,
            scheme=scheme,
            width=width,
            scripts=scripts,
        )
        readers.append(reader)
        return reader

    yield start
    for reader in readers:
        reader.page.context.close()
    complaints = [complaint for reader in readers for complaint in reader.complaints]
    assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="session")
def example(shared_tmp: Path) -> Callable[[str], Path]:
    """The example site as built for a theme."""
    return lambda theme: example_site(shared_tmp, theme)
