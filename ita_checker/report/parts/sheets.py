"""What stands on the sheets beside the gaps: the summary with the worst first, what was not read,
the rules, the decisions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ita_checker.model import (
    ALWAYS_TOLD,
    Batch,
    Certainty,
    Decision,
    Pack,
    Report,
    Severity,
    Status,
    Verdict,
)
from ita_checker.report.parts.days import spoken
from ita_checker.report.parts.offices import contradictions, copied, missing, notes, offices
from ita_checker.report.parts.sheet import Coloured
from ita_checker.report.parts.wording import SEVERITY, STATUS, decided, origins, page_ranges
from ita_checker.rulebook import catalogue

REASONS = 4  # main points named of a report
TINT = {
    Status.CLEAN: "green",
    Status.FILTERED: "amber",
    Status.GAPS: "red",
    Status.UNKNOWN: "violet",
    Status.UNREADABLE: "violet",
}
SAID = {
    "th": {
        "verified": ("ไม่", "ใช่"),
        "off": "ปิด",
        "dismissed": "ไม่ใช่ข้อบกพร่อง",
        "stale": "ใช้ไม่ได้แล้ว",
    },
    "en": {
        "verified": ("no", "yes"),
        "off": "off",
        "dismissed": "dismissed",
        "stale": "no longer holds",
    },
}


def summary(reports: Sequence[Report], lang: str) -> Iterator[Coloured]:
    """Yield a row for each report, those that would lose most first; of equals by organisation and
    item.
    """
    order = sorted((_weight(report), number) for number, report in enumerate(reports))
    for _, number in order:
        report = reports[number]
        levels = Counter(finding.severity for finding in report.findings)
        verdicts = Counter(result.verdict for result in report.results)
        cells = (
            report.organisation or "",
            " ".join(report.items),
            report.fiscal_year,
            report.path,
            STATUS[lang][report.status],
            levels[Severity.ZERO],
            levels[Severity.ADVICE],
            sum(finding.certainty is Certainty.LIKELY for finding in report.findings),
            _reasons(report, lang),
            len(report.dismissed),
            *(
                verdicts[verdict]
                for verdict in (Verdict.MET, Verdict.PARTIAL, Verdict.GAP, Verdict.UNKNOWN)
            ),
            report.pages,
            page_ranges(report.pages_unread),
            origins(report.origins, lang),
        )
        yield (
            cells,
            {
                4: TINT[report.status],
                **({5: "red"} if levels[Severity.ZERO] else {}),
                **({6: "amber"} if levels[Severity.ADVICE] else {}),
            },
        )


def told(batch: Batch, lang: str) -> Iterator[str]:
    """Yield title and date, and what must be known of the scan as a whole."""
    yield from (line for line in (batch.title, spoken(batch.date, lang)) if line)
    yield from (getattr(remark, lang) for remark in batch.remarks)
    yield f"ita-checker {batch.version}"


def _weight(report: Report) -> tuple[int, int, str, tuple[str, ...]]:
    zero = sum(finding.severity is Severity.ZERO for finding in report.findings)
    return -zero, -len(report.findings), report.organisation or "", report.items


def _reasons(report: Report, lang: str) -> str:
    """Return what a report's findings are, the gravest and most frequent first."""
    counts = Counter(
        (finding.severity is not Severity.ZERO, finding.code) for finding in report.findings
    )
    first = sorted(counts.items(), key=lambda pair: (pair[0][0], -pair[1], pair[0][1]))
    named = [
        f"{getattr(catalogue()[code].title, lang)}{f' ×{count}' if count > 1 else ''}"
        for (_, code), count in first[:REASONS]
    ]
    return " · ".join(named) + (" …" if len(first) > REASONS else "")


def unread(reports: Sequence[Report], lang: str) -> Iterator[Coloured]:
    """Yield a row for each thing that was not read, or not surely, and for each report whose rules
    wait for it.
    """
    for report in reports:
        waiting = ", ".join(
            result.rule for result in report.results if result.verdict is Verdict.UNKNOWN
        )
        found = [finding for finding in report.findings if finding.code in ALWAYS_TOLD]
        for finding in found:
            pages = (
                page_ranges(report.pages_unread)
                if finding.code == "DOC003"
                else finding.found or ""
            )
            reason = f"{finding.code} {getattr(finding.message, lang) if finding.message else ''}"
            yield (report.organisation or "", report.path, pages, reason, waiting), {3: "violet"}
        if waiting and not found:
            notes = dict.fromkeys(
                getattr(result.note, lang)
                for result in report.results
                if result.verdict is Verdict.UNKNOWN and result.note
            )
            yield (report.organisation or "", report.path, "", "; ".join(notes), waiting), {}


def fates(packs: Sequence[Pack], lang: str) -> Iterator[Coloured]:
    """Yield every rule of the packs used, with what an own pack changed of it and why; also the
    rules it switched off.
    """
    said = SAID[lang]
    words = {
        "off": str(said["off"]),
        **{level.value: name for level, name in SEVERITY[lang].items()},
    }
    for pack in packs:
        changes = {change.rule: change for change in pack.changes}
        for rule in pack.rules:
            change = changes.pop(rule.id, None)
            to, why = (words.get(change.to, change.to), change.reason) if change else ("", "")
            known = (rule.id, rule.item or "", rule.check, rule.source)
            verified = said["verified"][rule.verified]
            colours = {6: "amber"} if change else {}
            yield (pack.name, *known, verified, to, why, pack.sha256), colours
        for change in changes.values():
            to = words.get(change.to, change.to)
            blank = ("", "", "", "")
            yield (pack.name, change.rule, *blank, to, change.reason, pack.sha256), {6: "red"}


def decisions(batch: Batch, lang: str) -> Iterator[Coloured]:
    """Yield the dismissed findings and the decisions that no longer hold."""
    said = SAID[lang]
    for report in batch.reports:
        for finding in report.dismissed:
            if finding.decision:
                message = getattr(finding.message, lang) if finding.message else ""
                yield (
                    (
                        str(said["dismissed"]),
                        finding.code,
                        report.path,
                        message,
                        *_made(finding.decision, lang),
                        "",
                    ),
                    {0: "green"},
                )
    for stale in batch.stale:
        about, _, message = stale.decision.about.partition(": ")
        row = str(said["stale"]), stale.decision.code, about, message or stale.decision.subject
        yield (
            (*row, *_made(stale.decision, lang), spoken(getattr(stale.why, lang), lang)),
            {0: "amber"},
        )


def _made(decision: Decision, lang: str) -> tuple[str, str, str, str, str]:
    return (
        decided(decision, lang),
        decision.reason,
        spoken(decision.date or "", lang),
        spoken(decision.expires or "", lang),
        decision.by,
    )


def across_files(batch: Batch, lang: str) -> Iterator[Coloured]:
    """Yield a row for each office and fiscal year: its items, what is missing, what contradicts
    what, whose text it is.
    """
    year_of = {report.path: report.fiscal_year for report in batch.reports}
    for office in offices(batch):
        family = office.family
        years = sorted({year for path in family.paths if (year := year_of.get(path))})
        for year in tuple(years) or (None,):
            paths = [path for path in family.paths if not years or year_of.get(path) == year]
            lacking = missing(family, lang, year) if year else []
            differing, same = contradictions(office, lang, paths), copied(office, lang, paths)
            yield (
                (
                    family.office,
                    family.district or "",
                    family.province or "",
                    str(year or ""),
                    ", ".join(
                        held.item
                        for held in family.items
                        if held.paths and held.fiscal_year == year
                    ),
                    "; ".join(lacking),
                    "; ".join(differing),
                    "; ".join(same),
                    "; ".join(notes(family, lang, year)) if year else "",
                    ", ".join(paths),
                    " · ".join(getattr(how, lang) for how in family.gathered),
                ),
                {
                    **({5: "red"} if lacking else {}),
                    **({6: "red"} if differing else {}),
                    **({7: "amber"} if same else {}),
                },
            )
