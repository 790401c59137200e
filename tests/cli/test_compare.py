"""Two gap lists side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from report.batches import BATCH, finding, report

from ita_checker.cli.gap_lists import compare
from ita_checker.cli.group import main
from ita_checker.errors import UsageError
from ita_checker.model import Batch, Report
from ita_checker.report.formats import json as as_json


def written(path: Path, *reports: Report) -> Path:
    path.write_text("".join(as_json.render(Batch(reports, (), "1"))), encoding="utf-8")
    return path


def test_new_gone_and_unchanged_findings_are_told_apart_whatever_page_they_stand_on(
    tmp_path: Path,
) -> None:
    kept, was, now = (
        finding("YEA005", "ประกาศ"),
        finding("ORG001", "ดงดอย"),
        finding("TXT001", "...."),
    )
    old = written(tmp_path / "old.json", report("a.pdf", kept, was, kept), report("b.pdf"))
    new = written(
        tmp_path / "new.json",
        report("a.pdf", finding("YEA005", "ประกาศ", spans=()), now),
        report("c.pdf"),
    )
    told = compare(old, new)
    assert [line.code for line in told.new] == ["TXT001"]
    assert [(line.code, line.pages) for line in told.gone] == [("ORG001", (2,)), ("YEA005", (2,))]
    assert [(line.code, line.pages) for line in told.unchanged] == [("YEA005", ())]
    assert (told.files_new, told.files_gone) == (("c.pdf",), ("b.pdf",))


def test_the_command_ends_with_0_when_nothing_changed_else_with_1_and_says_what(
    tmp_path: Path,
) -> None:
    old = written(tmp_path / "old.json", *BATCH.reports)
    new = written(tmp_path / "new.json", *BATCH.reports[1:])
    same = CliRunner().invoke(main, ["compare", str(old), str(old), "--lang", "en"])
    assert (same.exit_code, same.output) == (0, "New 0 · Gone 0 · Unchanged 3\n")
    other = CliRunner().invoke(main, ["compare", str(old), str(new)])
    assert (other.exit_code, other.output.splitlines()) == (
        1,
        [
            "− 2564/dong/O43.pdf: YEA005 พบ ประกาศเจตจำนง โปรดตรวจสอบ [หน้า 2]",
            "− 2564/dong/O43.pdf: ORG001 พบ ดงดอย โปรดตรวจสอบ [หน้า 2]",
            "! ไฟล์ที่ไม่มีแล้ว: 2564/dong/O43.pdf",
            "พบใหม่ 0 · หายไป 2 · คงเดิม 1",
        ],
    )


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "{}",
        '{"reports": 3}',
        '{"schema": 2, "reports": []}',
        '{"schema": 1, "reports": [{"path": 1}]}',
    ],
)
def test_a_file_that_is_no_gap_list_is_misuse(tmp_path: Path, content: Any) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError):
        compare(path, path)
    assert CliRunner().invoke(main, ["compare", str(path), str(path)]).exit_code == 2
