"""Good company: what other plugins must be told, or have undone, to live beside a blog."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from itertools import pairwise

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page


def introduce(files: Iterable[File], config: MkDocsConfig) -> None:
    """Tells plugins that took note of the files before ours of the pages we made: to `redirects`
    they are targets that do not exist, to `htmlproofer` links that lead nowhere."""
    made = [file for file in files if file.is_documentation_page()]
    for plugin in config.plugins.values():
        module = type(plugin).__module__
        if module.startswith("mkdocs_redirects"):
            plugin.doc_pages.update({file.src_uri: file for file in made})
        elif module.startswith("htmlproofer"):
            plugin.files += made


def localise(files: Iterable[File], config: MkDocsConfig) -> None:
    """Moves pages below the folder of the language that static-i18n is building: it has moved the
    site's own before, and builds the site once for each language."""
    folder = language_folder(config)
    for file in files:
        if folder and not file.dest_uri.startswith(f"{folder}/"):
            file.dest_uri = f"{folder}/{file.dest_uri}"
            file.url = f"{folder}/{'' if file.url == './' else file.url}"
            file.abs_dest_path = os.path.normpath(os.path.join(config.site_dir, file.dest_uri))


def language_folder(config: MkDocsConfig) -> str:
    """The folder of the language being built, empty for the default one and without static-i18n."""
    for plugin in config.plugins.values():
        if type(plugin).__module__.startswith("mkdocs_static_i18n"):
            return "" if plugin.is_default_language_build else str(plugin.current_language)
    return ""


def make_room(config: MkDocsConfig) -> None:
    """Makes the folders into which the theme shadcn copies the sources of pages: it takes for
    granted that each page lies where its source does."""
    for plugin in config.plugins.values():
        if type(plugin).__module__.startswith("shadcn"):
            for path in getattr(plugin, "raw_markdown", {}).values():
                os.makedirs(os.path.dirname(path), exist_ok=True)


def take_out_of_nav(nav: Navigation, ours: Collection[str], config: MkDocsConfig) -> None:
    """Removes posts and listings that literate-nav put into the nav by a folder or a wildcard.

    It alone does not ask which pages are meant for the nav. What has a title there was put there
    by a person, and stays.
    """
    plugins = config.plugins.values()
    if not any(type(p).__module__.startswith("mkdocs_literate_nav") for p in plugins):
        return
    removed = [p for p in nav.pages if p.file.src_uri in ours and p.title is None]
    if not removed:
        return
    gone = {id(page) for page in removed}
    nav.items = _without(nav.items, gone)
    nav.pages = [page for page in nav.pages if id(page) not in gone]
    for page in (*removed, *nav.pages):
        page.previous_page = page.next_page = None
    for before, after in pairwise(nav.pages):
        before.next_page, after.previous_page = after, before


def _without(items: list[StructureItem], gone: Collection[int]) -> list[StructureItem]:
    kept: list[StructureItem] = []
    for item in items:
        if isinstance(item, Section):
            item.children = _without(item.children, gone)
            if not item.children:
                continue
        if not isinstance(item, Page) or id(item) not in gone:
            kept.append(item)
    return kept
