"""A seeded corpus: posts and docs pages of a site that could be, as many as asked for.

    python benchmarks/corpus.py --posts 1000 --layout weblog FOLDER

writes FOLDER/docs and FOLDER/mkdocs.yml. The same numbers and seed give the same bytes.
Layouts: `weblog` (this plugin, everything on), `material` (Material's blog and tags), `plain`
(the posts as ordinary pages, outside the nav, no blog).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

WORDS = (
    "people service ward minutes kitchen tea table decision budget panel evidence letter damp "
    "tenant nurse clinic listening charter network evaluation funding meeting rota bursary draft "
    "survey story chair door diary bench garden council promise review question answer number "
    "share power voice room time trust change together slowly plainly almost never always often "
    "asked told wrote counted learned moved opened closed paid agreed refused returned"
).split()
LEVELS = ("Practice", "Topics", "Events", "News", "Research")
SITE = """\
site_name: Benchmark
site_url: https://benchmark.example/
theme:
  name: {theme}
{font}markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - toc:
      permalink: true
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.superfences
  - pymdownx.tabbed:
      alternate_style: true
plugins:
{plugins}
"""
PLUGINS = {
    "weblog": "  - search\n  - weblog\n",
    "material": "  - search\n  - blog:\n      authors_profiles: true\n  - tags\n",
    "plain": "  - search\n",
}


def sentence(dice: random.Random, *, least: int = 8, most: int = 20) -> str:
    """A sentence of so many words."""
    words = dice.choices(WORDS, k=dice.randint(least, most))
    return " ".join(words).capitalize() + "."


def paragraphs(dice: random.Random, *, words: int) -> Iterator[str]:
    """Paragraphs of together about so many words."""
    while words > 0:
        text = "\n".join(sentence(dice) for _ in range(dice.randint(3, 6)))
        words -= len(text.split())
        yield text


def post(dice: random.Random, number: int, count: int, sources: list[str], tags: list[str]) -> str:
    """One post: front matter, a marker after its first paragraph, headings, code, a link back."""
    weights = [1 / (rank + 1) for rank in range(len(tags))]
    chosen = sorted(set(dice.choices(tags, weights, k=dice.randint(3, 6))))
    filed = sorted(
        {f"{dice.choice(LEVELS)}/C{dice.randrange(20):02}" for _ in range(dice.choice((1, 1, 2)))}
    )
    writers = sorted({f"author{dice.randrange(10)}" for _ in range(dice.choice((1, 1, 2)))})
    series = f"\nseries: Series {number // 12}" if number % 6 == 0 else ""
    body = list(paragraphs(dice, words=600))
    body.insert(1, "<!-- more -->")
    body.insert(3, "## What we did\n\n```python\n" + code(dice) + "\n```")
    body.insert(5, '!!! note "Aside"\n\n    ' + sentence(dice))
    body.insert(
        6, "## What we learned\n\n| month | people |\n| --- | --: |\n| May | 12 |\n| June | 9 |"
    )
    if sources:
        body.append(f"See [an earlier post]({dice.choice(sources[-50:])}).")
    return "\n\n".join(
        [
            f"---\ndate: {day(number, count)}\nauthors: [{', '.join(writers)}]\n"
            f"tags: [{', '.join(chosen)}]\ncategories: [{', '.join(filed)}]{series}\n---",
            f"# {sentence(dice, least=4, most=8).rstrip('.')} {number}",
            *body,
            "",
        ]
    )


def code(dice: random.Random) -> str:
    """Some lines of Python."""
    return "\n".join(f"def {dice.choice(WORDS)}{n}(x):\n    return x + {n}" for n in range(4))


def day(number: int, count: int) -> date:
    """The posts are spread over ten years."""
    return date(2015, 1, 1) + timedelta(days=number * 3650 // count)


def write(folder: Path, *, posts: int, pages: int, layout: str, theme: str, seed: int) -> None:
    """Writes the corpus below `folder`."""
    dice = random.Random(seed)  # noqa: S311  # dice, not secrets
    docs = folder / "docs"
    where = docs / "blog" / "posts" if layout == "material" else docs / "blog"
    where.mkdir(parents=True, exist_ok=True)
    for number in range(pages):
        text = "\n\n".join([f"# Page {number}", *paragraphs(dice, words=400), ""])
        (docs / (f"page-{number:03}.md" if number else "index.md")).write_text(text)
    (docs / "blog" / "index.md").write_text("# Blog\n")
    tags = [f"tag{number:04}" for number in range(max(10, posts // 5))]
    sources: list[str] = []
    for number in range(posts):
        name = f"{day(number, posts)}-post-{number:05}.md"
        (where / name).write_text(post(dice, number, posts, sources, tags))
        sources.append(name)
    authors = "".join(
        f"  author{n}:\n    name: Author {n}\n    description: Writes\n    avatar: https://example.com/{n}.png\n"
        for n in range(10)
    )
    (docs / "blog" / ".authors.yml").write_text(f"authors:\n{authors}")
    site = SITE.format(theme=theme, font="  font: false\n", plugins=PLUGINS[layout].rstrip())
    if layout == "plain":
        site += "not_in_nav: /blog/*-post-*\n"
    (folder / "mkdocs.yml").write_text(site)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--pages", type=int, default=50)
    parser.add_argument("--layout", choices=sorted(PLUGINS), default="weblog")
    parser.add_argument("--theme", default="material")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(
        given.folder,
        posts=given.posts,
        pages=given.pages,
        layout=given.layout,
        theme=given.theme,
        seed=given.seed,
    )


if __name__ == "__main__":
    main()
