"""Texts whose letters do not stand where their rooms say: turned ones, leaning ones, those that
/ActualText speaks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ita_checker.read.layer import _native as native
from ita_checker.read.layer import rules, shared, slanted
from ita_checker.read.layer.frame import Frame, upright
from ita_checker.read.layer.galley import NO_INK, Galley, Indexes, Mask, Numbers, codes_of
from ita_checker.read.layer.glyphs import Glyphs
from ita_checker.read.layer.letters import MARKS, PLAIN, Ink, Letter

LEANS = 0.05  # of its height: how far a letter's top lies aside before the text leans
Point = tuple[float, float]
Matrix = tuple[int, float, float, float, float]
Text = tuple[range, Mask]  # the rows of a text's letters, and which of them stand
_PLAIN = codes_of(PLAIN)


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
        self._boxes: dict[int, list[Ink]] = {}  # of what each mark stands for
        self._at_one = np.zeros(0, bool)
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
                made.append((letters, _put(galley, letters, list(found))))
            elif turn := self.frame.quarter(a, b):
                turned = self._upright(letters, font, size or 1.0, turn, glyphs.owners[run])
                self.turned.setdefault(turn, []).extend(turned)
                made.append((letters, np.zeros(len(letters), bool)))
            else:
                level.append((run, size or 1.0))
        return [*made, *self._level(galley, level)] if level else made

    def _level(self, galley: Galley, texts: Sequence[tuple[int, float]]) -> list[Text]:
        """Put the letters of texts that run from left to right in their rows."""
        runs = np.array([run for run, _ in texts])
        firsts, lengths = self.glyphs.firsts[runs], self.glyphs.lengths[runs]
        begins = np.cumsum(lengths) - lengths  # of each text, in the rows of all of them
        rows = np.arange(lengths.sum()) + np.repeat(firsts - begins, lengths)
        self._set_level(galley, rows, begins, np.repeat([size for _, size in texts], lengths))
        stand = self.drawn[rows]
        made = [
            (range(first, first + length), stand[begin : begin + length])
            for first, length, begin in zip(
                firsts.tolist(), lengths.tolist(), begins.tolist(), strict=True
            )
        ]
        special: list[tuple[int, float, int]] = []
        for at in self._special(rows, begins, lengths, galley).tolist():
            run, size = texts[at]
            marks = native.count_marks(self.glyphs.owners[run]) if self._at_one[at] else 0
            owner = self.glyphs.owners[run]
            special.append((at, size, native.object_mark(owner, marks - 1) if marks > 0 else 0))
        return self._set_special(galley, special, made, runs)

    def _special(self, rows: Indexes, begins: Indexes, lengths: Indexes, galley: Galley) -> Indexes:
        """Return which texts /ActualText may speak for, and which hold letters that share a
        glyph.
        """
        points = self.frame.point(*self.origins[:, rows])
        self._at_one = (lengths > 1) & ~galley.marks[rows][begins]
        for along in points:
            reach = np.maximum.reduceat(along, begins) - np.minimum.reduceat(along, begins)
            self._at_one &= reach == 0
        special = self._at_one & np.logical_or.reduceat(self.drawn[rows], begins)
        if len(self.glyphs.shared):
            shares = np.isin(rows, self.glyphs.shared) | np.isin(rows - 1, self.glyphs.shared)
            special |= np.logical_or.reduceat(shares, begins)
        return np.flatnonzero(special)

    def _set_special(
        self,
        galley: Galley,
        special: Sequence[tuple[int, float, int]],
        made: list[Text],
        runs: Indexes,
    ) -> list[Text]:
        """Put the letters that /ActualText says over all that it stands for, and those that share a
        glyph where it is drawn.
        """
        if any(mark for _, _, mark in special):
            self.marked = self.marked or rules.Marked(self.page, self.frame)
            marks = sorted({mark for _, _, mark in special if mark})
            self._boxes |= dict(zip(marks, self.marked.boxes(marks), strict=True))
        told: list[tuple[int, Letter]] = []
        for at, size, mark in special:
            letters, run = made[at][0], int(runs[at])
            font, owner = self.fonts[run], self.glyphs.owners[run]
            if mark:
                text = self.glyphs.text[letters.start : letters.stop]
                places, inks = self._part(letters)
                found = list(self._spoken(text, mark, places, inks, size, font, 0))
            else:
                found = self._upright(letters, font, size, 0, owner)
            told.extend(zip(letters, found, strict=False))
            made[at] = letters, np.arange(len(letters)) < len(found)
        _put_all(galley, told)
        return made

    def _part(self, letters: range) -> tuple[Point, list[Ink]]:
        """Return from where the first of some letters is drawn, and the ink of each."""
        within = slice(letters.start, letters.stop)
        x, y = self.frame.point(*self.origins[:, letters.start].tolist())
        left, right, bottom, top = self.inks[:, within]
        boxes = np.stack(self.frame.boxes(left, bottom, right, top), axis=1)
        return (x, y), [Ink(*box) for box in boxes.tolist()]

    def _set_level(self, galley: Galley, rows: Indexes, begins: Indexes, sizes: Numbers) -> None:
        """Set each letter from where it is drawn to where the next one is."""
        xs, ys = self.frame.point(*self.origins[:, rows])
        left, right, bottom, top = self.inks[:, rows]
        x0, high, x1, low = self.frame.boxes(left, bottom, right, top)
        ends = np.append(xs[1:], 0.0)
        lasts = np.append(begins[1:] - 1, len(rows) - 1)
        ends[lasts] = x1[lasts]
        galley.x0[rows], galley.y[rows], galley.size[rows] = xs, ys, sizes
        galley.x1[rows] = np.where(galley.marks[rows], xs, np.maximum(ends, x1))
        shift = np.array([*self.leans, 0.0])[galley.font[rows]] * (ys - (high + low) / 2)
        inks = np.stack([x0 - shift, high, x1 - shift, low], axis=1)
        inks[galley.among(_PLAIN)[rows]] = np.nan
        galley.inks[rows] = inks

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
        if (
            len(places) > 1 and len(set(places)) == 1 and text[0] not in MARKS
        ):  # so pdfium lays out the letters of an /ActualText
            marks = native.count_marks(owner)
            if marks > 0:
                return list(
                    self._spoken(
                        text,
                        native.object_mark(owner, marks - 1),
                        places[0],
                        inks,
                        size,
                        font,
                        turn,
                    )
                )
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

    def _spoken(
        self,
        text: str,
        mark: int,
        place: Point,
        inks: Sequence[Ink],
        size: float,
        font: int,
        turn: int,
    ) -> Iterator[Letter]:
        """Yield the letters of an /ActualText over all that it stands for; pdfium gives them again
        where two objects share it.
        """
        if (mark, text) in self.said:
            return
        self.said.add((mark, text))
        if mark not in self._boxes:
            self.marked = self.marked or rules.Marked(self.page, self.frame)
            (self._boxes[mark],) = self.marked.boxes([mark])
        boxes = self._boxes[mark]
        inks = [
            _straight(box, turn) for box in boxes if abs(box.bottom - boxes[0].bottom) < 2 * size
        ] or inks
        x0, x1 = min([ink[0] for ink in inks]), max([ink[2] for ink in inks])
        x0 = place[0] if x0 - size < place[0] < x0 else x0  # leaning letters begin further left
        bases = max(1, sum([letter not in MARKS for letter in text]))
        step, at = (x1 - x0) / bases, -1
        for letter in text:
            at += letter not in MARKS
            start, end = x0 + max(0, at) * step, x0 + (at + 1) * step  # a first mark has no room
            yield Letter(letter, start, end, place[1], size, font)


def _put(galley: Galley, rows: range, letters: Sequence[Letter]) -> Mask:
    """Put letters in the first of some rows; return which rows stand."""
    _put_all(galley, list(zip(rows, letters, strict=False)))
    stand: Mask = np.arange(len(rows)) < len(letters)
    return stand


def _put_all(galley: Galley, letters: Sequence[tuple[int, Letter]]) -> None:
    """Put letters in rows of the galley."""
    if not letters:
        return
    rows = [row for row, _ in letters]
    texts, x0s, x1s, ys, sizes, _, inks, _ = zip(*[letter for _, letter in letters], strict=True)
    columns = galley.x0, galley.x1, galley.y, galley.size
    for column, told in zip(columns, (x0s, x1s, ys, sizes), strict=True):
        column[rows] = told
    galley.inks[rows] = [ink or NO_INK for ink in inks]
    for row, text in zip(rows, texts, strict=True):
        galley.texts[row] = text


def _leans(b: float, c: float, d: float) -> bool:
    return b == 0 and d != 0 and abs(c) > LEANS * abs(d)


def _straight(box: Ink, turn: int) -> Ink:
    if not turn:
        return box
    (xa, ya), (xb, yb) = upright(box.x0, box.top, turn), upright(box.x1, box.bottom, turn)
    return Ink(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
