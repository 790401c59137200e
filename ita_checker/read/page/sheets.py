"""Pages side by side on one sheet, as two are printed to save paper: each is read by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ita_checker.read.layer.letters import Rule
from ita_checker.read.page.rows import Row

WHITE = 2.0  # of the letter size: what runs down between two pages, at least
MIDDLE = 0.15  # of the sheet's width: so far from its middle it may run
# lines of a page; how much of its width a line fills, and how many do; of the sheet's width: how
# wide what stands on one is at least (of 277 papers of 40 producers, those two on one sheet alone)
FEWEST_LINES, FILLED, FEWEST_FULL, NARROWEST = 5, 0.6, 3, 0.25
GROUND = 0.8  # of the sheet's width: what is drawn so wide is its ground, no page's


class Part(NamedTuple):
    """What is drawn on one page of a sheet: lines, areas, runs."""

    rules: list[Rule]
    shades: list[Rule]
    runs: list[Row]


def parts(
    rules: Sequence[Rule], shades: Sequence[Rule], runs: Sequence[Row], width: float
) -> list[Part]:
    """Return what stands on each page of a sheet, in the order in which they are read; all of it as
    one where it is no sheet of two pages.
    """
    inked = [run for run in runs if run.inked]
    x = _between(inked, (rule for rule in rules if rule.x1 - rule.x0 < GROUND * width), width)
    sides = [[run for run in inked if (run.x0 < x) is left] for left in (True, False)] if x else []
    if not sides or not _one_by_one(sides) or not all(_is_page(side, width) for side in sides):
        return [Part(list(rules), list(shades), list(runs))]
    return [
        Part(
            [rule for rule in rules if (rule.x0 < x) is left],
            [shade for shade in shades if (shade.x0 < x) is left],
            [run for run in runs if (run.x0 < x) is left],
        )
        for left in (True, False)
    ]


def _between(runs: Sequence[Row], rules: Iterable[Rule], width: float) -> float:
    """Return where white runs down the middle of a sheet; 0 where none does."""
    low, high = (0.5 - MIDDLE) * width, (0.5 + MIDDLE) * width
    if not runs or any(run.inked.x0 < low and run.inked.x1 > high for run in runs if run.inked):
        return 0.0
    least = WHITE * max(run.size for run in runs[:: max(1, len(runs) // 9)])
    reach = 0.0
    for x0, x1 in sorted(_reaches(runs, rules)):
        if reach and x0 - reach >= least and low <= (reach + x0) / 2 <= high:
            return (reach + x0) / 2
        reach = max(reach, x1)
        if reach > high:
            break
    return 0.0


def _reaches(runs: Iterable[Row], rules: Iterable[Rule]) -> Iterator[tuple[float, float]]:
    yield from (run.inked[:2] for run in runs if run.inked)
    yield from ((rule.x0, rule.x1) for rule in rules)


def _one_by_one(sides: Sequence[Sequence[Row]]) -> bool:
    """Tell whether the file draws one side after the other."""
    drawn = [[run.places[0] for run in side] for side in sides]
    return all(drawn) and all(max(one) < min(other) for one, other in pairwise(drawn))


def _is_page(side: Sequence[Row], width: float) -> bool:
    """Tell whether runs are as many and as full lines as stand on a page."""
    low, high = min(run.x0 for run in side), max(run.x1 for run in side)
    lines: dict[int, tuple[float, float]] = {}
    for run in side:
        x0, x1 = lines.get(round(run.y), (run.x0, run.x1))
        lines[round(run.y)] = min(x0, run.x0), max(x1, run.x1)
    full = sum(x1 - x0 >= FILLED * (high - low) for x0, x1 in lines.values())
    wide = high - low >= NARROWEST * width
    return wide and len(lines) >= FEWEST_LINES and full >= FEWEST_FULL
