"""What a file is of that answers one item of measures and of what was done about them: of both, or
so far of one alone.
"""

from __future__ import annotations

from ita_checker.facts.items.leads import MEASURES, PRACTICE, REPORTS, RESULTS
from ita_checker.facts.items.likely_parts import likely_part
from ita_checker.facts.items.titles import regions
from ita_checker.facts.measures import plan, results
from ita_checker.facts.page import flow
from ita_checker.model import Case, Facts


def asked(case: Case) -> str | None:
    """Return the kind of the item asked about; of one of measures and what was done, the kind of
    the only one of these that the file is of so far.
    """
    kind = case.item.kind if case.item else None
    return case.facts.once(_part) if kind == PRACTICE else kind


def owes_no_results(case: Case) -> bool:
    """Tell whether a file for such an item has only set measures so far."""
    return case.item is not None and case.item.kind == PRACTICE and asked(case) == MEASURES


def _part(facts: Facts) -> str:
    if not _reports(facts):
        return MEASURES
    sets = any(one.sure and not one.listed for one in plan(facts))
    part = likely_part(facts, MEASURES)
    return PRACTICE if sets or (part and part.some) else RESULTS


def _reports(facts: Facts) -> bool:
    """Tell whether a title says that the file reports, results were read, or text tells them; a
    memo that tells how measures came to be set stands above them.
    """
    text, part = flow(facts).text, likely_part(facts, RESULTS)
    titled = any(REPORTS.search(text, start, end) for start, end in regions(facts))
    first = min((one.name[0] for one in plan(facts)), default=0)
    below = part is not None and part.enough and part.start >= first
    return titled or below or any(one.sure for one in results(facts))
