"""Keys checked: slips in the names of keys, and what reading the header found doubtful."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fields import plain_text
from .keys import HOLDING_BACK, OUR_KEYS
from .spelling import is_misspelt, near_key, singular

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .findings import Findings
    from .front_matter import FrontMatter

_OURS = frozenset(OUR_KEYS)
_MOST_UNKNOWN = 50
"""Unknown keys that are looked at: comparing costs, and nobody misspells so many."""
_HELD = HOLDING_BACK | {"date"}


def report_keys(
    front_matter: FrontMatter, findings: Findings, *, taxonomy_keys: Mapping[str, str]
) -> None:
    """Add to `findings` what is wrong with the keys of a post, whatever their values."""
    _report_doubts(front_matter, findings)
    ours = set(taxonomy_keys.values())
    ours |= {one for key in ours if (one := singular(key))}
    unknown = [key for key in front_matter.values if key not in _OURS and key not in ours]
    if not front_matter.typed and len(unknown) == len(front_matter.values):
        _report_lost_text(front_matter, findings)
        return
    known = OUR_KEYS + tuple(sorted(ours - _OURS)) if unknown else ()
    for key in unknown[:_MOST_UNKNOWN]:
        meant = near_key(key, known)
        if meant is not None:
            _report_near(front_matter, findings, key, meant)


def _report_doubts(front_matter: FrontMatter, findings: Findings) -> None:
    for doubt in front_matter.doubts:
        code, fix = doubt.code, doubt.fix
        if code == "front-matter-double" and doubt.key in _HELD:
            code, fix = "value-refused", "keep one of the two"
        findings.add(code, doubt.found, fix=fix, key=doubt.key, mark=doubt.mark)


def _report_lost_text(front_matter: FrontMatter, findings: Findings) -> None:
    key = next(iter(front_matter.values))
    findings.add(
        "front-matter-plain",
        f"MkDocs takes '{key}: …' for metadata and leaves it out of the page",
        fix="put an empty line above it",
        mark=front_matter.key_marks.get(key),
    )


def _report_near(front_matter: FrontMatter, findings: Findings, key: str, meant: str) -> None:
    value = front_matter.values[key]
    word = plain_text(value).strip().lower() if not isinstance(value, (dict, list)) else "…"
    says_no = word in ("", "false", "no", "off", "0")
    code, fix = "key-unknown", f"did you mean `{meant}`?"
    if key.lower() in ("publish", "published") and (says_no or word in ("true", "yes", "on")):
        if not says_no or value is None:
            return
        code, fix = "key-holds-back", "write `draft: true` instead"
    elif meant in HOLDING_BACK and not says_no and is_misspelt(key, meant):
        code = "key-holds-back"
    found = "the key has no meaning"
    if code == "key-holds-back":
        found = "the key has no meaning, and the post would be published"
    findings.add(code, found, fix=fix, key=key[:60], mark=front_matter.key_marks.get(key))
