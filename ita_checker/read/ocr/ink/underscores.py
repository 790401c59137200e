"""Drawn lines on which nothing is written, in line with print: blanks to fill in, as rows of dots
are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.layer.letters import Rule
from ita_checker.read.ocr.ink.dots import TOUCHED, WRITTEN
from ita_checker.read.ocr.ink.strips import Pieces, body_height

# Points.
BESIDE = 12.0  # from the print to the line that goes on from it
# of the page's letters: as tall at least is a letter beside the line; dust, commas and pens'
# strokes are lower
LETTER = 0.85
HANGING, STANDING = (
    5.0,
    4.0,
)  # the line is drawn so far below the letters' feet at most, or so far above
MEETS = 3.0  # an upright rule as near is a table's, a chart's or a frame's


def with_underscores(found: Pieces, rules: Sequence[Rule], scale: float) -> Pieces:
    """Return the pieces with the empty lines to write on among the rows of dots; `scale`: the
    pieces' pixels per point.
    """
    made = [box for rule in rules if (box := _blank(found.boxes, rule, rules, scale)) is not None]
    return (
        replace(found, boxes=np.concatenate([found.boxes, np.array(made, np.int32)]))
        if made
        else found
    )


def _blank(
    boxes: NDArray[np.int32], rule: Rule, rules: Sequence[Rule], scale: float
) -> tuple[int, int, int, int] | None:
    if rule.top != rule.bottom or any(_meets(rule, other) for other in rules):
        return None
    x0, x1, y = int(rule.x0 * scale), int(rule.x1 * scale), int(rule.top * scale)
    return (
        (x0, y - 1, x1, y + 1)
        if _beside_print(boxes, x0, x1, y, scale) and _unwritten(boxes, x0, x1, y, scale)
        else None
    )


def _meets(rule: Rule, other: Rule) -> bool:
    """Tell whether another rule stands on, hangs from or crosses a level one."""
    upright = other.x0 == other.x1
    across = rule.x0 - MEETS <= other.x0 <= rule.x1 + MEETS
    return upright and across and other.top - MEETS <= rule.top <= other.bottom + MEETS


def _beside_print(boxes: NDArray[np.int32], x0: int, x1: int, y: int, scale: float) -> bool:
    """Tell whether a letter stands just before or behind the line, its feet at the line's
    height.
    """
    letters = boxes[:, 3] - boxes[:, 1] >= LETTER * body_height(boxes, scale)
    level = letters & (boxes[:, 3] > y - HANGING * scale) & (boxes[:, 3] < y + STANDING * scale)
    before, behind = x0 - boxes[:, 2], boxes[:, 0] - x1
    near = ((before >= -scale) & (before <= BESIDE * scale)) | (
        (behind >= -scale) & (behind <= BESIDE * scale)
    )
    return bool((level & near).any())


def _unwritten(boxes: NDArray[np.int32], x0: int, x1: int, y: int, scale: float) -> bool:
    """Tell whether hardly anything stands on the line or crosses it."""
    over = (
        (boxes[:, 0] < x1)
        & (boxes[:, 2] > x0)
        & (boxes[:, 3] > y - WRITTEN * scale)
        & (boxes[:, 1] < y)
    )
    taken = np.zeros(max(1, x1 - x0), np.bool_)
    for left, right in boxes[over][:, [0, 2]].tolist():
        taken[max(0, left - x0) : max(0, right - x0)] = True
    return bool(taken.mean() <= TOUCHED)
