"""Where titles break and how large they are. Every character is half an em wide here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.cards.layout import SIZES, Block, fit, shorten


def half(text: str) -> float:
    return len(text) / 2


def block(text: str, *, width: float = 400, height: float = 300) -> Block:
    return fit(text, measure=half, width=width, height=height, sizes=(40,))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Minutes", ("Minutes",)),
        ("one two three four five six", ("one two three", "four five six")),
        ("What we learned from a year", ("What we learned", "from a year")),
        ("the long co-productions of it", ("the long co-", "productions of it")),
        (
            "共同制作から学んだことと、利用者の声でした、はい",
            ("共同制作から学んだことと、", "利用者の声でした、はい"),
        ),
        (
            "これは新しいサービスとデータの名前である話",
            ("これは新しいサービスと", "データの名前である話"),
        ),
        (
            "「引用」から始まる題名と「もう一つの引用」で終わる",
            ("「引用」から始まる題名と", "「もう一つの引用」で終わる"),
        ),
        ("협력에서 배운 것들과 사용자의 소리", ("협력에서 배운 것들과 사용자의 소리",)),
        ("", ("",)),
    ],
    ids=str,
)
def test_lines_are_few_and_even_and_break_where_readers_expect_it(
    text: str, lines: tuple[str, ...]
) -> None:
    assert block(text).lines == lines


def test_a_title_is_as_large_as_it_can_be() -> None:
    short = fit("Minutes", measure=half, width=1040, height=300)
    long = fit("word " * 40, measure=half, width=1040, height=300)
    assert short.size == SIZES[0]
    assert SIZES[-1] <= long.size < short.size


def test_a_long_word_makes_the_title_smaller_before_it_is_broken() -> None:
    found = fit("x" * 40, measure=half, width=1040, height=300)
    assert found.lines == ("x" * 40,)
    assert found.size == 50


def test_a_word_that_goes_in_at_no_size_is_broken() -> None:
    assert block("x" * 50).lines == ("x" * 20, "x" * 20, "x" * 10)


def test_broken_words_keep_their_marks_and_joined_emoji() -> None:
    accented, coder = "a\u0301", "👩\u200d💻"
    assert block(accented * 12).lines == (accented * 10, accented * 2)
    assert block(coder * 8).lines == (coder * 6, coder * 2)


def test_what_does_not_go_in_ends_in_an_ellipsis() -> None:
    assert block("x" * 100, height=100).lines == ("x" * 20, "x" * 19 + "…")


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("one two", 3.5, "one two"),
        ("one, two", 3, "one…"),
        ("one two", 0.5, "…"),
        ("日本語の題", 2, "日本語…"),
    ],
)
def test_a_line_is_shortened(text: str, width: float, shown: str) -> None:
    assert shorten(text, measure=half, width=width) == shown


def test_scripts_with_marks_above_and_below_have_more_room() -> None:
    assert block("नमस्ते").leading > block("Hello").leading
    assert block("مرحبا").leading > block("日本").leading


def test_a_block_stands_in_the_middle() -> None:
    lines = Block(lines=("a", "b"), size=100, leading=120).baselines(top=100, height=292)
    assert lines == (222, 342)  # 50 above the capitals of the first, 50 below the last


@given(st.text(alphabet=st.sampled_from("aB 日の「」、-ー\u0301👩\u200d"), max_size=60))
def test_no_line_is_wider_than_its_room_and_nothing_is_lost(text: str) -> None:
    title = " ".join(text.split())
    found = fit(title, measure=half, width=300, height=10_000)
    assert all(half(line) * found.size <= 300 for line in found.lines)
    assert "".join(found.lines).replace(" ", "") == title.replace(" ", "")
