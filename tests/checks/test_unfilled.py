"""TXT001 speaks of blanks that no other finding speaks of."""

from building import case

from ita_checker.checks.unfilled import Params, check
from ita_checker.model import Verdict


def said(text: str) -> list[tuple[str, int]]:
    return [
        (finding.subject, len(finding.spans)) for finding in check(case(text), Params()).findings
    ]


def test_the_same_blank_in_two_places_is_one_finding() -> None:
    assert said("จัดอบรม จำนวน .......... คน\n\nใช้งบประมาณ .......... บาท และ (ระบุสถานที่)") == [
        ("..........", 2),
        ("(ระบุสถานที่)", 1),
    ]


def test_blank_names_dates_of_announcements_and_signatures_are_left_to_others() -> None:
    text = """
        -> ประกาศองค์การบริหารส่วนตำบลหนองบัว
        -> เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
        ตามที่องค์การบริหารส่วนตำบล........ อำเภอ........ ได้กำหนดมาตรการ จึงประกาศให้ทราบ

                                ประกาศ ณ วันที่ ........ เดือน ........ พ.ศ. ........
                                (ลงชื่อ)........................................
                                (นายสมชาย ใจดี)
        """
    assert said(text) == []


def test_a_filled_report_is_met() -> None:
    assert check(case("จัดอบรม จำนวน ๔๐ คน ... และอื่น ๆ"), Params()).verdict is Verdict.MET


def test_a_blank_above_a_signature_is_no_part_of_it() -> None:
    text = (
        "ควรจัดให้มี (ระบุกิจกรรม) อย่างต่อเนื่อง\n\n                (ลงชื่อ)....................\n"
        "                (นายชาย ดี)"
    )
    assert said(text) == [("(ระบุกิจกรรม)", 1)]


def test_a_slot_for_the_office_s_name_is_left_to_the_check_of_names() -> None:
    assert said("[ชื่อหน่วยงาน] ได้จัดทำรายงาน\n\nชื่อหน่วยงาน ................") == []


def test_dots_that_ocr_read_amid_a_word_are_no_blank_but_those_of_a_text_layer_are() -> None:
    amid, apart = (
        "ไม่กระทำการ.........ใดอันอาจนำความเสื่อมเสีย",
        "จัดกิจกรรม ......... ให้แก่บุคลากรของหน่วยงาน",
    )
    found = [
        len(check(case(text), Params()).findings)
        for text in (f"(ocr)\n{amid}", amid, f"(ocr)\n{apart}")
    ]
    assert found == [0, 1, 1]
