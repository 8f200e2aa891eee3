"""The catalogue of problems: what each code means and how much it weighs by itself."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from .problems import Level, Rule
from .site_rules import SITE_RULES

if TYPE_CHECKING:
    from collections.abc import Mapping

_READING = (
    Rule(
        code="file-encoding",
        level=Level.ERROR,
        title="File is not UTF-8",
        explanation="The file holds bytes that are not UTF-8, and MkDocs reads nothing else.",
    ),
    Rule(
        code="front-matter-unclosed",
        level=Level.ERROR,
        title="Front matter is never closed",
        explanation="A `---` line opens the front matter and no line of `---` ends it, so MkDocs "
        "would print the keys as text.",
    ),
    Rule(
        code="front-matter-late",
        level=Level.ERROR,
        title="Front matter does not start on the first line",
        explanation="MkDocs looks for front matter on the first line only and would print this "
        "one as text.",
    ),
    Rule(
        code="front-matter-empty",
        level=Level.WARN,
        title="Front matter is empty",
        explanation="There is nothing between the two `---` lines; MkDocs prints such lines as "
        "rules.",
    ),
    Rule(
        code="front-matter-foreign",
        level=Level.ERROR,
        title="Front matter is not YAML",
        explanation="The file starts with TOML between `+++` lines, which MkDocs prints as text.",
    ),
    Rule(
        code="front-matter-syntax",
        level=Level.ERROR,
        title="YAML cannot be read",
        explanation="A slip in the YAML of the front matter; MkDocs would ignore all of its keys "
        "and print them as text.",
    ),
    Rule(
        code="front-matter-mapping",
        level=Level.ERROR,
        title="Front matter is not made of keys and values",
        explanation="Between the `---` lines stands a list or plain text instead of `key: value`.",
    ),
    Rule(
        code="front-matter-key",
        level=Level.ERROR,
        title="A key is not text",
        explanation="A key of the front matter is itself a list or a mapping, often from `{{ }}` "
        "without quotes.",
    ),
    Rule(
        code="front-matter-double",
        level=Level.WARN,
        title="A key is given twice",
        explanation="The same key stands twice in one mapping; the last one counts, as it does for "
        "MkDocs.",
    ),
    Rule(
        code="front-matter-tag",
        level=Level.ERROR,
        title="YAML tag in front matter",
        explanation="Tags such as `!ENV` or `!!python/name` have no meaning in front matter; "
        "MkDocs would print the whole header as text.",
    ),
    Rule(
        code="front-matter-depth",
        level=Level.ERROR,
        title="Front matter is nested too deeply",
        explanation="Lists and mappings stand in each other more than 40 levels deep.",
    ),
    Rule(
        code="front-matter-size",
        level=Level.ERROR,
        title="Front matter is too large",
        explanation="The front matter has more than 20,000 values once its aliases are expanded.",
    ),
    Rule(
        code="front-matter-loop",
        level=Level.ERROR,
        title="Front matter refers to itself",
        explanation="A YAML alias stands inside the very value it names.",
    ),
    Rule(
        code="front-matter-plain",
        level=Level.WARN,
        title="First line taken for metadata",
        explanation="MkDocs reads leading `Word: text` lines as metadata, so they are missing "
        "from the page.",
    ),
    Rule(
        code="text-cut",
        level=Level.WARN,
        title="Text cut off at a number sign",
        explanation="In YAML ` #` starts a comment, so the end of a value without quotes is lost.",
    ),
    Rule(
        code="date-missing",
        level=Level.ERROR,
        title="Post without a date",
        explanation="Neither front matter nor file name nor folders give a day, and a post is "
        "a dated page.",
    ),
    Rule(
        code="date-unreal",
        level=Level.ERROR,
        title="Date that does not exist",
        explanation="The calendar or the clock has no such moment.",
    ),
    Rule(
        code="date-form",
        level=Level.ERROR,
        title="Date in a form that is not understood",
        explanation="The value of a date key is not a date we can read with certainty.",
    ),
    Rule(
        code="date-ambiguous",
        level=Level.ERROR,
        title="Date with two readings",
        explanation="Day and month cannot be told apart, as in `01/02/2024`.",
    ),
    Rule(
        code="date-doubtful",
        level=Level.WARN,
        title="Date in an unusual form",
        explanation="The date was understood, but other tools may read it differently.",
    ),
    Rule(
        code="value-refused",
        level=Level.ERROR,
        title="Value that decides about publication is not understood",
        explanation="`draft`, `unlisted`, `expires` or `post` has a value of the wrong kind; the "
        "post is not published by accident.",
    ),
    Rule(
        code="value-ignored",
        level=Level.WARN,
        title="Value is not understood",
        explanation="The value is of the wrong kind and the post is published without it.",
    ),
    Rule(
        code="value-doubtful",
        level=Level.WARN,
        title="Value of another kind",
        explanation="The value was understood, though it is written as another kind of value.",
    ),
    Rule(
        code="value-empty",
        level=Level.WARN,
        title="Value is empty",
        explanation="A key or list item says nothing and is left out.",
    ),
    Rule(
        code="list-from-text",
        level=Level.WARN,
        title="List written as text",
        explanation="Text with commas stands where a list is meant; it was split at the commas.",
    ),
    Rule(
        code="url-scheme",
        level=Level.ERROR,
        title="URL with a scheme that is not allowed",
        explanation="Only http, https, mailto and relative URLs are printed.",
    ),
    Rule(
        code="key-unknown",
        level=Level.WARN,
        title="Key that looks misspelt",
        explanation="The key has no meaning but is close to one that has.",
    ),
    Rule(
        code="key-holds-back",
        level=Level.ERROR,
        title="Misspelt key that would hold the post back",
        explanation="The key looks like `draft`, `unlisted` or `expires`; the post is not "
        "published until it is spelt right.",
    ),
    Rule(
        code="key-singular",
        level=Level.INFO,
        title="Singular key",
        explanation="`tag` or `category` was read as `tags` or `categories`.",
    ),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in (*_READING, *SITE_RULES)})
"""Every problem code with its rule."""
