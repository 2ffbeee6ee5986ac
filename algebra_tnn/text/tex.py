"""Plain text with mathematical characters, written for LaTeX so that pdfLaTeX sets it with its standard fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, name, normalize

from algebra_tnn.text.indices import levels

PACKAGES = r"""\usepackage[utf8]{inputenc}
\usepackage[T1]{fontenc}
\usepackage{amsmath,amssymb,textcomp}"""

_SPECIAL = {
    **{character: "\\" + character for character in "{}$&#%_"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    '"': r"\textquotedbl{}",
}
_GREEK = {
    character: f"var{word}" if character in "εφ" else word.title() if character.isupper() else word
    for character in "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ"
    for word in [name(character).split()[-1].lower().replace("lamda", "lambda")]
}
_NAMED = {
    **_GREEK,
    **{"±": "pm", "·": "cdot", "×": "times", "‖": "Vert", "ℓ": "ell", "→": "to", "←": "leftarrow"},
    **{"⇒": "Rightarrow", "⇔": "Leftrightarrow", "↦": "mapsto", "∂": "partial", "∇": "nabla", "∈": "in"},
    **{"∉": "notin", "∎": "blacksquare", "∗": "ast", "∘": "circ", "∞": "infty", "∧": "wedge", "∨": "vee"},
    **{"∩": "cap", "∪": "cup", "∫": "int", "≠": "neq", "≡": "equiv", "≤": "leq", "≥": "geq", "≪": "ll", "≫": "gg"},
    **{"⊂": "subset", "⊆": "subseteq", "⊕": "oplus", "⊗": "otimes", "⊙": "odot", "⊠": "boxtimes", "⊥": "bot"},
    **{"⟂": "perp", "⋯": "cdots", "⋮": "vdots", "⌈": "lceil", "⌉": "rceil", "⌊": "lfloor", "⌋": "rfloor"},
    **{"⟨": "langle", "⟩": "rangle", "≈": "approx", "≅": "cong", "∼": "sim", "∝": "propto", "∅": "emptyset"},
    **{"∀": "forall", "∃": "exists", "¬": "neg", "∣": "mid", "√": "surd", "∑": "sum", "∏": "prod", "…": "ldots"},
}
#  Characters as commands of math mode, with amsmath and amssymb.
FORMULAS = {
    **{character: "\\" + command for character, command in _NAMED.items()},
    **{"−": "-", "⟦": r"[\![", "⟧": r"]\!]"},
    **{letter: rf"\mathbb{{{plain}}}" for letter, plain in zip("ℂℕℚℝℤ", "CNQRZ", strict=True)},
    **{"¼": r"\tfrac14", "½": r"\tfrac12", "¾": r"\tfrac34"},
}
_RAISED = {"′": r"\prime", "″": r"\prime\prime", "‴": r"\prime\prime\prime", "ᵀ": r"\mathsf{T}", "ᵗ": r"\mathsf{t}"}
_ACCENTS = {"\u0302": "hat", "\u0303": "tilde", "\u0307": "dot", "\u0304": "bar", "\u0305": "bar", "\u0308": "ddot"}
_HIGH, _LOW = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ", "₀₁₂₃₄₅₆₇₈₉₊₋"
_PIECE = rf"[{_HIGH}]+|[{_LOW}]+|([-<>,'`?!])\1+|.[\u0300-\u0308]?"
_LETTERS = "ĂăĄąĆćČčĎďĐđĘęĚěĞğİıĹĺĽľŁłŃńŇňŐőŒœŔŕŘřŚśŞşŠšŢţŤťŮůŰűŸŹźŻżŽž"
_TYPESET = frozenset(f"–—‘’“”„•€§°{_LETTERS}{''.join(map(chr, range(0xC0, 0x100)))}")  # which the fonts have


def escaped(text: str) -> str:
    r"""The text as LaTeX, with indices and exponents that are written a_(i+1) and a^(i+1) set low and high.

    It is text for ``\usepackage`` lines as in ``PACKAGES``. A character that no font there has is named by its code.

    >>> print(escaped("T_(1) = A (C ⊙ B)ᵀ, 100%"))
    T\textsubscript{(1)} = A (C \ensuremath{\odot} B)\ensuremath{^{\mathsf{T}}}, 100\%
    >>> print(escaped("x₁² ≤ n^(d/2)"))
    x\ensuremath{_{1}}\ensuremath{^{2}} \ensuremath{\leq} n\textsuperscript{d/2}
    """
    commands = {"low": r"\textsubscript", "high": r"\textsuperscript"}
    parts = ((commands.get(level), code(part)) for level, part in levels(text))
    return "".join(f"{command}{{{part}}}" if command else part for command, part in parts)


def code(text: str) -> str:
    r"""The text as LaTeX, character by character.

    >>> print(code("tensor_rank(T) ≥ 2"))
    tensor\_rank(T) \ensuremath{\geq} 2
    """
    return "".join(_written(piece) for piece in _pieces(text))


def _pieces(text: str) -> Iterator[str]:
    return (found[0] for found in re.finditer(_PIECE, text, re.DOTALL))


def _written(piece: str) -> str:
    if len(piece) == 2 and piece[1] in _ACCENTS:
        return rf"\ensuremath{{\{_ACCENTS[piece[1]]}{{{_formula(piece[0])}}}}}"
    plain = normalize("NFKD", piece).replace("−", "-")
    if piece[0] in _HIGH:
        return rf"\ensuremath{{^{{{plain}}}}}"
    if piece[0] in _LOW:
        return rf"\ensuremath{{_{{{plain}}}}}"
    joint = "{}" if len(piece) > 1 else ""  # without it, two hyphens, commas or the like would be set as one character
    return joint.join(map(_of_one, piece))


def _of_one(character: str) -> str:
    if character in _RAISED:
        return rf"\ensuremath{{^{{{_RAISED[character]}}}}}"
    if character in FORMULAS:
        return rf"\ensuremath{{{FORMULAS[character]}}}"
    if character in _SPECIAL:
        return _SPECIAL[character]
    if character.isascii():
        return character if character.isprintable() or character in "\n\t" else ""
    if character in _TYPESET:
        return character
    if len(parts := normalize("NFD", character)) == 2 and parts[1] in _ACCENTS:
        return rf"\ensuremath{{\{_ACCENTS[parts[1]]}{{{_formula(parts[0])}}}}}"
    if "\U0001d49c" <= character <= "\U0001d4b5":  # script capitals
        return rf"\ensuremath{{\mathcal{{{normalize('NFKD', character)}}}}}"
    if category(character).startswith("Z"):
        return "~" if character == "\u00a0" else " "
    return "" if category(character) in ("Cf", "Mn") else rf"\texttt{{U+{ord(character):04X}}}"


def _formula(character: str) -> str:
    return FORMULAS.get(character, character if character.isascii() and character.isalnum() else r"\cdot")
