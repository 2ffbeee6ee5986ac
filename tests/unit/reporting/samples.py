"""Reports that are made up, among them one whose every text tries to be more than text."""

from __future__ import annotations

from typing import Any

from algebra_tnn.library import Statement
from algebra_tnn.reporting import Entry, ProofFile, Report, Run

HOSTILE = (
    "</pre></style></script><script>alert(1)</script><img src=x onerror=alert(2)> \" ' & \\input{x} $ # % _ ^ ~ {} "
    "`a` **b** [c](javascript:alert(3)) | ]]> <!-- \u2028 ☃ x_1^2"
)
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="20"><title>a</title></svg>'


def statement(id: str, **more: Any) -> Statement:
    values: dict[str, Any] = {
        "id": id,
        "title": f"Title of {id}",
        "area": "uniqueness",
        "families": (),
        "statement": f"The statement of {id}.",
        "hypotheses": ("one", "two"),
        "conclusion": "the conclusion",
        "citations": ("Kruskal1977, Theorem 4a",),
        "status": "proved",
        "trusts": (),
        "established": "What is established.\n\nIn two paragraphs.",
        "corrected": "",
        "note": "",
        "proofs": {},
        "counterexamples": {},
    }
    return Statement(**{**values, **more})


def proof(name: str, **more: Any) -> ProofFile:
    text = f"About {name}.\n\n**Instance.** By `u/two`:\n\n    a_1 = b\n\nEnd."
    return ProofFile(**{"name": name, "expected": "proved", "recorded": (), "text": text, **more})


def report(*entries: Entry, was_run: bool = True) -> Report:
    return Report("A report", entries, {"Kruskal1977": "A line (1977)"}, {"algebra-tnn": "1.2.3"}, was_run)


RUN = Run("proved", "minors", "0123456789abcdef" * 4, 1234, (), "proved over Q by minors; trusts nothing")
FAILED = Run("failed", failure="ValueError: no")
SMALL = report(
    Entry(
        statement("B3", trusts=("Kruskal1977",)),
        (proof("u/one", run=RUN, picture=PICTURE, caption="a wide picture"),),
        (proof("u/two", expected="refuted", run=RUN), proof("u/three", run=FAILED)),
    ),
    Entry(statement("D20", area="dimension", status="stated", hypotheses=()), (proof("u/one", run=RUN),), ()),
)
HOSTILE_REPORT = Report(
    HOSTILE,
    (
        Entry(
            statement(
                HOSTILE,
                title=HOSTILE,
                statement=HOSTILE,
                hypotheses=(HOSTILE,),
                conclusion=HOSTILE,
                citations=(HOSTILE, "Kruskal1977"),
                trusts=(HOSTILE,),
                established=HOSTILE,
                note=HOSTILE,
                corrected=HOSTILE,
            ),
            (
                ProofFile(
                    HOSTILE,
                    "proved",
                    (),
                    f"{HOSTILE}\n\n    {HOSTILE}\n\n**Proof.** {HOSTILE}",
                    PICTURE.replace("a</title>", "a</title><script>alert(4)</script>"),
                    HOSTILE,
                    Run("refuted", HOSTILE, "0" * 64, 1, (HOSTILE,), HOSTILE),
                ),
            ),
            (ProofFile(HOSTILE + "2", "proved", (), HOSTILE, run=Run("failed", failure=HOSTILE)),),
        ),
    ),
    {"Kruskal1977": HOSTILE, HOSTILE: HOSTILE},
    {HOSTILE: HOSTILE},
    True,
)
