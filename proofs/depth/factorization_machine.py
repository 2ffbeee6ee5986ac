"""The kernels of factorization machines are symmetric CP tensors without their diagonals.

**Instance.** Three features, one term of order 2 and one of order 3. In `INSTANCES` more terms and features.

**Proof.** A^t(u), the sum of the products of t different u_j = p_j x_j, is the t-th elementary symmetric polynomial
in u, and Σ_j u_j^k the k-th sum of powers: Newton's identities say 2 A² = (Σ u_j)² − Σ u_j² and 6 A³ = (Σ u_j)³ −
3 (Σ u_j²)(Σ u_j) + 2 Σ u_j³. Here (Σ u_j)^t = ⟨p, x⟩^t is the form of p ⊗ … ⊗ p, and t! A^t that of the same tensor
with zeros where two indices are equal. So a machine of order m is β + ⟨w, x⟩ + Σ_t (the off-diagonal parts of
symmetric CP tensors of order t)/t!.

**Established here.** 6 f = 6 w_0 + 6 ⟨w, x⟩ + Σ_s 3 (⟨p_s, x⟩² − Σ_j p_sj² x_j²) + Σ_s (⟨q_s, x⟩³ − 3 ⟨q_s, x⟩
Σ_j q_sj² x_j² + 2 Σ_j q_sj³ x_j³), as polynomials in x and all parameters, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Which off-diagonal tensors have how many terms.

**See also** `depth/factorization_modulo_two`, and `depth/feature_interactions`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.products import FactorizationMachine
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = FactorizationMachine(features=3, rank=1, order=3)
INSTANCES = [INSTANCE, FactorizationMachine(features=4, rank=2, order=3), FactorizationMachine(features=5, rank=2)]


def difference(machine: FactorizationMachine) -> Law:
    """6 c times (the machine − what sums of powers give), one number for each feature."""

    def powers(P: Any, x: Any, k: int) -> Any:
        """Σ_j p_sj^k x_j^k for all s."""
        return einsum("js,j->s", P**k, x**k)

    def forward(x: Any, w0: Any, w: Any, P2: Any, c: Any, P3: Any = None) -> Any:
        features = {f"x{j}": x[[j]] for j in range(machine.features)}
        kernels = {"P2": P2} if P3 is None else {"P2": P2, "P3": P3}
        p, q = (P if P is None else einsum("jsd->js", P) for P in (P2, P3))
        rest = 6 * (w0 + einsum("jd,j->", w, x)) + 3 * (powers(p, x, 1) ** 2 - powers(p, x, 2)).sum()
        if P3 is not None:
            first, second, third = (powers(q, x, k) for k in (1, 2, 3))
            rest = rest + (first**3 - 3 * first * second + 2 * third).sum()
        return c * (6 * machine.forward(w0, w, **features, **kernels) - rest)

    return Law.trace(forward, {"x": (machine.features,), **machine.parameters}, {"c": ()})


def proof(instance: FactorizationMachine = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
