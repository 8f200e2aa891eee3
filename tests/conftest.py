"""What all tests share: styles of a site, other environments, real blogs, a real server."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.server import Server, serve_site
from tests.site import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Material and ProperDocs print a notice about MkDocs 2 at every start.
os.environ["DISABLE_MKDOCS_2_WARNING"] = "true"
os.environ["NO_MKDOCS_2_WARNING"] = "true"

# How fast a machine is has nothing to do with whether a test passes.
settings.register_profile("weblog", deadline=None)
settings.load_profile("weblog")

PROJECT = Path(__file__).parent.parent

MARKED_FOLDERS = {
    "browser": "browser",
    "validity": "validity",
    "compatibility": "compat",
    "corpus": "corpus",
}

STYLES = [
    pytest.param(
        Style(theme=theme, use_directory_urls=directories),
        id=f"{theme}-{'directories' if directories else 'files'}",
    )
    for theme in ("mkdocs", "readthedocs", "material")
    for directories in (True, False)
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by their folder."""
    tests = PROJECT / "tests"
    for item in items:
        folder = item.path.relative_to(tests).parts[0] if item.path.is_relative_to(tests) else ""
        if folder in MARKED_FOLDERS:
            item.add_marker(MARKED_FOLDERS[folder])


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of this repository."""
    return PROJECT


@pytest.fixture(scope="session", params=STYLES)
def style(request: pytest.FixtureRequest) -> Style:
    """Three themes with both kinds of URLs: `build(tmp_path, TREE, **style)`."""
    chosen: Style = request.param
    return chosen


@pytest.fixture(scope="session")
def shared_tmp(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A temporary folder of this run that all of its processes share."""
    base = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):
        base = base.parent  # each worker of pytest-xdist has a folder of its own in it
    shared = base / "shared"
    shared.mkdir(exist_ok=True)
    return shared


@pytest.fixture(scope="session")
def materialx_python() -> Path:
    """The Python of an environment with MaterialX, which cannot share one with Material."""
    return _python("materialx")


@pytest.fixture(scope="session")
def properdocs_python() -> Path:
    """The Python of an environment with ProperDocs and its themes."""
    return _python("properdocs")


@pytest.fixture(scope="session")
def company_python() -> Path:
    """The Python of an environment with the plugins one meets most, some of which need both
    MkDocs and ProperDocs."""
    return _python("company")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real blogs and exports that tests may read; never part of this repository."""
    folder = Path(os.environ.get("WEBLOG_CORPUS", PROJECT.parent / "shared" / "fixtures"))
    if not folder.is_dir():
        pytest.skip(f"no real blogs at {folder}; WEBLOG_CORPUS names another folder")
    return folder


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[Path], Server]]:
    """Start `mkdocs serve` for a configuration file; every server ends with the test."""
    servers: list[Server] = []

    def start(config_file: Path) -> Server:
        servers.append(serve_site(config_file, log=tmp_path / f"serve-{len(servers)}.log"))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


def _python(name: str) -> Path:
    python = PROJECT / ".venvs" / name / "bin" / "python"
    assert python.exists(), f"no environment .venvs/{name}: `make environments` makes it"
    return python
