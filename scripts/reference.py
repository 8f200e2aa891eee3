"""Writes the generated parts of the reference pages from the code: `python scripts/reference.py`.

What lies between `<!-- begin: NAME -->` and `<!-- end: NAME -->` in `docs/pages/` is written here,
everything around it by hand. `--check` writes nothing and names what would change.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from scripts.documented import addresses, messages, options, tables, templates  # noqa: E402  # needs the path above

PAGES = ROOT / "docs" / "pages"

PARTS: Mapping[str, Callable[[], str]] = {
    "annotated": lambda: f"```yaml\n{options.annotated()}\n```",
    "options": options.tables,
    "front-matter": tables.front_matter,
    "wording": tables.wording,
    "presets": tables.presets,
    "platforms": tables.platforms,
    "slugs": tables.slugs,
    "terms": tables.terms,
    "query": tables.query,
    "widgets": tables.widgets,
    "tokens": tables.tokens,
    "permalinks": tables.permalinks,
    "templates": templates.table,
    "objects": templates.objects,
    "messages": messages.sections,
    "addresses": addresses.table,
}
"""The name of each generated part, and what writes it."""

_PART = re.compile(r"(<!-- begin: ([a-z-]+) -->\n).*?(\n<!-- end: \2 -->)", re.DOTALL)


def regenerate(text: str) -> str:
    """A page with its generated parts written anew. Raises `KeyError` for a part unknown."""
    return _PART.sub(lambda m: f"{m[1]}\n{PARTS[m[2]]().strip()}\n{m[3]}", text)


def parts_of(text: str) -> list[str]:
    """The names of the generated parts of a page."""
    return [match[2] for match in _PART.finditer(text)]


def stale() -> Iterator[tuple[Path, str]]:
    """The pages that are not what the code says, with what they should be."""
    for path in sorted(PAGES.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        wanted = regenerate(text)
        if wanted != text:
            yield path, wanted


def main(arguments: list[str]) -> int:
    """Exit code 1 where `--check` found something to write."""
    check = "--check" in arguments
    found = list(stale())
    for path, wanted in found:
        print(f"{'stale' if check else 'written'}: {path.relative_to(ROOT)}")
        if not check:
            path.write_text(wanted, encoding="utf-8")
    return int(check and bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
