"""Tables on a scan whose lines are dashed or dotted, or so thin that a copier broke them: rows of
ink with white on both sides that run on over gaps, and that others or rules cross.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from ita_checker.read.layer.letters import Rule
from ita_checker.read.ocr.ink.blocks import (
    ASKEW,
    BLOCK,
    THICK,
    WHITE,
    Blocks,
    Row,
    free,
    level_blocks,
    rows,
    upright_blocks,
)
from ita_checker.read.ocr.ink.ruling import FAINT, UPRIGHT
from ita_checker.read.raster import Grey, Mask
from ita_checker.read.raster.shades import inked

LONG = 38.0  # points: a level piece
# of a line from side to side of a table is left at least, which no other row of its pixels has: of
# the letters' ones 0.28; where a piece was seen, of the rest; blocks: a narrower table has none
LEFT, LITTLE, FEWEST = 0.36, 0.15, 10
MEETS = 4.0  # points, and a block: as near to a row ends what meets it
BEYOND = 16.0  # points: so far a row may seem to go on in the letters of the next line
CLOSE, TOUCHES = (3, 6), 0.12  # pixels from a level row; of all such places, so many are ink
SIDES = 2  # upright rows: lines to write on meet none, and rows of dots lead to no two
Pixels = tuple[float, float, float, float]


def dashed(
    ink: Grey, dark: Mask, rules: Sequence[Rule], scale: float
) -> tuple[list[Rule], Mask | None]:
    """Return the broken lines of tables as rules in points, and a mask of their ink (None without
    any); `dark`: the ink that is not faint; `rules`: the unbroken lines; `scale`: pixels per point.
    """
    faint = inked(ink, FAINT)  # on grey ground lines stand free in one of them
    solid = [
        Row(each.top * scale, each.x0 * scale, each.x1 * scale)
        for each in rules
        if each.top == each.bottom
    ]
    solid_down = [
        Row(each.x0 * scale, each.top * scale, each.bottom * scale)
        for each in rules
        if each.x0 == each.x1
    ]
    upright = free(upright_blocks(faint)) | free(upright_blocks(dark))
    down = rows(upright, UPRIGHT * scale, solid_down, scale)
    if not down or _apart([*down, *solid_down], MEETS * scale) < SIDES:
        return [], None
    level = free(level_blocks(faint)) | free(level_blocks(dark))
    across = rows(level, LONG * scale, solid, scale)
    for x0, y0, x1, y1 in _boxes([*across, *solid], [*down, *solid_down], scale):
        across += _faint(level, (y0, y1), (x0, x1), (across, solid))
        down += _faint(upright, (x0, x1), (y0, y1), (down, solid_down))
    down = [row for row in down if _touches(row, [*across, *solid], faint, scale)]
    across, down = _tables(across, down, (solid, solid_down), scale)
    if not down:
        return [], None
    found = [Rule(row.start, row.at, row.end, row.at) for row in across]
    found += [Rule(row.at, row.start, row.at, row.end) for row in down]
    made = [Rule(*(side / scale for side in rule)) for rule in found]
    return made, _ink(faint, dark, [*across, *solid], [*down, *solid_down])


def _boxes(across: Sequence[Row], down: Sequence[Row], scale: float) -> Iterator[Pixels]:
    """Yield the rectangles (x0, y0, x1, y1) about rows that meet."""
    groups: list[tuple[list[Row], list[Row]]] = []
    for row in across:
        met = [one for one in groups if any(_meet(row, each, MEETS * scale) for each in one[1])]
        own = [each for each in down if _meet(row, each, MEETS * scale)]
        groups = [one for one in groups if one not in met]
        levels = [row, *(each for one in met for each in one[0])]
        groups.append((levels, [*own, *(each for one in met for each in one[1])]))
    for levels, sides in groups:
        if sides:
            first, last = min(each.start for each in sides), max(each.end for each in sides)
            tops = [each.at for each in levels]
            places = [each.at for each in sides]
            yield (
                min(*places, *(each.start for each in levels)),
                min(first, *tops),
                max(*places, *(each.end for each in levels)),
                max(last, *tops),
            )


def _faint(
    ink: Blocks,
    lanes: tuple[float, float],
    along: tuple[float, float],
    known: tuple[Sequence[Row], Sequence[Row]],
) -> list[Row]:
    """Return the rows from side to side of a table of which only pieces are left; `lanes`: where
    they may stand; `along`: from where to where they go; `known`: the broken and the unbroken ones
    that were seen, of which there must be more beyond them.
    """
    first, start = max(0, int(lanes[0]) - ASKEW), round(along[0] / BLOCK)
    own = ink[first : int(lanes[1]) + ASKEW + 1, start : round(along[1] / BLOCK)]
    if own.shape[1] < FEWEST:
        return []
    enough = own.mean(axis=1) >= LEFT
    for seen, least in zip(known, (LITTLE, LEFT), strict=True):
        lacking = np.ones(own.shape, np.bool_)
        for row in seen:
            lane, at = round(row.at) - first, max(0, round(row.start / BLOCK) - start)
            if lane >= -ASKEW:
                end = max(0, round(row.end / BLOCK) - start)
                lacking[max(0, lane - ASKEW - 1) : lane + ASKEW + 2, at:end] = False
        left = lacking.sum(axis=1)
        enough &= (left > 0) & ((own & lacking).sum(axis=1) >= least * left)
    made: list[Row] = []
    for number in np.argsort(-own.mean(axis=1)[enough], kind="stable").tolist():
        place = float(first + np.flatnonzero(enough)[number])
        if all(abs(place - row.at) > ASKEW + 1 for row in made):
            made.append(Row(place, *along))
    return made


def _touches(row: Row, across: Sequence[Row], faint: Mask, scale: float) -> bool:
    """Tell whether an upright row has ink right beside level ones that it meets, as digits that
    stand one below the other in the rows of a table have not.
    """
    lanes = slice(max(0, round(row.at) - THICK - 1), round(row.at) + THICK + 2)
    ends = [
        faint[max(0, round(other.at) + first) : max(0, round(other.at) + last), lanes].any()
        for other in across
        if _meet(row, other, MEETS * scale)
        for first, last in ((-CLOSE[1], -CLOSE[0]), (CLOSE[0] + 1, CLOSE[1] + 1))
        if row.start - BLOCK <= other.at + first and other.at + last <= row.end + BLOCK
    ]
    return bool(sum(ends) >= TOUCHES * len(ends))


def _tables(
    across: list[Row], down: list[Row], solid: tuple[list[Row], list[Row]], scale: float
) -> tuple[list[Row], list[Row]]:
    """Return the level and the upright rows that make tables, drawn out to where they meet."""
    near = MEETS * scale
    down = list(_between(down, [*across, *solid[0]], near))
    across = [
        _reaching(row, [*down, *solid[1]], near)
        for row in across
        if any(_meet(row, each, near) for each in down)
        and _apart((each for each in (*down, *solid[1]) if _meet(row, each, near)), near) >= SIDES
    ]
    down = list(_between(down, [*across, *solid[0]], near))
    return (across, down) if _apart([*down, *solid[1]], near) >= SIDES else ([], [])


def _apart(found: Iterable[Row], near: float) -> int:
    """Return at how many places rows stand."""
    places = sorted(row.at for row in found)
    return sum(after - before > near for before, after in pairwise([-np.inf, *places]))


def _meet(row: Row, other: Row, near: float) -> bool:
    """Tell whether two rows that stand crosswise meet."""
    reach = near + BLOCK
    return (
        row.start - reach <= other.at <= row.end + reach
        and other.start - reach <= row.at <= other.end + reach
    )


def _between(found: Iterable[Row], others: Sequence[Row], near: float) -> Iterator[Row]:
    """Yield the upright rows that go from one level row to another."""
    for row in found:
        made = _reaching(row, others, near)
        ends = {other.at for other in others if _meet(row, other, near)}
        if made.start in ends and made.end in ends and made.start < made.end:
            yield made


def _reaching(row: Row, others: Sequence[Row], near: float) -> Row:
    """Return a row drawn out, or back, to the rows that it ends at."""
    met = [other.at for other in others if _meet(row, other, near)]
    reach, beyond = near + BLOCK, BEYOND * near / MEETS
    first, last = min(met, default=row.start), max(met, default=row.end)
    start = first if -reach <= first - row.start <= beyond else row.start
    end = last if -beyond <= last - row.end <= reach else row.end
    return replace(row, start=start, end=end)


def _ink(faint: Mask, dark: Mask, across: Sequence[Row], down: Sequence[Row]) -> Mask:
    """Return the ink of rows, but where letters (`dark`) cross it; where rows cross each other,
    all.
    """
    made = np.zeros_like(faint)
    for mask, letters, own, found in (
        (faint, dark, made, across),
        (faint.T, dark.T, made.T, down),
    ):
        for row in found:
            at, columns = round(row.at), slice(max(0, int(row.start) - BLOCK), int(row.end) + BLOCK)
            ends = max(0, at - WHITE[0]), min(len(mask) - 1, at + WHITE[0])
            crossed = np.maximum(*(letters[end, columns] for end in ends))
            top = max(0, at - ASKEW)
            band = _hanging(mask[top : at + ASKEW + 1, columns], at - top)
            own[top : at + ASKEW + 1, columns] |= np.where(crossed, np.uint8(0), band)
    for level in across:
        for upright in down:
            if _meet(level, upright, 0.0):
                beside, columns = (
                    slice(max(0, round(at) - ASKEW), round(at) + ASKEW + 1)
                    for at in (level.at, upright.at)
                )
                made[beside, columns] = faint[beside, columns]
    return made


def _hanging(band: Mask, middle: int) -> Mask:
    """Return a band's ink that hangs together with what is in its middle, in each column where
    anything is: the foot of a vowel may stand close to a line.
    """
    kept = band.copy()
    first, last = max(0, middle - THICK), middle + THICK + 1
    own = band[first:last].max(axis=0)
    for lane, inner in (
        *((lane, lane + 1) for lane in range(first - 1, -1, -1)),
        *((lane, lane - 1) for lane in range(last, len(band))),
    ):
        kept[lane] = np.where(own, kept[lane] & kept[inner], kept[lane])
    return kept
