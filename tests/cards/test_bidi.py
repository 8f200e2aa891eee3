"""The order of characters on a line, as it is seen from left to right."""

from __future__ import annotations

import pytest

from mkdocs_blog_plugin.cards.bidi import (
    Direction,
    direction,
    levels,
    visual_order,
    without_controls,
)


def seen(text: str, base: Direction) -> str:
    """What is drawn: where text runs to the left, brackets are those of the other hand."""
    found = levels(text, base=base)
    mirrored = str.maketrans("()", ")(")
    drawn = (
        text[at].translate(mirrored) if found[at] % 2 else text[at] for at in visual_order(found)
    )
    return "".join(drawn)


@pytest.mark.parametrize(
    ("text", "base", "order"),
    [
        ("a (b) c", "ltr", "a (b) c"),
        ("אבג", "rtl", "גבא"),
        ("אב MkDocs גד", "rtl", "דג MkDocs בא"),
        ("אב MkDocs 1.6 גד", "rtl", "דג MkDocs 1.6 בא"),
        ("new אב 12 גד end", "ltr", "new דג 12 בא end"),
        ("אב foo (bar)", "rtl", "foo (bar) בא"),
        ("foo (אב)", "ltr", "foo (בא)"),
        ("foo (אב)", "rtl", "(בא) foo"),
        ("א: 10%", "rtl", "10% :א"),
        ("א 1+2", "rtl", "1+2 א"),
        ("ع 1+2", "rtl", "2+1 ع"),
        ("ع ١٢", "rtl", "١٢ ع"),
        ("10% אב!", "ltr", "10% בא!"),
        ("אב!", "ltr", "בא!"),
        ("אב!", "rtl", "!בא"),
        ("אב ", "ltr", "בא "),
        ("א\u0301ב", "rtl", "ב\u0301א"),
        ("", "rtl", ""),
    ],
)
def test_characters_stand_in_order(text: str, base: Direction, order: str) -> None:
    assert seen(text, base) == order


@pytest.mark.parametrize(
    ("text", "found"),
    [("Hello", "ltr"), ("2024 مرحبا", "rtl"), ("«אב» a", "rtl"), ("…", "ltr"), ("日本 א", "ltr")],
)
def test_a_text_has_the_direction_of_its_first_letter(text: str, found: Direction) -> None:
    assert direction(text) == found


def test_characters_that_embed_are_taken_out() -> None:
    assert without_controls("\u202eevil\u202c \u2067א\u2069") == "evil א"
