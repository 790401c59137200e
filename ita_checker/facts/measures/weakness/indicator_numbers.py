"""Where indicators are named by their numbers alone: "(ตัวชี้วัดที่ 7)", "4" in a column for them,
"ข้อ (4)" where the report has counted them so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ita_checker.facts.measures.naming.indicator_names import SPELLINGS, named
from ita_checker.facts.measures.paired.where_told import regions, topics
from ita_checker.facts.page import block_at, flow
from ita_checker.facts.tables import Stretch, said
from ita_checker.model import Facts
from ita_checker.text.patterns import Pattern, any_of, pattern_of
from ita_checker.words import words_of

NUMBERED = pattern_of(
    lambda: (
        rf"({any_of(words_of('indicators.by_number'))})(\d{{1,2}})(?![\d.]\d)"
        rf"((?:(?:,|{any_of(words_of('indicators.labels_joined'))})\d{{1,2}}(?![\d.]\d))*)"
    )
)
NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
ALL_NUMBERS = re.compile(
    rf"\(?{NUMBER.pattern}\)?(?:\D{{1,8}}{NUMBER.pattern}){{0,4}}\)?"
)  # all that a cell says
# "4. การใช้ทรัพย์สิน…", "4.4 กระบวนการกำกับดูแลการใช้ทรัพย์สิน…" stands first in its piece or row.
IN_ROW = re.compile(rf"\(?({NUMBER.pattern})[.)]?[\u0e01-\u0e4e]{{0,28}}")
LEFT = 40  # letters before an indicator's name in which its number stands
NEXT_TO = 8  # letters of other words between a number and the name that it is the number of
A_TABLE = 6  # indicators that stand behind their numbers in a table of them all


# "ข้อ (4)" of "(4) การใช้ทรัพย์สินของราชการ 81.60", and "(แก้ข้อ 4)" where a measure answers it
BRACKETED = pattern_of(
    lambda: (
        rf"(?:{any_of(words_of('indicators.by_number'))}|{any_of(words_of('indicators.items'))})\((\d{{1,2}})\)"
    )
)
ANSWERED = pattern_of(
    lambda: (
        rf"{any_of(words_of('indicators.answers_item'))}{any_of(words_of('indicators.items'))}"
        r"\(?(\d{1,2})(?![\d.]\d)"
    )
)
COUNTED = re.compile(r"\((\d{1,2})\)[\u0e01-\u0e4e]{0,28}$")
A_LIST = 3  # indicators that a report counts in brackets


def in_brackets(facts: Facts) -> tuple[tuple[str, Stretch], ...]:
    """Return where indicators are named by the numbers in brackets that the report has given
    them.
    """
    return _by_own(facts, BRACKETED)


def _by_own(facts: Facts, number: Pattern) -> tuple[tuple[str, Stretch], ...]:
    """Return where indicators are named by the report's own numbers, if it has given them any."""
    own = facts.once(_counted)
    hits = number.finditer(flow(facts).text) if own else ()
    return tuple((own[hit[1]], hit.span()) for hit in hits if hit[1] in own)


def _counted(facts: Facts) -> Mapping[str, str]:
    """Return which indicator each number in brackets stands right before; none where few do."""
    found, text = dict[str, str](), flow(facts).text
    for name, (start, _) in named(facts):
        if hit := COUNTED.search(text, max(0, start - LEFT), start):
            found.setdefault(hit[1], name)
    return found if len(set(found.values())) >= A_LIST else {}


def numbered(facts: Facts) -> tuple[tuple[str, Stretch], ...]:
    """Return where indicators are named by their numbers alone: "(ตัวชี้วัดที่ 7)"."""
    return facts.once(_numbered)


def _numbered(facts: Facts) -> tuple[tuple[str, Stretch], ...]:
    text, by_word = flow(facts).text, _numbers(facts)
    starts = sorted(start for _, (start, _) in named(facts))
    found: list[tuple[str, Stretch]] = []
    for hit in NUMBERED.finditer(text):
        if any(hit.end() <= start <= hit.end() + NEXT_TO for start in starts):
            continue
        for number in NUMBER.findall(f"{hit[2]} {hit[3] or ''}"):
            if name := by_word.get((hit[1], number)):
                found.append((name, (hit.start(), hit.end(2))))
    for one, _ in regions(facts):
        for part in topics(one):
            own = said(facts, [part])
            if ALL_NUMBERS.fullmatch(own):
                told = (by_word.get(("", number)) for number in NUMBER.findall(own))
                found += [(name, part) for name in told if name]
    found += _by_own(facts, ANSWERED)
    return tuple(dict.fromkeys(found))


def _numbers(facts: Facts) -> Mapping[tuple[str, str], str]:
    """Return which indicator each number is, by the word that leads to it ("" for none): the
    report's own numbers, else the order of the assessment.
    """
    text = flow(facts).text
    own: dict[tuple[str, str], str] = {}
    rows: dict[str, str] = {}
    for name, (start, _) in named(facts):
        hits = [*NUMBERED.finditer(text, max(0, start - LEFT), start)]
        if hits and start - hits[-1].end() <= NEXT_TO:
            own.setdefault((hits[-1][1], hits[-1][2]), name)
        if row := _in_row(facts, start):
            rows.setdefault(row, name)
    order = {str(at): name for at, name in enumerate(list(SPELLINGS)[:10], start=1)}
    usual = rows if len(set(rows.values())) >= A_TABLE else order
    words = words_of("indicators.by_number_of_all")
    every = {(word, number): name for number, name in usual.items() for word in words}
    return {**every, **{("", number): name for number, name in (rows or order).items()}, **own}


def _in_row(facts: Facts, name: int) -> str:
    """Return the number that stands first in an indicator's piece, or alone in the cell before it;
    '' for none.
    """
    text, piece = flow(facts).text, block_at(facts, name)
    if piece is None:
        return ""
    before = block_at(facts, piece.start - 2) if piece.start == name and piece.cell else None
    start = before.start if before and before.cell else piece.start
    hit = IN_ROW.fullmatch(text[start:name].rstrip("\t"))
    return hit[1] if hit else ""
