"""What is a year of? Asked of the words around it, from the top of a ladder whose first step that
holds decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from ita_checker.facts.years.written import WORDS
from ita_checker.model.records import record
from ita_checker.text.days import Era
from ita_checker.text.patterns import built, pattern_of, source_of
from ita_checker.words import kept, of_words


class Role(StrEnum):
    """What a year is: FISCAL is the year reported on (or stands where that must), BARE is a year
    that nothing explains.
    """

    FISCAL = "fiscal"
    BARE = "bare"
    ASSESSMENT = "assessment"
    LAW = "law"
    DOCUMENT = "document"
    PERIOD = "period"
    PLAN = "plan"
    DATE = "date"
    ACADEMIC = "academic"
    HISTORY = "history"
    COMPARED = "compared"
    NEXT = "next"
    NAME = "name"


ASSESSED = of_words(
    lambda: source_of(
        r"(?<![a-z]){indices}(?![a-z])|{assessed}|{assessment}(?!{other_assessment})", WORDS
    )
)
YEARISH = of_words(lambda: source_of(r"{year}?{fiscal}?{era~}?", WORDS))
JOIN = of_words(lambda: source_of(r"(?:-|~|/|{to})", WORDS))
A_YEAR = r"(?:2[456]\d\d|20\d\d)"

GOVERNED = pattern_of(
    lambda: source_of(
        rf"(?P<assessment>{ASSESSED()})|(?P<law>{{acts~}}\b|{{acts}}|{{laws}}|{{issue}}\d+\)?)"
        r"|(?P<plan>{plans})|(?P<this>{this_report})|(?P<own>(?!{reporting}?{assessment}){own})",
        WORDS,
    )
)
OF_ASSESSING = built("{assessing}$", WORDS)
ASSESSING = built("{assessing}", WORDS)
ASSESSED_AFTER = pattern_of(lambda: ASSESSED())
ANALYSED = built("{analysed}|{assessment}", WORDS)
NAMED = built(r"(?:iso/?(?:iec)?\d*:?|{named})$", WORDS)
COUNTED = built("{counted}|%", WORDS)
HISTORY = built("(?:(?:{founding}|{born}(?!{born_not})){letter}{0,30}|{since})$", WORDS)
EVER_SINCE = built("{ever_since}", WORDS)
COMPARED = built(
    r"(?:{comparing}{letter}{0,12}|{changed}|{changed}{letter}{0,8}\d[\d,.]{0,8}{letter}{0,14})$",
    WORDS,
)
SCORED = built(r"\d{scored}?\($", WORDS)
SCORED_TOO = built(r"^{used}\d[\d.]*{scored}?(?:{with}|,)$", WORDS)
THAN = built("(?:{than}{of}?|{moved}{from})$", WORDS)
COMPARED_AFTER = built(
    r"\)?(?:{compared_after}|(?:,|{with})(?:{year}|{buddhist~})?{fiscal}?{buddhist~}?"
    r"2[456]\d\d)",
    WORDS,
)
FIGURE = built(r"{used}?{letter}{0,12}\d", WORDS)
BRACKETED = built(r"{from}{letter}{0,8}\d[\d,.]*{letter}{0,12}\($", WORDS)
ONLY = built(r"{letter}{0,8}{only}{letter}{0,8}\d", WORDS)
NEXT = built(
    "{coming}|(?:^|{no_letter}){will}(?!{must})|{will}{may}?{will_do}",
    WORDS,
)
NEXT_AFTER = built("{coming_after}", WORDS)
BEHIND = pattern_of(lambda: rf"{A_YEAR}\)?{JOIN()}{YEARISH()}$")
AHEAD = pattern_of(lambda: rf"{JOIN()}{YEARISH()}(?:{A_YEAR}|\d\d(?!\d))")
NUMBER_BEHIND, NUMBER_AHEAD = re.compile(r"\d/$"), re.compile(r"/\d{1,2}(?!\d)")
OF_YEAR = built("{year}|^{year_cut}|{every}", WORDS)
YEAR = built("{year}", WORDS)
ERA_SIGN = built("{era_sign}", WORDS)
SCHOOL = built("{school}", WORDS)
EQUALS = "="
A_SCORE = re.compile(r"(?<![=\d.])\d{2}\.\d{1,2}(?!\d)")  # of no year that equals it
NEXT_WITHIN = 45  # letters before a year in which what is to come speaks of it
ASSESSED_WITHIN = 45  # letters after a year in which an assessment is named


@record(frozen=True, slots=True)
class Asked:
    """A year's surroundings: the letters of its place `before` its lead, the lead, those `after`;
    `near` and `ahead` know no paragraphs.
    """

    before: str
    lead: str
    after: str
    near: str
    ahead: str
    era: Era

    @property
    def governors(self) -> tuple[str, ...]:
        """Return what the nouns before the year are, the nearest last: assessment, law, plan, own,
        this (report).
        """
        return _governors(self.before)

    @property
    def governor(self) -> str:
        """Return what the nearest noun before the year is, '' without one."""
        return next(reversed(self.governors), "")

    @property
    def of_year(self) -> bool:
        """Tell whether the lead says that this is a year: ปี, ประจำปี, ปีงบประมาณ."""
        return bool(OF_YEAR.search(self.lead))


@kept(maxsize=1 << 6)  # each step of the ladder asks
def _governors(before: str) -> tuple[str, ...]:
    return tuple(match.lastgroup or "" for match in GOVERNED.finditer(before))


def _named(one: Asked) -> bool:
    return bool(NAMED.search(one.before + one.lead)) and not one.lead.strip(":/-")


def _counted(one: Asked) -> bool:
    led = YEAR.search(one.lead) or ERA_SIGN.search(one.lead)
    return bool(COUNTED.match(one.after)) and not led


def _ranges(one: Asked) -> bool:
    return bool(BEHIND.search(one.near) or AHEAD.match(one.ahead))


def _numbers(one: Asked) -> bool:
    return bool(NUMBER_BEHIND.search(one.near) or NUMBER_AHEAD.match(one.ahead))


def _history(one: Asked) -> bool:
    return bool(EVER_SINCE.match(one.after) or HISTORY.search(one.before))


def _law(one: Asked) -> bool:
    return not one.of_year and "law" in one.governors and one.governor != "assessment"


def _assessment(one: Asked) -> bool:
    told = ASSESSED_AFTER.search(one.after[:ASSESSED_WITHIN])
    labelled = ASSESSING.search(one.lead)  # "ปีที่ประเมิน: 2569"
    assessed = one.of_year and bool(labelled or OF_ASSESSING.search(one.before))
    return one.governor == "assessment" or assessed or (not one.governor and bool(told))


def _compared(one: Asked) -> bool:
    return bool(COMPARED.search(one.before) or COMPARED_AFTER.match(one.after))


def _beside(one: Asked) -> bool:
    """Tell whether it opens a bracket with a figure of that year: "21 วัน (ปี 2567 ใช้ 38 วัน)", is
    all that a bracket right behind a figure holds: "จาก 11 เรื่อง (ปี 2566)", is that of a figure
    that was "only" so much, or equals one: "ปี 2562 = 80.02".
    """
    opens = one.before.endswith("(") and FIGURE.match(one.after)
    alone = BRACKETED.search(one.before) and one.after.startswith(")")
    return bool(opens or alone or ONLY.match(one.after) or one.after.startswith(EQUALS))


def _other_score(one: Asked) -> bool:
    """Tell whether a score is held against that year's: "ดีกว่าปี 2562", "สูงขึ้นจากปี 2562",
    "86.29 (ปี 2564 ได้ 83.11)", "89.72 (A) | ปี 2563 = 90.15", "(ปี 2564 ได้ 83.11 และปี 2563 ได้ 80.05)".
    """
    in_brackets = SCORED.search(one.before) and FIGURE.match(one.after)
    equals = one.after.startswith(EQUALS) and A_SCORE.search(one.before)
    too = SCORED_TOO.match(one.before) and FIGURE.match(one.after)
    return bool(THAN.search(one.before) or in_brackets or equals or too)


def _next(one: Asked) -> bool:
    return bool(NEXT.search(one.before[-NEXT_WITHIN:]) or NEXT_AFTER.match(one.after))


def _stands(one: Asked) -> bool:
    return bool(ERA_SIGN.search(one.lead)) or one.era is Era.BUDDHIST


# Read from the top, the first that holds decides. Each has its example in tests/facts/test_years.
LADDER: tuple[tuple[str, Callable[[Asked], bool], Role], ...] = (
    ("name that holds a year", _named, Role.NAME),
    ("number of things", _counted, Role.NAME),
    ("years from to", _ranges, Role.PERIOD),
    ("number of a paper", _numbers, Role.DOCUMENT),
    ("school year", lambda one: bool(SCHOOL.search(one.lead)), Role.ACADEMIC),
    ("history", _history, Role.HISTORY),
    ("law", _law, Role.LAW),
    ("more or less than", _other_score, Role.COMPARED),
    ("assessment", _assessment, Role.ASSESSMENT),
    ("comparison", _compared, Role.COMPARED),
    ("figure of another year", _beside, Role.COMPARED),
    ("plan", lambda one: one.governor == "plan", Role.PLAN),
    ("year to come", _next, Role.NEXT),
    ("year of the report", lambda one: one.of_year, Role.FISCAL),
    ("year alone", _stands, Role.BARE),
)


def rung(one: Asked) -> tuple[str, Role]:
    """Return which step of the ladder decides what a year is of, and what it is."""
    return next(((name, role) for name, holds, role in LADDER if holds(one)), ("", Role.NAME))


def analysed(one: Asked) -> bool:
    """Tell whether an assessment's year is one whose results are analysed or scored."""
    return bool(ANALYSED.search(one.before[-90:] + one.after[:40]))
