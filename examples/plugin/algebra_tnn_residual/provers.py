"""A prover: it may guess and be wrong, since the checker judges its certificates."""

from itertools import product

from algebra_tnn import BorderRankAtMost, Certificate, Shortfall
from algebra_tnn.provers import approximating_curve


class Fibres:
    """A tensor is the sum of its fibres along the last mode, each times unit vectors."""

    proves = BorderRankAtMost

    def __call__(self, claim: BorderRankAtMost) -> Certificate | Shortfall:
        tensor = claim.tensor
        *others, last = tensor.shape
        places = [place for place in product(*map(range, others)) if any(tensor[(*place, k)] for k in range(last))]
        if len(places) != claim.rank:
            return Shortfall("fibres", f"{len(places)} fibres along the last mode are not zero, {claim.rank} are asked")
        units = [[[[int(place[n] == i)] for place in places] for i in range(size)] for n, size in enumerate(others)]
        fibres = [[[tensor[(*place, k)]] for place in places] for k in range(last)]
        return approximating_curve([*units, fibres], order=0)(claim)


fibres = Fibres()
