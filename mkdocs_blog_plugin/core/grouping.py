"""From posts to terms: who is filed under what, how each term is spelled and where it lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from .post import Post
from .problems import Level, Problem
from .slugs import MAX_BYTES, chosen_slug, collation_key, digest, spelling_key, term_slug
from .taxonomy import Grouping, Labels, Path, Taxonomy, Term, TermInfo, chronology, labels_of
from .urls import same_file
from .vocabulary import NOTHING_SAID, Vocabulary

MAX_DEPTH = 9
"""Levels of a hierarchy. What lies deeper stays together in the last label, so that no label
makes a path no file system takes."""


@dataclass(slots=True)
class _Node:
    """A term while it is being collected: the names it was called, the posts, what is below."""

    key: str
    labels: Labels = ()
    """From the top, as first written."""
    info: TermInfo = NOTHING_SAID
    spellings: Counter[str] = field(default_factory=Counter)
    sources: dict[str, Post] = field(default_factory=dict)
    """The oldest post with each spelling."""
    children: dict[str, _Node] = field(default_factory=dict)
    own: list[Post] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The label chosen by the site, else the most used spelling, else the oldest."""
        return self.info.label or self.spellings.most_common(1)[0][0]

    @property
    def first(self) -> Post:
        """The oldest post that names the term."""
        return next(iter(self.sources.values()))


def group(
    posts: Iterable[Post], *, taxonomy: Taxonomy, known: Mapping[str, TermInfo] | None = None
) -> tuple[Grouping, tuple[Problem, ...]]:
    """The terms that `posts` (oldest first) name, each with its posts newest first.

    Spellings that differ only by case, width or Unicode form are one term. Different names that
    would share a slug stay apart: the one used first keeps it, the others get a stable suffix.
    Both cases are reported with the sources that use them.
    """
    vocabulary = Vocabulary(taxonomy, known or {})
    settling = _Settling(taxonomy)
    root = _Node(key="")
    nodes: dict[str, list[_Node]] = {}
    for post in posts:
        placed = [settling.shallow(path, post) for path in _named(post, taxonomy, vocabulary)]
        for path in placed:
            settling.check_allowed(path, post, vocabulary)
        nodes[post.source] = _file(post, placed, root, vocabulary)
    top, _ = settling.settle(root, ())
    of_post = {
        source: tuple(dict.fromkeys(settling.paths[id(node)] for node in found))
        for source, found in nodes.items()
        if found
    }
    grouping = Grouping(taxonomy=taxonomy, terms=settling.terms, top=top, of_post=of_post)
    return grouping, tuple(settling.problems)


def slug_path(
    post: Post, *, taxonomy: Taxonomy, known: Mapping[str, TermInfo] | None = None
) -> Path:
    """The slugs of the first term a post has, empty without one: where an unlisted post lies,
    which is in no grouping."""
    vocabulary = Vocabulary(taxonomy, known or {})
    path = next(iter(_named(post, taxonomy, vocabulary)), ())[:MAX_DEPTH]
    infos = [vocabulary.info(path[: depth + 1]) for depth in range(len(path))]
    pairs = zip(path, infos, strict=True)
    return tuple(_slug(info.label or label, info, taxonomy) for label, info in pairs)


def _named(post: Post, taxonomy: Taxonomy, vocabulary: Vocabulary) -> list[Labels]:
    """The terms a post is filed under, as the site calls them."""
    named = [path for path in labels_of(post, taxonomy=taxonomy) if path]
    if not named and taxonomy.default_term:
        named = [vocabulary.split(taxonomy.default_term)]
    return [vocabulary.canonical(path) for path in named]


def _slug(label: str, info: TermInfo, taxonomy: Taxonomy) -> str:
    return term_slug(
        label,
        singular=taxonomy.singular_slug,
        style=taxonomy.slug_style,
        chosen=chosen_slug(info.slug),
    )


def _file(post: Post, named: Sequence[Labels], root: _Node, vocabulary: Vocabulary) -> list[_Node]:
    """Files a post under each label path; returns the nodes it names, each once."""
    found: dict[int, _Node] = {}
    for path in named:
        node = root
        for depth, label in enumerate(path, start=1):
            key = spelling_key(label)
            child = node.children.get(key)
            if child is None:
                child = _Node(key=key, labels=path[:depth], info=vocabulary.info(path[:depth]))
                node.children[key] = child
            child.spellings[label] += 1
            child.sources.setdefault(label, post)
            node = child
        if id(node) not in found:
            found[id(node)] = node
            node.own.append(post)
    return list(found.values())


class _Settling:
    """Gives collected terms their slugs and makes records of them."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.terms: dict[Path, Term] = {}
        self.paths: dict[int, Path] = {}
        self.problems: list[Problem] = []

    def settle(self, node: _Node, path: Path) -> tuple[tuple[Path, ...], list[Post]]:
        """Makes terms of the children of `node`, in order.

        Returns the children's paths, and the posts below `node` in the order of time.
        """
        slugs = self._slugs(node)
        children: list[Path] = []
        below: list[Post] = []
        for child in sorted(node.children.values(), key=lambda c: collation_key(c.label)):
            place = (*path, slugs[child.key])
            self.paths[id(child)] = place
            term = Term(taxonomy=self.taxonomy, path=place, label=self._label(child))
            self.terms[place] = term
            grand, inherited = self.settle(child, place)
            posts = _merge(child.own, inherited)
            self.terms[place] = Term(
                taxonomy=self.taxonomy,
                path=place,
                label=term.label,
                info=child.info,
                children=grand,
                posts=tuple(reversed(posts)),
                own=tuple(reversed(child.own)),
            )
            children.append(place)
            below += posts
            self._check_spellings(child)
        return self._ordered(children), below

    def _label(self, node: _Node) -> str:
        display = self.taxonomy.display
        return display(node.labels) if display else node.label

    def _ordered(self, paths: list[Path]) -> tuple[Path, ...]:
        order = self.taxonomy.order_terms
        if order in ("count", "-count"):
            paths.sort(key=lambda p: self.terms[p].count, reverse=order == "count")
        elif order == "-name":
            paths.reverse()
        return tuple(paths)

    def _slugs(self, node: _Node) -> dict[str, str]:
        """A slug for each child, none twice; chosen ones first, then by age."""
        holders: dict[str, _Node] = {}
        slugs: dict[str, str] = {}
        for child in sorted(node.children.values(), key=lambda c: not chosen_slug(c.info.slug)):
            chosen = chosen_slug(child.info.slug)
            slug = _slug(child.label, child.info, self.taxonomy)
            if chosen and slug != chosen:
                self._say(
                    "slug-reserved",
                    child.first,
                    f"'{child.label}' cannot be at '{chosen}', so it is at '{slug}'",
                    "give it another `slug` in the terms file",
                )
            holder = holders.get(same_file(slug))
            if holder is not None:
                slug = self._beside(holder, child, slug, holders)
            holders[same_file(slug)] = child
            slugs[child.key] = slug
        return slugs

    def _beside(self, holder: _Node, child: _Node, slug: str, holders: Mapping[str, _Node]) -> str:
        """A slug with a stable suffix for a term whose own is held by another."""
        room = max(MAX_BYTES, len(slug.encode())) - 5
        stem = slug.encode()[:room].decode(errors="ignore")
        tries = (f"{stem}-{digest(child.key + '.' * n)[:4]}" for n in count())
        free = next(slug for slug in tries if same_file(slug) not in holders)
        self._say(
            "slug-clash",
            child.first,
            f"'{child.label}' and '{holder.label}' ({holder.first.source}) would share the URL "
            f"'{slug}', so this one is at '{free}'",
            "give one of them a `slug` in the terms file",
        )
        return free

    def _check_spellings(self, node: _Node) -> None:
        """One message where a term is spelled in several ways the site has not declared."""
        if len(node.spellings) < 2:
            return
        shown = node.label if node.label in node.sources else next(iter(node.sources))
        others = [(label, post) for label, post in node.sources.items() if label != shown]
        listed = ", ".join(f"'{label}' ({post.source})" for label, post in others)
        self._say(
            "spelling-variants",
            others[0][1],
            f"{listed} and '{shown}' ({node.sources[shown].source}) are one term, "
            f"shown as '{node.label}'",
            "spell it the same way everywhere",
        )

    def check_allowed(self, path: Labels, post: Post, vocabulary: Vocabulary) -> None:
        """One message for a term that posts may not use; it is filed all the same."""
        fix = vocabulary.refusal(path)
        if fix is not None:
            found = f"'{'/'.join(path)}' is not one of the allowed {self.taxonomy.label}"
            self._say("term-not-allowed", post, found, fix)

    def shallow(self, path: Labels, post: Post) -> Labels:
        """`path` with at most `MAX_DEPTH` levels."""
        if len(path) <= MAX_DEPTH:
            return path
        self._say(
            "term-depth",
            post,
            f"'{path[0]}/…/{path[-1]}' has {len(path)} levels, and the last ones are taken as one",
            f"nest terms at most {MAX_DEPTH} deep, or write `\\/` for a slash that is no level",
        )
        return (*path[: MAX_DEPTH - 1], "/".join(path[MAX_DEPTH - 1 :]))

    def _say(self, code: str, post: Post, found: str, fix: str) -> None:
        self.problems.append(
            Problem(
                code=code,
                level=Level.WARN,
                source=post.source,
                key=self.taxonomy.name,
                mark=post.marks.get(self.taxonomy.name),
                found=found,
                fix=fix,
            )
        )


def _merge(own: list[Post], inherited: list[Post]) -> list[Post]:
    """Both lists, each post once, in the order of time."""
    if not inherited:
        return own
    merged = {post.source: post for post in (*own, *inherited)}
    return sorted(merged.values(), key=chronology)
