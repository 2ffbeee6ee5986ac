"""The reference of the Python interface: the public names by theme, from their docstrings.

``THEMES`` is the table of contents; a name of ``algebra_tnn.__all__`` that it lacks stops the build. Names with dots
are those that have to be imported from a room of the package.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from pydoc import locate

import algebra_tnn


@dataclass(frozen=True)
class Theme:
    """A page of the reference: the names that answer one kind of question."""

    path: str
    title: str
    sentence: str
    names: tuple[str, ...]


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


THEMES = (
    Theme(
        "claims",
        "Claims, verdicts and certificates",
        "A claim says what is asserted; ``verify`` looks for a proof of it, or of its negation, and has it checked.",
        _names(
            """
            verify explain Verdict Certificate Shortfall CertificateRejected
            EssentiallyUnique NotEssentiallyUnique
            TensorRankAtLeast TensorRankAtMost TensorRankBetween
            BorderRankAtLeast BorderRankAtMost BorderRankBetween
            KRankAtLeast KRankAtMost KRankBetween
            DimensionAtLeast DimensionAtMost DimensionBetween NumberOfDecompositions FunctionalDimensionAtLeast
            SeparationRankAtLeast SeparationRankAtMost SeparationRankBetween
            NotDetermined Vanishes Nonnegative PositiveOnBox
            Conserved ConservedAtLeast ConservedAtMost ConservedBetween
            """
        ),
    ),
    Theme(
        "tensors",
        "Tensors and decompositions",
        "Arrays of exact numbers, sums of rank-one tensors, forms, and tensors that have names.",
        _names(
            """
            Tensor CP Form named_tensor matmul khatri_rao kronecker symmetric_form decomposes Agreement
            jennrich_decomposition rationalize cross_check
            """
        ),
    ),
    Theme(
        "ranks",
        "Ranks of given tensors and matrices",
        "Each answer has a lower and an upper bound, and both are proved.",
        _names(
            """
            Bounds tensor_rank border_rank kruskal_rank waring_rank WaringRank spectral_norm nuclear_norm
            """
        ),
    ),
    Theme(
        "formats",
        "Tensor formats",
        "A format is a model, whose parameters are the entries of its nodes; below are tensors that are given in one.",
        _names(
            """
            TensorNetwork CPFormat SymmetricCPFormat TuckerFormat TrainFormat RingFormat HierarchicalFormat
            BlockTermFormat ParaTuck2Format MatrixTrainFormat TubalFormat
            SymmetricCP Tucker tucker TensorTrain tensor_train TensorRing HierarchicalTucker hierarchical_tucker
            BlockTerms ParaTuck2 TensorTrainMatrix TubalProduct tubal_factorization tubal_ranks
            node_determination NodeDetermination
            """
        ),
    ),
    Theme(
        "varieties",
        "Varieties and generic ranks",
        "Cones of rank-one tensors and their secant varieties; of how many points a general point is the sum.",
        _names(
            """
            Segre Veronese SegreVeronese Grassmannian Secant secant_rank secant_ranks generic_rank GenericRank
            typical_ranks TypicalRanks generic_rank_table identifiability_table alexander_hirschowitz_table Table
            """
        ),
    ),
    Theme(
        "models",
        "Networks and laws",
        "A law is a polynomial map with parameters, as data. Networks, formats and secant varieties all have one.",
        _names("Law formula PolynomialNetwork WeightedNetwork equivalence"),
    ),
    Theme(
        "dimensions",
        "Dimension and identifiability",
        "How many parameters count, which networks fill their space, and whether weights are determined.",
        _names(
            """
            dimension Dimension threshold Threshold filling Filling minimal_fillings MinimalFillings sufficient_widths
            identifiable Identifiability determination Determination functional_dimension FunctionalDimension
            same_function SameFunction generic_matrix_rank generic_k_rank GenericMatrixRank
            """
        ),
    ),
    Theme(
        "separation",
        "Separation ranks and depth",
        "How strongly a model ties two groups of its inputs together.",
        _names("separation_rank SeparationRank separation_ranks SeparationRanks depth_efficiency DepthEfficiency"),
    ),
    Theme(
        "learning",
        "Learning, dynamics and hardness",
        "Weights from moments and from Jacobians, what gradient flow conserves, and graphs as polynomials.",
        _names(
            """
            moment_decomposition MomentDecomposition generic_moment GenericMoment weights_from_moments
            network_from_jacobians RecoveredNetwork conserved_quantities ConservedQuantities
            motzkin_straus three_colouring
            """
        ),
    ),
    Theme(
        "sweeps",
        "Sweeps and hunts",
        "One question about many models, and the search for counterexamples.",
        _names(
            """
            sweep hunt Hunt Evidence
            hunting.Counterexample hunting.Space hunting.Listed hunting.Drawn
            hunting.evidence hunting.negation hunting.conjunction hunting.compared
            """
        ),
    ),
    Theme(
        "library",
        "The theorem library, reports and families",
        "What the commands list, show, verify, report and cite are made of, and what plug-ins add to.",
        _names(
            """
            library.Statement library.statements library.statement library.run library.Outcome
            reporting.report reporting.Report reporting.cited
            families.Family families.Form families.Word families.families
            """
        ),
    ),
    Theme(
        "exact",
        "Exact numbers and ranks",
        "The fields, and ranks over them: exact, modulo a prime, or probable with a proved bound of the error.",
        _names("Field Q R C rank k_rank rank_profile jacobian_rank probable_rank contained"),
    ),
)


def pages() -> Iterator[tuple[str, str]]:
    """The pages, by their paths. Raises: ValueError unless each public name is in one theme."""
    listed = [name for theme in THEMES for name in theme.names if "." not in name]
    if odd := {name for name in (*listed, *algebra_tnn.__all__) if listed.count(name) != 1} | (
        set(listed) ^ set(algebra_tnn.__all__)
    ):
        raise ValueError(f"not once in the themes of the reference, or not public: {', '.join(sorted(odd))}")
    yield "python/index.rst", _index()
    for theme in THEMES:
        yield f"python/{theme.path}.rst", _page(theme)


def _index() -> str:
    lines = [
        *_heading("Python", "="),
        "Names without a dot are imported from ``algebra_tnn``, others from its rooms.",
        "",
    ]
    for theme in THEMES:
        lines += [f":doc:`{theme.path}`", f"   {theme.sentence}", ""]
        lines += ["   " + ", ".join(f":py:obj:`~algebra_tnn.{name}`" for name in theme.names), ""]
    lines += [".. toctree::", "   :hidden:", "", *(f"   {theme.path}" for theme in THEMES)]
    return "\n".join(lines) + "\n"


def _page(theme: Theme) -> str:
    lines = [*_heading(theme.title, "="), theme.sentence, "", ".. py:currentmodule:: algebra_tnn", ""]
    for name in theme.names:
        lines += [*_heading(name, "-"), *_directive(name), ""]
    return "\n".join(lines) + "\n"


def _heading(title: str, line: str) -> list[str]:
    return [title, line * len(title), ""]


def _directive(name: str) -> list[str]:
    value = locate(f"algebra_tnn.{name}")
    if inspect.isclass(value):
        kind = "autoexception" if issubclass(value, BaseException) else "autoclass"
        return [f".. {kind}:: algebra_tnn.{name}", "   :members:"]
    if inspect.isroutine(value) or callable(value):
        return [f".. autofunction:: algebra_tnn.{name}"]
    return [f".. py:data:: algebra_tnn.{name}", f"   :type: {type(value).__name__}", "", f"   {value!r}"]
