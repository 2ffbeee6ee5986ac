"""``atlas export``: the rows of an atlas as a static site, CSV and Parquet."""

from __future__ import annotations

import argparse
from importlib.util import find_spec

from algebra_tnn.cli.atlas.opening import opened
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.printing import Output


def export(options: argparse.Namespace) -> int:
    from algebra_tnn.atlas import exporting

    formats = exporting.FORMATS if options.format is None else tuple(options.format.split(","))
    for name in formats:
        if name not in exporting.FORMATS:
            raise BadInput(f"--format has {name!r}; the formats are {', '.join(exporting.FORMATS)}")
    left_out = options.format is None and find_spec("pyarrow") is None
    if left_out:
        formats = tuple(name for name in formats if name != "parquet")
    with opened(options.file) as atlas:
        written = exporting.export(atlas, options.output, formats, certificates=options.certificates)
    output = Output(options)
    output.answer(written.explanation())
    if left_out:
        output.detail("without Parquet, for which pyarrow is needed: pip install 'algebra-tnn[tables]'")
    output.object({"command": "atlas export", "file": options.file, **written.to_dict()})
    return Exit.PROVED
