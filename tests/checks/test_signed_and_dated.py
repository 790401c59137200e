"""SEC002: announcements, orders and memos want a date and a signer; reports do not."""

from textwrap import dedent

import pytest
from building import case

from ita_checker.checks.signed_and_dated import Params, check

HEAD = dedent("""
    -> ประกาศเทศบาลตำบลบ้านใหม่
    -> เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    ตามที่เทศบาลตำบลบ้านใหม่ได้กำหนดมาตรการ เมื่อวันที่ ๓ มกราคม ๒๕๖๔ จึงประกาศให้ทราบโดยทั่วกัน

    """)
DATE = "                              ประกาศ ณ วันที่ ๑๒ มกราคม พ.ศ. ๒๕๖๔\n"
NAME = (
    "                              (นางสาวสมศรี ใจงาม)\n                             "
    " นายกเทศมนตรีตำบลบ้านใหม่\n"
)
MEMO = """
    -> บันทึกข้อความ
    ส่วนราชการ สำนักปลัด เทศบาลตำบลบ้านใหม่
    ที่ ชม 52301/{number} วันที่ {date}
    เรื่อง รายงานผลการดำเนินการตามมาตรการ
    เรียน นายกเทศมนตรี
    ด้วยสำนักปลัดได้จัดทำรายงานแล้ว จึงเรียนมาเพื่อโปรดทราบ

                              {name}
"""


def lacking(text: str) -> list[tuple[str, str | None, int]]:
    return [
        (one.subject, one.expected, len(one.spans)) for one in check(case(text), Params()).findings
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + DATE + NAME, []),
        (HEAD + NAME, [("ประกาศเทศบาลตำบลบ้านใหม่ (หน้า 1)", "วันที่", 1)]),
        (
            HEAD + DATE + "                              นายกเทศมนตรีตำบลบ้านใหม่\n",
            [("ประกาศเทศบาลตำบลบ้านใหม่ (หน้า 1)", "ผู้ลงนาม", 1)],
        ),
        (HEAD + DATE, [("ประกาศเทศบาลตำบลบ้านใหม่ (หน้า 1)", "ผู้ลงนาม", 1)]),
        (HEAD, [("ประกาศเทศบาลตำบลบ้านใหม่ (หน้า 1)", "วันที่และผู้ลงนาม", 1)]),
        (
            HEAD
            + "                    ประกาศ ณ วันที่ ........ เดือน ............ พ.ศ. ........\n"
            + NAME,
            [("ประกาศเทศบาลตำบลบ้านใหม่ (หน้า 1)", "วันที่", 1)],
        ),
        (HEAD + "                    ประกาศ ณ วันที่ ....✎ เดือน ✎ พ.ศ. ๒๕๖๔\n" + NAME, []),
        (MEMO.format(number="✎", date="✎", name="(นายชาย ดี)"), []),
        (HEAD + "                    ประกาศ ณ วันที่     มกราคม พ.ศ. ๒๕๖๔\n" + NAME, []),
        (MEMO.format(number="12", date="3 ม.ค. 64", name="(นายชาย ดี)"), []),
        (
            MEMO.replace("สำนักปลัด เทศบาลตำบล", "โรงเรียน").format(
                number="12", date="3 ม.ค. 64", name="(นายชาย ดี)"
            ),
            [],
        ),
        (
            MEMO.format(number="12", date="", name="(นายชาย ดี)"),
            [("บันทึกข้อความ (หน้า 1)", "วันที่", 1)],
        ),
        (
            MEMO.format(number="12", date="๓ มกราคม ๒๕๖๔", name=""),
            [("บันทึกข้อความ (หน้า 1)", "ผู้ลงนาม", 1)],
        ),
        (
            (
                "# รายงานผลการดำเนินการตามมาตรการ\n->"
                " เทศบาลตำบลบ้านใหม่\n---page---\nประกาศเจตจำนงสุจริตของผู้บริหาร ได้ดำเนินการแล้ว"
            ),
            [],
        ),
    ],
)
def test_what_is_lacking_is_named(text: str, expected: list[tuple[str, str | None, int]]) -> None:
    assert lacking(text) == expected


def test_the_line_that_dates_an_announcement_begins_no_other_though_one_before_it_names_a_subject() -> (
    None
):
    over = (
        HEAD
        + "---page---\nข้อ ๕ ให้ยกเลิกประกาศเทศบาลตำบลบ้านใหม่ เรื่อง แนวทางการใช้ดุลพินิจ ลงวันที่ ๓ กรกฎาคม ๒๕๖๓\n"
        + DATE.replace("                              ", "-> ")
        + NAME.replace("                              ", "-> ")
    )
    assert lacking(over) == []


def test_a_signature_two_pages_on_belongs_to_the_announcement_and_a_report_behind_it_does_not() -> (
    None
):
    assert lacking(HEAD + "---page---\nข้อ ๒ ให้ทุกกองถือปฏิบัติ\n\n" + DATE + NAME) == []
    assert lacking(
        HEAD + "---page---\n# รายงานผลการดำเนินการ\n-> เทศบาลตำบลบ้านใหม่\n---page---\nเนื้อหา\n" + NAME
    ) == [("ประกาศเทศบาลตำบลบ้านใหม่ (หน้า 1)", "วันที่และผู้ลงนาม", 1)]


@pytest.mark.parametrize(
    ("signature", "signed"),
    [
        ("ประพัฒน์ ปัญญาชาติรักษ์\n{to}รัฐมนตรีว่าการกระทรวงทรัพยากรธรรมชาติ", True),
        ("สมชาย ใจดี\n{to}นายกเทศมนตรีตำบลบ้านใหม่", True),
        ("วิไลวรรณ ศรีสุข\n{to}อธิบดีกรมการข้าว", True),
        ("(ลงนาม) กิตติพงษ์ วงศ์ทอง\n{to}อธิการบดี", True),
        ("(ลงนาม) ....................\n{to}อธิการบดี", False),
        ("(ผู้ช่วยศาสตราจารย์ ดร.กิตติพงษ์ วงศ์\n{to}ทอง)\n{to}อธิการบดี", True),
        ("ปลัดเทศบาล รักษาราชการแทน\n{to}นายกเทศมนตรีตำบลบ้านใหม่", False),
        ("นายกเทศมนตรีตำบลบ้านใหม่", False),
        ("........................\n{to}นายกเทศมนตรีตำบลบ้านใหม่", False),
    ],
)
def test_a_name_over_a_post_signs_without_title_and_brackets(signature: str, signed: bool) -> None:
    to = " " * 30
    found = lacking(HEAD + DATE + to + signature.format(to=to))
    assert [expected for _, expected, _ in found] == ([] if signed else ["ผู้ลงนาม"])


@pytest.mark.parametrize(
    ("page", "signature", "signed"),
    [
        ("(ocr)\n", "(ตางเปรมฤดี ชามพูนท\n{to}นายกเทศมนตรี", True),
        ("(ocr)\n", "เขมชาติ นิธวรรณ นายกเทศมนตรี", True),
        ("(ocr)\n", "นายกเทศมนตรีตำบลบ้านใหม่", False),
        ("", "(ตางเปรมฤดี ชามพูนท\n{to}กระดาษ", False),
    ],
)
def test_on_a_scan_a_spoiled_name_over_a_post_signs(
    page: str, signature: str, signed: bool
) -> None:
    to = " " * 30
    found = lacking(page + (HEAD + DATE).lstrip() + to + signature.format(to=to))
    assert (not found) is signed


def test_a_paper_is_called_by_its_first_line_where_that_is_a_name() -> None:
    long = "ประกาศองค์การบริหารส่วนตำบลห้วยน้ำใสไหลเย็นเห็นตัวปลา " * 3
    head = "-> {}\n-> เรื่อง มาตรการป้องกันการรับสินบน\n\nจึงประกาศให้ทราบโดยทั่วกัน\n\n" + DATE
    assert lacking(head.format("ประกาศโรงเรียนบ้านนาหลวง")) == [
        ("ประกาศโรงเรียนบ้านนาหลวง (หน้า 1)", "ผู้ลงนาม", 1)
    ]
    assert lacking(head.format(long)) == [("ประกาศ (หน้า 1)", "ผู้ลงนาม", 1)]


@pytest.mark.parametrize(
    "name", ["(ศาสตราจารย์ ดร.พนม ริมน้ำ)", "(แพทย์หญิงอรุณี มีสุข)", "(พลตำรวจตรี สมศักดิ์ ใจดี)"]
)
def test_who_signs_may_have_a_rank_of_learning_or_of_arms(name: str) -> None:
    assert lacking(HEAD + DATE + f"-> {name} อธิการบดีสถาบัน\n") == []


def test_a_memo_without_a_date_is_quoted_with_its_number() -> None:
    (finding,) = check(case(MEMO.format(number=74, date="", name="(นาย เอก ดี)")), Params()).findings
    assert "ชม 52301/74" in finding.spans[0].quote


@pytest.mark.parametrize(
    "above", ["O46", "ตราเทศบาล", "O42 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "- ๑ -"]
)
def test_a_title_at_the_margin_below_a_number_or_emblem_begins_an_announcement(above: str) -> None:
    blank = "ประกาศ ณ วันที่ ........ เดือน ............ พ.ศ. ๒๕๖๔\n"
    title = (
        "ประกาศเทศบาลตำบลบ้านใหม่\nเรื่อง มาตรการส่งเสริมความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๔\n"
        "ด้วยเทศบาลตำบลบ้านใหม่ได้กำหนดมาตรการ จึงประกาศให้ทราบโดยทั่วกัน\n"
    )
    found = lacking(f"{above}\n{title}{blank}{NAME}")
    assert [expected for _, expected, _ in found] == ["วันที่"]
    assert lacking(f"{above}\n{title}{DATE}{NAME}") == []


@pytest.mark.parametrize(
    "annex",
    [
        "มาตรการ | ระยะเวลา\nมาตรการยืมทรัพย์สิน | พ.ย. ๖๔ – ก.ย. ๖๕\n",
        "มาตรการ | ให้เสร็จเมื่อ\nมาตรการเผยแพร่ข้อมูล | ๓๐ กันยายน ๒๕๖๕\n",
    ],
)
def test_what_is_dated_in_the_annex_does_not_date_an_announcement(annex: str) -> None:
    assert [expected for _, expected, _ in lacking(HEAD + NAME + "\n" + annex)] == ["วันที่"]
    assert lacking(HEAD + NAME + "    ๑๒ มกราคม ๒๕๖๔\n\n" + annex) == []


def test_where_date_and_signer_belong_is_shown_by_the_words_that_close_the_paper() -> None:
    finding = check(case(HEAD), Params()).findings[0]
    assert [one.quote for one in finding.spans] == ["จึงประกาศให้ทราบโดยทั่วกัน"]
    assert finding.absent


def test_the_line_that_dates_an_announcement_on_the_next_page_begins_no_other() -> None:
    opened = HEAD.replace("จึงประกาศให้ทราบโดยทั่วกัน", "จึงกำหนดมาตรการตามบัญชีแนบท้าย")
    closing = "ให้ถือปฏิบัติทั่วกัน\n\nประกาศ ณ วันที่ ๑๒ มกราคม พ.ศ. ๒๕๖๔\n\n"
    annex = (
        "\nบัญชีแนบท้ายประกาศ\n\nข้อ ๑ มาตรการดูแลการใช้และการยืมทรัพย์สินของราชการให้ทั่วถึง\n\n"
        "แก้เรื่อง การใช้ทรัพย์สินของราชการ เพราะพนักงานไม่ทราบขั้นตอนการขอยืม และประชาชนไม่รู้ว่ายืมได้\n\n"
        "ทำแบบขอยืมหน้าเดียว ติดผังขั้นตอนไว้หน้าห้องพัสดุ ลงทะเบียนคุมการยืมทุกครั้ง ดังนี้ ชี้แจงทุกเดือน\n"
    )
    assert lacking(f"{opened}---page---\n{closing}{NAME}{annex}") == []
    assert lacking(f"{opened}---page---\n{annex}") != []


def test_a_memo_s_number_that_looks_like_a_month_dates_it_not() -> None:
    memo = MEMO.format(number=74, date="", name="(นาย เอก ดี)").replace(
        "ชม 52301/74", "พย 0033.306/418"
    )
    assert [what for _, what, _ in lacking(memo)] == ["วันที่"]


@pytest.mark.parametrize(
    "opening",
    [
        "ประกาศนี้ให้ใช้แทนประกาศเทศบาลตำบลบ้านใหม่ เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใส",
        "       ประกาศเทศบาลตำบลบ้านใหม่ เรื่อง มาตรการส่งเสริมคุณธรรม ลงวันที่ ๕ มกราคม ๒๕๖๓ ให้ยกเลิก",
    ],
)
def test_a_paragraph_on_top_of_the_next_page_that_speaks_of_a_paper_begins_none(
    opening: str,
) -> None:
    rest = f"{opening}\nทั้งนี้ ให้ทุกกองถือปฏิบัติโดยเคร่งครัด\n\n"
    assert lacking(f"{HEAD}ข้อ ๒ ให้ถือปฏิบัติ\n---page---\n{rest}{DATE}{NAME}") == []
