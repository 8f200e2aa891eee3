"""The lock file: no published URL is lost without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from tests.site import BuiltSite, build, preview, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OPTIONS = {
    "permalink": "{date:%Y}/{slug}",
    "lock": True,
    "feeds": False,
    "related": {"limit": 0},
    "as_of": "2024-06-01",
}

TREE = {
    "index.md": "# Home\n",
    "blog/a.md": "---\ndate: 2024-01-01\ntags: [Wards]\n---\n# First thoughts\n",
    "blog/b.md": "---\ndate: 2024-01-02\n---\n# Second thoughts\n",
}


def again(
    root: Path,
    changes: Mapping[str, str | None],
    *,
    expected: list[str] | None = None,
    **options: object,
) -> BuiltSite:
    """Change the docs of a site that was built, and build it again."""
    for name, text in changes.items():
        if text is None:
            (root / "docs" / name).unlink()
    tree = {name: text for name, text in changes.items() if text is not None}
    return build(root, tree, weblog={**OPTIONS, **options}, expected_warnings=expected or ())


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A site that was built once, with its lock file."""
    build(tmp_path, TREE, weblog=OPTIONS)
    return tmp_path


def lock(root: Path) -> dict[str, dict[str, object]]:
    data: dict[str, dict[str, object]] = yaml.safe_load(
        (root / "weblog.lock.yml").read_text(encoding="utf-8")
    )
    return data


def urls(root: Path) -> dict[str, str]:
    return {key: str(page["url"]) for key, page in lock(root)["pages"].items()}  # type: ignore[index]


def test_a_build_writes_what_it_published(published: Path) -> None:
    assert urls(published) == {
        "blog/a.md": "blog/2024/first-thoughts/",
        "blog/b.md": "blog/2024/second-thoughts/",
        "categories": "blog/category/",
        "categories/Uncategorized": "blog/category/uncategorized/",
        "front": "blog/",
        "tags": "blog/tag/",
        "tags/Wards": "blog/tag/wards/",
    }
    text = (published / "weblog.lock.yml").read_text(encoding="utf-8")
    assert text.startswith("# The URLs this site has published. Commit this file")


def test_a_second_build_leaves_the_file_as_it_is(published: Path) -> None:
    path = published / "weblog.lock.yml"
    before, touched = path.read_bytes(), path.stat().st_mtime_ns
    again(published, {})
    assert path.read_bytes() == before
    assert path.stat().st_mtime_ns == touched


def test_a_post_that_moves_is_redirected_by_itself(published: Path) -> None:
    better = "---\ndate: 2024-01-01\ntags: [Wards]\n---\n# Better thoughts\n"
    site = again(published, {"blog/a.md": better})
    former = site.page("blog/2024/first-thoughts/")
    assert former.text("p a") == "This page has moved to Better thoughts."
    assert site.page("blog/2024/first-thoughts/").target("p a") == "blog/2024/better-thoughts/"
    assert lock(published)["moved"] == {"blog/2024/first-thoughts/": "blog/a.md"}
    further = again(published, {"blog/a.md": better.replace("Better", "Best")})
    for name in ("first", "better"):
        page = further.page(f"blog/2024/{name}-thoughts/")
        assert page.target("p a") == "blog/2024/best-thoughts/"


def test_a_file_that_is_renamed_is_known_by_its_date_and_title(published: Path) -> None:
    site = again(published, {"blog/b.md": None, "blog/sub/renamed.md": TREE["blog/b.md"]},
                 permalink="{path}")  # fmt: skip
    assert site.page("blog/2024/second-thoughts/").target("p a") == "blog/blog/sub/renamed/"


def test_a_post_with_an_id_may_change_everything_else(tmp_path: Path) -> None:
    tree = {"index.md": "# Home\n", "blog/a.md": "---\ndate: 2024-01-01\nid: me\n---\n# A\n"}
    build(tmp_path, tree, weblog=OPTIONS)
    changed = {"blog/a.md": None, "blog/z.md": "---\ndate: 2023-05-01\nid: me\n---\n# Zed\n"}
    site = again(tmp_path, changed)
    assert site.page("blog/2024/a/").target("p a") == "blog/2023/zed/"


def test_a_term_that_moves_is_redirected_by_itself(published: Path) -> None:
    site = again(published, {"blog/terms.yml": "tags: {Wards: {slug: hospital-wards}}\n"})
    assert site.page("blog/tag/wards/").target("p a") == "blog/tag/hospital-wards/"


GONE = (
    "weblog: weblog.lock.yml: blog/b.md: 'blog/2024/second-thoughts/' was published and answers no "
    "more; give the page that replaces it `aliases: [/blog/2024/second-thoughts/]`, or remove its "
    "lines [url-vanished]"
)


def test_a_url_that_vanishes_is_a_warning(published: Path) -> None:
    again(published, {"blog/b.md": None}, expected=[GONE])
    assert "blog/b.md" in urls(published), "until it is answered, every build says so"
    again(published, {}, expected=[GONE])


def test_a_url_that_vanishes_fails_a_strict_build(published: Path) -> None:
    (published / "docs" / "blog" / "b.md").unlink()
    refusal = refuse(published, {}, weblog=OPTIONS, config={"strict": True})
    assert any(GONE in str(message) for message in refusal.messages)


def test_a_post_that_becomes_a_draft_takes_its_url_with_it(published: Path) -> None:
    draft = TREE["blog/b.md"].replace("---\n#", "draft: true\n---\n#")
    again(published, {"blog/b.md": draft}, expected=["'blog/2024/second-thoughts/' was published"])


def test_a_post_that_expires_is_meant_to_be_gone(published: Path) -> None:
    expired = TREE["blog/b.md"].replace("---\n#", "expires: 2024-02-01\n---\n#")
    again(published, {"blog/b.md": expired})
    assert "blog/b.md" not in urls(published)


def test_an_alias_answers_for_a_page_that_is_gone(published: Path) -> None:
    taken = TREE["blog/a.md"].replace("---\n#", "aliases: [/blog/2024/second-thoughts/]\n---\n#")
    site = again(published, {"blog/b.md": None, "blog/a.md": taken})
    assert site.page("blog/2024/second-thoughts/").target("p a") == "blog/2024/first-thoughts/"


def test_an_alias_for_what_the_lock_file_would_redirect_is_no_clash(published: Path) -> None:
    moved = (
        "---\ndate: 2024-01-01\naliases: [/blog/2024/first-thoughts/]\ntags: [Wards]\n---\n# New\n"
    )
    site = again(published, {"blog/a.md": moved})
    assert site.page("blog/2024/first-thoughts/").target("p a") == "blog/2024/new/"


def test_a_preview_never_writes_it(tmp_path: Path) -> None:
    preview(tmp_path, TREE, weblog=OPTIONS)
    assert not (tmp_path / "weblog.lock.yml").exists()


def test_a_preview_leaves_it_as_it_is(published: Path) -> None:
    before = (published / "weblog.lock.yml").read_bytes()
    changed = {"blog/a.md": "---\ndate: 2024-01-01\n---\n# Better thoughts\n"}
    site = preview(
        published, changed, weblog=OPTIONS, expected_warnings=["tags/Wards", "tags:"]
    ).site
    assert site.page("blog/2024/first-thoughts/").target("p a") == "blog/2024/better-thoughts/"
    assert (published / "weblog.lock.yml").read_bytes() == before


def test_a_refused_build_leaves_it_as_it_is(published: Path) -> None:
    before = (published / "weblog.lock.yml").read_bytes()
    refuse(published, {"blog/c.md": "---\ndate: never\n---\n# C\n"}, weblog=OPTIONS)
    assert (published / "weblog.lock.yml").read_bytes() == before


@pytest.mark.parametrize(
    "text", ["<<<<<<< main\n", "- a\n", "version: 99\n", "a: [\n", "pages: 1\n"]
)
def test_a_file_that_cannot_be_read_is_refused_and_kept(published: Path, text: str) -> None:
    path = published / "weblog.lock.yml"
    path.write_text(text, encoding="utf-8")
    refusal = refuse(published, {}, weblog=OPTIONS)
    assert "\n  weblog.lock.yml" in refusal.text
    assert "[lock-file]" in refusal.text
    assert path.read_text(encoding="utf-8") == text


def test_it_may_have_another_name(tmp_path: Path) -> None:
    build(tmp_path, TREE, weblog={**OPTIONS, "lock": "blog.lock"})
    assert (tmp_path / "blog.lock").is_file()


def test_two_blogs_do_not_share_one(tmp_path: Path) -> None:
    tree = {**TREE, "news/2024-01-01-n.md": "# N\n"}
    second = {"weblog": {**OPTIONS, "blog_dir": "news"}}
    refusal = refuse(tmp_path, tree, plugins=[{"weblog": OPTIONS}, second])
    assert (
        "weblog: lock: two blogs cannot share 'weblog.lock.yml'; give one another name"
        in refusal.text
    )
