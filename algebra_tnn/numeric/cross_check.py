"""A second opinion in floats: does a numerical algorithm, given only the tensor, find the same terms?"""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any, Literal, TypeAlias

from algebra_tnn.tensors import CP
from algebra_tnn.tensors.cp import ordered_groupings

MAX_ENTRIES = 200_000  # of the tensor
MAX_TERM_ENTRIES = 10_000_000  # of the tensor, times the number of terms
REPRODUCED = 1e-9  # relative residual below which the tensor counts as reproduced
SAME = 1e-5  # relative distance of terms below which they count as the same
OTHER = 1e-3  # and above which they count as others
DIVERGED = 1e4  # norm of a term, relative to the tensor and the given terms, above which a run has no limit
SWEEPS = 500  # of alternating least squares, for each start
MAX_GROUPINGS = 12
MAX_JACOBIAN = 400_000  # entries; beyond it runs are not polished by Gauss–Newton steps
MAX_STEPS_WORK = 4_000_000_000  # of the Gauss–Newton steps of one run: entries of the tensor times squared unknowns

Array: TypeAlias = Any  # numpy.ndarray; numpy is imported when it is needed
Outcome: TypeAlias = Literal["agrees", "disagrees", "inconclusive"]


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """What floats say about a decomposition; an opinion, and no evidence.

    ``residual`` is ‖T − T′‖/‖T‖ for the run that ``method`` names (infinite if there was none), ``explanation`` says
    what was compared.
    """

    outcome: Outcome
    method: str
    residual: float
    explanation: str


def cross_check(decomposition: CP, *, seed: int = 0, starts: int = 5) -> CrossCheck:
    """Whether a float algorithm that is given only the tensor and the number of terms finds the same terms.

    Jennrich's eigenvalue method comes first, where its hypotheses hold numerically; for more than three modes these
    are grouped to three. Then TensorLy's alternating least squares from ``starts`` random starts, each polished by
    damped Gauss–Newton steps if the problem is small. Terms are compared as rank-one tensors, by ‖t − t′‖/‖t‖ under the
    best matching, so the scaling and the signs of factors do not matter; TensorLy's ``congruence_coefficient`` would
    not tell T from −T. "disagrees" means that the tensor was reproduced with other terms; "inconclusive" that no run
    reproduced it, as happens on tensors whose decomposition is provably unique. The answer is about real numbers.

    Args: seed: of all random choices; starts: how many random starts TensorLy gets.

    >>> T = CP.from_factors([[1, 0], [0, 1]], [[1, 1], [0, 1], [2, 0]], [[1, 1], [1, 2], [0, 3], [1, 1]])
    >>> cross_check(T).outcome
    'agrees'
    """
    entries = prod(decomposition.shape)
    if entries > MAX_ENTRIES or entries * decomposition.length > MAX_TERM_ENTRIES:
        limit = f"{MAX_ENTRIES} entries and {MAX_TERM_ENTRIES} entries times terms"
        size = f"{entries} entries and {decomposition.length} terms"
        return _none(f"the tensor has {size}; the comparison in floats is for at most {limit}")
    import numpy as np

    try:
        factors = [np.array([[float(x) for x in row] for row in factor]) for factor in decomposition.factors]
    except OverflowError:
        return _none("an entry is beyond the range of floats")
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        given = _terms(factors)
        tensor = given.sum(axis=0)
        norms = np.linalg.norm(given, axis=1)
        scale = float(np.linalg.norm(tensor))
        if not np.isfinite(norms).all() or not np.isfinite(scale):
            return _none("a term is beyond the range of floats")
        if not norms.all():
            return _none(f"term {int(np.argmin(norms))} is zero, or too small for floats")
        if scale <= 1e-12 * norms.max():
            return _none("the terms cancel in floats, so that residuals relative to the tensor say nothing")
        return _compared(tensor / scale, given / scale, decomposition, seed, starts)


def _none(reason: str) -> CrossCheck:
    return CrossCheck("inconclusive", "none", float("inf"), f"nothing was compared: {reason}")


def _compared(tensor: Array, given: Array, decomposition: CP, seed: int, starts: int) -> CrossCheck:
    """The first run with other terms decides, else any run with the same terms; Jennrich's run decides alone."""
    import numpy as np

    shape, length = decomposition.shape, decomposition.length
    cube = tensor.reshape(shape)
    best = CrossCheck("inconclusive", "none", float("inf"), "nothing was compared: no method applies")
    agreeing: list[CrossCheck] = []
    largest = max(1.0, float(np.linalg.norm(given, axis=1).max()))
    for method, factors in _runs(cube, length, seed, starts):
        factors = _polished(cube, factors)
        found = _terms(factors)
        residual = float(np.linalg.norm(tensor - found.sum(axis=0)))
        if not np.isfinite(found).all() or not np.isfinite(residual):
            continue
        outcome, words = _judged(given, found, residual, largest)
        check = CrossCheck(outcome, method, residual, f"{method}: {words}")
        if outcome == "disagrees" or (outcome == "agrees" and method.startswith("Jennrich")):
            return check
        if outcome == "agrees":
            agreeing.append(check)
            if len(agreeing) == 2:
                break
        elif residual < best.residual:
            best = check
    return agreeing[0] if agreeing else best


def _judged(given: Array, found: Array, residual: float, largest: float) -> tuple[Outcome, str]:
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    if residual > REPRODUCED:
        return "inconclusive", f"the tensor is reproduced only up to a relative residual of {residual:.1e}"
    if float(np.linalg.norm(found, axis=1).max()) > DIVERGED * largest:
        return "inconclusive", "the terms found diverge, as they do where a tensor has smaller border rank than rank"
    distances = np.array([np.linalg.norm(found - t, axis=1) / np.linalg.norm(t) for t in given])
    rows, columns = linear_sum_assignment(distances)
    distance = float(distances[rows, columns].max())
    words = (
        f"from the tensor alone, {len(found)} terms were found that reproduce it (relative residual {residual:.1e}); "
        f"matched with the given terms as rank-one tensors, the largest relative distance is {distance:.1e}"
    )
    if distance <= SAME:
        return "agrees", words
    if distance >= OTHER:
        return "disagrees", words
    return "inconclusive", words + ", which decides nothing"


def _terms(factors: Sequence[Array]) -> Array:
    """The rank-one tensors, flattened in row-major order, one per row."""
    import numpy as np

    terms = factors[0].T
    for factor in factors[1:]:
        terms = np.einsum("ri,rj->rij", terms, factor.T).reshape(len(terms), -1)
    return terms


def _runs(cube: Array, length: int, seed: int, starts: int) -> Iterator[tuple[str, list[Array]]]:
    """Factors that float algorithms find, with the name of the method."""
    for number, grouping in enumerate(_wide_groupings(cube.shape, length)):
        factors = _jennrich(cube, grouping, length, seed + number)
        if factors is not None:
            yield f"Jennrich's eigenvalue method, modes {' | '.join(','.join(map(str, g)) for g in grouping)}", factors
            break
    for start in range(starts):
        factors = _alternating(cube, length, seed + start)
        if factors is not None:
            yield f"TensorLy's alternating least squares, random start {start}", factors


def _wide_groupings(shape: Sequence[int], length: int) -> list[tuple[tuple[int, ...], ...]]:
    """Groupings into three whose first two groups can have rank ``length``, the largest third group first."""
    if not 3 <= len(shape) <= 8:
        return []

    def size(group: tuple[int, ...]) -> int:
        return prod(shape[mode] for mode in group)

    wide = [g for g in ordered_groupings(len(shape)) if min(size(g[0]), size(g[1])) >= length]
    return sorted(wide, key=lambda g: -size(g[2]))[:MAX_GROUPINGS]


def _jennrich(cube: Array, grouping: tuple[tuple[int, ...], ...], length: int, seed: int) -> list[Array] | None:
    """Factors from the generalized eigenvectors of two slice combinations; None where the hypotheses fail in floats.

    The slices are S_k = A·diag(c_k)·Bᵀ. In orthonormal frames of the column spaces of A and B two random combinations
    X, Y are square, and the eigenvectors of X Y⁻¹ are the columns of A.
    """
    import numpy as np
    from scipy.linalg import LinAlgError, eig

    sizes = [prod(cube.shape[mode] for mode in group) for group in grouping]
    T = cube.transpose([mode for group in grouping for mode in group]).reshape(sizes)
    frames = []
    for matrix in (T.reshape(sizes[0], -1), T.transpose(1, 0, 2).reshape(sizes[1], -1)):
        U, values, _ = np.linalg.svd(matrix, full_matrices=False)
        if len(values) < length or values[length - 1] < 1e-9 * values[0]:
            return None
        frames.append(U[:, :length])
    rng = np.random.default_rng(seed)
    core = np.einsum("ijk,ir,js->rsk", T, *frames)
    X, Y = (core @ rng.standard_normal(sizes[2]) for _ in range(2))
    try:
        eigenvalues, vectors = eig(X, Y)
    except LinAlgError:
        return None
    if not np.isfinite(eigenvalues).all() or np.abs(eigenvalues.imag).max() > 1e-8 * (1 + np.abs(eigenvalues).max()):
        return None
    ordered = np.sort(eigenvalues.real)
    if length > 1 and np.min(np.diff(ordered) / (1 + np.abs(ordered[1:]))) < 1e-7:
        return None  # two columns of the third group are proportional, or nearly so
    # eig solves X v = λ Y v, so the v are dual to B: Y v_r is proportional to column r of A in its frame
    A = frames[0] @ (Y @ vectors.real)
    if np.linalg.cond(A) > 1e9:
        return None
    rows = np.linalg.lstsq(A, T.reshape(sizes[0], -1), rcond=None)[0]
    columns: list[list[Array]] = [[] for _ in cube.shape]
    for r in range(length):
        shape = [cube.shape[mode] for mode in (*grouping[1], *grouping[2])]
        vectors_of_term = [*_split(A[:, r].reshape([cube.shape[mode] for mode in grouping[0]]))]
        vectors_of_term += _split(rows[r].reshape(shape))
        for mode, vector in zip([mode for group in grouping for mode in group], vectors_of_term, strict=True):
            columns[mode].append(vector)
    return [np.stack(vectors, axis=1) for vectors in columns]


def _split(array: Array) -> list[Array]:
    """Vectors whose outer product is the array, if it has rank one (else close to it), by successive rank-one SVDs."""
    import numpy as np

    vectors = []
    while array.ndim > 1:
        U, values, V = np.linalg.svd(array.reshape(len(array), -1), full_matrices=False)
        vectors.append(U[:, 0])
        array = (values[0] * V[0]).reshape(array.shape[1:])
    return [*vectors, array]


def _alternating(cube: Array, length: int, seed: int) -> list[Array] | None:
    """One run of TensorLy's ``parafac`` from a random start, silenced; None if it fails."""
    import numpy as np

    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        from tensorly.decomposition import parafac

        sweeps = max(20, min(SWEEPS, 300_000_000 // (cube.size * length * cube.ndim)))
        try:
            weights, factors = parafac(
                cube, length, n_iter_max=sweeps, init="random", tol=1e-13, random_state=np.random.RandomState(seed)
            )
        except (np.linalg.LinAlgError, ValueError):
            return None
    found = [np.asarray(factor, dtype=float) for factor in factors]
    found[0] = found[0] * np.asarray(weights)
    return found if all(np.isfinite(factor).all() for factor in found) else None


def _balanced(factors: Sequence[Array]) -> list[Array]:
    """The same terms, with columns of equal norms in all factors."""
    import numpy as np

    norms = [np.linalg.norm(factor, axis=0) for factor in factors]
    mean = np.prod(norms, axis=0) ** (1 / len(factors))
    return [factor * (mean / np.where(norm > 0, norm, 1)) for factor, norm in zip(factors, norms, strict=True)]


def _polished(cube: Array, factors: Sequence[Array]) -> list[Array]:
    """The factors after damped Gauss–Newton steps on the residual, if the Jacobian is small enough to write down."""
    import numpy as np

    current = _balanced(factors)
    sizes = [factor.size for factor in current]
    if cube.size * sum(sizes) > MAX_JACOBIAN:
        return current
    target = cube.reshape(-1)
    residual = target - _terms(current).sum(axis=0)
    damping = 1e-3
    for _ in range(min(200, MAX_STEPS_WORK // (cube.size * sum(sizes) ** 2))):
        value = float(np.linalg.norm(residual))
        if not value > 1e-15:
            break
        J = _jacobian(current)
        normal = J @ J.T
        try:
            step = np.linalg.solve(normal + damping * value * np.eye(len(normal)), J @ residual)
        except np.linalg.LinAlgError:
            break
        pieces = np.split(step, np.cumsum(sizes)[:-1])
        trial = [factor + piece.reshape(factor.shape) for factor, piece in zip(current, pieces, strict=True)]
        trial_residual = target - _terms(trial).sum(axis=0)
        if float(np.linalg.norm(trial_residual)) < value:
            improved = value - float(np.linalg.norm(trial_residual)) > 1e-3 * value
            current, residual, damping = trial, trial_residual, max(damping / 5, 1e-12)
            if not improved and value < 1e-12:
                break
        else:
            damping *= 8
            if damping > 1e8:
                break
    return _balanced(current)


def _jacobian(factors: Sequence[Array]) -> Array:
    """Derivatives of the entries of the sum, one row per entry of the factors."""
    import numpy as np

    rows = []
    for mode, factor in enumerate(factors):
        before = _terms([np.ones((1, factor.shape[1])), *factors[:mode]])
        after = _terms([np.ones((1, factor.shape[1])), *factors[mode + 1 :]])
        eye = np.eye(len(factor))
        block = np.einsum("ra,ij,rb->irajb", before, eye, after)
        rows.append(block.reshape(factor.size, -1))
    return np.concatenate(rows)
