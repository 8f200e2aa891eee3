"""Text as all formats take it: characters, URLs, dates, media types."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from urllib.parse import quote, urlsplit

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_PERHAPS = re.compile(r"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe-\U0010ffff]")
_LAST_TWO = "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(1, 17))
_NO_CHARACTERS = re.compile(rf"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff{_LAST_TWO}]")
"""What XML 1.0 forbids (2.2) or discourages: controls, surrogates, noncharacters. Looking
for all of them is slow, and few texts have what may be one."""

_BLANKS = re.compile(r"\s+")
_URL_SAFE = ":/?#@!$&'()*+,;=%~"
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+\Z", re.ASCII)

MEDIA_TYPES = {
    "aac": "audio/aac",
    "avif": "image/avif",
    "epub": "application/epub+zip",
    "flac": "audio/flac",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "m4a": "audio/x-m4a",
    "m4v": "video/x-m4v",
    "mov": "video/quicktime",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "ogv": "video/ogg",
    "opus": "audio/opus",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "wav": "audio/wav",
    "webm": "video/webm",
    "webp": "image/webp",
    "zip": "application/zip",
}
"""By suffix. (The standard library asks the machine's own tables, which differ.)"""


def clean(text: str) -> str:
    """`text` without the characters XML cannot hold; line ends are line feeds."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROLS.sub("", text)
    return _NO_CHARACTERS.sub("", text) if _PERHAPS.search(text) else text


def one_line(text: str) -> str:
    """`text` without line breaks, outer and double blanks: a title, a name, a label."""
    return _BLANKS.sub(" ", clean(text)).strip()


def markup(html: str | None) -> str:
    """HTML without the characters XML cannot hold; empty where there is nothing to show."""
    return clean(html or "").strip()


def ascii_url(url: str) -> str:
    """The URL of an IRI: other scripts percent-encoded, the host in its DNS form."""
    url = _BAD_PERCENT.sub("%25", clean(url).strip())
    if not url.isascii():
        host = urlsplit(url).netloc
        if not host.isascii():
            url = url.replace(host, _dns_name(host), 1)
    return quote(url, safe=_URL_SAFE + ("[]" if "://[" in url else ""))


def _dns_name(host: str) -> str:
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return quote(host, safe=":@")


def media_type(url: str, given: str | None = None) -> str:
    """The media type of a file: as given where that is one, else by the suffix of its URL."""
    if given and _MEDIA_TYPE.match(given):
        return given.lower()
    suffix = url.partition("?")[0].rpartition(".")[2].lower()
    return MEDIA_TYPES.get(suffix, "application/octet-stream")


def rfc3339(moment: datetime) -> str:
    """`2024-01-31T10:00:00+01:00`, to the second, `Z` for UTC."""
    written = _whole_minutes(moment, step=1).isoformat(timespec="seconds")
    return written.removesuffix("+00:00") + "Z" if written.endswith("+00:00") else written


def rfc822(moment: datetime) -> str:
    """`Wed, 31 Jan 2024 10:00:00 +0100`, as RFC 2822 and the RSS profile have it.

    Zones off the half hour (Nepal) become GMT: programs that read RSS know no others.
    """
    moment = _whole_minutes(moment, step=30)
    return format_datetime(moment, usegmt=moment.tzinfo is UTC)


def _whole_minutes(moment: datetime, *, step: int) -> datetime:
    offset = moment.utcoffset() or timedelta()
    if offset and offset % timedelta(minutes=step) == timedelta():
        return moment
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # the first and the last day of the calendar
        return moment.replace(tzinfo=UTC)


def language_tag(language: str) -> str:
    """A BCP 47 tag of a locale's name: `pt_BR` is `pt-BR`."""
    return one_line(language).replace("_", "-")
