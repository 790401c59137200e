"""Which fiscal year the headings give a part of the report."""

from __future__ import annotations

from ita_checker.facts.page import HEADING, PARAGRAPH, block_at, blocks
from ita_checker.facts.years.governed import Role
from ita_checker.facts.years.named import Year, years
from ita_checker.facts.years.where import place
from ita_checker.model import Facts

OWN = (Role.FISCAL, Role.NEXT)  # "มาตรการที่จะทำในปีงบประมาณ …" sets the measures of that year


def headed(facts: Facts, start: int, end: int) -> int | None:
    """Return the fiscal year of the last heading in [start, end) of the flow that names one; the
    report's own title, above all its sentences, heads no part of it.
    """
    told = next((one.start for one in blocks(facts) if one.kind == PARAGRAPH), end)
    own = [
        year.value
        for year in years(facts)
        if start <= year.start < end and year.role in OWN
        if _in_heading(facts, year) and not (year.on_title and year.start < told)
    ]
    return own[-1] if own else None


def _in_heading(facts: Facts, year: Year) -> bool:
    """Tell whether a year stands in a heading, or ends a line or two of their own."""
    block, own = block_at(facts, year.start), place(facts, year.start)
    return bool(block and block.kind == HEADING) or (own.is_heading and year.end == own.end)
