"""Makes reports: chooses statements, runs their proofs, and collects what is shown of them."""

from __future__ import annotations

import platform
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from importlib.metadata import PackageNotFoundError, version

from algebra_tnn import __version__, library
from algebra_tnn.atlas.cases import rule_set
from algebra_tnn.library import Library, Statement, UnknownStatement
from algebra_tnn.reporting.contents import Entry, ProofFile, Report, keys
from algebra_tnn.reporting.runs import runs
from algebra_tnn.reporting.sections import SECTIONS, section_of
from algebra_tnn.text.spelling import short

_PACKAGES = ("sympy", "python-flint")


def report(
    selectors: Sequence[str] = (),
    *,
    within: Library | None = None,
    run: bool = True,
    jobs: int | None = 0,
    watch: Callable[[str], None] | None = None,
) -> Report:
    """A report on the statements that are selected; without selectors, on all.

    A selector is the id of a statement ("B3"), an area ("uniqueness"), a folder ("uniqueness/") or a proof
    ("uniqueness/kruskal"). Args: within: another library than the installed one; run: whether the proofs are run, for
    digests of their certificates; jobs: in how many processes, 0 for this one, None for one for each core; watch: is
    told how far it is. Raises: UnknownStatement, LibraryNotFound.

    >>> [entry.statement.id for entry in report(["B3", "A1"], run=False).entries]
    ['A1', 'B3']
    """
    whole = library.installed() if within is None else within
    chosen = statements(selectors, whole)
    names = list(dict.fromkeys(name for each in chosen for name in each.files))
    answers = runs(whole, names, jobs, watch) if run else {}
    shown = {name: (whole.docstring(name), *_picture(name, whole), answers.get(name)) for name in names}

    def files(each: Statement, listed: dict[str, str]) -> tuple[ProofFile, ...]:
        recorded = tuple(keys(each.trusts))
        return tuple(ProofFile(name, expected, recorded, *shown[name]) for name, expected in listed.items())

    entries = [Entry(each, files(each, each.proofs), files(each, each.counterexamples)) for each in chosen]
    order = {section: place for place, section in enumerate(SECTIONS)}
    entries.sort(key=lambda entry: order[section_of(entry.statement)])
    cited = sorted({key for entry in entries for key in entry.cited})
    references = {key: line for key in cited for line in _lines(key, whole)}
    title = "The theorem library" if not selectors else f"The theorem library: {', '.join(selectors)}"
    return Report(title, tuple(entries), references, versions(), run)


def _lines(key: str, within: Library) -> tuple[str, ...]:
    """The line about a publication; none where the bibliography of the library lacks it."""
    try:
        return (within.citation(key),)
    except UnknownStatement:
        return ()


def statements(selectors: Sequence[str], within: Library) -> tuple[Statement, ...]:
    """The statements that are selected, in the order of the library. Raises: UnknownStatement."""
    every = within.statements
    if not selectors:
        return every
    ids: set[str] = set()
    for selector in map(str.strip, selectors):
        if "/" in selector:
            ids |= {each.id for each, _, _ in within.selected([selector])}
        elif selector in within.areas:
            ids |= {each.id for each in every if each.area == selector}
        else:
            ids.add(_by_id(selector, within).id)
    return tuple(each for each in every if each.id in ids)


def _by_id(selector: str, within: Library) -> Statement:
    try:
        return within.statement(selector)
    except UnknownStatement:
        if near := get_close_matches(selector, within.areas, n=1):
            kind = f"there is no statement or area {short(selector)}"
            raise UnknownStatement(f"{kind}; did you mean {near[0]!r}?") from None
        raise


def _picture(name: str, within: Library) -> tuple[str, str]:
    """The SVG of the instance of a proof file, and what it shows; two empty texts if it has none."""
    try:
        instance = getattr(within.load(name), "INSTANCE", None)
    except Exception:  # of somebody's proof: a report has no picture of it, and says elsewhere why it does not run
        return "", ""
    drawn = getattr(instance, "_repr_svg_", None)
    return (drawn(), str(instance)) if drawn is not None else ("", "")


def versions() -> dict[str, str]:
    """What the report was made with; the digest of the checker's rules changes when a rule is added."""
    found = {"algebra-tnn": __version__, "rules of the checker": rule_set(), "Python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed"
    return found
