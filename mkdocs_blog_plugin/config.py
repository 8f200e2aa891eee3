"""The options of the plugin, with their types and defaults.

The text below each option is its documentation: the reference page is made from it.
"""

from __future__ import annotations

from datetime import date

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from .core.slug_styles import STYLES
from .options import (
    ColourOption,
    FeedPathsOption,
    PermalinkOption,
    RecordOption,
    RecordsOption,
    WordingOption,
    ZoneOption,
)
from .plain_options import CountOption, DateFormatOption, PatternOption, PlaceOption

CONTENT = ("excerpt", "full", "title")


class TaxonomyConfig(Config):
    """One way to classify posts. Every key may be left out."""

    label = c.Optional(c.Type(str))
    """What one term of it is called: `Product`. Default: the taxonomy's name."""
    plural = c.Optional(c.Type(str))
    """What the index page is called: `Products`. Default: the taxonomy's name, capitalised."""
    slug = c.Optional(c.Type(str))
    """First part of the term pages' URL. Default: `tag`, `category`, or the taxonomy's name."""
    key = c.Optional(c.Type(str))
    """The front matter key that names the terms. Default: the taxonomy's name."""
    hierarchical = c.Optional(c.Type(bool))
    """Whether `Topics/Wards` is a term below a term. Default: `true` for categories only."""
    default = c.Optional(c.Type((str, bool)))
    """Where posts without a term are filed; `false` for nowhere. Default: `Uncategorized` for
    categories, nowhere for all others."""
    permalink = c.Optional(PatternOption("slug", needs=("slug",)))
    """Pattern of a term page's URL, with `{slug}`. Relative to the blog; with a leading slash,
    to the site. Default: `SLUG/{slug}`."""
    heading = c.Optional(PatternOption("label"))
    """Heading of a term's page, with `{label}`. Default: the wording's, `Tag Archives: {label}`."""
    index = c.Optional(c.Choice(("list", "cloud", "tree", False)))
    """Look of the page that lists all terms, `false` for no such page. Default: `cloud` for tags,
    `tree` for what is hierarchical, else `list`."""
    per_page = c.Optional(CountOption())
    """Posts on each page of a term; `0` for all on one. Default: that of the blog."""
    orphans = c.Optional(CountOption())
    """A last page with at most so many posts joins the page before it. Default: as the blog's."""
    content = c.Optional(c.Choice(CONTENT))
    """What a term's page shows of its posts. Default: that of the blog."""
    order_terms = c.Choice(("name", "-name", "count", "-count"), default="name")
    """Order of the terms in the index: alphabetical, or the most used first."""
    order_posts = c.Type(str, default="newest")
    """Order of the posts of a term: `newest`, `oldest`, `title`, or any front matter key, with a
    dash before it for the other way round."""
    allowed = c.Optional(c.ListOfItems(c.Type(str)))
    """The terms posts may use; another one is a warning. Default: any."""
    min_posts = CountOption(default=1)
    """A term with fewer posts has no page and no link."""
    slugs = c.Optional(c.Choice(tuple(STYLES)))
    """Slug style of this taxonomy. Default: that of the blog."""
    feed = c.Optional(c.Type((bool, int)))
    """Which terms have feeds: `true` for all, `false` for none, a number for those with at least
    so many posts. Default: `1` for categories, `2` for tags, `false` for all others."""
    noindex = c.Type(bool, default=False)
    """Whether search engines are asked to leave the pages of this taxonomy out of their index."""


class FrontConfig(Config):
    """The front page of the blog."""

    title = c.Optional(c.Type(str))
    """Its title. Default: that of its Markdown page, else `Blog` in the site's language."""
    per_page = c.Optional(CountOption())
    """Posts on each of its pages; `0` for all on one. Default: that of the blog."""
    orphans = c.Optional(CountOption())
    """A last page with at most so many posts joins the page before it. Default: as the blog's."""
    content = c.Optional(c.Choice(CONTENT))
    """What it shows of its posts. Default: that of the blog."""
    order_posts = c.Type(str, default="newest")
    """Order of its posts: `newest`, `oldest`, `title`, or any front matter key, with a dash before
    it for the other way round."""


class ExcerptConfig(Config):
    """How a post is shortened where it has neither a marker nor an excerpt of its own."""

    paragraphs = CountOption(default=2)
    """How many paragraphs at the most."""


class ArchiveConfig(Config):
    """The posts by date."""

    periods = c.ListOfItems(c.Choice(("year", "month", "day")), default=["year", "month"])
    """Which periods have pages; each brings those above it with it."""
    permalink = PatternOption("slug", needs=("slug",), default="{slug}")
    """Pattern of a period's URL, `{slug}` being `2012/03`. Relative to the blog; with a leading
    slash, to the site."""
    index = c.Type((str, bool), default="archive")
    """Where the page with all posts by year lies; `false` for no such page."""
    content = c.Optional(c.Choice(CONTENT))
    """What a period's page shows of its posts. Default: that of the blog."""
    per_page = c.Optional(CountOption())
    """Posts on each page of a period; `0` for all on one. Default: that of the blog."""
    feed = c.Type((bool, int), default=False)
    """Which periods have feeds: `true` for all, or a number for those with at least so many
    posts."""
    noindex = c.Type(bool, default=False)
    """Whether search engines are asked to leave the pages of periods out of their index."""


class AuthorsConfig(Config):
    """Who writes."""

    file = PlaceOption(default="{blog}/.authors.yml")
    """The authors file, relative to `docs_dir`: Material's `.authors.yml` or Docusaurus'
    `authors.yml`, as it is."""
    default = c.Optional(c.Type(str))
    """Id or name of who wrote posts that name nobody."""
    pages = c.Type(bool, default=True)
    """Whether authors have pages, where the authors file does not say so for one."""
    index = c.Type(bool, default=True)
    """Whether there is a page that lists all authors."""
    permalink = PatternOption("slug", needs=("slug",), default="author/{slug}")
    """Pattern of an author's URL. Relative to the blog; with a leading slash, to the site."""
    box = c.Type(bool, default=True)
    """Whether posts end with a box about authors who have a description."""
    email = c.Type(bool, default=False)
    """Whether e-mail addresses of the authors file are printed."""
    content = c.Optional(c.Choice(CONTENT))
    """What an author's page shows of the posts. Default: that of the blog."""
    per_page = c.Optional(CountOption())
    """Posts on each page of an author; `0` for all on one. Default: that of the blog."""
    feed = c.Type((bool, int), default=False)
    """Which authors have feeds: `true` for all, or a number for those with at least so many
    posts."""
    noindex = c.Type(bool, default=False)
    """Whether search engines are asked to leave the pages of authors out of their index."""


class SeriesConfig(Config):
    """Posts that are read in an order of their own."""

    folder = c.Optional(c.Type(str))
    """A folder, relative to `docs_dir`, each of whose folders is a series."""
    coming_soon = c.Type(bool, default=False)
    """Whether parts that are scheduled are named, without a link."""
    permalink = PatternOption("slug", needs=("slug",), default="series/{slug}")
    """Pattern of a series' URL. Relative to the blog; with a leading slash, to the site."""
    content = c.Choice(CONTENT, default="excerpt")
    """What a series' page shows of its parts."""
    per_page = CountOption(default=0)
    """Parts on each page of a series; `0` for all on one."""
    feed = c.Type((bool, int), default=False)
    """Which series have feeds: `true` for all, or a number for those with at least so many
    posts."""
    noindex = c.Type(bool, default=False)
    """Whether search engines are asked to leave the pages of series out of their index."""


class RelatedConfig(Config):
    """Related posts."""

    limit = CountOption(default=3)
    """How many posts are suggested at most; `0` for none."""
    stable = c.Type(bool, default=True)
    """Whether only older posts are suggested, so that a new post changes no other page."""
    reasons = c.Type(bool, default=True)
    """Whether a suggestion says what the posts share."""


class RedirectsConfig(Config):
    """Redirects from former URLs (`aliases:` of posts, `redirects:` of terms)."""

    export = c.ListOfItems(c.Choice(("netlify", "nginx", "apache")), default=[])
    """Rules for servers, written beside the redirect pages: `netlify` (`_redirects`, also for
    Cloudflare Pages), `nginx` (`redirects.nginx`), `apache` (`redirects.htaccess`)."""


class PodcastConfig(Config):
    """What directories of podcasts require of a feed."""

    category = c.Type(str, default="Technology")
    """One of Apple's categories."""
    subcategory = c.Optional(c.Type(str))
    """What it is within the category."""
    owner = c.Type(str)
    """Name of who is responsible."""
    email = c.Type(str)
    """Their address; it stands in the feed for everybody to read."""
    explicit = c.Type(bool, default=False)
    """Whether there is strong language."""
    image = c.Optional(c.Type(str))
    """Square, 1400 to 3000 pixels: a path relative to `docs_dir`, or a URL."""
    kind = c.Optional(c.Choice(("episodic", "serial")))
    """Whether episodes stand alone (`episodic`) or are to be heard in order (`serial`)."""


class FeedsConfig(Config):
    """Feeds of the blog and of terms. They need `site_url` in `mkdocs.yml`."""

    formats = c.ListOfItems(c.Choice(("rss", "atom", "json")), default=["rss", "atom", "json"])
    """RSS 2.0 (`rss`), Atom (`atom`), JSON Feed 1.1 (`json`); the first one is preferred."""
    paths = FeedPathsOption(default="default")
    """Where feeds lie: `default` (`feed.xml`, `atom.xml` and `feed.json` below the page of the
    same posts), `wordpress` (`feed/`), `material-rss` (`/feed_rss_created.xml`,
    `/feed_rss_updated.xml`, `/feed_json_created.json`, `/feed_json_updated.json`); or a mapping
    of `rss`, `atom`, `json` to paths, relative to the page. With a leading slash, the blog's own
    feed lies there, and those of terms at the default."""
    content = c.Choice(("full", "excerpt"), default="full")
    """What the blog's own feed has of each post: the `full` text or its `excerpt`."""
    term_content = c.Choice(("full", "excerpt"), default="excerpt")
    """The same for the feeds of terms, which have most posts again and again: full text in all of
    them makes a large site several times larger."""
    limit = CountOption(default=20)
    """How many posts a feed has, the newest; `0` for all."""
    archive_size = CountOption(default=0)
    """Posts in each archive document (RFC 5005): with it, a feed reader can go back to the first
    post. `0` for no archives."""
    title = c.Optional(c.Type(str))
    """Title of the blog's own feed. Default: the blog's and the site's."""
    description = c.Optional(c.Type(str))
    """What the feeds are about. Default: `site_description`."""
    copyright = c.Optional(c.Type(str))
    """Who holds the rights. Default: `copyright` of `mkdocs.yml`, as text."""
    icon = c.Optional(c.Type(str))
    """A small square image, as a path relative to `docs_dir` or a URL. Default: the theme's
    favicon."""
    logo = c.Optional(c.Type(str))
    """A larger image, in the same way. Default: the theme's logo."""
    hub = c.Optional(c.Type(str))
    """URL of a WebSub hub that tells subscribers of new posts."""
    stylesheet = c.Choice(("css", "xsl", False), default="css")
    """What a feed looks like in a browser: `css` shows the posts' titles and says what a feed is,
    `xsl` makes a page with links of it (browsers warn that they will give it up), `false` leaves
    it to the browser."""
    subscribe = c.Type((str, bool), default="subscribe")
    """Where the page lies that lists all feeds, relative to the blog, with a leading slash to the
    site; `false` for no such page."""
    opml = c.Type((str, bool), default="feeds.opml")
    """Where the list of all feeds for feed readers lies, in the same way; `false` for none."""
    podcast = RecordOption(PodcastConfig, off=True)
    """What directories of podcasts want to know, where posts have an `enclosure`."""


class MetadataConfig(Config):
    """What the head of posts and listings says to search engines and chat programs. What the theme
    or another plugin says already is left alone."""

    description = c.Type(bool, default=True)
    """A description: that of the front matter, else the beginning of the post."""
    canonical = c.Type(bool, default=True)
    """The canonical URL, and for lists the pages before and after."""
    open_graph = c.Type(bool, default=True)
    """Open Graph: title, description, image, times, authors and tags."""
    twitter = c.Type(bool, default=True)
    """Twitter cards."""
    structured_data = c.Type(bool, default=True)
    """JSON-LD: blog, posts, authors, breadcrumbs and terms."""
    image = c.Optional(c.Type(str))
    """The image of posts without cover and of lists: a path relative to `docs_dir`, or a URL."""
    image_alt = c.Type(str, default="")
    """What this image shows."""


class SitemapConfig(Config):
    """The blog in `sitemap.xml`. Unlisted posts are never in it."""

    pagers = c.Type(bool, default=False)
    """Whether the second and all further pages of lists are in it."""


class CoverConfig(Config):
    """Cover images."""

    fallback = c.Choice(("none", "first_image"), default="none")
    """The cover of a post that names none: `none`, or the `first_image` of its text."""
    in_lists = c.Type(bool, default=True)
    """Whether lists show covers."""
    on_posts = c.Type(bool, default=True)
    """Whether a post shows its own cover (never one that is the first image of its text)."""


class CardsConfig(Config):
    """Social cards: pictures of posts, 1200 by 630 pixels, for those who link to them. They need
    `pip install "mkdocs-weblog[cards]"`."""

    scheme = c.Choice(("primary", "light", "dark"), default="primary")
    """What a card is painted with: the `primary` colour, or `light` or `dark` paper."""
    primary = c.Optional(ColourOption())
    """The colour of the card, or of the tile behind the logo: `'#17494d'`. Default: the theme's
    primary colour, which Material's palette must name."""
    accent = c.Optional(ColourOption())
    """The colour of bar and dot. Default: the theme's accent colour, else made of the primary."""
    logo = c.Optional(c.Type((str, bool)))
    """An SVG, PNG, JPEG, GIF or WebP file, relative to `docs_dir`; `false` for none. Default: the
    theme's logo."""
    fonts = c.ListOfItems(c.Type(str), default=[])
    """Font files, relative to `mkdocs.yml`, for what they have; Noto Sans has all the rest."""
    listings = c.Type(bool, default=False)
    """Whether lists have cards too."""
    instead_of_covers = c.Type(bool, default=False)
    """Whether posts that have a cover have a card too, which is then the one that is shown."""
    cache = c.Type(str, default=".cache/weblog/cards")
    """The folder, relative to `mkdocs.yml`, where drawn cards are kept from build to build."""


class WeblogConfig(Config):
    """The options below `weblog:` in `mkdocs.yml`. All of them may be left out."""

    blog_dir = PlaceOption(default="blog")
    """The blog's folder, in the docs as in the site; `.` makes the whole site a blog."""
    posts = c.ListOfItems(c.Type(str), default=["/{blog}/**"])
    """Which pages are posts: patterns in the manner of `.gitignore`, relative to `docs_dir`, with
    `{blog}` for the blog's folder. An index page is a post only where it has a date. Front matter
    `post: true` or `post: false` wins over the patterns."""
    language = c.Optional(c.Type(str))
    """Language of headings, labels and dates: `de`, `pt-BR`. Default: the theme's, else English."""
    timezone = ZoneOption(default="UTC")
    """The site's time zone: dates without one are in it."""
    as_of = c.Optional(c.Type((str, date)))
    """Builds the site as it is at this moment, to see what is scheduled: `2026-12-01 09:00`. The
    environment variable `WEBLOG_AS_OF` does the same. Default: now."""
    date_from = c.ListOfItems(
        c.Choice(("front_matter", "file_name", "folders", "git")),
        default=["front_matter", "file_name", "folders"],
    )
    """Where a post's date is looked for, in this order: `date:` in front matter, the file name
    (`2024-01-31-title.md`), the folders (`2024/01/31/title.md`), the first commit (`git`). Never
    the file's time."""
    updated_from = c.ListOfItems(c.Choice(("front_matter", "git")), default=["front_matter"])
    """Where the date of the last update is looked for: `updated:` in front matter, the last
    commit (`git`)."""
    date_format = DateFormatOption(default="long")
    """How dates are written: `full`, `long`, `medium`, `short`, or a pattern of the Unicode CLDR
    (`d. MMMM yyyy`)."""
    permalink = PermalinkOption(default="docs")
    """The URL of posts: `docs` keeps the one their place in the docs gives them; else a preset or
    a pattern such as `{date:%Y/%m}/{slug}`."""
    slugs = c.Choice(tuple(STYLES), default="unicode")
    """Slug style: `unicode` keeps letters of every script, `ascii` folds accents and drops what
    is not ASCII, `wordpress` makes what WordPress makes (`Node.js` is `node-js`)."""
    per_page = CountOption(default=10)
    """Posts on each page of a list; `0` for all on one."""
    orphans = CountOption(default=0)
    """A last page with at most so many posts joins the page before it."""
    stable_pages = c.Type(bool, default=False)
    """Whether a post never moves to another page of a list: the oldest posts are on `page/1/`, and
    the page without a number is the one that fills up."""
    content = c.Choice(CONTENT, default="excerpt")
    """What lists show of a post: its `excerpt`, the `full` text (up to its marker, where it has
    one), or its `title`."""
    front = c.SubConfig(FrontConfig)
    """The front page."""
    excerpt = c.SubConfig(ExcerptConfig)
    """Excerpts."""
    reading_time = c.Type(bool, default=True)
    """Whether the byline says how long a post takes to read."""
    word_count = c.Type(bool, default=False)
    """Whether the byline says how many words a post has; each Chinese or Japanese character counts
    as one."""
    words_per_minute = CountOption(least=1, default=265)
    """How fast one reads; Chinese and Japanese characters count at 500 a minute."""
    cover = c.SubConfig(CoverConfig)
    """Cover images."""
    layout = c.Choice(("list", "grid"), default="list")
    """How lists are laid out: one post below the other, or as cards in a grid."""
    old_after = CountOption(default=0)
    """Years after which a post says how old it is; `0` for never."""
    nextpage = c.Choice(("split", "join"), default="split")
    """What `<!--nextpage-->` does: `split` makes a page of each part, as WordPress does, `join`
    leaves the post in one."""
    listing_toc = c.Type(bool, default=True)
    """Whether the table of contents of a list names its posts."""
    pins = c.Choice(("front", "everywhere"), default="front")
    """Where pinned posts are on top: on the first page of the `front` page, or `everywhere` on the
    first pages of the lists they are in. Neighbours and feeds know nothing of it."""
    neighbours = c.Type(str, default="all")
    """Where older and newer lead: `all` posts, or those of the same `category`, `tag`, or any
    taxonomy by its name; `none` for no such links."""
    wording = WordingOption(default="filed-under")
    """A preset (`filed-under`, `posted-in`, `this-entry`, `minimal`), or a mapping of strings to
    texts of your own, in which `preset` names the rest."""
    taxonomies = RecordsOption(TaxonomyConfig)
    """Ways to classify posts, by name. `tags` and `categories` exist without being named; `false`
    switches one off."""
    archive = RecordOption(ArchiveConfig)
    """The posts by date; `false` for no such pages."""
    authors = RecordOption(AuthorsConfig)
    """Who writes; `false` for no author pages and boxes."""
    series = RecordOption(SeriesConfig)
    """Series; `false` for none."""
    related = c.SubConfig(RelatedConfig)
    """Related posts, below each post."""
    feeds = RecordOption(FeedsConfig)
    """Feeds; `false` for none."""
    posts_json = c.Optional(c.Type(str))
    """Where all public posts and terms lie as JSON for other programs: `posts.json`. Relative to
    the blog; with a leading slash, to the site. Default: nowhere."""
    metadata = RecordOption(MetadataConfig)
    """What the head of pages says to machines; `false` for nothing."""
    cards = RecordOption(CardsConfig, off=True)
    """Social cards, `true` or a mapping."""
    sitemap = c.SubConfig(SitemapConfig)
    """The blog in `sitemap.xml`."""
    redirects = c.SubConfig(RedirectsConfig)
    """Redirects from former URLs."""
    lock = c.Type((bool, str), default=False)
    """Keeps a lock file of all published URLs beside `mkdocs.yml`: `true` for `weblog.lock.yml`, or
    a name. A post or term that moves is redirected by it; a URL that would vanish is a warning,
    which fails a strict build. Commit the file."""
    terms_file = PlaceOption(default="{blog}/terms.yml")
    """The file, relative to `docs_dir`, that describes terms."""
