"""How a line begins that goes on with nothing: a number, a bullet, a part's name, a
letter's words.
"""

from __future__ import annotations

from ita_checker.text.bullets import BULLETS
from ita_checker.text.flow import fold
from ita_checker.text.patterns import built
from ita_checker.words import lists_of, words_of

OPENING = lists_of("layout.opens")
CONSONANTS = "\u0e01-\u0e2e"
A_SCORE = r"[4-9]\d\.\d\d(?![\d.])"  # of a hundred, and no chapter's: "85.05"
A_BULLET = f"[{BULLETS}☑☐□]"
NUMBERED = built(
    r"(?:{of}|{measure})\d{1,2}(?:\.\d{1,2})*"
    rf"|(?!{A_SCORE})\d{{1,2}}(?:(?:\.\d{{1,2}})*[.)]|(?:\.\d{{1,2}})+)(?=\D)"
    rf"|\([\d{CONSONANTS}]{{1,2}}\)|{{consonant}}\.(?!{{consonant}}\.)|{A_BULLET}",
    lambda: {"of": words_of("layout.numbered"), "measure": words_of("layout.numbered_measures")},
)
OPENS = built(
    r"{always}|{subject}(?!{not_subject})|{to}(?!{not_to})|{signed}|\({in_brackets}", OPENING
)
BEGUN = built(r"{always}|{signed}|\({in_brackets}", OPENING)  # whatever stands above


def begins_anew(text: str, above: bool = False) -> bool:
    """Tell whether a line begins a piece of its own, as its first letters say; `above`: however
    the line above it ends, as a letter's word does not ("เรื่อง", "ถึง").
    """
    return opens_piece(fold(text[:60]), above)


def opens_piece(text: str, above: bool = False) -> bool:
    """Tell the same of a line as it stands in the flow."""
    return bool(NUMBERED.match(text) or (BEGUN if above else OPENS).match(text))
