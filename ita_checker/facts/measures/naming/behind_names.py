"""What stands on a name's own line behind white space and is none of it: a round of which it is
told, a label of its own ("ผู้ดำเนินการ : กองคลัง"), an office that it is given to.
"""

from __future__ import annotations

import re

from ita_checker.facts.measures.naming.names import SHORTEST
from ita_checker.facts.page import flow
from ita_checker.facts.tables import A_ROUND, BY_LABEL, LABEL, RESPONSIBLE, Stretch, look
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

OWN_LABEL = re.compile(r"[\u0e01-\u0e4e]{3,30}:")
IN_BRACKETS = re.compile(r"\([^()]*\)?")
GIVES = pattern_of(lambda: any_of(words_of("measures.gives_to.to")))
CALLS = pattern_of(lambda: any_of(words_of("measures.called")))

Behind = tuple[int, tuple[tuple[str, Stretch], ...]]


def behind(facts: Facts, name: Stretch) -> Behind | None:
    """Return where a name ends before what is none of it, and the field that this gives, if any;
    None where nothing stands behind it.
    """
    start, end = name
    text = flow(facts)
    called = CALLS.match(text.text, start)
    for at in text.gaps((called.end() if called else start) + SHORTEST, end):
        if A_ROUND.match(text.text, at, end):
            alone = IN_BRACKETS.fullmatch(text.text, at, end)
            return None if alone else (at, ())  # a heading's round: nothing is told behind it
        label = OWN_LABEL.match(text.text, at, end)
        if label and (held := _labelled(text.text, label, end)):
            return at, ((held, (label.end(), end)),)
        gives = GIVES.match(text.text, at, end)
        if gives and look(text.text[gives.end() : end]) == RESPONSIBLE:
            return at, ((RESPONSIBLE, (gives.end(), end)),)
    return None


def _labelled(text: str, label: re.Match[str], end: int) -> str:
    """Return the field that a label names, or an office or post behind it shows; '' for none."""
    known = LABEL.fullmatch(text, label.start(), label.end() - 1)
    if known:
        return BY_LABEL()[known[0]]
    return RESPONSIBLE if look(text[label.end() : end]) == RESPONSIBLE else ""
