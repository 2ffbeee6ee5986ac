"""Finitely many weights of a network with tanh have one function.

**Instance.** Widths (2,2,1) with biases: 9 parameters, and the Taylor polynomial of degree 3, which has 10
coefficients. In `INSTANCES` also one input, three layers, two outputs, and the sigmoid.

**Proof.** *Parameters.* tanh is injective, and maps the real line onto (−1, 1). So instead of the biases b_l of hidden
layers let the values t_l = tanh(z_l) of the hidden neurons at x = 0 be parameters: b_1 = artanh(t_1), b_l = artanh(t_l)
− W_l t_(l−1). *Jets.* As tanh′ = 1 − tanh², all derivatives of tanh are polynomials in tanh, and the Taylor polynomial
of the network at x = 0, of any degree, has coefficients that are polynomials in W, t and the output bias. *Finitely.*
If the Jacobian of these coefficients has the rank P, the number of parameters, at one point, it has it outside of a
proper algebraic set, and outside of a proper algebraic set the fibre of a polynomial map whose image has the dimension
P of its domain is finite. Networks with the same function have the same Taylor polynomial. A proper algebraic set
contains no open set of real parameters with |t| < 1, so general weights are meant in this sense as well. ∎

**Established here.** The Jacobian has the rank P, over Q and every field of characteristic 0.

**Taken on trust.** Nothing.

**Not claimed.** How many weights there are; by Sussmann's theorem, for two layers, these are the 2^n n! that
permutations and changes of signs lead to.

**See also** `identifiability/tanh_symmetries`, `identifiability/tanh_exponential`.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.models.analytic import JetNetwork

INSTANCE = JetNetwork((2, 2, 1), "tanh", order=3)
INSTANCES = [
    INSTANCE,
    JetNetwork((1, 2, 1), "tanh", order=6),
    JetNetwork((2, 2, 2), "tanh", order=3),
    JetNetwork((2, 2, 2, 1), "tanh", order=5),
    JetNetwork((2, 2, 1), "sigmoid", order=4),
]


def proof(instance: JetNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count))
