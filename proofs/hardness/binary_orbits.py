"""The ranks over GF(2) of the tensors of shape 2×2×2, orbit by orbit.

**Instance.** The slices [[0, 1], [1, 0]] and [[1, 0], [1, 1]]: their pencil has no root over GF(2). In `INSTANCES` one
tensor from each orbit of shapes 2×2×2 and 2×2×3, but for zero.

**Proof.** Invertible matrices on the modes, and permutations of modes of equal size, change no rank. All 256 and all
4,096 tensors are looked at: six orbits of sizes 1, 27, 54, 108, 54, 12 and ranks 0, 1, 2, 2, 3, 3, and nine orbits of
sizes 1, 63, 252, 42, 756, 378, 1512, 84, 1008 and ranks 0, 1, 2, 2, 2, 3, 3, 3, 3.

**Established here.** The rank of one tensor of each orbit over GF(2), from below by all shorter sums.

**Taken on trust.** Nothing.

**Not claimed.** That orbits are as they were counted is no certificate: a test counts them in a second way.

**See also** `hardness/binary_lift`.
"""

from algebra_tnn import Field, Tensor, TensorRankBetween, Verdict, verify

INSTANCE = (((0, 1), (1, 0)), ((1, 0), (1, 1))), 3
INSTANCES = [
    INSTANCE,
    ((((0, 0), (0, 0)), ((0, 0), (0, 1))), 1),
    ((((0, 0), (0, 0)), ((0, 1), (1, 0))), 2),
    ((((0, 0), (0, 1)), ((1, 0), (0, 0))), 2),
    ((((0, 0), (0, 1)), ((0, 1), (1, 0))), 3),
    ((((0, 0, 0), (0, 0, 0)), ((0, 0, 0), (0, 0, 1))), 1),
    ((((0, 0, 0), (0, 0, 0)), ((0, 0, 1), (0, 1, 0))), 2),
    ((((0, 0, 0), (0, 0, 1)), ((0, 0, 1), (0, 0, 0))), 2),
    ((((0, 0, 0), (0, 0, 1)), ((0, 1, 0), (0, 0, 0))), 2),
    ((((0, 0, 0), (0, 0, 1)), ((0, 0, 1), (0, 1, 0))), 3),
    ((((0, 0, 0), (0, 0, 1)), ((0, 1, 0), (1, 0, 0))), 3),
    ((((0, 0, 1), (0, 1, 0)), ((0, 1, 0), (0, 1, 1))), 3),
    ((((0, 0, 1), (0, 1, 0)), ((0, 1, 0), (1, 0, 0))), 3),
]

Entries = tuple[tuple[tuple[int, ...], ...], ...]


def proof(instance: tuple[Entries, int] = INSTANCE) -> Verdict:
    entries, rank = instance
    return verify(TensorRankBetween(Tensor.from_nested(entries), rank, rank, Field.named("GF(2)")))
