"""Only what was done is held against the fiscal year: documents cited, plans, history and
assessments are not.
"""

from __future__ import annotations

import pytest

from ita_checker.checks.action_dates import Params, check
from ita_checker.facts.years.dates import dates, report_date
from ita_checker.facts.years.doing import Role
from ita_checker.model import Certainty, Item, Verdict
from tests.building import case

RESULTS = Item("O43", "ผล", "results")
COVER = (
    "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n# ประจำปีงบประมาณ"
    " พ.ศ. ๒๕๖๔\n\n-> เทศบาลตำบลทุ่งแก้ว\n---page---\n"
)
HEAD = "มาตรการ | รายละเอียดการดำเนินงาน | ระยะเวลาการดำเนินงาน | ผลผลิต | ผลลัพธ์ | หมายเหตุ\n"


def asked(
    text: str, year: int = 2564, items: tuple[Item, ...] = (RESULTS,)
) -> list[tuple[str, str | None, list[str]]]:
    answer = check(case(COVER + text, fiscal_year=year, items=items), Params())
    return [
        (finding.code, finding.found, [span.quote for span in finding.spans])
        for finding in answer.findings
    ]


def row(
    done: str = "จัดทำมาตรการ",
    when: str = "เดือนเมษายน 2564",
    output: str = "มีมาตรการ",
    note: str = "",
) -> str:
    return (
        HEAD + f"มาตรการตรวจสอบการใช้ดุลพินิจ | {done} | {when} | {output} |"
        f" เจ้าหน้าที่ใช้ดุลพินิจเป็นธรรม | {note}\n"
    )


@pytest.mark.parametrize(
    ("text", "found", "quote"),
    [
        (
            row("มีการประกาศเจตจำนง เมื่อวันที่ ๑๗ เมษายน พ.ศ. ๒๕๖๓ ของผู้บริหาร"),
            "2563-04-17",
            "๑๗ เมษายน พ.ศ. ๒๕๖๓",
        ),
        (row(when="เดือนเมษายน ๒๕๖๓ เป็นต้นไป"), "2563-04", "เดือนเมษายน ๒๕๖๓ เป็นต้นไป"),
        (row(when="17 เม.ย. 63"), "2563-04-17", "17 เม.ย. 63"),
        (row(when="17/04/2563"), "2563-04-17", "17/04/2563"),
        (row(when="ต.ค. 62 - มี.ค. 63"), "2562-10/2563-03", "ต.ค. 62 - มี.ค. 63"),
        (row(when="1 - 3 มิถุนายน 2563"), "2563-06-01/2563-06-03", "1 - 3 มิถุนายน 2563"),
        (row(when="30 กันยายน 2563"), "2563-09-30", "30 กันยายน 2563"),
        (row(when="1 ตุลาคม 2564"), "2564-10-01", "1 ตุลาคม 2564"),
        (
            row(output="จัดอบรมเจ้าหน้าที่เมื่อวันที่ 5 สิงหาคม 2563 ผู้เข้าร่วม 40 คน"),
            "2563-08-05",
            "5 สิงหาคม 2563",
        ),
        (
            row("จัดประชาคม ครั้งที่ 1/2564 เมื่อวันที่ 15 - 17 ก.พ. 63"),
            "2563-02-15/2563-02-17",
            "15 - 17 ก.พ. 63",
        ),
        (row(when="17 เมษายน 2020"), "2563-04-17", "17 เมษายน 2020"),
        (
            ("ผลการดำเนินการตามมาตรการ\nเทศบาลได้จัดประชุมพนักงานเมื่อวันที่ 9 มกราคม 2563 เพื่อชี้แจงมาตรการ\n"),
            "2563-01-09",
            "9 มกราคม 2563",
        ),
        (row(when="วันที่ 14 เมษายน 2563"), "2563-04-14", "14 เมษายน 2563"),
        (row(when="เมื่อวันที่ ๑๔ เม.ย. ๖๓"), "2563-04-14", "๑๔ เม.ย. ๖๓"),
        (row(when="ระหว่างวันที่ 3 - 5 ก.พ. 2563"), "2563-02-03/2563-02-05", "3 - 5 ก.พ. 2563"),
        (row(when="เดือนกันยายน 2563"), "2563-09", "เดือนกันยายน 2563"),
        (row(when="วันที่ ..... เดือน มกราคม 2563"), "2563-01", "เดือน มกราคม 2563"),
        (row(when="สิงหาคม - กันยายน 2563"), "2563-08/2563-09", "สิงหาคม - กันยายน 2563"),
        (row(output="ออกคำสั่งแต่งตั้งคณะทำงานเมื่อ 2 มี.ค. 63"), "2563-03-02", "2 มี.ค. 63"),
        (
            row("อบรมเรื่องระเบียบกระทรวงการคลังว่าด้วยการจัดซื้อจัดจ้าง พ.ศ. 2560 เมื่อวันที่ 5 มีนาคม 2563"),
            "2563-03-05",
            "5 มีนาคม 2563",
        ),
        (
            "ผลการดำเนินการตามมาตรการ\nวันที่ 9 มกราคม 2563 จัดอบรมพนักงาน ณ ที่ทำการ\n",
            "2563-01-09",
            "9 มกราคม 2563",
        ),
        (
            (
                "# ผลการดำเนินการ\n\nบัตรที่ 2 ป้องกันผลประโยชน์ทับซ้อน\n\nลงมือเมื่อวันที่ 9"
                " กันยายน 2563\n\nทำอะไร อบรมเจ้าหน้าที่ 40 คน\n"
            ),
            "2563-09-09",
            "9 กันยายน 2563",
        ),
    ],
)
def test_an_action_outside_the_year_is_yea005(text: str, found: str, quote: str) -> None:
    assert asked(text) == [("YEA005", found, [quote])]


@pytest.mark.parametrize(
    "text",
    [
        row(),
        row(when="1 ตุลาคม 2563"),
        row(when="30 กันยายน 2564"),
        row(when="ตุลาคม – ธันวาคม 2563"),
        row(when="ต.ค. 63 – ก.ย. 64"),
        row(when="ตุลาคม 2563 – กันยายน 2564"),
        row(when="ไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2564"),
        row("ดำเนินการตามประกาศเทศบาล ลงวันที่ 5 มกราคม 2562 ซึ่งยังมีผลบังคับใช้"),
        row("ดำเนินการตามคำสั่งเทศบาล ที่ 15/2562 ลงวันที่ 3 กุมภาพันธ์ 2562"),
        row("แต่งตั้งคณะทำงานตามคำสั่งที่ 15/2562 ลว. 3 ก.พ. 62"),
        row("ตามหนังสือกรมส่งเสริมการปกครองท้องถิ่น ด่วนที่สุด ที่ มท 0808.2/ว 3482 ลงวันที่ 18 สิงหาคม 2562"),
        row("ตามมติคณะรัฐมนตรี เมื่อวันที่ 23 มกราคม 2561"),
        row("ตามพระราชบัญญัติ ประกาศในราชกิจจานุเบกษา เมื่อวันที่ 24 กุมภาพันธ์ 2560"),
        row("สำนักงาน ป.ป.ช. ประกาศผลการประเมิน ITA เมื่อวันที่ 27 สิงหาคม 2563"),
        row("ใช้ระเบียบเดิมตั้งแต่วันที่ 1 ตุลาคม 2561 เป็นต้นมา"),
        row("กำหนดจัดอบรมในเดือนตุลาคม 2564"),
        row("จะดำเนินการต่อในเดือนพฤศจิกายน 2564"),
        row("ประกาศเจตจำนงไว้เมื่อวันที่ 5 มกราคม 2562 และยังมีผลบังคับใช้"),
        row("ใช้คู่มือการปฏิบัติงาน (ฉบับปรับปรุง เมษายน 2563)"),
        row(output="ข้อมูล ณ วันที่ 30 กันยายน 2563 จำนวน 12 รายการ"),
        row(output="เพิ่มขึ้นเมื่อเทียบกับเดือนเมษายน 2563"),
        row(output="รายงานผลรอบ 12 เดือน (ตุลาคม 2564)"),
        row(output="เดือนตุลาคม 2564 จะรายงานผลอีกครั้ง"),
        row("ประกาศ ก.ท.จ. เมื่อวันที่ 20 มกราคม 2560 กำหนดให้เทศบาลดำเนินการ"),
        row("ตามสัญญาจ้างเลขที่ 5/2563 ลงวันที่ 20 กันยายน 2563"),
        row("มีคำสั่งแต่งตั้งคณะทำงาน ที่ 120/2562 ลงวันที่ 1 ตุลาคม 2562"),
        row("ดำเนินการตามแผนปฏิบัติการ 5 ปี (ตุลาคม 2565 - กันยายน 2570)"),
        row(note="ปีงบประมาณถัดไปจะดำเนินการในเดือนธันวาคม 2564"),
        ("มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | ระยะเวลา\nมาตรการ ก | จัดทำ | สำนักปลัด | เดือนธันวาคม 2564\n"),
        "เทศบาลตำบลทุ่งแก้วยกฐานะจากสภาตำบลเมื่อวันที่ 16 ธันวาคม 2539\n",
        "ประกาศ ณ วันที่ 5 มกราคม พ.ศ. 2562\n",
        "ตั้งแต่วันที่ 1 ตุลาคม 2561 เป็นต้นมา เทศบาลได้ดำเนินการตามมาตรการนี้\n",
        "ตัวชี้วัด | คะแนน ณ เดือนสิงหาคม 2563\nการใช้อำนาจ | 82.20\n",
        row(when="ต.ค. - ธ.ค. 63"),
        row(when="ตุลาคม 2563 - กันยายน 2564"),
        row(when="วันที่ ..... เดือน ............ 2564"),
        row(when="ตลอดปีงบประมาณ พ.ศ. 2564"),
        ("ผลการดำเนินการ\nรายงานฉบับนี้ผ่านความเห็นชอบของที่ประชุมผู้บริหารเมื่อวันที่ 15 ตุลาคม 2564\n"),
        "ผลการดำเนินการ\nหน่วยตรวจสอบภายในได้สอบทานทั้งสามมาตรการระหว่างวันที่ 6 - 8 ตุลาคม 2564\n",
        "ผลการดำเนินการ\nที่ประชุมหัวหน้าส่วนราชการได้รับทราบผลเมื่อวันที่ 9 ตุลาคม 2564\n",
        "ผลการดำเนินการ\nคณะทำงานได้ประชุมกำหนดมาตรการเมื่อวันที่ 20 กันยายน 2563\n",
        ("ผลการดำเนินการ\nคณะผู้บริหารเข้าร่วมศึกษาดูงานที่เทศบาลนครขอนแก่นเมื่อวันที่ 3 สิงหาคม 2563\n"),
        ("ผลการดำเนินการ\nสิ่งที่จะทำต่อ ขยายบริการอีก 3 งาน และจัดอบรมร่วมกับโรงเรียนในเดือนพฤศจิกายน 2564\n"),
        "ผลการดำเนินการ\n\nจัดทำเมื่อ 19 ตุลาคม 2564\n",
        "ผลการดำเนินการ\n\nปรับปรุงล่าสุดเมื่อวันที่ 19 ตุลาคม 2564\n",
        ("ผลการดำเนินการ\nผู้เข้าอบรมได้รับวุฒิบัตรของกรมส่งเสริมการปกครองท้องถิ่นลงวันที่ 2 สิงหาคม 2563\n"),
    ],
)
def test_everything_else_is_silent(text: str) -> None:
    assert asked(text) == []


def test_what_prose_tells_of_after_the_year_is_likely_not_sure() -> None:
    text = "ผลการดำเนินการ\nเทศบาลได้จัดอบรมพนักงานเมื่อวันที่ 9 พฤศจิกายน 2564 ที่หอประชุม\n"
    answer = check(case(COVER + text, fiscal_year=2564, items=(RESULTS,)), Params())
    assert [(one.found, one.certainty) for one in answer.findings] == [
        ("2564-11-09", Certainty.LIKELY)
    ]
    assert all(one.doubt for one in answer.findings)


def test_what_prose_tells_of_after_the_day_the_report_was_signed_was_not_done_yet() -> None:
    told = "เวทีบางหมู่บ้านมีผู้ร่วมน้อย เห็นควรเลื่อนมาจัดในเดือน{} 2565 สำหรับปีหน้า"
    text = row() + "\n" + told + "\n\n(ลงชื่อ)\n(นายสมชาย ใจดี)\nปลัดเทศบาล\n19 มกราคม 2565\n"
    assert asked(text.format("ธันวาคม")) == []
    assert asked(text.format("มกราคม")) == []  # below all that is told of measures
    waits = row(note="ยังไม่ถึงกำหนด (สรุปต้นเดือนธันวาคม 2565)") + text.split("\n", 2)[2]
    assert asked(waits.format("ธันวาคม")) == []
    in_table = row(when="เดือนธันวาคม 2565") + text.split("\n", 2)[2].format("มกราคม")
    assert "2565-12" in [found for _, found, _ in asked(in_table)]


def test_one_date_in_two_places_is_one_finding() -> None:
    text = (
        HEAD + "มาตรการ ก | จัดทำ | 17 เม.ย. 63 | มี | ดี | \nมาตรการ ข | จัดทำ | 17 เมษายน 2563 | มี |"
        " ดี | \n"
    )
    assert asked(text) == [("YEA005", "2563-04-17", ["17 เม.ย. 63", "17 เมษายน 2563"])]


def test_the_window_expected_is_the_fiscal_year() -> None:
    answer = check(
        case(COVER + row(when="เดือนเมษายน 2563"), fiscal_year=2564, items=(RESULTS,)), Params()
    )
    assert [finding.expected for finding in answer.findings] == ["2563-10-01/2564-09-30"]


def test_last_years_file_is_not_accused_date_by_date() -> None:
    text = COVER.replace("๒๕๖๔", "๒๕๖๓") + row(when="เดือนเมษายน 2563")
    assert check(case(text, fiscal_year=2564, items=(RESULTS,)), Params()).findings == ()


def test_results_from_2567_on_are_of_the_year_before() -> None:
    later = (Item("O35", "ผล", "results", covers=-1),)
    assert asked(row(when="เดือนเมษายน 2566"), 2567, later) == []
    assert asked(row(when="เดือนเมษายน 2567"), 2567, later) == [
        ("YEA005", "2567-04", ["เดือนเมษายน 2567"])
    ]


def test_actions_inside_the_year_prove_it() -> None:
    answer = check(case(COVER + row(), fiscal_year=2564, items=(RESULTS,)), Params())
    assert (answer.verdict, [span.quote for span in answer.evidence]) == (
        Verdict.MET,
        ["เดือนเมษายน 2564"],
    )


def test_the_reports_date_is_that_of_cover_preface_or_signature() -> None:
    made = {
        "-> เมษายน 2564\n": "2564-04",
        "ข้อความของคำนำ\n\n-> เทศบาลตำบลทุ่งแก้ว\n\n-> 5 เมษายน 2564\n": "2564-04-05",
        "ประกาศ ณ วันที่ 5 เดือน เมษายน พ.ศ. 2564\n": "2564-04-05",
        "ที่ รอ 72001/125 วันที่ 5 เมษายน 2564\n": "2564-04-05",
    }
    for text, iso in made.items():
        found = report_date(case(COVER + text).facts)
        assert found and found.iso == iso, text


def test_a_report_without_a_date_has_none() -> None:
    assert report_date(case(COVER + row()).facts) is None


def test_dates_have_roles() -> None:
    text = COVER + row("ตามประกาศ ลงวันที่ 5 มกราคม 2562", "เดือนเมษายน 2564") + "\n-> เมษายน 2564\n"
    assert [date.role for date in dates(case(text).facts)] == [
        Role.CITED,
        Role.ACTION,
        Role.SIGNATURE,
    ]


def test_running_text_names_the_month_after_the_year_for_reporting() -> None:
    told = "ผลการดำเนินการตามมาตรการ\n{what}เดือนตุลาคม 2564 ตามที่ตกลงกัน\n"
    assert asked(told.format(what="ผลไตรมาสที่ 3 รายงานแล้ว และผลไตรมาสที่ 4 ใน")) == []
    assert asked(row(when="ตุลาคม 2564")) == [("YEA005", "2564-10", ["ตุลาคม 2564"])]


def test_what_will_be_done_is_a_plan_however_much_stands_between_and_building_is_no_history() -> (
    None
):
    planned = "กองช่างจะจัดเวทีรับฟังความเห็นเรื่องเขื่อนกันตลิ่งร่วมกับชาวบ้านทุกหมู่บ้านในเดือนสิงหาคม 2565"
    assert asked(f"ผลการดำเนินการตามมาตรการ\n{planned}\n") == []
    assert asked(row("ติดป้ายขั้นตอนขออนุญาตก่อสร้างเมื่อวันที่ 14 สิงหาคม 2563")) == [
        ("YEA005", "2563-08-14", ["14 สิงหาคม 2563"])
    ]


def test_a_line_that_breaks_off_in_a_word_goes_on_with_its_date() -> None:
    text = (
        "สิ่งที่ทำ           เจ้าหน้าที่ทุกกองประกาศเจตนารมณ์ที่ลานหน้าสำนักงานเมื่อวัน\n"
        "                    ที่ 12 พฤศจิกายน 2565 และลงทะเบียนของที่ได้รับทุกชิ้นไว้\n"
        "                    ในสมุดของงานธุรการ\n"
    )
    assert [(code, found) for code, found, _ in asked(text)] == [("YEA005", "2565-11-12")]


@pytest.mark.parametrize(
    ("told", "outside"),
    [
        ("หน่วยรับผิดชอบรายงานรอบ 6 เดือน เมื่อวันที่ 18 เมษายน 2564 และ\nรอบ 12 เดือน เมื่อวันที่ {}", 0),
        ("ทุกกองได้รายงานผลรอบ 12 เดือน เมื่อ {} ต่อปลัดเทศบาล", 0),
        ("กองคลังได้จัดอบรมพนักงานเมื่อวันที่ {}", 1),
    ],
)
def test_the_last_round_is_reported_after_the_years_end(told: str, outside: int) -> None:
    text = COVER + row() + "\nผลการดำเนินการ\n" + told.format("20 ตุลาคม 2564") + "\n"
    assert len(asked(text)) == outside
    before = COVER + row() + "\nผลการดำเนินการ\n" + told.format("20 ตุลาคม 2562") + "\n"
    assert len(asked(before)) == 1


@pytest.mark.parametrize(
    "output",
    [
        "ผลรอบ 6 เดือน วันที่ 18 สิงหาคม 2563 ประชุมทบทวนคู่มือประชาชน 12 งาน",
        "รอบ 6 เดือน เมื่อวันที่ 18 สิงหาคม 2563 จัดอบรมพนักงาน 40 คน",
    ],
)
def test_a_deed_dated_right_behind_its_round_is_no_plan(output: str) -> None:
    assert [found for _, found, _ in asked(row(output=output))] == ["2563-08-18"]


def test_a_line_that_ends_with_what_leads_to_a_date_goes_on_with_it() -> None:
    text = (
        "ผลการดำเนินการตามมาตรการของทุกส่วนราชการในรอบปีงบประมาณที่ผ่านมาทั้งหมดตามลำดับดังนี้\n\n"
        "จัดอบรมกรรมการตรวจรับและผู้ควบคุมงาน 26 คน เมื่อวันที่\n"
        "14 กันยายน 2563 ตามหลักสูตรของกรมบัญชีกลาง\n"
    )
    assert [found for _, found, _ in asked(text)] == ["2563-09-14"]


UNKNOWN_TABLE = (
    "ผลการดำเนินการตามมาตรการ\n\nเรื่อง | ใครทำ | ลงมือทำ | นับได้เท่าไร\n"
    "ซื้อของให้ตรวจย้อนได้ | กองพัสดุ | {} | แฟ้ม 83 สัญญา\n"
)


def test_a_deed_in_a_table_that_nobody_knows_is_likely() -> None:
    text = COVER + UNKNOWN_TABLE.format("อบรมผู้ตรวจรับเมื่อวันที่ 19 กรกฎาคม 2563 และทำแฟ้ม")
    (found,) = check(case(text, fiscal_year=2564, items=(RESULTS,)), Params()).findings
    assert (found.found, found.certainty) == ("2563-07-19", Certainty.LIKELY)


def test_a_form_in_a_table_was_made_after_the_year() -> None:
    assert asked(UNKNOWN_TABLE.format("จัดทำเมื่อ 9 มกราคม 2565")) == []


def test_a_day_before_the_year_of_which_nothing_tells_what_it_is_of_leaves_open() -> None:
    for day, verdict in (("19 กรกฎาคม 2563", Verdict.UNKNOWN), ("19 ธันวาคม 2563", Verdict.MET)):
        text = COVER + UNKNOWN_TABLE.format(f"เปิดช่องไลน์ {day} ลงข่าวทุกวัน")
        answer = check(case(text, fiscal_year=2564, items=(RESULTS,)), Params())
        assert (answer.verdict, answer.note is not None) == (verdict, verdict is Verdict.UNKNOWN)


CARDS = """
1. มาตรการจัดการเรื่องร้องเรียนการทุจริต
ขั้นตอน ตั้งตู้รับเรื่อง แจ้งผลใน 15 วัน
ผู้รับผิดชอบ กลุ่มบริหารงานบุคคล
ทำอะไรไปแล้ว ตั้งตู้ 2 ตู้ และแต่งตั้งกรรมการ เมื่อวันที่ 16 พฤศจิกายน 2563
ผลที่เกิดขึ้น มีผู้ร้องเรียน 3 เรื่อง ยุติครบ
2. มาตรการสื่อสารถึงบ้าน
ขั้นตอน เยี่ยมบ้าน ส่งจดหมายข่าว
ผู้รับผิดชอบ กลุ่มบริหารทั่วไป
ทำอะไรไปแล้ว เยี่ยมบ้านนักเรียนทุกคน {}
ผลที่เกิดขึ้น ผู้ปกครอง 148 คน จาก 160 คน รู้ข่าวโรงเรียนมากขึ้น
"""


def test_a_day_behind_a_label_of_what_was_done_is_likely_of_a_deed() -> None:
    answer = check(
        case(
            COVER + CARDS.format("ระหว่างวันที่ 6 – 9 กรกฎาคม 2563"), fiscal_year=2564, items=(RESULTS,)
        ),
        Params(),
    )
    assert [(one.code, one.certainty) for one in answer.findings] == [("YEA005", Certainty.LIKELY)]
    assert asked(CARDS.format("ระหว่างวันที่ 6 – 9 กรกฎาคม 2564")) == []


@pytest.mark.parametrize("then", ["และประกาศคะแนนรายบุคคล", "แล้วจัดทำผลคะแนนเป็นตาราง"])
def test_scores_of_the_next_act_are_none_of_a_deed_before_it(then: str) -> None:
    told = f"กองการเจ้าหน้าที่ได้ประชุมชี้แจงเกณฑ์เมื่อวันที่ 14 สิงหาคม 2562 {then}ในเดือนเมษายน 2564\n"
    assert [found for _, found, _ in asked(told)] == ["2562-08-14"]


def test_what_was_used_since_a_day_long_ago_is_history() -> None:
    old = row("ตั้งตู้รับเรื่อง 5 จุด แทนตู้ใบเดียวที่ใช้มาตั้งแต่เดือนมีนาคม 2559")
    assert asked(old) == []


def test_where_most_days_lie_outside_the_year_is_one_likely_finding_for_all() -> None:
    days = ("2 มี.ค. 63", "17 เม.ย. 63", "5 มิ.ย. 63")
    rows = [
        f"มาตรการ {name} | จัดทำ | {day} | มี | ดี | \n" for name, day in zip("กขค", days, strict=True)
    ]
    inside = row(when="9 ก.พ. 64").removeprefix(HEAD)

    def found(text: str) -> list[tuple[list[str], Certainty]]:
        answer = check(case(COVER + text, fiscal_year=2564, items=(RESULTS,)), Params())
        return [([one.quote for one in each.spans], each.certainty) for each in answer.findings]

    assert found(HEAD + "".join(rows)) == [(list(days), Certainty.LIKELY)]
    assert found(HEAD + rows[0] + inside) == [([days[0]], Certainty.SURE)]


def test_a_month_alone_soon_after_the_year_is_likely_a_day_or_an_earlier_month_is_sure() -> None:
    def certainty(when: str) -> list[Certainty]:
        inside = row(when="9 ก.พ. 64").removeprefix(HEAD)
        text = COVER + row(when=when) + inside
        answer = check(case(text, fiscal_year=2564, items=(RESULTS,)), Params())
        return [one.certainty for one in answer.findings]

    assert certainty("ต.ค. 64") == [Certainty.LIKELY]
    assert certainty("5 ต.ค. 64") == [Certainty.SURE]
    assert certainty("เม.ย. 63") == [Certainty.SURE]


def test_a_day_before_the_year_on_which_the_office_s_own_paper_came_into_force_is_likely_yea005() -> (
    None
):
    rows = (
        "มาตรการตรวจสอบการใช้ดุลพินิจ | กรรมการประชุมเมื่อวันที่ 19 มกราคม 2564 | | มีคำสั่งครบ | ดี |\n"
        "มาตรการยกระดับการให้บริการ | ปรับแนวการให้บริการ 22 งาน ประกาศใช้เมื่อวันที่ 14 กันยายน 2563 | | ครบ | ดี |\n"
    )
    answer = check(case(COVER + HEAD + rows, fiscal_year=2564, items=(RESULTS,)), Params())
    assert [(one.code, one.found, one.certainty) for one in answer.findings] == [
        ("YEA005", "2563-09-14", Certainty.LIKELY)
    ]
