"""Posts in a feed reader: their pictures come from the built site, and nothing in them runs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.example import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

SITE = "https://coproduction.example/"
READER = "https://reader.example/"

LINKS = ("href", "src", "poster", "data", "action", "cite", "longdesc", "background")

ATTRIBUTES = "(nodes) => nodes.flatMap((node) => node.getAttributeNames())"

PICTURES = """async (images) => Promise.all(images.map(async (image) => {
    image.loading = "eager";
    await image.decode().catch(() => null);
    return [image.currentSrc || image.src, image.naturalWidth];
}))"""


@pytest.fixture(params=THEMES)
def site(request: pytest.FixtureRequest, example: Callable[[str], Path]) -> Path:
    """The example site's folder; themes render code, links and headings differently."""
    return example(request.param)


@pytest.fixture
def entries(site: Path) -> list[dict[str, Any]]:
    """The entries of all feeds, each once; the blog's own has only its newest."""
    feeds = [json.loads(path.read_text("utf-8")) for path in sorted(site.rglob("feed.json"))]
    found = {item["id"]: item for feed in feeds for item in feed["items"]}
    assert len(found) > len(feeds[0]["items"])
    return list(found.values())


@pytest.fixture
def reader(browser: Browser, site: Path) -> Iterator[Page]:
    """A window of a feed reader, for which the site's host serves the built site's files."""

    def answer(route: Route) -> None:
        url = route.request.url
        if url == READER:
            route.fulfill(content_type="text/html", body="<!doctype html><title>Reader</title>")
            return
        file = site / unquote(urlsplit(url).path).lstrip("/")
        if url.startswith(SITE) and file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(status=404)

    context = browser.new_context()
    page = context.new_page()
    page.route("**/*", answer)
    page.goto(READER)
    yield page
    context.close()


def test_the_pictures_of_entries_load(reader: Page, entries: list[dict[str, Any]]) -> None:
    loaded: dict[str, int] = {}
    for entry in entries:
        reader.set_content(entry["content_html"])
        loaded |= dict(reader.locator("img").evaluate_all(PICTURES))
        covers = [entry[name] for name in ("image", "banner_image") if name in entry]
        reader.set_content("".join(f'<img src="{cover}">' for cover in covers))
        loaded |= dict(reader.locator("img").evaluate_all(PICTURES))
    assert [url for url, width in loaded.items() if width == 0] == []
    assert f"{SITE}blog/2016-04-18-a-map-of-the-discharge-lounge/map.png" in loaded
    assert any("/images/" in url for url in loaded)  # covers


def test_no_script_of_an_entry_runs(reader: Page, entries: list[dict[str, Any]]) -> None:
    for entry in entries:
        reader.set_content(entry["content_html"])
        assert reader.locator("script, iframe[srcdoc], object, embed").count() == 0, entry["url"]
        attributes = reader.locator("*").evaluate_all(ATTRIBUTES)
        assert [name for name in attributes if name.startswith("on")] == [], entry["url"]
        targets = reader.locator("[href]").evaluate_all("(nodes) => nodes.map((n) => n.href)")
        assert [url for url in targets if url.lower().startswith("javascript:")] == []


def test_no_url_of_an_entry_is_relative(entries: list[dict[str, Any]]) -> None:
    relative = [
        f"{entry['url']}: {url}"
        for entry in entries
        for url in urls(entry["content_html"])
        if not urlsplit(url).scheme
    ]
    assert relative == []


def test_an_entry_does_not_repeat_its_title(entries: list[dict[str, Any]]) -> None:
    repeating = [
        entry["url"]
        for entry in entries
        for heading in BeautifulSoup(entry["content_html"], "html5lib").select("h1, h2")
        if heading.get_text(strip=True) == entry["title"]
    ]
    assert repeating == []


def urls(html: str) -> Iterator[str]:
    """Every URL in a piece of HTML as it is written."""
    for element in BeautifulSoup(html, "html5lib").find_all(True):
        for name in LINKS:
            if name in element.attrs:
                yield str(element[name])
        for candidate in str(element.get("srcset", "")).split(","):
            if candidate.strip():
                yield candidate.split()[0]
