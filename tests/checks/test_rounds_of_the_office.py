"""Spans of the year by which an office calls its rounds are rounds: they part the year in one
breath, and results stand under one of them.
"""

import pytest
from building import case

from ita_checker.checks.rounds import Params, check
from ita_checker.facts.rounds.named import in_one_breath, rounds
from ita_checker.facts.tables import grids
from ita_checker.model import Item

BOTH = (Item("O42", "มาตรการ", "measures"), Item("O43", "การดำเนินการ", "results"))
REPORT = """
# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2565

มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
จองรถส่วนกลางออนไลน์ | พัฒนาระบบจอง | สำนักงานเลขานุการ | รายงานผู้บริหาร {first} และ{second}
เผยแพร่งานก่อสร้าง | จัดทำแดชบอร์ด | กองก่อสร้าง | รายงานผู้บริหาร {first} และ{second}

# ผลการดำเนินการ
มาตรการ | รอบ | สิ่งที่ดำเนินการ | ผลที่เกิดขึ้น
จองรถส่วนกลางออนไลน์ | {told} | เปิดระบบเมื่อ 22 พฤศจิกายน 2564 | จองผ่านระบบ 127 ครั้ง
เผยแพร่งานก่อสร้าง | {told} | เผยแพร่ครบ 74 สัญญา | มีผู้เข้าชม 310 ครั้ง

(นายประสิทธิ์ ทองดี)
15 ตุลาคม 2565
"""


def missing(first: str, second: str, told: str) -> list[tuple[str, str | None]]:
    text = REPORT.format(first=first, second=second, told=told)
    made = case(text, fiscal_year=2565, items=BOTH, item=BOTH[1])
    return [(one.code, one.expected) for one in check(made, Params()).findings]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("ไตรมาส 1–2", "ไตรมาส 3–4", "ไตรมาส 1–2"),
        (
            "ช่วงตุลาคม 2564 – มีนาคม 2565",
            "ช่วงเมษายน – กันยายน 2565",
            "ช่วงตุลาคม 2564 – มีนาคม 2565",
        ),
        ("รอบครึ่งปีงบประมาณ", "รอบสิ้นปีงบประมาณ", "รอบครึ่งปีงบประมาณ"),
        ("ครั้งที่ 1 (รอบ 6 เดือน)", "ครั้งที่ 2 (รอบ 12 เดือน)", "ครั้งที่ 1 (รอบ 6 เดือน)"),
    ],
)
def test_a_span_of_the_year_promised_and_not_told_is_a_round_missing(
    first: str, second: str, told: str
) -> None:
    assert missing(first, second, told) == 2 * [("RND003", "รอบ 12 เดือน")]


def test_months_that_no_result_stands_under_are_when_it_is_done() -> None:
    assert missing("ไตรมาส 1–2", "ไตรมาส 3–4", "ธันวาคม 2564") == []


def test_a_quarter_of_a_year_is_not_a_range_of_quarters() -> None:
    assert missing("ไตรมาส 1/2565", "ไตรมาส 2/2565", "ไตรมาส 1/2565") == []


def test_a_span_that_heads_a_column_of_results_is_one_of_the_rounds() -> None:
    text = REPORT.format(
        first="ช่วงตุลาคม 2564 – มีนาคม 2565", second="ช่วงเมษายน – กันยายน 2565", told="-"
    )
    plan = text.partition("# ผลการดำเนินการ")[0]
    told = """
# ผลการดำเนินการ
มาตรการ | ช่วงตุลาคม 2564 – มีนาคม 2565 | <
^ | วันเดือนปี | ผลการพัฒนา
จองรถส่วนกลางออนไลน์ | 22 พฤศจิกายน 2564 | เปิดระบบแล้ว จองผ่านระบบ 127 ครั้ง
เผยแพร่งานก่อสร้าง | 17 ธันวาคม 2564 | เผยแพร่ครบ 74 สัญญา มีผู้เข้าชม 310 ครั้ง

(นายประสิทธิ์ ทองดี)
15 ตุลาคม 2565
"""
    made = case(plan + told, fiscal_year=2565, items=BOTH, item=BOTH[1])
    found = [(one.code, one.expected) for one in check(made, Params()).findings]
    assert found == 2 * [("RND003", "รอบ 12 เดือน")]


def test_rounds_counted_before_brackets_are_promised_in_one_breath_and_head_rows() -> None:
    text = """
# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
1. มาตรการจองรถส่วนกลาง สำนักงานเลขานุการพัฒนาระบบ
กลุ่มแผนสรุปเสนอผู้อำนวยการ ครั้งที่ 1 (รอบ 6 เดือน) และครั้งที่ 2 (รอบ 12 เดือน)

ครั้งที่รายงาน | มาตรการ | สิ่งที่ดำเนินการ | ผลที่เกิดขึ้น
ครั้งที่ 1 (รอบ 6 เดือน) | มาตรการจองรถส่วนกลาง | เปิดระบบเมื่อ 22 พฤศจิกายน 2564 | จอง 127 ครั้ง
"""
    facts = case(text, fiscal_year=2565, items=BOTH, item=BOTH[1]).facts
    assert grids(facts)[0].columns[0] == "monitoring"
    six = next(one for one in rounds(facts) if one.months == 6)
    assert [one.months for one in in_one_breath(facts, six)] == [6, 12]


@pytest.mark.parametrize(
    ("foot", "codes"),
    [
        (
            "การรายงานฝ่ายบริหาร : ฝ่ายเสนอผลต่อผู้อำนวยการ รอบ 6 เดือน และรอบ 12 เดือน",
            ["RND003"],
        ),
        ("รายงานผลการดำเนินการ รอบ 6 เดือน", []),
    ],
)
def test_what_a_plan_says_at_its_foot_behind_a_label_is_promised_of_all(
    foot: str, codes: list[str]
) -> None:
    text = f"""
# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2565

มาตรการ | วิธีการ | เริ่ม | ผู้รับผิดชอบ
1. มาตรการจองรถส่วนกลาง | พัฒนาระบบจอง | ธันวาคม 2564 | สำนักงานเลขานุการ
2. มาตรการเผยแพร่งานก่อสร้าง | จัดทำแดชบอร์ด | มกราคม 2565 | กองก่อสร้าง
{foot} | < | < | <

# ผลการดำเนินการ
รอบ | มาตรการ | สิ่งที่ดำเนินการ | ผลที่เกิดขึ้น
รอบ 6 เดือน | มาตรการจองรถส่วนกลาง | เปิดระบบเมื่อ 22 พฤศจิกายน 2564 | จอง 127 ครั้ง
^ | มาตรการเผยแพร่งานก่อสร้าง | เผยแพร่ครบ 74 สัญญา | มีผู้เข้าชม 310 ครั้ง

(นายประสิทธิ์ ทองดี)
15 ตุลาคม 2565
"""
    made = case(text, fiscal_year=2565, items=BOTH, item=BOTH[1])
    assert [one.code for one in check(made, Params()).findings] == codes


def test_a_span_whose_report_is_told_of_in_a_sentence_is_one_of_the_rounds() -> None:
    text = REPORT.format(
        first="ช่วงตุลาคม 2564 – มีนาคม 2565", second="ช่วงเมษายน – กันยายน 2565", told="-"
    )
    plan = text.partition("# ผลการดำเนินการ")[0]
    told = """
# ผลการดำเนินการ
# ส่วนที่ 1 จองรถส่วนกลางออนไลน์
ตามที่กำหนดให้พัฒนาระบบจองนั้น รายงานช่วงตุลาคม 2564 – มีนาคม 2565 สำนักงานเลขานุการได้เปิดระบบแล้ว จอง 127 ครั้ง
# ส่วนที่ 2 เผยแพร่งานก่อสร้าง
ตามที่กำหนดให้จัดทำแดชบอร์ดนั้น รายงานช่วงตุลาคม 2564 – มีนาคม 2565 กองก่อสร้างได้เผยแพร่ครบ 74 สัญญา
"""
    facts = case(plan + told, fiscal_year=2565, items=BOTH, item=BOTH[1]).facts
    assert not any(one.soft for one in rounds(facts))


OWN_CALLS = [
    ("ห้วง 6 เดือน (1 ต.ค. 64 – 31 มี.ค. 65)", "ห้วง 12 เดือน (1 ต.ค. 64 – 30 ก.ย. 65)"),
    ("เมื่อสิ้นไตรมาส 2", "สิ้นไตรมาส 4"),
    ("ครึ่งแรกของปีงบประมาณ", "ทั้งปีงบประมาณ"),
    ("ครบครึ่งปี (31 มีนาคม 2565)", "ครบปี (30 กันยายน 2565)"),
    ("ช่วง ต.ค. – มี.ค.", "ช่วง เม.ย. – ก.ย."),
]


@pytest.mark.parametrize(("first", "second"), OWN_CALLS)
def test_what_an_office_calls_its_rounds_in_one_breath_and_again_over_results_is_one(
    first: str, second: str
) -> None:
    told = first.removeprefix("เมื่อ")
    found = missing(first, second, told)
    assert {(code, expected) for code, expected in found} == {("RND003", "รอบ 12 เดือน")}


@pytest.mark.parametrize(("first", "second"), OWN_CALLS)
def test_a_round_in_the_offices_own_words_that_stands_alone_behind_the_plan_is_not_missed(
    first: str, second: str
) -> None:
    text = REPORT.format(first=first, second=second, told=first.removeprefix("เมื่อ"))
    text += f"\n# {second}\nเปิดระบบเพิ่มอีก 3 กอง จองผ่านระบบ 240 ครั้ง\n"
    made = case(text, fiscal_year=2565, items=BOTH, item=BOTH[1])
    assert [one.code for one in check(made, Params()).findings] == []


def test_months_of_which_none_comes_again_are_no_rounds() -> None:
    assert missing("ห้วง 6 เดือน", "ห้วง 12 เดือน", "ธันวาคม 2564") == []


@pytest.mark.parametrize("until", ["(ถึง 30 มิ.ย. 65)", "(ถึงวันที่ 30 มิถุนายน 2565)"])
def test_the_last_day_of_a_round_in_brackets_behind_it_makes_the_reports_date_no_others(
    until: str,
) -> None:
    text = f"""
# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2565

มาตรการ | รายละเอียดการดำเนินการ | ผลผลิต | ผลลัพธ์
มาตรการเผยแพร่ข้อมูล | ออกวารสาร 2 ฉบับ รอบ 9 เดือน {until} : เผยแพร่เพิ่ม 21 รายการ | 61 รายการ | มีผู้ชม 820 ครั้ง

(นายประสิทธิ์ ทองดี)
22 เมษายน 2565
"""
    made = case(text, fiscal_year=2565, items=BOTH[1:], item=BOTH[1])
    assert [one.code for one in check(made, Params()).findings] == ["RND004"]
