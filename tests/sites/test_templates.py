"""The templates themselves, the one stylesheet, and what each theme makes of them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import mkdocs_blog_plugin
from tests.site import BuiltSite, Style, build

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGE = Path(mkdocs_blog_plugin.__file__).parent
FOLDER = PACKAGE / "templates" / "weblog"
TEMPLATES = sorted(FOLDER.rglob("*.html"))
CSS = (PACKAGE / "assets" / "weblog.css").read_text("utf-8")

LARGEST = 17 * 1024
"""Bytes of the stylesheet, comments included; compressed, as servers send it, a quarter of that."""

OPENING = re.compile(
    r"\{#-? .+? In: (?:weblog|nothing)\b.+? -?#\}\n\{% autoescape true -?%\}\n", re.DOTALL
)
ACTIVE = re.compile(r"<script|<style|\bstyle=|\bon[a-z]+=|javascript:|https?://", re.IGNORECASE)
PHYSICAL = re.compile(
    r"(?:margin|padding|border)-(?:left|right)"
    r"|(?<![-\w])(?:left|right):|(?:align|float): (?:left|right)"
)


def name(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_says_what_it_is_and_escapes(path: Path) -> None:
    # Jinja's `autoescape` does not reach included files: each has to begin with its own.
    text = path.read_text("utf-8")
    assert OPENING.match(text), text[:200]
    assert text.endswith("{%- endautoescape %}\n")
    assert text.count("autoescape") == 2


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_needs_no_leave_of_a_content_security_policy(path: Path) -> None:
    assert not ACTIVE.search(path.read_text("utf-8"))


@pytest.mark.parametrize("path", [p for p in TEMPLATES if p.parent != FOLDER], ids=name)
def test_a_themes_template_stands_for_a_general_one(path: Path) -> None:
    assert (FOLDER / path.name).is_file()


def test_the_stylesheet_is_small_and_asks_nobody() -> None:
    assert len(CSS.encode()) <= LARGEST
    assert not re.search(r"url\(|@import|https?:|expression\(", CSS)
    assert "!important" not in CSS


def selectors() -> list[str]:
    """Every selector list of the stylesheet, without the conditions around it."""
    css = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)
    found = re.findall(r"([^{}]+)\{", css)
    return [text.strip() for text in found if not text.strip().startswith("@")]


@pytest.mark.parametrize("selector", selectors())
def test_a_rule_is_about_our_markup_only(selector: str) -> None:
    depth = 0
    parts = [""]
    for sign in selector:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    assert all(".weblog" in part for part in parts)


def test_the_stylesheet_reads_from_either_side() -> None:
    assert not PHYSICAL.findall(CSS)


def test_every_class_of_the_stylesheet_is_in_a_template() -> None:
    markup = "\n".join(path.read_text("utf-8") for path in TEMPLATES)
    written = set(re.findall(r"weblog(?:-[a-z]+)*(?:(?:--|__)[a-z]+)*", markup))
    styled = set(re.findall(r"\.(weblog(?:-[a-z]+)*(?:(?:--|__)[a-z0-9]+)*)", CSS))
    computed = {
        "weblog-cloud__": range(1, 9),
        "weblog-entries--": ("title", "list", "grid"),
        "weblog-entry--": ("title",),
        "weblog-listing--": ("front",),
        "weblog-terms--": ("tree",),
        "weblog-neighbours__": ("older", "newer"),
        "weblog-periods__": ("older", "newer"),
    }
    for beginning, ends in computed.items():
        assert f"{beginning}{{{{" in markup
        written |= {f"{beginning}{end}" for end in ends}
    assert styled - written == set()


POSTS: Mapping[str, str] = {
    f"blog/2024-01-{day:02}-post.md": (
        f"---\ntags: [red, blue, <b>]\ncategories: [Topics/Wards]\nauthors: [jane]\n"
        f"series: Tea\nupdated: 2024-03-01\npin: {str(day == 1).lower()}\n"
        f"cover: {{image: cover.svg, alt: Tea}}\n---\n"
        f"# Post {day} & <i>more</i>\n\nText of {day}.\n\n<!-- more -->\n\nRest.\n"
    )
    for day in range(1, 7)
}

TREE: Mapping[str, str] = {
    "index.md": "# Home\n\n```weblog\ncloud\n```\n\n```weblog\ncalendar\n```\n",
    "blog/.authors.yml": "jane: {name: Jane <Doe>, description: Writes., avatar: blog/cover.svg}\n",
    "blog/cover.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/>",
    "blog/terms.yml": "tags: {red: {description: Things & <red>.}}\n",
    **POSTS,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BuiltSite]:
    """The same site on each theme we dress up for."""

    @cache
    def site(theme: str) -> BuiltSite:
        style = Style(theme=theme, use_directory_urls=True)
        return build(tmp_path_factory.mktemp(theme), TREE, weblog={"per_page": 2}, **style)

    return {theme: site(theme) for theme in ("material", "mkdocs", "readthedocs")}


EVERYWHERE = [
    ("blog/page/2/", "article.weblog-entry.hentry.tag-red.category-wards"),
    ("blog/page/2/", ".weblog-entry h2.weblog-entry__title > a[rel=bookmark]"),
    ("blog/page/2/", ".weblog-entry__cover[aria-hidden] img[loading=lazy]"),
    ("blog/page/2/", ".weblog-entry__more > a[aria-label]"),
    ("blog/page/2/", "nav.weblog-pager > a.weblog-pager__older[rel=next]"),
    ("blog/page/2/", "nav.weblog-pager > a.weblog-pager__newer[rel=prev]"),
    ("blog/page/2/", ".weblog-pager__pages [aria-current=page]"),
    ("blog/page/2/", "p.weblog-count"),
    ("blog/", ".weblog-state--pinned"),
    ("blog/tag/red/", "nav[aria-label=Breadcrumbs] li[aria-current=page]"),
    ("blog/tag/red/", ".weblog-description > p"),
    ("blog/tag/", "nav.weblog-cloud a[class^=weblog-cloud__]"),
    ("blog/tag/", ".weblog-terms li > .weblog-number"),
    ("blog/category/", ".weblog-terms--tree li li > a"),
    ("blog/category/topics/", "nav.weblog-children a"),
    ("blog/archive/", ".weblog-archive__posts time"),
    ("blog/2024/", ".weblog-children a"),
    ("blog/author/jane/", ".weblog-author__avatar"),
    ("blog/2024-01-03-post/", "h1 + .weblog-post-header .weblog-byline time"),
    ("blog/2024-01-03-post/", ".weblog-byline__updated"),
    ("blog/2024-01-03-post/", ".weblog-series li[aria-current=page]"),
    ("blog/2024-01-03-post/", "footer.weblog-filed a[rel='category tag']"),
    ("blog/2024-01-03-post/", "footer.weblog-filed a[rel=tag]"),
    ("blog/2024-01-03-post/", ".weblog-neighbours__older .weblog-neighbours__title"),
    ("blog/2024-01-03-post/", ".weblog-author-box"),
    ("blog/2024-01-03-post/", ".weblog-related li > a"),
    ("blog/subscribe/", ".weblog-feeds a.weblog-chip"),
    ("", "nav.weblog-widget .weblog-cloud a"),
    ("", ".weblog-calendar td a"),
]

NATIVE = [
    (
        "material",
        "blog/page/2/",
        "article.md-post.md-post--excerpt .md-post__header > .md-post__meta",
    ),
    ("material", "blog/page/2/", ".md-post__authors > .md-author > img"),
    ("material", "blog/page/2/", "nav.md-tags > a.md-tag[href][rel=tag]"),
    ("material", "blog/page/2/", "nav.md-pagination > a.md-pagination__link[rel=next]"),
    ("material", "blog/page/2/", ".md-pagination > .md-pagination__current[aria-current=page]"),
    ("material", "blog/2024-01-03-post/", ".md-meta__list > .md-meta__item time"),
    ("material", "blog/category/topics/", "nav.md-tags > a.md-tag > .weblog-number"),
    ("mkdocs", "blog/page/2/", "ul.pagination > li.page-item > a.page-link"),
    ("mkdocs", "blog/page/2/", "ul.pagination > li.page-item.active[aria-current=page]"),
    ("mkdocs", "blog/page/2/", ".weblog-filed a.badge[rel=tag]"),
    ("mkdocs", "blog/tag/red/", "ol.breadcrumb > li.breadcrumb-item.active"),
    ("readthedocs", "blog/page/2/", "a.btn.btn-neutral[rel=next]"),
    ("readthedocs", "blog/page/2/", ".weblog-filed a.weblog-chip[rel=tag]"),
]


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
@pytest.mark.parametrize(("url", "selector"), EVERYWHERE)
def test_what_every_theme_shows(
    built: Mapping[str, BuiltSite], theme: str, url: str, selector: str
) -> None:
    assert built[theme].page(url).has(selector)


@pytest.mark.parametrize(("theme", "url", "selector"), NATIVE)
def test_what_a_theme_shows_in_its_own_clothes(
    built: Mapping[str, BuiltSite], theme: str, url: str, selector: str
) -> None:
    assert built[theme].page(url).content.select(selector)


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_text_is_escaped_once_and_markup_never(built: Mapping[str, BuiltSite], theme: str) -> None:
    for page in built[theme].pages("blog/**/*.html"):
        for ours in page.soup.select(".weblog"):
            html = str(ours)
            assert not re.search(
                r"&amp;(?:amp|lt|gt|quot|#)|&lt;(?:a|span|time|nav) |\{[{%#]", html
            )
            assert not ours.select("b, doe, red, .weblog-entry__title i")


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_a_heading_is_the_title_and_nothing_else(
    built: Mapping[str, BuiltSite], theme: str
) -> None:
    shown = {
        url: [text.rstrip(" ¶\uf0c1") for text in built[theme].page(url).texts("h1")]
        for url in ("blog/tag/red/", "blog/tag/red/page/2/", "blog/2024-01-03-post/", "blog/tag/")
    }
    assert shown == {
        "blog/tag/red/": ["Tag Archives: red"],
        "blog/tag/red/page/2/": ["Tag Archives: red"],
        "blog/2024-01-03-post/": ["Post 3 & more"],
        "blog/tag/": ["Tags"],
    }


def test_a_partial_of_the_site_wins_over_ours_for_its_theme(tmp_path: Path) -> None:
    partial = tmp_path / "overrides" / "weblog" / "filed.html"
    partial.parent.mkdir(parents=True)
    partial.write_text("{% autoescape true %}<p>filed by us</p>{% endautoescape %}")
    theme = {"name": "mkdocs", "custom_dir": str(tmp_path / "overrides")}
    tree = {"index.md": "# Home", "blog/a.md": "---\ndate: 2024-01-01\n---\n# A\n\nText."}
    site = build(tmp_path / "site", tree, config={"theme": theme})
    assert "<p>filed by us</p>" in site.html("blog/a/")
