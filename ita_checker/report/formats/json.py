"""JSON for other programs: the keys are a contract, only ever added to."""

from __future__ import annotations

import json
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from ita_checker.model import (
    NOT_OPENED,
    Batch,
    Certainty,
    Pack,
    Report,
    Severity,
    Status,
    valid,
)
from ita_checker.model.contract import decision_data, report_data
from ita_checker.report.parts.office_data import family_data, pair_data
from ita_checker.text.visible import HIDDEN

SUFFIXES = (".json",)
SCHEMA = 1


def render(batch: Batch, lang: str = "th") -> Iterator[str]:
    """Yield one JSON object, a report at a time: tool, packs, reports sorted by path, summary."""
    head = {
        "schema": SCHEMA,
        "tool": {"name": "ita-checker", "version": batch.version},
        "scan": scan_data(batch, lang),
        "packs": [pack_used(pack) for pack in batch.packs],
    }
    yield dump(head)[:-2] + ',\n "reports": [' + ("" if batch.reports else "],\n")
    for number, report in enumerate(batch.reports, 1):
        yield (
            "\n"
            + textwrap.indent(dump(report_data(report, lang)), "  ")
            + ("\n ],\n" if number == len(batch.reports) else ",")
        )
    stale = [{**decision_data(one.decision), "why": getattr(one.why, lang)} for one in batch.stale]
    yield (
        textwrap.indent(
            f'"summary": {dump(summary(batch.reports))},\n"stale_decisions": {dump(stale)}', " "
        )
        + ",\n"
    )
    yield from _listed("families", (family_data(one, lang) for one in batch.families), ",\n")
    yield from _listed("pairs", (pair_data(one, lang) for one in batch.pairs), "\n}\n")


def _listed(name: str, rows: Iterable[Mapping[str, Any]], end: str) -> Iterator[str]:
    """Yield a key with a list, an entry at a time."""
    yield f' "{name}": ['
    before = "\n"
    for row in rows:
        yield before + textwrap.indent(dump(row), "  ")
        before = ",\n"
    yield ("" if before == "\n" else "\n ") + "]" + end


def scan_data(batch: Batch, lang: str) -> dict[str, Any]:
    """Return what was scanned: the folder's name, title and date as given, and what a reader must
    know of the whole.
    """
    return {
        "folder": folder_of(batch),
        "title": batch.title or None,
        "date": batch.date or None,
        "remarks": [getattr(remark, lang) for remark in batch.remarks],
    }


def folder_of(batch: Batch) -> str | None:
    """Return the name of the folder scanned: its whole path would tell the user's name."""
    return re.split(r"[\\/]", batch.base.rstrip("\\/"))[-1] or None


def dump(data: object) -> str:
    """Return JSON in which no control or bidi character stands raw: they are written as \\uXXXX."""
    # Python's own indenting takes ten times as long as writing the line and having msgspec lay it
    # out.
    return msgspec.json.format(line(data), indent=1)


def line(data: object) -> str:
    """Return the same on one line. Half a pair, which UTF-8 cannot write, is U+FFFD."""
    return HIDDEN.sub(_escape, json.dumps(data, ensure_ascii=False))


def _escape(hit: re.Match[str]) -> str:
    return json.dumps(valid(hit[0]))[1:-1]


def pack_used(pack: Pack) -> dict[str, Any]:
    """Return a pack by name and hash, with what it changes in the rules it takes over, and why."""
    changes = [
        {"rule": change.rule, "to": change.to, "reason": change.reason} for change in pack.changes
    ]
    return {"pack": pack.name, "sha256": pack.sha256} | ({"changes": changes} if changes else {})


def summary(reports: Iterable[Report]) -> dict[str, Any]:
    """Return the counts: reports by status, findings by severity, those a person should check
    again, those that people dismissed, those of codes not chosen, files not opened.
    """
    states: Counter[Status] = Counter()
    levels: Counter[Severity | None] = Counter()
    others: Counter[str] = Counter()
    for report in reports:
        states[report.status] += 1
        levels.update(finding.severity for finding in report.findings)
        others["likely"] += sum(
            finding.certainty is Certainty.LIKELY for finding in report.findings
        )
        others["dismissed"] += len(report.dismissed)
        others["hidden"] += report.hidden
        others["not_looked_at"] += any(finding.code == NOT_OPENED for finding in report.findings)
    return {
        "reports": states.total(),
        **{state.value: states[state] for state in Status},
        "findings": {level.value: levels[level] for level in Severity},
        **{name: others[name] for name in ("dismissed", "likely", "hidden", "not_looked_at")},
    }
