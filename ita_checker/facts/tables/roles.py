"""What each column of a table holds: one decision over its heading, its cells, the columns beside
it and the other tables, with a margin; below it a column has no role.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ita_checker.facts.tables.called import MEASURE, Called, called, cells, names_in
from ita_checker.facts.tables.contents import calls_itself, shares
from ita_checker.facts.tables.fields import (
    ACTIVITY,
    MONITORING,
    NAME,
    NUMBER,
    OUTCOME,
    OWN_FIELDS,
    PROJECT,
    RESULT,
    RESULT_FIELDS,
    STEPS,
    TOPIC,
    begins_with_head,
    field,
)
from ita_checker.facts.tables.grid import Grid
from ita_checker.facts.tables.left_over import in_each_time, left_over, to_do, told_once, worded
from ita_checker.facts.tables.likely import likely_field
from ita_checker.facts.tables.marks import marking, numbered
from ita_checker.facts.tables.set_off import A_ROUND
from ita_checker.model import Facts
from ita_checker.text.compare import score

HEADING = 3.0  # what the heading's head says: the office's own word for the column
A_PART = 1.5  # "กิจกรรม" beside the measures' names may be their steps, or what was done
PASSING = 0.8  # what a word inside it says that is not its head: "ตรวจสอบความก้าวหน้า"
OTHER_LEVEL = 2.0  # what another level of its heading says
LIKELY = 1.5  # what a heading that no list knows is likely to say
CELLS = 2.0  # what all cells look like; where a part of them does, that share of it
ITSELF = 3.0  # most cells begin with the word for a measure
PAIRED = 4.0  # most cells are names that another table's column of names has: hardly by chance
ROUND_HEADED = 1.0  # a round over words: what was done in it, unless the words say otherwise
NEEDED = 1.2  # a column that scores less for every field has no role
MARGIN = 0.5  # nor has one whose second-best field comes as near
SAME_NAME = 80.0  # names of one measure in two tables, of 100
HALF = 0.5
ROUNDS = 0.4  # of the cells of a column of rounds, at least
TWO_FIELDS = 2  # of a measure in a table whose first column may name them
TOLD = (ACTIVITY, *RESULT_FIELDS)
LIKE_TOLD = (RESULT, OUTCOME, STEPS)  # looks that speak for whichever of them a heading names
WORDS = re.compile(r"[ก-ฮ]{2}|\d")  # a column of ticks alone holds none
Scores = dict[str, float]


def decided(facts: Facts, grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """Return the tables with the field that each column holds, '' for a column without a role.
    What the tables understood call their measures tells of the others which column names them.
    """
    grids = [replace(one, columns=numbered(one.columns, cells(facts, one))) for one in grids]
    own = called(facts, grids)
    made = tuple(replace(grid, columns=_columns(facts, grid, own)) for grid in grids)
    more = called(facts, made)
    if more == own:
        return made
    return tuple(
        one if NAME in one.columns else replace(grid, columns=_columns(facts, grid, more))
        for one, grid in zip(made, grids, strict=True)
    )


def _columns(facts: Facts, grid: Grid, known: Called) -> tuple[str, ...]:
    texts, names = cells(facts, grid), known.names
    grid = _of_words(grid, texts)
    scores = [_scores(grid, column, own, names) for column, own in enumerate(texts)]
    named = _named(grid, scores, texts)
    if named is None:
        named = marking(grid, texts, known.codes)
    if named is None:
        return grid.columns  # what its cells look like says nothing where no measures are named
    if NAME not in grid.columns:
        grid = _with_names(grid, named)
        scores = [_scores(grid, column, own, names) for column, own in enumerate(texts)]
    chosen = tuple(
        NAME if column == named else _best(own, without=NAME) or _said(grid, column)
        for column, own in enumerate(scores)
    )
    chosen = tuple(_beside(grid, chosen, column) for column in range(len(chosen)))
    chosen = tuple(to_do(grid, chosen, column, texts) for column in range(len(chosen)))
    chosen = in_each_time(grid, told_once(grid, chosen, texts), texts)
    chosen = left_over(grid, chosen, texts)
    return chosen if set(chosen) & OWN_FIELDS else grid.columns


def _of_words(grid: Grid, texts: Sequence[Sequence[str]]) -> Grid:
    """Return the table with no column of numbers whose cells go on with words: "ข้อ" may stand over
    what the measures are called.
    """
    if NAME in grid.columns:
        return grid
    held = zip(grid.columns, texts, strict=True)
    columns = tuple("" if one == NUMBER and worded(own) else one for one, own in held)
    return replace(grid, columns=columns)


def _with_names(grid: Grid, named: int) -> Grid:
    own = enumerate(grid.columns)
    return replace(grid, columns=tuple(NAME if at == named else held for at, held in own))


def _scores(grid: Grid, column: int, texts: Sequence[str], names: Sequence[str]) -> Scores:
    """Return how much speaks for each field that a column may hold."""
    found = Scores()
    headed, looks = _headed(grid, column), shares(texts)
    if headed and _of_rounds(grid, column, looks):
        return Scores({headed: PASSING, MONITORING: CELLS})
    passing = bool(headed) and _in_passing(grid, column)
    if headed and not passing:
        found[headed] = A_PART if headed == PROJECT and NAME in grid.columns else HEADING
        if headed in TOLD and _only_above(grid, column):
            found[headed] = OTHER_LEVEL
            if likely := _likely(grid, column, texts):
                found[likely] = found.get(likely, 0.0) + LIKELY
    elif (likely := _likely(grid, column, texts)) and any(map(WORDS.search, texts)):
        found[likely] = LIKELY if likely != NAME else ITSELF + MARGIN * _by_its_word(grid, column)
    levels = [level for level in map(field, grid.headings[column].split("|")) if level]
    levels = [level for level in levels if level != NUMBER or not worded(texts)]
    if passing:
        found[headed] = found.get(headed, 0.0) + PASSING
    said_of_it = (headed, *reversed(levels), *(() if headed else found))
    told = next((held for held in said_of_it if held in TOLD), "")
    for level in levels:
        if level not in (NAME, headed) and (level == told or level not in TOLD):
            found[level] = OTHER_LEVEL
    for held, share in looks.items():
        meant = told if told and held in LIKE_TOLD else held
        found[meant] = found.get(meant, 0.0) + CELLS * share
    if not headed and A_ROUND.match(grid.headings[column].rpartition("|")[2]):
        found[RESULT] = found.get(RESULT, 0.0) + ROUND_HEADED
    if NAME not in grid.columns and headed in ("", PROJECT, TOPIC):
        itself, paired = ITSELF * calls_itself(texts), PAIRED * _paired(texts, names)
        found[NAME] = found.get(NAME, 0.0) + max(itself, paired)
    return found


def _headed(grid: Grid, column: int) -> str:
    """Return the field that a column's heading names; "กิจกรรม" beside the measures' names is what
    its whole heading is likely to say, where that is more than a project ("กิจกรรมที่ได้ดำเนินการ").
    """
    headed = grid.columns[column]
    if headed != PROJECT or NAME not in grid.columns:
        return headed
    likely = _likely(grid, column, ())
    return likely if likely in (STEPS, *TOLD) else headed


def _only_above(grid: Grid, column: int) -> bool:
    """Tell whether an upper level of a heading alone names its field, over several columns."""
    above, _, own = grid.headings[column].rpartition("|")
    beside = [one.rpartition("|")[0] for one in grid.headings]
    return bool(above) and not field(own) and beside.count(above) > 1


def _said(grid: Grid, column: int) -> str:
    """Return the field that a column's heading is about, '' where it only holds a field's word."""
    return "" if _in_passing(grid, column) else grid.columns[column]


def _in_passing(grid: Grid, column: int) -> bool:
    """Tell whether a heading only holds its field's word, and is about something else."""
    level = next((one for one in reversed(grid.headings[column].split("|")) if field(one)), "")
    held, likely = field(level), likely_field(level)
    alike = held == likely or {held, likely} <= set(RESULT_FIELDS)
    return bool(level) and not alike and not begins_with_head(level)


def _of_rounds(grid: Grid, column: int, looks: Mapping[str, float]) -> bool:
    """Tell whether a heading holds a field's word behind its head, and its cells are rounds to
    come as far as they look like anything: "งวดส่งความคืบหน้า" over "ครบ 6 เดือน และครบ 12 เดือน".
    """
    level = next((one for one in reversed(grid.headings[column].split("|")) if field(one)), "")
    return (
        looks.get(MONITORING, 0.0) > ROUNDS
        and set(looks) == {MONITORING}
        and not begins_with_head(level)
    )


def _likely(grid: Grid, column: int, texts: Sequence[str]) -> str:
    """Return what the lowest level of a heading that no list knows is likely to stand over: the
    measures, where it begins with their word and nothing else does; '' where it is like none.
    """
    levels = list(reversed(grid.headings[column].split("|")))
    if NAME not in grid.columns and _by_its_word(grid, column):
        return NAME
    likely = next((one for level in levels if (one := likely_field(level))), "")
    return "" if likely == NUMBER and worded(texts) else likely


def _by_its_word(grid: Grid, column: int) -> bool:
    """Tell whether a level of a heading begins with the word for a measure: "มาตรการที่ใช้แก้"."""
    return any(map(MEASURE.match, grid.headings[column].split("|")))


def _paired(texts: Iterable[str], names: Sequence[str]) -> bool:
    """Tell whether most of a column's cells are names that another table has."""
    own = list(names_in(texts))
    met = sum(any(score(one, other) >= SAME_NAME for other in names) for one in own)
    return bool(own) and met > HALF * len(own)


def _named(grid: Grid, scores: Sequence[Scores], texts: Sequence[Sequence[str]]) -> int | None:
    """Return the column of the measures' names: the one headed so, or the one whose cells are
    names and are nothing else by a margin.
    """
    if NAME in grid.columns:
        return grid.columns.index(NAME)
    ranked = sorted(range(len(scores)), key=lambda column: -scores[column].get(NAME, 0.0))
    if not ranked or scores[ranked[0]].get(NAME, 0.0) < ITSELF:
        return _leftmost(grid, scores, texts)
    rival = scores[ranked[1]].get(NAME, 0.0) if len(ranked) > 1 else 0.0
    alone = scores[ranked[0]][NAME] - rival >= MARGIN or ranked[0] < ranked[1]
    return ranked[0] if alone and _best(scores[ranked[0]]) == NAME else None


def _leftmost(grid: Grid, scores: Sequence[Scores], texts: Sequence[Sequence[str]]) -> int | None:
    """Return the first column of words where a table tells of each row how it is done, by whom, or
    what came of it, and nothing says what that column holds: a row is called by what stands first,
    unless that is its round.
    """
    held = [_best(own) or grid.columns[column] for column, own in enumerate(scores)]
    first = next((column for column, one in enumerate(held) if one != NUMBER), None)
    if first is None or held[first] or not grid.headings[first]:
        return None
    if all(map(A_ROUND.match, texts[first])):
        return None
    supposed = _with_names(grid, first)
    others = {
        _best(_scores(supposed, column, own, ()), without=NAME) or grid.columns[column]
        for column, own in enumerate(texts)
        if column != first
    }
    return first if len(OWN_FIELDS & others) >= TWO_FIELDS else None


def _best(scores: Mapping[str, float], without: str = "") -> str:
    """Return the field for which most speaks, '' where too little does or two come near."""
    ranked = sorted(((own, held) for held, own in scores.items() if held != without), reverse=True)
    if not ranked or ranked[0][0] < NEEDED:
        return ""
    return "" if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN else ranked[0][1]


def _beside(grid: Grid, chosen: Sequence[str], column: int) -> str:
    """Return the field of a column that its cells alone gave, seen beside the others: what is done
    step by step where results are told is what was done; what is hoped for looks like an outcome.
    """
    held, others = chosen[column], {*chosen[:column], *chosen[column + 1 :]}
    open_to = grid.columns[column] in ("", PROJECT) or _in_passing(grid, column)
    if held == grid.columns[column] or not open_to:
        return held
    told = others & {*RESULT_FIELDS, ACTIVITY}
    if held == STEPS and told and MONITORING not in others:
        return ACTIVITY
    if held == OUTCOME and not told and others & {STEPS, MONITORING}:
        return ""
    if held == NUMBER and column:
        return ""
    return held
