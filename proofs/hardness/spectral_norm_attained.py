"""The spectral norm of W is 2/√3: it is reached.

**Instance.** W at x = y = (√2, 1)/√3. In `INSTANCES` the unit tensor.

**Proof.** λ|x|²|y|² − |t|² is zero where x_0 y_1 = x_1 y_0 and x_0 y_0 = 2 x_1 y_1, so for x = y = (√2, 1). Then
T(x, y, z) = √λ |x||y||z| for z = t. The root √2 enters as a number r, of which r² = 8 is known.

**Established here.** λ|x|²|y|² = |t|² at an x and a y with an entry 1 each, for every r with that square, over Q and
every extension. So σ² ≥ λ, since r may be taken in R.

**Taken on trust.** Nothing.

**Not claimed.** That the point is the only one.

**See also** `hardness/spectral_norm`, `hardness/spectral_norm_complex`.
"""

from algebra_tnn import Tensor, Verdict
from algebra_tnn.explore.norms import spectral_norm

INSTANCE = (((0, 1), (1, 0)), ((1, 0), (0, 0))), "4/3"
INSTANCES = [INSTANCE, ((((1, 0), (0, 0)), ((0, 0), (0, 1))), "1")]

Entries = tuple[tuple[tuple[int, ...], ...], ...]


def proof(instance: tuple[Entries, str] = INSTANCE) -> Verdict:
    entries, squared = instance
    verdict = spectral_norm(Tensor.from_nested(entries), squared).attained
    if verdict is None:
        raise ValueError(f"{squared} is not shown to be the square of the spectral norm")
    return verdict
