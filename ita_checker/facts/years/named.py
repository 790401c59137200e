"""Every year in the document with its role: which fiscal year is reported on, and which years are
something else.

Silences follow the domain: years of laws, orders, document numbers, plan periods, last year's
assessment and the like are named as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from ita_checker.facts.page import COVER, HEADING, Block, block_at, blocks, cover, flow
from ita_checker.facts.page import TITLE as TITLE_ZONE
from ita_checker.facts.years.governed import Asked, Role, analysed, rung
from ita_checker.facts.years.set_from import set_from
from ita_checker.facts.years.where import Kind, Place, place, places
from ita_checker.facts.years.written import DIGITS, WORDS, four_digits, lead_of, written
from ita_checker.model import Facts
from ita_checker.model.records import record, replace
from ita_checker.text.dates import find, urls
from ita_checker.text.days import Era, When
from ita_checker.text.patterns import built
from ita_checker.text.stretches import Stretches

REACH = 140  # letters before a year in which the noun that governs it stands
SHORT_LEAD = 45  # letters of a paragraph before a year below which it goes on from what is above
HEADING_LETTERS = 110  # flow letters at most in a title's piece
COVER_LETTERS = 230  # flow letters of a page that says only what it is
TOP = 350  # flow letters from a page's first in which a title without a cover ends
SENTENCE = built("{sentence}|{did}(?!{stakeholder})", WORDS)
TITLE = built("{title}", WORDS)
CODE = re.compile(r"\((?:o|moit|eb)?\d{1,2}\)")  # an item's, behind its title
CHRISTIAN = built("{christian}", WORDS)
LONGEST_LABEL, LONGEST_ERA = 30, 4  # letters of the cell beside that of a year, of "พ.ศ."
LABEL = built("{every}?{of}?{year}{fiscal}", WORDS)
YEAR, FISCAL = built("{year}", WORDS), built("{fiscal}", WORDS)


@record(frozen=True, slots=True)
class Year:
    """A year of the Buddhist era: [start, end) of the flow from its lead ("ประจำปีงบประมาณ พ.ศ.")
    to its last digit.

    `analysed`: an assessment's year where its results are analysed or scored. `on_title`: stands
    on the cover or in a title. `of_this`: the noun before it is this report itself.
    """

    value: int
    role: Role
    start: int
    end: int
    era: Era
    lead: str
    on_title: bool = False
    analysed: bool = False
    of_this: bool = False


def years(facts: Facts) -> tuple[Year, ...]:
    """Return every year of the document in order."""
    return facts.once(_years)


def dated(facts: Facts) -> tuple[When, ...]:
    """Return every date of the document, found once."""
    return facts.once(_dated)


def stated(facts: Facts) -> Year | None:
    """Return the fiscal year stated on the cover or in the first title that states one."""
    return next(
        (year for year in years(facts) if year.on_title and year.role in (Role.FISCAL, Role.BARE)),
        None,
    )


def fiscal_year(facts: Facts) -> int | None:
    """Return the fiscal year the report says it is about: the one most often written on its
    titles, or else inside; None where none is.
    """
    own = [year for year in years(facts) if year.role is Role.FISCAL]
    titled = [
        year.value
        for year in years(facts)
        if year.on_title and year.role in (Role.FISCAL, Role.BARE)
    ]
    values = titled or [year.value for year in own]
    return max(values, key=lambda value: (values.count(value), value)) if values else None


def _dated(facts: Facts) -> tuple[When, ...]:
    return find(flow(facts))


def _years(facts: Facts) -> tuple[Year, ...]:
    whens = dated(facts)
    in_dates = [when.year_at for when in whens if when.year_at]
    in_dates += [(when.start, when.end) for when in whens]
    dates, links = Stretches(in_dates), Stretches(urls(flow(facts)))
    found = [
        _year(facts, start, end, value, era, dates, links)
        for start, end, value, era in written(flow(facts))
    ]
    return tuple(_marked(facts, found))


def _year(
    facts: Facts,
    start: int,
    end: int,
    value: int,
    era: Era,
    in_dates: Stretches,
    links: Stretches,
) -> Year:
    one = asked(facts, start, end, era)
    if start in in_dates:
        return Year(value, Role.DATE, start, end, era, one.lead)
    if start in links:
        return Year(value, Role.NAME, start, end, era, one.lead)
    role = rung(one)[1]
    if CHRISTIAN.search(one.lead[-4:]) and era is Era.CHRISTIAN:
        era = Era.MARKED
    told = role is Role.ASSESSMENT and analysed(one)
    of_this = one.governor == "this"
    return Year(value, role, start - len(one.lead), end, era, one.lead, False, told, of_this)


def asked(facts: Facts, start: int, end: int, era: Era) -> Asked:
    """Return what stands around the digits of a year."""
    text, own = flow(facts).text, place(facts, start)
    before = _labelled(facts, own, _context(facts, start, own))
    lead = lead_of(before)
    after = text[end : min(end + 70, own.end if own.end > end else end + 70)]
    near, ahead = text[max(0, start - 40) : start], text[end : end + 30]
    return Asked(before[: len(before) - len(lead)], lead, after, near, ahead, era)


def _context(facts: Facts, at: int, own: Place) -> str:
    """Return the letters that lead up to `at`: its cell, or in prose its paragraph and what it
    goes on from, back to the last year.
    """
    text = flow(facts).text
    low = max(own.start, at - REACH)
    if own.kind is Kind.PROSE and at - own.start < SHORT_LEAD:
        low = max(text.rfind("\f", 0, at) + 1, text.rfind("\t", 0, at) + 1, at - REACH)
    before = text[low:at]
    ends = (at + DIGITS for at in four_digits(before))
    earlier = [end for end in ends if end < len(before)]
    return _out_of_brackets(before[earlier[-1] :]) if earlier else before


def _labelled(facts: Facts, own: Place, before: str) -> str:
    """Return what leads up to a year that its cell alone holds behind a label in the cell beside
    it: "ปีงบประมาณที่รายงาน | พ.ศ. 2564".
    """
    text, bare = flow(facts).text, before.lstrip(":")
    if own.kind is Kind.PROSE or len(bare) > LONGEST_ERA:
        return before
    low = max(text.rfind(end, 0, own.start - 1) for end in "\t\f") + 1
    label = LABEL.match(text, low, own.start) if own.start - low <= LONGEST_LABEL else None
    return label[0] + bare if label else before


def _out_of_brackets(text: str) -> str:
    """Return what stands behind a bracket that is closed there: what is in it speaks of the year
    within.
    """
    closed = text.find(")")
    return text[closed + 1 :] if closed >= 0 and "(" not in text[:closed] else text


def _marked(facts: Facts, found: list[Year]) -> Iterator[Year]:
    """Yield the years, those on the cover or in titles marked so."""
    low, high = cover(facts)
    first = next((own for own in places(facts)), None)
    stated: Block | None = None  # the first title that says which year the report is about
    for year, following in zip_longest(found, found[1:]):
        own = place(facts, year.end - 1)
        titled = (
            first is not None
            and own.kind is Kind.PROSE
            and own.page == first.page
            and _titles(facts, year, own, first.start)
        )
        on_title = year.role in (Role.FISCAL, Role.BARE, Role.PLAN, Role.ACADEMIC) and (
            low <= year.start < high or titled
        )
        fiscal = year.role in (Role.FISCAL, Role.BARE)
        if fiscal and following and _heads(facts, stated, year, following):
            yield replace(year, role=following.role, analysed=following.analysed)
            continue
        # on the title, the report is about that plan
        if year.role is Role.ASSESSMENT and following and _sets_from(facts, year, following):
            year = replace(year, role=Role.FISCAL, analysed=False)
        own_plan = on_title and year.role is Role.PLAN and bool(YEAR.search(year.lead))
        if on_title and (own_plan or year.role is not Role.PLAN):
            stated = stated or block_at(facts, year.start)
            year = replace(year, on_title=True, role=Role.FISCAL if own_plan else year.role)
        yield year


def _sets_from(facts: Facts, year: Year, following: Year) -> bool:
    """Tell whether a year is that in which measures were set from the next one's assessment:
    "ในปีงบประมาณ 2568 ได้นำผลการประเมิน ITA ปี 2567 มา…".
    """
    own, text = place(facts, year.end - 1), flow(facts).text
    told = following.role is Role.ASSESSMENT and own.start <= following.start < own.end
    fiscal = told and bool(FISCAL.search(year.lead)) and year.value != following.value
    return fiscal and set_from(text, (year.start, year.end), (following.start, following.end))


def _heads(facts: Facts, title: Block | None, year: Year, following: Year) -> bool:
    """Tell whether a year in a heading below the title is the one whose assessment the piece right
    under it is about: "ดูผลของปี 2567" over "วิเคราะห์ผลการประเมิน ITA ปี 2567".
    """
    block, below = block_at(facts, year.start), block_at(facts, following.start)
    if title is None or block is None or block == title:
        return False
    if block.kind != HEADING or block.zone == COVER:
        return False
    told = following.role is Role.ASSESSMENT and following.value == year.value
    return told and next((one for one in blocks(facts) if one.start >= block.end), None) == below


def _shown_as_title(facts: Facts, at: int) -> bool:
    """Tell whether the page shows the piece as a title, not as a paragraph: on a page without any
    running text all is title.
    """
    block = block_at(facts, at)
    if block is None or block.kind == HEADING or block.zone == TITLE_ZONE:
        return True
    return _no_running_text(facts, block.page)


def _no_running_text(facts: Facts, page: int) -> bool:
    """Tell whether a page holds nothing but pieces as short as titles."""
    own = [block for block in blocks(facts) if block.page == page]
    return all(one.cell is None and one.end - one.start <= HEADING_LETTERS for one in own)


def _little(facts: Facts, at: int) -> bool:
    """Tell whether the page says no more than a cover's few lines."""
    block = block_at(facts, at)
    if block is None or not _no_running_text(facts, block.page):
        return False
    own = [one for one in blocks(facts) if one.page == block.page]
    return sum(one.end - one.start for one in own) <= COVER_LETTERS


def _heading(facts: Facts, at: int, own: Place) -> tuple[int, int]:
    """Return the title a place stands in with all its lines, else its own line."""
    block = block_at(facts, at)
    whole = block is not None and block.kind == HEADING and block.zone == TITLE_ZONE
    return (block.start, block.end) if block and whole else (own.start, own.end)


def _titles(facts: Facts, year: Year, own: Place, top: int) -> bool:
    """Tell whether a year ends a title: a line or two of their own, or near the page's top the
    sentence that ends its line.
    """
    text = flow(facts)
    code = CODE.match(text.text, year.end)
    end = code.end() if code else year.end
    shown = _shown_as_title(facts, year.start)
    titled = TITLE.search(text.text, *_heading(facts, year.start, own)) or _little(
        facts, year.start
    )
    if shown and own.is_heading and titled:
        return True
    led = text.text[max(top, year.start - REACH) : year.start]
    ends = end >= own.end or "\n" in text.gap(end)
    near = year.start - top <= TOP
    return ends and near and bool(TITLE.search(led)) and not SENTENCE.search(led)
