"""Is a round promised or reported? Asked of the clause it stands in: the nearest verb before it
that orders, promises or tells.
"""

from __future__ import annotations

from enum import Enum, auto

from ita_checker.facts.years import clause
from ita_checker.text.flow import Flow
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

FARTHEST = 160  # letters before a round in which its verb stands


class Mood(Enum):
    """What the verb over a round does: asks for something to come, or tells of something done."""

    TO_COME = auto()
    DONE = auto()


WORDS = lists_of("rounds.mood")
MODAL = "{<!never}{modal}(?!{modal_not})|(?:{<!purpose}|{<=nouns}){give}{ordered}"
TELLING = "{told}{done}|{now}"
TO_SOMEBODY = built("{report}{result}?{to}", WORDS)
WHO_REPORTS = built("(?:{who}|{office}{letter}{0,30}){report}{result}?$", WORDS)
TO_WHOM = built("{to}{office}", WORDS)
EACH_REPORTS = built(
    r"(?:{who}|{each}{letter}{2,20}){report}{result}?{to}{office}[\u0e01-\u0e4e.]{0,30}$", WORDS
)
VERB = built(f"(?P<come>{MODAL})|(?P<done>{TELLING})", WORDS)


def mood(flow: Flow, start: int, at: int) -> Mood | None:
    """Return the mood of the clause in which a round at `at` stands, of a paragraph that begins at
    `start`; None where no verb before it says.
    """
    low = max(start, at - FARTHEST)
    begins = clause(flow, low, at)
    found = list(VERB.finditer(flow.text, begins, at))
    if not found:
        return Mood.TO_COME if _ordered_before(flow, low, begins) else None
    return Mood.TO_COME if found[-1]["come"] else Mood.DONE


def _ordered_before(flow: Flow, low: int, begins: int) -> bool:
    """Tell whether a clause is what somebody is told to do in the one before, up to his name
    ("ให้ทุกกอง รายงานผลต่อปลัด …").
    """
    if not TO_SOMEBODY.match(flow.text, begins):
        return False
    before = list(VERB.finditer(flow.text, clause(flow, low, begins), begins))
    return bool(before and before[-1]["come"])


def agreed(before: str, after: str) -> bool:
    """Tell whether the letters around a round say who reports it to whom, and nothing done: an
    agreement.
    """
    return bool(
        (WHO_REPORTS.search(before) and TO_WHOM.match(after)) or EACH_REPORTS.search(before)
    )
