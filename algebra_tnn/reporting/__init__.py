"""Reports about the theorem library, as HTML, Markdown and LaTeX, and citations of it.

A :class:`Report` holds what is said, in the order of the review whose theorems the library verifies; ``page``,
``markdown`` and ``tex`` write it.
"""

from algebra_tnn.reporting.citations import cited
from algebra_tnn.reporting.contents import Entry, ProofFile, Report
from algebra_tnn.reporting.reports import report
from algebra_tnn.reporting.runs import Run
from algebra_tnn.reporting.sections import SECTIONS, Section, section_of

__all__ = ["SECTIONS", "Entry", "ProofFile", "Report", "Run", "Section", "cited", "report", "section_of"]
