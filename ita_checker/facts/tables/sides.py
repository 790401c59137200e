"""Does a table stand on its side, a measure in each column and the fields' names in the first? Both
ways of reading it are weighed: what its first row says of the cells below, what its first column
says of the cells beside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ita_checker.facts.tables.contents import look
from ita_checker.facts.tables.fields import NAME, NUMBER, OWN_FIELDS, PROJECT, RESPONSIBLE, TOPIC
from ita_checker.facts.tables.grid import Slot, said
from ita_checker.facts.tables.set_off import A_ROUND, is_of_head, meant, speaks
from ita_checker.model import Facts
from ita_checker.model.records import replace

FEWEST_COLUMNS = 3  # of a table on its side: two are a card
FEWEST_ROWS = 2  # the measures' names, and one thing told of each
ENOUGH = 0.7  # of the mean over the first column's cells
MARGIN = 0.4  # by which it speaks louder than the first row
CORNER = frozenset({"", NAME, NUMBER, PROJECT, TOPIC})  # what may stand over the fields' names
LONGEST_NAME = 120
TWO = 2
Cells = tuple[Slot, ...]


def upright(facts: Facts, rows: Sequence[Cells]) -> tuple[Sequence[Cells], int]:
    """Return the rows of a table on its side turned upright, and how many of them head it; nothing
    of any other. What a cell over the whole width says heads all rows below it.
    """
    bands = [row[0] if at and row[0].across == len(row) else None for at, row in enumerate(rows)]
    turned = _turned(facts, [row for row, band in zip(rows, bands, strict=True) if not band])
    if not turned or not any(bands):
        return turned, 1
    over, heads = Slot((), 1, rows[0][0].origin), list[Slot]()
    for band in bands:
        if band:
            over = replace(band, across=1)
        else:
            heads.append(over)
    return [tuple(heads), *turned], TWO


def _turned(facts: Facts, rows: Sequence[Cells]) -> list[Cells]:
    own = {row[0].origin for row in rows}  # what stands over several rows names no field of each
    plain = rows and all(slot.across == 1 for slot in (*rows[0], *(row[0] for row in rows)))
    if (
        not plain
        or len(own) < len(rows)
        or len(rows) < FEWEST_ROWS
        or len(rows[0]) < FEWEST_COLUMNS
    ):
        return []
    rows = [_spread(row) for row in rows]
    texts = [[said(facts, slot.parts) for slot in row] for row in rows]
    columns = [list(column) for column in zip(*texts, strict=True)]
    if not _has_names(texts[0]) or not _has_fields(columns[0]):
        return []
    beside, below = _weight(texts), _weight(columns)
    sure = _names_fields(columns[0]) and not _names_fields(texts[0])
    if beside < ENOUGH or (beside - below < MARGIN and not sure):
        return []
    return [tuple(row[column] for row in rows) for column in range(len(rows[0]))]


def _spread(row: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return a row in which what is said once for several measures is said of each."""
    own = [slot if slot.across == 1 else replace(slot, across=1) for slot in row]
    for column, slot in enumerate(row):
        if column and slot.across > 1:
            own[column : column + slot.across] = [replace(slot, across=1)] * min(
                slot.across, len(row) - column
            )
    return tuple(own)


def _has_names(row: Sequence[str]) -> bool:
    """Tell whether the first row may name the measures: each of its cells is filled, shorter than a
    sentence and no post.
    """
    names = row[1:]
    return (
        meant(row[0]) in CORNER
        and all(0 < len(name) <= LONGEST_NAME for name in names)
        and len(set(names)) == len(names)
        and not any(look(name) == RESPONSIBLE for name in names)
    )


def _has_fields(column: Sequence[str]) -> bool:
    """Tell whether the first column names two things told of a measure, or rounds under the word
    for measures.
    """
    labels = {meant(text) for text in column[1:]} & OWN_FIELDS
    rounds = [text for text in column[1:] if A_ROUND.match(text)]
    return (
        len(labels) >= TWO
        or len(rounds) >= TWO
        or (bool(labels or rounds) and meant(column[0]) == NAME)
    )


def _names_fields(line: Sequence[str]) -> bool:
    """Tell whether what stands under or beside the word for measures names fields or rounds, and so
    no measures.
    """
    own = [text for text in line[1:] if text]
    return meant(line[0]) == NAME and all(
        A_ROUND.fullmatch(text) or (meant(text) and is_of_head(text)) for text in own
    )


def _weight(lines: Sequence[Sequence[str]]) -> float:
    """Return how much the first cell of each line says of the others, and these are alike, in the
    mean.
    """
    own = [(line[0], [text for text in line[1:] if text]) for line in lines]
    said_of = [speaks(first, others) for first, others in own if first]
    alike = [_alike(others) for _, others in own if len(others) >= TWO]
    return sum(said_of) / max(len(said_of), 1) + sum(alike) / max(len(alike), 1)


def _alike(texts: Sequence[str]) -> float:
    """Return the share of cells that look like what most of them look like."""
    looks = Counter(held for text in texts if (held := look(text)))
    return max(looks.values(), default=0) / len(texts)
