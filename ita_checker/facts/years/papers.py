"""What is said of papers where a date stands: that they are dated, cited, made or in force."""

from __future__ import annotations

from ita_checker.facts.page import flow
from ita_checker.facts.years.asked import Asked
from ita_checker.facts.years.clauses import act, act_after
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

WORDS = lists_of("dated")
DATED = built(
    r"{dated}{when}?{day}$|{dated_short}$"
    r"|{numbered}{consonant}{0,3}\d[\d./-]{0,30}(?:/{circular}?\d{1,10})?{laid}?{when}?{day}$"
    r"|\d[\d.-]{0,20}/(?:{circular}?\d{1,10})?{laid}?{when}?{day}$|\d{laid}{when}?{day}$",
    WORDS,
)
MEETING = built(r"{issue}\d+/\d+(?:{when}|{inside})?{day}$", WORDS)  # its number is no document's
CITING = built("{cited}|{in_force}|{by}{papers}", WORDS)
OTHERS = built("{cited}|{by}{papers}", WORDS)
IN_FORCE = built("{<!which}{in_force}(?!.*{in_force})", WORDS)
# "ระเบียบ … พ.ศ. 2560 เมื่อวันที่ …": a paper that has its own year, then the day of the deed
ITS_YEAR = built(
    r"(?<!\d)2[45]\d\d(?!\d)(?!.*(?:{made}|{given}|{laid}){when}).*{when}{day}$", WORDS
)
MADE = built("{made_first}?{made}{papers_made}?", WORDS)
# "ให้ยกเลิกประกาศ … ลงวันที่", "ใช้แทนประกาศ … ลงวันที่": an old paper, whoever made it
REPLACED = built("{verb}{papers}", lists_of("organisation.repealed"))
NUMBER = built(r"{number}\d", WORDS)


def of_paper(one: Asked) -> bool:
    """Tell whether it is the date of a numbered or dated paper."""
    return bool(DATED.search(one.before)) and not MEETING.search(one.before)


def paper_made(one: Asked) -> bool:
    """Tell whether the paper it is of was made by this office, as something done."""
    return (
        of_paper(one)
        and bool(MADE.search(one.before[-70:]))
        and not CITING.search(one.before[-70:])
        and not REPLACED.search(one.before)
        and not NUMBER.search(one.before[-30:])
        and not CITING.search(one.after[:40])
    )


def cited(one: Asked) -> bool:
    """Tell whether its act cites a paper, of another year's day or its own."""
    led = act(flow(one.facts), one.before, one.when.start)
    onward = act_after(flow(one.facts), one.after[:25], one.when.end)
    named = [hit.end() for hit in CITING.finditer(led[-80:])]
    dated_itself = named and ITS_YEAR.search(led[-80:], named[-1])
    return bool((named and not dated_itself) or CITING.search(onward))


def put_in_force(one: Asked) -> bool:
    """Tell whether the clause says of no paper cited or dated that it came into force then: among
    what was done, perhaps of the office's own ("ปรับปรุงคู่มือ 22 งาน ประกาศใช้เมื่อวันที่ …").
    """
    if of_paper(one):
        return False
    led = act(flow(one.facts), one.before, one.when.start)[-80:]
    force = IN_FORCE.search(led)
    return force is not None and not OTHERS.search(led, 0, force.start())
