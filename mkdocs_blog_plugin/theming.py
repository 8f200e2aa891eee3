"""What we add to a theme: our templates behind its own, and one stylesheet."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

PACKAGE = Path(__file__).parent
TEMPLATES = str(PACKAGE / "templates")
STYLESHEET = "assets/weblog/weblog.css"
CARD = "weblog/card.svg"


def add_templates(config: MkDocsConfig) -> None:
    """Puts our templates behind the theme's and the site's own."""
    if TEMPLATES not in config.theme.dirs:
        config.theme.dirs.append(TEMPLATES)


def leave_templates(files: Files) -> None:
    """Takes templates out of the site: MkDocs copies what in a theme's folder is no HTML."""
    file = files.get_file_from_path(CARD)
    if file is not None:
        files.remove(file)


def link_stylesheet(config: MkDocsConfig) -> None:
    """Names our stylesheet before the site's own, which so can change it."""
    if STYLESHEET not in config.extra_css:
        config.extra_css.insert(0, STYLESHEET)


def add_stylesheet(files: Files, config: MkDocsConfig) -> None:
    """Puts our stylesheet among the files of the site, unless it has one there."""
    if files.get_file_from_path(STYLESHEET) is None:
        path = str(PACKAGE / "assets" / "weblog.css")
        files.append(File.generated(config, STYLESHEET, abs_src_path=path))
