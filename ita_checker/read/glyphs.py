"""What pdfium knows of each letter of a page, asked for many letters at once: call by call it is dearer than all that follows."""

from __future__ import annotations

import ctypes
import itertools
import math
import re
from collections import deque
from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium_c

from ita_checker.read import _native as native

SURROGATE = re.compile("[\U00010000-\U0010ffff\ufffd\x00]")
BREAKS = ("\x02", "\ufffe")  # pdfium's own signs for a hyphen at the end of a line
Sides = tuple[float, float, float, float]


class Glyphs:
    """The letters of one page as pdfium numbers them: what each says, and the sides of the room it takes."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.textpage = page.get_textpage()
        self.handle = native.address(self.textpage)
        self.at = native.at(self.handle)
        self.count = max(0, native.count_letters(self.handle))
        self.text = self._text()
        rooms = (ctypes.c_float * (4 * self.count))()
        places = map(ctypes.byref, itertools.repeat(rooms), range(0, 16 * self.count, 16))
        deque(map(native.each_room, itertools.repeat(self.at), range(self.count), places), maxlen=0)
        sides = rooms[:]
        self.lefts, self.tops, self.rights, self.bottoms = sides[0::4], sides[1::4], sides[2::4], sides[3::4]
        self.four = (ctypes.c_double * 4)()
        self.four_at = ctypes.addressof(self.four)
        self.six = (ctypes.c_float * 6)()
        self.six_at = ctypes.addressof(self.six)

    def _text(self) -> str:
        """Return what pdfium says of each letter; in one call where each is one UTF-16 unit."""
        units = (ctypes.c_ushort * (self.count + 1))()
        written = pdfium_c.FPDFText_GetText(self.textpage, 0, self.count, units) if self.count else 0
        text = bytes(units).decode("utf-16-le", "replace")[: self.count]
        if written != self.count + 1 or len(text) != self.count or SURROGATE.search(text):
            text = "".join([chr(native.letter_code(self.handle, index)) for index in range(self.count)])
        for sign in BREAKS:
            if sign in text:
                hyphens = {m.start() for m in re.finditer(sign, text) if native.letter_hyphen(self.handle, m.start())}
                text = "".join(["-" if index in hyphens else letter for index, letter in enumerate(text)])
        return text

    def objects(self) -> list[tuple[int, int, int]]:
        """Return [first, last) and the address of each text object; its letters stand together."""
        owners = list(map(native.each_object, itertools.repeat(self.at), range(self.count)))
        starts = [0, *(index for index, (one, other) in enumerate(itertools.pairwise(owners), 1) if one != other), self.count]
        return [(first, last, owners[first]) for first, last in itertools.pairwise(starts) if first < last and owners[first]]

    def inks(self, indexes: Sequence[int]) -> dict[int, Sides]:
        """Return where letters are really drawn: left, right, bottom, top."""
        inks = (ctypes.c_double * (4 * len(indexes)))()
        places = [map(ctypes.byref, itertools.repeat(inks), range(start, 32 * len(indexes), 32)) for start in (0, 8, 16, 24)]
        deque(map(native.each_ink, itertools.repeat(self.at), indexes, *places), maxlen=0)
        sides = iter(inks[:])
        return dict(zip(indexes, zip(sides, sides, sides, sides, strict=True), strict=True))

    def matrices(self, indexes: Sequence[int]) -> Iterator[tuple[int, Sides]]:
        """Yield letters with how each is turned, leant and stretched."""
        matrices = (ctypes.c_float * (6 * len(indexes)))()
        places = map(ctypes.byref, itertools.repeat(matrices), range(0, 24 * len(indexes), 24))
        deque(map(native.each_matrix, itertools.repeat(self.at), indexes, places), maxlen=0)
        six = matrices[:]
        return zip(indexes, zip(six[0::6], six[1::6], six[2::6], six[3::6], strict=True), strict=True)

    def generated(self, indexes: Sequence[int]) -> set[int]:
        """Return which letters pdfium made itself."""
        told = map(native.each_generated, itertools.repeat(self.at), indexes)
        return {index for index, made in zip(indexes, told, strict=True) if made}

    def ink(self, index: int) -> Sides:
        """Return where one letter is really drawn: left, right, bottom, top."""
        at = self.four_at
        native.letter_ink(self.handle, index, at, at + 8, at + 16, at + 24)
        left, right, bottom, top = self.four
        return left, right, bottom, top

    def origin(self, index: int) -> tuple[float, float]:
        """Return the point from which a letter is drawn."""
        native.letter_origin(self.handle, index, self.four_at, self.four_at + 8)
        return self.four[0], self.four[1]

    def matrix(self, index: int) -> Sides:
        """Return how a letter is turned, leant and stretched."""
        native.letter_matrix(self.handle, index, self.six_at)
        a, b, c, d = self.six[:4]
        return a, b, c, d

    def size(self, index: int) -> float:
        """Return the size at which a letter is shown."""
        a, b, _, _ = self.matrix(index)
        return float(native.letter_size(self.handle, index)) * math.hypot(a, b)

    def unmapped(self, index: int) -> bool:
        """Tell whether the file gives no reading for a letter."""
        return native.letter_unmapped(self.handle, index) == 1

    def close(self) -> None:
        """Give the text page back."""
        self.textpage.close()
