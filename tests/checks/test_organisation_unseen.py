"""Offices of every class in sentences that no list was made of: what is another's affair is silent,
what stands where only the reporter stands is seen.
"""

import pytest
from building import case

from ita_checker.checks.organisation_names import Params, check
from ita_checker.facts.organisation import reporter

COVER = """
    # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม
    # ประจำปีงบประมาณ พ.ศ. ๒๕๖๔
    # {own}
    -> อำเภอ{district} จังหวัด{province}
    ---page---
    เพื่อให้การประเมินเป็นไปด้วยความเรียบร้อย {own} จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน เพื่อให้ตรวจสอบได้
    {line}

    บัดนี้ {own} ได้ดำเนินการตามมาตรการเรียบร้อยแล้ว
    -> {own}
    -> เมษายน ๒๕๖๔
"""
SAO = ("องค์การบริหารส่วนตำบลโพนงามน้อย", "เดชอุดม", "อุบลราชธานี")
TOWN = ("เทศบาลตำบลหนองบัวคำ", "ลี้", "ลำพูน")
PAO = ("องค์การบริหารส่วนจังหวัดอุทัยธานี", "เมืองอุทัยธานี", "อุทัยธานี")
SCHOOL = ("โรงเรียนบ้านท่ามะขามวิทยา", "ท่าวุ้ง", "ลพบุรี")
COLLEGE = ("วิทยาลัยการอาชีพเขาค้อ", "เขาค้อ", "เพชรบูรณ์")
HOSPITAL = ("โรงพยาบาลภูกระดึงชัย", "ภูกระดึง", "เลย")
CLINIC = ("โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านดงยาง", "นาดูน", "มหาสารคาม")
NURSERY = ("ศูนย์พัฒนาเด็กเล็กบ้านสระแก้ว", "วังทอง", "พิษณุโลก")
POLICE = ("สถานีตำรวจภูธรหนองไผ่ล้อม", "เมืองนครราชสีมา", "นครราชสีมา")
AREA = ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาอ่างทอง", "เมืองอ่างทอง", "อ่างทอง")
PAIRS = [
    (SAO, "เทศบาลตำบลบ้านแหวนทอง"),
    (TOWN, "อบต.ห้วยไร่สามัคคี"),
    (PAO, "อบจ.ชัยนาท"),
    (SCHOOL, "โรงเรียนวัดดอนพุทราวิทยา"),
    (COLLEGE, "วิทยาลัยเทคนิคดอนเมือง"),
    (HOSPITAL, "โรงพยาบาลบางระกำ"),
    (CLINIC, "รพ.สต.บ้านโนนสูง"),
    (NURSERY, "ศูนย์พัฒนาเด็กเล็กวัดไร่ขิง"),
    (POLICE, "สถานีตำรวจภูธรบางปะหัน"),
    (AREA, "สพป.นครพนม เขต 2"),
]
PASSING = """
ทั้งนี้ได้ขอแบบสำรวจมาจาก{other}เพื่อใช้เป็นแนว
ระบบคิวนี้นำแนวคิดมาจาก{other}
{other}ได้ขอยืมเต็นท์ของหน่วยงานไปใช้ในงานประเพณี
ในวันดังกล่าวมีผู้แทน{other}มาสังเกตการณ์
เจ้าหน้าที่สองคนช่วยงาน{other}ในช่วงน้ำท่วม
การอบรมจัดที่{other}เป็นเวลาหนึ่งวัน
โดยมี{other}เป็นพี่เลี้ยงให้คำปรึกษา
แบบฟอร์มชุดนี้ปรับจากแบบฟอร์มที่{other}ใช้อยู่
ส่งสำเนารายงานให้{other}ทราบ
ขอขอบคุณ{other}ที่อนุเคราะห์สถานที่
ผลคะแนนต่ำกว่า{other}อยู่สองคะแนน
ตามบันทึกความร่วมมือระหว่างหน่วยงานกับ{other}
ผู้รับจ้างรายนี้เคยทำงานให้{other}มาก่อน
ได้รับคำแนะนำจาก{other}ในการจัดทำคู่มือ
มีการแลกเปลี่ยนประสบการณ์กับบุคลากรของ{other}
คดีที่เกิดขึ้นใน{other}ถูกนำมาเป็นกรณีตัวอย่าง
เช่นเดียวกับ{other}ที่ใช้วิธีนี้มาก่อน
ครั้งนี้เชิญปลัดของ{other}มาบรรยาย
เดินทางไปดูระบบงานสารบรรณที่{other}เมื่อเดือนก่อน
{other}เป็นผู้ชนะการประกวดระดับจังหวัด
ปีก่อนผู้อำนวยการย้ายไปรับตำแหน่งที่{other}
ถือเป็นตัวอย่างที่ดีของ{other}
""".strip().splitlines()
LEFT_OVER = [
    "มาตรการนี้ใช้บังคับกับบุคลากรของ{other}ทุกคน",
    "{other}จึงได้วิเคราะห์ผลการประเมินและจัดทำมาตรการขึ้น",
    "-> ประกาศ{other}\n    -> เรื่อง มาตรการป้องกันการรับสินบน\n",
    "{other} ได้ดำเนินการตามมาตรการดังกล่าวแล้วเสร็จ",
    "ผู้บริหาร{other}ให้ความสำคัญกับความโปร่งใส",
    "-> (นายสมชาย ใจดี)\n    -> ผู้อำนวยการ{other}\n",
    "{other}จะปิดประกาศคะแนนทุกไตรมาส",
    "ทั้งนี้ ให้ทุกส่วนราชการของ{other}ถือปฏิบัติโดยเคร่งครัด",
    "ประชาชนในเขต{other}ได้รับทราบข้อมูล",
]


def codes(own: tuple[str, str, str], line: str) -> list[str]:
    """Return the codes said of a report of `own` with one more line in it."""
    name, district, province = own
    text = COVER.format(own=name, district=district, province=province, line=line)
    return [finding.code for finding in check(case(text), Params()).findings]


@pytest.mark.parametrize("own, other", PAIRS, ids=[own[0] for own, _ in PAIRS])
def test_an_office_that_is_spoken_of_is_no_left_over_name(
    own: tuple[str, str, str], other: str
) -> None:
    said = {line: codes(own, line.format(other=other)) for line in PASSING}
    assert {line: found for line, found in said.items() if found} == {}


@pytest.mark.parametrize("own, other", PAIRS, ids=[own[0] for own, _ in PAIRS])
def test_another_office_in_the_reporters_place_is_seen(
    own: tuple[str, str, str], other: str
) -> None:
    said = {line: codes(own, line.format(other=other)) for line in LEFT_OVER}
    assert {line: found for line, found in said.items() if "ORG002" not in found} == {}


COPIED = """
    # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม
    # ประจำปีงบประมาณ พ.ศ. ๒๕๖๔
    # {own}
    -> อำเภอ{district} จังหวัด{province}
    ---page---
    {body} ตระหนักถึงความสำคัญดังกล่าว จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานขึ้น

    ผลการประเมินของ {body} อยู่ในระดับดี และบุคลากรของ {body} ได้รับทราบโดยทั่วกัน

    บัดนี้ {body} ได้ดำเนินการตามมาตรการเรียบร้อยแล้ว
    -> (นายประสิทธิ์ ตั้งใจดี)
    -> นายก{body}
"""


def test_a_copied_body_with_its_signature_does_not_outvote_the_cover() -> None:
    text = COPIED.format(
        own="เทศบาลตำบลหนองตะเคียนงาม",
        district="พยุหะคีรี",
        province="นครสวรรค์",
        body="เทศบาลตำบลโคกประดู่ทอง",
    )
    made = case(text)
    own = reporter(made.facts)
    assert own and own.full == "เทศบาลตำบลหนองตะเคียนงาม"
    assert {finding.found for finding in check(made, Params()).findings} == {"เทศบาลตำบลโคกประดู่ทอง"}


def test_the_covers_district_tells_which_of_two_offices_is_at_home() -> None:
    text = COPIED.format(
        own="องค์การบริหารส่วนตำบลวานรนิวาส",
        district="เกษตรวิสัย",
        province="ร้อยเอ็ด",
        body="องค์การบริหารส่วนตำบลดงครั่งน้อย",
    )
    own = reporter(case(text).facts)
    assert own and own.full == "องค์การบริหารส่วนตำบลดงครั่งน้อย"


LETTER = """
    ที่ นว ๗๒๓๐๑/๑๑๘ {own} อำเภอพยุหะคีรี จังหวัดนครสวรรค์
    -> ๒๐ เมษายน ๒๕๖๔
    เรื่อง รายงานผลตามมาตรการ
    เรียน นายอำเภอพยุหะคีรี

    ตามที่อำเภอให้รายงานผลนั้น หน่วยงานได้จัดทำรายงานเสร็จเรียบร้อยแล้ว จึงเรียนมาเพื่อโปรดทราบและพิจารณาดำเนินการต่อไป
    -> (นายประสิทธิ์ ตั้งใจดี)
    -> นายก{own}
    ---page---
    {own} อำเภอตากฟ้า จังหวัดนครสวรรค์ กำหนดมาตรการเพื่อให้เกิดความโปร่งใสตามที่ได้วิเคราะห์ไว้ทุกประการ
"""


def test_a_letters_head_says_where_the_office_is() -> None:
    own = reporter(case(LETTER.format(own="องค์การบริหารส่วนตำบลหนองตะเคียนงาม")).facts)
    assert own and (own.district, own.province) == ("พยุหะคีรี", "นครสวรรค์")
