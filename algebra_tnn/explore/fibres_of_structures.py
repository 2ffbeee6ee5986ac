"""Weights of attention and filters of convolutional networks with the same function as general ones.

*Lightning attention.* Up to changes of basis K and Q are A = Kᵀ Q, over an algebraically closed field: for a ≤ d
general K and Q have full rank, and A determines them up to GL(a); for a ≥ d, A is invertible, K may be taken to (1; 0),
and what fixes K takes Q to (A; 0). The function is that of M = V_L ⋯ V_1 and of B_l = U_lᵀ A_l U_l, U_l = V_(l−1) ⋯
V_1. If V_l is invertible for l < L, changes of basis make it 1, so that M and B_l are the weights. With other weights
it is invertible, too, if the rows of V_L, K_L, Q_L, of general weights, span the space: these times V_(L−1) ⋯ V_1 are
known. If m + 2a < d they do not, and V_(L−1) − V_(L−1) x wᵀ gives the same function for x with V_(L−1) x ≠ 0 in their
kernel and every w; with ⟨w, x⟩ = 1 it is singular, so that no change of basis leads to it.

For general M and B_l (statements C19, G22, G22b), m and a now being ranks, at most d: for d = 1 all weights with the
same function are in one orbit. Let d ≥ 2. For two tokens or more and L = 1 the function determines M and B up to a
factor, unless both have rank one; then the form of M and the first form of B = k qᵀ may be exchanged: two classes. For
two tokens or more, L ≥ 2 and a ≥ 2, M and the B_l are determined up to factors. For a = 1 it is M x Π_l (⟨k_l, x⟩ ⟨q_l,
x⟩)^(3^(L−l)) for one token, with two ways to call k_l and q_l for every l, or with m = 1 six ways to call the three
forms of the last layer; with two tokens k_1 and q_1 are told apart, and, as all tokens are proportional after the first
layer, no others.

*Filters.* Let w_1, …, w_L have first and last entries other than 0, and let the activations be powers t^r. Where r = 1,
consecutive layers are one, with the filter Π w_l(z^S), S the product of the strides before, and the product of their
strides (statement C20). So let all r be at least 2. (1) x_0 enters the output at position 0 by the first neuron of
every layer alone, so that its derivative by x_0 is c Π_(l<L) z_l^(r_l − 1) with a number c ≠ 0 and the pre-activations
z_l of these neurons. (2) z_1 is the linear form with the coefficients w_1. For l ≥ 2 a linear form u in the inputs of
z_1 alone that divides z_l is proportional to z_1: either z_l is a power of z_1 times a number, or it has an input that
z_1 has not, the last one of them in its last summand alone, so that its highest power has a number as coefficient, and
no form without this input divides z_l. (3) If other filters have the same function, their z_1′, which is not 0, divides
the derivative, hence is proportional to z_1. After rescaling w_1′ = w_1. The pre-activations of the first layer at all
positions are independent linear forms, each with a first input of its own, so the function of the other layers is the
same, too; and so on. Hence filters are determined up to rescaling.

*Zeros.* A run of linear layers is known by the product of the w_l(z^S), up to a factor. Over an algebraically closed
field general w_l(z^S) have k_l − 1 general classes of S zeros each, which differ by S-th roots of one. S grows along a
run, by multiples. Other filters with the same product: those with the largest S take whole classes of S zeros, and
these are only the ones that were in such factors; they are as many as are needed. So zeros are exchanged among factors
of equal S alone, as multisets: (Σ (k_l − 1))! / Π (k_l − 1)! ways for each S of each run.
"""

from __future__ import annotations

from algebra_tnn.explore.fibres import Fibre, Known, fibre_modulo
from algebra_tnn.models.structured import ConvolutionalNetwork, LightningAttention


def fibre_of_attention(attention: LightningAttention) -> Fibre:
    """Weights up to changes of basis and rescalings."""
    return fibre_modulo(attention, attention.orbit_dimension, "symmetries", _known_attention(attention))


def fibre_of_filters(network: ConvolutionalNetwork) -> Fibre:
    """Filters up to rescalings of hidden channels."""
    return fibre_modulo(network, network.orbit_dimension, "symmetries", _known_filters(network))


def _known_attention(attention: LightningAttention) -> Known:
    d, several = attention.width, attention.tokens > 1
    a, m = min(attention.rank, d), min(attention.outputs, d)
    if d == 1:
        return Known("proved", 1, ": there is one orbit for width one")
    if a > 1 and not several:
        return Known("undecided", None, ": for one token this is known for rank one alone (statement G22b)")
    if attention.layers > 1 and m + 2 * a < d:
        last = f"V{attention.layers - 1}"
        reason = f"{last} may be changed to a singular matrix where V, K and Q of the last layer are zero"
        return Known("refuted", None, f": {reason} (statement G22)")
    number = _exchanges(attention.layers, a, m, several)
    if number == 1:
        return Known("proved", 1, " for general weights: V and Kᵀ Q are determined up to factors (statement G22)")
    return Known("refuted", number, f": {number} classes of weights, as linear forms change places (statement G22)")


def _exchanges(layers: int, a: int, m: int, several: bool) -> int:
    """In how many ways linear forms may be called v, k and q in their layers, for ranks a and m of Kᵀ Q and V."""
    if a > 1:
        return 1
    if several and layers == 1:
        return 1 if m > 1 else 2
    return (2 if m > 1 else 6) << (layers - 1 - several)


def _known_filters(network: ConvolutionalNetwork) -> Known:
    number = network.factorizations
    if number is None:
        reason = "there are channels" if network.channels is not None else "an activation is no power"
        return Known("undecided", None, f": {reason}, and it is known for one filter in each layer and powers")
    if number == 1:
        return Known("proved", 1, " for general filters: derivatives factor in one way (statement G23)")
    return Known("refuted", number, f": {number} classes of filters have equal products (statement G23b)")
