"""What must be the same before a pair of reports is spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita_checker.across.likeness import Likeness
from ita_checker.model import Certainty


@dataclass(frozen=True, slots=True)
class Sign:
    """What must be the same before a pair is spoken of: shares of the text, of what was filled in
    and of numbers and days, how many of these, how many days; `most_details` where there are
    hardly any; `offices` beside the two that must be there to tell what is rare.
    """

    certainty: Certainty
    text: float
    details: float = 0.0
    same_details: int = 0
    same_days: int = 0
    filled: float = 0.0
    most_details: int = 10**9
    offices: int = 0


# Rows from the surest, fitted on the even seeds of lab/folders: honest reports on one template
# share there up to 0.9 of their text, 0.6 of what is filled in and 0.2 of numbers and days; copies
# with a with a third put otherwise 0.4 of the text and 0.8 of the numbers.
OTHER_OFFICE = (
    # names changed, sentences put otherwise: numbers and days were left as they were
    Sign(Certainty.SURE, 0.30, details=0.70, same_details=6, same_days=1),
    Sign(Certainty.SURE, 0.40, details=0.80, same_details=4, same_days=1),
    Sign(Certainty.LIKELY, 0.30, details=0.85, same_details=4),
    Sign(Certainty.LIKELY, 0.40, details=0.60, same_details=4),
    # nearly all its numbers and days; of the words a scan and a pen have left less
    Sign(Certainty.LIKELY, 0.20, details=0.80, same_details=6, same_days=1),
    # some numbers are its own, but what was done is told in the same rare words
    Sign(Certainty.LIKELY, 0.40, details=0.50, same_details=4, filled=0.50, offices=6),
    # hardly any number at all: what was done and came of it is the same, nobody else's is
    Sign(Certainty.LIKELY, 0.55, filled=0.60, most_details=3, offices=8),
)
HARDLY_ANY = max(row.most_details for row in OTHER_OFFICE if not row.details)
FEWEST_SHARED = min(row.details for row in OTHER_OFFICE if row.details)
OTHER_YEAR = (
    Sign(Certainty.SURE, 0.75, details=0.85, same_details=6, same_days=1, filled=0.75),
    Sign(Certainty.LIKELY, 0.75, details=0.75, same_details=4, filled=0.70),
)
# A plan may be repeated, its budget with it; the scores it goes back to and its day may not.
OTHER_YEARS_PLAN = (Sign(Certainty.LIKELY, 0.85, details=0.90, same_details=6, same_days=1),)
OTHER_ITEM = (
    Sign(Certainty.SURE, 0.90, details=0.90, same_details=3),
    Sign(Certainty.SURE, 0.97, most_details=2),
    Sign(Certainty.LIKELY, 0.75, details=0.75, same_details=5),
)
FEW_FILLED = 20  # shingles: in less text filled in nothing is seen
OWN_DAYS = 0.4  # a report most of whose days (two or more) are its own was not copied


def holds(sign: Sign, likeness: Likeness, offices: int) -> bool:
    """Tell whether a likeness shows all that a row asks for."""
    return (
        likeness.text >= sign.text
        and (not sign.filled or _tells_the_same(sign, likeness))
        and (likeness.own_days < 2 or likeness.same_days >= OWN_DAYS * likeness.own_days)
        and likeness.details >= sign.details
        and likeness.same_details >= sign.same_details
        and likeness.same_days >= sign.same_days
        and likeness.own_details <= sign.most_details
        and max(0, offices - 2) >= sign.offices
    )


def _tells_the_same(sign: Sign, likeness: Likeness) -> bool:
    return likeness.filled >= sign.filled and likeness.filled_shingles >= FEW_FILLED


def strongest(rows: Sequence[Sign], likeness: Likeness, offices: int) -> Certainty | None:
    """Return how surely a likeness shows what the rows are about, None where it does not."""
    return next((row.certainty for row in rows if holds(row, likeness, offices)), None)
