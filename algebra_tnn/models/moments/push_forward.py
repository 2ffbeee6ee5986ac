"""Quadratic maps of normally distributed variables, and the cumulants of what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, einsum, named
from algebra_tnn.laws.vector_fields import VectorField
from algebra_tnn.models.traced_model import KnownFields, TracedModel
from algebra_tnn.tensors.formats.sizes import set_sizes


@dataclass(frozen=True, slots=True)
class QuadraticPushForward(TracedModel):
    """u ↦ 8 tr(Q(u)³) with Q(u) = Σ_i u_i Q_i: the third cumulants of the variables p_i = zᵀ Q_i z as a cubic form.

    Here z is from the standard normal distribution in ``latent`` variables. The cumulant of p_i, p_j and p_k is
    8 tr(Q_i Q_j Q_k), which does not depend on the order of i, j, k since the Q_i are symmetric: a ring of three equal
    cores. Nothing changes if all Q_i become O Q_i Oᵀ with an orthogonal matrix O.

    Shapes: u is (maps,). The parameter q has a row for each map, with the entries of Q_i on and above its diagonal, row
    by row. Raises: TypeError, ValueError, in one sentence. Reference: [ChenLiLiZhang2023].

    >>> QuadraticPushForward(maps=1, latent=2)({"u": [1], "q": [[1, 0, 1]]})
    16
    """

    maps: int
    latent: int

    def __post_init__(self) -> None:
        set_sizes(self, "maps", "latent")

    @property
    def inputs(self) -> dict[str, Shape]:
        return {"u": (self.maps,)}

    @property
    def parameters(self) -> dict[str, Shape]:
        return {"q": (self.maps, self.latent * (self.latent + 1) // 2)}

    def forward(self, u: Traced, q: Traced) -> Traced:
        Q = named("Q", einsum("i,iab->ab", u, self.matrices(q)))
        return 8 * einsum("ab,bc,ca->", Q, Q, Q)

    def matrices(self, q: Traced) -> Traced:
        """The symmetric matrices Q_i, of shape (maps, latent, latent), while a law is traced."""
        places = list(combinations_with_replacement(range(self.latent), 2))
        basis = [
            [[int((min(a, b), max(a, b)) == place) for b in range(self.latent)] for a in range(self.latent)]
            for place in places
        ]
        return einsum("ik,kab->iab", q, basis)

    def symmetries(self) -> KnownFields:
        """Q_i ↦ A Q_i − Q_i A for antisymmetric A: the motions of the orthogonal group.

        >>> len(QuadraticPushForward(maps=2, latent=3).symmetries().fields)
        3
        """
        law, r = self.law(), self.latent
        places = list(combinations_with_replacement(range(r), 2))
        chosen = [[[int((a, b) == place) for b in range(r)] for a in range(r)] for place in places]

        def rotation(i: int, j: int) -> VectorField:
            A = [[int((a, b) == (i, j)) - int((a, b) == (j, i)) for b in range(r)] for a in range(r)]

            def field(q: Traced) -> dict[str, Traced]:
                Q = self.matrices(q)
                moved = einsum("ab,ibc->iac", A, Q) - einsum("iab,bc->iac", Q, A)
                return {"q": einsum("iab,kab->ik", moved, chosen)}

            return VectorField.trace(field, law)

        return KnownFields(tuple(rotation(i, j) for i, j in combinations(range(r), 2)))

    def __str__(self) -> str:
        return f"third cumulants of {self.maps} quadratic forms in {self.latent} normal variables"
