"""Words of several lines side by side, each line set in the middle below the first: captions below
photographs in a row, names and posts below signatures. They are read one after the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from ita_checker.read.ocr.ink.strips import Strip

MIDDLE = 0.4  # body heights: a line's middle is so near to that of the first line
SET_IN = 0.6  # body heights: how much farther in one of such lines begins than another
# body heights: from one line down to the next, at most; what stands as near above or below all is
# text in columns
STEP = 3.2
NONE = 10**6  # pixels: as far off is what is not there
BEGUN = 1.6  # body heights: so much lower may what stands beside begin, set in the middle
WHITE = 0.8  # body heights: between what stands side by side
Stack = list[Strip]


def captions(strips: Sequence[Strip], words: Mapping[Strip, str]) -> list[list[tuple[Strip, ...]]]:
    """Return the lines of what stands side by side so, in reading order, of strips in the order of
    their feet; `words`: what each says.
    """
    groups: list[list[Stack]] = []
    for one in strips:
        stacks = groups[-1] if groups else []
        below = next((stack for stack in stacks if _is_below(stack, one)), None)
        if below is not None:
            below.append(one)
        elif _is_beside(stacks, one) and any(map(str.isalpha, words[one])):
            stacks.append([one])
        else:
            groups.append([[one]])
    ends = [
        (stacks[0][0].body_bottom, max(one.body_bottom for stack in stacks for one in stack))
        for stacks in groups
    ]
    white = [after[0] - before[1] for before, after in pairwise([(NONE, -NONE), *ends, (NONE, 0)])]
    return [
        told
        for stacks, near in zip(groups, pairwise(white), strict=True)
        if min(near) > STEP * stacks[0][0].body and (told := _told(stacks))
    ]


def _told(stacks: Sequence[Stack]) -> list[tuple[Strip, ...]]:
    """Return the lines of stacks side by side one after the other; none where they are none."""
    if len(stacks) < 2 or not any(map(_is_set_in, stacks)):
        return []
    ordered = sorted(stacks, key=lambda stack: stack[0].x0)
    return [(one,) for stack in ordered for one in stack]


def _is_beside(stacks: Sequence[Stack], one: Strip) -> bool:
    """Tell whether a strip begins a stack beside others."""
    if not stacks or one.body_bottom - stacks[0][0].body_bottom > BEGUN * one.body:
        return False
    least = WHITE * one.body
    return all(
        one.x0 - other.x1 >= least or other.x0 - one.x1 >= least
        for stack in stacks
        for other in stack
    )


def _is_below(stack: Stack, one: Strip) -> bool:
    """Tell whether a strip is the next line of a stack, its middle below that of the first."""
    first, body = stack[0], stack[0].body
    apart = abs((one.x0 + one.x1) - (first.x0 + first.x1)) / 2
    return one.body_bottom - stack[-1].body_bottom <= STEP * body and apart <= MIDDLE * body


def _is_set_in(stack: Stack) -> bool:
    """Tell whether lines of a stack begin so differently that they are set in the middle."""
    begins = [one.x0 for one in stack]
    return max(begins) - min(begins) >= SET_IN * stack[0].body
