"""Wrong statements about what circuits can express."""

from __future__ import annotations

from typing import TYPE_CHECKING

from algebra_tnn.certificates import Status
from algebra_tnn.hunting.evidence import Evidence
from algebra_tnn.hunting.named.comparisons import resting_on_all
from algebra_tnn.hunting.named.named_hunt import Named

if TYPE_CHECKING:
    from algebra_tnn.hunting.spaces.circuit_pairs import CircuitPair
    from algebra_tnn.hunting.spaces.given import Listed

EVERY_OTHER = (0, 2)


def deep_has_more_weights(pair: CircuitPair) -> Evidence:
    """That the deep circuit has no fewer weights than the shallow one, which takes no proof but a look."""
    deep, shallow = pair.weights
    says = f"{deep} weights of the deep circuit, {shallow} of the shallow one"
    return Evidence("proved" if deep >= shallow else "refuted", says)


def deep_ties_more(pair: CircuitPair) -> Evidence:
    """That the deep circuit has no smaller separation rank for every other input, for almost all weights."""
    from algebra_tnn.explore.separation import separation_rank

    deep, shallow = (separation_rank(circuit, EVERY_OTHER) for circuit in (pair.deep, pair.shallow))
    says = (
        f"separation ranks {deep.lower} … {deep.upper} of the deep circuit and {shallow.lower} … {shallow.upper} of "
        "the shallow one, for inputs 0, 2 against 1, 3"
    )
    status: Status = "undecided"
    if deep.upper < shallow.lower:
        status = "refuted"
    elif deep.lower >= shallow.upper:
        status = "proved"
    return resting_on_all((*deep.verdicts, *shallow.verdicts), status, says)


def small_circuit_pairs() -> Listed[CircuitPair]:
    from algebra_tnn.hunting.spaces.circuit_pairs import circuit_pairs

    return circuit_pairs(dimensions=(2, 3), channels=(1, 2, 3, 4), widths=(1, 2, 3, 4))


HUNTS = (
    Named(
        "deep-with-more-weights",
        "D3",
        "Does a deep circuit with no fewer weights tie every other input to the rest as strongly as a shallow one?",
        deep_has_more_weights,
        deep_ties_more,
        small_circuit_pairs,
    ),
)
