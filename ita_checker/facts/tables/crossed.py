"""Tables in which measures and rounds are crossed: what is told of each (what was done, what came
of it) is a row that comes again in every round, under each measure's column; or in every measure's
rows, under each round's column. Laid out with a row for each measure in each round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ita_checker.facts.tables.fields import MONITORING, NAME, OWN_FIELDS, PROBLEM
from ita_checker.facts.tables.grid import Slot, said
from ita_checker.facts.tables.set_off import A_ROUND, is_of_head, meant
from ita_checker.model import Facts
from ita_checker.model.records import replace

BESIDE = 2  # columns: what is crossed on the left, what is told
FEWEST_COLUMNS = 3  # and one that is crossed with it at least
FEWEST_GROUPS = 2
FEWEST_LABELS = 2
LONGEST_LABEL = 40  # letters
TOLD = frozenset({*OWN_FIELDS, PROBLEM})
Cells = tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Crossed:
    """A table laid out anew: the fields of its first columns, its rows with that of headings."""

    fields: tuple[str, ...]
    rows: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """What is told of one measure or round: the cell that names it, the rows by their labels."""

    of: Slot
    rows: dict[str, Cells]


def crossed(facts: Facts, rows: Sequence[Cells]) -> Crossed | None:
    """Return a table of measures crossed with rounds with a row for each of both; None of any
    other.
    """
    rows = _under_their_rounds(facts, rows)
    if len(rows) <= FEWEST_GROUPS * FEWEST_LABELS or len(rows[0]) < FEWEST_COLUMNS:
        return None
    groups, heads = _groups(facts, rows[1:]), rows[0][BESIDE:]
    if len(groups) < FEWEST_GROUPS:
        return None
    fields = _crossing(facts, groups, heads)
    if not fields or not _come_again(groups):
        return None
    labels = {label: row[1] for label, row in groups[0].rows.items()}
    told = [(group, at) for at in range(len(heads)) for group in groups]
    if fields[0] == NAME:
        told = [(group, at) for group in groups for at in range(len(heads))]
    body = [_row(group, heads[at], at, list(labels)) for group, at in told]
    return Crossed(fields, ((*rows[0][:2], *labels.values()), *body))


def _row(group: _Group, head: Slot, at: int, labels: Sequence[str]) -> Cells:
    """Return what is told of one measure in one round; what stands once for several columns is
    told of each.
    """
    cells = []
    for label in labels:
        row, column = group.rows[label], at + BESIDE
        while column > BESIDE and row[column].across == 0:
            column -= 1
        cells.append(replace(row[column], across=1))
    return (group.of, head, *cells)


def _under_their_rounds(facts: Facts, rows: Sequence[Cells]) -> list[Cells]:
    """Return the rows with what a row over the whole table names on their left: "รอบ 6 เดือน" over
    what was done in it; other tables as they are.
    """
    wide = [
        row[0] if row[0].across == len(row) and A_ROUND.match(said(facts, row[0].parts)) else None
        for row in rows
    ]
    if sum(one is not None for one in wide) < FEWEST_GROUPS or wide[0] is not None:
        return list(rows)
    own, made = Slot((), 1, (*rows[0][0].origin[:3], -1)), list[Cells]()
    for row, over in zip(rows, wide, strict=True):
        if over is not None:
            own = replace(over, across=1)
        else:
            made.append((own, *row))
    return made


def _groups(facts: Facts, rows: Sequence[Cells]) -> list[_Group]:
    """Return the runs of rows that share their first cell, each row by the label beside it; none
    where a row has no label, one of two, or a long one.
    """
    found = []
    for _, run in groupby(rows, key=lambda row: row[0].origin):
        own = list(run)
        named = {said(facts, row[1].parts): row for row in own if row[1].across == 1}
        if len(named) < len(own) or not all(0 < len(one) <= LONGEST_LABEL for one in named):
            return []
        found.append(_Group(own[0][0], named))
    return found


def _crossing(facts: Facts, groups: Sequence[_Group], heads: Cells) -> tuple[str, ...]:
    """Return what the groups and what the heads name: rounds and measures, or measures and rounds;
    nothing where neither are rounds, or a head says what is told under it.
    """
    left = [said(facts, group.of.parts) for group in groups]
    above = [said(facts, head.parts) for head in heads]
    distinct = len(set(left)) == len(left) and len(set(above)) == len(above)
    if not distinct or not all((*left, *above)) or any(head.across != 1 for head in heads):
        return ()
    rounds_left, rounds_above = all(map(A_ROUND.match, left)), all(map(A_ROUND.match, above))
    if rounds_left and not _say_fields(above):
        return MONITORING, NAME
    if rounds_above and not _say_fields(left):
        return NAME, MONITORING
    return ()


def _say_fields(texts: Sequence[str]) -> bool:
    """Tell whether most of what may name measures says what is told instead: a name may hold such a
    word, or begin with one.
    """
    return 2 * sum(is_of_head(text) and meant(text) in TOLD for text in texts) > len(texts)


def _come_again(groups: Sequence[_Group]) -> bool:
    """Tell whether every group has the same labels, and most of them say what is told of a measure:
    names of measures come again under every round too.
    """
    labels = set(groups[0].rows)
    own = [meant(label) for label in labels]
    return (
        len(labels) >= FEWEST_LABELS
        and all(set(group.rows) == labels for group in groups)
        and 2 * sum(held in TOLD for held in own) > len(own)
        and bool(set(own) & OWN_FIELDS)
    )
