"""A folder of five offices, two of one name, as a batch."""

from __future__ import annotations

from typing import Any

from report.batches import PACK, finding, report

from ita_checker.model import Batch, Family, Held, Severity, Status, Words

MILD = Severity.ADVICE


def of(name: str, place: tuple[str, str], path: str, *codes: str, **more: Any) -> Any:
    found = (finding(code, f"{path} {number}", severity=MILD if code == "TXT003" else Severity.ZERO)
             for number, code in enumerate(codes))  # fmt: skip
    said = {"district": place[0], "province": place[1], "sha256": f"{abs(hash(path)):064x}"[:64]}
    return report(path, *found, organisation=name, **{**said, **more})


LOEI, TRAT = ("วังสะพุง", "เลย"), ("คลองใหญ่", "ตราด")
REPORTS = (
    of("เทศบาลตำบลก", LOEI, "2564/a.pdf", "YEA005", "TXT003", "TXT003"),
    of("เทศบาลตำบลก", LOEI, "2565/a.pdf", "TXT003", fiscal_year=2565),
    of("เทศบาลตำบลข", TRAT, "2564/b.pdf", "YEA005", "YEA005", "ORG002"),
    of("อบต.หนองบัว", LOEI, "2564/c.pdf", "TXT003"),
    of("อบต.หนองบัว", TRAT, "2564/d.pdf", items=("O42",)),
    of("เทศบาลตำบลค", TRAT, "2564/e.pdf", pages=None, status=Status.UNREADABLE),
)


def family(name: str, place: tuple[str, str], *paths: str) -> Family:
    held = tuple(Held(2564, "O43", "ผลการดำเนินการ", (path,)) for path in paths)
    return Family(name, *place, paths, (Words("โฟลเดอร์", "folder"),), (name,), held)


FAMILIES = (
    family("เทศบาลตำบลก", LOEI, "2564/a.pdf", "2565/a.pdf"),
    family("เทศบาลตำบลข", TRAT, "2564/b.pdf"),
    family("อบต.หนองบัว", LOEI, "2564/c.pdf"),
    family("อบต.หนองบัว", TRAT, "2564/d.pdf"),
    family("เทศบาลตำบลค", TRAT, "2564/e.pdf"),
)
FIVE = Batch(REPORTS, (PACK,), "1.2.3", families=FAMILIES)
