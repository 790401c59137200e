"""Flows: texts that the file draws line after line, such as a column or a text box, put into
reading order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ita_checker.read.page.rows import Row

NEXT_LINE = 2.6  # of the letter size: a step down that stays within a flow
BESIDE = 0.45  # of the letter size: a step up or down that stays in the line
ASCENT, DESCENT = 0.5, 0.1  # of the letter size: the body of a line, marks and tails left out
TOUCH = 1.0  # points: flows that overlap by more are one


class _Flow(NamedTuple):
    x0: float
    top: float
    x1: float
    bottom: float
    runs: list[Row]


def flows(found: Sequence[Row]) -> list[list[Row]]:
    """Return the runs of each flow, the flows in reading order."""
    made: list[_Flow] = []
    last: Row | None = None
    for run in found:
        if run.inked is None:
            continue
        y, size = run.y, run.size
        box = _Flow(run.x0, y - ASCENT * size, run.x1, y + DESCENT * size, [run])
        if last is not None and _goes_on(last, run, made[-1]):
            made[-1] = _joined(made[-1], box)
        else:
            made.append(box)
        last = run
    if len(made) == 1:
        return [made[0].runs]
    return [flow.runs for flow in _ordered(_merged(made))]


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


def _merged(found: Sequence[_Flow]) -> list[_Flow]:
    """Return the flows, those that overlap as one."""
    done: list[_Flow] = []
    for flow in found:
        index = 0
        while index < len(done):
            other = done[index]
            wide = min(flow.x1, other.x1) - max(flow.x0, other.x0)
            high = min(flow.bottom, other.bottom) - max(flow.top, other.top)
            if (high > TOUCH and wide > TOUCH) or (
                high > 0.7 * min(flow.bottom - flow.top, other.bottom - other.top)
                and _one_line(flow, other)
            ):
                flow = _joined(other, flow)
                del done[index]
                index = 0
            else:
                index += 1
        done.append(flow)
    return done


def _one_line(some: _Flow, other: _Flow) -> bool:
    """Tell whether one of two flows side by side is a single line that stands on a base line of
    the other.
    """
    few, many = sorted((some.runs, other.runs), key=len)
    lines = {round(run.y, 1) for run in few}
    return len(lines) == 1 and any(abs(run.y - few[0].y) < 0.15 * run.size for run in many)


def _ordered(found: list[_Flow]) -> list[_Flow]:
    """Return the flows in reading order: cut where white runs across, else where it runs down,
    else from the top.
    """
    if len(found) < 2:
        return found
    for start, end in ((1, 3), (0, 2)):
        parts = _cut(found, start, end)
        if len(parts) > 1:
            return [flow for part in parts for flow in _ordered(part)]
    return sorted(found, key=lambda flow: (flow.top, flow.x0))


def _cut(found: list[_Flow], start: int, end: int) -> list[list[_Flow]]:
    """Return the flows in groups with white between them along one axis."""
    parts: list[list[_Flow]] = []
    reach = float("-inf")
    for flow in sorted(found, key=lambda flow: float(flow[start])):  # type: ignore[arg-type]
        if float(flow[start]) >= reach - TOUCH:  # type: ignore[arg-type]
            parts.append([])
        parts[-1].append(flow)
        reach = max(reach, float(flow[end]))  # type: ignore[arg-type]
    return parts
