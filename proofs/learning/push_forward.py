"""The third cumulants of quadratic forms in normal variables are traces of products.

**Instance.** Three quadratic forms in two variables, with symbolic symmetric matrices. In `INSTANCES` one variable.

**Proof.** Let p_i = zᵀ Q_i z. In E[p_0 p_1 p_2], by Wick's formula the sum over all pairings of the six factors z, the
pairings that do not join all three forms cancel in the cumulant, and 8 are left: each of the three matrices may be
turned round, and 8 tr(Q_0 Q_1 Q_2) for symmetric matrices. The trace of a product of three symmetric matrices does not
depend on their order.

**Established here.** E[p_0 p_1 p_2] − Σ E[p_i p_j] E[p_k] + 2 E[p_0] E[p_1] E[p_2] = 8 tr(Q_0 Q_1 Q_2) as polynomials
in the entries, over Q and every extension. So the tensor of all third cumulants is a tensor ring with three equal
cores.

**Taken on trust.** Nothing.

**Not claimed.** Cumulants of higher orders; that the Q_i can be found from them.

**See also** `learning/push_forward_asymmetric`, `learning/push_forward_gauge`, `learning/push_forward_dimension`.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.exact.measures import Normal
from algebra_tnn.laws import einsum
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.models.moments import QuadraticPushForward, expectation

INSTANCE = QuadraticPushForward(maps=3, latent=2)
INSTANCES = [INSTANCE, QuadraticPushForward(maps=3, latent=1)]


def moment(model: QuadraticPushForward, forms: tuple[int, ...]) -> Law:
    """E[Π p_i] over the numbers of some forms."""

    def forward(z: Any, q: Any) -> Any:
        values = einsum("iab,a,b->i", model.matrices(q), z, z)
        return _product([values[i] for i in forms])

    return expectation(Law.trace(forward, {"z": (model.latent,)}, model.parameters), "z", Normal())


def _product(factors: list[Any]) -> Any:
    return factors[0] if len(factors) == 1 else factors[0] * _product(factors[1:])


def difference(model: QuadraticPushForward) -> Law:
    """The cumulant of the first three forms − 8 tr(Q_0 Q_1 Q_2)."""
    laws = {forms: moment(model, forms) for forms in ((0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2))}

    def forward(q: Any) -> Any:
        E = {forms: traced_value(law, {"q": q}) for forms, law in laws.items()}
        a, b, c = E[0,], E[1,], E[2,]
        cumulant = E[0, 1, 2] - E[0, 1] * c - E[0, 2] * b - E[1, 2] * a + 2 * (a * (b * c))
        Q = model.matrices(q)
        return cumulant - 8 * einsum("ab,bc,ca->", Q[0], Q[1], Q[2])

    return Law.trace(forward, {}, model.parameters)


def proof(instance: QuadraticPushForward = INSTANCE) -> Verdict:
    return verify(Vanishes(difference(instance)))
