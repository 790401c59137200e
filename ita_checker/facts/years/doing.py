"""What is a date of? Something done, a paper cited, a signature, a plan, history: asked of the
place it stands in, then of the words around it, step by step.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from ita_checker.facts.page import COVER, PERSON, SIGNATURE, TITLE, cover, flow, parts
from ita_checker.facts.tables import (
    EXPECTED,
    MONITORING,
    PLAN_FIELDS,
    REMARK,
    RESPONSIBLE,
    SCORE,
    SUGGESTION,
)
from ita_checker.facts.years.asked import Asked
from ita_checker.facts.years.clauses import act_after
from ita_checker.facts.years.papers import cited, of_paper, paper_made, put_in_force
from ita_checker.facts.years.where import Kind, results_from
from ita_checker.text.patterns import built, pattern_of, source_of
from ita_checker.words import lists_of

WORDS = lists_of("dated")


class Role(StrEnum):
    """What a date is of. OTHER: nothing tells; no check accuses on it."""

    ACTION = "action"
    CITED = "cited"
    SIGNATURE = "signature"
    REPORT = "report"
    PLAN = "plan"
    ROUND = "round"
    HISTORY = "history"
    ASSESSMENT = "assessment"
    OTHER = "other"


SIGNED = built(
    r"{given}{at}(?:{day}|{day_short}|{month})?:?$|{signed}.*{<!when}{day}$|{printed}{day}$", WORDS
)
LINE_SIGNED = pattern_of(
    lambda: source_of(rf"{SIGNED.pattern}|^{{day}}:?$", WORDS)
)  # a line of a date and no more
AS_OF = built("{at}{day}?$", WORDS)
MADE_LINE = built("(?:{made_label}|{made_by}.{2,80})(?:{when}{day}?|{day}):?", WORDS)
MADE_DATE = built(r"{day}{report_made}:$", WORDS)  # "วันที่จัดทำรายงาน:", whatever stands before
MADE_THEN = built("{made_first}?{made}?{reporting}{when}?{day}", WORDS)
OF_REPORT = built("{this_report}|{agreed}|{reviewed}{letter}{0,14}{of_report}|{planning}", WORDS)
TO_DO = built("{to_do}", WORDS)
DONE_LINE = built(r"[-•\d.()]*{letter}{2,16}{when}{day}?", WORDS)
OVERSIGHT = built("{oversight}", WORDS)
ASSESSED = built(
    r"{assessment}(?!{other_assessment})|{assessed}|(?<![a-z]){indices}(?![a-z])", WORDS
)
PAST, PAST_AFTER = built("{<!not_past}{past}", WORDS), built(r".{0,12}{past_after}", WORDS)
AHEAD = built(
    r"(?:^|{no_letter}){will}|{will}{will_do}|{set}{set_to}|{planned}{plan_to}(?!{procure})|{ahead}"
    r"|{by_then}(?!.*(?:{when}|{during}){day}?)",
    WORDS,
)
DOING = built(r"{do_first}?(?:{arrange}(?!{buy})|{do})", WORDS)
ON = built(
    r"{at_time}?{during}?(?:{day}|{day_short}{letter}{2,10}{numbered}|{month})$|{at_last}$", WORDS
)
JUST_DONE = built(r"{done}{already}?{when}?[(:]?(?:{day}|{month})?$", WORDS)
EDITION = built(r"(?:{edition}|{edition_numbered}\d+){letter}{0,16}[(:]?(?:{month}|{day})?$", WORDS)
# What the clause's verb, the last before the date, will do.
# "จะได้รับรางวัล" is to come for all its ได้; a ได้ or แล้ว further on tells of something done.
MODAL = built(
    r"{<!will_inside}{will}(?!{will_begins}){at_last_done}?(?!.*{at_last_done}).{0,90}$", WORDS
)
WILL = built(r"\)?{onward}?{will}", WORDS)
ROUND_TOLD = built(  # "รายงานรอบ 6 เดือน เมื่อวันที่ … และรอบ 12 เดือน เมื่อวันที่ …"
    r"{reporting}{letter}{0,20}(?:{round}\d+{month}.{0,36})?{round}\d+{month}{when}?{day}?$", WORDS
)
NEXT_ROUND = built(r"{round}\d+{month}[(:]?{within}?(?:{month}|{day})?$", WORDS)
SINCE = built("{ever_since}", WORDS)
MEMO_LINE = built(r"{numbered}[^\t]{1,40}{<!laid}{day}$", WORDS)
ALONE = built(r"[(-]?{at}?{for_each}?(?:{day}|{month})?", WORDS)
LABELLED = built(r"{labels}{letter}{0,14}:?(?:{month}|{day})?$", WORDS)
LEADING = built(r"[-•\d.()]*{when}?{on_days}", WORDS)
OPENED = pattern_of(
    lambda: source_of(
        rf"{{opens}}?(?:{LEADING.pattern}|{{when}})", {**WORDS, **lists_of("clauses")}
    )
)
PARTS = re.compile(r"[·|•]")  # what parts the pieces of a line
A_FEW_WORDS = 24  # letters before the date of a report, beside or under its title
DIGIT = re.compile(r"\d")
WORDS_AFTER = re.compile(r"[^\d\W]")  # below the report's last words stands a page's number at most
PERSON_NAMED = pattern_of(lambda: rf".{{0,20}}?{PERSON()}")
NEVER_DONE = (*PLAN_FIELDS, EXPECTED, SCORE, SUGGESTION, RESPONSIBLE, MONITORING)


def _signature(one: Asked) -> bool:
    return one.block is not None and one.block.zone == SIGNATURE


def _signed(one: Asked) -> bool:
    if SIGNED.search(one.before) or MADE_DATE.search(one.before):
        return True
    led = LINE_SIGNED.search(one.led) or MEMO_LINE.fullmatch(one.led)
    made = LINE_SIGNED.search(one.before) or MADE_LINE.fullmatch(one.line_led)
    return one.ends_line and bool(led or made or _in_memo(one))


def _in_memo(one: Asked) -> bool:
    """Tell whether its line is that of a memo's number and date, whatever stands above it."""
    heads = any(part.start <= one.when.start < part.head for part in parts(one.facts))
    return heads and MEMO_LINE.fullmatch(one.line_led) is not None


def _stands_alone(one: Asked) -> bool:
    first, last = cover(one.facts)
    alone = one.ends_line and bool(ALONE.fullmatch(one.led))
    return first <= one.when.start < last or alone


def _heads_as_of(one: Asked) -> bool:
    """Tell whether it ends a heading, as the day up to which all below is told: "ผลงาน ณ วันที่ …"."""
    heads = one.own.is_heading and one.own.kind is Kind.PROSE
    return heads and one.ends_line and AS_OF.search(one.before) is not None


def _report_made(one: Asked) -> bool:
    """Tell whether its paragraph opens with when the report was made ("รายงานเมื่อวันที่ …"), parted
    from what else it says.
    """
    opens = one.own.start + len(one.before) == one.when.start
    return (
        opens
        and MADE_THEN.fullmatch(one.before) is not None
        and bool(flow(one.facts).gap(one.when.end))
    )


def _at_an_edge(one: Asked) -> bool:
    """Tell whether a line or a piece of one at the head of the report or below its end is a few
    words and a date: whatever the words are ("ตัดข้อมูล 19 เมษายน 2566", "เขียนเสร็จ 12 เมษายน 2566"),
    the date is that of the report.
    """
    if not one.ends_line or one.block is None:
        return False
    led = PARTS.split(one.line_led)[-1]
    last = not WORDS_AFTER.search(flow(one.facts).text, one.when.end)
    person = PERSON_NAMED.match(led)
    if last and (one.block.zone == SIGNATURE or person):
        return True
    near = last or one.block.zone in (COVER, TITLE)
    return near and 0 < len(led) <= A_FEW_WORDS and not DIGIT.search(led)


def _history(one: Asked) -> bool:
    past = PAST.search(one.before[-60:]) or PAST_AFTER.match(one.after)
    return bool(SINCE.match(one.after) or past)


def _assessment(one: Asked) -> bool:
    onward = act_after(flow(one.facts), one.after[:30], one.when.end)
    return bool(ASSESSED.search(one.clause[-80:]) or ASSESSED.search(onward))


def _ahead(one: Asked) -> bool:
    to_come = AHEAD.search(one.before[-35:]) or WILL.match(one.after)
    next_round = NEXT_ROUND.search(one.before) and not DOING.match(one.after)
    return bool(to_come or next_round or MODAL.search(one.clause))


def _round_told(one: Asked) -> bool:
    return bool(ROUND_TOLD.search(one.before)) and not DOING.match(one.after)


def _remark(one: Asked) -> bool:
    done = ON.search(one.before) and DOING.search(one.before)
    return one.own.field == REMARK and not done


def _elsewhere(one: Asked) -> bool:
    return one.when.start < results_from(one.facts) or bool(OVERSIGHT.search(one.before))


def _of_report(one: Asked) -> bool:
    """Tell whether the clause is about the report or the plan, how it was made, seen or agreed on:
    no measure's action.
    """
    opened = OPENED.fullmatch(one.clause) and OF_REPORT.search(one.after)
    return bool(OF_REPORT.search(one.clause) or opened)


def _label_line(one: Asked) -> bool:
    """Tell whether its line is a label and a date, as on a card: "ลงมือเมื่อ 9 กันยายน 2564"."""
    return one.ends_line and bool(DONE_LINE.fullmatch(one.line_led))


def _done(one: Asked) -> bool:
    doing = ON.search(one.before) and DOING.search(one.before[-100:])
    return bool(doing or JUST_DONE.search(one.before))


def _opens(one: Asked) -> bool:
    """Tell whether it opens its paragraph, or a clause of it, and what was done follows."""
    leading = not one.before.strip(".-•()0123456789") or LEADING.fullmatch(one.before)
    return bool((leading or OPENED.fullmatch(one.clause)) and DOING.match(one.after.lstrip(":-,")))


Rung = tuple[str, Callable[[Asked], bool], Role]


# Read from the top, the first that holds decides. Each has its example in tests/facts/test_dates.
SILENT: tuple[Rung, ...] = (
    ("paper made", paper_made, Role.ACTION),
    ("paper cited", of_paper, Role.CITED),
    ("history", _history, Role.HISTORY),
    ("as of", lambda one: bool(SIGNED.search(one.before)), Role.CITED),
    ("edition", lambda one: bool(EDITION.search(one.before)), Role.CITED),
    ("cited", cited, Role.CITED),
    ("assessment", _assessment, Role.ASSESSMENT),
    ("to come", _ahead, Role.PLAN),
)
VERB_BEFORE: Rung = ("verb before", _done, Role.ACTION)
LADDERS: dict[Kind, tuple[Rung, ...]] = {
    Kind.PROSE: (
        ("signature", _signature, Role.SIGNATURE),
        ("signed", _signed, Role.SIGNATURE),
        ("alone", _stands_alone, Role.REPORT),
        ("report made", _report_made, Role.REPORT),
        ("heading as of", _heads_as_of, Role.REPORT),
        *SILENT,
        ("at an edge", _at_an_edge, Role.REPORT),
        ("before results", _elsewhere, Role.OTHER),
        ("list of what is to do", lambda one: bool(TO_DO.search(one.before)), Role.PLAN),
        ("about the report", _of_report, Role.OTHER),
        ("line of a label", _label_line, Role.ACTION),
        ("round reported", _round_told, Role.ROUND),
        ("label", lambda one: bool(LABELLED.search(one.before)), Role.ACTION),
        VERB_BEFORE,
        ("verb after", _opens, Role.ACTION),
    ),
    Kind.RESULT: (
        ("heading of results", lambda one: one.own.row < 0, Role.OTHER),
        ("put in force", put_in_force, Role.OTHER),
        *SILENT,
        ("field of a plan", lambda one: one.own.field in NEVER_DONE, Role.PLAN),
        ("remark", _remark, Role.OTHER),
        ("row of results", lambda _: True, Role.ACTION),
    ),
    Kind.PLAN: (("plan", lambda _: True, Role.PLAN),),
    Kind.SCORES: (("scores", lambda _: True, Role.ASSESSMENT),),
    Kind.TABLE: (*SILENT, ("before results", _elsewhere, Role.OTHER), VERB_BEFORE),
}


def rung(one: Asked) -> tuple[str, Role]:
    """Return which step of its place's ladder decides what a date is of, and what it is."""
    ladder = LADDERS[one.own.kind]
    return next(((name, role) for name, holds, role in ladder if holds(one)), ("", Role.OTHER))
