"""Measures counted by a word of the office's own: read where the same labels come again."""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.measures import pairs, plan, results
from ita_checker.facts.measures.naming.names import nameless
from ita_checker.facts.tables import said

TITLE = "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
OWN_COUNT = """{one} อ่านหนังสือเวรให้โปร่งใส
{who} : งานบริหารทั่วไป
{did} : ติดตารางเวรหน้าห้องทุกวันจันทร์ ตั้งแต่ 7 พฤศจิกายน 2564
{came} : ครูทุกคนรู้เวรล่วงหน้า แลกเวรลดลงครึ่งหนึ่ง
{two} เก็บเงินกิจกรรมให้ตรวจได้
{who} : งานการเงิน
{did} : ออกใบเสร็จทุกครั้ง 312 ใบ
{came} : ไม่มีผู้ปกครองร้องเรียน
"""


@pytest.mark.parametrize(
    ("one", "two"), [("กิจที่ ๑", "กิจที่ ๒"), ("เรื่องที่ 1.", "เรื่องที่ 2."), ("ข้อตกลง 1)", "ข้อตกลง 2)")]
)
@pytest.mark.parametrize(
    ("who", "did", "came"),
    [
        ("ผู้ดูแล", "ทำอะไร", "เกิดผลอย่างไร"),
        ("ผู้รับผิดชอบ", "สิ่งที่ดำเนินการ", "ผลลัพธ์"),
    ],
)
def test_things_counted_by_a_word_of_the_schools_own_are_measures_where_labels_come_again(
    one: str, two: str, who: str, did: str, came: str
) -> None:
    made = results(
        case(TITLE + OWN_COUNT.format(one=one, two=two, who=who, did=did, came=came)).facts
    )
    assert [each.called for each in made] == ["อ่านหนังสือเวรให้โปร่งใส", "เก็บเงินกิจกรรมให้ตรวจได้"]
    assert [set(each.fields) >= {"responsible", "activity", "outcome"} for each in made] == [
        True
    ] * 2


@pytest.mark.parametrize(
    "said",
    [
        "สำนักปลัดฯ เป็นเจ้าของเรื่อง เรื่องที่สองกองพัสดุและทรัพย์สินเป็นเจ้าของเรื่อง",
        "กองคลังรับไปทำ เรื่องที่สองสำนักปลัดเทศบาลรับไปทำ",
    ],
)
def test_offices_counted_in_a_sentence_are_no_measures(said: str) -> None:
    made = case(TITLE + f"เทศบาลมีมาตรการอยู่สองเรื่องด้วยกัน เรื่องแรก{said} และรายงานรอบ 6 เดือน\n")
    assert not [pair for pair in pairs(made.facts) if pair.plan]


@pytest.mark.parametrize("word", ["ตอนที่", "ครั้งที่", "ไตรมาสที่", "ตารางที่"])
def test_parts_times_and_tables_are_counted_and_are_no_measures(word: str) -> None:
    labels = {"who": "ผู้รับผิดชอบ", "did": "สิ่งที่ดำเนินการ", "came": "ผลลัพธ์"}
    text = OWN_COUNT.format(one=f"{word} 1", two=f"{word} 2", **labels)
    assert not results(case(TITLE + text).facts)


def test_a_thing_counted_once_is_no_measure() -> None:
    text = OWN_COUNT.split("{two}", maxsplit=1)[0]
    labels = {"who": "ผู้รับผิดชอบ", "did": "สิ่งที่ดำเนินการ", "came": "ผลลัพธ์"}
    assert not results(case(TITLE + text.format(one="เรื่องที่ 1", **labels)).facts)


TOLD_BELOW = """# รายงานตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน

# ๒. ที่ตั้งใจจะทำ

ชื่อมาตรการ | วิธีเดินงาน | คนรับผิดชอบ | รอบรายงาน
{count} ๑ ขึ้นทะเบียนและยืมพัสดุให้ถูกทาง | ตรวจนับ | กองคลัง | รอบ ๖ เดือน
{count} ๒ กำกับการใช้รถยนต์ส่วนกลาง | จดเลขไมล์ | สำนักปลัด | รอบ ๖ เดือน
{count} ๓ บริการนอกเวลาช่วงเก็บผลไม้ | จัดเวร | กองสวัสดิการสังคม | รอบ ๖ เดือน

# ๓. ที่ทำได้จริง

{lead}ขึ้นทะเบียนและยืมพัสดุให้ถูกทาง (รอบ ๖ เดือน) กองคลังตรวจนับครุภัณฑ์
๓๘๗ รายการ ครบแล้ว

{lead}บริการนอกเวลาช่วงเก็บผลไม้ (รอบ ๖ เดือน) เปิดเคาน์เตอร์วันเสาร์แล้ว ๙ ครั้ง
มีผู้มาใช้บริการ ๑๗๖ คน

# ๔. สิ่งที่จะทำต่อ

ครึ่งปีหลังจะเปิดเคาน์เตอร์ไปถึงเดือนมิถุนายน ๒๕๖๕
"""


@pytest.mark.parametrize("count", ["เรื่องที่", "คำมั่นที่", "ภารกิจที่", "มาตรการที่"])
@pytest.mark.parametrize("lead", ["", "เรื่อง"])
def test_a_result_under_a_measures_name_needs_no_count_of_the_plans(count: str, lead: str) -> None:
    made = case(TOLD_BELOW.format(count=count, lead=lead)).facts
    assert [len(one.results) for one in pairs(made)] == [1, 0, 1]


def test_the_heading_numbered_on_from_the_one_over_the_results_ends_the_last_of_them() -> None:
    made = case(TOLD_BELOW.format(count="เรื่องที่", lead="เรื่อง")).facts
    told = "".join(said(made, parts) for one in results(made) for parts in one.fields.values())
    assert "176คน" in told
    assert "ครึ่งปีหลัง" not in told


BULLETS = """# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
องค์การบริหารส่วนตำบลได้กำหนดมาตรการไว้สองมาตรการ ดังนี้
• มาตรการเผยแพร่ข้อมูลต่อสาธารณะ โดยสำนักปลัด ทำเว็บไซต์ รายงานรอบ 6 เดือน และรอบ 12 เดือน
• มาตรการกำกับการใช้ทรัพย์สินของราชการ โดยกองคลัง ตรวจนับพัสดุ รายงานรอบ 6 เดือน
# ผลการดำเนินการ
มาตรการ | สิ่งที่ทำ | ผลลัพธ์
มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | ปรับเว็บไซต์แล้ว | ทราบข่าว 81 คน
มาตรการป้องกันการรับสินบน | ติดป้ายแล้ว | ไม่มีการรับของขวัญ
"""


def test_measures_that_bullets_mark_side_by_side_are_those_set() -> None:
    facts = case(BULLETS).facts
    assert [one.called for one in plan(facts)] == [
        "เผยแพร่ข้อมูลต่อสาธารณะ",
        "กำกับการใช้ทรัพย์สินของราชการ",
    ]
    assert all({"responsible", "monitoring"} <= set(one.fields) for one in plan(facts))


def test_steps_that_bullets_mark_are_no_measures() -> None:
    steps = BULLETS.replace("• มาตรการ", "• จัดทำ")
    assert [one.called for one in plan(case(steps).facts)] == []


def test_what_speaks_of_others_by_their_numbers_names_no_measure() -> None:
    assert nameless("ให้ผู้รับผิดชอบตามข้อ 1 ถึงข้อ 4 กำกับติดตาม")
    assert nameless("ให้ผู้รับผิดชอบตามข้อ")
    assert not nameless("ให้ผู้รับผิดชอบลงชื่อในทะเบียน")
