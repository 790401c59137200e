"""Is the fiscal year that the report must cover the one on its cover and title, and inside
wherever it must stand?
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ita_checker.checks._of_itself import (
    also_covered,
    last_years,
    made_to_show,
    of_itself,
    of_the_past,
    shown_elsewhere,
    without_itself,
)
from ita_checker.checks._unstated_year import said, unstated
from ita_checker.facts.items import MEASURES, RESULTS, regions
from ita_checker.facts.page import COVER, HEADING, TITLE, Spans, block_at, flow, span
from ita_checker.facts.years import (
    Kind,
    Place,
    Year,
    as_own_year,
    belied,
    clause,
    clause_end,
    contradicted,
    covered,
    dated,
    part_of_a_name,
    place,
    places,
    school_years,
    titled_wrongly,
    window,
    years,
)
from ita_checker.facts.years import YearRole as Role
from ita_checker.model import Answer, Case, Certainty, Finding, Verdict, Words
from ita_checker.text.days import Era, When
from ita_checker.text.patterns import built
from ita_checker.words import lists_of, of_words, words_of

CODES = ("YEA001", "YEA002", "YEA003")
WORDS = lists_of("stated")
OWN, PLAN = built("{own}", WORDS), built("{plan}", WORDS)
INDICES = of_words(lambda: {"indices": words_of("years.indices")})
ELSEWHERE = built(r"{elsewhere}|(?<![a-z]){indices}(?![a-z])", lambda: {**WORDS, **INDICES()})
DATED = built("{dated_on}", WORDS)
GOES_ON = built("{goes_on_about}", WORDS)
FOR_A_YEAR = built("{for_a_year}", WORDS)
AROUND = (110, 60)  # flow letters before and after a year in which its clause is read
SIGNS = 2  # places where a year stands inside that show it is no slip of ours
CELL = 400  # flow letters of a cell or heading that are read whole
LED = 70  # flow letters before a year in which such words stand
LIKE_OWN = Words(
    "ข้อความรอบปีนี้เป็นแบบที่รายงานใช้กับปีของตน โปรดดูว่าเป็นปีที่ค้างจากฉบับก่อนหรือกล่าวถึงปีอื่นจริง",
    "The words around the year are such as reports use of their own year: please see whether it was"
    " left in from last year's or another year is really meant",
)
OWN_YEAR = 2.0  # nats: a clause so much likelier one in which a report names its own year
PART_OF_A_NAME = 0.0  # nats: from which it is none
OF_ANOTHER = -1.5  # a heading that hardly is one, though its table is of measures
LEAST = -1.0  # and one that speaks of this report or all its measures
NOT_ASKED = Words(
    "ไม่พบปีที่ต้องรายงาน และปีที่พบอาจเป็นของเรื่องอื่น โปรดเปิดดูในเอกสาร",
    "the year asked was not found, and those that were may be of something else; please look",
)
UNDATED = Words("ไม่พบปีงบประมาณที่ต้องรายงาน จึงเปรียบเทียบไม่ได้", "no fiscal year is known")


@dataclass(frozen=True, slots=True)
class Params:
    """`inside`: whether years inside the report are compared too (YEA003), not only those on the
    cover and title.
    """

    inside: bool = True


def check(case: Case, params: Params) -> Answer:
    """Answer gap with YEA001 where no year is stated, YEA002 for the cover or title, YEA003 for
    years inside; else met.
    """
    wanted = covered(case)
    stated = [
        year
        for year in years(case.facts)
        if year.role is Role.FISCAL or (year.role is Role.BARE and year.on_title)
    ]
    if not stated:
        return _otherwise(case, wanted) or unstated(case, wanted, "YEA001")
    if not wanted:
        return Answer(Verdict.UNKNOWN, note=UNDATED)
    wrong = titled_wrongly(case)
    inside = [
        year
        for year in stated
        if params.inside and year.value not in (*wanted, *also_covered(case))
        if _must_agree(case, year, wrong) or _left_in(case, year)
    ]
    found = list(_on_title(case, stated, wrong, wanted, inside))
    found += _inside(
        case,
        [year for year in inside if year.value not in wrong and not (year.on_title and wrong)],
        wanted,
    )
    right = [(year.start, year.end) for year in stated if year.value in wanted]
    proof = Spans(case.facts, right[:1])
    if not found and not right:
        return _otherwise(case, wanted) or Answer(Verdict.UNKNOWN, note=NOT_ASKED)
    return Answer(Verdict.GAP if found else Verdict.MET, tuple(found), proof)


def _otherwise(case: Case, wanted: tuple[int, ...]) -> Answer | None:
    """Answer for a title that states its year in other words: a school year where the scheme has
    such, the assessment it is handed in for, or the months that it is of; None where it does not.
    """
    found = [
        (year.start, year.end, year.value, year.value in wanted or year.value + 1 in wanted)
        for year in years(case.facts)
        if case.pack and case.pack.school_years and year.value in school_years(case.facts)
        if year.role is Role.ACADEMIC and year.on_title
    ]
    front = regions(case.facts)
    if not found:  # "used for the ITA of 2566": handed in for the year it has to state
        found = [
            (year.start, year.end, year.value, True)
            for year in years(case.facts)
            if year.role is Role.ASSESSMENT and year.value == case.fiscal_year
            if any(start <= year.start < end for start, end in front)
        ]
    if not found and case.item and case.item.kind not in (MEASURES, RESULTS):
        found = [
            (when.start, when.end, when.last.year, _in_one(when, wanted))
            for when in dated(case.facts)
            if not when.exact or when.first != when.last
            if any(start <= when.start < end for start, end in front)
        ]
    if not found or not wanted:
        return None
    right = [(start, end) for start, end, _, fits in found if fits]
    if right:
        return Answer(Verdict.MET, evidence=Spans(case.facts, right[:1]))
    start, end, value, _ = found[0]
    place_ = span(case.facts, start, end)
    finding = Finding("YEA002", (place_,), place_.quote, str(value), said(wanted))
    return Answer(Verdict.GAP, (finding,))


def _in_one(when: When, wanted: tuple[int, ...]) -> bool:
    """Tell whether months lie in one of the years."""
    return any(window(year)[0] <= when.first and when.last <= window(year)[1] for year in wanted)


def _on_title(
    case: Case,
    stated: list[Year],
    wrong: tuple[int, ...],
    wanted: tuple[int, ...],
    inside: list[Year],
) -> Iterable[Finding]:
    for value in wrong:
        same = [
            year for year in stated if year.value == value and (year.on_title or year in inside)
        ]
        same.sort(key=lambda year: not year.on_title)
        spans = tuple(span(case.facts, year.start, year.end) for year in same)
        yield Finding(
            "YEA002", spans, subject=spans[0].quote, found=str(value), expected=said(wanted)
        )


def _inside(case: Case, others: list[Year], wanted: tuple[int, ...]) -> Iterable[Finding]:
    for value in dict.fromkeys(year.value for year in others):
        same = [year for year in others if year.value == value]
        spans = tuple(span(case.facts, year.start, year.end) for year in same)
        certain = [year for year in same if _must_agree(case, year, ())]
        shown = len(certain) >= SIGNS or any(
            year.on_title or FOR_A_YEAR.search(year.lead) for year in certain
        )
        yield Finding(
            "YEA003",
            spans,
            subject=spans[0].quote,
            found=str(value),
            expected=said(wanted),
            doubt=None if certain else LIKE_OWN,
            certainty=Certainty.SURE if shown else Certainty.LIKELY,
        )


def _must_agree(case: Case, year: Year, wrong: tuple[int, ...]) -> bool:
    """Tell whether a year stands where the reported one must: a title, a heading, a row of
    measures, the measures' own name, or what says which report this is.
    """
    if year.era is Era.SHORT:
        return False
    if year.role is not Role.FISCAL or case.fiscal_year is None or year.value == case.fiscal_year:
        return year.on_title and year.value in wrong
    own = place(case.facts, year.end - 1)
    block = block_at(case.facts, year.start)
    if year.value > max(*covered(case), case.fiscal_year):  # the next year's is hardly a leftover
        return year.on_title and block is not None and block.zone in (COVER, TITLE)
    if year.on_title:
        return True
    shows = year.of_this or made_to_show(case, year)
    if shows and FOR_A_YEAR.search(year.lead):  # "รายงานฉบับนี้ประจำปี…", whatever is beside
        return True
    if contradicted(case.facts, year, covered(case)):
        return True
    if _side_by_side(case, year, own):
        return False
    if year.of_this:
        return True
    if _of_another(case, year, own):
        return False
    text = flow(case.facts).text
    if own.kind in (Kind.PLAN, Kind.RESULT):
        part = part_of_a_name(case.facts, year)
        likely = as_own_year(case.facts, year)
        return likely >= PART_OF_A_NAME if part else own.row >= 0 or likely >= OF_ANOTHER
    top = text.rfind("\f", 0, year.start) + 1 if own.is_heading else own.start
    low = max(top, text.rfind("\t", 0, year.start) + 1, year.start - 90)
    earlier = [one.end for one in years(case.facts) if low < one.end <= year.start]
    before = text[max((low, *earlier)) : year.start]
    return own.kind is Kind.PROSE and bool(OWN.search(before))


def _left_in(case: Case, year: Year) -> bool:
    """Tell whether an older year stands in a clause in which reports name their own."""
    older = year.role is Role.FISCAL and year.era is not Era.SHORT
    if not older or year.on_title or year.value >= min(covered(case)):
        return False
    own = place(case.facts, year.end - 1)
    likely = as_own_year(case.facts, year)
    itself = likely >= LEAST and of_itself(_clause(case, year, own))
    return not _of_another(case, year, own) and (itself or likely >= OWN_YEAR)


def _of_another(case: Case, year: Year, own: Place) -> bool:
    """Tell whether the words around a year say that it is that of another paper or matter."""
    led = flow(case.facts).text[max(own.start, year.start - LED) : year.start]
    later = year.value > max(covered(case)) and PLAN.search(led)
    return bool(
        _of_dated_paper(case, year)
        or ELSEWHERE.search(without_itself(_clause(case, year, own)))
        or of_the_past(case, year, led)
        or shown_elsewhere(case, year)
        or (last_years(own, led) and not belied(case.facts, year, covered(case)))
        or later
    )


def _of_dated_paper(case: Case, year: Year) -> bool:
    """Tell whether the year stands in what goes on about a paper named by its date right before,
    or in the name of a paper whose date follows.
    """
    low = year.start - AROUND[0]
    return DATED.match(flow(case.facts).text, year.end) is not None or any(
        low <= when.end <= year.start and GOES_ON.match(flow(case.facts).text, when.end)
        for when in dated(case.facts)
    )


def _clause(case: Case, year: Year, own: Place) -> str:
    """Return the clause in which a year stands; a cell or heading is one."""
    text = flow(case.facts)
    block = block_at(case.facts, year.start)
    heading = own.is_heading and block is not None and block.kind == HEADING
    if heading or own.kind is not Kind.PROSE:
        return text.text[own.start : min(own.end, own.start + CELL)]
    low = clause(text, max(own.start, year.start - AROUND[0]), year.start)
    return text.text[low : clause_end(text, year.end, min(own.end, year.end + AROUND[1]))]


def _side_by_side(case: Case, year: Year, own: Place) -> bool:
    """Tell whether other years stand beside this one: in its row, its headings or its paragraph,
    as in a comparison.
    """
    if own.grid < 0:
        beside = [other for other in years(case.facts) if own.start <= other.start < own.end]
    else:
        cells = [
            cell for cell in places(case.facts) if cell.grid == own.grid and cell.row == own.row
        ]
        beside = [
            other
            for other in years(case.facts)
            if any(cell.start <= other.start < cell.end for cell in cells)
        ]
    fiscal = {
        other.value
        for other in beside
        if other.role in (Role.FISCAL, Role.COMPARED, Role.BARE, Role.PERIOD, Role.ASSESSMENT)
    }
    return len(fiscal) > 1
