"""The gap list for a terminal: a block for each report, a line for each finding, a summary at the
end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from wcwidth import wcswidth

from ita_checker.model import (
    Batch,
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
from ita_checker.text.flow import Flow
from ita_checker.text.tokens import boundaries
from ita_checker.text.visible import visible

Paint = Callable[[str, str], str]

WIDTH = 80
LONGEST_LINE = 4000  # letters: finding where words end takes its time
LONGEST_QUOTE = 500  # letters; the other formats have the whole
OPENING, CLOSING = "“‘(", "”’).,:;…/ฯๆ"
STATUS = {
    "th": {
        Status.CLEAN: "ไม่พบข้อบกพร่อง",
        Status.GAPS: "พบข้อบกพร่อง",
        Status.UNKNOWN: "ตรวจได้ไม่ครบ",
        Status.UNREADABLE: "อ่านไม่ได้",
    },
    "en": {
        Status.CLEAN: "clean",
        Status.GAPS: "gaps",
        Status.UNKNOWN: "not fully checked",
        Status.UNREADABLE: "unreadable",
    },
}
COLOUR = {Status.CLEAN: "32", Status.GAPS: "31", Status.UNKNOWN: "33", Status.UNREADABLE: "35"}
SAID = {
    "th": {"page": "หน้า", "doubt": "โปรดดูซ้ำ", "unknown": "ยังตัดสินไม่ได้", "year": "ปีงบประมาณ", "none": "ไม่ทราบหน่วยงาน",
           "head": "สรุป", "reports": "รายงาน", "zero": "เสี่ยงได้ 0 คะแนน", "advice": "ข้อสังเกต",
           "dismissed": "พิจารณาแล้วว่าไม่ใช่ข้อบกพร่อง", "stale": "ผลพิจารณาที่ใช้ไม่ได้แล้ว", "packs": "ชุดกฎ"},
    "en": {"page": "page", "doubt": "look twice", "unknown": "not decided", "year": "fiscal year", "none": "organisation unknown",
           "head": "Summary", "reports": "Reports", "zero": "would score 0", "advice": "advice",
           "dismissed": "dismissed by the auditor", "stale": "decisions that no longer hold", "packs": "Rule packs"},
}  # fmt: skip


def width(text: str) -> int:
    """Return the columns a text takes on a terminal: Thai marks take none."""
    return max(0, wcswidth(text))


def wrap(text: str, room: int) -> list[str]:
    """Return the text in lines of at most `room` columns, broken where words end; a word wider
    than that is cut between letters.
    """
    lines, line = [], ""
    for word in _words(text):
        for piece in [word] if width(word) <= room else _letters(word):
            if line and width(line + piece.rstrip()) > room:
                lines.append(line.rstrip())
                line = ""
            line += piece if line or piece.strip() else ""
    return [*lines, line] if line or not lines else lines


def _words(text: str) -> list[str]:
    """Return the text cut where words begin, as printed: a space stays at the end of the word
    before it.
    """
    flow = Flow(text)
    cuts = sorted(
        {0, len(text)}
        | {at for at in _starts(flow) if text[at] not in CLOSING and text[at - 1] not in OPENING}
    )
    return [text[start:end] for start, end in pairwise(cuts)]


def _starts(flow: Flow) -> Iterator[int]:
    return (flow.starts[at] for at in boundaries(flow) if 0 < at < len(flow.text))


def _shown(text: str) -> str:
    """Return a text as a line shows it: nothing hidden, and no longer than a screen bears."""
    text = visible(text[:LONGEST_LINE])
    return text if len(text) < LONGEST_LINE else f"{text[:LONGEST_LINE]}…"


def _letters(word: str) -> list[str]:
    """Return a word's letters, each with the marks it bears."""
    letters: list[str] = []
    for letter in word:
        if letters and not width(letter):
            letters[-1] += letter
        else:
            letters.append(letter)
    return letters


def render(batch: Batch, lang: str = "th", colour: bool = False) -> Iterator[str]:
    """Yield the gap list, a report at a time; colour only where asked, nothing of a PDF unescaped."""
    paint: Paint = _coloured if colour else _plain
    for report in batch.reports:
        title, *rest = _title(report, lang)
        lines = [paint(f"1;{COLOUR[report.status]}", title), *rest]
        for finding in report.findings:
            lines += _finding(finding, lang, paint)
        yield "\n".join([*lines, *_unknown(report, lang), "", ""])
    yield "\n".join([*_summary(batch, lang), ""])


def _coloured(code: str, text: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _plain(code: str, text: str) -> str:
    return text


def _title(report: Report, lang: str) -> list[str]:
    said = SAID[lang]
    year = f"{said['year']} {report.fiscal_year}" if report.fiscal_year else ""
    facts = [report.organisation or said["none"], " ".join(report.items), year]
    head = wrap(f"{visible(report.path)} — {STATUS[lang][report.status]}", WIDTH)
    return [
        *head,
        *(
            f"  {line}"
            for line in wrap(_shown(" · ".join(fact for fact in facts if fact)), WIDTH - 2)
        ),
    ]


def _finding(finding: Finding, lang: str, paint: Paint) -> Iterator[str]:
    said = SAID[lang]
    pages = sorted({place.page for span in finding.spans for place in span.places})
    where = f"{said['page']} {', '.join(map(str, pages))}" if pages else "–"
    mark, tint = ("✗", "31") if finding.severity is Severity.ZERO else ("!", "33")
    message = getattr(finding.message, lang) if finding.message else ""
    quote = _quote(finding, message)
    doubt = f" ({said['doubt']}: {getattr(finding.doubt, lang)})" if finding.doubt else ""
    first, *rest = wrap(_shown(f"{where}: {message}{quote}{doubt}"), WIDTH - 12)
    yield f"  {paint(tint, f'{mark} {finding.code}')} {first}"
    yield from (f"           {line}" for line in rest)


def _quote(finding: Finding, message: str) -> str:
    """Return the first quote as the line shows it, cut where a screen has no use for more."""
    quote = finding.spans[0].quote if finding.spans else ""
    if not quote or quote in message:
        return ""
    return f" “{quote}”" if len(quote) <= LONGEST_QUOTE else f" “{quote[:LONGEST_QUOTE]}…”"


def _unknown(report: Report, lang: str) -> Iterator[str]:
    rules = [result.rule for result in report.results if result.verdict is Verdict.UNKNOWN]
    if rules:
        yield from (f"  ? {line}" if not number else f"    {line}"
                    for number, line in enumerate(wrap(_shown(f"{SAID[lang]['unknown']}: {', '.join(rules)}"), WIDTH - 4)))  # fmt: skip


def _summary(batch: Batch, lang: str) -> Iterator[str]:
    said, counts = SAID[lang], summary(batch.reports)
    rows = [
        (said["reports"], counts["reports"]),
        *((STATUS[lang][state], counts[state.value]) for state in Status),
    ]
    rows += [(said[level.value], counts["findings"][level.value]) for level in Severity]
    extra = {"dismissed": counts["dismissed"], "stale": len(batch.stale)}
    rows += [(said[name], number) for name, number in extra.items() if number]
    room = max(width(name) for name, _ in rows) + 2
    yield said["head"]
    yield from (f"  {name}{' ' * (room - width(name))}{number:>6}" for name, number in rows)
    if counts["dismissed"]:
        yield from (
            "",
            said["dismissed"],
            *(line for report in batch.reports for line in _dismissed(report, lang)),
        )
    if batch.stale:
        yield from (
            "",
            said["stale"],
            *(line for stale in batch.stale for line in _stale(stale, lang)),
        )
    yield from ("", said["packs"], *(line for pack in batch.packs for line in _pack(pack)))


def _pack(pack: Pack) -> Iterator[str]:
    """Yield a pack's name and hash, and what it changes in the rules it takes over, with the
    reason.
    """
    yield f"  {pack.name}  sha256 {pack.sha256[:16]}"
    for change in pack.changes:
        yield from (
            f"    {line}"
            for line in wrap(_shown(f"{change.rule} → {change.to}: {change.reason}"), WIDTH - 4)
        )


def _dismissed(report: Report, lang: str) -> Iterator[str]:
    for finding in report.dismissed:
        message = getattr(finding.message, lang) if finding.message else ""
        yield from _hanging(
            f"{finding.code} {report.path}: {message} — {_decided(finding.decision, lang)}"
        )


def _stale(stale: Stale, lang: str) -> Iterator[str]:
    decision = stale.decision
    about = f"{decision.code} {decision.about or decision.subject}"
    return _hanging(
        f"{about} — {spoken(getattr(stale.why, lang), lang)} ({_decided(decision, lang)})"
    )


def _decided(decision: Decision | None, lang: str) -> str:
    """Return the reason and the day of a decision."""
    parts = (decision.reason, spoken(decision.date or "", lang)) if decision else ()
    return ", ".join(part for part in parts if part)


def _hanging(text: str) -> Iterator[str]:
    first, *rest = wrap(_shown(text), WIDTH - 4)
    yield f"  – {first}"
    yield from (f"    {line}" for line in rest)
