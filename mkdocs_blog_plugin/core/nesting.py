"""The elements that are open while HTML is written, and what can stand inside them."""

from __future__ import annotations

from . import elements as e

_IN_TABLE = {
    "td": e.TABLE_SECTIONS | {"tr", "table"},
    "th": e.TABLE_SECTIONS | {"tr", "table"},
    "tr": e.TABLE_SECTIONS | {"table"},
    "col": frozenset({"colgroup", "table"}),
}
_TABLE = frozenset({"table"})
_END_BOUNDS = {
    "p": e.SCOPE | {"button"},
    "li": e.SCOPE | {"ol", "ul"},
    **dict.fromkeys(e.TABLE_PARTS | _TABLE, _TABLE),
    **dict.fromkeys(e.SPECIAL - e.TABLE_PARTS - {"p", "li", "table"}, e.SCOPE),
    **dict.fromkeys(e.FORMATTING, e.SCOPE),
}
_ITEMS = {
    "li": frozenset({"li"}),
    "dd": frozenset({"dd", "dt"}),
    "dt": frozenset({"dd", "dt"}),
}


class Nesting:
    """Writes to `out`, every element closed in order.

    Where a browser would close an element by itself, the end tag is written; where it would move
    or reopen one, the elements in the way are closed, or the tag is refused.
    """

    __slots__ = ("_ends", "_mute", "_written", "names", "out")

    def __init__(self) -> None:
        self.out: list[str] = []
        self.names: list[str] = []
        self._ends: list[str] = []
        self._mute: int | None = None
        self._written: list[str] = []

    @property
    def muted(self) -> bool:
        """Whether an element that is left out is open."""
        return self._mute is not None

    @property
    def innermost(self) -> str:
        """The innermost open element, "" at the top level."""
        return self.names[-1] if self.names else ""

    def open(self, name: str, *, end: str) -> None:
        """Note an element as open; `end` is the end tag to write for it."""
        self.names.append(name)
        self._ends.append(end)

    def open_muted(self, name: str) -> None:
        """Note an element as open that is left out with all it contains."""
        self.open(name, end="")
        if self._mute is None:
            self._mute = len(self.names)
            self._written, self.out = self.out, []

    def close_to(self, depth: int) -> None:
        """End the innermost elements until `depth` are open."""
        names = self.names
        while len(names) > depth:
            if self._mute == len(names):
                self.out, self._mute = self._written, None
            names.pop()
            self.out.append(self._ends.pop())

    def close(self, name: str) -> None:
        """What an end tag does: end the element it means and those inside, or nothing."""
        names = self.names
        if not names:
            return
        below = len(names)
        if names[-1] == name:
            self.close_to(below - 1)
            return
        while below and " " in names[below - 1]:
            below -= 1
            if names[below].split(" ")[1] == name:
                self.close_to(below)
                return
        if name in e.HEADINGS:
            found = [self._index_of(heading, below=below) for heading in e.HEADINGS]
            self.close_to(max((i for i in found if i < below), default=len(names)))
            return
        bounds = _END_BOUNDS.get(name) or e.SPECIAL | e.SCOPE
        self.close_to(self._index_of(name, bounds=bounds, below=below))

    def leave_table(self) -> None:
        """End the table if what comes next would be moved out of it."""
        if self.names and self.names[-1] in e.TABLE_CONTEXT:
            self.close_to(self._index_of("table", bounds=frozenset()))

    def leave_foreign(self) -> None:
        """End SVG and MathML up to where HTML can stand."""
        keep = len(self.names)
        while keep and " " in self.names[keep - 1] and not e.holds_html(self.names[keep - 1]):
            keep -= 1
        self.close_to(keep)

    def make_room(self, name: str) -> bool:
        """End what cannot be open around an HTML element; whether it can stand here at all."""
        names = self.names
        if name in e.TABLE_PARTS:
            return self._make_room_in_table(name)
        if not names:
            return True
        if names[-1] in e.CHOICE and "select" in names:
            return self._make_room_in_select(name)
        if names[-1] in e.TABLE_CONTEXT and name not in ("script", "style"):
            if name == "form":
                return False
            self.leave_table()
        if name in e.END_P:
            self.close_to(self._index_of("p", bounds=_END_BOUNDS["p"]))
        return self._make_room_by_name(name)

    def _make_room_by_name(self, name: str) -> bool:
        names = self.names
        if name in ("form", "noscript"):
            return name not in names
        if name in ("a", "nobr"):
            self.close_to(self._index_of(name, bounds=e.MARKERS))
        elif name == "button":
            self.close_to(self._index_of(name))
        elif name in ("option", "optgroup"):
            self._close_if_innermost("option")
        elif name in e.HEADINGS:
            self._close_if_innermost(*e.HEADINGS)
        elif name in _ITEMS:
            self._close_item(_ITEMS[name])
        elif name in e.RUBY and "ruby" in names:
            while self.innermost in e.IMPLIED_END:
                self.close_to(len(names) - 1)
        return True

    def _close_if_innermost(self, *alike: str) -> None:
        if self.innermost in alike:
            self.close_to(len(self.names) - 1)

    def _close_item(self, alike: frozenset[str]) -> None:
        for index in range(len(self.names) - 1, -1, -1):
            name = self.names[index]
            if name in alike:
                self.close_to(index)
                return
            if " " in name or (name in e.SPECIAL and name not in ("address", "div", "p")):
                return

    def _make_room_in_select(self, name: str) -> bool:
        """Only options stand in `select`; of other elements the text between the tags stays."""
        if name in ("option", "optgroup", "hr"):
            self._close_if_innermost("option")
            if name != "option":
                self._close_if_innermost("optgroup")
            return True
        if name in ("input", "keygen", "textarea", "select"):
            self.close_to(self._index_of("select"))
            return name != "select" and self.make_room(name)
        return False

    def _make_room_in_table(self, name: str) -> bool:
        parents = _IN_TABLE.get(name, _TABLE)
        for index in range(len(self.names) - 1, -1, -1):
            if self.names[index] in parents:
                self.close_to(index + 1)
                return True
        return False

    def _index_of(
        self, name: str, *, bounds: frozenset[str] = e.SCOPE, below: int | None = None
    ) -> int:
        """The innermost element `name`, not looking past `bounds`; how many are open if none."""
        names = self.names
        for index in range((len(names) if below is None else below) - 1, -1, -1):
            if names[index] == name:
                return index
            if names[index] in bounds:
                break
        return len(names)
