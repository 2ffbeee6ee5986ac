"""Laws that factor through power sums: two-layer networks, with biases of hidden neurons, and sums of products."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from algebra_tnn.laws import Law
from algebra_tnn.laws.power_sums import PowerSum

Json: TypeAlias = Any  # an expression, as a law's JSON writes it


@dataclass(frozen=True, slots=True)
class _Power:
    """⟨a_j, x⟩^e for all j: a matrix of rows a_j in the parameters, and a vector x in the inputs."""

    rows: Json
    vector: Json
    shape: tuple[int, int]  # of the matrix
    exponent: int = 1


def through_power_sum(law: Law) -> tuple[PowerSum, dict[str, Json]] | None:
    """The power sum that the law is when it is contracted with new variables y, and the substitutions; or None.

    f_i = Σ_j W_ij Π_k ⟨V_kj, x_k⟩^{e_k} contracted with y is Σ_j Π_k ⟨V_kj, x_k⟩^{e_k} ⟨W_·j, y⟩. A bias is the weight
    of one more input, which is 1. W may be a vector, or missing: then ⟨W_j, y⟩ is a product of two numbers.
    """
    reader = _Reader(law)
    if (found := reader.contraction(law.to_json()["output"])) is None:
        return None
    pairs, result = found
    outer = [(word, operand) for word, operand in pairs if reader.is_parameter(operand)]
    inner = [(word, operand) for word, operand in pairs if not reader.is_parameter(operand)]
    powers = [power for _, operand in inner if (power := reader.power(operand)) is not None]
    words = {word for word, _ in inner}
    if len(outer) > 1 or len(words) != 1 or len(powers) < len(inner):
        return None
    (j,), y = words, reader.new_name("y")
    word, W = outer[0] if outer else (j, None)
    if len(j) != 1 or j in result or len(result) > 1 or sorted(word) != sorted(j + result):
        return None
    powers.append(_outer(word, W, j, powers[0].shape[0], law.output_count, y))
    sizes, exponents = tuple(power.shape[1] for power in powers), tuple(power.exponent for power in powers)
    return PowerSum(sizes, exponents, powers[0].shape[0]), {
        "parameters": {f"a{k}": power.rows for k, power in enumerate(powers)},
        "inputs": {f"x{k}": power.vector for k, power in enumerate(powers)},
        "contracted": y,
    }


def _outer(word: str, W: str | None, j: str, terms: int, outputs: int, y: str) -> _Power:
    """The factor with the weights of the outputs and the variables that these are contracted with."""
    one = ["constant", [1]]
    if len(word) == 2:
        return _Power(["einsum", f"{word}->{j}{word.replace(j, '')}", W], y, (terms, outputs))
    rows = ["constant", [[1]] * terms] if W is None else ["einsum", "j,i->ji", W, one]
    return _Power(rows, ["einsum", ",i->i", y, one], (terms, 1))


class _Reader:
    """Recognizes parts of a law, with the definitions of its names."""

    def __init__(self, law: Law) -> None:
        raw = law.to_json()
        self.inputs, self.parameters, self.lets = raw["inputs"], raw["parameters"], dict(raw["let"])

    def new_name(self, stem: str) -> str:
        taken = {*self.inputs, *self.parameters, *self.lets}
        return next(name for i in range(len(taken) + 1) if (name := f"{stem}{i or ''}") not in taken)

    def is_parameter(self, expression: Json) -> bool:
        return isinstance(expression, str) and expression in self.parameters

    def read(self, expression: Json) -> Json:
        while isinstance(expression, str) and expression in self.lets:
            expression = self.lets[expression]
        return expression

    def contraction(self, expression: Json) -> tuple[list[tuple[str, Json]], str] | None:
        """The words of an einsum with their operands, and the word of the result."""
        match self.read(expression):
            case ["einsum", pattern, *operands]:
                words, result = pattern.split("->")
                return list(zip(words.split(","), map(self.read, operands), strict=True)), result
        return None

    def power(self, expression: Json) -> _Power | None:
        match self.read(expression):
            case ["apply", [*low, 1], inner] if low and not any(low):
                base = self.affine(inner)
                return None if base is None else _Power(base.rows, base.vector, base.shape, len(low))
        return self.affine(expression)

    def affine(self, expression: Json) -> _Power | None:
        """A matrix times an input, perhaps plus a vector of parameters."""
        match self.read(expression):
            case ["+", one, two]:
                product, bias = (two, one) if self.is_parameter(one) else (one, two)
                base = self.product(product)
                return None if base is None or not self.is_parameter(bias) else _with_bias(base, bias)
        return self.product(expression)

    def product(self, expression: Json) -> _Power | None:
        match self.contraction(expression):
            case [(matrix, V), (vector, x)], result:
                if self.is_parameter(x):
                    matrix, V, vector, x = vector, x, matrix, V
                fits = len(result) == len(vector) == 1 and matrix in (result + vector, vector + result)
                if fits and result != vector and self.is_parameter(V) and isinstance(x, str) and x in self.inputs:
                    rows, columns = (self.parameters[V][matrix.index(letter)] for letter in (result, vector))
                    return _Power(["einsum", f"{matrix}->{result}{vector}", V], x, (rows, columns))
        return None


def _with_bias(base: _Power, bias: str) -> _Power:
    terms, size = base.shape
    embedding = ["constant", [[int(i == k) for k in range(size + 1)] for i in range(size)]]
    last = ["constant", [0] * size + [1]]
    rows = ["+", ["einsum", "ji,ik->jk", base.rows, embedding], ["einsum", "j,k->jk", bias, last]]
    return _Power(rows, ["+", ["einsum", "i,ik->k", base.vector, embedding], last], (terms, size + 1))
