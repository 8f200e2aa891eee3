"""What machines read of a built blog, and that building twice gives the same bytes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from tests.site import SITE_URL, BuiltSite, Style, build, preview, write_site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TREE = {
    "index.md": "# Home\n\nhomeword\n",
    "guide.md": "# Guide\n\nguideword\n",
    "blog/index.md": "# Our blog\n\nfrontword\n",
    "blog/tag/some.md": "# About some\n\ntermword\n",
    **{
        f"blog/2024-01-{day:02}-p.md": f"---\ntags: [some]\n---\n# Post {day}\n\nbodyword{day}x\n"
        for day in range(1, 13)
    },
}


@pytest.fixture(scope="module", params=["mkdocs", "readthedocs", "material"])
def searchable(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> BuiltSite:
    root = tmp_path_factory.mktemp("search")
    return build(root, TREE, theme=request.param, plugins=["search", "weblog"])


def entries(site: BuiltSite) -> list[Mapping[str, Any]]:
    docs: list[Mapping[str, Any]] = json.loads(
        (site.dir / "search" / "search_index.json").read_text("utf-8")
    )["docs"]
    return docs


def test_search_finds_each_post_once(searchable: BuiltSite) -> None:
    found = entries(searchable)
    for day in range(1, 13):
        places = [entry["location"] for entry in found if f"bodyword{day}x" in entry["text"]]
        # MkDocs' own search has an entry for a page and one for each of its headings
        assert {place.partition("#")[0] for place in places} == {f"blog/2024-01-{day:02}-p/"}
        assert len(places) == len(set(places)) <= 2


def test_search_finds_no_listing_but_what_was_written_for_one(searchable: BuiltSite) -> None:
    found = entries(searchable)
    pages = {entry["location"].partition("#")[0] for entry in found}
    posts = {f"blog/2024-01-{day:02}-p/" for day in range(1, 13)}
    assert pages == {"", "guide/", "blog/", "blog/tag/some/"} | posts
    listings = [entry for entry in found if entry["location"] in ("blog/", "blog/tag/some/")]
    assert not [entry for entry in listings if "bodyword" in entry["text"]]
    assert [word for word in ("frontword", "termword") if word in str(listings)] == [
        "frontword",
        "termword",
    ]


def test_search_knows_nothing_of_our_furniture(searchable: BuiltSite) -> None:
    text = " ".join(entry["text"] + entry["title"] for entry in entries(searchable))
    for words in ("Posted on", "Filed under", "Older post", "min read", "Tag Archives"):
        assert words not in text


def sitemap(site: BuiltSite) -> Counter[str]:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    tree = ET.fromstring((site.dir / "sitemap.xml").read_bytes())
    return Counter(str(place.text).removeprefix(SITE_URL) for place in tree.iter(f"{space}loc"))


def test_the_sitemap_has_every_post_and_listing_once(tmp_path: Path, style: Style) -> None:
    site = build(tmp_path, TREE, **style)
    found = sitemap(site)
    assert set(found.values()) == {1}
    suffix = "/" if style["use_directory_urls"] else ".html"
    for day in range(1, 13):
        assert f"blog/2024-01-{day:02}-p{suffix}" in found
    assert f"blog/tag/some{suffix}" in found
    assert all(site.has(url.replace(".html", "/")) for url in found)


def test_canonical_links_are_each_pages_own(tmp_path: Path, style: Style) -> None:
    site = build(tmp_path, TREE, **style)
    for page in site.pages("blog/**/*.html"):
        place = page.url.removesuffix("index.html") if style["use_directory_urls"] else page.url
        canonical = str(page.one("link[rel=canonical]")["href"])
        assert canonical.removesuffix("index.html") == SITE_URL + place.removesuffix("index.html")


def test_each_page_of_a_listing_has_a_title_of_its_own(tmp_path: Path, style: Style) -> None:
    pages = build(tmp_path, TREE, **style).pages("blog/**/*.html")
    titles = Counter(page.title for page in pages)
    assert [title for title, times in titles.items() if times > 1] == []


def test_no_page_has_an_id_twice(tmp_path: Path, style: Style) -> None:
    tree = {
        **TREE,
        "blog/2024-02-01-notes.md": "# Notes\n\nA.[^1]\n\n## Same\n\n[^1]: One.\n",
        "blog/2024-02-02-notes.md": "# Notes\n\nB.[^1]\n\n## Same\n\n[^1]: Two.\n",
    }
    extensions = {"markdown_extensions": ["footnotes"]}
    options = {"content": "full", "per_page": 0}
    site = build(tmp_path, tree, weblog=options, config=extensions, **style)
    assert {page.url: ids for page in site.pages() if (ids := page.duplicate_ids())} == {}
    assert site.broken_links() == []


def bytes_of(site: BuiltSite) -> Mapping[str, bytes]:
    return contents(site.dir)


def contents(folder: Path) -> Mapping[str, bytes]:
    """Every file without the time of the build that MkDocs' own themes print into a comment."""
    return {
        path.relative_to(folder).as_posix(): re.sub(rb"Build Date UTC : .*", b"", path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def differing(one: Mapping[str, bytes], two: Mapping[str, bytes]) -> list[str]:
    """Names of files that differ; `sitemap.xml.gz` holds the time of the build by MkDocs' doing."""
    names = (one.keys() | two.keys()) - {"sitemap.xml.gz"}
    return sorted(name for name in names if one.get(name) != two.get(name))


REAL = {
    **TREE,
    "blog/x.md": "---\ndate: 2024-03-01\ntags: [b, a, C, c++, Foo]\ncategories: [T/U, V]\n"
    "authors: [Ada, Bob]\n---\n# X\n\nSee [the first](2024-01-01-p.md).\n",
    "blog/y.md": "---\ndate: 2024-03-01\ntags: [z, b]\n---\n# Y\n",
}


def test_a_second_build_gives_the_same_bytes(tmp_path: Path) -> None:
    plugins = ["search", "weblog"]
    one = bytes_of(build(tmp_path / "one", REAL, plugins=plugins))
    again = bytes_of(build(tmp_path / "one", REAL, plugins=plugins))
    elsewhere = bytes_of(
        build(tmp_path / "else" / "where", dict(reversed(REAL.items())), plugins=plugins)
    )
    assert differing(one, again) == []
    assert differing(one, elsewhere) == []


def test_neither_hash_seed_nor_zone_nor_locale_shows(tmp_path: Path) -> None:
    config = write_site(tmp_path, REAL, plugins=["search", "weblog"])
    built = []
    for number, (seed, zone, locale) in enumerate(
        [("0", "UTC", "C.UTF-8"), ("1", "Pacific/Kiritimati", "C"), ("42", "America/Lima", "POSIX")]
    ):
        site = tmp_path / f"site-{number}"
        environment = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1"}
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(site)],
            env={**os.environ, **environment},
            check=True,
            timeout=120,
        )
        built.append(contents(site))
    assert differing(built[0], built[1]) == []
    assert differing(built[0], built[2]) == []


def test_rebuilding_a_preview_keeps_nothing_of_the_build_before(tmp_path: Path) -> None:
    shown = preview(tmp_path / "preview", REAL, plugins=["search", "weblog"])
    changed = shown.rebuild(
        {
            "blog/x.md": None,
            "blog/y.md": "---\ndate: 2025-01-01\ntags: [new]\n---\n# Y changed\n",
            "blog/new.md": "---\ndate: 2023-01-01\n---\n# New\n",
            "blog/tag/some.md": None,
        }
    )
    tree = {
        name: text for name, text in REAL.items() if name not in {"blog/x.md", "blog/tag/some.md"}
    }
    tree |= {
        "blog/y.md": "---\ndate: 2025-01-01\ntags: [new]\n---\n# Y changed\n",
        "blog/new.md": "---\ndate: 2023-01-01\n---\n# New\n",
    }
    fresh = preview(tmp_path / "fresh", tree, plugins=["search", "weblog"]).site
    assert differing(bytes_of(changed), bytes_of(fresh)) == []
