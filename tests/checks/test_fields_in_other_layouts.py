"""Measures told in cards, slides, forms and sentences: a field in the office's own words is found,
one that sentences may tell is not decided, and one that is nowhere is still told.
"""

import pytest
from building import case

from ita_checker.checks.measure_fields import Params, check
from ita_checker.facts.measures import plan, results
from ita_checker.facts.tables import said
from ita_checker.judge.law import understood
from ita_checker.model import Verdict

PARAMS = Params(plan=("steps", "responsible", "monitoring"), result=("activity", "result"))


def judged(text: str) -> list[tuple[str, str | None]]:
    answer = understood(check(case(text), PARAMS))
    return [(finding.subject, finding.expected) for finding in answer.findings]


def verdict(text: str) -> Verdict:
    return understood(check(case(text), PARAMS)).verdict


CARDS = """
# มาตรการของเรา
มาตรการที่ 1 เปิดเผยราคากลางทุกงาน
{0}: ประกาศราคากลางบนเว็บไซต์และที่บอร์ดหน้าสำนักงาน
{1}: กองคลัง
{2}: สรุปจำนวนงานที่ประกาศให้ที่ประชุมฟังทุกเดือน
มาตรการที่ 2 คืนของยืมตรงเวลา
{0}: ใช้ใบยืมแผ่นเดียว ทวงถามทางโทรศัพท์
{1}: งานพัสดุ
{2}: นับของที่ยังไม่คืนทุกสิ้นเดือน
"""
THREE = (
    CARDS
    + """มาตรการที่ 3 ฟังเสียงผู้ปกครอง
{0}: ตั้งกล่องหน้าห้องธุรการ
{1}: งานธุรการ
{2}: อ่านให้ที่ประชุมครูฟังทุกเดือน
"""
)


@pytest.mark.parametrize(
    "labels",
    [
        ("ทำอย่างไร", "ใครทำ", "ดูผลโดย"),
        ("วิธีทำ", "คนทำ", "ติดตาม"),
        ("ลำดับขั้น", "เจ้าของงาน", "ดูผลอย่างไร"),
        ("ขั้นตอน", "ผู้รับผิดชอบ", "การกำกับติดตาม"),
        ("ทำอะไรบ้าง", "ใครรับผิดชอบ", "ติดตามอย่างไร"),
    ],
)
def test_labels_in_an_office_s_own_words_name_the_fields(labels: tuple[str, str, str]) -> None:
    text = CARDS.format(*labels)
    assert [measure.called for measure in plan(case(text).facts)] == [
        "เปิดเผยราคากลางทุกงาน",
        "คืนของยืมตรงเวลา",
    ]
    assert judged(text) == []
    assert verdict(text) is Verdict.MET


def test_the_one_card_of_three_that_leaves_out_who_does_it_lacks_that_field_all_the_same() -> None:
    lines = THREE.format("วิธีทำ", "คนทำ", "ดูผลโดย").replace("คนทำ: งานพัสดุ\n", "")
    assert judged(lines) == [("มาตรการที่ 2 คืนของยืมตรงเวลา", "ผู้รับผิดชอบ")]


def test_of_two_cards_nobody_knows_whether_one_lacks_what_the_other_has() -> None:
    lines = CARDS.format("วิธีทำ", "คนทำ", "ดูผลโดย").replace("คนทำ: งานพัสดุ\n", "")
    assert judged(lines) == []
    assert verdict(lines) is Verdict.UNKNOWN


def test_who_signs_the_report_is_no_field_of_its_last_measure() -> None:
    text = """
        มาตรการ 1 ลดงานกระดาษ
        ลงมือทำ: เปิดคำขอออนไลน์ 4 งาน
        ผลผลิต: คำขอผ่านระบบ 93 คำขอ
        มาตรการ 2 จัดซื้อเปิดเผย
        ลงมือทำ: เผยแพร่แผนจัดซื้อ 24 รายการ
        ผลผลิต: ประกาศ 5 ฉบับ
        ผู้รายงาน: นางสาวดวงใจ มีสุข
        ผู้รับรอง: นายสมบัติ ใจเย็น
        """
    assert plan(case(text).facts) == () or not any(
        "responsible" in one.fields for one in plan(case(text).facts)
    )
    assert len(results(case(text).facts)) == 2


DEEPER = """
3. {0}
3.1 เสนอแล้วต้องรู้ผล
• วิธีทำ : ออกเลขรับทุกข้อเสนอ ติดประกาศทุกศาลา
• คนทำ : งานธุรการ สำนักปลัด
• ดูผลโดย : รองนายกนับข้อเสนอค้างทุกเดือน
3.2 ยืมง่าย คืนครบ
• วิธีทำ : ติดป้ายรหัส ใช้ใบยืมแผ่นเดียว
• คนทำ : งานพัสดุ กองคลัง
• ดูผลโดย : ตรวจนับปลายเดือนมีนาคม
4. ฐานอำนาจ
"""


@pytest.mark.parametrize("title", ["มาตรการประจำปี", "มาตรการ", "เรื่องที่จะทำในปีนี้"])
def test_a_heading_over_numbered_measures_is_no_measure(title: str) -> None:
    text = DEEPER.format(title)
    assert [measure.called for measure in plan(case(text).facts)] == [
        "เสนอแล้วต้องรู้ผล",
        "ยืมง่ายคืนครบ",
    ]
    assert judged(text) == []


def test_numbered_steps_under_a_measure_are_no_measures() -> None:
    text = """
        1. มาตรการตรวจสอบการใช้ดุลพินิจ
        1.1 จัดทำเกณฑ์เป็นลายลักษณ์อักษร
        1.2 เปิดให้ทักท้วงภายใน 7 วัน
        ผู้รับผิดชอบ: สำนักปลัด
        การกำกับติดตาม: รายงานทุกไตรมาส
        2. มาตรการเผยแพร่ข้อมูลต่อสาธารณะ
        2.1 ตรวจรายการที่ขาด
        ผู้รับผิดชอบ: งานประชาสัมพันธ์
        การกำกับติดตาม: รายงานทุกไตรมาส
        """
    assert [measure.called for measure in plan(case(text).facts)] == [
        "ตรวจสอบการใช้ดุลพินิจ",
        "เผยแพร่ข้อมูลต่อสาธารณะ",
    ]


SENTENCES = """
ประกาศองค์การบริหารส่วนตำบลทุ่งหลวง
จึงวางข้อปฏิบัติไว้ดังนี้
1. มาตรการข้อมูลครบ ค้นง่าย
เริ่มจากตรวจรายการที่ขาดแล้วนำขึ้นเว็บไซต์ {0}
2. มาตรการห้ามใช้ของหลวงในเรื่องส่วนตัว
เริ่มจากแจ้งข้อห้ามเป็นหนังสือและสอบถามลูกจ้าง {0}
"""


def test_what_sentences_may_tell_is_not_decided() -> None:
    text = SENTENCES.format("ให้นักวิชาการของสำนักปลัดทำ แล้วเสนอความครบถ้วนต่อนายกทุกวันสิ้นเดือน")
    answer = understood(check(case(text), PARAMS))
    assert answer.findings == () and answer.verdict is Verdict.UNKNOWN
    assert answer.note and "เริ่มจากตรวจรายการ" in answer.note.th


def test_what_no_sentence_of_any_measure_tells_may_be_told_in_words_nobody_understood() -> None:
    text = SENTENCES.format("ตามหลักความโปร่งใส")
    assert judged(text) == []
    assert verdict(text) is Verdict.UNKNOWN


def test_a_name_parted_from_who_and_how_by_dashes_gives_the_fields() -> None:
    made = case("""
        มาตรการที่กำหนดสำหรับปีงบประมาณ 2566
        1. มาตรการบริหารเงินอย่างเปิดเผย – กองคลัง – ลงบัญชีทุกวันศุกร์
        2. มาตรการรับฟังเสียงประชาชน – สำนักปลัด – เปิดกล่องทุกสองสัปดาห์
        ผลที่เกิดขึ้น
        มาตรการ | ได้ทำ | เกิดผล
        มาตรการบริหารเงินอย่างเปิดเผย | สรุปรับจ่าย 6 ฉบับ | ไม่มีข้อร้องเรียน
        มาตรการรับฟังเสียงประชาชน | เปิดกล่อง 9 ครั้ง | ซ่อมก๊อกน้ำ 7 จุด
        """)
    planned = plan(made.facts)
    assert [one.called for one in planned] == ["บริหารเงินอย่างเปิดเผย", "รับฟังเสียงประชาชน"]
    assert [said(made.facts, one.fields["responsible"]) for one in planned] == [
        "กองคลัง",
        "สำนักปลัด",
    ]
    assert [one.called for one in results(made.facts)] == [one.called for one in planned]


def test_a_form_of_labels_is_one_measure_though_two_labels_head_it() -> None:
    made = case("""
        ชื่อมาตรการ | ยืมพัสดุออนไลน์ รู้ขั้นตอน
        จุดอ่อนที่ตอบ | การใช้ทรัพย์สินของราชการ
        วิธีดำเนินงาน | ทำผังขั้นตอน ใช้แบบยืมออนไลน์
        ผู้รับผิดชอบ | กองคลัง
        กำกับติดตาม | หน่วยตรวจสอบภายในสุ่มตรวจ
        """)
    (only,) = plan(made.facts)
    assert only.called == "ยืมพัสดุออนไลน์รู้ขั้นตอน"
    assert {"steps", "responsible", "monitoring"} <= set(only.fields)


def test_a_heading_that_names_a_field_tells_it_once_for_all() -> None:
    text = """
        มาตรการ | ขั้นตอน | กลุ่มงาน
        มาตรการตรวจสอบการใช้ดุลพินิจ | ทำเกณฑ์มอบหมายงาน | กลุ่มบริหารงานบุคคล
        มาตรการเผยแพร่ข้อมูล | จัดหน้าเว็บตามข้อ | กลุ่มบริหารงานทั่วไป

        # ติดตามกันอย่างไร
        รอง ผอ. ถามความคืบหน้าทุกการประชุมประจำเดือน
        """
    assert judged(text) == []
    assert judged(text.replace("ติดตามกันอย่างไร", "ความเป็นมา").replace("ถามความคืบหน้า", "นั่ง")) == [
        ("ทุกมาตรการ", "การกำกับติดตาม")
    ]


def test_a_forms_box_over_the_whole_width_tells_of_every_measure() -> None:
    form = """
        6) มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน | <
        7) การกำกับติดตาม (ใช้กับทุกมาตรการ) รองผู้อำนวยการติดตามทุกไตรมาส และเสนอรายงานต่อสภา | <
        8) ผู้รับรองข้อมูล | <

        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        มาตรการพัฒนาระบบคำร้อง | ออกแบบ | งานทะเบียน
        มาตรการตรวจนับทรัพย์สิน | ตรวจนับ | งานพัสดุ
"""
    params = Params(plan=("steps", "responsible", "monitoring"))
    assert check(case(form), params).verdict is Verdict.MET
    other = form.replace("(ใช้กับทุกมาตรการ) ", "")
    assert check(case(other), params).verdict is Verdict.GAP


TOGETHER = """
# มาตรการส่งเสริมความโปร่งใส ปีงบประมาณ พ.ศ. 2566

มาตรการที่ 1 | มาตรการป้องกันการรับสินบน
{0} | ประกาศนโยบายและอบรมพนักงาน / {2}
{1} | มกราคม – สิงหาคม 2566 / รายงานปลัดเทศบาลทุก 6 เดือน
มาตรการที่ 2 | มาตรการเผยแพร่ข้อมูลต่อสาธารณะ
{0} | จัดทำบัญชีรายการข้อมูล ตรวจลิงก์ทุกวันจันทร์ / กองวิชาการและแผนงาน
{1} | มกราคม – กันยายน 2566 / รายงานปลัดเทศบาลทุก 6 เดือน
"""


@pytest.mark.parametrize(
    "labels",
    [
        ("ขั้นตอน/ผู้รับผิดชอบ", "ระยะเวลา/การติดตาม"),
        ("ขั้นตอนและผู้รับผิดชอบ", "ระยะเวลาและการกำกับติดตาม"),
    ],
)
def test_a_label_that_names_two_fields_is_a_place_of_both(labels: tuple[str, str]) -> None:
    assert judged(TOGETHER.format(*labels, "สำนักปลัด กองช่าง")) == []
    alone = TOGETHER.format("ขั้นตอน", labels[1], "สำนักปลัด กองช่าง")
    assert judged(alone) == [("ทุกมาตรการ", "ผู้รับผิดชอบ")]


def test_a_heading_that_names_two_fields_is_a_place_of_both() -> None:
    text = """
# มาตรการส่งเสริมความโปร่งใส ปีงบประมาณ พ.ศ. 2566

มาตรการ | ขั้นตอน/ผู้รับผิดชอบ | ระยะเวลา/การติดตาม
มาตรการป้องกันการรับสินบน | ประกาศนโยบาย / สำนักปลัด | มกราคม 2566 / รายงานทุก 6 เดือน
มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | ตรวจลิงก์ทุกวันจันทร์ / กองคลัง | มีนาคม 2566 / รายงานทุก 6 เดือน
"""
    assert judged(text) == []
    assert [(one[0], one[1]) for one in judged(text.replace("/ผู้รับผิดชอบ", ""))] == [
        ("ทุกมาตรการ", "ผู้รับผิดชอบ")
    ]


TABLED = """
        เรื่องที่ต้องทำได้แบ่งให้ทุกกองแล้ว พร้อมผู้รับผิดชอบและกรอบเวลา

        มาตรการที่ 1 | ตอบเช้าเสร็จบ่าย
        วิธีทำ | จัดเวรตอบคำถาม
        ผู้รับผิดชอบ | สำนักปลัด
        การติดตาม | รายงานรอบ 6 เดือน

        มาตรการที่ 2 | ป้ายราคาบนรั้ว
        วิธีทำ | ปิดป้ายภายในวันเดียว
        {who}
        การติดตาม | รายงานรอบ 6 เดือน

        มาตรการที่ 3 | ต่อแถวก่อนได้ก่อน
        วิธีทำ | ติดตั้งเครื่องออกบัตร
        ผู้รับผิดชอบ | กองช่าง
        การติดตาม | รายงานรอบ 6 เดือน
        """


def test_the_one_card_in_a_frame_that_leaves_out_who_does_it_lacks_that_field() -> None:
    without = TABLED.replace("        {who}\n", "")
    assert judged(without) == [("ป้ายราคาบนรั้ว", "ผู้รับผิดชอบ")]
    assert judged(TABLED.format(who="ผู้รับผิดชอบ | กองคลัง")) == []


def test_looking_after_progress_is_watching_and_no_result() -> None:
    cards = [
        ("ของหลวงกลับที่เดิม", "ติดหมายเลขทุกชิ้น ครูเวรตรวจทุกวันศุกร์", "ฝ่ายบริหารงบประมาณ"),
        ("ชี้แล้วเปลี่ยน", "เปิดกล่องความเห็น เลือกเรื่องที่ทำได้ก่อน", "ฝ่ายบริหารทั่วไป"),
        ("เปิดหม้อดูได้", "ถ่ายรูปเมนูทุกวัน ผู้ปกครองผลัดกันตรวจ", "ฝ่ายบริหารงานบุคคล"),
    ]
    text = "".join(
        f"การ์ดใบที่ {at} {name}\nลงมืออย่างไร {how}\nเจ้าของการ์ด {who}\n"
        "ดูความก้าวหน้า รายงานในที่ประชุมครูทุกสิ้นภาคเรียน\n"
        for at, (name, how, who) in enumerate(cards, start=1)
    )
    assert [set(one.fields) for one in plan(case(text).facts)] == [
        {"steps", "responsible", "monitoring"}
    ] * len(cards)


WRAPPED = """
# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในสถานศึกษา ประจำปีงบประมาณ พ.ศ. 2565
ข้อหนึ่ง มาตรการเปิดแผนใช้เงินอุดหนุนรายหัว สำหรับเรื่องที่เป็นจุดอ่อนคือการใช้
งบประมาณ
ขั้นตอน: ติดแผนหน้าห้องธุรการ
ผู้ทำ: งานการเงิน
ตามดู: หัวหน้างานรายงานผู้อำนวยการ
ข้อสอง มาตรการสื่อสารผู้ปกครองสองทาง สำหรับเรื่องที่ควรพัฒนาคือประสิทธิภาพ
การสื่อสาร
ขั้นตอน: เปิดกลุ่มไลน์รายห้อง
ผู้ทำ:{who}
ตามดู: รองผู้อำนวยการตรวจคำถามคงค้าง
ข้อสาม มาตรการเลือกร้านค้าอาหารกลางวันอย่างโปร่งใส สำหรับเรื่องการใช้จ่ายเงิน
งบประมาณ
ขั้นตอน: ประกาศเชิญชวนร้านค้า
ผู้ทำ: งานพัสดุ
ตามดู: กรรมการสถานศึกษารับรายงาน
"""


@pytest.mark.parametrize(("who", "lacking"), [(" งานประชาสัมพันธ์", []), ("", ["ผู้รับผิดชอบ"])])
def test_cards_whose_first_name_wraps_are_read_and_no_card_speaks_for_another(
    who: str, lacking: list[str]
) -> None:
    text = WRAPPED.format(who=who)
    assert len(plan(case(text).facts)) == len(("first", "second", "third"))
    assert [field for _, field in judged(text)] == lacking
