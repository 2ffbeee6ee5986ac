"""The neurons of one hidden layer as the terms of a decomposition, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement
from math import comb, gcd, prod
from typing import Any

from algebra_tnn.certificates import Shortfall
from algebra_tnn.exact import Field, Number, Q
from algebra_tnn.laws.draws import Draw
from algebra_tnn.models import Activation, Power
from algebra_tnn.models.rescalings import forms
from algebra_tnn.models.weights import WeightedNetwork
from algebra_tnn.provers.weights.same_function import RULE
from algebra_tnn.tensors import CP

Vectors = list[list[Number]]

MOST_COPIES = 5  # modes for one input; beyond, three modes hold monomials
MOST_MONOMIALS = 200  # in one of these


def decompositions_of(network: WeightedNetwork, field: Field = Q) -> list[CP] | Shortfall:
    """Decompositions each of whose uniqueness over a field determines the weights among all over it, or why none does.

    There is one hidden layer, and all its neurons have one activation: see ``powers`` and ``mixtures``.
    """
    model = network.network
    if model.depth != 2:
        reason = f"there are {model.depth - 1} hidden layers; what determines given weights of several is not known"
        return Shortfall("essentially-unique", reason)
    if len(set(model.activations[0])) > 1:
        return Shortfall("essentially-unique", "the neurons have different activations, so they are no terms alike")
    found = [powers(network)] if model.biases or _common_form(network) is not None else []
    if model.biases or not found:
        found += mixtures(network, field)
    return [shown for shown in found if shown is not None] or Shortfall(
        "essentially-unique", "the activation leaves scalings open, or a neuron is zero"
    )


def powers(network: WeightedNetwork) -> CP | None:
    """For one activation α (t + β)^r + γ, where β = γ = 0 without biases; None if a neuron is zero.

    Let c_j be the columns of W2, and a_j the rows of W1, or with biases those of [W1 | b1 + β]; then there is one term
    more, with the last unit vector as a and any vector c ≠ 0. The decomposition is T = Σ_j α c_j ⊗ a_j ⊗ … ⊗ a_j, r
    times; if r is large, Σ_j α ⟨a_j, e⟩^(r−k−l−m) c_j ⊗ a_j^k ⊗ a_j^l ⊗ a_j^m, where a^k is the vector of the monomials
    of degree k in the entries of a, k + l + m ≤ r, and no ⟨a_j, e⟩ is 0.

    *If it is essentially unique, then weights over the field with the same function are equivalent.* The function f at
    x is T contracted r times with x, or with (x, 1) plus a constant vector. Adding one vector to the outputs of all
    networks makes the constant of this one, b2 + γ Σ_j c_j, equal to c. As a polynomial f determines the symmetric
    tensor T, and the second tensor is linear in T. So other weights with the same f give a decomposition of the same
    tensor of the same length, of which terms may be zero. If one were, fewer terms would do than in a unique
    decomposition, against its minimal length (certificate format, rule ``uniqueness``). So both have the same terms.
    A term determines a up to a factor, since ratios of entries of a are ratios of monomials; if a′ = s a, then c′ =
    s^(−r) c. With biases the term of the unit vector of the other weights is that of these, so that the constants
    agree: if it were that of a neuron j of these, then a_j, too, would be a multiple of the unit vector, and two terms
    could be merged into one. ∎
    """
    model, form = network.network, _common_form(network)
    if form is None:
        return None
    (inner, bias), (outer, _) = model.layers(network.weights)
    rows: Vectors = [[*row, b + form.shift] if model.biases else list(row) for row, b in zip(inner, bias, strict=True)]
    columns: Vectors = [[form.scale * x for x in column] for column in zip(*outer, strict=True)]
    if model.biases:
        rows.append([int(k == model.widths[0]) for k in range(model.widths[0] + 1)])
        columns.append(_constant(model.widths[2]))
    if form.exponent <= MOST_COPIES:
        return _decomposition([columns, *[rows] * form.exponent])
    return _contracted(columns, rows, form.exponent)


def mixtures(network: WeightedNetwork, field: Field) -> Iterator[CP]:
    """For one activation σ(t) = τ(t + β) + γ of degree d, where β = γ = 0 without biases.

    With biases τ has no constant and no term of degree d − 1. Let c_j be the columns of W2, a_j the rows of
    W1, b_j the entries of b1 + β, and u_jk = τ^(k)(b_j)/k!, which is a coefficient of τ without biases. For e from 1
    to d − 1 the decomposition is Σ_j c_j ⊗ a_j ⊗ … ⊗ a_j ⊗ v_j, e times a_j, where v_j holds u_jk a_j^(k−e) for k = e,
    …, d; a^k is the vector of the monomials of degree k.

    *If it is essentially unique, weights over the field with the same function are equivalent*, if all s ≠ 0 in the
    field with s^(d−k) = 1 for all k ≥ e with τ_k ≠ 0 satisfy this for all k with τ_k ≠ 0. The part of degree k ≥ 1 of f
    is Σ_j u_jk ⟨a_j, x⟩^k c_j, so f determines the tensor. As for ``powers``, other weights have the same terms, so
    a′ = s a and v′ = λ v. From k = d follows λ = s^(d−e), and from the others u′_k = s^(d−k) u_k; for k = d − 1 and
    with biases this says b′ = s b. By Taylor's formula ρ = τ^(e) has ρ(s t) = s^(d−e) ρ(t), which is s^(d−k) = 1 for
    all k ≥ e with τ_k ≠ 0, and then for all. So τ(s t) = s^d τ(t) and c′ = s^(−d) c. What remains are output biases,
    which f(0) determines. ∎
    """
    model = network.network
    (inner, bias), (outer, _) = model.layers(network.weights)
    sigma = model.activations[0][0]
    tau, shift = (sigma.centred(), sigma.centre) if model.biases else (sigma, 0)
    columns: Vectors = [list(column) for column in zip(*outer, strict=True)]
    for e in range(min(tau.degree - 1, MOST_COPIES), 0, -1):
        parts = [k for k in range(e, tau.degree + 1) if model.biases or k in tau.exponents]
        size = sum(comb(model.widths[0] + k - e - 1, k - e) for k in parts)
        if (model.biases or e in tau.exponents) and size <= 3 * MOST_MONOMIALS and _fixes_scalings(tau, e, field):
            mixed = [
                [x for k in parts for x in _scaled(_derivative(tau, k, b + shift), _monomials(row, k - e))]
                for row, b in zip(inner, bias, strict=True)
            ]
            yield _decomposition([columns, *[list(map(list, inner))] * e, mixed])


def _fixes_scalings(tau: Activation, e: int, field: Field) -> bool:
    """Whether s^(d−k) = 1 for the exponents k ≥ e of τ implies it for all exponents."""
    gaps = [tau.degree - k for k in tau.exponents]
    common = gcd(*(gap for gap in gaps if gap <= tau.degree - e))
    if not common:  # then s is free
        return not any(gaps)
    order = common if field.name == "C" else gcd(common, 2)  # of the group of these s
    return all(gap % order == 0 for gap in gaps)


def _derivative(tau: Activation, k: int, t: Number) -> Number:
    """τ^(k)(t)/k!"""
    return sum(c * comb(i, k) * t ** (i - k) for i, c in enumerate(tau.coefficients) if i >= k)


def _scaled(c: Number, vector: Sequence[Number]) -> list[Number]:
    return [c * x for x in vector]


def weights_of(network: WeightedNetwork, shown: CP, evidence: Mapping[str, Any]) -> dict[str, Any] | Shortfall:
    """The weights that another decomposition is, if its terms are symmetric in the inputs and rational.

    Args: shown: one of ``decompositions_of``; evidence: of the rule second-decomposition about it. It is read if the
    terms are those of ``powers``, in copies of the inputs.
    """
    model, form = network.network, _common_form(network)
    if form is None or form.exponent > MOST_COPIES or shown != powers(network):
        return _unusable("its terms are not powers of the inputs")
    if evidence["root"] is not None:
        return _unusable("its numbers are not rational")
    outer, inner, *others = evidence["factors"]
    columns, rows = ([list(map(Fraction, vector)) for vector in zip(*factor, strict=True)] for factor in (outer, inner))
    for factor in others:
        for i, vector in enumerate(zip(*factor, strict=True)):
            ratio = _ratio(rows[i], vector)
            if ratio is None:
                return _unusable("its terms are not symmetric in the inputs")
            columns[i] = [ratio * x for x in columns[i]]
    (_, bias), (old, last) = model.layers(network.weights)
    if model.biases:
        unit = next((i for i, row in enumerate(rows) if not any(row[:-1])), None)
        if unit is None:
            return _unusable("it has no term for the output biases")
        scale, column = rows.pop(unit)[-1] ** form.exponent, columns.pop(unit)
        moved = [scale * x - c for x, c in zip(column, _constant(model.widths[2]), strict=True)]
        bias = tuple(row.pop() - form.shift for row in rows)
        after = [sum(entries) / form.scale for entries in zip(*columns, strict=True)]
        last = tuple(
            b + c + form.offset * (sum(row) - new) for b, c, row, new in zip(last, moved, old, after, strict=True)
        )
    matrix = [[x / form.scale for x in row] for row in zip(*columns, strict=True)]
    try:
        return model.weights([(rows, bias), (matrix, last)])
    except ValueError as error:  # a zero or a tie
        return _unusable(str(error))


def _contracted(columns: Vectors, rows: Vectors, exponent: int) -> CP | None:
    """Three modes of monomials, of degrees as high as their number allows; None if a row is zero."""
    variables, each = len(rows[0]), 1
    while 3 * each + 3 <= exponent and comb(variables + each, each + 1) <= MOST_MONOMIALS:
        each += 1
    spare = exponent - 3 * each
    degrees = [each + (k < spare and comb(variables + each, each + 1) <= MOST_MONOMIALS) for k in range(3)]
    rest = exponent - sum(degrees)
    for seed in range(20):
        e = [int(x) for x in Draw(seed, 9).array((variables,))]
        values = [sum(x * y for x, y in zip(row, e, strict=True)) for row in rows]
        if all(values):
            scaled = [_scaled(v**rest, column) for column, v in zip(columns, values, strict=True)]
            return _decomposition([scaled, *([_monomials(row, degree) for row in rows] for degree in degrees)])
    return None


def _monomials(vector: Sequence[Number], degree: int) -> list[Number]:
    return [prod(chosen) for chosen in combinations_with_replacement(vector, degree)]


def _decomposition(modes: Iterable[Vectors]) -> CP:
    """From the vectors of all terms, mode by mode."""
    return CP.from_factors(*(list(zip(*vectors, strict=True)) for vectors in modes))


def _common_form(network: WeightedNetwork) -> Power | None:
    found = forms(network.network)
    shared = {found.get((1, i)) for i in range(network.network.widths[1])}
    return shared.pop() if len(shared) == 1 else None


def _constant(outputs: int) -> list[Number]:
    """The vector c: any one will do, and one without special position is the best."""
    return [int(x) for x in Draw(7, 9).array((outputs,))]


def _unusable(reason: str) -> Shortfall:
    return Shortfall(RULE, f"another decomposition was found, but {reason}")


def _ratio(one: Sequence[Fraction], two: Sequence[Number]) -> Fraction | None:
    """The number c with two = c · one for a nonzero vector, or None."""
    lead = next(i for i, x in enumerate(one) if x)
    ratio = Fraction(two[lead]) / one[lead]
    return ratio if all(y == ratio * x for x, y in zip(one, two, strict=True)) else None
