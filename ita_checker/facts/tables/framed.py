"""The tables of one frame as grids: its rows of headings found, merged cells in all their rows, a
table on its side turned upright.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from ita_checker.facts.page import flow
from ita_checker.facts.tables.apart import apart
from ita_checker.facts.tables.crossed import crossed
from ita_checker.facts.tables.fields import NAME, NUMBER, OWN_FIELDS, field
from ita_checker.facts.tables.grid import Grid, Row, Slot, Stretch, said
from ita_checker.facts.tables.headings import (
    HEADINGS_AT_MOST,
    column_field,
    header,
    heading,
    heads_on,
    heads_others,
    over,
)
from ita_checker.facts.tables.labels import row_field
from ita_checker.facts.tables.sides import upright
from ita_checker.model import Cell, Facts, Page, Table
from ita_checker.model.records import replace

FORM_COLUMNS, FOLDED = 2, 4  # of a form, and of one with two fields in a row
LABELS, LONGEST_LABEL = 2, 30  # labels: at least, of so many letters at most
LIKELY_LABELS = 3  # of an office's own words, where every label is likely one


def pieces(facts: Facts, which: tuple[int, int], page: Page, table: Table) -> list[Grid]:
    """Return the tables that stand in one frame: each row of headings begins one, with columns of
    its own.
    """
    rows = _unfolded(facts, _matrix(facts, which, page, table))
    if _is_form(facts, rows):
        return [_grid(facts, which[0], table, rows, 0, len(rows))]
    if found := crossed(facts, rows):
        return [_turned_grid(facts, which[0], found.rows, found.fields)]
    turned, levels = upright(facts, rows)
    if turned:
        return [_turned_grid(facts, which[0], turned, levels=levels)]
    begins = [
        first + at for first, last in apart(facts, rows) for at in _begins(facts, rows[first:last])
    ]
    ends = [*begins[1:], len(rows)]
    return [
        _grid(facts, which[0], table, rows, first, last)
        for first, last in zip(begins, ends, strict=True)
    ]


def _unfolded(facts: Facts, rows: list[tuple[Slot, ...]]) -> list[tuple[Slot, ...]]:
    """Return the form of a measure in which two fields stand side by side in some rows as one of
    two columns, a label and what it says in each row; any other table as it is.
    """
    if not _is_folded(rows):
        return rows
    wide = [row for row in rows if row[1].across == FOLDED - 1]
    labels = [*_labels_of(facts, rows)]
    told = [row_field(label) for label in labels]
    known = told[0] == NAME and 2 * sum(map(bool, told)) > len(told)
    if not known and not all(facts.once(_come_again)[label] > 1 for label in labels):
        return rows
    return [
        half
        for row in rows
        for half in ([(row[0], replace(row[1], across=1))] if row in wide else [row[:2], row[2:]])
    ]


def _is_folded(rows: Sequence[tuple[Slot, ...]]) -> bool:
    """Tell whether a table's rows are a cell and a wide one, or four cells, some of both kinds."""
    if not rows or len(rows[0]) != FOLDED:
        return False
    folded = sum(all(slot.across == 1 for slot in row) for row in rows)
    wide = sum(row[0].across == 1 and row[1].across == FOLDED - 1 for row in rows)
    return bool(folded and wide) and folded + wide == len(rows)


def _labels_of(facts: Facts, rows: Sequence[tuple[Slot, ...]]) -> Iterator[str]:
    """Yield what would label the cells of a form with two fields in some rows."""
    for row in rows:
        yield said(facts, row[0].parts)
        if row[1].across == 1:
            yield said(facts, row[2].parts)


def _come_again(facts: Facts) -> Counter[str]:
    """Return how often each word stands where such forms have labels, in tables that may be some;
    no name of a measure or of an office stands there in all of them.
    """
    made = (
        _matrix(facts, (at, number), page, table)
        for at, page in enumerate(facts.document.pages)
        for number, table in enumerate(page.tables)
        if table.columns == FOLDED
    )
    return Counter(
        label
        for rows in made
        if _is_folded(rows)
        for label in _labels_of(facts, rows)
        if 0 < len(label) <= LONGEST_LABEL
    )


def _begins(facts: Facts, rows: Sequence[tuple[Slot, ...]]) -> list[int]:
    """Return the rows with which tables begin among those of one frame: the first, and each of
    headings.
    """
    begins, row = [0], 0
    while row < len(rows):
        if heads_others(facts, rows, row) or over(facts, rows, row + 1):
            begins += (
                [row - _titled(rows, row)]
                if row > HEADINGS_AT_MOST - 1
                or any(sum(slot.filled for slot in above) > 1 for above in rows[:row])
                else []
            )
            row += 1
            while row < len(rows) and heads_on(facts, rows[row - 1], rows[row]):
                row += 1
        else:
            row += 1
    return begins


def _titled(rows: Sequence[tuple[Slot, ...]], row: int) -> int:
    """Return how many rows above one of headings are its title: one cell over all columns."""
    above = rows[row - 1] if row else ()
    return int(sum(slot.filled for slot in above) == 1 and above[0].across == len(above) > 1)


def _is_form(facts: Facts, rows: Sequence[tuple[Slot, ...]]) -> bool:
    """Tell whether a table of two columns is a form: fields' names on the left, not in its first
    row alone; or all that stands there is likely to name one, or begins anew with the first.
    """
    if not rows or len(rows[0]) != FORM_COLUMNS:
        return False
    below = [said(facts, row[0].parts) for row in rows[1:]]
    if _begins_anew(facts, rows, below):
        return True
    short = [label for label in below if len(label) <= LONGEST_LABEL]
    if len({field(label) for label in short} & OWN_FIELDS) >= LABELS:
        return True
    likely = {row_field(label) for label in short}
    all_likely = len(short) == len(below) and "" not in likely
    return all_likely and len(likely & OWN_FIELDS) >= LIKELY_LABELS


def _begins_anew(facts: Facts, rows: Sequence[tuple[Slot, ...]], below: Sequence[str]) -> bool:
    """Tell whether the label in the first row comes again with something else beside it, the labels
    between with it: rows of headings say the same each time they come.
    """
    first, beside = (said(facts, slot.parts) for slot in rows[0])
    again = next((at for at, label in enumerate(below, 1) if label == first), 0)
    own = {said(facts, row[0].parts) for row in rows[1:again]}
    return (
        bool(first and beside)
        and len(own) >= LABELS
        and said(facts, rows[again][1].parts) not in ("", beside)
        and own <= {said(facts, row[0].parts) for row in rows[again + 1 :]}
    )


def _turned_grid(
    facts: Facts,
    page: int,
    rows: Sequence[tuple[Slot, ...]],
    first: Sequence[str] = (),
    levels: int = 1,
) -> Grid:
    """Return a table on its side as a grid, `first` the fields of its first columns, where they are
    known; it begins with the first of its letters and goes on with none.
    """
    stretches = [part for row in rows for slot in row for part in slot.parts]
    head = [part for row in rows[:levels] for slot in row for part in slot.parts]
    columns = range(len(rows[0]))
    fields = [column_field(facts, rows[:levels], column) for column in columns]
    fields[: len(first)] = first
    if NAME not in fields and fields[0] != NUMBER:
        fields[0] = NAME  # the table was turned because its first row names the measures
    return Grid(
        tuple(fields),
        tuple(heading(facts, rows[:levels], column) for column in columns),
        tuple(Row(row) for row in rows[levels:]),
        min(stretches)[0],
        max(end for _, end in stretches),
        head[0],
        page,
        tuple(-1.0 for _ in columns),
    )


def _grid(
    facts: Facts, page: int, table: Table, frame: list[tuple[Slot, ...]], begin: int, after: int
) -> Grid:
    own = [cell for cell in table.cells if cell.row < after and cell.row + cell.rows > begin]
    starts = sorted({cell.column for cell in own}) or [0]
    if len(frame[begin]) < table.columns:  # unfolded
        starts = [*range(len(frame[begin]))]
    rows = [_narrowed(row, starts) for row in frame[begin:after]]
    first, last = (0, 0) if _is_form(facts, rows) else header(facts, rows)
    levels = rows[first:last]
    columns = tuple(column_field(facts, levels, column) for column in range(len(starts)))
    headings = tuple(heading(facts, levels, column) for column in range(len(starts)))
    body = tuple(Row(slots) for slots in _without_again(facts, rows, last))
    everywhere = [stretch for row in rows for slot in row for stretch in slot.parts] or [(0, 0)]
    heads = [
        stretch for row in levels for slot in row for stretch in slot.parts if slot.filled
    ] or [(0, 0)]
    start, end = min(everywhere)[0], max(end for _, end in everywhere)
    return Grid(
        columns,
        headings,
        body,
        start,
        end,
        (min(heads)[0], max(heads)[1]),
        page,
        _centres(own, starts),
    )


def _without_again(
    facts: Facts, rows: Sequence[tuple[Slot, ...]], last: int
) -> list[tuple[Slot, ...]]:
    """Return the rows below the headings without those that say again what one on top says, cell by
    cell: a page's end repeats titles and headings.
    """
    top = [[said(facts, slot.parts) for slot in row] for row in rows[:last]]
    heads = [own for own in top if any(own)]
    return [row for row in rows[last:] if [said(facts, slot.parts) for slot in row] not in heads]


def _narrowed(row: tuple[Slot, ...], starts: list[int]) -> tuple[Slot, ...]:
    """Return the row with those columns alone in which a cell of its piece begins."""
    slots = []
    for column in starts:
        slot = row[column]
        if slot.across > 1:
            covered = _covered(column, slot.across, starts)
            slot = slot if covered == slot.across else replace(slot, across=covered)
        slots.append(slot)
    return tuple(slots)


def _covered(column: int, across: int, starts: Sequence[int]) -> int:
    """Return how many of the columns, in order, a cell of so many stands over."""
    return bisect_left(starts, column + across) - bisect_left(starts, column)


def _matrix(
    facts: Facts, which: tuple[int, int], page: Page, table: Table
) -> list[tuple[Slot, ...]]:
    """Return the rows of slots; a cell over several rows stands in each of them, one over several
    columns in the first.
    """
    rows: list[list[Slot | None]] = [[None] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        place, bold = (*which, cell.row, cell.column), _bold(page, cell)
        slot = Slot((_stretch(facts, page, cell),), cell.columns, place, bold)
        for row in range(cell.row, min(cell.row + cell.rows, table.rows)):
            rows[row][cell.column] = slot
            for column in range(cell.column + 1, min(cell.column + cell.columns, table.columns)):
                rows[row][column] = Slot((), 0, place)
    return [
        tuple(slot or Slot(origin=(*which, number, column)) for column, slot in enumerate(row))
        for number, row in enumerate(rows)
    ]


def _bold(page: Page, cell: Cell) -> bool:
    """Tell whether all that a cell says is set in bold."""
    said = [line.bold for line in page.lines[cell.first : cell.last] if line.text]
    return bool(said) and all(said)


def _stretch(facts: Facts, page: Page, cell: Cell) -> Stretch:
    (start, end), letters = facts.document.cell(page, cell), flow(facts)
    return letters.index(start), letters.index(end)


def _centres(cells: Sequence[Cell], starts: Sequence[int]) -> tuple[float, ...]:
    """Return the middle of each column in points, from the cells that stand in it alone."""
    middles = dict[int, float]()
    for cell in cells:
        if _covered(cell.column, cell.columns, starts) == 1:
            middles.setdefault(cell.column, (cell.box.x0 + cell.box.x1) / 2)
    return tuple(middles.get(column, -1.0) for column in starts)
