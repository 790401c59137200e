"""How a file is opened: by pdfium as it is, by pdfium as qpdf mends it, and by pdfplumber where
neither can. Where one of them has killed its reader, another way is asked for.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium_c

from ita_checker.errors import ReadError
from ita_checker.model import Way, Words

UNLOCK = Words("บันทึกไฟล์ใหม่โดยไม่ใส่รหัสผ่าน", "Save it again without a password.")
SAVE_AGAIN = Words("บันทึกเป็น PDF ใหม่แล้วลองอีกครั้ง", "Save it as PDF again and try once more.")
MENDED = Words(
    "ไฟล์เสียหาย โปรแกรมซ่อมก่อนอ่าน อาจมีส่วนที่หายไป",
    "the file is damaged and was mended before it was read: some of it may be lost",
)
UNCHECKED = Words(
    "ตรวจไม่ได้ว่าข้อมูลของหน้านี้ครบถ้วนหรือไม่", "whether this page is whole could not be checked"
)
BEYOND = Words(
    "ไฟล์เสียหายจนไม่ทราบว่ามีกี่หน้า อาจมีหน้าอื่นอีก",
    "the file is so damaged that nobody knows how many pages it has: there may be more",
)
HEAD = b"%PDF-"
SEARCHED = 1024  # bytes in which a head is looked for


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as pdfium opened it, None where only pdfplumber may, and why all its pages are
    doubtful then.
    """

    pdf: pypdfium2.PdfDocument | None = None
    doubt: Words | None = None


def content_of(path: Path) -> bytes:
    """Return what a file holds; ReadError where it cannot be had or is nothing."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReadError(
            "DOC001",
            Words(f"เปิดไฟล์ไม่ได้: {error.strerror}", f"cannot be opened: {error.strerror}"),
            str(path),
        ) from error
    if not content or content.isspace():
        raise ReadError("DOC001", Words("ไฟล์ว่างเปล่า", "the file is empty"), str(path), SAVE_AGAIN)
    return content


def opened(path: Path, content: bytes, way: Way) -> Opened:
    """Return the file as opened in a way; ReadError where it is locked or no PDF."""
    headless = HEAD not in content[:SEARCHED]
    if headless and b"endobj" not in content:
        raise ReadError("DOC001", Words("ไม่ใช่ไฟล์ PDF", "not a PDF"), str(path), SAVE_AGAIN)
    for drawn, doubt in _contents(path, content, way, headless=headless):
        pdf = _by_pdfium(path, drawn)
        if pdf is not None:
            return Opened(pdf, doubt)
    return Opened()


def _contents(
    path: Path, content: bytes, way: Way, *, headless: bool
) -> Iterator[tuple[bytes, Words | None]]:
    """Yield what to give to pdfium, the likeliest first, and why what is read of it is doubtful."""
    if way == "letters":
        return
    if way == "unchecked":
        yield content, UNCHECKED
        return
    if way == "plain" and not headless:
        yield content, None
    again = _mended(path, content)
    if again is not None:
        yield again, MENDED
    if way == "plain" and headless:  # the body may be whole
        yield HEAD + b"1.7\n" + content, MENDED


def _by_pdfium(path: Path, content: bytes) -> pypdfium2.PdfDocument | None:
    try:
        pdf = pypdfium2.PdfDocument(content)
        return pdf if len(pdf) else None
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise _locked(path) from error
    return None


def _mended(path: Path, content: bytes) -> bytes | None:
    """Return the file as qpdf writes it anew; None where it cannot."""
    import pikepdf

    anew = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            pdf.save(anew)
    except pikepdf.PasswordError as error:
        raise _locked(path) from error
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return None
    return anew.getvalue()


def _locked(path: Path) -> ReadError:
    return ReadError(
        "DOC002", Words("ไฟล์ถูกล็อกด้วยรหัสผ่าน", "locked with a password"), str(path), UNLOCK
    )
