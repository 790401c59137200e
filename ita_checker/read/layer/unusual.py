"""Texts whose letters do not stand where their rooms say: turned ones, leaning ones, those that
/ActualText speaks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ita_checker.read.layer import _native as native
from ita_checker.read.layer import rules, shared, slanted
from ita_checker.read.layer.frame import Frame, upright
from ita_checker.read.layer.galley import Galley, Indexes, Mask, Numbers
from ita_checker.read.layer.glyphs import Glyphs
from ita_checker.read.layer.letters import MARKS, PLAIN, Ink, Letter
from ita_checker.read.layer.level import Level, put, spoken

LEANS = 0.05  # of its height: how far a letter's top lies aside before the text leans
Point = tuple[float, float]
Matrix = tuple[int, float, float, float, float]
Text = tuple[range, Mask]  # the rows of a text's letters, and which of them stand


class Unusual:
    """The letters of a page's unusual texts; those that do not run from left to right are kept
    aside in `turned`.
    """

    def __init__(
        self,
        page: int,
        glyphs: Glyphs,
        frame: Frame,
        drawn: Mask,
        fonts: Sequence[int],
        leans: Sequence[float],
    ) -> None:
        self.page, self.glyphs, self.frame, self.drawn, self.fonts = (
            page,
            glyphs,
            frame,
            drawn,
            fonts,
        )
        self.leans = leans
        self.shown: list[bool] = []
        self.shares: frozenset[int] = frozenset()
        self.said: set[tuple[int, str]] = set()
        self.turned: dict[int, list[Letter]] = {}
        self.slanted: dict[int, list[Letter]] = {}
        self.marked: rules.Marked | None = None
        self._stood: dict[int, tuple[list[Point], list[Ink]]] = {}

    def set_in(self, galley: Galley, odd: Mask, marked: Mask, sizes: Numbers) -> list[Text]:
        """Put the letters of the unusual texts where they stand, in their rows of the galley: those
        that are `odd`, and those that lean where one that is `marked` does: marks do not stand so.
        Return for each text its rows, and which of them stand.
        """
        glyphs = self.glyphs
        chosen = self._chosen(odd, odd | marked)
        if any(not odd[run] for run, *_ in chosen):  # the letters under leaning marks may be texts
            chosen = self._chosen(odd, odd | (np.asarray(self.fonts) >= 0))
        if not chosen:
            return []
        self.shown, self.shares = self.drawn.tolist(), frozenset(glyphs.shared.tolist())
        runs = [run for run, *_ in chosen]
        self._ask(runs)
        level: list[tuple[int, float]] = []
        made: list[Text] = []
        shown = glyphs.sizes(glyphs.firsts[runs].tolist()).tolist()
        for size, (run, a, b, c, d) in zip(shown, chosen, strict=True):
            first = int(glyphs.firsts[run])
            letters, font = range(first, first + int(glyphs.lengths[run])), self.fonts[run]
            slope = slanted.angle(*self.frame.direction(a, b)) if b else None
            if slope is not None:
                self._keep_slanted(letters, font, size or 1.0, slope)
                made.append((letters, np.zeros(len(letters), bool)))
            elif not odd[run]:
                found = self._leaning(letters, font, float(sizes[run]), c / d)
                made.append((letters, put(galley, letters, list(found))))
            elif turn := self.frame.quarter(a, b):
                turned = self._upright(letters, font, size or 1.0, turn, glyphs.owners[run])
                self.turned.setdefault(turn, []).extend(turned)
                made.append((letters, np.zeros(len(letters), bool)))
            else:
                level.append((run, size or 1.0))
        return [*made, *self._level(galley, level)] if level else made

    def _level(self, galley: Galley, texts: Sequence[tuple[int, float]]) -> list[Text]:
        """Put the letters of texts that run from left to right in their rows."""
        glyphs = self.glyphs
        runs = np.array([run for run, _ in texts])
        found = Level(
            galley, glyphs.firsts[runs], glyphs.lengths[runs], [size for _, size in texts]
        )
        rows = found.rows
        inks = np.stack(self.frame.boxes(*self.inks[(0, 2, 1, 3), :][:, rows]))
        found.set_in(self.frame.point(*self.origins[:, rows]), inks, self.leans)
        stand = self.drawn[rows]
        spoken = found.at_one() & found.any_of(stand)
        marks = self._innermost_marks(runs, spoken)
        spoken &= marks != 0
        if spoken.any():
            self.marked = self.marked or rules.Marked(self.page, self.frame)
            stand[found.each(spoken)] = found.speak(spoken, marks, self.marked, self.said)
        made = list(zip(found.texts(), np.split(stand, found.begins[1:]), strict=True))
        for at in np.flatnonzero(found.any_of(self._shares(rows)) & ~spoken).tolist():
            letters, (run, size) = made[at][0], texts[at]
            shared = self._upright(letters, self.fonts[run], size, 0, glyphs.owners[run])
            made[at] = letters, put(galley, letters, shared)
        return made

    def _innermost_marks(self, runs: Indexes, which: Mask) -> Indexes:
        """Return the innermost mark of some texts; 0 where there is none."""
        found = np.zeros(len(runs), np.uint64)
        owners = [self.glyphs.owners[run] for run in runs[which].tolist()]
        found[which] = native.innermost_marks(native.handles(owners))
        return found.astype(np.int64)

    def _shares(self, rows: Indexes) -> Mask:
        """Tell which letters share a glyph with another."""
        if not self.shares:
            return np.zeros(len(rows), bool)
        shared = self.glyphs.shared
        found: Mask = np.isin(rows, shared) | np.isin(rows - 1, shared)
        return found

    def _keep_slanted(self, letters: range, font: int, size: float, slope: int) -> None:
        """Keep the letters of a text that runs across the page."""
        kept = [index for index in letters if self.drawn[index]]
        text = "".join(self.glyphs.text[index] for index in kept)
        points, _ = self.standing(0)
        places = [points[index] for index in kept]
        self.slanted.setdefault(slope, []).extend(slanted.letters(text, places, slope, size, font))

    def _chosen(self, odd: Mask, asked: Mask) -> list[Matrix]:
        """Return those texts that are odd or lean, each with the first four numbers of its
        matrix.
        """
        runs = np.flatnonzero(asked).tolist()
        matrices = self.glyphs.matrices(self.glyphs.firsts[runs].tolist()).tolist()
        return [
            (run, a, b, c, d)
            for run, (a, b, c, d, _, _) in zip(runs, matrices, strict=True)
            if odd[run] or _leans(b, c, d)
        ]

    def _ask(self, runs: Sequence[int]) -> None:
        """Ask from where the letters of texts are drawn, and their ink."""
        glyphs = self.glyphs
        which = np.zeros(len(glyphs.firsts), bool)
        which[runs] = True
        letters = np.flatnonzero(np.repeat(which, glyphs.lengths))
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
                self.marked = self.marked or rules.Marked(self.page, self.frame)
                boxes = [_straight(box, turn) for box in self.marked.boxes([mark])[0]]
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


def _leans(b: float, c: float, d: float) -> bool:
    return b == 0 and d != 0 and abs(c) > LEANS * abs(d)


def _straight(box: Ink, turn: int) -> Ink:
    (xa, ya), (xb, yb) = upright(box.x0, box.top, turn), upright(box.x1, box.bottom, turn)
    return Ink(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
