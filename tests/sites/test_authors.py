"""Who writes: authors files of other programs, names, records, pages, boxes, hostile input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site import BuiltSite, build, refuse

if TYPE_CHECKING:
    from pathlib import Path

QUIET = {"feeds": False, "related": {"limit": 0}}

MATERIAL = """
authors:
  jane:
    name: Jane Doe
    description: Editor of the network
    avatar: assets/jane.png
    url: https://jane.example.org/
    email: jane@example.org
  bob:
    name: Bob B.
    description: Writes code
    avatar: https://img.example.org/bob.png
    slug: robert
"""

DOCUSAURUS = """
jane:
  name: Jane Doe
  title: Editor
  url: https://jane.example.org/
  image_url: /assets/jane.png
  email: jane@example.org
  page: true
  socials:
    github: jane
    x: janed
    mastodon: https://social.example.org/@jane
bob:
  name: Bob B.
  page:
    permalink: /all-bob
  socials:
    email: bob@example.org
quiet:
  name: Quiet Q.
  page: false
"""

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "08d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)

TREE: dict[str, str | bytes] = {
    "index.md": "# Home\n",
    "assets/jane.png": PNG,
    "blog/2024-01-01-a.md": "---\nauthors: [jane]\n---\n# A\n",
    "blog/2024-01-02-b.md": "---\nauthors: [Bob B., jane]\n---\n# B\n",
    "blog/2024-01-03-c.md": "---\nauthor: Ali Baba\n---\n# C\n",
    "blog/2024-01-04-d.md": "---\nauthors:\n  - name: Zoë Ünal\n    url: https://zoe.example.org/\n"
    "    description: Guest.\n---\n# D\n",
    "blog/2024-01-05-e.md": "# E\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build(
        tmp_path_factory.mktemp("authors"), {**TREE, "blog/.authors.yml": MATERIAL}, weblog=QUIET
    )


def byline(site: BuiltSite, name: str) -> str:
    return site.page(f"blog/{name}/").texts(".weblog-post-header .weblog-byline__item")[0]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2024-01-01-a", "Posted on January 1, 2024 by Jane Doe"),
        ("2024-01-02-b", "Posted on January 2, 2024 by Bob B. and Jane Doe"),
        ("2024-01-03-c", "Posted on January 3, 2024 by Ali Baba"),
        ("2024-01-04-d", "Posted on January 4, 2024 by Zoë Ünal"),
        ("2024-01-05-e", "Posted on January 5, 2024"),
    ],
)
def test_a_byline_names_who_wrote(site: BuiltSite, name: str, expected: str) -> None:
    assert byline(site, name) == expected


@pytest.mark.parametrize(
    ("url", "heading", "posts"),
    [
        ("blog/author/jane/", "Author Archives: Jane Doe", ["B", "A"]),
        ("blog/author/robert/", "Author Archives: Bob B.", ["B"]),
        ("blog/author/ali-baba/", "Author Archives: Ali Baba", ["C"]),
        ("blog/author/zoë-ünal/", "Author Archives: Zoë Ünal", ["D"]),
    ],
)
def test_43_an_author_has_a_page(site: BuiltSite, url: str, heading: str, posts: list[str]) -> None:
    page = site.page(url)
    assert page.texts("h1") == [heading]
    assert page.texts(".weblog-entry__title a") == posts


def test_43_an_authors_page_says_who_it_is(site: BuiltSite) -> None:
    page = site.page("blog/author/jane/")
    assert page.texts(".weblog-author p")[1] == "Editor of the network"
    assert page.links(".weblog-author__links a") == [("Website", "https://jane.example.org/")]
    avatar = page.one(".weblog-author__avatar")
    assert avatar["src"] == "../../../assets/jane.png"
    assert (avatar["width"], avatar["height"], avatar["loading"]) == ("64", "64", "lazy")


def test_all_authors_are_on_one_page(site: BuiltSite) -> None:
    page = site.page("blog/author/")
    assert page.texts("h1") == ["Authors"]
    assert page.links(".weblog-terms a") == [
        ("Ali Baba", "blog/author/ali-baba/"),
        ("Bob B.", "blog/author/robert/"),
        ("Jane Doe", "blog/author/jane/"),
        ("Zoë Ünal", "blog/author/zoë-ünal/"),
    ]
    assert page.texts(".weblog-terms .weblog-number") == ["1", "1", "2", "1"]


def test_a_post_ends_with_a_box_about_its_authors(site: BuiltSite) -> None:
    page = site.page("blog/2024-01-02-b/")
    assert page.texts(".weblog-author-box .weblog-author__name") == ["Bob B.", "Jane Doe"]
    assert page.links(".weblog-author-box .weblog-author__links a") == [
        ("View all posts by Bob B. →", "blog/author/robert/"),
        ("View all posts by Jane Doe →", "blog/author/jane/"),
        ("Website", "https://jane.example.org/"),
    ]
    assert not site.page("blog/2024-01-03-c/").has(".weblog-author-box")


def test_addresses_are_not_printed(site: BuiltSite) -> None:
    assert site.containing("@example.org") == []
    assert site.broken_links() == []


def test_docusaurus_file_is_read_as_it_is(tmp_path: Path) -> None:
    tree = {**TREE, "blog/authors.yml": DOCUSAURUS}
    tree["blog/2024-01-06-f.md"] = "---\nauthors: quiet\n---\n# F\n"
    site = build(
        tmp_path,
        tree,
        weblog={**QUIET, "authors": {"file": "blog/authors.yml", "email": True}},
    )
    page = site.page("blog/author/jane/")
    assert page.texts(".weblog-author__title") == ["Editor"]
    assert page.one(".weblog-author__avatar")["src"] == "../../../assets/jane.png"
    assert page.links(".weblog-author__links a") == [
        ("Website", "https://jane.example.org/"),
        ("E-mail", "mailto:jane@example.org"),
        ("GitHub", "https://github.com/jane"),
        ("X", "https://x.com/janed"),
        ("Mastodon", "https://social.example.org/@jane"),
    ]
    assert site.has("blog/author/all-bob/")
    assert not site.has("blog/author/quiet/")
    assert byline(site, "2024-01-06-f").endswith("by Quiet Q.")
    assert not site.page("blog/2024-01-06-f/").has(".weblog-byline a")
    assert site.containing("bob@example.org")


@pytest.mark.parametrize(
    ("options", "there", "missing"),
    [
        ({"pages": False}, [], ["blog/author/jane/"]),
        ({"index": False}, ["blog/author/jane/"], ["blog/author/"]),
        ({"permalink": "/people/{slug}"}, ["people/jane/", "people/"], ["blog/author/jane/"]),
        (False, [], ["blog/author/", "blog/author/jane/"]),
    ],
    ids=str,
)
def test_pages_of_authors_are_an_option(
    tmp_path: Path, options: object, there: list[str], missing: list[str]
) -> None:
    site = build(
        tmp_path,
        {**TREE, "blog/.authors.yml": MATERIAL},
        weblog={**QUIET, "authors": options},
    )
    assert [url for url in (*there, *missing) if site.has(url)] == there
    assert site.broken_links() == []
    if options is not False:
        assert byline(site, "2024-01-01-a").endswith("by Jane Doe")


def test_who_writes_where_nobody_is_named(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {**TREE, "blog/.authors.yml": MATERIAL},
        weblog={**QUIET, "authors": {"default": "jane", "box": False}},
    )
    assert byline(site, "2024-01-05-e").endswith("by Jane Doe")
    assert site.page("blog/author/jane/").texts(".weblog-entry__title a") == ["E", "B", "A"]
    assert not site.page("blog/2024-01-05-e/").has(".weblog-author-box")


def test_an_unknown_author_is_a_message_with_a_suggestion(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/.authors.yml": MATERIAL,
            "blog/2024-01-01-a.md": "---\nauthors: [jnae, No Id]\n---\n# A\n",
        },
        weblog=QUIET,
        expected_warnings=[
            "docs/blog/2024-01-01-a.md:2:10: authors: 'jnae' is not in the authors file; "
            "did you mean 'jane'? [author-unknown]"
        ],
    )
    assert byline(site, "2024-01-01-a").endswith("by jnae and No Id")


def test_an_authors_file_that_is_not_yaml_is_refused_with_its_line(tmp_path: Path) -> None:
    refusal = refuse(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/.authors.yml": "jane:\n  name: 'Jane\n",
            "blog/2024-01-01-a.md": "# A\n",
        },
    )
    assert "docs/blog/.authors.yml:" in refusal.text
    assert "[authors-file]" in refusal.text


HOSTILE = """
eve:
  name: '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
  title: '<b>bold</b>'
  description: '</p><script>alert(3)</script>'
  avatar: 'javascript:alert(4)'
  url: ' java\tscript:alert(5)'
  email: '"><script>alert(6)</script>'
  slug: '../../../evil'
  socials:
    github: '"><script>alert(7)</script>'
    linkedin: 'javascript:alert(8)'
    nowhere: 'javascript:alert(9)'
"""


def test_what_is_said_of_an_author_is_text(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "index.md": "# Home\n",
            "blog/.authors.yml": HOSTILE,
            "blog/2024-01-01-a.md": "---\nauthors: [eve]\n---\n# A\n",
            "blog/2024-01-02-b.md": "---\nauthors:\n  - name: '<i onmouseover=alert(1)>Mal</i>'\n"
            "    description: <script>alert(2)</script>\n---\n# B\n",
        },
        weblog={**QUIET, "authors": {"email": True}},
        expected_warnings=["[authors-file]", "socials.nowhere", "eve.url", "eve.avatar"],
    )
    pages = site.pages()
    for page in pages:
        assert "alert(" not in "".join(s.get_text() for s in page.all("script")), page.url
        assert [
            tag.name
            for tag in page.all("*")
            if any(name.startswith("on") for name in tag.attrs)
            or any(str(tag.get(name, "")).lstrip().startswith("java") for name in ("href", "src"))
        ] == [], page.url
    name = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    assert byline(site, "2024-01-01-a").endswith(f"by {name}")
    assert site.has("blog/author/evil/")
    assert {path.name for path in tmp_path.iterdir()} == {"docs", "mkdocs.yml", "site"}
    assert site.broken_links() == []


def test_a_record_with_a_url_that_runs_is_refused(tmp_path: Path) -> None:
    tree = {
        "index.md": "# Home\n",
        "blog/2024-01-02-b.md": "---\nauthors:\n  - {name: M, url: 'javascript:alert(1)'}\n"
        "---\n# B\n",
    }
    said = refuse(tmp_path, tree).text
    assert "docs/blog/2024-01-02-b.md:3:5: authors.url: 'javascript:alert(1)'" in said
    assert "[url-scheme]" in said
