"""Cards as they are seen: in their margins, in every script, the same every time."""

from __future__ import annotations

import re

import pytest

from mkdocs_blog_plugin.cards.fonts import FontSet
from tests.cards.drawing import card, covered, ink, picture, png, renderer

TITLES = {
    "latin": ("What we learned from a year of co-production", "en"),
    "greek": ("Τι μάθαμε από έναν χρόνο", "el"),
    "cyrillic": ("Чему мы научились за год", "ru"),
    "arabic": ("مرحبا بكم في مدونة MkDocs: كيف نكتب معًا", "ar"),
    "hebrew": ("מה למדנו השנה (חלק 2)", "he"),
    "hindi": ("हमने एक साल में क्या सीखा", "hi"),
    "thai": ("สิ่งที่เราได้เรียนรู้ในหนึ่งปี", "th"),
    "japanese": ("共同制作から学んだこと：利用者の声をきく", "ja"),
    "chinese": ("我们从一年的合作中学到了什么", "zh"),
    "korean": ("일 년 동안 함께 만들며 배운 것", "ko"),
    "emoji": ("🎉 👩\u200d💻 1️⃣ ❤️ 🇩🇪", "en"),
    "long": ("A very long title that goes on and on " * 8, "en"),
    "one word": ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 4, "de"),
}

GOLDEN = """\
<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
  <linearGradient id="ground" x1="0" y1="0" x2="…" y2="1">
    <stop offset="0.3" stop-color="#4051b5"/>
    <stop offset="1" stop-color="#2e3a82"/>
  </linearGradient>
  <rect width="1200" height="630" fill="url(#ground)"/>
  <rect x="0" width="16" height="630" fill="#b3b9e1"/>
  <path fill="#ffffff" transform="translate(80 120)" aria-label="Network"/>
  <path fill="#ffffff" transform="translate(80 …)" aria-label="Tom &amp; &lt;Jerry&gt;"/>
  <path fill="#ffffff" transform="translate(80 556)" aria-label="Jane"/>
  <circle cx="…" cy="546" r="3.5" fill="#b3b9e1"/>
  <path fill="#d9dcf0" transform="translate(… 556)" aria-label="March 12, 2024"/>
</svg>"""
"""Without the outlines, and without the widths of words, which are the font's."""


@pytest.mark.parametrize("name", TITLES)
def test_a_title_is_drawn_within_its_margins(name: str) -> None:
    title, language = TITLES[name]
    left, top, right, bottom = ink(title.strip(), language=language)
    assert left >= 72, "glyphs may hang over by a little"
    assert right <= 1128
    assert top >= 160, "clear of the logo"
    assert bottom <= 520, "clear of date and authors"
    assert covered(title.strip(), language=language) > 0.05


@pytest.mark.parametrize("name", TITLES)
def test_every_character_of_it_has_a_glyph(name: str) -> None:
    fonts = FontSet()
    title, language = TITLES[name]
    missing = [part for part, face in fonts._parts(title, language) if face is None]
    assert missing == []


def test_from_right_to_left_all_stands_at_the_right() -> None:
    title = "مرحبا بالعالم"
    left, _, right, _ = ink(title, site_name="شبكة", authors="ياسمين", date="12 مارس")
    assert right > 1100
    assert left > 400
    mirrored = picture(title)
    assert mirrored.getpixel((1195, 300)) != mirrored.getpixel((1100, 20))  # the bar
    assert picture("Hello").getpixel((5, 300)) != picture("Hello").getpixel((100, 20))


def test_a_line_of_two_directions_stands_in_order() -> None:
    both, alone = card("שלום MkDocs").title[0], card("MkDocs").title[0]
    assert both.path.startswith(alone.path[:20]), "the last word read is the first from the left"


def test_letters_of_arabic_are_joined() -> None:
    joined = card("سلام").title[0].width / card("سلام").title[0].size
    apart = sum(card(c).title[0].width / card(c).title[0].size for c in "سلام")
    assert joined < 0.85 * apart


@pytest.mark.parametrize(("one", "other"), [("ja", "zh"), ("zh", "zh-TW"), ("zh-TW", "ko")])
def test_han_characters_have_the_shape_of_their_language(one: str, other: str) -> None:
    assert card("直骨", language=one).title != card("直骨", language=other).title


def test_long_names_are_shortened() -> None:
    names = ", ".join(["Maximiliane Mustermann"] * 9)
    found = card("Minutes", site_name=names, authors=names, date="March 12, 2024")
    assert found.site_name.text.endswith("…")
    assert found.authors.text.endswith("…")
    assert found.authors.width + found.date.width < 1040
    assert ink("Minutes", site_name=names, authors=names, date="March 12, 2024")[2] <= 1122


def test_the_same_card_is_the_same_bytes() -> None:
    title, language = TITLES["arabic"]
    assert png.__wrapped__(title, language=language) == png(title, language=language)


def test_the_template_says_what_it_draws() -> None:
    svg = renderer().fill(
        card("Tom & <Jerry>", site_name="Network", authors="Jane", date="March 12, 2024")
    )
    assert re.sub(r"\d+\.\d\d", "…", re.sub(r' d="M[^"]*"', "", svg)) == GOLDEN
