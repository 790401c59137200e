"""The register of organisations: names one a line, or a table (CSV, XLSX) with kind, name, district
and province in any order.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ita_checker.errors import UsageError
from ita_checker.model import Words
from ita_checker.scan.sheets import opened

# What heads a column, by what the column is; a heading that says something else is passed over.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "kind": ("kind", "type", "ประเภท", "ชนิด", "รูปแบบ", "ประเภทหน่วยงาน", "ประเภทอปท.", "ชนิดหน่วยงาน"),
    "name": (
        "name",
        "organisation",
        "organization",
        "ชื่อ",
        "ชื่อหน่วยงาน",
        "หน่วยงาน",
        "ชื่ออปท.",
        "อปท.",
        "ชื่อองค์กร",
    ),
    "district": ("district", "amphoe", "อำเภอ", "อำเภอ/เขต", "เขต/อำเภอ", "ชื่ออำเภอ"),
    "province": ("province", "changwat", "จังหวัด", "ชื่อจังหวัด"),
}
ENCODINGS = ("utf-8-sig", "cp874")  # Excel saves Thai as the second unless told otherwise
HEADS_WITHIN = 10  # rows in which the headings stand; titles may stand above them
REMEDY = Words(
    "ใช้ไฟล์ข้อความ UTF-8 บรรทัดละชื่อ หรือ CSV/XLSX ที่มีหัวคอลัมน์ ประเภท ชื่อ อำเภอ จังหวัด",
    "use a UTF-8 text file with one name a line, or CSV/XLSX with columns kind, name, "
    "district, province",
)


def read_register(path: Path | None) -> tuple[str, ...]:
    """Return the register's entries, each an office's name with its place where given; UsageError
    for a file that is none.
    """
    if path is None:
        return ()
    try:
        rows = _workbook(path) if path.suffix.lower() == ".xlsx" else _table(_text(path))
    except (OSError, ValueError, csv.Error) as error:
        what = Words(f"อ่านทะเบียนหน่วยงานไม่ได้ ({error})", f"cannot read the register ({error})")
        raise UsageError(what, str(path), REMEDY) from error
    return tuple(dict.fromkeys(_entries(rows, path)))


def _text(path: Path) -> str:
    data = path.read_bytes()
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("neither UTF-8 nor Thai (cp874)")


def _table(text: str) -> list[list[str]]:
    lines = text.splitlines()
    first = "\n".join(lines[:HEADS_WITHIN])
    mark = max(",;\t", key=first.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))


def _workbook(path: Path) -> list[list[str]]:
    for _, rows in opened(path):
        return [["" if cell is None else str(cell) for cell in row] for row in rows]
    return []


def _entries(rows: Sequence[Sequence[str]], path: Path) -> Iterable[str]:
    """Yield the entries; without headings each row's first cell is a name."""
    at, columns = _heads(rows)
    if not columns:
        if path.suffix.lower() == ".xlsx":
            raise UsageError(
                Words("ทะเบียนหน่วยงานไม่มีคอลัมน์ชื่อ", "the register has no column of names"),
                str(path),
                REMEDY,
            )
        yield from (row[0].strip() for row in rows if row and row[0].strip())
        return
    for row in rows[at + 1 :]:
        values = {
            name: row[column].strip() if column < len(row) else ""
            for name, column in columns.items()
        }
        if values["name"]:
            yield _entry(values)


def _heads(rows: Sequence[Sequence[str]]) -> tuple[int, Mapping[str, int]]:
    """Return where the headings stand and which column is what; none where none is of names."""
    for at, row in enumerate(rows[:HEADS_WITHIN]):
        cells = ["".join(cell.split()).lower() for cell in row]
        columns = {
            name: cells.index(head)
            for name, heads in COLUMNS.items()
            for head in heads
            if head in cells
        }
        if "name" in columns:
            return at, columns
    return 0, {}


def _entry(values: Mapping[str, str]) -> str:
    """Return an entry in one line: kind and name, the district, the province."""
    kind, name = values.get("kind", ""), values["name"]
    district = values.get("district", "").removeprefix("อำเภอ").strip()
    province = values.get("province", "").removeprefix("จังหวัด").strip()
    return " ".join(
        part
        for part in (
            name if name.startswith(kind) else kind + name,
            f"อำเภอ{district}" if district else "",
            f"จังหวัด{province}" if province else "",
        )
        if part
    )
