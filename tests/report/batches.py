"""Batches built by hand, so that formats can be tested whatever the checks find."""

from __future__ import annotations

from ita_checker.model import (
    Batch,
    Box,
    Change,
    Decision,
    Finding,
    Pack,
    Place,
    Report,
    Result,
    Severity,
    Span,
    Stale,
    Status,
    Verdict,
    Words,
)  # fmt: skip

HOSTILE = (
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    '=HYPERLINK("http://evil.example","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\x1b[31mred\x1b[0m \u202egnp.exe\u2028<!-- <script>",
    "+1-1",
    "${alert(1)} {{title}} [[data]] [[script]]",
)


def finding(code: str, subject: str, quote: str = "เดือนเมษายน ๒๕๖๓", **more: object) -> Finding:
    """Return a finding on page 2, a line of it quoted, unless told otherwise."""
    said = {
        "spans": (Span(0, len(quote), quote, (Place(2, Box(72.0, 310.0, 188.0, 326.0)),)),),
        "message": Words(f"พบ {subject} โปรดตรวจสอบ", f"{subject} was found; please check"),
        "rule": f"nacc-2564.{code}",
        "severity": Severity.ZERO,
        **more,
    }
    return Finding(code, subject=subject, **said)  # type: ignore[arg-type]


def report(
    path: str, *findings: Finding, organisation: str | None = "เทศบาลตำบลป่ากล้วยหอม", **more: object
) -> Report:
    """Return a report of six pages with those findings."""
    results = tuple(Result(rule, Verdict.GAP) for rule in sorted({one.rule for one in findings}))
    said = {
        "sha256": f"{abs(hash(path)) % 16**8:064x}" if "sha256" not in more else more["sha256"],
        "pages": 6,
        "status": Status.GAPS if findings else Status.CLEAN, "scheme": "nacc", "fiscal_year": 2564,
        "reported_year": 2564,
        "items": ("O43",), "results": results, "findings": findings, "pack": "nacc-2564", **more,
    }  # fmt: skip
    return Report(path, organisation=organisation, **said)  # type: ignore[arg-type]


PACK = Pack(
    "nacc-2564",
    "nacc",
    2564,
    (),
    (),
    "ef" * 32,
    changes=(Change("nacc-2564.rounds", "off", "จังหวัดตรวจเองแล้ว"),),
)
MADE = Decision(
    "aa" * 32,
    "nacc-2564.TXT003",
    "TXT003",
    "5/๑๒",
    "dismissed",
    "เลขหน้าของเอกสารอื่น",
    "2569-11-23",
    "2570-09-30",
    "a.pdf: เลขปน",
)
BATCH = Batch(
    (
        report(
            "2564/dong/O43.pdf",
            finding("YEA005", "ประกาศเจตจำนง", found="2563-04", expected="2563-10-01/2564-09-30",
                    doubt=Words("อ่านจากภาพ", "read from a picture")),
            finding("ORG001", "ดงดอย", severity=Severity.ADVICE),
            sha256="aa" * 32, organisation="องค์การบริหารส่วนตำบลดงดอย",
            dismissed=(finding("TXT003", "5/๑๒", severity=Severity.ADVICE, decision=MADE),),
        ),
        report("2564/pa/O42.pdf", sha256="bb" * 32, items=("O42",)),
        report(
            "2564/scan.pdf", finding("DOC003", "3, 4", spans=(), found="3, 4", rule="reading"),
            sha256="cc" * 32, pages_unread=(3, 4),
            status=Status.UNKNOWN, organisation=None,
            results=(Result("reading", Verdict.UNKNOWN), Result("nacc-2564.rounds", Verdict.UNKNOWN,
            Words("ไม่ได้อ่าน", "not read"))),
        ),
    ),
    (PACK,), "1.2.3", "", (Stale(MADE, Words("ไม่พบข้อนี้ในรายงานแล้ว",
    "the report no longer has this finding")),),
)  # fmt: skip
HOSTILE_BATCH = Batch(
    tuple(
        report(
            f"2564/{number}/O43.pdf",
            finding("TXT001", text, text, found=text, expected=text, message=Words(text, text),
            doubt=Words(text, text)),
            organisation=text, district=text, province=text, sha256=f"{number:064x}",
        )
        for number, text in enumerate(HOSTILE)
    ),
    (PACK,), "1.2.3",
)  # fmt: skip
