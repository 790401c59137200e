"""TXT001 speaks of blanks that no other finding speaks of."""

import pytest
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


def test_a_form_that_nobody_filled_in_is_one_finding_with_the_number_of_its_blanks() -> None:
    form = """
        จัดอบรม .......... ครั้ง
        ผู้เข้าร่วม ............ คน
        งบประมาณ ........ บาท
        เผยแพร่ .................. เรื่อง
        รับเรื่องร้องเรียน .............. เรื่อง
        """
    (finding,) = check(case(form), Params()).findings
    assert (finding.found, len(finding.spans)) == ("5", 5)
    assert finding.message is not None
    assert "5" in finding.message.th
    two = "\n".join(form.strip().splitlines()[:2])
    assert [count for _, count in said(two)] == [1, 1]


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


@pytest.mark.parametrize(
    "line",
    [
        "โปรดยกมือครับ.........ขอบคุณครับ เป็นอันว่าที่ประชุมรับรองรายงาน",
        "ขอเชิญค่ะ..........ไม่มีผู้ใดเสนอเป็นอย่างอื่น",
        "- ไม่เห็นชอบ .....-..... เสียง",
        "- งดออกเสียง ......–...... เสียง",
        "ชื่อ..วิทยาลัยเทคนิคกันทรลักษ์...............จังหวัด..ศรีสะเกษ..............",
        "ชื่อหน่วยงาน เทศบาลตำบลเชียงดาว............ อำเภอเชียงดาว............",
        "รหัสไปรษณีย์ 65000............ติดต่อได้ทุกวัน",
        "โทรศัพท์ 055-1234567............",
        "อีเมล mayor@example.go.th............",
        "ผู้ประสานงาน นางสาวสุดา แก้วกระจ่าง............",
    ],
)
def test_a_pause_a_dash_and_the_rest_of_a_filled_line_are_no_blank(line: str) -> None:
    assert said(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "จัดอบรมจำนวน..........ครั้ง ตลอดปี",
        "- งดออกเสียง ......... เสียง",
        "มีผู้รับบริการ......................รายต่อเดือน",
        "ปัญหาที่พบคือ.....................................",
        "คำนำหน้า (นาย/นาง/นางสาว)..................นามสกุล..................",
        "ข้อ 1.......................",
        "ใช้งบประมาณ.................บาท",
        "โครงการ........................ดำเนินการแล้ว",
    ],
)
def test_what_was_left_blank_is_said(line: str) -> None:
    assert check(case(line), Params()).findings


@pytest.mark.parametrize(
    ("line", "blank"),
    [
        ("รายงานแบบสรุปผลการจัดซื้อจัดจ้าง (แบบ สขร.1).............", False),
        ("ควบคุมอาหาร....................", False),
        ("มีผู้เข้าร่วมจำนวน ......... คน", True),
        ("ดำเนินการโครงการ..................", True),
        ("คะแนน .........", True),
        ("จัดกิจกรรม .......... ให้แก่บุคลากร", True),
    ],
)
def test_on_a_scan_dots_at_a_lines_edge_want_a_label_beside_them(line: str, blank: bool) -> None:
    assert bool(check(case(f"(ocr)\n{line}"), Params()).findings) is blank


def test_the_name_of_something_of_the_office_is_a_blank_and_not_its_own_name() -> None:
    assert said("เผยแพร่ทาง (ระบุชื่อเว็บไซต์ของหน่วยงาน) ทุกเดือน") == [("(ระบุชื่อเว็บไซต์ของหน่วยงาน)", 1)]


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("โดยทำโครงการ(ระบุชื่อ\nโครงการ)ควบคู่ไปด้วย", "(ระบุชื่อโครงการ)"),
        ("โรงเรียนแจ้งผู้ปกครองทาง (โปรดระบุ\nช่องทาง) ทุกเดือน", "(โปรดระบุช่องทาง)"),
        ("ผู้ป่วยประเมินทาง <ใส่ชื่อ\n---page---\nแบบประเมิน> ได้ทุกวัน", "<ใส่ชื่อแบบประเมิน>"),
    ],
)
def test_a_slot_that_a_line_or_page_cuts_is_one_blank(text: str, blank: str) -> None:
    prose = "องค์การนี้ได้จัดทำรายงานผลการดำเนินการฉบับนี้ขึ้นเพื่อเผยแพร่ต่อสาธารณะตลอดปีงบประมาณ"
    assert said(f"{prose}\n\n{text}") == [(blank, 1)]
