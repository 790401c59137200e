"""YEA005: a day after the year under a measure, before the day on which the report was made."""

import pytest
from building import case

from ita_checker.checks.action_dates import Params, check
from ita_checker.model import Item

ITEMS = (Item("O43", "ผล", "results"),)
TEXT = """
# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2564
-> องค์การบริหารส่วนตำบลหนองบัวทอง
---page---
1. มาตรการประชาสัมพันธ์งบประมาณ
ผลการดำเนินการ จัดเวทีพบประชาชน 7 ครั้ง ระหว่างวันที่ 6 ธันวาคม 2563 ถึงวันที่ 27 มิถุนายน 2564

แผ่นพับถึงมือชาวบ้านที่งานกาชาด {day} {more}
2. มาตรการป้องกันการรับสินบน
ผลการดำเนินการ ติดป้ายงดรับของขวัญเมื่อวันที่ 20 ธันวาคม 2563 ครบทุกกอง ไม่พบการรับของขวัญ

-> (นายสมชาย ใจดี)
-> นายกองค์การบริหารส่วนตำบลหนองบัวทอง
-> วันที่ {made}
"""
MORE = "มีผู้รับแผ่นพับ 420 คน และตอบแบบสอบถาม 311 คน"


def said(day: str, made: str, more: str = MORE) -> list[str | None]:
    found = check(
        case(TEXT.format(day=day, made=made, more=more), fiscal_year=2564, items=ITEMS), Params()
    ).findings
    return [one.found for one in found]


def test_a_day_after_the_year_amid_what_is_told_of_a_measure_is_told() -> None:
    assert said("วันที่ 9 ธันวาคม 2564", "15 มีนาคม 2565") == ["2564-12-09"]


@pytest.mark.parametrize(
    ("day", "made", "more"),
    [
        ("วันที่ 9 กันยายน 2564", "15 มีนาคม 2565", MORE),
        ("วันที่ 9 ธันวาคม 2564", "1 พฤศจิกายน 2564", MORE),
        ("และจะจัดอีกในวันที่ 9 ธันวาคม 2564", "15 มีนาคม 2565", MORE),
    ],
)
def test_a_day_in_the_year_after_the_report_or_still_to_come_is_not(
    day: str, made: str, more: str
) -> None:
    assert said(day, made, more) == []


def test_a_day_on_which_the_last_round_was_reported_is_of_the_report() -> None:
    day = "\nการกำกับติดตาม คณะกรรมการพิจารณารายงานรอบ 6 เดือน เมื่อวันที่ 22 เมษายน 2564 และรอบ 12 เดือน เมื่อวันที่ 29 ตุลาคม 2564"
    assert said(day, "3 พฤศจิกายน 2564") == []
    told = day.replace("พิจารณารายงาน", "ออกเยี่ยมบ้าน").replace(
        "รอบ 12 เดือน เมื่อวันที่", "แจกแผ่นพับ เมื่อวันที่"
    )
    assert said(told, "3 พฤศจิกายน 2564") == ["2564-10-29"]
