"""Measures of which each has an item of a list alone, parted by one mark; sentences that only
speak of a measure set none.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.measures import pairs, plan, results
from ita_checker.facts.tables import said
from ita_checker.model import Facts

LIST = """
# แผนที่วางไว้
{one} เปิดเผยการใช้จ่ายเงินทุกเดือน {mark} กองคลัง รับผิดชอบ {mark} รายงานรอบ 6 เดือน และรอบ 12 เดือน
{two} ประชาคมทบทวนงานบริการ {mark} กองสวัสดิการสังคม รับผิดชอบ {mark} รายงานรอบ 6 เดือน และรอบ 12 เดือน
{three} ยื่นคำขอออนไลน์ {mark} สำนักปลัด รับผิดชอบ {mark} รายงานรอบ 6 เดือน และรอบ 12 เดือน
"""
DONE = """
มาตรการ | ทำอะไร เมื่อใด | ผลที่เกิด
ก เปิดเผยการใช้จ่ายเงินทุกเดือน | ติดงบรายเดือน 6 ฉบับ | ชาวบ้านสอบถามลดลง
ข ประชาคมทบทวนงานบริการ | จัดประชาคม 3 หมู่บ้าน | ปรับเวลาเก็บขยะ
ค ยื่นคำขอออนไลน์ | เปิดระบบแล้ว | ใช้เวลาเฉลี่ย 2 วัน
"""
ITEMS = [
    ("• มาตรการ ก", "• มาตรการ ข", "• มาตรการ ค"),
    ("- ", "- ", "- "),
    ("1)", "2)", "3)"),
    ("เรื่องที่ 1", "เรื่องที่ 2", "เรื่องที่ 3"),
]


def fields(facts: Facts) -> list[list[str]]:
    return [sorted(one.fields) for one in plan(facts)]


@pytest.mark.parametrize("mark", ["/", ";", "–", "·"])
@pytest.mark.parametrize(("one", "two", "three"), ITEMS)
def test_items_parted_alike_are_measures_with_who_and_how_they_are_watched(
    one: str, two: str, three: str, mark: str
) -> None:
    facts = case(LIST.format(one=one, two=two, three=three, mark=mark) + DONE).facts
    assert fields(facts) == [["monitoring", "responsible"]] * 3
    assert said(facts, plan(facts)[1].fields["responsible"]) == "กองสวัสดิการสังคมรับผิดชอบ"
    assert all(pair.plan and len(pair.results) == 1 for pair in pairs(facts))


def test_items_that_say_who_but_not_how_they_are_watched_are_no_plan() -> None:
    text = "# ผู้เกี่ยวข้อง\n- ประชุมชี้แจง / กองคลัง รับผิดชอบ / ห้องประชุมใหญ่\n" * 2
    assert plan(case(text).facts) == ()


def test_a_sentence_that_speaks_of_the_second_measure_alone_sets_none() -> None:
    told = (
        "# ข้อเท็จจริง\n1. ดำเนินการครบทุกมาตรการแล้ว\n"
        "2. มาตรการที่ 2 เดิมวางแผนจัดเวทีใหญ่เดือนมีนาคม แต่เนื่องจากมีการแพร่ระบาดของโรคติดเชื้อ"
        "ไวรัสโคโรนา 2019 ในพื้นที่\nจึงเปลี่ยนเป็นเวทีย่อยระดับชุมชนซึ่งจัดเสร็จก่อนแล้ว\n"
    )
    facts = case(told + DONE).facts
    assert (plan(facts), len(results(facts))) == ((), 3)


def test_a_bare_number_below_a_full_line_goes_on_with_its_item() -> None:
    names = ("เปิดเผยการใช้จ่ายเงินทุกเดือนบนเว็บไซต์", "ประชาคมทบทวนงานบริการของทุกหมู่บ้าน")
    lines = (
        f"- {name} / กองคลัง รับผิดชอบ / รายงานผลรอบ 6 เดือน และรายงานผลอีกครั้งในรอบ\n12 เดือน\n"
        for name in names
    )
    facts = case("# แผนที่วางไว้\n" + "".join(lines) + "หมดรายการ\n").facts
    watched = [said(facts, one.fields["monitoring"]) for one in plan(facts)]
    assert watched == ["รายงานผลรอบ6เดือนและรายงานผลอีกครั้งในรอบ12เดือน"] * 2
