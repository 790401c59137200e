"""Does a year stand where the reported one belongs? What is learned of the clauses in which reports
name the year they are about, and of those in which they name others, says how likely.
"""

from __future__ import annotations

from collections.abc import Iterator

from ita_checker.facts.page import flow, pieces_at
from ita_checker.facts.years.named import Year, dated, years
from ita_checker.facts.years.where import place
from ita_checker.model import Facts
from ita_checker.text.around import bounds, clause, signs
from ita_checker.text.learned import learned
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

WEIGHTS = "own_year"
ALONE, LETTER = built("{year}", lists_of("years")), built("{letter}", lists_of("years"))


def as_own_year(facts: Facts, year: Year) -> float:
    """Return how much speaks for a year standing where the reported one belongs, in nats."""
    return learned(WEIGHTS).nats(year_signs(facts, year))


def part_of_a_name(facts: Facts, year: Year) -> bool:
    """Tell whether a year says no more than ปี and is written on to a word: "บัณฑิตรุ่นปี 2566",
    "โรงเรียนต้นแบบปี 2564" may be of that year, whatever year the report is of.
    """
    letters, at = flow(facts), year.start
    written_on = at > 0 and LETTER.match(letters.text, at - 1) and not letters.gap(at)
    return bool(written_on) and ALONE.fullmatch(year.lead) is not None


def year_signs(facts: Facts, year: Year) -> frozenset[str]:
    """Return what stands around a year: words, its lead, the piece or cell, years and dates beside
    it.
    """
    piece, own = pieces_at(facts)(year.start), place(facts, year.start)
    low, high = bounds(
        flow(facts), year.start, year.end, (piece.start, piece.end) if piece else None
    )
    within = clause(flow(facts), year.start, year.end, low, high)
    found = [
        *signs(flow(facts), year.start, year.end, low, high),
        *_beside(facts, year, (low, high), within),
        f"lead {year.lead}",
        f"in {own.kind}",
        *([f"is {piece.kind}"] if piece else ()),
        *(["this report"] if year.of_this else ()),
    ]
    return frozenset(found)


def _beside(
    facts: Facts, year: Year, piece: tuple[int, int], within: tuple[int, int]
) -> Iterator[str]:
    """Yield what years and dates stand in the same piece, and in the same clause."""
    for one in years(facts):
        if one.start != year.start and piece[0] <= one.start < piece[1]:
            side = "before" if one.start < year.start else "behind"
            yield f"{one.role} {side}"
            if within[0] <= one.start < within[1]:
                yield f"{one.role} {side} in clause"
    if any(within[0] <= when.start < within[1] for when in dated(facts)):
        yield "date in clause"
