"""Somebody who reads the site in a browser, and notices what is wrong with a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from tests.pages import CONTENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route

PROJECT = Path(__file__).parent.parent.parent
AXE = PROJECT / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = PROJECT / "build" / "screenshots"

Scheme = Literal["light", "dark"]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
"""axe-core's names for WCAG 2.2, levels A and AA."""

FIND_VIOLATIONS = """async ([include, tags]) => {
    const found = await axe.run(
        {include: include.filter((css) => document.querySelector(css)).map((css) => [css])},
        {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
    const colours = (data) => Object.entries(data || {})
        .filter(([key]) => /color$/i.test(key)).map(([, value]) => value).join(" ");
    return found.violations.flatMap((rule) => rule.nodes.map((node) => (
        [rule.id, node.target.join(" "), node.html, colours((node.any[0] || {}).data)])));
}"""

WRITE_SAMPLE = """(css) => {
    const sample = document.createElement("div");
    sample.id = "sample";
    sample.innerHTML = "<p>Text with <a href='#sample'>a link</a> in it.</p>";
    document.querySelector(css).append(sample);
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """Something that axe-core finds wrong; `colours` are those it is about, if any."""

    rule: str
    target: str
    html: str
    colours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One browser window on one site. `complaints` are console errors and foreign requests."""

    page: Page
    site: str  # its URL, with a slash at the end
    theme: str
    scheme: Scheme
    width: int
    complaints: list[str] = field(default_factory=list)
    theme_colours: set[tuple[str, str]] = field(default_factory=set)

    @property
    def here(self) -> str:
        """Where the reader is, relative to the site."""
        return self.page.url.removeprefix(self.site)

    def open(self, path: str) -> None:
        answer = self.page.goto(self.site + path, wait_until="load")
        assert answer is not None
        assert answer.ok, f"{path}: {answer.status}"

    def click(self, selector: str) -> None:
        """Follow a link and wait for the page behind it."""
        link = self.page.locator(selector).first
        link.scroll_into_view_if_needed()
        with self.page.expect_navigation(wait_until="load"):
            link.click()

    def scrolls_sideways(self) -> bool:
        """Whether any of the page lies right of the window."""
        overflow: int = self.page.evaluate(
            "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
        )
        return overflow > 0

    def violations(self, include: Sequence[str]) -> list[Violation]:
        """What axe-core finds in the parts of the page that the selectors name.

        At least one of them must be there: nothing found in nothing proves nothing. Colours that
        the theme gives to any link in any text are its own affair (`learn_colours`).
        """
        assert any(self.page.locator(css).count() for css in include), f"none of {include}"
        found = self._find(include)
        return [each for each in found if (each.rule, each.colours) not in self.theme_colours]

    def learn_colours(self, path: str) -> None:
        """See which colours the theme gives to a paragraph with a link, on a page of the docs."""
        self.open(path)
        self.page.evaluate(WRITE_SAMPLE, CONTENT)
        found = self._find(["#sample"])
        self.theme_colours.update((each.rule, each.colours) for each in found if each.colours)

    def _find(self, include: Sequence[str]) -> list[Violation]:
        self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate(FIND_VIOLATIONS, [list(include), WCAG])
        return [
            Violation(rule=rule, target=target, html=html, colours=colours)
            for rule, target, html, colours in found
        ]

    def picture(self, name: str) -> Path:
        """Keep a screenshot of the whole page in build/screenshots."""
        path = PICTURES / f"{self.theme}-{name}-{self.scheme}-{self.width}.png"
        self.page.screenshot(path=path, full_page=True)
        return path


def new_reader(
    browser: Browser, *, site: str, theme: str, scheme: Scheme, width: int, scripts: bool
) -> Reader:
    """Open a window; its requests to any host but the site's are refused and noted."""
    window = browser.new_context(
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
        reduced_motion="reduce",
        java_script_enabled=scripts,
        locale="en-GB",
        timezone_id="Europe/London",
    )
    window.set_default_timeout(15_000)
    reader = Reader(page=window.new_page(), site=site, theme=theme, scheme=scheme, width=width)

    def refuse_foreign(route: Route, request: Request) -> None:
        if urlsplit(request.url).netloc == urlsplit(site).netloc:
            route.continue_()
        else:
            reader.complaints.append(f"{reader.here} asked for {request.url}")
            route.abort()

    def note_errors(message: ConsoleMessage) -> None:
        if message.type == "error":
            reader.complaints.append(f"{reader.here} printed {message.text}")

    window.route("**/*", refuse_foreign)
    reader.page.on("console", note_errors)
    reader.page.on("pageerror", lambda error: reader.complaints.append(f"{reader.here}: {error}"))
    return reader
