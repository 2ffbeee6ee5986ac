"""Moments of polynomial models whose inputs are random, as laws in what remains."""

from algebra_tnn.exact.measures import Normal, Uniform
from algebra_tnn.models.moments.expectations import expectation
from algebra_tnn.models.moments.hermite import HermiteTensor, hermite_coefficients
from algebra_tnn.models.moments.network_moment import NetworkMoment
from algebra_tnn.models.moments.push_forward import QuadraticPushForward
from algebra_tnn.models.moments.relu import relu_coefficient
from algebra_tnn.models.moments.stein import (
    boundary_difference,
    general_polynomial,
    score_moment,
    stein_difference,
)

__all__ = [
    "HermiteTensor",
    "NetworkMoment",
    "Normal",
    "QuadraticPushForward",
    "Uniform",
    "boundary_difference",
    "expectation",
    "general_polynomial",
    "hermite_coefficients",
    "relu_coefficient",
    "score_moment",
    "stein_difference",
]
