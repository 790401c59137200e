"""What a file was handed in as: from the options, the list (manifest), the folders and its name."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath

from ita_checker.errors import UsageError, did_you_mean
from ita_checker.model import Submission, Words
from ita_checker.scan.files import readable

DEEPEST = 5  # folders above a file that may bear the name of its organisation
COLUMNS = ("path", "organisation", "fiscal_year", "scheme", "item", "complete")
DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
YEAR = re.compile(r"(?<![0-9A-Za-z])25[5-9][0-9](?![0-9A-Za-z])")
# O43, o43, 043 (a zero typed for the letter, always with two digits), OIT 43; MOIT12 of the
# hospitals.
CODE = re.compile(
    r"(?<![0-9A-Za-z])(?:(MOIT|EB)[ _-]?([0-9]{1,2})|(?:OIT[ _-]?|O[ _-]?)([0-9]{1,2})|0([0-4][0-9]))(?![0-9])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says of every file."""

    fiscal_year: int | None = None
    scheme: str | None = None
    items: tuple[str, ...] = ()
    register: tuple[str, ...] = ()


def item_codes(text: str) -> tuple[str, ...]:
    """Return the item codes a name holds, in one form (O43, MOIT12), in order, each once."""
    codes = []
    for hit in CODE.finditer(text.translate(DIGITS)):
        letters = (hit[1] or "O").upper()
        codes.append(f"{letters}{int(hit[2] or hit[3] or hit[4])}")
    return tuple(dict.fromkeys(codes))


def year_of(path: PurePath) -> int | None:
    """Return the Buddhist-era year a path names: a whole folder first (the nearest), then a part
    of a name that holds just one.
    """
    parts = [part.translate(DIGITS) for part in (*path.parent.parts, path.stem)][::-1]
    whole = [int(part) for part in parts if YEAR.fullmatch(part)]
    if whole:
        return whole[0]
    for part in parts:
        years = set(YEAR.findall(part))
        if len(years) == 1:
            return int(years.pop())
    return None


def items_of(path: PurePath) -> tuple[str, ...]:
    """Return the item codes of the file's name, else of the nearest folder that names one."""
    for part in (path.stem, *path.parent.parts[::-1]):
        codes = item_codes(part)
        if codes:
            return codes
    return ()


def read_manifest(path: Path) -> dict[str, dict[str, str]]:
    """Return the list's rows by path; UsageError names a column it does not know or lacks.

    A file named in several rows holds the items of all of them; where they differ in anything
    else the list is wrong.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        reader = csv.DictReader(io.StringIO(text, newline=""))
        _check_columns(path, reader.fieldnames or [])
        rows: dict[str, dict[str, str]] = {}
        for line in reader:
            row = {key: str(value or "").strip() for key, value in line.items() if key}
            if row["path"]:
                where = f"{path}:{reader.line_num}"
                _check_item(row, where)
                rows[row["path"]] = _joined(rows.get(row["path"]), row, where)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(
            Words(f"อ่านรายการไฟล์ไม่ได้ ({error})", f"cannot read the manifest ({error})"),
            str(path),
            Words("บันทึกเป็น CSV แบบ UTF-8", "save it as CSV in UTF-8"),
        ) from error
    return rows


def _check_item(row: Mapping[str, str], where: str) -> None:
    text = row.get("item", "")
    if text and not item_codes(text):
        raise UsageError(
            Words(f"ไม่ใช่รหัสข้อ {text!r}", f"{text!r} is no item code"),
            where,
            Words("เขียนเช่น O43", "write it like O43"),
        )


def _joined(before: Mapping[str, str] | None, row: Mapping[str, str], where: str) -> dict[str, str]:
    """Return a row with the items of the one above that names the same file."""
    if before is None:
        return dict(row)
    unlike = [
        name for name in COLUMNS if name != "item" and row.get(name, "") != before.get(name, "")
    ]
    if unlike:
        what = Words(
            f"ไฟล์ {row['path']} มีสองแถวที่ {unlike[0]} ต่างกัน",
            f"two rows name {row['path']} with another {unlike[0]}",
        )
        raise UsageError(what, where, Words("ให้เหลือแถวเดียว", "keep one of them"))
    codes = dict.fromkeys([*item_codes(before.get("item", "")), *item_codes(row.get("item", ""))])
    return {**row, "item": " ".join(codes)}


def _check_columns(path: Path, names: Sequence[str]) -> None:
    for name in names:
        if name not in COLUMNS:
            raise UsageError(
                Words(f"ไม่รู้จักคอลัมน์ {name!r}", f"unknown column {name!r}"),
                f"{path}:1",
                did_you_mean(name, COLUMNS),
            )
    if "path" not in names:
        raise UsageError(Words("ไม่มีคอลัมน์ path", "no column 'path'"), f"{path}:1", _columns())


YES = ("yes", "y", "true", "1", "x", "ใช่", "ครบ", "✓")


def said_yes(text: str) -> bool:
    """Tell whether a cell of the list says yes."""
    return text.strip().lower() in YES


def _columns() -> Words:
    return Words(f"คอลัมน์ที่ใช้ได้: {', '.join(COLUMNS)}", f"columns are: {', '.join(COLUMNS)}")


def submission(
    path: PurePath, shown: str, options: Options, row: Mapping[str, str] | None = None
) -> Submission:
    """Return what the file was handed in as: options before the list before the path. `shown` is
    its path in reports. A link is handed in where it lies, and named as what it leads to only
    where its own path says nothing.
    """
    row = row or {}
    places = [_legible(place) for place in _places(path)]
    years = (year for place in places if (year := year_of(place)))
    named = (codes for place in places if (codes := items_of(place)))
    return Submission(
        path=shown,
        fiscal_year=options.fiscal_year or year_given(row) or next(years, None),
        scheme=options.scheme or row.get("scheme") or None,
        items=options.items or item_codes(row.get("item", "")) or next(named, ()),
        organisation=row.get("organisation") or None,
        register=options.register,
        folders=places[0].parent.parts[::-1][:DEEPEST],
    )


def _places(path: PurePath) -> Iterator[PurePath]:
    """Yield where a file lies, and for a link where that leads."""
    yield _real(path) if isinstance(path, Path) else path
    if isinstance(path, Path) and path.is_symlink():
        yield Path(os.path.realpath(path))


def _legible(path: PurePath) -> PurePath:
    return type(path)(readable(str(path)))


def _real(path: Path) -> Path:
    return _folder(path.parent.absolute()) / path.name


@lru_cache(maxsize=256)
def _folder(path: Path) -> Path:
    return Path(os.path.realpath(path))  # asked once for the many files of a folder


def year_given(row: Mapping[str, str]) -> int | None:
    """Return the fiscal year of a row of the list, None where it has none; UsageError for what is
    no year.
    """
    text = row.get("fiscal_year", "")
    if not text:
        return None
    if not YEAR.fullmatch(text.translate(DIGITS)):
        raise UsageError(
            Words(
                f"ปีงบประมาณ {text!r} ไม่ใช่ พ.ศ. สี่หลัก",
                f"fiscal_year {text!r} is no four-digit Buddhist-era year",
            ),
            row.get("path", ""),
            Words("เช่น 2566", "for example 2566"),
        )
    return int(text.translate(DIGITS))
