"""Under which letter a reader looks for a label."""

from __future__ import annotations

import pytest

from mkdocs_blog_plugin.core.initials import initial


@pytest.mark.parametrize(
    ("label", "letter"),
    [
        ("co-production", "C"),
        ("Écoute", "E"),
        ("écoute", "E"),
        ("ßtrange", "S"),
        ("Ångström", "A"),
        ("ﬁne", "F"),
        ("Привет мир", "П"),
        ("Ёлка", "Е"),
        ("αλφα", "Α"),
        ("العربية", "ا"),
        ("שלום", "ש"),
        ("日本語", "漢"),
        ("〇", "0–9"),
        ("ガイド", "か"),
        ("かな", "か"),
        ("한국어", "\u1112"),
        ("2024", "0–9"),
        ("٣", "0–9"),
        ("½", "0–9"),
        ("🎉", "#"),
        (".NET", "#"),
        ("C++", "C"),
        ("  padded", "P"),
        ("", "#"),
    ],
)
def test_a_label_stands_under_its_first_letter(label: str, letter: str) -> None:
    assert initial(label) == letter
