"""The Thai reader for scans: a page's picture in, a Page with lines, cells and doubts out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pypdfium2

from ita_checker.model import Page, Words
from ita_checker.read.layer.letters import Ink

Engine = Literal["own", "tesseract"]
MODEL = "reader.onnx"
TOO_SMALL = Words("หน้านี้เล็กเกินกว่าจะมีตัวหนังสือ", "this page is too small to hold writing")
CANNOT = Words("OCR อ่านไม่ได้", "OCR cannot read it")


def read_page(page: pypdfium2.PdfPage, number: int, engine: Engine = "own") -> Page | None:
    """Return the page as read off its picture; None where there is writing that cannot be read
    (handwriting, too coarse a scan).
    """
    seen = read_or_reason(page, number, engine)
    return seen if isinstance(seen, Page) else None


def read_or_reason(
    page: pypdfium2.PdfPage, number: int, engine: Engine = "own", boxes: Sequence[Ink] = ()
) -> Page | Words:
    """Return the page as read off its picture, within boxes if there are any; or why it cannot be
    read.
    """
    from ita_checker.read.ocr import (
        page as pages,  # onnxruntime is loaded only where there is a scan
    )
    from ita_checker.read.ocr import tesseract
    from ita_checker.read.ocr.grounds import white_and_upon
    from ita_checker.read.ocr.paper.limits import GivenUp
    from ita_checker.read.ocr.paper.picture import large_enough, only, rendered
    from ita_checker.read.ocr.paper.places import zoom, zoomed
    from ita_checker.read.ocr.paper.seals import without_seals
    from ita_checker.read.ocr.thrown import with_pens
    from ita_checker.read.pieces import letters_alone

    reader = tesseract.read_picture if engine == "tesseract" else pages.read_picture
    try:
        colours, scale = rendered(page)
    except ValueError:  # nothing of it lies within its own box
        return TOO_SMALL
    by = zoom(*page.get_size())
    shades, layers = white_and_upon(colours, scale)
    grey = large_enough(without_seals(colours, scale) if shades is None else shades)
    if boxes:
        grey, layers = only(grey, boxes, scale / by), []
    try:
        read = reader(grey, scale, number, shades is not None, letters_alone(page), layers)
    except GivenUp as given_up:
        return given_up.reason
    if read and not boxes:
        read = with_pens(read, colours, scale)
    return zoomed(read, by) if read else CANNOT
