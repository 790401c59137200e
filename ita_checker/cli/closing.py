"""The one line a scan ends with: what was looked at, what was found, what was written."""

from __future__ import annotations

from collections.abc import Sequence

from ita_checker.model import Batch, Certainty, Severity, Status
from ita_checker.report.formats.json import summary
from ita_checker.report.parts.wording import CERTAINTY, SEVERITY, STATUS

SAID = {
    "th": {
        "files": "ตรวจ {n} ไฟล์",
        "found": "พบ {n} รายการ",
        "written": "เขียนแล้ว: {files}",
        "hidden": "ไม่แสดงอีก {n} รายการตามที่เลือกรหัส",
        "not_looked_at": "ไม่ได้เปิดดู {n}",
    },
    "en": {
        "files": "{n} file{s}",
        "found": "{n} finding{s}",
        "written": "written: {files}",
        "hidden": "{n} more not shown, as codes were chosen",
        "not_looked_at": "not looked at {n}",
    },
}
MOST = 6  # files named


def closing(batch: Batch, written: Sequence[str], lang: str) -> str:
    """Return the line; counts of nothing are left out."""
    said, counts = SAID[lang], summary(batch.reports)
    found = counts["findings"]
    states = [(STATUS[lang][state], counts[state.value]) for state in Status]
    states += [(said["not_looked_at"].replace(" {n}", ""), counts["not_looked_at"])]
    levels = [(SEVERITY[lang][level], found[level.value]) for level in Severity]
    levels += [(CERTAINTY[lang][Certainty.LIKELY], counts["likely"])]
    parts = [
        _numbered(said["files"], counts["reports"]) + _listed(states),
        _numbered(said["found"], sum(found.values())) + _listed(levels),
    ]
    if counts["hidden"]:
        parts.append(said["hidden"].format(n=counts["hidden"]))
    if written:
        more = f" +{len(written) - MOST}" if len(written) > MOST else ""
        parts.append(said["written"].format(files=", ".join(written[:MOST]) + more))
    return " · ".join(parts)


def _numbered(said: str, number: int) -> str:
    return said.format(n=number, s="" if number == 1 else "s")


def _listed(counts: Sequence[tuple[str, int]]) -> str:
    there = ", ".join(f"{name} {number}" for name, number in counts if number)
    return f" ({there})" if there else ""
