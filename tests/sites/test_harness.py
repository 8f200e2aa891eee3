"""The test harness itself, on sites without this plugin: what it reports must be true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site import Style, build, preview, refuse, write_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.server import Server

TREE = {
    "index.md": """
        # Home

        Read [the guide](guide/start.md#first-steps) or [elsewhere](https://example.com/).
        """,
    "guide/start.md": "# Start\n\n## First steps\n\nBack [home](../index.md).\n",
}


def test_a_site_is_read_as_a_reader_sees_it(tmp_path: Path, style: Style) -> None:
    site = build(tmp_path, TREE, plugins=[], **style)
    start = "guide/start/" if style["use_directory_urls"] else "guide/start.html"
    page = site.page("")
    assert "Example" in page.title
    assert page.content.find("p") is not None
    assert page.text("p:-soup-contains('Read')") == "Read the guide or elsewhere."
    assert page.links("p:-soup-contains('Read') a") == [
        ("the guide", f"{start}#first-steps"),
        ("elsewhere", "https://example.com/"),
    ]
    assert site.page("guide/start/").has("#first-steps")
    assert site.broken_links() == []
    assert site.containing("First steps") == sorted(
        {site.path("guide/start/").relative_to(site.dir).as_posix()} | site.files("search/*.json")
    )


@pytest.mark.parametrize(
    "link", ["nowhere/", "guide/start/#nowhere", "/guide/start/", "../above-the-site/", "logo.png"]
)
def test_a_link_that_leads_nowhere_is_found(tmp_path: Path, link: str) -> None:
    site = build(tmp_path, {**TREE, "index.md": f'# Home\n\n<a href="{link}">x</a>\n'}, plugins=[])
    assert site.broken_links() == [f"index.html -> {link}"]


def test_an_unexpected_warning_fails_the_test(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"contains a link 'gone\.md'"):
        build(tmp_path, {"index.md": "[gone](gone.md)"}, plugins=[])
    with pytest.raises(AssertionError, match="unexpected warnings"):
        build(tmp_path, {"index.md": "[gone](gone.md)"}, plugins=[], strict=False)


def test_an_expected_warning_must_come(tmp_path: Path) -> None:
    tree = {"index.md": "[gone](gone.md)"}
    site = build(tmp_path, tree, plugins=[], expected_warnings=["contains a link 'gone.md'"])
    assert [message.level for message in site.messages if "gone.md" in message.text] == ["WARNING"]
    with pytest.raises(AssertionError, match="warnings that did not come"):
        build(tmp_path, TREE, plugins=[], expected_warnings=["contains a link"])


def test_a_refused_build_says_why(tmp_path: Path) -> None:
    refusal = refuse(tmp_path, TREE, plugins=["no-such-plugin"])
    assert 'The "no-such-plugin" plugin is not installed' in refusal.text
    with pytest.raises(AssertionError, match="was not refused"):
        refuse(tmp_path, TREE, plugins=[])


def test_a_preview_builds_again(tmp_path: Path) -> None:
    under_preview = preview(tmp_path, TREE, plugins=[])
    assert under_preview.site.has("guide/start/")
    site = under_preview.rebuild({"guide/start.md": None, "index.md": "# Changed\n"})
    assert not site.has("guide/start/")
    assert site.page("").texts("h1") == ["Changed"]


def test_a_real_server_answers_and_rebuilds(
    tmp_path: Path, serve: Callable[[Path], Server]
) -> None:
    server = serve(write_site(tmp_path, TREE, plugins=[]))
    assert server.get("guide/start/")[0] == 200
    assert server.get("nowhere/")[0] == 404
    (tmp_path / "docs" / "index.md").write_text("# Changed on disk\n")
    server.wait_for("", "Changed on disk")
