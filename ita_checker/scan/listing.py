"""Lists of files as offices keep them: Excel or CSV in any encoding, columns in any order, headings
in Thai or English, further columns left alone.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ita_checker.errors import UsageError, did_you_mean
from ita_checker.model import Words

# What each column may be called, without spaces, dots, dashes and underscores, in small letters.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "path": (
        "path",
        "file",
        "filename",
        "filepath",
        "pdf",
        "ไฟล์",
        "ชื่อไฟล์",
        "ไฟล์รายงาน",
        "ที่อยู่ไฟล์",
        "ตำแหน่งไฟล์",
        "แฟ้ม",
        "ชื่อแฟ้ม",
    ),
    "organisation": (
        "organisation",
        "organization",
        "office",
        "agency",
        "organisationname",
        "หน่วยงาน",
        "ชื่อหน่วยงาน",
        "ชื่อหน่วยงานภาครัฐ",
        "ชื่ออปท",
        "อปท",
        "สถานศึกษา",
        "ชื่อสถานศึกษา",
        "ชื่อโรงเรียน",
        "โรงเรียน",
        "โรงพยาบาล",
    ),
    "fiscal_year": (
        "fiscalyear",
        "year",
        "fy",
        "ปีงบประมาณ",
        "ปีงบประมาณพศ",
        "ปีงบ",
        "ปี",
        "ปีพศ",
        "พศ",
        "ปีที่ประเมิน",
    ),
    "scheme": ("scheme", "เกณฑ์", "เกณฑ์การประเมิน", "ผู้ประเมิน"),
    "item": ("item", "items", "oit", "itemcode", "ข้อ", "ข้อที่", "รหัสข้อ", "ข้อoit", "ตัวชี้วัดย่อย"),
    "complete": ("complete", "all", "ครบ", "ส่งครบ", "ส่งครบแล้ว"),
    "first_assessment": (
        "firstassessment",
        "first",
        "firsttime",
        "ประเมินครั้งแรก",
        "เข้ารับการประเมินครั้งแรก",
        "ปีแรก",
        "ครั้งแรก",
    ),
}
SCHEMES = {"ปปช": "nacc", "สพฐ": "obec", "สอศ": "ovec", "สธ": "moph", "กระทรวงสาธารณสุข": "moph"}
YES = (
    "yes",
    "y",
    "true",
    "1",
    "x",
    "✓",
    "✔",
    "/",
    "ใช่",
    "เป็น",
    "ครั้งแรก",
    "เป็นครั้งแรก",
    "ครั้งที่ 1",
    "ปีแรก",
    "first",
    "ครบ",
    "ครบแล้ว",
)
NO = (
    "",
    "no",
    "n",
    "false",
    "0",
    "-",
    "–",
    "✗",
    "ไม่",
    "ไม่ใช่",
    "ไม่เป็น",
    "ไม่ครบ",
    "ไม่ใช่ครั้งแรก",
    "ยังไม่ครบ",
)
SEPARATORS = (",", ";", "\t", "|")
TITLES_AT_MOST = 15  # lines above the headings
EXCEL = (".xlsx", ".xlsm")
OLD_EXCEL = ".xls"
SAVE = Words("บันทึกเป็น .xlsx หรือ CSV แล้วลองใหม่", "save it as .xlsx or CSV and try once more")


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows of a list by column, each with the number of its line; `remarks` say what was left
    alone.
    """

    rows: tuple[tuple[int, Mapping[str, str]], ...]
    remarks: tuple[Words, ...] = ()


def listed(path: Path, columns: Iterable[str]) -> Listed:
    """Return the list's rows; UsageError where the file is no list or has no column of paths."""
    table = _table(path)
    heads, at = _headings(path, table)
    known = {number: name for number, name in heads.items() if name in columns}
    unused = [
        " ".join(text.split())
        for number, text in enumerate(table[at])
        if text.strip() and number not in known
    ]
    _slips(path, at, unused, known.values())
    rows = tuple(
        (number, {name: _cell(line, column) for column, name in known.items()})
        for number, line in enumerate(table[at + 1 :], at + 2)
    )
    names = ", ".join(unused)
    remark = Words(
        f"รายการไฟล์ {path.name}: ไม่ได้ใช้คอลัมน์ {names}",
        f"list {path.name}: columns not used: {names}",
    )
    return Listed(rows, (remark,) if unused else ())


def said_yes(text: str) -> bool:
    """Tell whether a cell of the list says yes."""
    return text.strip().lower() in YES


def said_clearly(text: str) -> bool:
    """Tell whether a cell of the list says yes or no."""
    return said_yes(text) or text.strip().lower() in NO


def scheme_named(text: str) -> str:
    """Return the scheme a cell names, by its code or by its office's Thai name; the cell's text
    where it names none.
    """
    plain = _plain(text)
    return SCHEMES.get(plain, plain)


def _plain(text: str) -> str:
    return re.sub(r"[\s._\-()/:*]+", "", text.lstrip("\ufeff").casefold())


def _cell(line: Sequence[str], column: int) -> str:
    return line[column].strip() if column < len(line) else ""


def _headings(path: Path, table: Sequence[Sequence[str]]) -> tuple[dict[int, str], int]:
    """Return the columns we know, by number, and the line the headings stand on."""
    for at, line in enumerate(table[:TITLES_AT_MOST]):
        heads: dict[int, str] = {}
        for number, text in enumerate(line):
            plain = _plain(text)
            for name, names in HEADINGS.items():
                if plain in names and name not in heads.values():
                    heads[number] = name
        if "path" in heads.values():
            return heads, at
    first = [text for text in (table[0] if table else ()) if text.strip()]
    there = ", ".join(first)[:200]
    raise UsageError(
        Words("ไม่มีคอลัมน์ path (ไฟล์)", "no column 'path'"),
        f"{path}:1",
        Words(
            f"คอลัมน์ที่ใช้ได้: {', '.join(HEADINGS)} (พบ: {there})",
            f"columns are: {', '.join(HEADINGS)} (there is: {there})",
        ),
    )


def _slips(path: Path, at: int, unused: Iterable[str], known: Iterable[str]) -> None:
    """UsageError for a heading that nearly is one of ours which the list lacks otherwise."""
    import difflib

    lacking = [name for name in HEADINGS if name not in set(known)]
    for text in unused:
        for name in lacking:
            if difflib.get_close_matches(_plain(text), HEADINGS[name], 1, 0.85):
                raise UsageError(
                    Words(f"ไม่รู้จักคอลัมน์ {text!r}", f"unknown column {text!r}"),
                    f"{path}:{at + 1}",
                    did_you_mean(name, [name]),
                )


def _table(path: Path) -> list[list[str]]:
    suffix = path.suffix.lower()
    try:
        if suffix in EXCEL:
            return _workbook(path)
        if suffix == OLD_EXCEL:
            raise ValueError(".xls")
        return _lines(_text(path.read_bytes()))
    except (OSError, ValueError, KeyError, csv.Error) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise UsageError(
            Words(f"อ่านรายการไฟล์ไม่ได้ ({why})", f"cannot read the manifest ({why})"), str(path), SAVE
        ) from error


def _text(data: bytes) -> str:
    """Return the text of a CSV as Excel saves it: UTF-8, UTF-16 or windows-874."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    if b"\x00" in data[:200]:
        return data.decode("utf-16-le" if data[1:2] == b"\x00" else "utf-16-be")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp874")


def _lines(text: str) -> list[list[str]]:
    """Return the cells, parted by the separator under which most headings are known."""
    names = {name for names in HEADINGS.values() for name in names}

    def known(separator: str) -> int:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        lines = [line for line, _ in zip(reader, range(TITLES_AT_MOST), strict=False)]
        return max((sum(_plain(cell) in names for cell in line) for line in lines), default=0)

    best = max(SEPARATORS, key=known)
    return [
        list(line)
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=best, skipinitialspace=True)
    ]


def _workbook(path: Path) -> list[list[str]]:
    """Return the cells of the first sheet that has anything."""
    from ita_checker.scan.sheets import opened

    for _, rows in opened(path):
        table = [[_said(value) for value in row] for row in rows]
        if any(any(line) for line in table):
            return table
    return []


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
