"""Sites as literals: what a test writes, and what a reader of the built site finds.

A test gives the docs as a mapping of path to text; `build` builds them in this process, as the
command would. A warning or error that the test did not announce fails the test.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from textwrap import dedent
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

import yaml
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from tests.pages import Page, broken_links

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITE_URL = "https://example.org/site/"  # below a path: a link that starts with `/` leaves the site

Text = str | bytes
"""What is in a file: text is dedented and written as UTF-8, bytes are written as they are."""

Plugin = str | Mapping[str, object]


class Style(TypedDict):
    """What a site looks like from outside; `build(tmp_path, tree, **style)`."""

    theme: str
    use_directory_urls: bool


class Settings(TypedDict, total=False):
    """What a site is made of besides its docs. All may be left out."""

    theme: str  # `mkdocs`
    plugins: Sequence[Plugin]  # this one
    weblog: Mapping[str, object]  # options of this plugin where `plugins` names it
    use_directory_urls: bool  # yes
    config: Mapping[str, object]  # goes over everything else in `mkdocs.yml`
    files: Mapping[str, Text]  # other files, relative to `mkdocs.yml`


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One line of the build's output."""

    level: Literal["INFO", "WARNING", "ERROR", "CRITICAL"]
    logger: str
    text: str

    def __str__(self) -> str:
        return f"{self.level} {self.logger}: {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltSite:
    """A site on disk after its build, with what the build said."""

    root: Path
    config: MkDocsConfig
    messages: tuple[Message, ...]

    @property
    def dir(self) -> Path:
        """The folder that would be uploaded."""
        return self.root / "site"

    def said(self, logger: str = "mkdocs.plugins.weblog") -> list[str]:
        """What one logger said, by default this plugin's."""
        return [message.text for message in self.messages if message.logger.startswith(logger)]

    def files(self, pattern: str = "**/*") -> set[str]:
        """Paths below the site's folder, with forward slashes."""
        return {
            path.relative_to(self.dir).as_posix()
            for path in self.dir.glob(pattern)
            if path.is_file()
        }

    def path(self, url: str) -> Path:
        """The file behind a URL of the site: `blog/` is `blog/index.html` or `blog.html`."""
        if not url.endswith("/") and url:
            return self.dir / url
        index = self.dir / url / "index.html"
        return index if index.is_file() else self.dir / f"{url.rstrip('/')}.html"

    def has(self, url: str) -> bool:
        return self.path(url).is_file()

    def html(self, url: str) -> str:
        path = self.path(url)
        assert path.is_file(), f"no page {url!r}; there are {sorted(self.files('**/*.html'))}"
        return path.read_text(encoding="utf-8")

    def page(self, url: str) -> Page:
        html = self.html(url)
        place = self.path(url).relative_to(self.dir).as_posix()
        return Page(url=place, html=html, site_url=self.config.site_url or SITE_URL)

    def pages(self, pattern: str = "**/*.html") -> list[Page]:
        return [self.page(file) for file in sorted(self.files(pattern))]

    def broken_links(self) -> list[str]:
        """Every link, image and fragment of the site's pages that leads nowhere within the site."""
        html = {file: (self.dir / file).read_text("utf-8") for file in self.files("**/*.html")}
        return broken_links(html, files=self.files(), site_url=self.config.site_url or SITE_URL)

    def containing(self, token: str) -> list[str]:
        """The files in which a text occurs, in their names or their bytes, whatever their type."""
        return sorted(
            file
            for file in self.files()
            if token in file or token.encode() in (self.dir / file).read_bytes()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A build that was given up, with what it said."""

    root: Path
    messages: tuple[Message, ...]
    reason: str

    @property
    def errors(self) -> list[str]:
        return [message.text for message in self.messages if message.level == "ERROR"]

    @property
    def text(self) -> str:
        """All errors and the reason for giving up, as a person would read them."""
        return "\n".join([*self.errors, self.reason])


def build(
    root: Path,
    tree: Mapping[str, Text],
    *,
    strict: bool | None = None,
    serve: bool = False,
    expected_warnings: Iterable[str] = (),
    **settings: Unpack[Settings],
) -> BuiltSite:
    """Build a site in `root`, whose docs are `tree`, and say what came of it.

    Each of `expected_warnings` must be part of a warning or error, and each of those must be
    announced by one of them. `strict` is on unless warnings are expected. `serve` builds as
    `mkdocs serve` does.
    """
    expected = tuple(expected_warnings)
    strict = not expected if strict is None else strict
    write_site(root, tree, strict=strict, **settings)
    forget_plugins()
    return _built(root, serve=serve, first=True, expected=expected)


def refuse(root: Path, tree: Mapping[str, Text], **settings: Unpack[Settings]) -> Refusal:
    """Build a site that must not build: fails where the build comes to its end.

    Any exception that is not MkDocs' own way of giving up goes through, as the traceback it is.
    """
    write_site(root, tree, **settings)
    forget_plugins()
    with recorded_messages() as messages:
        try:
            _run(root, serve=False, first=True)
        except MkDocsException as reason:
            return Refusal(root=root, messages=tuple(messages), reason=str(reason))
    raise AssertionError("the build was not refused: " + "; ".join(map(str, messages)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A site as `mkdocs serve` builds it, without the server: plugins live from build to build."""

    root: Path
    site: BuiltSite

    def rebuild(
        self, changes: Mapping[str, Text | None], *, expected_warnings: Iterable[str] = ()
    ) -> BuiltSite:
        """Write files of `docs` (None deletes one) and build again."""
        for path, text in changes.items():
            if text is None:
                (self.root / "docs" / path).unlink()
            else:
                _write(self.root / "docs" / path, text)
        return _built(self.root, serve=True, first=False, expected=tuple(expected_warnings))


def preview(
    root: Path,
    tree: Mapping[str, Text],
    *,
    expected_warnings: Iterable[str] = (),
    **settings: Unpack[Settings],
) -> Preview:
    """Build as `mkdocs serve` does, ready to be changed and rebuilt."""
    site = build(
        root, tree, serve=True, strict=False, expected_warnings=expected_warnings, **settings
    )
    return Preview(root=root, site=site)


def write_site(
    root: Path,
    tree: Mapping[str, Text],
    *,
    strict: bool = False,
    config_file: str = "mkdocs.yml",
    **settings: Unpack[Settings],
) -> Path:
    """Write the docs, the other files and the configuration; gives the configuration's path."""
    for path, text in tree.items():
        _write(root / "docs" / path, text)
    for path, text in settings.get("files", {}).items():
        _write(root / path, text)
    weblog = settings.get("weblog")
    config = {
        "site_name": "Example",
        "site_url": SITE_URL,
        "theme": {"name": settings.get("theme", "mkdocs")},
        "plugins": [
            {"weblog": dict(weblog)} if plugin == "weblog" and weblog else plugin
            for plugin in settings.get("plugins", ["weblog"])
        ],
        "use_directory_urls": settings.get("use_directory_urls", True),
        "strict": strict,
        **settings.get("config", {}),
    }
    _write(root / config_file, yaml.safe_dump(config, allow_unicode=True, sort_keys=False))
    return root / config_file


def forget_plugins() -> None:
    """Make the next build create its plugins anew, as a new command would.

    MkDocs keeps plugins that define `on_startup` for the life of the process.
    """
    option = MkDocsConfig.plugins
    assert isinstance(option, Plugins)
    option.plugin_cache.clear()


@contextmanager
def recorded_messages() -> Iterator[list[Message]]:
    """Everything MkDocs and its plugins log, from INFO up, as `mkdocs build` prints it."""
    messages: list[Message] = []
    logger = logging.getLogger("mkdocs")
    recorder = _Recorder(messages)
    level = logger.level
    logger.addHandler(recorder)
    logger.setLevel(logging.INFO)
    try:
        yield messages
    finally:
        logger.removeHandler(recorder)
        logger.setLevel(level)


class _Recorder(logging.Handler):
    def __init__(self, messages: list[Message]) -> None:
        super().__init__(logging.INFO)
        self.messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        level: Literal["INFO", "WARNING", "ERROR", "CRITICAL"]
        match record.levelname:
            case "WARNING" | "ERROR" | "CRITICAL" as level:
                pass
            case _:
                level = "INFO"
        self.messages.append(Message(level=level, logger=record.name, text=record.getMessage()))


def _built(root: Path, *, serve: bool, first: bool, expected: tuple[str, ...]) -> BuiltSite:
    with recorded_messages() as messages:
        try:
            config = _run(root, serve=serve, first=first)
        except MkDocsException as reason:
            listed = "\n  ".join(map(str, messages))
            raise AssertionError(f"the build was refused: {reason}\n  {listed}") from reason
    _compare(messages, expected)
    return BuiltSite(root=root, config=config, messages=tuple(messages))


def _run(root: Path, *, serve: bool, first: bool) -> MkDocsConfig:
    """What `mkdocs build` and each rebuild of `mkdocs serve` do, without the command."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    if first:
        config.plugins.on_startup(command="serve" if serve else "build", dirty=False)
    if serve:
        config.site_url = "http://127.0.0.1:8000/site/"
    build_with_mkdocs(config, serve_url=config.site_url if serve else None)
    return config


def _compare(messages: Sequence[Message], expected: tuple[str, ...]) -> None:
    said = [message.text for message in messages if message.level != "INFO"]
    unexpected = [text for text in said if not any(part in text for part in expected)]
    missing = [part for part in expected if not any(part in text for text in said)]
    assert not unexpected, "unexpected warnings:\n  " + "\n  ".join(unexpected)
    assert not missing, f"warnings that did not come: {missing}; there were {said}"


def _write(path: Path, text: Text) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(text, str):
        text = re.sub(r"\A\n", "", dedent(text)).encode()
    path.write_bytes(text)
