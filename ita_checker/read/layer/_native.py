"""pdfium's functions, called without the dear part of ctypes: addresses go in as plain numbers,
results land in arrays.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium_c

AT_ONCE = 512  # letters asked in one go
Function = Callable[..., int]
_POINTER, _INT, _FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float


def _bind(function: Any, result: Any, *arguments: Any) -> Function:
    """Return the same function of pdfium under plain types; some three times as fast for the calls
    made once per letter.
    """
    pointer = ctypes.cast(function, _POINTER).value or 0
    bound: Function = ctypes.PYFUNCTYPE(result, *arguments)(pointer)
    return bound


def _quick(function: Any, result: Any) -> Callable[..., Any]:
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
        self.function = _quick(function, None)
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
            self.answers[:] = 0
            deque(map(self.function, repeat(page), part, *self.places), maxlen=0)
            found[start : start + len(part)] = self.answers[: len(part)]
        return found


ROOMS = Asked(pdfium_c.FPDFText_GetLooseCharBox, ctypes.c_float, 4, together=True)
INKS = Asked(pdfium_c.FPDFText_GetCharBox, ctypes.c_double, 4, together=False)
ORIGINS = Asked(pdfium_c.FPDFText_GetCharOrigin, ctypes.c_double, 2, together=False)
MATRICES = Asked(pdfium_c.FPDFText_GetMatrix, ctypes.c_float, 6, together=True)
each_object = _quick(pdfium_c.FPDFText_GetTextObject, ctypes.c_size_t)
each_size = _quick(pdfium_c.FPDFText_GetFontSize, ctypes.c_double)
each_generated = _quick(pdfium_c.FPDFText_IsGenerated, _INT)
each_unmapped = _quick(pdfium_c.FPDFText_HasUnicodeMapError, _INT)

letter_code = _bind(pdfium_c.FPDFText_GetUnicode, ctypes.c_uint, _POINTER, _INT)
letter_hyphen = _bind(pdfium_c.FPDFText_IsHyphen, _INT, _POINTER, _INT)
count_letters = _bind(pdfium_c.FPDFText_CountChars, _INT, _POINTER)

text_font = _bind(pdfium_c.FPDFTextObj_GetFont, _POINTER, _POINTER)
font_name = _bind(
    pdfium_c.FPDFFont_GetBaseFontName, ctypes.c_size_t, _POINTER, _POINTER, ctypes.c_size_t
)

count_marks = _bind(pdfium_c.FPDFPageObj_CountMarks, _INT, _POINTER)
object_mark = _bind(pdfium_c.FPDFPageObj_GetMark, _POINTER, _POINTER, ctypes.c_ulong)
count_objects = _bind(pdfium_c.FPDFPage_CountObjects, _INT, _POINTER)
page_object = _bind(pdfium_c.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
count_in_form = _bind(pdfium_c.FPDFFormObj_CountObjects, _INT, _POINTER)
form_object = _bind(pdfium_c.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong)
object_type = _bind(pdfium_c.FPDFPageObj_GetType, _INT, _POINTER)
object_bounds = _bind(pdfium_c.FPDFPageObj_GetBounds, _INT, _POINTER, *[_POINTER] * 4)
object_matrix = _bind(pdfium_c.FPDFPageObj_GetMatrix, _INT, _POINTER, _POINTER)
fill_colour = _bind(pdfium_c.FPDFPageObj_GetFillColor, _INT, _POINTER, *[_POINTER] * 4)
stroke_colour = _bind(pdfium_c.FPDFPageObj_GetStrokeColor, _INT, _POINTER, *[_POINTER] * 4)
draw_mode = _bind(pdfium_c.FPDFPath_GetDrawMode, _INT, _POINTER, _POINTER, _POINTER)
count_segments = _bind(pdfium_c.FPDFPath_CountSegments, _INT, _POINTER)
path_segment = _bind(pdfium_c.FPDFPath_GetPathSegment, _POINTER, _POINTER, _INT)
segment_point = _bind(pdfium_c.FPDFPathSegment_GetPoint, _INT, _POINTER, _POINTER, _POINTER)
segment_type = _bind(pdfium_c.FPDFPathSegment_GetType, _INT, _POINTER)


class _Handle(ctypes.c_void_p):
    """An address that quick functions take as it is."""


_each_on_page = _quick(pdfium_c.FPDFPage_GetObject, _Handle)
_each_type = _quick(pdfium_c.FPDFPageObj_GetType, _INT)


def objects_but(kind: int, page: int) -> list[int]:
    """Return the addresses of a page's objects that are not of a kind; there are thousands of
    texts, and few others.
    """
    handles = list(map(_each_on_page, repeat(at(page)), range(count_objects(page))))
    return [
        handle.value or 0
        for handle, told in zip(handles, map(_each_type, handles), strict=True)
        if told != kind
    ]
