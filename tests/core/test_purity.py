"""The core is plain data: what it may not know of, it does not import."""

from __future__ import annotations

import subprocess
import sys

IMPORT_ALL = """
import importlib, pkgutil, sys
import mkdocs_blog_plugin.core as core
modules = [name for _, name, _ in pkgutil.walk_packages(core.__path__, f"{core.__name__}.")]
for name in modules:
    importlib.import_module(name)
foreign = {"mkdocs", "properdocs", "jinja2", "markdown", "material", "click"}
print(len(modules), *sorted(foreign & {name.split(".")[0] for name in sys.modules}))
"""


def test_the_core_imports_neither_mkdocs_nor_jinja_nor_markdown() -> None:
    fresh = [sys.executable, "-W", "error", "-c", IMPORT_ALL]
    answer = subprocess.run(fresh, capture_output=True, text=True, timeout=60, check=False)
    assert answer.returncode == 0, answer.stderr
    modules, *foreign = answer.stdout.split()
    assert int(modules) > 0
    assert foreign == []
