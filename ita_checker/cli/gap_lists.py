"""Two gap lists of one folder side by side: what is new, what is gone, what stayed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ita_checker.errors import UsageError
from ita_checker.model import Words

WRITE = Words(
    "ใช้ไฟล์จาก ita-checker scan -o ….json", "use a file written by ita-checker scan -o ….json"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One finding as a gap list has it."""

    path: str
    code: str
    message: str
    message_en: str
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Findings only in the new list, only in the old one, in both; and files that only one of them
    has.
    """

    new: tuple[Line, ...]
    gone: tuple[Line, ...]
    unchanged: tuple[Line, ...]
    files_new: tuple[str, ...]
    files_gone: tuple[str, ...]


def compare(old: Path, new: Path) -> Difference:
    """Return how the new gap list differs. A finding is the same if file, rule, code and subject
    are, on whatever page.
    """
    before, after = _reports(old), _reports(new)
    was, now = list(_findings(before)), list(_findings(after))
    fresh, kept = _split(now, Counter(key for key, _ in was))
    gone, _ = _split(was, Counter(key for key, _ in now))
    paths = [{report["path"] for report in reports} for reports in (before, after)]
    return Difference(
        fresh, gone, kept, tuple(sorted(paths[1] - paths[0])), tuple(sorted(paths[0] - paths[1]))
    )


def _split(
    lines: list[tuple[object, Line]], others: Counter[object]
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines that the others lack, and those they share; each of the others answers one
    line.
    """
    alone: list[Line] = []
    shared: list[Line] = []
    for key, line in lines:
        (shared if others[key] > 0 else alone).append(line)
        others[key] -= 1
    return tuple(alone), tuple(shared)


def _reports(path: Path) -> list[dict[str, Any]]:
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
    return reports


def _sound(report: Any) -> bool:
    """Tell whether a report has what is compared."""
    return (
        isinstance(report, dict)
        and isinstance(report.get("path"), str)
        and isinstance(report.get("findings"), list)
        and all(
            isinstance(one, dict) and isinstance(one.get("code"), str) and _placed(one)
            for one in report["findings"]
        )
    )


def _placed(finding: dict[str, Any]) -> bool:
    """Tell whether the places of a finding are what we write: each with its page."""
    places = finding.get("places") or []
    return isinstance(places, list) and all(
        isinstance(place, dict) and isinstance(place.get("page"), int) for place in places
    )


def _findings(reports: list[dict[str, Any]]) -> Iterator[tuple[object, Line]]:
    for report in reports:
        for one in report["findings"]:
            pages = tuple(sorted({place["page"] for place in one.get("places") or ()}))
            line = Line(
                report["path"],
                one["code"],
                one.get("message") or "",
                one.get("message_en") or "",
                pages,
            )
            yield (report["path"], one.get("rule"), one["code"], one.get("subject")), line
