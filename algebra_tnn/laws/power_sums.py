"""Power sums, the laws of secant varieties of Segre–Veronese varieties."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import comb, prod

from algebra_tnn.laws.law import Law

Monomial = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PowerSum:
    """Σ_{j < terms} Π_k ⟨a_kj, x_k⟩^{e_k} with vectors x_k of the given sizes."""

    sizes: tuple[int, ...]
    exponents: tuple[int, ...]
    terms: int

    @property
    def law(self) -> Law:
        """The law exactly as the certificate format writes power sums."""
        powers = [
            ["apply", [0] * e + [1], ["einsum", "ij,j->i", f"a{k}", f"x{k}"]] for k, e in enumerate(self.exponents)
        ]
        return Law.from_json(
            {
                "inputs": {f"x{k}": [n] for k, n in enumerate(self.sizes)},
                "parameters": {f"a{k}": [self.terms, n] for k, n in enumerate(self.sizes)},
                "let": [],
                "output": ["einsum", ",".join("i" * len(powers)) + "->", *powers],
            }
        )

    @property
    def ambient(self) -> int:
        return self.monomial_count(self.exponents)

    def monomial_count(self, degree: Monomial) -> int:
        return prod(comb(n + d - 1, d) for n, d in zip(self.sizes, degree, strict=True))

    def monomials(self, degree: Monomial) -> list[Monomial]:
        """Exponents of all variables, from high to low, factor by factor."""
        parts = (monomials_of_degree(n, d) for n, d in zip(self.sizes, degree, strict=True))
        return [tuple(x for part in chosen for x in part) for chosen in product(*parts)]


def monomials_of_degree(n: int, d: int) -> list[Monomial]:
    """Exponents of n variables, from high to low."""
    if n == 1:
        return [(d,)]
    return [(first, *rest) for first in range(d, -1, -1) for rest in monomials_of_degree(n - 1, d - first)]


def as_power_sum(law: Law) -> PowerSum | None:
    """The power sum that the law is, written exactly so."""
    raw = law.to_json()
    match raw["output"]:
        case ["einsum", str(), *powers] if powers and all(power[0] == "apply" for power in powers):
            sizes = tuple(shape[0] for shape in raw["inputs"].values() if len(shape) == 1)
            exponents = tuple(len(power[1]) - 1 for power in powers)
            terms = next((shape[0] for shape in raw["parameters"].values() if shape), 0)
            if len(sizes) == len(exponents) and min(exponents) > 0 and terms:
                shape = PowerSum(sizes, exponents, terms)
                return shape if shape.law.to_json() == raw else None
    return None
