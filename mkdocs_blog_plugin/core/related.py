"""Related posts: what else a reader of a post may like, and why."""

from __future__ import annotations

import heapq
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .post import Post
from .taxonomy import Grouping, labels_of

WEIGHTS: Mapping[str, float] = {"series": 6.0, "term": 3.0, "page": 2.0, "word": 0.5}
"""What a shared feature counts, times its rarity, by kind."""

MOST_SHARED: Mapping[str, int] = {"series": 40, "term": 40, "page": 20, "word": 8}
"""How many posts with one feature are looked at: those nearest in time. What more posts share
says little, and would make the cost grow with the square of the blog."""

LEAST = 2.0
"""The score below which words alone make no post related: one rare word in common is none."""

SOME = 10
"""In a blog of so many posts, what more than half of them have tells nothing."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_HAN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]{2,}")


class Feature(NamedTuple):
    """Something posts may share."""

    kind: str
    """`series`, `term`, `page` (a page of the docs both link to) or `word`."""
    key: str
    label: str
    """As a reader reads it."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A post that is related to another."""

    post: Post
    reasons: tuple[Feature, ...] = ()
    """What they share, the most telling first; empty for one chosen by hand."""
    score: float = math.inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known of posts beyond their front matter, by source."""

    pages: Mapping[str, Iterable[str]] = field(default_factory=dict)
    """The docs pages a post links to."""
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """A post's title and headings."""
    chosen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The sources of posts its author chose."""


def related_posts(
    posts: Sequence[Post],
    *,
    groupings: Iterable[Grouping],
    evidence: Evidence | None = None,
    limit: int = 4,
    stable: bool = True,
) -> dict[str, tuple[Suggestion, ...]]:
    """Suggestions for each of `posts` (newest first), by source.

    Those its author chose come first, in that order; the others fill up to `limit`. They have the
    highest scores: shared features, rare ones more; the nearer in time of equals. With `stable`,
    only older posts are suggested, by what the blog was when the post appeared: a new post
    changes no other's suggestions. The cost grows with posts times their features, not with
    pairs.
    """
    given = evidence or Evidence()
    features = _features(posts, tuple(groupings), given)
    by_source = {post.source: post for post in posts}
    index = _Index(posts[::-1], features, stable=stable)
    found: dict[str, tuple[Suggestion, ...]] = {}
    for place, post in enumerate(index.posts):
        chosen = [
            Suggestion(by_source[source])
            for source in dict.fromkeys(given.chosen.get(post.source, ()))
            if source in by_source and source != post.source
        ]
        named = {suggestion.post.source for suggestion in chosen}
        room = max(0, limit - len(chosen))
        made = index.suggest(place, most=room + len(named)) if room else []
        others = [item for item in made if item.post.source not in named]
        found[post.source] = (*chosen, *others[:room])
    return found


class _Index:
    """Which posts have which feature, in the order of time."""

    def __init__(
        self, posts: Sequence[Post], features: Mapping[str, Sequence[Feature]], *, stable: bool
    ) -> None:
        self.posts = posts
        self._features = [features[post.source] for post in posts]
        self._places: dict[tuple[str, str], list[int]] = {}
        self._before: list[list[int]] = []
        """For each post and each of its features, how many posts had it before."""
        for place, own in enumerate(self._features):
            before = []
            for feature in own:
                places = self._places.setdefault(feature[:2], [])
                before.append(len(places))
                places.append(place)
            self._before.append(before)
        self._stable = stable

    def suggest(self, place: int, *, most: int) -> list[Suggestion]:
        """The at most `most` posts related to the one at `place`, best first."""
        worths: dict[tuple[str, str], tuple[float, Feature]] = {}
        scores: dict[int, float] = {}
        strong: set[int] = set()
        for feature, before in zip(self._features[place], self._before[place], strict=True):
            others, worth = self._sharing(feature, place, before)
            worths[feature[:2]] = worth, feature
            for other in others:
                scores[other] = scores.get(other, 0.0) + worth
            if feature.kind != "word":
                strong.update(others)
        related = [other for other, score in scores.items() if score >= LEAST or other in strong]
        best = heapq.nsmallest(
            most, related, key=lambda other: (-round(scores[other], 6), abs(other - place), -other)
        )
        return [
            Suggestion(self.posts[other], self._reasons(other, worths), round(scores[other], 6))
            for other in best
        ]

    def _sharing(self, feature: Feature, place: int, before: int) -> tuple[list[int], float]:
        """The posts that have a feature of the one at `place`, and what it is worth."""
        places = self._places[feature[:2]]
        most = MOST_SHARED[feature.kind]
        others = places[max(0, before - most) : before]
        known, total = before, place
        if not self._stable:
            others = others + places[before + 1 : before + 1 + most]
            known, total = len(places) - 1, len(self.posts) - 1
        if not others or (total >= SOME and known > total / 2):
            return [], 0.0
        return others, WEIGHTS[feature.kind] * math.log((total + 1) / known)

    def _reasons(
        self, other: int, worths: Mapping[tuple[str, str], tuple[float, Feature]]
    ) -> tuple[Feature, ...]:
        """What the other post has too, the most telling first."""
        shared = [worths[f[:2]] for f in self._features[other] if f[:2] in worths]
        shared.sort(key=lambda reason: (-reason[0], reason[1]))
        return tuple(feature for worth, feature in shared if worth)


def _features(
    posts: Iterable[Post], groupings: Sequence[Grouping], evidence: Evidence
) -> dict[str, tuple[Feature, ...]]:
    """What each post may share with others, each feature once."""
    return {
        post.source: tuple(
            {
                feature[:2]: feature
                for feature in (
                    *_term_features(post, groupings),
                    *(Feature("page", page, page) for page in evidence.pages.get(post.source, ())),
                    *(
                        Feature("word", word, word)
                        for word in key_words(evidence.texts.get(post.source, (post.title,)))
                    ),
                )
            }.values()
        )
        for post in posts
    }


def _term_features(post: Post, groupings: Sequence[Grouping]) -> Iterator[Feature]:
    """The terms a post names and those above them; neither periods, nor authors, nor being filed
    nowhere make posts related."""
    for grouping in groupings:
        taxonomy = grouping.taxonomy
        if taxonomy.kind not in ("term", "series"):
            continue
        named = grouping.of_post.get(post.source, ()) if labels_of(post, taxonomy=taxonomy) else ()
        for path in named:
            for depth in range(len(path), 0, -1):
                term = grouping.terms[path[:depth]]
                key = f"{taxonomy.name}/{term.slug}"
                yield Feature(taxonomy.kind, key, term.label)


def key_words(texts: Iterable[str]) -> list[str]:
    """The words of some texts, each once, folded; pairs of characters where a script joins them.

    Which words mean little is left to how common they are in the blog.
    """
    words: Counter[str] = Counter()
    for text in texts:
        folded = unicodedata.normalize("NFKC", text).casefold()
        for run in _HAN.findall(folded):
            words.update(run[at : at + 2] for at in range(len(run) - 1))
        words.update(_WORD.findall(_HAN.sub(" ", folded)))
    return list(words)
