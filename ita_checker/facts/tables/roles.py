"""What each column of a table holds: one decision over its heading, its cells, the columns beside
it and the other tables, with a margin; below it a column has no role.
"""

from __future__ import annotations

from collections.abc import Sequence

from ita_checker.facts.tables.by_round import anew_each_round
from ita_checker.facts.tables.called import Called, called, cells
from ita_checker.facts.tables.contents import tells_of_done
from ita_checker.facts.tables.evidence import Scores, best, scores_of, with_names
from ita_checker.facts.tables.fields import (
    ACTIVITY,
    GUIDELINE,
    MONITORING,
    NAME,
    NUMBER,
    OUTCOME,
    OWN_FIELDS,
    PERIOD,
    PROJECT,
    RESPONSIBLE,
    RESULT,
    RESULT_FIELDS,
    STEPS,
    TOPIC,
)
from ita_checker.facts.tables.grid import Grid
from ita_checker.facts.tables.heading_says import (
    headed_as,
    in_passing,
    likely_heading,
    of_a_round,
    said_by_heading,
)
from ita_checker.facts.tables.left_over import (
    in_each_time,
    in_order,
    left_over,
    to_do,
    told_once,
    worded,
)
from ita_checker.facts.tables.marks import Texts, marking, named_beside, numbered
from ita_checker.facts.tables.naming import named_column
from ita_checker.facts.tables.paired import with_pairs
from ita_checker.facts.tables.set_off import A_ROUND
from ita_checker.model import Facts
from ita_checker.model.records import replace

SEVERAL = 2  # columns of rounds that tell the same of one round each


def decided(facts: Facts, grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """Return the tables with the field that each column holds, '' for a column without a role.
    What the tables understood call their measures tells of the others which column names them.
    """
    texts = [cells(facts, grid) for grid in grids]
    grids = [
        replace(grid, columns=numbered(_told_in_rounds(grid, own), own))
        for grid, own in zip(grids, texts, strict=True)
    ]
    grids = with_pairs(grids, texts)
    own = called(grids, texts)
    made = tuple(
        replace(grid, columns=_columns(grid, said, own))
        for grid, said in zip(grids, texts, strict=True)
    )
    more = called(made, texts)
    if more == own:
        return made
    return tuple(
        one if NAME in one.columns else replace(grid, columns=_columns(grid, said, more))
        for one, grid, said in zip(made, grids, texts, strict=True)
    )


def _told_in_rounds(grid: Grid, texts: Texts) -> tuple[str, ...]:
    """Return the columns with those that a quarter heads and whose cells mostly tell of something
    done as results: what stands there was done in it.
    """
    return tuple(
        RESULT if held == PERIOD and of_a_round(grid, at) and _mostly_done(own) else held
        for at, (held, own) in enumerate(zip(grid.columns, texts, strict=True))
    )


def _mostly_done(texts: Sequence[str]) -> bool:
    own = [text for text in texts if text.strip("-–")]
    return 2 * sum(map(tells_of_done, own)) > len(own)


def _columns(grid: Grid, texts: Texts, known: Called) -> tuple[str, ...]:
    names = known.names
    grid = _of_words(grid, texts)
    scores = [scores_of(grid, column, own, names) for column, own in enumerate(texts)]
    named = named_column(grid, scores, texts)
    if named is None:
        named = marking(grid, texts, known.codes)
    if named is None:
        own = replace(grid, columns=_of_steps(grid, scores))
        return _of_rounds_told(own, texts)
    if NAME not in grid.columns:
        grid = with_names(grid, named)
        scores = [scores_of(grid, column, own, names) for column, own in enumerate(texts)]
    alike = _rounds_alike(grid, scores)
    chosen = tuple(
        NAME if column == named else best(own, without=NAME) or said_by_heading(grid, column)
        for column, own in enumerate(alike)
    )
    anew = anew_each_round(chosen, texts)
    chosen = _in_mood(grid, chosen, alike, anew)
    chosen = tuple(_beside(grid, chosen, column, anew) for column in range(len(chosen)))
    chosen = tuple(to_do(grid, chosen, column, texts) for column in range(len(chosen)))
    chosen = in_each_time(grid, told_once(grid, chosen, texts), texts)
    chosen = in_order(grid, left_over(grid, chosen, texts), texts)
    chosen = named_beside(chosen, texts)
    return chosen if set(chosen) & OWN_FIELDS else grid.columns


def _of_rounds_told(grid: Grid, texts: Texts) -> tuple[str, ...]:
    """Return the fields with a column of nothing but rounds beside results: in which each was."""
    if MONITORING in grid.columns or not set(grid.columns) & set(RESULT_FIELDS):
        return grid.columns
    return tuple(
        held or (MONITORING if any(own) and all(map(A_ROUND.match, filter(None, own))) else "")
        for held, own in zip(grid.columns, texts, strict=True)
    )


def _of_steps(grid: Grid, scores: Sequence[Scores]) -> tuple[str, ...]:
    """Return the columns of a table in which no measures are named: what its cells look like says
    nothing but who does its steps, when and how it is watched, where a heading speaks of steps.
    """
    if not {STEPS, GUIDELINE} & set(grid.columns):
        return grid.columns
    looks = [best(own, without=NAME) for own in scores]
    beside = (RESPONSIBLE, MONITORING, PERIOD)
    free = [held if held in beside and held not in grid.columns else "" for held in looks]
    return tuple(one or other for one, other in zip(grid.columns, free, strict=True))


def _of_words(grid: Grid, texts: Sequence[Sequence[str]]) -> Grid:
    """Return the table with no column of numbers whose cells go on with words: "ข้อ" may stand over
    what the measures are called.
    """
    if NAME in grid.columns:
        return grid
    held = zip(grid.columns, texts, strict=True)
    columns = tuple("" if one == NUMBER and worded(own) else one for one, own in held)
    return replace(grid, columns=columns)


def _in_mood(
    grid: Grid, chosen: tuple[str, ...], scores: Sequence[Scores], anew: frozenset[int]
) -> tuple[str, ...]:
    """Return the fields with what may be to be done or done told by the others: where results are
    told and nothing is watched, or it is told anew in each round, it was done; where someone
    answers or watches and nothing is told, it is to be done.
    """
    own = set(chosen)
    told, planned = own & set(RESULT_FIELDS), own & {MONITORING, RESPONSIBLE}
    if told:
        moods = [
            ACTIVITY if MONITORING not in own or at in anew else "" for at in range(len(chosen))
        ]
    else:
        moods = [ACTIVITY if at in anew else STEPS if planned else "" for at in range(len(chosen))]
    return tuple(
        held
        if not mood or held == NAME or headed_as(grid, column)
        else best(_pooled(scores[column], mood), NAME) or said_by_heading(grid, column)
        for column, (held, mood) in enumerate(zip(chosen, moods, strict=True))
    )


def _rounds_alike(grid: Grid, scores: Sequence[Scores]) -> Sequence[Scores]:
    """Return the scores with those of the columns that are headed by rounds as one: they tell the
    same of one round each.
    """
    own = [at for at in range(len(scores)) if not grid.columns[at] and of_a_round(grid, at)]
    if len(own) < SEVERAL:
        return scores
    fields = {held for at in own for held in scores[at]}
    mean = {held: sum(scores[at].get(held, 0.0) for at in own) / len(own) for held in fields}
    return [mean if at in own else one for at, one in enumerate(scores)]


def _pooled(scores: Scores, mood: str) -> Scores:
    """Return the scores with those of what is to be done and what was done as one."""
    both = scores.get(STEPS, 0.0) + scores.get(ACTIVITY, 0.0)
    return {**scores, STEPS: 0.0, ACTIVITY: 0.0, mood: both} if both else scores


def _beside(grid: Grid, chosen: Sequence[str], column: int, anew: frozenset[int]) -> str:
    """Return the field of a column that its cells alone gave, seen beside the others: what is done
    step by step where results are told is what was done, unless it is still watched; what a plan
    hopes for looks like a result.
    """
    held, others = chosen[column], {*chosen[:column], *chosen[column + 1 :]}
    open_to = grid.columns[column] in ("", PROJECT) or in_passing(grid, column)
    if held == grid.columns[column] or not open_to:
        return held
    told = others & {*RESULT_FIELDS, ACTIVITY}
    if held == STEPS and told and (MONITORING not in others or column in anew):
        return ACTIVITY
    if held == OUTCOME and not told and others & {STEPS, MONITORING}:
        return ""
    if held in RESULT_FIELDS and likely_heading(grid, column, ()) == TOPIC:
        return TOPIC  # what an analysis found is told as what came of something is
    done = {ACTIVITY, *(own for own in grid.columns if own in RESULT_FIELDS)} & others
    hoped = held in RESULT_FIELDS and not done and others >= {STEPS, MONITORING}
    if hoped and likely_heading(grid, column, ()) not in RESULT_FIELDS:
        return ""  # what is hoped for looks like what came of it
    if held == NUMBER and column:
        return ""
    return held
