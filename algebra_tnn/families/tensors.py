"""Secant varieties, and tensors in a format."""

from __future__ import annotations

from algebra_tnn.families.family import Family, Form, same

_BUILDING = "algebra_tnn.families.building"
_FORMATS = "algebra_tnn.tensors.formats"

VARIETIES = (
    Family(
        "segre",
        "sums of tensors of rank one",
        Form(f"{_BUILDING}:segre", same("shape", "points")),
        "segre 3,3,3 --secant 4",
        {("shape",): "the sizes of the modes"},
    ),
    Family(
        "veronese",
        "sums of powers of linear forms",
        Form(f"{_BUILDING}:veronese", same("variables", "degree", "points")),
        "veronese 3 --degree 4 --secant 5",
        {("variables",): "the number of variables"},
    ),
    Family(
        "segre-veronese",
        "sums of products of such powers",
        Form(f"{_BUILDING}:segre_veronese", same("shape", "degrees", "points")),
        "segre-veronese 3,5 --degrees 1,2 --secant 2",
        {("shape",): "the numbers of variables"},
    ),
    Family(
        "grassmannian",
        "sums of decomposable vectors of an exterior power",
        Form(f"{_BUILDING}:grassmannian", same("k", "n", "points")),
        "grassmannian 3,7 --secant 2",
        {("k", "n"): "the dimensions of the planes and of the space"},
    ),
)

FORMATS = (
    Family(
        "tucker",
        "a core, and a matrix for each mode",
        Form(f"{_FORMATS}:TuckerFormat", same("shape", "ranks")),
        "tucker --shape 3,3,3 --ranks 2,2,2",
    ),
    Family(
        "tt",
        "tensor trains, with the ranks between the modes",
        Form(f"{_FORMATS}:TrainFormat", same("shape", "ranks")),
        "tt --shape 2,2,2,2 --ranks 2,2,2",
    ),
    Family(
        "tr",
        "tensor rings, with one rank for all bonds or one for each",
        Form(f"{_FORMATS}:RingFormat", {"shape": "shape", "rank": "ranks", "ranks": "ranks"}),
        "tr --shape 3,3,3 --rank 2",
    ),
    Family(
        "ht",
        "hierarchical Tucker formats, with a rank for each mode and then for each inner node below the root, or two "
        "numbers, for all modes and for all inner nodes",
        Form(f"{_BUILDING}:hierarchical", same("shape", "ranks", "tree")),
        'ht --shape 2,2,2,2 --ranks 2,3 --tree "((0,1),(2,3))"',
    ),
    Family(
        "btd",
        "sums of block terms, (L,L,1) for a number L, else (L,M,N)",
        Form(f"{_FORMATS}:BlockTermFormat", {"shape": "shape", "blocks": "ranks"}),
        "btd --shape 4,4,3 --blocks 2,2",
    ),
    Family(
        "paratuck2",
        "ParaTuck-2",
        Form(f"{_FORMATS}:ParaTuck2Format", same("shape", "ranks")),
        "paratuck2 --shape 3,3,5 --ranks 2,2",
    ),
    Family(
        "cp",
        "sums of rank-one terms; with degrees, symmetric in the modes of one factor",
        Form(f"{_FORMATS}:CPFormat", same("shape", "terms")),
        "cp --shape 3,3,3 --terms 4",
        others=(
            Form(
                f"{_FORMATS}:SymmetricCPFormat",
                {"shape": "sizes", "degrees": "degrees", "terms": "terms"},
                example="cp --shape 3 --degrees 4 --terms 5",
            ),
        ),
    ),
    Family(
        "tt-matrix",
        "matrices in the tensor train format",
        Form(f"{_FORMATS}:MatrixTrainFormat", same("rows", "columns", "ranks")),
        "tt-matrix --rows 2,2 --columns 3,3 --ranks 2",
    ),
    Family(
        "t-product",
        "products of a tubal rank",
        Form(f"{_FORMATS}:TubalFormat", same("shape", "rank")),
        "t-product --shape 3,3,4 --rank 2",
    ),
    Family(
        "tn",
        "tensor networks in a file",
        Form(f"{_BUILDING}:given", same("network")),
        "tn network.json",
        {("network",): "one file"},
    ),
)
