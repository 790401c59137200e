"""Another office's name left in from a template is told by what the report says of it: its former
body by the own name, the own name in brackets, its history, its definition; partners and
neighbours with such histories are not.
"""

import pytest
from building import case

from ita_checker.checks import organisation_place as place
from ita_checker.checks.organisation_names import Params, check
from ita_checker.facts.organisation import reporter

REPORT = """
    # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม
    # ประจำปีงบประมาณ พ.ศ. ๒๕๖๔
    # เทศบาลตำบลหนองบัวคำ
    -> อำเภอลี้ จังหวัดลำพูน
    ---page---
    เทศบาลตำบลหนองบัวคำ จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส

    {line}

    บัดนี้ เทศบาลตำบลหนองบัวคำ ได้ดำเนินการตามมาตรการเรียบร้อยแล้ว
"""


def said(line: str) -> list[tuple[str, str]]:
    """Return code and first quote of each finding in the report with one more paragraph."""
    found = check(case(REPORT.format(line=line)), Params()).findings
    return [(one.code, one.spans[0].quote) for one in found]


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("ทต.ท่าอิฐ เดิมคือสุขาภิบาลหนองบัวคำ มีพื้นที่ ๔๐ ตารางกิโลเมตร", "ทต.ท่าอิฐ"),
        (
            "เทศบาลตำบลท่าอิฐ ยกฐานะจากองค์การบริหารส่วนตำบลหนองบัวคำ เมื่อปี ๒๕๕๒",
            "เทศบาลตำบลท่าอิฐ",
        ),
        ("เดิมคือสภาตำบลหนองบัวคำ ต่อมายกฐานะเป็นเทศบาลตำบลท่าอิฐ เมื่อปี ๒๕๔๒", "เทศบาลตำบลท่าอิฐ"),
        ("เทศบาลตำบลท่าอิฐ (ทต.หนองบัวคำ) ได้รับรางวัลเมื่อปี ๒๕๕๑", "เทศบาลตำบลท่าอิฐ"),
        ("ในรายงานนี้ ทต. หมายถึง เทศบาลตำบลท่าอิฐ", "เทศบาลตำบลท่าอิฐ"),
        (
            "ตอบ : เทศบาลตำบลท่าอิฐ โดยสำนักปลัด ได้จัดทำรายงานฉบับนี้ขึ้นเพื่อเปิดเผย",
            "เทศบาลตำบลท่าอิฐ",
        ),
        ("ตามที่ทต.ท่าอิฐ ได้กำหนดมาตรการส่งเสริมคุณธรรมไว้แล้ว", "ทต.ท่าอิฐ"),
        ("# ๑. เรื่องเดิม\n    เทศบาลตำบลท่าอิฐ ได้คะแนน ๗๙.๕๓ คะแนนในการประเมิน ITA", "เทศบาลตำบลท่าอิฐ"),
    ],
)
def test_what_the_report_tells_of_an_office_shows_that_its_name_was_left_in(
    line: str, quote: str
) -> None:
    assert said(line) == [("ORG002", quote)]


@pytest.mark.parametrize(
    "line",
    [
        "พื้นที่เดิมอยู่กับเทศบาลตำบลท่าอิฐ ซึ่งแยกออกจากตำบลหนองบัวคำ เมื่อปี ๒๕๓๘",
        "ประสานงานกับเทศบาลตำบลท่าอิฐ และ อบต.วังทอง ซึ่งยกฐานะจากสภาตำบลวังทอง",
        "เทศบาลตำบลหนองบัวคำ ยกฐานะจากองค์การบริหารส่วนตำบลหนองบัวคำ เมื่อปี ๒๕๕๒",
        "ส่งหนังสือถึงเทศบาลตำบลท่าอิฐ เพื่อขอใช้สนามกีฬา",
        "กองคลังประกาศนโยบายแล้ว และขอความร่วมมือเทศบาลตำบลท่าอิฐ ๑ ถึง ๔ ให้ทำด้วย",
        "คนงานต้องอดทน.ท่าอิฐที่กองไว้ริมน้ำถูกย้ายออกแล้ว",
        "# ขอบคุณเครือข่าย\n    เทศบาลตำบลท่าอิฐ — แลกเปลี่ยนวิธีประเมินบุคลากร",
    ],
)
def test_neighbours_partners_and_the_own_history_are_nobodys_mistake(line: str) -> None:
    assert said(line) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("จังหวัดยโสธรจัดตั้งขึ้นโดยแยกออกจากจังหวัดอุบลราชธานี ได้นำผลการประเมิน ITA ปี 2563 มาวิเคราะห์", []),
        ("ให้ทุกอำเภอในสังกัดจังหวัดสกลนครถือปฏิบัติตามมาตรการในประกาศนี้", ["จังหวัดสกลนคร"]),
    ],
)
def test_what_a_province_was_part_of_is_left_alone_and_whose_districts_are_told_is_not(
    line: str, found: list[str]
) -> None:
    text = f"""
    # ประกาศจังหวัดยโสธร
    # เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    # ประจำปีงบประมาณ พ.ศ. 2564

    {line}

    จังหวัดยโสธรจึงกำหนดมาตรการไว้ดังนี้
    """
    answer = check(case(text), Params())
    assert [one.subject for one in answer.findings] == found


def test_a_forms_cell_that_asks_for_the_office_with_a_colon_holds_the_reporters_name() -> None:
    form = "    | หน่วยงาน | : ทต.ท่าอิฐ อำเภอลี้ |\n    | ช่วงเวลา | : ๑ ตุลาคม ๒๕๖๓ |"
    assert said(form) == [("ORG002", "ทต.ท่าอิฐ")]
    partners = "    | ดูงานที่ | เทศบาลตำบลท่าอิฐ อำเภอลี้ |\n    | ช่วงเวลา | ๑ ตุลาคม ๒๕๖๓ |"
    assert said(partners) == []


def places(line: str) -> list[str | None]:
    """Return what ORG006 finds in the report with one more paragraph."""
    answer = place.check(case(REPORT.format(line=line)), place.Params())
    return [one.found for one in answer.findings]


def test_two_addresses_in_a_row_are_both_the_offices() -> None:
    line = "เทศบาลตำบลหนองบัวคำ อำเภอลี้ จังหวัดลำพูน อำเภอพาน จังหวัดเชียงราย เผยแพร่ข้อมูลแล้ว"
    assert places(line) == ["อำเภอพาน จังหวัดเชียงราย"]


def test_what_an_office_became_has_its_address() -> None:
    line = "ต่อมายกฐานะเป็นเทศบาลตำบลหนองบัวคำ อำเภอพาน จังหวัดเชียงราย เมื่อปี ๒๕๔๒"
    assert places(line) == ["อำเภอพาน จังหวัดเชียงราย"]


def test_words_about_a_day_end_no_offices_name() -> None:
    text = "# รายงานผลการดำเนินการตามมาตรการ\nหารือแนวทางของกรมบัญชีกลาง เมื่อวันที่ ๖ มีนาคม ๒๕๖๔"
    assert reporter(case(text).facts) is None


def test_an_office_of_no_listed_class_reports_where_the_first_title_ends_with_it() -> None:
    text = """
    # รายงานการประชุมคณะทำงานขับเคลื่อน ITA กรมพัฒนาการประมงพื้นบ้าน
    # ครั้งที่ ๑/๒๕๖๙
    ที่ประชุมให้นำแนวทางของกรมเจ้าท่าเป็นตัวอย่าง นัดประชุมครั้งที่ ๒ ในเดือนมีนาคม
    """
    own = reporter(case(text).facts)
    assert own is not None
    assert own.full == "กรมพัฒนาการประมงพื้นบ้าน"


def test_whom_a_title_binds_is_no_office_that_reports() -> None:
    text = """
    # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    # มาตรการที่ให้คณะ สำนักและกองทุกแห่งถือปฏิบัติ
    ให้ทุกคนแจ้งผลเมื่อสิ้นรอบ ๖ เดือน
    """
    assert reporter(case(text).facts) is None


def test_an_office_alone_on_its_line_reports_though_the_line_above_is_full() -> None:
    text = """
    # ปี ๒๕๖๖ เราทำอะไรไปบ้าง
    รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    ผลงานปีงบประมาณ พ.ศ. ๒๕๖๖ · ใช้ตอบ ITA ปีงบประมาณ พ.ศ. ๒๕๖๗
    องค์การบริหารส่วนตำบลสะแก
    อำเภอสตึก จังหวัดบุรีรัมย์
    ทำโดย งานสารสนเทศ สำนักปลัด · กุมภาพันธ์ ๒๕๖๗
    # เราสัญญาอะไรไว้ตอนต้นปี
    """
    own = reporter(case(text).facts)
    assert own is not None
    assert own.full == "องค์การบริหารส่วนตำบลสะแก"
