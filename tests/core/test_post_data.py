"""The blog as JSON for other tools."""

from __future__ import annotations

import json

from mkdocs_blog_plugin.core.post_data import TermRecord, posts_json
from tests.core.feed_cases import RICH, SITE, make_entry, make_feed

TERMS = {
    "tags": [TermRecord(label="R&D", slug="r-d", url=f"{SITE}blog/tag/r-d/", count=1)],
    "categories": [
        TermRecord(label="Topics", slug="topics", count=1),
        TermRecord(label="Wards", slug="topics/wards", parent="topics", description="Beds"),
    ],
}


def test_posts_and_terms_for_other_tools() -> None:
    older = make_entry("Ünï <b>", number=2, summary="", authors=())
    data = json.loads(
        posts_json(
            make_feed(RICH, older),
            terms_of={RICH.id: {"tags": ["r-d"], "categories": []}},
            taxonomies=TERMS,
        )
    )
    assert data["version"] == 1
    assert [post["title"] for post in data["posts"]] == ["Everything at once", "Ünï <b>"]
    assert data["posts"][0]["terms"] == {"tags": ["r-d"]}
    assert data["posts"][0]["image"] == f"{SITE}img/%C3%BC%20cover.jpg"
    assert data["posts"][1] == {
        "id": older.id,
        "url": older.url,
        "title": "Ünï <b>",
        "published": "2024-01-29T10:00:00Z",
    }
    assert data["taxonomies"]["categories"] == [
        {"slug": "topics", "label": "Topics", "count": 1},
        {
            "slug": "topics/wards",
            "label": "Wards",
            "count": 0,
            "parent": "topics",
            "description": "Beds",
        },
    ]


def test_an_empty_blog_is_still_a_document() -> None:
    data = json.loads(posts_json(make_feed(), terms_of={}, taxonomies={}))
    assert (data["posts"], data["taxonomies"]) == ([], {})
    assert data["updated"] == "2020-01-01T00:00:00Z"
