"""Every date in the document with its role: what was done then, or a document cited, a signature,
a plan, history.
"""

from __future__ import annotations

from dataclasses import dataclass

from ita_checker.facts.page import block_at, flow, rows
from ita_checker.facts.years.asked import Asked
from ita_checker.facts.years.doing import ON, WORDS, Role, rung
from ita_checker.facts.years.named import dated
from ita_checker.facts.years.where import Kind, Place, place
from ita_checker.model import Facts
from ita_checker.text.days import When
from ita_checker.text.patterns import built

REACH = 120  # letters before a date that tell what it is of
BEYOND = 60  # letters after it
ONWARD = built(r"\)?{onward}", WORDS)
LEAD = built("(?:{month}|{quarter})$", WORDS)


@dataclass(frozen=True, slots=True)
class Date:
    """A date and its role; [start, end) is what to quote, with "เดือน" before it and "เป็นต้นไป"
    after it. `step`: which step of its ladder gave the role, "" for none.
    """

    when: When
    role: Role
    start: int
    end: int
    in_table: bool = False
    step: str = ""


def dates(facts: Facts) -> tuple[Date, ...]:
    """Return every date of the document that has a year, in order."""
    return facts.once(_dates)


def report_date(facts: Facts) -> When | None:
    """Return when the report was made: the latest date that stands alone (cover, preface) or is
    signed with; None without one.
    """
    return facts.once(_report_date)


def asked(facts: Facts, when: When) -> Asked:
    """Return what stands around a date."""
    text, own = flow(facts).text, place(facts, when.start)
    before = text[max(_begins(facts, own, when), when.start - REACH) : when.start]
    return Asked(facts, when, own, before, text[when.end : min(own.end, when.end + BEYOND)])


def _begins(facts: Facts, own: Place, when: When) -> int:
    """Return where what a paragraph says begins: above it, where the line above breaks off in the
    middle of a word or a sentence ("เมื่อวัน / ที่ 12 มกราคม"), as beside a label set apart, or with
    what leads to the date that opens it ("เมื่อวันที่ / 12 มกราคม").
    """
    lines = rows(facts)
    at = lines.at(own.start)
    if own.kind is not Kind.PROSE or at == 0 or own.start != lines.rows[at].start:
        return own.start
    above = lines.rows[at - 1]
    leads = own.start == when.start and ON.search(flow(facts).text, above.start, above.end)
    if (above.ended and not leads) or above.inside or above.end != own.start:
        return own.start
    block = block_at(facts, above.start)
    return block.start if block else above.start


def _dates(facts: Facts) -> tuple[Date, ...]:
    return tuple(_date(facts, when) for when in dated(facts) if when.first.year)


def _date(facts: Facts, when: When) -> Date:
    one = asked(facts, when)
    lead, onward = LEAD.search(one.before), ONWARD.match(one.after)
    start = when.start - (len(lead[0]) if lead else 0)
    end = when.end + (len(onward[0]) if onward else 0)
    step, role = rung(one)
    return Date(when, role, start, end, one.own.grid >= 0, step)


def _report_date(facts: Facts) -> When | None:
    own = [
        date.when
        for date in dates(facts)
        if date.role in (Role.REPORT, Role.SIGNATURE) and date.when.exists
    ]
    single = [
        when
        for when in own
        if (when.first.year, when.first.month) == (when.last.year, when.last.month)
    ]
    return max(single, key=lambda when: when.last, default=None)
