"""A gap list as it was written: what of it is compared."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ita_checker.errors import UsageError
from ita_checker.model import Words

WRITE = Words(
    "ใช้ไฟล์จาก ita-checker scan -o ….json", "use a file written by ita-checker scan -o ….json"
)
ZERO = "zero"
UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Gap:
    """One finding as a gap list has it."""

    rule: str
    code: str
    subject: str
    quote: str
    severity: str
    message: str
    message_en: str
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """One report as a gap list has it; `dismissed`: what a person decided to be none, `undecided`
    and `asked`: rules that were not decided, and all that were asked.
    """

    path: str
    sha256: str
    status: str
    organisation: str
    district: str
    province: str
    fiscal_year: int | None
    items: tuple[str, ...]
    pages_unread: int
    gaps: tuple[Gap, ...]
    dismissed: tuple[Gap, ...]
    undecided: frozenset[str]
    asked: frozenset[str]


@dataclass(frozen=True, slots=True)
class Run:
    """One scan: the file it was written to, what the scan was called, and its reports."""

    name: str
    folder: str
    title: str
    date: str
    version: str
    packs: tuple[tuple[str, str], ...]
    reports: tuple[Listed, ...]


def read(path: Path) -> Run:
    """Return a gap list; UsageError where a file is none."""
    data = _json(path)
    scan, tool = _mapping(data.get("scan")), _mapping(data.get("tool"))
    packs = [pack for pack in data.get("packs") or () if isinstance(pack, dict)]
    return Run(
        path.name,
        _text(scan, "folder"),
        _text(scan, "title"),
        _text(scan, "date"),
        _text(tool, "version"),
        tuple((_text(pack, "pack"), _text(pack, "sha256")) for pack in packs),
        tuple(_listed(report) for report in data["reports"]),
    )


def _json(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(
            Words(f"เปิดไฟล์ไม่ได้ ({error.strerror})", f"cannot be opened ({error.strerror})"),
            str(path),
            WRITE,
        ) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(Words("ไม่ใช่ JSON", "not JSON"), str(path), WRITE) from error
    reports = data.get("reports") if isinstance(data, dict) else None
    if not isinstance(reports, list) or not all(_sound(report) for report in reports):
        raise UsageError(
            Words("ไม่ใช่รายการข้อบกพร่องของ ita-checker", "no gap list of ita-checker"),
            str(path),
            WRITE,
        )
    if data.get("schema") != 1:
        raise UsageError(
            Words("เป็นรูปแบบรุ่นอื่น", f"schema {data.get('schema')!r}, not 1"), str(path), WRITE
        )
    return dict(data)


def _sound(report: Any) -> bool:
    """Tell whether a report has what is compared."""
    return (
        isinstance(report, dict)
        and isinstance(report.get("path"), str)
        and isinstance(report.get("findings"), list)
        and all(
            isinstance(finding, dict) and isinstance(finding.get("code"), str) and _placed(finding)
            for finding in (*report["findings"], *_list(report, "dismissed"))
        )
    )


def _placed(finding: Mapping[str, Any]) -> bool:
    """Tell whether the places of a finding are what we write: each with its page."""
    places = finding.get("places") or []
    return isinstance(places, list) and all(
        isinstance(place, dict) and isinstance(place.get("page"), int) for place in places
    )


def _listed(report: Mapping[str, Any]) -> Listed:
    results = [result for result in _list(report, "results") if isinstance(result, dict)]
    year = report.get("fiscal_year")
    return Listed(
        report["path"],
        _text(report, "sha256"),
        _text(report, "status"),
        _text(report, "organisation"),
        _text(report, "district"),
        _text(report, "province"),
        year if isinstance(year, int) else None,
        tuple(str(item) for item in _list(report, "items")),
        len(_list(report, "pages_unread")),
        tuple(_gap(finding) for finding in report["findings"]),
        tuple(_gap(finding) for finding in _list(report, "dismissed")),
        frozenset(_text(one, "rule") for one in results if one.get("verdict") == "unknown"),
        frozenset(_text(one, "rule") for one in results),
    )


def _gap(finding: Mapping[str, Any]) -> Gap:
    return Gap(
        _text(finding, "rule"),
        finding["code"],
        _text(finding, "subject"),
        _text(finding, "quote"),
        _text(finding, "severity"),
        _text(finding, "message"),
        _text(finding, "message_en"),
        tuple(sorted({place["page"] for place in finding.get("places") or ()})),
    )


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return value if isinstance(value, str) else ""


def _list(data: Mapping[str, Any], name: str) -> Sequence[Any]:
    value = data.get(name)
    return value if isinstance(value, list) else ()


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
