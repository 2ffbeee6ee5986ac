"""Models as data: the expression language of laws, its tracer, its printer and its interpreters."""

from algebra_tnn.laws.comparison import scaled_difference
from algebra_tnn.laws.derivatives import derivative
from algebra_tnn.laws.expansion import coefficient_map, expansion
from algebra_tnn.laws.fixing import fixed
from algebra_tnn.laws.formula import formula
from algebra_tnn.laws.jacobian_ranks import JacobianRank, jacobian_rank
from algebra_tnn.laws.jacobians import directional_derivatives, jacobian
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.taylor import taylor_difference
from algebra_tnn.laws.tracing import apply, einsum, named
from algebra_tnn.laws.values import approximate_value, value
from algebra_tnn.laws.vector_fields import VectorField

__all__ = [
    "JacobianRank",
    "Law",
    "VectorField",
    "apply",
    "approximate_value",
    "coefficient_map",
    "derivative",
    "directional_derivatives",
    "einsum",
    "expansion",
    "fixed",
    "formula",
    "jacobian",
    "jacobian_rank",
    "named",
    "scaled_difference",
    "taylor_difference",
    "value",
]
