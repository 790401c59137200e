"""Texts that run from left to right, but whose letters do not stand where their rooms say: of pages
shown turned, of fonts without height, those that /ActualText speaks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ita_checker.read.layer.galley import Galley, Indexes, Mask, Numbers, codes_of
from ita_checker.read.layer.letters import AA, AM, CONSONANTS, MARKS, PLAIN, Ink, Letter
from ita_checker.read.layer.native.rules import Marked
from ita_checker.read.layer.runs import rooms

_PLAIN, _MARK = codes_of(PLAIN), codes_of(MARKS)
# a letter that no font has: pdfium tells the width of its box, as of all that a font lacks; what a
# sara am is drawn by is not one glyph
NOBODY = 0xE000
ONE_LINE = 2.0  # of the letter size: what one /ActualText stands for is no further up or down
LEVEL = 0.2  # of the letter size: pieces of one cluster do not stand further up or down
DIFFERS = 0.05  # of the letter size: by how much their widths differ
BETWEEN = 2  # letters that pdfium may make between them
FLOATS = 0.6  # of the letter size: a letter's ink begins no higher above its line
Said = set[tuple[int, str]]
Point = tuple[float, float]


class Level:
    """Such texts and their rows in a page's galley, all at once. `rows`: those of all texts, one
    after the other; `begins`: where those of each text begin.
    """

    def __init__(
        self,
        galley: Galley,
        firsts: Indexes,
        lengths: Indexes,
        sizes: Numbers,
        addresses: Sequence[int] = (),
    ) -> None:
        self.galley, self.firsts, self.lengths = galley, firsts, lengths
        self.sizes, self.addresses = sizes, addresses
        self.begins = np.cumsum(lengths) - lengths
        self.rows: Indexes = np.arange(lengths.sum()) + np.repeat(firsts - self.begins, lengths)
        self.marks = galley.marks[self.rows]
        self.xs = self.ys = np.zeros(0)
        self.inks = np.zeros((4, 0))

    def each(self, told: Mask) -> Mask:
        """Return for each letter what is told of its text."""
        return np.repeat(told, self.lengths)

    def any_of(self, told: Mask) -> Mask:
        """Tell of which texts any letter is told of."""
        found: Mask = np.logical_or.reduceat(told, self.begins)
        return found

    def set_in(
        self, points: tuple[Numbers, Numbers], inks: Numbers, leans: Sequence[float]
    ) -> None:
        """Set each letter from where it is drawn to where the next one is; `inks`: left, top,
        right, bottom.
        """
        galley, rows = self.galley, self.rows
        self.inks, (self.xs, self.ys) = inks, points
        x0, high, x1, low = inks
        ends = np.append(self.xs[1:], 0.0)
        lasts = np.append(self.begins[1:] - 1, len(rows) - 1)
        ends[lasts] = x1[lasts]
        galley.x0[rows], galley.y[rows] = self.xs, self.ys
        galley.size[rows] = np.repeat(self.sizes, self.lengths)
        galley.x1[rows] = np.where(self.marks, self.xs, np.maximum(ends, x1))
        shift = np.array([*leans, 0.0])[galley.font[rows]] * (self.ys - (high + low) / 2)
        upright = np.stack([x0 - shift, high, x1 - shift, low], axis=1)
        upright[galley.among(_PLAIN)[rows]] = np.nan
        galley.inks[rows] = upright

    def at_one(self) -> Mask:
        """Tell of which texts all letters are drawn from one place: so pdfium lays out the letters
        of an /ActualText.
        """
        found: Mask = (self.lengths > 1) & ~self.marks[self.begins]
        for along in (self.xs, self.ys):
            low = np.minimum.reduceat(along, self.begins)
            found &= np.maximum.reduceat(along, self.begins) == low
        return found

    def sara_ams(self) -> Mask:
        """Tell which texts are one sara am."""
        found: Mask = (self.lengths == 1) & (self.galley.codes[self.firsts] == ord(AM))
        return found

    def speak(self, which: Mask, marks: Indexes, marked: Marked, said: Said) -> Mask:
        """Set the letters of some texts over all that the /ActualText of their mark stands for;
        pdfium gives them again where two objects share it. Return which of their letters stand.
        """
        lengths, begins = self.lengths[which], self.begins[which]
        texts = self._texts(which)
        new = self._new(texts, marks[which], said)
        x0, x1, low = self._reach(which, marks, marked)
        self._make_whole(texts, which, (x0, x1), new)
        new &= ~self._marks_alone(texts, which, low)
        x, size = self.xs[begins], self.sizes[which]
        x0 = np.where((x0 - size < x) & (x < x0), x, x0)  # leaning letters begin further left
        within = self.each(which)
        bodies = (~self.marks[within]).astype(np.int64)
        starts = np.cumsum(lengths) - lengths
        x1 = np.minimum(x1, x0 + self._moves_on(self.rows[within], starts) * size)
        count = np.add.reduceat(bodies, starts)
        at = np.cumsum(bodies)
        at -= np.repeat(at[starts] - bodies[starts] + 1, lengths)  # of a first mark: -1
        step, left = (np.repeat(told, lengths) for told in ((x1 - x0) / np.maximum(1, count), x0))
        galley, rows = self.galley, self.rows[within]
        galley.x0[rows] = left + np.maximum(0, at) * step
        galley.x1[rows] = left + (at + 1) * step  # a first mark has no room
        galley.y[rows] = np.repeat(self.ys[begins], lengths)
        galley.inks[rows] = np.nan
        return np.repeat(new, lengths)

    def _moves_on(self, rows: Indexes, starts: Indexes) -> Numbers:
        """Return how far the fonts move on after the letters of texts, as shares of their size:
        not as far as their ink reaches where marks hang over; more than any where fonts do not
        tell.
        """
        galley = self.galley
        fonts, marks = galley.font[rows], galley.marks[rows]
        codes = np.where(galley.codes[rows] == ord(AM), NOBODY, galley.codes[rows])
        widths = rooms.widths(fonts, codes, self.addresses)
        widths[widths == rooms.widths(fonts, np.full(len(rows), NOBODY), self.addresses)] = 0.0
        told = np.add.reduceat(np.where(marks, 0.0, widths), starts)
        known = np.logical_and.reduceat(marks | (widths > 0), starts)
        return np.where(known & (told > 0), told, np.inf)

    def _texts(self, which: Mask) -> list[str]:
        """Return what some texts say."""
        text = "".join(self.galley.texts)
        firsts, lengths = self.firsts[which].tolist(), self.lengths[which].tolist()
        return [text[first : first + length] for first, length in zip(firsts, lengths, strict=True)]

    @staticmethod
    def _new(texts: Sequence[str], marks: Indexes, said: Said) -> Mask:
        """Tell which texts are not said yet."""
        new = []
        for one in zip(marks.tolist(), texts, strict=True):
            new.append(one not in said)
            said.add(one)
        return np.array(new)

    def _make_whole(
        self, texts: Sequence[str], which: Mask, reach: tuple[Numbers, Numbers], new: Mask
    ) -> None:
        """Have a cluster that is said whole for each of its pieces said once, over all of them: so
        Typst does. Clusters that come twice are as wide as each other, and pieces are not.
        """
        x0, x1 = reach
        pieces = [at for at in range(1, len(texts)) if texts[at] == texts[at - 1]]
        if not pieces:
            return
        starts, y, size = self.firsts[which], self.ys[self.begins[which]], self.sizes[which]
        stops, wide, head = starts + self.lengths[which], x1 - x0, 0
        for at in pieces:
            head = head if at - 1 in pieces and not new[at - 1] else at - 1
            if (
                _is_cluster(texts[at])
                and starts[at] - stops[at - 1] <= BETWEEN
                and abs(y[at] - y[head]) < LEVEL * size[head]
                and abs(wide[at] - wide[at - 1]) > DIFFERS * size[head]
            ):
                new[at] = False
                x1[head] = max(x1[head], x1[at])

    def _marks_alone(self, texts: Sequence[str], which: Mask, low: Numbers) -> Mask:
        """Tell of which clusters the page shows the raised mark alone, far above its line: Chromium
        draws so much of a heading for which a page has no room, and the whole overleaf.
        """
        begins = self.begins[which]
        floats: Mask = self.ys[begins] - low > FLOATS * self.sizes[which]
        stands = {texts[at] for at in np.flatnonzero(~floats).tolist()} if floats.any() else set()
        for at in np.flatnonzero(floats).tolist():
            pieces = texts[max(0, at - 1) : at + 2].count(texts[at]) > 1 and texts[at] in stands
            floats[at] = _is_cluster(texts[at]) and not pieces
        return floats

    def _reach(
        self, which: Mask, marks: Indexes, marked: Marked
    ) -> tuple[Numbers, Numbers, Numbers]:
        """Return how far to the left, to the right and down what marks stand for reaches; the ink
        of their own letters where nothing is drawn under them.
        """
        boxes, counts = marked.boxes(marks[which])
        own = [np.minimum.reduceat(self.inks[0], self.begins)[which]]
        own += [np.maximum.reduceat(self.inks[side], self.begins)[which] for side in (2, 3)]
        some = counts > 0
        if not some.any():
            return own[0], own[1], own[2]
        starts = (np.cumsum(counts) - counts)[some]
        left, _, right, bottom = boxes.T
        first = np.repeat(bottom[starts], counts[some])
        far = abs(bottom - first) >= ONE_LINE * np.repeat(self.sizes[which][some], counts[some])
        own[0][some] = np.minimum.reduceat(np.where(far, np.inf, left), starts)
        own[1][some] = np.maximum.reduceat(np.where(far, -np.inf, right), starts)
        own[2][some] = np.maximum.reduceat(np.where(far, -np.inf, bottom), starts)
        return own[0], own[1], own[2]


def _is_cluster(text: str) -> bool:
    """Tell whether a text is one consonant with what is written over, under and after it."""
    return (
        len(text) > 1
        and text[0] in CONSONANTS
        and all(one in MARKS or one in (AA, AM) for one in text[1:])
    )


def spoken(
    text: str,
    mark: int,
    place: Point,
    inks: Sequence[Ink],
    size: float,
    font: int,
    said: Said,
) -> Iterator[Letter]:
    """Yield the letters of one /ActualText, as `Level.speak` sets them, in a frame in which it runs
    from left to right; `inks`: of all that it stands for.
    """
    if (mark, text) in said:
        return
    said.add((mark, text))
    near = [ink for ink in inks if abs(ink.bottom - inks[0].bottom) < ONE_LINE * size]
    x0, x1 = min([ink.x0 for ink in near]), max([ink.x1 for ink in near])
    x0 = place[0] if x0 - size < place[0] < x0 else x0
    step, at = (x1 - x0) / max(1, sum([letter not in MARKS for letter in text])), -1
    for letter in text:
        at += letter not in MARKS
        start, end = x0 + max(0, at) * step, x0 + (at + 1) * step
        yield Letter(letter, start, end, place[1], size, font)


def put(galley: Galley, rows: range, letters: Sequence[Letter], stand: Mask) -> None:
    """Put letters in the first of some rows, and tell which of these stand."""
    first = slice(rows.start, rows.start + len(letters))
    stand[rows.start : rows.stop], stand[first] = False, True
    if letters:
        taken = Galley.of(letters)
        galley.sides[:, first] = taken.sides
        galley.inks[first], galley.texts[first] = taken.inks, taken.texts
