"""Options that cannot be right: the message names the option, the slip, and what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.site import build, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TREE = {
    "index.md": "# Home\n",
    "blog/a.md": "---\ndate: 2024-01-01\ntags: [x]\n---\n# A\n",
}

REFUSED: Mapping[str, tuple[Mapping[str, Any], list[str]]] = {
    "a zone that is none": (
        {"timezone": "Europe/Londn"},
        ["'timezone'", "'Europe/Londn' is not a time zone", "Europe/London"],
    ),
    "a zone that is a number": ({"timezone": 2}, ["'2' is not a time zone"]),
    "a zone that is a path": ({"timezone": "../../etc/passwd"}, ["is not a time zone"]),
    "an unknown token": (
        {"permalink": "{yaer}/{slug}"},
        ["'permalink'", "unknown token {yaer}", "{year}"],
    ),
    "an unknown preset of permalinks": (
        {"permalink": "wordpres-day-name"},
        ["no preset 'wordpres-day-name'", "did you mean 'wordpress-day-name'?"],
    ),
    "an unknown directive": ({"permalink": "{date:%Q}"}, ["unknown directive", "%Y, %m, %d"]),
    "a permalink that is a list": ({"permalink": ["{slug}"]}, ["'permalink'", "write a pattern"]),
    "an unknown key of a taxonomy": (
        {"taxonomies": {"tags": {"hierachical": True}}},
        ["'taxonomies'", "tags: no option 'hierachical'", "did you mean 'hierarchical'?"],
    ),
    "a wrong type in a taxonomy": (
        {"taxonomies": {"tags": {"per_page": "many"}}},
        ["tags: per_page: Expected type: <class 'int'>"],
    ),
    "a taxonomy that is text": ({"taxonomies": {"tags": "cloud"}}, ["tags: write a mapping"]),
    "taxonomies that are a list": ({"taxonomies": ["tags"]}, ["write a mapping of names"]),
    "a taxonomy whose terms would share a page": (
        {"taxonomies": {"tags": {"permalink": "tags/all"}}},
        ["tags", "permalink", "{slug}"],
    ),
    "a heading that names no term": (
        {"taxonomies": {"tags": {"heading": "All about {lable}"}}},
        ["heading", "{lable}", "{label}"],
    ),
    "an unknown string": (
        {"wording": {"headings": {"tags": "x"}}},
        ["wording: headings.tags: no such string", "did you mean 'heading.tags'?"],
    ),
    "an unknown placeholder": (
        {"wording": {"heading": {"tags": "About {lable}"}}},
        ["wording: heading.tags: {lable}, did you mean {label}?"],
    ),
    "an unknown preset of words": (
        {"wording": "filed-unter"},
        ["no preset 'filed-unter'", "did you mean 'filed-under'?"],
    ),
    "words that are a list": ({"wording": ["minimal"]}, ["'wording'", "filed-under"]),
    "a scope that is none": (
        {"neighbours": "catgory"},
        ["neighbours: no taxonomy 'catgory'", "did you mean 'category'?"],
    ),
    "content that is none": ({"content": "exerpt"}, ["'content'", "excerpt", "full", "title"]),
    "a source of dates that is none": ({"date_from": ["filename"]}, ["'date_from'", "file_name"]),
    "dates from one text": ({"date_from": "git"}, ["'date_from'", "list"]),
    "posts as one text": ({"posts": "/notes/**"}, ["'posts'", "list"]),
    "a size that is negative": ({"per_page": -1}, ["per_page"]),
    "a size that is true": ({"per_page": True}, ["per_page"]),
    "a speed of nothing": ({"words_per_minute": 0}, ["words_per_minute", "from 1 up"]),
    "a size that is text": ({"per_page": "ten"}, ["'per_page'", "int"]),
    "a folder outside of the docs": ({"blog_dir": "../outside"}, ["blog_dir", "../outside"]),
    "a folder that is absolute": ({"blog_dir": 7}, ["'blog_dir'"]),
    "a terms file outside of the docs": ({"terms_file": "../../terms.yml"}, ["terms_file"]),
    "a date format that is none": (
        {"date_format": "%Y"},
        ["date_format", "strftime", "d. MMMM yyyy"],
    ),
    "a style of dates misspelt": ({"date_format": "meduim"}, ["did you mean 'medium'?"]),
    "the year of the week": ({"date_format": "dd.MM.YYYY"}, ["week", "write 'dd.MM.yyyy'"]),
    "an author's page for all": ({"authors": {"permalink": "people"}}, ["permalink", "{slug}"]),
    "an as-of that is no moment": ({"as_of": "tomorrow"}, ["as_of", "tomorrow"]),
    "a slug style that is none": ({"slugs": "ascci"}, ["'slugs'", "ascii"]),
    "a language that is a list": ({"language": ["de"]}, ["'language'"]),
}


@pytest.mark.parametrize(("options", "parts"), REFUSED.values(), ids=REFUSED.keys())
def test_an_option_that_cannot_be_right(
    tmp_path: Path, options: Mapping[str, Any], parts: list[str]
) -> None:
    old = tmp_path / "site" / "index.html"
    old.parent.mkdir()
    old.write_bytes(b"what was published before")
    text = refuse(tmp_path, TREE, weblog=options).text
    for part in parts:
        assert part in text
    assert old.read_bytes() == b"what was published before"


DOUBTFUL: Mapping[str, tuple[Mapping[str, Any], str]] = {
    "an option that does not exist": (
        {"post_dir": "blog/posts"},
        "Unrecognised configuration name: post_dir",
    ),
    "an unknown key of the front page": (
        {"front": {"titel": "x"}},
        "'front': Sub-option 'titel': Unrecognised configuration name: titel",
    ),
}


@pytest.mark.parametrize(("options", "part"), DOUBTFUL.values(), ids=DOUBTFUL.keys())
def test_an_option_that_does_nothing(tmp_path: Path, options: Mapping[str, Any], part: str) -> None:
    build(tmp_path, TREE, weblog=options, expected_warnings=[part])


FINE: Mapping[str, Mapping[str, Any]] = {
    "nothing": {},
    "a language without catalogue": {"language": "tlh"},
    "a region": {"language": "de_AT"},
    "no posts": {"posts": []},
    "all on one page": {"per_page": 0},
    "no neighbours": {"neighbours": "none"},
    "a folder with slashes": {"blog_dir": "/blog/"},
}


@pytest.mark.parametrize("options", FINE.values(), ids=FINE.keys())
def test_an_option_that_is_fine(tmp_path: Path, options: Mapping[str, Any]) -> None:
    site = build(tmp_path, TREE, weblog=options)
    assert site.has("blog/")
    assert site.broken_links() == []
