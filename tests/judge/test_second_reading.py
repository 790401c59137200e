"""A finding that another likely reading of a number would undo is doubted, both readings shown,
and accuses nobody.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import document

from ita_checker.judge.judge import judge
from ita_checker.judge.law import NOT_FOUND
from ita_checker.model import Document, Doubtful, Report, Severity, Submission, Verdict
from ita_checker.rulebook import load

PACKS = load()
TITLED = """
(ocr)
# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. {year}
# เทศบาลตำบลไร่ขิงดง
---page---
(ocr)
เทศบาลตำบลไร่ขิงดง ได้จัดทำรายงานผลการดำเนินการ
มาตรการ | ผลการดำเนินการ
มาตรการป้องกันการรับสินบน | ติดประกาศแล้วทุกกอง ประชาชนรับทราบ {round}
"""


def read(text: str, piece: str, index: int, confidence: float, others: str) -> Document:
    """Return the document with one letter of a piece marked as doubtful."""
    made = document(text)
    pages = []
    for page in made.pages:
        lines = [
            (
                replace(
                    line, doubtful=(Doubtful(line.text.index(piece) + index, confidence, others),)
                )
                if piece in line.text
                else line
            )
            for line in page.lines
        ]
        pages.append(replace(page, lines=tuple(lines)))
    return replace(made, pages=tuple(pages))


def judged(
    made: Document, *codes: str
) -> tuple[list[tuple[str, Severity | None, str | None, str | None]], Report]:
    """Return the findings of those codes as code, severity, doubt in Thai and English, and the
    whole report.
    """
    report = judge(made, Submission("2564/O43.pdf", fiscal_year=2564, items=("O43",)), PACKS)
    found = [one for one in report.findings if one.code in codes]
    return [
        (one.code, one.severity, one.doubt and one.doubt.th, one.doubt and one.doubt.en)
        for one in found
    ], report


def verdicts(report: Report, name: str) -> set[Verdict]:
    return {result.verdict for result in report.results if name in result.rule}


def test_a_year_that_may_be_the_right_one_is_doubted_and_decides_nothing() -> None:
    text = TITLED.format(year="๒๕๖๕", round="")
    found, report = judged(read(text, "๒๕๖๕", 3, 0.7, "๔"), "YEA002")
    assert found == [
        ("YEA002", Severity.ADVICE, "อ่านได้ ๒๕๖๕ อาจเป็น ๒๕๖๔", "read as ๒๕๖๕, perhaps ๒๕๖๔")
    ]
    assert Verdict.UNKNOWN in {result.verdict for result in report.results}


def test_a_year_surely_read_is_a_gap() -> None:
    found, _ = judged(document(TITLED.format(year="๒๕๖๕", round="")), "YEA002")
    assert [(code, severity) for code, severity, *_ in found] == [("YEA002", Severity.ZERO)]


def test_a_year_that_might_only_be_another_wrong_one_is_a_gap_too() -> None:
    found, _ = judged(read(TITLED.format(year="๒๕๖๕", round=""), "๒๕๖๕", 3, 0.7, "๖"), "YEA002")
    assert [(code, severity) for code, severity, *_ in found] == [("YEA002", Severity.ZERO)]


def test_a_year_no_report_is_about_is_doubted_however_surely_read() -> None:
    found, _ = judged(document(TITLED.format(year="๒๕๐๕", round="")), "YEA002")
    assert found == [
        ("YEA002", Severity.ADVICE, "อ่านได้ ๒๕๐๕ อาจเป็น ๒๕๖๔", "read as ๒๕๐๕, perhaps ๒๕๖๔")
    ]


@pytest.mark.parametrize(
    "doubt", [("๖", "อ่านได้ ๕ อาจเป็น ๖"), ("4", "หน้านี้อ่านจากภาพ อาจเป็นเลข ๖ ที่อ่านผิด")]
)
def test_a_round_that_may_be_one_of_the_year_shows_both_readings(doubt: tuple[str, str]) -> None:
    text = TITLED.format(year="๒๕๖๔", round="รอบ ๕ เดือน")
    found, _ = judged(read(text, "รอบ ๕ เดือน", 4, 0.6, doubt[0]), "RND002")
    assert [(code, severity, thai) for code, severity, thai, _ in found] == [
        ("RND002", Severity.ADVICE, doubt[1])
    ]


def test_an_impossible_day_shows_what_else_it_may_be() -> None:
    text = TITLED.format(year="๒๕๖๔", round="เมื่อวันที่ ๓๑ เมษายน ๒๕๖๔")
    found, _ = judged(read(text, "๓๑ เมษายน", 0, 0.8, "๒๑"), "YEA006")
    assert [(code, thai) for code, _, thai, _ in found] == [("YEA006", "อ่านได้ ๓๑ อาจเป็น ๒๑")]


def test_a_day_that_nobody_can_read_is_no_impossible_day() -> None:
    text = TITLED.format(year="๒๕๖๔", round="เมื่อวันที่ ๙๒ ตุลาคม ๒๕๖๓")
    found, report = judged(read(text, "๙๒ ตุลาคม", 0, 0.3, ""), "YEA006")
    assert found == []
    verdicts = {result.rule: result.verdict for result in report.results}
    dates = [verdict for rule, verdict in verdicts.items() if "dates" in rule]
    assert dates == [Verdict.UNKNOWN]


def test_what_is_not_found_on_scans_is_never_flat() -> None:
    text = (
        "(ocr)\n# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ."
        " ๒๕๖๔\nเทศบาลตำบลไร่ขิงดง"
    )
    found, _ = judged(document(text), "SEC001")
    assert [english for *_, english in found] == [
        "read from scanned pages: it may be there and not have been read"
    ]
    assert [
        english for *_, english in judged(document(text.removeprefix("(ocr)\n")), "SEC001")[0]
    ] == [NOT_FOUND.en]
