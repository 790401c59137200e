"""The gap list for a terminal: a block for each report, a line for each finding, a summary at the
end.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ita_checker.model import (
    Batch,
    Certainty,
    Decision,
    Finding,
    Pack,
    Report,
    Severity,
    Stale,
    Status,
    Verdict,
)
from ita_checker.report.formats.json import summary
from ita_checker.report.parts.days import spoken
from ita_checker.report.parts.offices import (
    contradictions,
    copied,
    missing,
    name,
    notes,
    offices,
)
from ita_checker.report.parts.rows import pages_of
from ita_checker.report.parts.wording import (
    CERTAINTY,
    NOBODY,
    SEVERITY,
    STATUS,
    WHOLE,
    origins,
    page_ranges,
)
from ita_checker.report.parts.wrapping import width, wrap
from ita_checker.text.visible import visible

SUFFIXES = (".txt",)
Paint = Callable[[str, str], str]

LONGEST_LINE = 4000  # letters: finding where words end takes its time
LONGEST_QUOTE = 500  # letters; the other formats have the whole
MARKS = {Severity.ZERO: "✗", Severity.ADVICE: "!"}
PLAIN, NARROW, WIDE = 80, 60, 120  # columns: in files, and between what bounds on a terminal
ALWAYS_COUNTED = (Status.CLEAN, Status.GAPS, Status.UNKNOWN, Status.UNREADABLE)
COLOUR = {
    Status.CLEAN: "32",
    Status.FILTERED: "36",
    Status.GAPS: "31",
    Status.UNKNOWN: "33",
    Status.UNREADABLE: "35",
}
SAID = {
    "th": {"page": "หน้า", "unknown": "ยังตัดสินไม่ได้", "year": "ปีงบประมาณ", "head": "สรุป",
           "offices": "เทียบข้ามไฟล์รายหน่วยงาน", "reports": "รายงาน",
           "dismissed": "ไม่ใช่ข้อบกพร่อง (พิจารณาแล้ว)", "stale": "ผลการพิจารณาที่ใช้ไม่ได้แล้ว",
           "packs": "ชุดกฎ", "origins": "ที่มา",
           "not_looked_at": "ไม่ได้เปิดดู", "hidden": "ไม่แสดงตามที่เลือกรหัส", "remarks": "โปรดทราบ"},
    "en": {"page": "page", "unknown": "not decided", "year": "fiscal year", "head": "Summary",
           "offices": "Files side by side, by office", "reports": "Reports",
           "dismissed": "dismissed by the auditor", "stale": "decisions that no longer hold",
           "packs": "Rule packs", "origins": "Known from",
           "not_looked_at": "not looked at", "hidden": "not shown, as codes were chosen",
           "remarks": "Please note"},
}  # fmt: skip


def _shown(text: str) -> str:
    """Return a text as a line shows it: nothing hidden, and no longer than a screen bears."""
    text = visible(text[:LONGEST_LINE])
    return text if len(text) < LONGEST_LINE else f"{text[:LONGEST_LINE]}…"


def terminal() -> int:
    """Return how wide lines are to be on this terminal."""
    return min(WIDE, max(NARROW, shutil.get_terminal_size((PLAIN, 24)).columns))


def render(
    batch: Batch, lang: str = "th", colour: bool = False, columns: int = PLAIN
) -> Iterator[str]:
    """Yield the gap list, a report at a time; colour where asked, nothing of a PDF unescaped."""
    told = _Told(lang, _coloured if colour else _plain, columns)
    yield "".join(f"{line}\n" for line in told.head(batch))
    for report in batch.reports:
        yield "\n".join([*told.report(report), "", ""])
    yield from _offices(batch, told)
    yield "\n".join([*told.summary(batch), ""])


def _offices(batch: Batch, told: _Told) -> Iterator[str]:
    """Yield what shows of offices only where their files lie side by side."""
    lang, room = told.lang, told.width
    head = [told.paint("1", SAID[lang]["offices"]), ""]
    for office in offices(batch):
        if office.silent:
            continue
        title, *rest = wrap(_shown(name(office.family, lang)), room)
        lines = [*head, told.paint("1", title), *rest]
        head = []
        for mark, texts in (
            ("✗", missing(office.family, lang)),
            ("✗", contradictions(office, lang)),
            ("!", copied(office, lang)),
            ("?", notes(office.family, lang)),
        ):
            for text in texts:
                first, *more = wrap(_shown(text), room - 4)
                lines += [f"  {mark} {first}", *(f"    {line}" for line in more)]
        yield "\n".join([*lines, "", ""])


def _coloured(code: str, text: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _plain(code: str, text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said in one language, on lines of one width."""

    lang: str
    paint: Paint
    width: int

    def head(self, batch: Batch) -> Iterator[str]:
        """Yield title and date, and what must be known of the whole."""
        name = " · ".join(part for part in (batch.title, spoken(batch.date, self.lang)) if part)
        lines = [*([name] if name else []), *(getattr(one, self.lang) for one in batch.remarks)]
        for line in lines:
            yield from wrap(_shown(line), self.width)
        if lines:
            yield ""

    def report(self, report: Report) -> Iterator[str]:
        """Yield a report's heading, its findings, what is not decided."""
        title, *rest = self._title(report)
        yield self.paint(f"1;{COLOUR[report.status]}", title)
        yield from rest
        for finding in sorted(
            report.findings, key=lambda finding: finding.severity is not Severity.ZERO
        ):
            yield from self._finding(finding)
        rules = [result.rule for result in report.results if result.verdict is Verdict.UNKNOWN]
        if rules:
            yield from self._hanging(f"{SAID[self.lang]['unknown']}: {', '.join(rules)}", "? ")

    def _title(self, report: Report) -> list[str]:
        said, lang = SAID[self.lang], self.lang
        year = f"{said['year']} {report.fiscal_year}" if report.fiscal_year else ""
        facts = [report.organisation or NOBODY[lang], " ".join(report.items), year]
        known = f"{said['origins']} {origins(report.origins, lang)}" if report.origins else ""
        head = wrap(f"{_shown(report.path)} — {STATUS[lang][report.status]}", self.width)
        under = [_shown(" · ".join(fact for fact in facts if fact)), known]
        return [
            *head,
            *(f"  {line}" for text in under if text for line in wrap(text, self.width - 2)),
        ]

    def _finding(self, finding: Finding) -> Iterator[str]:
        lang, pages = self.lang, pages_of(finding)
        where = f"{SAID[lang]['page']} {page_ranges(pages)}" if pages else WHOLE[lang]
        level = finding.severity or Severity.ADVICE
        message = getattr(finding.message, lang) if finding.message else ""
        quote = finding.spans[0].quote if finding.spans else ""
        short = quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE]}…"
        quoted = f" “{short}”" if quote and quote not in message else ""
        doubt = getattr(finding.doubt, lang) if finding.doubt else ""
        likely = finding.certainty is Certainty.LIKELY
        again = f" ({CERTAINTY[lang][Certainty.LIKELY]}{': ' if doubt else ''}{doubt})"
        text = _shown(f"{where}: {message}{quoted}{again if doubt or likely else ''}")
        first, *rest = wrap(text, self.width - 12)
        tint = "31" if level is Severity.ZERO else "33"
        yield f"  {self.paint(tint, f'{MARKS[level]} {finding.code}')} {first}"
        yield from (f"           {line}" for line in rest)

    def summary(self, batch: Batch) -> Iterator[str]:
        """Yield the counts, what was dismissed, what no longer holds, the packs."""
        said, counts = SAID[self.lang], summary(batch.reports)
        rows = [
            (said["reports"], counts["reports"]),
            *((STATUS[self.lang][state], counts[state.value]) for state in ALWAYS_COUNTED),
        ]
        rows += [
            (f"{MARKS[level]} {SEVERITY[self.lang][level]}", counts["findings"][level.value])
            for level in Severity
        ]
        extra = {
            STATUS[self.lang][Status.FILTERED]: counts[Status.FILTERED.value],
            CERTAINTY[self.lang][Certainty.LIKELY]: counts["likely"],
            **{said[name]: counts[name] for name in ("not_looked_at", "hidden", "dismissed")},
            said["stale"]: len(batch.stale),
        }
        rows += [(name, number) for name, number in extra.items() if number]
        room = max(width(name) for name, _ in rows) + 2
        yield said["head"]
        yield from (f"  {name}{' ' * (room - width(name))}{number:>6}" for name, number in rows)
        if counts["dismissed"]:
            yield from ("", said["dismissed"])
            for report in batch.reports:
                yield from self._dismissed(report)
        if batch.stale:
            yield from ("", said["stale"])
            for stale in batch.stale:
                yield from self._stale(stale)
        yield from ("", said["packs"], *(line for pack in batch.packs for line in self._pack(pack)))

    def _pack(self, pack: Pack) -> Iterator[str]:
        """Yield a pack's name and hash, and what it changes in the rules it takes over, with the
        reason.
        """
        yield f"  {pack.name}  sha256 {pack.sha256[:16]}"
        for change in pack.changes:
            text = _shown(f"{change.rule} → {change.to}: {change.reason}")
            yield from (f"    {line}" for line in wrap(text, self.width - 4))

    def _dismissed(self, report: Report) -> Iterator[str]:
        for finding in report.dismissed:
            message = getattr(finding.message, self.lang) if finding.message else ""
            yield from self._hanging(
                f"{finding.code} {report.path}: {message} — {self._made(finding.decision)}"
            )

    def _stale(self, stale: Stale) -> Iterator[str]:
        decision = stale.decision
        about = f"{decision.code} {decision.about or decision.subject}"
        why = spoken(getattr(stale.why, self.lang), self.lang)
        return self._hanging(f"{about} — {why} ({self._made(decision)})")

    def _made(self, decision: Decision | None) -> str:
        """Return the reason and the day of a decision, and who made it."""
        if decision is None:
            return ""
        parts = (decision.reason, spoken(decision.date or "", self.lang), decision.by)
        return ", ".join(part for part in parts if part)

    def _hanging(self, text: str, mark: str = "– ") -> Iterator[str]:
        first, *rest = wrap(_shown(text), self.width - 4)
        yield f"  {mark}{first}"
        yield from (f"    {line}" for line in rest)
