"""What a date is of is decided step by step: by its place first, by the words around it after."""

from __future__ import annotations

import pytest

from ita_checker.facts.years.asked import Asked
from ita_checker.facts.years.dates import asked
from ita_checker.facts.years.doing import LADDERS, Role, rung
from ita_checker.facts.years.named import dated
from tests.building import case

COVER = (
    "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\n# ประจำปีงบประมาณ พ.ศ. ๒๕๖๔\n\n->"
    " เทศบาลตำบลทุ่งแก้ว\n---page---\n"
)
RESULT = "มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต | ผู้รับผิดชอบ | หมายเหตุ\nมาตรการ ก |"
PLAN = "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | ระยะเวลา\nมาตรการ ก | จัดทำ | สำนักปลัด | เดือนธันวาคม 2564"
SAID = [
    ("paper made", f"{RESULT} ได้ออกประกาศลงวันที่ 5 มกราคม 2564 | มี | กอง | "),
    ("paper cited", f"{RESULT} ใช้ข้อตกลง ลงวันที่ 5 มกราคม 2562 | มี | กอง | "),
    ("history", f"{RESULT} ใช้มาตั้งแต่ก่อตั้ง 5 มกราคม 2550 | มี | กอง | "),
    ("edition", f"{RESULT} คู่มือ (ฉบับใหม่ เมษายน 2563) | มี | กอง | "),
    ("as of", f"{RESULT} ข้อมูล ณ วันที่ 30 กันยายน 2563 | มี | กอง | "),
    ("cited", f"{RESULT} ตามมติเมื่อวันที่ 23 มกราคม 2561 | มี | กอง | "),
    (
        "put in force",
        f"{RESULT} ปรับแนวการให้บริการ 22 งาน ประกาศใช้เมื่อวันที่ 14 กันยายน 2563 | มี | กอง | ",
    ),
    ("cited", f"{RESULT} ใช้ระเบียบพัสดุที่ประกาศใช้เมื่อวันที่ 14 กันยายน 2560 | มี | กอง | "),
    ("assessment", f"{RESULT} รับทราบคะแนนเมื่อวันที่ 27 สิงหาคม 2563 | มี | กอง | "),
    ("to come", f"{RESULT} กำหนดจัดอบรมในเดือนตุลาคม 2564 | มี | กอง | "),
    ("to come", f"{RESULT} พนักงานดีเด่นจะได้รับรางวัลในเดือนสิงหาคม 2564 | มี | กอง | "),
    ("heading of results", "มาตรการ | ผลการดำเนินงาน เมษายน 2564 | ผลลัพธ์\nมาตรการ ก | ทำ | ดี"),
    ("field of a plan", f"{RESULT} ทำ | มี | กองคลัง 5 มกราคม 2564 | "),
    ("remark", f"{RESULT} ทำ | มี | กอง | เริ่ม 5 มกราคม 2564"),
    ("row of results", f"{RESULT} เปิดเวทีถนนสาย กท.ถ.1-0012 เมื่อวันที่ 14 มกราคม 2564 | มี | กอง | "),
    ("row of results", f"{RESULT} จัดทำคู่มือ 5 มกราคม 2564 | มี | กอง | "),
    ("row of results", f"{RESULT} ยกร่างคู่มือเมื่อวันที่ 5 มกราคม 2564 และประกาศใช้ต่อมา | มี | กอง | "),
    ("row of results", f"{RESULT} เผยแพร่แผนจัดซื้อจัดจ้างเมื่อวันที่ 5 มกราคม 2564 | มี | กอง | "),
    (
        "row of results",
        f"{RESULT} ตรวจนับร่วมกับหน่วยตรวจสอบภายใน ระหว่างวันที่ 18 - 20 ธันวาคม 2564 | มี | กอง | ",
    ),
    ("to come", f"{RESULT} ตรวจนับให้ครบภายในวันที่ 20 ธันวาคม 2564 | มี | กอง | "),
    ("plan", PLAN),
    ("scores", "ตัวชี้วัด | คะแนน\nการใช้อำนาจ | 82.20 (สิงหาคม 2563)"),
    ("signature", "(ลงชื่อ)\n(นายสมชาย ใจดี)\nนายกเทศมนตรี\n5 เมษายน 2564"),
    ("signed", "จัดทำโดย ฝ่ายธรรมาภิบาลและบริหารความเสี่ยง วันที่ 17 พฤศจิกายน 2566"),
    ("signed", "ข้อมูล ณ วันที่ 5 เมษายน 2564 จากกองคลัง"),
    ("alone", "-> เมษายน 2564"),
    ("signed", "เลขข้อ OIT : O43 วันที่จัดทำรายงาน : 5 เมษายน 2564"),
    ("signed", "รหัสเอกสาร 12/64 วันที่รายงาน: 5 เมษายน 2564\nที่มา: ผลการประเมิน ITA ปี 2563"),
    (
        "signed",
        (
            "บันทึกข้อความ\nส่วนราชการ สำนักปลัด องค์การบริหารส่วนตำบลน้ำเป็น อำเภอเขาชะเมา จังหวัดระยอง\n"
            "ที่ รย 74601/212 วันที่ 10 มิถุนายน 2563\nเรื่อง รายงานผลการดำเนินการตามมาตรการ\n"
            "เรียน นายกองค์การบริหารส่วนตำบลน้ำเป็น\n\nตามที่ได้กำหนดมาตรการไว้ ขอรายงานผลดังนี้"
        ),
    ),
    (
        "at an edge",
        "# เล่าผลงานปีนี้\n-> เทศบาลตำบลทุ่งแก้ว · นับถึง 9 เมษายน 2564\n\n" + "เทศบาลเล่าเรื่องที่ทำ" * 8,
    ),
    ("at an edge", "ข้อความของรายงานที่ยาวพอสมควร\n\nคนเรียบเรียง นางสาวใจดี มีสุข ปิดเล่ม 12 เมษายน 2564"),
    (
        "heading as of",
        f"{COVER}{PLAN.replace(' 2564', '')}\n\n# บันทึกผลงาน ณ วันที่ 15 พฤษภาคม 2564\n\nมาตรการ ก ทำแล้ว",
    ),
    ("report made", "รายงานเมื่อวันที่ 5 เมษายน 2564 ปัญหาที่พบ คือ คนน้อย"),
    (
        "before results",
        f"{PLAN.replace(' 2564', '')}\n\nเทศบาลได้ประชุมเมื่อวันที่ 9 มกราคม 2564 เรื่องแผน",
    ),
    ("before results", "ผู้ว่าราชการจังหวัดได้ประชุมเมื่อวันที่ 9 มกราคม 2564 ที่ศาลากลาง"),
    (
        "list of what is to do",
        (
            "ผลการดำเนินการ\nสิ่งที่จะทำต่อ อบรมพนักงานทั้งหมดร่วมกับโรงเรียนและกลุ่มอาชีพทุกกลุ่มในพื้นที่ตำบลข้างเคียงอีกสามแห่งซึ่งเคยขอมาในเดือนพฤษภาคม 2564 ด้วย"
        ),
    ),
    (
        "about the report",
        "ผลการดำเนินการ\nที่ประชุมได้รับทราบและอบรมเมื่อวันที่ 9 มกราคม 2564 แล้ว",
    ),
    ("line of a label", "ผลการดำเนินการ\n\nลงมือเมื่อวันที่ 9 มกราคม 2564\n\nได้คู่มือ"),
    (
        "round reported",
        "ผลการดำเนินการ\nหน่วยรับผิดชอบรายงานรอบ 6 เดือน เมื่อวันที่ 18 เมษายน 2564 ต่อปลัด",
    ),
    ("label", "ผลการดำเนินการ\nห้วงเวลา: 9 มกราคม 2564 ณ ที่ทำการ"),
    ("verb before", "ผลการดำเนินการ\nเทศบาลได้ประชุมพนักงานเมื่อวันที่ 9 มกราคม 2564 เพื่อชี้แจง"),
    ("verb after", "ผลการดำเนินการ\n9 มกราคม 2564 จัดอบรมพนักงาน ณ ที่ทำการ"),
    ("", "ผลการดำเนินการ\nภาพถ่ายของ 9 มกราคม 2564 ที่ศาลากลาง"),
]


def first_asked(text: str) -> Asked:
    facts = case(COVER + text).facts
    return asked(facts, next(when for when in dated(facts) if when.first.year))


@pytest.mark.parametrize(("name", "text"), SAID)
def test_each_step_of_the_dates_ladders_decides_its_example(name: str, text: str) -> None:
    one = first_asked(text)
    assert rung(one)[0] == name
    others = [step for step in LADDERS[one.own.kind] if step[0] != name]
    without = next((role for _, holds, role in others if holds(one)), Role.OTHER)
    assert not name or without is not rung(one)[1] or rung(one)[1] is Role.OTHER


def test_no_step_of_the_dates_ladders_is_without_an_example() -> None:
    steps = {name for ladder in LADDERS.values() for name, _, _ in ladder}
    assert steps == {name for name, _ in SAID} - {""}


MANUAL = "ผลการดำเนินการ\nงานนิติการประกาศใช้คู่มือเมื่อวันที่ 5 มกราคม 2566"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (f"{MANUAL} และอบรมเจ้าหน้าที่เมื่อวันที่ 9 สิงหาคม 2565 มีผู้เข้าอบรม 18 คน", Role.ACTION),
        (f"{MANUAL} แล้วได้ชี้แจงพนักงานเมื่อวันที่ 9 สิงหาคม 2565 ครบทุกคน", Role.ACTION),
        (f"{MANUAL} และตามมติเมื่อวันที่ 9 สิงหาคม 2565 ด้วย", Role.CITED),
        ("ผลการดำเนินการ\nตามมติที่ให้อบรมพนักงานเมื่อวันที่ 9 สิงหาคม 2565 ด้วย", Role.CITED),
    ],
)
def test_what_an_earlier_dated_act_cites_says_nothing_of_the_next_acts_date(
    text: str, role: Role
) -> None:
    facts = case(COVER + text).facts
    last = next(when for when in dated(facts) if when.first.month == 8)
    assert rung(asked(facts, last))[1] is role
