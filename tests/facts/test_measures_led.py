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


REMARKED = """# มาตรการส่งเสริมคุณธรรมและความโปร่งใส

# ส่วนที่ 2 มาตรการ

{one} {remark}

1. ขั้นตอน : ปรับแนวปฏิบัติ ทำระบบรับเรื่อง
2. ผู้รับผิดชอบ : กลุ่มงานคุ้มครองจริยธรรม
3. การกำกับติดตาม : รายงานอธิบดีรอบ 6 เดือน

{two}

1. ขั้นตอน : รวมข้อมูลรายโครงการ
2. ผู้รับผิดชอบ : กองส่งเสริมเทคโนโลยีชุมชน
3. การกำกับติดตาม : รายงานอธิบดีรอบ 6 เดือน

# ส่วนที่ 3 ผลการดำเนินการ รอบ 6 เดือน

{one}

1. ดำเนินการแล้ว คือ ประกาศแนวปฏิบัติฉบับใหม่เมื่อ 17 มกราคม 2565
2. ผลที่ได้ คือ รับเรื่อง 5 เรื่อง แจ้งผลภายในกำหนดครบ

{two}

1. ดำเนินการแล้ว คือ จัดทำแผนที่โครงการ 412 โครงการ
2. ผลที่ได้ คือ มีผู้เข้าใช้ 9,870 ครั้ง
"""


@pytest.mark.parametrize(
    "remark", ["(สำหรับตัวชี้วัดการแก้ไขปัญหาการทุจริต)", "(ตอบตัวชี้วัดที่ 5)", "(จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน)"]
)
@pytest.mark.parametrize("count", ["มาตรการ {} มาตรการ", "มาตรการ{} "])
def test_what_the_plan_adds_to_a_name_in_brackets_need_not_come_again(
    remark: str, count: str
) -> None:
    one, two = count.format("ก") + "จัดการเรื่องร้องเรียนการทุจริต", count.format("ข") + "เปิดเผยเงินอุดหนุน"
    made = case(REMARKED.format(one=one, two=two, remark=remark)).facts
    assert [bool(one.plan and one.results) for one in pairs(made)] == [True, True]


CARD = """
มาตรการที่ {number} {name}
{apart}
วิธีที่กำหนดไว้ | {how}
รอบ 6 เดือน | {half}
รอบ 12 เดือน | {whole}
"""
WHO = "ผู้รับผิดชอบ {mark}กองคลัง ร่วมกับกองช่าง\n"


@pytest.mark.parametrize("mark", ["", ": ", "คือ "])
def test_a_cards_first_row_that_stands_out_of_its_frame_makes_no_plan_of_it(mark: str) -> None:
    cards = [
        ("จัดการเรื่องร้องเรียนการทุจริต", "ผู้รับผิดชอบ | สำนักปลัด"),
        ("ควบคุมการใช้รถราชการ", WHO.format(mark=mark)),
        ("ป้องกันการรับสินบน", "ผู้รับผิดชอบ | งานการเจ้าหน้าที่"),
    ]
    text = "# รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส\n" + "".join(
        CARD.format(
            number=number, name=name, apart=apart, how="บันทึกเลขไมล์ทุกเที่ยว เทียบใบสั่งจ่ายน้ำมันทุกสิ้นเดือน",
            half="เทียบครบ 6 ครั้ง พบ 7 เที่ยว", whole="เทียบครบ 12 ครั้ง ไม่พบเที่ยวที่ขาด",
        )
        for number, (name, apart) in enumerate(cards, 1)
    )  # fmt: skip
    made = case(text).facts
    assert len(plan(made)) == 3
    assert [bool(one.plan and one.results) for one in pairs(made)] == [True] * 3


SLIDES = """# ผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# รอบ 6 เดือน ปีงบประมาณ พ.ศ. 2564
-> เทศบาลนครสมิหลา
---page---
มาตรการที่ 1 เปิดงบประมาณให้ประชาชนเห็น
{who}: กองวิชาการและแผนงาน
ทำภาพสรุปงบประมาณ เปิดหน้าเว็บเมื่อ 1 ธันวาคม 2563
{half} เผยแพร่ 31 ภาพ เข้าชม 9,876 ครั้ง
---page---
มาตรการที่ 2 จัดการเรื่องร้องเรียนการทุจริต
{who}: ฝ่ายนิติการ
{more}
ปรับคู่มือให้ปกปิดชื่อผู้ร้อง เปิดสายตรงนายกเทศมนตรี
{half} รับสะสม 7 เรื่อง ยุติ 6 เรื่อง
"""


@pytest.mark.parametrize("who", ["เจ้าของเรื่อง", "ผู้รับผิดชอบ", "หน่วยงานรับผิดชอบ"])
@pytest.mark.parametrize("half", ["รอบ 6 เดือน", "ถึงวันนี้"])
def test_what_stands_below_who_is_responsible_and_names_nobody_is_what_was_done(
    who: str, half: str
) -> None:
    made = case(SLIDES.format(who=who, half=half, more="สำนักปลัดเทศบาล")).facts
    assert [bool(one.plan and one.results) for one in pairs(made)] == [True, True]
    assert [len(one.fields["responsible"]) for one in plan(made)] == [1, 2]


@pytest.mark.parametrize(
    "promise",
    [
        "มาตรการ ให้รายงานผลต่อนายกเทศมนตรีตำบลทุกรอบ 6 เดือน และ\nรอบ 12 เดือน",
        "มาตรการ โดยให้ทุกกองส่งผลต่อปลัดเมื่อครบ 6 เดือน และ\nครบ 12 เดือน",
        "มาตรการแต่ละเรื่องให้สรุปผลเสนอผู้บริหาร รอบ 6 เดือน\nและรอบ 12 เดือน",
        "มาตรการข้างต้น กำหนดติดตามผล รอบ 6 เดือน และ\nรอบ 12 เดือน",
        "1) มาตรการทุกเรื่องให้รายงานผลต่อนายก\nรอบ 6 เดือน และรอบ 12 เดือน",
    ],
)
def test_a_sentence_of_when_measures_are_reported_on_names_none(promise: str) -> None:
    text = f"""# 1. ความเป็นมา

เทศบาลตำบลวังน้ำใสวิเคราะห์ผลการประเมินแล้วจึงกำหนดให้ดำเนินงานในปีงบประมาณ พ.ศ. 2567 จำนวน 2
{promise}

# 2. ผลการดำเนินการ

มาตรการที่ 1 มาตรการตรวจสอบการใช้ดุลพินิจ
สำนักปลัดแจ้งเวียนเกณฑ์ พนักงาน 32 คนรับทราบผล

มาตรการที่ 2 มาตรการปรับปรุงขั้นตอนการให้บริการ
กองช่างลดขั้นตอนเหลือ 4 ขั้นตอน มีผู้ขออนุญาต 27 ราย
"""
    made = case(text).facts
    assert [one.called for one in (*plan(made), *results(made))] == [
        "ตรวจสอบการใช้ดุลพินิจ",
        "ปรับปรุงขั้นตอนการให้บริการ",
    ]


def test_a_measure_that_is_to_report_to_somebody_is_one() -> None:
    text = "# ผลการดำเนินการ\n\nมาตรการรายงานผลต่อสาธารณะ\nผลการดำเนินการ: เผยแพร่แล้ว 3 ครั้ง\n"
    assert [one.called for one in results(case(text).facts)] == ["รายงานผลต่อสาธารณะ"]
