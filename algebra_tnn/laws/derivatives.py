"""Derivatives of laws, as laws: by an input or a parameter, to any order, and along a vector field.

Derivatives are carried forward through the expression of the law. That of a value is a sum of products of tensors,
einsums that are not written out yet; their axes are those of the value, then those of the directions. Most derivatives
of one tensor by another are zero off some diagonal, such as ∂z_i/∂W_ab = δ_ia x_b; there the axes i and a have the same
letter, and no identity matrix is written unless the end needs one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from math import prod
from operator import index

from algebra_tnn.exact.scalars import Number
from algebra_tnn.laws.arrays import Array, Shape
from algebra_tnn.laws.contractions import Contraction, collected, einsum_letters, joined, of_tensor
from algebra_tnn.laws.expressions import Applied, Constant, Expression, Name
from algebra_tnn.laws.law import Law, check_law
from algebra_tnn.laws.operations import LARGEST_TENSOR, LETTERS, Apply, Difference, Einsum, Operation, Sum, Take
from algebra_tnn.laws.programs import Steps, flattened
from algebra_tnn.laws.tracing import written
from algebra_tnn.laws.vector_fields import VectorField


def derivative(law: Law, by: str | VectorField, order: int = 1) -> Law:
    """The derivative ∇^k f by a named input or parameter, with the shape of the output and k times that of the tensor,
    or the k-th derivative of f along a vector field v, for k = 1 the law Df · v.

    Inputs, parameters and the names of intermediate values stay. A model does not change along a field iff the
    derivative is zero.

    Raises: TypeError, ValueError for what is no law, names that it lacks, and orders with too many entries.

    >>> law = Law.trace(lambda x, W, V: V @ (W @ x)**3, {"x": (3,)}, {"W": (2, 3), "V": (1, 2)})
    >>> derivative(law, "x").shape, derivative(law, "W", order=2).shape
    ((1, 3), (1, 2, 3, 2, 3))
    >>> derivative(law, "x").to_json()["output"]
    ['einsum', 'ij,j,jk->ik', 'V', ['apply', [0, 0, 3], ['einsum', 'ij,j->i', 'W', 'x']], 'W']
    >>> scaling = VectorField.trace(lambda W, V: {"W": W, "V": -3 * V}, law)
    >>> from algebra_tnn.laws import expansion
    >>> print(*expansion(derivative(law, scaling)))
    0
    """
    check_law(law)
    shape = () if isinstance(by, VectorField) else _shape_of(law, by)
    times = _checked_order(law, shape, order)
    if isinstance(by, str) and order > law.degree_in(by):
        return Law(law.inputs, law.parameters, (), Constant(_constant(law.shape + shape * order, 0)))
    for _ in range(times):
        law = _differentiated(law, by, shape)
    return law


def _shape_of(law: Law, name: str) -> Shape:
    declared = dict((*law.inputs, *law.parameters))
    if not isinstance(name, str) or name not in declared:
        raise ValueError(
            f"the derivative is by {name!r}, which is no input and no parameter of the law; those are "
            f"{', '.join(declared)}"
        )
    return declared[name]


def _checked_order(law: Law, shape: Shape, order: int) -> int:
    if isinstance(order, bool) or not hasattr(order, "__index__"):
        raise TypeError(f"order is {order!r}; the order of a derivative is an integer from 1 on")
    if order < 1:
        raise ValueError(f"order is {order}; the order of a derivative is an integer from 1 on")
    axes = len(law.shape) + order * len(shape)
    if axes > len(LETTERS):
        raise ValueError(
            f"order is {order}; the derivative has {axes} axes, and einsums have letters for {len(LETTERS)}"
        )
    entries = law.output_count * prod(shape) ** order
    if entries > LARGEST_TENSOR:
        raise ValueError(
            f"order is {order}; the derivative has {entries} entries, and a law holds at most {LARGEST_TENSOR}"
        )
    return index(order)


def _differentiated(law: Law, by: str | VectorField, directions: Shape) -> Law:
    steps = Steps()
    known = {name: steps.named(name, shape) for name, shape in (*law.inputs, *law.parameters)}
    products: dict[int, tuple[Contraction, ...]] = dict.fromkeys(known.values(), ())
    if isinstance(by, VectorField):
        for name, expression in by.components:
            part = flattened(expression, name, steps, known)
            products[known[name]] = (of_tensor(part, steps.written[part].shape),)
    else:
        axes = tuple(range(len(directions)))
        products[known[by]] = (Contraction(1, axes + axes, ()),)
    derivatives = _Derivatives(steps, dict(known), directions, products)
    for name, expression in law.let:
        derivatives.define(name, expression)
    position = derivatives.position(law.output)
    end = derivatives.tensor(products[position], law.shape + directions)
    return Law(law.inputs, law.parameters, *written(steps, end, set(known)))


@dataclass(slots=True)
class _Derivatives:
    """The derivatives of values, by their positions, while the steps of a derived law are written."""

    steps: Steps
    known: dict[str, int]
    directions: Shape
    products: dict[int, tuple[Contraction, ...]]

    def define(self, name: str, expression: Expression) -> None:
        """The value under its name. Its derivative is written out, since it may be needed several times."""
        position = self.known[name] = self.position(expression)
        self.steps.labels.setdefault(position, name)
        found = self.products[position]
        if len(found) > 1 or any(len(product.factors) > 1 for product in found):
            self.products[position] = (self.written_out(found, self.steps.written[position].shape),)

    def position(self, expression: Expression) -> int:
        """The position of the value, whose derivative is known afterwards."""
        match expression:
            case Name(name):
                return self.known[name]
            case Constant():
                position = self.steps.constant(expression)
                self.products.setdefault(position, ())
            case Applied(operation, operands):
                inner = [self.position(operand) for operand in operands]
                position = self.steps.applied(operation, inner)
                if position not in self.products:
                    self.products[position] = collected(self.chained(operation, inner))
        return position

    def chained(self, operation: Operation, operands: Sequence[int]) -> Iterator[Contraction]:
        """The derivative of an operation by the chain rule."""
        for k, operand in enumerate(operands):
            axes = self.steps.written[operand].shape
            for product in self.products[operand]:
                match operation:
                    case Sum():
                        yield product
                    case Difference():
                        yield replace(product, scale=-product.scale) if k else product
                    case Apply():
                        yield from self.scaled(operation.derivative(), operand, product)
                    case Take(indices):
                        yield self.taken(indices, axes, product)
                    case Einsum():
                        yield self.contracted(operation, operands, k, product)

    def scaled(self, slope: Apply, operand: int, product: Contraction) -> Iterator[Contraction]:
        if slope.exponents in ((), (0,)):
            if slope.exponents:
                yield replace(product, scale=product.scale * slope.coefficients[0])
            return
        at = self.steps.applied(slope, [operand])
        word = product.axes[: len(self.steps.written[at].shape)]
        yield replace(product, factors=((at, word), *product.factors))

    def taken(self, indices: Array, shape: Shape, product: Contraction) -> Contraction:
        """The rows at the indices: the first axis goes through a matrix of zeros and ones."""
        rows = tuple(int(i == j) for i in indices.entries for j in range(shape[0]))
        at = self.steps.constant(Constant(Array((*indices.shape, shape[0]), rows)))
        fresh = tuple(range(len(product.letters), len(product.letters) + len(indices.shape)))
        first, *rest = product.axes
        return Contraction(product.scale, (*fresh, *rest), ((at, (*fresh, first)), *product.factors)).normal()

    def contracted(self, einsum: Einsum, operands: Sequence[int], k: int, product: Contraction) -> Contraction:
        """The einsum with the product in the place of operand k."""
        found = joined(einsum, operands, k, product)
        if len(found.letters) > len(LETTERS):
            product = self.written_out((product,), self.steps.written[operands[k]].shape)
            found = joined(einsum, operands, k, product)
        return found

    def written_out(self, products: Sequence[Contraction], shape: Shape) -> Contraction:
        whole = shape + self.directions
        return of_tensor(self.tensor(products, whole), whole)

    def tensor(self, products: Sequence[Contraction], shape: Shape) -> int:
        """The position of the sum of the products, which is written down."""
        if not products:
            return self.steps.constant(Constant(_constant(shape, 0)))
        parts = [self.entries(product, shape) for product in products]
        return self.steps.applied(Sum(), parts) if len(parts) > 1 else parts[0]

    def entries(self, product: Contraction, shape: Shape) -> int:
        """The position of the product, with an identity matrix for each repeated axis, and ones along constant axes."""
        factors, axes = list(product.factors), list(product.axes)
        present = {c for _, word in factors for c in word}
        fresh = count(len(product.letters))
        for i, (c, n) in enumerate(zip(product.axes, shape, strict=True)):
            if c in axes[:i]:
                axes[i] = next(fresh)
                eye = Array((n, n), tuple(int(a == b) for a in range(n) for b in range(n)))
                factors.append((self.steps.constant(Constant(eye)), (c, axes[i])))
            elif c not in present and product.axes.count(c) == 1:
                factors.append((self.steps.constant(Constant(_constant((n,), 1))), (c,)))
        if not factors:
            return self.steps.constant(Constant(_constant((), product.scale)))
        names = einsum_letters(replace(product, axes=tuple(axes), factors=tuple(factors)))
        words = ["".join(names[c] for c in word) for _, word in factors]
        result = "".join(names[c] for c in axes)
        position = factors[0][0]
        if len(words) > 1 or words[0] != result:
            position = self.steps.applied(Einsum(f"{','.join(words)}->{result}"), [at for at, _ in factors])
        return position if product.scale == 1 else self.steps.applied(Apply((0, product.scale)), [position])


def _constant(shape: Shape, number: Number) -> Array:
    return Array(shape, (number,) * prod(shape))
