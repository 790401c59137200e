"""What every output says: what was left out, what was not looked at, how sure a finding is."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest
from report.batches import BATCH, finding, report

from ita_checker import parts
from ita_checker.model import Certainty, Origin, Status, Words

REMARK = Words("แสดงเฉพาะรหัส ORG ตามที่เลือก", "Only the codes ORG are shown")
LIKELY = finding(
    "ORG002", "ก", certainty=Certainty.LIKELY, doubt=Words("มีเพียงครั้งเดียว", "once only")
)
NOT_OPENED = finding(
    "DOC010",
    "x.docx",
    spans=(),
    message=Words("ไม่ได้เปิดดู: เป็นเอกสาร Office", "not looked at: office"),
)
REPORTS = (
    report("a.pdf", LIKELY, origins=(("fiscal_year", Origin.FOLDER),)),
    report("b.pdf", status=Status.FILTERED, hidden=3),
    report("x.docx", NOT_OPENED, status=Status.UNREADABLE, sha256=None, pages=None),
)
TOLD = replace(
    BATCH, reports=REPORTS, remarks=(REMARK,), title="ตรวจปี 2568", date="2569-11-28", stale=()
)
FORMS = [name for name in parts.names("report.formats") if name != "html"]


def shown(form: str, lang: str = "th") -> str:
    pieces = [
        piece if isinstance(piece, bytes) else piece.encode()
        for piece in parts.load("report.formats", form).render(TOLD, lang)
    ]
    if form != "xlsx":
        return b"".join(pieces).decode()
    book = openpyxl.load_workbook(io.BytesIO(b"".join(pieces)))
    return "\n".join(
        str(cell)
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell
    )


@pytest.mark.parametrize("form", FORMS)
def test_codes_left_out_files_not_looked_at_and_one_sign_are_told(form: str) -> None:
    text = shown(form)
    assert REMARK.th in text
    assert "x.docx" in text and "ไม่ได้เปิดดู" in text
    assert ("likely" if form in ("json", "jsonl") else "ควรตรวจสอบซ้ำ") in text


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "xlsx", "junit"])
def test_a_report_whose_findings_were_not_chosen_is_not_called_clean(form: str) -> None:
    text = shown(form)
    assert ("ไม่พบในรหัสที่เลือก" if form in ("text", "xlsx") else "filtered") in text


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "xlsx"])
def test_where_the_year_is_known_from_and_title_and_date_are_told(form: str) -> None:
    text = shown(form)
    assert ('"fiscal_year": "folder"' if "json" in form else "ปีงบประมาณ: ชื่อโฟลเดอร์") in text
    assert "ตรวจปี 2568" in text
    assert ("2569-11-28" if "json" in form else "28 พฤศจิกายน 2569") in text
