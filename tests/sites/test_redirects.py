"""Former URLs: the pages that lead on from them, and rules for servers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from tests.site import SITE_URL, BuiltSite, build

if TYPE_CHECKING:
    from pathlib import Path

QUIET = {"feeds": False, "related": {"limit": 0}}

TREE = {
    "index.md": "# Home\n",
    "about.md": "# About\n",
    "blog/renamed.md": "---\ndate: 2013-02-01\nslug: renamed-now\n"
    "aliases: [/2013/02/01/renamed-post/, older name, /old/page.html]\n"
    "categories: [Topics/Wards]\ntitle: Renamed & <moved>\n---\nText.\n",
    "blog/tagged.md": "---\ndate: 2013-02-02\ntags: [Co-production]\n---\n# Tagged\n",
    "blog/terms.yml": "tags:\n  Co-production: {redirects: [/tag/coproduction/]}\n"
    "categories:\n  Topics/Wards: {redirects: [/category/wards/]}\n",
}
OPTIONS = {
    **QUIET,
    "permalink": "{date:%Y/%m/%d}/{slug}",
    "redirects": {"export": ["netlify", "nginx", "apache"]},
}

LEADING = {
    "2013/02/01/renamed-post/index.html": "blog/2013/02/01/renamed-now",
    "blog/2013/02/01/older name/index.html": "blog/2013/02/01/renamed-now",
    "old/page.html": "blog/2013/02/01/renamed-now",
    "tag/coproduction/index.html": "blog/tag/co-production",
    "category/wards/index.html": "blog/category/topics/wards",
}
"""Where each former URL leads: 67 for the first, 35 for the last."""


@pytest.fixture(scope="module", params=[True, False], ids=["directories", "files"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build(
        tmp_path_factory.mktemp("redirects"),
        TREE,
        weblog=OPTIONS,
        use_directory_urls=request.param,
    )


@pytest.mark.parametrize(("file", "target"), LEADING.items(), ids=LEADING)
def test_35_67_a_former_url_leads_on(site: BuiltSite, file: str, target: str) -> None:
    """At once, by a relative link: it works below a path, offline and without JavaScript."""
    url = f"{target}/" if site.config.use_directory_urls else f"{target}.html"
    assert site.has(url)
    page = site.page(file)
    refresh = str(page.one("meta[http-equiv=refresh]")["content"])
    assert refresh.startswith("0; url=../")
    assert urljoin(SITE_URL + file, refresh.removeprefix("0; url=")) == SITE_URL + url
    assert page.one("link[rel=canonical]")["href"] == SITE_URL + url
    assert page.one("meta[name=robots]")["content"] == "noindex"
    assert page.target("p a") == url
    assert not page.has("script")


def test_a_former_url_says_what_it_leads_to(site: BuiltSite) -> None:
    page = site.page("2013/02/01/renamed-post/index.html")
    assert page.text("p a") == "This page has moved to Renamed & <moved>."
    assert page.title == "This page has moved"
    assert page.one("html")["lang"] == "en"


def test_redirects_are_in_no_sitemap_and_no_nav(site: BuiltSite) -> None:
    assert "renamed-post" not in (site.dir / "sitemap.xml").read_text(encoding="utf-8")
    assert site.broken_links() == []


def test_rules_for_servers_have_the_path_of_the_site(site: BuiltSite) -> None:
    url = "/site/blog/2013/02/01/renamed-now" + ("/" if site.config.use_directory_urls else ".html")
    netlify = (site.dir / "_redirects").read_text(encoding="utf-8").splitlines()
    assert f"/site/2013/02/01/renamed-post {url} 301" in netlify
    assert f"/site/2013/02/01/renamed-post/ {url} 301" in netlify
    assert f"/site/blog/2013/02/01/older%20name/ {url} 301" in netlify
    nginx = (site.dir / "redirects.nginx").read_text(encoding="utf-8")
    assert f'    "/site/old/page.html" "{url}";' in nginx
    apache = (site.dir / "redirects.htaccess").read_text(encoding="utf-8")
    assert f'RedirectMatch 301 "^/site/2013/02/01/renamed-post/?$" "{url}"' in apache


def test_an_alias_never_shadows_what_is_there(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "about.md": "# About\n",
            "picture.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "blog/2024-01-01-a.md": "---\naliases: [/about/, /, https://x.org/y, /q/?p=5]\n"
            "---\n# A\n",
            "blog/2024-01-02-b.md": "---\naliases: [/blog/2024-01-01-a, /picture.svg/x, /once/]\n"
            "---\n# B\n",
            "blog/2024-01-03-c.md": "---\naliases: [/ONCE/, /blog/tag/]\ntags: [x]\n---\n# C\n",
        },
        weblog=QUIET,
        expected_warnings=[
            "docs/blog/2024-01-01-a.md:2:10: aliases: '/about/' is where about.md lies; "
            "write another alias [alias-clash]",
            "aliases: '/' is the site's home page;",
            "aliases: 'https://x.org/y' is a whole URL;",
            "aliases: '/q/?p=5' has a query or a fragment, which no file can answer;",
            "aliases: '/blog/2024-01-01-a' is where blog/2024-01-01-a.md lies;",
            "aliases: '/picture.svg/x' is where picture.svg lies;",
            "aliases: '/ONCE/' is where blog/2024-01-02-b.md (redirect to ",
            "aliases: '/blog/tag/' is where blog/tag/index.md lies;",
        ],
    )
    assert site.page("about/").texts("h1") == ["About"]
    assert site.page("once/").target("p a") == "blog/2024-01-02-b/"


@pytest.mark.parametrize("alias", ["../../../../up", "/../../etc/x", "a\\b", "/x/\x7fy"])
def test_an_alias_never_leaves_the_site(tmp_path: Path, alias: str) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/2024-01-01-a.md": f"---\naliases: [{alias!r}]\n---\n# A\n",
        },
        weblog=QUIET,
        strict=False,
        expected_warnings=["[alias-form]"] if "\\" in alias or "\x7f" in alias else [],
    )
    assert {path.name for path in tmp_path.iterdir()} == {"docs", "mkdocs.yml", "site"}
    assert site.broken_links() == []


def test_an_alias_of_a_page_for_itself_asks_for_nothing(tmp_path: Path) -> None:
    tree = {
        "index.md": "# Home\n",
        "blog/2024-01-01-a.md": "---\naliases: [/blog/2024-01-01-a/]\n---\n# A\n",
    }
    site = build(tmp_path, tree, weblog=QUIET)
    assert site.page("blog/2024-01-01-a/").texts("h1") == ["A"]


def test_a_site_without_a_url_has_relative_canonical_links(tmp_path: Path) -> None:
    site = build(tmp_path, TREE, weblog=OPTIONS, config={"site_url": ""})
    page = site.page("old/page.html")
    assert page.one("link[rel=canonical]")["href"] == "../blog/2013/02/01/renamed-now/"
    assert "/old/page.html /blog/2013/02/01/renamed-now/ 301" in (
        site.dir / "_redirects"
    ).read_text(encoding="utf-8")
