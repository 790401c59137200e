"""What stands behind a measure's name in running text, piece by piece: labelled, or by what each
looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_checker.facts.tables import (
    BY_LABEL,
    COLON,
    LABEL,
    MONITORING,
    PERIOD,
    RESPONSIBLE,
    STEPS,
    Stretch,
    look,
    names_a_round,
)
from ita_checker.text.flow import Flow, fold
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import lists_of, of_words, words_of

COUNTING = lists_of("measures.counting")
MARK = re.compile(r"[():;-]")
GIVEN = pattern_of(
    lambda: any_of(words_of("measures.gives_to.to")) + "|" + any_of(COUNTING["charges"])
)
SAYS_WHO = pattern_of(lambda: spelled(words_of("measures.gives_to.responsible")))
# "เป็นผู้รับผิดชอบ" is no label
BEFORE_LABEL = of_words(lambda: tuple(map(fold, COUNTING["not_before_label"])))


def told_parts(text: Flow, start: int, end: int) -> Iterator[tuple[str, Stretch]]:
    """Yield the pieces after a name with the fields they tell; a label tells it of those up to the
    next one.
    """
    labelled = ""
    for part in _parts(text, start, end):
        said = text.text[slice(*part)]
        label = LABEL.match(said)
        if label and (label.end() == len(said) or set_off(text, part[0] + label.end())):
            labelled = BY_LABEL()[label[0]]
            if label.end() == len(said):
                continue
        yield labelled or tells(said), part


def tells(text: str) -> str:
    """Return the field that a piece of a sentence tells."""
    if names_a_round(text):
        return MONITORING
    held = look(text)
    if held in (RESPONSIBLE, MONITORING, PERIOD):
        return held
    given = GIVEN.match(text)
    if SAYS_WHO.search(text) or (given and look(text[given.end() :]) == RESPONSIBLE):
        return RESPONSIBLE
    return STEPS


def _parts(text: Flow, start: int, end: int) -> Iterator[Stretch]:
    """Yield what stands between marks and white space; a number keeps with its words."""
    begin = start
    marks = (hit.start() for hit in MARK.finditer(text.text, start + 1, end))
    gaps = (at for at in text.gaps(start + 1, end) if _parted(text, at))
    for at in sorted({*marks, *gaps, end}):
        while begin < at and MARK.match(text.text, begin):
            begin += 1
        if begin < at:
            yield begin, at
        begin = at


def _parted(text: Flow, at: int) -> bool:
    """Tell whether white space before a letter parts two phrases: not the end of a line, unless a
    label follows, nor what stands by a number.
    """
    gap = text.gap(at)
    if not gap or text.text[at - 1].isdigit() or text.text[at].isdigit():
        return False
    label = LABEL.match(text.text, at)
    return "\n" not in gap or (
        label is not None and not text.text.endswith(BEFORE_LABEL(), max(0, at - 8), at)
    )


def set_off(text: Flow, at: int) -> bool:
    """Tell whether a label that ends here stands apart from what follows."""
    return bool(COLON.match(text.text, at) or text.gap(at))
