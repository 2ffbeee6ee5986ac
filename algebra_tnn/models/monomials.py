"""Which monomials in the inputs the outputs of a polynomial network can have."""

from __future__ import annotations

from collections.abc import Iterable
from math import comb, prod
from typing import TYPE_CHECKING, TypeAlias

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.exact.polynomials import Polynomial, PolynomialRing
from algebra_tnn.exact.primes import is_prime
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.expansion import coefficient_map
from algebra_tnn.laws.term_counts import term_bounds
from algebra_tnn.laws.values import value
from algebra_tnn.models.activations import Activation

if TYPE_CHECKING:
    from algebra_tnn.models.polynomial_network import PolynomialNetwork

Degree: TypeAlias = tuple[int, ...]  # one number for each class of inputs
Degrees: TypeAlias = frozenset[Degree]

MOST = 250_000  # sums of degrees that are formed at once
EXPANDED = 10**5  # terms of an expansion that decides about cancellation


class _TooMany(Exception):
    pass


def monomial_counts(network: PolynomialNetwork) -> tuple[int, ...]:
    """For each output, the number of monomials in the inputs with a coefficient that is not zero for all weights.

    Inputs whose columns in a first layer without ties have their weights in the same places form a class. A linear
    change of the variables of a class is a change of weights, so the polynomials reached are closed under it; and the
    monomials of one multidegree span an irreducible module: with one of them all are reached. So multidegrees are
    counted, one number for each class, each with Π C(n_c + d_c − 1, d_c) monomials.

    Multidegrees of sums and products are unions and sums of sets. That is exact if no coefficient of an activation is
    negative, since nothing cancels then. Otherwise a random evaluation modulo a prime shows most of them to be reached,
    and an expansion decides about the rest, as far as it has few terms; what remains is counted. The number is an upper
    bound as well where there are millions of multidegrees: then a set is replaced by an interval of total degrees.
    """
    for classes in dict.fromkeys((input_classes(network), (0,) * network.widths[0])):
        try:
            bound = _possible(network, classes)
        except _TooMany:
            continue
        sizes = [classes.count(c) for c in range(1 + max(classes))]
        return tuple(sum(_monomials(sizes, degree) for degree in some) for some in _reached(network, classes, bound))
    law = network.law()
    return tuple(map(int, term_bounds(law, law.input_names)[law.program.output].ravel()))


def input_classes(network: PolynomialNetwork) -> tuple[int, ...]:
    """The number of the class of each input."""
    first = network.connections[0]
    if first.is_tied:
        return tuple(range(first.columns))
    seen: dict[tuple[bool, ...], int] = {}
    return tuple(seen.setdefault(first.column(j), len(seen)) for j in range(first.columns))


def _possible(network: PolynomialNetwork, classes: tuple[int, ...]) -> list[Degrees]:
    """The multidegrees of each output if nothing cancels. Raises: _TooMany."""
    count = 1 + max(classes)
    zero = frozenset({(0,) * count})
    constant = zero if network.biases else frozenset()
    values: list[Degrees] = [frozenset({tuple(int(c == k) for k in range(count))}) for c in classes]
    for i, layer in enumerate(network.connections):
        unions: dict[tuple[int, ...], Degrees] = {}
        for row in layer.sources:
            if row not in unions:
                unions[row] = constant.union(*(some for some in {values[j] for j in row}))
        values = [unions[row] for row in layer.sources]
        if i < network.depth - 1:
            powers: dict[tuple[Degrees, Activation], Degrees] = {}
            for some, sigma in set(zip(values, network.activations[i], strict=True)):
                powers[some, sigma] = frozenset().union(*_multiples(some, sigma.exponents, zero))
            values = [powers[key] for key in zip(values, network.activations[i], strict=True)]
    return values


def _multiples(some: Degrees, exponents: Iterable[int], zero: Degrees) -> list[Degrees]:
    """The sums of e members, for each exponent e, ascending."""
    found, last, total = [], 0, zero
    for e in exponents:
        step, square = e - last, some
        while step:
            if step % 2:
                total = _sums(total, square)
            step //= 2
            square = _sums(square, square) if step else square
        found.append(total)
        last = e
    return found


def _sums(some: Degrees, others: Degrees) -> Degrees:
    if len(some) * len(others) > MOST:
        raise _TooMany
    return frozenset(tuple(a + b for a, b in zip(x, y, strict=True)) for x in some for y in others)


def _reached(network: PolynomialNetwork, classes: tuple[int, ...], possible: list[Degrees]) -> list[Degrees]:
    if all(c >= 0 for layer in network.activations for sigma in layer for c in sigma.coefficients):
        return possible
    reached = _shown(network, classes)
    if reached == possible:
        return reached
    try:
        terms = coefficient_map(network.law(), budget=EXPANDED)
    except ValueError:
        return possible
    exact: list[set[Degree]] = [set() for _ in possible]
    for output, exponents in terms:
        degree = [0] * (1 + max(classes))
        for e, c in zip(exponents, classes, strict=True):
            degree[c] += e
        exact[output].add(tuple(degree))
    return [frozenset(some) for some in exact]


def _shown(network: PolynomialNetwork, classes: tuple[int, ...]) -> list[Degrees]:
    """Multidegrees that occur at random weights modulo a prime, in the directions of random vectors in each class."""
    numbers = [c for layer in network.activations for sigma in set(layer) for c in sigma.coefficients]
    p = next(p for p in range(PRIME, 1, -1) if is_prime(p) and all(c.denominator % p for c in numbers))
    R = PolynomialRing(tuple(f"s{c}" for c in range(1 + max(classes))), characteristic=p)
    draw = Draw(seed=0, largest=p // 2)

    def drawn(shape: tuple[int, ...]) -> list[int]:
        found: list[int] = draw.array(shape).astype(int).tolist()
        return found

    x = [R.variables[c] * k for c, k in zip(classes, drawn((len(classes),)), strict=True)]
    outputs = value(network.law(), {"x": x, **{name: drawn(shape) for name, shape in network.parameters.items()}})
    polynomials = [f if isinstance(f, Polynomial) else R(f) for f in outputs]
    return [frozenset(exponents for exponents, _ in f.terms()) for f in polynomials]


def _monomials(sizes: list[int], degree: Degree) -> int:
    return prod(comb(n + d - 1, d) for n, d in zip(sizes, degree, strict=True))
