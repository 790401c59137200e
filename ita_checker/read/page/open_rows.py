"""Rows of drawn tables that no level line parts, as those of accounts: upright lines part the
columns, and what stands in them is written row by row.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from ita_checker.model import Box
from ita_checker.read.page import cell_by_cell, sparse, unruled_rows
from ita_checker.read.page.bands import Level, Part, levels
from ita_checker.read.page.no_table import is_none
from ita_checker.read.page.rows import Row, rejoined
from ita_checker.read.page.ruled import Grid, Square

FEWEST = 3  # rows, as of tables without lines
ABOVE = 1.0  # of the letter size: a row reaches so far above its first base line, at most
COUNTED = 0.7  # share of rows with a number or an amount, titles and totals being among them
AMOUNT = re.compile(r"\s*[0-9๐-๙][0-9๐-๙,.]*\s*")
Inside = dict[int, list[Row]]
Found = dict[int, tuple[list[float], dict[int, list[list[Row]]]]]


def parted_rows(table: Grid, inside: Inside) -> tuple[Grid, Inside]:
    """Return a table and what stands in its cells, the rows parted whose cells the file draws by
    turns: one row's are drawn one after the other.
    """
    own: dict[int, list[int]] = {}
    for number, held in inside.items():
        cell = table.cells[number]
        if cell.rows == 1 and held:
            own.setdefault(cell.row, []).append(number)
    found: Found = {}
    for row, numbers in own.items():
        if _by_turns([inside[number] for number in numbers]) and (
            parts := _parts(table, inside, numbers)
        ):
            found[row] = parts
    return _parted(table, inside, found) if found else (table, inside)


def _by_turns(cells: Sequence[Sequence[Row]]) -> bool:
    """Tell whether what stands in cells is drawn by turns."""
    drawn = sorted((held[0].places[0], held[-1].places[-1]) for held in cells)
    return any(last > first for (_, last), (first, _) in pairwise(drawn))


def _parts(
    table: Grid, inside: Inside, numbers: Sequence[int]
) -> tuple[list[float], dict[int, list[list[Row]]]] | None:
    """Return where the rows of a drawn one begin but the first, and what stands in each of its
    cells by rows; None where these are not seen.
    """
    numbers = sorted(numbers, key=lambda number: table.cells[number].column)
    places = [(run, at) for at, number in enumerate(numbers) for run in inside[number]]
    places.sort(key=lambda place: place[0].places[0])  # as the file draws them
    runs, column = [run for run, _ in places], [at for _, at in places]
    band = levels(runs)
    if len(band) < FEWEST:
        return None
    split: list[list[list[Part]]] = [[[] for _ in numbers] for _ in band]
    for line, level in zip(split, band, strict=True):
        for part in level.parts:
            line[column[part.run]].append(part)
    rows = _drawn(runs, split, list(_rows(runs, band, split)))
    if len(rows) < FEWEST:
        return None
    texts = [[_text(runs, split, row, at) for at in range(len(numbers))] for row in rows]
    if is_none(texts) or (_line_by_line(split) and not _counted(texts)):
        return None
    tops = [
        max((band[row[0] - 1].y + band[row[0]].y) / 2, band[row[0]].y - ABOVE * band[row[0]].size)
        for row in rows[1:]
    ]
    each = {
        number: [[runs[p.run] for n in row for p in split[n][at]] for row in rows]
        for at, number in enumerate(numbers)
    }
    return tops, each


def _rows(
    runs: Sequence[Row], band: Sequence[Level], split: Sequence[list[list[Part]]]
) -> Iterator[list[int]]:
    """Yield the lines of each row."""
    telling = sparse.telling(runs, band, split, headed=True)
    own = [number for number, line in enumerate(split) if any(line[at] for at in telling)]
    told = [[split[number][at] for at in telling] for number in own]
    rows = unruled_rows.rows(runs, [band[number] for number in own], told, frozenset())
    rows = rows or cell_by_cell.rows([band[number] for number in own], told, math.inf)
    begins = [0, *(own[row[0]] for row in rows[1:]), len(band)] if rows else []
    for first, last in pairwise(begins):
        yield list(range(first, last))


def _text(
    runs: Sequence[Row], split: Sequence[list[list[Part]]], row: Sequence[int], at: int
) -> str:
    return "".join([runs[part.run].text for line in row for part in split[line][at]])


def _line_by_line(split: Sequence[list[list[Part]]]) -> bool:
    """Tell whether the file draws each line from side to side: lists that stand side by side in
    the cells of one row are no rows then.
    """
    drawn = [sorted(part.run for cell in line for part in cell) for line in split]
    return all(above[-1] < below[0] for above, below in pairwise(drawn))


def _counted(texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether most rows have a number or an amount in the same column."""
    columns = zip(*texts, strict=True)
    return any(
        sum(bool(AMOUNT.fullmatch(text)) for text in column) >= COUNTED * len(texts)
        for column in columns
    )


def _drawn(
    runs: Sequence[Row], split: Sequence[list[list[Part]]], rows: list[list[int]]
) -> list[list[int]]:
    """Return rows, as one those that the file draws by turns: a label's second line, and what
    stands beside its first. Spreadsheets may draw all cells of one line before those of several.
    """
    made: list[list[int]] = []
    last = -1
    for row in rows:
        drawn = [runs[part.run].places[0] for n in row for cell in split[n] for part in cell]
        if min(drawn) < last:
            made[-1] = made[-1] + row
        else:
            made.append(row)
        last = max(last, *drawn)
    return made if len(made) >= FEWEST else rows


def _parted(table: Grid, inside: Inside, found: Found) -> tuple[Grid, Inside]:
    """Return the table with more rows, and what stands in its cells."""
    more = [len(found[row][0]) if row in found else 0 for row in range(table.rows)]
    before = list(accumulate(more, initial=0))
    cells: list[tuple[Square, list[Row]]] = []
    for number, (row, column, high, wide, box) in enumerate(table.cells):
        own, at = inside.get(number, []), row + before[row]
        if high > 1 or row not in found:
            end = row + high
            cells.append((Square(at, column, end + before[end] - at, wide, box), own))
            continue
        tops, each = found[row]
        parts = each.get(number, [[]] * (len(tops) + 1))
        for place, ((top, bottom), runs) in enumerate(
            zip(pairwise([box.top, *tops, box.bottom]), parts, strict=True)
        ):
            part = Box(box.x0, top, box.x1, bottom)
            cells.append((Square(at + place, column, 1, wide, part), rejoined(runs)))
    cells.sort(key=lambda one: one[0][:2])
    held = {number: runs for number, (_, runs) in enumerate(cells) if runs}
    return Grid(table.box, table.rows + before[-1], table.columns, tuple(c for c, _ in cells)), held
