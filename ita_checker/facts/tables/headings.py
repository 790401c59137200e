"""Which rows of a table are headings, and what they say their columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ita_checker.facts.page import scanned
from ita_checker.facts.tables.contents import OF_YEAR, look
from ita_checker.facts.tables.fields import (
    ACTIVITY,
    NAME,
    NUMBER,
    PERIOD,
    PROJECT,
    RESPONSIBLE,
    RESULT_FIELDS,
    TOPIC,
    field,
)
from ita_checker.facts.tables.grid import Slot, said
from ita_checker.facts.tables.likely import likely_field
from ita_checker.facts.tables.set_off import set_off
from ita_checker.model import Facts
from ita_checker.text.bullets import BULLETS
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import lists_of, of_words, words_of

HEADINGS_AT_MOST = 3  # rows: a title over the table and two levels of headings
# How the cells of rows begin and headings do not: bullets, numbers, verbs, offices.
ROWS = lists_of("fields.rows")
ROW = pattern_of(
    lambda: (
        rf"\d|[{BULLETS}(]\w|{spelled(ROWS['begins'])}"
        rf"|{any_of(ROWS['work'])}(?!{any_of(ROWS['not_work'])})"
        rf"|{any_of(ROWS['set'])}(?!{any_of(ROWS['not_set'])})"
    )
)
FACT = pattern_of(
    lambda: (
        rf"\d\.\d|\d{any_of(ROWS['counted'])}|{any_of(ROWS['facts'])}|"
        + "".join(f"(?<!{fold(word)})" for word in ROWS["not_already_after"])
        + f"{any_of(ROWS['already'])}(?!{any_of(ROWS['not_already_before'])})"
    )
)
# fields that only headings name side by side: on a scan one cell more may have been badly read
SURELY = 4
FEWEST = 2  # fields that a row of headings names
DIGIT, WORDS = re.compile(r"\d"), re.compile(r"[\u0e01-\u0e4e]{3}")
CARD = 2  # cells of a card's rows: labels that come again, and what stands beside them
FEWEST_BOLD = 3  # cells of a row that heads a table by how it is set: cards have two
SHORT = 40  # letters: of a row's headings one at most is longer


def header(facts: Facts, rows: list[tuple[Slot, ...]]) -> tuple[int, int]:
    """Return the rows [first, last) that head the table; (0, 0) where none does."""
    for first in range(min(HEADINGS_AT_MOST, len(rows))):
        if (
            heads_others(facts, rows, first)
            or (set_off(facts, rows, first) and not _titles(facts, rows, first))
            or over(facts, rows, first + 1)
            or stands_out(rows, first)
        ):
            return first, _after(facts, rows, first)
        if _lies_over(facts, rows, first):
            return first, _after(facts, rows, first + 1)
        if sum(slot.filled for slot in rows[first]) > 1:
            break
    return 0, _remains(facts, rows)


def _titles(facts: Facts, rows: list[tuple[Slot, ...]], at: int) -> bool:
    """Tell whether a row is one cell over all columns, and the next heads them."""
    alone = rows[at][0].across == len(rows[at]) > 1
    below = at + 1 < len(rows)
    return alone and below and (heads_others(facts, rows, at + 1) or set_off(facts, rows, at + 1))


def _after(facts: Facts, rows: list[tuple[Slot, ...]], first: int) -> int:
    """Return the row after those that go on heading under the first."""
    last = first + 1
    while last < min(len(rows), first + HEADINGS_AT_MOST) and (
        heads_on(facts, rows[first], rows[last]) or stands_out(rows, last, first)
    ):
        last += 1
    return last


def stands_out(rows: Sequence[tuple[Slot, ...]], at: int, first: int | None = None) -> bool:
    """Tell whether a row is set in bold and most of what stands below it is not, as headings are
    on most papers; `first`: the row that heads the table, if this one is to go on under it.
    """
    own = [slot for slot in rows[at] if slot.filled]
    if first is not None:
        above = {slot.origin for slot in rows[first]}
        own = [slot for slot in own if slot.origin not in above]
        fewest = 1
        if len(own) == 1 and own[0].across >= len(rows[at]):
            return False  # it is the title of the rows below it
    else:
        fewest = FEWEST_BOLD
    if len(own) < fewest or not all(slot.bold for slot in own):
        return False
    below = [slot for row in rows[at + 1 :] for slot in row if slot.filled and slot not in own]
    return 2 * sum(slot.bold for slot in below) < len(below)


def _remains(facts: Facts, rows: Sequence[tuple[Slot, ...]]) -> int:
    """Return how many rows on top hold nothing but a word of headings: the rest of those that the
    page's end cut; a longer one is the rest of what was told in the last row.
    """
    own = [[said(facts, slot.parts) for slot in row if slot.filled] for row in rows[:1]]
    alone = len(rows) > 1 and len(rows[0]) > 2 and len(own[0]) == 1
    return int(alone and len(own[0][0]) <= SHORT and field(own[0][0]) != "")


def heads(facts: Facts, row: tuple[Slot, ...]) -> bool:
    """Tell whether a row is one of headings: two fields at least, and nearly nothing else."""
    told = [(said(facts, slot.parts), slot.across) for slot in row if slot.filled]
    # a year over its months is no field
    texts = [text for text, across in told if across == 1 or not OF_YEAR.fullmatch(text)]
    fields = [field(text) for text in texts]
    known = {held for held in fields if held}
    if len(known) < FEWEST:
        return False
    misread = 1 if len(known) >= SURELY and scanned(facts) else 0
    if sum(bool(ROW.match(text) or FACT.search(text)) for text in texts) > misread:
        return False
    beside = any(look(text) == TOPIC for text in texts)  # an indicator's name: "การใช้งบประมาณ"
    if sum(slot.across > 0 for slot in row) == 2 and (beside or not known & {NAME, NUMBER, TOPIC}):
        return False  # a card's row: a label and what it says
    if sum(len(text) > SHORT for text in texts) > 1 or (
        PERIOD in known and len(known) == 2 and not known & {NAME, NUMBER}
    ):
        return False
    return 3 * sum(map(bool, fields)) >= 2 * len(texts) and bool(known - {NUMBER, PROJECT, TOPIC})


def heads_others(facts: Facts, rows: Sequence[tuple[Slot, ...]], at: int) -> bool:
    """Tell whether a row is one of headings and none of those around it: what heads a column is
    not said again in a cell of it, unless most of the row is
    or that row heads others itself.
    """
    return heads(facts, rows[at]) and not _one_of_them(facts, rows, at)


def _one_of_them(facts: Facts, rows: Sequence[tuple[Slot, ...]], at: int) -> bool:
    own = _words(facts, rows[at])
    for row in rows if own else ():
        if row is not rows[at]:
            same = sum(
                own[slot.origin[3]] == said(facts, slot.parts)
                for slot in row
                if slot.filled and slot.origin[3] in own
            )
            if 0 < 2 * same < max(len(own), CARD + 1) and not heads(facts, row):
                return True
    return False


def _words(facts: Facts, row: tuple[Slot, ...]) -> dict[int, str]:
    """Return what the cells of a row say by the columns in which they begin; a cell over several
    rows is one.
    """
    return {
        slot.origin[3]: text
        for slot in row
        if slot.filled and WORDS.search(text := said(facts, slot.parts))
    }


def heads_on(facts: Facts, top: tuple[Slot, ...], row: tuple[Slot, ...]) -> bool:
    """Tell whether a row goes on heading under the one above: more fields, rounds and quarters, or
    the columns' numbers.
    """
    own = [
        (said(facts, slot.parts), column)
        for column, slot in enumerate(row)
        if slot.filled and slot.origin != top[column].origin
    ]
    if not own:
        return all(slot.origin == above.origin for slot, above in zip(row, top, strict=True))
    if all(LABEL.fullmatch(text) for text, _ in own) or _spanned(top, row):
        return True
    under = any(top[column].across != 1 or not top[column].filled for _, column in own)
    return under and all(LABEL.fullmatch(text) or _says_field(text) for text, _ in own)


def over(facts: Facts, rows: Sequence[tuple[Slot, ...]], below: int) -> bool:
    """Tell whether the row above a row of headings is their upper level, whatever it says: rounds
    over what was done and what came of it.
    """
    if not 0 < below < len(rows) or not _spanned(rows[below - 1], rows[below]):
        return False
    own = [
        slot
        for slot, above in zip(rows[below], rows[below - 1], strict=True)
        if slot.filled and slot.origin != above.origin
    ]
    return all(
        _says_field(text) or likely_field(text)
        for text in (said(facts, slot.parts) for slot in own)
    )


def _lies_over(facts: Facts, rows: Sequence[tuple[Slot, ...]], first: int) -> bool:
    """Tell whether a row of nothing but wide cells lies over a row of headings: plan and results
    side by side, none of their columns reaching up.
    """
    own = [slot for slot in rows[first] if slot.filled]
    wide = len(own) > 1 and all(slot.across > 1 for slot in own)
    below = first + 1
    return (
        wide
        and sum(slot.across for slot in own) == len(rows[first])
        and below < len(rows)
        and (heads_others(facts, rows, below) or set_off(facts, rows, below))
    )


def _spanned(top: tuple[Slot, ...], row: tuple[Slot, ...]) -> bool:
    """Tell whether the frame shows a second level of headings: one above reaches down, what it
    says itself stands under wide ones.
    """
    beside = any(
        slot.filled and slot.origin == above.origin for slot, above in zip(row, top, strict=True)
    )
    own = [
        column
        for column, slot in enumerate(row)
        if slot.filled and slot.origin != top[column].origin
    ]
    return beside and all(top[column].across != 1 for column in own)


def _says_field(text: str) -> bool:
    return (
        len(text) <= SHORT
        and not ROW.match(text)
        and not DIGIT.search(text)
        and field(text) not in ("", NAME)
    )


FIRST = of_words(lambda: any_of(words_of("fields.rounds.month_letters.first")))
LAST = of_words(lambda: any_of(words_of("fields.rounds.month_letters.last")))
LABEL = pattern_of(
    lambda: (
        rf"\(?\d{{1,2}}\)?|{spelled(words_of('fields.rounds.only'))}?\d{{1,2}}"
        rf"{spelled(words_of('fields.rounds.months_of'))}|{spelled(words_of('fields.rounds.quarter'))}\d.*"
        rf"|{FIRST()}\.?{LAST()}\.?(?:\d\d)?|{any_of(words_of('fields.rounds.done'))}.{{0,6}}|\(\d=.*\)"
    )
)


def column_field(facts: Facts, levels: Sequence[tuple[Slot, ...]], column: int) -> str:
    """Return the field of a column: what the lowest heading over it names, or else the one
    above.
    """
    texts = [said(facts, _over(row, column).parts) for row in reversed(levels)]
    own = [held for text in texts if (held := field(text))]
    if RESPONSIBLE in own and look(texts[0]) == RESPONSIBLE:
        return RESPONSIBLE  # an office below the word for who does it, whatever its name holds
    told = next((held for held in own if held in (ACTIVITY, *RESULT_FIELDS)), "")
    return (
        told if told and own[0] == PERIOD else own[0] if own else ""
    )  # what was done in each quarter: the quarter only says when


def heading(facts: Facts, levels: Sequence[tuple[Slot, ...]], column: int) -> str:
    return "|".join(dict.fromkeys(said(facts, _over(row, column).parts) for row in levels)).strip(
        "|"
    )


def _over(row: tuple[Slot, ...], column: int) -> Slot:
    """Return the slot of the row that covers a column."""
    while column > 0 and row[column].across == 0:
        column -= 1
    return row[column]
