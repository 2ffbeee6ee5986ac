"""One layer of a recurrent circuit: the first half of the inputs against the second.

**Instance.** Four steps of 2 templates with three hidden numbers: rank 3.

**Proof.** Let there be T = 2k steps, M templates and R hidden numbers. *From above*: f depends on the first half of the
inputs through the state h_(k−1), linearly, so R products suffice; and each side has M^k words of templates. *From
below* let R ≤ M^k, since further hidden numbers may be idle. There is a closed sequence of R letters from M whose R
words of k consecutive letters differ [Lempel1971]; that theorem is cited, not proved here, and the instances below do
not need it. Let H move each hidden number to the next place in that sequence, let I_t be the indicator of the places
with the letter t, and s and w all ones. After the word a the state is the unit vector of the place at which a ends, if
there is one, and 0 otherwise; from there on the word b is survived if and only if it is the one that follows. So the
flattening has one entry 1 in each of R rows and R columns, all others are 0.

**Established here.** For almost all weights the separation rank is 3 = min(R, M^k), over Q and every extension. In the
wide run it is min(R, M^k) for (T, M, R) = (2,2,2), (4,2,2), (4,3,2), (4,3,3), (6,2,2), (6,2,3), (6,3,2), (4,2,5), too.

**Taken on trust.** Nothing.

**Not claimed.** Anything about halves of different length.

**See also** `depth/start_end_one`, `depth/start_end_deep`.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.recurrent import RecurrentCircuit

INSTANCE = RecurrentCircuit(steps=4, dimension=2, hidden=3)
SIZES = [(2, 2, 2), (4, 2, 2), (4, 2, 3), (4, 3, 2), (4, 3, 3), (6, 2, 2), (6, 2, 3), (6, 3, 2), (4, 2, 5)]
INSTANCES = [RecurrentCircuit(*sizes) for sizes in SIZES]


def proof(instance: RecurrentCircuit = INSTANCE) -> Verdict:
    half = instance.steps // 2
    rank = min(instance.hidden, instance.dimension**half)
    return verify(SeparationRankBetween(instance.law(), instance.law().input_names[:half], rank, rank))
