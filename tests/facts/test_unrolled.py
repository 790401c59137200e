"""Tables that no reader gives a role are read as the lines they would be without a frame: the labels
that come again in them label, whatever their words.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.measures import plan
from ita_checker.facts.tables import said
from ita_checker.model import Facts

ABOUT, STEPS, WHO, WATCHED = "topic", "steps", "responsible", "monitoring"
WORDS = [
    ("เข็มทิศ", "เดินเรือทีละช่วง", "กัปตัน", "หอสังเกตการณ์"),
    ("ปมที่คลาย", "ลงมือยังไง", "คนถือธง", "ใครแวะมาส่อง"),
    ("อาการ", "ยาที่ให้กิน", "หมอเจ้าของไข้", "นัดดูแผล"),
]
ON_ITS_SIDE = """
 | ย้ายอย่างมีเหตุผล | ราคาแผงเปิดหน้าเว็บ
{about} | การใช้อำนาจ | การเปิดเผยข้อมูล
{how} | 1) ออกเกณฑ์การโยกย้าย 2) ประกาศเหตุผลของทุกคำสั่ง | 1) สำรวจแผงเช่า 2) ขึ้นเว็บไซต์
{who} | ฝ่ายทรัพยากรบุคคล | ฝ่ายพัฒนาธุรกิจ
{watched} | ผู้ตรวจอ่านคำสั่งย้าย รายงานผู้อำนวยการทุกไตรมาส | ฝ่ายตรวจสอบเทียบราคาทุกเดือน
"""
A_FORM = """
ใบที่ 1 ย้ายอย่างมีเหตุผล | <
{about} | การใช้อำนาจ
{how} | ออกเกณฑ์การโยกย้าย / ประกาศเหตุผลของทุกคำสั่ง
{who} | ฝ่ายทรัพยากรบุคคล
{watched} | ผู้ตรวจอ่านคำสั่งย้าย รายงานผู้อำนวยการทุกไตรมาส
ใบที่ 2 ราคาแผงเปิดหน้าเว็บ | <
{about} | การเปิดเผยข้อมูล
{how} | สำรวจแผงเช่า / ขึ้นเว็บไซต์
{who} | ฝ่ายพัฒนาธุรกิจ
{watched} | ฝ่ายตรวจสอบเทียบราคาทุกเดือน
"""
BOXES = (
    "ย้ายอย่างมีเหตุผล // {about} การใช้อำนาจ // {how} ออกเกณฑ์การโยกย้าย // ประกาศเหตุผลของทุกคำสั่ง"
    " // {who} ฝ่ายทรัพยากรบุคคล // {watched} ผู้ตรวจอ่านคำสั่งย้าย รายงานทุกไตรมาส"
    " | ราคาแผงเปิดหน้าเว็บ // {about} การเปิดเผยข้อมูล // {how} สำรวจแผงเช่า // ขึ้นเว็บไซต์"
    " // {who} ฝ่ายพัฒนาธุรกิจ // {watched} ฝ่ายตรวจสอบเทียบราคาทุกเดือน"
)
SPLIT = """
ก้าวแรก: ย้ายอย่างมีเหตุผล (การใช้อำนาจ)

{how} // ออกเกณฑ์การโยกย้าย // ประกาศเหตุผลของทุกคำสั่ง | {who} // ฝ่ายทรัพยากรบุคคล // {watched} // ผู้ตรวจอ่านคำสั่งย้าย รายงานทุกไตรมาส

ก้าวที่สอง: ราคาแผงเปิดหน้าเว็บ (การเปิดเผยข้อมูล)

{how} // สำรวจแผงเช่า // ขึ้นเว็บไซต์ | {who} // ฝ่ายพัฒนาธุรกิจ // {watched} // ฝ่ายตรวจสอบเทียบราคาทุกเดือน
"""


def planned(facts: Facts) -> list[tuple[str, dict[str, str]]]:
    return [
        (one.called, {held: said(facts, own) for held, own in one.fields.items()})
        for one in plan(facts)
    ]


@pytest.mark.parametrize("layout", [ON_ITS_SIDE, A_FORM, BOXES, SPLIT])
@pytest.mark.parametrize(("about", "how", "who", "watched"), WORDS)
def test_a_table_without_a_role_is_read_by_the_labels_that_come_again(
    layout: str, about: str, how: str, who: str, watched: str
) -> None:
    text = layout.format(about=about, how=how, who=who, watched=watched)
    made = planned(case(text).facts)
    assert len(made) == 2
    assert made[0][0].endswith("ย้ายอย่างมีเหตุผล")
    assert made[1][0].endswith("ราคาแผงเปิดหน้าเว็บ")
    for _, fields in made:
        assert {ABOUT, STEPS, WHO, WATCHED} <= fields.keys()
    assert made[1][1][WHO] == "ฝ่ายพัฒนาธุรกิจ"
    assert made[0][1][WATCHED].startswith("ผู้ตรวจอ่านคำสั่งย้าย")


def test_what_a_table_on_its_side_leaves_blank_is_a_blank_field() -> None:
    about, how, who, watched = WORDS[0]
    text = ON_ITS_SIDE.format(about=about, how=how, who=who, watched=watched)
    text = text.replace("ฝ่ายตรวจสอบเทียบราคาทุกเดือน", "")
    made = planned(case(text).facts)
    assert made[1][1][WATCHED] == ""


def test_a_title_that_counts_on_is_no_part_of_the_card_above_and_what_follows_it_says_what_it_is_about() -> (
    None
):
    text = """
        ใบที่ 1 ยืมของต้องลงชื่อ
        คลายปม การใช้ทรัพย์สินของราชการ
        ลงแรงอย่างไร ทำสมุดยืม
        ฝากไว้กับใคร กองคลัง
        แวะมาส่องตอนไหน ตรวจนับทุกเดือน
        ใบที่ 2 ตอบไลน์ก่อนข้ามวัน
        คลายปม ประสิทธิภาพการสื่อสาร
        ลงแรงอย่างไร แบ่งเวรคนตอบ
        ฝากไว้กับใคร สำนักปลัดเทศบาล
        แวะมาส่องตอนไหน นับข้อความค้างทุกเดือน
        ใบที่ 3 เปิดงบให้อ่านออก
        ต่อยอดของดี การใช้งบประมาณ
        ลงแรงอย่างไร ทำภาพหนึ่งหน้า
        ฝากไว้กับใคร กองคลัง
        แวะมาส่องตอนไหน รายงานทุกไตรมาส
        """
    made = planned(case(text).facts)
    assert [name for name, _ in made] == [
        "ยืมของต้องลงชื่อ",
        "ตอบไลน์ก่อนข้ามวัน",
        "เปิดงบให้อ่านออก",
    ]
    assert made[2][1][ABOUT] == "ต่อยอดของดีการใช้งบประมาณ"


def test_a_line_over_each_first_label_says_what_the_title_above_it_is_about() -> None:
    text = """
        เงินคณะเล่าเป็นภาพ
        ขยับให้ การใช้งบประมาณ ดีกว่าเดิม
        เดินอย่างนี้: ส่งยอดใช้จ่ายทุกสิ้นเดือน ทำเป็นภาพเดียว
        มือถือธง: กองคลัง
        ตาคอยดู: รองอธิการบดีเปิดจอเช็กเดือนละครั้ง
        จองแล้วต้องใช้
        ขยับให้ การใช้ทรัพย์สินของราชการ ดีกว่าเดิม
        เดินอย่างนี้: รวมปฏิทินห้องไว้ระบบเดียว
        ตาคอยดู: งานตรวจสอบภายในดึงรายงานทุกสองเดือน
        ค่ายรู้ทันโกง
        ขยับให้ คนปีหนึ่งมีภูมิ
        เดินอย่างนี้: เล่นเกมสถานการณ์หนึ่งวัน
        มือถือธง: กองพัฒนานักศึกษา
        ตาคอยดู: คณะกรรมการนับคนเข้าร่วมทุกเดือน
        """
    made = planned(case(text).facts)
    assert [name for name, _ in made] == ["เงินคณะเล่าเป็นภาพ", "จองแล้วต้องใช้", "ค่ายรู้ทันโกง"]
    assert WHO not in made[1][1]
    assert made[0][1][WHO] == "กองคลัง"


def test_labels_that_recur_inside_lines_part_them_and_a_list_over_them_is_how_it_is_done() -> None:
    text = """
        สัญญาที่ ๑ อาหารกลางวันเปิดเผยได้
        1. ครูเวรติดรายการอาหารหน้าโรงอาหารทุกเช้า
        2. ผู้ปกครองสลับกันมาร่วมตรวจรับ
        มือแรก: กลุ่มบริหารงบประมาณ / ตาคู่ที่สอง: ผู้อำนวยการเปิดสมุดทุกวันศุกร์
        สัญญาที่ ๒ รับนักเรียนอย่างตรงไปตรงมา
        1. ประกาศหลักเกณฑ์ก่อนเปิดรับหนึ่งเดือน
        2. จับฉลากต่อหน้าผู้ปกครอง
        มือแรก: กลุ่มบริหารวิชาการ / ตาคู่ที่สอง:
        สัญญาที่ ๓ ยืมของต้องมีใบยืม
        1. จัดทำใบยืมสองตอน
        2. ลงทะเบียนคุมเครื่องเสียง
        มือแรก: งานพัสดุ / ตาคู่ที่สอง: ตรวจนับสิ้นเดือนและรายงานผู้อำนวยการ
        """
    made = planned(case(text).facts)
    assert [name for name, _ in made] == [
        "อาหารกลางวันเปิดเผยได้",
        "รับนักเรียนอย่างตรงไปตรงมา",
        "ยืมของต้องมีใบยืม",
    ]
    assert made[1][1][WATCHED] == ""
    assert made[1][1][WHO] == "กลุ่มบริหารวิชาการ"
    assert made[1][1][STEPS].startswith("1.ประกาศหลักเกณฑ์")


@pytest.mark.parametrize(("about", "how", "who", "watched"), WORDS)
def test_an_upright_table_under_headings_that_no_list_knows_is_read_by_what_stands_below_them(
    about: str, how: str, who: str, watched: str
) -> None:
    text = f"""
        {about} | {how} | {who} | {watched}
        จัดซื้อเปิดเผย | ลงราคากลางในเว็บไซต์ | กองคลัง | หน่วยตรวจสอบภายในดูทุกไตรมาส
        ใช้ดุลพินิจอย่างมีหลัก | เขียนเหตุผลทุกครั้งที่ไม่อนุญาต |  | ปลัดเทศบาลสุ่มดูเดือนละ 5 เรื่อง
        ไม่รับของกำนัล | ทำสมุดส่งคืน | งานการเจ้าหน้าที่ | ปลัดเทศบาลตรวจสมุดทุกเดือน
        """
    made = planned(case(text).facts)
    assert [name for name, _ in made] == ["จัดซื้อเปิดเผย", "ใช้ดุลพินิจอย่างมีหลัก", "ไม่รับของกำนัล"]
    assert made[1][1][WHO] == ""
