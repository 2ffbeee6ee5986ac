"""The sum over all positions of a quadratic network around a circle knows the autocorrelation of one filter alone.

**Limits** `dimension/equivariant_network`.

**Instance.** n = 3 and t², with the output summed.

**Proof.** Σ_g Σ_s v_s ℓ_(s+g)² = (Σ_s v_s) Σ_g ℓ_g², and Σ_g ℓ_g(x)² = Σ_hk c_(k−h) x_h x_k with the numbers c_d =
Σ_j w_j w_(j+d), which are the same for d and −d. So the function is determined by the ⌊n/2⌋ + 1 numbers (Σ_s v_s) c_d,
and the dimension is at most 2 for n = 3, and not 2 n − 1 = 5.

**Established here.** The output is (Σ_s v_s) Σ_hk c_(k−h) x_h x_k, as a polynomial in x, w and v, over Q and every
extension. Only the hypothesis fails that the output is that at one position, or at all; summed, it is invariant.

**Taken on trust.** Nothing.

**Not claimed.** What higher degrees determine.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.equivariant import EquivariantNetwork

INSTANCE = EquivariantNetwork.cyclic(3, (1, 1, 1), degrees=2, output="sum")
INSTANCES = [INSTANCE, EquivariantNetwork.cyclic(4, (1, 1, 1), degrees=2, output="sum")]


def difference(network: EquivariantNetwork) -> Law:
    """The output minus what the autocorrelation says that it is."""
    n = network.positions
    shifts = [[(j + d) % n for j in range(n)] for d in range(n)]
    lags = [[(k - h) % n for k in range(n)] for h in range(n)]

    def forward(x: Any, w1: Any, w2: Any) -> Any:
        w, v = einsum("jab->j", w1), einsum("sab->", w2)
        correlation = einsum("j,dj->d", w, w[shifts])
        form = einsum("hk,ha,ka->a", correlation[lags], x, x)
        return network.forward(x, w1=w1, w2=w2) - v * form

    return Law.trace(forward, network.inputs, network.parameters)


def proof(instance: EquivariantNetwork = INSTANCE) -> Verdict:
    return verify(Vanishes(difference(instance)))
