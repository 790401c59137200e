"""Striped tables: every second row is filled, cell by cell; nothing draws the rows between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ita_checker.read.layer.letters import Rule
from ita_checker.read.page.bands import Level, levels
from ita_checker.read.page.rows import Row
from ita_checker.read.page.ruled import SNAP, STRIPE, joined

FEWEST_EDGES = 3  # of a filled row: two cells
TALLER, HIGHEST = 2.0, 6.0  # times a filled row's height: the white one between two, among more
OVER = 1.0  # points by which a letter reaches over the side of a column
# of the letter size: from a filled row to the line beside it and from row to row; from line to line
PADDED, NEXT_LINE, ALIKE = 2.6, 1.8, 1.1
FILLED = 3  # rows of cells filled alike, from which on these are a table whatever is between
ABOVE = 2  # rows above the first stripe: a head, and the first row
FOOT = 0.5  # of the letter size: what a row reaches below its last base line
Line = tuple[Level, set[int]]  # and the columns that it fills


class Stripe(NamedTuple):
    """A row whose cells are filled: from where to where, and the sides of its cells."""

    top: float
    bottom: float
    xs: tuple[float, ...]


def edges(rules: Sequence[Rule], shades: Sequence[Rule], runs: Sequence[Row]) -> list[Rule]:
    """Return the lines that stripes and the rows between, over and under them would have, of tables
    in which nothing else parts these.
    """
    found = list(_stripes(shades))
    if len(found) < 2:
        return []
    said = [run for run in runs if run.inked]
    uprights = [rule for rule in rules if rule.x0 == rule.x1]
    levelled = [rule for rule in rules if rule.top == rule.bottom]
    tables = (_widened(table, levelled) for table in _tables(found, uprights, said))
    return [edge for table in tables for edge in _drawn(table, said)]


def _stripes(shades: Iterable[Rule]) -> Iterator[Stripe]:
    """Yield the rows of filled cells that stand side by side."""
    rows: dict[tuple[int, int], list[float]] = {}
    levels_at: dict[int, list[Rule]] = {}
    for edge in shades:
        if edge.x0 == edge.x1:
            rows.setdefault((round(edge.top), round(edge.bottom)), []).append(edge.x0)
        else:
            levels_at.setdefault(round(edge.top), []).append(edge)
    for (top, bottom), sides in sorted(rows.items()):
        xs: list[float] = []
        for x in sorted(sides):
            if not xs or x - xs[-1] > SNAP:
                xs.append(x)
        filled = joined([(0.0, edge.x0, edge.x1) for edge in levels_at.get(top, ())])
        whole = any(low <= xs[0] + SNAP and xs[-1] - SNAP <= high for _, low, high in filled)
        if len(xs) >= FEWEST_EDGES and whole:
            yield Stripe(top, bottom, tuple(xs))


def _tables(
    found: Sequence[Stripe], uprights: Sequence[Rule], runs: Sequence[Row]
) -> Iterator[list[Stripe]]:
    """Yield the stripes of one table: of the same columns, one below the other; white is between
    two at least, or there are several.
    """
    while found:
        held, rest = [found[0]], list[Stripe]()
        for stripe in found[1:]:
            same = not rest and _as_before(held[-1], stripe)
            goes_on = same and not _is_parted(held[-1], stripe, uprights, runs)
            (held if goes_on else rest).append(stripe)
        if _is_striped(held) if _whites(held) else _is_filled(held, uprights):
            yield held
        found = rest


def _widened(table: list[Stripe], levelled: Iterable[Rule]) -> list[Stripe]:
    """Return the stripes of a table with the column before them over which its lines reach: labels
    are not filled.
    """
    first, last = table[0], table[-1]
    left = min(
        (
            rule.x0
            for rule in levelled
            if first.top - SNAP <= rule.top <= last.bottom + SNAP and rule.x1 >= first.xs[-1] - SNAP
        ),
        default=first.xs[0],
    )
    if left > first.xs[0] - STRIPE:
        return table
    return [stripe._replace(xs=(left, *stripe.xs)) for stripe in table]


def _whites(table: Sequence[Stripe]) -> list[float]:
    """Return how high the white rows between filled ones are."""
    steps = (below.top - above.bottom for above, below in pairwise(table))
    return [step for step in steps if step > SNAP]


def _is_striped(table: Sequence[Stripe]) -> bool:
    whites, tall = _whites(table), max(stripe.bottom - stripe.top for stripe in table)
    return max(whites) <= (TALLER if len(whites) == 1 else HIGHEST) * tall


def _is_filled(table: Sequence[Stripe], uprights: Iterable[Rule]) -> bool:
    """Tell whether rows of filled cells are enough for a table, and upright lines make no other."""
    first, last, left, right = table[0], table[-1], table[0].xs[0], table[0].xs[-1]
    return len(table) >= FILLED and not any(
        left + SNAP < rule.x0 < right - SNAP and first.top < rule.bottom and rule.top < last.bottom
        for rule in uprights
    )


def _as_before(last: Stripe, stripe: Stripe) -> bool:
    return (
        len(last.xs) == len(stripe.xs)
        and all(abs(x - y) <= SNAP for x, y in zip(last.xs, stripe.xs, strict=True))
        and stripe.top >= last.bottom - SNAP
    )


def _is_parted(above: Stripe, below: Stripe, uprights: Iterable[Rule], runs: Iterable[Row]) -> bool:
    """Tell whether between two stripes upright lines part cells, or words reach over them."""
    left, right = above.xs[0] + SNAP, above.xs[-1] - SNAP
    return any(_cuts(above.xs, run) for run in runs if above.bottom < run.y < below.top) or any(
        left < rule.x0 < right and rule.top < below.top - SNAP and rule.bottom > above.bottom + SNAP
        for rule in uprights
    )


def _drawn(table: Sequence[Stripe], runs: Sequence[Row]) -> list[Rule]:
    """Return the lines of a table: of its stripes, the rows between, the head and first row above
    and the last row below.
    """
    xs, top, bottom = table[0].xs, table[0].top, table[-1].bottom
    beside = [run for run in runs if xs[0] - SNAP <= run.x0 and run.x1 <= xs[-1] + SNAP]
    lines = [
        (line, {sum(x <= (part.x0 + part.x1) / 2 for x in xs) for part in line.parts})
        for line in levels(beside)
        if not any(_cuts(xs, beside[part.run]) for part in line.parts)
    ]
    if not _whites(table):
        lines = []  # all rows are filled
    above = _next_to(top, [one for one in lines if one[0].y < top][::-1], PADDED)
    below = _next_to(bottom, [one for one in lines if one[0].y > bottom], _step(table, lines))
    begun = [line.y - line.size for line, held in above if 1 in held and 2 * len(held) >= len(xs)]
    # a row's cells, or most of them: a total has no number, and who signs stands under few columns
    rows = bool(below) and (below[0][1] > {1} or 2 * len(below[0][1]) > len(xs))
    ends = [line.y + FOOT * line.size for line, _ in below[-1:] if rows]
    ys = [*begun[:ABOVE][::-1], *(y for one in table for y in (one.top, one.bottom)), *ends]
    return [
        *(Rule(x, ys[0], x, ys[-1]) for x in xs),
        *(Rule(xs[0], y, xs[-1], y) for y in ys),
    ]


def _step(table: Sequence[Stripe], lines: Sequence[Line]) -> float:
    """Return how far one line of a filled cell is from the next at most, of the letter size."""
    cells = ([line for line, _ in lines if one.top < line.y < one.bottom] for one in table)
    steps = [(b.y - a.y) / b.size for held in cells for a, b in pairwise(held)]
    return ALIKE * min(steps) if steps else NEXT_LINE


def _next_to(at: float, lines: Iterable[Line], most: float) -> list[Line]:
    """Return the lines that follow each other from an edge on; `most`: of the letter size, how far
    one is from the next.
    """
    held: list[Line] = []
    step = 0.0
    for line, columns in lines:
        away = abs(line.y - (held[-1][0].y if held else at))
        if away > (most if held else PADDED) * line.size or (step and away > SNAP + step):
            break
        step = away if held else 0.0
        held.append((line, columns))
    return held


def _cuts(xs: Sequence[float], run: Row) -> bool:
    """Tell whether a letter of a run reaches over a side of a column."""
    if not any(run.x0 < x < run.x1 for x in xs[1:-1]):
        return False
    x0s, x1s, _, _ = run.page.lists
    return any(x0s[at] < x - OVER and x1s[at] > x + OVER for at in run.places for x in xs[1:-1])
