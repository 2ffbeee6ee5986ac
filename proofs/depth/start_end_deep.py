"""Two layers of a recurrent circuit on templates: the first half of the inputs against the second.

**Instance.** Four steps of 2 templates with two layers of two hidden numbers: rank 4, where one layer has 2.

**Proof.** Let there be T = 2k steps, M templates, R hidden numbers. The grid tensor has M^k rows and columns. It
depends on the template of the last step through the R numbers I_1 x_(T−1), and linearly: R M^(k−1) products suffice. So
the rank is at most min(R, M) · M^(k−1).

**Established here.** For almost all weights the separation rank is 4 = min(R, M) M^(k−1), over Q and every extension.
In the wide run for (T, M, R) = (2,2,2), (4,2,3), (4,3,2), (4,3,3), (6,2,2), (6,2,3), too: 2, 4, 6, 9, 8, 8; and for
three layers with (4,2,2) and (4,3,2): 4 and 6.

**Taken on trust.** Nothing.

**Not claimed.** That this bound is attained where M is large: the states may be fewer, `depth/start_end_states`.

**See also** `depth/start_end_one`, `depth/start_end_grid`, `depth/start_end`.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.recurrent import RecurrentCircuit

INSTANCE = RecurrentCircuit(steps=4, dimension=2, hidden=2, depth=2, templates=True)
SIZES = [(2, 2, 2, 2), (4, 2, 2, 2), (4, 2, 3, 2), (4, 3, 2, 2), (4, 3, 3, 2), (6, 2, 2, 2), (6, 2, 3, 2)]
INSTANCES = [RecurrentCircuit(*sizes, templates=True) for sizes in [*SIZES, (4, 2, 2, 3), (4, 3, 2, 3)]]


def proof(instance: RecurrentCircuit = INSTANCE) -> Verdict:
    half, templates = instance.steps // 2, instance.dimension
    rank = min(instance.hidden, templates) * templates ** (half - 1)
    return verify(SeparationRankBetween(instance.law(), instance.law().input_names[:half], rank, rank))
