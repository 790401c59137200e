"""SEC001: a part is found by its words in headings or prose, not in a cover, a table of contents
or a measure's own row.
"""

from textwrap import dedent

import pytest
from building import case

from ita_checker.checks.required_part import Params, check
from ita_checker.model import Answer, Finding, Verdict, Words

ANALYSIS = Params(Words("การวิเคราะห์", "the analysis"), ("วิเคราะห์ผลการประเมิน", "ผลการวิเคราะห์"))
PLAN = dedent("""
    มาตรการ | ขั้นตอน/วิธีการปฏิบัติ | ผู้รับผิดชอบ | การกำกับติดตาม
    มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง | นำผลการวิเคราะห์ไปปรับปรุง | กองคลัง | รายงานผล
    """)
MISSING = Answer(
    Verdict.GAP, (Finding("SEC001", subject="การวิเคราะห์", expected="การวิเคราะห์", absent=True),)
)


def test_words_in_prose_show_the_part_even_misspelt_and_broken_over_lines() -> None:
    answer = check(case("หน่วยงานได้ดำเนินการวิเคราะห์ผลการ\nประเมิณคุณธรรมและความโปร่งใส"), ANALYSIS)
    assert (answer.verdict, [span.quote for span in answer.evidence]) == (
        Verdict.MET,
        ["วิเคราะห์ผลการประเมิณ"],
    )


def test_cover_contents_and_rows_of_measures_show_nothing() -> None:
    text = (
        "# การวิเคราะห์ผลการประเมิน ITA\n-> เทศบาลตำบลบ้านใหม่\n---page---\n->"
        " สารบัญ\nผลการวิเคราะห์ ............ ๑\n---page---\n" + PLAN
    )
    assert check(case(text), ANALYSIS) == MISSING


def test_measures_set_show_themselves() -> None:
    params = Params(Words("มาตรการ", "measures"), holds="measures")
    assert (check(case(PLAN), params).verdict, check(case("ข้อความอื่น"), params).verdict) == (
        Verdict.MET,
        Verdict.GAP,
    )


def test_numbered_measures_of_a_table_that_was_not_read_as_one_show_themselves_and_below_results_their_results() -> (
    None
):
    rows = (
        "1 มาตรการเผยแพร่ข้อมูลต่อสาธารณะ ปรับปรุงเว็บไซต์\nทุกเดือน\n2"
        " มาตรการลดขั้นตอนการให้บริการ เปิดระบบจองคิว\n"
    )
    measures, results = (
        Params(Words("ส่วน", "part"), holds=kind) for kind in ("measures", "results")
    )
    told = "กำหนดมาตรการดังนี้\n" + rows
    assert (check(case(told), measures).verdict, check(case(told), results).verdict) == (
        Verdict.MET,
        Verdict.GAP,
    )
    assert check(case(told + "สรุปผลการดำเนินงาน\n" + rows), results).verdict is Verdict.MET


TITLES = (
    "-> # รายงานการวิเคราะห์ มาตรการ และผลการดำเนินการตามมาตรการ\n-> # ประจำปีงบประมาณ พ.ศ. 2566 (O42 และ O43)\n",
    "-> # การวิเคราะห์ การกำหนดมาตรการ\n-> # และผลการดำเนินการตามมาตรการภายในหน่วยงาน\n",
    "-> # มาตรการ การกำกับติดตาม และผลการดำเนินการ\n-> # เทศบาลตำบลบ้านใหม่\n",
)
BELOW = "\n\nหน่วยงานขอเสนอรายงานโดยเรียบเรียงจากเอกสารของทุกกองเข้าด้วยกัน\n"


@pytest.mark.parametrize("title", TITLES)
def test_a_title_that_promises_results_shows_none(title: str) -> None:
    results = Params(
        Words("ผลการดำเนินการ", "results"),
        ("ผลการดำเนินการตามมาตรการดังนี้",),
        meaning="results",
        holds="results",
    )
    assert check(case(title + BELOW + PLAN), results).verdict is Verdict.GAP
    told = title + BELOW + PLAN + "\n# ผลการดำเนินการตามมาตรการดังนี้\nตามเอกสารแนบท้าย\n"
    assert check(case(told), results).verdict is Verdict.MET


def test_measures_named_of_which_nothing_says_that_they_are_set_leave_the_part_open() -> None:
    params = Params(Words("มาตรการ", "measures"), holds="measures")
    named = """
        สิ่งที่พบจากการวิเคราะห์ | มาตรการที่ใช้
        การใช้งบประมาณ 77.31 | มาตรการบัญชีกลางห้องพักครู
        การสื่อสาร 83.04 | มาตรการหน้าเดียวรู้ทุกเรื่อง
    """
    (told,) = check(case(named), params).findings
    (untold,) = check(case("ในปีนี้ได้ประชุมครูสามครั้ง"), params).findings
    assert (bool(told.perhaps), bool(untold.perhaps)) == (True, False)


def test_measures_and_a_use_of_the_analysis_may_be_told_in_pieces_that_nobody_claims() -> None:
    measures = Params(Words("มาตรการ", "measures"), holds="measures", meaning="measures")
    use = Params(Words("การนำไปใช้", "use"), meaning="use")
    analysis = "ในปีที่ผ่านมาผลการประเมินพบว่าตัวชี้วัดการใช้อำนาจได้คะแนน 71.20 ซึ่งต่ำกว่าเกณฑ์"
    cover = "# มาตรการส่งเสริมคุณธรรมและความโปร่งใส\n\n---page---"
    steps = """
        ๑. เปิดประตูห้องพัสดุให้กรรมการนักเรียนนับของพร้อมครูทุกเย็นวันศุกร์ แล้วเขียนจำนวนลงกระดาน
        หน้าห้องให้ทุกคนเห็น ผู้ใดยืมไปให้เขียนชื่อไว้ข้างจำนวนนั้นด้วย

        ๒. เชิญผู้ปกครองนั่งฟังการแบ่งงานครูก่อนเปิดภาคเรียนทั้งสองภาค และให้ครู
        ทุกคนบอกได้ว่าเหตุใดงานจึงตกแก่ตน ผู้ใดเห็นต่างให้เขียนส่งห้องธุรการ
        """
    for params in (measures, use):
        (open_,) = check(case(f"{cover}\n{analysis}\n\n{steps}"), params).findings
        (missing,) = check(case(f"{cover}\n{analysis}"), params).findings
        assert (bool(open_.perhaps), bool(missing.perhaps)) == (True, False)
