"""Sums of symmetric and partially symmetric rank-one tensors, and the forms that symmetric tensors are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, cycle, product
from typing import Any

from algebra_tnn.exact import Field, Number, Polynomial, PolynomialRing, Q
from algebra_tnn.laws.arrays import Array
from algebra_tnn.tensors.cp import CP
from algebra_tnn.tensors.formats import SymmetricCPFormat
from algebra_tnn.tensors.forms import Form
from algebra_tnn.tensors.tensor import Tensor
from algebra_tnn.tensors.values.format_value import FormatValue, expanded, ring_array


@dataclass(frozen=True, slots=True, repr=False)
class SymmetricCP(FormatValue):
    """Σ_r w_r a_r^{⊗d} ⊗ b_r^{⊗e} ⊗ …, with one factor and one degree per group of equal modes.

    With one factor the tensor is symmetric. The weights w_r are there since a number need not be a power: −x² is no
    square of a real form. Reference: [ComonGolubLimMourrain2008].

    >>> T = SymmetricCP.of([[[1, 1], [0, 2]]], [3], weights=[1, -1])
    >>> T.shape, T.length, str(T.form())
    ((2, 2, 2), 2, '-6*x0^2*x1 - 12*x0*x1^2 - 8*x1^3')
    """

    factors: tuple[Array, ...]
    degrees: tuple[int, ...]
    weights: Array

    def __post_init__(self) -> None:
        if not self.factors or len(self.degrees) != len(self.factors):
            raise ValueError(
                f"there are {len(self.degrees)} degrees for {len(self.factors)} factors; there is one per factor, and "
                "at least one factor"
            )
        for k, degree in enumerate(self.degrees):
            if type(degree) is not int or degree < 1:
                raise ValueError(f"degrees[{k}] is {degree!r}; a degree is a positive integer")
        if sum(self.degrees) < 2:
            raise ValueError("the degrees sum to 1; a tensor has at least two modes")
        for k, factor in enumerate(self.factors):
            if factor.shape[1] != self.length:
                raise ValueError(
                    f"factors[{k}] has {factor.shape[1]} columns and there are {self.length} weights; there is one "
                    "column and one weight per term"
                )

    @classmethod
    def of(cls, factors: Sequence[Any], degrees: Sequence[int], weights: Any = None) -> SymmetricCP:
        """From matrices with one column per term; weights are 1 by default. Raises: TypeError, ValueError."""
        read = tuple(ring_array(factor, f"factors[{k}]", 2) for k, factor in enumerate(factors))
        if weights is None:
            weights = [1] * (read[0].shape[1] if read else 1)
        return cls(read, tuple(degrees), ring_array(weights, "weights", 1))

    @property
    def length(self) -> int:
        """The number of terms."""
        return self.weights.shape[0]

    @property
    def format(self) -> SymmetricCPFormat:
        """The format without weights; over an algebraically closed field they are absorbed in the factors."""
        return SymmetricCPFormat(tuple(factor.shape[0] for factor in self.factors), self.degrees, self.length)

    @property
    def nodes(self) -> dict[str, Array]:
        """The weights, and the factors with a row for each term."""
        return {"weights": self.weights, **{f"a{k}": _transposed(factor) for k, factor in enumerate(self.factors)}}

    def tensor(self, field: Field = Q) -> Tensor:
        """The tensor, entries exact; over GF(p) they are residues from 0 to p − 1."""
        first, *others = self.factors
        weighted = Array(first.shape, tuple(x * w for x, w in zip(first.entries, cycle(self.weights.entries))))
        factors = [weighted, *([first] if self.degrees[0] > 1 else []), *others]
        degrees = [1, *([self.degrees[0] - 1] if self.degrees[0] > 1 else []), *self.degrees[1:]]
        format = SymmetricCPFormat(tuple(factor.shape[0] for factor in factors), tuple(degrees), self.length)
        return expanded(format, {f"a{k}": _transposed(factor) for k, factor in enumerate(factors)}, field)

    def cp(self) -> CP:
        """The same terms without symmetry; weights go to the first factor."""
        matrices = [factor for factor, d in zip(self.factors, self.degrees, strict=True) for _ in range(d)]
        first, *others = (factor.nested() for factor in matrices)
        weighted = [[w * x for w, x in zip(self.weights.entries, row, strict=True)] for row in first]
        return CP.from_factors(weighted, *others)

    def form(self) -> Polynomial:
        """Σ_r w_r ⟨a_r, x⟩^d ⟨b_r, y⟩^e …, in the variables x0, x1, …, of several groups x0_0, x0_1, …, x1_0, …."""
        sizes = [factor.shape[0] for factor in self.factors]
        ring = PolynomialRing(tuple(_names(sizes)), rational=True)
        total = ring(0)
        for r, weight in enumerate(self.weights.entries):
            term, variables = ring(weight), iter(ring.variables)
            for factor, degree in zip(self.factors, self.degrees, strict=True):
                column = factor.entries[r :: self.length]
                term = term * sum((a * next(variables) for a in column), ring(0)) ** degree
            total = total + term
        return total


def symmetric_form(tensor: Tensor, variables: Sequence[str] | None = None) -> Form:
    """The form Σ T[i, j, …] x_i x_j … of a symmetric tensor; ``Form.tensor`` polarizes it back.

    Variables are x0, x1, … by default. In characteristic 0 both maps are isomorphisms, inverse to each other.
    Raises: ValueError if the tensor is not symmetric, with two entries that differ.
    Reference: [ComonGolubLimMourrain2008].

    >>> F = symmetric_form(Tensor.from_nested([[1, "3/2"], ["3/2", 0]]), ("x", "y"))
    >>> print(F, F.tensor().nested())
    x^2 + 3*x*y [[1, Fraction(3, 2)], [Fraction(3, 2), 0]]
    """
    size = tensor.shape[0]
    if any(n != size for n in tensor.shape):
        raise ValueError(f"the tensor has the shape {tensor.shape}; the modes of a symmetric tensor are equally long")
    terms: dict[tuple[int, ...], Number] = {}
    for index in product(range(size), repeat=tensor.order):
        ordered = tuple(sorted(index))
        if tensor[index] != tensor[ordered]:
            raise ValueError(
                f"the tensor has the entry {tensor[index]} at {index} but {tensor[ordered]} at {ordered}; "
                "a symmetric tensor has equal entries at permuted indices"
            )
        exponents = tuple(index.count(i) for i in range(size))
        terms[exponents] = terms.get(exponents, 0) + tensor[index]
    return Form.of(variables or [f"x{i}" for i in range(size)], tensor.order, terms)


def _transposed(factor: Array) -> Array:
    n, terms = factor.shape
    return Array((terms, n), tuple(chain.from_iterable(factor.entries[r::terms] for r in range(terms))))


def _names(sizes: Sequence[int]) -> list[str]:
    several = len(sizes) > 1
    return [f"x{k}_{i}" if several else f"x{i}" for k, n in enumerate(sizes) for i in range(n)]
