"""The Thai reader for scans: a page's picture in, a Page with lines, cells and doubts out."""

from __future__ import annotations

from typing import Literal

import pypdfium2

from ita_checker.model import Page

Engine = Literal["own", "tesseract"]
MODEL = "reader.onnx"


def read_page(page: pypdfium2.PdfPage, number: int, engine: Engine = "own") -> Page | None:
    """Return the page as read off its picture; None where there is writing that cannot be read
    (handwriting, too coarse a scan).
    """
    from ita_checker.read.ocr import (
        page as pages,
    )  # OpenCV and onnxruntime are loaded only where there is a scan
    from ita_checker.read.ocr import tesseract
    from ita_checker.read.ocr.picture import rendered
    from ita_checker.read.ocr.places import zoom, zoomed
    from ita_checker.read.ocr.seals import grey_of

    reader = tesseract.read_picture if engine == "tesseract" else pages.read_picture
    colours, scale = rendered(page)
    read = reader(grey_of(colours, scale), scale, number)
    return zoomed(read, zoom(*page.get_size())) if read else None
