"""A round where it stands: the letters of its place before and after it, and whether they say that
it is still waited for.
"""

from __future__ import annotations

from dataclasses import dataclass

from ita_checker.facts.measures import plan, results
from ita_checker.facts.page import flow, rows
from ita_checker.facts.rounds.labels import Label, labels
from ita_checker.facts.rounds.mood import Mood, mood
from ita_checker.facts.tables import ACTIVITY, MONITORING, PERIOD, RESULT_FIELDS
from ita_checker.facts.years import Kind, Place, dated, place, places
from ita_checker.model import Facts
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

WAITS = lists_of("rounds.waits")
A_NUMBER = 6  # letters of a bullet and a number before a name
A_WORD = 4  # letters: "หน้า"
LEAD = 16  # letters before a round in which it is said that it is reported
NOT_YET = built(
    r"[\s:)\]–-]*(?:[-–]?{result}?:?)?(?:{not_yet}|{wait}(?!{cut})|-?$|-?\t)"
    r"|.{0,30}(?:{later}|{next}(?!{as_follows}))", WAITS
)  # fmt: skip
WAITED_FOR = built(r"{later}{letter}{0,12}$", WAITS)  # "ยังไม่ถึงกำหนดรอบ 12 เดือน"
LATER = built(r"\t?.{0,30}{later}", WAITS)


@dataclass(frozen=True, slots=True)
class Named:
    """A round where it stands, with the letters of its place just before and after it."""

    facts: Facts
    label: Label
    own: Place

    @property
    def before(self) -> str:
        """Return the letters before the round."""
        start = max(self.own.start, self.label.start - 100)
        return flow(self.facts).text[start : self.label.start]

    @property
    def after(self) -> str:
        """Return the letters after the round, on the next line too where its own runs on; a title
        in a table's frame ends with its row.
        """
        runs_on = self.own.grid < 0 and self.own.end not in rows(self.facts).broken
        ends = self.label.end + 50 if runs_on else min(self.own.end, self.label.end + 50)
        after = flow(self.facts).text[self.label.end : ends]
        in_title = self.own.grid < 0 and self.label.end <= self.own.end
        return after.partition("\t")[0] if in_title else after

    @property
    def not_yet(self) -> bool:
        """Tell whether what follows, or leads to it, says that nothing is reported yet; a bracket
        that closes around the round says nothing.
        """
        told_after = bool(self.after.strip(")]") and NOT_YET.match(self.after))
        return told_after or WAITED_FOR.search(self.before) is not None

    @property
    def mood(self) -> Mood | None:
        """Return the mood of the clause; a measure's name before it has none ("มาตรการให้ผู้มี…")."""
        names = (one.name[1] for one in (*plan(self.facts), *results(self.facts)))
        before = (end for end in names if self.own.start < end <= self.label.start)
        return mood(flow(self.facts), max(before, default=self.own.start), self.label.start)


def beside(one: Named) -> list[Place]:
    """Return the cells of its row that tell of something done."""
    return [
        cell
        for cell in places(one.facts)
        if (cell.grid, cell.row) == (one.own.grid, one.own.row)
        if cell.field in (*RESULT_FIELDS, ACTIVITY)
    ]


def labels_of(facts: Facts) -> tuple[Label, ...]:
    """Return every label of a round in the document, in order."""
    return facts.once(_labels_of)


def _labels_of(facts: Facts) -> tuple[Label, ...]:
    return labels(flow(facts), dated(facts))


def names_row(facts: Facts, at: int) -> bool:
    """Tell whether the cell at a letter names the round that its row of results is about: a table
    of results with a row for each round. Where several stand behind words of other things, it says
    when reports are to be made.
    """
    own = place(facts, at)
    if own.kind is not Kind.RESULT or own.field not in (MONITORING, PERIOD) or own.row < 0:
        return False
    within = (one for one in labels_of(facts) if own.start <= one.start < own.end)
    meant = [one for one in within if one.ticked is not False and not one.soft]
    several = len({one.months for one in meant}) > 1
    return not (several and meant[0].start - own.start > LEAD)


def told_in(facts: Facts, cell: Place) -> bool:
    """Tell whether something is told in a cell: no dash, nothing that says "not yet"."""
    said = flow(facts).text[cell.start : cell.end].strip("\t\f-.–")
    return bool(said) and not NOT_YET.match(said)


def over_results(facts: Facts, own: Place, end: int) -> bool:
    """Tell whether a piece says no more than the round that ends at a letter, and what is told of a
    measure begins right below it.
    """
    return own.end - end < A_WORD and any(
        own.end <= told.name[0] <= own.end + A_NUMBER for told in results(facts)
    )


def waits(facts: Facts, start: int) -> bool:
    """Tell whether what begins at a place says that something is still to come."""
    return LATER.match(flow(facts).text, start) is not None


def to_come(facts: Facts, start: int, end: int, own: Place) -> bool:
    """Tell whether words beside a round at a place say that it is not there yet."""
    before = flow(facts).text[max(own.start, start - 100) : start]
    return bool(
        WAITED_FOR.search(before) or LATER.match(flow(facts).text[end : min(own.end, end + 50)])
    )
