"""Networks whose activations are no polynomials but satisfy a differential equation, by their Taylor polynomials."""

from algebra_tnn.models.analytic.jet_network import JetNetwork

__all__ = ["JetNetwork"]
