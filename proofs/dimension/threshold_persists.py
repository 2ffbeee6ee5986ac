"""All degrees from some one on, from finitely many computations.

**Instance.** Widths (3,2,3,1) with t⁷: 15 − 5 = 10 of 1275 coefficients.

**Proof.** Two layers (m, d, e), with linear forms a_j in m variables and vectors c_j, are f = Σ_j c_j a_j^r. Its
derivative is Σ_j r c_j a_j^(r−1) x_j + y_j a_j^r, with linear forms x_j and vectors y_j. The dimension is the number
of free parameters, d (m + e − 1), if and only if for general a, c only the rescalings x_j = μ_j a_j, y_j = −r μ_j c_j
make it zero.

*More is enough.* Let this be so for r, and let (x, y) make the derivative for r + 1 zero. Differentiate by the inputs
in the direction of v, divide by r + 1, and write ⟨a, v⟩ for the value of a at v: the result is the derivative for r
at x_j′ = ⟨a_j, v⟩ x_j and y_j′ = ⟨x_j, v⟩ c_j + ⟨a_j, v⟩ y_j. So x_j′ = λ_j a_j and y_j′ = −r λ_j c_j. As ⟨a_j, v⟩ ≠
0 for general v, x_j = μ_j a_j with μ_j = λ_j / ⟨a_j, v⟩, and ⟨a_j, v⟩ y_j = −(r + 1) μ_j ⟨a_j, v⟩ c_j: a rescaling
for r + 1. With biases, the a_j and x_j are forms in one more variable x_0, and there is one more term y_0 x_0^r, with
y_0′ = ⟨x_0, v⟩ y_0. It is 0, so y_0 = 0 as well.

*Localization* (statement G10). Let all blocks (m_l, d_l, d_(l+1)) with t^(r_l) have as many dimensions as free
parameters, m_l the least of d_0, …, d_(l−1). Then so does the network. By induction on L: its part A = (d_0, …,
d_(L−1)), with outputs z of degree E = r_1 ⋯ r_(L−2), does. Let r = r_(L−1), and c_j the columns of W_L. It is enough
that for general weights (∗) Σ_j y_j z_j^r + r c_j z_j^(r−1) x_j = 0 has, among all vectors y_j and all forms x_j of
degree E, only the solutions x_j = λ_j z_j, y_j = −r λ_j c_j: then weights that make the derivative of the network
zero change z to λ z, which a rescaling does, so without it they make the derivative of A zero, and are rescalings.
The dimension of the space of solutions is least for general z and c. So let z_j = Σ_k a_jk t_k with t_k = x_k^E for k
< m = m_(L−1), which weights do, as all earlier widths are at least m. All polynomials in x are combinations, with
unique coefficients in K[t], of the monomials x^β whose exponents at k < m are less than E. For degree E these
coefficients are a linear form in t at β = 0, and constants elsewhere; and (∗) says the same for each of them. At β =
0 it is the equation for the block, which has only the solutions that are wanted. Elsewhere Σ_j r c_j z_j^(r−1) κ_j =
0 with constants κ_j. Multiplied by any linear form s in t this is the equation of the block with x_j = κ_j s, y_j =
0, so κ_j s = λ_j z_j; if m > 1, s can be chosen to be no multiple of z_j, and κ_j = 0. If m = 1, the block has as
many dimensions as free parameters only for one neuron, c_0 z_0^(r−1) κ_0 = 0, so κ_0 = 0. With biases, let those of
earlier layers be zero; the coefficient at β = 0 is a polynomial of degree one in t, and z_j has a constant term, so
that s = t_0 is no multiple of it even if m = 1.

*So* let r_l be a degree at which block l has as many dimensions as free parameters. By both, the network has, for all
degrees of at least r_1, r_2, …

*Never.* Without biases let d_(l−1) = 1 < d_l for a hidden layer l. Then h_l = (w_j^r y)_j, with y a power of the only
function before and w the column W_l, and W_(l+1) h_l = (Σ_j W_ij w_j^r)_i y. So these layers may be replaced by one
of d_(l+1) weights, with d_l neurons less and d_l + d_l d_(l+1) − d_(l+1) weights less, and the dimension is at most
the number of free parameters minus d_(l+1) (d_l − 1).

**Established here.** The dimension is 10, over Q and every extension; the blocks (3,2,3) and (2,3,1) have their free
parameters from the degrees 2 and 5 on. The same for the other instances, in the wide run: (2,3,1) with t⁹, (2,3,2,1)
with t⁶, (2,3,3,1) with t⁴ and t⁶, and (2,2,2,1) with t⁴ and biases. A test proves for all blocks that they have their
free parameters one degree earlier.

**Taken on trust.** Nothing.

**Not claimed.** That the degree is the least one: the block (2,3,1) has 5, and (2,3,3,1) begins at 4.

**See also** `dimension/below_threshold`, `dimension/width_one`.
"""

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 2, 3, 1), degrees=7)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 3, 1), degrees=9),
    PolynomialNetwork((2, 3, 2, 1), degrees=6),
    PolynomialNetwork((2, 3, 3, 1), degrees=(4, 6)),
    PolynomialNetwork((2, 2, 2, 1), degrees=4, biases=True),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    dimension = instance.parameter_count - len(instance.rescalings())
    return verify(DimensionBetween(instance.law(), dimension, dimension))
