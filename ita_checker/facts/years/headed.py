"""Which fiscal year the headings give a part of the report."""

from __future__ import annotations

from ita_checker.facts.page import HEADING, PARAGRAPH, Block, block_at, blocks
from ita_checker.facts.years.governed import Role
from ita_checker.facts.years.named import Year, years
from ita_checker.facts.years.where import place
from ita_checker.model import Facts

NUMBER_AND_TITLE = 2  # cells of a heading that is set in a frame
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
    if block and (block.kind == HEADING or _is_banner(facts, block)):
        return True
    return own.is_heading and year.end == own.end


def _is_banner(facts: Facts, block: Block) -> bool:
    """Tell whether a cell is of a table of one row, that holds a number and a title at most."""
    if block.cell is None:
        return False
    pages = {page.number: page for page in facts.document.pages}
    table = pages[block.page].tables[block.cell[0]]
    return table.rows == 1 and table.columns <= NUMBER_AND_TITLE
