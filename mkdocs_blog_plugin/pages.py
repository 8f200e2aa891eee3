"""Completing the pages of the blog: titles before they are rendered, everything else after."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .core.blog import Blog
from .core.links import place
from .core.post import Post
from .core.wording import Wording
from .parts import PartLink
from .rendering import Renderer
from .views import ListingView, SiteView, title_text

_HEADING = re.compile(r"<h1\b.*?</h1>", re.DOTALL | re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(r"^(?:#[^#\n]|[^\n]+\n=+[ \t]*$)|<h1\b", re.MULTILINE)


class Titles:
    """Gives pages of the blog without a title of their own the one they should have."""

    def __init__(self, blog: Blog, pages: Mapping[str, Page], *, wording: Wording) -> None:
        self._blog = blog
        self._pages = pages
        """The pages of listings that somebody wrote, by source."""
        self._wording = wording

    def entitle(self, page: Page) -> None:
        """Sets `title` in the page's front matter where MkDocs would find none, or one that is
        the file name with its date."""
        source = page.file.src_uri
        own = page.meta.get("title")
        headed = _MARKDOWN_HEADING.search(page.markdown or "") is not None
        if source in self._blog.by_source:
            if own is not None or not headed:
                page.meta["title"] = title_html(self._blog.by_source[source].title)
        elif own is None and not headed:
            page.meta["title"] = title_html(self._listing_title(source))

    def heading(self, source: str) -> str:
        """What a listing is headed by: a page written by hand may say it itself."""
        page = self._pages.get(source)
        return title_text(page) if page is not None else self._blog.listings[source].heading

    def _listing_title(self, source: str) -> str:
        listing = self._blog.listings[source]
        number = next(p.number for p in listing.pagers if p.source == source)
        if number == 1:
            return listing.heading
        heading = self.heading(listing.source)
        return self._wording.text("title.page", title=heading, number=number)


def title_html(title: str) -> str:
    """A title for `Page.title`, which themes print as HTML and some escape again: escaped where a
    browser would read it as anything but itself, else as it is."""
    inert = not set(title) & set('<"') and html.unescape(title) == title
    return title if inert else str(Markup.escape(title))


def settle_titles(pages: Iterable[Page]) -> None:
    """Writes the titles that came from rendered headings as all titles of ours are written."""
    for page in pages:
        page.title = title_html(title_text(page))


class Completion:
    """Adds to the content of posts and listings what is ours.

    What stands in lists is rendered once for each post and put on any page.
    """

    def __init__(
        self,
        views: SiteView,
        renderer: Renderer,
        *,
        titles: Titles,
        listing_toc: bool,
    ) -> None:
        self._views = views
        self._renderer = renderer
        self._titles = titles
        self._listing_toc = listing_toc
        self._entries: dict[tuple[str, str], Markup] = {}

    def complete_post(
        self, page: Page, post: Post, *, parts: Sequence[PartLink] = (), number: int = 1
    ) -> None:
        """Title and byline above a post, where it is filed and its neighbours below; links to its
        `parts` between them, where it has several and this page is but one of them."""
        view = self._views.post(post)
        before, heading, after = split_heading(page.content or "", title=view.title)
        above = self._render("post_header", post=view, heading=Markup(heading), part=number)
        links = self._render("parts", post=view, parts=parts) if parts else ""
        below = links + self._render("post_footer", post=view)
        pieces = before, place(above, page_url=page.url), after, place(below, page_url=page.url)
        page.content = "".join(pieces)  # `+` would escape what stands beside Markup

    def complete_listing(self, page: Page, view: ListingView) -> None:
        """The list below the page's own text; its posts in the table of contents."""
        before, heading, after = split_heading(page.content or "", title=self._title(view))
        entries = Markup("\n").join(self._entry(post.post, view.content) for post in view.posts)
        if self._listing_toc and view.posts:
            page.toc = TableOfContents(
                [AnchorLink(str(Markup.escape(p.title)), p.anchor, 2) for p in view.posts]
            )
        listing = self._render(
            "listing",
            listing=view,
            heading=Markup(heading),
            own=Markup(before + after),
            entries=entries,
        )
        page.content = place(listing, page_url=page.url)

    def _title(self, view: ListingView) -> str:
        return self._titles.heading(view.source)

    def _entry(self, post: Post, content: str) -> Markup:
        key = post.source, content
        if key not in self._entries:
            view = self._views.post(post)
            self._entries[key] = self._render("entry", post=view, content=content)
        return self._entries[key]

    def _render(self, partial: str, **context: object) -> Markup:
        return self._renderer.render(partial, weblog=self._views, **context)


def split_heading(content: str, *, title: str) -> tuple[str, str, str]:
    """What stands before the first heading, the heading, and the rest; a heading of `title` where
    there is none."""
    match = _HEADING.search(content)
    if match is None:
        return "", f"<h1>{Markup.escape(title)}</h1>", content
    return content[: match.start()], match.group(), content[match.end() :]
