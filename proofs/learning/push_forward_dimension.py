"""General quadratic forms are determined by their third cumulants up to rotations and finitely many choices.

**Instance.** Three forms in two variables: dimension 8 = 9 − 1. In `INSTANCES` four forms.

**Proof.** From above, motions Q_i ↦ A Q_i − Q_i A with antisymmetric A change nothing; from below, a minor of the
Jacobian is not zero. *In general*, let the Q_i be real and span the symmetric matrices, d ≥ r (r + 1)/2, and let Q_i ↦
P_i change no cumulant, tr(P_i Q_j Q_k) + tr(Q_i P_j Q_k) + tr(Q_i Q_j P_k) = 0. If Σ c_i Q_i = 0 then Σ c_i P_i is
orthogonal to all Q_j Q_k + Q_k Q_j, which span as well, and is 0; so P_i = φ(Q_i) for a linear map φ, and tr(X² φ(X)) =
0 for all X.
(1) For X = Σ x_i v_i v_iᵀ in an orthonormal basis this is Σ_ij x_i² x_j v_iᵀ φ(v_j v_jᵀ) v_i = 0 for all x, so v_iᵀ
φ(v_j v_jᵀ) v_i = 0 for all i and j. Hence vᵀ φ(1) v = 0 for all v, φ(1) = 0, and φ(v vᵀ) = v aᵀ + a vᵀ with some a ⟂ v.
(2) For the unit vectors let A have the columns a_i. As Σ φ(e_i e_iᵀ) = 0, A is antisymmetric, and φ′ = φ − [A, ·] has
the same properties and is 0 at all e_i e_iᵀ.
(3) Polarized at X, Y, 1 the identity is tr(φ′(X) Y) + tr(X φ′(Y)) = 0, and so at X, Y, Z φ′(X Y + Y X) = φ′(X) Y +
Y φ′(X) + X φ′(Y) + φ′(Y) X. For X = e_i e_iᵀ and Y = e_i e_jᵀ + e_j e_iᵀ this says that φ′(Y) has entries in row and
column i alone; likewise j; so it is a multiple of Y, and by tr(φ′(Y) Y) = 0 it is 0: φ = [A, ·]. Since A ≠ 0 moves some
Q_i, the kernel of the Jacobian has the dimension r (r − 1)/2.

**Established here.** The third cumulants of d general quadratic forms in r variables fill a variety of dimension
d r (r + 1)/2 − r (r − 1)/2, over Q and every extension: 8 for d = 3 and r = 2.

**Taken on trust.** Nothing.

**Not claimed.** That there is one solution up to rotations; a formula for fewer forms.

**See also** `learning/push_forward_few`.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.models.moments import QuadraticPushForward

INSTANCE = QuadraticPushForward(maps=3, latent=2)
INSTANCES = [INSTANCE, QuadraticPushForward(maps=4, latent=2)]


def expected(model: QuadraticPushForward) -> int:
    """The number of parameters minus the dimension of the orthogonal group."""
    return model.parameter_count - model.latent * (model.latent - 1) // 2


def proof(instance: QuadraticPushForward = INSTANCE) -> Verdict:
    return verify(DimensionBetween(instance.law(), expected(instance), expected(instance)))
