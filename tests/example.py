"""The example site as a visitor gets it, built once for all tests that look at it."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parent.parent

CONFIGURATIONS = {
    "material": "mkdocs.yml",
    "mkdocs": "example_site/mkdocs.mkdocs.yml",
    "readthedocs": "example_site/mkdocs.readthedocs.yml",
}
"""The example site's configuration for each of the three themes we dress up for."""

THEMES = list(CONFIGURATIONS)


def example_site(shared: Path, theme: str, *, with_blog: bool = True) -> Path:
    """The folder of the built site; `shared` is a folder that all test processes share.

    Without the blog the same sources are built with the plugin switched off.
    """
    name = f"{theme}-{'with' if with_blog else 'without'}-blog"
    site = shared / name
    with _locked(shared / f"{name}.lock"):
        if not site.exists():
            config = PROJECT / CONFIGURATIONS[theme]
            if not with_blog:
                config = _switched_off(config, shared / f"{name}.yml")
            _build(config, shared / f"{name}-unfinished", strict=with_blog)
            (shared / f"{name}-unfinished").rename(site)
    return site


def _build(config: Path, site: Path, *, strict: bool) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config)]
    built = subprocess.run(
        [*command, "-d", str(site), "--strict" if strict else "--no-strict"],
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    said = "\n".join((built.stdout + built.stderr).splitlines()[-15:])
    assert built.returncode == 0, f"{config} does not build:\n{said}"


def _switched_off(config: Path, variant: Path) -> Path:
    """Write a configuration that inherits another and has no blog."""
    variant.write_text(
        f"INHERIT: {config}\n"
        f"docs_dir: {PROJECT / 'example_site' / 'docs'}\n"
        f"theme:\n  custom_dir: {PROJECT / 'example_site' / 'overrides'}\n"
        "plugins:\n  weblog:\n    enabled: false\n",
        encoding="utf-8",
    )
    return variant


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
