"""Two neurons with tanh whose weights are opposite.

**Limits** `identifiability/tanh_symmetries`.

**Instance.** Neurons with pre-activations z and −z and outgoing weights a, a′: the network depends on a − a′ alone, and
with a′ = a on neither. Both may be increased by the same s.

**Proof.** tanh(−z) = −tanh(z), so a tanh(z) + a′ tanh(−z) = (a − a′) tanh(z).

**Established here.** With T for tanh(z) and U for tanh(−z), (a + s) T + (a′ + s) U − (a T + a′ U) vanishes wherever
U = −T. So infinitely many weights have one function, and only finitely many of them are permutations and changes of
signs of each other. Only the hypothesis that no two neurons are parallel fails. Over Q and every extension.

**Taken on trust.** That tanh is odd [OlverLozierBoisvertClark2010].

**Not claimed.** Anything about other neurons.
"""

from functools import partial
from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import named
from algebra_tnn.provers import cofactors

NEURONS = {"W": [[1, 2], [-1, -2]], "b": [3, -3], "a": [5, 7]}
REPLACED = {**NEURONS, "a": [6, 8]}


def difference(T: Any, U: Any, a: Any, s: Any) -> Any:
    """The network with a + s minus that with a."""
    named("odd", U + T)
    return (a[0] + s) * T + (a[1] + s) * U - (a[0] * T + a[1] * U)


INSTANCE = Law.trace(difference, {"T": (), "U": ()}, {"a": (2,), "s": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    claim = Vanishes(instance, ("odd",), ("OlverLozierBoisvertClark2010",))
    return verify(claim, by=partial(cofactors, cofactors={"odd": lambda s: s}))
