"""A file that is one measure from its title to its end, as in 2562: what it says of steps and of
who is responsible.
"""

from __future__ import annotations

import re

from ita_checker.facts.measures.naming.series import counts, runs_of
from ita_checker.facts.measures.paired.plan_and_results import plan
from ita_checker.facts.measures.told.told_once import headed
from ita_checker.facts.page import HEADING, find, flow
from ita_checker.facts.tables import ACTIVITY, GUIDELINE, RESPONSIBLE, STEPS, Stretch, grids
from ita_checker.model import Case, Facts
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, spelled
from ita_checker.words import lists_of, of_words

KIND = "measure"
ENOUGH = 250  # letters: a shorter file is a cover or an announcement whose measure stands elsewhere
DIGIT = re.compile(r"\d")
IN_A_ROW = 3  # counts of clauses that may be steps
ALSO = {STEPS: (GUIDELINE, ACTIVITY)}  # what a heading may call a field by
TELLS = lists_of("told.alone")
# To appoint someone some day is a step and names nobody.
NOT_YET = of_words(lambda: "".join(f"(?<!{fold(word)})" for word in TELLS["to_be_named"]))
NOT_FOR = of_words(lambda: "".join(f"(?<!{fold(word)})" for word in TELLS["so_that"]))
SAYS = of_words(
    lambda: {
        STEPS: re.compile(any_of(TELLS["steps"])),
        RESPONSIBLE: re.compile(
            f"{NOT_YET()}{any_of(TELLS['charged'])}|{spelled(TELLS['responsible'])}"
            f"|{NOT_FOR()}{any_of(TELLS['ordered'])}{spelled(TELLS['who'])}[^\\d]{{0,40}}{any_of(TELLS['does'])}"
        ),
    }
)


def alone(case: Case) -> Stretch | None:
    """Return where the item's one measure is named, if the file is about it alone and sets no
    measures one by one; else None.
    """
    item = case.item
    if item is None or item.kind != KIND or sum(other.kind == KIND for other in case.items) > 1:
        return None
    if any(one.sure for one in plan(case.facts)) or len(flow(case.facts).text) < ENOUGH:
        return None
    hit = min(find(case.facts, (item.title, *item.titles)), key=lambda hit: hit.start, default=None)
    return (hit.start, hit.end) if hit else None


def says(facts: Facts, field: str) -> bool:
    """Tell whether the file says anything of a field; a table with a column for it says it in that
    column, a heading over text in what stands under it.
    """
    known = SAYS().get(field)
    return (
        known is None
        or known.search(flow(facts).text) is not None
        or any(field in grid.columns for grid in grids(facts))
        or bool({field, *ALSO.get(field, ())} & headed(facts))
    )


def counted(facts: Facts) -> tuple[Stretch, ...]:
    """Return the paragraphs that count to three or further in words, whatever is counted ("ลำดับแรก
    … ลำดับที่สอง …"): they may tell steps.
    """
    text = flow(facts).text
    told = [one for one in counts(facts) if one.block.kind != HEADING]
    spelled_out = [one for one in told if not DIGIT.search(text, one.start, one.end)]
    runs = (run for run in runs_of(spelled_out) if len(run) >= IN_A_ROW)
    pieces = (one.block for run in runs for one in run)
    return tuple(dict.fromkeys((piece.start, piece.end) for piece in pieces))
