"""Neurons with a power as activation can be rescaled.

**Instance.** Widths (3,2,2) with t³ and no biases: 10 weights, 2 hidden neurons.

**Proof.** For the activation α t^r the output does not change when a neuron's weights are multiplied by s, and
those that leave it by s^(−r). So one dimension of the weights is lost for each such neuron; these rescalings are
independent, as in `dimension/parameter_bound`.

Conversely let σ be a polynomial of degree r ≥ 1 with c σ(s t + b) + e = σ(t), where c, b, e depend on s, for
infinitely many s. After a translation of t and without its constant term σ has no terms of degree r − 1 (if r ≥ 2)
and 0. Then c s^r = 1, and b = 0 for r ≥ 2; so c s^k = 1 wherever t^k occurs, hence k = r as s is no root of unity:
σ is α (t + β)^r + γ. Without biases β = b = e = 0 must hold, and σ is α t^r.

**Established here.** The dimension is 8 = 10 − 2, over Q and every extension; in the wide run the same with t² and
with −2 t².

**Taken on trust.** Nothing.

**Not claimed.** That nothing but rescalings lowers the dimension.

**See also** `dimension/two_terms` and `dimension/two_terms_biased`.
"""

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 2, 2), degrees=3)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 2, 2), degrees=2),
    PolynomialNetwork((3, 2, 2), activations="-2*x^2"),
    PolynomialNetwork((2, 2, 2), degrees=4),
    PolynomialNetwork((3, 3, 3), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    dimension = instance.parameter_count - len(instance.rescalings())
    return verify(DimensionBetween(instance.law(), dimension, dimension))
