"""The lock file: no published URL is lost without a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.core.lock import (
    Entry,
    Lock,
    compare,
    read_lock,
    vanished_problems,
    write_lock,
)


def pages(**urls: str) -> list[Entry]:
    """`a="blog/a/"` is the page of key `a`; its name is what stands behind a bar."""
    return [
        Entry(key=key, url=url.partition("|")[0], name=url.partition("|")[2])
        for key, url in urls.items()
    ]


def locked(moved: dict[str, str] | None = None, **urls: str) -> Lock:
    return Lock(pages={page.key: page for page in pages(**urls)}, moved=moved or {})


def told(lock: Lock, *now: Entry, **given: set[str]) -> tuple[dict[str, str], list[str], list[str]]:
    """Former URL to the new one, the URLs that vanished, and the keys that are new."""
    found = compare(lock, now, **given)
    return (
        {url: page.url for url, page in found.moved},
        [page.url for page in found.vanished],
        [page.key for page in found.new],
    )


def test_the_first_build_knows_only_new_pages() -> None:
    assert told(Lock(), *pages(a="blog/a/")) == ({}, [], ["a"])


def test_nothing_has_changed() -> None:
    assert told(locked(a="blog/a/"), *pages(a="blog/a/")) == ({}, [], [])


def test_a_page_that_moved_is_redirected() -> None:
    assert told(locked(a="blog/a/"), *pages(a="2024/a/")) == ({"blog/a/": "2024/a/"}, [], [])


def test_a_page_that_moved_twice_is_redirected_from_both() -> None:
    first = compare(locked(a="1/"), pages(a="2/")).lock
    second = compare(first, pages(a="3/"))
    assert {url: page.url for url, page in second.moved} == {"1/": "3/", "2/": "3/"}
    back = compare(second.lock, pages(a="1/"))
    assert {url: page.url for url, page in back.moved} == {"2/": "1/", "3/": "1/"}


def test_a_page_that_is_gone_has_vanished_until_its_lines_are_removed() -> None:
    found = compare(locked(a="blog/a/", b="blog/b/"), pages(b="blog/b/"))
    assert [page.url for page in found.vanished] == ["blog/a/"]
    assert found.lock == locked(a="blog/a/", b="blog/b/")
    assert [str(problem) for problem in vanished_problems(found, source="weblog.lock.yml")] == [
        "weblog.lock.yml: a: 'blog/a/' was published and answers no more; give the page that "
        "replaces it `aliases: [/blog/a/]`, or remove its lines [url-vanished]"
    ]


def test_former_urls_vanish_with_their_page() -> None:
    lock = locked({"old/": "a"}, a="blog/a/")
    assert told(lock) == ({}, ["blog/a/", "old/"], [])
    assert compare(lock, ()).lock == lock


@pytest.mark.parametrize(
    "given",
    [{"answered": {"blog/a/", "old/"}}, {"given_up": {"a"}}],
    ids=["something else answers", "meant to be gone"],
)
def test_what_has_not_vanished(given: dict[str, set[str]]) -> None:
    lock = locked({"old/": "a"}, a="blog/a/")
    assert told(lock, **given) == ({}, [], [])
    assert compare(lock, (), **given).lock == Lock()


def test_another_page_at_the_url_is_enough() -> None:
    assert told(locked(a="blog/a/"), *pages(b="blog/a/")) == ({}, [], ["b"])


def test_a_renamed_file_is_known_by_its_date_and_title() -> None:
    lock = locked({"older/": "a.md"}, **{"a.md": "blog/a/|2024-01-01 A"})
    now = pages(**{"b.md": "blog/b/|2024-01-01 A"})
    assert told(lock, *now) == ({"blog/a/": "blog/b/", "older/": "blog/b/"}, [], [])
    assert compare(lock, now).lock == Lock(
        pages={"b.md": now[0]}, moved={"blog/a/": "b.md", "older/": "b.md"}
    )


def test_of_two_pages_of_one_name_nobody_knows_which_was_renamed() -> None:
    lock = locked(a="a/|T", b="b/|T")
    assert told(lock, *pages(c="c/|T")) == ({}, ["a/", "b/"], ["c"])
    assert told(locked(a="a/|T"), *pages(c="c/|T", d="d/|T")) == ({}, ["a/"], ["c", "d"])


def test_the_file() -> None:
    lock = locked(
        {"old/": "blog/b.md"},
        **{
            "blog/b.md": "blog/b/|2024-01-01 B: “x” #1",
            "blog/a.md": "blog/a/",
            "tags/日本": "tag/x/",
        },
    )
    text = write_lock(lock)
    assert text == (
        "# The URLs this site has published. Commit this file: a page that moves is redirected by "
        "it, and\n"
        "# one that would vanish is reported. To give a URL up, remove its lines.\n"
        "version: 1\n"
        "pages:\n"
        "  blog/a.md: {url: blog/a/}\n"
        "  blog/b.md: {url: blog/b/, name: '2024-01-01 B: “x” #1'}\n"
        "  tags/日本: {url: tag/x/}\n"
        "moved: {old/: blog/b.md}\n"
    )
    assert read_lock(text, source="weblog.lock.yml") == (lock, ())


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", []),
        ("version: 1", []),
        ("version: 2", ["this is no lock file of version 1"]),
        ("- a", ["this is no lock file of version 1"]),
        ("version: 1\npages: [a]\nmoved: x", ["'pages' is no mapping", "'moved' is no mapping"]),
        ("version: 1\npages: {a: b, c: {url: 1}}", ["'a' has no url", "'c' has no url"]),
        ("version: 1\npages: {", ["this is not YAML: did not find expected node content"]),
        (
            "a: \0",
            ["this is not YAML: unacceptable character #x0000: control characters are not allowed"],
        ),
    ],
)
def test_files_that_are_not_as_they_were_written(text: str, problems: list[str]) -> None:
    lock, found = read_lock(text, source="weblog.lock.yml")
    assert lock == Lock()
    assert [problem.found for problem in found] == problems


def test_a_merge_conflict_says_where() -> None:
    _, found = read_lock("version: 1\n<<<<<<< HEAD\npages: {}\n", source="weblog.lock.yml")
    assert str(found[0]).startswith("weblog.lock.yml:3:")


KEYS = st.sampled_from("abcd")
SITES = st.dictionaries(
    KEYS, st.tuples(st.sampled_from(["1/", "2/", "3/", "4/"]), st.sampled_from(["", "T", "U"]))
).filter(lambda site: len({url for url, _ in site.values()}) == len(site))


@given(st.lists(SITES, max_size=5))
def test_over_any_history_every_url_answers_or_is_reported(
    history: list[dict[str, tuple[str, str]]],
) -> None:
    lock, published = Lock(), set[str]()
    for site in history:
        now = [Entry(key=key, url=url, name=name) for key, (url, name) in site.items()]
        found = compare(lock, now)
        urls = {page.url for page in now}
        redirected = {url for url, _ in found.moved}
        vanished = {page.url for page in found.vanished}
        assert published <= urls | redirected | vanished
        assert not redirected & urls
        assert not vanished & (urls | redirected)
        assert {page.url for _, page in found.moved} <= urls
        published |= urls
        lock, problems = read_lock(write_lock(found.lock), source="weblog.lock.yml")
        assert lock == found.lock
        assert not problems
