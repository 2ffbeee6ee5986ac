"""Probable values, asked again: they have no certificate, and a trial more is what can be said of them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from hashlib import sha256

from algebra_tnn.atlas.proved_claims import Disagreement
from algebra_tnn.atlas.rows import Value
from algebra_tnn.exact import double_primes
from algebra_tnn.exact.probable_ranks import ERROR, miss_probability, trials_for
from algebra_tnn.explore.dimensions import MOST_MISSED
from algebra_tnn.laws import Law, jacobian_rank
from algebra_tnn.laws.heights import row_degree, row_height

_MODULUS = 8388593  # a prime below 2^23


def confirmed(columns: Mapping[str, Value], law: Law, lower: int, upper: int) -> dict[str, Value]:
    """The columns of a probable dimension, where the bounds leave room for one; empty if the row has none.

    The value is the rank of the Jacobian at another random point, and its error bound is one that the trials of the
    dimension can reach. Raises: Disagreement.
    """
    value, written = columns["probable"], columns["error_bound"]
    if value is None and written is None:
        return {}
    if lower == upper:
        raise Disagreement("it has a probable value, though the bounds meet")
    if type(value) is not int or not lower <= value <= upper:
        raise Disagreement(f"probable is {value}, which is not between the bounds {lower} and {upper}")
    least = _least_error(law, upper)
    error = _fraction(written)
    if error is None or not least <= error < 1:
        raise Disagreement(f"error_bound is {written}, and trials reach {least} at best")
    rank = jacobian_rank(law, modulus=_MODULUS, seed=_seed(columns), structured=False).rank
    if rank != value:
        raise Disagreement(f"probable is {value}, and the rank at another random point is {rank}")
    return {"probable": value, "error_bound": written}


def _least_error(law: Law, ceiling: int) -> Fraction:
    miss = miss_probability(double_primes(), ceiling=ceiling, degree=row_degree(law), height=row_height(law))
    return Fraction(1) if miss > MOST_MISSED else miss ** trials_for(ERROR, miss)


def _fraction(text: Value) -> Fraction | None:
    try:
        return Fraction(text) if isinstance(text, str) else None
    except (ValueError, ZeroDivisionError):
        return None


def _seed(columns: Mapping[str, Value]) -> int:
    """Another for every row, and none that a sweep uses."""
    return int(sha256(f"recheck {columns['key']}".encode()).hexdigest()[:12], 16)
