r"""A report as a LaTeX document that pdfLaTeX sets; the part between the ``document`` lines can be pasted elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from algebra_tnn.reporting.contents import Entry, ProofFile, Report
from algebra_tnn.reporting.prose import Kind, blocks, marked
from algebra_tnn.reporting.sections import CHAPTERS
from algebra_tnn.text.tex import PACKAGES, code, escaped

_BEGIN = rf"""\documentclass{{article}}
{PACKAGES}
\usepackage[margin=3cm]{{geometry}}
\usepackage[hidelinks]{{hyperref}}
\setlength{{\emergencystretch}}{{3em}}
\begin{{document}}"""


def tex(report: Report) -> str:
    """The document, without pictures."""
    return "\n\n".join([_BEGIN, *_parts(report), r"\end{document}"]) + "\n"


def _parts(report: Report) -> Iterator[str]:
    yield rf"\title{{{escaped(report.title)}}}" + "\n\\author{}\n\\date{}\n\\maketitle"
    yield " ".join(map(escaped, report.summary))
    yield r"\tableofcontents"
    chapter = ""
    for section, entries in report.sections:
        if section.chapter != chapter:
            yield rf"\section{{{escaped(CHAPTERS[section.chapter])}}}"
        chapter = section.chapter
        if section.number != chapter:
            yield rf"\subsection{{{escaped(section.title)}}}"
        for entry in entries:
            yield from _entry(entry, report)
    if report.references:
        items = [rf"\bibitem[{_key(key)}]{{{_label(key)}}} {escaped(line)}" for key, line in report.references.items()]
        yield "\n".join([r"\begin{thebibliography}{99}", r"\sloppy", *items, r"\end{thebibliography}"])
    yield r"\section*{Versions}"
    yield _list("itemize", [f"{escaped(name)}: {escaped(text)}" for name, text in report.versions.items()])


def _entry(entry: Entry, report: Report) -> Iterator[str]:
    s = entry.statement
    yield rf"\subsubsection*{{{escaped(s.id)} {escaped(s.title)} ({s.status})}}"
    yield _paragraphs(s.statement)
    if s.hypotheses:
        yield r"\textbf{Hypotheses.}"
        yield _list("enumerate", list(map(_prose, s.hypotheses)))
    for part in entry.parts:
        said = _keys(part.citations, report) if part.citations else _paragraphs(part.text)
        yield rf"\textbf{{{part.heading}.}} {said}"
    for kind, files in (("Proof", entry.proofs), ("Counterexample", entry.counterexamples)):
        for file in files:
            yield from _proof(kind, file)


def _paragraphs(text: str) -> str:
    return "\n\n".join(map(_prose, text.split("\n\n")))


def _prose(text: str) -> str:
    return marked(text, _marked)


def _list(kind: str, items: Sequence[str]) -> str:
    return "\n".join([rf"\begin{{{kind}}}", *(rf"\item {{}}{item}" for item in items), rf"\end{{{kind}}}"])


def _keys(citations: Sequence[str], report: Report) -> str:
    return "; ".join(_cite(citation, report) for citation in citations)


def _cite(citation: str, report: Report) -> str:
    key, _, where = citation.partition(",")
    if key.strip() not in report.references:
        return escaped(f"[{citation}]")
    place = f"[{{{escaped(where.strip())}}}]" if where else ""
    return rf"\cite{place}{{{_label(key.strip())}}}"


def _label(key: str) -> str:
    """The key, with a code for every character that LaTeX does not take in labels."""
    return "".join(c if c.isascii() and c.isalnum() else f"-{ord(c)}-" for c in key)


def _key(key: str) -> str:
    return f"{{{code(key)}}}"


def _proof(kind: str, file: ProofFile) -> Iterator[str]:
    yield rf"\paragraph{{{kind} \texttt{{{code(file.name)}}} ({file.status}).}}"
    yield from map(escaped, file.outcome)
    if file.run is not None and file.run.digest:
        digest = r"\allowbreak ".join(file.run.digest[i : i + 16] for i in range(0, 64, 16))
        yield rf"Certificate: {file.run.characters:,} characters, SHA-256 \texttt{{{digest}}}."
    for block in blocks(file.text):
        yield _kept(block.text) if block.kept else _prose(block.text)


def _kept(text: str) -> str:
    lines = "\\\\\n".join(rf"\mbox{{}}{escaped(line)}" for line in text.splitlines())
    return f"\\begin{{quote}}\\raggedright\n{lines}\n\\end{{quote}}"


def _marked(kind: Kind, part: str) -> str:
    match kind:
        case "code":
            return rf"\texttt{{{code(part)}}}"
        case "strong":
            return rf"\textbf{{{escaped(part)}}}"
        case "plain":
            return escaped(part)
