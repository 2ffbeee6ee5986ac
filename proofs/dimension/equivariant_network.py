"""Of the 2 n weights of two filters around a circle, 2 n − 1 count.

**Instance.** n = 3 and t²: 6 weights, where the network without the group has 18. In `INSTANCES` other n and degrees.

**Proof.** Since the network commutes with the group, its output at position 0, f = Σ_s v_s ℓ_s^r, determines it, where
ℓ_s(x) = Σ_h w_h x_(h+s) are the shifts of one linear form. *At most:* w may be multiplied by t and v by t^(−r). *At
least:* let w be such that all n shifts are independent, as is so for general w, and take v = (1, 0, …, 0). The
derivatives by v are the ℓ_s^r; those by w are the r ℓ_0^(r−1) x_h, which are n independent polynomials whose span has
ℓ_0^r in it. A combination Σ_(s ≥ 1) c_s ℓ_s^r in this span is divisible by ℓ_0 if r ≥ 2, and so Σ_(s ≥ 1) c_s ℓ_s^r = 0
where ℓ_0 = 0. There the other n − 1 forms are independent, and so are their powers: all c_s are 0. The rank is n + n −
1. ∎

**Established here.** The dimension is 5 = 2 n − 1, from both sides, over Q and every field of characteristic 0.

**Taken on trust.** Nothing.

**Not claimed.** Networks with several channels, where the dimension may be all there is: with two hidden channels and
n = 3 it is 6, that of all quadratic forms.

**See also** `dimension/equivariant_sum`, `dimension/equivariant_linear`, and `dimension/equivariant_shift`.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.models.equivariant import EquivariantNetwork

INSTANCE = EquivariantNetwork.cyclic(3, (1, 1, 1), degrees=2, output="one")
INSTANCES = [
    INSTANCE,
    EquivariantNetwork.cyclic(2, (1, 1, 1), degrees=3, output="one"),
    EquivariantNetwork.cyclic(3, (1, 1, 1), degrees=3, output="one"),
    EquivariantNetwork.cyclic(6, (1, 1, 1), degrees=2, output="one"),
]


def proof(instance: EquivariantNetwork = INSTANCE) -> Verdict:
    count = 2 * instance.positions - 1
    return verify(DimensionBetween(instance.law(), count, count))
