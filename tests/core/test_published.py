"""From a plan to the lock file, and from aliases and moves to redirects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.core.blog import Blog, plan
from mkdocs_blog_plugin.core.listing import Layout
from mkdocs_blog_plugin.core.lock import Lock, compare
from mkdocs_blog_plugin.core.published import blog_aliases, lock_entries, moved_aliases
from mkdocs_blog_plugin.core.redirects import plan_redirects
from mkdocs_blog_plugin.core.urls import Claims, page_file
from tests.core.blogs import post, settings

if TYPE_CHECKING:
    from mkdocs_blog_plugin.core.post import Post


def urls(blog: Blog) -> dict[str, str]:
    posts = {
        source: f"{blog.paths.get(source) or source.removesuffix('.md')}/"
        for source in blog.by_source
    }
    return posts | {
        pager.source: f"{pager.path}/"
        for listing in blog.listings.values()
        for pager in listing.pagers
    }


def planned(*posts: Post, **given: Any) -> Blog:
    return plan(posts, settings=settings(**given), pages={})


POST = post("A", "2024-01-05", categories=["Topics/Wards"], tags=["C/D"], source="blog/a.md")


def test_the_entries_of_the_lock_file() -> None:
    blog = planned(POST, post("B", id="urn:b", unlisted=True), layout={"per_page": 1})
    entries = [(page.key, page.url, page.name) for page in lock_entries(blog, urls=urls(blog))]
    assert entries == [
        ("urn:b", "blog/B/", "2024-01-01 B"),
        ("blog/a.md", "blog/a/", "2024-01-05 A"),
        ("front", "blog/", ""),
        ("tags", "blog/tag/", ""),
        ("tags/C\\/D", "blog/tag/cd/", ""),
        ("categories", "blog/category/", ""),
        ("categories/Topics", "blog/category/topics/", ""),
        ("categories/Topics/Wards", "blog/category/topics/wards/", ""),
    ]


def test_aliases_are_relative_to_where_their_page_lies() -> None:
    blog = planned(
        post("New", "2024-01-06", aliases=["old", "/older/", "/p/5"], categories=["Topics/Wards"]),
        post("Quiet", unlisted=True, aliases=["/quiet-old"], categories=["Topics"]),
        known={"categories": {"Wards": {"parent": "Topics", "redirects": ["/wards", "rooms"]}}},
        tags=False,
    )
    aliases = list(blog_aliases(blog, urls=urls(blog), terms_source="blog/terms.yml"))
    redirects, problems = plan_redirects(aliases, claims=Claims())
    assert problems == ()
    assert [(item.path, item.target, item.source) for item in redirects] == [
        ("quiet-old", "blog/Quiet/", "blog/Quiet.md"),
        ("blog/old", "blog/New/", "blog/New.md"),
        ("older", "blog/New/", "blog/New.md"),
        ("p/5", "blog/New/", "blog/New.md"),
        ("wards", "blog/category/topics/wards/", "blog/terms.yml"),
        ("blog/category/topics/rooms", "blog/category/topics/wards/", "blog/terms.yml"),
    ]


def test_a_new_permalink_and_a_new_slug_redirect_by_themselves() -> None:
    before = planned(POST)
    lock = compare(Lock(), lock_entries(before, urls=urls(before))).lock
    after = planned(
        POST,
        permalink="{year}/{slug}",
        layout={"page_path": "p/{number}"},
        known={"categories": {"Topics": {"slug": "subjects"}}},
    )
    found = compare(lock, lock_entries(after, urls=urls(after)))
    redirects, problems = plan_redirects(
        moved_aliases(found, source="weblog.lock.yml"), claims=Claims()
    )
    assert problems == ()
    assert {item.path: item.target for item in redirects} == {
        "blog/a": "blog/2024/a/",
        "blog/category/topics": "blog/category/subjects/",
        "blog/category/topics/wards": "blog/category/subjects/wards/",
    }
    assert (found.vanished, found.new) == ((), ())


def test_a_redirect_never_takes_the_place_of_a_page() -> None:
    blog = planned(POST, post("B", aliases=["/blog/tag/cd/"]), layout={"blog_dir": "blog"})
    assert blog.settings.layout == Layout()
    claims = Claims()
    for listing in blog.listings.values():
        claims.claim(page_file(listing.path, directory_urls=True), owner=listing.source)
    redirects, problems = plan_redirects(blog_aliases(blog, urls=urls(blog)), claims=claims)
    assert redirects == ()
    assert [str(problem) for problem in problems] == [
        "blog/B.md: aliases: '/blog/tag/cd/' is where blog/tag/cd.md lies; "
        "write another alias [alias-clash]"
    ]
