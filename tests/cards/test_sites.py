"""Cards in built sites: which there are, where they are linked, and when they are drawn."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from tests.cards.drawing import png
from tests.site import Text, build, refuse, write_site

POST = "---\ndate: 2024-03-12\nauthors: [Jane]\n---\n\n# Wards\n\nText.\n"
POSTS: Mapping[str, Text] = {
    "index.md": "# Home\n",
    "blog/wards.md": POST,
    "blog/draft-token.md": "---\ndate: 2024-03-12\ndraft: true\n---\n\n# Draft-token\n",
    "blog/later-token.md": "---\ndate: 2999-03-12\n---\n\n# Later-token\n",
    "blog/quiet.md": "---\ndate: 2024-03-10\nunlisted: true\n---\n\n# Quiet\n",
    "blog/pictured.md": "---\ndate: 2024-03-11\ncover: cover.png\n---\n\n# Pictured\n",
    "blog/cover.png": png("cover"),
}
SITE_NAME = {"site_name": "Network"}


def cache_of(root: Path) -> list[Path]:
    return sorted((root / ".cache" / "weblog" / "cards").iterdir())


def test_every_public_post_without_a_cover_has_a_card_and_no_other(tmp_path: Path) -> None:
    site = build(tmp_path, POSTS, weblog={"cards": True})
    assert site.files("assets/cards/**/*.png") == {
        "assets/cards/blog/wards.png",
        "assets/cards/blog/quiet.png",
    }
    assert len(cache_of(tmp_path)) == 2
    with Image.open(site.dir / "assets/cards/blog/wards.png") as card:
        assert (card.format, card.size) == ("PNG", (1200, 630))


def test_there_are_none_unless_a_site_asks_for_them(tmp_path: Path) -> None:
    site = build(tmp_path, POSTS)
    assert not site.files("assets/cards/**/*.png")
    assert "assets/cards" not in site.html("blog/wards/")


def test_a_preview_draws_no_posts_that_are_held_back(tmp_path: Path) -> None:
    site = build(tmp_path, POSTS, weblog={"cards": True}, serve=True)
    assert site.has("blog/draft-token/")
    assert not [name for name in site.files("assets/cards/**/*.png") if "token" in name]


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_the_head_names_the_card_on_every_theme(tmp_path: Path, theme: str) -> None:
    site = build(tmp_path, POSTS, theme=theme, weblog={"cards": True}, config=SITE_NAME)
    head = site.page("blog/wards/").soup.head
    assert head is not None
    found = {
        str(tag.get("property") or tag.get("name")): tag.get("content")
        for tag in head.find_all("meta")
    }
    url = "https://example.org/site/assets/cards/blog/wards.png"
    assert found["og:image"] == found["twitter:image"] == url
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["og:image:type"] == "image/png"
    assert found["og:image:alt"] == found["twitter:image:alt"] == "Wards · Network"
    assert found["twitter:card"] == "summary_large_image"


def test_a_cover_is_shown_instead_unless_the_site_wants_its_cards(tmp_path: Path) -> None:
    site = build(tmp_path / "covers", POSTS, weblog={"cards": True})
    assert 'content="https://example.org/site/blog/cover.png"' in site.html("blog/pictured/")
    site = build(tmp_path / "cards", POSTS, weblog={"cards": {"instead_of_covers": True}})
    assert "og:image" in site.html("blog/pictured/")
    assert 'content="https://example.org/site/assets/cards/blog/pictured.png"' in site.html(
        "blog/pictured/"
    )


def test_lists_have_cards_where_the_site_wants_them(tmp_path: Path) -> None:
    site = build(tmp_path, POSTS, weblog={"cards": {"listings": True}})
    assert {"assets/cards/blog.png", "assets/cards/blog/author/jane.png"} <= site.files()
    assert "assets/cards/blog/author/jane.png" in site.html("blog/author/jane/")


def test_files_without_folders_have_cards_at_the_same_places(tmp_path: Path) -> None:
    site = build(tmp_path, POSTS, weblog={"cards": True}, use_directory_urls=False)
    assert "assets/cards/blog/wards.png" in site.files()
    assert "assets/cards/blog/wards.png" in site.html("blog/wards.html")


def test_an_unchanged_card_is_taken_from_the_cache(tmp_path: Path) -> None:
    tree = {"blog/wards.md": POST, "index.md": "# Home\n"}
    build(tmp_path, tree, weblog={"cards": True})
    (kept,) = cache_of(tmp_path)
    kept.write_bytes(png("kept"))
    site = build(tmp_path, tree, weblog={"cards": True})
    assert (site.dir / "assets/cards/blog/wards.png").read_bytes() == png("kept")
    changed = {**tree, "blog/wards.md": POST.replace("# Wards", "# Other")}
    site = build(tmp_path, changed, weblog={"cards": True})
    assert (site.dir / "assets/cards/blog/wards.png").read_bytes() != png("kept")
    assert len(cache_of(tmp_path)) == 2


def test_the_body_of_a_post_is_not_on_its_card(tmp_path: Path) -> None:
    for text in ("Text.", "More text."):
        tree = {"blog/wards.md": POST.replace("Text.", text), "index.md": "# Home\n"}
        build(tmp_path, tree, weblog={"cards": True})
    assert len(cache_of(tmp_path)) == 1


def test_a_broken_picture_in_the_cache_is_drawn_again(tmp_path: Path) -> None:
    tree = {"blog/wards.md": POST, "index.md": "# Home\n"}
    build(tmp_path, tree, weblog={"cards": True})
    (kept,) = cache_of(tmp_path)
    whole = kept.read_bytes()
    kept.write_bytes(whole[:1000])
    site = build(tmp_path, tree, weblog={"cards": True})
    assert (site.dir / "assets/cards/blog/wards.png").read_bytes() == whole
    assert kept.read_bytes() == whole


def test_a_cold_and_a_warm_build_are_the_same_bytes(tmp_path: Path) -> None:
    cold = build(tmp_path / "one", POSTS, weblog={"cards": True})
    warm = build(tmp_path / "two", POSTS, weblog={"cards": True})
    shutil.rmtree(tmp_path / "two" / "site")
    again = build(tmp_path / "two", POSTS, weblog={"cards": True})
    for name in cold.files("assets/cards/**/*.png"):
        data = {(site.dir / name).read_bytes() for site in (cold, warm, again)}
        assert len(data) == 1


def test_a_picture_of_the_docs_at_its_place_is_the_card(tmp_path: Path) -> None:
    tree = {**POSTS, "assets/cards/blog/wards.png": png("mine")}
    site = build(tmp_path, tree, weblog={"cards": True})
    assert (site.dir / "assets/cards/blog/wards.png").read_bytes() == png("mine")
    assert "assets/cards/blog/wards.png" in site.html("blog/wards/")


SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    '<rect width="9" height="9" fill="#0f0"/></svg>'
)


def test_a_site_may_draw_its_cards_itself(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        POSTS,
        weblog={"cards": True},
        config={"theme": {"name": "mkdocs", "custom_dir": "overrides"}},
        files={"overrides/weblog/card.svg": SQUARE},
    )
    with Image.open(site.dir / "assets/cards/blog/wards.png") as card:
        assert card.size == (630, 630)
        assert card.convert("RGB").getpixel((600, 300)) == (0, 255, 0)
    assert '"og:image:width" content="630"' in site.html("blog/wards/")


@pytest.mark.parametrize("template", ["{% if %}", "<svg", "{{ card.nothing.there }}"])
def test_a_template_that_is_none_is_refused_with_its_name(tmp_path: Path, template: str) -> None:
    refusal = refuse(
        tmp_path,
        POSTS,
        weblog={"cards": True},
        config={"theme": {"name": "mkdocs", "custom_dir": "overrides"}},
        files={"overrides/weblog/card.svg": template},
    )
    assert "weblog: cards: weblog/card.svg: " in refusal.text


def test_the_logo_of_the_theme_is_on_the_card(tmp_path: Path) -> None:
    tree = {**POSTS, "logo.svg": SQUARE}
    theme = {"name": "readthedocs", "logo": "logo.svg"}
    site = build(tmp_path, tree, weblog={"cards": True}, config={"theme": theme})
    with Image.open(site.dir / "assets/cards/blog/wards.png") as card:
        assert card.convert("RGB").getpixel((110, 110)) == (0, 255, 0)


@pytest.mark.parametrize(
    ("cards", "message"),
    [
        ({"scheme": "pink"}, "Expected one of: ('primary', 'light', 'dark')"),
        ({"primary": "teal"}, "'teal' is not a colour; write it as '#17494d'"),
        ({"color": "#fff"}, "no option 'color'"),
        ({"fonts": ["nowhere.ttf"]}, "fonts: 'nowhere.ttf' is no font beside mkdocs.yml"),
        ({"fonts": ["mkdocs.yml"]}, "fonts: 'mkdocs.yml' is no font beside mkdocs.yml"),
        ({"logo": "nowhere.svg"}, "logo: there is no picture 'nowhere.svg' in docs_dir"),
    ],
)
def test_wrong_options_are_refused(
    tmp_path: Path, cards: Mapping[str, object], message: str
) -> None:
    assert message in refuse(tmp_path, POSTS, weblog={"cards": cards}).text


@pytest.mark.parametrize("absent", ["resvg_py", "uharfbuzz"])
def test_without_the_extra_the_message_says_what_to_install(tmp_path: Path, absent: str) -> None:
    write_site(tmp_path, POSTS, weblog={"cards": True})
    program = (
        f"import sys; sys.modules[{absent!r}] = None\n"
        "from mkdocs.__main__ import cli; cli(['build'])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "pip install 'mkdocs-weblog[cards]'" in run.stderr
    assert "Traceback" not in run.stderr


def test_without_cards_nothing_of_the_extra_is_needed(tmp_path: Path) -> None:
    write_site(tmp_path, POSTS)
    program = (
        "import sys; sys.modules.update(resvg_py=None, uharfbuzz=None, manimgx_fonts=None)\n"
        "from mkdocs.__main__ import cli; cli(['build', '--strict'])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
