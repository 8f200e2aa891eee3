"""The plan of a blog back to MkDocs files: each at its URL, none over another."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from .core.blog import Blog
from .core.listing import Listing
from .core.post import Post
from .core.problems import Level, Mark, Problem
from .core.taxonomy import chronology
from .core.urls import Claims, page_file, page_url, source_path


class Publisher:
    """Gives the posts their permalinks and the listings their files.

    Whatever the site holds already keeps its place: a page of the blog that would lie there is
    reported and left out.
    """

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        self._files = files
        self._config = config
        self.claims = Claims()
        """Which file of the site belongs to whom, after everything is published."""
        self.problems: list[Problem] = []

    def hide(self, sources: Iterable[str]) -> None:
        """Holds posts back: MkDocs knows them as drafts."""
        for source in sources:
            _lower(self._files.src_uris[source], InclusionLevel.DRAFT)

    def publish_posts(self, blog: Blog) -> frozenset[str]:
        """Gives the posts their URLs; those that can have none are excluded, and returned."""
        for name in sorted(self._config.theme.static_templates):
            self.claims.claim(name, owner=f"the theme's {name}")
        ours = blog.by_source.keys() | blog.listings.keys()
        for file in self._files:
            if file.src_uri not in ours and file.inclusion.is_in_serve():
                self.claims.claim(file.dest_uri, owner=file.src_uri)
        posts = sorted(blog.by_source.values(), key=chronology)
        return frozenset(post.source for post in posts if not self._publish_post(post, blog.paths))

    def _publish_post(self, post: Post, paths: Mapping[str, str]) -> bool:
        file = self._files.src_uris[post.source]
        if post.source in paths:
            place(file, paths[post.source])
        holder = self.claims.claim(file.dest_uri, owner=file.src_uri)
        if holder is not None:
            file.inclusion = InclusionLevel.EXCLUDED
            self.problems.append(_post_clash(post.source, holder, file.url, post.marks))
        elif file.inclusion is InclusionLevel.INCLUDED or post.draft:
            _lower(file, InclusionLevel.DRAFT if post.draft else InclusionLevel.NOT_IN_NAV)
        return holder is None

    def publish_listings(self, blog: Blog) -> None:
        """Gives the listings their files; those that can have none are left out."""
        for source, listing in blog.listings.items():
            file = self._files.get_file_from_path(source)
            if file is None:
                self._publish_listing(source, listing, blog)
            else:
                self.claims.claim(file.dest_uri, owner=source)

    def _publish_listing(self, source: str, listing: Listing, blog: Blog) -> None:
        in_nav = source == blog.front.source and self._config.nav is None
        level = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
        file = File.generated(self._config, source, content="", inclusion=level)
        file.abs_src_path = self._backing(blog)
        holder = self.claims.claim(file.dest_uri, owner=source)
        if holder is None:
            self._files.append(file)
        else:
            self.problems.append(_listing_clash(listing, holder, file.url, blog.listings))

    def publish_parts(self, counts: Mapping[str, int]) -> dict[str, tuple[str, int]]:
        """Gives the later parts of posts their files, below their posts; returns of each, by its
        source, the post and its number. `counts` are the numbers of parts by post."""
        places: dict[str, tuple[str, int]] = {}
        for post, count in counts.items():
            for number in range(2, count + 1):
                source = f"{source_path(post)}/{number}.md".lstrip("/")
                if not self._publish_part(source, self._files.src_uris[post], str(number)):
                    break
                places[source] = post, number
        return places

    def _publish_part(self, source: str, post: File, name: str) -> bool:
        file = File.generated(self._config, source, content="", inclusion=post.inclusion)
        _lower(file, InclusionLevel.NOT_IN_NAV)
        above = post.dest_uri.removesuffix(".html")
        above = "" if above == "index" else above.removesuffix("/index")
        place(file, f"{above}/{name}".lstrip("/"))
        file.abs_src_path, file.edit_uri = post.abs_src_path, post.edit_uri
        holder = self.claims.claim(file.dest_uri, owner=source)
        if holder is None and self._files.get_file_from_path(source) is not None:
            holder = source
        if holder is None:
            self._files.append(file)
        else:
            self.problems.append(_part_clash(post.src_uri, holder, file.url, name))
        return holder is None

    def _backing(self, blog: Blog) -> str | None:
        """A real file behind the generated ones: other plugins ask the disk and git about it."""
        sources = (blog.front.source, *(post.source for post in blog.posts[-1:]))
        for source in sources:
            file = self._files.get_file_from_path(source)
            if file is not None and file.abs_src_path:
                return file.abs_src_path
        return self._config.config_file_path


def place(file: File, path: str) -> None:
    """Moves a page's file to a path of the site; links to its source follow."""
    file.dest_uri = page_file(path, directory_urls=file.use_directory_urls)
    file.url = page_url(file.dest_uri, directory_urls=file.use_directory_urls) or "./"
    file.abs_dest_path = os.path.normpath(os.path.join(file.dest_dir, file.dest_uri))


def _lower(file: File, level: InclusionLevel) -> None:
    """Never raises a level: that would publish what the site excludes."""
    if file.inclusion.value > level.value:
        file.inclusion = level


def _post_clash(source: str, holder: str, url: str, marks: Mapping[str, Mark]) -> Problem:
    key = next((name for name in ("permalink", "slug") if name in marks), None)
    return Problem(
        code="url-clash",
        level=Level.ERROR,
        source=source,
        key=key,
        mark=marks.get(key) if key else None,
        found=f"its URL {_shown(url)} belongs to {holder}",
        fix="rename one of them, or give it another `slug` or `permalink`",
    )


def _part_clash(post: str, holder: str, url: str, name: str) -> Problem:
    return Problem(
        code="url-clash",
        level=Level.ERROR,
        source=post,
        found=f"its page {name} would lie at {_shown(url)}, which belongs to {holder}",
        fix="rename one of them, or take the marker `<!--nextpage-->` out",
    )


def _listing_clash(
    listing: Listing, holder: str, url: str, listings: Mapping[str, Listing]
) -> Problem:
    """The message stands at what holds the URL; two listings have no source, their posts have."""
    other = listings.get(holder)
    at = f"{_shown(url)}, where '{listing.heading}' would be"
    return Problem(
        code="url-clash",
        level=Level.ERROR,
        source=listing.posts[0].source if other and listing.posts else holder,
        found=f"'{other.heading}' lies at {at}" if other else f"it lies at {at}",
        fix="rename one of them: a term takes another `slug` in the terms file",
    )


def _shown(url: str) -> str:
    return f"/{url.removeprefix('./')}"
