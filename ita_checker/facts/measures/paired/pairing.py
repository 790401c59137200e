"""Which result belongs to which planned measure: the best there is, taken together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ita_checker.facts.measures.naming.names import (
    SAME,
    SURELY,
    alike,
    assign,
    core,
    shared,
    subject,
)
from ita_checker.facts.measures.naming.record import Measure
from ita_checker.text.patterns import pattern_of, spelled
from ita_checker.words import words_of

FEWEST = 2  # numbers that results bear: one may be of anything
AGAIN = 85.0  # a second row for a measure repeats its name
ONLY_NUMBER = pattern_of(lambda: spelled(words_of("measures.only_number")) + r"\(?\d{1,2}[.)]?")
A_WORD = 7  # letters in a row that two names share and that are no word of every measure's name
SCANNED_WORD = 4  # … where they were read from pictures, and a letter of the word may be lost
NEARER = (
    50.0  # two measures left over at the same place in plan and results are one that was renamed
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A measure of the plan and the rows that report on it; or a result that no planned measure
    fits (`plan` None).
    """

    plan: Measure | None
    results: tuple[Measure, ...]


def pair(
    planned: tuple[Measure, ...], reported: tuple[Measure, ...], word: int = A_WORD
) -> tuple[Pair, ...]:
    """Return every planned measure with its results, then the results no plan fits; `word`: how
    much two renamed ones share.
    """
    reported = _counted_alike(planned, tuple(_named(one, planned) for one in reported))
    worth = [[_likeness(one, other) for other in reported] for one in planned]
    chosen = list(assign(worth)) if planned and reported else [None] * len(planned)
    given: dict[int, list[int]] = {
        row: [column] for row, column in enumerate(chosen) if column is not None
    }
    for column in set(range(len(reported))) - {column for column in chosen if column is not None}:
        best = max(range(len(planned)), key=lambda row: worth[row][column], default=None)
        if best is not None and worth[best][column] >= AGAIN:
            given.setdefault(best, []).append(column)
    for row in set(range(len(planned))) - set(given):
        best = max(range(len(reported)), key=lambda column: worth[row][column], default=None)
        if best is not None and worth[row][best] >= SURELY:
            given[row] = [best]
    _renamed(planned, reported, worth, given, word)
    met = {column for columns in given.values() for column in columns}
    own = [
        Pair(one, tuple(reported[column] for column in sorted(given.get(row, ()))))
        for row, one in enumerate(planned)
    ]
    return tuple(
        own + [Pair(None, (other,)) for column, other in enumerate(reported) if column not in met]
    )


def _named(one: Measure, planned: tuple[Measure, ...]) -> Measure:
    """Return a result that bears only a number ("มาตรการที่ 2") or a code ("M2") under the name of
    the planned measure that bears it too.
    """
    if one.mark and one.called == core(one.mark):
        marked = next((other for other in planned if other.mark == one.mark), None)
        if marked:
            return replace(one, called=marked.called)
    if one.number is None or not ONLY_NUMBER.fullmatch(one.called):
        return one
    numbered = {other.number: other for other in planned if other.number is not None}
    in_order = dict(enumerate(planned, start=1)) if not numbered else {}
    meant = numbered.get(one.number) or in_order.get(one.number)
    return replace(one, called=meant.called) if meant else one


def _counted_alike(
    planned: tuple[Measure, ...], reported: tuple[Measure, ...]
) -> tuple[Measure, ...]:
    """Return the results under the names of the planned measures of their numbers, where all bear
    such numbers and none is called as a measure of another number is: "มาตรการที่ 2 เปิดแดชบอร์ดเมื่อ…"
    tells what was done for the second one. In a column of names stand names, if of other measures.
    """
    numbered = {
        place if one.number is None else one.number: one for place, one in enumerate(planned, 1)
    }
    numbers = {one.number for one in reported}
    if (
        len(numbers) < FEWEST
        or any(one.table for one in reported)
        or not numbers <= numbered.keys()
        or any(
            number != other.number and _likeness(one, other) >= SAME
            for number, one in numbered.items()
            for other in reported
        )
    ):
        return reported
    return tuple(replace(one, called=numbered[one.number].called) for one in reported if one.number)


def _likeness(one: Measure, other: Measure) -> float:
    return alike(one.called, other.called)


def _renamed(
    planned: tuple[Measure, ...],
    reported: tuple[Measure, ...],
    worth: list[list[float]],
    given: dict[int, list[int]],
    word: int,
) -> None:
    """Give a result to a measure left over where both stand at the same place among the others and
    are not unlike; the last ones left of as many as were planned may be called by another part.
    """
    met = {column for columns in given.values() for column in columns}
    left = [column for column in range(len(reported)) if column not in met]
    rows = [row for row in range(len(planned)) if row not in given]
    last = len(planned) == len(reported) and len(rows) == len(left) == 1 < len(planned)
    for row in rows:
        near = [
            column
            for column in left
            if (
                worth[row][column] >= NEARER
                or _shares(planned[row], reported[column], word)
                or (last and _left_alike(planned[row], reported[column], word))
            )
            and _same_place(row, column, given)
        ]
        if near:
            given[row] = [max(near, key=lambda column: worth[row][column])]
            left.remove(given[row][0])


def _same_place(row: int, column: int, given: dict[int, list[int]]) -> bool:
    """Tell whether the pairs before and after leave the two at the same place."""
    before = all(min(columns) < column for other, columns in given.items() if other < row)
    return before and all(max(columns) > column for other, columns in given.items() if other > row)


def _shares(one: Measure, other: Measure, word: int) -> bool:
    """Tell whether a shortened name keeps a word of the whole one: 'ระบบ E-Service',
    'การมอบหมายงานที่เป็นธรรม'; also where it says less of what the measure is about, if both bear
    one number.
    """
    about = {subject(one.called), subject(other.called)}
    one_number = one.number is not None and one.number == other.number
    meant = None in about or len(about) == 1 or one_number
    return meant and shared(one.called, other.called) >= word


def _left_alike(one: Measure, other: Measure, word: int) -> bool:
    """Tell whether two names share a word, and no numbers tell them apart."""
    apart = one.number != other.number and None not in (one.number, other.number)
    return not apart and shared(one.called, other.called) >= word
