"""Two linear layers conserve ρ (2r + 1 − ρ)/2 independent quantities, ρ = min(r, n + m).

**Instance.** Widths (2, 2, 2): 8 parameters.

**Proof.** Write Z for the matrix of n + m = s rows and r columns whose rows are the columns of W_1 and the rows of
W_2, and J = diag(I_n, −I_m). The gradient of a linear form of W_2 W_1 is Z ↦ M Z with M = [[0, G], [Gᵀ, 0]]. The
bracket of two such fields is Z ↦ ± [M, M′] Z, and [M, M′] = diag(G G′ᵀ − G′ Gᵀ, Gᵀ G′ − G′ᵀ G). With unit matrices
for G and G′ these are all E_ij − E_ji in the first block and all in the second. So the M generate the Lie algebra of
all matrices N with Nᵀ J + J N = 0, that is N = J K with Kᵀ = −K. At Z of rank ρ its fields take the values J K Z; K
Z = 0 says that K is a skew form on the quotient by the column space of Z, so they span C(s, 2) − C(s − ρ, 2)
dimensions. Conserved quantities near general Z are as many as are left, by the theorem of Frobenius, as this number
is constant: s r − C(s, 2) + C(s − ρ, 2), which is r (r + 1)/2 for ρ = r and s (2r + 1 − s)/2 for ρ = s, in both
cases the formula. The entries of Zᵀ J Z = W_1 W_1ᵀ − W_2ᵀ W_2 are conserved, by Nᵀ J + J N = 0, and as many of them
are independent: over C, Z ↦ Zᵀ J Z maps onto the symmetric matrices of rank at most ρ. So polynomials are enough,
for all sizes.

**Established here.** Exactly 3 independent conserved quantities, over Q and every extension. In the wide run the
number of the formula for all n, r, m ≤ 3. From below by polynomials, from above by brackets.

**Taken on trust.** Nothing.

**Not claimed.** That there are as many at special weights.

**See also** `dynamics/linear_layers_squared` and `dynamics/linear_layers_wide`.
"""

from itertools import product

from algebra_tnn import ConservedBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 2, 2), degrees=1)
INSTANCES = [PolynomialNetwork(widths, degrees=1) for widths in product((1, 2, 3), repeat=3)]


def count(network: PolynomialNetwork) -> int:
    n, r, m = network.widths
    rho = min(r, n + m)
    return rho * (2 * r + 1 - rho) // 2


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(ConservedBetween(instance.law(), count(instance), count(instance)))
