"""The spectral norm of W is 2/√3: nowhere more.

**Instance.** W = e1⊗e0⊗e0 + e0⊗e1⊗e0 + e0⊗e0⊗e1. In `INSTANCES` the unit tensor, complex multiplication, and a tensor
of shape 2×2×3.

**Proof.** With t = T(x, y, ·), λ|x|²|y|²|z|² − T(x, y, z)² = (λ|x|²|y|² − |t|²)|z|² + Σ_(k<l) (t_k z_l − t_l z_k)², and
for W and λ = 4/3 the bracket is (x_0 y_1 − x_1 y_0)²/3 + (x_0 y_0 − 2 x_1 y_1)²/3. Such squares are found from a
positive semidefinite matrix of the form λ − M Mᵀ + s E, where E stands for (x_0 y_0)(x_1 y_1) − (x_0 y_1)(x_1 y_0) = 0.

**Established here.** 4/3 · |x|²|y|²|z|² ≥ W(x, y, z)² for all real x, y, z.

**Taken on trust.** Nothing.

**Not claimed.** That every spectral norm has a rational square.

**See also** `hardness/spectral_norm_attained`, `hardness/spectral_norm_golden`, `hardness/spectral_norm_complex`.
"""

from algebra_tnn import Tensor, Verdict
from algebra_tnn.explore.norms import spectral_norm_at_most

INSTANCE = (((0, 1), (1, 0)), ((1, 0), (0, 0))), "4/3"
INSTANCES = [
    INSTANCE,
    ((((1, 0), (0, 0)), ((0, 0), (0, 1))), "1"),
    ((((0, 1), (1, 0)), ((1, 0), (0, -1))), "1"),
    ((((1, 0, 0), (0, 1, 0)), ((0, 1, 0), (0, 0, 1))), "2"),
]

Entries = tuple[tuple[tuple[int, ...], ...], ...]


def proof(instance: tuple[Entries, str] = INSTANCE) -> Verdict:
    entries, squared = instance
    return spectral_norm_at_most(Tensor.from_nested(entries), squared)
