"""A report of results that only lists its measures in a sentence tells by that what was planned."""

import pytest
from building import case

from ita_checker.checks.measure_fields import Params as FieldParams
from ita_checker.checks.measure_fields import check as fields
from ita_checker.checks.measure_results import Params, check
from ita_checker.facts.measures import plan, results
from ita_checker.facts.tables import said
from ita_checker.model import Case

LIST = (
    "รายงานนี้เล่าถึงสิ่งที่ทำตามประกาศ ซึ่งกำหนดมาตรการไว้สี่มาตรการ คือ (1) มาตรการจัดซื้อจัดจ้างโปร่งใส"
    " (2) มาตรการป้องกันการรับสินบน (3) มาตรการควบคุมการใช้รถยนต์ และ (4) มาตรการมีส่วนร่วมของประชาชน"
    " มาตรการทั้งสี่ได้จากการวิเคราะห์ผลการประเมิน\n"
)
NO_RESULT = "มาตรการควบคุมการใช้รถยนต์"
PROSE = """
# การจัดซื้อจัดจ้าง
มาตรการจัดซื้อจัดจ้างโปร่งใส กองคลังได้เผยแพร่แผนแล้ว 126 รายการ เมื่อวันที่ 28 ตุลาคม 2565
# การป้องกันสินบน
มาตรการป้องกันการรับสินบน กองกฎหมายได้อบรมบุคลากรแล้ว 412 คน เมื่อวันที่ 4 มกราคม 2566
{}
# การมีส่วนร่วม
มาตรการมีส่วนร่วมของประชาชน ได้จัดเวทีแล้ว 2 ครั้ง มีผู้เข้าร่วม 890 คน เมื่อวันที่ 13 กรกฎาคม 2566
# บทสรุป
ข้อที่ควรปรับคือช่วงเวลาจัดเวที
"""
TABLE = """
มาตรการ | สิ่งที่ดำเนินการ | ผลการดำเนินการ
มาตรการจัดซื้อจัดจ้างโปร่งใส | เผยแพร่แผน | เผยแพร่ 126 รายการ
มาตรการป้องกันการรับสินบน | อบรมบุคลากร | อบรม 412 คน
มาตรการมีส่วนร่วมของประชาชน | จัดเวที | ผู้เข้าร่วม 890 คน
"""


def missed(made: Case) -> list[tuple[str | None, bool]]:
    return [(one.subject, bool(one.perhaps)) for one in check(made, Params()).findings]


@pytest.mark.parametrize("told", [PROSE.format(""), TABLE])
def test_a_listed_measure_of_which_nothing_is_told_has_no_result(told: str) -> None:
    made = case(LIST + "\n" + told)
    assert len(plan(made.facts)) == 4
    assert missed(made) == [(NO_RESULT, False)]
    assert not fields(made, FieldParams()).findings


def test_what_is_done_under_a_heading_of_other_words_may_be_its_result() -> None:
    other = "# ยานพาหนะ\nกองกลางได้ติดป้ายเลขไมล์แล้ว 14 คัน เมื่อวันที่ 2 มีนาคม 2566"
    assert missed(case(LIST + PROSE.format(other))) == [(NO_RESULT, True)]


def test_the_last_result_ends_at_a_heading_where_each_has_one() -> None:
    last = results(case(LIST + PROSE.format("")).facts)[-1]
    assert "ข้อที่ควรปรับ" not in said(case(LIST + PROSE.format("")).facts, last.fields["result"])


def test_a_list_of_which_little_is_told_sets_no_measures() -> None:
    assert plan(case(LIST + PROSE.split("# การป้องกัน")[0]).facts) == ()
