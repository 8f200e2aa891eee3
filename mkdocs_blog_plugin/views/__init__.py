"""What templates see: the blog's data joined with the rendered pages, HTML as Markup.

Every link is written from the site's root, behind the placeholder `ROOT`, so that what is
rendered once can be put on any page.
"""

from .listing import ListingView, TermView
from .place import Link, Shelf, title_text
from .post import PostView
from .site import SiteView, Style

__all__ = [
    "Link",
    "ListingView",
    "PostView",
    "Shelf",
    "SiteView",
    "Style",
    "TermView",
    "title_text",
]
