"""No width of the non-unimodal network can be lowered.

**Limits** `dimension/filling_unimodal`.

**Instance.** Widths (2,3,4,4,4,6,4,1) with t², one neuron less than `dimension/filling_non_unimodal` in the third
hidden layer.

**Proof.** A network with smaller hidden widths is one with larger ones and zero weights; so its functions are among
those of one of the six with a single width lowered by one, and if none of these six fills, none does. Their
dimensions are at most 35, 60, 62, 39, 61 and 59, by the bounds for the coefficients of intermediate layers.

**Established here.** That it fills, that is that the dimension is at least 65, is refuted over Q and every
extension; in the wide run for all six. So the network before is minimal, and the conjecture fails.

**Taken on trust.** Nothing.

**Not claimed.** That there is no smaller network of another depth.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 3, 4, 4, 4, 6, 4, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 2, 4, 5, 4, 6, 4, 1), degrees=2),
    PolynomialNetwork((2, 3, 3, 5, 4, 6, 4, 1), degrees=2),
    PolynomialNetwork((2, 3, 4, 5, 3, 6, 4, 1), degrees=2),
    PolynomialNetwork((2, 3, 4, 5, 4, 5, 4, 1), degrees=2),
    PolynomialNetwork((2, 3, 4, 5, 4, 6, 3, 1), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.ambient_dimension))
