"""Counterexamples: instances with a proved hypothesis and a refuted conclusion, as small as they can be made."""

from algebra_tnn.hunting.evidence import Answer, Evidence, compared, conjunction, evidence, negation
from algebra_tnn.hunting.searching import Counterexample, Hunt, PredicateFailed, hunt
from algebra_tnn.hunting.spaces.given import Drawn, Listed
from algebra_tnn.hunting.spaces.space import Space

__all__ = [
    "Answer",
    "Counterexample",
    "Drawn",
    "Evidence",
    "Hunt",
    "Listed",
    "PredicateFailed",
    "Space",
    "compared",
    "conjunction",
    "evidence",
    "hunt",
    "negation",
]
