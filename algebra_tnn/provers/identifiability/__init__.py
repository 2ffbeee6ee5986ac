"""In how many ways generic sums of powers are such sums: certificates for ``NumberOfDecompositions``."""

from algebra_tnn.provers.identifiability.contact import tangential_contact
from algebra_tnn.provers.identifiability.generic_points import generic_kruskal, generic_uniqueness
from algebra_tnn.provers.identifiability.sections import bronowski, linear_section, number_in_linear_section

__all__ = [
    "bronowski",
    "generic_kruskal",
    "generic_uniqueness",
    "linear_section",
    "number_in_linear_section",
    "tangential_contact",
]
