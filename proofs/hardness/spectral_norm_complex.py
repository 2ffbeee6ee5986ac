"""Complex vectors give more: √2 where real ones give 1.

**Limits** `hardness/spectral_norm`, `hardness/spectral_norm_attained`, `hardness/spectral_norm_golden`,
`hardness/spectral_norm_golden_attained`, `hardness/nuclear_norm`.

**Instance.** D = e1⊗e0⊗e0 + e0⊗e1⊗e0 + e0⊗e0⊗e1 − e1⊗e1⊗e1 at x = y = z = (1, i).

**Proof.** D(x, x, x) = 3i − i³ = 4i, and |x|³ = 2√2; (3i − i³)² + 16 = (i² + 1)(i⁴ − 7i² + 16). Real vectors have
|D(x, y, z)| ≤ |x||y||z|. So over C the spectral norm of D is at least √2, and D proves no more than 3/√2 for the
nuclear norm of W.

**Established here.** D(x, x, x)² = −16 wherever i² = −1, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That √2 is the spectral norm over C.
"""

from typing import Any

from algebra_tnn import Law, Tensor, Vanishes, Verdict, verify
from algebra_tnn.laws import apply, einsum, named
from algebra_tnn.provers import cofactors

INSTANCE = Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, -1]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    def shifted(i: Any) -> Any:
        named("relation", i**2 + 1)
        x = [i**0, i]
        return einsum("ijk,i,j,k->", instance.nested(), *[_joined(x)] * 3) ** 2 + 16

    claim = Vanishes(Law.trace(shifted, {"i": ()}, {}), ("relation",))
    return verify(claim, by=lambda claim: cofactors(claim, {"relation": lambda i: apply([16, 0, -7, 0, 1], i)}))


def _joined(entries: list[Any]) -> Any:
    first, second = entries
    return einsum(",i->i", first, [1, 0]) + einsum(",i->i", second, [0, 1])
