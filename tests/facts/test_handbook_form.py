"""The form of the handbook of 2567, as a city filled it in: two levels of headings, no column of
names, every weak point with what is done about it, how, by whom, when, and how it is followed up.
"""

from building import case

from ita_checker.checks.measure_fields import Params, check
from ita_checker.facts.measures import plan, results
from ita_checker.facts.tables import said
from ita_checker.model import Verdict

PUT_TO_USE = "แนวทางการนำผลการวิเคราะห์ไปสู่การปฏิบัติเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
HEAD = f"""
ประเด็น | ผลการประเมิน (คะแนน) | ข้อค้นพบ *แสดงการวิเคราะห์ผลการประเมิน* | {PUT_TO_USE} | < | < | < | <
^ | ^ | ^ | วิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ | ขั้นตอน/วิธีการ | ผู้รับผิดชอบ/ผู้ที่เกี่ยวข้อง | ระยะเวลาดำเนินการ | การติดตามประเมินผล
"""
FIRST = (
    "e1 หน่วยงานปฏิบัติหรือให้บริการแก่ท่านเป็นไปตามขั้นตอน มากน้อยเพียงใด",
    "88.34",
    "การปฏิบัติงานไม่เป็นไปตามขั้นตอนและระยะที่กำหนด",
    "จัดทำบัตรคิวบริการประชาชนและกำหนดขั้นตอนที่ชัดเจน",
    "ติดประกาศ ณ สถานที่ให้บริการ จัดจุดบริการ",
    "ทุกสำนัก/กอง",
    "ตุลาคม 2566 ถึง กันยายน 2567",
    "รายงานผลในการประชุมประจำเดือน",
)
SECOND = (
    "i23 เจ้าหน้าที่ของหน่วยงานท่านมีการใช้ทรัพย์สินของราชการ มากน้อยเพียงใด",
    "85.79",
    "บุคลากรบางรายไม่ทราบถึงวิธีการยืม",
    "กำหนดแนวทางและระบุขั้นตอนการยืมทรัพย์สิน",
    "จัดทำทะเบียนคุมและแบบยืม",
    "กองพัสดุและทรัพย์สิน",
    "1 มกราคม ถึง 31 มีนาคม 2567",
    "ตรวจทะเบียนทุกสิ้นเดือน",
)
FORM = f"""
1) กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ
{HEAD.strip()}
{" | ".join(FIRST)}
---page---
4) กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ
{HEAD.strip()}
{" | ".join(SECOND)}
"""


def test_each_weak_point_s_measure_is_read_with_its_steps_who_when_and_follow_up() -> None:
    made = case(FORM)

    def read(field: str) -> list[str]:
        return [said(made.facts, measure.fields[field]) for measure in plan(made.facts)]

    assert [measure.called for measure in plan(made.facts)] == [
        row[3].replace(" ", "") for row in (FIRST, SECOND)
    ]
    assert [text[:3] for text in read("topic")] == ["e1ห", "i23"]
    for field, at in (("steps", 4), ("responsible", 5), ("period", 6), ("monitoring", 7)):
        assert read(field) == [row[at].replace(" ", "") for row in (FIRST, SECOND)], field
    assert results(made.facts) == ()


def test_a_form_filled_in_lacks_nothing_and_an_empty_cell_is_told() -> None:
    assert check(case(FORM), Params()).verdict is Verdict.MET
    blank = FORM.replace("กองพัสดุและทรัพย์สิน", "")
    (only,) = check(case(blank), Params()).findings
    assert only.subject.startswith("กำหนดแนวทาง") and only.expected == "ผู้รับผิดชอบ"
