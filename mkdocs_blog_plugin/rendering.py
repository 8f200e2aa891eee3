"""Templates: found for the theme, rendered with the theme's own environment."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup
from mkdocs.theme import Theme

FAMILIES = {"materialx": "material"}
"""Themes that take another one's partials."""


def theme_family(theme: Theme) -> str:
    """Whose partials a theme takes: `material`, `mkdocs`, `readthedocs`, or its own name."""
    name = theme.name or ""
    return FAMILIES.get(name, name)


class Renderer:
    """Renders our partials in one environment: `weblog/THEME/NAME.html`, else
    `weblog/NAME.html`, looked for folder by folder, so that a site's `custom_dir` wins over both
    of ours with either name."""

    def __init__(self, env: jinja2.Environment, theme: Theme) -> None:
        self._env = env
        self._folders = [Path(folder) for folder in theme.dirs]
        self._family = theme_family(theme)
        self.template = cache(self._template)

    def _template(self, partial: str) -> jinja2.Template:
        """The template of a partial; what `{% include %}` takes. Raises `TemplateNotFound`."""
        names = [f"weblog/{self._family}/{partial}.html", f"weblog/{partial}.html"]
        for folder in self._folders:
            for name in names:
                if (folder / name).is_file():
                    return self._env.get_template(name)
        return self._env.select_template(names)

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
