"""Offices of every class in sentences that no list was made of: what is another's affair is silent,
what stands where only the reporter stands is seen.
"""

import pytest
from building import case

from ita_checker.checks.organisation_names import LIKE_OWN, Params, check
from ita_checker.facts.organisation import mentions, parse, reporter
from ita_checker.model import Certainty

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
ออกหน่วยบริการ ๘ หมู่บ้าน โดย{other}ให้ยืมรถ
ติดตั้งโปรแกรมเรียบร้อย โดย{other} เป็นพี่เลี้ยง
พาเจ้าหน้าที่สามคนไปดูระบบรับเรื่องของ{other} แล้วกลับมาทำผังขั้นตอน
ในปีหน้าจะนำแบบเวทีของ{other}มาใช้
เรื่องที่เป็นของ{other}ให้ส่งต่อภายใน ๓ วัน
คำขอสองฉบับอยู่ในท้องที่ของ{other}จึงคืนให้ผู้ยื่น
ตรวจแล้วเป็นหน้าที่ของ{other}จึงส่งเรื่องต่อในวันเดียวกัน
เสาไฟต้นนั้นอยู่ในความดูแลของ{other}
มีรองปลัด{other}ซึ่งมาศึกษาวิธีทำงานนั่งฟังอยู่ด้วย
ผู้สังเกตการณ์สองคน ได้แก่ ผู้บริหาร{other}
เจ้าหน้าที่{other}ให้ข้อเสนอแนะว่าควรย่อแบบคำขอ
เต็นท์ของ{other}ถูกยืมมาใช้หนึ่งสัปดาห์
ผู้ถูกกล่าวหาเป็นลูกจ้างของ{other}
ปีนี้คะแนนสูงกว่าของ{other}เล็กน้อย
เรียบเรียงขึ้นโดยอาศัยหนังสือเล่มเล็กของ{other}
กรรมการคนที่สามเป็นช่างของ{other}
แข่งขันกันที่สนามฟุตบอลของ{other}
ท่านเคยดำรงตำแหน่งในสำนักงานของ{other}มาก่อน
ทั้งนี้ได้ศึกษาแนวทางที่ดีของ{other}ประกอบด้วย
นำแบบใบยืมของ{other}มาเป็นตัวอย่าง
ปีหน้าจะขยายไปทุกกอง ตามแบบอย่าง{other}
การสัมภาษณ์มีกรรมการจากภายนอกสองคนโดย{other}ส่งผู้แทน
ใช้สถานที่ของ{other}จัดประชุมสองครั้ง
ชุมชนขยายตัวติดเขต{other}คำขออนุญาตเพิ่มขึ้น
เรื่องนี้ไม่เกี่ยวกับหน่วยงาน {other}เป็นหน่วยงานข้างเคียงมีรายงานของตนเอง
เพื่อนบ้านเรา {other}ได้คะแนนดีกว่า
ใบยืมชุดนี้รวบรวมโดย{other}เมื่อปี ๒๕๖๒
""".strip().splitlines()
WORDS = """
มีผู้มาติดต่อราชการที่{of_class}เฉลี่ยวันละยี่สิบราย
ผู้ปกครองพาบุตรหลานมาที่{of_class}ตั้งแต่เช้า
{of_class}เปิดบริการทุกวันไม่เว้นวันหยุด
ในปีนี้{of_class}ซื้อเครื่องพิมพ์ใหม่สองเครื่อง
ป้ายหน้า{of_class}ระบุช่องทางร้องเรียนไว้ชัดเจน
การขอใช้รถของ{of_class}ต้องลงสมุดทุกครั้ง
งานพัสดุของ{of_class}รวบรวมใบเสนอราคาไว้ในแฟ้ม
ประชาชนแนะนำให้{of_class}แก้ขั้นตอนที่ซ้ำซ้อน
{of_class}ขนาดเล็กมีเจ้าหน้าที่น้อยจึงต้องหมุนเวียนกัน
{of_class}หลายแห่งประสบปัญหาเดียวกัน
{of_class}ตรวจนับครุภัณฑ์ครบทุกรายการ
เอกสารแนบรวมอยู่ที่{of_class}รายละเอียดตามบัญชีท้ายรายงาน
คณะทำงานพบกันที่ห้องประชุม{of_class}ชั้นสอง
รถยนต์ของ{of_class}จอดไว้ในโรงเก็บ
{of_class}ยังไม่ถูกร้องเรียนเรื่องนี้
กล่องรับความเห็นตั้งอยู่หน้า{of_class}ข้างบันได
พนักงานขับรถของ{of_class}ส่งกุญแจคืนทุกเย็น
{of_class}นำร่องใช้แบบฟอร์มใหม่
หน้าที่ของ{of_class}คือดูแลประชาชน
เมื่อ{of_class}แก้ไขระบบแล้ว ข้อร้องเรียนลดลง
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
    "การจัดซื้อจัดจ้างของ{other}เปิดเผยทุกขั้นตอน",
    "ให้รายงานผลการประเมินของ{other}ต่อที่ประชุม",
    "ช่องทางร้องเรียนของ{other}เปิดทุกวัน",
    "ขั้นตอนการให้บริการของ{other}ติดไว้ที่เคาน์เตอร์",
    "หลักฐานทั้งหมดเก็บที่ห้องธุรการ{other} ผู้สนใจขอดูได้",
    "รายงานฉบับนี้จัดทำโดย{other} เพื่อเสนอผู้บริหารและเผยแพร่",
    "จากผลการประเมินข้างต้น {other}เห็นควรปรับปรุงการสื่อสาร",
    "{other}พัฒนาจึงกำหนดมาตรการภายในให้บุคลากรถือปฏิบัติ",
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


@pytest.mark.parametrize("own", [own for own, _ in PAIRS], ids=[own[0] for own, _ in PAIRS])
def test_words_behind_a_class_word_are_no_name(own: tuple[str, str, str]) -> None:
    named = parse(own[0])
    assert named
    said = {line: codes(own, line.format(of_class=named.kind.name)) for line in WORDS}
    assert {line: found for line, found in said.items() if found} == {}


RUN_ON = [
    ("โรงเรียนนามนพิทยาคมเป็นพี่เลี้ยง", "นามนพิทยาคม"),
    ("โรงเรียนอนุบาลนครธรรมส่งแบบมาให้ทดลอง", "อนุบาลนครธรรม"),
    ("โรงพยาบาลบางระกำรับส่งต่อผู้ป่วยทุกวัน", "บางระกำ"),
    ("เทศบาลตำบลบ้านแหวนทองอยู่สองคะแนน", "บ้านแหวนทอง"),
]


@pytest.mark.parametrize("text, name", RUN_ON)
def test_a_name_ends_before_the_words_that_run_on(text: str, name: str) -> None:
    (found,) = mentions(case(f"ปีนี้{text}").facts)
    assert found.proper == name


def test_a_list_of_abbreviated_classes_names_nobody() -> None:
    assert mentions(case("ผู้บริหาร ทม. ทน. และ ทต. ในจังหวัดร่วมประกาศเจตนารมณ์").facts) == ()


def test_what_looks_like_a_following_word_is_the_names_own_where_it_stands_whole() -> None:
    text = """
    -> เทศบาลตำบลเมืองแกลง
    -> อำเภอแกลง จังหวัดระยอง
    เทศบาลตำบลเมืองแกลงเป็นราชการส่วนท้องถิ่น และเทศบาลตำบลเมืองแกลงได้คะแนน ๘๗
    """
    assert {mention.proper for mention in mentions(case(text).facts)} == {"เมืองแกลง"}


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


LOCATED = [
    "ที่ตั้ง: อำเภอวิเชียรบุรี จังหวัดเพชรบูรณ์",
    "เทศบาลตำบลโนนสะอาดทองตั้งอยู่ในอำเภอวิเชียรบุรี จังหวัดเพชรบูรณ์ มีประชากรหนึ่งหมื่นคน",
    ("เทศบาลตำบลโนนสะอาดทอง มีพื้นที่ติดกับเทศบาลตำบลดอยลาน อยู่ในเขตอำเภอวิเชียรบุรี จังหวัดเพชรบูรณ์"),
]


@pytest.mark.parametrize("line", LOCATED)
def test_where_an_office_says_that_it_is(line: str) -> None:
    own = reporter(case(f"# รายงานผล\n-> เทศบาลตำบลโนนสะอาดทอง\n\n{line}\n").facts)
    assert own and (own.district, own.province) == ("วิเชียรบุรี", "เพชรบูรณ์")


def test_where_another_office_is_says_nothing_of_ones_own() -> None:
    line = "ศึกษาดูงาน ณ เทศบาลตำบลดอยลาน ซึ่งตั้งอยู่ในอำเภอวิเชียรบุรี จังหวัดเพชรบูรณ์"
    own = reporter(case(f"# รายงานผล\n-> เทศบาลตำบลโนนสะอาดทอง\n\n{line}\n").facts)
    assert own and (own.district, own.province) == (None, None)


def test_misread_letters_in_a_signature_are_no_other_office() -> None:
    assert codes(TOWN, "-> (นายสมชาย ใจดี)\n    -> นายกเทศมนตรีตำบลอะอึฎ\n") == []


def test_another_kind_in_the_signature_is_advice() -> None:
    line = "-> (นายสมชาย ใจดี)\n    -> นายกองค์การบริหารส่วนตำบลหนองบัวคำ\n"
    assert codes(TOWN, line) == ["ORG005"]


def test_another_office_told_twice_in_one_paragraph_is_no_surer_than_told_once() -> None:
    own, district, province = TOWN
    other = "เทศบาลตำบลสันกลางทุ่ง"
    once = f"ผู้บริหาร{other}มีนโยบายไม่รับของขวัญ และบุคลากรของ{other}ถือปฏิบัติ"
    twice = (
        f"ผู้บริหาร{other}มีนโยบายไม่รับของขวัญ\n\n# ส่วนที่ ๓\nบุคลากรของ{other}ทุกคนถือปฏิบัติตามมาตรการที่กำหนดไว้"
    )
    found = [
        check(
            case(COVER.format(own=own, district=district, province=province, line=line)), Params()
        ).findings
        for line in (once, twice)
    ]
    assert [[(one.code, one.certainty.value) for one in own] for own in found] == [
        [("ORG002", "likely")],
        [("ORG002", "sure")],
    ]


CLAUSES_OF_ONES_OWN = [
    "{other} ได้อ่านผล ITA ของปีก่อนแล้ว พบว่าประชาชนติดต่อราชการยาก",
    "{other} ถือว่ามาตรการฉบับนี้เป็นนโยบายที่บุคลากรทุกคนต้องปฏิบัติ",
    "ได้เชิญวิทยากรมาอบรม ๑ วัน และแจกคู่มือให้พนักงานของ{other}ทุกคน",
    "{other} แต่เดิมเป็นสภาตำบล ปัจจุบันมี ๑๒ หมู่บ้าน",
]


@pytest.mark.parametrize("own, other", PAIRS[:2], ids=[own[0] for own, _ in PAIRS[:2]])
@pytest.mark.parametrize("line", CLAUSES_OF_ONES_OWN[:2])
def test_what_only_the_clause_says_is_likely_and_says_why(
    own: tuple[str, str, str], other: str, line: str
) -> None:
    name, district, province = own
    text = COVER.format(
        own=name, district=district, province=province, line=line.format(other=other)
    )
    (finding,) = check(case(text), Params()).findings
    assert (finding.code, finding.certainty) == ("ORG002", Certainty.LIKELY)
    assert finding.doubt == LIKE_OWN


@pytest.mark.parametrize("line", CLAUSES_OF_ONES_OWN)
def test_the_own_name_with_another_class_is_seen_in_clauses_of_ones_own(line: str) -> None:
    assert codes(SAO, line.format(other="เทศบาลตำบลโพนงามน้อย")) == ["ORG005"]
    assert codes(TOWN, line.format(other="องค์การบริหารส่วนตำบลหนองบัวคำ")) == ["ORG005"]


@pytest.mark.parametrize(
    "line",
    [
        "ได้รับการยกฐานะจาก{other} เมื่อปี ๒๕๕๕",
        "อบรมร่วมกับ{other} ซึ่งมีเขตติดต่อกัน",
        "ปลัด{other} มาเป็นวิทยากร",
    ],
)
def test_the_former_class_and_a_neighbour_of_the_same_name_are_left_alone(line: str) -> None:
    assert codes(TOWN, line.format(other="องค์การบริหารส่วนตำบลหนองบัวคำ")) == []


def test_a_speaker_s_office_is_the_speakers_own() -> None:
    line = "๐๙.๐๐ น. ธรรมาภิบาล นพ.วิชาญ คิดดี ผู้อำนวยการโรงพยาบาลบางระกำ ๑๐.๓๐ น. พัก"
    assert codes(HOSPITAL, line) == []


@pytest.mark.parametrize("before", ["", ": "])
def test_the_cell_beside_the_label_of_a_name_is_the_reporters(before: str) -> None:
    line = f"ชื่อหน่วยงาน | {before}โรงพยาบาลบางระกำ\n    วันที่ | {before}๕ เมษายน ๒๕๖๖"
    assert codes(HOSPITAL, line) == ["ORG002"]


@pytest.mark.parametrize("words", ["ตรวจยอด", "เรียกดู", "ดูแดชบอร์ด", "พบชุมชน"])
def test_what_a_municipality_without_its_rank_does_is_no_name(words: str) -> None:
    found = mentions(case(f"งานคลังของเทศบาล{words} ทุกไตรมาส").facts)
    assert [one.proper for one in found if one.proper] == []
