"""The Thai reader for scans: a page's picture in, a Page with lines, cells and doubts out."""

from __future__ import annotations

from typing import Literal

import pypdfium2

from ita_checker.model import Page

Engine = Literal["own", "tesseract"]
MODEL = "reader.onnx"


def read_page(page: pypdfium2.PdfPage, number: int, engine: Engine = "own") -> Page | None:
    """Return the page as read off its picture; None where there is writing that cannot be read (handwriting, too coarse a scan)."""
    from ita_checker.read.ocr import page as pages  # OpenCV and onnxruntime are loaded only where there is a scan
    from ita_checker.read.ocr import tesseract
    from ita_checker.read.ocr.picture import rendered

    if engine == "tesseract":
        return tesseract.read_picture(*rendered(page), number)
    return pages.read_picture(*rendered(page), number)
