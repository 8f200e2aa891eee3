"""The example site's HTML, held against the same site with the plugin switched off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.example import THEMES, example_site
from tests.validity.nu import added_errors, nu_errors

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("theme", THEMES)
def test_the_blog_adds_no_error(shared_tmp: Path, theme: str) -> None:
    folders = [example_site(shared_tmp, theme, with_blog=blog) for blog in (True, False)]
    with_blog, without_blog = nu_errors(folders)
    assert len(with_blog) > len(without_blog), "the blog has no page of its own"
    assert added_errors(with_blog, without_blog) == []
