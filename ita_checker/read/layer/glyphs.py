"""What pdfium knows of each letter of a page, asked for many letters at once: call by call it is
dearer than all that follows.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Sequence
from itertools import repeat

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium_c

from ita_checker.read.layer import _native as native

SURROGATE = re.compile("[\U00010000-\U0010ffff\ufffd\x00]")
BREAKS = ("\x02", "\ufffe")  # pdfium's own signs for a hyphen at the end of a line
Numbers = npt.NDArray[np.float64]
Indexes = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Glyphs:
    """The letters of one page as pdfium numbers them: what each says, the room it takes, and the
    text objects that hold them.

    `firsts` and `lengths`: which letters stand together in one text object; `owners`: its address,
    0 for what pdfium adds itself.
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
        ).T
        owners = np.fromiter(
            map(native.each_object, repeat(self.at), range(self.count)), np.uint64, self.count
        )
        self.firsts = np.flatnonzero(
            np.concatenate(([True], owners[1:] != owners[:-1]))[: self.count]
        )
        self.lengths = np.diff(self.firsts, append=self.count)
        self.owners: list[int] = owners[self.firsts].tolist()

    def _text(self) -> str:
        """Return what pdfium says of each letter; in one call where each is one UTF-16 unit."""
        units = (ctypes.c_ushort * (self.count + 1))()
        written = (
            pdfium_c.FPDFText_GetText(self.textpage, 0, self.count, units) if self.count else 0
        )
        text = bytes(units).decode("utf-16-le", "replace")[: self.count]
        if written != self.count + 1 or len(text) != self.count or SURROGATE.search(text):
            text = "".join(
                [chr(native.letter_code(self.handle, index)) for index in range(self.count)]
            )
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
        return native.INKS.of(self.at, indexes)

    def origins(self, indexes: Sequence[int]) -> Numbers:
        """Return the points from which letters are drawn."""
        return native.ORIGINS.of(self.at, indexes)

    def matrices(self, indexes: Sequence[int]) -> Numbers:
        """Return how letters are turned, leant and stretched: a, b, c, d, and where they stand."""
        return native.MATRICES.of(self.at, indexes)

    def sizes(self, indexes: Sequence[int]) -> Numbers:
        """Return the sizes at which letters are shown."""
        said = map(native.each_size, repeat(self.at), indexes)
        return np.array(
            [
                size * math.hypot(a, b)
                for size, (a, b, *_) in zip(said, self.matrices(indexes).tolist(), strict=True)
            ]
        )

    def generated(self, indexes: Sequence[int]) -> Mask:
        """Tell which letters pdfium made itself."""
        return np.fromiter(map(native.each_generated, repeat(self.at), indexes), bool, len(indexes))

    def unmapped(self, indexes: Sequence[int]) -> list[bool]:
        """Tell for which letters the file gives no reading."""
        return [told == 1 for told in map(native.each_unmapped, repeat(self.at), indexes)]

    def close(self) -> None:
        """Give the text page back."""
        self.textpage.close()
