"""A heading among those of planned measures' results, numbered on from them, names a measure that
the plan does not have; what closes their section names none.
"""

import re

import pytest
from building import case

from ita_checker.checks.measure_results import Params, check
from ita_checker.facts.measures import pairs
from ita_checker.facts.tables import said

PLAN = """# รายงานผลการดำเนินการ
# บทที่ 2 แผนที่ตกลงไว้
มาตรการ | ลำดับงาน | สำนัก/กอง | ติดตามผล
มาตรการควบคุมการใช้รถยนต์ | ตรวจใบขอใช้รถ | สำนักคลัง | รายงานรอบ 12 เดือน
มาตรการตรวจสอบการใช้ดุลพินิจ | สอบทานคำขอ | กองช่าง | รายงานรอบ 12 เดือน

# บทที่ 3 ผลรอบ 12 เดือน
# {0}1{1} มาตรการควบคุมการใช้รถยนต์

ติดตั้งระบบติดตามรถ 61 คัน แล้วเสร็จเมื่อวันที่ 17 กุมภาพันธ์ 2568 ค่าน้ำมันลดลงร้อยละ 11

# {0}2{1} มาตรการตรวจสอบการใช้ดุลพินิจ

{4}

# {0}{2}

{3}
"""
REVIEWED = "กรรมการสอบทาน 45 คำขอแล้วเสร็จ เวลาเฉลี่ยลดลง 9 วัน"
SAVED = "รณรงค์ปิดไฟตั้งแต่เดือนมีนาคม 2568 ค่าไฟฟ้าลดลง 212,000 บาท"


def told(
    section: str, mark: str, heading: str, body: str = SAVED, second: str = REVIEWED
) -> tuple[list[str], list[str]]:
    """Return the planned measures that have results, and what is called unplanned."""
    made = case(PLAN.format(section, mark, heading, body, second))
    met = [
        said(made.facts, [one.plan.name]) for one in pairs(made.facts) if one.plan and one.results
    ]
    found = check(made, Params()).findings
    assert not [one for one in found if one.code == "MEA002"]
    return met, [re.sub(r"^[\d.()]+ ", "", one.subject or "") for one in found]


BOTH = ["มาตรการควบคุมการใช้รถยนต์", "มาตรการตรวจสอบการใช้ดุลพินิจ"]


@pytest.mark.parametrize(("section", "mark"), [("3.", ""), ("", "."), ("(", ")")])
def test_a_heading_numbered_on_from_results_names_a_measure_without_a_plan(
    section: str, mark: str
) -> None:
    heading = f"3{mark} มาตรการประหยัดพลังงานและลดขยะ"
    assert told(section, mark, heading) == (BOTH, ["มาตรการประหยัดพลังงานและลดขยะ"])


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("3 ปัญหาและอุปสรรค", SAVED),
        ("3 มาตรการที่จะทำต่อในปี 2569", SAVED),
        ("5 มาตรการประหยัดพลังงานและลดขยะ", SAVED),  # not numbered on from them
        ("3 มาตรการประหยัดพลังงานและลดขยะ", "ให้ทุกส่วนราชการพิจารณาต่อไป"),  # nothing done
    ],
)
def test_what_is_no_measure_or_tells_of_nothing_done_is_none(heading: str, body: str) -> None:
    assert told("3.", "", heading, body) == (BOTH, [])


def test_what_stands_under_a_heading_among_theirs_is_told_in_whatever_words() -> None:
    met, _ = told("3.", "", "3 มาตรการประหยัดพลังงาน", second="เวลาเฉลี่ยจากยี่สิบวันเหลือสิบวัน")
    assert met == BOTH
