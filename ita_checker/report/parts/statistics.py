"""How often each code was found: the table of --statistics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ita_checker.model import Batch, Certainty
from ita_checker.report.formats.json import dump, summary
from ita_checker.report.parts.wording import CERTAINTY, NOBODY
from ita_checker.rulebook import catalogue

HEADS = {"th": ("รหัส", "จำนวน", "รายงาน", "หน่วยงาน"), "en": ("code", "count", "reports", "offices")}


def counted(batch: Batch, lang: str, as_json: bool = False) -> Iterator[str]:
    """Yield a line for each code found, the most frequent first, as text or as one JSON object."""
    counts: Counter[str] = Counter()
    likely: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    offices: dict[str, set[str]] = {}
    for report in batch.reports:
        for finding in report.findings:
            counts[finding.code] += 1
            likely[finding.code] += finding.certainty is Certainty.LIKELY
            offices.setdefault(finding.code, set()).add(report.organisation or NOBODY[lang])
        reports.update({finding.code for finding in report.findings})
    order = sorted(counts, key=lambda code: (-counts[code], code))
    if as_json:
        codes = {
            code: {
                "count": counts[code],
                "likely": likely[code],
                "reports": reports[code],
                "offices": len(offices[code]),
            }
            for code in order
        }
        yield dump({"codes": codes, "summary": summary(batch.reports)}) + "\n"
        return
    yield "  ".join(HEADS[lang]) + f"  ({CERTAINTY[lang][Certainty.LIKELY]})\n"
    for code in order:
        title = getattr(catalogue()[code].title, lang)
        doubtful = f"  ({likely[code]})" if likely[code] else ""
        numbers = f"{counts[code]:>6} {reports[code]:>6} {len(offices[code]):>6}"
        yield f"{code} {numbers}  {title}{doubtful}\n"
    for remark in batch.remarks:
        yield f"{getattr(remark, lang)}\n"
