"""Exact, certified answers about tensors and the theory of neural networks.

Public names are imported on first use, so that ``list``, ``show``, ``--help`` and ``check`` start at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from algebra_tnn.certificates import Certificate, Shortfall, Verdict
    from algebra_tnn.claims import (
        BorderRankAtLeast,
        BorderRankAtMost,
        BorderRankBetween,
        DimensionAtLeast,
        DimensionAtMost,
        DimensionBetween,
        EssentiallyUnique,
        KRankAtLeast,
        KRankAtMost,
        KRankBetween,
        NotDetermined,
        NotEssentiallyUnique,
        NumberOfDecompositions,
        TensorRankAtLeast,
        TensorRankAtMost,
        TensorRankBetween,
    )
    from algebra_tnn.exact import C, Field, Q, R, contained, k_rank, probable_rank, rank, rank_profile
    from algebra_tnn.explore import (
        Bounds,
        Determination,
        Dimension,
        Filling,
        GenericRank,
        Identifiability,
        MinimalFillings,
        Threshold,
        determination,
        dimension,
        filling,
        generic_k_rank,
        generic_rank,
        identifiable,
        kruskal_rank,
        minimal_fillings,
        sufficient_widths,
        tensor_rank,
        threshold,
    )
    from algebra_tnn.laws import Law, formula, jacobian_rank
    from algebra_tnn.models import PolynomialNetwork, WeightedNetwork, equivalence
    from algebra_tnn.numeric import cross_check, rationalize
    from algebra_tnn.tensors import CP, Tensor, khatri_rao, kronecker
    from algebra_tnn.varieties import Grassmannian, Segre, SegreVeronese, Veronese, secant_rank, secant_ranks
    from algebra_tnn.verification import CertificateRejected, verify

_HOMES = {
    "certificates": ("Certificate", "Shortfall", "Verdict"),
    "claims": (
        "BorderRankAtLeast",
        "BorderRankAtMost",
        "BorderRankBetween",
        "DimensionAtLeast",
        "DimensionAtMost",
        "DimensionBetween",
        "EssentiallyUnique",
        "KRankAtLeast",
        "KRankAtMost",
        "KRankBetween",
        "NotDetermined",
        "NotEssentiallyUnique",
        "NumberOfDecompositions",
        "TensorRankAtLeast",
        "TensorRankAtMost",
        "TensorRankBetween",
    ),
    "exact": ("C", "Field", "Q", "R", "contained", "k_rank", "probable_rank", "rank", "rank_profile"),
    "explore": (
        "Bounds",
        "Determination",
        "Dimension",
        "Filling",
        "GenericRank",
        "Identifiability",
        "MinimalFillings",
        "Threshold",
        "determination",
        "dimension",
        "filling",
        "generic_k_rank",
        "generic_rank",
        "identifiable",
        "kruskal_rank",
        "minimal_fillings",
        "sufficient_widths",
        "tensor_rank",
        "threshold",
    ),
    "laws": ("Law", "formula", "jacobian_rank"),
    "models": ("PolynomialNetwork", "WeightedNetwork", "equivalence"),
    "numeric": ("cross_check", "rationalize"),
    "tensors": ("CP", "Tensor", "khatri_rao", "kronecker"),
    "varieties": ("Grassmannian", "Segre", "SegreVeronese", "Veronese", "secant_rank", "secant_ranks"),
    "verification": ("CertificateRejected", "verify"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "CP",
    "BorderRankAtLeast",
    "BorderRankAtMost",
    "BorderRankBetween",
    "Bounds",
    "C",
    "Certificate",
    "CertificateRejected",
    "Determination",
    "Dimension",
    "DimensionAtLeast",
    "DimensionAtMost",
    "DimensionBetween",
    "EssentiallyUnique",
    "Field",
    "Filling",
    "GenericRank",
    "Grassmannian",
    "Identifiability",
    "KRankAtLeast",
    "KRankAtMost",
    "KRankBetween",
    "Law",
    "MinimalFillings",
    "NotDetermined",
    "NotEssentiallyUnique",
    "NumberOfDecompositions",
    "PolynomialNetwork",
    "Q",
    "R",
    "Segre",
    "SegreVeronese",
    "Shortfall",
    "Tensor",
    "TensorRankAtLeast",
    "TensorRankAtMost",
    "TensorRankBetween",
    "Threshold",
    "Verdict",
    "Veronese",
    "WeightedNetwork",
    "contained",
    "cross_check",
    "determination",
    "dimension",
    "equivalence",
    "filling",
    "formula",
    "generic_k_rank",
    "generic_rank",
    "identifiable",
    "jacobian_rank",
    "k_rank",
    "khatri_rao",
    "kronecker",
    "kruskal_rank",
    "minimal_fillings",
    "probable_rank",
    "rank",
    "rank_profile",
    "rationalize",
    "secant_rank",
    "secant_ranks",
    "sufficient_widths",
    "tensor_rank",
    "threshold",
    "verify",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'algebra_tnn' has no attribute {name!r}")
    return getattr(import_module(f"algebra_tnn.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
