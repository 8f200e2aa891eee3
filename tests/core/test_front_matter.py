"""Front matter: the block MkDocs sees, with the place of each value, and every slip explained."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import meta

from mkdocs_blog_plugin.core.front_matter import FrontMatterError, decode, read_front_matter
from mkdocs_blog_plugin.core.problems import Mark

SLIPS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("reading").joinpath("slips.yml").read_text(encoding="utf-8")
)


def refusal(text: str) -> str:
    with pytest.raises(FrontMatterError) as caught:
        read_front_matter(text)
    return str(caught.value.problem("a.md"))


def with_header(header: str) -> str:
    return f"---\n{header.rstrip(chr(10))}\n---\nText\n"


@pytest.mark.parametrize("case", SLIPS, ids=lambda case: case["header"])
def test_a_header_is_read_or_its_slip_is_explained(case: dict[str, Any]) -> None:
    if "says" in case:
        assert refusal(with_header(case["header"])) == f"a.md:{case['says']}"
    else:
        assert read_front_matter(with_header(case["header"])).values == case["reads"]


def test_every_value_has_its_place() -> None:
    read = read_front_matter(
        "---\ntitle: A\ntags: [one, 3.10]\nauthors:\n  - jane\n  - name: Bob\n---\n\n\nBody\n"
    )
    assert read.marks == {"title": Mark(2, 8), "tags": Mark(3, 7), "authors": Mark(5, 3)}
    assert read.key_marks == {"title": Mark(2, 1), "tags": Mark(3, 1), "authors": Mark(4, 1)}
    assert read.item_marks == {
        "tags": (Mark(3, 8), Mark(3, 13)),
        "authors": (Mark(5, 5), Mark(6, 5)),
    }
    assert read.texts == {"tags": (None, "3.10"), "authors": (None, None)}
    assert (read.body, read.body_line) == ("Body\n", 10)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ufeff---\r\ndate: 2024-01-31\r\n---\r\n\r\nBody\r\n", id="BOM and CRLF"),
        pytest.param("---\rdate: 2024-01-31\r---\r\rBody\r", id="CR"),
        pytest.param("---  \ndate: 2024-01-31\n...\t\n\nBody\n", id="dots and blanks"),
    ],
)
def test_line_ends_and_marks_of_order_make_no_difference(text: str) -> None:
    plain = read_front_matter("---\ndate: 2024-01-31\n---\n\nBody\n")
    assert read_front_matter(decode(text.encode())) == plain
    assert read_front_matter(text) == plain


@pytest.mark.parametrize(
    ("text", "values", "body", "line"),
    [
        ("", {}, "", 1),
        ("Text\n", {}, "Text\n", 1),
        ("\n\nText\n", {}, "Text\n", 3),
        ("---\n\nText after a rule\n", {}, "---\n\nText after a rule\n", 1),
        ("---\ntitle: A\n---\n", {"title": "A"}, "", 4),
        ("---\ntitle: A\n---\nText\n---\nMore\n", {"title": "A"}, "Text\n---\nMore\n", 4),
        ("Title: A\nTags: a, b\n    c\n\nText\n", {"title": "A", "tags": "a, b c"}, "Text\n", 5),
        ("Title: A\nTitle: B\nText: c", {"title": "A B", "text": "c"}, "", 3),
    ],
)
def test_the_block_is_the_one_mkdocs_sees(
    text: str, values: dict[str, object], body: str, line: int
) -> None:
    read = read_front_matter(text)
    assert (read.values, read.body, read.body_line) == (values, body, line)
    assert meta.get_data(text) == (body, values)


def test_plain_lines_have_no_types() -> None:
    read = read_front_matter("Draft: true\nDate:   2024-01-31\n\nText")
    assert not read.typed
    assert read.marks == {"draft": Mark(1, 8), "date": Mark(2, 9)}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "---\ntitle: A\n\nText\n",
            "1:1: the front matter is never closed; end the front matter with a line of `---` "
            "[front-matter-unclosed]",
        ),
        (
            "---\ntitle: A\n---",
            "1:1: the front matter is never closed; end the closing `---` with a line break "
            "[front-matter-unclosed]",
        ),
        (
            "\n\n---\ntitle: A\n---\nText\n",
            "3:1: front matter that does not start on the first line; take out what stands above "
            "it [front-matter-late]",
        ),
        (
            "<!-- a licence\n -->\n---\ntitle: A\n---\nText\n",
            "3:1: front matter that does not start on the first line; take out what stands above "
            "it [front-matter-late]",
        ),
        (
            '+++\ntitle = "A"\n+++\nText\n',
            "1:1: TOML; write YAML between `---` lines: `key: value` [front-matter-foreign]",
        ),
    ],
)
def test_a_block_that_mkdocs_would_print_is_refused(text: str, says: str) -> None:
    assert refusal(text) == f"a.md:{says}"
    assert meta.get_data(text)[1] == {}


@pytest.mark.parametrize("block", ["---\n---\n", "---\n\n---\n", "---\n# x\n---\n"])
def test_an_empty_block_is_doubtful(block: str) -> None:
    text = block + "Text\n"
    read = read_front_matter(text)
    assert (read.body, read.values) == (text, {}) == meta.get_data(text)
    assert [doubt.code for doubt in read.doubts] == ["front-matter-empty"]


def test_of_double_keys_the_last_counts_and_each_is_named() -> None:
    read = read_front_matter(with_header("tags: a\ntitle: A\ntags: b\nseries: {name: a, name: b}"))
    assert read.values == {"tags": "b", "title": "A", "series": {"name": "b"}}
    assert [(doubt.code, doubt.key, doubt.mark) for doubt in read.doubts] == [
        ("front-matter-double", "tags", Mark(4, 1)),
        ("front-matter-double", "name", Mark(5, 19)),
    ]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2024-02-31", "date-unreal"),
        ("2024-01-31 25:00:00", "date-unreal"),
        ("0000-01-01", "date-unreal"),
        ("0x_", "front-matter-syntax"),
    ],
)
def test_values_that_yaml_fails_on_are_kept_as_text(value: str, code: str) -> None:
    read = read_front_matter(with_header(f"date: {value}\ntags: [{value}]"))
    assert read.values == {"date": value, "tags": [value]}
    assert [(doubt.code, doubt.key, doubt.mark) for doubt in read.doubts] == [
        (code, "date", Mark(2, 7)),
        (code, "tags", Mark(3, 8)),
    ]


@pytest.mark.parametrize(
    ("header", "cut"),
    [
        ("title: Issue #5 is fixed", "'#5 is fixed'"),
        ("title: Issue # a comment", None),
        ('title: "Issue #5"', None),
        ("title: C# and F#", None),
    ],
)
def test_text_that_yaml_takes_for_a_comment_is_named(header: str, cut: str | None) -> None:
    found = [doubt.found for doubt in read_front_matter(with_header(header)).doubts]
    assert found == ([f"YAML takes {cut} for a comment and leaves it out"] if cut else [])


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
ATTACKS = {
    "aliases that multiply": (BOMB, "front-matter-size"),
    "brackets 100,000 deep": ("a: " + "[" * 100_000, "front-matter-depth"),
    "brackets 41 deep": ("a: " + "[" * 41 + "]" * 41, "front-matter-depth"),
    "dashes 50 deep": ("a:\n  " + "- " * 50, "front-matter-depth"),
    "aliases 3,000 deep": (
        "k0: &k0 [1]\n" + "".join(f"k{n}: &k{n} [*k{n - 1}]\n" for n in range(1, 3_000)),
        "front-matter-depth",
    ),
    "a value inside itself": ("a: &a [*a]", "front-matter-loop"),
    "a mapping inside itself": ("a: &a {b: {c: *a}}", "front-matter-loop"),
    "a million values": ("a: [" + "x," * 1_000_000 + "]", "front-matter-size"),
    "a million keys": ("".join(f"k{n}: 1\n" for n in range(1_000_000)), "front-matter-size"),
}


@pytest.mark.parametrize(("header", "code"), ATTACKS.values(), ids=ATTACKS)
def test_hostile_yaml_is_refused(header: str, code: str) -> None:
    assert refusal(with_header(header)).endswith(f"[{code}]")


def test_limits_leave_room() -> None:
    values = read_front_matter(with_header("a: " + "[" * 39 + "]" * 39)).values
    assert str(values["a"]) == "[" * 39 + "]" * 39
    tags = ", ".join(f"tag {n}" for n in range(5_000))
    assert len(read_front_matter(with_header(f"tags: [{tags}]")).values["tags"]) == 5_000


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("title: ä".encode("utf-16"), "1:1: the file is not UTF-8, it looks like UTF-16"),
        ("title: a".encode("utf-16-le"), "1:2: the file is not UTF-8, it looks like UTF-16"),
        ("title: ä".encode("utf-16-le"), "1:15: the file is not UTF-8, it looks like UTF-16"),
        (
            "a\r\ntitle: Café".encode("latin-1"),
            "2:11: the file is not UTF-8, it looks like Windows-1252 or Latin-1",
        ),
        (
            "title: 日本語".encode("shift-jis"),
            "1:8: the file is not UTF-8, it looks like another encoding",
        ),
        (
            "é\nCafé".encode()[:-1],
            "2:4: the file is not UTF-8, a character is damaged",
        ),
    ],
)
def test_other_encodings_are_named(data: bytes, says: str) -> None:
    with pytest.raises(FrontMatterError) as caught:
        decode(data)
    assert str(caught.value.problem("a.md")) == f"a.md:{says}; save it as UTF-8 [file-encoding]"


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=20)
    | st.dates()
    | st.datetimes()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), VALUES, min_size=1, max_size=6), st.text(max_size=40))
def test_what_yaml_writes_is_read_as_mkdocs_reads_it(values: dict[str, Any], body: str) -> None:
    text = f"---\n{yaml.safe_dump(values, allow_unicode=True)}---\n{body}"
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    read = read_front_matter(text)
    assert (read.body, dict(read.values)) == meta.get_data(text)
    assert read.marks.keys() == read.key_marks.keys() == read.values.keys()


@given(st.text() | st.text(alphabet="-:[]{}&*!|>'\"#%@`,? \n\tadet0123"), st.booleans())
def test_no_text_is_too_much(text: str, inside: bool) -> None:
    text = f"---\n{text}\n---\n" if inside else text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        read = read_front_matter(text)
    except FrontMatterError as caught:
        error = caught
    else:
        assert all(isinstance(key, str) for key in read.values)
        assert lines.endswith(read.body)
        return
    assert error.fix
    assert error.mark is not None
    assert error.mark.line <= len(lines.splitlines()) + 1


@given(st.binary())
def test_no_bytes_are_too_much(data: bytes) -> None:
    code = None
    try:
        text = decode(data)
    except FrontMatterError as error:
        code = error.code
    assert code == "file-encoding" or "\r" not in text
