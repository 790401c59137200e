"""Names that come again under a second count of headings: the first is the plan, the second tells what
came of it.
"""

import pytest
from building import case

from ita_checker.checks.measure_results import Params, check
from ita_checker.checks.rounds import Params as RoundParams
from ita_checker.checks.rounds import check as rounds
from ita_checker.facts.measures import plan, results

NAMES = ("ตู้ถามตอบข้างตลาด", "ตรวจรับงานต้องมีภาพ", "แบ่งน้ำช่วงแล้งตามตาราง")
OTHER = "คลังหนังสือเก่าให้เด็กยืม"
PLANNED = "กองช่างจัดทำตารางร่วมกับผู้ใหญ่บ้าน และเก็บไว้ให้ประชาชนดู"
TOLD = "รอบ 6 เดือน มีผู้มาขอดู 9 ราย ตอบครบทุกราย"
LATER = "รอบ 12 เดือน มีผู้มาขอดู 13 ราย ลดลงจากเดิม 2 ราย"
COUNTS = [
    ("ก.", "ข.", "ค.", "ง."),
    ("1.1", "1.2", "1.3", "1.4"),
    ("เรื่อง A", "เรื่อง B", "เรื่อง C", "เรื่อง D"),
    ("งานที่ 1", "งานที่ 2", "งานที่ 3", "งานที่ 4"),
]


def written(counts: tuple[str, ...], more: str = OTHER, last: str = "", told: str = TOLD) -> str:
    first = "".join(
        f"**{count} {name}**\n{PLANNED}\n" for count, name in zip(counts, NAMES, strict=False)
    )
    both = [LATER, LATER, last]
    second = "".join(
        f"**{count} {name}**\n{told}\n{then}\n" if then else f"**{count} {name}**\n{told}\n"
        for count, name, then in zip(counts, NAMES, both, strict=False)
    )
    beside = f"**{counts[3]} {more}**\n{LATER}\n" if more else ""
    return (
        "# สิ่งที่ตกลงกันไว้ว่าจะทำ\n"
        f"{first}ให้ทุกเรื่องรายงานปลัด รอบ 6 เดือน หนึ่งครั้ง และรอบ 12 เดือน อีกหนึ่งครั้ง\n"
        f"# สิ่งที่ได้ทำ\n{second}{beside}ผู้ปฏิบัติงานได้เรียนรู้ร่วมกันและจะนำไปปรับใช้ในปีต่อไป\n# ผู้จัดทำ\nวันที่ 3 พฤศจิกายน 2568\n"
    )


@pytest.mark.parametrize("counts", COUNTS)
def test_headings_counted_and_named_twice_are_plan_and_results(counts: tuple[str, ...]) -> None:
    made = case(written(counts))
    assert [one.called for one in plan(made.facts)] == list(NAMES)
    assert [one.called for one in results(made.facts)] == [*NAMES, OTHER]
    assert [(one.code, one.subject) for one in check(made, Params()).findings] == [
        ("MEA003", OTHER)
    ]


PARTS = ["ส่วนที่ 1 สิ่งที่กำหนดไว้", "ส่วนที่ 1 มาตรการที่กำหนดไว้", "บทที่ 1 เรื่องที่ตกลงกัน"]


@pytest.mark.parametrize("heading", PARTS)
def test_names_that_a_table_tells_of_again_are_the_plan_above_it(heading: str) -> None:
    made = case(
        "# รายงานผลการดำเนินการตามมาตรการ\n---page---\n"
        f"# {heading}\n"
        "ข้อ 1 มาตรการพัฒนาระบบพิจารณาความชอบ ให้กอง\nการเจ้าหน้าที่จัดทำเกณฑ์และเปิดให้ทักท้วง\n"
        "ข้อ 2 มาตรการกำกับการเบิกจ่ายน้ำมันรถ ให้\nกองช่างจัดทำสมุดประจำรถและตรวจสอบทุกสัปดาห์\n"
        "# ส่วนที่ 2 ผลการดำเนินการ\n"
        "ข้อ/มาตรการ | กิจกรรมที่ได้ทำ | ผลที่ได้รับ\n"
        "ข้อ 1 มาตรการพัฒนาระบบพิจารณาความชอบ | จัดทำเกณฑ์ร่วมกับพนักงาน | มีผู้ทักท้วง 3 ราย\n"
        "ข้อ 2 มาตรการกำกับการเบิกจ่ายน้ำมันรถ | จัดทำสมุด 22 คัน | ค่าน้ำมันลดลง 94,200 บาท\n"
    )
    assert len(plan(made.facts)) == 2
    assert [one.table for one in results(made.facts)] == [True, True]


def test_one_of_which_a_round_is_not_told_misses_it() -> None:
    made = case(written(COUNTS[0], more=""), fiscal_year=2568)
    assert [(one.code, one.subject) for one in rounds(made, RoundParams()).findings] == [
        ("RND003", NAMES[2])
    ]
    whole = case(written(COUNTS[0], more="", last=LATER), fiscal_year=2568)
    assert not rounds(whole, RoundParams()).findings


def test_headings_that_come_again_over_nothing_done_are_no_plan_and_results() -> None:
    assert not plan(case(written(COUNTS[0], more="", told=PLANNED).replace(LATER, PLANNED)).facts)


def test_indicators_analysed_and_then_told_of_are_no_measures() -> None:
    text = written(COUNTS[0], more="")
    others = ("การใช้อำนาจ", "การใช้งบประมาณ", "คุณภาพการดำเนินงาน")
    for one, name in zip(NAMES, others, strict=True):
        text = text.replace(one, name)
    assert not plan(case(text).facts)
