"""Is an outcome one? What is left of it once the measure's name, the rounds and the words of
reporting are taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ita_checker.facts.measures.naming.names import TAG, alike, core
from ita_checker.facts.measures.naming.record import BLANK
from ita_checker.facts.measures.paired.plan_and_results import Measure, Pair, pairs
from ita_checker.facts.measures.told.own_words import LONG_ENOUGH, MARKS, repeated
from ita_checker.facts.tables import (
    GUIDELINE,
    MONITORING,
    OUTCOME,
    OUTPUT,
    RESULT,
    STEPS,
    Stretch,
    grids,
    said,
)
from ita_checker.model import Facts
from ita_checker.text.compare import bare as letters_of
from ita_checker.text.compare import plain, score
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import kept, lists_of, of_words, words_of

Column = tuple[int, int]  # where its table begins, and which of its columns it is
NAME, PLAN, ROUNDS = "name", "plan", "rounds"
REPEATED = 92.0  # a copied text; OCR spoils one letter in twenty
LITTLE = 5  # letters left over that say nothing
ADDED = re.compile(r".{8}\([^()]+\)$")
ROUND_WORDS = lists_of("outcomes.rounds")
QUARTER = of_words(lambda: spelled(ROUND_WORDS["quarter"]))
AND = of_words(lambda: any_of(ROUND_WORDS["and"]))
ROUND = pattern_of(
    lambda: (
        rf"{any_of(ROUND_WORDS['lead'])}*{spelled(ROUND_WORDS['of'])}?\(?\d{{1,2}}\)?"
        rf"{spelled(ROUND_WORDS['months'])}|{QUARTER()}(?:\d(?:(?:[-/,]|{AND()})+\d)*)?"
        rf"|{spelled(ROUND_WORDS['numbered'])}\d{{1,2}}(?!\d)"
        rf"|{any_of(ROUND_WORDS['a_year'])}\d+{any_of(ROUND_WORDS['times'])}"
    )
)
LABEL = pattern_of(
    lambda: rf"{spelled(words_of('outcomes.reporting'))}|25\d\d|(?<!\d)\d{{1,2}}[.)]"
)
STEP = re.compile(
    r"\d{1,2}(?:\.\d{1,2})*[.)]|(?<=[ก-๙])-"
)  # what stands before each step of a plan
LETTER = re.compile(r"[^\W\d_]")
# Words by which a text says that something came about, and signs of facts: dates, counts.
DONE = pattern_of(
    lambda: (
        rf"{any_of(words_of('outcomes.done'))}|\d{any_of(words_of('outcomes.counted'))}"
        rf"|{any_of(words_of('outcomes.obtained'))}(?!{any_of(words_of('outcomes.obtained_not'))})"
        rf"|{any_of(words_of('outcomes.dated'))}\d|☑|☒|✓|✔"
    )
)
# "ได้มีมาตรการควบคุมการใช้รถ" says of a measure that there is one, and of no outcome
THERE_IS = pattern_of(lambda: "^" + spelled(words_of("outcomes.there_is")))
ANNOUNCED = pattern_of(lambda: "^" + spelled(words_of("outcomes.announced")))


@dataclass(frozen=True, slots=True)
class Void:
    """An outcome that is none: the measure, the stretches of the outcome, and what it repeats
    (name, plan, rounds); `likely` where it says piece by piece what the report says elsewhere.
    """

    measure: Measure
    parts: tuple[Stretch, ...]
    repeats: str
    likely: bool = False


def void(facts: Facts) -> tuple[Void, ...]:
    """Return the results whose outcome says nothing, in order."""
    return facts.once(_void)


def _void(facts: Facts) -> tuple[Void, ...]:
    found, likely, told = list[Void](), list[Void](), 0
    for pair in pairs(facts):
        for measure in pair.results:
            held = _judged(facts, measure)
            if not held or not measure.sure or _is_its_heading(pair, measure.fields[held]):
                continue
            told += 1
            if repeats := _repeats(facts, pair, measure, held):
                found.append(Void(measure, measure.fields[held], repeats))
            elif parts := _column_of_name(facts, pair, measure, held):
                found.append(Void(measure, parts, NAME))
            elif parts := tuple(_piece_by_piece(facts, pair, measure, held)):
                likely.append(Void(measure, parts, PLAN, likely=True))
    found += likely if 2 * len(likely) <= told else []  # else none tells more
    return tuple(sorted(found, key=lambda one: one.measure.order))


def _is_its_heading(pair: Pair, parts: Sequence[Stretch]) -> bool:
    """Tell whether what was taken for an outcome stands where the measure's name does: the heading
    over what is told below it.
    """
    names = [one.name for one in (*pair.results, *([pair.plan] if pair.plan else []))]
    return all(any(low < end and start < high for low, high in names) for start, end in parts)


def _piece_by_piece(facts: Facts, pair: Pair, measure: Measure, held: str) -> Iterator[Stretch]:
    """Yield the pieces of an outcome that tell nothing of their own."""
    names, where = names_of(pair, measure), facts.once(_columns)
    if len({where.get(part) for part in measure.fields[held]}) > 1:
        return  # what one of them counts makes an outcome of the name beside it
    for part in measure.fields[held]:
        outcome = TAG.sub("", plain(said(facts, [part])))
        if part[0] >= part[1] or DONE.search(without(outcome, names)):
            continue
        if _name_and_rounds(outcome, names) or repeated(facts, part, measure, pair.plan, held):
            yield part


def _judged(facts: Facts, measure: Measure) -> str | None:
    """Return the field that has to hold the outcome: the column for it, or else the one for the
    result.
    """
    there = [
        held
        for held in (OUTCOME, RESULT, OUTPUT)
        if BLANK.fullmatch(said(facts, measure.fields.get(held, ()))) is None
    ]
    return there[0] if there else None


def _repeats(facts: Facts, pair: Pair, measure: Measure, held: str) -> str | None:
    outcome = THERE_IS.sub("", TAG.sub("", plain(said(facts, measure.fields[held]))))
    names = names_of(pair, measure)
    if DONE.search(without(outcome, names)) or not LETTER.search(outcome):
        return None  # a year left over of a date repeats nothing
    if ROUND.search(outcome) and len(_left(outcome, frozenset(names))) <= LITTLE:
        return ROUNDS
    if any(_is_name(outcome, name, held) for name in names):
        return NAME
    return PLAN if pair.plan and _copied(facts, outcome, pair.plan, measure, held) else None


def _column_of_name(facts: Facts, pair: Pair, measure: Measure, held: str) -> tuple[Stretch, ...]:
    """Return what stands in the last of several columns of the outcome ("เชิงปริมาณ", "เชิงคุณภาพ") and
    is the measure's name alone: what the others count makes no outcome of it.
    """
    columns = dict[Column, list[Stretch]]()
    where = facts.once(_columns)
    for part in measure.fields[held]:
        if part[0] < part[1] and part in where:
            columns.setdefault(where[part], []).append(part)
    names = names_of(pair, measure)
    last = columns[max(columns)] if len(columns) > 1 else []
    text = TAG.sub("", plain(said(facts, last)))
    bare = any(_is_name(text, name, held) for name in names)
    return tuple(last) if bare or _name_and_rounds(text, names) else ()


def _name_and_rounds(outcome: str, names: set[str]) -> bool:
    """Tell whether an outcome is a measure's name, or nearly, with its rounds and no more."""
    named = any(len(name) >= LONG_ENOUGH and _cut(outcome, name) != outcome for name in names)
    return named and len(_left(outcome, frozenset(names))) <= LITTLE


def _columns(facts: Facts) -> Mapping[Stretch, Column]:
    """Return the table and the first column in which each cell stands."""
    return {
        part: (grid.start, column)
        for grid in reversed(grids(facts))
        for row in grid.rows
        for column, slot in reversed(list(enumerate(row.slots)))
        for part in slot.parts
    }


def _is_name(outcome: str, name: str, held: str) -> bool:
    """Tell whether an outcome is the measure's name and no more. To have announced a measure is an
    output, if a thin one.
    """
    bare = core(outcome)
    if held == OUTCOME:
        bare = ANNOUNCED.sub("", bare)
        name = ANNOUNCED.sub("", name)
    if held == OUTCOME and not MARKS.sub("", _left(outcome, frozenset({name}))):
        return True
    return bool(bare) and score(bare, name) >= REPEATED and alike(bare, name) >= REPEATED


def names_of(pair: Pair, measure: Measure) -> set[str]:
    """Return what a measure is called where it is told, and in the plan, with and without what a
    bracket adds ("(แก้ตัวชี้วัด…)").
    """
    called = {measure.called} | ({pair.plan.called} if pair.plan else set())
    return called | {name[: name.rfind("(")] for name in called if ADDED.search(name)}


def without(outcome: str, names: set[str]) -> str:
    """Return an outcome without the names that it repeats letter for letter."""
    for name in sorted(names, key=len, reverse=True):
        outcome = outcome.replace(name, "")
    return outcome


@kept(maxsize=512)
def _left(outcome: str, names: frozenset[str]) -> str:
    """Return what an outcome says beyond the names, the rounds and the words of reporting."""
    text = outcome
    for name in sorted(names, key=len, reverse=True):
        text = _cut(text, name)
    return MARKS.sub("", LABEL.sub("", ROUND.sub("", text)))


def _cut(text: str, name: str) -> str:
    """Return the text without the name, letter for letter or with a slip or two."""
    if not name or name in text:
        return text.replace(name, "") if name else text
    if not _nearly_there(text, name):
        return text
    width = len(name)
    best = max(
        range(max(1, len(text) - width + 1)), key=lambda at: score(text[at : at + width], name)
    )
    return (
        text[:best] + text[best + width :]
        if score(text[best : best + width], name) >= REPEATED
        else text
    )


def _nearly_there(text: str, name: str) -> bool:
    """Tell whether one of the pieces of a name stands in a text letter for letter: with as few
    slips as a copied name has, one of one piece more than slips is whole.
    """
    letters, whole = letters_of(name), letters_of(text)
    pieces = int(len(name) * (100 - REPEATED) // 100) + 1
    size = len(letters) // pieces
    return any(letters[at * size : (at + 1) * size] in whole for at in range(pieces))


def _copied(facts: Facts, outcome: str, planned: Measure, measure: Measure, held: str) -> bool:
    """Tell whether an outcome is the plan's own text: how it is followed up, its steps, its
    guideline.
    """
    own = (MONITORING, STEPS, GUIDELINE) if held != OUTPUT else (MONITORING,)
    bare = MARKS.sub("", outcome)
    if len(bare) < LONG_ENOUGH:
        return False
    if held == OUTCOME and _of_steps(
        bare,
        [
            MARKS.sub("", step)
            for step in STEP.split(plain(said(facts, planned.fields.get(STEPS, ()))))
        ],
    ):
        return True
    return any(
        planned.fields.get(field) != measure.fields.get(held)
        and score(
            MARKS.sub("", TAG.sub("", plain(said(facts, planned.fields.get(field, ()))))), bare
        )
        >= REPEATED
        for field in own
    )


def _of_steps(outcome: str, steps: list[str]) -> bool:
    """Tell whether an outcome is made of whole steps of the plan and nothing else."""
    left = outcome
    for step in steps:
        if len(step) >= LONG_ENOUGH:
            left = _cut(left, step)
    return len(left) <= LITTLE
