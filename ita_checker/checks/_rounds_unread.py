"""Rounds that were due where nobody knows what tells of them."""

from __future__ import annotations

from ita_checker.checks._as_a_whole import told_in_text
from ita_checker.checks._rounds_kept import promises
from ita_checker.checks._rounds_there import told_months
from ita_checker.checks._rounds_told import latest
from ita_checker.facts.measures import left_unread, plan, results
from ita_checker.facts.rounds import Round, Side, due, rounds
from ita_checker.facts.tables import Stretch
from ita_checker.model import Case, Words

NO_RESULTS = Words(
    "แผนกำหนดรอบที่ครบกำหนดแล้ว แต่ไม่ทราบว่าส่วนใดบอกผล โปรดเปิดดู",
    "rounds were promised and due, and which part tells of results is not known: please look",
)


def not_understood(case: Case) -> tuple[Stretch, ...]:
    """Return what stands there piece by piece and nobody read, if rounds were promised and due and
    no result is understood; else where rounds are promised of which no text tells, or of each
    measure, and no measure's name heads what tells of one.
    """
    part = None if results(case.facts) else told_in_text(case.facts)
    if part is None:
        return ()
    named = [one for one in rounds(case.facts) if one.meant and not one.soft]
    due_ones = [one for one in promises(case) if not one.soft]
    waited_for = set(due(case, {one.months for one in due_ones}, latest(case)))
    waited_for -= told_months(case)
    if waited_for and (left := left_unread(case.facts)):
        return left
    each = [one.start for one in due_ones if one.months in waited_for and _of_a_measure(case, one)]
    if not each or told_months(case):
        waited_for -= {one.months for one in named if one.side is not Side.PROMISED}
    return tuple(
        (one.start, one.end)
        for one in due_ones
        if one.months in waited_for and not part.start <= one.start < part.end
    )


def _of_a_measure(case: Case, one: Round) -> bool:
    """Tell whether a round is promised in a measure's own plan."""
    own = (part for measure in plan(case.facts) for part in measure.own)
    return any(start <= one.start < end for start, end in own)
