"""DOC006: another kind of report, or a number that disagrees with the title."""

import pytest
from building import case

from ita_checker.checks.report_kind import Params, check
from ita_checker.facts.items.held import held
from ita_checker.model import Case, Item, Pack, Verdict

O42 = Item("O42", "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "measures", must=True)
O43 = Item(
    "O43", "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "results", must=True
)
PACK = Pack("nacc-2564", "nacc", 2564, (O42, O43), (), "")
MEASURES = "# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n# ประจำปีงบประมาณ พ.ศ. 2564\n-> เทศบาลตำบลบ้านใหม่"
RESULTS = (
    "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n-> เทศบาลตำบลบ้านใหม่"
)
OTHER = "# รายงานการประชุมสภาเทศบาลสมัยสามัญ\n-> เทศบาลตำบลบ้านใหม่"
BOTH = (
    RESULTS
    + """
---page---
มาตรการ | ขั้นตอน/วิธีการปฏิบัติ | ผู้รับผิดชอบ | การกำกับติดตาม
มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | สำนักปลัด | รายงานผลรอบ 6 เดือน
"""
)


def judged(
    text: str, *submitted: str, pack: Pack | None = PACK
) -> tuple[Verdict, list[tuple[str | None, str | None, bool]]]:
    first = case(text, submitted=submitted, fiscal_year=2564)
    items = held(first.facts, pack) if pack else ()
    answer = check(Case(first.facts, pack, 2564, "nacc", items), Params())
    return answer.verdict, [(one.found, one.expected, one.absent) for one in answer.findings]


@pytest.mark.parametrize(
    "number", ["O43", "043", "๐๔๓", "OIT 43", "o43", "O42 O43", "O42-O43", "OIT 42/43", ""]
)
def test_a_results_report_of_its_own_number_is_met(number: str) -> None:
    assert judged(f"-> {number}\n{RESULTS}" if number else RESULTS, "O43") == (Verdict.MET, [])


@pytest.mark.parametrize("number", ["O42", "042", "๐๔๒", "OIT42"])
def test_a_number_that_disagrees_with_the_title(number: str) -> None:
    assert judged(f"-> {number}\n{RESULTS}", "O43") == (Verdict.GAP, [("O42", "O43", False)])


def test_a_report_with_measures_and_results_may_be_handed_in_for_either() -> None:
    assert [judged(BOTH, code) for code in ("O42", "O43")] == [(Verdict.MET, [])] * 2


def test_swapped_files_and_other_reports_are_told() -> None:
    wanted = "O43 การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    assert judged(MEASURES, "O43") == (
        Verdict.GAP,
        [("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", wanted, False)],
    )
    assert judged(OTHER, "O43") == (
        Verdict.GAP,
        [("รายงานการประชุมสภาเทศบาลสมัยสามัญ", wanted, False)],
    )


def test_a_report_of_a_year_without_rules_is_said_and_unknown_not_called_another_kind() -> None:
    verdict, findings = judged(RESULTS, "O43", pack=None)
    assert (verdict, [found for found, _, _ in findings], judged(OTHER, pack=None)[0]) == (
        Verdict.UNKNOWN,
        ["2564"],
        Verdict.GAP,
    )


def test_a_file_of_which_nothing_was_read_is_unknown() -> None:
    assert judged("(unread)", "O43") == (Verdict.UNKNOWN, [])
