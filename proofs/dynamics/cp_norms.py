"""Gradient flow of a sum of rank-one tensors conserves differences of squared norms within each term.

**Instance.** Order 3, shape 2×3×2, two terms: W = Σ_r w_r0 ⊗ w_r1 ⊗ w_r2, as the multilinear function of one vector
for each mode. The quantity is Σ_(r,k) c_kr (|w_rk|² − |w_r0|²), k = 1, 2, with coefficients c_kr that are parameters
on which W does not depend.

**Proof.** Under w′ = −∇ℓ(W), d/dt |w_rk|² = −2 ⟨∇ℓ(W), w_r0 ⊗ w_r1 ⊗ ⋯⟩ for every mode k, since the term is linear
in w_rk. So differences are constant. The coefficients do not move, and are arbitrary: the identity, as one of
polynomials in c as well, says this of each difference.

**Established here.** The identity, over Q and every extension. In the wide run order 2 and order 4.

**Taken on trust.** Nothing.

**Not claimed.** That these are all: see `dynamics/cp_count`.

**See also** `dynamics/cp_norms_tied`.
"""

from typing import Any

from algebra_tnn import Conserved, Law, Verdict, verify
from algebra_tnn.laws import einsum


def value(**tensors: Any) -> Any:
    order = sum(name.startswith("x") for name in tensors)
    forms = [tensors[f"w{k}"] @ tensors[f"x{k}"] for k in range(order)]
    return einsum(",".join("r" * order) + "->", *forms)


def with_coefficients(shape: tuple[int, ...], terms: int) -> Law:
    vectors = {f"w{k}": (terms, n) for k, n in enumerate(shape)}
    return Law.trace(
        lambda c, **tensors: value(**tensors),
        {f"x{k}": (n,) for k, n in enumerate(shape)},
        {**vectors, "c": (len(shape) - 1, terms)},
    )


def differences(c: Any, w0: Any, **others: Any) -> Any:
    first, *rest = (einsum("r,ri,ri->", c[k], w, w) for k, w in enumerate(others.values()))
    return sum(rest, first) - einsum("kr,ri,ri->", c, w0, w0)


INSTANCE = with_coefficients((2, 3, 2), 2)
INSTANCES = [INSTANCE, with_coefficients((3, 2), 2), with_coefficients((2, 2, 2, 2), 2)]


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(Conserved.trace(instance, differences))
