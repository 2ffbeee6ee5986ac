"""The population risk is a sum of squared distances of symmetric tensors.

**Instance.** One neuron for the teacher and one for the student, in the plane, with the activation c He_2; symbolic
weights. In `INSTANCES` more neurons, and the degrees 0 to 3.

**Proof.** Let σ = Σ_k c_k He_k and D = f* − f. By `learning/hermite_correlation`, E[D²] = Σ_k c_k² k! Σ_ij a_i a_j
⟨b_i, b_j⟩^k over the neurons of both networks, those of the student with the sign −, and the inner sum is the squared
norm of Σ_i a_i b_i ⊗ … ⊗ b_i. In the orthonormal basis He_k/√k! the coefficient of σ is σ̂_k = c_k √k!. *Cofactors.*
With D′ made of H_k(t, ‖b‖²) instead of He_k(t), D = D′ + Σ_i (‖b_i‖² − 1) R_i and D² − D′² = Σ_i (‖b_i‖² − 1)(D + D′)
R_i.

**Established here.** E[(f* − f)²] = Σ_k k! c_k² ‖Σ_i a*_i b*_i ⊗ … ⊗ b*_i − Σ_i a_i b_i ⊗ … ⊗ b_i‖² as polynomials in
c, a*, b*, a and b, wherever all b*_i and b_i have length one, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Activations that are no polynomials, for which the sum is infinite.

**See also** `learning/population_risk_long`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import factorial
from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.exact.measures import Normal
from algebra_tnn.laws import apply, einsum, named
from algebra_tnn.laws.expressions import Expression, inlined
from algebra_tnn.models.moments import expectation, hermite_coefficients
from algebra_tnn.models.moments.hermite import hermite_form, hermite_remainder
from algebra_tnn.provers import cofactors


@dataclass(frozen=True)
class Risk:
    """Two networks with the activation Σ_k c_k He_k, and with so many neurons; rows are vectors in the plane."""

    teachers: int
    students: int
    degrees: tuple[int, ...]

    @property
    def shapes(self) -> dict[str, tuple[int, ...]]:
        neurons = {"p": (self.teachers,), "T": (self.teachers, 2), "a": (self.students,), "B": (self.students, 2)}
        return {"c": (len(self.degrees),), **neurons}

    def mean(self, forward: Callable[..., Any]) -> Law:
        """E over x of a function of x and the weights."""
        return expectation(Law.trace(forward, {"x": (2,), **self.shapes}, {}), "x", Normal())

    def layer(self, x: Any, c: Any, rows: Any, kind: str) -> Any:
        """Σ_k c_k He_k of the neurons, or their homogeneous form, or the remainder."""
        t, s = rows @ x, einsum("ij,ij->i", rows, rows)
        parts = [_part(kind, k, t, s) * c[i] for i, k in enumerate(self.degrees)]
        return sum(parts[1:], start=parts[0])

    def difference(self) -> Law:
        """E[(f* − f)²] − Σ_k k! c_k² ‖…‖², with the names of what is zero."""

        def forward(x: Any, c: Any, p: Any, T: Any, a: Any, B: Any) -> Any:
            named("teachers", einsum("ij,ij->i", T, T) - [1] * self.teachers)
            named("students", einsum("ij,ij->i", B, B) - [1] * self.students)
            risk = (p @ self.layer(x, c, T, "plain") - a @ self.layer(x, c, B, "plain")) ** 2
            first, *others = (self.distance(k, c[i], p, T, a, B) for i, k in enumerate(self.degrees))
            return risk - sum(others, start=first)

        return self.mean(forward)

    def distance(self, k: int, c: Any, p: Any, T: Any, a: Any, B: Any) -> Any:
        """k! c_k² times the squared distance of the tensors of order k."""
        letters = "abcdefgh"[:k]

        def tensor(scales: Any, rows: Any) -> Any:
            return einsum(f"{','.join(['i', *('i' + letter for letter in letters)])}->{letters}", scales, *[rows] * k)

        return factorial(k) * (c**2 * ((tensor(p, T) - tensor(a, B)) ** 2).sum())

    def given(self) -> dict[str, Expression]:
        """E[(D + D′) R_i] for the neurons of both networks."""

        def both(x: Any, c: Any, p: Any, T: Any, a: Any, B: Any) -> Any:
            sides = [p @ self.layer(x, c, T, kind) - a @ self.layer(x, c, B, kind) for kind in ("plain", "form")]
            return sides[0] + sides[1]

        laws = {
            "teachers": self.mean(lambda x, c, p, T, a, B: both(x, c, p, T, a, B) * (p * self.layer(x, c, T, "rest"))),
            "students": self.mean(
                lambda x, c, p, T, a, B: -(both(x, c, p, T, a, B) * (a * self.layer(x, c, B, "rest")))
            ),
        }
        return {name: inlined(law.output, dict(law.let)) for name, law in laws.items()}


def _part(kind: str, k: int, t: Any, s: Any) -> Any:
    if kind == "plain":
        return apply(hermite_coefficients(k), t)
    return hermite_form(k, t, s) if kind == "form" else hermite_remainder(k, t, s)


INSTANCE = Risk(teachers=1, students=1, degrees=(2,))
INSTANCES = [INSTANCE, Risk(1, 1, (1, 2)), Risk(2, 1, (0, 1, 2)), Risk(1, 1, (3,)), Risk(2, 2, (2,))]


def proof(instance: Risk = INSTANCE) -> Verdict:
    claim = Vanishes(instance.difference(), ("teachers", "students"))
    return verify(claim, by=partial(cofactors, cofactors=instance.given()))
