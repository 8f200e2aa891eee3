"""Feeds of small sites: which there are, where they lie, what is in them, what stays the same."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.feeds.reader import check_feeds, read_items
from tests.site import SITE_URL, BuiltSite, Text, build, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ATOM = {"a": "http://www.w3.org/2005/Atom", "media": "http://search.yahoo.com/mrss/"}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
CODE = "```python\na = 1\nif a < 2 && b:\n    pass\n```"
NASTY: dict[str, Text] = {
    "index.md": "# Home",
    "blog/ampersand.md": "---\ndate: 2024-01-01\ntags: [\"R&D\", '<b>', common]\n---\n"
    '# R&D, AT&T &copy; a < b ]]> "quoted"\n\nSee [the other](right-to-left.md#two).\n\n'
    "![a picture](pixel.png){srcset='../pixel.png 2x'}",
    "blog/right-to-left.md": "---\ndate: 2024-01-02\ntags: [common]\n---\n"
    "# שלום עולם — مرحبا 🎉\n\n## Two\n\nA note.[^1]\n\n[^1]: Below.",
    "blog/control.md": '---\ndate: 2024-01-03T10:00:00+05:45\ntitle: "a\\x01b\\x08c \\uFFFE"\n'
    "description: 'A \"description\" & more'\n---\n"
    f"<script>alert(1)</script>\n\n{CODE}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "blog/audio.md": "---\ndate: 2024-01-04\nupdated: 2024-03-01\nauthors: [Ada, Bob & Eve]\n"
    "cover: {image: pixel.png, alt: A dot}\n"
    "enclosure: {url: talk.mp3, duration: '1:02:03'}\n---\n# Talk\n\nListen.",
    "blog/pixel.png": PIXEL,
    "blog/talk.mp3": b"ID3" + bytes(97),
}
EXTENSIONS = {"markdown_extensions": ["footnotes", "attr_list", "tables", "fenced_code"]}


def post(day: int, *, body: str = "Text.", **keys: str) -> str:
    written = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\ndate: 2024-01-{day:02}\n{written}---\n# Post {day}\n\n{body}\n"


def tree(count: int, **keys: str) -> dict[str, Text]:
    """A site with one post a day."""
    posts: dict[str, Text] = {f"blog/p{n:02}.md": post(n, **keys) for n in range(1, count + 1)}
    return {"index.md": "# Home", **posts}


def feeds(site: BuiltSite) -> set[str]:
    return {file for file in site.files() if file.endswith((".xml", ".json", ".opml"))} - {
        "sitemap.xml",
        "search/search_index.json",
    }


def contents(site: BuiltSite) -> dict[str, bytes]:
    return {file: (site.dir / file).read_bytes() for file in feeds(site)}


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    options = {"taxonomies": {"tags": {"feed": True}}, "posts_json": "posts.json"}
    root = tmp_path_factory.mktemp("nasty")
    return build(root, NASTY, weblog=options, config=EXTENSIONS, strict=False)


def test_hostile_posts_make_good_feeds(nasty: BuiltSite) -> None:
    assert check_feeds(nasty.dir, site_url=SITE_URL) == 15  # blog, uncategorized, three tags
    for name in ("feed.xml", "atom.xml", "feed.json"):
        items = read_items(nasty.dir / "blog" / name)
        assert [item.title for item in items] == [
            "Talk",
            "abc",
            "שלום עולם — مرحبا 🎉",
            'R&D, AT&T © a < b ]]> "quoted"',
        ]
        assert {"R&D", "<b>", "common", "Uncategorized"} <= set(items[-1].categories)


def test_text_in_feeds_is_for_reading_anywhere(nasty: BuiltSite) -> None:
    content = {item.title: item.content for item in read_items(nasty.dir / "blog/feed.json")}
    first = next(text for title, text in content.items() if title.startswith("R&D"))
    assert f'href="{SITE_URL}blog/right-to-left/#two"' in first
    assert f'srcset="{SITE_URL}blog/pixel.png 2x"' in first
    assert "a = 1\nif a &lt; 2 &amp;&amp; b:\n    pass" in content["abc"]
    assert "alert" not in content["abc"]


def test_an_episode_and_a_cover_come_with_their_sizes(nasty: BuiltSite) -> None:
    entry = json.loads((nasty.dir / "blog/feed.json").read_text("utf-8"))["items"][0]
    assert entry["attachments"] == [
        {
            "url": f"{SITE_URL}blog/talk.mp3",
            "mime_type": "audio/mpeg",
            "size_in_bytes": 100,
            "duration_in_seconds": 3723,
        }
    ]
    assert entry["image"] == f"{SITE_URL}blog/pixel.png"
    assert [author["name"] for author in entry["authors"]] == ["Ada", "Bob & Eve"]
    atom = ET.parse(nasty.dir / "blog/atom.xml").getroot()
    media = atom.find("a:entry/media:content", ATOM)
    assert media is not None
    assert (media.get("width"), media.get("fileSize")) == ("1", "70")
    updated = [element.text for element in atom.iterfind("a:entry/a:updated", ATOM)]
    assert updated[0] == atom.findtext("a:updated", namespaces=ATOM) == "2024-03-01T00:00:00Z"


def test_all_posts_and_terms_as_data(nasty: BuiltSite) -> None:
    data = json.loads((nasty.dir / "blog/posts.json").read_text("utf-8"))
    assert data["posts"][0]["title"] == "Talk"
    assert data["posts"][-1]["terms"]["tags"][::2] == ["rd", "common"]
    common = next(term for term in data["taxonomies"]["tags"] if term["slug"] == "common")
    assert (common["count"], common["url"]) == (2, f"{SITE_URL}blog/tag/common/")


def test_which_listings_have_feeds(tmp_path: Path) -> None:
    docs = {
        "index.md": "# Home",
        "blog/a.md": post(1, tags="[common, rare]", categories="[News]", authors="[Ada]"),
        "blog/b.md": post(2, tags="[common]", series="Story", authors="[Ada]"),
    }
    site = build(tmp_path / "usual", docs, weblog={"feeds": {"formats": ["rss"]}})
    assert feeds(site) == {
        "blog/feed.xml",
        "blog/feeds.opml",
        "blog/category/news/feed.xml",
        "blog/category/uncategorized/feed.xml",
        "blog/tag/common/feed.xml",
    }
    options = {
        "feeds": {"formats": ["atom"], "opml": False},
        "taxonomies": {"tags": {"feed": True}, "categories": {"feed": False}},
        "authors": {"feed": 2},
        "series": {"feed": True},
        "archive": {"feed": True},
    }
    site = build(tmp_path / "other", docs, weblog=options)
    assert feeds(site) == {
        "blog/atom.xml",
        "blog/tag/common/atom.xml",
        "blog/tag/rare/atom.xml",
        "blog/author/ada/atom.xml",
        "blog/series/story/atom.xml",
        "blog/2024/atom.xml",
        "blog/2024/01/atom.xml",
    }


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (
            "wordpress",
            {"feed/index.xml", "feed/atom/index.xml", "feed/json/index.json"},
        ),
        (
            "material-rss",
            {
                "/feed_rss_created.xml",
                "/feed_rss_updated.xml",
                "/feed_json_created.json",
                "/feed_json_updated.json",
                "atom.xml",
            },
        ),
        ({"rss": "rss.xml", "atom": "/atom/news.xml"}, {"rss.xml", "/atom/news.xml", "feed.json"}),
    ],
)
def test_presets_keep_subscribers(tmp_path: Path, paths: object, found: set[str]) -> None:
    options = {"feeds": {"paths": paths, "opml": False}, "taxonomies": {"categories": False}}
    site = build(tmp_path, tree(2), weblog=options)
    assert feeds(site) == {
        path.lstrip("/") if path.startswith("/") else f"blog/{path}" for path in found
    }


def test_the_feed_of_what_was_changed_last(tmp_path: Path) -> None:
    docs = {**tree(3), "blog/p01.md": post(1, updated="2024-02-01")}
    site = build(tmp_path, docs, weblog={"feeds": {"paths": "material-rss", "limit": 2}})
    order = {
        name: [item.title for item in read_items(site.dir / f"feed_rss_{name}.xml")]
        for name in ("created", "updated")
    }
    assert order == {"created": ["Post 3", "Post 2"], "updated": ["Post 1", "Post 3"]}


def test_excerpts_in_place_of_texts(tmp_path: Path) -> None:
    body = "Beginning, with [a link](p02.md).\n\n<!-- more -->\n\nThe rest."
    docs = {**tree(2), "blog/p01.md": post(1, body=body)}
    site = build(tmp_path, docs, weblog={"feeds": {"content": "excerpt"}})
    for name in ("feed.xml", "atom.xml", "feed.json"):
        content = read_items(site.dir / "blog" / name)[1].content
        assert f'href="{SITE_URL}blog/p02/"' in content
        assert "The rest" not in content
    assert check_feeds(site.dir, site_url=SITE_URL) == 6


def test_a_post_of_several_pages_is_one_entry_with_all_of_them(tmp_path: Path) -> None:
    docs = {**tree(1), "blog/long.md": post(2, body="One.\n\n<!--nextpage-->\n\nTwo.")}
    site = build(tmp_path, docs)
    entries = read_items(site.dir / "blog/feed.xml")
    assert [item.title for item in entries] == ["Post 2", "Post 1"]
    assert "One." in entries[0].content
    assert "Two." in entries[0].content
    offered = site.page("blog/long/2/").all("link[rel=alternate][type='application/rss+xml']")
    assert [tag["href"] for tag in offered] == [f"{SITE_URL}blog/feed.xml"]


def test_posts_nobody_should_get_are_in_no_feed(tmp_path: Path) -> None:
    held = {
        "blog/draft.md": post(5, draft="true", body="heldback"),
        "blog/coming.md": "---\ndate: 2999-01-01\n---\n# Coming\n\nheldback",
        "blog/gone.md": post(6, expires="2024-02-01", body="heldback"),
        "blog/unlisted.md": post(7, unlisted="true", body="heldback"),
    }
    options = {"posts_json": "posts.json"}
    site = build(tmp_path / "build", {**tree(2), **held}, weblog=options)
    seen = build(tmp_path / "serve", {**tree(2), **held}, weblog=options, serve=True, strict=False)
    for one in (site, seen):
        assert [item.title for item in read_items(one.dir / "blog/feed.xml")] == [
            "Post 2",
            "Post 1",
        ]
        assert [file for file in one.containing("heldback") if not file.endswith(".html")] == []


def test_ids_stay_where_titles_terms_and_slugs_change(tmp_path: Path) -> None:
    before = build(tmp_path / "before", tree(2, tags="[a]"))
    docs = {
        "index.md": "# Home",
        "blog/p01.md": "---\ndate: 2024-05-05\nslug: other\ntags: [b]\n---\n# Renamed\n\nNew.",
        "blog/moved.md": "---\ndate: 2024-01-02\naliases: [blog/p02]\n---\n# Post 2\n\nText.",
    }
    after = build(tmp_path / "after", docs)
    ids = [{item.id for item in read_items(site.dir / "blog/atom.xml")} for site in (before, after)]
    assert ids[0] == ids[1] == {f"tag:example.org,2026:blog/p0{n}" for n in (1, 2)}


def test_archives_hold_every_post_once_and_never_change(tmp_path: Path) -> None:
    options = {"feeds": {"limit": 3, "archive_size": 2}, "taxonomies": {"categories": False}}
    before = build(tmp_path / "before", tree(9), weblog=options)
    after = build(tmp_path / "after", tree(10), weblog=options)
    assert {f"blog/feed-{n}.xml" for n in (1, 2, 3)} <= feeds(before)
    for name, data in contents(before).items():
        if re.search(r"-[123]\.", name):
            assert contents(after)[name] == data, name
    titles, url = [], f"{SITE_URL}blog/atom.xml"
    while url:
        path = after.dir / url.removeprefix(SITE_URL)
        titles += [item.title for item in read_items(path)]
        links = ET.parse(path).getroot().iterfind("a:link[@rel='prev-archive']", ATOM)
        url = next((str(link.get("href")) for link in links), "")
    assert titles == [f"Post {n}" for n in range(10, 0, -1)]
    assert check_feeds(after.dir, site_url=SITE_URL) == 12


def test_an_unchanged_blog_gives_unchanged_bytes(tmp_path: Path) -> None:
    first, second = (
        build(tmp_path / name, NASTY, config=EXTENSIONS, strict=False) for name in "ab"
    )
    assert contents(first) == contents(second)


def test_a_blog_without_posts(tmp_path: Path) -> None:
    site = build(tmp_path, {"index.md": "# Home", "blog/index.md": "# Blog"})
    assert check_feeds(site.dir, site_url=SITE_URL) == 3
    assert "2000-01-01" in (site.dir / "blog/atom.xml").read_text("utf-8")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_without_a_site_url(tmp_path: Path, theme: str) -> None:
    site = build(tmp_path, tree(2), theme=theme, config={"site_url": ""})
    assert site.said() == ["weblog: there are no feeds: they need `site_url` in mkdocs.yml"]
    assert feeds(site) == set()
    page = site.page("blog/p01/")
    assert not page.has("link[rel=canonical][href='']")
    assert not page.has("[property^='og:'], script[type='application/ld+json']")
    assert [str(tag["content"]) for tag in page.all("meta[name=description]")] == ["Text."]


def test_no_feeds_wanted(tmp_path: Path) -> None:
    site = build(tmp_path, tree(2), weblog={"feeds": False, "posts_json": "/all.json"})
    assert feeds(site) == {"all.json"}
    assert not site.page("blog/").has("link[type*='rss']")
    assert not site.has("blog/subscribe/")


def test_the_page_of_all_feeds(tmp_path: Path) -> None:
    site = build(tmp_path, tree(2, tags="[a]"), strict=True)
    page = site.page("blog/subscribe/")
    assert page.text("h1") == "Subscribe"
    assert site.page("blog/tag/a/").target(".weblog-subscribe-link a") == "blog/subscribe/"
    assert "Copy the address of a feed" in page.text(".weblog-subscribe")
    links = page.links(".weblog-subscribe a")
    assert [target for text, target in links if text.startswith("RSS")] == [
        "blog/feed.xml",
        "blog/category/uncategorized/feed.xml",
        "blog/tag/a/feed.xml",
    ]
    assert {("Blog", "blog/"), ("a", "blog/tag/a/")} <= set(links)
    assert links[-1] == ("All feeds in one OPML file", "blog/feeds.opml")
    outlines = ET.parse(site.dir / "blog/feeds.opml").getroot().iter("outline")
    assert {outline.get("xmlUrl") for outline in outlines} - {None} == {
        f"{SITE_URL}blog/{path}feed.xml" for path in ("", "tag/a/", "category/uncategorized/")
    }
    assert site.broken_links() == []


def test_a_page_of_all_feeds_with_words_of_its_own(tmp_path: Path) -> None:
    docs = {**tree(1), "blog/subscribe.md": "# Stay in touch\n\nOwn words."}
    page = build(tmp_path, docs).page("blog/subscribe/")
    assert page.text("h1") == "Stay in touch"
    assert "Own words." in page.text("body")
    assert page.has(".weblog-subscribe a[href$='feed.xml']")


def test_feeds_take_the_place_of_nothing(tmp_path: Path) -> None:
    refusal = refuse(tmp_path, {**tree(1), "blog/feed.xml": "<rss/>"})
    assert (
        "docs/blog/feed.xml: it lies at /blog/feed.xml, where the feed of 'Blog' would be; "
        "rename it, or choose other `paths` in the options of feeds" in refusal.text
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"paths": "wordpres"}, "no preset 'wordpres'; did you mean 'wordpress'?"),
        ({"paths": {"rs": "x.xml"}}, "no format 'rs'; did you mean 'rss'?"),
        ({"paths": {"rss": "feed/"}}, "rss: write the path of a file, as in 'feed.xml'"),
        ({"limits": 3}, "no option 'limits'; did you mean 'limit'?"),
        ({"podcast": {"owner": "Ada"}}, "email: Required configuration not provided"),
    ],
)
def test_options_that_are_wrong(tmp_path: Path, options: Mapping[str, object], told: str) -> None:
    assert told in refuse(tmp_path, tree(1), weblog={"feeds": options}).text


def test_a_podcast(tmp_path: Path) -> None:
    podcast = {"owner": "Ada", "email": "ada@example.org", "category": "Arts"}
    site = build(
        tmp_path, NASTY, weblog={"feeds": {"podcast": podcast}}, config=EXTENSIONS, strict=False
    )
    text = (site.dir / "blog/feed.xml").read_text("utf-8")
    assert "<itunes:duration>3723</itunes:duration>" in text
    assert '<itunes:category text="Arts" />' in text
    assert check_feeds(site.dir, site_url=SITE_URL) == 9


@pytest.mark.parametrize(("look", "files"), [("css", 1), ("xsl", 2), (False, 0)])
def test_a_feed_in_a_browser(tmp_path: Path, look: object, files: int) -> None:
    options = {"feeds": {"stylesheet": look, "paths": "wordpress"}}
    site = build(tmp_path, tree(1), weblog=options)
    assert len(site.files("assets/weblog/feed.*")) == files
    for name in ("feed/index.xml", "feed/atom/index.xml"):
        path = site.dir / "blog" / name
        named = re.findall(r'<\?xml-stylesheet [^?]*href="([^"]*)"', path.read_text("utf-8"))
        assert len(named) == files
        assert all((path.parent / link).resolve().is_file() for link in named)


@pytest.mark.parametrize("directories", [True, False])
def test_a_blog_that_is_the_site(tmp_path: Path, directories: bool) -> None:
    docs = {"a.md": post(1, tags="[x]"), "b.md": post(2, tags="[x]")}
    site = build(tmp_path, docs, weblog={"blog_dir": "."}, use_directory_urls=directories)
    assert {"feed.xml", "atom.xml", "feed.json", "feeds.opml", "tag/x/feed.xml"} <= feeds(site)
    assert check_feeds(site.dir, site_url=SITE_URL) == 9
    assert site.broken_links() == []


def test_feeds_of_terms_have_excerpts_unless_asked(tmp_path: Path) -> None:
    text = "---\ndate: 2024-01-01\ntags: [x]\n---\n# A\n\nBegin.\n\n<!-- more -->\n\nqrest."
    tree = {"index.md": "# Home", "blog/a.md": text}
    options: dict[str, object] = {"taxonomies": {"tags": {"feed": True}}}
    site = build(tmp_path / "a", tree, weblog=options)
    assert "qrest" in site.html("blog/feed.xml")
    assert "qrest" not in site.html("blog/tag/x/feed.xml")
    full = options | {"feeds": {"term_content": "full"}}
    site = build(tmp_path / "b", tree, weblog=full)
    assert "qrest" in site.html("blog/tag/x/feed.xml")
