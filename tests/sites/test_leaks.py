"""What a reader of the built site must not see is nowhere in it, whatever the kind of file.

Each post that is held back says a word of its own wherever a post can say something. None of these
words may be in any file of the site or in any file's name; those of an unlisted post are on its
own page and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages import spaced
from tests.site import BuiltSite, build, preview

if TYPE_CHECKING:
    from pathlib import Path

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "08d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)

SAYING = (
    "title", "description", "heading", "body", "tag", "category", "product", "author", "inline",
    "series", "slug", "alias", "image", "cover", "attachment", "file", "second",
)  # fmt: skip
"""Where a post can say something."""

WIDGETS = ("recent", "cloud", "tree", "archive", "authors", "series", "calendar")

STATES = {
    "draft": "draft: true",
    "scheduled": "date: 2099-07-01 09:00",
    "expired": "expires: 2024-02-01",
    "unlisted": "unlisted: true",
}
HELD = ("draft", "scheduled", "expired")


def word(state: str, place: str) -> str:
    return f"q{state}{place}q"


def written(state: str) -> str:
    """A post that says its words in every place."""
    say = {place: word(state, place) for place in SAYING}
    date = "" if state == "scheduled" else "date: 2024-01-05\n"
    return f"""---
{date}{STATES[state]}
title: A {say["title"]} post
description: About {say["description"]}.
tags: [shared, {say["tag"]}]
categories: [Shared, Shared/{say["category"]}]
products: [{say["product"]}]
authors: [{say["author"]}, {{name: {say["inline"]}, description: {say["inline"]} herself}}]
series: {{name: {say["series"]}, part: 1}}
slug: {say["slug"]}
aliases: [/{say["alias"]}/]
cover: {say["cover"]}.png
---

Some {say["body"]} and ![](images/{say["image"]}.png), to [download]({say["attachment"]}.txt).

<!-- more -->

## The {say["heading"]}

More {say["body"]}.

<!--nextpage-->

The {say["second"]} page.
"""


def tree() -> dict[str, str | bytes]:
    docs: dict[str, str | bytes] = {
        "index.md": "# Home\n\nSee [the draft](blog/posts/qdraftfileq.md#qdraftheadingq).\n\n"
        + "".join(f"```weblog\n{kind}\n```\n\n" for kind in WIDGETS),
        "blog/.authors.yml": "".join(
            f"{word(state, 'author')}: {{name: {word(state, 'author')} X, description: Known.}}\n"
            for state in STATES
        )
        + "jane: Jane\n",
        "blog/terms.yml": "tags:\n"
        + "".join(f"  {word(state, 'tag')}: {{description: Held.}}\n" for state in STATES),
        "blog/posts/public.md": "---\ndate: 2024-01-06\ntags: [shared]\ncategories: [Shared]\n"
        "authors: [jane]\n---\n# A public post\n\n"
        + "".join(f"The [{s} text]({word(s, 'file')}.md) stays.\n" for s in HELD)
        + "![](images/public.png)\n",
        "blog/posts/images/public.png": PNG,
    }
    for state in STATES:
        docs[f"blog/posts/{word(state, 'file')}.md"] = written(state)
        docs[f"blog/posts/images/{word(state, 'image')}.png"] = PNG
        docs[f"blog/posts/{word(state, 'cover')}.png"] = PNG
        docs[f"blog/posts/{word(state, 'attachment')}.txt"] = word(state, "attachment")
    return docs


OPTIONS = {
    "permalink": "{year}/{slug}",
    "taxonomies": {"products": {}},
    "posts_json": "posts.json",
    "redirects": {"export": ["netlify", "nginx", "apache"]},
    "archive": {"periods": ["year", "month", "day"]},
    "content": "full",
    "lock": True,
}

LEADING_ON = {"qunlistedaliasq/index.html", "_redirects", "redirects.nginx", "redirects.htaccess"}
"""Where a former URL of the unlisted post leads to it."""

LINKS = [
    "docs/index.md:3:1: it links to blog/posts/qdraftfileq.md, which is draft;",
    "docs/blog/posts/public.md:9:1: it links to blog/posts/qdraftfileq.md, which is draft;",
    "docs/blog/posts/public.md:10:1: it links to blog/posts/qscheduledfileq.md, which is scheduled "
    "until 2099-07-01 09:00 UTC;",
    "docs/blog/posts/public.md:11:1: it links to blog/posts/qexpiredfileq.md, which is expired;",
]


@pytest.fixture(scope="module", params=["mkdocs", "material"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build(
        tmp_path_factory.mktemp("leaks"),
        tree(),
        theme=request.param,
        plugins=["search", "weblog"],
        weblog=OPTIONS,
        expected_warnings=LINKS,
    )


@pytest.mark.parametrize("state", HELD)
def test_nothing_of_a_post_that_is_held_back_is_anywhere(site: BuiltSite, state: str) -> None:
    traces = {place: found for place in SAYING if (found := site.containing(word(state, place)))}
    assert traces == {}


def test_the_lock_file_names_nothing_that_is_held_back(site: BuiltSite) -> None:
    lock = (site.root / "weblog.lock.yml").read_text(encoding="utf-8")
    assert [word(s, p) for s in HELD for p in SAYING if word(s, p) in lock] == []


def test_an_unlisted_post_is_on_its_own_page_and_nowhere_else(site: BuiltSite) -> None:
    pages = site.files("blog/2024/qunlistedslugq/**/*.html")
    assert len(pages) == 2
    also = {
        "image": {"blog/posts/images/qunlistedimageq.png"},
        "cover": {"blog/posts/qunlistedcoverq.png"},
        "attachment": {"blog/posts/qunlistedattachmentq.txt"},
        **dict.fromkeys(("slug", "alias", "title"), LEADING_ON),
    }
    for place in SAYING:
        found = set(site.containing(word("unlisted", place)))
        assert found <= pages | also.get(place, set()), place


def test_an_unlisted_post_asks_search_engines_to_leave_it_out(site: BuiltSite) -> None:
    for url in ("blog/2024/qunlistedslugq/", "blog/2024/qunlistedslugq/2/"):
        page = site.page(url)
        assert [tag["content"] for tag in page.all("meta[name=robots]")] == ["noindex"]
        assert not page.has(".weblog-banner, .weblog-state")
    assert not site.page("blog/2024/a-public-post/").has("meta[name=robots]")


def test_links_to_posts_that_are_held_back_keep_their_text(site: BuiltSite) -> None:
    page = site.page("blog/2024/a-public-post/")
    texts = " ".join(page.content.get_text().split())
    for state in HELD:
        assert f"The {state} text stays." in texts
    assert [text for text, _ in page.links() if text.endswith(" text")] == []


def test_media_that_public_posts_use_stay(site: BuiltSite) -> None:
    assert site.path("blog/posts/images/public.png").is_file()
    assert site.path("blog/posts/images/qunlistedimageq.png").is_file()
    assert site.broken_links() == []


def test_data_files_of_the_blog_are_not_published(tmp_path: Path) -> None:
    """MkDocs copies whatever lies in `docs_dir`; e-mail addresses and unused terms are in these."""
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/authors.yml": "jane: {name: Jane, email: jane@example.org}\n",
            "blog/terms.yml": "tags: {secret: {description: Not yet.}}\n",
            "blog/2024-01-01-a.md": "---\nauthors: [jane]\n---\n# A\n",
        },
        weblog={"authors": {"file": "{blog}/authors.yml"}},
    )
    assert site.files("**/*.yml") == set()
    assert site.containing("jane@example.org") == []


def test_front_matter_that_names_a_post_that_is_held_back(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/2024-01-01-a.md": "---\nsuperseded_by: qheldq.md\nrelated: [qheldq.md]\n"
            "links:\n  - blog/qheldq.md\n  - Named so: blog/qheldq.md\n---\n# A\n",
            "blog/qheldq.md": "---\ndate: 2099-01-01\n---\n# Held qtitleq\n",
        },
        expected_warnings=[
            "docs/blog/2024-01-01-a.md:5:3: links: it names blog/qheldq.md, which is "
            "scheduled until 2099-01-01 00:00 UTC;",
            "docs/blog/2024-01-01-a.md:2:16: superseded_by: it names blog/qheldq.md, which is "
            "scheduled until 2099-01-01 00:00 UTC;",
            "docs/blog/2024-01-01-a.md:3:10: related: it names blog/qheldq.md, which is "
            "scheduled until 2099-01-01 00:00 UTC;",
        ],
        strict=False,
    )
    assert site.containing("qheldq") == []
    assert site.containing("qtitleq") == []


def test_a_preview_shows_everything_marked(tmp_path: Path) -> None:
    site = preview(tmp_path, tree(), plugins=["search", "weblog"], weblog=OPTIONS).site
    front = site.page("blog/")
    marks = {
        entry.select_one("h2").get_text(): [spaced(mark) for mark in entry.select(".weblog-state")]  # type: ignore[union-attr]
        for entry in front.all(".weblog-entry")
    }
    assert marks == {
        "A qscheduledtitleq post": ["Scheduled for July 1, 2099, 9:00 AM UTC"],
        "A public post": [],
        "A qexpiredtitleq post": ["Expired on February 1, 2024, 12:00 AM UTC"],
        "A qdrafttitleq post": ["Draft"],
    }
    banners = {
        state: site.page(f"blog/{year}/{word(state, 'slug')}/").text(".weblog-banner")
        for state, year in zip(STATES, (2024, 2099, 2024, 2024), strict=True)
    }
    assert banners == {
        "draft": "This is a draft: visitors do not see it.",
        "scheduled": "Visitors see this from July 1, 2099, 9:00 AM UTC.",
        "expired": "Visitors have not seen this since February 1, 2024, 12:00 AM UTC.",
        "unlisted": "This post is unlisted: visitors find it only by its address.",
    }
    assert [text for text in site.said() if "held back" in text] == []
    assert not (site.root / "weblog.lock.yml").exists()
