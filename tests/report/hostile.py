"""Texts such as a hostile PDF, file name or person may bring, and a batch that is made of them."""

from __future__ import annotations

from dataclasses import replace

from report.batches import MADE, PACK, finding, report

from ita_checker.model import Batch, Change, Report, Result, Stale, Verdict, Words

TEXTS = (
    "=cmd|' /C calc'!A0", "@SUM(1+9)*cmd|' /C calc'!A0", "+1-1", "-1+1", "\t=1+1", "\r=1+1",
    " =1+1",
    "\u00a0=1+1", "\u3000=1+1", "\ufeff=1+1", "\u200b=1+1", "＝1+1", "%0A=1+1", "|=1+1", ";=1+1",
    '\n=HYPERLINK("http://x","y")', "'=1+1", '"=1+1', "\x1b[31mred\x1b[0m",
    "\x1b]8;;http://evil\x07x",
    "\x9b31m", "abc\u202egnp.exe", "<script>window.ran=1</script>",
    "</script><!-- <script>ran()</script>",
    "<!--<script>", "]]>", "<![CDATA[", "javascript:alert(1)", "<img src=x onerror=ran()>",
    'a,b;c\td\n"e"\r\nf', "\x00nul", "\x01\x08\x0b\x0c\x0e\x1f\x7f\x80\x85\x9f", "\ud800",
    "\udfff\ud800",
    "\udca1\udcd2.pdf", "\ufffe\uffff", "\ufdd0 \U0001fffe \U0010ffff", "x" * 40000, "ก้" * 17000,
    "😀" * 17000, '{ HYPERLINK "http://evil" }', "{{organisation}} {{message}}",
    "\x13 HYPERLINK \x14x\x15",
    "ก\u200bข\u200c\u200dค\u2060", "\u034f\u00ad\u180e\u2800\u3164\uffa0", "_x000D_ _x0041_",
    "&#0; &lt;",
    "%s %d {0} {} ${x} {{title}} [[data]] [[script]] \\u003c \\", "../../../etc/passwd",
    "/etc/passwd",
    "C:\\Windows\\x", "CON", "nul.txt", "..", ".", "", " ", "ก" * 100, "😀" * 80,
    "a/b\\c:d*e?f\"g<h>i|j",
    "-rf", "a\nb", "..\u2028..", "ﷺ" * 60, "__proto__", "constructor",
)  # fmt: skip


def hostile(number: int, text: str) -> Report:
    """Return a report in which every text is the hostile one."""
    said = Words(text, text)
    return report(
        f"2564/{number}/{text[:300]}.pdf",
        finding("TXT001", text, text, found=text, expected=text, message=said, doubt=said),
        finding("DOC003", text, spans=(), found=text, rule="reading", message=said),
        organisation=text,
        district=text,
        province=text,
        sha256=f"{number:064x}",
        results=(
            Result(text or "r", Verdict.GAP, said),
            Result("q" + text, Verdict.UNKNOWN, said),
        ),
        dismissed=(
            finding("TXT003", text, text, decision=replace(MADE, subject=text, reason=text)),
        ),
    )


def batch(*reports: Report, base: str = "/in") -> Batch:
    """Return a batch of these reports, its packs and decisions hostile too."""
    return Batch(
        reports,
        (replace(PACK, changes=(Change(TEXTS[22], "off", TEXTS[0]),)),),
        "1.2.3",
        base,
        tuple(
            Stale(replace(MADE, reason=text, about=text, subject=text), Words(text, text))
            for text in TEXTS
        ),
    )
