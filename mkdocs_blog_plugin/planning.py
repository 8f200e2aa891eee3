"""From the docs to a blog that can be published: every page of it at its place among the files."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs.structure.files import Files, InclusionLevel

from .authorship import Authorship
from .basis import Basis
from .cards.deck import Deck
from .core.author import Bylines
from .core.blog import Blog, plan
from .core.listing import index_path
from .core.post import Post
from .core.problems import Problem
from .core.reading import ReadingSettings
from .core.references import Referred, read_references
from .core.series import check_parts, in_folders
from .core.states import State, Visible, visible
from .files import PostReader, Reading, docs_pages, hide_data
from .parts import PartPages
from .publishing import Publisher
from .redirection import Redirection
from .settings import blog_folder, taxonomy_keys
from .syndication import Syndication


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A blog at its place, and what was found out on the way."""

    blog: Blog
    visible: Visible
    bylines: Bylines
    referred: Referred
    parts: PartPages
    problems: tuple[Problem, ...]


class Planner:
    """Reads the posts, plans the blog, and gives posts, listings, feeds, cards and redirects
    their files, so that no two share a URL."""

    def __init__(self, basis: Basis) -> None:
        self._basis = basis
        options, config, wording = basis.options, basis.config, basis.wording
        self._authorship = Authorship(options, config, wording=wording)
        self.redirection = Redirection(options, config, wording=wording)
        self.syndication = Syndication(options, config, wording=wording)
        self.deck = Deck(options, config, wording=wording)
        self._reader = PostReader(
            options,
            config,
            settings=ReadingSettings(
                zone=options.timezone,
                date_from=tuple(options.date_from),
                taxonomy_keys=taxonomy_keys(options),
            ),
            history=basis.history,
        )
        folder = blog_folder(options)
        kept = self._authorship.join((), basis.settings)[0].taxonomies
        paths = (index_path(taxonomy, blog_dir=folder) for taxonomy in kept)
        self._reader.keep((*paths, self.syndication.page_path))

    def read(self, files: Files) -> Reading:
        """The posts among `files`."""
        return self._reader.read(files)

    def publish(self, files: Files, reading: Reading) -> Planned:
        """The blog that can be published; changes `files`."""
        basis = self._basis
        for source in reading.unusable:
            files.src_uris[source].inclusion = InclusionLevel.EXCLUDED
        seen = visible(tuple(reading.posts.values()), now=basis.now, preview=basis.preview)
        pages = docs_pages(files, reading)
        hide_data(files, basis.options)
        publisher = Publisher(files, basis.config)
        publisher.hide(reading.posts.keys() - {post.source for post in seen.posts})
        posts = self._in_series(seen.posts)
        settings, bylines, told = self._authorship.join(posts, basis.settings)
        blog = plan(posts, settings=settings, pages=pages, now=basis.now)
        problems = (*told, *blog.problems)
        if lost := publisher.publish_posts(blog):
            posts = tuple(post for post in posts if post.source not in lost)
            blog = plan(posts, settings=settings, pages=pages, now=basis.now)
        publisher.publish_listings(blog)
        parts = self._parts(publisher, blog)
        added = self._add(blog, files, publisher, seen, pages=pages)
        held = () if basis.preview else seen.held_back
        unlisted = [post for post in blog.by_source.values() if post.unlisted]
        referred, unknown = read_references(
            blog.posts, unlisted=unlisted, held=held, pages=files.src_uris
        )
        series = self._check_series(blog, seen)
        return Planned(
            blog=blog,
            visible=seen,
            bylines=bylines,
            referred=referred,
            parts=parts,
            problems=(*problems, *publisher.problems, *added, *unknown, *series),
        )

    def _parts(self, publisher: Publisher, blog: Blog) -> PartPages:
        split = self._reader.parts if self._basis.options.nextpage == "split" else {}
        counts = {source: n for source, n in split.items() if source in blog.by_source}
        return PartPages(publisher.publish_parts(counts))

    def _add(
        self,
        blog: Blog,
        files: Files,
        publisher: Publisher,
        seen: Visible,
        *,
        pages: dict[str, str],
    ) -> tuple[Problem, ...]:
        """Feeds, cards and redirects beside the pages: what is wrong with them."""
        claims = publisher.claims
        without = {held.post.source for held in seen.held_back}
        expired = [held.post for held in seen.held_back if held.state is State.EXPIRED]
        return (
            *self.syndication.plan(blog, files, claims, pages=pages, without=without),
            *self.deck.plan(blog, files, claims, without=without),
            *self.redirection.plan(
                blog, files, claims, given_up=[post.id or post.source for post in expired]
            ),
        )

    def _in_series(self, posts: tuple[Post, ...]) -> tuple[Post, ...]:
        options = self._basis.options.series
        if options is None or not options.folder:
            return posts
        return tuple(in_folders(post, folder=options.folder) for post in posts)

    def _check_series(self, blog: Blog, seen: Visible) -> tuple[Problem, ...]:
        grouping = blog.groupings.get("series")
        return check_parts(grouping, coming=self.coming(seen)) if grouping else ()

    def coming(self, seen: Visible) -> tuple[Post, ...]:
        """Posts that are scheduled: in a preview they are there already."""
        held = () if self._basis.preview else seen.held_back
        return self._in_series(tuple(h.post for h in held if h.state is State.SCHEDULED))
