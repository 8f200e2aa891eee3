"""Posts and settings from a line each, and plans as text: what the golden cases are written in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.core.blog import Settings
from mkdocs_blog_plugin.core.listing import Layout
from mkdocs_blog_plugin.core.post import AuthorRef, Post, SeriesRef
from mkdocs_blog_plugin.core.taxonomy import Taxonomy, TermInfo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_blog_plugin.core.blog import Blog
    from mkdocs_blog_plugin.core.listing import Listing

TAGS = Taxonomy(
    name="tags",
    label="Tags",
    singular="Tag",
    permalink="tag/{slug}",
    headings=("Tag Archives: {label}",),
    index="cloud",
)
CATEGORIES = Taxonomy(
    name="categories",
    label="Categories",
    singular="Category",
    permalink="category/{slug}",
    headings=("Category Archives: {label}",),
    index="tree",
    hierarchical=True,
    default_term="Uncategorized",
)


def moment(value: str | dt.date) -> dt.datetime:
    """A date or an ISO moment as YAML gives it, in UTC where it says nothing of a zone."""
    if isinstance(value, str):
        value = dt.datetime.fromisoformat(value)
    if not isinstance(value, dt.datetime):
        value = dt.datetime.combine(value, dt.time())
    return value if value.tzinfo else value.replace(tzinfo=dt.UTC)


def post(title: str, date: str | dt.date = "2024-01-01", **given: Any) -> Post:
    """A post at `blog/TITLE.md`; `tags` and `categories` are its terms, moments may be text."""
    terms: dict[str, tuple[str, ...]] = {
        name: tuple(given.pop(name)) for name in ("tags", "categories", "topics") if name in given
    }
    for name in ("expires", "pinned_until", "updated"):
        if given.get(name):
            given[name] = moment(given[name])
    for name in ("aliases", "related"):
        if name in given:
            given[name] = tuple(given[name])
    if "authors" in given:
        given["authors"] = tuple(
            name if isinstance(name, AuthorRef) else AuthorRef(name=name)
            for name in given["authors"]
        )
    if isinstance(given.get("series"), str):
        given["series"] = SeriesRef(name=given["series"])
    elif isinstance(given.get("series"), dict):
        given["series"] = SeriesRef(**given["series"])
    given.setdefault("source", f"blog/{title}.md")
    given.setdefault("file_slug", title.lower())
    return Post(title=title, published=moment(date), terms=terms, **given)


def settings(**given: Any) -> Settings:
    """Settings with the two standard taxonomies; `layout` and each taxonomy as mappings."""
    records = [_taxonomy(record, given.pop(record.name, {})) for record in (TAGS, CATEGORIES)]
    others = tuple(
        Taxonomy(name=name, **{"label": name.title(), "singular": name.title()} | record)
        for name, record in given.pop("others", {}).items()
    )
    known = {
        taxonomy: {label: _info(info) for label, info in terms.items()}
        for taxonomy, terms in given.pop("known", {}).items()
    }
    base = given.pop("layout", {})
    layout = Layout(**base)
    return Settings(
        layout=layout,
        front=Layout(**base | given.pop("front")) if "front" in given else None,
        taxonomies=(*(record for record in records if record), *others),
        known=known,
        **given,
    )


def _info(record: Mapping[str, Any]) -> TermInfo:
    lists = {name: tuple(value) for name, value in record.items() if isinstance(value, list)}
    values: dict[str, Any] = {**record, **lists}
    return TermInfo(**values)


def _taxonomy(record: Taxonomy, changes: Mapping[str, Any] | bool) -> Taxonomy | None:
    if not isinstance(changes, dict):
        return record if changes else None
    values = {name: getattr(record, name) for name in record.__dataclass_fields__}
    return Taxonomy(**values | changes)


def shown(blog: Blog) -> str:
    """The listings of a plan as text: kind, path, heading, and the titles on each pager."""
    seen: dict[int, Listing] = {id(item): item for item in blog.listings.values()}
    return "\n".join(line for listing in seen.values() for line in _listing(listing, blog))


def _listing(listing: Listing, blog: Blog) -> list[str]:
    above = " › ".join(blog.listings[source].label for source in listing.parents)
    first = f"{listing.kind} {listing.path or '.'} — {listing.heading}"
    lines = [f"{first} [{above}]" if above else first]
    if listing.kind == "index" and listing.taxonomy:
        grouping = blog.groupings[listing.taxonomy.name]
        lines += _terms(blog, grouping.taxonomy.name, grouping.top, depth=1)
    lines += [
        f"  {pager.path or '.'}: {', '.join(item.title for item in pager.posts)}".rstrip()
        for pager in listing.pagers
        if listing.kind != "index"
    ]
    return lines


def _terms(blog: Blog, taxonomy: str, paths: Sequence[tuple[str, ...]], *, depth: int) -> list[str]:
    lines = []
    for path in paths:
        term = blog.groupings[taxonomy].terms[path]
        lines.append(f"{'  ' * depth}{term.label} ({term.count})")
        lines += _terms(blog, taxonomy, term.children, depth=depth + 1)
    return lines


def chains(blog: Blog) -> str:
    """The neighbours of a plan as text: one line of titles, oldest first, for each chain."""
    lines = []
    for item in reversed(blog.posts):
        if blog.neighbours[item.source].older is not None:
            continue
        titles = [item.title]
        newer = blog.neighbours[item.source].newer
        while newer is not None:
            titles.append(newer.title)
            newer = blog.neighbours[newer.source].newer
        lines.append(" - ".join(titles))
    return "\n".join(lines)
