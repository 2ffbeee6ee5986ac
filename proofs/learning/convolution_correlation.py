"""What correlates a linear convolutional network with its input is the product of its kernels.

**Instance.** Two layers of kernels with two entries, inputs x of shape 2×2 whose entries are independent standard
normal numbers, and indeterminate kernels. In `INSTANCES` three layers.

**Proof.** Patches do not overlap, so that an input x_(i j) reaches the output on one path, f = Σ k1_i k0_j x_(i j), and
E[f x] is the tensor of the coefficients, for every distribution with E[x xᵀ] = I.

**Established here.** E[f(x) ⟨x, u1 ⊗ u0⟩] = ⟨k1, u1⟩⟨k0, u0⟩ as polynomials, with expectations by rational points that
have the moments of the normal distribution, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** How many samples are enough.

**See also** `learning/convolution_correlation_activated`.
"""

from functools import partial, reduce
from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.exact.measures import Normal
from algebra_tnn.laws import einsum
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.models.moments import expectation

INSTANCE = 2
INSTANCES = [INSTANCE, 3]
LETTERS = "abc"


def correlation(layers: int, x: Any, **vectors: Any) -> Any:
    """f(x) ⟨x, u_(D−1) ⊗ … ⊗ u_0⟩: the first layer is k0, which joins neighbours along the last axis of x."""
    modes = LETTERS[:layers]
    output = reduce(
        lambda h, d: einsum(
            f"{modes[: layers - d]},{modes[layers - d - 1]}->{modes[: layers - d - 1]}", h, vectors[f"k{d}"]
        ),
        range(layers),
        x,
    )
    return output * einsum(f"{modes},{','.join(modes)}->", x, *(vectors[f"u{d}"] for d in reversed(range(layers))))


def proof(instance: int = INSTANCE) -> Verdict:
    vectors = dict.fromkeys([f"{letter}{d}" for letter in "ku" for d in range(instance)], (2,))
    law = Law.trace(partial(correlation, instance), {"x": (2,) * instance, **vectors}, {})
    mean = expectation(law, "x", Normal())

    def difference(**tensors: Any) -> Any:
        products = [einsum("i,i->", tensors[f"k{d}"], tensors[f"u{d}"]) for d in range(instance)]
        return traced_value(mean, tensors) - einsum("," * (instance - 1) + "->", *products)

    return verify(Vanishes(Law.trace(difference, vectors, {})))
