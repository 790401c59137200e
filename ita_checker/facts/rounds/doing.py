"""Is something done told behind a round, or what is still to come?"""

from __future__ import annotations

import re

from ita_checker.facts.rounds.mood import MODAL, WORDS
from ita_checker.facts.tables import tells_of_done
from ita_checker.text.patterns import any_of, built, pattern_of
from ita_checker.words import words_of

DONE = pattern_of(
    lambda: (
        f"{any_of(words_of('rounds.done'))}"
        f"|{any_of(words_of('rounds.did'))}(?!{any_of(words_of('rounds.assigned'))})"
    )
)
REPORTS = built("{report}", WORDS)
TO_COME = built(MODAL, WORDS)
ITS_MONTHS = re.compile(r"\([^()]{0,60}\)")  # "(1 ตุลาคม 2564 - 30 กันยายน 2565)"


def tells_what_was_done(behind: str) -> bool:
    """Tell whether a text behind a round (folded) tells how much was done or what changed, and
    not that something is to be reported or will be.
    """
    months = ITS_MONTHS.match(behind)
    told = behind[months.end() if months else 0 :].lstrip(":-– ")
    if REPORTS.match(told) or TO_COME.search(told):
        return False
    return tells_of_done(told) or bool(DONE.search(told) and re.search(r"\d", told))
