"""JSON Lines for streams: one report a line, as in the JSON contract; the last line is the scan."""

from __future__ import annotations

from collections.abc import Iterator

from ita_checker.model import Batch, Report
from ita_checker.model.contract import report_data
from ita_checker.report.formats import json

SUFFIXES = (".jsonl",)


def render(batch: Batch, lang: str = "th") -> Iterator[str]:
    """Yield a line for each report, the pack it was held against beside it, then the scan's."""
    for report in batch.reports:
        yield line(report, batch, lang)
    yield scan_line(batch, lang)


def line(report: Report, batch: Batch | None, lang: str, final: bool = True) -> str:
    """Return a report's line; `final` is false where the reports beside it may still change it."""
    packs = {pack.name: json.pack_used(pack) for pack in batch.packs} if batch else {}
    data = {
        **report_data(report, lang),
        "pack": packs.get(report.pack or "") or ({"pack": report.pack} if report.pack else None),
        "final": final,
    }
    return json.line(data) + "\n"


def scan_line(batch: Batch, lang: str) -> str:
    """Return the last line: it has no path, but what was scanned and the counts."""
    data = {
        "path": None,
        "tool": {"name": "ita-checker", "version": batch.version},
        "scan": json.scan_data(batch, lang),
        "summary": json.summary(batch.reports),
    }
    return json.line(data) + "\n"
