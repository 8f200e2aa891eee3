"""What a card is to say."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 1200, 630
"""Pixels: what Open Graph and Twitter show whole."""

_MIDDLE = " · "


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a card is to say."""

    title: str
    site_name: str
    authors: str = ""
    date: str = ""
    language: str = "en"

    @property
    def alt(self) -> str:
        """What a card is for who does not see it: its text."""
        return _MIDDLE.join(part for part in (self.title, self.site_name) if part)
