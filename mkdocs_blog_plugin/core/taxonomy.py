"""Taxonomies: ways to classify posts, as records; and the terms the posts themselves name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .post import Post
from .problems import Level, Problem
from .slugs import collation_key, digest, safe_segment, spelling_key, term_slug

Path = tuple[str, ...]
"""The slugs that lead to a term, from the top: `("topics", "wards")`."""


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
    """The index page's look: `list`, `cloud`, `tree`, or `None` for no index page."""
    pages: bool = True
    """Whether the terms have pages of their own."""
    content: str | None = None
    per_page: int | None = None
    order_terms: str = "name"
    """`name`, `-name`, `count` (most used first) or `-count`."""
    order_posts: str = "newest"
    """`newest`, `oldest`, `title`, or a front matter key, with `-` before it the other way."""
    min_posts: int = 1
    """A term with fewer posts has no page and no link."""
    slug_style: str = "unicode"
    allowed: tuple[str, ...] | None = None
    """The labels posts may use, `None` for any."""

    @property
    def singular_slug(self) -> str:
        """Names terms that have no slug of their own: `tag-1f389`, `index-tag`."""
        return self.base.rpartition("/")[2] or self.name

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


@dataclass(slots=True)
class _Node:
    """A term while it is being collected: the names it was called, the posts, what is below."""

    key: str
    info: TermInfo = field(default_factory=TermInfo)
    labels: Counter[str] = field(default_factory=Counter)
    sources: dict[str, Post] = field(default_factory=dict)
    children: dict[str, _Node] = field(default_factory=dict)
    own: list[Post] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The label chosen by the site, else the most used spelling, else the oldest."""
        return self.info.label or self.labels.most_common(1)[0][0]

    @property
    def first(self) -> Post:
        """The oldest post that names the term."""
        return next(iter(self.sources.values()))


Labels = tuple[str, ...]


def labels_of(taxonomy: Taxonomy) -> Callable[[Post], Sequence[Labels]]:
    """How posts name terms of a taxonomy: label paths, split at slashes where it is hierarchical."""

    def read(post: Post) -> list[Labels]:
        named = post.terms.get(taxonomy.name, ())
        return [split_label(label) if taxonomy.hierarchical else (label,) for label in named]

    return read


def split_label(label: str) -> Labels:
    """`Topics/Wards` to its parts; `\\/` is a slash that belongs to a label."""
    parts = (part.replace("\0", "/").strip() for part in label.replace("\\/", "\0").split("/"))
    return tuple(part for part in parts if part)


def group(
    posts: Iterable[Post],
    *,
    taxonomy: Taxonomy,
    labels: Callable[[Post], Sequence[Labels]] | None = None,
    known: Mapping[str, TermInfo] | None = None,
) -> tuple[Grouping, tuple[Problem, ...]]:
    """The terms that `posts` (oldest first) name, each with its posts newest first.

    Spellings that differ only by case, width or Unicode form are one term. Different names that
    would share a slug stay apart: the one used first keeps it, the others get a stable suffix.
    Both cases are reported with the sources that use them.
    """
    root = _Node(key="")
    read = labels or labels_of(taxonomy)
    lookup = _Lookup(taxonomy, known or {})
    nodes: dict[str, list[_Node]] = {}
    for post in posts:
        named = [path for path in read(post) if path]
        if not named and taxonomy.default_term:
            named = [(taxonomy.default_term,)]
        nodes[post.source] = _file(post, [lookup.canonical(path) for path in named], root, lookup)
    problems: list[Problem] = []
    terms: dict[Path, Term] = {}
    paths: dict[int, Path] = {}
    top, _ = _settle(root, (), taxonomy, terms, paths, problems)
    of_post = {
        source: tuple(dict.fromkeys(paths[id(node)] for node in found))
        for source, found in nodes.items()
        if found
    }
    return Grouping(taxonomy=taxonomy, terms=terms, top=top, of_post=of_post), tuple(problems)


class _Lookup:
    """The terms file of one taxonomy: aliases to labels, labels to records."""

    def __init__(self, taxonomy: Taxonomy, known: Mapping[str, TermInfo]) -> None:
        self._split = split_label if taxonomy.hierarchical else lambda label: (label,)
        self._infos: dict[tuple[str, ...], TermInfo] = {}
        self._canonical: dict[tuple[str, ...], Labels] = {}
        for name, info in known.items():
            path = self._split(name)
            placed = (*self._split(info.parent), path[-1]) if info.parent else path
            self._infos[_keys(placed)] = info
            for spelling in (name, *info.aliases):
                self._canonical[_keys(self._split(spelling))] = placed

    def canonical(self, path: Labels) -> Labels:
        """The labels a spelling stands for; itself where the site says nothing."""
        return self._canonical.get(_keys(path), path)

    def info(self, path: Labels) -> TermInfo:
        """What the site says of a term."""
        return self._infos.get(_keys(path), TermInfo())


def _keys(path: Labels) -> tuple[str, ...]:
    return tuple(map(spelling_key, path))


def _file(post: Post, named: Sequence[Labels], root: _Node, lookup: _Lookup) -> list[_Node]:
    """Files a post under each label path; returns the nodes it names, each once."""
    found: dict[int, _Node] = {}
    for path in named:
        node = root
        for depth, label in enumerate(path, start=1):
            key = spelling_key(label)
            child = node.children.get(key)
            if child is None:
                child = _Node(key=key, info=lookup.info(path[:depth]))
                node.children[key] = child
            child.labels[label] += 1
            child.sources.setdefault(label, post)
            node = child
        if id(node) not in found:
            found[id(node)] = node
            node.own.append(post)
    return list(found.values())


def _settle(
    node: _Node,
    path: Path,
    taxonomy: Taxonomy,
    terms: dict[Path, Term],
    paths: dict[int, Path],
    problems: list[Problem],
) -> tuple[tuple[Path, ...], list[Post]]:
    """Gives the children of `node` their slugs and makes terms of them, in order.

    Returns the children's paths, and the posts below `node` in the order of time.
    """
    slugs = _slugs(node, taxonomy, problems)
    children: list[Path] = []
    below: list[Post] = []
    for child in sorted(node.children.values(), key=lambda c: collation_key(c.label)):
        child_path = (*path, slugs[child.key])
        paths[id(child)] = child_path
        terms[child_path] = Term(taxonomy=taxonomy, path=child_path, label=child.label)
        grand, inherited = _settle(child, child_path, taxonomy, terms, paths, problems)
        posts = _merge(child.own, inherited)
        terms[child_path] = Term(
            taxonomy=taxonomy,
            path=child_path,
            label=child.label,
            info=child.info,
            children=grand,
            posts=tuple(reversed(posts)),
            own=tuple(reversed(child.own)),
        )
        children.append(child_path)
        below += posts
        problems += _spellings(child, taxonomy)
    return _ordered(children, terms, taxonomy), below


def _ordered(
    paths: list[Path], terms: Mapping[Path, Term], taxonomy: Taxonomy
) -> tuple[Path, ...]:
    if taxonomy.order_terms in ("count", "-count"):
        paths.sort(key=lambda p: terms[p].count, reverse=taxonomy.order_terms == "count")
    elif taxonomy.order_terms == "-name":
        paths.reverse()
    return tuple(paths)


def _merge(own: list[Post], inherited: list[Post]) -> list[Post]:
    """Both lists, each post once, in the order of time."""
    if not inherited:
        return own
    merged = {post.source: post for post in (*own, *inherited)}
    return sorted(merged.values(), key=chronology)


def chronology(post: Post) -> tuple[object, ...]:
    """The one total order of posts, oldest first: moment, then `order:`, then source."""
    return post.published, post.order, post.source


def _slugs(node: _Node, taxonomy: Taxonomy, problems: list[Problem]) -> dict[str, str]:
    """A slug for each child, none twice; chosen ones first, then by age."""
    holders: dict[str, _Node] = {}
    by_claim = sorted(node.children.values(), key=lambda child: not child.info.slug)
    for child in by_claim:
        wanted = safe_segment(child.info.slug.strip("/")) if child.info.slug else ""
        slug = wanted or term_slug(
            child.label, singular=taxonomy.singular_slug, style=taxonomy.slug_style
        )
        holder = holders.get(slug)
        if holder is not None:
            free = f"{slug}-{digest(child.key)[:4]}"
            problems.append(_clash(child, holder, slug, free, taxonomy))
            slug = free
        holders[slug] = child
    return {child.key: slug for slug, child in holders.items()}


def _clash(child: _Node, holder: _Node, slug: str, free: str, taxonomy: Taxonomy) -> Problem:
    post, first = child.first, holder.first
    return Problem(
        code="slug-clash",
        level=Level.WARN,
        source=post.source,
        key=taxonomy.name,
        mark=post.marks.get(taxonomy.name),
        found=f"'{child.label}' and '{holder.label}' ({first.source}) would share the URL "
        f"'{slug}', so this one is at '{free}'",
        fix="give one of them a `slug` in the terms file",
    )


def _spellings(node: _Node, taxonomy: Taxonomy) -> list[Problem]:
    """One message where a term is spelled in several ways the site has not declared."""
    if len(node.labels) < 2:
        return []
    others = [
        (label, post) for label, post in node.sources.items() if label != node.label
    ]
    post = others[0][1]
    listed = ", ".join(f"'{label}' ({post.source})" for label, post in others)
    return [
        Problem(
            code="spelling-variants",
            level=Level.WARN,
            source=post.source,
            key=taxonomy.name,
            mark=post.marks.get(taxonomy.name),
            found=f"{listed} and '{node.label}' are one term, shown as '{node.label}'",
            fix="spell it the same way everywhere",
        )
    ]
