"""Does a clause speak of this very report or of its measures ("มาตรการตามประกาศนี้", "มาตรการทั้งสี่",
"ข้างต้น")? Then the year it names is the one that the report is about.
"""

from __future__ import annotations

import re

from ita_checker.text.patterns import built
from ita_checker.words import lists_of

WORDS = lists_of("stated.itself")
ITSELF = built(
    r"{papers}{letter}{0,14}(?:{this}|{above})|{papers}{all}(?:{spelled}|\d{1,2})|{all}(?:{spelled}|\d{1,2}){papers}",
    WORDS,
)
THIS_PAPER = built(r"{according}?{papers}{this}", WORDS)
# "ให้ยกเลิกมาตรการของปีงบประมาณ … และใช้ประกาศนี้แทน"
REPLACES = built("{verb}{papers}", lists_of("organisation.repealed"))


def replaces(before: str) -> bool:
    """Tell whether the letters before a year say that a paper of that year is replaced."""
    return REPLACES.search(before) is not None


def of_itself(clause: str) -> bool:
    """Tell whether a clause names this report or all of its measures."""
    return ITSELF.search(clause) is not None


def without_itself(clause: str) -> str:
    """Return a clause without what names this report: that is no other paper."""
    return re.sub(THIS_PAPER.pattern, "", clause)
