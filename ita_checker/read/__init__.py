"""PDF to Document: letters, repaired letters, lines, tables; scans by OCR."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import pypdfium2
import pypdfium2.raw as pdfium_c

from ita_checker.errors import ReadError
from ita_checker.model import Document, Page, Source, Words
from ita_checker.read import pages, pdfium

MOST_PAGES = 2000


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: `pages` from and to (from 1, both read), when to use OCR, which engine ("auto", "pdfium", "plumber"), most pages."""

    pages: tuple[int, int] | None = None
    ocr: Literal["auto", "never", "always"] = "auto"
    engine: Literal["auto", "pdfium", "plumber"] = "auto"
    max_pages: int = MOST_PAGES


def read(path: Path, options: Options = Options()) -> Document:
    """Return the PDF as read; ReadError DOC001 if it is none, DOC002 if it is locked, DOC005 if it has more pages than allowed."""
    path = Path(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReadError("DOC001", Words(f"เปิดไฟล์ไม่ได้: {error.strerror}", f"cannot be opened: {error.strerror}"), str(path)) from error
    if not content.strip():
        raise ReadError("DOC001", Words("ไฟล์ว่างเปล่า", "the file is empty"), str(path))
    digest = hashlib.sha256(content).hexdigest()
    pdf = _opened(path, content)
    try:
        if len(pdf) > options.max_pages:
            what = Words(f"มี {len(pdf)} หน้า เกิน {options.max_pages} หน้าที่กำหนด", f"{len(pdf)} pages, more than {options.max_pages}")
            raise ReadError("DOC005", what, str(path))
        first, last = options.pages or (1, len(pdf))
        numbers = range(max(1, first), min(last, len(pdf)) + 1)
        return Document(str(path), digest, tuple(_pages(pdf, numbers, options)))
    finally:
        pdf.close()


def _opened(path: Path, content: bytes) -> pypdfium2.PdfDocument:
    try:
        pdf = pypdfium2.PdfDocument(content)
        if not len(pdf):
            raise pypdfium2.PdfiumError("no page")
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise ReadError("DOC002", Words("ไฟล์ถูกล็อกด้วยรหัสผ่าน", "locked with a password"), str(path)) from error
        if b"%PDF-" not in content[:1024]:
            raise ReadError("DOC001", Words("ไม่ใช่ไฟล์ PDF", "not a PDF"), str(path)) from error
        raise ReadError("DOC001", Words("ไฟล์ PDF เสียหาย เปิดอ่านไม่ได้", "a damaged PDF that cannot be opened"), str(path)) from error
    return pdf


def _pages(pdf: pypdfium2.PdfDocument, numbers: range, options: Options) -> Iterator[Page]:
    for number in numbers:
        page = pdf[number - 1]
        try:
            yield _page(page, number, options)
        finally:
            page.close()


def _page(page: pypdfium2.PdfPage, number: int, options: Options) -> Page:
    read_page = pages.page(pdfium.sheet(page, number))
    if read_page.lines or read_page.blank:
        return read_page
    reason = Words("หน้านี้ไม่มีชั้นข้อความ", "this page has no text layer")
    return replace(read_page, source=Source.UNREAD, reason=reason, quality="no text")
