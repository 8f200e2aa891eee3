"""Redirects: where aliases lie, what they may not hide, and how pages and servers lead on."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from urllib.parse import quote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.problems import Mark
from mkdocs_blog_plugin.core.redirect_exports import (
    EXPORTS,
    export_apache,
    export_netlify,
    export_nginx,
)
from mkdocs_blog_plugin.core.redirects import (
    Alias,
    AliasError,
    Redirect,
    alias_path,
    plan_redirects,
    redirect_file,
    redirect_page,
    relative_url,
)
from mkdocs_blog_plugin.core.urls import Claims


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("/old/post/", "old/post"),
        ("/old/post", "old/post"),
        (" /old ", "old"),
        ("old", "blog/2012/old"),
        ("../old/", "blog/old"),
        ("../../../../old", "old"),
        ("/a/../b", "b"),
        ("/2012/03/index.html", "2012/03"),
        ("/old.html", "old.html"),
        ("/feed.xml", "feed.xml"),
        ("/tag/%D0%BF%D1%80/", "tag/пр"),
        ("/50%", "50%"),
        ("/caf%C3%A9 x", "café x"),
    ],
)
def test_where_an_alias_lies(written: str, path: str) -> None:
    assert alias_path(written, base="blog/2012") == path


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("https://old.example/x", "is a whole URL"),
        ("//old.example/x", "is a whole URL"),
        ("mailto:x", "is a whole URL"),
        ("/?p=5", "has a query or a fragment"),
        ("/old#part", "has a query or a fragment"),
        ("/", "is the site's home page"),
        ("/index.html", "is the site's home page"),
        ("/a/..", "is the site's home page"),
        ("/a\nb", "is no path"),
        ("/a\\b", "is no path"),
        ("/a%00b", "is no path"),
        ("/\ud800", "is no path"),
        ("/" + "x" * 300, "is no path"),
    ],
)
def test_what_is_no_alias(written: str, found: str) -> None:
    with pytest.raises(AliasError) as raised:
        alias_path(written, base="blog")
    assert found in raised.value.found
    assert raised.value.fix


@pytest.mark.parametrize(
    ("path", "file"),
    [("old", "old/index.html"), ("old.html", "old.html"), ("a.php", "a.php/index.html")],
)
def test_the_file_of_a_redirect(path: str, file: str) -> None:
    assert redirect_file(path) == file


def alias(written: str, target: str = "blog/a/", source: str = "blog/a.md") -> Alias:
    return Alias(
        written=written, target=target, source=source, base="blog", mark=Mark(line=4, column=3)
    )


def planned(*aliases: Alias, held: str = "") -> tuple[list[tuple[str, str]], list[str]]:
    claims = Claims()
    for file in held.split():
        claims.claim(file, owner=file.replace("/index.html", ".md"))
    redirects, problems = plan_redirects(aliases, claims=claims)
    return [(item.file, item.target) for item in redirects], [str(found) for found in problems]


def test_aliases_become_redirects() -> None:
    assert planned(alias("/old/"), alias("older"), alias("/x.html", "blog/b/", "blog/b.md")) == (
        [
            ("old/index.html", "blog/a/"),
            ("blog/older/index.html", "blog/a/"),
            ("x.html", "blog/b/"),
        ],
        [],
    )


def test_an_alias_given_twice_is_one_redirect() -> None:
    assert planned(alias("/old/"), alias("/old"), alias("/Old")) == (
        [("old/index.html", "blog/a/")],
        [],
    )


@pytest.mark.parametrize("written", ["/blog/a/", "/blog/a", "a", "/blog/a/index.html"])
def test_an_alias_for_its_own_page_asks_for_nothing(written: str) -> None:
    assert planned(alias(written), held="blog/a/index.html") == ([], [])


def test_with_plain_files_the_folder_of_a_page_may_be_an_alias() -> None:
    assert planned(alias("/blog/a/", "blog/a.html"), held="blog/a.html") == (
        [("blog/a/index.html", "blog/a.html")],
        [],
    )
    assert planned(alias("/blog/a.html", "blog/a.html"), held="blog/a.html") == ([], [])


@pytest.mark.parametrize(
    ("written", "held", "holder"),
    [
        ("/about/", "about/index.html", "about.md"),
        ("/ABOUT", "about/index.html", "about.md"),
        ("/img/a.html", "img/a.html", "img/a.html"),
        ("/feed.xml", "feed.xml", "feed.xml"),
        ("/logo.png/x/y", "logo.png", "logo.png"),
    ],
)
def test_nothing_is_hidden_by_a_redirect(written: str, held: str, holder: str) -> None:
    assert planned(alias(written), held=held) == (
        [],
        [
            f"blog/a.md:4:3: aliases: '{written}' is where {holder} lies; "
            "write another alias [alias-clash]"
        ],
    )


def test_two_pages_cannot_have_one_alias() -> None:
    assert planned(alias("/old"), alias("/OLD/", "blog/b/", "blog/b.md")) == (
        [("old/index.html", "blog/a/")],
        [
            "blog/b.md:4:3: aliases: '/OLD/' is where blog/a.md (redirect to blog/a/) lies; "
            "write another alias [alias-clash]"
        ],
    )


def test_an_alias_that_is_none_is_reported() -> None:
    assert planned(alias("/?p=5")) == (
        [],
        [
            "blog/a.md:4:3: aliases: '/?p=5' has a query or a fragment, which no file can answer; "
            "leave it out, or redirect it at the server [alias-form]"
        ],
    )


@pytest.mark.parametrize(
    ("target", "file", "way"),
    [
        ("blog/a/", "old/index.html", "../blog/a/"),
        ("blog/a/", "blog/2012/old/index.html", "../../a/"),
        ("blog/a/", "blog/a/old/index.html", "../"),
        ("blog/a/#part", "old.html", "blog/a/#part"),
        ("blog/a.html", "blog/old/index.html", "../a.html"),
        ("", "old/index.html", "../"),
        ("./", "old/index.html", "../"),
        ("tag/%D0%BF/", "tag/п%/index.html", "../%D0%BF/"),
    ],
)
def test_the_way_from_a_file_to_a_url(target: str, file: str, way: str) -> None:
    assert relative_url(target, file=file) == way


SEGMENTS = st.lists(st.text("ab.é ", min_size=1).filter(lambda s: s.strip(". ")), max_size=4)


@given(SEGMENTS, SEGMENTS.filter(bool))
def test_the_way_leads_where_it_should_below_any_path(to: list[str], at: list[str]) -> None:
    target = "".join(f"{part}/" for part in to).replace(" ", "%20")
    file = "/".join(at) + "/index.html"
    way = relative_url(target, file=file)
    for site in ("https://x.example/", "https://x.example/sub/path/"):
        assert urljoin(site + file.replace(" ", "%20"), way) == site + target


class _Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_a_redirect_page() -> None:
    redirect = Redirect(path="old", file="old/index.html", target="blog/a%22b/", source="blog/a.md")
    html = redirect_page(
        redirect,
        title="Redirecting <b>",
        text="Go on & read",
        language="de",
        site_url="https://x.example/sub/",
    )
    assert html == (
        "<!doctype html>\n"
        '<html lang="de">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        "<title>Redirecting &lt;b&gt;</title>\n"
        '<link rel="canonical" href="https://x.example/sub/blog/a%22b/">\n'
        '<meta name="robots" content="noindex">\n'
        '<meta http-equiv="refresh" content="0; url=../blog/a%22b/">\n'
        "</head>\n"
        "<body>\n"
        '<p><a href="../blog/a%22b/">Go on &amp; read</a></p>\n'
        "</body>\n"
        "</html>\n"
    )


def test_without_the_sites_url_everything_is_relative() -> None:
    redirect = Redirect(path="old", file="old/index.html", target="./", source="a.md")
    page = _Page(redirect_page(redirect, title="t", text="x"))
    assert ("link", {"rel": "canonical", "href": "../"}) in page.tags


REDIRECTS = [
    Redirect(path="old", file="old/index.html", target="blog/a/", source="a.md"),
    Redirect(path='tag/п "$1"', file="x/index.html", target="tag/%D0%BF/", source="a.md"),
    Redirect(path="a+b.html", file="a+b.html", target="blog/b/", source="b.md"),
]


def test_export_for_netlify_and_cloudflare() -> None:
    assert export_netlify(REDIRECTS) == (
        "/old /blog/a/ 301\n"
        "/old/ /blog/a/ 301\n"
        "/tag/%D0%BF%20%22%241%22 /tag/%D0%BF/ 301\n"
        "/tag/%D0%BF%20%22%241%22/ /tag/%D0%BF/ 301\n"
        "/a%2Bb.html /blog/b/ 301\n"
    )


def test_export_for_nginx() -> None:
    assert export_nginx(REDIRECTS, root="/sub/") == (
        "# Include this file in `http`, and in `server` write:\n"
        "#     if ($weblog_redirect) { return 301 $weblog_redirect; }\n"
        "map $uri $weblog_redirect {\n"
        '    default "";\n'
        '    "/sub/old" "/sub/blog/a/";\n'
        '    "/sub/old/" "/sub/blog/a/";\n'
        '    "/sub/tag/п \\"$1\\"" "/sub/tag/%D0%BF/";\n'
        '    "/sub/tag/п \\"$1\\"/" "/sub/tag/%D0%BF/";\n'
        '    "/sub/a+b.html" "/sub/blog/b/";\n'
        "}\n"
    )


def test_export_for_apache() -> None:
    assert export_apache(REDIRECTS) == (
        'RedirectMatch 301 "^/old/?$" "/blog/a/"\n'
        'RedirectMatch 301 "^/tag/п \\"\\$1\\"/?$" "/tag/%D0%BF/"\n'
        'RedirectMatch 301 "^/a\\+b\\.html$" "/blog/b/"\n'
    )


def test_every_export_of_no_redirect_is_valid() -> None:
    assert {name: export([]) for name, export in EXPORTS.items()} == {
        "netlify": "",
        "nginx": export_nginx([]),
        "apache": "",
    }


@given(st.lists(st.text(), max_size=5))
def test_any_alias_is_placed_inside_the_site_or_reported(texts: list[str]) -> None:
    aliases = [alias(text, source=f"{number}.md") for number, text in enumerate(texts)]
    redirects, problems = plan_redirects(aliases, claims=Claims())
    assert len(redirects) + len(problems) <= len(aliases)
    files = [item.file for item in redirects]
    assert len(files) == len(set(files))
    for file in files:
        assert posixpath.normpath(file) == file
        assert not file.startswith(("/", ".."))
        assert file.encode()
        assert all(len(part.encode()) <= 255 for part in file.split("/"))
    for item in redirects:
        page = _Page(redirect_page(item, title="t", text="x"))
        (link,) = [attrs["href"] or "" for tag, attrs in page.tags if tag == "a"]
        assert urljoin(f"https://x.example/{quote(item.file)}", link) == (
            "https://x.example/blog/a/"
        )
