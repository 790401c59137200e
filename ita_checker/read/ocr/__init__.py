"""The Thai reader for scans: a page's picture in, a Page with lines, cells and doubts out."""

from __future__ import annotations

import pypdfium2

from ita_checker.model import Page

VERSION = "1"  # part of what a cached Document is kept under, with the model's own bytes


def read_page(page: pypdfium2.PdfPage, number: int) -> Page | None:
    """Return the page as read off its picture; None where there is writing that cannot be read (handwriting, too coarse a scan)."""
    from ita_checker.read.ocr import page as pages  # OpenCV and onnxruntime are loaded only where there is a scan

    return pages.read_page(page, number)
