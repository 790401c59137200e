"""Does a clause speak of this very report or of its measures ("มาตรการตามประกาศนี้", "มาตรการทั้งสี่",
"ข้างต้น")? Then the year it names is the one that the report is about. Or of another item's?
"""

from __future__ import annotations

import re

from ita_checker.facts.items import MEASURES, numbered
from ita_checker.facts.page import HEADING, block_at, flow
from ita_checker.facts.years import Kind, Place, Year
from ita_checker.model import Case
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

WORDS, STATED = lists_of("stated.itself"), lists_of("stated")
ITSELF = built(
    r"{papers}{letter}{0,14}(?:{this}|{above})|{papers}{all}(?:{spelled}|\d{1,2})|{all}(?:{spelled}|\d{1,2}){papers}",
    WORDS,
)
THIS_PAPER = built(r"{according}?{papers}{this}", WORDS)
# "ให้ยกเลิกมาตรการของปีงบประมาณ … และใช้ประกาศนี้แทน"
BEHIND = 40  # flow letters behind a year in which its sentence names an item
ITEM = re.compile(r"(?<![a-z\d])o\d{1,2}(?!\d)")
LAST_YEARS = built("{last_years}|{a_report}(?!{doing}|{letter}{0,16}{measures})|{since}", STATED)
SUMMED = built("{a_summary}{letter}{0,24}{of_measures}", STATED)  # in a sentence: its own measures
MADE_TO_SHOW = built(r"{this_volume}{letter}{0,4}{made}{letter}{0,4}{to}[^\t\f]*$", WORDS)
LED = 90  # flow letters before a year in which a report says what it was made for
DONE = built("{already}$", STATED)
WITHIN = built("{in_year}", STATED)
REPLACES = built("{verb}{papers}", lists_of("organisation.repealed"))


def also_covered(case: Case) -> tuple[int, ...]:
    """Return the years that the items whose numbers are printed on the report may cover beside the
    item asked: "ข้อ O25 … และข้อ O26 …" is of this year and of the last one's results.
    """
    if case.fiscal_year is None or case.pack is None:
        return ()
    printed = {one.code for one in numbered(case.facts)}
    if printed.isdisjoint(item.code for item in case.items):
        return ()  # a slip of the number, told by DOC006
    offsets = {at for item in case.pack.items if item.code in printed for at in item.years}
    return tuple(sorted(case.fiscal_year + offset for offset in offsets))


def made_to_show(case: Case, year: Year) -> bool:
    """Tell whether a report says before a year that it was made to show what is of that year."""
    block = block_at(case.facts, year.start)
    low = max(block.start if block else 0, year.start - LED)
    return MADE_TO_SHOW.search(flow(case.facts).text, low, year.start) is not None


def last_years(own: Place, led: str) -> bool:
    """Tell whether the letters before a year lead to what is written about the year before; in a
    sentence a summary of the measures is of the report's own.
    """
    in_text = own.kind is Kind.PROSE and not own.is_heading
    return bool(LAST_YEARS.search(led)) and not (in_text and SUMMED.search(led))


def of_the_past(case: Case, year: Year, led: str) -> bool:
    """Tell whether the letters that lead to a year say that a paper of it is replaced, or tell what
    it saw done.
    """
    return REPLACES.search(led) is not None or _finished(case, year)


def _finished(case: Case, year: Year) -> bool:
    """Tell whether a report that sets measures and tells no results says of what an earlier year
    saw done: "มาตรการที่บรรลุผลแล้วในปีงบประมาณ …"; where results are told it may be last year's text.
    """
    if any(item.kind != MEASURES for item in case.items) or not WITHIN.match(year.lead):
        return False
    return DONE.search(flow(case.facts).text, max(0, year.start - LED), year.start) is not None


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
