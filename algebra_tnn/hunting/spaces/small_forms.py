"""Forms with small integer coefficients, one for each class modulo symmetry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations, product
from typing import TypeAlias

from algebra_tnn.tensors.forms import Form

Exponents: TypeAlias = tuple[int, ...]
Terms: TypeAlias = tuple[tuple[Exponents, int], ...]


@dataclass(frozen=True)
class SmallForms:
    """Forms in so many ``variables``, of ``degrees``, with integer coefficients from −``largest`` to ``largest``.

    The order of the variables, their signs and the sign of the form are symmetries: none of them changes how many
    powers of linear forms, with weights, sum to it.

    >>> [str(form) for form in SmallForms(variables=2, degrees=(2,), largest=1).instances(0)]
    ['x^2', 'x*y', 'x^2 + x*y', 'x^2 + y^2', 'x^2 - y^2', 'x^2 + x*y + y^2', 'x^2 + x*y - y^2']
    """

    variables: int
    degrees: tuple[int, ...]
    largest: int = 1

    order = "degree, then terms, then the sum of absolute values of coefficients"
    exhaustive = True

    @property
    def description(self) -> str:
        degrees = " or ".join(map(str, self.degrees))
        return (
            f"forms of degree {degrees} in {self.variables} variables with coefficients from −{self.largest} to "
            f"{self.largest}, modulo orders and signs of variables"
        )

    @property
    def _names(self) -> tuple[str, ...]:
        return (
            tuple("xyzuvw"[: self.variables]) if self.variables <= 6 else tuple(f"x{i}" for i in range(self.variables))
        )

    def instances(self, seed: int) -> Iterator[Form]:
        numbers = [x for x in range(-self.largest, self.largest + 1) if x]
        for degree in sorted(self.degrees):
            places = [e for e in product(range(degree, -1, -1), repeat=self.variables) if sum(e) == degree]
            for count in range(1, len(places) + 1):
                seen = set[Terms]()
                choices = sorted(product(numbers, repeat=count), key=lambda values: sum(map(abs, values)))
                for values in choices:
                    for chosen in combinations(places, count):
                        terms = tuple(zip(chosen, values, strict=True))
                        if (found := canonical_terms(terms)) not in seen:
                            seen.add(found)
                            yield Form.of(self._names, degree, dict(found))

    def size(self, instance: Form) -> tuple[int, int, int]:
        return instance.degree, len(instance.terms), sum(abs(int(x)) for _, x in instance.terms)

    def smaller(self, instance: Form) -> Iterator[Form]:
        """A term is left out, or its coefficient nearer to 0."""
        for exponents, x in instance.terms:
            for other in range(abs(int(x))):
                terms = {**dict(instance.terms), exponents: other if x > 0 else -other}
                if any(terms.values()):
                    yield Form.of(self._names, instance.degree, terms)

    def canonical(self, instance: Form) -> Terms:
        return canonical_terms(tuple((exponents, int(x)) for exponents, x in instance.terms))


def canonical_terms(terms: Terms) -> Terms:
    """The greatest of all forms that differ by the order and the signs of variables, and by a sign of the whole.

    >>> canonical_terms((((0, 2), -1), ((1, 1), 1)))
    (((2, 0), 1), ((1, 1), 1))
    """
    variables = range(len(terms[0][0]))
    found = []
    for order in permutations(variables):
        for signs in product((1, -1), repeat=len(variables)):
            changed = [(tuple(e[k] for k in order), x * _sign(signs, e)) for e, x in terms]
            ordered = tuple(sorted(changed, reverse=True))
            found += [ordered, tuple((e, -x) for e, x in ordered)]
    return max(found)


def _sign(signs: tuple[int, ...], exponents: Exponents) -> int:
    negative = sum(e for sign, e in zip(signs, exponents, strict=True) if sign < 0)
    return -1 if negative % 2 else 1
