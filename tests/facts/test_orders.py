"""An announcement that orders measures clause by clause: who is ordered, what, and who follows it up."""

import pytest
from building import case

from ita_checker.checks.measure_fields import Params, check
from ita_checker.facts.measures import plan

HEAD = (
    "จึงประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใสให้พนักงานถือปฏิบัติ ดังต่อไปนี้\n",
    "เห็นสมควรออกมาตรการให้ทุกกองนำไปปฏิบัติ คือ\n",
)
FIRST = "ให้กองคลังชี้แจงยอดคงเหลือต่อที่ประชุมพนักงาน โดยทำเป็นแผ่นสรุปแจกด้วย และให้ปลัดเทศบาลติดตามทุกเดือน"
SECOND = "ให้สำนักปลัดติดขั้นตอนการให้บริการไว้หน้าเคาน์เตอร์ จัดคิว ให้ปลัดเทศบาลสรุปผลเสนอนายกทุกสามเดือน"
THIRD = "ให้กองช่างเชิญผู้แทนหมู่บ้านร่วมลำดับการซ่อมถนน รวบรวมเป็นบัญชี แล้วปิดประกาศ"
FOR_ALL = "ให้ปลัดเทศบาลกำกับติดตามทุกมาตรการ และรายงานผลต่อนายกรอบ 6 เดือน"


def written(head: str, counts: tuple[str, ...], clauses: tuple[str, ...]) -> str:
    pairs = zip(counts, clauses, strict=False)
    return head + "".join(f"    {count} {clause}\n" for count, clause in pairs)


@pytest.mark.parametrize("head", HEAD)
@pytest.mark.parametrize(
    "counts", [("ข้อ ๑", "ข้อ ๒", "ข้อ ๓"), ("1.", "2.", "3."), ("(1)", "(2)", "(3)")]
)
def test_what_clauses_order_of_offices_are_measures(head: str, counts: tuple[str, ...]) -> None:
    made = case(written(head, counts, (FIRST, SECOND, THIRD)))
    assert [one.called[:20] for one in plan(made.facts)] == [
        clause.split(" ")[0][:20] for clause in (FIRST, SECOND, THIRD)
    ]
    (finding,) = check(made, Params()).findings
    assert finding.subject is not None
    assert finding.subject.startswith("ให้กองช่าง")
    assert finding.expected == "การกำกับติดตาม"


def test_a_clause_that_follows_up_all_of_them_is_no_measure_and_lacks_in_none() -> None:
    counts = ("ข้อ 1", "ข้อ 2", "ข้อ 3", "ข้อ 4")
    made = case(written(HEAD[0], counts, (FIRST, SECOND, THIRD, FOR_ALL)))
    assert len(plan(made.facts)) == 3
    assert not check(made, Params()).findings


def test_orders_that_nothing_calls_measures_are_none() -> None:
    made = case(written("ในการจัดงานประจำปี ให้ดำเนินการดังนี้\n", ("1.", "2."), (FIRST, SECOND)))
    assert not plan(made.facts)
