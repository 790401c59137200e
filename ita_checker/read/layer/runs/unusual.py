"""Texts whose letters do not stand where their rooms say: turned ones, leaning ones, those that
/ActualText speaks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ita_checker.read.layer.galley import Galley, Indexes, Mask, Numbers
from ita_checker.read.layer.letters import MARKS, PLAIN, Ink, Letter
from ita_checker.read.layer.native import _native as native
from ita_checker.read.layer.native import metrics, rules, shared
from ita_checker.read.layer.native.frame import Frame, upright
from ita_checker.read.layer.native.glyphs import Glyphs
from ita_checker.read.layer.runs import slanted
from ita_checker.read.layer.runs.level import Level, put, spoken

LEANS = 0.05  # of its height: how far a letter's top lies aside before the text leans
SMALL = 0.5  # of the letter size: a mark's ink is smaller both ways
BEFORE = 2  # texts of one glyph between a consonant and its mark
Point = tuple[float, float]


class Unusual:
    """The letters of a page's unusual texts; those that do not run from left to right are kept
    aside in `turned`.
    """

    def __init__(
        self,
        glyphs: Glyphs,
        frame: Frame,
        drawing: rules.Drawing,
        drawn: Mask,
        fonts: Sequence[int],
        leans: Sequence[float],
        addresses: Sequence[int],
    ) -> None:
        self.glyphs, self.frame, self.drawing = glyphs, frame, drawing
        self.drawn, self.fonts = drawn, fonts
        self.leans, self.addresses = leans, addresses
        self.shown: list[bool] = []
        self.shares: frozenset[int] = frozenset()
        self.said: set[tuple[int, str]] = set()
        self.turned: dict[int, list[Letter]] = {}
        self.slanted: dict[int, list[Letter]] = {}
        self.said_across: list[str] = []
        self.marked: rules.Marked | None = None
        self._stood: dict[int, tuple[list[Point], list[Ink]]] = {}

    def set_in(self, galley: Galley, odd: Mask, marked: Mask, sizes: Numbers) -> tuple[Mask, Mask]:
        """Put the letters of the unusual texts where they stand, in their rows of the galley: those
        that are `odd`, and those that lean where one that is `marked` does: marks do not stand so.
        Return which texts are unusual, and which rows of theirs stand.
        """
        glyphs = self.glyphs
        runs, matrices = self._chosen(odd, odd | marked)
        if not odd[runs].all():  # the letters under leaning marks may be texts of their own
            runs, matrices = self._chosen(odd, odd | (np.asarray(self.fonts) >= 0))
        unusual, stand = np.zeros(len(odd), bool), np.zeros(len(galley), bool)
        unusual[runs] = True
        if not len(runs):
            return unusual, stand
        self.shown, self.shares = self.drawn.tolist(), frozenset(glyphs.shared.tolist())
        self._ask(runs.tolist())
        shown = glyphs.sizes(glyphs.firsts[runs].tolist(), matrices)
        shown[shown == 0] = 1.0
        level = odd[runs] & (matrices[:, 1] == 0) & (matrices[:, 0] > 0) & (self.frame.turn == 0)
        turned = zip(runs[~level].tolist(), shown[~level].tolist(), matrices[~level], strict=True)
        for run, size, (a, b, c, d, _, _) in turned:
            slope = slanted.angle(*self.frame.direction(a, b)) if b else None
            letters, font = self._letters(run), self.fonts[run]
            if slope is not None:
                self._keep_slanted(letters, font, size, slope)
            elif not odd[run]:
                found = self._leaning(letters, font, float(sizes[run]), c / d)
                put(galley, letters, list(found), stand)
            elif turn := self.frame.quarter(a, b):
                upright = self._upright(letters, font, size, turn, glyphs.owners[run])
                self.turned.setdefault(turn, []).extend(upright)
            else:
                level[np.searchsorted(runs, run)] = True
        if level.any():
            self._level(galley, runs[level], shown[level], stand)
        return unusual, stand

    def _letters(self, run: int) -> range:
        """Return the rows of a text."""
        first = int(self.glyphs.firsts[run])
        return range(first, first + int(self.glyphs.lengths[run]))

    def _level(self, galley: Galley, runs: Indexes, sizes: Numbers, stand: Mask) -> None:
        """Put the letters of texts that run from left to right in their rows."""
        glyphs = self.glyphs
        found = Level(galley, glyphs.firsts[runs], glyphs.lengths[runs], sizes, self.addresses)
        rows = found.rows
        inks = np.stack(self.frame.boxes(*self.inks[(0, 2, 1, 3), :][:, rows]))
        found.set_in(self.frame.point(*self.origins[:, rows]), inks, self.leans)
        stand[rows] = self.drawn[rows]
        spoken, alone = found.at_one() & found.any_of(self.drawn[rows]), found.sara_ams()
        marks = self._innermost_marks(runs, spoken | alone)
        # its ring may be drawn by itself: LibreOffice says the whole for the rest
        galley.inks[glyphs.firsts[runs[alone & (marks != 0)]]] = np.nan
        spoken &= marks != 0
        if spoken.any():
            self.marked = self.marked or rules.Marked(self.frame, self.drawing)
            told = found.speak(spoken, marks, self.marked, self.said)
            stand[rows[found.each(spoken)]] = told
        for at in np.flatnonzero(found.any_of(self._shares(rows)) & ~spoken).tolist():
            run = int(runs[at])
            font, owner, letters = self.fonts[run], glyphs.owners[run], self._letters(run)
            shared = self._upright(letters, font, float(sizes[at]), 0, owner)
            put(galley, letters, shared, stand)

    def _innermost_marks(self, runs: Indexes, which: Mask) -> Indexes:
        """Return the innermost mark of some texts; 0 where there is none."""
        found = np.zeros(len(runs), np.int64)
        owners = [self.glyphs.owners[run] for run in runs[which].tolist()]
        found[which] = native.innermost_marks(native.handles(owners))
        return found

    def _shares(self, rows: Indexes) -> Mask:
        """Tell which letters share a glyph with another."""
        if not self.shares:
            return np.zeros(len(rows), bool)
        shared = self.glyphs.shared
        found: Mask = np.isin(rows, shared) | np.isin(rows - 1, shared)
        return found

    def _keep_slanted(self, letters: range, font: int, size: float, slope: int) -> None:
        """Keep the letters of a text that runs across the page, but for those that a mark's glyph
        says which the glyph of their consonant said already.
        """
        kept = [index for index in letters if self.drawn[index]]
        text = "".join(self.glyphs.text[index] for index in kept)
        if not kept or (self._is_of_mark(letters, size) and text in self.said_across[-BEFORE:]):
            return
        self.said_across.append(text)
        points, _ = self.standing(0)
        places = [points[index] for index in kept]
        made = slanted.letters(text, places, slope, size, font, self._last(text, places, font))
        self.slanted.setdefault(slope, []).extend(made)

    def _is_of_mark(self, letters: range, size: float) -> bool:
        """Tell whether several letters are said of one glyph that is as small as a mark."""
        if letters.start not in self.shares:
            return False
        left, right, bottom, top = self.inks[:, letters.start : letters.stop]
        across: float = max(right.max() - left.min(), top.max() - bottom.min())
        return across < SMALL * size

    def _last(self, text: str, places: Sequence[Point], font: int) -> float:
        """Return how far the font moves on after the letters drawn from where the last one is."""
        last = [one for one, place in zip(text, places, strict=True) if place == places[-1]]
        address = self.addresses[font]
        return sum(metrics.width(address, ord(one)) for one in last if one not in MARKS)

    def _chosen(self, odd: Mask, asked: Mask) -> tuple[Indexes, Numbers]:
        """Return those texts that are odd or lean, and their matrices."""
        runs = np.flatnonzero(asked)
        matrices = self.glyphs.first_matrices(runs)
        _, b, c, d, _, _ = matrices.T
        chosen = odd[runs] | ((b == 0) & (d != 0) & (abs(c) > LEANS * abs(d)))
        return runs[chosen], matrices[chosen]

    def _ask(self, runs: Sequence[int]) -> None:
        """Ask from where the letters of texts are drawn, and their ink."""
        glyphs = self.glyphs
        which = np.zeros(len(glyphs.firsts), bool)
        which[runs] = True
        letters = np.flatnonzero(glyphs.each(which))
        self.origins, self.inks = np.zeros((2, glyphs.count)), np.zeros((4, glyphs.count))
        self.origins[:, letters] = glyphs.origins(letters.tolist()).T
        self.inks[:, letters] = glyphs.inks(letters.tolist()).T

    def standing(self, turn: int) -> tuple[list[Point], list[Ink]]:
        """Return from where each letter is drawn and its ink, in a frame in which texts of so many
        quarter turns run from left to right.
        """
        if turn in self._stood:
            return self._stood[turn]
        left, right, bottom, top = self.inks
        (xa, ya), (xb, yb) = (
            upright(*self.frame.point(x, y), turn) for x, y in ((left, bottom), (right, top))
        )
        sides = np.minimum(xa, xb), np.minimum(ya, yb), np.maximum(xa, xb), np.maximum(ya, yb)
        xs, ys = upright(*self.frame.point(*self.origins), turn)
        self._stood[turn] = (
            list(zip(xs.tolist(), ys.tolist(), strict=True)),
            [Ink(*box) for box in zip(*(side.tolist() for side in sides), strict=True)],
        )
        return self._stood[turn]

    def _leaning(self, letters: range, font: int, size: float, lean: float) -> Iterator[Letter]:
        """Yield the letters of a leaning text as if they stood upright."""
        places, inks = self.standing(0)
        for index in letters:
            if not self.drawn[index]:
                continue
            (x, y), ink, letter = places[index], inks[index], self.glyphs.text[index]
            shift = lean * (y - ink.bottom)
            straight = Ink(
                ink.x0 - shift, ink.top, ink.x1 - shift - lean * (ink.bottom - ink.top), ink.bottom
            )
            x1 = next(
                (after for after, _ in places[index + 1 : letters.stop] if after > x),
                straight.x1 + 0.05 * size,
            )
            yield Letter(
                letter,
                x,
                x if letter in MARKS else max(x1, x),
                y,
                size,
                font,
                None if letter in PLAIN else straight,
            )

    def _upright(
        self, letters: range, font: int, size: float, turn: int, owner: int
    ) -> list[Letter]:
        """Return the letters of a text in the frame in which it runs from left to right."""
        if not any(self.shown[letters.start : letters.stop]):
            return []
        points, boxes = self.standing(turn)
        places, inks = points[letters.start : letters.stop], boxes[letters.start : letters.stop]
        text = self.glyphs.text[letters.start : letters.stop]
        if len(places) > 1 and len(set(places)) == 1 and text[0] not in MARKS:
            (mark,) = native.innermost_marks(native.handles([owner]))
            if mark:  # so pdfium lays out the letters of an /ActualText
                self.marked = self.marked or rules.Marked(self.frame, self.drawing)
                found, _ = self.marked.boxes(np.array([mark]))
                boxes = [_straight(Ink(*box), turn) for box in found.tolist()]
                return list(spoken(text, mark, places[0], boxes or inks, size, font, self.said))
        made: list[Letter] = []
        shares = self.shares
        ends = [*(x for x, _ in places[1:]), inks[-1].x1]
        for at, (index, letter, (x, y), ink) in enumerate(
            zip(letters, text, places, inks, strict=True)
        ):
            if not self.shown[index]:
                continue
            if index - 1 in shares:
                continue  # said with the letter before
            if index in shares:
                last = next(end for end in range(index, letters.stop) if end not in shares)
                whole = slice(at, at + last - index + 1)
                made.extend(shared.letters(text[whole], inks[whole], y, size, font))
                continue
            x1 = x if letter in MARKS else max(ends[at], ink.x1)
            shift = self.leans[font] * (y - (ink.top + ink.bottom) / 2)
            ink = Ink(ink.x0 - shift, ink.top, ink.x1 - shift, ink.bottom)
            made.append(Letter(letter, x, x1, y, size, font, None if letter in PLAIN else ink))
        return made


def _straight(box: Ink, turn: int) -> Ink:
    (xa, ya), (xb, yb) = upright(box.x0, box.top, turn), upright(box.x1, box.bottom, turn)
    return Ink(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
