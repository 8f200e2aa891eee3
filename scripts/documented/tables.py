"""Front matter keys, wording keys, tokens and presets of permalinks, as tables."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_blog_plugin.core.keys import FRONT_MATTER_KEYS
from mkdocs_blog_plugin.core.permalink import PRESETS, TOKENS
from mkdocs_blog_plugin.core.query_reading import KEYS as QUERY
from mkdocs_blog_plugin.core.slug_styles import STYLES
from mkdocs_blog_plugin.core.slugs import term_slug
from mkdocs_blog_plugin.core.socials import PLATFORMS
from mkdocs_blog_plugin.core.widget import KINDS
from mkdocs_blog_plugin.core.wording_keys import PRESETS as WORDINGS
from mkdocs_blog_plugin.core.wording_keys import WORDING_KEYS
from mkdocs_blog_plugin.locale import read_catalogue
from scripts.documented.options import cell
from scripts.documented.source import Documented, classes

NAMES = ("Café Ward 2", "R&D", "C++", "Node.js", "日本語", "🎉", "index")
"""Names of tags that slugs are shown of."""

TERMS = {
    "label": "What it is called. Default: the name it has in this file.",
    "slug": "The last part of its URL. Default: made from the label.",
    "description": "What stands above the list on its page.",
    "redirects": "Former paths of its page, which lead to it.",
    "parent": "The term it is a part of, in a taxonomy that is hierarchical.",
    "page": "`false` for a term without a page, which is then no link.",
    "image": "An image that stands for it.",
}
"""What the code leaves unsaid about terms because the names say it to programmers."""

CODE = "`` {} ``"
"""Code that may hold backticks; in a table, a bar between them needs no backslash."""


def front_matter() -> str:
    """A section for each key a post may have."""
    parts = []
    for key in FRONT_MATTER_KEYS:
        also = f"Also: {', '.join(f'`{name}`' for name in key.also)}.\n" if key.also else ""
        parts.append(
            f"### `{key.name}` {{ #{key.name} }}\n\n{key.meaning}\n\n"
            f"Takes {key.type}.\n{also}\n```yaml\n{key.example}\n```"
        )
    return "\n\n".join(parts)


def wording() -> str:
    """Every string with what fills it, where it shows, and its English text."""
    english = read_catalogue("en")
    head = "| key | shows | placeholders | English |\n|---|---|---|---|"
    rows = [
        f"| `{name}` | {cell(key.shows)} | {_named(key.placeholders)} | {_english(name, english)} |"
        for name, key in WORDING_KEYS.items()
    ]
    return "\n".join([head, *rows])


def presets() -> str:
    """What the presets of the wording say, side by side."""
    english = read_catalogue("en")["presets"]
    keys = dict.fromkeys(key for preset in WORDINGS for key in _flat(english[preset]))
    head = f"| key | {' | '.join(f'`{preset}`' for preset in WORDINGS)} |"
    rows = [
        f"| `{key}` | {' | '.join(_code(_flat(english[p]).get(key)) for p in WORDINGS)} |"
        for key in keys
    ]
    return "\n".join([head, "|---" * (len(WORDINGS) + 1) + "|", *rows])


def _named(placeholders: tuple[str, ...]) -> str:
    return ", ".join(f"`{{{name}}}`" for name in placeholders) or "–"


def _english(name: str, english: object) -> str:
    value = english
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    if value is None:
        return "[by preset](#presets)"
    if isinstance(value, dict):
        return "<br>".join(f"{form}: {_code(text)}" for form, text in value.items())
    return _code(value)


def _code(text: object) -> str:
    return CODE.format(text) if text else "–"


def _flat(texts: object, path: str = "") -> dict[str, object]:
    if not isinstance(texts, dict):
        return {path[:-1]: texts}
    return {
        key: value
        for name, inner in texts.items()
        for key, value in _flat(inner, f"{path}{name}.").items()
    }


def tokens() -> str:
    """What permalink patterns may use."""
    rows = [f"| `{{{name}}}` | {cell(meaning)} |" for name, meaning in TOKENS.items()]
    return "\n".join(["| token | gives |", "|---|---|", *rows])


def permalinks() -> str:
    """The permalink presets with their patterns."""
    rows = [f"| `{name}` | `{pattern}` |" for name, pattern in PRESETS.items()]
    return "\n".join(["| preset | pattern |", "|---|---|", *rows])


def slugs() -> str:
    """What each slug style makes of names that are not easy."""
    head = f"| tag | {' | '.join(f'`{style}`' for style in STYLES)} |"
    rows = [
        f"| {cell(name)} | "
        + " | ".join(f"`{term_slug(name, singular='tag', style=style)}`" for style in STYLES)
        + " |"
        for name in NAMES
    ]
    return "\n".join([head, "|---" * (len(STYLES) + 1) + "|", *rows])


def widgets() -> str:
    """Every kind of widget, with the function of its name and the keys it takes."""
    functions = classes()["Here"].members
    rows = [
        f"| `{kind}` | {cell(functions[kind].doc)} | {_keys(keys)} |"
        for kind, keys in KINDS.items()
    ]
    return "\n".join(["| widget | shows | keys |", "|---|---|---|", *rows])


def _keys(keys: tuple[str, ...]) -> str:
    return "[all](#query)" if set(keys) == set(QUERY) else ", ".join(f"`{key}`" for key in keys)


def query() -> str:
    """What a query may say."""
    rows = [f"| `{key}` | {cell(meaning)} |" for key, meaning in QUERY.items()]
    return "\n".join(["| key | means |", "|---|---|", *rows])


def platforms() -> str:
    """Where handles of authors lead."""
    rows = [f"| `{name}` | `{url.replace('{}', 'jane')}` |" for name, url in PLATFORMS.items()]
    return "\n".join(["| platform | `jane` is |", "|---|---|", *rows])


def terms() -> str:
    """The keys of a term in the terms file."""
    record = classes()["TermInfo"]
    return members(record, TERMS)


def members(record: Documented, texts: Mapping[str, str]) -> str:
    """The fields of a record with what each means; `texts` win over the code's own words."""
    rows = [
        f"| `{name}` | {cell(texts.get(name) or member.doc)} |"
        for name, member in record.members.items()
    ]
    return "\n".join(["| key | meaning |", "|---|---|", *rows])
