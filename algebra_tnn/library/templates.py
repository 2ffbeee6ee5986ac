"""What a new statement begins with: texts that are complete, and run, before anything in them is replaced."""

from __future__ import annotations

HEAD = """\
#  A library of statements: one entry per statement, and the only place of its text.
#  Proofs and counterexamples are files <theme>/<name>.py, with the status that their verdicts must have.
"""

ENTRY = '''\
[[statement]]
id = "{id}"
title = "{title}"
area = "{area}"
families = ["cp"]
statement = """
Let a decomposition of order three have two terms, and let no factor have proportional columns. Then it is essentially
unique.
"""
hypotheses = ["two terms", "no factor has two proportional columns"]
conclusion = "essentially unique over the field and every extension of it"
citations = []
status = "proved"
trusts = []
established = "The instance of shape 2×3×4. Over Q and every extension."
corrected = ""
note = "An example, to be replaced."
{proofs}'''

PROOF = '''\
"""{title}: two terms without proportional columns.

**Instance.** R = 2 in 2×3×4, with integers as entries.

**Proof.** To be written, if it is not in a publication.

**Established here.** Essentially unique over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Anything about other numbers of terms.

**See also** {also}.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, verify

INSTANCE = CP.from_factors(
    [[1, 0], [0, 1]],
    [[1, 1], [0, 1], [2, 0]],
    [[1, 1], [1, 2], [0, 0], [3, 1]],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance))
'''

COUNTEREXAMPLE = '''\
"""Two terms with proportional columns in one factor.

**Limits** `{limited}`.

**Instance.** R = 2 in 2×3×4; the columns of the third factor are proportional, those of the others are not.

**Proof.** The sum is a matrix of rank two times a vector, and such matrices have many decompositions.

**Established here.** "Essentially unique" is refuted over Q and every extension, by a second decomposition.

**Taken on trust.** Nothing.

**Not claimed.** That every violation of the hypothesis has this effect.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, verify

INSTANCE = CP.from_factors(
    [[1, 0], [0, 1]],
    [[1, 1], [0, 1], [2, 0]],
    [[1, 2], [1, 2], [0, 0], [3, 6]],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance))
'''


def proof_text(id: str, title: str, counterexample: str | None) -> str:
    """The file of a proof; its counterexample, if there is one, is named in it."""
    also = f"statement {id}" if counterexample is None else f"`{counterexample}`, which violates one hypothesis"
    return PROOF.format(title=title, also=also)


def counterexample_text(limited: str) -> str:
    """The file of a counterexample to the statement of this proof."""
    return COUNTEREXAMPLE.format(limited=limited)
