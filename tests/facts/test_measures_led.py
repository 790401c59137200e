"""Results told by one form of words below a plan in prose: of planned measures, and of another."""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.measures import pairs, plan, results
from ita_checker.model import Facts


def called(facts: Facts) -> list[str]:
    return [one.called for one in plan(facts)]


PROSE = """# การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในสถานศึกษา

# เราตั้งใจจะทำอะไร

คณะกรรมการบริหารวางไว้สองมาตรการ ดังนี้

(1) มาตรการเปิดเผยค่าใช้จ่ายฝึกงาน — งานการเงินทำสรุป แล้วปิดประกาศ ผู้อำนวยการติดตามรอบ 6 เดือน

(2) มาตรการดูแลเครื่องมือช่าง — หัวหน้าแผนกทำบัญชี แล้วตรวจนับ ผู้อำนวยการติดตามรอบ 6 เดือน

# ถึงวันนี้ทำอะไรไปแล้ว

มาตรการเปิดเผยค่าใช้จ่ายฝึกงาน{lead} ปิดประกาศแล้ว 8 โครงการ
นักเรียน 412 คนเข้าใจที่มาของค่าใช้จ่าย

มาตรการดูแลเครื่องมือช่าง{lead} ขึ้นบัญชีเครื่องมือแล้ว
รวม 1,246 ชิ้น สูญหาย 3 ชิ้น

{last}{lead} คัดเลือกครูแล้ว 9 แผนก
มอบเกียรติบัตร 9 ราย
"""


@pytest.mark.parametrize("lead", [" ในรอบ 6 เดือน", " (รอบ 6 เดือน)"])
def test_what_is_told_as_the_planned_measures_are_is_of_one_that_was_not_planned(
    lead: str,
) -> None:
    made = case(PROSE.format(lead=lead, last="มาตรการยกย่องครูผู้มีจิตอาสา")).facts
    assert called(made) == ["เปิดเผยค่าใช้จ่ายฝึกงาน", "ดูแลเครื่องมือช่าง"]
    assert "monitoring" in plan(made)[0].fields
    assert [(one.plan is None, len(one.results)) for one in pairs(made)] == [
        (False, 1),
        (False, 1),
        (True, 1),
    ]
    assert results(made)[2].called == "ยกย่องครูผู้มีจิตอาสา"


def test_a_sentence_below_the_results_that_begins_as_no_measure_does_names_none() -> None:
    made = case(PROSE.format(lead=" ในรอบ 6 เดือน", last="ทุกแผนกช่วยกันทำงาน")).facts
    assert [one.plan is None for one in pairs(made)] == [False, False]


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("มาตรการสร้างความโปร่งใสในการใช้", "งบประมาณพัฒนาจังหวัด"),
        ("มาตรการติดตามและเปิดเผย", "ผลการดำเนินงานของหมู่บ้าน"),
        ("มาตรการลดขั้นตอนและ", "ระยะเวลาอนุญาตก่อสร้าง"),
    ],
)
def test_a_name_goes_on_where_its_line_is_full_with_a_word_that_is_also_a_label(
    name: str, rest: str
) -> None:
    text = f"""# มาตรการของปีงบประมาณ พ.ศ. 2567 และผู้รับผิดชอบ

(1) มาตรการเพิ่มประสิทธิภาพการสื่อสารและการเผยแพร่ข้อมูล – สำนักงานประชาสัมพันธ์จังหวัด (2) {name}
{rest} – สำนักงานจังหวัด และสำนักงานคลังจังหวัด (3) มาตรการป้องกันการรับสินบน – กลุ่มงานบริหาร
ทรัพยากรบุคคล

# ผลตามมาตรการ
"""
    made = case(text).facts
    assert called(made)[1] == (name + rest).removeprefix("มาตรการ")
    assert len(called(made)) == 3


@pytest.mark.parametrize("label", ["ผู้รับผิดชอบ : สำนักปลัด", "งบประมาณ 20,000 บาท"])
def test_a_label_that_is_set_off_ends_a_name_where_its_line_is_full(label: str) -> None:
    text = f"""# มาตรการของปีงบประมาณ พ.ศ. 2567 และผู้รับผิดชอบ

(1) มาตรการเพิ่มประสิทธิภาพการสื่อสาร – สำนักงานประชาสัมพันธ์จังหวัด (2) มาตรการลดเวลารอคอย
{label} – สำนักงานจังหวัด และสำนักงานคลังจังหวัด (3) มาตรการป้องกันการรับสินบน – กลุ่มงานบริหาร
ทรัพยากรบุคคล

# ผลตามมาตรการ
"""
    assert called(case(text).facts)[1] == "ลดเวลารอคอย"
