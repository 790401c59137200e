"""Flows: texts that the file draws line after line, such as a column or a text box, put into
reading order.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import chain, groupby, pairwise
from typing import NamedTuple

from ita_checker.read.page import side_by_side
from ita_checker.read.page.rows import Row

NEXT_LINE = 2.6  # of the letter size: a step down that stays within a flow
BESIDE = 0.45  # of the letter size: a step up or down that stays in the line
ASCENT, DESCENT = 0.5, 0.1  # of the letter size: the body of a line, marks and tails left out
TOUCH = 1.0  # points: flows that overlap by more are one
ALIKE = 0.7  # of the height of the lower of two flows: so much of it stands beside the other
# lines of a column, for those who sign beside each other have four; how much of its width a line
# fills, and how many of its lines
FEWEST_LINES, FILLED, MOST = 5, 0.6, 0.6
NARROWEST = 9.0  # of the letter size: how wide one is at least


class _Flow(NamedTuple):
    x0: float
    top: float
    x1: float
    bottom: float
    runs: list[Row]
    columns: Sequence[Sequence[Row]] = ()


def flows(found: Sequence[Row]) -> list[list[Row]]:
    """Return the runs of each flow, the flows in reading order."""
    bands = {column[0]: columns for columns in side_by_side.columns(found) for column in columns}
    within = {run for columns in bands.values() for column in columns for run in column}
    made: list[_Flow] = []
    last: Row | None = None
    for run in found:
        if run.inked is None:
            continue
        if run in within:
            last = None
            if run in bands and run is bands[run][0][0]:
                whole = [one for column in bands[run] for one in column]
                made.append(reduce(_joined, map(_body, whole))._replace(columns=bands[run]))
            continue
        box = _body(run)
        if last is not None and _goes_on(last, run, made[-1]):
            made[-1] = _joined(made[-1], box)
        else:
            made.append(box)
        last = run
    if len(made) > 1:
        made = _ordered(_merged(made))
    each = (
        [part for column in flow.columns for part in flows(column)] or [flow.runs] for flow in made
    )
    return list(chain.from_iterable(each))


def stretches(found: Sequence[Row]) -> list[list[Row]]:
    """Return runs that stand in order of height, parted where white runs across them."""
    made: list[list[Row]] = []
    for run in found:
        if run.inked is None:
            continue
        if not made or run.y - made[-1][-1].y > NEXT_LINE * run.size:
            made.append([])
        made[-1].append(run)
    return made


def _goes_on(last: Row, run: Row, flow: _Flow) -> bool:
    """Tell whether a run goes on with a flow: to the right in the line, or under it one
    line down.
    """
    size = max(run.size, last.size)
    down = run.y - last.y
    if abs(down) <= BESIDE * size:
        return run.x0 > last.x0
    return 0 < down <= NEXT_LINE * size and run.x0 < flow.x1 + size and run.x1 > flow.x0 - size


def _joined(some: _Flow, other: _Flow) -> _Flow:
    return _Flow(
        min(some.x0, other.x0),
        min(some.top, other.top),
        max(some.x1, other.x1),
        max(some.bottom, other.bottom),
        some.runs + other.runs,
    )


def _body(run: Row) -> _Flow:
    y, size = run.y, run.size
    return _Flow(run.x0, y - ASCENT * size, run.x1, y + DESCENT * size, [run])


def _overlap(some: _Flow, other: _Flow) -> bool:
    wide = min(some.x1, other.x1) - max(some.x0, other.x0)
    return wide > TOUCH and min(some.bottom, other.bottom) - max(some.top, other.top) > TOUCH


def one_after_another(columns: Sequence[Sequence[Row]]) -> bool:
    """Tell whether runs side by side are columns of running text that the file draws one after the
    other: text boxes. A table is drawn row by row. Commas and quotes by themselves tell nothing.
    """
    drawn = [
        [run.places[0] for run in column if any(map(str.isalnum, run.text))] for column in columns
    ]
    return (
        all(drawn)
        and all(map(_is_column, columns))
        and all(max(a) < min(b) for a, b in pairwise(drawn))
    )


def _is_column(runs: Sequence[Row]) -> bool:
    """Tell whether runs are lines of running text, of which most fill their column."""
    lines = [list(line) for _, line in groupby(runs, lambda run: round(run.y))]
    low, high = min(run.x0 for run in runs), max(run.x1 for run in runs)
    full = sum(
        max(run.x1 for run in line) - min(run.x0 for run in line) > FILLED * (high - low)
        for line in lines
    )
    wide = high - low >= NARROWEST * max(run.size for run in runs)
    return wide and len(lines) >= FEWEST_LINES and full >= MOST * len(lines)


def _merged(found: Sequence[_Flow]) -> list[_Flow]:
    """Return the flows, those that overlap as one, or else those of which one is a line of the
    other; a piece of a line stands in one column and beside another.
    """
    done: list[_Flow] = []
    for flow in found:
        while done:
            at = next((at for at, one in enumerate(done) if _overlap(flow, one)), None)
            if at is None:
                at = next((at for at, one in enumerate(done) if _one_line(flow, one)), None)
            if at is None:
                break
            flow = _joined(done.pop(at), flow)
        done.append(flow)
    return done


def _one_line(some: _Flow, other: _Flow) -> bool:
    """Tell whether one of two flows side by side is a single line that stands on a base line of
    the other.
    """
    high = min(some.bottom, other.bottom) - max(some.top, other.top)
    if high <= ALIKE * min(some.bottom - some.top, other.bottom - other.top):
        return False
    few, many = sorted((some.runs, other.runs), key=len)
    lines = {round(run.y, 1) for run in few}
    return len(lines) == 1 and any(abs(run.y - few[0].y) < 0.15 * run.size for run in many)


def _ordered(found: list[_Flow]) -> list[_Flow]:
    """Return the flows in reading order: cut where white runs across, else where it runs down,
    else from the top. Columns of running text come one after the other where the file draws them
    so, and where no white as high as a letter runs across them.
    """
    if len(found) < 2:
        return found
    down = _cut(found, 0, 2)
    columns = down if all(any(_is_column(one.runs) for one in part) for part in down) else []
    far: list[list[_Flow]] = []
    for part in _cut(found, 1, 3, min(flow.runs[0].size for flow in found)):
        if far and _one_by_one(far[-1] + part):
            far[-1] = far[-1] + part
        else:
            far.append(part)
    for parts in (far, columns, _cut(found, 1, 3), down):
        if len(parts) > 1:
            return [flow for part in parts for flow in _ordered(part)]
    return sorted(found, key=lambda flow: (flow.top, flow.x0))


def _one_by_one(found: list[_Flow]) -> bool:
    """Tell whether flows are columns of running text that the file draws one after the other."""
    columns = _cut(found, 0, 2)
    drawn = [sorted(one.runs[0].places[0] for one in part) for part in columns]
    return (
        len(columns) > 1
        and all(any(_is_column(one.runs) for one in part) for part in columns)
        and all(a[-1] < b[0] for a, b in pairwise(drawn))
    )


def _cut(found: list[_Flow], start: int, end: int, least: float = -TOUCH) -> list[list[_Flow]]:
    """Return the flows in groups with so much white between them along one axis."""
    parts: list[list[_Flow]] = []
    reach = float("-inf")
    for flow in sorted(found, key=lambda flow: float(flow[start])):  # type: ignore[arg-type]
        if float(flow[start]) >= reach + least:  # type: ignore[arg-type]
            parts.append([])
        parts[-1].append(flow)
        reach = max(reach, float(flow[end]))  # type: ignore[arg-type]
    return parts
