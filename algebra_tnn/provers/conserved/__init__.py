"""Provers of what gradient flow conserves: polynomials from below, brackets of gradients from above."""

from algebra_tnn.provers.conserved.flows import constant_along_flow, independent_quantities
from algebra_tnn.provers.conserved.lie_algebras import brackets

__all__ = ["brackets", "constant_along_flow", "independent_quantities"]
