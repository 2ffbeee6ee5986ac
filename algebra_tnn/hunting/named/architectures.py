"""Wrong statements about networks with general weights: dimensions, filling, identifiability, conserved quantities."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from algebra_tnn.hunting.evidence import Evidence, compared, conjunction, evidence, negation
from algebra_tnn.hunting.named.answers import resting_on
from algebra_tnn.hunting.named.named_hunt import Named

if TYPE_CHECKING:
    from algebra_tnn.hunting.spaces.fillings import FillingBorders
    from algebra_tnn.hunting.spaces.networks import Architectures
    from algebra_tnn.models import PolynomialNetwork

# ------------------------------------------------------------------------------------------------- predicates


def finitely_identifiable(network: PolynomialNetwork) -> Evidence:
    """That general weights are determined up to finitely many choices and rescalings: the dimension says so."""
    from algebra_tnn.models.rescalings import orbit_dimension

    return dimension_at_least(network, network.parameter_count - orbit_dimension(network))


def globally_identifiable(network: PolynomialNetwork) -> Evidence:
    """That general weights are determined up to permutations and rescalings, if they are so finitely."""
    from algebra_tnn.explore.fibres_of_networks import fibre_of_network

    known = fibre_of_network(network).known()
    says = f"{network}: that general weights are determined is {known.status}{known.reason}"
    return resting_on(known.verdict, known.status, says)


def has_expected_dimension(network: PolynomialNetwork) -> Evidence:
    """That the dimension is the lesser of the ambient one and that of the weights modulo rescalings: it is no more."""
    return dimension_at_least(network, network.expected_dimension)


def fills(network: PolynomialNetwork) -> Evidence:
    """That its functions are dense among all forms of their degree."""
    return dimension_at_least(network, network.ambient_dimension)


def is_no_minimal_filling(network: PolynomialNetwork) -> Evidence:
    """That it does not fill, or that it still does with one neuron less in some layer."""
    smaller = (negation(fills(each)) for each in with_a_neuron_less(network))
    return negation(conjunction(fills(network), *smaller))


def widths_rise_and_fall_again(network: PolynomialNetwork) -> Evidence:
    """That the widths are not unimodal, which takes no proof but a look."""
    from algebra_tnn.atlas.conjectures import is_unimodal

    unimodal = is_unimodal(network.widths)
    says = "rise up to some layer and fall from there on" if unimodal else "rise again after they fell"
    return Evidence("refuted" if unimodal else "proved", f"{network}: its widths {says}")


def blocks(network: PolynomialNetwork) -> list[PolynomialNetwork]:
    """Its parts of two layers that follow one another."""
    from algebra_tnn.models import PolynomialNetwork

    widths, degrees = network.widths, network.degrees
    return [PolynomialNetwork(widths[i : i + 3], (degree,)) for i, degree in enumerate(degrees)]


def with_a_neuron_less(network: PolynomialNetwork) -> list[PolynomialNetwork]:
    """The networks with one hidden width lowered by one."""
    from algebra_tnn.explore.filling_search import predecessors
    from algebra_tnn.models import PolynomialNetwork

    return [PolynomialNetwork(widths, network.degrees) for widths in predecessors(network.widths)]


def all_blocks_finite(network: PolynomialNetwork) -> Evidence:
    """That its parts of two layers are finitely identifiable."""
    return conjunction(*map(finitely_identifiable, blocks(network)))


def all_blocks_expected(network: PolynomialNetwork) -> Evidence:
    """That its parts of two layers have the expected dimensions."""
    return conjunction(*map(has_expected_dimension, blocks(network)))


def finite_with_a_neuron_less(network: PolynomialNetwork) -> Evidence:
    """That it is finitely identifiable still, whichever hidden neuron is removed."""
    return conjunction(*map(finitely_identifiable, with_a_neuron_less(network)))


def one_law_per_neuron(network: PolynomialNetwork) -> Evidence:
    """That gradient flow of any loss conserves as many independent quantities as there are hidden neurons."""
    from algebra_tnn.explore import conserved_quantities

    neurons = sum(network.widths[1:-1])
    found = compared(conserved_quantities(network), "==", neurons)
    return replace(found, says=f"{network}: {found.says.split(',')[0]}, of {neurons} hidden neurons")


@lru_cache(maxsize=10_000)
def dimension_at_least(network: PolynomialNetwork, number: int) -> Evidence:
    """The claim, verified once."""
    from algebra_tnn.claims import DimensionAtLeast

    found = evidence(DimensionAtLeast(network.law(), number))
    return replace(found, says=f"{network}: that the dimension is at least {number} is {found.says}")


# ----------------------------------------------------------------------------------------------------- spaces


def some_architectures(
    layers: tuple[int, ...],
    widths: tuple[int, ...],
    outputs: tuple[int, ...],
    degrees: tuple[int, ...],
    ambient: int = 150,
) -> Architectures:
    """Those with these numbers of layers, widths of inputs and hidden layers, outputs and degrees, ascending."""
    from algebra_tnn.atlas.families import NetworkSpace
    from algebra_tnn.hunting.spaces.networks import Architectures

    return Architectures(NetworkSpace(layers, widths, outputs, degrees, ambient))


def filling_borders(outputs: int, degree: int, layers: int) -> FillingBorders:
    """The minimal filling networks with two inputs and up to so many layers."""
    from algebra_tnn.hunting.spaces.fillings import FillingBorders

    return FillingBorders(2, outputs, degree, layers)


# ------------------------------------------------------------------------------------------------------ hunts

HUNTS: tuple[Named, ...] = (
    Named(
        "identifiable-blocks",
        "G12",
        "Is a network of three layers finitely identifiable if its blocks of two layers are?",
        all_blocks_finite,
        finitely_identifiable,
        lambda: some_architectures((3,), (2, 3), (1, 2, 3), (2, 3)),
    ),
    Named(
        "finite-is-global",
        "G6",
        "Are weights that are determined up to finitely many choices determined up to permutation and rescaling?",
        finitely_identifiable,
        globally_identifiable,
        lambda: some_architectures((2,), (3, 4, 5, 6, 7), (3, 4, 5, 6, 7), (2,)),
    ),
    Named(
        "unimodal-filling-widths",
        "D27",
        "Is a network that fills its space, while none with a neuron less does, of widths that rise and then fall?",
        widths_rise_and_fall_again,
        is_no_minimal_filling,
        lambda: filling_borders(outputs=1, degree=2, layers=7),
        budget=600,
    ),
    Named(
        "expected-parts",
        "D18",
        "Has a network of three layers the expected dimension if its two parts of two layers have?",
        all_blocks_expected,
        has_expected_dimension,
        lambda: some_architectures((3,), (2, 3), (1, 2), (2, 3)),
    ),
    Named(
        "one-neuron-less",
        "G11",
        "Is a network that is finitely identifiable still so when a hidden neuron is removed?",
        finitely_identifiable,
        finite_with_a_neuron_less,
        lambda: some_architectures((2, 3), (2, 3), (1, 2, 3), (2, 3)),
    ),
    Named(
        "one-law-per-neuron",
        "H11",
        "Does gradient flow conserve exactly one quantity for each hidden neuron?",
        None,
        one_law_per_neuron,
        lambda: some_architectures((2,), (1, 2, 3), (1, 2), (1, 2, 3)),
    ),
)
