"""Tensors that have a name, such as ``matmul:2,2,3`` or ``determinant:3``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations
from math import factorial, prod

from algebra_tnn.exact import Number, exact_number
from algebra_tnn.tensors.matrix_multiplication import CONVENTIONS, matmul_labels, sparse_matmul
from algebra_tnn.tensors.sparse import SparseTensor
from algebra_tnn.tensors.tensor import Tensor

LARGEST_SUPPORT = 5_000_000  # nonzero entries of a named tensor
_NAME = re.compile(r"([a-z]+(?:-[a-z]+)*)(?::([0-9]{1,9}(?:,[0-9]{1,9})*))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reading:
    """One tensor that a name may stand for: its convention, if there are several, and what its indices number."""

    tensor: SparseTensor
    convention: str | None = None
    labels: tuple[tuple[str, ...], ...] = ()

    def entry(self, index: Sequence[int]) -> str:
        """The entry at the index, in words.

        >>> named("matmul:1,2,1").readings[0].entry((1, 1, 0)), named("unit:2").readings[0].entry((1, 1, 0))
        ('the coefficient of a01·b10 in c00', 'the entry (1, 1, 0)')
        """
        if not self.labels:
            return f"the entry ({', '.join(map(str, index))})"
        *factors, result = (names[i] for names, i in zip(self.labels, index, strict=True))
        return f"the coefficient of {'·'.join(factors)} in {result}"


@dataclass(frozen=True, slots=True)
class NamedTensor:
    """A name with its readings: one tensor, or for matrix multiplication one for each convention."""

    name: str
    readings: tuple[Reading, ...]


def unit(terms: int, order: int = 3) -> Tensor:
    """The unit tensor Σ_i e_i ⊗ e_i ⊗ …, of the given order.

    >>> unit(2).entries
    (1, 0, 0, 0, 0, 0, 0, 1)
    """
    return _unit(terms, order).dense()


def ghz(order: int) -> Tensor:
    """The tensor e_0 ⊗ … ⊗ e_0 + e_1 ⊗ … ⊗ e_1 of the given order."""
    return _unit(2, order).dense()


def w_state(order: int = 3) -> Tensor:
    """The tensor W: the sum of the products of one e_1 and of e_0 in all other places. Reference: [deSilvaLim2008].

    >>> w_state().nested()
    [[[0, 1], [1, 0]], [[1, 0], [0, 0]]]
    """
    return _w(order).dense()


def determinant(size: int) -> Tensor:
    """The determinant as a multilinear form in the rows of a matrix: n modes of size n.

    >>> determinant(2).nested()
    [[0, 1], [-1, 0]]
    """
    return _determinant(size).dense()


def permanent(size: int) -> Tensor:
    """The permanent as a multilinear form in the rows of a matrix: n modes of size n."""
    return _permanent(size).dense()


def monomial(*exponents: int) -> Tensor:
    """The symmetric tensor T with T(x, …, x) = x_0^{e_0} x_1^{e_1} …; its entries are 0 and e_0! e_1! … / d!.

    >>> monomial(1, 1).nested()
    [[0, Fraction(1, 2)], [Fraction(1, 2), 0]]
    """
    return _monomial(*exponents).dense()


def polynomial_multiplication(first: int, second: int) -> Tensor:
    """The product of polynomials with so many coefficients, of degrees first − 1 and second − 1.

    >>> polynomial_multiplication(2, 3).shape
    (2, 3, 4)
    """
    return _polynomial_multiplication(first, second).dense()


def complex_multiplication() -> Tensor:
    """The product of complex numbers, by real and imaginary parts.

    >>> complex_multiplication().nested()
    [[[1, 0], [0, 1]], [[0, 1], [-1, 0]]]
    """
    return _complex_multiplication().dense()


def named_tensor(name: str) -> Tensor:
    """The tensor of this name, in the first of its conventions. Raises: ValueError, OverflowError.

    >>> named_tensor("polynomial-multiplication:2,2").shape
    (2, 2, 3)
    """
    return named(name).readings[0].tensor.dense()


def is_name(text: str) -> bool:
    """Whether the text names a tensor of a known family, right or wrong sizes included.

    >>> is_name("matmul:2,2"), is_name("tensor.json")
    (True, False)
    """
    return text.split(":")[0] in FAMILIES


def named(name: str) -> NamedTensor:
    """The tensor, or for matrix multiplication the tensors, of this name. Raises: ValueError, OverflowError.

    >>> [reading.convention for reading in named("matmul:2,2,3").readings][:2]
    ['row-major', 'row-major, C transposed']
    """
    match = _NAME.fullmatch(name)
    if match is None or match[1] not in FAMILIES:
        raise ValueError(f"the tensor {name!r} is unknown; tensors are named {NAMES}")
    family = FAMILIES[match[1]]
    sizes = [int(size) for size in match[2].split(",")] if match[2] else []
    if not family.fewest <= len(sizes) <= family.most:
        counts = f"{family.fewest} to {family.most}" if family.fewest < family.most else str(family.most)
        raise ValueError(
            f"the tensor {name!r} has {len(sizes)} sizes; {match[1]} takes {counts}, as in {family.example}"
        )
    family.limits(name, sizes)
    if match[1] == "matmul":
        m, n, p = sizes
        readings = tuple(
            Reading(sparse_matmul(m, n, p, one), one.name, matmul_labels(m, n, p, one)) for one in CONVENTIONS
        )
        return NamedTensor(name, readings)
    return NamedTensor(name, (Reading(family.tensor(*sizes)),))


# ---------------------------------------------------------------------------------------------------- the families


@dataclass(frozen=True, slots=True)
class _Family:
    tensor: Callable[..., SparseTensor]
    example: str
    support: Callable[..., int]  # how many entries are not zero
    fewest: int
    most: int
    least: tuple[int, ...] = (1,)  # the least value of each size; the last one also of those that follow

    def limits(self, name: str, sizes: Sequence[int]) -> None:
        """Raises: ValueError, OverflowError."""
        for i, size in enumerate(sizes):
            least = self.least[min(i, len(self.least) - 1)]
            if size < least:
                raise ValueError(f"the tensor {name!r} has {size} as size {i}; choose one from {least} on")
        large = max(sizes, default=0) > LARGEST_SUPPORT
        if large or (count := self.support(*sizes)) > LARGEST_SUPPORT:
            text = "more" if large else f"{count:,}"
            raise OverflowError(f"the tensor {name!r} has {text} nonzero entries; at most {LARGEST_SUPPORT:,} are made")


def _unit(terms: int, order: int = 3) -> SparseTensor:
    return SparseTensor((terms,) * order, {(i,) * order: 1 for i in range(terms)})


def _w(order: int = 3) -> SparseTensor:
    return SparseTensor((2,) * order, {tuple(int(i == j) for j in range(order)): 1 for i in range(order)})


def _determinant(size: int) -> SparseTensor:
    def sign(order: tuple[int, ...]) -> int:
        return -1 if sum(a > b for a, b in combinations(order, 2)) % 2 else 1

    return SparseTensor((size,) * size, {order: sign(order) for order in permutations(range(size))})


def _permanent(size: int) -> SparseTensor:
    return SparseTensor((size,) * size, dict.fromkeys(permutations(range(size)), 1))


def _monomial(*exponents: int) -> SparseTensor:
    letters = [i for i, e in enumerate(exponents) for _ in range(e)]
    if len(letters) < 2:
        raise ValueError(f"the monomial has degree {len(letters)}; its tensor has as many modes, at least two")
    weight = exact_number(Fraction(prod(map(factorial, exponents)), factorial(len(letters))))
    return SparseTensor((len(exponents),) * len(letters), dict.fromkeys(_arrangements(letters), weight))


def _arrangements(letters: Sequence[int]) -> list[tuple[int, ...]]:
    """The distinct orders of a multiset."""
    found: list[tuple[int, ...]] = [()]
    for _ in letters:
        found = [(*start, x) for start in found for x in sorted(set(letters)) if start.count(x) < letters.count(x)]
    return found


def _polynomial_multiplication(first: int, second: int) -> SparseTensor:
    entries: dict[tuple[int, ...], Number] = {(i, j, i + j): 1 for i in range(first) for j in range(second)}
    return SparseTensor((first, second, first + second - 1), entries)


def _complex_multiplication() -> SparseTensor:
    return SparseTensor((2, 2, 2), {(0, 0, 0): 1, (1, 1, 0): -1, (0, 1, 1): 1, (1, 0, 1): 1})


def _multinomial(*exponents: int) -> int:
    degree = sum(exponents)
    return LARGEST_SUPPORT + 1 if degree > 40 else factorial(degree) // prod(map(factorial, exponents))


def _factorial(size: int) -> int:
    return factorial(min(size, 20))


FAMILIES: dict[str, _Family] = {
    "matmul": _Family(sparse_matmul, "matmul:2,2,3", lambda m, n, p: m * n * p, 3, 3),
    "determinant": _Family(_determinant, "determinant:3", _factorial, 1, 1, (2,)),
    "permanent": _Family(_permanent, "permanent:3", _factorial, 1, 1, (2,)),
    "polynomial-multiplication": _Family(
        _polynomial_multiplication, "polynomial-multiplication:2,2", lambda a, b: a * b, 2, 2
    ),
    "complex-multiplication": _Family(_complex_multiplication, "complex-multiplication", lambda: 4, 0, 0),
    "unit": _Family(_unit, "unit:4", lambda terms, order=3: terms * order, 1, 2, (1, 2)),
    "ghz": _Family(lambda order: _unit(2, order), "ghz:4", lambda order: order, 1, 1, (2,)),
    "w": _Family(_w, "w:3", lambda order: order * order, 1, 1, (2,)),
    "monomial": _Family(_monomial, "monomial:1,1,2", _multinomial, 1, 26, (0,)),
}
NAMES = ", ".join(family.example for family in FAMILIES.values())
