"""Two layers of a recurrent circuit on templates: the rank between both halves.

**Instance.** Four steps of 4 templates with two layers of two hidden numbers: rank 6.

**Proof.** T = 2k steps, M templates, R hidden numbers, q = min(M, R); I, H, s for layer 1 and J, K, z for layer 2. The
upper bound is min(q M^(k−1), R · C(R + k − 1, k)), by `depth/start_end_deep` and `depth/start_end_states`.

*(1)* The rank is at least C(q + k − 1, k). Let only the first q templates and hidden numbers count, H be the unit
matrix, s all ones, and let the template b multiply the hidden number b by λ^(N^b) and leave the others, with N > k. In
layer 2 let one hidden number multiply the sums of the states of layer 1. So the state u after a word with α_i letters i
has the entries λ^(α_i N^i), and f(a, b) is v(a) Π_t L_t(u) with k linear forms L_t, the sums of u_i λ^(β_i N^i) with
the numbers β of the first t letters of b. For ascending b the leading term of L_t for large λ is that of the last
letter, so those of the products are the monomials of degree k, each once: for almost all λ the products are a basis of
the forms of degree k. The values of the monomials u^γ at the words with the numbers α are λ to the power Σ α_i γ_i N^i;
of the terms of the determinant the one with γ = α is largest, since Σ N^i (α_i − π(α)_i)² > 0 for others. So f is a
product of two invertible matrices, up to the factors v(a) ≠ 0.

*(2)* If R ≥ M^k, it is M^k = q M^(k−1): take layer 1 from `depth/start_end`, whose states are not negative, and 0 once
a word is not survived, and let layer 2 multiply their sums.

*(3)* If k ≥ 2 and M ≥ C(R + k, k + 1), it is R · C(R + k − 1, k). For u and v as in `depth/start_end_states`, f is a
matrix with a row for each first half and a column for each v_β u^γ, times one for the second halves. *The first has
independent columns*: v = (J u) ⊙ y with y from the letters before the last one; these y span, since the last letter
before multiplies by M ≥ R general diagonal matrices. For fixed y, u takes M general values, so that if Σ_β y_β (J u)_β
c_β(u) with forms c_β of degree k is 0 for them, it is 0 as a form, and if this is so for all y, then c_β = 0. *The
second has independent rows*: the last letter leaves the functions (H h)_γ ⟨ρ_γ, h′⟩ of the states h, h′ of both layers
before it, ρ = Jᵀ diag(w) K. Let k = 2. Then h = D t with t = H u and a diagonal matrix D of the letter, h′ = (J h) ⊙ (K
v), and the coefficient of D_i D_j is t_i t_j Σ_α ρ_{γα} (H_{γi} J_{αj} + H_{γj} J_{αi}) (K v)_α, once if i = j. For ρ
the unit matrix and general H, J these are R independent forms in v, for each i ≤ j. For k > 2 all h^m h′_α with |m| = k
− 1 occur by induction, and with m = n − e_i the coefficient of D^n is t^n J_{αi} (K v)_α.

**Established here.** For almost all weights the separation rank of the grid tensor is 6 = R · C(R + k − 1, k), over Q
and every extension; C(q + k − 1, k) is 3. In the wide run it is the upper bound for 23 other triples (T, M, R) that are
not in `depth/start_end_deep`: 8 for (6,3,2), 10 for (8,2,2), 12 for (10,2,2), 30 for (6,4,3), 64 for (6,4,4) and
others.

**Taken on trust.** Nothing.

**Not claimed.** The rank in all other cases. At random weights modulo a prime it was the upper bound for (6,5,3) and
(8,3,3), too. For three layers the bound by the states, R C(R + k − 1, k) C(R + k(k+1)/2 − 1, k(k+1)/2), is not
attained: (6,5,2) has 40 where the minimum is 50.

**See also** `depth/start_end_one`.
"""

from math import comb

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.recurrent import RecurrentCircuit

INSTANCE = RecurrentCircuit(steps=4, dimension=4, hidden=2, depth=2, templates=True)
TWO = [(4, 2), (5, 3), (5, 5), (9, 2)]
FOUR = [(4, 2), (2, 5), (3, 5), (4, 3), (5, 2), (5, 3), (6, 4), (7, 3), (8, 2)]
SIX = [(3, 2), (2, 5), (3, 3), (3, 5), (4, 2), (4, 3), (4, 4)]
MORE = [(8, 2, 2), (8, 2, 3), (8, 3, 2), (10, 2, 2)]
SIZES = [*((2, *each) for each in TWO), *((4, *each) for each in FOUR), *((6, *each) for each in SIX), *MORE]
INSTANCES = [RecurrentCircuit(*sizes, 2, templates=True) for sizes in SIZES]


def upper_bound(circuit: RecurrentCircuit) -> int:
    half, templates, hidden = circuit.steps // 2, circuit.dimension, circuit.hidden
    return min(min(hidden, templates) * templates ** (half - 1), hidden * comb(hidden + half - 1, half))


def proof(instance: RecurrentCircuit = INSTANCE) -> Verdict:
    names, rank = instance.law().input_names[: instance.steps // 2], upper_bound(instance)
    return verify(SeparationRankBetween(instance.law(), names, rank, rank))
