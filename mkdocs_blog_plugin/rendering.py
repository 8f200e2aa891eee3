"""Templates: found for the theme, rendered with the theme's own environment."""

from __future__ import annotations

from functools import cache

import jinja2
from markupsafe import Markup
from mkdocs.theme import Theme

FAMILIES = {"materialx": "material"}
"""Themes that take another one's partials."""

_BOOTSTRAP = frozenset({"mkdocs", "bootswatch", "bootstrap"})


def theme_family(theme: Theme) -> str:
    """Whose partials a theme takes: `material`, `mkdocs`, `readthedocs`, or its own name.

    The bootswatch themes are called by their swatches (`yeti`), but share the built-in theme's
    markup: they are known by its stylesheet.
    """
    name = theme.name or ""
    return FAMILIES.get(name, name)


class Renderer:
    """Renders our partials in one environment: `weblog/THEME/NAME.html`, else
    `weblog/NAME.html`; a site's `custom_dir` wins over both."""

    def __init__(self, env: jinja2.Environment, *, family: str) -> None:
        self._env = env
        self._family = family
        self.template = cache(self._template)

    def names(self, partial: str) -> list[str]:
        """Where a partial is looked for, in order; what `{% include %}` takes."""
        return [f"weblog/{self._family}/{partial}.html", f"weblog/{partial}.html"]

    def _template(self, partial: str) -> jinja2.Template:
        return self._env.select_template(self.names(partial))

    def has(self, partial: str) -> bool:
        """Whether there is such a partial."""
        try:
            self.template(partial)
        except jinja2.TemplateNotFound:
            return False
        return True

    def render(self, partial: str, **context: object) -> Markup:
        """The partial as HTML."""
        return Markup(self.template(partial).render(context))
