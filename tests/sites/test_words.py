"""The words of a built blog: presets, a site's own, and other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.pages import Page, spaced
from tests.site import build

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TREE = {
    "index.md": "# Home\n",
    "blog/a.md": "---\ndate: 2012-03-12\ntags: [x, y]\ncategories: [A, B]\nauthors: [Ada, Bob]\n"
    "---\n# Both\n\nText.\n\n<!-- more -->\n\nMore.\n",
    "blog/b.md": "---\ndate: 2012-03-11\ntags: [x]\n---\n# Tag\n",
    "blog/c.md": "---\ndate: 2012-03-10\n---\n# Neither\n",
}


def shown(page: Page) -> str:
    return spaced(page.content)


PRESETS = {
    "filed-under": (
        "Posted on March 12, 2012 by Ada and Bob",
        "Filed under A, B | Tagged x, y",
        "Filed under Uncategorized | Tagged x",
        "Tag Archives: x",
    ),
    "posted-in": (
        "Posted on March 12, 2012 by Ada and Bob",
        "Posted in A, B | Tagged x, y",
        "Posted in Uncategorized | Tagged x",
        "Tag Archives: x",
    ),
    "this-entry": (
        "March 12, 2012 by Ada and Bob",
        "This entry was posted in A, B and tagged x, y.",
        "This entry was posted in Uncategorized and tagged x.",
        "Tag Archives: x",
    ),
    "minimal": ("March 12, 2012 · Ada and Bob", "A, B · x, y", "Uncategorized · x", "Tag: x"),
}


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_presets_decide_how_a_post_speaks_of_itself(
    tmp_path: Path, preset: str, theme: str
) -> None:
    byline, both, tag, heading = PRESETS[preset]
    site = build(tmp_path, TREE, theme=theme, weblog={"wording": preset})
    post = site.page("blog/a/")
    assert byline in shown(post)
    assert post.text(".weblog-filed") == both
    assert site.page("blog/b/").text(".weblog-filed") == tag
    assert site.page("blog/tag/x/").texts("h1") == [heading]
    assert both in shown(site.page("blog/"))


def test_any_string_can_be_a_sites_own(tmp_path: Path) -> None:
    wording = {
        "preset": "minimal",
        "heading": {"tags": "Everything on {label}"},
        "continue_reading": "Read on!",
        "footer": {"both": "{tags} in {categories}", "categories": ""},
        "blog": "Diary",
    }
    site = build(tmp_path, TREE, weblog={"wording": wording, "excerpt": {"paragraphs": 1}})
    assert site.page("blog/").texts("h1") == ["Diary"]
    assert "Read on!" in shown(site.page("blog/"))
    assert site.page("blog/tag/x/").texts("h1") == ["Everything on x"]
    assert site.page("blog/a/").text(".weblog-filed") == "x, y in A, B"
    assert not site.page("blog/c/").has(".weblog-filed p")
    assert site.page("blog/category/a/").texts("h1") == ["Category: A"]


LANGUAGES: Mapping[str, tuple[str, str, str, str]] = {
    "de": (
        "Veröffentlicht am 12. März 2012 von Ada und Bob",
        "Abgelegt unter A, B",
        "Schlagwort-Archiv: x",
        "2 Beiträge",
    ),
    "pl": ("12 marca 2012", "A, B", "x", "2 wpisy"),
    "ja": ("2012年3月12日", "A", "x", "2"),
    "ar": ("مارس", "A", "x", ""),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blog_speaks_the_language_it_is_told(tmp_path: Path, language: str) -> None:
    byline, footer, heading, count = LANGUAGES[language]
    site = build(tmp_path, TREE, weblog={"language": language})
    assert byline in shown(site.page("blog/a/"))
    assert footer in shown(site.page("blog/a/"))
    tag = site.page("blog/tag/x/")
    assert heading in tag.text("h1")
    assert count in shown(tag)
    for word in ("Archives", "Posted", "Filed", "Tagged", "Older post", "Newer post"):
        assert word not in shown(tag) + shown(site.page("blog/a/")) + shown(site.page("blog/"))


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        ({"name": "material", "language": "de"}, "12. März 2012"),
        ({"name": "mkdocs", "locale": "de"}, "12. März 2012"),
        ({"name": "readthedocs", "locale": "pt_BR"}, "12 de março de 2012"),
        ({"name": "mkdocs", "locale": "en_US"}, "March 12, 2012"),
        ({"name": "material", "language": "zh-TW"}, "2012年3月12日"),
        ({"name": "material"}, "March 12, 2012"),
    ],
    ids=str,
)
def test_a_blog_speaks_the_language_of_its_theme(
    tmp_path: Path, theme: Mapping[str, str], expected: str
) -> None:
    site = build(tmp_path, TREE, config={"theme": theme})
    assert site.page("blog/a/").text("article time, [role=main] time") == expected


def test_a_right_to_left_blog_mirrors_its_arrows(tmp_path: Path) -> None:
    tree = {
        "index.md": "# Home\n",
        **{f"blog/2024-01-{day:02}-p.md": f"# {day}\n" for day in range(1, 13)},
    }
    theme = {"name": "material", "language": "ar", "direction": "rtl"}
    page = build(tmp_path, tree, config={"theme": theme}).page("blog/")
    assert page.one("html").get("dir") == "rtl" or page.one("body").get("dir") == "rtl"
    older = page.one(".weblog-pager__older")
    assert "→" in spaced(older)
    assert "←" not in spaced(older)


UNDERSTOOD: Mapping[str, tuple[Mapping[str, Any], str]] = {
    "pattern": ({"date_format": "d. MMMM yyyy"}, "12. March 2012"),
    "short": ({"date_format": "short"}, "3/12/12"),
    "full": ({"date_format": "full"}, "Monday, March 12, 2012"),
}


@pytest.mark.parametrize(("options", "expected"), UNDERSTOOD.values(), ids=UNDERSTOOD.keys())
def test_dates_are_written_as_the_site_wants(
    tmp_path: Path, options: Mapping[str, Any], expected: str
) -> None:
    site = build(tmp_path, TREE, weblog=options)
    assert site.page("blog/a/").text("time") == expected
