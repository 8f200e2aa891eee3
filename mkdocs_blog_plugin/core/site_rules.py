"""Kinds of problems of a whole site: its terms, authors, series, URLs, and what is held back."""

from __future__ import annotations

from .problems import Level, Rule

SITE_RULES = (
    Rule(
        code="file-unreadable",
        level=Level.ERROR,
        title="File that cannot be read",
        explanation="A post is no regular file, lies outside the docs by a link, or may not be "
        "read.",
    ),
    Rule(
        code="url-clash",
        level=Level.ERROR,
        title="Two things would share a URL",
        explanation="A post or a listing would lie where another page or file lies. Nothing is "
        "overwritten, and the message names both. Names that differ only in case or "
        "Unicode form are one file on many disks, so they clash too.",
    ),
    Rule(
        code="link-held-back",
        level=Level.WARN,
        title="Link to a post that is held back",
        explanation="A page links to a draft, a scheduled or an expired post. The text of the "
        "link stays, the link is left out.",
    ),
    Rule(
        code="cover-missing",
        level=Level.WARN,
        title="Cover image that is not there",
        explanation="`cover:` names an image that is neither in the docs nor a URL. The post has "
        "no cover.",
    ),
    Rule(
        code="template-missing",
        level=Level.WARN,
        title="Template that is not there",
        explanation="`template:` names a file that neither the theme nor the site's `custom_dir` "
        "has. The post has the theme's own template.",
    ),
    Rule(
        code="slug-clash",
        level=Level.WARN,
        title="Two terms would share a URL",
        explanation="Two terms that are not one would have the same slug. Both have a page: the "
        "one used first keeps the slug, the other has one with a suffix that stays.",
    ),
    Rule(
        code="slug-reserved",
        level=Level.WARN,
        title="Chosen slug that cannot be had",
        explanation="A `slug` of the terms file names a page of the blog's own, as `page` does, "
        "or a device, as `con` on Windows. The term has another one.",
    ),
    Rule(
        code="spelling-variants",
        level=Level.WARN,
        title="Several spellings of one term",
        explanation="Posts spell a term in ways that differ only in case or width. They are one "
        "term, shown as most posts spell it.",
    ),
    Rule(
        code="term-depth",
        level=Level.WARN,
        title="Terms nested too deep",
        explanation="A term has more than nine levels, and the last ones are taken as one.",
    ),
    Rule(
        code="term-not-allowed",
        level=Level.WARN,
        title="Term that posts may not use",
        explanation="The site lists the terms posts may use, and this is none of them. The post "
        "is filed under it all the same.",
    ),
    Rule(
        code="terms-file",
        level=Level.ERROR,
        title="Terms file that is not understood",
        explanation="The terms file is not YAML, or a name or value in it is none that there is.",
    ),
    Rule(
        code="authors-file",
        level=Level.WARN,
        title="Authors file that is not understood",
        explanation="A record of the authors file, or an inline one, has a value that cannot be "
        "used. It is left out, the rest of the record counts.",
    ),
    Rule(
        code="author-unknown",
        level=Level.WARN,
        title="Author who is not in the authors file",
        explanation="The site has an authors file, and a post names what looks like an id and is "
        "none of it. It is shown as it is written.",
    ),
    Rule(
        code="series-part-doubled",
        level=Level.WARN,
        title="Part of a series given twice",
        explanation="Two posts of a series have the same `part`; their dates decide which comes "
        "first.",
    ),
    Rule(
        code="series-part-missing",
        level=Level.WARN,
        title="Gap in the parts of a series",
        explanation="Between two posts of a series, a `part` is left out.",
    ),
    Rule(
        code="post-shared",
        level=Level.WARN,
        title="Post in two blogs",
        explanation="Two instances of the plugin take the same pages for posts. They stay in the "
        "first blog, which is the one named first.",
    ),
    Rule(
        code="permalink-form",
        level=Level.WARN,
        title="Permalink that is no pattern",
        explanation="`permalink:` of a post has a token or a brace that means nothing. The post "
        "has the URL that the site's own pattern gives it.",
    ),
    Rule(
        code="alias-clash",
        level=Level.WARN,
        title="Former URL that is in use",
        explanation="`aliases:` names a place where a page, a file or another redirect lies. "
        "That stays, and no redirect is made.",
    ),
    Rule(
        code="alias-form",
        level=Level.WARN,
        title="Former URL that is no path of this site",
        explanation="`aliases:` takes paths of the site the post is on. No redirect is made for "
        "anything else.",
    ),
    Rule(
        code="reference-unknown",
        level=Level.WARN,
        title="Post that is not there",
        explanation="`related:` names a post that this blog does not have. It is left out.",
    ),
    Rule(
        code="lock-file",
        level=Level.ERROR,
        title="Lock file that is not understood",
        explanation="The file of published URLs was changed by hand, or two versions of it were "
        "merged.",
    ),
    Rule(
        code="url-vanished",
        level=Level.WARN,
        title="URL that answers no more",
        explanation="The lock file knows a URL that was published, and nothing lies there now: "
        "neither a page nor a redirect.",
    ),
    Rule(
        code="widget-yaml",
        level=Level.WARN,
        title="Widget that is not made of keys and values",
        explanation="A `weblog` block holds no readable YAML. Visitors see nothing in its place.",
    ),
    Rule(
        code="widget-option",
        level=Level.WARN,
        title="Widget that asks for what there is not",
        explanation="A key or a value of a widget has no meaning. Visitors see nothing in its "
        "place.",
    ),
    Rule(
        code="widget-term",
        level=Level.WARN,
        title="Widget that asks for a term no post has",
        explanation="A widget names a tag, category, author or series that no public post has.",
    ),
    Rule(
        code="widget-unclosed",
        level=Level.WARN,
        title="Widget block that never ends",
        explanation="The fence of a `weblog` block is not closed, so it is no block at all.",
    ),
    Rule(
        code="widget-template",
        level=Level.WARN,
        title="Template of a widget is missing",
        explanation="A widget names a template of the site's own, and there is no such file. "
        "Visitors see nothing in its place.",
    ),
    Rule(
        code="parts-differ",
        level=Level.WARN,
        title="Page break that does not count",
        explanation="A marker `<!--nextpage-->` stands where it cannot end a page, or another "
        "plugin has put it there. The post has fewer pages than it has markers for.",
    ),
)
