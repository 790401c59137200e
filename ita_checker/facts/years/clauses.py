"""Where the clause begins in which a year or a date stands: Thai parts clauses by a space and the
word that opens the next.
"""

from __future__ import annotations

from ita_checker.text.flow import Flow
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

OPENS = built(r"{opens}|\d{1,2}[.)](?=[^\d.)]{4})|[•▪-](?=[^\d-])", lists_of("clauses"))


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
