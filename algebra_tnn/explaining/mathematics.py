"""Mathematics written with Unicode letters, as the formulas of laws are, in the language of LaTeX."""

from __future__ import annotations

import re

from algebra_tnn.text.tex import FORMULAS

_SYMBOLS = {
    **FORMULAS,
    "Σ": r"\sum", "Π": r"\prod", "ℚ": r"\mathbb{Q}", "ℝ": r"\mathbb{R}", "ℂ": r"\mathbb{C}", "′": "'", "–": "-",
    "{": r"\{", "}": r"\}", "ᵀ": r"^{\mathsf{T}}", "*": "^{*}", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$",
    "\\": r"\backslash", "~": r"\sim", "_": r"\_",
}  # fmt: skip
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_OPERATORS = ("det", "diag")
_WORDS = ("more", "entries", "entry", "characters", "digits", "empty", "none", "no", "input", "is", "constants", "GF")
_TOKEN = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*)"
    r"|(?P<below>_[A-Za-z0-9]+)"
    r"|(?P<above>\^\([^()]*\)|\^[A-Za-z0-9]+|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)"
    r"|(?P<number>[0-9]+(?:,[0-9]{3})*)"
    r"|(?P<other>.)",
    re.DOTALL,
)


def latex_mathematics(text: str) -> str:
    r"""The formula in LaTeX's math mode: ASCII alone.

    A name is upright in one piece; what follows its last underscore is its index.

    >>> latex_mathematics("f_i = Σ_j W2_ij (Σ_k W1_jk x_k)²")
    'f_{i} = \\sum_{j} \\mathit{W2}_{ij} (\\sum_{k} \\mathit{W1}_{jk} x_{k})^{2}'
    """
    written = ""
    for match in _TOKEN.finditer(text):
        token = _translated(match)
        glued = re.search(r"\\[A-Za-z]+$", written) and re.match(r"[A-Za-z]", token)  # a command ends at a letter
        written += f" {token}" if glued else token
    return written


def _translated(match: re.Match[str]) -> str:
    token = match[0]
    match match.lastgroup:
        case "name":
            return _name(token)
        case "below":
            return f"_{{{token[1:]}}}"
        case "above":
            inner = token[1:].strip("()") if token[0] == "^" else token.translate(_SUPERSCRIPTS)
            return f"^{{{latex_mathematics(inner)}}}"
        case "number":
            return token.replace(",", "{,}")
        case _:
            return _SYMBOLS.get(token, token)


def _name(token: str) -> str:
    if token in _OPERATORS:
        return rf"\operatorname{{{token}}}"
    if token in _WORDS:
        return rf"\text{{{token}}}"
    *rest, last = token.split("_")
    if not rest:
        return _upright(token)
    return f"{_upright('_'.join(rest))}_{{{last}}}"


def _upright(name: str) -> str:
    return name if len(name) == 1 else rf"\mathit{{{name}}}".replace("_", r"\_")
