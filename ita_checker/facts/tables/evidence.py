"""How much speaks for each field that a column may hold: its heading, its cells, the names that
other tables give measures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ita_checker.facts.tables.by_cells import by_cells
from ita_checker.facts.tables.called import names_in
from ita_checker.facts.tables.contents import calls_itself, shares
from ita_checker.facts.tables.fields import (
    ACTIVITY,
    MONITORING,
    NAME,
    NUMBER,
    OUTCOME,
    PROJECT,
    RESULT,
    RESULT_FIELDS,
    SCORE,
    STEPS,
    TOLD,
    TOPIC,
    begins_with_head,
    field,
)
from ita_checker.facts.tables.grid import Grid
from ita_checker.facts.tables.heading_says import (
    by_its_word,
    headed_as,
    in_passing,
    likely_heading,
    of_a_round,
    only_above,
    over_anything,
)
from ita_checker.facts.tables.left_over import worded
from ita_checker.model.records import replace
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
NEEDED = 1.2  # a column that scores less for every field has no role
MARGIN = 0.5  # nor has one whose second-best field comes as near
SAME_NAME = 80.0  # names of one measure in two tables, of 100
HALF = 0.5
ALL_BUT = 0.75  # of the cells, where there are few: they are all rounds, which is plain
ROUNDS = 0.4  # of the cells of a column of rounds, at least
PLAIN = frozenset({NUMBER, SCORE})  # looks that say it all
LIKE_TOLD = (RESULT, OUTCOME, STEPS)  # looks that speak for whichever of them a heading names
BRACKET = re.compile(r"\([^()]*\)[\t\f]*$")
WORDS = re.compile(r"[ก-ฮ]{2}|\d")  # a column of ticks alone holds none
Scores = dict[str, float]


def scores_of(grid: Grid, column: int, texts: Sequence[str], names: Sequence[str]) -> Scores:
    """Return how much speaks for each field that a column may hold."""
    headed = headed_as(grid, column)
    looks: Mapping[str, float] = shares(texts)
    kinds = _by_kinds(grid, column, looks)
    if kinds:
        looks = _kinds(texts, looks)
    if headed and _of_rounds(grid, column, looks):
        return Scores({headed: PASSING, MONITORING: CELLS})
    found = _of_heading(grid, column, texts)
    told = _told(grid, column, texts, found)
    if not headed and of_a_round(grid, column):
        found[RESULT] = found.get(RESULT, 0.0) + ROUND_HEADED
        looks = looks if told else _in_a_round(looks)
    for held, share in looks.items():
        by_kind = held in RESULT_FIELDS and told != ACTIVITY if kinds else held in LIKE_TOLD
        meant = told if told and by_kind else held
        found[meant] = found.get(meant, 0.0) + (KINDS if kinds else CELLS) * share
    if NAME not in grid.columns and headed in ("", PROJECT, TOPIC):
        itself, paired = calls_itself(texts), PAIRED * _paired(texts, names)
        found[NAME] = found.get(NAME, 0.0) + max(ITSELF * itself, paired)
        if itself and headed:  # "ประเด็น" over "1. มาตรการ…": the cells know better what is listed
            found[headed] = min(found.get(headed, 0.0), PASSING)
    return found


def _of_heading(grid: Grid, column: int, texts: Sequence[str]) -> Scores:
    """Return how much the lowest level of a heading that says anything speaks for each field."""
    found, headed = Scores(), headed_as(grid, column)
    passing = bool(headed) and (in_passing(grid, column) or over_anything(grid, column))
    if headed and not passing:
        found[headed] = A_PART if headed == PROJECT and NAME in grid.columns else HEADING
        if headed in TOLD and only_above(grid, column):
            found[headed] = OTHER_LEVEL
            if likely := likely_heading(grid, column, texts):
                found[likely] = found.get(likely, 0.0) + LIKELY
    elif (likely := likely_heading(grid, column, texts)) and any(map(WORDS.search, texts)):
        found[likely] = LIKELY if likely != NAME else ITSELF + MARGIN * by_its_word(grid, column)
    if passing:
        found[headed] = found.get(headed, 0.0) + PASSING
    return found


def _told(grid: Grid, column: int, texts: Sequence[str], found: Scores) -> str:
    """Return the field of what was done or came of it that a heading names, '' for none; put among
    the scores is what its other levels say.
    """
    headed = headed_as(grid, column)
    levels = [level for level in map(field, grid.headings[column].split("|")) if level]
    levels = [level for level in levels if level != NUMBER or not worded(texts)]
    said_of_it = (headed, *reversed(levels), *(() if headed else found))
    told = next((held for held in said_of_it if held in TOLD), "")
    for level in levels:
        if level not in (NAME, headed) and (level == told or level not in TOLD):
            found[level] = OTHER_LEVEL
    return told


def _in_a_round(looks: Mapping[str, float]) -> Mapping[str, float]:
    """Return what cells under a round look like: what was done in it counts as its result."""
    done = looks.get(ACTIVITY, 0.0)
    return {**looks, RESULT: looks.get(RESULT, 0.0) + done, ACTIVITY: 0.0} if done else looks


def _kinds(texts: Sequence[str], looks: Mapping[str, float]) -> Mapping[str, float]:
    """Return how likely each field is by all that cells show; what came of it is what changed,
    where they look more like that.
    """
    if looks.get(MONITORING, 0.0) > ALL_BUT:
        return {MONITORING: 1.0}
    likely = by_cells(texts)
    if looks.get(OUTCOME, 0.0) <= looks.get(RESULT, 0.0) or RESULT not in likely:
        return likely
    return {OUTCOME if held == RESULT else held: share for held, share in likely.items()}


def _by_kinds(grid: Grid, column: int, looks: Mapping[str, float]) -> bool:
    """Tell whether a column is to be told by all that its cells show: its heading does not say what
    they are, nor do numbers.
    """
    said = grid.columns[column] and not in_passing(grid, column)
    return not (said and not over_anything(grid, column)) and not looks.keys() & PLAIN


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


def _paired(texts: Iterable[str], names: Sequence[str]) -> bool:
    """Tell whether most of a column's cells are names that another table has."""
    own = [_bare(one) for one in names_in(texts)]
    others = [_bare(one) for one in names]
    met = sum(any(score(one, other) >= SAME_NAME for other in others) for one in own)
    return bool(own) and met > HALF * len(own)


def _bare(name: str) -> str:
    """Return a name without what a bracket at its end says of it: "(เรื่องใช้งบประมาณ)"."""
    return BRACKET.sub("", name) or name


def best(scores: Mapping[str, float], without: str | None = None) -> str:
    """Return the field for which most speaks, '' where too little does or two come near (what was
    done and what came of it are told in one breath).
    """
    ranked = sorted(((own, held) for held, own in scores.items() if held != without), reverse=True)
    if not ranked or ranked[0][0] < NEEDED:
        return ""
    most, first = ranked[0]
    rivals = (own for own, held in ranked[1:] if not {held, first} <= set(TOLD))
    return "" if most - next(rivals, 0.0) < MARGIN else first


def with_names(grid: Grid, named: int) -> Grid:
    """Return the table with one column taken for that of the measures' names."""
    own = enumerate(grid.columns)
    return replace(grid, columns=tuple(NAME if at == named else held for at, held in own))
