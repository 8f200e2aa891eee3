"""Feeds of sites that were not written for these tests."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.example import example_site
from tests.feeds.reader import check_feeds, read_items
from tests.site import SITE_URL, build

BLOGS: dict[str, tuple[dict[str, object], tuple[str, ...], str]] = {
    "pypi-blog": ({"blog_dir": ".", "posts": ["/posts/**"]}, (), "feed.xml"),
    "jxnl-blog": (
        {"blog_dir": "writing"},
        ("are one term", "the key is given twice", "contains a link '../index.md'"),
        "writing/feed.xml",
    ),
}
"""Options, what the build warns of, and where the blog's own feed lies."""


def test_the_example_site(shared_tmp: Path) -> None:
    site = example_site(shared_tmp, "material")
    assert check_feeds(site, site_url="https://coproduction.example/") > 30
    formats = [read_items(site / "blog" / name) for name in ("feed.xml", "atom.xml", "feed.json")]
    assert len({tuple(item.id for item in items) for items in formats}) == 1
    assert len({tuple(item.title for item in items) for items in formats}) == 1
    assert len(formats[0]) == 20


@pytest.mark.corpus
@pytest.mark.parametrize("name", BLOGS)
def test_a_real_blog(tmp_path: Path, corpus: Path, name: str) -> None:
    options, warnings, feed = BLOGS[name]
    shutil.copytree(corpus / name / "docs", tmp_path / "docs")
    for twin in (tmp_path / "docs").rglob("writing-final.md"):  # it has the slug of another post
        twin.write_text(re.sub(r"(?m)^slug: .*\n", "", twin.read_text("utf-8")), "utf-8")
    extensions = ["footnotes", "attr_list", "md_in_html", "admonition", "pymdownx.superfences"]
    config = {"markdown_extensions": extensions}
    site = build(tmp_path, {}, weblog=options, config=config, expected_warnings=warnings)
    assert check_feeds(site.dir, site_url=SITE_URL) > 30
    assert len(read_items(site.dir / feed)) == 20
