"""Reading: a source to a post, everything wrong with it said at once, nothing published by slip."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.front_matter import FrontMatter, FrontMatterError, read_front_matter
from mkdocs_blog_plugin.core.keys import OUR_KEYS
from mkdocs_blog_plugin.core.moments import Moment
from mkdocs_blog_plugin.core.problems import Level, Problem
from mkdocs_blog_plugin.core.reading import (
    FRONT_MATTER_KEYS,
    FrontMatterKey,
    ReadingSettings,
    post_flag,
    read_post,
)
from mkdocs_blog_plugin.core.rules import RULES

BERLIN = ZoneInfo("Europe/Berlin")
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
SETTINGS = ReadingSettings(zone=BERLIN)
POSTS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("reading").joinpath("posts.yml").read_text(encoding="utf-8")
)


def plain(value: Any) -> Any:
    """A value as YAML would hold it."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def text_of(case: dict[str, Any]) -> str:
    if "text" in case:
        return str(case["text"])
    header = case["header"].rstrip("\n")
    if "date:" not in header.replace("updated:", ""):
        header += "\ndate: 2024-01-31"
    return f"---\n{header}\n---\n\n# Heading\n"


def read(text: str, *, source: str = "blog/post.md") -> tuple[dict[str, Any] | None, list[str]]:
    post, problems = read_post(source, read_front_matter(text), settings=SETTINGS)
    said = [str(problem).removeprefix(f"{source}:").strip() for problem in problems]
    return (plain(asdict(post)) if post else None), said


@pytest.mark.parametrize("case", POSTS, ids=lambda case: case["name"])
def test_a_post_is_read_and_its_problems_are_told(case: dict[str, Any]) -> None:
    post, said = read(text_of(case), source=case.get("source", "blog/post.md"))
    assert said == case.get("says", [])
    assert (post is None) == (case.get("post") is None)
    expected = case.get("post") or {}
    assert {name: (post or {})[name] for name in expected} == expected


def test_a_usual_post_is_read_whole() -> None:
    post, said = read(
        "---\ndate: 2024-01-31\ntags: [a]\n---\n\n# A walk\n\nText\n", source="blog/a-walk.md"
    )
    assert said == []
    assert post == {
        "source": "blog/a-walk.md",
        "title": "A walk",
        "published": "2024-01-31T00:00:00+01:00",
        "date_only": True,
        "updated": None,
        "file_slug": "a-walk",
        "slug": None,
        "permalink": None,
        "aliases": [],
        "terms": {"tags": ["a"]},
        "authors": [],
        "series": None,
        "draft": False,
        "unlisted": False,
        "expires": None,
        "pinned": False,
        "pinned_until": None,
        "order": 0.0,
        "description": None,
        "excerpt": None,
        "cover": None,
        "link": None,
        "links": None,
        "related": [],
        "superseded_by": None,
        "reading_time": None,
        "template": None,
        "id": None,
        "enclosure": None,
        "language": None,
        "meta": {"date": post and post["meta"]["date"], "tags": ["a"]},
        "marks": {"date": {"line": 2, "column": 7}, "tags": {"line": 3, "column": 7}},
    }


@pytest.mark.parametrize("key", FRONT_MATTER_KEYS, ids=lambda key: key.name)
def test_the_example_of_every_key_is_right(key: FrontMatterKey) -> None:
    for name in (key.name, *key.also):
        example = key.example.replace(f"{key.name}:", f"{name}:", 1)
        post, said = read(text_of({"header": example}))
        assert said == []
        assert post is not None
        assert name in post["meta"]


def test_taxonomies_may_have_keys_of_their_own() -> None:
    settings = ReadingSettings(
        zone=BERLIN,
        taxonomy_keys={"topics": "subjects", "people": "authors", "runs": "series"},
    )
    text = "---\ndate: 2024-01-31\nsubject: x\nsubjets: y\nauthor: Jane\nseries: {name: Z}\n---\n"
    post, problems = read_post("a.md", read_front_matter(text), settings=settings)
    assert post is not None
    assert post.terms == {"topics": ("x",), "people": ("Jane",), "runs": ("Z",)}
    assert [problem.fix for problem in problems] == ["write `subjects`", "did you mean `subjects`?"]


@pytest.mark.parametrize(
    ("date_from", "day"),
    [
        (("front_matter", "file_name", "git"), "2024-01-31"),
        (("file_name", "front_matter"), "2023-05-06"),
        (("git", "front_matter"), "2022-07-08"),
        (("folders", "front_matter"), "2021-09-10"),
        (("folders",), "2021-09-10"),
    ],
)
def test_the_date_is_looked_for_in_the_order_the_site_has(
    date_from: tuple[str, ...], day: str
) -> None:
    committed = Moment(datetime(2022, 7, 8, tzinfo=BERLIN), date_only=False)
    post, problems = read_post(
        "blog/2021/09/10/2023-05-06-a.md",
        read_front_matter("---\ndate: 2024-01-31\n---\n"),
        settings=ReadingSettings(zone=BERLIN, date_from=date_from),
        known_moments={"git": committed},
    )
    assert problems == ()
    assert post is not None
    assert post.published.date().isoformat() == day


@pytest.mark.parametrize(
    ("header", "flag"),
    [
        ("post: true", True),
        ("post: false", False),
        ('post: "no"', False),
        ("post:", None),
        ("post: perhaps", None),
        ("title: a", None),
    ],
)
def test_a_page_may_say_that_it_is_a_post(header: str, flag: bool | None) -> None:
    assert post_flag(read_front_matter(f"---\n{header}\n---\n")) is flag


def test_values_from_elsewhere_need_no_places() -> None:
    front_matter = FrontMatter(
        values={"date": "2024-01-31", "tags": ["a", 3.1], "draft": 1},
        body="",
        texts={"tags": ("x",)},
    )
    post, problems = read_post("a.md", front_matter, settings=SETTINGS)
    assert post is not None
    assert post.terms == {"tags": ("a", "3.1")}
    assert [str(problem) for problem in problems] == [
        "a.md: draft: '1' is text, read as true; write true, without quotes [value-doubtful]"
    ]


def test_what_nobody_can_see_is_not_in_titles_and_labels() -> None:
    post, _ = read(
        '---\ndate: 2024-01-31\ntitle: "a\\0b\\x1b\\uFEFFc"\ntags: ["\\0", "a\\x08"]\n---\n'
    )
    assert post is not None
    assert post["title"] == "abc"
    assert post["terms"] == {"tags": ["a"]}


def test_a_file_name_that_is_no_utf_8_makes_a_title_that_is() -> None:
    post, _ = read("", source="blog/2024-01-31-caf\udce9.md")
    assert post is not None
    assert post["title"] == "Caf?"


def check(front_matter: FrontMatter, source: str) -> tuple[Problem, ...]:
    post, problems = read_post(source, front_matter, settings=SETTINGS)
    assert (post is None) == any(problem.level is Level.ERROR for problem in problems)
    if post is not None:
        assert post.title.strip()
        assert post.published.tzinfo is BERLIN
        for labels in post.terms.values():
            assert labels
            assert all(label == " ".join(label.split()) != "" for label in labels)
    for problem in problems:
        assert problem.level is RULES[problem.code].level
        assert problem.found
        assert problem.fix
        assert not CONTROLS.search(str(problem))
    return problems


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["2024-01-31", "yes", "a, b", "javascript:x", "~", "1", "nan"])
    | st.dates()
    | st.datetimes()
    | st.datetimes(timezones=st.timezones())
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["name", "part", "image", "url", "created", "updated", "alt"])
            | st.text(),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)
KEYS = st.sampled_from([*OUR_KEYS, "category", "tag", "drafts", "published"]) | st.text()
SOURCES = st.sampled_from(["a.md", "blog/2024-01-31-a.md", "2024/02/31.md", "a/index.md", ""])


@given(st.dictionaries(KEYS, VALUES, max_size=8), SOURCES, st.text(max_size=30))
def test_no_values_are_too_much(values: dict[str, Any], source: str, body: str) -> None:
    check(FrontMatter(values=values, body=body), source)


@given(st.dictionaries(KEYS, VALUES, max_size=8), SOURCES)
def test_no_header_is_too_much(values: dict[str, Any], source: str) -> None:
    text = f"---\n{yaml.safe_dump(values, allow_unicode=True)}---\n# A\n"
    try:
        front_matter = read_front_matter(text)
    except FrontMatterError as error:
        assert error.problem(source).level is Level.ERROR  # noqa: PT017 - both ways are right
    else:
        check(front_matter, source)


@given(st.text(alphabet="abc: \n-[]{}\"'#!&*0123456789", max_size=60), SOURCES)
def test_no_text_is_too_much(text: str, source: str) -> None:
    for document in (text, f"---\n{text}\n---\n{text}"):
        try:
            front_matter = read_front_matter(document)
        except FrontMatterError:
            continue
        check(front_matter, source)
