"""Item numbers that head parts of a report: they do not say what the report is for."""

from __future__ import annotations

from ita_checker.facts.items.titles import numbered
from ita_checker.facts.page import BODY, block_at
from ita_checker.model import Facts


def numbers_of_parts(facts: Facts, title: int) -> set[str]:
    """Return the item numbers that nothing but a heading within the text below a title says, as
    over what was planned for it ("2. มาตรการที่กำหนด (O42)").
    """
    within_text, told = set[str](), set[str]()
    for one in numbered(facts):
        block = block_at(facts, one.start)
        below = block is not None and block.zone == BODY and title < one.start
        (within_text if below else told).add(one.code)
    return within_text - told
