"""A neuron with tanh that does not depend on the inputs.

**Limits** `identifiability/tanh_symmetries`.

**Instance.** A neuron with incoming weights 0, bias b, outgoing weight a, in a network with output bias c: a may become
a + s and c become c − s tanh(b).

**Proof.** Its value T = tanh(b) is one number.

**Established here.** (a + s) T + (c − s T) − (a T + c) = 0, as polynomials, over Q and every extension. So infinitely
many weights have one function. Only the hypothesis that no neuron is constant fails: its outgoing weight is not zero,
and it is parallel to no other.

**Taken on trust.** Nothing.

**Not claimed.** Anything about other neurons, whose part of the network is the same.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify

NEURONS = {"W": [[1, 2], [0, 0]], "b": [3, 1], "a": [5, 7]}
REPLACED = {**NEURONS, "a": [5, 8]}


def difference(T: Any, a: Any, c: Any, s: Any) -> Any:
    """The part of the network that changes, after and before."""
    return ((a + s) * T + (c - s * T)) - (a * T + c)


INSTANCE = Law.trace(difference, {"T": ()}, {"a": (), "c": (), "s": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(Vanishes(instance))
