"""The catalogues: complete, with the placeholders of the contract and the plurals of CLDR."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from mkdocs_blog_plugin.core.dates import format_month, locale_of
from mkdocs_blog_plugin.core.wording import Wording, flatten
from mkdocs_blog_plugin.core.wording_keys import PRESETS, WORDING_KEYS
from mkdocs_blog_plugin.locale import languages, read_catalogue

ENGLISH = read_catalogue("en")
LANGUAGES = sorted(languages().values())


def test_the_languages_promised_are_there() -> None:
    assert {"en", "de", "fr", "es", "pt", "it", "nl", "pl", "ja", "zh", "ar"} <= set(LANGUAGES)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("de-AT", "de"),
        ("DE_ch", "de"),
        ("pt-PT", "pt"),
        ("pt-BR", "pt-BR"),
        ("pt_br", "pt-BR"),
        ("zh", "zh"),
        ("zh-CN", "zh"),
        ("zh-Hans", "zh"),
        ("zh-TW", "zh-TW"),
        ("zh-Hant", "zh-TW"),
        ("zh-Hant-HK", "zh-TW"),
        ("zh_HK", "zh-TW"),
        ("tlh", "en"),
        ("", "en"),
        ("../en", "en"),
        ("__init__", "en"),
    ],
)
def test_a_language_gets_the_nearest_catalogue(asked: str, given: str) -> None:
    assert read_catalogue(asked)["language"] == given


def test_english_has_the_strings_of_the_contract_and_no_others() -> None:
    assert set(Wording.of(ENGLISH, english=ENGLISH).phrases) == set(WORDING_KEYS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_the_keys_of_english(language: str) -> None:
    assert set(flatten(read_catalogue(language))) == set(flatten(ENGLISH))


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_has_the_same_bylines_and_footers(preset: str) -> None:
    chosen, first = ENGLISH["presets"][preset], ENGLISH["presets"][PRESETS[0]]
    assert {name: set(chosen[name]) for name in first} == {n: set(first[n]) for n in first}


def strings(language: str) -> Iterator[tuple[str, Any]]:
    """Every text of a catalogue with its key in the contract."""
    for path, value in flatten(read_catalogue(language)).items():
        key = re.sub(r"^presets\.[^.]+\.", "", path)
        for text in value.values() if isinstance(value, Mapping) else (value,):
            if path != "language":
                yield key, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_all_text(language: str) -> None:
    """YAML reads a bare `no` or `2012` as something else."""
    assert [key for key, text in strings(language) if not isinstance(text, str)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_the_placeholders_of_the_contract(language: str) -> None:
    stray = [
        (key, found)
        for key, text in strings(language)
        for found in re.findall(r"\{(.*?)\}", text)
        if found not in WORDING_KEYS[key].placeholders
    ]
    assert stray == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_leaves_no_placeholder_of_english_out(language: str) -> None:
    """But for the number in forms that say it in words ("one post", Arabic "two posts")."""
    own, english = flatten(read_catalogue(language)), flatten(ENGLISH)
    missing = [
        (path, name)
        for path, value in english.items()
        for name in re.findall(r"\{(\w+)\}", _other(value))
        if f"{{{name}}}" not in _other(own[path])
    ]
    assert missing == []


def _other(value: Any) -> str:
    return str(value["other"] if isinstance(value, Mapping) else value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_numbers_of_posts_need(language: str) -> None:
    """CLDR's `many` of French, Spanish, Italian and Portuguese begins at a million."""
    rule = locale_of(language).plural_form
    needed = {rule(number) for number in range(1001)} | {"other"}
    forms = {
        path: set(value)
        for path, value in flatten(read_catalogue(language)).items()
        if isinstance(value, Mapping)
    }
    assert {path for path, found in forms.items() if found != needed} == set()
    assert set(forms) == {key for key, entry in WORDING_KEYS.items() if entry.plural}


@pytest.mark.parametrize("language", LANGUAGES)
def test_arrows_point_to_older_posts_at_the_start_of_the_line(language: str) -> None:
    words = Wording.of(read_catalogue(language), english=ENGLISH)
    older, newer = ("→", "←") if locale_of(language).text_direction == "rtl" else ("←", "→")
    for kind in ("pager", "period"):
        assert words.text(f"{kind}.older", label="x").startswith(f"{older} ")
        assert words.text(f"{kind}.newer", label="x").endswith(f" {newer}")


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_sentences_are_translated(language: str) -> None:
    """A sentence that is the same as in English was forgotten."""
    own, english = flatten(read_catalogue(language)), flatten(ENGLISH)
    same = [
        path
        for path, value in english.items()
        if len(re.findall(r"[A-Za-z]{2,}", re.sub(r"\{\w+\}", "", _other(value)))) > 1
        and _other(own[path]) == _other(value)
    ]
    assert same == []


FOOTERS = {
    "ar": "مصنّف تحت A، B | موسوم بـ x",
    "de": "Abgelegt unter A, B | Verschlagwortet mit x",
    "en": "Filed under A, B | Tagged x",
    "es": "Archivado en A, B | Etiquetado como x",
    "fr": "Classé dans A, B | Étiqueté x",
    "it": "Archiviato in A, B | Contrassegnato con x",
    "ja": "カテゴリー: A、B | タグ: x",
    "nl": "Gearchiveerd onder A, B | Getagd met x",
    "pl": "Zaszufladkowano do kategorii A, B | Otagowano x",
    "pt": "Arquivado em A, B | Etiquetado com x",
    "pt-BR": "Arquivado em A, B | Marcado com x",
    "zh": "归类于 A、B | 标签：x",
    "zh-TW": "歸類於 A、B | 標籤：x",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_files_a_post(language: str) -> None:
    words = Wording.of(read_catalogue(language), english=ENGLISH)
    assert words.footer(categories=["A", "B"], tags=["x"]) == FOOTERS[language]


COUNTS = """
en    | 0 posts    | 1 post         | 2 posts    | 5 posts     | 22 posts    | 1,234 posts
de    | 0 Beiträge | 1 Beitrag      | 2 Beiträge | 5 Beiträge  | 22 Beiträge | 1.234 Beiträge
fr    | 0 article  | 1 article      | 2 articles | 5 articles  | 22 articles | 1 234 articles
pl    | 0 wpisów   | 1 wpis         | 2 wpisy    | 5 wpisów    | 22 wpisy    | 1\xa0234 wpisy
ja    | 0件の投稿  | 1件の投稿      | 2件の投稿  | 5件の投稿   | 22件の投稿  | 1,234件の投稿
ar    | لا مقالات  | مقالة واحدة    | مقالتان    | 5 مقالات    | 22 مقالة    | 1,234 مقالة
"""


@pytest.mark.parametrize("row", COUNTS.strip().splitlines())
def test_posts_are_counted_as_the_language_counts(row: str) -> None:
    language, *counted = (cell.strip(" ") for cell in row.split("|"))
    words = Wording.of(read_catalogue(language), english=ENGLISH)
    assert [words.text("count.posts", count=n) for n in (0, 1, 2, 5, 22, 1234)] == counted


def test_months_of_an_archive_stand_alone() -> None:
    """The nominative where the language has one: not "marca 2012"."""
    headings = {
        "pl": "Archiwum miesięczne: marzec 2012",
        "ja": "月別アーカイブ: 2012年3月",
        "es": "Archivo mensual: marzo de 2012",
        "zh": "月度归档：2012年3月",
    }
    for language, heading in headings.items():
        words = Wording.of(read_catalogue(language), english=ENGLISH)
        label = format_month(2012, 3, language=words.language)
        assert words.text("heading.month", label=label) == heading


def test_a_language_without_catalogue_has_english_strings_and_its_own_numbers() -> None:
    words = Wording.of(read_catalogue("pl-PL"), english=ENGLISH, language="pl-PL")
    assert words.text("count.posts", count=12345) == "12\xa0345 wpisów"
    words = Wording.of(read_catalogue("is"), english=ENGLISH, language="is")
    assert words.language == "is"
    assert words.text("count.posts", count=1021) == "1.021 posts"


def test_english_stands_in_for_what_a_catalogue_lacks() -> None:
    words = Wording.of({"language": "cs", "blog": "Blog!"}, english=ENGLISH)
    assert words.text("blog") == "Blog!"
    assert words.text("count.posts", count=3) == "3 posts"
    assert words.footer(tags=["x"]) == "Tagged x"
