"""Posts that cannot be understood: told all at once, in time, and never by a traceback."""

from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from mkdocs_blog_plugin.core.problems import Level
from mkdocs_blog_plugin.core.rules import RULES
from tests.site import build, preview, refuse, write_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.server import Server
    from tests.site import Text

HOME = {"index.md": "# Home\n", "blog/2024-01-01-good.md": "# Good\n"}

CASES: dict[str, dict[str, Any]] = {
    case.pop("name"): case
    for case in yaml.safe_load(Path(__file__).with_name("posts.yml").read_text("utf-8"))
}
CASES |= {
    "YAML nested 500 levels deep": {
        "with": "x: " + "[" * 500 + "]" * 500,
        "refused": True,
        "says": ["3:43 [front-matter-depth]"],
    },
    "a number of 5,000 digits": {
        "with": f"title: {'9' * 5000}",
        "refused": True,
        "says": ["3:8 title [front-matter-syntax]"],
    },
    "a title of 200 words": {"with": f"title: {'long ' * 200}"},
    "a tag of 100,000 letters": {"with": f"tags: [{'x' * 100_000}]"},
    "ten thousand tags": {"with": f"tags: [{', '.join(f't{n}' for n in range(10))}]"},
}

MESSAGE = re.compile(r"docs/blog/(\w+)\.md:(\d+:\d+): (?:([\w.]+): )?.*\[([\w-]+)\]$", re.MULTILINE)


def content(case: dict[str, Any]) -> Text:
    if "bytes" in case:
        return base64.b64decode(case["bytes"])
    if "text" in case:
        return str(case["text"]).encode()
    header = case["header"] if "header" in case else f"date: 2024-01-31\n{case['with']}"
    return f"---\n{header}\n---\n# Title\n\nText.\n".encode()


def told(text: str, name: str = "bad") -> list[str]:
    """The messages about one post, as the table has them."""
    return [
        " ".join(filter(None, (place, key, f"[{code}]")))
        for source, place, key, code in MESSAGE.findall(text)
        if source == name
    ]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_build_with_a_bad_post(tmp_path: Path, case: dict[str, Any]) -> None:
    """Anything that is neither a site nor a clean refusal fails as the traceback it is."""
    tree = {**HOME, "blog/bad.md": content(case)}
    says = case.get("says", [])
    if case.get("refused"):
        refusal = refuse(tmp_path, tree)
        assert told("\n".join(message.text for message in refusal.messages)) == says
        return
    codes = [line.rpartition("[")[2].rstrip("]") for line in says]
    warns = any(RULES[code].level is Level.WARN for code in codes)
    site = build(tmp_path, tree, expected_warnings=["docs/blog/bad.md:"] if warns else ())
    assert told("\n".join(site.said())) == says
    assert len(site.page("blog/").texts("a[rel=bookmark]")) == (1 if case.get("held") else 2)
    assert site.broken_links() == []


def everything() -> dict[str, Text]:
    return {f"blog/p{n}.md": content(case) for n, case in enumerate(CASES.values())}


def all_told(text: str) -> dict[str, list[str]]:
    return {name: sorted(told(text, f"p{n}")) for n, name in enumerate(CASES)}


EVERYTHING_TOLD = {name: sorted(case.get("says", [])) for name, case in CASES.items()}


def test_all_bad_posts_are_told_in_one_run_and_the_old_site_stays(tmp_path: Path) -> None:
    old = tmp_path / "site" / "index.html"
    old.parent.mkdir()
    old.write_bytes(b"what was published before")
    refusal = refuse(tmp_path, {**HOME, **everything()})
    text = "\n".join(message.text for message in refusal.messages)
    assert all_told(text) == EVERYTHING_TOLD
    assert old.read_bytes() == b"what was published before"
    assert [path.name for path in old.parent.iterdir()] == ["index.html"]


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_a_preview_leaves_bad_posts_out_and_shows_the_rest(tmp_path: Path, theme: str) -> None:
    site = preview(
        tmp_path,
        {**HOME, **everything()},
        theme=theme,
        plugins=["search", "weblog"],
        weblog={"per_page": 0},
        expected_warnings=["docs/blog/p"],
    ).site
    text = "\n".join(site.said())
    assert all_told(text) == EVERYTHING_TOLD
    usable = {
        case.get("url", f"blog/p{n}/")
        for n, case in enumerate(CASES.values())
        if not case.get("refused")
    }
    listed = {target for _, target in site.page("blog/").links("a[rel=bookmark]")}
    assert listed == usable | {"blog/2024-01-01-good/"}
    assert not [
        url for n in range(len(CASES)) if site.has(url := f"blog/p{n}/") and url not in usable
    ]
    assert site.broken_links() == []


WHOLE = Path(__file__).with_name("whole.txt").read_text("utf-8")


def test_what_a_person_reads(tmp_path: Path) -> None:
    """The whole output of the command: sorted by file and place, and no traceback."""
    tree = {
        "index.md": "# Home\n",
        "blog/e.md": "---\ndate: 2024-01-31\ndraft: perhaps\nexpires: later\n---\n# E\n",
        "blog/d.md": "# D\n",
        "blog/c.md": "---\ndate: 2024-01-31\ndrafts: true\n---\n# C\n",
        "blog/b.md": "---\ndate: 2024-01-31\ntitle: Wards: two\n---\n",
        "blog/a.md": "---\ndate: yesterday\n---\n# A\n",
    }
    config = write_site(tmp_path, tree)
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert WHOLE in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("ERROR")


def test_warnings_are_told_in_a_build_that_goes_on(tmp_path: Path) -> None:
    tree = {**HOME, "blog/a.md": "---\ndate: 2024-01-31\ntags: a, b\n---\n# A\n"}
    line = "docs/blog/a.md:3:7: tags: text, read as a list of 2; write [a, b] [list-from-text]"
    site = build(tmp_path, tree, expected_warnings=[line])
    assert site.said() == [f"weblog: {line}"]
    assert site.page("blog/tag/b/").texts("a[rel=bookmark]") == ["A"]


def test_a_real_server_goes_on_while_a_post_is_mended(
    tmp_path: Path, serve: Callable[[Path], Server]
) -> None:
    server = serve(write_site(tmp_path, {**HOME, "blog/bad.md": "# No date yet\n"}))
    assert server.get("blog/2024-01-01-good/")[0] == 200
    assert server.get("blog/bad/")[0] == 404
    assert "docs/blog/bad.md:1:1: date: the post has no date" in server.output()
    post = tmp_path / "docs" / "blog" / "bad.md"
    post.write_text("---\ndate: 2024-01-31\n---\n# Mended\n")
    server.wait_for("blog/", "Mended")
    assert server.get("blog/bad/")[0] == 200
    post.write_text("---\ndate: [\n---\n# Half-saved\n")
    deadline = server.wait_for("", "Home")
    assert "Home" in deadline
    assert "Traceback" not in server.output()


IMPOSSIBLE = ["a folder", "a dangling link", "a link out of the docs", "a pipe", "a loop"]


@pytest.mark.parametrize("kind", IMPOSSIBLE)
def test_what_is_no_regular_file_is_told_or_passed_by(tmp_path: Path, kind: str) -> None:
    config = write_site(tmp_path, HOME)
    place = tmp_path / "docs" / "blog" / "2024-01-02-odd.md"
    (tmp_path / "secret.md").write_text("# Secret\n")
    make_odd(place, kind)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode == (0 if kind == "a folder" else 1)
    if done.returncode:
        assert "docs/blog/2024-01-02-odd.md:1:1: it cannot be read" in done.stderr


def make_odd(place: Path, kind: str) -> None:
    match kind:
        case "a folder":
            place.mkdir()
        case "a dangling link":
            place.symlink_to("nowhere.md")
        case "a link out of the docs":
            place.symlink_to("../../secret.md")
        case "a pipe":
            os.mkfifo(place)
        case "a loop":
            place.symlink_to(place.name)
