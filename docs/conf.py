"""The documentation site: Sphinx with MyST. ``make documentation`` builds it, with warnings as errors.

The pages about statements, the bibliography and the Python interface are written by ``generation`` before each build.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import algebra_tnn

HERE = Path(__file__).parent

project = "algebra_tnn"
author = "The algebra_tnn developers"
project_copyright = author
version = release = algebra_tnn.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["generation", "static"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
nitpicky = False  # types in signatures are of modules that have no page

myst_enable_extensions = ["attrs_inline", "deflist"]
myst_heading_anchors = 4

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
toc_object_entries = False  # every method would be in every page's menu
python_use_unqualified_type_names = True
add_module_names = False
default_role = "code"
smartquotes = False
maximum_signature_line_length = 100

html_theme = "furo"
html_title = "algebra_tnn"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {"navigation_with_keys": True}


def setup(app: Any) -> dict[str, bool]:
    """Writes the generated pages, before Sphinx looks for sources."""
    sys.path.insert(0, str(HERE))
    from generation import docstrings, written

    def linked(app: Any, what: str, name: str, value: object, options: Any, lines: list[str]) -> None:
        lines[:] = docstrings.with_links(lines)

    app.connect("autodoc-process-docstring", linked)
    written(HERE / "generated")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
