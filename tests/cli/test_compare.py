"""Gap lists side by side, and many in a row."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from report.batches import BATCH, MADE, PACK, finding, report
from report.browser import needs_chromium
from report.pages import find, settled, severe, texts

from ita_checker.cli.group import main
from ita_checker.errors import UsageError
from ita_checker.model import Batch, Report, Result, Status, Verdict
from ita_checker.report.compared.difference import Difference, Why, compare
from ita_checker.report.compared.matching import matched
from ita_checker.report.compared.runs import read
from ita_checker.report.compared.trend import trend
from ita_checker.report.formats import json as as_json
from ita_checker.report.formats.html import compared

YEAR, NAME, BLANK = (
    finding("YEA005", "ประกาศ"),
    finding("ORG001", "ดงดอย"),
    finding("TXT001", "...."),
)


def written(path: Path, *reports: Report, **more: Any) -> Path:
    batch = Batch(reports, (), "1", **more)
    path.write_text("".join(as_json.render(batch)), encoding="utf-8")
    return path


def difference(home: Path, old: list[Report], new: list[Report]) -> Difference:
    lists = written(home / "old.json", *old), written(home / "new.json", *new)
    return compare(*map(read, lists))


def test_new_gone_and_unchanged_findings_are_told_apart_whatever_page_they_stand_on(
    tmp_path: Path,
) -> None:
    asked = tuple(Result(one.rule, Verdict.GAP) for one in (YEAR, NAME, BLANK))
    again = finding("YEA005", "ประกาศ", spans=())
    told = difference(
        tmp_path,
        [
            report("a.pdf", YEAR, NAME, YEAR, sha256="1", results=asked),
            report("b.pdf", organisation="ข"),
        ],
        [
            report("a.pdf", again, BLANK, sha256="2", results=asked),
            report("c.pdf", organisation="ค"),
        ],
    )
    assert [(line.code, line.why) for line in told.new] == [("TXT001", Why.FOUND)]
    gone = [(line.code, line.pages, line.why) for line in told.gone]
    assert gone == [("ORG001", (2,), Why.MENDED), ("YEA005", (2,), Why.MENDED)]
    assert [(line.code, line.pages) for line in told.unchanged] == [("YEA005", ())]
    assert (told.files_new, told.files_gone) == (("c.pdf",), ("b.pdf",))


def pairs(home: Path, old: list[Report], new: list[Report]) -> list[tuple[str | None, str | None]]:
    lists = written(home / "old.json", *old), written(home / "new.json", *new)
    before, now = map(read, lists)
    return [
        (one.path if one else None, other.path if other else None)
        for one, other in matched(before.reports, now.reports)
    ]


def test_reports_are_matched_by_content_before_place(tmp_path: Path) -> None:
    told = pairs(
        tmp_path,
        [report("2563/x.pdf", sha256="1"), report("2563/y.pdf", sha256="2")],
        [report("2563/x.pdf", sha256="2"), report("2563/y.pdf", sha256="1")],
    )
    assert told == [("2563/y.pdf", "2563/x.pdf"), ("2563/x.pdf", "2563/y.pdf")]


def test_a_folder_scanned_from_elsewhere_and_an_office_s_new_file_are_the_same_reports(
    tmp_path: Path,
) -> None:
    told = pairs(
        tmp_path,
        [
            report("2563/dong/O43.pdf", sha256="1", organisation=None),
            report("old.pdf", sha256="2", organisation="เทศบาลตำบลก", district="ข"),
            report("none.pdf", sha256="3", organisation="เทศบาลตำบลก", district="ค"),
        ],
        [
            report("dong/O43.pdf", sha256="9", organisation=None),
            report("new.pdf", sha256="8", organisation="เทศบาลตำบลก", district="ข"),
        ],
    )
    assert told == [
        ("2563/dong/O43.pdf", "dong/O43.pdf"),
        ("old.pdf", "new.pdf"),
        ("none.pdf", None),
    ]


def test_two_offices_of_one_kind_are_not_taken_for_each_other_where_it_cannot_be_told(
    tmp_path: Path,
) -> None:
    old = [report("1/O43.pdf", sha256="1"), report("2/O43.pdf", sha256="2")]
    new = [report("3/O43.pdf", sha256="3"), report("4/O43.pdf", sha256="4")]
    assert pairs(tmp_path, old, new) == [
        (None, "3/O43.pdf"),
        (None, "4/O43.pdf"),
        ("1/O43.pdf", None),
        ("2/O43.pdf", None),
    ]


def test_the_same_content_scanned_from_another_folder_is_unchanged(tmp_path: Path) -> None:
    told = difference(
        tmp_path,
        [report("2563/dong/a.pdf", YEAR, sha256="1")],
        [report("dong/a.pdf", YEAR, sha256="1")],
    )
    assert (len(told.new), len(told.gone), len(told.unchanged)) == (0, 0, 1)
    assert told.files_moved == (("2563/dong/a.pdf", "dong/a.pdf"),)
    assert told.unchanged[0].was == "2563/dong/a.pdf"


def unknown(rule: str) -> tuple[Result, ...]:
    return (Result(rule, Verdict.UNKNOWN),)


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ({"pages": None, "status": Status.UNREADABLE, "results": ()}, Why.NOT_READ),
        ({"results": unknown(YEAR.rule), "status": Status.UNKNOWN}, Why.NOT_READ),
        ({"results": (Result("other", Verdict.MET),)}, Why.NOT_ASKED),
        ({"results": (Result("other", Verdict.MET),), "sha256": "1"}, Why.NOT_ASKED),
        ({"results": (Result(YEAR.rule, Verdict.MET),)}, Why.MENDED),
        ({"results": (Result(YEAR.rule, Verdict.MET),), "sha256": "1"}, Why.JUDGED),
        ({"dismissed": (replace(YEAR, decision=MADE),)}, Why.DISMISSED),
    ],
)
def test_what_was_not_looked_at_is_never_gone_for_a_good_reason(
    tmp_path: Path, new: dict[str, Any], why: Why
) -> None:
    after = report("a.pdf", **{"sha256": "2", **new})
    told = difference(tmp_path, [report("a.pdf", YEAR, sha256="1")], [after])
    assert [line.why for line in told.gone] == [why]
    back = difference(tmp_path, [after], [report("a.pdf", YEAR, sha256="1")])
    mirror = {
        Why.NOT_READ: Why.WAS_NOT_READ,
        Why.NOT_ASKED: Why.WAS_NOT_ASKED,
        Why.MENDED: Why.FOUND,
        Why.DISMISSED: Why.WAS_DISMISSED,
        Why.JUDGED: Why.JUDGED,
    }
    assert [line.why for line in back.new] == [mirror[why]]


def test_what_shows_only_beside_other_files_may_go_with_them(tmp_path: Path) -> None:
    copied, rule = finding("SET003", "x", rule="across"), (Result("r", Verdict.MET),)
    told = difference(
        tmp_path,
        [report("a.pdf", copied, sha256="1", results=rule)],
        [report("a.pdf", sha256="1", results=rule)],
    )
    assert [line.why for line in told.gone] == [Why.BESIDE]


def test_a_finding_is_known_by_its_quote_where_its_rule_was_renamed(tmp_path: Path) -> None:
    renamed = replace(YEAR, rule="nacc-2565.YEA005", subject="อื่น")
    told = difference(
        tmp_path, [report("a.pdf", YEAR, sha256="1")], [report("a.pdf", renamed, sha256="2")]
    )
    assert (told.new, told.gone, len(told.unchanged)) == ((), (), 1)


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
            "− 2564/dong/O43.pdf: YEA005 พบ ประกาศเจตจำนง โปรดตรวจสอบ [หน้า 2] (ไม่มีไฟล์แล้ว)",
            "− 2564/dong/O43.pdf: ORG001 พบ ดงดอย โปรดตรวจสอบ [หน้า 2] (ไม่มีไฟล์แล้ว)",
            "! ไฟล์ที่ไม่มีแล้ว: 2564/dong/O43.pdf",
            "พบใหม่ 0 · ไม่พบแล้ว 2 · คงเดิม 1",
        ],
    )


def test_many_scans_are_a_trend_and_json_holds_every_count(tmp_path: Path) -> None:
    lists = [
        written(tmp_path / "1.json", report("a.pdf", YEAR, NAME, sha256="1")),
        written(tmp_path / "2.json", report("a.pdf", YEAR, sha256="2")),
        written(tmp_path / "3.json", report("a.pdf", YEAR, BLANK, sha256="3")),
    ]
    told = trend([read(path) for path in lists])
    assert [(point.zero, point.new, point.gone) for point in told.points] == [
        (2, 0, 0),
        (1, 0, 1),
        (2, 1, 0),
    ]
    assert [course.counts for course in told.courses] == [((2, 0, 0), (1, 0, 0), (2, 0, 0))]
    out = tmp_path / "trend.json"
    done = CliRunner().invoke(main, ["compare", *map(str, lists), "-o", str(out)])
    assert done.exit_code == 1
    assert done.output.splitlines()[0].startswith("1.json: 1 รายงาน อาจได้ 0 คะแนน 2")
    data = json.loads(out.read_text(encoding="utf-8"))
    assert [run["zero"] for run in data["runs"]] == [2, 1, 2]
    assert [line["code"] for line in data["new"]] == ["TXT001"]


def test_one_file_or_a_strange_suffix_is_misuse(tmp_path: Path) -> None:
    path = str(written(tmp_path / "a.json", *BATCH.reports))
    assert CliRunner().invoke(main, ["compare", path]).exit_code == 2
    assert CliRunner().invoke(main, ["compare", path, path, "-o", "x.docx"]).exit_code == 2


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "{}",
        '{"reports": 3}',
        '{"schema": 2, "reports": []}',
        '{"schema": 1, "reports": [{"path": 1}]}',
        '{"schema": 1, "reports": [{"path": "a", "findings": [], "dismissed": [3]}]}',
    ],
)
def test_a_file_that_is_no_gap_list_is_misuse(tmp_path: Path, content: Any) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError):
        read(path)
    assert CliRunner().invoke(main, ["compare", str(path), str(path)]).exit_code == 2


@needs_chromium
def test_the_page_of_a_comparison_shows_each_step_why_and_whose(
    driver: Any, tmp_path: Path
) -> None:
    hostile = finding("TXT001", "<img src=x onerror=window.ran=1>")
    lists = [
        written(tmp_path / "1.json", report("a.pdf", YEAR, NAME, sha256="1"), title="มกราคม"),
        written(tmp_path / "2.json", report("a.pdf", YEAR, sha256="2"), title="กุมภาพันธ์"),
        written(
            tmp_path / "3.json",
            report("a.pdf", pages=None, status=Status.UNREADABLE, sha256="3"),
            report("b.pdf", hostile, sha256="4", organisation="<b>อบต.</b>"),
            title="มีนาคม",
        ),
    ]
    page = tmp_path / "compared.html"
    assert CliRunner().invoke(main, ["compare", *map(str, lists), "-o", str(page)]).exit_code == 1
    driver.get(page.as_uri())
    assert find(driver, "#about").text == "กุมภาพันธ์ → มีนาคม"
    assert texts(driver, ".column b") == ["2", "1", "1"]
    assert [row.split()[-2:] for row in texts(driver, "#trend-table tbody tr")[1:]] == [
        ["+0", "−1"],
        ["+1", "−1"],
    ]
    find(driver, "nav [data-view=new]").click()
    settled(driver)
    assert texts(driver, "#table tbody td:nth-child(1)") == ["<b>อบต.</b>"]
    assert "1 ข้อไม่พบเพราะครั้งนี้ยังไม่ได้ตรวจ" in find(driver, "#not-gone").text
    find(driver, "nav [data-view=gone]").click()
    settled(driver)
    assert texts(driver, "#table .why") == ["ครั้งนี้ยังไม่ได้ตรวจ (อ่านหรือตัดสินไม่ได้)"]
    driver.execute_script(
        "const s = document.getElementById('step'); s.value = '0';"
        "s.dispatchEvent(new Event('change'))"
    )
    settled(driver)
    assert texts(driver, "#table td:nth-child(3)") == ["ORG001"]
    driver.refresh()
    settled(driver)
    assert texts(driver, "#table td:nth-child(3)") == ["ORG001"]
    find(driver, "nav [data-view=courses]").click()
    settled(driver)
    assert "เทศบาลตำบลป่ากล้วยหอม" in texts(driver, "#course-table tbody tr")[1]
    assert driver.execute_script("return window.ran || null") is None
    assert severe(driver) == []


def test_the_page_is_the_same_every_time_and_names_no_address(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", *BATCH.reports)
    told = trend([read(path)] * 2)
    for lang in ("th", "en"):
        first, second = ("".join(compared.render(told, lang)) for _ in range(2))
        assert first == second
        assert "http://" not in first
    assert PACK.name  # a batch without packs compares too
