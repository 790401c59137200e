"""A number in one cell down a card's side counts the card; the labels stand beside it."""

from building import case

from ita_checker.facts.measures import results

HEAD = "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n\n"


def card(number: int, name: str, steps: str, done: str, came: str) -> str:
    return f"""
{number} | ชื่อเรื่อง | มาตรการ{name}
^ | ลงมืออย่างไร | {steps}
^ | มือทำ | สำนักปลัด งานการเจ้าหน้าที่
^ | ตามเรื่อง | รายงานนายก รอบ 6 เดือน
^ | เมื่อไร | {number} ธันวาคม 2563
^ | ได้ทำอะไร | {done}
^ | เกิดผลอย่างไร | {came}
"""


def test_a_number_down_the_side_of_a_card_leaves_its_labels_labels() -> None:
    made = results(
        case(
            HEAD
            + card(1, "จัดคิวรถน้ำ", "ทำเกณฑ์ แจ้งเวียน", "ออกเกณฑ์ 2 ฉบับ", "ไม่มีผู้ทักท้วงรอบนี้")
            + card(
                2, "บอกข่าวตามสาย", "รวบรวมข่าว อ่านออกเสียง", "กระจายข่าว 94 ครั้ง", "ผู้ชำระภาษีเพิ่ม 12 ราย"
            )
            + card(
                3, "คุมการยืมพัสดุ", "ติดขั้นตอนยืม", "ลงทะเบียน 57 รายการ", "มาตรการคุมการยืมพัสดุ รอบ 6 เดือน"
            )
        ).facts
    )
    assert [one.called for one in made] == ["จัดคิวรถน้ำ", "บอกข่าวตามสาย", "คุมการยืมพัสดุ"]
    assert all({"activity", "outcome"} <= one.fields.keys() for one in made)
