"""The documentation builds strictly and in silence, with the plugin itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config

from tests.pages import Page, broken_links
from tests.site import forget_plugins, recorded_messages

CONFIG = Path(__file__).parents[2] / "docs" / "mkdocs.yml"
SITE_URL = "https://example.org/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documentation")
    forget_plugins()
    with recorded_messages() as messages:
        config = load_config(str(CONFIG), site_dir=str(folder), site_url=SITE_URL, strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build_with_mkdocs(config)
    said = [str(m) for m in messages if m.level != "INFO" or "weblog" in m.logger]
    assert said == []
    return folder


def test_the_documentation_has_a_blog(site: Path) -> None:
    html = (site / "news" / "index.html").read_text("utf-8")
    page = Page(url="news/index.html", html=html, site_url=SITE_URL)
    assert page.texts("h1")[0].startswith("News")
    assert (site / "news" / "tag" / "release" / "index.html").is_file()


def test_no_link_of_the_documentation_is_broken(site: Path) -> None:
    files = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    html = {f: (site / f).read_text("utf-8") for f in files if f.endswith(".html")}
    assert broken_links(html, files=files, site_url=SITE_URL) == []


def test_no_picture_is_heavy() -> None:
    heavy = [p.name for p in CONFIG.parent.rglob("*.png") if p.stat().st_size > 150_000]
    assert heavy == []
