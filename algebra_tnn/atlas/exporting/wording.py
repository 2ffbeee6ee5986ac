"""What a row says, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from algebra_tnn.atlas.rows import Value

# The number that a question is about; other questions say "the number asked for".
NOUNS = {
    "dimension": "the dimension",
    "identifiability": "the dimension",
    "generic-rank": "the generic rank",
    "separation": "the separation rank",
    "conservation": "the number of independent conserved quantities",
}

_DETERMINED = {
    "finite": "determined up to rescalings and finitely many choices",
    "global": "determined up to rescalings and permutations",
}
_DENSE = {
    "filling": ("The functions are dense among all", "The functions are not dense among all"),
    "minimal_filling": ("those of no network with one neuron less are", "so are those of a network with fewer neurons"),
}


def in_words(columns: Mapping[str, Value]) -> str:
    """The claim of a row and how far it is proved.

    >>> row = {"question": "dimension", "status": "proved", "lower": 5, "upper": 5, "ambient": 6, "expected": 6}
    >>> in_words({**row, "defect": 1, "trusts": ""})
    'The dimension is 5 of 6, proved from both sides; counting predicts 6. Nothing is taken on trust.'
    """
    return " ".join(_sentences(columns))


def _sentences(row: Mapping[str, Value]) -> Iterator[str]:
    if row.get("status") == "failed":
        yield f"No answer: {row.get('reason') or 'the reason is not known'}."
        return
    if (bounds := _bounds(row)) is not None:
        yield bounds
    if row.get("verdict") is not None:
        yield f"The verdict is: {row['verdict']}."
    yield from _identifiability(row)
    yield from _filling(row)
    if row.get("trusts") == "" and row.get("status") == "proved":
        yield "Nothing is taken on trust."
    elif row.get("trusts"):
        yield f"Taken on trust: {', '.join(str(row['trusts']).split(','))}."


def _bounds(row: Mapping[str, Value]) -> str | None:
    lower, upper, ambient = row.get("lower"), row.get("upper"), row.get("ambient")
    if lower is None and upper is None:
        return None
    noun = NOUNS.get(str(row.get("question")), "the number asked for")
    of = f" of {ambient}" if ambient is not None and noun == "the dimension" else ""
    if lower == upper:
        said = f"{noun} is {lower}{of}, proved from both sides"
    elif lower is None or upper is None:
        said = f"{noun} is at {'most' if lower is None else 'least'} {upper if lower is None else lower}{of}, proved"
    else:
        said = f"{noun} is at least {lower} and at most {upper}{of}, both proved"
    if row.get("probable") is not None:
        said += f", and {row['probable']} but for a probability of error of at most {_small(row.get('error_bound'))}"
    if row.get("expected") is not None:
        said += (
            "; as counting predicts" if lower == upper == row["expected"] else f"; counting predicts {row['expected']}"
        )
    return said[0].upper() + said[1:] + "."


def _identifiability(row: Mapping[str, Value]) -> Iterator[str]:
    for name, text in _DETERMINED.items():
        match row.get(name):
            case "proved":
                yield f"General parameters are {text}."
            case "refuted":
                yield f"General parameters are not {text}."
            case "undecided":
                yield f"Whether general parameters are {text} is open."
    if row.get("decompositions") is not None:
        number = row["decompositions"]
        yield f"They are one of {number} classes." if number != 1 else "There is one class of them."


def _filling(row: Mapping[str, Value]) -> Iterator[str]:
    filling, minimal = row.get("filling"), row.get("minimal_filling")
    if filling not in ("proved", "refuted"):
        if filling == "undecided":
            yield "Whether the functions are dense among all is open."
        return
    said = _DENSE["filling"][filling == "refuted"]
    if filling == "proved" and minimal in ("proved", "refuted"):
        said += f", and {_DENSE['minimal_filling'][minimal == 'refuted']}"
    yield said + "."


def _small(error: Value) -> str:
    """A rational as a power of two that is no smaller, if that is shorter."""
    try:
        exact = Fraction(str(error))
    except (ValueError, ZeroDivisionError):
        return str(error)
    if exact <= 0 or exact.denominator < 1000:
        return str(exact)
    return f"2^−{(exact.denominator // exact.numerator).bit_length() - 1}"
