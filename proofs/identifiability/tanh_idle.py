"""A neuron with tanh that nothing needs.

**Limits** `identifiability/tanh_symmetries`.

**Instance.** Two neurons, of which the second has the outgoing weight 0: its incoming weights and its bias are free.

**Proof.** Its value is multiplied by 0.

**Established here.** With T, U for the value of the second neuron before and after, and R for that of the first, the
difference of the outputs is zero, as a polynomial, over Q and every extension. So infinitely many weights have one
function. Only the hypothesis that outgoing weights are not zero fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about the first neuron.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify

NEURONS = {"W": [[1, 2], [2, 1]], "b": [3, 1], "a": [5, 0]}
REPLACED = {**NEURONS, "W": [[1, 2], [4, 1]]}


def difference(R: Any, T: Any, U: Any, a: Any, c: Any) -> Any:
    """a R + 0 U + c minus a R + 0 T + c."""
    return (a * R + 0 * U + c) - (a * R + 0 * T + c)


INSTANCE = Law.trace(difference, {"R": (), "T": (), "U": ()}, {"a": (), "c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(Vanishes(instance))
