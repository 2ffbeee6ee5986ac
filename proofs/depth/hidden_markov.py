"""The joint distribution of a hidden Markov model is a tensor train without negative entries.

**Instance.** Three steps, two symbols, two states. In `INSTANCES` four steps, and matrices that differ between steps.

**Proof.** p(x_0, x_1, …) = Σ_h π_(h_0) B_(h_0 x_0) A_(h_0 h_1) B_(h_1 x_1) ⋯ is the product of the matrices G_t[x] with
the entries B_(h x) A_(h h′), the first summed over h with π and the last without A. If π, A and B are not negative, the
cores are not. So the flattening at the first steps is a sum of as many products without negative entries as there are
states: its rank is at most that, and so is its non-negative rank.

**Established here.** The model and the train with these cores are one multilinear function of vectors, as polynomials
in these, π, A and B, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** The converse for ranks: a non-negative tensor of small rank need be no such model.

**See also** `depth/hidden_markov_square`, and `depth/hidden_markov_rank`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.probabilistic import HiddenMarkovModel
from algebra_tnn.provers.dimensions.identities import identity
from algebra_tnn.tensors.formats import TrainFormat

INSTANCE = HiddenMarkovModel(steps=3, symbols=2, states=2)
INSTANCES = [
    INSTANCE,
    HiddenMarkovModel(steps=4, symbols=2, states=2),
    HiddenMarkovModel(steps=3, symbols=2, states=3),
    HiddenMarkovModel(steps=3, symbols=3, states=2, shared=False),
]


def cores(model: HiddenMarkovModel, nodes: dict[str, Any]) -> dict[str, Any]:
    """G_t[h, x, h′] = B_(h x) A_(h h′), with π before the first and without A after the last."""
    last, at = model.steps - 1, ["" if model.shared else str(t) for t in range(model.steps)]
    first = einsum("h,hx,hk->xk", nodes["pi"], nodes["B" + at[0]], nodes["A" + at[0]])
    inner = [einsum("hx,hk->hxk", nodes["B" + at[t]], nodes["A" + at[t]]) for t in range(1, last)]
    outer = [einsum("xk,a->axk", first, [1]), *inner, einsum("hx,a->hxa", nodes["B" + at[last]], [1])]
    return {f"G{t}": core for t, core in enumerate(outer)}


def difference(model: HiddenMarkovModel) -> Law:
    """c times (the model − the train), both with a vector for each step."""
    (chain,), (train,) = model.networks, TrainFormat(model.shape, (model.states,) * (model.steps - 1)).networks
    vectors = {f"x{t}": (model.symbols,) for t in range(model.steps)}

    def forward(c: Any, **given: Any) -> Any:
        one, two = ({mode: given[f"x{t}"] for t, mode in enumerate(each.modes)} for each in (chain, train))
        return c * (chain.contracted(given, one) - train.contracted(cores(model, given), two, "w"))

    return Law.trace(forward, {**vectors, **model.parameters}, {"c": ()})


def proof(instance: HiddenMarkovModel = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
