"""Takes the pictures of the documentation from the example site: `python scripts/pictures.py`.

Needs Chromium (`make tools`). Pictures are of one size, light and dark, and small enough to load
on a telephone; look at them before you commit them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402  # needs the path above

from tests.browser.static_server import served  # noqa: E402
from tests.example import THEMES, example_site  # noqa: E402

FOLDER = ROOT / "docs" / "pages" / "images"

PICTURES = {
    "front": "blog/",
    "tag": "blog/tag/co-production/",
}
"""What is taken of Material for MkDocs; of the other themes, the first one."""

WIDTH, HEIGHT = 1280, 720


LIMIT = 150_000
"""Bytes a picture may have. A longer one is cut at the bottom."""


def take(browser: Browser, url: str, *, scheme: str, path: Path) -> None:
    """One picture of the top of a page."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    for height in range(HEIGHT, 0, -40):
        page.screenshot(path=path, clip={"x": 0, "y": 0, "width": WIDTH, "height": height})
        if path.stat().st_size < LIMIT:
            break
    context.close()
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB")


def main() -> None:
    """Takes all pictures anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as shared, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for theme in THEMES:
            with served(example_site(Path(shared), theme)) as site:
                for name, url in PICTURES.items() if theme == "material" else [("front", "blog/")]:
                    for scheme in ("light", "dark") if theme != "readthedocs" else ("light",):
                        path = FOLDER / f"{theme}-{name}-{scheme}.png"
                        take(browser, site + url, scheme=scheme, path=path)
        browser.close()


if __name__ == "__main__":
    main()
