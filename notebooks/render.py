"""Executes the notebooks, and writes each as a notebook with its outputs and as a page: ``python -m notebooks.render``.

A page is one file that asks for nothing else: pictures are drawings inside it, formulas are MathML, and the scripts
that the template would fetch are left out.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import jupytext
import nbformat
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from jinja2 import pass_context
from jinja2.runtime import Context
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode

SOURCES = Path(__file__).parent
SECONDS = 120  # for one cell: a whole notebook should not take longer
# The first three blocks would load scripts: require.js for widgets, MathJax for formulas, mermaid for diagrams.
TEMPLATE = """{% extends 'lab/index.html.j2' %}
{% block html_head_js %}{% endblock %}
{% block html_head_js_mathjax %}{% endblock %}
{% block html_head_js_mermaidjs %}{% endblock %}
{% block extra_css %}<style>
main { max-width: 72rem; margin: auto; }
.jp-OutputArea-output img, .jp-OutputArea-output svg { max-width: 100%; height: auto; }
.jp-RenderedMarkdown math[display="block"] { overflow-x: auto; }
</style>{% endblock %}
"""


class NotebookFailed(RuntimeError):
    """A notebook did not run to its end, or has a formula that cannot be shown."""


class _WithMathML(IPythonRenderer):
    """Formulas as MathML, which browsers draw by themselves."""

    def inline_math(self, body: str) -> str:
        return _mathml(body, as_block=False)

    def block_math(self, body: str) -> str:
        return _mathml(body, as_block=True)


def _mathml(formula: str, *, as_block: bool) -> str:
    try:
        return tex2mathml(formula, as_block=as_block)
    except MathError as error:
        raise NotebookFailed(f"the formula {formula!r} does not become MathML: {error}") from None


def marked_up(markdown: str) -> str:
    """The text of a cell as HTML. Raises: NotebookFailed for a formula with an unknown command."""
    return MarkdownWithMath(renderer=_WithMathML(escape=False, exclude_anchor_links=True)).render(markdown)


class Page(HTMLExporter):
    """An exporter to HTML without external resources."""

    raw_template = TEMPLATE

    @pass_context
    def markdown2html(self, context: Context, source: str) -> str:
        return marked_up(source)


def paths() -> list[Path]:
    """The notebooks of this folder, in the order of their names."""
    return sorted(path for path in SOURCES.glob("*.py") if path != Path(__file__))


def executed(path: Path) -> NotebookNode:
    """The notebook with the outputs of its cells. Raises: NotebookFailed, with the cell and what it said."""
    notebook = jupytext.read(path)
    notebook.metadata["title"] = notebook.cells[0].source.splitlines()[0].lstrip("# ")
    with TemporaryDirectory() as folder:  # what a cell might write does not stay
        client = NotebookClient(
            notebook,
            timeout=SECONDS,
            kernel_name="python3",
            resources={"metadata": {"path": folder}},
            extra_arguments=["--InlineBackend.figure_formats={'svg'}", "--log-level=ERROR"],
        )
        try:
            return client.execute()
        except CellTimeoutError:
            reason = f"it did not end within {SECONDS} seconds; ask for a smaller sweep, NOTEBOOK_SIZE=1"
        except CellExecutionError as error:
            reason = f"{error.ename}: {error.evalue}".splitlines()[0]
        except DeadKernelError:
            reason = "the kernel died"
    raise NotebookFailed(f"{path.name}, {_place(notebook)}: {reason}")


def _place(notebook: NotebookNode) -> str:
    """The last cell of code that began."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    begun = sum("iopub.status.busy" in cell.metadata.get("execution", {}) for cell in code)
    return f"cell {begun} of {len(code)}"


def render(path: Path, output: Path) -> tuple[Path, Path]:
    """The notebook with outputs and the page that were written for the notebook at ``path``. Raises: NotebookFailed."""
    notebook = executed(path)
    try:
        text, _ = Page().from_notebook_node(notebook)
    except NotebookFailed as error:
        raise NotebookFailed(f"{path.name}: {error}") from None
    output.mkdir(parents=True, exist_ok=True)
    written = output / f"{path.stem}.ipynb", output / f"{path.stem}.html"
    nbformat.write(notebook, written[0])
    written[1].write_text(text, encoding="utf-8")
    return written


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 if all notebooks were written, 1 if one was not; exits with 2 if one is not there."""
    known = {path.stem: path for path in paths()}
    parser = argparse.ArgumentParser(prog="python -m notebooks.render", description=(__doc__ or "").split(":")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(known)}; without, all")
    parser.add_argument("-o", "--output", type=Path, default=Path("build/notebooks"), metavar="FOLDER")
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.names if name not in known]
    if unknown:
        parser.error(f"there is no notebook {unknown[0]!r}; there are {', '.join(known)}")
    names = asked.names or [*known]
    failed = 0
    for count, name in enumerate(names, 1):
        began = time.monotonic()
        print(f"{count} of {len(names)}: {name} …", end=" ", file=sys.stderr, flush=True)
        try:
            written = render(known[name], asked.output)
        except (NotebookFailed, OSError) as error:
            failed += 1
            print(f"failed\n{error}", file=sys.stderr)
        else:
            print(f"{written[1]}, {time.monotonic() - began:.0f} s", file=sys.stderr)
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
