"""The tables that lines and shades draw, and what stands in their cells."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ita_checker.model import Box
from ita_checker.read.layer.letters import Rule
from ita_checker.read.page import (
    boxed,
    gutters,
    half_drawn,
    headed,
    open_cells,
    open_rows,
    ruled,
    sharing,
    stacks,
    stripes,
)
from ita_checker.read.page.rows import Row
from ita_checker.read.page.ruled import Grid
from ita_checker.read.page.slivers import without_slivers

TOUCHING = 0.8  # points between two letters of one word, at most
FEW_CUTS, SPARSE = 3, 0.35  # letters cut off from their words, and share of cells that hold any
BESIDE_BARS = 0.88  # of a frame: what stands in a cell so wide stands beside a stripe
AT_EDGE = 0.06  # of the letter size: so near the edge of its area begins what a marker marks
Inside = dict[int, list[Row]]


class Drawn(NamedTuple):
    """The tables of a page, the runs around them, and those in their cells; of each, how many
    words of one run its lines run through.
    """

    grids: list[Grid]
    free: list[list[Row]]
    inside: list[Inside]
    cuts: list[int]


def tables(rules: Sequence[Rule], shades: Sequence[Rule], runs: Sequence[Row]) -> Drawn:
    """Return the tables that lines draw, each run in the cell or between the tables where it
    stands.
    """
    rules = [*rules, *stripes.edges(rules, shades, runs)]
    found = _shared(runs, [*map(without_slivers, ruled.grids(rules, shades))])
    found = _without(found, runs, list(map(_is_drawing, found.grids, found.inside, found.cuts)))
    if shown := stacks.stacks(rules, shades, found.grids, runs):
        found = _with(found, runs, shown)
    both = list(map(open_rows.parted_rows, found.grids, found.inside))
    found = found._replace(grids=[one for one, _ in both], inside=[held for _, held in both])
    found = _without(
        found,
        runs,
        half_drawn.better_unruled(found.grids, found.free, found.inside, rules),
    )
    if beside := list(headed.blocks(rules, found.grids, runs)):
        tops = sorted([*found.grids, *beside], key=lambda grid: (grid.box.top, grid.box.x0))
        found = _shared(runs, tops)
    if frames := boxed.beside(rules, found.grids, runs):
        tops = sorted([*found.grids, *frames], key=lambda grid: (grid.box.top, grid.box.x0))
        found = _shared(runs, tops)
    both = list(map(open_cells.parted_cells, found.grids, found.inside))
    both = [gutters.columns(*one) for one in both]
    return Drawn([one for one, _ in both], found.free, [held for _, held in both], found.cuts)


def _shared(runs: Sequence[Row], grids: list[Grid]) -> Drawn:
    return Drawn(grids, *sharing.shared(runs, grids))


def _without(found: Drawn, runs: Sequence[Row], none: Sequence[bool]) -> Drawn:
    """Return what is found without the tables that are none."""
    if not any(none):
        return found
    return _shared(runs, [one for one, off in zip(found.grids, none, strict=True) if not off])


def _with(found: Drawn, runs: Sequence[Row], shown: Sequence[Grid]) -> Drawn:
    """Return what is found with those stacks of level lines that white parts into columns, in the
    place of tables that show less or cut words.
    """
    own = _shared(runs, list(shown))
    kept: list[Grid] = []
    replaced: set[int] = set()
    for one, cells in zip(own.grids, own.inside, strict=True):
        parted, held = gutters.columns(one, cells)
        within = [n for n, other in enumerate(found.grids) if stacks.meet(one.box, other.box)]
        better = all(
            found.cuts[n]
            or _cuts(found.inside[n])
            or _finer(one.box, held, found.grids[n], found.inside[n])
            for n in within
        )
        free = not any(stacks.meet(one.box, other.box) for other in kept)
        if parted.columns > 1 and better and free:
            kept.append(one)
            replaced.update(within)
    grids = [one for number, one in enumerate(found.grids) if number not in replaced]
    grids = sorted([*grids, *kept], key=lambda grid: (grid.box.top, grid.box.x0))
    return _shared(runs, grids) if kept else found


def _finer(box: Box, cells: Inside, other: Grid, inside: Inside) -> bool:
    """Tell whether cells part what another table has in its own, as far as these lie in the box,
    and join nothing that it parts.
    """
    own = {
        at: number
        for number, held in inside.items()
        if stacks.meet(other.cells[number].box, box)
        for run in held
        if run.inked
        for at in run.places
    }
    homes = [{own[at] for run in held for at in run.places if at in own} for held in cells.values()]
    return all(len(home) <= 1 for home in homes) and len(homes) > len(set(own.values()))


def _is_drawing(table: Grid, cells: Mapping[int, Sequence[Row]], cuts: int) -> bool:
    """Tell whether lines draw something else than a table: most of its cells are empty, and they
    run through words, or they are a border with a bar, around all that is said in it, or what a
    marker pen would leave.
    """
    said = sum(any(run.inked for run in held) for held in cells.values())
    if said == 1 and (table.columns == 1 or (table.rows == 1 and _beside_bars(table, cells))):
        return True
    if _is_marker(table, cells):
        return True
    return len(cells) <= SPARSE * len(table.cells) and cuts + _cuts(cells) >= FEW_CUTS


def _is_marker(table: Grid, cells: Mapping[int, Sequence[Row]]) -> bool:
    """Tell whether areas are drawn behind words, as wide as these: the text of each begins right at
    its edge, in one line.
    """
    said = 0
    for number, held in cells.items():
        if any(run.inked for run in held):
            size, first = held[0].size, min(run.x0 for run in held)
            level = max(run.y for run in held) - min(run.y for run in held)
            if abs(first - table.cells[number].box.x0) > AT_EDGE * size or level > size:
                return False
            said += 1
    return said > 0


def _cuts(cells: Mapping[int, Sequence[Row]]) -> int:
    """Return how many words lines run through."""
    stretches: dict[float, list[tuple[float, float, int]]] = {}
    for cell, held in cells.items():
        lines: dict[float, list[Row]] = {}
        for run in held:
            if run.inked:
                lines.setdefault(run.y, []).append(run)
        for y, line in lines.items():
            stretches.setdefault(y, []).append((line[0].stretch[0], line[-1].stretch[1], cell))
    return sum(
        abs(other[0] - one[1]) < TOUCHING
        for line_of_cells in stretches.values()
        for one, other in itertools.pairwise(sorted(line_of_cells))
    )


def _beside_bars(table: Grid, cells: Mapping[int, Sequence[Row]]) -> bool:
    """Tell whether all but the cell in which something is said are bars, too narrow to be written
    in: a cover with a stripe at its side.
    """
    said = next(index for index, held in cells.items() if any(run.inked for run in held))
    box, whole = table.cells[said][-1], table.box
    return box.x1 - box.x0 >= BESIDE_BARS * (whole.x1 - whole.x0)
