"""Linear symmetries with symmetric generators conserve quadratic forms: the Tucker format.

**Instance.** Shape 2×2×2 and ranks 2, 2, 2: the core G and a factor U, on the bond between which a symmetric matrix
acts, by U ↦ U S on the factor and by −S on the core. S has free entries, as a parameter on which the tensor does not
depend. The quantity is ⟨U, U S⟩ − ⟨G, S · G⟩ for S = E + Eᵀ.

**Proof.** Let A be a symmetric matrix such that f does not change along the field θ ↦ A θ. The form Q(θ) = ⟨θ, A θ⟩
has the gradient 2 A θ, so the derivative of Q along any gradient field ∇(u · f(x; θ)) is 2 ⟨∇(u · f(x; θ)), A θ⟩ =
0. Conversely, if Q is conserved for a symmetric A, then the derivative of f along A θ is zero. So conserved
quadratic forms and symmetric generators of linear symmetries are the same.

**Established here.** The identity for all symmetric S, over Q and every extension. In the wide run also for the
queries and keys of one layer of attention, Q ↦ S Q, K ↦ −S K, and for values and outputs.

**Taken on trust.** Nothing.

**Not claimed.** That only quadratic forms are conserved.

**See also** `dynamics/shear`.
"""

from typing import Any, NamedTuple

from algebra_tnn import Conserved, Law, TuckerFormat, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.attention import LinearAttention


class Bond(NamedTuple):
    """Two parameters whose axes, marked z, are one bond of a law."""

    law: Law
    one: str
    axes: str
    two: str
    others: str


def with_matrix(law: Law, size: int) -> Law:
    """The same law with a parameter E that it does not use."""
    return Law(law.inputs, (*law.parameters, ("E", (size, size))), law.let, law.output)


def form(E: Any, tensor: Any, axes: str) -> Any:
    """⟨T, S · T⟩ with S = E + Eᵀ on the axis z."""
    return 2 * einsum(f"{axes},{axes.replace('z', 'y')},yz->", tensor, tensor, E)


TUCKER = with_matrix(TuckerFormat((2, 2, 2), (2, 2, 2)).law(), 2)
ATTENTION = with_matrix(LinearAttention(tokens=2, dimension=2).law(), 2)
INSTANCE = Bond(TUCKER, "U0", "iz", "G", "zjk")
INSTANCES = [INSTANCE, Bond(ATTENTION, "Q1", "hzi", "K1", "hzi"), Bond(ATTENTION, "V1", "hzi", "O1", "hiz")]


def proof(instance: Bond = INSTANCE) -> Verdict:
    law, one, axes, two, others = instance
    quantity = Conserved.trace(law, lambda E, **at: form(E, at[one], axes) - form(E, at[two], others))
    return verify(quantity)
