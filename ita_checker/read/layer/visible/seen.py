"""Which letters of a page the eye sees: the picture decides, wherever there is a reason to look.

Text may be in a file and not on its page: in the mode that draws nothing, white on white, clear,
clipped, under a picture or a box, in a layer that is off. The page is drawn twice, with and without
the letters that are suspected; those that change nothing are not seen.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, compress, pairwise

import numpy as np
import numpy.typing as npt
import pypdfium2

from ita_checker.read.layer.letters import MARKS
from ita_checker.read.layer.native import _native as native
from ita_checker.read.layer.native import _paths
from ita_checker.read.layer.native.frame import Frame
from ita_checker.read.layer.native.glyphs import Glyphs, Indexes, Mask
from ita_checker.read.layer.native.rules import FORM, TEXT, Drawing
from ita_checker.read.layer.native.structure import Hiding
from ita_checker.read.layer.visible.upon import LIGHT, NEAR_WHITE, of_own_colour

NOT_DRAWN, CLIPS = 3, 7  # modes: letters that draw nothing, and that only clip what comes after
STROKED = (1, 5)  # modes: letters whose outline alone is drawn
CLEAR = 64  # of 255: opacities from which a letter may be unseen
# of 255: paper and a letter that differ by no more look alike, in how light they are and in each
# colour: pale yellow on white is not seen though its blue is not white's; light is told in
# thousandths, and five of them all but alike are no more than five
LEVELS, COLOURS = 5.0005, 40
UPON = MARKS | {" "}  # what stands on other letters, or beside them
LARGEST = 1500  # pixels: pages are drawn at 72 dots an inch, and larger ones coarser
MOST_COVERS = 400  # a drawing: then all letters under it are looked at
A_HAIR = 1e-3  # of a pixel: pdfium's callers round up what is cut off
NEAR = 0.3  # of the height of letters: so near stand those of one line, and their feet
INSIDE = 1.0  # points by which letters may reach out of a clip
WHOLE, NONE = 0.8, 0.2  # share of a text's letters that are seen: then all are, or none


@dataclass(frozen=True, slots=True)
class Looks:
    """`unseen`: which letters the page does not show, `cut`: those of them that an edge of the page
    or of a cell cuts off from seen ones. `colours`: of each text, red, green, blue and opacity.
    """

    unseen: Mask
    cut: Mask
    colours: Indexes


def looks(
    page: pypdfium2.PdfPage, glyphs: Glyphs, frame: Frame, drawing: Drawing, hides: Hiding
) -> Looks:
    """Return how the letters of a page look; `hides`: what may hide them."""
    return _Look(page, glyphs, frame, drawing).looks(hides)


class _Look:
    """One page while its letters are looked at."""

    def __init__(
        self, page: pypdfium2.PdfPage, glyphs: Glyphs, frame: Frame, drawing: Drawing
    ) -> None:
        self.page, self.glyphs, self.frame, self.drawing = page, glyphs, frame, drawing
        self.real = np.zeros(len(glyphs.owners), bool)
        self.real[glyphs.owned] = True
        (xa, ya), (xb, yb) = (
            frame.point(glyphs.lefts, glyphs.bottoms),
            frame.point(glyphs.rights, glyphs.tops),
        )
        self.x0, self.x1 = np.minimum(xa, xb), np.maximum(xa, xb)
        self.y0, self.y1 = np.minimum(ya, yb), np.maximum(ya, yb)

    def looks(self, hides: Hiding) -> Looks:
        glyphs = self.glyphs
        colours = np.zeros((len(glyphs.owners), 4), np.int64)
        if not glyphs.count:
            return Looks(np.zeros(0, bool), np.zeros(0, bool), colours)
        runs, handles = glyphs.owned, glyphs.texts
        modes = np.zeros(len(glyphs.owners), np.int64)
        modes[runs], colours[runs] = glyphs.modes, native.FILLS.of(handles)
        outlined = np.flatnonzero((modes == STROKED[0]) | (modes == STROKED[1]))
        if len(outlined):
            strokes = native.handles([glyphs.owners[run] for run in outlined.tolist()])
            colours[outlined] = native.STROKES.of(strokes)
        outside, clipped = self._outside(), self._clipped(handles, runs)
        unseen: Mask = glyphs.each(modes == NOT_DRAWN) | outside
        suspects = self._pale(colours) | (modes == CLIPS) | hides.layers | clipped
        if hides.mixed:
            suspects |= self._transparent(handles, runs)
        suspects = (suspects | self._covered(colours)) & self.real & (modes != NOT_DRAWN)
        suspects &= np.logical_or.reduceat(glyphs.codes != ord(" "), glyphs.firsts)
        if suspects.any():
            unseen |= self._without_ink(np.flatnonzero(suspects))
        beyond = unseen & (outside | glyphs.each(clipped)) & ~glyphs.each(modes == NOT_DRAWN)
        return Looks(unseen, self._cut(beyond, unseen) if beyond.any() else beyond, colours)

    def _outside(self) -> Mask:
        """Tell which letters stand outside the page that is shown."""
        x, y = (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2
        outside: Mask = (x < 0) | (x > self.frame.width) | (y < 0) | (y > self.frame.height)
        outside &= np.asarray(self.glyphs.each(self.real))
        return outside

    @staticmethod
    def _pale(colours: Indexes) -> Mask:
        light = colours[:, :3] @ LIGHT[::-1]
        pale: Mask = (light >= NEAR_WHITE) | (colours[:, 3] <= CLEAR)
        return pale

    def _transparent(self, handles: Sequence[native.Handle], runs: Indexes) -> Mask:
        """Tell which texts are drawn through a soft mask, or mixed with what is under them."""
        found = np.zeros(len(self.glyphs.owners), bool)
        found[runs] = np.fromiter(map(native.each_transparent, handles), bool, len(handles))
        forms = self.drawing.forms
        mixed = map(native.each_transparent, native.handles(forms))
        within = set(chain.from_iterable(map(_texts, compress(forms, mixed))))
        return found | np.isin(self.glyphs.owners, list(within)) if within else found

    def _clipped(self, handles: Sequence[native.Handle], runs: Indexes) -> Mask:
        """Tell which texts reach out of what their clips leave."""
        found = np.zeros(len(self.glyphs.owners), bool)
        clipped, left = _paths.clips(handles)
        texts = native.BOUNDS.of([handles[number] for number in clipped.tolist()])
        middles = (texts[:, 1] + texts[:, 3]) / 2
        out = (texts[:, 0] < left[:, 0] - INSIDE) | (texts[:, 2] > left[:, 2] + INSIDE)
        found[runs[clipped]] = out | (middles < left[:, 1]) | (middles > left[:, 3])
        return found

    def _covered(self, colours: Indexes) -> Mask:
        """Tell over which texts something is drawn afterwards that may hide them, and which lie on
        areas of their own colour.
        """
        glyphs = self.glyphs
        found = np.zeros(len(glyphs.owners), bool)
        if not self.drawing.covers:
            return found
        order = np.array([self.drawing.texts.get(owner, -1.0) for owner in glyphs.owners])
        later = [cover for cover in self.drawing.covers if cover[0] > order.min()]
        alike = of_own_colour(self.drawing, colours, self.real)
        x0, y0 = (np.minimum.reduceat(side, glyphs.firsts) for side in (self.x0, self.y0))
        x1, y1 = (np.maximum.reduceat(side, glyphs.firsts) for side in (self.x1, self.y1))
        if len(later) > MOST_COVERS:
            return found | True
        every: Mask = np.ones(len(found), bool)
        under = [(order < when, box) for when, box in later]
        for which, box in chain(under, ((every & same, box) for same, box in alike)):
            found |= which & (x0 < box.x1) & (x1 > box.x0) & (y0 < box.bottom) & (y1 > box.top)
        return found

    def _without_ink(self, suspects: Indexes) -> Mask:
        """Tell which letters of the suspected texts change nothing when they are left out."""
        glyphs = self.glyphs
        handles = [glyphs.owners[run] for run in suspects.tolist()]
        which = np.zeros(len(glyphs.owners), bool)
        which[suspects] = True
        letters = np.flatnonzero(glyphs.each(which))
        scale = min(1.0, LARGEST / max(1.0, self.frame.width, self.frame.height))
        boxes, inkless = self._boxes(letters, scale)
        inked = np.ones(glyphs.count, bool)
        inked[letters] = inkless | self._differ(boxes, handles, scale)
        return self._judged(suspects, inked)

    def _boxes(self, letters: Indexes, scale: float) -> tuple[Indexes, Mask]:
        """Return left, top, right, bottom of the ink of letters in pixels of the page's picture,
        and which have none.
        """
        most = np.ceil(np.array([[self.frame.width], [self.frame.height]]) * scale)
        x0, x1, y0, y1 = self.glyphs.inks(letters.tolist()).T
        (xa, ya), (xb, yb) = self.frame.point(x0, y0), self.frame.point(x1, y1)
        low = np.floor(np.stack([np.minimum(xa, xb), np.minimum(ya, yb)]) * scale)
        high = np.ceil(np.stack([np.maximum(xa, xb), np.maximum(ya, yb)]) * scale)
        sides = np.concatenate([np.clip(low, 0, most - 1), np.clip(high, 0, most)])
        return sides.astype(int), (x1 <= x0) | (y1 <= y0)

    def _differ(self, boxes: Indexes, handles: Sequence[int], scale: float) -> Mask:
        """Tell in which boxes of the page's picture something changes when texts are left out; no
        more of it is drawn than those boxes take.
        """
        left, top, right, bottom = boxes
        x, y = int(left.min()), int(top.min())
        part = (x, y, max(x + 1, int(right.max())), max(y + 1, int(bottom.max())))
        whole = self._picture(scale, part)
        native.show(handles, shown=False)
        try:
            bare = self._picture(scale, part)
        finally:
            native.show(handles, shown=True)
        rows, columns = _changed(whole, bare)
        if not len(rows):
            return np.zeros(len(left), bool)
        x, y = x + int(columns.min()), y + int(rows.min())
        rows, columns = rows - rows.min(), columns - columns.min()
        high, wide = int(rows.max()) + 1, int(columns.max()) + 1
        sums = np.zeros((high + 1, wide + 1), np.int32)
        sums[rows + 1, columns + 1] = 1
        sums.cumsum(axis=0, out=sums)
        sums.cumsum(axis=1, out=sums)
        left, right = np.clip(left - x, 0, wide), np.clip(right - x, 0, wide)
        top, bottom = np.clip(top - y, 0, high), np.clip(bottom - y, 0, high)
        count = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
        changed: Mask = count > 0
        return changed

    def _picture(self, scale: float, part: tuple[int, int, int, int]) -> npt.NDArray[np.uint8]:
        """Return a part of the page as drawn: left, top, right, bottom in pixels."""
        wide, high = math.ceil(self.frame.width * scale), math.ceil(self.frame.height * scale)
        cut = (part[0], high - part[3], wide - part[2], part[1])  # left, bottom, right, top
        crop = tuple(max(0.0, side - A_HAIR) / scale for side in cut)
        drawn = self.page.render(scale=scale, crop=crop, no_smoothimage=True, prefer_bgrx=True)
        picture: npt.NDArray[np.uint8] = drawn.to_numpy()
        return picture

    def _cut(self, beyond: Mask, unseen: Mask) -> Mask:
        """Tell which letters beyond an edge go on with seen ones in their line."""
        glyphs, cut = self.glyphs, np.zeros(len(unseen), bool)
        real = np.flatnonzero(glyphs.each(self.real) & (glyphs.tops > glyphs.bottoms))
        for order in (real, real[::-1]):
            for place in np.flatnonzero(beyond[order[1:]]).tolist():
                one, other = order[place : place + 2].tolist()
                low, high = sorted((one, other))
                size = glyphs.tops[one] - glyphs.bottoms[one]
                near = -size < glyphs.lefts[high] - glyphs.rights[low] < NEAR * size
                level = abs(glyphs.bottoms[high] - glyphs.bottoms[low]) < NEAR * size
                cut[other] |= near & level & (not unseen[one] or cut[one])
        return cut

    def _judged(self, suspects: Indexes, inked: Mask) -> Mask:
        """Return which letters of the suspected texts are not seen; marks go with their letters,
        also where a row of a table is too low to show them.
        """
        glyphs, texts = self.glyphs, self.drawing.texts
        unseen = np.zeros(glyphs.count, bool)
        marks = []
        for run in suspects.tolist():
            first = int(glyphs.firsts[run])
            last = first + int(glyphs.lengths[run])
            bodies = [at for at in range(first, last) if glyphs.text[at] not in UPON]
            if not bodies:
                marks.append((texts.get(glyphs.owners[run], run), run, slice(first, last)))
                continue
            share = sum(inked[bodies]) / len(bodies)
            if share <= NONE:
                unseen[first:last] = True
            elif share < WHOLE:
                for at, after in pairwise([*bodies, last]):
                    unseen[at:after] = not inked[at]
        for _, run, letters in sorted(marks):
            unseen[letters] = self._before(run, unseen)
        return unseen

    def _before(self, mark: int, unseen: Mask) -> bool:
        """Tell whether the letter is unseen after which a text is drawn, or, where the file does
        not tell, stands.
        """
        glyphs, texts = self.glyphs, self.drawing.texts
        before = np.flatnonzero(self.real[:mark])
        if (when := texts.get(glyphs.owners[mark])) is not None:
            drawn = {texts.get(owner, when): run for run, owner in enumerate(glyphs.owners)}
            last = max((order for order in drawn if order < when), default=None)
            before = before if last is None else np.array([drawn[last]])
        if not len(before):
            return False
        run = int(before[-1])
        return bool(unseen[int(glyphs.firsts[run]) + int(glyphs.lengths[run]) - 1])


def _changed(whole: npt.NDArray[np.uint8], bare: npt.NDArray[np.uint8]) -> tuple[Indexes, Indexes]:
    """Return the rows and columns of the pixels in which two pictures look different."""
    other = np.flatnonzero(whole.view(np.uint32) != bare.view(np.uint32))
    apart = whole.reshape(-1, 4)[other, :3].astype(np.float32) - bare.reshape(-1, 4)[other, :3]
    seen = (abs(apart @ LIGHT) > LEVELS) | (abs(apart) > COLOURS).any(axis=1)
    rows, columns = np.divmod(other[seen], whole.shape[1])
    return rows, columns


def _texts(form: int) -> Iterator[int]:
    """Yield the text objects within a form."""
    for index in range(max(0, native.count_in_form(form))):
        inner = native.form_object(form, index)
        kind = native.object_type(inner)
        if kind == TEXT:
            yield inner
        elif kind == FORM:
            yield from _texts(inner)
