"""For μ = 2 and λ = 4 there is a local minimum with both weights on one axis.

**Limits** `learning/landscape`, `learning/landscape_aligned`.

**Instance.** The objective of `learning/landscape` at b_1 = b_2 = (2/√3, 0), where it is −8/3. It is −8 at b_1 =
(√2, 0), b_2 = (0, √2): −2 λ μ/(λ − μ) = −8. In `INSTANCES` μ = 2 and λ = 3, and μ = 5/4 and λ = 4.

**Proof.** With P = p², …, S = s², c = λ/(1 + λ − μ), a = P − c and b = R − c, the value at P = R = c and Q = S = 0 is
2λ(1 − c), and

    f = 2λ(1 − c) + (a + b)² + (λ − μ − 1)(a² + b²) + 2λ q² (P − 1) + 2λ s² (R − 1) + 2 QS + (λ − μ)(Q² + S²).

For μ > 1 it is c > 1, and for λ ≥ μ + 1 no coefficient is negative: f is not less wherever P > 1 and R > 1, which is a
neighbourhood of the point. For 0 < μ < λ this happens in no other case: if λ < μ + 1, (a + b)² + (λ − μ − 1)(a² + b²)
is negative for a = −b, and if μ = 1, so that c = 1, the terms (λ − 2)(a² + b²) + (a + b)² + 2λ a Q + (λ − 1) Q² are
negative for some a and b with Q = 1, and so at all multiples t (a, b, Q) for t > 0.

**Established here.** f ≥ −8/3 wherever p² > 1 and r² > 1, over R.

**Taken on trust.** Nothing.

**Not claimed.** That gradient descent is likely to end there.
"""

from fractions import Fraction
from typing import Any

from algebra_tnn import Law, Nonnegative, Verdict, verify
from algebra_tnn.laws import einsum, fixed, named
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.models.landscapes import DesignedObjective
from algebra_tnn.provers import squares

INSTANCE = (2, 4)
INSTANCES = [INSTANCE, (2, 3), ("5/4", 4)]
OBJECTIVE = DesignedObjective(2)


def proof(instance: tuple[int | str, int] = INSTANCE) -> Verdict:
    mu, lam = map(Fraction, instance)
    law = fixed(OBJECTIVE.law(), {"mu": mu, "lam": lam})
    place = lam / (1 + lam - mu)

    def above(b: Any) -> Any:
        named("far", einsum("ij,j->i", b**2, [1, 0]) - 1)
        return traced_value(law, {"b": b}) - 2 * lam * (1 - place)

    forms: list[tuple[Fraction, tuple[Any, ...], Any]] = [
        (Fraction(1), (), lambda b: b[0][0] ** 2 + b[1][0] ** 2 - 2 * place),
        (lam - mu - 1, (), lambda b: b[0][0] ** 2 - place),
        (lam - mu - 1, (), lambda b: b[1][0] ** 2 - place),
        (2 * lam, (("far", 0),), lambda b: b[0][1]),
        (2 * lam, (("far", 1),), lambda b: b[1][1]),
        (Fraction(2), (), lambda b: b[0][1] * b[1][1]),
        (lam - mu, (), lambda b: b[0][1] ** 2),
        (lam - mu, (), lambda b: b[1][1] ** 2),
    ]
    claim = Nonnegative(Law.trace(above, {"b": (2, 2)}, {}), ("far",))
    return verify(claim, by=lambda claim: squares(claim, squares=[form for form in forms if form[0]]))
