"""One office handed over: its folder holds its page, sheet and letter, and nothing of others."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
from report.batches import PACK, finding, report
from report.browser import needs_chromium
from report.pages import find, severe, texts, view

from ita_checker.model import Batch, Decision
from ita_checker.report.beside import handover

OURS, THEIRS = "เทศบาลตำบลก", "เทศบาลตำบลข"


def made(kind: str) -> Decision:
    return Decision("aa" * 32, "r", "YEA005", "ก", kind, "เหตุผลภายใน", "2569-11-01", by="สมชาย")


def batch() -> Batch:
    return Batch(
        (
            report("ก/a.pdf", finding("YEA005", "ก1", decision=made("confirmed")), finding("TXT001",
            "ก2"),
                   sha256="aa" * 32, organisation=OURS,
                   dismissed=(finding("ORG001", "ลับ", decision=made("dismissed")),)),
            report("ข/b.pdf", finding("YEA005", "ข1", decision=made("explain")), sha256="bb" * 32,
                   organisation=THEIRS),
            report("ค/c.pdf", finding("YEA005", "ค1"), sha256="cc" * 32,
            organisation="เทศบาลตำบลค"),
        ),
        (PACK,), "1", base="/home/daeng",
    )  # fmt: skip


def test_each_office_has_its_own_folder_of_what_was_decided_and_nothing_else(
    tmp_path: Path,
) -> None:
    assert list(handover.write(batch(), tmp_path, None)) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [OURS, THEIRS]
    home = tmp_path / OURS
    page = (home / handover.PAGE["th"]).read_text(encoding="utf-8")
    book = openpyxl.load_workbook(home / handover.SHEET["th"])
    letter = docx.Document(str(next(home.glob("*.docx"))))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    row = [cell.text for cell in letter.tables[-1].rows[1].cells]
    assert len(letter.tables[-1].rows) == 2 and "ก๑" in " ".join(row)
    for told in (page, " ".join(cells)):
        assert "ก1" in told
        for secret in ("ก2", "ลับ", "เหตุผลภายใน", "สมชาย", "ข1", THEIRS, "daeng"):
            assert secret not in told, secret
    with zipfile.ZipFile(home / handover.SHEET["th"]) as parts:
        links = [name for name in parts.namelist() if "worksheets/_rels" in name]
        assert not any(b"a.pdf" in parts.read(name) for name in links)


def test_what_nobody_decided_is_handed_over_only_when_asked_or_with_a_warning(
    tmp_path: Path,
) -> None:
    list(handover.write(batch(), tmp_path / "all", None, only="all"))
    blocks = re.findall(
        r'id="report-0">(.*?)</script>', (tmp_path / "all" / OURS / handover.PAGE["th"]).read_text()
    )
    assert [one["s"] for one in json.loads(blocks[0])["f"]] == ["ก1", "ก2"]
    nobody = replace(batch(), reports=batch().reports[2:])
    (warned,) = handover.write(nobody, tmp_path / "none", None)
    assert "ยังไม่ได้พิจารณา" in str(warned)
    assert (tmp_path / "none" / "เทศบาลตำบลค").is_dir()


@needs_chromium
def test_the_page_handed_over_is_read_and_decides_nothing(driver: Any, tmp_path: Path) -> None:
    list(handover.write(batch(), tmp_path, None))
    driver.get((tmp_path / OURS / handover.PAGE["th"]).as_uri())
    assert find(driver, "h1").text == f"ประเด็นที่ขอให้ตรวจสอบ: {OURS}"
    view(driver, "findings")
    assert [line.split()[0] for line in texts(driver, ".entry .line")] == ["YEA005"]
    assert not find(driver, "#decide").is_displayed()
    assert severe(driver) == []
