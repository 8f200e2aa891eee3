"""The keys of front matter that mean something to us."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatterKey:
    """One key of a post's front matter; the reference in the documentation is made from it."""

    name: str
    type: str
    """The kinds of value it takes, in words."""
    meaning: str
    example: str
    """One line of YAML."""
    also: tuple[str, ...] = ()
    """Other names of the same key."""


FRONT_MATTER_KEYS: tuple[FrontMatterKey, ...] = (
    FrontMatterKey(
        name="date",
        type="date, moment, or a mapping with `created` and `updated`",
        meaning="When the post was published. Without a time it is 00:00, without a zone it is "
        "in the site's time zone.",
        example="date: 2024-01-31",
    ),
    FrontMatterKey(
        name="updated",
        type="date or moment",
        meaning="When the post last changed in a way readers care about.",
        example="updated: 2024-03-05 14:30",
    ),
    FrontMatterKey(
        name="title",
        type="text",
        meaning="The title. Without it, the first heading, else the file name.",
        example='title: "Co-production: a beginning"',
    ),
    FrontMatterKey(
        name="description",
        type="text",
        meaning="What the post is about in one or two sentences, for search engines and feeds; "
        "also the excerpt where the post has no marker.",
        example="description: What we learnt from a year of co-production.",
    ),
    FrontMatterKey(
        name="excerpt",
        type="text",
        meaning="What listings show instead of the beginning of the post.",
        example="excerpt: A year, four wards, one lesson.",
        also=("summary",),
    ),
    FrontMatterKey(
        name="tags",
        type="list of text",
        meaning="The post's tags.",
        example="tags: [co-production, wards]",
    ),
    FrontMatterKey(
        name="categories",
        type="list of text",
        meaning="The post's categories; a slash makes one a part of another.",
        example="categories: [Topics/Wards]",
    ),
    FrontMatterKey(
        name="authors",
        type="list of names, ids of the authors file, or inline mappings",
        meaning="Who wrote the post.",
        example="authors: [jane, Ali Baba]",
        also=("author",),
    ),
    FrontMatterKey(
        name="series",
        type="text, or a mapping with `name` and `part`",
        meaning="The series the post is a part of. Without `part`, its date decides.",
        example="series: {name: Getting started, part: 2}",
    ),
    FrontMatterKey(
        name="draft",
        type="true or false",
        meaning="Whether the post is kept out of every build; the preview shows it, marked.",
        example="draft: true",
    ),
    FrontMatterKey(
        name="unlisted",
        type="true or false",
        meaning="Whether the post has a page but is in no listing, feed, sitemap or search.",
        example="unlisted: true",
    ),
    FrontMatterKey(
        name="expires",
        type="date or moment",
        meaning="From when on the post is no longer published.",
        example="expires: 2026-12-31",
    ),
    FrontMatterKey(
        name="pin",
        type="true or false, or a date or moment",
        meaning="Whether, or until when, the post is kept on top of the front page.",
        example="pin: 2026-12-31",
    ),
    FrontMatterKey(
        name="order",
        type="number",
        meaning="Decides between posts of one moment: smaller is older.",
        example="order: 2",
    ),
    FrontMatterKey(
        name="post",
        type="true or false",
        meaning="Makes any page a post, or a page among posts none.",
        example="post: false",
    ),
    FrontMatterKey(
        name="slug",
        type="text",
        meaning="The last part of the post's URL.",
        example="slug: a-beginning",
    ),
    FrontMatterKey(
        name="permalink",
        type="text",
        meaning="The post's own URL, or pattern of it, below the site's.",
        example="permalink: 2024/a-beginning",
    ),
    FrontMatterKey(
        name="aliases",
        type="list of text",
        meaning="Former URLs of the post, which lead here.",
        example="aliases: [old/place]",
    ),
    FrontMatterKey(
        name="cover",
        type="text, or a mapping with `image`, `alt`, `dark`, `width`, `height`, `caption`",
        meaning="The image that stands for the post.",
        example="cover: {image: ward.jpg, alt: A ward at dawn}",
    ),
    FrontMatterKey(
        name="link",
        type="URL",
        meaning="What the post points to, for posts that are a link with a comment.",
        example="link: https://example.org/report",
    ),
    FrontMatterKey(
        name="links",
        type="navigation as in `mkdocs.yml`",
        meaning="Pages and URLs for further reading.",
        example="links: [guide/index.md]",
    ),
    FrontMatterKey(
        name="related",
        type="list of text",
        meaning="Posts to name as related, by source path, before those found by themselves.",
        example="related: [blog/two-wards.md]",
    ),
    FrontMatterKey(
        name="superseded_by",
        type="text",
        meaning="The post or URL that takes this one's place.",
        example="superseded_by: blog/two-wards.md",
    ),
    FrontMatterKey(
        name="readtime",
        type="whole number",
        meaning="Reading time in minutes, instead of the computed one.",
        example="readtime: 5",
    ),
    FrontMatterKey(
        name="template",
        type="text",
        meaning="The theme template of the post's page.",
        example="template: wide.html",
    ),
    FrontMatterKey(
        name="id",
        type="text",
        meaning="What identifies the post to feed readers, whatever else changes.",
        example="id: tag:example.org,2024:a-beginning",
        also=("guid",),
    ),
    FrontMatterKey(
        name="enclosure",
        type="URL, or a mapping with `url`, `length` and `type`",
        meaning="A file that comes with the post in feeds, such as a podcast's episode.",
        example="enclosure: {url: talk.mp3, length: 52311, type: audio/mpeg}",
    ),
    FrontMatterKey(
        name="language",
        type="language tag",
        meaning="The language of the post, where it is not the site's.",
        example="language: pt-BR",
        also=("lang",),
    ),
)

OUR_KEYS: tuple[str, ...] = tuple(
    name for key in FRONT_MATTER_KEYS for name in (key.name, *key.also)
)

HOLDING_BACK = frozenset({"draft", "unlisted", "expires"})
"""Keys that keep a post from readers: a slip in one of them must not publish it."""
