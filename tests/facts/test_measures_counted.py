"""Measures counted by a word of the office's own: read where the same labels come again."""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.measures import results

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


@pytest.mark.parametrize("word", ["ตอนที่", "ครั้งที่", "ไตรมาสที่", "ตารางที่"])
def test_parts_times_and_tables_are_counted_and_are_no_measures(word: str) -> None:
    labels = {"who": "ผู้รับผิดชอบ", "did": "สิ่งที่ดำเนินการ", "came": "ผลลัพธ์"}
    text = OWN_COUNT.format(one=f"{word} 1", two=f"{word} 2", **labels)
    assert not results(case(TITLE + text).facts)


def test_a_thing_counted_once_is_no_measure() -> None:
    text = OWN_COUNT.split("{two}", maxsplit=1)[0]
    labels = {"who": "ผู้รับผิดชอบ", "did": "สิ่งที่ดำเนินการ", "came": "ผลลัพธ์"}
    assert not results(case(TITLE + text.format(one="เรื่องที่ 1", **labels)).facts)
