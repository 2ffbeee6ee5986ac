"""Tensor formats and networks of which each size is an instance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import comb

from algebra_tnn.hunting.spaces.given import Listed
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.tensors.formats import ParaTuck2Format


def paratuck2_formats(ranks: Sequence[int], rows: Sequence[int], slices: Sequence[int]) -> Listed[ParaTuck2Format]:
    """All ParaTuck-2 formats with ranks (R, S) and shapes (I, J, K) of these sizes, R ≤ I and S ≤ J.

    Transposition of the slices is a symmetry.

    >>> [format.shape for format in paratuck2_formats([2], [2, 3], [4]).instances(0)]
    [(2, 2, 4), (3, 2, 4), (3, 3, 4)]
    """
    chosen = (
        ParaTuck2Format((height, width, count), (left, right))
        for left, right, height, width, count in product(ranks, ranks, rows, rows, slices)
        if left <= height and right <= width and (left, height) >= (right, width)
    )
    words = [f"{min(some)} to {max(some)}" if len(some) > 1 else str(some[0]) for some in (ranks, rows, slices)]
    return Listed(
        f"ParaTuck-2 formats with ranks {words[0]}, {words[1]} rows and columns, no fewer than the ranks, and "
        f"{words[2]} slices, modulo transposition",
        chosen,
        measure=lambda format: (sum(format.ranks), sum(format.shape[:2]), format.shape[2]),
        symmetry=lambda format: (format.shape, format.ranks),
        order="the sum of the ranks, then rows and columns, then slices",
    )


def two_layer_networks(most_weights: int, degrees: Sequence[int]) -> Listed[PolynomialNetwork]:
    """Networks with two layers, several outputs and powers as activations, where counting is closest.

    For each number of inputs and of outputs, and each degree, these are the numbers of neurons next to that for which
    the weights, without rescalings, are as many as the coefficients, but for N − (d_0 − 1) < d_1 < min(d_2, N), where
    it is known that weights do not count. By Terracini's lemma all weights count with fewer neurons if they do with the
    lower number, and the network fills with more if it does with the upper one.

    >>> [network.widths for network in two_layer_networks(12, [2]).instances(0)]
    [(2, 2, 2), (2, 2, 3), (2, 2, 4)]
    """
    return Listed(
        f"networks d0,d1,d2 of powers of degree {' or '.join(map(str, degrees))} with d0, d2 ≥ 2 and at most "
        f"{most_weights} weights, d1 next to where weights without rescalings are as many as coefficients, but for "
        "N − (d0 − 1) < d1 < min(d2, N), where N is the number of monomials",
        _closest(most_weights, degrees),
        measure=lambda network: (network.parameter_count, network.degree, network.widths),
        order="weights, then the degree, then widths",
    )


def _closest(most_weights: int, degrees: Sequence[int]) -> Iterator[PolynomialNetwork]:
    for degree, inputs, outputs in product(degrees, range(2, most_weights), range(2, most_weights)):
        monomials = comb(inputs + degree - 1, degree)
        fewer, rest = divmod(monomials * outputs, inputs + outputs - 1)
        more, first, last = fewer + bool(rest), monomials - inputs + 2, min(outputs, monomials) - 1
        for neurons in {first - 1 if first <= fewer <= last else fewer, last + 1 if first <= more <= last else more}:
            if neurons * (inputs + outputs) <= most_weights:
                yield PolynomialNetwork((inputs, neurons, outputs), degrees=degree)
