"""What a visitor of a WordPress blog expects, on hand-made posts.

The posts are those of a small WordPress site, and the numbers are those of what was asserted about
it: 1 to 56. Where we differ from WordPress on purpose, the test says why.
Each theme is built once in each URL style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages import Page, spaced
from tests.site import SITE_URL, BuiltSite, Style, build

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bs4 import Tag

SITE_NAME = "Co-production Network"

SEED = "2012/03/12/what-learnings-can-we-take-from-this/"
HELLO = "2012/02/20/hello-from-the-network/"
TOOLKIT = "2012/03/12/a-toolkit-for-everyone--more/"  # slugs are Material's, not WordPress's (24)
UNTITLED = "2012/06/06/17/"
FIRST = "2011/01/01/sticky-old/"
LAST = "2019/07/04/blocks/"


def post(front_matter: str, body: str = "") -> str:
    return f"---\n{front_matter}\n---\n{body}\n"


POSTS = {
    "posts/sticky-old.md": post("date: 2011-01-01 08:00", "# Sticky old\n\nsticky"),
    "posts/hello.md": post(
        "date: 2012-02-20 09:00\ntags: [co-production, Intro]",
        '# Hello from the network\n\nFirst para.\n\nSecond -- "quoted" para...',
    ),
    "posts/learnings.md": post(
        "date: 2012-03-12T10:30\ntags: [co-production]\nauthors: [Bob B.]",
        """# What learnings can we take from this?

We met last week to look at what happened in the pilot. Here's what we heard:

- People want to be asked early
- Meetings need to be accessible
- Feedback has to go both ways

What learnings can we take from this? Some starting points:

* Share power, not just information
* Pay people's expenses & time

Please leave your comments on the blog below -- we'd love to hear from you.""",
    ),
    "posts/toolkit.md": post(
        'title: "A toolkit for everyone & more"\ndate: 2012-03-12 16:00\n'
        "tags: [co-production, Tool Kit]\ncategories: [Topics/Health & Care]",
        "Teaser text before.\n\n<!--more Read on, friend-->\n\n"
        "Rest of it. See [the learnings](learnings.md).",
    ),
    "posts/three-pages.md": post(
        "date: 2012-04-01 08:00\ntags: [co-production]\n"
        "categories: [Events, Topics/Health & Care/Wards]",
        "# Three pages\n\nPage one.\n<!--nextpage-->\nPage two.\n<!--nextpage-->\nPage three.",
    ),
    "posts/with-an-excerpt.md": post(
        "date: 2012-05-01 08:00\ncategories: [Topics/Health & Care/Wards]\n"
        "excerpt: Hand-written excerpt.",
        "# With an excerpt\n\n" + "word " * 80,
    ),
    "posts/2012-06-06-17.md": "no title body\n",
    "posts/same-title.md": post("date: 2012-07-01 08:00\ntags: [Foo]", "# Same title\n\na"),
    "posts/same-title-2.md": post("date: 2012-07-02 08:00\ntags: foo", "# Same title\n\nb"),
    "posts/a-quote.md": post("date: 2012-07-03 08:00\ntags: [FOO]", "# A quote\n\n> q"),
    "posts/code.md": post("date: 2012-07-04 08:00\ntags: [Node.js]", "# Code & shortcodes\n\nx"),
    "posts/uni.md": post(
        "date: 2013-01-01 00:30\ntags: [C++, Events, Привет мир]",
        "# Uni — Привет & 日本 🎉\n\nEmoji 🎉 and ]]> inside.",
    ),
    "posts/deep.md": post("date: 2013-01-02 08:00\ntags: [C]", "# Deep comments\n\ntalk"),
    "posts/twin-a.md": post("date: 2013-01-05 12:00", "# Twin A\n\na"),
    "posts/twin-b.md": post("date: 2013-01-05 12:00", "# Twin B\n\nb"),
    "posts/renamed.md": post(
        "date: 2013-02-01 08:00\nslug: renamed-now\ntags: [C#]", "# Renamed post\n\ntext"
    ),
    "posts/blocks.md": post("date: 2019-07-04 08:00", "# Blocks\n\n### Head\n\nAfter"),
    "posts/held-back.md": post(
        "title: Unfinished business\ndate: 2013-03-01 08:00\ndraft: true\n"
        "tags: [co-production, OnlyDraft]\ncategories: [OnlyDraft category]",
        "Nobody reads this yet.",
    ),
}

TREE = {
    "index.md": "# Home of the network\n",
    "guide/first.md": "# First guide\n\nText.\n",
    "guide/second.md": "# Second guide\n\nText.\n",
    "category/topics.md": "All *topics*.\n",
    "terms.yml": "tags:\n  co-production: {description: Working *together*.}\n",
    **POSTS,
}

OPTIONS = {
    "blog_dir": ".",
    "posts": ["/posts/**"],
    "permalink": "/{date:%Y/%m/%d}/{slug}",
    "per_page": 3,
    "content": "full",
    "archive": {"periods": ["year", "month", "day"]},
}

CONFIG = {
    "site_name": SITE_NAME,
    "nav": ["index.md", {"Guides": ["guide/first.md", "guide/second.md"]}],
}

SPELLINGS = "'foo' (posts/same-title-2.md), 'FOO' (posts/a-quote.md) and 'Foo'"


def build_variant(root: Path, *, warnings: Iterable[str] = (), **options: object) -> BuiltSite:
    """The site on the plainest theme with other options."""
    return build(
        root,
        TREE,
        weblog={**OPTIONS, **options},
        config=CONFIG,
        expected_warnings=[SPELLINGS, *warnings],
    )


def full_config(style: Style) -> dict[str, object]:
    """Material shows previous and next only where it is asked to."""
    theme: dict[str, object] = {"name": style["theme"]}
    if style["theme"] == "material":
        theme |= {"features": ["navigation.footer"], "font": False}
    return {**CONFIG, "theme": theme}


@pytest.fixture(scope="module")
def site(style: Style, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build(
        tmp_path_factory.mktemp("wordpress"),
        TREE,
        weblog=OPTIONS,
        use_directory_urls=style["use_directory_urls"],
        config=full_config(style),
        expected_warnings=[SPELLINGS],
    )


@pytest.fixture(scope="module")
def tag(site: BuiltSite) -> Page:
    return site.page("tag/co-production/")


@pytest.fixture(scope="module")
def seed(site: BuiltSite) -> Page:
    return site.page(SEED)


def titles(page: Page) -> list[str]:
    """What a listing lists, in its order."""
    return page.texts("a[rel=bookmark]")


def entry(page: Page, title: str) -> Tag:
    """The part of a listing that shows one post."""
    found = [e for e in page.all("article.hentry") if title in spaced(e.select("h2")[0])]
    assert len(found) == 1, (title, titles(page))
    return found[0]


def at(site: BuiltSite, url: str) -> str:
    """A link's target in the site's URL style: `tag/x/` is `tag/x.html` without directories."""
    if site.config.use_directory_urls or not url:
        return url
    return f"{url.rstrip('/')}.html"


def links(page: Page, text: str) -> list[str]:
    return [target for label, target in page.links() if label == text]


def chain(site: BuiltSite, category: str) -> list[list[str]]:
    """The titles on each page of a listing, as far as `← Older posts` leads; none without one."""
    pages = [site.page(category)] if site.has(category) else []
    if not pages:
        return []
    while older := pages[-1].links("a:-soup-contains('Older posts')"):
        pages.append(site.page(older[0][1]))
    return [titles(page) for page in pages]


# -- the archive of a tag


def test_01_03_a_tag_has_a_page_that_says_so(tag: Page) -> None:
    assert tag.texts("h1") == ["Tag Archives: co-production"]
    assert "co-production" in tag.title
    assert SITE_NAME in tag.title


def test_04_06_it_lists_its_posts_newest_first_page_by_page(site: BuiltSite, tag: Page) -> None:
    assert titles(tag) == [
        "Three pages",
        "A toolkit for everyone & more",
        "What learnings can we take from this?",
    ]
    assert titles(site.page("tag/co-production/page/2/")) == ["Hello from the network"]
    assert not site.has("tag/co-production/page/3/")


def test_07_there_is_no_page_1_beside_the_first(site: BuiltSite) -> None:
    assert not [file for file in site.files() if "page/1/" in file or file.endswith("page/1.html")]


def test_08_09_older_and_newer_pages_link_to_each_other(site: BuiltSite, tag: Page) -> None:
    second = site.page("tag/co-production/page/2/")
    assert links(tag, "← Older posts") == [at(site, "tag/co-production/page/2/")]
    assert links(tag, "Newer posts →") == []
    assert links(second, "Newer posts →") == [at(site, "tag/co-production/")]
    assert links(second, "← Older posts") == []
    assert second.title != tag.title


def test_10_an_archive_can_show_whole_posts(tag: Page) -> None:
    shown = entry(tag, "What learnings")
    assert [spaced(item) for item in shown.select("li")] == [
        "People want to be asked early",
        "Meetings need to be accessible",
        "Feedback has to go both ways",
        "Share power, not just information",
        "Pay people's expenses & time",
    ]
    assert "Please leave your comments on the blog below" in spaced(shown)


def test_11_its_titles_link_to_the_posts(site: BuiltSite, tag: Page) -> None:
    assert ("What learnings can we take from this?", at(site, SEED)) in tag.links("[rel=bookmark]")


def test_12_13_an_entry_says_where_it_is_filed(site: BuiltSite, tag: Page) -> None:
    footer = entry(tag, "What learnings").select("footer")[0]
    # WordPress's theme named the category alone; ours names the tags too, as the preset has it.
    assert spaced(footer) == "Filed under Uncategorized | Tagged co-production"
    category, tagged = footer.select("a")
    assert category["rel"] == ["category", "tag"]
    assert tagged["rel"] == ["tag"]
    assert tag.links("footer a[rel='category tag']")[-1] == (
        "Uncategorized",
        at(site, "category/uncategorized/"),
    )
    assert tag.links("footer a[rel=tag]")[-1] == ("co-production", at(site, "tag/co-production/"))


def test_14_the_description_is_under_the_heading(tag: Page) -> None:
    # As WordPress shows it. Metadata is text: a term that needs markup has a page of its own (34).
    assert (
        spaced(tag.content)
        .partition("Tag Archives: co-production")[2]
        .lstrip("¶ ")
        .startswith("Working *together*.")
    )


def test_15_what_is_held_back_is_nowhere(site: BuiltSite) -> None:
    # Hand-made posts know drafts; scheduled and expired posts have tests of their own.
    for token in ("Unfinished business", "held-back", "Nobody reads this yet", "OnlyDraft"):
        assert site.containing(token) == []


def test_16_the_head_offers_the_feed_of_the_tag(site: BuiltSite, tag: Page) -> None:
    offered = {
        str(link["title"]): str(link["href"]) for link in tag.all("link[rel~=alternate][title]")
    }
    wanted = f"{SITE_NAME} » co-production Tag Feed"  # and which of the formats it is
    feeds = [url.removeprefix(SITE_URL) for name, url in offered.items() if name.startswith(wanted)]
    assert feeds
    assert all(site.path(feed).is_file() for feed in feeds)


def test_17_entries_carry_their_terms_as_classes(tag: Page, seed: Page) -> None:
    assert "tag-co-production" in entry(tag, "What learnings")["class"]
    assert "category-uncategorized" in entry(tag, "What learnings")["class"]


def test_18_a_tag_of_drafts_alone_has_no_page(site: BuiltSite) -> None:
    assert not site.has("tag/onlydraft/")
    assert not site.has("category/onlydraft-category/")


def test_19_the_marker_ends_an_entry_and_names_the_link(tag: Page) -> None:
    shown = spaced(entry(tag, "A toolkit"))
    assert "Teaser text before." in shown
    assert "Read on, friend" in shown
    assert "Rest of it" not in shown


# -- slugs


def test_20_c_and_its_relatives_have_three_archives(site: BuiltSite) -> None:
    # No message: their slugs are known to differ. Other names that would share one have a message.
    assert titles(site.page("tag/c/")) == ["Deep comments"]
    assert titles(site.page("tag/c-plus-plus/")) == ["Uni — Привет & 日本 🎉"]
    assert titles(site.page("tag/c-sharp/")) == ["Renamed post"]
    assert site.page("tag/c-sharp/").texts("h1") == ["Tag Archives: C#"]


def test_21_spellings_of_one_name_share_one_archive_and_a_message(site: BuiltSite) -> None:
    assert titles(site.page("tag/foo/")) == ["A quote", "Same title", "Same title"]
    assert site.page("tag/foo/").texts("h1") == ["Tag Archives: Foo"]
    assert len([text for text in site.said() if SPELLINGS in text]) == 1


def test_22_a_name_in_another_script_keeps_its_letters(site: BuiltSite) -> None:
    assert site.page("tag/привет-мир/").texts("h1") == ["Tag Archives: Привет мир"]
    assert links(site.page("tag/"), "Привет мир")[0] == at(site, "tag/привет-мир/")


def test_23_a_category_and_a_tag_may_have_one_name(site: BuiltSite) -> None:
    assert titles(site.page("category/events/")) == ["Three pages"]
    assert titles(site.page("tag/events/")) == ["Uni — Привет & 日本 🎉"]


def test_24_slugs_can_be_those_of_wordpress(tmp_path: Path) -> None:
    apart = ["'C' and 'C++' (posts/uni.md) would share the URL 'c'", "'C#' and 'C++'"]
    site = build_variant(tmp_path, slugs="wordpress", warnings=apart)
    assert titles(site.page("tag/node-js/")) == ["Code & shortcodes"]
    assert titles(site.page("tag/c/")) == ["Uni — Привет & 日本 🎉"]
    assert site.has("2012/03/12/a-toolkit-for-everyone-more/")


# -- categories


def test_25_posts_filed_under_nothing_are_uncategorized(site: BuiltSite) -> None:
    assert site.page("category/uncategorized/").texts("h1") == ["Category Archives: Uncategorized"]
    pages = chain(site, "category/uncategorized/")
    assert [len(page) for page in pages] == [3, 3, 3, 3, 2]
    assert pages[0] == ["Blocks", "Renamed post", "Twin B"]
    assert pages[-1] == ["Hello from the network", "Sticky old"]


def test_26_the_default_category_can_be_switched_off(tmp_path: Path) -> None:
    site = build_variant(tmp_path, taxonomies={"categories": {"default": False}})
    assert site.containing("ncategorized") == []
    assert site.page(SEED).texts("footer.weblog-filed") == ["Tagged co-production"]
    assert site.page(FIRST).texts("footer.weblog-filed") == []


def test_27_the_default_category_can_be_renamed(tmp_path: Path) -> None:
    site = build_variant(tmp_path, taxonomies={"categories": {"default": "News"}})
    assert [len(page) for page in chain(site, "category/news/")] == [3, 3, 3, 3, 2]
    assert site.containing("ncategorized") == []


def test_28_30_a_category_has_what_is_below_it_once_each(site: BuiltSite) -> None:
    below = ["With an excerpt", "Three pages", "A toolkit for everyone & more"]
    assert chain(site, "category/topics/") == [below]
    assert chain(site, "category/topics/health-care/") == [below]
    assert chain(site, "category/topics/health-care/wards/") == [below[:2]]


def test_31_a_post_in_two_categories_is_in_both(site: BuiltSite) -> None:
    assert chain(site, "category/events/") == [["Three pages"]]


def test_32_names_are_escaped_once(site: BuiltSite) -> None:
    health = site.page("category/topics/health-care/")
    assert health.texts("h1") == ["Category Archives: Health & Care"]
    assert "Category Archives: Health & Care" in health.title
    # feeds carry HTML inside of XML, where it stands twice by right
    assert [file for file in site.containing("&amp;amp;") if file.endswith(".html")] == []


def test_33_a_category_shows_the_way_from_the_top(site: BuiltSite) -> None:
    wards = site.page("category/topics/health-care/wards/")
    crumbs = [spaced(item) for item in wards.all("nav[aria-label=Breadcrumbs] li")]
    assert crumbs[-4:] == ["Categories", "Topics", "Health & Care", "Wards"]
    assert links(wards, "Health & Care")[0] == at(site, "category/topics/health-care/")


def test_34_a_page_written_for_a_term_keeps_its_markup(site: BuiltSite) -> None:
    topics = site.page("category/topics/")
    assert topics.texts("h1") == ["Category Archives: Topics"]
    assert topics.content.select("em")[0].get_text() == "topics"
    assert spaced(topics.content).index("All topics.") < spaced(topics.content).index("Three pages")


def test_35_the_short_url_of_a_nested_category_can_be_a_redirect(tmp_path: Path) -> None:
    # WordPress answers `/category/wards/` with the nested page. Ours is declared, not guessed:
    # two categories may be called Wards.
    terms = "categories:\n  Topics/Health & Care/Wards: {redirects: [/category/wards]}\n"
    site = build(
        tmp_path,
        {**TREE, "terms.yml": terms},
        weblog=OPTIONS,
        config=CONFIG,
        expected_warnings=[SPELLINGS],
    )
    assert site.page("category/wards/").target("a") == "category/topics/health-care/wards/"


def test_36_the_index_shows_the_tree_with_counts(site: BuiltSite) -> None:
    index = site.page("category/")
    tree = [item for item in index.all("li:has(> a)") if item.select(":scope > .weblog-number")]
    counts = {
        spaced(item.select(":scope > a")[0]): spaced(item.select(":scope > .weblog-number")[0])
        for item in tree
    }
    assert counts == {
        "Events": "1",
        "Topics": "3",
        "Health & Care": "3",
        "Wards": "2",
        "Uncategorized": "14",
    }
    topics = next(item for item in tree if spaced(item).startswith("Topics"))
    assert [spaced(a) for a in topics.select("a")] == ["Topics", "Health & Care", "Wards"]


# -- dates and authors


def test_37_40_a_period_has_its_posts_newest_first(site: BuiltSite) -> None:
    both = ["A toolkit for everyone & more", "What learnings can we take from this?"]
    for url, heading in (
        ("2012/03/12/", "Daily Archives: March 12, 2012"),
        ("2012/03/", "Monthly Archives: March 2012"),
    ):
        assert site.page(url).texts("h1") == [heading]
        assert chain(site, url) == [both]
    assert site.page("2012/").texts("h1") == ["Yearly Archives: 2012"]
    assert [len(page) for page in chain(site, "2012/")] == [3, 3, 3, 1]
    assert not site.has("2012/03/13/")
    assert not site.has("2013/03/")


def test_41_42_a_post_is_in_the_year_of_its_own_clock(site: BuiltSite) -> None:
    assert "Uni — Привет & 日本 🎉" in chain(site, "2013/")[-1]
    years = {year: sum(map(len, chain(site, f"{year}/"))) for year in range(2011, 2020)}
    assert {year: posts for year, posts in years.items() if posts} == {
        2011: 1,
        2012: 10,
        2013: 5,
        2019: 1,
    }


def test_43_an_author_has_a_page(site: BuiltSite) -> None:
    # The other posts of the site name nobody, so that there is no second author to page through.
    bob = site.page("author/bob-b/")
    assert bob.texts("h1") == ["Author Archives: Bob B."]
    assert titles(bob) == ["What learnings can we take from this?"]


# -- one post


def test_44_a_post_lies_below_the_archive_of_its_day(site: BuiltSite) -> None:
    assert site.has("2012/03/12/")
    assert site.has(SEED)


def test_45_the_permalink_is_the_canonical_url(site: BuiltSite, seed: Page) -> None:
    assert seed.one("link[rel=canonical]")["href"] == SITE_URL + at(site, SEED)


def test_46_the_title_is_the_only_heading_of_its_level(seed: Page) -> None:
    assert [text.rstrip(" ¶") for text in seed.texts("h1")] == [
        "What learnings can we take from this?"
    ]


def test_47_a_byline_says_when_and_who(site: BuiltSite, seed: Page) -> None:
    time = seed.one("time[datetime]")
    assert time["datetime"] == "2012-03-12T10:30:00+00:00"
    assert "March 12, 2012" in spaced(time)
    assert links(seed, "Bob B.")[0] == at(site, "author/bob-b/")


def test_48_a_post_says_where_it_is_filed(site: BuiltSite, seed: Page) -> None:
    assert "Filed under Uncategorized | Tagged co-production" in spaced(seed.content)
    assert links(seed, "Uncategorized")[0] == at(site, "category/uncategorized/")
    assert links(seed, "co-production")[0] == at(site, "tag/co-production/")


def neighbours(page: Page) -> dict[str, tuple[str, str]]:
    """Ours, in the text of the page: title and target by `prev` (older) and `next` (newer)."""
    found = {}
    for rel in ("prev", "next"):
        for label, target in page.links(f".weblog-neighbours a[rel={rel}]"):
            found[rel] = (label, target)
    return found


def test_49_older_and_newer_posts_are_linked_by_their_titles(site: BuiltSite, seed: Page) -> None:
    found = neighbours(seed)
    assert found["prev"][1] == at(site, HELLO)
    assert found["prev"][0].endswith("Hello from the network")
    assert found["next"][1] == at(site, TOOLKIT)
    assert found["next"][0].endswith("A toolkit for everyone & more")


def test_50_the_chain_of_posts_has_two_ends(site: BuiltSite) -> None:
    assert neighbours(site.page(FIRST)).keys() == {"next"}
    assert neighbours(site.page(LAST)).keys() == {"prev"}


@pytest.mark.parametrize("scope", ["category", "categories"])
def test_51_neighbours_can_be_those_of_the_same_category(tmp_path: Path, scope: str) -> None:
    site = build_variant(tmp_path, neighbours=scope)
    found = neighbours(site.page(SEED))
    assert found["prev"][1] == HELLO
    assert found["next"][1] == UNTITLED


def test_52_posts_of_one_moment_link_to_each_other(site: BuiltSite) -> None:
    # WordPress skips them: it compares by `<`.
    one, two = site.page("2013/01/05/twin-a/"), site.page("2013/01/05/twin-b/")
    assert neighbours(one)["next"][1] == at(site, "2013/01/05/twin-b/")
    assert neighbours(two)["prev"][1] == at(site, "2013/01/05/twin-a/")


def test_53_a_post_without_title_has_a_name(site: BuiltSite) -> None:
    # WordPress names it by its number in the database, we by its file.
    assert site.page(UNTITLED).texts("h1") == ["17"]
    assert "17" in titles(site.page("category/uncategorized/page/4/"))


def test_54_page_breaks_make_pages_below_the_post(site: BuiltSite) -> None:
    pages = [site.page(f"2012/04/01/three-pages/{part}") for part in ("", "2/", "3/")]
    words = ("one", "two", "three")
    for page, word in zip(pages, words, strict=True):
        shown = spaced(page.content)
        assert [other for other in words if f"Page {other}." in shown] == [word]
        assert page.text(".weblog-parts") == "Pages: 1 2 3"
    assert titles(site.page("category/events/")) == ["Three pages"]


NATIVE = {
    "material": ".md-footer a[rel={rel}], a.md-footer__link--{rel}",
    "readthedocs": ".rst-footer-buttons a:-soup-contains({word})",
    "mkdocs": ".navbar a.nav-link[rel={rel}]",
}


def native_neighbours(page: Page, theme: str) -> dict[str, str]:
    """Where the theme's own previous and next lead."""
    found = {}
    for rel, word in (("prev", "Previous"), ("next", "Next")):
        selector = NATIVE[theme].format(rel=rel, word=word)
        for link in page.all(selector):
            if link.get("href"):
                found[rel] = page.links(f"a[href='{link['href']}']")[0][1]
    return found


def test_55_the_theme_leads_to_the_same_neighbours(
    site: BuiltSite, seed: Page, style: Style
) -> None:
    found = native_neighbours(seed, style["theme"])
    assert found == {"prev": at(site, HELLO), "next": at(site, TOOLKIT)}
    assert native_neighbours(site.page(FIRST), style["theme"]).keys() == {"next"}


def test_56_the_docs_have_the_neighbours_they_had(
    site: BuiltSite, style: Style, tmp_path: Path
) -> None:
    without = build(
        tmp_path,
        TREE,
        plugins=[],
        use_directory_urls=style["use_directory_urls"],
        config=full_config(style),
    )
    for url in ("", "guide/first/", "guide/second/"):
        assert native_neighbours(site.page(url), style["theme"]) == native_neighbours(
            without.page(url), style["theme"]
        )
    assert native_neighbours(site.page("guide/first/"), style["theme"]).keys() == {"prev", "next"}


def test_every_link_of_the_site_leads_somewhere(site: BuiltSite) -> None:
    assert site.broken_links() == []
