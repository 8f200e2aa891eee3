"""Taxonomies: ways to classify posts, as records; and the terms the posts themselves name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from .post import Post

Path = tuple[str, ...]
"""The slugs that lead to a term, from the top: `("topics", "wards")`."""

Labels = tuple[str, ...]
"""A term as a post names it, from the top: `("Topics", "Wards")`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """A way to classify posts: what differs between tags, categories, periods, authors, series."""

    name: str
    """As in the options and in `Post.terms`."""
    kind: str = "term"
    """`term`, `period`, `author` or `series`: which wording and which partials its pages take."""
    label: str
    """What its index page is called: "Tags"."""
    singular: str
    """One of its terms, as a reader reads it: "Tag"."""
    permalink: str
    """Pattern of a term's path, `{slug}` being the slugs from the top joined by slashes."""
    hierarchical: bool = False
    default_term: str | None = None
    """The label posts without a term are filed under, `None` for nowhere."""
    headings: tuple[str, ...] = ("{label}",)
    """A term page's heading by its depth, the last for all below: "Tag Archives: {label}"."""
    index: str | None = "list"
    """The index page's look: `list`, `cloud`, `tree`, `posts` (the terms at the top, each with
    the titles of its posts), or `None` for no index page."""
    pages: bool = True
    """Whether the terms have pages of their own."""
    content: str | None = None
    per_page: int | None = None
    orphans: int | None = None
    """A last page with at most so many posts joins the one before, `None` for the blog's."""
    order_terms: str = "name"
    """`name`, `-name`, `count` (most used first) or `-count`."""
    order_posts: str = "newest"
    """`newest`, `oldest`, `part`, `title`, or a front matter key, with `-` before it the other
    way."""
    min_posts: int = 1
    """A term with fewer posts has no page and no link."""
    slug_style: str = "unicode"
    allowed: tuple[str, ...] | None = None
    """The labels posts may use, `None` for any."""
    index_at: str | None = None
    """Path of the index page, relative as the permalink is; `None` for the permalink's `base`."""
    labels: Callable[[Post], Sequence[Labels]] | None = None
    """The terms a post has; `None` for those its front matter names in `Post.terms`."""
    display: Callable[[Labels], str] | None = None
    """What a term is called in pages by its labels from the top; `None` for the last of them."""

    @property
    def singular_slug(self) -> str:
        """Names terms that have no slug of their own: `tag-1f389`, `index-tag`."""
        return self.base.rpartition("/")[2].strip("-. ") or self.name

    @property
    def base(self) -> str:
        """The part of the permalink before its first placeholder: where the index page lies."""
        return self.permalink.split("{", 1)[0].rstrip("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class TermInfo:
    """What a site says about a term beyond its use: one record of the terms file."""

    label: str | None = None
    slug: str | None = None
    description: str | None = None
    aliases: tuple[str, ...] = ()
    """Other spellings of the term in front matter."""
    redirects: tuple[str, ...] = ()
    """Paths that lead to the term's page."""
    parent: str | None = None
    hidden: bool = False
    """Not in indexes and clouds; the page exists."""
    page: bool = True
    """Whether the term has a page, and is a link."""
    image: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One value of a taxonomy that at least one public post has."""

    taxonomy: Taxonomy
    path: Path
    label: str
    info: TermInfo = TermInfo()
    children: tuple[Path, ...] = ()
    """In the order of the taxonomy's terms."""
    posts: tuple[Post, ...] = ()
    """The posts of the term and its descendants, once each, newest first."""
    own: tuple[Post, ...] = ()
    """Those filed under this very term."""

    @property
    def parent(self) -> Path:
        """The path above, empty at the top."""
        return self.path[:-1]

    @property
    def count(self) -> int:
        """Posts of the term and its descendants."""
        return len(self.posts)

    @property
    def has_page(self) -> bool:
        """Whether the term has a page of its own and is a link."""
        taxonomy = self.taxonomy
        return taxonomy.pages and self.info.page and self.count >= taxonomy.min_posts

    @property
    def slug(self) -> str:
        """The slugs from the top, joined by slashes."""
        return "/".join(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """The terms of one taxonomy and who is filed under them."""

    taxonomy: Taxonomy
    terms: Mapping[Path, Term] = field(default_factory=dict)
    """Alphabetical, parents before their children."""
    top: tuple[Path, ...] = ()
    """The terms without parent, in the taxonomy's order of terms."""
    of_post: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    """A post's source to the terms it names, in its own order."""

    def terms_of(self, post: Post) -> tuple[Term, ...]:
        """The terms a post names, in the order it names them."""
        return tuple(self.terms[path] for path in self.of_post.get(post.source, ()))

    def roots(self) -> tuple[Term, ...]:
        """The terms at the top."""
        return tuple(self.terms[path] for path in self.top)


def labels_of(post: Post, *, taxonomy: Taxonomy) -> Sequence[Labels]:
    """The terms a post names, split at slashes where the taxonomy is hierarchical."""
    if taxonomy.labels is not None:
        return taxonomy.labels(post)
    named = post.terms.get(taxonomy.name, ())
    return [split_label(label) if taxonomy.hierarchical else (label,) for label in named]


def split_label(label: str) -> Labels:
    """`Topics/Wards` to its parts; `\\/` is a slash that belongs to a label."""
    parts = (part.replace("\0", "/").strip() for part in label.replace("\\/", "\0").split("/"))
    return tuple(part for part in parts if part)


def chronology(post: Post) -> tuple[object, ...]:
    """The one total order of posts, oldest first: moment, then `order:`, then source."""
    return post.published.timestamp(), post.order, post.source
