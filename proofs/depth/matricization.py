"""The separation rank of a function is the rank of its tensor's matricization.

**Instance.** f(t) = Σ A_ijkl φ_i(t_0) φ_j(t_1) φ_k(t_2) φ_l(t_3) for φ(p, q) = (p², pq, q²), where the matricization of
A at the modes 0 and 2 is the product of a 9×4 and a 4×9 matrix with free entries; the pairs t_0 and t_2 against the
others.

**Proof.** Let the functions φ_1, …, φ_M be independent, and M the matricization at a set I of inputs. From above: M = L
N with rank M columns of L, and each of them, contracted with the φ of the inputs in I, is a function g_k. From below:
let f = Σ_(k≤r) g_k h_k. The products of the φ of the inputs in I are independent, as tensor products of independent
functions are, so there are points p and numbers that express each coefficient of such a product by values at the
points, and likewise points q for the other inputs. So M = P (f(p, q)) Q for two matrices P and Q, and f(p, q) has rank
at most r. For polynomials the coefficients of monomials do the same.

**Established here.** For almost all L and N the separation rank is 4, and for all it is at most 4, over Q and every
extension: what the matricization L N has. In the wide run also with x_j in the place of φ(t_j).

**Taken on trust.** Nothing.

**Not claimed.** Functions that are no polynomials; the proof holds for them, the certificate does not speak of them.

**See also** `depth/matricization_dependent`.
"""

from typing import Any

from algebra_tnn import Law, SeparationRankBetween, Verdict, verify
from algebra_tnn.laws import einsum

RANK = 4


def value(L: Any, N: Any, *vectors: Any) -> Any:
    return einsum("ikr,rjl,i,j,k,l->", L, N, *vectors)


SQUARES = [[[1, 0, 0], [0, 1, 0]], [[0, 0, 0], [0, 0, 1]]]  # p², p q, q² for a pair (p, q)


def features(t: Any) -> Any:
    return einsum("a,b,abi->i", t, t, SQUARES)


def multilinear(x0: Any, x1: Any, x2: Any, x3: Any, L: Any, N: Any) -> Any:
    return value(L, N, x0, x1, x2, x3)


def composed(t0: Any, t1: Any, t2: Any, t3: Any, L: Any, N: Any) -> Any:
    return value(L, N, *map(features, (t0, t1, t2, t3)))


FACTORS = {"L": (3, 3, RANK), "N": (RANK, 3, 3)}
INSTANCE = Law.trace(composed, {f"t{k}": (2,) for k in range(4)}, FACTORS)
INSTANCES = [INSTANCE, Law.trace(multilinear, {f"x{k}": (3,) for k in range(4)}, FACTORS)]


def proof(instance: Law = INSTANCE) -> Verdict:
    first, _, third, _ = (name for name, _ in instance.inputs)
    return verify(SeparationRankBetween(instance, (first, third), RANK, RANK))
