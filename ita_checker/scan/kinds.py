"""What kind of file one is, and what to do with those that are no report."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from ita_checker.model import Words

MARK = b"%ita-checker-marked-copy"  # the last line of our marked copies
TAIL = 64  # bytes of a file's end in which the mark stands
HEAD = b"%PDF-"
NAME = b"ita-checker"  # stands near the beginning of what else we write
MOST = 4096  # bytes looked into
CORE = "docProps/core.xml"  # where Office files keep who made them
PACKED = (".xlsx", ".docx")
WRITTEN = (".html", ".htm", ".json", ".sarif", ".xml")


class Kind(StrEnum):
    """What a file is, by its name; by its beginning where the name tells nothing."""

    PDF = "pdf"
    PICTURE = "picture"
    OFFICE = "office"
    ARCHIVE = "archive"
    SYSTEM = "system"
    OTHER = "other"


SUFFIXES: Mapping[Kind, tuple[str, ...]] = {
    Kind.PDF: (".pdf",),
    Kind.PICTURE: (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"),
    Kind.OFFICE: (
        ".docx",
        ".doc",
        ".odt",
        ".rtf",
        ".xlsx",
        ".xls",
        ".ods",
        ".pptx",
        ".ppt",
        ".odp",
    ),
    Kind.ARCHIVE: (".zip",),
}
# Where LibreOffice lies if it is on no path.
OFFICE_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
# What systems and programs leave in folders: nobody handed it in.
SYSTEM = ("thumbs.db", "desktop.ini", ".ds_store", "ita-checker.toml")
SYSTEM_STARTS = ("~$", "._", ".~lock.")
SYSTEM_FOLDERS = ("__macosx", "$recycle.bin", "system volume information")

SAVE_AS_PDF = Words("บันทึกเป็น PDF แล้วตรวจใหม่", "save it as PDF and check again")
NO_OFFICE = Words(
    "เป็นเอกสาร Office และเครื่องนี้ไม่มี LibreOffice",
    "an office document, and LibreOffice is not installed",
)
OFFICE_REMEDY = Words(
    "บันทึกเป็น PDF หรือติดตั้ง LibreOffice แล้วตรวจใหม่",
    "save it as PDF or install LibreOffice, and check again",
)
UNKNOWN = Words("ไม่ใช่ PDF ภาพ หรือเอกสารที่อ่านได้", "no PDF, picture or document we can read")
OTHERS: Mapping[str, tuple[Words, Words]] = {
    **dict.fromkeys(
        (".gdoc", ".gsheet", ".gslides"),
        (
            Words("เป็นเพียงลิงก์ไป Google Drive ไม่มีเนื้อหาอยู่ในไฟล์", "only a link to Google Drive"),
            Words("เปิดแล้วดาวน์โหลดเป็น PDF", "open it and download it as PDF"),
        ),
    ),
    **dict.fromkeys(
        (".lnk", ".url", ".webloc", ".desktop"),
        (
            Words("เป็นเพียงทางลัด ไม่มีเนื้อหาอยู่ในไฟล์", "only a shortcut"),
            Words("วางไฟล์จริงแทน", "put the file itself here"),
        ),
    ),
    **dict.fromkeys(
        (".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2"),
        (
            Words("เป็นไฟล์บีบอัดชนิดที่ไม่ได้เปิด", "an archive of a kind that is not opened"),
            Words("แตกไฟล์ลงโฟลเดอร์นี้แล้วตรวจใหม่", "unpack it here and check again"),
        ),
    ),
    **dict.fromkeys(
        (".heic", ".heif", ".gif", ".svg", ".psd"),
        (
            Words("เป็นภาพชนิดที่ไม่ได้อ่าน", "a picture of a kind that is not read"),
            Words("บันทึกเป็น PDF หรือ JPG แล้วตรวจใหม่", "save it as PDF or JPG and check again"),
        ),
    ),
    **dict.fromkeys(
        (".html", ".htm", ".mht", ".txt", ".csv", ".xml", ".json", ".eml", ".msg"),
        (Words("เป็นข้อความหรือหน้าเว็บ ไม่ใช่เอกสารที่ตรวจ", "text or a web page"), SAVE_AS_PDF),
    ),
    **dict.fromkeys(
        (".mp4", ".mov", ".avi", ".mp3", ".wav", ".m4a"),
        (
            Words("เป็นวิดีโอหรือเสียง", "video or sound"),
            Words("เปิดดูด้วยตนเอง", "look at it yourself"),
        ),
    ),
    ".crdownload": (
        Words("ดาวน์โหลดยังไม่เสร็จ", "a download that is not finished"),
        Words("ดาวน์โหลดใหม่ให้ครบ", "download it again"),
    ),
}


def kind_of(path: Path) -> Kind:
    """Return what a file is. One without a known suffix is looked into: many a PDF lost its."""
    name = path.name.lower()
    if name in SYSTEM or name.startswith(SYSTEM_STARTS):
        return Kind.SYSTEM
    for kind, suffixes in SUFFIXES.items():
        if path.suffix.lower() in suffixes:
            return kind
    return Kind.PDF if path.suffix.lower() not in OTHERS and _begins_as_pdf(path) else Kind.OTHER


def is_made(path: str | Path) -> bool:
    """Tell whether a file of this name is read by way of a PDF made of it."""
    return Path(path).suffix.lower() in (*SUFFIXES[Kind.PICTURE], *SUFFIXES[Kind.OFFICE])


def not_looked_at(path: Path) -> tuple[Words, Words]:
    """Return why a file of another kind was not looked at, and what to do."""
    if path.suffix.lower() in SUFFIXES[Kind.OFFICE]:
        return NO_OFFICE, OFFICE_REMEDY
    return OTHERS.get(path.suffix.lower(), (UNKNOWN, SAVE_AS_PDF))


def has_office() -> bool:
    """Tell whether LibreOffice is installed."""
    return bool(shutil.which("soffice") or shutil.which("libreoffice")) or any(
        os.path.exists(place) for place in OFFICE_PLACES
    )


def is_own(path: Path) -> bool:
    """Tell whether this program wrote a file: a marked copy, a letter, a sheet, a page, a list."""
    suffix = path.suffix.lower()
    try:
        if suffix in PACKED:
            with zipfile.ZipFile(path) as archive:
                return NAME in archive.read(CORE)[:MOST]
        with path.open("rb") as file:
            if suffix not in SUFFIXES[Kind.PDF]:
                return suffix in WRITTEN and NAME in file.read(MOST)
            file.seek(0, 2)
            file.seek(max(0, file.tell() - TAIL))
            return MARK in file.read()
    except (OSError, KeyError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return False


def _begins_as_pdf(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(HEAD)) == HEAD
    except OSError:
        return False
