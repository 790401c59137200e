"""The words of prose that names measures: labels of their fields, headings of measures and of the
report's sections.
"""

from __future__ import annotations

import re
from itertools import chain

from ita_checker.facts.tables import (
    ACTIVITY,
    BULLET,
    GUIDELINE,
    INDICATOR,
    NAME,
    OUTPUT,
    PERIOD,
    RESPONSIBLE,
    RESULT,
    STEPS,
    TOPIC,
    field,
)
from ita_checker.text.bullets import BULLETS
from ita_checker.text.firsts import compiled
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import lists_of, of_words, words_of

PLAN, RESULTS = "plan", "results"
# letters with which a bullet begins: ก ข ค ง among them
MAY_MARK = frozenset({"(", "o", *BULLETS, *map(chr, (0x0E01, 0x0E02, 0x0E04, 0x0E07))})
FIRST_LABELS = frozenset(
    {GUIDELINE, STEPS, ACTIVITY, RESULT, OUTPUT, INDICATOR, PERIOD, RESPONSIBLE, TOPIC}
)
ORDINALS = of_words(
    lambda: {
        fold(word): int(number)
        for number, words in lists_of("measures.ordinals").items()
        for word in words
    }
)
BEFORE = lists_of("measures.before_names")
HEADED = lists_of("measures.sections")
FOR_ALL = pattern_of(lambda: any_of(chain.from_iterable(lists_of("told.for_all").values())))
NAMES = lists_of("measures.names")
MEASURE = of_words(lambda: tuple(map(fold, words_of("measures.called"))))
CALLED = of_words(lambda: any_of(MEASURE()))
# "มาตรการที่หนึ่ง การใช้ดุลพินิจ" names one; "มาตรการที่สองได้ดำเนินการ" tells of one.
SPELLED = of_words(
    lambda: (
        f"{any_of(BEFORE['spelled'])}{any_of(ORDINALS())}"
        f"(?!{any_of(words_of('measures.tells_of_it'))})[.:)-]?"
    )
)
OF_NAME = of_words(lambda: any_of(BEFORE["spelled"]))
TELLS = of_words(lambda: any_of(words_of("measures.tells_of_it")))
ARTICLES = of_words(lambda: spelled(words_of("measures.article")))


def number_soon(letters: int) -> str:
    """Return regex source of a glance ahead: a number stands behind a word of two letters or more,
    of so many at most, and one that counts. Most lines have none, and need no closer look.
    """
    longest = max(map(len, map(fold, words_of("measures.counts"))), default=0)
    return rf"(?=\D{{2,{letters + longest}}}+\d)"


# "เรื่องที่ 1 มาตรการ…", "บัตรที่ 2 มาตรการ…": an office counts its measures by a word of its own.
ANY_ORDINAL = of_words(
    lambda: (
        rf"{number_soon(10)}(?!{OF_NAME()})[\u0e01-\u0e4e]{{2,10}}"
        rf"(?:{any_of(words_of('measures.counts'))}\d{{1,2}}[.:)-]?|\d{{1,2}}[:)])"
        rf"(?={CALLED()}[\u0e01-\u0e4e]{{4}})"
    )
)
# "เรื่องที่ 1 ซื้อของอย่างเปิดเผย": so counted, what stands under it must tell that it is a measure.
COUNTED_SO = pattern_of(
    lambda: (
        rf"^{number_soon(10)}(?!{CALLED()}|{any_of(HEADED['part'])}|{any_of(words_of('measures.no_measures'))})"
        rf"(?P<word>[\u0e01-\u0e4e]{{2,10}}?)"
        rf"(?:{any_of(words_of('measures.counts'))}(?P<at>\d{{1,2}})[.:)-]?|(?P<no>\d{{1,2}})[:)])"
        r"(?=[\u0e01-\u0e4e]{4})"
    )
)
NUMBERED = pattern_of(
    lambda: (
        r"^([ก-ญ][.)](?=[\u0e01-\u0e4e]{5})"
        r"|\(?\d{1,2}(\.\d{1,2}){0,2}[.)](?!\d)|\d{1,2}(\.\d{1,2}){1,2}(?!\d)"
        + rf"|{ANY_ORDINAL()}"
        + rf"|{ARTICLES()}\d{{1,2}}[.:)]?"
        + rf"|{OF_NAME()}\d{{1,2}}(\.\d{{1,2}})?(?![\d.])[.:)-]?(?!{TELLS()})|{SPELLED()})"
    )
)
NAMED = pattern_of(
    lambda: (
        f"^(?:{CALLED()}(?!{any_of(NAMES['not_after'])}|{any_of(NAMES['numbered'])}(?!\\d))"
        f"|{any_of(NAMES['starts'])})"
    )
)
# "มาตรการ: การใช้รถราชการ" names one, whatever stands around.
OF_NAMES = of_words(lambda: spelled(words_of("measures.title_labels.named")))
LABELS_A_NAME = pattern_of(OF_NAMES)
NAME_LABEL = pattern_of(lambda: f"{OF_NAMES()}\\d{{0,2}}[:=](?=\\D{{6}})")
# "ชื่อมาตรการ: …", "แบบที่ 1 หัวข้อมาตรการ: …": a form's own label, counted or not.
NAME_LABELLED = re.compile(
    r"(?:[\u0e01-\u0e4e]{0,10}+\d{1,2}[.:)-]?)?([^:=\d]{3,30}+)[:=](?=\D{6})"
)
COUNTS = re.compile(r"[\u0e01-\u0e4e]{0,12}+\d{1,2}[.:)]?")
# "ถาม 2: …", "ใครรับผิดชอบ?", "ทำแล้วได้ผลอย่างไร": what is asked, and what is answered, names nothing
ASKED = pattern_of(lambda: rf"{any_of(words_of('measures.asked'))}(?:\d{{1,2}}|:)")
ASKS = of_words(lambda: ("?", *map(fold, words_of("fields.asks"))))
ONE_QUESTION = pattern_of(lambda: rf"[^?]{{1,100}}(?:\?|{any_of(words_of('fields.asks'))})[\t\f]*$")
NO_NAME = pattern_of(
    lambda: (
        f"{any_of((*words_of('measures.no_names'), *words_of('measures.people')))}|{ASKED.pattern}"
    )
)
# "22 มาตรการ…": a scan lost the dot of "2.2".
DOT_LOST = pattern_of(lambda: rf"^\d{{2,3}}(?={CALLED()})")
DEEPER = re.compile(r"\(?\d{1,2}\.\d")
CONTENTS = compiled(r"\.{4,}|…{2,}|_{4,}")
SURELY_SECTION = pattern_of(lambda: spelled(HEADED["surely"]))
PART = of_words(lambda: rf"^(?:{any_of(HEADED['part'])}\d+)?[.:]?{any_of(HEADED['table'])}?")
SECTIONS = of_words(
    lambda: (
        (
            RESULTS,
            re.compile(f"{PART()}{any_of(HEADED['results_lead'])}*{spelled(HEADED['results'])}"),
        ),
        (PLAN, re.compile(PART() + spelled(HEADED["plan"]))),
        (
            "",
            re.compile(
                f"^(?:{any_of(HEADED['other'])}|{any_of(HEADED['other_alone'])}$"
                f"|{any_of(HEADED['numbered'])}\\d)"
            ),
        ),
    )
)


def unmarked(text: str) -> str:
    """Return a line without what marks it as an item of a list."""
    at = behind_mark(text, 0, len(text))
    return text[at:] if at else text


def behind_mark(text: str, start: int, end: int) -> int:
    """Return where a line's words begin, behind what marks it as an item of a list."""
    first = text[start : start + 1]
    if first not in MAY_MARK and not first.isdecimal():
        return start
    mark = BULLET.match(text[start:end])
    return start + mark.end() if mark else start


def unnumbered(text: str) -> str:
    """Return a line without what numbers a measure at its head."""
    number = NUMBERED.match(text)
    return text[number.end() :] if number else text


SECTION = pattern_of(
    lambda: "|".join(f"(?:{one.pattern})(?P<s{at}>)" for at, (_, one) in enumerate(SECTIONS()))
)


def section_mode(text: str) -> str | None:
    """Return the mode that a section's heading turns to ('' for none of ours), None for no such."""
    hit = SECTION.match(text)
    return SECTIONS()[int((hit.lastgroup or "s0")[1:])][0] if hit else None


def is_question(text: str) -> bool:
    """Tell whether a line asks something, or a word and a number or a colon say that it does."""
    return ASKED.match(text) is not None or _asks(text)


def _asks(text: str) -> bool:
    asks = text.rstrip("\t\f").endswith(ASKS()) and ONE_QUESTION.match(text)
    return bool(asks)


def no_name(text: str) -> bool:
    """Tell whether words (folded) begin as no measure's name does, or ask something."""
    return NO_NAME.match(text) is not None or _asks(text)


def name_label(text: str) -> int:
    """Return how many letters of a line (folded) label the measure's name behind them; 0 where
    nothing but the word for a measure does, which is part of many names.
    """
    found = NAME_LABELLED.match(text) if ":" in text or "=" in text else None
    if not found or found[1] in MEASURE():
        return 0
    return found.end() if LABELS_A_NAME.fullmatch(found[1]) or field(found[1]) == NAME else 0
