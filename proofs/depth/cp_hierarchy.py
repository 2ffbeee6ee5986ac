"""With more terms CPRNNs have more functions, up to the largest typical rank.

**Instance.** A second-order network with two hidden numbers, A(x) = x_0 · 1 + x_1 N with N e_0 = e_1 and N e_1 = 0,
from s = e_0, read by w = e_0 + e_1: the function Π x_{t,0} + Σ_t x_{t,1} Π_{s≠t} x_{s,0} of any number of inputs. Its
tensor of shape 2×2×2 is W, of rank 3.

**Proof.** Let there be n hidden numbers, no activation and no affine terms. Write A(x) for the matrix that takes a
state to the next one, F(R) for the functions, of all finite sequences, of networks whose tensor has a rank of at most
R. A network is *minimal* if the states A(x_t) ⋯ A(x_0) s, for all sequences, span the space, and so do the A(x_0)ᵀ ⋯
A(x_t)ᵀ w. *(1)* If f is the function of a minimal network A and of a network B, with n′ numbers, then n′ ≥ n and A(x) =
Q B(x) P with fixed matrices Q, P: let X be the space spanned by the states of B, and Y that by its covectors; the
pairing of states and covectors is given by f alone, and for A it is not degenerate, so that the space of A is X modulo
what Y annihilates; A(x) acts there as B(x) does. P includes, by a section, and Q projects. So the tensor of A has a
rank of at most that of B. *(2)* So f is in F(R) if and only if its minimal network has a tensor of rank at most R. And
F(R) is not F(R + 1) if and only if there is a minimal network with at most n numbers and a tensor of rank R + 1. *(3)*
Over R that is so for R less than the largest typical rank of n×d×n, d ≥ 2: for R + 1 ≤ n take R + 1 numbers and A(x) =
diag(b_r x_0), with different b_r, and s, w all ones, of which the flattening has rank R + 1. For n < R + 1 general sums
of R + 1 terms are minimal, since those n terms are with all others 0; and if R + 1 is at most the generic rank they
have no fewer terms, because secant varieties grow until they fill, and if R + 1 is a larger typical rank, an open set
of tensors has this rank. *(4)* F(R) is everything from the maximal rank of n×d×n on. *(5)* All states but s are in the
span of the R vectors c_r of the terms, so that a minimal network has at most R + 1 numbers: more of them add nothing.

**Established here.** The rank of the tensor is at least 3 over Q and every extension. So this function, whose network
is minimal, is of no CPRNN with two hidden numbers and two terms, over any field of characteristic 0: F(2) ≠ F(3).

**Taken on trust.** Nothing.

**Not claimed.** That general functions need three terms: over C two suffice, over R an open set needs three. Anything
about networks with activations.

**See also** `depth/cp_hierarchy_filled`, `depth/cp_hierarchy_idle`, `depth/multiplicative_integration`.
"""

from algebra_tnn import Tensor, TensorRankAtLeast, Verdict, verify

#  A_{pik}, from the number p at the input i to the number k
INSTANCE = Tensor.from_nested([[[1, 0], [0, 1]], [[0, 1], [0, 0]]])
START, READOUT = [1, 0], [1, 1]


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(instance, 3))
