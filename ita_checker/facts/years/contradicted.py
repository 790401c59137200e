"""Does what stands beside a year of the report show that it is a slip? Measures are set from an
assessment that was over, papers are dated and deeds done in or about the year they name.
"""

from __future__ import annotations

from ita_checker.facts.page import HEADING, blocks, flow
from ita_checker.facts.years.covered import window
from ita_checker.facts.years.governed import Role
from ita_checker.facts.years.named import Year, dated, years
from ita_checker.facts.years.set_from import set_from
from ita_checker.facts.years.where import place
from ita_checker.model import Facts
from ita_checker.text.days import When
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

WORDS = lists_of("stated")
LATE = 2  # years: a paper dated so long after the year it names is not about that year
PAPER = built("{dated_on}", WORDS)
# "ในปีงบประมาณ … ได้ประกาศใช้มาตรการเมื่อวันที่ …": one clause, nothing told after it between
WITHIN = built(r"(?!.*{then})[^\d\t\f]{0,60}{on_the_day}", WORDS)
WHEN = built("^{in_year}", WORDS)
# "ในปีงบประมาณ … วิทยาลัยได้นำมาตรการไปปฏิบัติ": what the whole report tells of
DID = lists_of("years")
CARRIED_OUT = built(
    r"[^\d\t\f]{0,60}?{did}{letter}{0,12}{measures}",
    lambda: {"did": DID["did"], "measures": WORDS["measures"]},
)
FEWEST = 2  # dates that show of which year a heading's part is


def contradicted(facts: Facts, year: Year, wanted: tuple[int, ...]) -> bool:
    """Tell whether a fiscal year is too early for the assessment its measures are set from, for the
    date of its paper or for the deed dated right behind it, while that is of a year in `wanted`.
    """
    if year.role is not Role.FISCAL or not wanted or year.value >= min(wanted):
        return False
    return (
        _set_from_later(facts, year, wanted)
        or _dated_later(facts, year, wanted)
        or _without_a_deed(facts, year, wanted)
    )


def _set_from_later(facts: Facts, year: Year, wanted: tuple[int, ...]) -> bool:
    own, text = place(facts, year.end - 1), flow(facts).text
    return any(
        set_from(text, (year.start, year.end), (one.start, one.end))
        for one in years(facts)
        if one.role is Role.ASSESSMENT
        and own.start <= one.start < own.end
        and one.value > year.value
        and one.value + 1 in wanted
    )


def _without_a_deed(facts: Facts, year: Year, wanted: tuple[int, ...]) -> bool:
    """Tell whether measures are said to have been carried out in a year of which nothing in the
    report is dated, while deeds are of one in `wanted`, which the paragraph does not name.
    """
    own, text = place(facts, year.end - 1), flow(facts).text
    if not WHEN.match(year.lead) or not CARRIED_OUT.match(text, year.end, own.end):
        return False
    beside = [one for one in years(facts) if own.start <= one.start < own.end]
    if any(one.role is Role.FISCAL and one.value in wanted for one in beside):
        return False
    found = [_fiscal(when) for when in dated(facts)]
    return year.value not in found and sum(one in wanted for one in found) >= FEWEST


def _dated_later(facts: Facts, year: Year, wanted: tuple[int, ...]) -> bool:
    text = flow(facts).text
    for when in dated(facts):
        within = _fiscal(when)
        if when.start < year.end or within is None or within not in wanted:
            continue
        paper = PAPER.fullmatch(text, year.end, when.start)
        if paper and within - year.value >= LATE:
            return True
        if WHEN.match(year.lead) and WITHIN.fullmatch(text, year.end, when.start):
            return True
    return False


def belied(facts: Facts, year: Year, wanted: tuple[int, ...]) -> bool:
    """Tell whether all that is dated below the heading in which a year stands, up to the next one,
    is of a year in `wanted`.
    """
    heads = [block for block in blocks(facts) if block.kind == HEADING]
    within = [(one.start, one.end) for one in heads if one.start <= year.start < one.end]
    own = place(facts, year.start)
    if own.is_heading and own.grid < 0:  # in a table's own frame
        within.append((own.start, own.end))
    if not within:
        return False
    below = within[0][1]
    end = next((one.start for one in heads if one.start >= below), len(flow(facts).text))
    found = [_fiscal(when) for when in dated(facts) if below <= when.start < end]
    return len(found) >= FEWEST and all(one in wanted for one in found)


def _fiscal(when: When) -> int | None:
    """Return the fiscal year in which a date or stretch of time lies, None where in none."""
    if not when.exists or not when.first.year:
        return None
    near = (when.first.year, when.first.year + 1)
    return next(
        (one for one in near if window(one)[0] <= when.first and when.last <= window(one)[1]), None
    )
