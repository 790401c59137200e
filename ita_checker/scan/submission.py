"""What a file was handed in as: from the options, the list (manifest), the folders and its name."""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath

from ita_checker.errors import UsageError
from ita_checker.model import Submission, Words

DEEPEST = 5  # folders above a file that may bear the name of its organisation
COLUMNS = ("path", "organisation", "fiscal_year", "scheme", "item")
DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
YEAR = re.compile(r"(?<![0-9A-Za-z])25[5-9][0-9](?![0-9A-Za-z])")
# O43, o43, 043 (a zero typed for the letter, always with two digits), OIT 43; MOIT12 of the
# hospitals.
CODE = re.compile(
    r"(?<![0-9A-Za-z])(?:(MOIT|EB)[ _-]?([0-9]{1,2})|(?:OIT[ _-]?|O[ _-]?)([0-9]{1,2})|0([0-9]{2}))(?![0-9])",
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
    """Return the list's rows by path; UsageError names a column it does not know or lacks."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            Words(f"อ่านรายการไฟล์ไม่ได้ ({error})", f"cannot read the manifest ({error})"),
            str(path),
            Words("บันทึกเป็น CSV แบบ UTF-8", "save it as CSV in UTF-8"),
        ) from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    _check_columns(path, reader.fieldnames or [])
    return {
        row["path"].strip(): {key: (value or "").strip() for key, value in row.items() if key}
        for row in reader
        if row["path"]
    }


def _check_columns(path: Path, names: Sequence[str]) -> None:
    for name in names:
        if name not in COLUMNS:
            near = difflib.get_close_matches(name, COLUMNS, 1)
            hint = (
                Words(f"หมายถึง {near[0]} หรือไม่", f"did you mean {near[0]}?") if near else _columns()
            )
            raise UsageError(
                Words(f"ไม่รู้จักคอลัมน์ {name!r}", f"unknown column {name!r}"), f"{path}:1", hint
            )
    if "path" not in names:
        raise UsageError(Words("ไม่มีคอลัมน์ path", "no column 'path'"), f"{path}:1", _columns())


def _columns() -> Words:
    return Words(f"คอลัมน์ที่ใช้ได้: {', '.join(COLUMNS)}", f"columns are: {', '.join(COLUMNS)}")


def submission(
    path: PurePath, shown: str, options: Options, row: Mapping[str, str] | None = None
) -> Submission:
    """Return what the file was handed in as: options before the list before the path. `shown` is
    its path in reports.
    """
    row = row or {}
    place = _real(path) if isinstance(path, Path) else path
    return Submission(
        path=shown,
        fiscal_year=options.fiscal_year or year_given(row) or year_of(place),
        scheme=options.scheme or row.get("scheme") or None,
        items=options.items or item_codes(row.get("item", "")) or items_of(place),
        organisation=row.get("organisation") or None,
        register=options.register,
        folders=place.parent.parts[::-1][:DEEPEST],
    )


def _real(path: Path) -> Path:
    return path.resolve() if path.is_symlink() else _folder(path.parent.absolute()) / path.name


@lru_cache(maxsize=256)
def _folder(path: Path) -> Path:
    return path.resolve()  # asked once for the many files of a folder


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
