"""Two real blogs, built with this plugin instead of Material's: nothing lost, nothing invented.

They lie beside the repository and are read where they are.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin

import pytest
import yaml

from tests.site import BuiltSite, build

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

THEMES = ["mkdocs", "readthedocs", "material"]


@dataclass(frozen=True)
class Entry:
    """A post in a listing, or a term below a post: where it leads, what it is called, and when."""

    url: str
    text: str
    date: str = ""


class _Reader(HTMLParser):
    """Links by their `rel`; those of entries with the first date of their entry, which stands
    above or below. A browser's parser takes far longer."""

    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self.base = base
        self.found: dict[str, list[Entry]] = defaultdict(list)
        self._open: tuple[str, str] | None = None
        self._text = ""
        self._dates: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "article":
            self._dates.append("")
        elif tag == "time" and self._dates and not self._dates[-1]:
            self._dates[-1] = given["datetime"]
        elif tag == "a" and given.get("rel") and given.get("href"):
            self._open = given["rel"], given["href"]
            self._text = ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._date(self._dates.pop())
        elif tag == "a" and self._open:
            rel, href = self._open
            url = unquote(urljoin(f"//site/{self.base}", href)).removeprefix("//site/")
            for name in rel.split():
                self.found[name].append(Entry(url, " ".join(self._text.split())))
            self._open = None

    def _date(self, date: str) -> None:
        """An entry ends: its bookmark is the last one."""
        bookmarks = self.found["bookmark"]
        if bookmarks and not bookmarks[-1].date:
            bookmarks[-1] = replace(bookmarks[-1], date=date)


@dataclass(frozen=True)
class Blog:
    """A built blog beside what Material made of the same sources."""

    site: BuiltSite
    docs: Path
    views: Mapping[str, Any]
    front: str

    def links(self, file: str) -> Mapping[str, list[Entry]]:
        reader = _Reader(file)
        reader.feed((self.site.dir / file).read_text("utf-8"))
        return reader.found

    def chain(self, url: str) -> list[Entry]:
        """The posts of a listing, through all of its pages."""
        return [entry for file in self._files(url) for entry in self.links(file)["bookmark"]]

    def _files(self, url: str) -> Iterator[str]:
        number = 1
        file = f"{url}index.html"
        while (self.site.dir / file).is_file():
            yield file
            number += 1
            file = f"{url}page/{number}/index.html"

    def theirs(self, url: str) -> list[Entry]:
        """The same listing as Material has it."""
        pages = [
            page
            for page in self.views["views"]
            if re.fullmatch(rf"{re.escape(url)}(pages?/\d+/)?index\.html", page)
        ]
        pages.sort(key=lambda page: (len(page), page))
        return [
            Entry(entry["url"], entry["title"], entry["date"].replace(" ", "T"))
            for page in pages
            for entry in self.views["views"][page]
        ]

    @cached_property
    def sources(self) -> Mapping[str, Mapping[str, Any]]:
        """The front matter of every post, by its source."""
        found = {}
        for path in sorted(self.docs.rglob("posts/**/*.md")):
            match = re.match(r"---\n(.*?)\n---\n", path.read_text("utf-8"), re.DOTALL)
            if match:
                found[path.relative_to(self.docs).as_posix()] = yaml.safe_load(match[1])
        return found


SETTINGS: Mapping[str, dict[str, Any]] = {
    # 57 posts, a site that is nothing but a blog; the build is strict
    "pypi-blog": {"weblog": {"blog_dir": ".", "posts": ["/posts/**"]}},
    # 127 posts in a docs site: 352 tags in many spellings, categories, slugs of their own
    "jxnl-blog": {
        "weblog": {
            "blog_dir": "writing",
            "posts": ["/{blog}/posts/**"],
            "permalink": "material",
        },
        "expected_warnings": [
            "[spelling-variants]",
            "self-reflections-hiring.md:16:1: categories: the key is given twice, first on line 2",
            "'writing/posts/talks/index.md' contains a link '../index.md'",
        ],
    },
}

PYPI, JXNL = ([(name, theme) for theme in THEMES] for name in SETTINGS)


@pytest.fixture(scope="module", params=[*PYPI, *JXNL], ids="-".join)
def blog(
    corpus: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Blog:
    """One of the two on one of three themes."""
    name, theme = request.param
    folder = corpus / name
    inherited = {
        "INHERIT": str(folder / "mkdocs.material.yml"),
        "docs_dir": str(folder / "docs"),
        "theme": {"name": theme},
    }
    site = build(
        tmp_path_factory.mktemp(name),
        {},
        plugins=["search", "weblog"],
        config=inherited,
        **SETTINGS[name],
    )
    views = json.loads((folder / "views.json").read_text("utf-8"))
    front = "writing/" if name == "jxnl-blog" else ""
    return Blog(site=site, docs=folder / "docs", views=views, front=front)


only_pypi = pytest.mark.parametrize("blog", PYPI, indirect=True, ids="-".join)
only_jxnl = pytest.mark.parametrize("blog", JXNL, indirect=True, ids="-".join)


@only_pypi
def test_a_blog_without_faults_is_built_in_silence(blog: Blog) -> None:
    assert blog.site.said() == []


@only_jxnl
def test_messages_are_true_of_the_source(blog: Blog) -> None:
    said = blog.site.said()
    spellings = defaultdict(set)
    for front_matter in blog.sources.values():
        if not front_matter.get("draft"):
            for tag in front_matter.get("tags", ()):
                spellings[tag.casefold()].add(tag)
    several = [names for names in spellings.values() if len(names) > 1]
    told = [text for text in said if "[spelling-variants]" in text]
    assert len(told) == len(several)
    for names in several:
        assert any(all(f"'{name}'" in text for name in names) for text in told)
    assert len(said) == len(told) + 2
    assert said[-1] == "weblog: held back: 2 drafts"


def test_every_post_is_on_the_front_page_once(blog: Blog) -> None:
    ours = Counter(entry.url for entry in blog.chain(blog.front))
    assert set(ours.values()) == {1}
    assert ours.keys() == {entry.url for entry in blog.theirs(blog.front)}
    assert len(ours) == sum(
        not meta.get("draft") for meta in blog.sources.values() if "date" in meta
    )


def test_dates_and_order_are_those_of_material(blog: Blog) -> None:
    """But for posts of one moment: Material leaves them as the disk has them, we sort by source."""
    ours, theirs = blog.chain(blog.front), blog.theirs(blog.front)
    assert [entry.date for entry in ours] == [entry.date for entry in theirs]
    assert by_moment(ours) == by_moment(theirs)


def by_moment(entries: list[Entry]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        found[entry.date].add(entry.url)
    return found


def test_titles_are_those_of_material(blog: Blog) -> None:
    """But for posts with both a title in front matter and a heading: Material lists the heading
    and names the page by the title, we do both by the title."""
    theirs = {entry.url: entry.text for entry in blog.theirs(blog.front)}
    named = {str(meta["title"]) for meta in blog.sources.values() if meta.get("title")}
    differing = [e for e in blog.chain(blog.front) if theirs[e.url] != e.text]
    assert [entry for entry in differing if entry.text not in named] == []


@only_jxnl
def test_categories_hold_what_material_has_in_them(blog: Blog) -> None:
    listings = {
        re.sub(r"(page/\d+/)?index\.html$", "", page)
        for page in blog.views["views"]
        if "/category/" in page
    }
    assert blog.site.files("writing/category/*/index.html") == {
        *(f"{url}index.html" for url in listings),
        "writing/category/uncategorized/index.html",
    }
    for url in listings:
        assert by_moment(blog.chain(url)) == by_moment(blog.theirs(url))


def test_every_post_is_in_each_of_its_terms_once(blog: Blog) -> None:
    chains: dict[str, Counter[str]] = {}
    for url in (entry.url for entry in blog.chain(blog.front)):
        terms = {entry.url for entry in blog.links(f"{url}index.html")["tag"]}
        assert terms
        for term in terms:
            if term not in chains:
                chains[term] = Counter(entry.url for entry in blog.chain(term))
            assert chains[term][url] == 1
    filed = sum(len(posts) for posts in chains.values())
    named = sum(
        len({tag.casefold() for tag in meta.get("tags", ())})
        + max(1, len(meta.get("categories", ())))
        for meta in blog.sources.values()
        if "date" in meta and not meta.get("draft")
    )
    assert filed == named


def test_neighbours_are_the_chain(blog: Blog) -> None:
    chain = [entry.url for entry in blog.chain(blog.front)]
    for number, url in enumerate(chain):
        links = blog.links(f"{url}index.html")
        older, newer = chain[number + 1 : number + 2], chain[max(number - 1, 0) : number]
        assert {entry.url for entry in links["prev"]} == set(older)
        assert {entry.url for entry in links["next"]} == set(newer)


@only_jxnl
def test_a_draft_leaves_no_trace(blog: Blog) -> None:
    drafts = [source for source, meta in blog.sources.items() if meta.get("draft")]
    assert len(drafts) == 2
    for source in drafts:
        slug = blog.sources[source].get("slug") or re.sub(r".*/|\.md$", "", source)
        assert not [file for file in blog.site.files() if f"/{slug}/" in file]
