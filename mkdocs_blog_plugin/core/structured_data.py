"""Structured data (JSON-LD, schema.org): what a page is, in one graph.

The properties are those Google documents for articles and breadcrumbs; nodes name each other by
`@id`, so that the blog, its posts and its authors are one thing on all pages.
"""

from __future__ import annotations

import json
import re
from typing import Any

from .feeds.entry import Image, Person
from .feeds.text import ascii_url, clean, language_tag, one_line, rfc3339
from .head import Tag
from .page_data import PageData

Node = dict[str, Any]
_LIVE = re.compile("[<>&\u2028\u2029]")


def structured_data(page: PageData) -> Tag:
    """The `script` element for a page's head."""
    graph = {"@context": "https://schema.org", "@graph": nodes(page)}
    return Tag(
        name="script",
        attributes=(("type", "application/ld+json"),),
        text=script_json(graph),
    )


def script_json(value: object) -> str:
    """JSON that nothing in HTML or JavaScript reads as anything else: `</script>` is inert."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _LIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", clean(text))


def nodes(page: PageData) -> list[Node]:
    """The things a page is about, the page itself first."""
    found = [_posting(page)] if page.is_post else [_collection(page)]
    found.append(_blog(page))
    found += [_person(author) for author in page.authors if author.uri]
    if page.term:
        found += _term(page)
    if page.crumbs:
        found.append(_breadcrumbs(page))
    return found


def _said(**members: Any) -> Node:
    """A node without what is not known; an underscore before a name stands for the at sign."""
    return {
        f"@{name[1:]}" if name.startswith("_") else name: value
        for name, value in members.items()
        if value
    }


def _blog(page: PageData) -> Node:
    return _said(
        _type="Blog",
        _id=_blog_id(page),
        url=ascii_url(page.blog_url),
        name=one_line(page.blog_name),
        inLanguage=language_tag(page.language),
        publisher=_publisher(page),
    )


def _blog_id(page: PageData) -> str:
    return f"{ascii_url(page.blog_url)}#blog"


def _publisher(page: PageData) -> Node:
    return _said(_type="Organization", name=one_line(page.site_name), url=ascii_url(page.site_url))


def _posting(page: PageData) -> Node:
    url = ascii_url(page.url)
    published = rfc3339(page.published) if page.published else None
    return _said(
        _type="BlogPosting",
        _id=f"{url}#post",
        url=url,
        mainEntityOfPage=url,
        isPartOf={"@id": _blog_id(page)},
        headline=one_line(page.title),
        description=one_line(page.description),
        image=_image(page.image) if page.image else None,
        datePublished=published,
        dateModified=rfc3339(page.updated) if page.updated else published,
        author=[_author(author) for author in page.authors],
        publisher=_publisher(page),
        articleSection=[one_line(label) for label in page.sections],
        keywords=[one_line(label) for label in page.tags],
        wordCount=page.words,
        inLanguage=language_tag(page.language),
    )


def _image(image: Image) -> Node:
    return _said(
        _type="ImageObject",
        url=ascii_url(image.url),
        width=image.width,
        height=image.height,
        caption=one_line(image.alt),
    )


def _person_id(author: Person) -> str:
    return f"{ascii_url(author.uri or '')}#person"


def _author(author: Person) -> Node:
    """An author as part of a post: with name and URL, which Google does not follow `@id` for."""
    return _said(
        _type="Person",
        _id=_person_id(author) if author.uri else None,
        name=one_line(author.name),
        url=ascii_url(author.uri or ""),
    )


def _person(author: Person) -> Node:
    return _author(author) | _said(image=ascii_url(author.avatar or ""))


def _collection(page: PageData) -> Node:
    """A listing: of a term, of an author, or of everything."""
    url = ascii_url(page.url)
    about: Node | None = None
    if page.term:
        about = {"@id": _term_id(page)}
    elif page.is_author and page.authors and page.authors[0].uri:
        about = {"@id": _person_id(page.authors[0])}
    return _said(
        _type="ProfilePage" if page.is_author else "CollectionPage",
        _id=f"{url}#page",
        url=url,
        name=one_line(page.title),
        description=one_line(page.description),
        isPartOf={"@id": _blog_id(page)},
        inLanguage=language_tag(page.language),
        dateModified=rfc3339(page.updated) if page.updated else None,
        breadcrumb={"@id": f"{url}#breadcrumb"} if page.crumbs else None,
        **{"mainEntity" if page.is_author else "about": about},
        hasPart=[
            _said(
                _type="BlogPosting",
                _id=f"{ascii_url(post)}#post",
                url=ascii_url(post),
                headline=one_line(title),
            )
            for post, title in page.listed
        ],
    )


def _term_id(page: PageData) -> str:
    return f"{ascii_url(page.url)}#term"


def _term(page: PageData) -> list[Node]:
    term = page.term
    if term is None:
        return []
    index = ascii_url(term.set_url)
    named = _said(
        _type="DefinedTerm",
        _id=_term_id(page),
        name=one_line(term.name),
        termCode=one_line(term.slug),
        description=one_line(term.description),
        url=ascii_url(page.url),
        inDefinedTermSet={"@id": f"{index}#terms"},
    )
    whole = _said(
        _type="DefinedTermSet", _id=f"{index}#terms", name=one_line(term.set_name), url=index
    )
    return [named, whole]


def _breadcrumbs(page: PageData) -> Node:
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": one_line(crumb.name),
            "item": ascii_url(crumb.url),
        }
        for position, crumb in enumerate(page.crumbs, start=1)
    ]
    return _said(
        _type="BreadcrumbList",
        _id=f"{ascii_url(page.url)}#breadcrumb",
        itemListElement=items,
    )
