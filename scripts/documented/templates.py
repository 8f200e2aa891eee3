"""What a site may override: the partials, what each shows and sees, and the objects they see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.documented.options import cell
from scripts.documented.source import PACKAGE, Documented, Member, classes

FOLDER = PACKAGE / "templates" / "weblog"

VARIABLES = {
    "weblog": "SiteView",
    "post": "PostView",
    "listing": "ListingView",
    "term": "TermView",
    "picture": "Picture",
    "author": "AuthorView",
    "widget": "WidgetView",
    "card": "Card",
}
"""Names in templates and the classes of what they stand for."""

OBJECTS = ("Link", "Post", "Taxonomy", "Term", "Line", "Palette", "Logo")
"""Classes that are reached from those only."""

TEXTS: Mapping[str, str] = {
    "SiteView.blog": "The plan of the blog: posts, listings, taxonomies.",
    "SiteView.wording": "The strings of the site's language; `text` and `html` are made of it.",
    "SiteView.style": "The options that say how things look: `layout`, `date_format`, ….",
    "SiteView.partial": "The template of a partial, for `{% include %}`.",
    "SiteView.covers": "The cover images; a post has its own in `picture`.",
    "SiteView.now": "The moment the site is built for.",
    "SiteView.anchors": "The id of each post's entry in lists, by source.",
    "SiteView.people": "The authors; a post has its own in `authors`.",
    "SiteView.series": "The place of each post in its series; a post has its own in `series`.",
    "SiteView.related": "Suggestions; a post has its own in `related`.",
    "AuthorView.id": "As in the authors file; of others, the name.",
    "AuthorView.name": "What they are called.",
    "AuthorView.title": "What they are: “Editor”.",
    "AuthorView.description": "What the authors file says about them.",
    "AuthorView.website": "Where they are at home.",
    "AuthorView.extra": "Keys of their record that mean nothing to the plugin.",
    "SeriesView.link": "A link to the page of the series.",
    "SeriesView.label": "Its name.",
    "SeriesView.number": "Which part the post is, from 1.",
    "SeriesView.count": "How many parts there are, with those that are coming.",
    "SeriesView.older": "The part before.",
    "SeriesView.newer": "The part after.",
    "RelatedView.post": "The post.",
    "WidgetView.kind": "`recent`, `cloud`, …, as the block says it.",
    "WidgetView.layout": "How posts are laid out; of an archive, which periods it has.",
    "WidgetView.posts": "The posts, of a widget that shows posts.",
    "WidgetView.terms": "The terms or periods, of one that shows those.",
    "WidgetView.month": "The month, of a calendar.",
    "MonthView.caption": "Its name, linked to its page.",
    "MonthView.weekdays": "The days of the week, in the order of the site's language.",
    "MonthView.weeks": "Its weeks, each of seven days; `None` for days of other months.",
    "MonthView.newer": "The nearest month after it that has posts and a page.",
    "DayView.number": "As the site's language writes it.",
    "DayView.titles": "The titles of its posts.",
    "Card.title": "The title, in lines.",
    "Card.site_name": "The name of the site.",
    "Card.authors": "Who wrote the post.",
    "Card.logo": "The logo, `None` for none.",
    "Card.palette": "The colours.",
    "Card.language": "The language of the post.",
    "Card.width": "Of the card.",
    "Card.height": "Of the card.",
    "Card.margin": "Around what stands on it.",
    "Line.text": "What it says.",
    "Palette.background": "The ground.",
    "Palette.text": "The title and names.",
    "Logo.height": "Pixels.",
    "PostView.post": "The post as its front matter describes it.",
    "PostView.source": "Where it is written, relative to `docs_dir`.",
    "PostView.date": "When it was published: a moment with its zone.",
    "PostView.updated": "When it was updated, `None` for never.",
    "PostView.draft": "Whether it is a draft; only a preview has any.",
    "PostView.meta": "The whole front matter.",
    "PostView.anchor": "The id of its entry in lists.",
    "ListingView.source": "The source path of its first page: what `nav:` can name.",
    "ListingView.kind": "`front`, `term`, or `index` for a page that lists terms.",
    "ListingView.heading": "What its heading says: “Tag Archives: co-production”.",
    "ListingView.label": "Its short name: “co-production”.",
    "ListingView.content": "What it shows of its posts: `excerpt`, `full` or `title`.",
    "ListingView.number": "Which of its pages this is, from 1.",
    "ListingView.count": "How many pages it has.",
    "ListingView.total": "How many posts it has.",
    "ListingView.term": "The term, `None` for the front page and index pages.",
    "ListingView.taxonomy": "The taxonomy, `None` for the front page.",
    "ListingView.posts": "The posts of this page.",
    "TermView.label": "Its name.",
    "TermView.count": "How many posts it has, with those of the terms below it.",
    "TermView.description": "What the terms file says about it; empty for nothing.",
    "TermView.slug": "Its slugs from the top, joined by slashes.",
    "TermView.link": "A link to its page.",
    "TermView.url": "The URL of its page, `None` where it has none.",
    "Picture.url": "The image.",
    "Picture.alt": "Its text alternative; empty for decoration.",
    "Picture.width": "In pixels, `None` where it is not known.",
    "Picture.height": "In pixels, `None` where it is not known.",
    "Picture.caption": "What stands below it.",
    "Picture.file": "The MkDocs file, `None` for an image of another site.",
    "Link.label": "What it is called, as plain text.",
    "Link.url": "Where it leads, `None` where there is no such page.",
    "Link.rel": "The value of `rel`; printing the link as a whole writes it.",
    "Post.aliases": "Former URLs.",
    "Post.authors": "Who wrote it, as written.",
    "Post.series": "The series and the part.",
    "Post.draft": "`draft:` as written.",
    "Post.unlisted": "`unlisted:` as written.",
    "Post.expires": "From when on it is no longer published.",
    "Post.pinned": "Whether it is kept on top.",
    "Post.pinned_until": "Until when.",
    "Post.updated": "When it last changed in a way readers care about.",
    "Post.description": "What it is about.",
    "Post.cover": "The image that stands for it, as written.",
    "Post.related": "Hand-picked posts, by source path.",
    "Post.superseded_by": "What takes its place.",
    "Post.template": "The theme template of its page.",
    "Post.enclosure": "A file that comes with it in feeds.",
    "Post.language": "Its language where it is not the site's.",
    "Taxonomy.hierarchical": "Whether a term can be below a term.",
    "Taxonomy.content": "What term pages show of their posts.",
    "Taxonomy.per_page": "Posts on each page of a term.",
    "Taxonomy.slug_style": "The slug style of its terms.",
    "Term.taxonomy": "The taxonomy it is of.",
    "Term.path": "Its slugs from the top.",
    "Term.label": "Its name.",
    "Term.info": "What the terms file says about it.",
}
"""What the code leaves unsaid because the names say it to programmers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partial:
    """One of our templates, by what its first comment says."""

    name: str
    text: str
    variables: tuple[str, ...]
    """Each as written, some with an explanation in parentheses."""
    families: tuple[str, ...]
    """The themes that have one of their own."""

    @property
    def names(self) -> tuple[str, ...]:
        """The variables without explanations."""
        return tuple(variable.split()[0] for variable in self.variables)


_COMMENT = re.compile(r"\{#-?\s*(.*?)\s*-?#\}", re.DOTALL)
_NAMES = re.compile(r"(?:^|(?<=[.;:] ))In: (.*?)\.?$")
_COMMA = re.compile(r",\s*(?![^()]*\))")


def partials() -> Iterator[Partial]:
    """All partials, by name."""
    paths = [*FOLDER.glob("*.html"), *FOLDER.glob("*/*.html")]
    for name in sorted({path.name for path in paths}):
        path = min((p for p in paths if p.name == name), key=lambda p: len(p.parts))
        comment = _COMMENT.search(path.read_text(encoding="utf-8"))
        said = " ".join(comment.group(1).split()) if comment else ""
        names = _NAMES.search(said)
        yield Partial(
            name=name.removesuffix(".html"),
            text=said[: names.start()].strip() if names else said,
            variables=tuple(_COMMA.split(names.group(1))) if names else (),
            families=tuple(
                sorted(p.parent.name for p in paths if p.name == name and p.parent != FOLDER)
            ),
        )


def table() -> str:
    """All partials with what they show and see."""
    rows = [
        f"| `{partial.name}.html` | {cell(partial.text)} | {_variables(partial)} |"
        f" {', '.join(partial.families) or '–'} |"
        for partial in partials()
    ]
    head = "| `weblog/…` | shows | sees | also as |\n|---|---|---|---|"
    return "\n".join([head, *rows])


def _variables(partial: Partial) -> str:
    return ", ".join(_variable(*variable.partition(" ")) for variable in partial.variables)


def _variable(name: str, blank: str, explanation: str) -> str:
    written = f"[`{name}`](#{VARIABLES[name].lower()})" if name in VARIABLES else f"`{name}`"
    return written + blank + cell(explanation)


def documented() -> dict[str, Documented]:
    """The classes whose objects templates see, in the order of the page."""
    return {name: classes()[name] for name in (*VARIABLES.values(), *OBJECTS, *_others())}


def _others() -> Iterator[str]:
    """Other classes of the adapter whose objects are called views."""
    known = {*VARIABLES.values(), *OBJECTS}
    return (name for name in classes() if name.endswith("View") and name not in known)


def text_of(owner: Documented, member: Member) -> str:
    """What a member is; empty where nobody has said it yet."""
    return member.doc or TEXTS.get(f"{owner.name}.{member.name}", "")


def objects() -> str:
    """A section for each class with its members."""
    names = {kind: name for name, kind in VARIABLES.items()}
    parts = []
    for name, owner in documented().items():
        title = f"`{names[name]}`" if name in names else f"{name.removesuffix('View')}"
        rows = [
            f"| `{member.name}{member.call}` | {cell(text_of(owner, member))} |"
            for member in owner.members.values()
        ]
        parts.append(
            f"### {title} {{ #{name.lower()} }}\n\n{owner.doc}\n\n"
            + "\n".join(["| name | is |", "|---|---|", *rows])
        )
    return "\n\n".join(parts)
