"""DOC006: another kind of report, or a number that disagrees with the title."""

from dataclasses import replace

import pytest
from building import case

from ita_checker.checks.report_kind import Params, check
from ita_checker.facts.items import numbered
from ita_checker.facts.items.held import held
from ita_checker.model import Answer, Case, Certainty, Item, Pack, Verdict
from ita_checker.rulebook import general, load

GENERAL = general(load())
O42 = Item(
    "O42",
    "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    "measures",
    GENERAL.titles["measures"],
    must=True,
)
O43 = Item(
    "O43",
    "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    "results",
    GENERAL.titles["results"],
    must=True,
)
PACK = Pack(
    "nacc-2564",
    "nacc",
    2564,
    (O42, O43),
    (),
    "",
    titles=GENERAL.titles,
    pages={"O7": "ข่าวประชาสัมพันธ์"},
    unread={"O4": "แผนยุทธศาสตร์"},
)
PARAMS = Params(("รายงานการประชุม",))
MEASURES = (
    "# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n# ประจำปีงบประมาณ พ.ศ. 2564\n->"
    " เทศบาลตำบลบ้านใหม่"
)
RESULTS = (
    "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n-> เทศบาลตำบลบ้านใหม่"
)
OTHER = "# รายงานการประชุมสภาเทศบาลสมัยสามัญ\n-> เทศบาลตำบลบ้านใหม่"
BOTH = (
    RESULTS
    + """
---page---
มาตรการ | ขั้นตอน/วิธีการปฏิบัติ | ผู้รับผิดชอบ | การกำกับติดตาม
มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ | สำนักปลัด | รายงานผลรอบ 6 เดือน
"""
)


def judged(
    text: str, *submitted: str, pack: Pack = PACK
) -> tuple[Verdict, list[tuple[str | None, str | None, bool]]]:
    answer = asked(text, *submitted, pack=pack)
    return answer.verdict, [(one.found, one.expected, one.absent) for one in answer.findings]


def asked(text: str, *submitted: str, pack: Pack = PACK) -> Answer:
    first = case(text, submitted=submitted, fiscal_year=2564)
    return check(Case(first.facts, pack, 2564, "nacc", held(first.facts, pack)), PARAMS)


@pytest.mark.parametrize(
    "number", ["O43", "043", "๐๔๓", "OIT 43", "o43", "O42 O43", "O42-O43", "OIT 42/43", ""]
)
def test_a_results_report_of_its_own_number_is_met(number: str) -> None:
    assert judged(f"-> {number}\n{RESULTS}" if number else RESULTS, "O43") == (Verdict.MET, [])


@pytest.mark.parametrize("number", ["O42", "042", "๐๔๒", "OIT42"])
def test_a_number_that_disagrees_with_the_title(number: str) -> None:
    assert judged(f"-> {number}\n{RESULTS}", "O43") == (Verdict.GAP, [("O42", "O43", False)])


def test_a_number_against_a_title_that_is_only_nearly_the_items_is_no_more_than_likely() -> None:
    bribery = Item("O36", "การประเมินความเสี่ยงการทุจริตประจำปีของหน่วยงาน", "plan")
    pack = replace(PACK, items=(*PACK.items, bribery))
    said = {
        title: [one.certainty for one in asked(f"# O43 {title}\n-> เทศบาล", pack=pack).findings]
        for title in (bribery.title, "การประเมิณความเสี่ยงการทุจริตประจำปีในหน่วยงาน")
    }
    assert list(said.values()) == [[Certainty.SURE], [Certainty.LIKELY]]


def test_a_number_that_the_contents_bear_out_agrees_with_a_title_that_names_less() -> None:
    calendar = "# ปฏิทินงานและผลงานตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน (O43)\n"
    plan_ = BOTH.partition("---page---")[2]
    done = """
มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต | ผลลัพธ์
มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือแล้ว | คู่มือ 1 เล่ม | เจ้าหน้าที่ใช้คู่มือทุกคน
มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | เผยแพร่แล้ว | 12 เรื่อง | ประชาชนเข้าถึงข้อมูลได้
มาตรการป้องกันการรับสินบน | ประกาศแล้ว | ประกาศ 1 ฉบับ | ไม่พบการรับสินบน
"""
    assert judged(calendar + plan_ + done) == (Verdict.MET, [])
    verdict, found = judged(calendar + plan_)
    assert (verdict, [one[:2] for one in found]) == (Verdict.GAP, [("O43", "O42")])


def test_a_report_with_measures_and_results_may_be_handed_in_for_either() -> None:
    assert [judged(BOTH, code) for code in ("O42", "O43")] == [(Verdict.MET, [])] * 2


def test_swapped_files_and_other_reports_are_told() -> None:
    wanted = "O43 การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    assert judged(MEASURES, "O43") == (
        Verdict.GAP,
        [("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", wanted, False)],
    )
    assert judged(OTHER, "O43") == (
        Verdict.GAP,
        [("รายงานการประชุมสภาเทศบาลสมัยสามัญ", wanted, False)],
    )


def test_a_report_of_a_year_without_rules_is_said_and_unknown_not_called_another_kind() -> None:
    verdict, findings = judged(RESULTS, "O43", pack=GENERAL)
    assert (verdict, [found for found, _, _ in findings], judged(OTHER, pack=GENERAL)[0]) == (
        Verdict.UNKNOWN,
        ["2564"],
        Verdict.GAP,
    )


def test_a_file_of_which_nothing_was_read_is_unknown() -> None:
    assert judged("(unread)", "O43") == (Verdict.UNKNOWN, [])


UNKNOWN_TITLE = "# สรุปการขับเคลื่อนงานด้านความสุจริตของเรา\n-> เทศบาลตำบลบ้านใหม่\nได้จัดกิจกรรมตลอดปี"


def test_a_title_nobody_knows_is_shown_and_not_called_wrong_where_the_file_was_handed_in_for_the_item() -> (
    None
):
    answer = asked(UNKNOWN_TITLE, "O43")
    assert (answer.verdict, answer.findings) == (Verdict.UNKNOWN, ())
    assert answer.note is not None
    assert "“สรุปการขับเคลื่อนงานด้านความสุจริตของเรา”" in answer.note.th
    assert "O43 การดำเนินการตามมาตรการ" in answer.note.th


def test_a_title_nobody_knows_under_another_items_number_speaks_for_that_item() -> None:
    answer = asked(f"-> O42\n{UNKNOWN_TITLE}", "O43")
    assert (answer.verdict, len(answer.findings)) == (Verdict.GAP, 1)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("O99", "ไม่มีข้อ O99 ในชุดกฎ nacc-2564"),
        ("O7", "ข้อ O7 (ข่าวประชาสัมพันธ์) ตอบด้วยหน้าเว็บ"),
        ("O4", "ข้อ O4 (แผนยุทธศาสตร์) ยังไม่มีเกณฑ์ในชุดกฎ"),
    ],
)
def test_a_number_the_pack_does_not_know_is_said_at_once_and_never_judged_as_another(
    code: str, said: str
) -> None:
    answer = asked(RESULTS, code)
    assert (answer.verdict, answer.findings) == (Verdict.UNKNOWN, ())
    assert answer.note is not None
    assert answer.note.th.startswith(said)


PAPERS = Params(("รายงานการประชุม",), ("พระราชบัญญัติ", "แบบคำขอ", "หนังสือมอบอำนาจ"))


def handed_in(text: str, *submitted: str) -> Answer:
    first = case(text, submitted=submitted, fiscal_year=2564)
    return check(Case(first.facts, PACK, 2564, "nacc", held(first.facts, PACK)), PAPERS)


@pytest.mark.parametrize(
    "title",
    [
        "สรุปผลการใช้จ่ายเงิน ปีงบประมาณ พ.ศ. 2564",
        "แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2564",
        "แบบรายงานสรุปผลการกำกับติดตามการใช้รถราชการ",
        "ประกาศ เรื่อง แนวทางปฏิบัติตามพระราชบัญญัติการจัดซื้อจัดจ้าง",
        "นโยบายและทิศทางการพัฒนา ปีงบประมาณ 2564",
        "รายงานการวิเคราะห์ความเสี่ยง ประจำปี 2564",
    ],
)
def test_a_paper_whose_item_nobody_gave_and_nobody_knows_is_unknown(title: str) -> None:
    answer = handed_in(f"# {title}\n-> เทศบาลตำบลบ้านใหม่\nได้ดำเนินการตลอดปี")
    assert (answer.verdict, answer.findings) == (Verdict.UNKNOWN, ())
    assert answer.note is not None
    assert "ไม่ได้ระบุข้อที่ส่ง" in answer.note.th


@pytest.mark.parametrize(
    "text",
    [
        "# พระราชบัญญัติ\n# เทศบาล\n# พ.ศ. ๒๔๙๖\nมาตรา ๑ พระราชบัญญัตินี้เรียกว่า",
        "หน้า ๑๒\nราชการ\n# พระราชบัญญัติ\n# การเข้าชื่อเสนอข้อบัญญัติท้องถิ่น",
        "ทะเบียนเลขที่ ........\n# แบบคำขอขึ้นทะเบียนรับเงินเบี้ยยังชีพ\nข้าพเจ้าขอยื่นคำขอ",
        "# หนังสือมอบอำนาจ\nข้าพเจ้าขอมอบอำนาจให้",
        OTHER,
    ],
)
@pytest.mark.parametrize("submitted", [(), ("O43",)])
def test_a_law_a_form_and_minutes_answer_no_item(text: str, submitted: tuple[str, ...]) -> None:
    answer = handed_in(text, *submitted)
    assert answer.verdict is Verdict.GAP
    assert [one.certainty for one in answer.findings] == [Certainty.LIKELY]


def test_a_report_that_cites_a_law_in_its_text_is_no_law() -> None:
    text = f"{RESULTS}\nตามที่\nพระราชบัญญัติข้อมูลข่าวสารของราชการ กำหนดไว้"
    assert handed_in(text, "O43").verdict is Verdict.MET


def test_a_wrong_number_is_named_with_the_line_it_is_printed_in() -> None:
    made = case(
        "# O42 รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n-> เทศบาลตำบลบ้านใหม่",
        pack=PACK,
        items=(O43,),
        fiscal_year=2564,
    )
    (finding,) = check(made, PARAMS).findings
    assert finding.subject.startswith("O42 รายงานผล") and finding.found == "O42"


LINE = "{number} รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
YEAR = "ประจำปีงบประมาณ พ.ศ. 2564 เทศบาลตำบลบ้านใหม่"
FRAMES = [f"{LINE} | <\n{YEAR} | <", f"{YEAR} | <\n{LINE} | <", f"{LINE} // {YEAR} | <"]
FRAMES += [f"{LINE} // {YEAR} | <\nที่ | มาตรการ\n1 | มาตรการใช้รถ\n2 | มาตรการจัดซื้อ"]


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_that_opens_a_report_holds_its_title(frame: str) -> None:
    told = "\n\nในปีนี้เทศบาลได้ดำเนินการตามมาตรการครบถ้วน"
    assert judged(frame.format(number="O42") + told) == (Verdict.GAP, [("O42", "O43", False)])
    assert judged(frame.format(number="O43") + told) == (Verdict.MET, [])


def test_minutes_that_speak_of_integrity_and_transparency_are_not_said_to_answer_nothing() -> None:
    text = f"{OTHER}\nตามที่ได้แจ้งไว้ ที่ประชุมได้พิจารณามาตรการส่งเสริมคุณธรรมและความโปร่งใสของปีนี้แล้ว"
    assert handed_in(text).verdict is Verdict.UNKNOWN
    assert handed_in(text, "O43").verdict is Verdict.GAP


def test_a_pack_whose_items_a_known_title_does_not_name_is_never_said_to_be_missing() -> None:
    plans = replace(PACK, items=(Item("O39", "แผนปฏิบัติการป้องกันการทุจริต", "plan"),))
    assert judged(RESULTS, pack=plans) == (Verdict.UNKNOWN, [])
    assert judged(RESULTS, pack=GENERAL)[1] != []


def test_a_second_number_that_a_lines_end_cuts_is_read_with_the_next_line() -> None:
    text = """
    # รายงานมาตรการและผลการดำเนินการ
    # เพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน (O42 O
    # 43)
    # ประจำปีงบประมาณ พ.ศ. 2564
    เทศบาลตำบลบ้านใหม่ ได้ดำเนินการแล้ว
    """
    assert [one.code for one in numbered(case(text, pack=PACK).facts)] == ["O42", "O43"]


@pytest.mark.parametrize("head", ["ข้อ O42", "O42"])
def test_a_number_over_a_title_at_the_head_of_a_later_page_is_its(head: str) -> None:
    text = f"""
    ที่ ขก ๘๓๔๐๑/๒๐๕
    เรื่อง ส่งรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน

    ด้วยเทศบาลตำบลบ้านใหม่ได้ดำเนินการแล้ว จึงขอส่งมาพร้อมหนังสือนี้
    ---page---
    {head}
    รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2564
    เทศบาลตำบลบ้านใหม่ได้ดำเนินการตามมาตรการที่ประกาศไว้เมื่อต้นปีครบทุกข้อแล้ว
    """
    assert judged(text) == (Verdict.GAP, [("O42", "O43", False)])


def test_a_results_number_that_something_unread_may_bear_out_is_no_more_than_likely() -> None:
    text = """
    # O43
    # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    # ประจำปีงบประมาณ พ.ศ. 2564
    {told}
    """
    done = (
        "เมื่อวันที่ 3 มีนาคม 2564 ได้จัดอบรมครบ 40 คน ทำให้ผู้รับบริการพอใจร้อยละ 92 และข้อร้องเรียนลดลงเหลือ 2 เรื่อง"
    )
    planned = "ให้ทุกกองจัดทำคู่มือและปิดประกาศไว้หน้าสำนักงาน"
    said = [asked(text.format(told=told)).findings for told in (done, planned)]
    assert [[one.certainty for one in found] for found in said] == [
        [Certainty.LIKELY],
        [Certainty.SURE],
    ]
