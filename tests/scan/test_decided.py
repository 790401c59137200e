"""Decisions of several people, in files and in sheets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from report.batches import BATCH, finding, report

from ita_checker.cli.group import main
from ita_checker.errors import UsageError
from ita_checker.model import Status
from ita_checker.model.deciding import KEY
from ita_checker.report.formats import xlsx
from ita_checker.scan.agreement import agreements
from ita_checker.scan.decided import read
from ita_checker.scan.decisions import load

SHA = "aa" * 32
SLIP = finding("TXT003", "5/๑๒")


def export(path: Path, kind: str, by: str = "", **more: Any) -> Path:
    row = {
        "sha256": SHA,
        "rule": SLIP.rule,
        "code": "TXT003",
        "subject": "5/๑๒",
        "decision": kind,
        "reason": "ตรวจแล้ว",
        **more,
    }
    path.write_text(json.dumps({"kind": "ita-checker decisions", "by": by, "decisions": [row]}))
    return path


def test_people_who_agree_are_named_together_and_those_who_do_not_are_shown_side_by_side(
    tmp_path: Path,
) -> None:
    a, b = (
        export(tmp_path / "a.json", "dismissed", "ก"),
        export(tmp_path / "b.json", "dismissed", "ข"),
    )
    c = export(tmp_path / "c.json", "confirmed", "ค")
    slip = report("a.pdf", SLIP, sha256=SHA)
    told = load(a, b).told(slip)
    assert (told.status, [one.decision.by for one in told.dismissed if one.decision]) == (
        Status.CLEAN,
        ["ก, ข"],
    )
    torn = load(a, c)
    assert torn.told(slip) == slip
    assert [one.why.th for one in torn.stale([slip])] == [
        "ผู้พิจารณาเห็นต่างกัน จึงยังไม่ใช้: ก: ไม่ใช่ข้อบกพร่อง / ค: ยืนยัน (ตรวจแล้ว)",
        "ผู้พิจารณาเห็นต่างกัน จึงยังไม่ใช้: ค: ยืนยัน / ก: ไม่ใช่ข้อบกพร่อง (ตรวจแล้ว)",
    ]
    assert load(a, c, prefer="ก").told(slip).findings == ()


def test_what_somebody_settled_holds_before_what_others_said_and_stays_settled(
    tmp_path: Path,
) -> None:
    a, b = (
        export(tmp_path / "a.json", "dismissed", "ก"),
        export(tmp_path / "b.json", "confirmed", "ข"),
    )
    c = export(tmp_path / "c.json", "confirmed", "ค", settles=True)
    slip = report("a.pdf", SLIP, sha256=SHA)
    assert [(one.torn, one.decision.by) for one in load(a, b).stale([slip])] == [
        (True, "ก"),
        (True, "ข"),
    ]
    settled = load(a, b, c)
    assert settled.stale([slip]) == ()
    (told,) = settled.told(slip).findings
    assert told.decision and (told.decision.kind, told.decision.by) == ("confirmed", "ค")
    merged = tmp_path / "merged.json"
    words = ["decisions", str(a), str(b), str(c), "-o", str(merged)]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert [(one.kind, one.settles) for one in read(merged)] == [("confirmed", True)]


def test_a_filled_in_sheet_is_read_back_wherever_its_rows_were_moved(tmp_path: Path) -> None:
    path = tmp_path / "gaps.xlsx"
    path.write_bytes(b"".join(xlsx.render(BATCH)))
    book = openpyxl.load_workbook(path)
    sheet = book["ข้อบกพร่อง"]
    heads = [cell.value for cell in sheet[1]]
    row = {
        name: heads.index(name) + 1
        for name in ("ผลการพิจารณา", "เหตุผล/หมายเหตุ", "วันที่พิจารณา", "ผู้พิจารณา")
    }
    sheet.cell(2, row["ผลการพิจารณา"], "ไม่ใช่ข้อบกพร่อง")
    sheet.cell(2, row["เหตุผล/หมายเหตุ"], "ภาพถ่ายปีก่อน")
    sheet.cell(2, row["วันที่พิจารณา"], "28/11/2569")
    sheet.cell(2, row["ผู้พิจารณา"], "สมชาย")
    sheet.insert_rows(2, 3)
    book.save(path)
    (made,) = read(path)
    assert (made.sha256, made.code, made.kind, made.reason, made.date, made.by) == (
        SHA,
        "YEA005",
        "dismissed",
        "ภาพถ่ายปีก่อน",
        "2569-11-28",
        "สมชาย",
    )
    first = load(path).told(BATCH.reports[0])
    assert [one.code for one in first.findings] == ["ORG001"]


@pytest.mark.parametrize("key", ["5", "null", "[" * 5000, '["a", "b"]', "{}", "9" * 5000, "x"])
def test_a_row_whose_key_was_changed_is_told_and_no_error_of_the_program(
    tmp_path: Path, key: str
) -> None:
    path = tmp_path / "gaps.xlsx"
    path.write_bytes(b"".join(xlsx.render(BATCH)))
    book = openpyxl.load_workbook(path)
    sheet = book["ข้อบกพร่อง"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("ผลการพิจารณา") + 1, "ยืนยัน")
    sheet.cell(2, heads.index(KEY) + 1, key)
    book.save(path)
    with pytest.raises(UsageError) as told:
        read(path)
    assert "!2" in str(told.value.where)


def test_agreement_is_a_share_and_kappa(tmp_path: Path) -> None:
    rows = [
        *read(export(tmp_path / "1.json", "dismissed", "ก")),
        *read(export(tmp_path / "2.json", "confirmed", "ก", subject="x")),
        *read(export(tmp_path / "3.json", "dismissed", "ข")),
        *read(export(tmp_path / "4.json", "dismissed", "ข", subject="x")),
    ]
    (pair,) = agreements(rows)
    assert (pair.both, pair.alike, pair.share, pair.kappa) == (2, 1, 0.5, 0.0)


def test_the_command_merges_tells_how_far_people_agree_and_ends_with_1_where_they_do_not(
    tmp_path: Path,
) -> None:
    a, b = (
        export(tmp_path / "a.json", "dismissed", "ก"),
        export(tmp_path / "b.json", "confirmed", "ข"),
    )
    done = CliRunner().invoke(main, ["decisions", str(a), str(b)])
    assert done.exit_code == 1
    assert "ก กับ ข: พิจารณาร่วมกัน 1 ข้อ ตรงกัน 0 (0%)" in done.output
    assert "    ข: ยืนยัน (ตรวจแล้ว)" in done.output
    merged = tmp_path / "merged.json"
    words = ["decisions", str(a), str(b), "--prefer", "ข", "-o", str(merged)]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert [one.kind for one in read(merged)] == ["confirmed"]
