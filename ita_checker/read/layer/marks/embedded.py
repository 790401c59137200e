"""What a font that is embedded in a file tells itself of its marks: the shapes of their glyphs. A
code map that says the letters of a cluster for one another does not change them.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ita_checker.read.layer.letters import BELOW, MARKS, TOP, Known, Letter, Shape
from ita_checker.read.layer.marks.codes import PRIVATE
from ita_checker.read.layer.marks.known_shapes import misplaced, nearest, shape
from ita_checker.read.layer.native import _native as native

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

# codes of marks, also of those that Thai fonts keep in the private use area, lowered and shifted
CODES = {mark: mark for mark in MARKS}
CODES |= {code: mark for code, mark in PRIVATE.items() if mark in MARKS}
NO_LETTER = "\uffff"  # no font has it
MOST = 1 << 20  # bytes of a font: larger ones hold far more than Thai
EM = 500  # dots of a letter size: shapes alike differ by fourteen of them
GLANCE = 40  # … that tell whether a glyph is the one for no letter
LARGEST = 4  # letter sizes: no mark is wider or higher, whatever a broken font says


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
    """Return the shapes of the marks that a font has by their letters; nothing of a broken font."""
    from PIL import ImageFont

    found: dict[str, list[Shape]] = {}
    try:
        font, small = (
            ImageFont.truetype(io.BytesIO(content), size, layout_engine=ImageFont.Layout.BASIC)
            for size in (EM, GLANCE)
        )
        none, lost = _ink(font, NO_LETTER), small.getmask(NO_LETTER).histogram()
        for code, mark in CODES.items():
            if small.getmask(code).histogram() == lost:
                continue  # a code that the font lacks is drawn as no letter
            ink = _ink(font, code)
            if ink is not None and ink != none:
                found.setdefault(mark, []).append(ink)
    except OSError:  # FreeType cannot read it
        return {}
    return found


def _ink(font: FreeTypeFont, code: str) -> Shape | None:
    """Return the shape of a glyph; none of one without ink, or of a size that no mark has."""
    left, high, right, low = font.getbbox(code, anchor="ls")  # from where the letter is set
    if max(right - left, low - high) > LARGEST * EM:
        return None
    box = font.getmask(code).getbbox()
    if box is None:
        return None
    x0, top, x1, bottom = box
    return Shape((x1 - x0) / EM, (bottom - top) / EM, -(high + bottom) / EM)
