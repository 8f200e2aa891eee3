"""The title of a post: as given, else its first heading, else the name of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fields import field_of, read_text
from .heading import first_heading

if TYPE_CHECKING:
    from .findings import Findings
    from .front_matter import FrontMatter


def read_title(front_matter: FrontMatter, findings: Findings, *, name: str) -> str:
    """The title as plain text, never empty; `name` is the file's, without suffix and date."""
    field = field_of(front_matter, "title")
    title = read_text(field, findings)
    if title is None and field is not None and not isinstance(field.value, (dict, list)):
        found, fix = "the title is empty", "write a title, or take the line out"
        if field.written and field.written != "~":
            found, fix = f"'{field.written}' is YAML's word for nothing", "put it in quotes"
        findings.about(field, "value-empty", found, fix=fix)
    return title or first_heading(front_matter.body) or title_of(name)


def title_of(name: str) -> str:
    """A file name as MkDocs makes a title of it; bytes that are no UTF-8 show as `?`."""
    name = name.encode(errors="replace").decode()
    title = name.replace("-", " ").replace("_", " ").strip()
    return (title.capitalize() if title.lower() == title else title) or name
