"""Rows for tests of the store: made up, cheap, and told from each other by their number."""

from __future__ import annotations

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.rows import Row, Status, Value


def sample_row(number: int, status: Status = "proved", tries: int = 1, **values: Value) -> Row:
    """A row with a certificate, if its status is not "failed"."""
    case = Case.of("dimension", "pnn", {"widths": (number, 2, 1), "degrees": (2,), "biases": False})
    certificates = {} if status == "failed" else {"dimension": certificate_text(number)}
    return Row(case, f"pnn {number},2,1", status, {"lower": number, **values}, certificates, tries=tries)


def certificate_text(number: int) -> str:
    """As long as those of small networks are."""
    return f'{{"number":{number},"minor":[{",".join(str(number * k * k % 1009) for k in range(200))}]}}'


def network_row(
    widths: tuple[int, ...], filling: str | None, question: str = "dimension", degree: int = 2, biases: bool = False
) -> Row:
    """A row that says whether a network fills its space."""
    degrees = (degree,) * (len(widths) - 2)
    case = Case.of(question, "pnn", {"widths": widths, "degrees": degrees, "biases": biases})
    name = ",".join(map(str, widths))
    values = {"widths": name, "degrees": ",".join(map(str, degrees)), "biases": int(biases), "filling": filling}
    return Row(case, name, "proved", values)
