"""What each column of a table holds: one decision over its heading, its cells, the columns beside
it and the other tables, with a margin; below it a column has no role.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ita_checker.facts.tables.by_cells import by_cells
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
    RESPONSIBLE,
    RESULT,
    RESULT_FIELDS,
    SCORE,
    STEPS,
    TOPIC,
    begins_with_head,
    field,
    of_anything,
)
from ita_checker.facts.tables.grid import Grid
from ita_checker.facts.tables.left_over import (
    in_each_time,
    in_order,
    left_over,
    to_do,
    told_once,
    worded,
)
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
KINDS = 2.5  # what they are likely to be by all that they show, times how likely
ITSELF = 3.0  # most cells begin with the word for a measure
PAIRED = 4.0  # most cells are names that another table's column of names has: hardly by chance
ROUND_HEADED = 1.0  # a round over words: what was done in it, unless the words say otherwise
NAMES = 0.9  # that says so much that a column names the measures
NEEDED = 1.2  # a column that scores less for every field has no role
MARGIN = 0.5  # nor has one whose second-best field comes as near
SAME_NAME = 80.0  # names of one measure in two tables, of 100
HALF = 0.5
ROUNDS = 0.4  # of the cells of a column of rounds, at least
TWO_FIELDS = 2  # of a measure in a table whose first column may name them
FIRST = 0.5  # what stands first is what its row is called by
PLAIN = frozenset({NUMBER, SCORE})  # looks that say it all
LISTED = (PROJECT, TOPIC)
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
    scores = _rounds_alike(grid, scores)
    chosen = tuple(
        NAME if column == named else _best(own, without=NAME) or _said(grid, column)
        for column, own in enumerate(scores)
    )
    chosen = _in_mood(grid, chosen, scores)
    chosen = tuple(_beside(grid, chosen, column) for column in range(len(chosen)))
    chosen = tuple(to_do(grid, chosen, column, texts) for column in range(len(chosen)))
    chosen = in_each_time(grid, told_once(grid, chosen, texts), texts)
    chosen = in_order(grid, left_over(grid, chosen, texts), texts)
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
    if kinds := _by_kinds(grid, column, looks):
        looks = _kinds(texts, looks)
    if headed and _of_rounds(grid, column, looks):
        return Scores({headed: PASSING, MONITORING: CELLS})
    passing = bool(headed) and (_in_passing(grid, column) or _of_anything(grid, column))
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
    if not headed and _of_a_round(grid, column):
        found[RESULT] = found.get(RESULT, 0.0) + ROUND_HEADED
        looks = looks if told else _in_a_round(looks)
    for held, share in looks.items():
        by_kind = held in RESULT_FIELDS and told != ACTIVITY if kinds else held in LIKE_TOLD
        meant = told if told and by_kind else held
        found[meant] = found.get(meant, 0.0) + (KINDS if kinds else CELLS) * share
    if NAME not in grid.columns and headed in ("", PROJECT, TOPIC):
        itself, paired = ITSELF * calls_itself(texts), PAIRED * _paired(texts, names)
        found[NAME] = found.get(NAME, 0.0) + max(itself, paired)
    return found


def _kinds(texts: Sequence[str], looks: Mapping[str, float]) -> Mapping[str, float]:
    """Return how likely each field is by all that cells show; what came of it is what changed,
    where they look more like that.
    """
    likely = by_cells(texts)
    if looks.get(OUTCOME, 0.0) <= looks.get(RESULT, 0.0) or RESULT not in likely:
        return likely
    return {OUTCOME if held == RESULT else held: share for held, share in likely.items()}


def _in_a_round(looks: Mapping[str, float]) -> Mapping[str, float]:
    """Return what cells under a round look like: what was done in it counts as its result."""
    done = looks.get(ACTIVITY, 0.0)
    return {**looks, RESULT: looks.get(RESULT, 0.0) + done, ACTIVITY: 0.0} if done else looks


def _by_kinds(grid: Grid, column: int, looks: Mapping[str, float]) -> bool:
    """Tell whether a column is to be told by all that its cells show: its heading does not say what
    they are, nor do numbers.
    """
    said = grid.columns[column] and not _in_passing(grid, column)
    return not (said and not _of_anything(grid, column)) and not looks.keys() & PLAIN


def _of_anything(grid: Grid, column: int) -> bool:
    """Tell whether a column's heading is a word for whatever is listed ("เรื่องที่กำหนดไว้")."""
    return grid.columns[column] in LISTED and of_anything(grid.headings[column].rpartition("|")[2])


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
    """Return the column that most likely names the measures where no heading says so and a table
    tells of each row how it is done, by whom, or what came of it: what its cells are like, and
    that it is the first of which nothing else is likelier.
    """
    weights = [_name_weight(grid, column, scores, texts) for column in range(len(scores))]
    ranked = sorted(range(len(scores)), key=lambda column: (-weights[column], column))
    if not ranked or weights[ranked[0]] < NAMES:
        return None
    first = ranked[0]
    if len(ranked) > 1 and weights[first] - weights[ranked[1]] < MARGIN and first > ranked[1]:
        return None
    supposed = _with_names(grid, first)
    others = {
        _best(_scores(supposed, column, own, ()), without=NAME) or grid.columns[column]
        for column, own in enumerate(texts)
        if column != first
    }
    return first if len(OWN_FIELDS & others) >= TWO_FIELDS else None


def _name_weight(
    grid: Grid, column: int, scores: Sequence[Scores], texts: Sequence[Sequence[str]]
) -> float:
    """Return how much says that a column without a heading of its own names the measures."""
    own, heading = scores[column], grid.headings[column]
    open_to = not grid.columns[column] or _of_anything(grid, column)
    rounds = all(map(A_ROUND.match, texts[column])) or _of_a_round(grid, column)
    if not open_to or not heading or rounds or _best(own, without=NAME) in (NUMBER, SCORE):
        return 0.0
    before = (_best(other) or grid.columns[at] for at, other in enumerate(scores[:column]))
    first = all(held in (NUMBER, TOPIC, SCORE) for held in before)
    silent = first and not _best(own, without=NAME)
    return own.get(NAME, 0.0) + FIRST * first + FIRST * silent


def _best(scores: Mapping[str, float], without: str | None = None) -> str:
    """Return the field for which most speaks, '' where too little does or two come near (what was
    done and what came of it are told in one breath).
    """
    ranked = sorted(((own, held) for held, own in scores.items() if held != without), reverse=True)
    if not ranked or ranked[0][0] < NEEDED:
        return ""
    most, first = ranked[0]
    rivals = (own for own, held in ranked[1:] if not {held, first} <= set(TOLD))
    return "" if most - next(rivals, 0.0) < MARGIN else first


def _in_mood(grid: Grid, chosen: tuple[str, ...], scores: Sequence[Scores]) -> tuple[str, ...]:
    """Return the fields with what may be to be done or done told by the others: where results are
    told and nothing is watched, it was done; where someone answers or watches and nothing is told,
    it is to be done.
    """
    own = set(chosen)
    told, planned = own & set(RESULT_FIELDS), own & {MONITORING, RESPONSIBLE}
    if told and MONITORING not in own:
        mood = ACTIVITY
    elif planned and not told:
        mood = STEPS
    else:
        return chosen
    return tuple(
        held
        if held == NAME or _headed(grid, column)
        else _best(_pooled(scores[column], mood), NAME) or _said(grid, column)
        for column, held in enumerate(chosen)
    )


def _rounds_alike(grid: Grid, scores: Sequence[Scores]) -> Sequence[Scores]:
    """Return the scores with those of the columns that are headed by rounds as one: they tell the
    same of one round each.
    """
    own = [at for at in range(len(scores)) if not grid.columns[at] and _of_a_round(grid, at)]
    if len(own) < TWO_FIELDS:
        return scores
    fields = {held for at in own for held in scores[at]}
    mean = {held: sum(scores[at].get(held, 0.0) for at in own) / len(own) for held in fields}
    return [mean if at in own else one for at, one in enumerate(scores)]


def _of_a_round(grid: Grid, column: int) -> bool:
    """Tell whether the lowest level of a column's heading names a round."""
    return A_ROUND.search(grid.headings[column].rpartition("|")[2]) is not None


def _pooled(scores: Scores, mood: str) -> Scores:
    """Return the scores with those of what is to be done and what was done as one."""
    both = scores.get(STEPS, 0.0) + scores.get(ACTIVITY, 0.0)
    return {**scores, STEPS: 0.0, ACTIVITY: 0.0, mood: both} if both else scores


def _beside(grid: Grid, chosen: Sequence[str], column: int) -> str:
    """Return the field of a column that its cells alone gave, seen beside the others: what is done
    step by step where results are told is what was done; what a plan hopes for looks like a result.
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
    done = {ACTIVITY, *(own for own in grid.columns if own in RESULT_FIELDS)} & others
    hoped = held in RESULT_FIELDS and not done and others >= {STEPS, MONITORING}
    if hoped and _likely(grid, column, ()) not in RESULT_FIELDS:
        return ""  # what is hoped for looks like what came of it
    if held == NUMBER and column:
        return ""
    return held
