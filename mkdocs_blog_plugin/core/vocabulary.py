"""What a site says of its terms: other names for them, parents, records, and which are allowed."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from .slugs import spelling_key
from .taxonomy import Labels, Taxonomy, TermInfo, split_label

NOTHING_SAID = TermInfo()


def keys(path: Labels) -> Labels:
    """What is equal for spellings of one term."""
    return tuple(map(spelling_key, path))


class Vocabulary:
    """The terms file of one taxonomy: other names to labels, labels to records.

    A name in the file wins over a label or alias of another term; of those, the first one.
    """

    def __init__(self, taxonomy: Taxonomy, known: Mapping[str, TermInfo]) -> None:
        self._hierarchical = taxonomy.hierarchical
        self._known = {keys(self.split(name)): (name, info) for name, info in known.items()}
        self._infos: dict[Labels, TermInfo] = {}
        self._canonical: dict[Labels, Labels] = {}
        others: list[tuple[Labels, Labels]] = []
        for name, info in known.items():
            placed = self._place(name, info, frozenset())
            self._infos[keys(placed)] = info
            self._canonical[keys(self.split(name))] = self._canonical[keys(placed)] = placed
            if info.label:
                above = {self.split(name)[:-1], placed[:-1]}
                others += [(keys((*path, info.label)), placed) for path in above]
            others += [(keys(self.split(alias)), placed) for alias in info.aliases]
        for spelling, placed in others:
            self._canonical.setdefault(spelling, placed)
        self._allowed = None if taxonomy.allowed is None else self._keyed(taxonomy.allowed)

    def _keyed(self, allowed: tuple[str, ...]) -> dict[Labels, str]:
        return {keys(self.canonical(self.split(label))): label for label in allowed}

    def split(self, label: str) -> Labels:
        """The labels from the top that a text names."""
        return split_label(label) if self._hierarchical else (label,)

    def _place(self, name: str, info: TermInfo, seen: frozenset[str]) -> Labels:
        """Where a record stands by its own name and those of its parents; one that is its own
        ancestor stands at the top."""
        path = self.split(name)
        if not info.parent:
            return path
        parent = self.split(info.parent)
        if found := self._known.get(keys(parent)):
            if found[0] in seen | {name}:
                return path
            parent = self._place(*found, seen | {name})
        return (*parent, path[-1])

    def canonical(self, path: Labels) -> Labels:
        """The labels a spelling stands for; itself where the site says nothing."""
        if not self._canonical:
            return path
        wanted = keys(path)
        for depth in range(len(path), 0, -1):
            placed = self._canonical.get(wanted[:depth])
            if placed is not None:
                return (*placed, *path[depth:])
        return path

    def info(self, path: Labels) -> TermInfo:
        """What the site says of a term."""
        return self._infos.get(keys(path), NOTHING_SAID) if self._infos else NOTHING_SAID

    def refusal(self, path: Labels) -> str | None:
        """What would be right where posts may not use a term; `None` where they may."""
        if self._allowed is None or keys(path) in self._allowed:
            return None
        near = difflib.get_close_matches("/".join(path), list(self._allowed.values()), n=1)
        return f"did you mean '{near[0]}'?" if near else "use an allowed one, or allow it"
