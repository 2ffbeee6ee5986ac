"""Problems that are hard in general as questions about polynomials, answered at instances with certificates."""

from algebra_tnn.explore.reductions.cliques import CliqueOptimum, clique_law, motzkin_straus
from algebra_tnn.explore.reductions.three_colourings import (
    ThreeColouring,
    colouring_law,
    no_colouring_law,
    three_colouring,
)

__all__ = [
    "CliqueOptimum",
    "ThreeColouring",
    "clique_law",
    "colouring_law",
    "motzkin_straus",
    "no_colouring_law",
    "three_colouring",
]
