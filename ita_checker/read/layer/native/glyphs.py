"""What pdfium knows of each letter of a page, asked for many letters at once: call by call it is
dearer than all that follows.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import repeat
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium_c

from ita_checker.read.layer.galley import LAST
from ita_checker.read.layer.native import _native as native
from ita_checker.read.layer.native import shared

SURROGATE = re.compile("[\U00010000-\U0010ffff\ufffd\x00]")
# Halves of letters outside the first plane, which pdfium gives one after the other: one glyph.
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
NO_LETTER = re.compile("[\ud800-\udfff\x00]")
LOST = "\ufffd"
BREAKS = ("\x02", "\ufffe")  # pdfium's own signs for a hyphen at the end of a line
HALF = "\ufff9"  # stands for the second half of a letter that is read as one
Numbers = npt.NDArray[np.float64]
Indexes = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Told = TypeVar("Told", Indexes, Mask, Numbers)


def _whole(high: str, low: str) -> str:
    """Return the letter of which pdfium gives two halves."""
    return chr(0x10000 + ((ord(high) - 0xD800) << 10) + ord(low) - 0xDC00)


class Glyphs:
    """The letters of one page as pdfium numbers them: what each says, the room it takes, and the
    text objects that hold them.

    `firsts` and `lengths`: which letters stand together in one text object, and `of`: the number
    of that of each; `owners`: its address, 0 for what pdfium adds itself; `owned`: the others, and
    `texts`: their objects; `first_inks`: where the first letter of each is really drawn. `shared`:
    the letters that share one glyph with the next.
    """

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.textpage = page.get_textpage()
        self.handle = native.address(self.textpage)
        self.at = native.at(self.handle)
        self.count = max(0, native.count_letters(self.handle))
        self.text = self._text()
        self.codes = np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), np.uint32)
        self.lefts, self.tops, self.rights, self.bottoms = native.ROOMS.of(
            self.at, range(self.count)
        ).T.copy()
        owners = np.fromiter(
            map(native.each_object, repeat(self.at), range(self.count)), np.uint64, self.count
        )
        self.firsts = np.flatnonzero(
            np.concatenate(([True], owners[1:] != owners[:-1]))[: self.count]
        )
        self.lengths = np.diff(self.firsts, append=self.count)
        self.of = np.arange(len(self.firsts)).repeat(self.lengths)
        owners = owners[self.firsts]
        self.owners: list[int] = owners.tolist()
        self.owned: Indexes = np.flatnonzero(owners)
        self.texts = native.handles(owners[self.owned].tolist())
        self.moves: list[Numbers] = []
        self.moved = np.full(self.count, -1)  # which of the moves each letter has made
        self.first_inks = native.INKS.of(self.at, self.firsts.tolist())
        self._first_matrices = np.full((len(self.firsts), 6), np.nan)
        self.shared = shared.first_letters(self)
        if len(self.shared):
            self._put_in_place(np.union1d(self.shared, self.shared + 1))

    def each(self, told: Told) -> Told:
        """Return for each letter what is told of each text object."""
        return told.take(self.of)

    def among(self, which: Mask) -> Mask:
        """Tell which letters are among those of `galley.codes_of`."""
        return which.take(self.low)

    @cached_property
    def low(self) -> Indexes:
        """Return the codes of the letters, all from LAST on alike."""
        return np.minimum(self.codes, LAST)

    @cached_property
    def modes(self) -> Indexes:
        """Return the mode in which each of `texts` is drawn."""
        return native.modes(self.texts)

    def put_pieces_in_place(self) -> None:
        """Move what /ActualText says of texts within forms to where these are drawn: pdfium gives
        such letters the place that the text has in its form.
        """
        runs = self.owned[shared.inked(self)[self.owned]]
        if not len(runs):
            return
        own = native.matrices(native.handles([self.owners[run] for run in runs.tolist()]))
        at = self.origins(self.firsts[runs].tolist())
        forgotten = (abs(at - own[:, 4:]) < shared.SAME).all(axis=1)
        forgotten &= (abs(at - self.first_matrices(runs)[:, 4:]) >= shared.SAME).any(axis=1)
        if forgotten.any():
            self._put_in_place(np.flatnonzero(np.isin(self.of, runs[forgotten])))

    def _put_in_place(self, letters: Indexes) -> None:
        """Move letters that share a glyph, or are said of a text, to where it is drawn."""
        runs = self.of[letters]
        held = np.unique(runs)
        shown = self.first_matrices(held)
        own = native.matrices(native.handles([self.owners[run] for run in held.tolist()]))
        apart = (abs(own - shown) >= shared.FORGOTTEN).any(axis=1)
        for run, mine, seen in zip(held[apart].tolist(), own[apart], shown[apart], strict=True):
            matrix = shared.moves(mine.tolist(), seen.tolist())
            if matrix is not None:
                which = letters[runs == run]
                self.moved[which] = len(self.moves)
                self.moves.append(matrix)
                sides = (self.lefts, self.rights, self.bottoms, self.tops)
                rooms = shared.moved(matrix, np.stack([side[which] for side in sides], axis=1))
                for side, told in zip(sides, rooms.T, strict=True):
                    side[which] = told
        if self.moves:
            self.first_inks = self.inks(self.firsts.tolist())

    def _text(self) -> str:
        """Return what pdfium says of each letter; in one call where each is one UTF-16 unit."""
        units = (ctypes.c_ushort * (self.count + 1))()
        written = (
            pdfium_c.FPDFText_GetText(self.textpage, 0, self.count, units) if self.count else 0
        )
        text = bytes(units).decode("utf-16-le", "replace")[: self.count]
        if written != self.count + 1 or len(text) != self.count or SURROGATE.search(text):
            codes = map(native.each_code, repeat(self.at), range(self.count))
            text = "".join(map(chr, codes))
        if NO_LETTER.search(text):
            text = PAIR.sub(lambda pair: _whole(*pair[0]) + HALF, text)
            text = NO_LETTER.sub(LOST, text)
        for sign in BREAKS:
            if sign in text:
                hyphens = {
                    m.start()
                    for m in re.finditer(sign, text)
                    if native.letter_hyphen(self.handle, m.start())
                }
                text = "".join(
                    ["-" if index in hyphens else letter for index, letter in enumerate(text)]
                )
        return text

    def inks(self, indexes: Sequence[int]) -> Numbers:
        """Return where letters are really drawn: left, right, bottom, top."""
        inks = native.INKS.of(self.at, indexes)
        if self.moves:
            rows, matrices = self._moved(indexes)
            inks[rows] = shared.moved(matrices, inks[rows])
        return inks

    def origins(self, indexes: Sequence[int]) -> Numbers:
        """Return the points from which letters are drawn."""
        places = native.ORIGINS.of(self.at, indexes)
        if self.moves:
            rows, matrices = self._moved(indexes)
            points = np.column_stack([places[rows], np.ones(len(rows))])
            places[rows] = (points[:, None, :] @ matrices)[:, 0, :2]
        return places

    def _moved(self, indexes: Sequence[int]) -> tuple[Indexes, Numbers]:
        """Return which of some letters were moved, by their places among these, and by what."""
        moves = self.moved[np.asarray(indexes, np.int64)]
        rows: Indexes = np.flatnonzero(moves >= 0)
        return rows, np.array(self.moves)[moves[rows]]

    def matrices(self, indexes: Sequence[int]) -> Numbers:
        """Return how letters are turned, leant and stretched: a, b, c, d, and where they stand."""
        return native.MATRICES.of(self.at, indexes)

    def first_matrices(self, runs: Indexes) -> Numbers:
        """Return those of the first letters of some text objects, each asked for once."""
        new = runs[np.isnan(self._first_matrices[runs, 0])]
        self._first_matrices[new] = self.matrices(self.firsts[new].tolist())
        return self._first_matrices[runs]

    def sizes(self, indexes: Sequence[int], matrices: Numbers | None = None) -> Numbers:
        """Return the sizes at which letters are shown; their matrices, if known."""
        said = np.fromiter(map(native.each_size, repeat(self.at), indexes), float, len(indexes))
        a, b = (self.matrices(indexes) if matrices is None else matrices)[:, :2].T
        scales = abs(a)
        for at in np.flatnonzero(b).tolist():
            scales[at] = math.hypot(a[at], b[at])
        return np.asarray(said * scales)

    def generated(self, indexes: Sequence[int]) -> Mask:
        """Tell which letters pdfium made itself."""
        return np.fromiter(map(native.each_generated, repeat(self.at), indexes), bool, len(indexes))

    def unmapped(self, indexes: Sequence[int]) -> list[bool]:
        """Tell for which letters the file gives no reading."""
        return [told == 1 for told in map(native.each_unmapped, repeat(self.at), indexes)]

    def set_aside(self, letters: Indexes, by: int) -> None:
        """Have letters said to be others, whose codes are higher by so much."""
        self._say({at: chr(ord(self.text[at]) + by) for at in letters.tolist()})

    def say(self, letters: Sequence[int], letter: str) -> None:
        """Have letters said to be another."""
        self._say(dict.fromkeys(letters, letter))

    def _say(self, letters: Mapping[int, str]) -> None:
        said = list(self.text)
        for at, letter in letters.items():
            said[at] = letter
        self.text = "".join(said)
        self.codes = np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), np.uint32)
        self.__dict__.pop("low", None)

    def close(self) -> None:
        """Give the text page back."""
        self.textpage.close()
