"""What a hidden Markov model knows of the past: as many numbers as there are states.

**Instance.** Four steps, two symbols, two states, cut in the middle. In `INSTANCES` three states, with three symbols
and with two.

**Proof.** The function is linear in the vector of the weights of the states, given what came before, which has as
many entries as there are states: that letter is cut. *Attained.* Let there be at least as many symbols as states, let
each state have a symbol of its own, and let A be invertible and π without zeros. The flattening has the entry c_i
A_ij d_j where i is the last symbol before the cut and j the first one behind it, if the symbols of all other steps
are fixed, with c_i and d_j that are not zero if no entry of A is: a matrix of the rank of A.

**Established here.** The separation rank of the first steps is the number of states for almost all π, A and B, and at
most that for all, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That exceptions have probability zero under every law on models: they are a proper algebraic set.

**See also** `depth/hidden_markov_square`.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.probabilistic import HiddenMarkovModel

INSTANCE = (HiddenMarkovModel(steps=4, symbols=2, states=2), 2)
INSTANCES = [
    INSTANCE,
    (HiddenMarkovModel(steps=3, symbols=3, states=3), 1),
    (HiddenMarkovModel(steps=5, symbols=2, states=3), 2),
    (HiddenMarkovModel(steps=4, symbols=2, states=2, shared=False), 1),
]


def proof(instance: tuple[HiddenMarkovModel, int] = INSTANCE) -> Verdict:
    model, steps = instance
    past = tuple(f"x{t}" for t in range(steps))
    return verify(SeparationRankBetween(model.law(), past, model.states, model.states))
