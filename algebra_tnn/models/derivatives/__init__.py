"""Derivatives of networks as tensors, and the formats that they have."""

from algebra_tnn.models.derivatives.chain import derivative_sum, jacobian_product
from algebra_tnn.models.derivatives.derivative_tensor import DerivativeTensor
from algebra_tnn.models.derivatives.evaluations import evaluation_matrix
from algebra_tnn.models.derivatives.flexible_network import FlexibleNetwork
from algebra_tnn.models.derivatives.jacobian_format import jacobian_format
from algebra_tnn.models.derivatives.slopes import DifferentialActivation, differential_activation
from algebra_tnn.models.derivatives.values import derivative_terms, derivative_values, jacobian_nodes, jacobians

__all__ = [
    "DerivativeTensor",
    "DifferentialActivation",
    "FlexibleNetwork",
    "derivative_sum",
    "derivative_terms",
    "derivative_values",
    "differential_activation",
    "evaluation_matrix",
    "jacobian_format",
    "jacobian_nodes",
    "jacobian_product",
    "jacobians",
]
