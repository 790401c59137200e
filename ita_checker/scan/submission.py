"""What a file was handed in as: from the options, the list (manifest), the folders and its name."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TypeVar

from ita_checker.errors import UsageError
from ita_checker.model import Origin, Report, Submission, Words
from ita_checker.scan.files import readable
from ita_checker.scan.listing import listed, said_clearly, said_yes, scheme_named

DEEPEST = 5  # folders above a file that may bear the name of its organisation
COLUMNS = (
    "path",
    "organisation",
    "fiscal_year",
    "scheme",
    "item",
    "complete",
    "first_assessment",
)
DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
YEAR = re.compile(r"(?<![0-9A-Za-z])25[5-9][0-9](?![0-9A-Za-z])")
ERA, CENTURY = 543, 2500  # years between the eras; what a year of two digits lacks
NOUN = r"(?:FY|BE|B\.E\.|ปีงบประมาณ|ปีงบ|ประจำปีงบประมาณ|ประจำปี|ปี)[\s._-]*(?:พ\.?\s?ศ\.?[\s._-]*)?"
SPAN = r"(?!\s*(?:[-–/]|ถึง)\s*[0-9])"  # 61-65 is no one year
WHOLE = re.compile(
    rf"(?P<noun>{NOUN}|พ\.?\s?ศ\.?[\s._-]*)?(?P<year>25[5-9][0-9]|20[0-5][0-9]|[5-9][0-9])",
    re.IGNORECASE,
)
WITH_NOUN = re.compile(
    rf"(?<![A-Za-z]){NOUN}(25[5-9][0-9]|20[0-5][0-9]|[5-9][0-9])(?![0-9A-Za-z]){SPAN}",
    re.IGNORECASE,
)
SHORT = re.compile(r"[5-9][0-9]")
Told = TypeVar("Told")
# O43, o43, 043 (a zero typed for the letter, always with two digits), OIT 43; MOIT12 of the
# hospitals.
CODE = re.compile(
    r"(?<![0-9A-Za-z])(?:(MOIT|EB)[ _-]?([0-9]{1,2})|(?:OIT[ _-]?|O[ _-]?)([0-9]{1,2})"
    r"|0([0-4][0-9]))(?![0-9])",
    re.IGNORECASE,
)
TWO_DIGITS, BUDDHIST = 100, 2400  # years below are short; from here on of the Buddhist era


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
    """Return the Buddhist-era year a path names."""
    return year_named(path)[0]


def year_named(path: PurePath) -> tuple[int | None, Origin]:
    """Return the Buddhist-era year a path names: a whole folder first (the nearest), then a part
    of a name that holds just one. Folders such as FY2565, ปี 65 and 2022 (of the Christian era)
    are understood.
    """
    parts = [part.translate(DIGITS).strip() for part in (path.stem, *path.parent.parts[::-1])]
    for number, part in enumerate(parts):
        year = _whole_year(part)
        if year:
            return year, Origin.FOLDER if number else Origin.NAME
    for number, part in enumerate(parts):
        years = {int(text) for text in YEAR.findall(part)} | {
            _buddhist(text) for text in WITH_NOUN.findall(part)
        }
        if len(years) == 1:
            return years.pop(), Origin.FOLDER if number else Origin.NAME
    return None, Origin.FOLDER


def unclear_year(path: PurePath) -> str | None:
    """Return the nearest folder's name that may be a year but may be anything else: 65."""
    parts = (part.strip() for part in path.parent.parts[::-1])
    return next((part for part in parts if SHORT.fullmatch(part.translate(DIGITS))), None)


def _whole_year(part: str) -> int | None:
    hit = WHOLE.fullmatch(part)
    if hit is None or (len(hit["year"]) == 2 and not hit["noun"]):
        return None
    return _buddhist(hit["year"])


def _buddhist(text: str) -> int:
    """Return a year of four or two digits as one of the Buddhist era."""
    year = int(text)
    return CENTURY + year if year < TWO_DIGITS else year + ERA if year < BUDDHIST else year


def items_named(path: PurePath) -> tuple[tuple[str, ...], Origin]:
    """Return the item codes of the file's name, else of the nearest folder that names one."""
    for number, part in enumerate((path.stem, *path.parent.parts[::-1])):
        codes = item_codes(part)
        if codes:
            return codes, Origin.FOLDER if number else Origin.NAME
    return (), Origin.NAME


def read_manifest(path: Path) -> tuple[dict[str, dict[str, str]], tuple[Words, ...]]:
    """Return the list's rows by path, and what of it was left alone.

    A file named in several rows holds the items of all of them; where they differ in anything
    else the list is wrong.
    """
    rows: dict[str, dict[str, str]] = {}
    table = listed(path, COLUMNS)
    for number, line in table.rows:
        row = {**dict.fromkeys(COLUMNS, ""), **line}
        if row["path"]:
            where = f"{path}:{number}"
            _check_item(row, where)
            _check_said(row, where)
            year_given(row, where)
            row["scheme"] = scheme_named(row["scheme"])
            rows[row["path"]] = _joined(rows.get(row["path"]), row, where)
    return rows, table.remarks


def _check_item(row: Mapping[str, str], where: str) -> None:
    text = row.get("item", "")
    if text and not item_codes(text):
        raise UsageError(
            Words(f"ไม่ใช่รหัสข้อ {text!r}", f"{text!r} is no item code"),
            where,
            Words("เขียนเช่น O43", "write it like O43"),
        )


def _check_said(row: Mapping[str, str], where: str) -> None:
    """UsageError for a cell that is neither yes nor no: what it decides must not be guessed."""
    for name in ("complete", "first_assessment"):
        if not said_clearly(row.get(name, "")):
            raise UsageError(
                Words(
                    f"{name}: {row[name]!r} ไม่ใช่ทั้งใช่และไม่ใช่",
                    f"{name}: {row[name]!r} is no yes or no",
                ),
                where,
                Words("เขียน ใช่ หรือ ไม่ใช่", "write yes or no"),
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


@dataclass(frozen=True, slots=True)
class Handed:
    """What a file was handed in as, and where that is known from. `unclear`: a folder's name that
    may be a year and was not taken for one.
    """

    submission: Submission
    origins: tuple[tuple[str, Origin], ...] = ()
    unclear: str | None = None

    def told(self, report: Report) -> Report:
        """Return the report with where its year, items, scheme and organisation are known from."""
        known = dict(self.origins)
        apart = report.items and not set(self.submission.items) & set(report.items)
        if apart and self.submission.by_name:
            known.pop("items", None)  # its name was not believed
        for name in ("fiscal_year", "items", "scheme", "organisation"):
            if getattr(report, name) and (name not in known or not report.sha256):
                known.setdefault(name, Origin.REPORT)
        return replace(report, origins=tuple(known.items()))


def submission(
    path: PurePath, shown: str, options: Options, row: Mapping[str, str] | None = None
) -> Submission:
    """Return what the file was handed in as."""
    return handed_in(path, shown, options, row).submission


def handed_in(
    path: PurePath, shown: str, options: Options, row: Mapping[str, str] | None = None
) -> Handed:
    """Return what the file was handed in as: options before the list before the path. `shown` is
    its path in reports. A link is handed in where it lies, and named as what it leads to only
    where its own path says nothing.
    """
    row = row or {}
    places = [_legible(place) for place in _places(path)]
    year = _first(
        (options.fiscal_year, Origin.OPTION),
        (year_given(row), Origin.LIST),
        *(year_named(place) for place in places),
    )
    items = _first(
        (options.items, Origin.OPTION),
        (item_codes(row.get("item", "")), Origin.LIST),
        *(items_named(place) for place in places),
    )
    scheme = _first((options.scheme, Origin.OPTION), (row.get("scheme"), Origin.LIST))
    office = _first((row.get("organisation"), Origin.LIST))
    told = {"fiscal_year": year, "items": items, "scheme": scheme, "organisation": office}
    return Handed(
        Submission(
            path=shown,
            fiscal_year=year[0] if year else None,
            scheme=scheme[0] if scheme else None,
            items=items[0] if items else (),
            organisation=office[0] if office else None,
            register=options.register,
            folders=places[0].parent.parts[::-1][:DEEPEST],
            first_assessment=said_yes(row.get("first_assessment", "")),
            by_name=bool(items and items[1] in (Origin.NAME, Origin.FOLDER)),
        ),
        tuple((name, found[1]) for name, found in told.items() if found),
        None if year else unclear_year(places[0]),
    )


def _first(*sources: tuple[Told | None, Origin]) -> tuple[Told, Origin] | None:
    """Return the first source that says anything."""
    return next(((value, origin) for value, origin in sources if value), None)


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


def year_given(row: Mapping[str, str], where: str = "") -> int | None:
    """Return the fiscal year of a row of the list, None where it has none; UsageError for what is
    no year.
    """
    text = row.get("fiscal_year", "").translate(DIGITS).strip()
    if not text:
        return None
    hit = WHOLE.fullmatch(text)
    if hit is None:
        raise UsageError(
            Words(
                f"ปีงบประมาณ {text!r} ไม่ใช่ปี พ.ศ.",
                f"fiscal_year {text!r} is no Buddhist-era year",
            ),
            where or row.get("path", ""),
            Words("เช่น 2566", "for example 2566"),
        )
    return _buddhist(hit["year"])
