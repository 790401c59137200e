"""pdfium's functions, called without the dear part of ctypes: addresses go in as plain numbers,
results land in arrays.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Sequence, Set
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium_c

AT_ONCE = 512  # letters asked in one go
Function = Callable[..., int]
_POINTER, _INT, _FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float


def bind(function: Any, result: Any, *arguments: Any) -> Function:
    """Return the same function of pdfium under plain types; some three times as fast for the calls
    made once per letter.
    """
    pointer = ctypes.cast(function, _POINTER).value or 0
    bound: Function = ctypes.PYFUNCTYPE(result, *arguments)(pointer)
    return bound


def quick(function: Any, result: Any) -> Callable[..., Any]:
    """Return the function without argument types: plain numbers go in as C's int, pointers as
    `at()` and byref() make them, unconverted.
    """
    pointer = ctypes.cast(function, _POINTER).value or 0
    bound: Callable[..., Any] = ctypes.PYFUNCTYPE(result)(pointer)
    return bound


def address(handle: Any) -> int:
    """Return the address behind a pypdfium2 object."""
    return ctypes.cast(getattr(handle, "raw", handle), _POINTER).value or 0


def at(place: int) -> Any:
    """Return an address as an argument for quick functions."""
    return ctypes.byref(ctypes.c_char.from_address(place))


class Asked:
    """A question about letters that pdfium answers with numbers, asked for many letters at once.

    The places into which pdfium writes are made once: to make them costs as much as the call. It
    serves one thread, as pdfium does.
    """

    def __init__(self, function: Any, number: Any, count: int, *, together: bool) -> None:
        """Ask `function` for `count` numbers of a type; `together`: it takes one pointer to all of
        them, not one to each.
        """
        self.function = quick(function, None)
        size = ctypes.sizeof(number)
        held = (number * (AT_ONCE * count))()
        self.answers = np.frombuffer(held, number).reshape(AT_ONCE, count)
        starts = range(1 if together else count)
        self.places = [
            [ctypes.byref(held, size * (row * count + start)) for row in range(AT_ONCE)]
            for start in starts
        ]

    def of(self, page: Any, letters: Sequence[int]) -> npt.NDArray[np.float64]:
        """Return a row of numbers for each letter of a text page, zeros where pdfium knows none."""
        found = np.empty((len(letters), self.answers.shape[1]))
        for start in range(0, len(letters), AT_ONCE):
            part = letters[start : start + AT_ONCE]
            self.answers[: len(part)] = 0
            deque(map(self.function, repeat(page), part, *self.places), maxlen=0)
            found[start : start + len(part)] = self.answers[: len(part)]
        return found


ROOMS = Asked(pdfium_c.FPDFText_GetLooseCharBox, ctypes.c_float, 4, together=True)
INKS = Asked(pdfium_c.FPDFText_GetCharBox, ctypes.c_double, 4, together=False)
ORIGINS = Asked(pdfium_c.FPDFText_GetCharOrigin, ctypes.c_double, 2, together=False)
MATRICES = Asked(pdfium_c.FPDFText_GetMatrix, ctypes.c_float, 6, together=True)
each_object = quick(pdfium_c.FPDFText_GetTextObject, ctypes.c_size_t)
each_size = quick(pdfium_c.FPDFText_GetFontSize, ctypes.c_double)
each_generated = quick(pdfium_c.FPDFText_IsGenerated, _INT)
each_unmapped = quick(pdfium_c.FPDFText_HasUnicodeMapError, _INT)
each_code = quick(pdfium_c.FPDFText_GetUnicode, ctypes.c_uint)

letter_hyphen = bind(pdfium_c.FPDFText_IsHyphen, _INT, _POINTER, _INT)
count_letters = bind(pdfium_c.FPDFText_CountChars, _INT, _POINTER)
font_name = bind(
    pdfium_c.FPDFFont_GetBaseFontName, ctypes.c_size_t, _POINTER, _POINTER, ctypes.c_size_t
)

font_data = bind(pdfium_c.FPDFFont_GetFontData, _INT, _POINTER, _POINTER, ctypes.c_size_t, _POINTER)

remove_mark = bind(pdfium_c.FPDFPageObj_RemoveMark, _INT, _POINTER, _POINTER)
count_objects = bind(pdfium_c.FPDFPage_CountObjects, _INT, _POINTER)
count_in_form = bind(pdfium_c.FPDFFormObj_CountObjects, _INT, _POINTER)
form_object = bind(pdfium_c.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong)
object_type = bind(pdfium_c.FPDFPageObj_GetType, _INT, _POINTER)
object_bounds = bind(pdfium_c.FPDFPageObj_GetBounds, _INT, _POINTER, *[_POINTER] * 4)
object_matrix = bind(pdfium_c.FPDFPageObj_GetMatrix, _INT, _POINTER, _POINTER)
fill_colour = bind(pdfium_c.FPDFPageObj_GetFillColor, _INT, _POINTER, *[_POINTER] * 4)
stroke_colour = bind(pdfium_c.FPDFPageObj_GetStrokeColor, _INT, _POINTER, *[_POINTER] * 4)
draw_mode = bind(pdfium_c.FPDFPath_GetDrawMode, _INT, _POINTER, _POINTER, _POINTER)
count_segments = bind(pdfium_c.FPDFPath_CountSegments, _INT, _POINTER)
path_segment = bind(pdfium_c.FPDFPath_GetPathSegment, _POINTER, _POINTER, _INT)
segment_point = bind(pdfium_c.FPDFPathSegment_GetPoint, _INT, _POINTER, _POINTER, _POINTER)
segment_type = bind(pdfium_c.FPDFPathSegment_GetType, _INT, _POINTER)
italic_angle = bind(pdfium_c.FPDFFont_GetItalicAngle, _INT, _POINTER, _POINTER)
glyph_width = bind(pdfium_c.FPDFFont_GetGlyphWidth, _INT, _POINTER, ctypes.c_uint, _FLOAT, _POINTER)


class Handle(ctypes.c_void_p):
    """An address that quick functions take as it is."""


def handles(addresses: Sequence[int]) -> list[Handle]:
    """Return addresses as quick functions take them."""
    return list(map(Handle, addresses))


_each_on_page = quick(pdfium_c.FPDFPage_GetObject, ctypes.c_size_t)
_each_type = quick(pdfium_c.FPDFPageObj_GetType, _INT)


def objects_of(page: int, texts: Set[int] = frozenset()) -> tuple[list[int], dict[int, int]]:
    """Return a page's objects as they are drawn, and the kinds of all not known to be `texts`."""
    objects = list(map(_each_on_page, repeat(at(page)), range(count_objects(page))))
    others = [place for place, one in enumerate(objects) if one not in texts]
    kinds = map(_each_type, handles([objects[place] for place in others]))
    return objects, dict(zip(others, kinds, strict=True))


each_transparent = quick(pdfium_c.FPDFPageObj_HasTransparency, _INT)
_each_mode = quick(pdfium_c.FPDFTextObj_GetTextRenderMode, _INT)
_each_stroke = quick(pdfium_c.FPDFPageObj_GetStrokeWidth, _INT)
_set_active = bind(pdfium_c.FPDFPageObj_SetIsActive, _INT, _POINTER, _INT)
_transform = bind(pdfium_c.FPDFPageObj_Transform, None, _POINTER, *[ctypes.c_double] * 6)


def move(handle: int, along: float) -> None:
    """Move an object to the right by so many points."""
    _transform(handle, 1.0, 0.0, 0.0, 1.0, along, 0.0)


def modes(objects: Sequence[Handle]) -> npt.NDArray[np.int64]:
    """Return the mode in which each text object is drawn: 0 filled, 3 not at all, …"""
    return np.fromiter(map(_each_mode, objects), np.int64, len(objects))


def _told(function: Function, objects: Sequence[Handle], each: int) -> npt.NDArray[np.float64]:
    """Return a row of so many numbers for each object, as a function writes them."""
    held = (_FLOAT * (each * len(objects)))()
    places = [ctypes.byref(held, 4 * each * row) for row in range(len(objects))]
    deque(map(function, objects, places), maxlen=0)
    return np.ctypeslib.as_array(held).reshape(-1, each).astype(np.float64)


def stroke_widths(objects: Sequence[Handle]) -> npt.NDArray[np.float64]:
    """Return how wide the line is that is drawn about each object, in its own units."""
    return _told(_each_stroke, objects, 1)[:, 0]


class _OfObjects:
    """A question about objects that pdfium answers with four numbers; the places into which it
    writes are made once.
    """

    def __init__(self, function: Any, number: Any, unknown: tuple[int, int, int, int]) -> None:
        """Ask `function` for numbers of a type; `unknown`: the answer where pdfium has none."""
        self.function, self.unknown = quick(function, _INT), unknown
        held, size = (number * (4 * AT_ONCE))(), ctypes.sizeof(number)
        self.told = np.frombuffer(held, number).reshape(-1, 4)
        self.places = [
            [ctypes.byref(held, size * (4 * row + part)) for row in range(AT_ONCE)]
            for part in range(4)
        ]

    def of(self, objects: Sequence[Handle]) -> npt.NDArray[Any]:
        """Return a row of numbers for each object."""
        found = np.zeros((len(objects), 4), self.told.dtype)
        for start in range(0, len(objects), AT_ONCE):
            part = objects[start : start + AT_ONCE]
            self.told[:] = self.unknown
            deque(map(self.function, part, *self.places), maxlen=0)
            found[start : start + len(part)] = self.told[: len(part)]
        return found


FILLS, STROKES = (  # red, green, blue and opacity, 0 to 255; black where nobody says
    _OfObjects(function, ctypes.c_uint, (0, 0, 0, 255))
    for function in (pdfium_c.FPDFPageObj_GetFillColor, pdfium_c.FPDFPageObj_GetStrokeColor)
)
BOUNDS = _OfObjects(pdfium_c.FPDFPageObj_GetBounds, ctypes.c_float, (0, 0, 0, 0))
_each_mark_count = quick(pdfium_c.FPDFPageObj_CountMarks, _INT)
_each_mark = quick(pdfium_c.FPDFPageObj_GetMark, ctypes.c_size_t)
_each_font = quick(pdfium_c.FPDFTextObj_GetFont, ctypes.c_size_t)
_each_matrix = quick(pdfium_c.FPDFPageObj_GetMatrix, _INT)


def innermost_marks(objects: Sequence[Handle]) -> npt.NDArray[np.int64]:
    """Return the innermost mark of each object, 0 where it has none."""
    counts = np.fromiter(map(_each_mark_count, objects), np.int64, len(objects))
    found = np.zeros(len(objects), np.int64)
    marked = (counts > 0).nonzero()[0]
    held = objects if len(marked) == len(objects) else [objects[at] for at in marked.tolist()]
    innermost = map(_each_mark, held, (counts[marked] - 1).tolist())
    found[marked] = np.fromiter(innermost, np.int64, len(marked))
    return found


def fonts(texts: Sequence[Handle]) -> npt.NDArray[np.int64]:
    """Return the font of each text object."""
    return np.fromiter(map(_each_font, texts), np.int64, len(texts))


def matrices(objects: Sequence[Handle]) -> npt.NDArray[np.float64]:
    """Return the own matrix of each object: a, b, c, d, e, f."""
    return _told(_each_matrix, objects, 6)


def matrix(handle: int) -> tuple[float, float, float, float, float, float]:
    """Return an object's own matrix: a, b, c, d, e, f."""
    six = (_FLOAT * 6)()
    object_matrix(handle, ctypes.addressof(six))
    return six[0], six[1], six[2], six[3], six[4], six[5]


def show(objects: Sequence[int], *, shown: bool) -> None:
    """Have the page drawn with or without objects."""
    for handle in objects:
        _set_active(handle, int(shown))
