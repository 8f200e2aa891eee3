"""Social cards: a picture of each post for those who link to it, drawn when the site is built.

`deck` is what the build knows. What draws is in the extra `cards` and imported only where a site
has cards.
"""
