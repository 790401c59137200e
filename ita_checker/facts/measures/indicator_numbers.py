"""Where indicators are named by their numbers alone: "(ตัวชี้วัดที่ 7)", "4" in a column for them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ita_checker.facts.measures.indicators import SPELLINGS, named
from ita_checker.facts.measures.where_told import regions, topics
from ita_checker.facts.page import flow
from ita_checker.facts.tables import Stretch, said
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

NUMBERED = pattern_of(
    lambda: (
        rf"({any_of(words_of('indicators.by_number'))})(\d{{1,2}})(?![\d.]\d)"
        rf"((?:(?:,|{any_of(words_of('indicators.labels_joined'))})\d{{1,2}}(?![\d.]\d))*)"
    )
)
NUMBERS = re.compile(r"\(?\d{1,2}\)?(?:\D{1,8}?\d{1,2}){0,4}\)?")  # all that a cell says
IN_ROW = re.compile(r"(?<![\d.])(\d{1,2})[.)]?\t?$")  # "4. การใช้ทรัพย์สิน…" heads its row
LEFT = 40  # letters before an indicator's name in which its number stands
NEXT_TO = 8  # letters of other words between a number and the name that it is the number of
A_TABLE = 6  # indicators that stand behind their numbers in a table of them all


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
        for number in re.findall(r"\d{1,2}", hit[2] + " " + (hit[3] or "")):
            if name := by_word.get((hit[1], int(number))):
                found.append((name, (hit.start(), hit.end(2))))
    for one, _ in regions(facts):
        for part in topics(one):
            own = said(facts, [part])
            if own and NUMBERS.fullmatch(own):
                for number in re.findall(r"\d{1,2}", own):
                    if name := by_word.get(("", int(number))):
                        found.append((name, part))
    return tuple(dict.fromkeys(found))


def _numbers(facts: Facts) -> Mapping[tuple[str, int], str]:
    """Return which indicator each number is, by the word that leads to it: the report's own
    numbers, else those of its table of them, else the order of the assessment.
    """
    text = flow(facts).text
    own: dict[tuple[str, int], str] = {}
    rows: dict[int, str] = {}
    for name, (start, _) in named(facts):
        hits = [*NUMBERED.finditer(text, max(0, start - LEFT), start)]
        if hits and start - hits[-1].end() <= NEXT_TO:
            own.setdefault((hits[-1][1], int(hits[-1][2])), name)
        if row := IN_ROW.search(text, max(0, start - NEXT_TO), start):
            rows.setdefault(int(row[1]), name)
    order = dict(enumerate(list(SPELLINGS)[:10], start=1))
    usual = rows if len(set(rows.values())) >= A_TABLE else order
    words = words_of("indicators.by_number_of_all")
    every = {(word, number): name for number, name in usual.items() for word in (*words, "")}
    return {**every, **own}
