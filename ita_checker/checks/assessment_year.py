"""Is the assessment (ITA) that the measures item analyses last year's?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ita_checker.facts.items import likely_part
from ita_checker.facts.page import HEADING, Spans, block_at, flow, span
from ita_checker.facts.years import Year, last_years_file, years
from ita_checker.facts.years import YearRole as Role
from ita_checker.model import Answer, Case, Certainty, Finding, Item, Verdict, Words
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

CODES = ("YEA004",)
WORDS = lists_of("years")
ANALYSIS = built("{analysis}", WORDS)
INTEGRITY = built(r"(?<![a-z]){indices}(?![a-z])|{integrity}", WORDS)
FOR_A_YEAR = built("{for_a_year}", lists_of("stated"))
OF_OTHERS = frozenset({Role.DATE, Role.DOCUMENT, Role.PERIOD, Role.LAW})
OVER = 400  # flow letters above an analysis in which its heading or opening names the year
UNDATED = Words(
    "มีการวิเคราะห์ แต่ไม่ทราบว่าเป็นผลการประเมินของปีใด โปรดเปิดดูในเอกสาร",
    "an assessment is analysed, but of which year is not known; please look at the document",
)
SIGNS = 2  # places that name the year analysed
SCORED = re.compile(r"=\d{2}\.\d")  # behind a year
REACH = 150  # flow letters around a year in which "วิเคราะห์" makes it the one analysed


@dataclass(frozen=True, slots=True)
class Params:
    """`also`: further assessments that may be analysed, as offsets from the fiscal year (-2: the
    one of two years ago).
    """

    also: tuple[int, ...] = ()


def check(case: Case, params: Params) -> Answer:
    """Answer gap with YEA004 where assessments are analysed and none of them is the item's; met
    where one is, or nothing is analysed; unknown where an analysis names no year that was asked.
    """
    item = _item(case)
    if item is None or item.analyses is None or case.fiscal_year is None:
        return Answer(Verdict.MET)
    offsets = (item.analyses, *params.also)
    wanted = {
        year + offset for year in (case.fiscal_year, *last_years_file(case)) for offset in offsets
    }
    analysed = [
        year
        for year in years(case.facts)
        if year.role is Role.ASSESSMENT and year.analysed and _of_integrity(case, year)
    ]
    chosen = [year for year in analysed if _strong(case, year)] or analysed
    right_elsewhere = [
        year for year in years(case.facts) if year.value in wanted and _told_of(case, year, chosen)
    ]
    chosen = chosen + [year for year in right_elsewhere if year not in chosen]
    right = [(year.start, year.end) for year in chosen if year.value in wanted]
    if right:
        return Answer(Verdict.MET, evidence=Spans(case.facts, right))
    if not chosen:
        return _undated(case, wanted)
    return Answer(Verdict.GAP, (_another(case, chosen, case.fiscal_year + item.analyses),))


def _undated(case: Case, wanted: set[int]) -> Answer:
    """Answer for a report in which no assessment's year was understood: met with the year asked
    where it stands in the analysis or just above, unknown where an analysis stands without it.
    """
    part = likely_part(case.facts, "analysis")
    demanded = case.item is None or not case.demanded or case.item.code in case.demanded
    if part is None or not part.some or not demanded:
        return Answer(Verdict.MET)
    named = [
        (year.start, year.end)
        for year in years(case.facts)
        if year.value in wanted and year.role not in OF_OTHERS
        if part.start - OVER <= year.start < part.end
    ]
    if named:
        return Answer(Verdict.MET, evidence=Spans(case.facts, named))
    return Answer(Verdict.UNKNOWN, (), Spans(case.facts, [(part.start, part.end)]), UNDATED)


def _another(case: Case, chosen: list[Year], wanted: int) -> Finding:
    """Return the finding that another assessment is analysed: sure where it is so in two places,
    or named as that of a year.
    """
    by_age = sorted(chosen, key=lambda year: (year.value == case.fiscal_year, year.start))
    shown = len(chosen) >= SIGNS or any(FOR_A_YEAR.search(year.lead) for year in chosen)
    return Finding(
        "YEA004",
        tuple(span(case.facts, year.start, year.end) for year in by_age),
        subject="ITA",
        found=", ".join(dict.fromkeys(str(year.value) for year in chosen)),
        expected=str(wanted),
        certainty=Certainty.SURE if shown else Certainty.LIKELY,
    )


def _item(case: Case) -> Item | None:
    """Return the item whose analysis is asked for: the rule's own, or the first held that
    has one.
    """
    if case.item and case.item.analyses is not None:
        return case.item
    return next((item for item in case.items if item.analyses is not None), None)


def _of_integrity(case: Case, year: Year) -> bool:
    """Tell whether the assessment is the ITA, not one of persons, projects or satisfaction."""
    return bool(
        INTEGRITY.search(flow(case.facts).text, max(0, year.start - REACH), year.end + REACH // 2)
    )


def _told_of(case: Case, year: Year, chosen: list[Year]) -> bool:
    """Tell whether a year's assessment is analysed for all that: beside the word for it, under a
    heading that names it, or by a score ("ปี 2562 = 80.02 ปี 2563 = 85.20").
    """
    if year.role is not Role.ASSESSMENT:
        return bool(chosen) and SCORED.match(flow(case.facts).text, year.end) is not None
    return _strong(case, year) or _heads(case, year, chosen)


def _heads(case: Case, year: Year, chosen: list[Year]) -> bool:
    """Tell whether a heading names a year over the first of those analysed, or beside it: "ITA 2564
    บอกอะไรเรา" over scores that are held against the year before.
    """
    block = block_at(case.facts, year.start)
    first = min((one.start for one in chosen), default=0)
    if block is None or block.kind != HEADING:
        return False
    return block.start <= first <= block.end + OVER


def _strong(case: Case, year: Year) -> bool:
    """Tell whether the year stands beside the word for analysing, in its own cell."""
    text = flow(case.facts).text
    low = max(
        text.rfind("\t", 0, year.start), text.rfind("\f", 0, year.start), year.start - REACH, 0
    )
    return bool(ANALYSIS.search(text, low, year.end))
