"""What was typed onto a page: filled fields, typewriter texts, stamps. They are drawn, so they are
read; the letters of a page alone do not hold them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium_c

from ita_checker.model import Words

SHOW_TEXT = frozenset(
    (pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_STAMP)
)
UNSEEN = (
    pdfium_c.FPDF_ANNOT_FLAG_INVISIBLE
    | pdfium_c.FPDF_ANNOT_FLAG_HIDDEN
    | pdfium_c.FPDF_ANNOT_FLAG_NOVIEW
)
VALUES = {pdfium_c.FPDF_ANNOT_WIDGET: b"V", pdfium_c.FPDF_ANNOT_FREETEXT: b"Contents"}
OFF = "Off"  # what fields say that are not ticked
CHOSEN = frozenset(("Btn", "Ch"))
PUSHED = 1 << 16  # the flag of fields that are buttons to press
UNDRAWN = Words(
    "ช่องกรอกหรือข้อความที่พิมพ์เพิ่มบนหน้านี้ไม่มีภาพที่แสดง จึงยังไม่ได้อ่าน",
    "fields or typed-on text of this page have no appearance and were not read",
)


def onto_page(
    pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, number: int
) -> tuple[pypdfium2.PdfPage, Words | None, list[Said]]:
    """Return the page with what was typed onto it as part of its drawing, why it is doubtful where
    something cannot be put there, and what is typed that nothing draws. The page given is closed
    where another one comes back.
    """
    drawn, undrawn = _kinds(page)
    if not drawn:
        return page, None, undrawn
    done = pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY)
    if done == pdfium_c.FLATTEN_FAIL:
        return page, UNDRAWN, undrawn
    page.close()
    return pdf[number - 1], None, undrawn


def _kinds(page: pypdfium2.PdfPage) -> tuple[bool, list[Said]]:
    """Tell whether the page holds fields, texts or stamps that are drawn, and what such say as hold
    text but are not.
    """
    drawn, undrawn = False, list[Said]()
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
        with _note(page, index) as note:
            kind = pdfium_c.FPDFAnnot_GetSubtype(note) if note else None
            flags = pdfium_c.FPDFAnnot_GetFlags(note) if kind in SHOW_TEXT else UNSEEN
            if flags & UNSEEN:
                continue
            if _is_button(note):  # "clear", "print": of the screen, not of the report
                pdfium_c.FPDFAnnot_SetFlags(note, flags | pdfium_c.FPDF_ANNOT_FLAG_HIDDEN)
                continue
            if pdfium_c.FPDFAnnot_HasKey(note, b"AP"):
                drawn = True
            elif kind in VALUES and (text := _said(note, VALUES[kind]).strip()):
                chosen = _said(note, b"FT") in CHOSEN
                if chosen and text == OFF:
                    continue
                undrawn.append(Said("" if chosen else text, _said(note, b"DA"), *_box(note)))
    return drawn, undrawn


class Said(NamedTuple):
    """What a field or a text says that nothing draws, how it would be drawn, and where; no text of
    a field that is ticked or chosen from a list, whose value need not be what is shown.
    """

    text: str
    drawn_as: str
    left: float
    bottom: float
    right: float
    top: float


@contextmanager
def _note(page: pypdfium2.PdfPage, index: int) -> Iterator[Any]:
    note = pdfium_c.FPDFPage_GetAnnot(page, index)
    try:
        yield note
    finally:
        if note:
            pdfium_c.FPDFPage_CloseAnnot(note)


def _is_button(note: Any) -> bool:
    """Tell whether a field is a button to press."""
    kinds = ctypes.c_float()
    if not pdfium_c.FPDFAnnot_GetNumberValue(note, b"Ff", ctypes.byref(kinds)):
        return False
    return bool(int(kinds.value) & PUSHED)


def _said(note: Any, key: bytes) -> str:
    """Return a text of an annotation."""
    count = int(pdfium_c.FPDFAnnot_GetStringValue(note, key, ctypes.POINTER(ctypes.c_ushort)(), 0))
    units = (ctypes.c_ushort * max(1, count // 2))()
    pdfium_c.FPDFAnnot_GetStringValue(note, key, units, count)
    return bytes(units).decode("utf-16-le", "replace").rstrip("\0")


def _box(note: Any) -> tuple[float, float, float, float]:
    """Return where an annotation stands: left, bottom, right, top."""
    box = pdfium_c.FS_RECTF()
    pdfium_c.FPDFAnnot_GetRect(note, ctypes.byref(box))
    return box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)
