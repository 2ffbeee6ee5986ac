"""Laws as formulas in the notation of papers: f_i = Σ_j W2_ij (Σ_k W1_jk x_k)²."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, count, product
from typing import TypeAlias

from algebra_tnn.exact.scalars import Number
from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.expressions import Applied, Constant, Expression, Name
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import Apply, Difference, Einsum, Take

_LETTERS = "ijklmnpqrstuvwxyzabcdegh"
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SHORT = 12  # entries of a constant that is written out where it occurs

ATOM, POWER, PRODUCT, SUM, SIGMA = range(5)  # what a text is: it decides on brackets
Text: TypeAlias = tuple[str, int]


def formula(law: Law, name: str = "f", *, largest: int | None = None) -> str:
    """The law with one index letter per axis: a line for its output, then one for each name that occurs in it.

    Letters under Σ run over all their values, from 0. δ is the identity matrix, σ a polynomial in one variable. Of
    constants with more entries than ``largest``, if that is given, only the shape is told.

    >>> law = Law.trace(lambda x, W1, W2: W2 @ (W1 @ x)**2, {"x": (3,)}, {"W1": (2, 3), "W2": (1, 2)})
    >>> formula(law)
    'f_i = Σ_j W2_ij (Σ_k W1_jk x_k)²'
    """
    return "\n".join(_Printer(law).lines(name, largest))


class _Printer:
    def __init__(self, law: Law) -> None:
        self.law = law
        self.axes = {name: len(shape) for name, shape in (*law.inputs, *law.parameters)}
        for name, expression in law.let:
            self.axes[name] = self._axes(expression)
        self.activations: dict[tuple[Number, ...], str] = {}
        self.tables: dict[Array, str] = {}
        self.letters: Iterator[str] = iter(())

    def lines(self, name: str, largest: int | None) -> Iterator[str]:
        yield self._line(name, len(self.law.shape), self.law.output)
        for defined, expression in self.law.let:
            yield self._line(defined, self.axes[defined], expression)
        for coefficients, activation in self.activations.items():
            yield f"{activation}(t) = {_polynomial(coefficients, 't')}"
        for table, called in self.tables.items():
            told = largest is None or len(table.entries) <= largest
            yield f"{called} = {_nested(table) if told else _shape(table)}"

    def _line(self, name: str, axes: int, expression: Expression) -> str:
        self.letters = chain(_LETTERS, (f"i{n}" for n in count(1)))
        indices = [next(self.letters) for _ in range(axes)]
        return f"{name}{_subscript(indices)} = {self._entry(expression, indices)[0]}"

    def _axes(self, expression: Expression) -> int:
        match expression:
            case Name(name):
                return self.axes[name]
            case Constant(constant):
                return len(constant.shape)
            case Applied(Einsum() as einsum, _):
                return len(einsum.result)
            case Applied(Take(indices), operands):
                return len(indices.shape) + self._axes(operands[0]) - 1
            case Applied(_, operands):
                return self._axes(operands[0])

    def _entry(self, expression: Expression, indices: Sequence[str]) -> Text:
        """The entry of the expression's value at these indices."""
        match expression:
            case Name(name):
                return name + _subscript(indices), ATOM
            case Constant(constant):
                return self._constant(constant, indices)
            case Applied(Take(positions), operands):
                axes = len(positions.shape)
                return self._entry(operands[0], [self._position(positions, indices[:axes]), *indices[axes:]])
            case Applied(Einsum() as einsum, operands):
                return self._einsum(einsum, operands, indices)
            case Applied(Apply(coefficients), operands):
                return self._apply(coefficients, self._entry(operands[0], indices))
            case Applied(operation, operands):
                texts = [self._entry(operand, indices) for operand in operands]
                sign, loosest = (" − ", PRODUCT) if isinstance(operation, Difference) else (" + ", SUM)
                first, *others = [_bracketed(text, SUM if i == 0 else loosest) for i, text in enumerate(texts)]
                return sign.join([first, *others]), SUM if others else texts[0][1]

    def _einsum(self, einsum: Einsum, operands: Sequence[Expression], indices: Sequence[str]) -> Text:
        names = dict(zip(einsum.result, indices, strict=True))
        summed = [c for c in dict.fromkeys("".join(einsum.operands)) if c not in names]
        names |= {c: next(self.letters) for c in summed}
        texts = [
            self._entry(operand, [names[c] for c in letters])
            for operand, letters in zip(operands, einsum.operands, strict=True)
        ]
        factors = [text for text in texts if text[0] != "1"] or [("1", ATOM)]
        if not summed and len(factors) == 1:
            return factors[0]
        joined = " ".join(_bracketed(text, PRODUCT) for text in factors).replace(") (", ")(")
        return (f"Σ{_subscript([names[c] for c in summed])} {joined}", SIGMA) if summed else (joined, PRODUCT)

    def _apply(self, coefficients: Sequence[Number], text: Text) -> Text:
        terms = [(e, c) for e, c in enumerate(coefficients) if c]
        if terms == [(1, 1)]:
            return text
        if len(terms) > 1 and terms[-1][0] > 1 and text[1] != ATOM:
            key = tuple(coefficients[: terms[-1][0] + 1])
            taken = {*self.axes, *self.activations.values()}
            names = ("σ" if n == 0 else f"σ{n}" for n in count())
            called = self.activations.setdefault(key, next(name for name in names if name not in taken))
            return f"{called}({text[0]})", ATOM
        written = _polynomial(coefficients, _bracketed(text, ATOM if terms and terms[-1][0] > 1 else POWER))
        if len(terms) != 1 or terms[0][0] == 0 or terms[0][1] < 0:
            return written, SUM if terms else ATOM
        return written, POWER if terms[0][1] == 1 else PRODUCT

    def _constant(self, constant: Array, indices: Sequence[str]) -> Text:
        if not constant.shape or len(set(constant.entries)) == 1:
            x = constant.entries[0]
            return _number(x), ATOM if x >= 0 and x.denominator == 1 else SUM
        if len(constant.shape) == 2 and constant == _identity(constant.shape[0]):
            return "δ" + _subscript(indices), ATOM
        return self._table(constant) + _subscript(indices), ATOM

    def _table(self, table: Array) -> str:
        """A short table itself, a name for a long one."""
        if len(table.entries) <= _SHORT:
            return _nested(table)
        taken = {*self.axes, *self.tables.values()}
        return self.tables.setdefault(table, next(name for n in count() if (name := f"T{n}") not in taken))

    def _position(self, positions: Array, letters: Sequence[str]) -> str:
        """The position as a sum of multiples of letters if it is one: 2i+k+1."""
        start, steps = positions.entries[0], []
        for k, n in enumerate(positions.shape):
            stride = 1
            for m in positions.shape[k + 1 :]:
                stride *= m
            steps.append(positions.entries[stride] - start if n > 1 else 0)
        linear = (
            start + sum(i * step for i, step in zip(place, steps, strict=True))
            for place in product(*map(range, positions.shape))
        )
        if tuple(linear) != positions.entries or min(steps, default=0) < 0:
            return self._table(positions) + _subscript(letters)
        parts = [f"{step if step > 1 else ''}{c}" for step, c in zip(steps, letters, strict=True) if step]
        return "+".join([*parts, str(start)] if start or not parts else parts)


def _subscript(indices: Sequence[str]) -> str:
    if not indices:
        return ""
    return "_" + "".join(indices) if all(len(i) == 1 for i in indices) else f"[{', '.join(indices)}]"


def _bracketed(text: Text, loosest: int) -> str:
    return text[0] if text[1] <= loosest else f"({text[0]})"


def _number(x: Number) -> str:
    return f"−{-x}" if x < 0 else str(x)


def _nested(table: Array) -> str:
    return str(table.nested(_number)).replace("'", "")


def _shape(table: Array) -> str:
    return f"constants, {'×'.join(map(str, table.shape))}"


def _identity(n: int) -> Array:
    return Array((n, n), tuple(int(i == j) for i in range(n) for j in range(n)))


def _polynomial(coefficients: Sequence[Number], base: str) -> str:
    """Terms of falling degree, such as 2 t³ − t + 1/2; the base is an atom."""
    written = ""
    for e in range(len(coefficients) - 1, -1, -1):
        c = coefficients[e]
        if not c:
            continue
        size = str(abs(c)) if e == 0 or c.denominator == 1 else f"({abs(c)})"
        power = base + (str(e).translate(_SUPERSCRIPTS) if e > 1 else "") if e else ""
        term = power if e and abs(c) == 1 else f"{size} {power}".rstrip()
        sign = ("−" if c < 0 else "") if not written else (" − " if c < 0 else " + ")
        written += sign + term
    return written or "0"
