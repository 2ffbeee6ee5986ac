"""Values, gradients and tangents of laws over any ring, by one pass through the steps of the program.

An array may carry axes in front of those of its step: S for samples (different inputs), F for directions. They are
letters like the others, so a layer applied to all samples is one matrix product.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np

from algebra_tnn.laws.arithmetic import Arithmetic, Entries
from algebra_tnn.laws.arrays import Array, Shape
from algebra_tnn.laws.expressions import Constant, Name
from algebra_tnn.laws.operations import Apply, Difference, Einsum, Operation, Sum, Take
from algebra_tnn.laws.programs import Program

FRONT = "SF"


@dataclass(frozen=True, slots=True)
class Stack:
    """An array with the axes ``front`` (some of S and F, in this order) before those of one tensor."""

    front: str
    array: Entries


def values(program: Program, named: Mapping[str, Stack], arithmetic: Arithmetic) -> list[Stack]:
    """The value of every step, for values of all inputs and parameters."""
    found: list[Stack] = []
    for step in program.steps:
        match step.content:
            case Name(name):
                found.append(named[name])
            case Constant(constant):
                found.append(Stack("", arithmetic.constant(constant)))
            case operation:
                found.append(applied(operation, [found[i] for i in step.operands], arithmetic))
    return found


def applied(operation: Operation, operands: Sequence[Stack], arithmetic: Arithmetic) -> Stack:
    """The value of an operation; an einsum has one operand or two."""
    match operation:
        case Sum():
            return _total(operands, arithmetic)
        case Difference():
            return _total([operands[0], *(_negated(x, arithmetic) for x in operands[1:])], arithmetic)
        case Apply() as apply:
            return _polynomial(apply, operands[0], arithmetic)
        case Einsum(subscripts) if len(operands) == 2:
            return _contracted(subscripts, operands[0], operands[1], arithmetic)
        case Einsum() as einsum:
            return _rearranged(einsum, operands[0], arithmetic)
        case Take(indices):
            return _taken(indices, operands[0])


def cotangents(
    program: Program, found: Sequence[Stack], covector: Stack, names: Collection[str], arithmetic: Arithmetic
) -> dict[str, Stack]:
    """Reverse mode: the gradients of (covector · output) by those named tensors that the output depends on.

    ``found`` are the values of the steps. Each gradient has the front axes of the covector and those of the values.
    """
    wanted = program.depends_on(names)
    waiting: dict[int, list[Stack]] = {program.output: [covector]}
    gradients: dict[str, Stack] = {}
    for i in range(program.output, -1, -1):
        if i not in waiting or not wanted[i]:
            continue
        step, arrived = program.steps[i], _total(waiting.pop(i), arithmetic)
        match step.content:
            case Name(name):
                gradients[name] = arrived
            case Einsum() | Take() | Sum() | Difference() | Apply() as operation:
                operands = [found[j] for j in step.operands]
                for k, j in enumerate(step.operands):
                    if wanted[j]:
                        back = _pulled_back(operation, operands, k, program.steps[j].shape, arrived, arithmetic)
                        waiting.setdefault(j, []).append(back)
    return gradients


def tangents(
    program: Program, found: Sequence[Stack], directions: Mapping[str, Stack], arithmetic: Arithmetic
) -> list[Stack | None]:
    """Forward mode: the derivative of every step in the given directions of named tensors; None where it is zero."""
    moved: list[Stack | None] = []
    for step in program.steps:
        match step.content:
            case Name(name):
                moved.append(directions.get(name))
            case Constant():
                moved.append(None)
            case operation:
                operands = [found[i] for i in step.operands]
                parts = [
                    _pushed_forward(operation, operands, k, tangent, arithmetic)
                    for k, i in enumerate(step.operands)
                    if (tangent := moved[i]) is not None
                ]
                moved.append(_total(parts, arithmetic) if parts else None)
    return moved


def _pushed_forward(
    operation: Operation, operands: Sequence[Stack], k: int, tangent: Stack, arithmetic: Arithmetic
) -> Stack:
    """The part of a tangent that comes from operand k."""
    match operation:
        case Difference() if k:
            return _negated(tangent, arithmetic)
        case Sum() | Difference():
            return tangent
        case Apply() as apply:
            return _times(_polynomial(apply.derivative(), operands[0], arithmetic), tangent, arithmetic)
        case linear_in_each:
            return applied(linear_in_each, [*operands[:k], tangent, *operands[k + 1 :]], arithmetic)


def _pulled_back(
    operation: Operation, operands: Sequence[Stack], k: int, shape: Shape, cotangent: Stack, arithmetic: Arithmetic
) -> Stack:
    """What the cotangent of a value contributes to that of operand k, whose shape is given."""
    match operation:
        case Difference() if k:
            return _negated(cotangent, arithmetic)
        case Sum() | Difference():
            return cotangent
        case Apply() as apply:
            return _times(cotangent, _polynomial(apply.derivative(), operands[0], arithmetic), arithmetic)
        case Einsum() as einsum if len(operands) == 2:
            letters = einsum.operands
            subscripts = f"{einsum.result},{letters[1 - k]}->{letters[k]}"
            return _contracted(subscripts, cotangent, operands[1 - k], arithmetic)
        case Take(indices):
            return _scattered(indices, shape, cotangent, arithmetic)
        case Einsum() as einsum:
            return _spread(einsum, shape, cotangent)


def _contracted(subscripts: str, left: Stack, right: Stack, arithmetic: Arithmetic) -> Stack:
    """The contraction of two stacks. Every letter is one of the result's, or one that both operands have."""
    operands, result = subscripts.split("->")
    a, b = operands.split(",")
    front = _front(left, right)
    a, b, result = left.front + a, right.front + b, front + result
    A, B = left.array, right.array
    batch = [c for c in result if c in a and c in b]
    rows = [c for c in result if c not in b]
    columns = [c for c in result if c not in a]
    if rows and columns and result.index(columns[0]) < result.index(rows[0]):  # then no transposition is needed
        a, b, A, B, rows, columns = b, a, B, A, columns, rows
    inner = [c for c in a if c in b and c not in result]
    size = dict(zip(a + b, A.shape + B.shape, strict=True))
    stack, height, width, length = (prod(size[c] for c in word) for word in (batch, rows, columns, inner))
    A = A.transpose([a.index(c) for c in (*batch, *rows, *inner)]).reshape(stack, height, length)
    B = B.transpose([b.index(c) for c in (*batch, *inner, *columns)]).reshape(stack, length, width)
    if length == 1:
        C = arithmetic.reduced(A * B)
    elif stack == 1:
        C = arithmetic.product(A[0], B[0])
    else:
        C = arithmetic.product(A, B)
    order = [*batch, *rows, *columns]
    C = C.reshape([size[c] for c in order]).transpose([order.index(c) for c in result])
    return Stack(front, C)


def _taken(indices: Array, stack: Stack) -> Stack:
    f, shape = len(stack.front), stack.array.shape
    array = np.take(stack.array, np.array(indices.entries, np.intp), axis=f)
    return Stack(stack.front, array.reshape(shape[:f] + indices.shape + shape[f + 1 :]))


def _rearranged(einsum: Einsum, stack: Stack, arithmetic: Arithmetic) -> Stack:
    """An einsum of one operand: diagonals, then sums."""
    letters, result = einsum.operands[0], einsum.result
    summed = "".join(dict.fromkeys(c for c in letters if c not in result))
    view = np.einsum(f"{stack.front}{letters}->{stack.front}{result}{summed}", stack.array)
    if summed:
        axes = tuple(range(view.ndim - len(summed), view.ndim))
        shape = view.shape[: -len(summed)]
        view = arithmetic.reduced(np.add.reduce(view, axis=axes, keepdims=True)).reshape(shape)
    return Stack(stack.front, view)


def _scattered(indices: Array, shape: Shape, cotangent: Stack, arithmetic: Arithmetic) -> Stack:
    """The adjoint of take: entries that were taken several times collect the sum."""
    front = cotangent.array.shape[: len(cotangent.front)]
    parts = cotangent.array.reshape(prod(front), len(indices.entries), prod(shape[1:]))
    total = np.zeros((prod(front), shape[0], prod(shape[1:])), cotangent.array.dtype)
    for k, i in enumerate(map(int, indices.entries)):
        total[:, i] += parts[:, k]
    return Stack(cotangent.front, arithmetic.reduced(total).reshape(front + shape))


def _spread(einsum: Einsum, shape: Shape, cotangent: Stack) -> Stack:
    """The adjoint of an einsum of one operand: constant along summed letters, zero off the diagonals."""
    front, letters = cotangent.front, einsum.operands[0]
    size = cotangent.array.shape[: len(front)]
    total = np.zeros(size + shape, cotangent.array.dtype)
    distinct = "".join(dict.fromkeys(letters))
    diagonal = np.einsum(f"{front}{letters}->{front}{distinct}", total)  # a view
    kept = [c for c in distinct if c in einsum.result]
    order = [len(front) + einsum.result.index(c) for c in kept]
    array = cotangent.array.transpose([*range(len(front)), *order])
    diagonal[...] = array[(slice(None),) * len(front) + tuple(slice(None) if c in kept else None for c in distinct)]
    return Stack(front, total)


def _polynomial(apply: Apply, stack: Stack, arithmetic: Arithmetic) -> Stack:
    """By Horner's rule, from exponent to exponent."""
    t, exponents = stack.array, apply.exponents[::-1]
    numbers = [arithmetic.number(apply.coefficients[e]) for e in exponents or (0,)]
    if exponents in ((), (0,)):
        return Stack(stack.front, arithmetic.filled(numbers * t.size, t.shape))
    total: Any = None
    for e, lower, c in zip(exponents, (*exponents[1:], 0), numbers, strict=True):
        total = c if total is None else arithmetic.reduced(arithmetic.array(total + c))
        if e > lower:
            power = arithmetic.power(t, e - lower)
            one = e == exponents[0] and apply.coefficients[e] == 1
            total = power if one else arithmetic.reduced(arithmetic.array(power * total))
    return Stack(stack.front, total)


def _times(left: Stack, right: Stack, arithmetic: Arithmetic) -> Stack:
    front = _front(left, right)
    product = aligned(left, front) * aligned(right, front)
    return Stack(front, arithmetic.reduced(arithmetic.array(product)))


def _total(stacks: Sequence[Stack], arithmetic: Arithmetic) -> Stack:
    if len(stacks) == 1:
        return stacks[0]
    front = _front(*stacks)
    total = aligned(stacks[0], front)
    for stack in stacks[1:]:
        total = total + aligned(stack, front)
    return Stack(front, arithmetic.reduced(arithmetic.array(total)))


def _negated(stack: Stack, arithmetic: Arithmetic) -> Stack:
    return Stack(stack.front, arithmetic.array(-stack.array))


def _front(*stacks: Stack) -> str:
    return "".join(c for c in FRONT if any(c in stack.front for stack in stacks))


def aligned(stack: Stack, front: str) -> Entries:
    """The array with all these front axes, of length 1 where the stack has none."""
    return stack.array[tuple(slice(None) if c in stack.front else None for c in front)]
