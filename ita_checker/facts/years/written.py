"""Years as they are written: where the digits stand, in which era, and the words that lead to
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_checker.text.days import Era, buddhist, whole
from ita_checker.text.flow import Flow
from ita_checker.text.patterns import begun, built, first_letters, pattern_of, source_of
from ita_checker.words import lists_of, of_words

WORDS = lists_of("years")
# The first of a year's four digits, whatever stands before it.
OURS, CHRISTIAN = re.compile(r"2(?=[0456]\d\d)"), re.compile(r"1(?=9[5-9]\d)")
DIGITS = 4
TWO = built(
    r"{year}(?:{fiscal}|{fiscal_short})?{buddhist~}?(?P<year>[4-7]\d)(?!\d|[,.:%]\d|{counted_short})",
    WORDS,
)
_LEAD = (
    r"{every}?{of}?(?:{year}|{year_cut}(?={fiscal_short}))?"
    r"(?:{fiscal_begun}{letter}{0,3}|{fiscal_slip}{letter}{0,6}|{fiscal_short}|{other_year})?"
    r"(?:{label}{letter}{2,14}:)?(?:[,:]|{every_year})?{era~}?\.{0,3}$"
)
_LEADING = of_words(
    lambda: [word for name in WORDS if f"{{{name}" in _LEAD for word in WORDS[name]]
)
LEAD = pattern_of(lambda: begun(source_of(_LEAD, WORDS), {*first_letters(_LEADING()), *",:."}))


def written(text: Flow) -> Iterator[tuple[int, int, int, Era]]:
    """Yield where each written year stands, its Buddhist value and how it is written."""
    found = [(at, at + DIGITS) for at in four_digits(text.text)]
    found += [match.span("year") for match in TWO.finditer(text.text)]
    for start, end in sorted(found):
        known = buddhist(int(text.text[start:end]))
        if known and whole(text, start, end) and _unbroken(text, start, end):
            yield start, end, *known


def four_digits(text: str) -> list[int]:
    """Return where years of four digits begin, in order. Each pattern begins with one digit, which
    the engine finds sooner than one of two.
    """
    return sorted(hit.start() for pattern in (OURS, CHRISTIAN) for hit in pattern.finditer(text))


def lead_of(before: str) -> str:
    """Return the words that end `before` and lead to a year: "ประจำปีงบประมาณ พ.ศ."."""
    match = LEAD.search(before)
    return match[0] if match else ""


def other_script(text: Flow, at: int) -> bool:
    """Tell whether a digit and the one before are Thai and Arabic: another font may stand a space
    apart (๒๕๖ 5).
    """
    before, own = (text.source[text.starts[index]] for index in (at - 1, at))
    return (
        before.isdigit()
        and own.isdigit()
        and before.isascii() != own.isascii()
        and text.gap(at) == " "
    )


def _unbroken(text: Flow, start: int, end: int) -> bool:
    """Tell whether white space inside the digits may be a line's break (a real space parts two
    numbers).
    """
    return all("\n" in text.gap(at) or other_script(text, at) for at in text.gaps(start + 1, end))
