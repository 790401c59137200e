"""Does a clause speak of this very report or of its measures ("มาตรการตามประกาศนี้", "มาตรการทั้งสี่",
"ข้างต้น")? Then the year it names is the one that the report is about. Or of another item's?
"""

from __future__ import annotations

import re

from ita_checker.facts.page import HEADING, block_at, flow
from ita_checker.facts.years import Year
from ita_checker.model import Case
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

WORDS = lists_of("stated.itself")
ITSELF = built(
    r"{papers}{letter}{0,14}(?:{this}|{above})|{papers}{all}(?:{spelled}|\d{1,2})|{all}(?:{spelled}|\d{1,2}){papers}",
    WORDS,
)
THIS_PAPER = built(r"{according}?{papers}{this}", WORDS)
# "ให้ยกเลิกมาตรการของปีงบประมาณ … และใช้ประกาศนี้แทน"
BEHIND = 40  # flow letters behind a year in which its sentence names an item
ITEM = re.compile(r"(?<![a-z\d])o\d{1,2}(?!\d)")
REPLACES = built("{verb}{papers}", lists_of("organisation.repealed"))


def replaces(before: str) -> bool:
    """Tell whether the letters before a year say that a paper of that year is replaced."""
    return REPLACES.search(before) is not None


def shown_elsewhere(case: Case, year: Year) -> bool:
    """Tell whether a sentence goes on from a year with an item that is none of this report's:
    "ผลของปีงบประมาณ … แสดงไว้แล้วในข้อ O26".
    """
    block, own = block_at(case.facts, year.start), {one.code for one in case.items}
    if block is None or block.kind == HEADING or not own:
        return False
    behind = min(block.end, year.end + BEHIND)
    items = {hit[0].upper() for hit in ITEM.finditer(flow(case.facts).text, year.end, behind)}
    return bool(items) and items.isdisjoint(own)


def of_itself(clause: str) -> bool:
    """Tell whether a clause names this report or all of its measures."""
    return ITSELF.search(clause) is not None


def without_itself(clause: str) -> str:
    """Return a clause without what names this report: that is no other paper."""
    return re.sub(THIS_PAPER.pattern, "", clause)
