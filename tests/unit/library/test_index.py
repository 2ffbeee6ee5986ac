"""An index that is not as it must be is refused, in one sentence with the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from algebra_tnn.library import BadIndex, Library

ENTRY = """
[[statement]]
id = "X1"
title = "t"
area = "rank"
statement = '''
two
lines

and a paragraph
'''
hypotheses = ["h"]
conclusion = "c"
citations = []
status = "proved"
trusts = []
established = "e"
proofs."rank/x" = "proved"
"""


def test_an_entry_is_read(tmp_path: Path) -> None:
    (tmp_path / "index.toml").write_text(ENTRY)
    (found,) = Library.within(tmp_path).statements
    assert found.statement == "two lines\n\nand a paragraph"
    assert (found.families, found.corrected, found.origin, found.hypotheses) == ((), "", "", ("h",))
    assert found.files == {"rank/x": "proved"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[statement]\n", "is no TOML file"),
        ("statement = 7\n", "other things at its top"),
        ("[[theorem]]\n", "other things at its top"),
        ("[[statement]]\n", "entry 0 .* lacks or has too much: area, citations"),
        (ENTRY + 'proven = "yes"\n', "the entry 'X1' .* has too much: proven"),
        (ENTRY.replace('"t"', "7"), "title = 7; it must be a text"),
        (ENTRY.replace('["h"]', "[7]"), "hypotheses = .*; it must be a list of texts"),
        (ENTRY.replace('status = "proved"', 'status = "true"'), "the status 'true'; it must be proved"),
        (ENTRY.replace("rank/x", "../x"), "the proof '../x' = 'proved'; write theme/name"),
        (ENTRY.replace('x" = "proved"', 'x" = "stated"'), "the proof 'rank/x' = 'stated'"),
        (ENTRY + ENTRY.replace("X1", "x1").replace("rank/x", "rank/y"), "the id x1 twice"),
        (ENTRY + ENTRY.replace("X1", "X2"), "the proof rank/x twice"),
    ],
)
def test_a_bad_index(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "index.toml").write_text(text)
    with pytest.raises(BadIndex, match=reason) as refused:
        Library.within(tmp_path)
    assert "\n" not in str(refused.value).strip() and str(tmp_path) in str(refused.value)


def test_a_folder_without_an_index(tmp_path: Path) -> None:
    with pytest.raises(BadIndex, match=r"holds no library: it has no index\.toml"):
        Library.within(tmp_path)
