"""The title that opens a report: the headings on top, in larger letters or in the middle."""

from __future__ import annotations

from itertools import takewhile

from ita_checker.facts.page.blocks import blocks
from ita_checker.facts.page.pieces import HEADING, Block
from ita_checker.model import Facts

TEXT = 1.0  # the size of the text itself


def opens(facts: Facts, at: int) -> bool:
    """Tell whether a place lies in the title that opens the report: it promises, tells nothing."""
    return at < facts.once(_end)


def _end(facts: Facts) -> int:
    """Return where the title that opens the report ends."""
    own = blocks(facts)
    size = own[0].size if own else 0.0

    def goes_on(one: Block) -> bool:
        return one.kind == HEADING and (one.centred or one.size >= size > TEXT)

    opening = [*takewhile(goes_on, own)]
    return opening[-1].end if opening else 0
