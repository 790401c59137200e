"""What a font that is embedded in a file tells itself of its marks: the shapes of their glyphs. A
code map that says the letters of a cluster for one another does not change them.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from ita_checker.read.layer import _native as native
from ita_checker.read.layer.codes import PRIVATE
from ita_checker.read.layer.known_shapes import Known, Shape, misplaced, nearest, shape
from ita_checker.read.layer.letters import BELOW, MARKS, TOP, Letter

# codes of marks, also of those that Thai fonts keep in the private use area, lowered and shifted
CODES = {ord(mark): mark for mark in MARKS}
CODES |= {ord(code): mark for code, mark in PRIVATE.items() if mark in MARKS}
MOST = 1 << 20  # bytes of a font: larger ones hold far more than Thai
UNICODE = ((0, None), (3, 1), (3, 10))  # platforms whose maps are of letters, and their encodings
SEGMENTS, GROUPS = 4, 12  # formats of maps


def marks(addresses: Sequence[int], number: int) -> Known:
    """Return the shapes of the marks of one of some fonts; nothing where it does not tell."""
    font, size = addresses[number], ctypes.c_size_t()
    native.font_data(font, None, 0, ctypes.addressof(size))
    if not 0 < size.value <= MOST:
        return {}
    buffer = ctypes.create_string_buffer(size.value)
    native.font_data(font, ctypes.addressof(buffer), size.value, ctypes.addressof(size))
    return drawn(buffer.raw)


def told(letter: Letter, fonts: Callable[[int], Known] | None) -> Letter:
    """Return a mark that is drawn where it cannot be as the one whose shape its font tells to be
    this.
    """
    if fonts is None or not misplaced(letter):
        return letter
    seen = shape(letter)
    mark = nearest(seen, BELOW if seen.up < 0 else TOP, [fonts(letter.font)])
    return letter if mark is None else letter.read_as(mark)


@lru_cache(8)
def drawn(content: bytes) -> Known:
    """Return the shapes of the marks of a TrueType font."""
    found: dict[str, list[Shape]] = {}
    try:
        font = _Font(content)
        for code, number in sorted(font.numbers().items()):
            found.setdefault(CODES[code], []).append(font.shape(number))
    except (struct.error, KeyError, IndexError, ZeroDivisionError):
        return {}
    return found


class _Font:
    """The tables of a TrueType font."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        count = self._read(">H", 4)[0]
        tables = (struct.unpack_from(">4s4xL", content, 12 + 16 * at) for at in range(count))
        self.tables: Mapping[bytes, int] = dict(tables)
        head = self.tables[b"head"]
        self.ems, self.long = self._read(">H", head + 18)[0], self._read(">h", head + 50)[0]

    def _read(self, form: str, at: int) -> tuple[int, ...]:
        return struct.unpack_from(form, self.content, at)

    def numbers(self) -> dict[int, int]:
        """Return the numbers of the glyphs of marks, by their codes."""
        start = self.tables[b"cmap"]
        found: dict[int, int] = {}
        for at in range(self._read(">H", start + 2)[0]):
            platform, encoding, place = self._read(">HHL", start + 4 + 8 * at)
            if (platform, encoding) in UNICODE or (platform, None) in UNICODE:
                kind = self._read(">H", start + place)[0]
                if kind in (SEGMENTS, GROUPS):
                    told = self._segments if kind == SEGMENTS else self._groups
                    found |= {code: number for code, number in told(start + place) if number}
        return found

    def _segments(self, at: int) -> Iterator[tuple[int, int]]:
        count = self._read(">H", at + 6)[0] // 2
        lasts, firsts, deltas, moves = (
            self._read(f">{count}H", at + 14 + 2 * count * part + 2 * (part > 0))
            for part in range(4)
        )
        for code in CODES:
            segment = next((each for each, last in enumerate(lasts) if last >= code), None)
            if segment is None or firsts[segment] > code:
                continue
            number = code
            if moves[segment]:
                place = at + 16 + 6 * count + 2 * segment + moves[segment]
                number = self._read(">H", place + 2 * (code - firsts[segment]))[0]
                if not number:
                    continue
            yield code, (number + deltas[segment]) % 65536

    def _groups(self, at: int) -> Iterator[tuple[int, int]]:
        groups = struct.iter_unpack(
            ">LLL", self.content[at + 16 : at + 16 + 12 * self._read(">L", at + 12)[0]]
        )
        for first, last, number in groups:
            for code in CODES:
                if first <= code <= last:
                    yield code, number + code - first

    def shape(self, number: int) -> Shape:
        """Return the shape of a glyph."""
        wide, form = (4, ">L") if self.long else (2, ">H")
        place = self._read(form, self.tables[b"loca"] + wide * number)[0]
        place = self.tables[b"glyf"] + place * (1 if self.long else 2)
        left, low, right, high = self._read(">hhhh", place + 2)
        return Shape((right - left) / self.ems, (high - low) / self.ems, low / self.ems)
