"""Watermarks: texts behind the print, pale or huge, that cross its lines. They stand apart."""

from __future__ import annotations

import numpy as np

from ita_checker.read.layer.native.frame import Frame
from ita_checker.read.layer.native.glyphs import Glyphs, Indexes, Mask, Numbers
from ita_checker.read.layer.visible.seen import Looks

PALE, CLEAR = 160, 170  # of 255: the grey and the opacity from which a text may lie behind others
WEIGHTS = (0.30, 0.59, 0.11)  # of red, green and blue in the grey that the eye sees
HUGE = 2.5  # of the usual letter size: what is so large and crosses lines is no heading
SHADES = 8  # of 255: colours that differ by less are one
CROSSING = 0.15  # share of the texts of one colour that stand over the print, at least
BODY = (0.3, 0.25)  # of a text's room: what is left out above and below, where lines meet
DEEP = 0.5  # of a text's height: by how much letters lie over each other
AT_ONCE = 64  # texts held against all others in one go
SHADOW = 0.3  # of a text's height: how far the shadow of a text may stand from it


def behind(glyphs: Glyphs, frame: Frame, looks: Looks, drawn: Mask, sizes: Numbers) -> Mask:
    """Tell which texts of a page are watermarks."""
    found = np.zeros(len(glyphs.owners), bool)
    if not drawn.any():
        return found
    grey = looks.colours[:, :3] @ np.array(WEIGHTS)
    pale = (grey >= PALE) | (looks.colours[:, 3] <= CLEAR)
    of_some = sizes[np.logical_or.reduceat(drawn, glyphs.firsts)]
    if not pale[glyphs.owned].any() and of_some.max() < HUGE * of_some.min():
        return found
    shown = np.logical_or.reduceat(drawn & (glyphs.codes != ord(" ")), glyphs.firsts)
    pale &= shown
    usual = float(np.median(glyphs.each(sizes)[drawn]))
    huge = shown & ~pale & (sizes >= HUGE * usual) & (usual > 0)
    if not (pale.any() or huge.any()) or not (shown & ~pale).any():
        return found
    boxes = _boxes(glyphs, frame)
    print_ = np.flatnonzero(shown & ~pale & ~huge)
    shades = (looks.colours // SHADES) @ np.array([1 << 24, 1 << 16, 1 << 8, 1])
    for shade in np.unique(shades[pale]).tolist():
        group = np.flatnonzero(pale & (shades == shade))
        may = _may_cross(boxes[group], boxes[print_])
        if may.mean() < CROSSING:
            continue
        crossing = [len(_crossed(glyphs, boxes, run, print_)) > 0 for run in group[may].tolist()]
        if sum(crossing) / len(group) >= CROSSING:
            found[group] = True
    for run in np.flatnonzero(huge).tolist():
        crossed = _crossed(glyphs, boxes, run, print_)
        found[run] = len(np.unique(boxes[crossed, 3].round())) > 1
    return found


def _boxes(glyphs: Glyphs, frame: Frame) -> Numbers:
    """Return left, top, right, bottom of the bodies of each text as displayed, and its height."""
    (xa, ya), (xb, yb) = (
        frame.point(glyphs.lefts, glyphs.bottoms),
        frame.point(glyphs.rights, glyphs.tops),
    )
    firsts = glyphs.firsts
    left = np.minimum.reduceat(np.minimum(xa, xb), firsts)
    right = np.maximum.reduceat(np.maximum(xa, xb), firsts)
    top = np.minimum.reduceat(np.minimum(ya, yb), firsts)
    bottom = np.maximum.reduceat(np.maximum(ya, yb), firsts)
    high = bottom - top
    above, below = BODY
    return np.stack([left, top + above * high, right, bottom - below * high, high], axis=1)


def _may_cross(some: Numbers, others: Numbers) -> Mask:
    """Tell which of some boxes have anything in common with any of others."""
    found = np.zeros(len(some), bool)
    for start in range(0, len(some), AT_ONCE):
        x0, top, x1, bottom, _ = some[start : start + AT_ONCE, :, None].transpose(1, 0, 2)
        meet = (np.minimum(x1, others[:, 2]) > np.maximum(x0, others[:, 0])) & (
            np.minimum(bottom, others[:, 3]) > np.maximum(top, others[:, 1])
        )
        found[start : start + AT_ONCE] = meet.any(axis=1)
    return found


def _crossed(glyphs: Glyphs, boxes: Numbers, run: int, print_: Indexes) -> Indexes:
    """Return the texts of the print over which a text stands, but for that whose shadow it is."""
    x0, top, x1, bottom, high = boxes[run]
    others = boxes[print_]
    least = DEEP * np.minimum(high, others[:, 4])
    wide = np.minimum(x1, others[:, 2]) - np.maximum(x0, others[:, 0])
    tall = np.minimum(bottom, others[:, 3]) - np.maximum(top, others[:, 1])
    crossed = print_[(wide > np.minimum(least, 0.9 * (others[:, 2] - others[:, 0]))) & (tall > 0)]
    said = _text(glyphs, run)
    alike = [
        other
        for other in crossed.tolist()
        if abs(boxes[other, 0] - x0) < SHADOW * high and _text(glyphs, other) == said
    ]
    return np.zeros(0, np.int64) if alike else crossed


def _text(glyphs: Glyphs, run: int) -> str:
    first = int(glyphs.firsts[run])
    return glyphs.text[first : first + int(glyphs.lengths[run])].strip()
