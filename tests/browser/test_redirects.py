"""Former URLs, followed by a browser on a site below a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site import build

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import NewReader

TREE = {
    "index.md": "# Home\n",
    "blog/a.md": "---\ndate: 2013-02-01\ntags: [日本語]\n"
    "aliases: [/2013/02/old-name/, /old/a.html, /früher/]\n---\n# Here it is\n",
    "blog/terms.yml": "tags:\n  日本語: {redirects: [/japanese/]}\n",
}
SITE = "co-production/docs"
"""Where the site lies on its host."""


@pytest.fixture(scope="module", params=[True, False], ids=["directories", "files"])
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the site somewhere below it, as on a host with several sites."""
    root = tmp_path_factory.mktemp("host")
    site = build(
        tmp_path_factory.mktemp("site"),
        TREE,
        weblog={"permalink": "{date:%Y}/{slug}"},
        use_directory_urls=request.param,
        config={
            "site_url": f"https://example.org/{SITE}/",
            "theme": {"name": "mkdocs", "highlightjs": False},  # which is on another host
        },
    )
    (root / SITE).parent.mkdir(parents=True)
    site.dir.rename(root / SITE)
    return root


@pytest.mark.parametrize(
    ("former", "heading"),
    [
        ("2013/02/old-name/", "Here it is"),
        ("2013/02/old-name", "Here it is"),
        ("old/a.html", "Here it is"),
        ("fr%C3%BCher/", "Here it is"),
        ("japanese/", "Tag Archives: 日本語"),
    ],
)
def test_a_former_url_leads_on_without_javascript(
    read: NewReader, host: Path, former: str, heading: str
) -> None:
    reader = read(host, theme="mkdocs", scheme="light", width=1280, scripts=False)
    reader.open(f"{SITE}/{former}")
    reader.page.wait_for_url(f"**/{SITE}/blog/**")
    assert reader.page.locator("h1").inner_text() == heading
