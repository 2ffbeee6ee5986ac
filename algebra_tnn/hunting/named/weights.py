"""Wrong statements about networks with given weights: what the function of a network, or its moments, determine."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from algebra_tnn.hunting.evidence import Evidence, conjunction, evidence
from algebra_tnn.hunting.named.answers import resting_on
from algebra_tnn.hunting.named.named_hunt import Named

if TYPE_CHECKING:
    from algebra_tnn.hunting.spaces.weights import IntegerWeights, SmallWeights

# ------------------------------------------------------------------------------------------------- predicates


@lru_cache(maxsize=10_000)  # blocks recur
def determined(instance: IntegerWeights) -> Evidence:
    """That the function of the network determines its weights up to permutations and rescalings of neurons."""
    from algebra_tnn.explore import determination

    found = determination(instance.weighted)
    rule = "" if found.verdict is None else f" by {found.verdict.rule}"
    says = f"{instance}: that the weights are determined is {found.status}{rule}"
    return resting_on(found.verdict, found.status, says)


def all_blocks_determined(instance: IntegerWeights) -> Evidence:
    """That the function of each two layers determines their weights."""
    return conjunction(*map(determined, instance.blocks))


def rows_pairwise_independent(instance: IntegerWeights) -> Evidence:
    """That no two rows of the first layer are proportional."""
    from algebra_tnn.claims import KRankAtLeast

    rows = instance.layers[0]
    return evidence(KRankAtLeast(tuple(zip(*rows, strict=True)), min(2, len(rows))))


def every_neuron_counts(instance: IntegerWeights) -> Evidence:
    """That no weight of the second layer is zero, which takes no proof but a look."""
    counts = all(x != 0 for row in instance.layers[1] for x in row)
    return Evidence("proved" if counts else "refuted", f"{instance}: {'no' if counts else 'some'} neuron is idle")


def independent_and_active(instance: IntegerWeights) -> Evidence:
    """That no neuron is idle, and no two rows of the first layer are proportional."""
    return conjunction(every_neuron_counts(instance), rows_pairwise_independent(instance))


def found_by_third_moments(instance: IntegerWeights) -> Evidence:
    """That the correlation with the third Hermite tensor determines the rows of the first layer up to scale."""
    from algebra_tnn.explore import moment_decomposition

    found = moment_decomposition(instance.weighted, 3)
    return resting_on(found.verdict, found.status, f"{instance}: {found.explanation.splitlines()[0]}")


# ----------------------------------------------------------------------------------------------------- spaces


def _three_layers() -> SmallWeights:
    from algebra_tnn.hunting.spaces.weights import SmallWeights
    from algebra_tnn.models import PolynomialNetwork

    return SmallWeights((PolynomialNetwork((2, 2, 2, 2), 2),), largest=1)


def _two_layers() -> SmallWeights:
    from algebra_tnn.hunting.spaces.weights import SmallWeights
    from algebra_tnn.models import PolynomialNetwork

    return SmallWeights(tuple(PolynomialNetwork((2, width, 1), 3) for width in (1, 2, 3)), largest=1)


# ------------------------------------------------------------------------------------------------------ hunts

HUNTS: tuple[Named, ...] = (
    Named(
        "determined-blocks",
        "G13",
        "Does a network determine its weights if each of its blocks of two layers does?",
        all_blocks_determined,
        determined,
        _three_layers,
    ),
    Named(
        "pairwise-independent-rows",
        "E4",
        "Do third moments determine a first layer of cubic neurons, no two of which have parallel rows?",
        independent_and_active,
        found_by_third_moments,
        _two_layers,
    ),
)
