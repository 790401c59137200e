"""ORG003 for a name never filled in, ORG004 where nobody is named."""

import pytest
from building import case

from ita_checker.checks.organisation import Params, check
from ita_checker.facts.organisation import reporter
from ita_checker.model import Verdict

OWN = "-> องค์การบริหารส่วนตำบลดงครั่งน้อย\n\nองค์การบริหารส่วนตำบลดงครั่งน้อย จึงได้จัดทำรายงาน\n"


def said(text: str) -> list[tuple[str, str]]:
    """Return code and found text of each finding."""
    return [(finding.code, finding.found or "") for finding in check(case(text), Params()).findings]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "ของสำนักงานเทศบาล/องค์การบริหารส่วนตำบล..... มีประสิทธิภาพในปีถัดไป",
            "สำนักงานเทศบาล/องค์การบริหารส่วนตำบล.....",
        ),
        ("นายกองค์การบริหารส่วนตำบล……………… ประกาศเจตจำนง", "องค์การบริหารส่วนตำบล………………"),
        ("ของเทศบาล/องค์การบริหารส่วนตำบล… มีประสิทธิภาพ", "เทศบาล/องค์การบริหารส่วนตำบล…"),
        ("เทศบาลตำบล (ระบุชื่อ) ได้จัดทำ", "เทศบาลตำบล (ระบุชื่อ)"),
        ("อบต.XXX ได้จัดทำ", "อบต.XXX"),
        ("โรงเรียน__________ ได้จัดทำ", "โรงเรียน__________"),
        ("[ชื่อหน่วยงาน] ได้จัดทำ", "[ชื่อหน่วยงาน]"),
        ("ชื่อหน่วยงาน ................", "................"),
        (
            "ติดตามในที่ประชุมประจำเดือนของ องค์การบริหารส่วนตำบล..........\nช่อง 3 มาตรการบริการเสมอหน้า",
            "องค์การบริหารส่วนตำบล..........",
        ),
    ],
)
def test_a_name_never_filled_in_is_found(line: str, found: str) -> None:
    assert said(OWN + line) == [("ORG003", found)]


@pytest.mark.parametrize(
    "line",
    [
        "องค์การบริหารส่วนตำบล......ดงครั่งน้อย...... ได้จัดทำ",
        "องค์การบริหารส่วนตำบล. มีหน้าที่",
        "องค์การบริหารส่วนตำบลดงครั่งน้อย ........ ๓",
        "(ลงชื่อ)................ นายกองค์การบริหารส่วนตำบลดงครั่งน้อย",
    ],
)
def test_a_filled_line_or_leader_dots_are_no_blank(line: str) -> None:
    assert said(OWN + line) == []


def test_a_report_of_nobody_says_so() -> None:
    answer = check(
        case(
            "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส\n"
            "# ประจำปีงบประมาณ พ.ศ. ๒๕๖๔\n\nดำเนินการตามมาตรการแล้ว"
        ),
        Params(),
    )
    assert (answer.verdict, [(f.code, f.absent) for f in answer.findings]) == (
        Verdict.GAP,
        [("ORG004", True)],
    )


def test_of_a_paper_that_answers_no_item_nobody_asks_whose_report_it_is() -> None:
    law = "# ประกาศคณะกรรมการบริหารพนักงาน\n# เรื่อง ค่าตอบแทน พ.ศ. ๒๕๕๔\n\nข้อ ๑ ประกาศนี้ใช้บังคับแล้ว"
    answer = check(case(law), Params())
    assert (answer.verdict, answer.findings) == (Verdict.UNKNOWN, ())
    assert answer.note and "ไม่พบว่าเป็นรายงานของข้อใด" in answer.note.th


def test_a_blank_tells_why_nobody_is_named() -> None:
    assert said("# รายงานผลการดำเนินการ\n-> องค์การบริหารส่วนตำบล.....") == [
        ("ORG003", "องค์การบริหารส่วนตำบล.....")
    ]


def test_an_office_named_only_in_passing_may_be_whose_report_it_is() -> None:
    answer = check(
        case(
            "# รายงานผลการดำเนินการตามมาตรการ\n# ประจำปีงบประมาณ พ.ศ. ๒๕๖๔\n---page---\n"
            "ทุกมาตรการดำเนินการแล้ว\n\nไม่มีข้อร้องเรียน\n\nในปีนี้ได้อบรมครบทุกกอง และประชาชนที่มาติดต่อเทศบาลตำบลบ้านเป้าพอใจร้อยละ ๙๐"
        ),
        Params(),
    )
    assert (answer.verdict, answer.findings, [one.quote for one in answer.evidence]) == (
        Verdict.UNKNOWN,
        (),
        ["เทศบาลตำบลบ้านเป้า"],
    )


NOBODYS = """
    # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส
    # ประจำปีงบประมาณ พ.ศ. ๒๕๖๔
    ---page---
    ทุกมาตรการดำเนินการแล้ว

    {line}
"""


@pytest.mark.parametrize(
    "line",
    [
        "ปีนี้ได้ประสานองค์การบริหารส่วนตำบลบางปลา ซึ่งมีเขตติดกัน ใช้เสาร่วมกัน",
        "ได้รับความร่วมมือจากเทศบาลตำบลบ้านเป้าในการอบรม",
        "การประชุมบางครั้งเลื่อนเพราะคำสั่งจังหวัดตรัง เรื่องโรคโควิด ๑๙",
        "มาตรการ | ผู้รับผิดชอบ\n    งดรับของขวัญ | สำนักปลัด",
        "แบบการติดตามปรับจากแนวทางของกรมส่งเสริมการปกครองท้องถิ่น ประจำปี ๒๕๖๔",
    ],
)
def test_a_neighbour_a_province_an_authority_or_a_division_is_not_whose_report_it_is(
    line: str,
) -> None:
    answer = check(case(NOBODYS.format(line=line)), Params())
    assert [finding.code for finding in answer.findings] == ["ORG004"], answer


def test_an_office_is_known_by_its_legal_form_alone() -> None:
    text = (
        "# การนำผลการประเมินไปสู่การพัฒนาองค์กร ปีงบประมาณ พ.ศ. ๒๕๖๙\n"
        "สำนักงานพัฒนาข้อมูลภูมินิเวศ (องค์การมหาชน) หรือ “สพภน.” มีผลประเมินระดับผ่านดี\n\n"
        "ได้ลงนามร่วมมือกับสถาบันสารสนเทศทรัพยากรน้ำ (องค์การมหาชน) เมื่อปีก่อน"
    )
    own = reporter(case(text).facts)
    assert own is not None
    assert own.full == "สำนักงานพัฒนาข้อมูลภูมินิเวศ (องค์การมหาชน)"


UNSIGNED = """
    # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    # ประจำปีงบประมาณ พ.ศ. 2565
    {line}
    ---page---
    หน่วยงานได้วิเคราะห์ผลการประเมินแล้ว ขอให้ทุกคนร่วมมือกันปฏิบัติ เพื่อประโยชน์สูงสุดของประชาชนในพื้นที่
    -> ({signer})
    -> หัวหน้าหน่วยงาน
"""


@pytest.mark.parametrize("line", ["# ท่าอากาศยานหนองหานใต้", "# นิคมสร้างตนเองเขื่อนลำปาว"])
def test_a_name_that_nobody_knows_where_the_reporters_stands_is_unknown(line: str) -> None:
    answer = check(case(UNSIGNED.format(line=line, signer="นายวรพจน์ ดีเลิศ")), Params())
    assert (answer.verdict, answer.findings) == (Verdict.UNKNOWN, ())
    assert [one.quote for one in answer.evidence] == [line.removeprefix("# ")]


def test_a_paper_of_which_all_that_leads_it_is_understood_and_names_nobody_is_a_gap() -> None:
    answer = check(case(UNSIGNED.format(line="# (O42)", signer="นายวรพจน์ ดีเลิศ")), Params())
    assert [one.code for one in answer.findings] == ["ORG004"]


def test_a_document_without_a_letter_tells_nothing_of_its_name() -> None:
    assert check(case(""), Params()).verdict is Verdict.UNKNOWN
