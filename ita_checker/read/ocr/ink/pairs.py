"""Labels with their values far behind them, line below line (agendas, receipts): of a scan each
line of them is one, as it is of a text layer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from ita_checker.read.ocr.ink.layout import SAME_ROW, shared
from ita_checker.read.ocr.ink.strips import Strip

# lines of a label and a value at least; body heights of white between them at least; pixels that
# these begin or end apart, and of how many of them it is so
FEWEST, WIDE, STRAIGHT, MOSTLY = 3, 1.0, 6, 0.7
Line = tuple[Strip, ...]


def pairs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield lines of labels and values, one below the other, with labels alone among them."""
    held: list[Line] = []
    low = high = 0
    for line in [*_level(lines), ()]:
        end, start = _white(line) if line else (0, 0)
        ends, starts = (max(low, end), min(high, start)) if held else (end, start)
        if len(line) > 1 and starts - ends >= WIDE * line[0].body:
            held, low, high = [*held, line], ends, starts
        elif not (len(line) == 1 and held and line[0].x0 < low and line[0].x1 < high):
            yield from _told(held)
            held, low, high = [], 0, 0
            if len(line) > 1:
                held, low, high = [line], end, start
        else:
            held.append(line)


def _told(held: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield lines up to the last value, if labels begin, and values begin or end, in line."""
    both = [number for number, line in enumerate(held) if len(line) > 1]
    if len(both) < FEWEST:
        return
    of = [held[number] for number in both]
    if _in_line([line[0].x0 for line in of]) and (
        _in_line([_white(line)[1] for line in of]) or _in_line([line[-1].x1 for line in of])
    ):
        yield list(held[: both[-1] + 1])


def _white(line: Line) -> tuple[int, int]:
    """Return where the widest white of a line begins and ends."""
    white = [(one.x1, other.x0) for one, other in pairwise(line)]
    return max(white, key=lambda span: span[1] - span[0], default=(line[0].x1, line[0].x1))


def _level(lines: Sequence[Line]) -> list[Line]:
    """Return lines with those as one that stand at one height: the feet of amounts are no letters'
    feet.
    """
    made: list[Line] = []
    for line in lines:
        above = made[-1] if made else ()
        if any(shared(one, other) > SAME_ROW for one in above for other in line):
            made[-1] = tuple(sorted((*above, *line), key=lambda strip: strip.x0))
        else:
            made.append(line)
    return made


def _in_line(places: Sequence[int]) -> bool:
    """Tell whether most places are about one."""
    usual = median(places)
    return sum(abs(place - usual) <= STRAIGHT for place in places) >= MOSTLY * len(places)
