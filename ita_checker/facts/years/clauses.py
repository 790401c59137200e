"""Where the clause begins in which a year or a date stands: Thai parts clauses by a space and the
word that opens the next.
"""

from __future__ import annotations

from ita_checker.text.flow import Flow
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

OPENS = built(r"{opens}|\d{1,2}[.)](?=[^\d.)]{4})|[•▪-](?=[^\d-])", lists_of("clauses"))
AND_DOES = r"{and_then}(?={do_first}?(?:{arrange}(?!{buy})|{do}))"
# "… 5 มกราคม 2566 และอบรม…": an act that has its own date, then the next.
NEXT_ACT = built(rf"(?<=\d\d\d\d){AND_DOES}", lambda: {**lists_of("dated"), **lists_of("clauses")})
THEN = built(AND_DOES, lambda: {**lists_of("dated"), **lists_of("clauses")})


def clause(flow: Flow, low: int, at: int) -> int:
    """Return where the clause of `at` begins, not before `low`: at the last word that opens one
    after white space.
    """
    opened = [hit.start() for hit in OPENS.finditer(flow.text, low, at) if flow.gap(hit.start())]
    return opened[-1] if opened else low


def clause_end(flow: Flow, at: int, high: int) -> int:
    """Return where the clause of `at` ends, not after `high`: before the next word that opens one
    after white space.
    """
    opened = (hit.start() for hit in OPENS.finditer(flow.text, at, high) if flow.gap(hit.start()))
    return next(opened, high)


def act(flow: Flow, before: str, at: int) -> str:
    """Return what of the letters just before `at` tells of the same act: what follows the last act
    that has a date of its own, from the white space and "and" before the next one's verb.
    """
    low = at - len(before)
    parted = (hit.start() for hit in NEXT_ACT.finditer(before) if flow.gap(low + hit.start()))
    return before[max(parted, default=0) :]


def act_after(flow: Flow, after: str, at: int) -> str:
    """Return what of the letters from `at` on tells of the same act: up to the white space and
    "and" before the next one's verb.
    """
    parted = (hit.start() for hit in THEN.finditer(after) if flow.gap(at + hit.start()))
    return after[: next(parted, len(after))]
