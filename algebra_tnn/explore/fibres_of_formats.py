"""Nodes of tensor formats with the same tensor as general ones: block terms and ParaTuck-2.

*Block terms.* Let T = Σ_r E_r ⊗ c_r with R matrices E_r = A_r B_rᵀ of ranks L_r, let [A_1 … A_R] and [B_1 … B_R] have
full column rank N = Σ_r L_r, and let no two of the c_r be proportional. Then T is in no other way a sum of at most R
terms E′_s ⊗ c′_s of ranks with a sum of at most N. For general x the matrix T(x) = Σ_r ⟨c_r, x⟩ E_r has rank N, so its
column space is the direct sum of the im E_r, and that of the im E′_s, and likewise for rows. Let T(y)⁺ be the inverse
of T(y) as a map from its row space to its column space. For general x and y the map T(x) T(y)⁺ has the eigenvalue
⟨c_r, x⟩ / ⟨c_r, y⟩ on im E_r, with different values for different r, and ⟨c′_s, x⟩ / ⟨c′_s, y⟩ on im E′_s. So im E_r is
the sum of the im E′_s with c′_s proportional to c_r. As there are no more than R of these, there is one s for each r,
and ⟨c_r, y⟩ E_r = ⟨c′_s, y⟩ E′_s is T(y) followed by the projection on this eigenspace. ∎

*ParaTuck-2.* Let T_k = A D_k(G) F D_k(H) Bᵀ with R, S ≥ 2, let A and B have full column rank, and let no entry and no
2×2 minor of F be zero. Over an algebraically closed field, let X_F be the set of all D F E with diagonal D and E: the
matrices that are of rank at most one when their entries are divided by those of F. It is irreducible, of dimension
R + S − 1, and T_k = A p_k Bᵀ with p_k = D_k(G) F D_k(H) in X_F.

(1) If P X_F′ Q = X_F with invertible P, Q and F′ without a zero, then P and Q are diagonal matrices with permuted rows.
For X ↦ P (F′ ∘ X) Q / F, entry by entry, is linear and maps the matrices of rank at most one to themselves; as it maps
maximal linear spaces of these to such spaces, it is X ↦ U X V, or U Xᵀ V where R = S. Take X with a single entry 1 at
(i, j). In the first case p_i q_jᵀ is a multiple of F ∘ (u_i v_jᵀ), for columns p_i of P and u_i of U, and rows q_j of Q
and v_j of V. Its rank is one, so u_i or v_j has a single entry that is not zero, as the minors of F are not zero. If
u_i has two, then each v_j is a multiple of a unit vector, and p_i is proportional to u_i ∘ (a column of F) for each of
the S ≥ 2 columns; so F has a minor that is zero. Therefore all u_i, and likewise all v_j, are multiples of unit
vectors, and then so are all p_i and q_j. In the second case it is a multiple of F ∘ (u_j v_iᵀ). If u_j has two entries
that are not zero, the v_i are multiples of different unit vectors, and q_j is proportional to each of these; likewise
for v_i; and if all of them are multiples of unit vectors, p_i is proportional to all u_j. None of this is possible.

(2) Let the p_k span all R×S matrices, and lie in no P X_F′ Q other than X_F. Then A, G, F, H, B are determined up to
permutations and rescalings, if no slice is zero. For let A′, G′, F′, H′, B′ have the same slices. These span A M Bᵀ for
all matrices M, so A′ = A P and B′ᵀ = Q Bᵀ with invertible P and Q, and F′ has no zero. So the p_k lie in P X_F′ Q =
X_F, and (1) applies. After permutations and rescalings P and Q are identities, X_F′ = X_F, and F′ = F; then G′_kr H′_ks
= G_kr H_ks.

(3) K > D = R (R − 1) + S (S − 1) + (R − 1)(S − 1) general slices are such. As D ≥ RS − 1 they span. The P X_F′ Q form
an irreducible family of dimension D: columns of P, rows of Q, rows and columns of F′ may be rescaled. In any
irreducible closed set of parameters of this family, not all of whose members are X_F, those whose member contains a
general point of X_F are of smaller dimension, as X_F is irreducible and no larger than another member. So after D
general points those of another member than X_F are finitely many, and after one more there are none. ∎

Given slices are such if no form of degree (2, 2) in the rows of G and H vanishes at all of them, so that quadrics which
vanish at the p_k vanish on X_F: each X_F′ is cut out by quadrics.
"""

from __future__ import annotations

from algebra_tnn.explore.fibres import Fibre, Known, fibre_modulo
from algebra_tnn.tensors.formats import BlockTermFormat, ParaTuck2Format


def fibre_of_block_terms(format: BlockTermFormat) -> Fibre:
    """Terms up to their order."""
    return fibre_modulo(format, format.gauge_dimension, "gauge", _known_block_terms(format))


def fibre_of_paratuck2(format: ParaTuck2Format) -> Fibre:
    """Nodes up to rescalings, and permutations of the columns of A and of B."""
    return fibre_modulo(format, format.gauge_dimension, "gauge", _known_paratuck2(format))


def _known_block_terms(format: BlockTermFormat) -> Known:
    (*sides, slices), blocks = format.shape, [rank for rank in format.ranks if isinstance(rank, int)]
    if len(blocks) < len(format.ranks):
        return _asks("blocks of ranks (L, L, 1)", "there are others", "A10b")
    if (columns := sum(blocks)) > min(sides):
        return _asks(f"{columns} independent columns", f"there are {sides[0]} and {sides[1]} rows", "A10b")
    if slices == 1 and len(blocks) > 1:
        return _asks("vectors that are not proportional", "they have one entry", "A10b")
    return Known("proved", 1, " for general blocks: independent columns, no proportional vectors (statement A10b)")


def _known_paratuck2(format: ParaTuck2Format) -> Known:
    (*sides, slices), (R, S) = format.shape, format.ranks
    if (R, S) == (1, 1):
        return Known("proved", 1, ": the tensor has rank one")
    if min(R, S) == 1:
        return _asks("ranks from 2", f"they are {R} and {S}", "A12b")
    if sides[0] < R or sides[1] < S:
        return _asks(f"{R} and {S} independent columns", f"there are {sides[0]} and {sides[1]} rows", "A12b")
    enough = slices_that_determine(R, S)
    if slices < enough:
        return _asks(f"{enough} slices", f"there are {slices}", "A12b")
    return Known("proved", 1, f" for general nodes: there are at least {enough} slices (statement A12b)")


def slices_that_determine(R: int, S: int) -> int:
    """So many general slices of ParaTuck-2 determine the nodes: R (R − 1) + S (S − 1) + (R − 1)(S − 1) + 1.

    >>> slices_that_determine(2, 2), slices_that_determine(3, 2)
    (6, 11)
    """
    return R * (R - 1) + S * (S - 1) + (R - 1) * (S - 1) + 1


def _asks(asked: str, there: str, statement: str) -> Known:
    return Known("undecided", None, f": the theorem asks for {asked}, and {there} (statement {statement})")
