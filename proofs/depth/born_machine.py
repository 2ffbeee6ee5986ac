"""Born machines: the square of a tensor train has a separation rank of r (r + 1)/2.

**Instance.** Four sites of size 2 with bonds 2, cut in the middle: rank 3. In `INSTANCES` bonds of 3, and other
sites.

**Proof.** Between both sides the train is ⟨l, r⟩ with r entries, and ⟨l, r⟩² = Σ_(a ≤ b) c_ab (l_a l_b)(r_a r_b) with
c_ab = 1 or 2: as many products as there are monomials of degree 2 in l. As the network of two trains, which does not
know that they are equal, it has a cut of r². *Attained.* Let r be at most the size n of a site. There are cores for
which l_a is the entry a of x_0 times a function of the other vectors of its side, and r_a likewise: the cores in
between pass a on. Then the l_a l_b are independent, and so are the r_a r_b: the rank is r (r + 1)/2, and the minor
that shows it is not zero for general cores.

**Established here.** The separation rank of the first sites is r (r + 1)/2 for almost all cores, and at most that for
all, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That r ≤ n is necessary. Four general bilinear forms in two vectors of size 2 have nine independent
products, and not ten; nor is anything said of complex cores, where |⟨l, r⟩|² has r² products.

**See also** `depth/born_machine_short`.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.probabilistic import BornMachine

INSTANCE = (BornMachine(sites=4, dimension=2, bond=2), 2)
INSTANCES = [INSTANCE, (BornMachine(2, 3, 3), 1), (BornMachine(4, 2, 3), 2), (BornMachine(3, 2, 2), 1)]


def proof(instance: tuple[BornMachine, int] = INSTANCE) -> Verdict:
    machine, k = instance
    left, r = tuple(f"x{i}" for i in range(k)), machine.bond
    return verify(SeparationRankBetween(machine.law(), left, r * (r + 1) // 2, r * (r + 1) // 2))
