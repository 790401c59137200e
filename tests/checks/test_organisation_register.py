"""ORG007: by the register where there is one, else by the names of the district's subdistricts."""

from __future__ import annotations

import pytest
from building import case

from ita_checker.checks.organisation_register import Params, check
from ita_checker.model import Certainty

PLACE = "อำเภอเกษตรวิสัย จังหวัดร้อยเอ็ด"


def asked(office: str, place: str = PLACE, register: tuple[str, ...] = ()) -> list[str | None]:
    text = f"""
    # รายงานผลการดำเนินการตามมาตรการ
    -> {office}
    -> {place}
    ---page---
    {office} {place} ได้ดำเนินการเรียบร้อยแล้ว
    """
    return [one.expected for one in check(case(text, register=register), Params()).findings]


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("องค์การบริหารส่วนตำบลดงครั่งน้อย", []),  # a subdistrict of the district
        ("องค์การบริหารส่วนตำบลดงครั้งน้อย", ["องค์การบริหารส่วนตำบลดงครั่งน้อย"]),
        ("องค์การบริหารส่วนตำบลภูม่านเมฆ", []),  # near none: some bear another name
        ("องค์การบริหารส่วนตำบลดงครั่งใหม่", []),  # another letter, another name
        ("องค์การบริหารส่วนตำบลดงครังน้อย", []),  # a lost mark may be the text layer's
        ("เทศบาลตำบลดงครั้งน้อย", []),  # of municipalities the list says nothing
    ],
)
def test_without_a_register_subdistricts_settle_the_spelling(
    office: str, expected: list[str]
) -> None:
    assert asked(office) == expected


def test_what_only_places_say_is_likely() -> None:
    text = f"# รายงาน\n-> องค์การบริหารส่วนตำบลดงครั้งน้อย\n-> {PLACE}"
    (finding,) = check(case(text), Params()).findings
    assert (finding.certainty, finding.doubt is not None) == (Certainty.LIKELY, True)


def test_a_short_name_with_a_letter_and_its_mark_lost_throughout_is_a_slip() -> None:
    office, place = "องค์การบริหารส่วนตำบลไฮยอง", "อำเภอพังโคน จังหวัดสกลนคร"
    told = f"{office} {place} ได้ดำเนินการเรียบร้อยแล้ว และ{office}ได้ประกาศไว้"
    text = f"# รายงานผล\n-> {office}\n-> {place}\n---page---\n{told}"
    (found,) = check(case(text), Params()).findings
    assert found.expected == "องค์การบริหารส่วนตำบลไฮหย่อง"


def test_the_register_knows_a_name_at_its_place_only() -> None:
    here = f"องค์การบริหารส่วนตำบลดงครั่งน้อย {PLACE}"
    away = "องค์การบริหารส่วนตำบลดงครั่งน้อย อำเภอเมืองเลย จังหวัดเลย"
    office = "องค์การบริหารส่วนตำบลดงครั่งน้อย"
    assert asked(office, register=(away, here)) == []
    assert asked(office, register=(away,)) == [away]


@pytest.mark.parametrize(
    ("name", "place", "expected"),
    [
        ("ตะเคียะ", "อำเภอระโนด จังหวัดสงขลา", ["องค์การบริหารส่วนตำบลตะเครียะ"]),
        ("ดงครั่งนอย", PLACE, []),  # a lost mark
        ("กำแพงงง", PLACE, []),  # two letters more
        ("ทุ่งหวาย", PLACE, []),
        ("โพนเพ็ค", "อำเภอมัญจาคีรี จังหวัดขอนแก่น", ["องค์การบริหารส่วนตำบลโพนเพ็ก"]),
        ("คะเนจื้อ", "อำเภอแม่ระมาด จังหวัดตาก", ["องค์การบริหารส่วนตำบลขะเนจื้อ"]),
        ("หนองบัวแดง", "อำเภอศิลาลาด จังหวัดศรีสะเกษ", ["องค์การบริหารส่วนตำบลหนองบัวดง"]),
        ("ดงครก", PLACE, []),  # too short to be held against another
    ],
)
def test_a_letter_lost_or_another_wherever_the_name_stands_is_a_slip(
    name: str, place: str, expected: list[str]
) -> None:
    office = f"องค์การบริหารส่วนตำบล{name}"
    told = f"{office} {place} ได้ดำเนินการเรียบร้อยแล้ว และ{office}ได้ประกาศไว้"
    text = f"# รายงานผล\n-> {office}\n-> {place}\n---page---\n{told}"
    assert [one.expected for one in check(case(text), Params()).findings] == expected
