"""Cards that were drawn before, kept by what they show."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zlib
from collections.abc import Iterable
from pathlib import Path

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def card_key(svg: str, *, made_with: Iterable[str]) -> str:
    """What a picture is known by: the filled template, and everything that draws it."""
    parts = (*made_with, svg)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]


class Cache:
    """A folder of PNG files. Whatever is broken in it is drawn again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, key: str) -> Path:
        """Where the picture of a key lies, or would lie."""
        return self._folder / f"{key}.png"

    def has(self, key: str) -> bool:
        """Whether there is a whole picture for a key."""
        try:
            return is_whole(self.path(key).read_bytes())
        except OSError:
            return False

    def put(self, key: str, png: bytes) -> None:
        """Keeps a picture; nobody ever sees half of it. Raises `OSError` where it cannot."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(png)
            os.chmod(name, 0o644)  # it is copied into the site with its mode
            os.replace(name, self.path(key))
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


def is_whole(png: bytes) -> bool:
    """Whether all chunks of a PNG are there and sound (https://www.w3.org/TR/png-3/#5Chunk-layout)."""
    if not png.startswith(_SIGNATURE):
        return False
    place = len(_SIGNATURE)
    while place + 12 <= len(png):
        end = place + 8 + int.from_bytes(png[place : place + 4], "big")
        if zlib.crc32(png[place + 4 : end]).to_bytes(4, "big") != png[end : end + 4]:
            return False
        if png[place + 4 : place + 8] == b"IEND":
            return end + 4 == len(png)
        place = end + 4
    return False
