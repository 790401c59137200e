"""Columns of drawn tables that no upright line parts: white that runs down their rows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median_low

from ita_checker.model import Box
from ita_checker.read.page.bands import GUTTER, Level, Part, Span, levels, parted
from ita_checker.read.page.rows import Row, rejoined, row_of
from ita_checker.read.page.ruled import Grid, Square

FEWEST = 2  # rows that white parts at one place
SHARE = 0.5  # of the rows in which something is said
STRAIGHT, IN_LINE = 3.0, 0.6  # points, and share of a column's cells that stand in line
CLOSE = 0.1  # of the letter size: the least white before what begins right at a known gutter's end
AT = 1.0  # points: so near it begins
ROOM = 1.0  # of the letter size: a word goes on in a label's line where so much more is free
LETTERS = 1  # of a mark before an item of a list: more are a label
Inside = dict[int, list[Row]]
Sides = tuple[list[Part], list[Part]]


@dataclass(frozen=True, slots=True)
class Wide:
    """A cell as wide as its table: its number, the runs in it as white may part them, its lines,
    and which runs begin a cell though little white is before them.
    """

    number: int
    runs: tuple[Row, ...]
    lines: tuple[Level, ...]
    close: frozenset[int] = frozenset()

    def sides(self, x: float) -> Sides | None:
        """Return what stands before a place and what begins the lines from there on; None where
        no white parts them.
        """
        each = [parted_at(line, x, self.close) for line in self.lines]
        if None in each:
            return None
        whole = [sides for sides in each if sides]
        return [part for left, _ in whole for part in left], [
            part for _, right in whole for part in right[:1]
        ]

    def begun(self, x: float) -> Sides | None:
        """Return the sides of the first line, where both are: a value may run on below."""
        sides = parted_at(self.lines[0], x, self.close)
        return sides if sides and all(sides) else None

    def lettered(self, parts: Sequence[Part]) -> bool:
        """Tell whether any piece of some is more than the mark of a list."""
        said = ("".join(filter(str.isalpha, self.runs[part.run].text)) for part in parts)
        return any(len(text) > LETTERS for text in said)

    def runs_on(self, x: float) -> bool:
        """Tell whether what follows the first line goes on with its value, under the label: it
        reaches over the gutter, or is a word that had room beside the label.
        """
        first = self.begun(x)
        if first is None or len(self.lines) == 1:
            return False
        if self.sides(x) is None:
            return True
        free = x - max(part.x1 for part in first[0]) - ROOM * self.lines[0].size
        below = [line.parts for line in self.lines[1:]]
        return all(parts[0].x0 < x - STRAIGHT for parts in below) and any(
            parts[-1].x1 - parts[0].x0 <= free for parts in below
        )


def parted_at(line: Level, x: float, close: frozenset[int] = frozenset()) -> Sides | None:
    """Return a line's pieces before a place and from there on; None where one reaches over it.
    `close`: the runs known to begin a cell though little white is before them.
    """
    left = [part for part in line.parts if part.x0 < x - STRAIGHT]
    right = list(line.parts[len(left) :])
    least = CLOSE if right and right[0].run in close else GUTTER
    if left and max(part.x1 for part in left) > x - least * line.size:
        return None
    return left, right


def columns(table: Grid, inside: Inside) -> tuple[Grid, Inside]:
    """Return a table and what stands in its cells, those as wide as the table parted where white
    runs down several of them.
    """
    wide = closely(_wide(table, inside))
    gutters = between(wide)
    if not gutters:
        return table, inside
    begins = [x for _, x in gutters]
    under = len(begins) == 1 and any(one.runs_on(*begins) for one in wide)
    rows = [one for one in wide if _has_both(one, begins)]
    first = rows[0].number if rows else 0
    reach = max((_reach(one, begins[0]) for one in rows), default=0.0)
    groups = {
        one.number: _labelled(one, *begins)
        if under and one.begun(*begins)
        else _by_columns(one, begins, heads=one.number < first and _reach(one) > reach)
        for one in wide
    }
    return _parted(table, inside, groups, gutters)


def _wide(table: Grid, inside: Inside) -> Iterator[Wide]:
    for number, cell in enumerate(table.cells):
        held = inside.get(number, [])
        if cell.columns == table.columns and any(run.inked for run in held):
            runs = parted(held)
            yield Wide(number, tuple(runs), tuple(levels(runs)))


def between(wide: Sequence[Wide]) -> list[Span]:
    """Return the white between columns, from left to right; none where all that it parts is marks
    and the items behind them.
    """
    found: list[Span] = []
    labels = False
    places = {part.x0 for one in wide for line in one.lines for part in line.parts}
    for x in sorted(places):
        each = [(one, one.sides(x) or (None if found else one.begun(x))) for one in wide]
        both = [(one, sides) for one, sides in each if sides and all(sides)]
        if len(both) < max(FEWEST, SHARE * len(wide)):
            continue
        left = found[-1][1] if found else 0.0
        column = [(one, [part for part in sides[0] if part.x0 >= left]) for one, sides in both]
        lettered = any(one.lettered(parts) for one, parts in column)
        if any(not parts for _, parts in column) or (found and not lettered):
            continue
        if _in_line([sides[1] for _, sides in both]):
            end = max(part.x1 for _, parts in column for part in parts)
            found.append((end, min(part.x0 for _, sides in both for part in sides[1])))
            labels |= lettered
    return found if labels else []


def _in_line(cells: Sequence[Sequence[Part]]) -> bool:
    """Tell whether most cells of a column begin, end or have their middle in one place."""
    edges = [(min(part.x0 for part in cell), max(part.x1 for part in cell)) for cell in cells]
    for places in (
        [x0 for x0, _ in edges],
        [x1 for _, x1 in edges],
        [(x0 + x1) / 2 for x0, x1 in edges],
    ):
        usual = median_low(places)
        near = sum(abs(place - usual) <= STRAIGHT for place in places)
        if near >= max(FEWEST, IN_LINE * len(places)):
            return True
    return False


def closely(wide: Iterable[Wide]) -> list[Wide]:
    """Return cells with their runs parted also where one begins right below or above others that
    white parts, with little white before it and no space: a label that fills its column.
    """
    found = list(wide)
    places = [{part.x0 for line in one.lines for part in line.parts[1:]} for one in found]
    each = sorted(x for own in places for x in own)
    often = [low for low, high in zip(each, each[FEWEST - 1 :], strict=False) if high - low <= AT]
    return [_cut_close(one, often) for one in found]


def _cut_close(one: Wide, begins: Sequence[float]) -> Wide:
    pieces = [list(_pieces(run, begins)) for run in one.runs]
    firsts = list(accumulate((len(each) for each in pieces), initial=0))
    close = frozenset(range(firsts[-1])) - frozenset(firsts)
    runs = tuple(piece for each in pieces for piece in each)
    return Wide(one.number, runs, tuple(levels(runs)), close) if close else one


def _pieces(run: Row, begins: Sequence[float]) -> Iterator[Row]:
    x0s, x1s, _, sizes = run.page.lists
    first = 0
    for index, (before, at) in enumerate(pairwise(run.places), 1):
        white = x0s[at] - x1s[before]
        close = run.page.texts[before] != " " and white >= CLOSE * sizes[at]
        if close and bisect_left(begins, x0s[at] - AT) < bisect_right(begins, x0s[at] + AT):
            yield row_of(run.page, run.places[first:index])
            first = index
    yield row_of(run.page, run.places[first:]) if first else run


def _has_both(one: Wide, begins: Sequence[float]) -> bool:
    return any(all(one.sides(x) or one.begun(x) or [()]) for x in begins)


def _reach(one: Wide, x: float = float("inf")) -> float:
    """Return how far what stands before a place reaches."""
    before = (part.x1 for line in one.lines for part in line.parts if part.x0 < x - STRAIGHT)
    return max(before, default=0.0)


def _labelled(one: Wide, x: float) -> dict[float, list[Row]]:
    """Return the runs of a label, and of its value that runs on under it."""
    label = {part.run for part in (one.begun(x) or ([], []))[0]}
    return {
        0.0: [run for number, run in enumerate(one.runs) if number in label],
        x: [run for number, run in enumerate(one.runs) if number not in label],
    }


def _by_columns(one: Wide, begins: Sequence[float], *, heads: bool) -> dict[float, list[Row]]:
    """Return the runs of a cell by where their column begins: of a title they are not parted, nor
    those that nothing stands beside; `heads`: it stands above all that are parted and
    reaches further than their labels.
    """
    parting = [x for x in begins if one.sides(x)]
    beside = any(sides[1] for x in parting if (sides := one.sides(x)))
    if not beside and (heads or len(parting) < len(begins) or len(begins) > 1):
        parting = []
    columns: dict[float, list[Row]] = {0.0: [], **{x: [] for x in parting}}
    for run in one.runs:
        at = run.inked.x0 if run.inked else run.x0
        columns[[0.0, *parting][bisect_right(parting, at + STRAIGHT)]].append(run)
    return columns


def _parted(
    table: Grid, inside: Inside, wide: dict[int, dict[float, list[Row]]], gutters: Sequence[Span]
) -> tuple[Grid, Inside]:
    """Return the table with more columns, and what stands in its cells."""
    drawn = {box.x0 for *_, box in table.cells} | {table.box.x1}
    edges = {gutter[1]: _edge(gutter, sorted(drawn)) for gutter in gutters}
    xs = sorted(drawn | set(edges.values()))
    cells: list[Square] = []
    held: Inside = {}
    for number, cell in enumerate(table.cells):
        own = wide.get(number) or {0.0: inside.get(number, [])}
        sides = [cell.box.x0, *(edges[x] for x in own if x), cell.box.x1]
        for (x0, x1), runs in zip(pairwise(sides), own.values(), strict=True):
            if runs:
                held[len(cells)] = rejoined(runs)
            column = _nearest(xs, x0)
            box = Box(x0, cell.box.top, x1, cell.box.bottom)
            cells.append(Square(cell.row, column, cell.rows, _nearest(xs, x1) - column, box))
    return Grid(table.box, table.rows, len(xs) - 1, tuple(cells)), held


def _edge(gutter: Span, xs: Sequence[float]) -> float:
    """Return where a gutter's edge is: at one that the table has, else in the gutter's middle."""
    index = bisect_left(xs, gutter[0])
    inside = xs[index] if index < len(xs) and xs[index] <= gutter[1] else None
    return (gutter[0] + gutter[1]) / 2 if inside is None else inside


def _nearest(xs: Sequence[float], x: float) -> int:
    return min(range(len(xs)), key=lambda index: abs(xs[index] - x))
