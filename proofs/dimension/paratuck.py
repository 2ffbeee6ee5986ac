"""ParaTuck-2: two bounds, and formats in which the smaller one is the dimension.

**Instance.** (I,J,K) = (3,2,5) and (R,S) = (2,2): 34 parameters, 2R + 2S + K − 1 = 12 dimensions of rescalings.

**Proof.** Columns of A, G and rows of F, columns of B, H and columns of F, and rows of G and H may be rescaled against
each other, where one combination moves nothing: F by μν^(−1), G by μ^(−1), H by ν with constants. So the fibres have
dimension 2R + 2S + K − 1 at least, and the dimension is at most the count of parameters minus this. Moreover these are
Tucker tensors with the core G_kr F_rs H_ks, of multilinear ranks at most (R,S,K): for R ≤ I and S ≤ J the dimension is
at most KRS + R (I − R) + S (J − S). The second bound is less than the first one if R (R − 1) + S (S − 1) is above
(K − 1)(R − 1)(S − 1).

**Established here.** The dimension is 22, the first bound, over Q and every extension. In the wide run the smaller one
of both for (I,J,R,S) = (3,3,2,2), (3,2,2,2), (4,4,2,2), (3,3,3,2), (3,3,3,3) with K up to 6, and S = 1.

**Taken on trust.** Nothing.

**Not claimed.** That the smaller bound is the dimension for all formats with R ≤ I, S ≤ J and ranks that a tensor can
have; random points say so for R, S ≤ 4 and K ≤ 8.

**See also** `dimension/paratuck_few_slices` and `dimension/paratuck_one_column`.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.tensors.formats import ParaTuck2Format

INSTANCE = ParaTuck2Format((3, 2, 5), (2, 2))
INSTANCES = [
    INSTANCE,
    *(ParaTuck2Format((3, 3, K), (2, 2)) for K in (3, 4, 5)),
    *(ParaTuck2Format((4, 4, K), (2, 2)) for K in (4, 5)),
    *(ParaTuck2Format((3, 3, K), (3, 2)) for K in (4, 5, 6)),
    *(ParaTuck2Format((3, 3, K), (3, 3)) for K in (3, 4, 5)),
    *(ParaTuck2Format((3, 3, K), (2, 1)) for K in (2, 3, 5)),
]


def bound(format: ParaTuck2Format) -> int:
    (rows, columns, K), (R, S) = format.shape, format.ranks
    rescalings = 2 * R + 2 * S + K - 1
    return min(format.parameter_count - rescalings, K * R * S + R * (rows - R) + S * (columns - S))


def proof(instance: ParaTuck2Format = INSTANCE) -> Verdict:
    return verify(DimensionBetween(instance.law(), bound(instance), bound(instance)))
