"""One cause, one finding: for every pair of codes that can stem from the same place, a report in
which they could, and the one that tells it.
"""

from __future__ import annotations

from functools import cache

import pytest
from building import document

from ita_checker.judge.judge import judge
from ita_checker.model import Pack, Submission
from ita_checker.scan.packs import whole

REPORT = """
# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2565
-> องค์การบริหารส่วนตำบลหนองบัวแดง
-> อำเภอหนองบัวแดง จังหวัดชัยภูมิ
---page---
มาตรการส่งเสริมคุณธรรมและความโปร่งใสที่กำหนดไว้ มีดังนี้

มาตรการ | ขั้นตอน/วิธีการปฏิบัติ | ผู้รับผิดชอบ | การกำกับติดตาม
มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือการใช้ดุลพินิจ | สำนักปลัด | รายงานผลรอบ 6 เดือน และรอบ 12 เดือน
มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | ปรับปรุงเว็บไซต์ทุกสัปดาห์ | กองช่าง | รายงานผลรอบ 6 เดือน และรอบ 12 เดือน

ผลการดำเนินการตามมาตรการ

มาตรการ | รอบ | รายละเอียดการดำเนินงาน | ผลลัพธ์
มาตรการตรวจสอบการใช้ดุลพินิจ | รอบ 6 เดือน | จัดทำคู่มือเมื่อ 14 มกราคม 2565 | เรื่องร้องเรียนลดลงจาก 4 เรื่องเหลือ 1 เรื่อง
^ | รอบ 12 เดือน | ทบทวนคู่มือเมื่อ 6 กรกฎาคม 2565 | ไม่มีเรื่องร้องเรียน
มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | รอบ 6 เดือน | ปรับปรุงเว็บไซต์เมื่อ 9 มีนาคม 2565 | ผู้เข้าชมเพิ่มขึ้นร้อยละ 20
^ | รอบ 12 เดือน | สำรวจผู้ใช้เมื่อ 15 สิงหาคม 2565 | ผู้ใช้พึงพอใจร้อยละ 88

    (นายสมชาย ใจดี)
    นายกองค์การบริหารส่วนตำบลหนองบัวแดง
    10 ตุลาคม 2565
"""
SECOND = [line for line in REPORT.splitlines() if line.startswith("มาตรการเผยแพร่")][1]
LAST = [line for line in REPORT.splitlines() if line.startswith("^ | รอบ 12")][1]
YEARS = {str(year): str(year - 1) for year in (2565, 2566)}
RESULTS = REPORT[REPORT.index("ผลการดำเนินการตามมาตรการ\n") : REPORT.index("    (นายสมชาย")]
# The codes that one place could bring, what is changed, and the codes that are said.
PAIRS: list[tuple[str, dict[str, str], list[str]]] = [
    ("nothing", {}, []),
    ("MEA002 RND003", {f"{SECOND}\n": "", f"{LAST}\n": ""}, ["MEA002"]),
    ("RND002 RND003 RND005", {"รอบ 12 เดือน | ท": "รอบ 11 เดือน | ท"}, ["RND002"]),
    ("RND002 RND001", {"รายงานผลรอบ 6": "รายงานผลรอบ 5"}, ["RND002"]),
    (
        "ORG003 TXT001",
        {"-> องค์การบริหารส่วนตำบลหนองบัวแดง": "-> องค์การบริหารส่วนตำบล........"},
        ["ORG003"],
    ),
    (
        "ORG002 ORG006",
        {
            "มาตรการส่งเสริมคุณธรรมและความโปร่งใสที่": (
                "องค์การบริหารส่วนตำบลบ้านแท่น อำเภอบ้านแท่น จังหวัดชัยภูมิ ได้กำหนด"
                "มาตรการส่งเสริมคุณธรรมและความโปร่งใสที่"
            )
        },
        ["ORG002"],
    ),
    ("YEA006 YEA005", {"14 มกราคม 2565": "31 เมษายน 2565"}, ["YEA006"]),
    ("YEA007 YEA005", {"14 มกราคม 2565": "14 มกราคม 2022"}, ["YEA007"]),
    ("MEA005 MEA004", {"ไม่มีเรื่องร้องเรียน\n": "-\n"}, []),
    ("SEC001 MEA002", {RESULTS: ""}, ["SEC001"]),
    ("TXT001 MEA004", {"| กองช่าง |": "| .................... |"}, ["TXT001"]),
    ("YEA001 TXT001", {"# ประจำปีงบประมาณ พ.ศ. 2565": "# ประจำปีงบประมาณ พ.ศ. ........"}, ["TXT001"]),
    ("TXT002 TXT002", {"ความโปร่งใสภายใน": "ความโปร่งในภายใน"}, ["TXT002"]),
]


@cache
def packs() -> tuple[Pack, ...]:
    return tuple(whole(()))


def codes(text: str) -> list[str]:
    path = "2565/O43.pdf"
    return [
        one.code for one in judge(document(text, path), Submission(path, 2565), packs()).findings
    ]


@pytest.mark.parametrize(("pair", "changes", "said"), PAIRS, ids=[pair for pair, _, _ in PAIRS])
def test_one_cause_is_told_once(pair: str, changes: dict[str, str], said: list[str]) -> None:
    text = REPORT
    for one, other in changes.items():
        assert one in text
        text = text.replace(one, other)
    assert codes(text) == said


def test_last_years_report_handed_in_again_is_told_once() -> None:
    text = REPORT
    for year, before in YEARS.items():
        text = text.replace(year, before)
    assert codes(text) == ["YEA002"]
