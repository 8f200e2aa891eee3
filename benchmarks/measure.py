"""Measures builds of generated corpora, in turn, and prints what each costs.

    python benchmarks/measure.py --posts 1000 5000 --layouts weblog plain --runs 3

Each row is the median of the runs: CPU seconds of the whole process (user and system), wall
seconds, peak memory, pages written, CPU milliseconds per post. Ratios, not seconds, are what one
run on one machine can tell. Must be run with a Python that has this project and Material.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Run:
    """What one build cost."""

    cpu: float
    wall: float
    peak: float
    """Megabytes."""
    pages: int


def build(site: Path) -> Run:
    """Builds a site once in a process of its own."""
    out = site / "site"
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-q",
        "-f",
        str(site / "mkdocs.yml"),
        "-d",
        str(out),
    ]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=quiet)  # fixed arguments
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the build of {site} failed")
    return Run(
        used.ru_utime + used.ru_stime,
        wall,
        used.ru_maxrss / 1024,
        sum(1 for _ in out.rglob("*.html")),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--posts", type=int, nargs="+", default=[1000, 5000])
    parser.add_argument("--layouts", nargs="+", default=["weblog", "plain"])
    parser.add_argument("--theme", default="material")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        measure(given, Path(scratch))


def measure(given: argparse.Namespace, scratch: Path) -> None:
    """All combinations, one run of each in turn, then the next, so that a busy machine is fair."""
    sites = {}
    for posts in given.posts:
        for layout in given.layouts:
            site = scratch / f"{layout}-{posts}"
            command = [sys.executable, str(HERE / "corpus.py"), str(site), "--posts", str(posts)]
            command += ["--layout", layout, "--theme", given.theme]
            subprocess.run(command, check=True)  # fixed arguments
            sites[layout, posts] = site
    runs: dict[tuple[str, int], list[Run]] = {key: [] for key in sites}
    for _ in range(given.runs):
        for key, site in sites.items():
            runs[key].append(build(site))
    write_table(runs, given.theme)


def write_table(runs: dict[tuple[str, int], list[Run]], theme: str) -> None:
    """A Markdown table, with the machine and the versions above it."""
    say(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"MkDocs {version('mkdocs')}, theme {theme}\n")  # fmt: skip
    say("| layout | posts | pages | CPU s | wall s | peak MB | CPU ms per post |")
    say("| --- | --: | --: | --: | --: | --: | --: |")
    for (layout, posts), done in runs.items():
        cpu, wall, peak = (
            median(getattr(run, name) for run in done) for name in ("cpu", "wall", "peak")
        )
        say(
            f"| {layout} | {posts} | {done[0].pages} | {cpu:.2f} | {wall:.2f} | {peak:.0f} "
            f"| {cpu * 1000 / posts:.2f} |"
        )


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
