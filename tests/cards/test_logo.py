"""Logos of every format at the size of a card."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path

import pytest
from mkdocs.structure.files import Files
from mkdocs.theme import Theme
from PIL import Image

from mkdocs_blog_plugin.cards.logo import find_logo, read_logo


def bitmap(kind: str, size: tuple[int, int]) -> bytes:
    stream = BytesIO()
    Image.new("RGB", size, "#c00").save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (b'<svg viewBox="0 0 48 24"/>', "svg+xml", (120, 60)),
        (b'<?xml version="1.0"?><svg width="24px" height="48"/>', "svg+xml", (30, 60)),
        (b'<svg viewBox="-1 -1 1000 100"/>', "svg+xml", (300, 30)),
        (b"<svg/>", "svg+xml", (60, 60)),
        (bitmap("PNG", (200, 100)), "png", (120, 60)),
        (bitmap("JPEG", (100, 100)), "jpeg", (60, 60)),
        (bitmap("GIF", (10, 10)), "gif", (60, 60)),
        (bitmap("WEBP", (600, 60)), "webp", (300, 30)),
    ],
)
def test_a_logo_has_its_shape_at_the_size_of_the_card(
    data: bytes, kind: str, size: tuple[float, float]
) -> None:
    logo = read_logo(data)
    assert logo is not None
    assert logo.url.startswith(f"data:image/{kind};base64,")
    assert (logo.width, logo.height) == size


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"text", b'<svg viewBox="0 0 0 0"/>'])
def test_what_is_no_picture_is_no_logo(data: bytes) -> None:
    assert read_logo(data) is None


def test_an_icon_without_a_colour_is_white() -> None:
    logo = read_logo(b'<svg viewBox="0 0 24 24"><path d="M0 0h9v9z"/></svg>')
    assert logo is not None
    assert b'<svg fill="#fff"' in base64.b64decode(logo.url.partition(",")[2])


def test_a_theme_may_have_its_logo_as_an_icon(tmp_path: Path) -> None:
    theme = Theme(name="material", icon={"logo": "material/library"})
    logo = find_logo(None, files=Files([]), theme=theme)
    assert logo is not None
    assert (logo.width, logo.height) == (60, 60)
    assert find_logo(None, files=Files([]), theme=Theme(name="mkdocs")) is None
