"""Second derivatives of three layers are in the span of the rows of the first layer and of entangled weights.

**Instance.** Widths (2,2,1,1) and activations c_0 t + c_1 t² with free coefficients. In `INSTANCES` (2,2,2,1).

**Proof.** Let f = w · h(B g(A x)) with rows a_i of A and b_l of B, and v_l(x) = Aᵀ D(g′(A x)) b_l, the gradient of
pre-activation l of the second layer. The gradient of f is Σ_l w_l h_l′ v_l. Its derivative is Σ_l w_l h_l″ v_l v_lᵀ
from the h_l′, and from the v_l, Σ_l w_l h_l′ Aᵀ D(g″ ⊙ b_l) A = Σ_i γ_i a_i a_iᵀ with γ_i = g_i″ Σ_l w_l h_l′ b_li.
*No activation chosen.* Second derivatives depend on nothing but the first two derivatives of the activations, which may
be any numbers (see the conventions).

**Established here.** The part of f(x + h) of degree two in h is half of Σ_i γ_i ⟨a_i, h⟩² + Σ_l w_l h_l″ ⟨v_l, h⟩², as
polynomials in x, h, the weights and the coefficients, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That a_i and v_l can be found from the span: that is the theorem of
[FiedlerFornasierKlockRauchensteiner2023].

**See also** `learning/entangled_points`, and `learning/entangled_span` for the dimension of the span.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum, taylor_difference
from algebra_tnn.models.derivatives import FlexibleNetwork

INSTANCE = FlexibleNetwork((2, 2, 1, 1), basis=2)
INSTANCES = [INSTANCE, FlexibleNetwork((2, 2, 2, 1), basis=2), FlexibleNetwork((3, 1, 2, 1), basis=("t^2",))]


def entangled(network: FlexibleNetwork) -> Law:
    """Σ_i γ_i a_i a_iᵀ + Σ_l w_l h_l″ v_l v_lᵀ, for each output."""

    def forward(x: Any, W1: Any, W2: Any, W3: Any, **coefficients: Any) -> Any:
        z1, z2, _ = network.pre_activations(x, W1=W1, W2=W2, W3=W3, **coefficients)
        (g1, g2), (h1, h2) = (
            [network.slopes(layer, z, coefficients, order) for order in (1, 2)] for layer, z in ((1, z1), (2, z2))
        )
        v = einsum("li,i,ij->lj", W2, g1, W1)
        own = einsum("ol,l,li,i,ij,ik->ojk", W3, h1, W2, g2, W1, W1)
        return own + einsum("ol,l,lj,lk->ojk", W3, h2, v, v)

    return Law.trace(forward, network.inputs, network.parameters)


def proof(instance: FlexibleNetwork = INSTANCE) -> Verdict:
    return verify(Vanishes(taylor_difference(instance.law(), "x", 2, entangled(instance))))
