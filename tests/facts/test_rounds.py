"""Rounds are known in every phrasing, by number exactly; an empty box names none."""

from __future__ import annotations

import pytest

from ita_checker.facts.page import flow
from ita_checker.facts.rounds.labels import labels
from ita_checker.facts.rounds.named import ends, rounds
from ita_checker.facts.rounds.sides import LADDER, Side, rung
from ita_checker.facts.rounds.told import repeats
from ita_checker.facts.years import dated, place
from ita_checker.text.dates import find
from ita_checker.text.days import Day
from ita_checker.text.flow import Flow
from tests.building import case


def named(text: str) -> list[int]:
    flow = Flow(text)
    return [
        label.months
        for label in labels(flow, find(flow))
        if label.ticked is not False and not label.soft
    ]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("รอบ 6 เดือน", [6]),
        ("รอบ ๖ เดือน", [6]),
        ("รอบ6เดือน", [6]),
        ("ร\nอบ 6 เดื\nอน", [6]),
        ("-รอบ 6 เดือน", [6]),
        ("รอบหกเดือน และรอบสิบสองเดือน", [6, 12]),
        ("(รอบ 6 เดือน/๑๒ เดือน)", [6, 12]),
        ("รอบ 6 เดือน / 12 เดือน", [6, 12]),
        ("รอบ 3, 6, 9 และ 12 เดือน", [3, 6, 9, 12]),
        ("รอบ 3/6/9/12 เดือน", [3, 6, 9, 12]),
        ("-รอบ ๓ เดือน -รอบ 6 เดือน -รอบ ๙ เดือน -รอบ ๑๒ เดือน", [3, 6, 9, 12]),
        ("รอบ 5 เดือน/๑๒ เดือน", [5, 12]),
        ("รอบ 6 เดือน (ต.ค.64 - มี.ค.65)", [6]),
        ("รอบที่ 1 (1 ตุลาคม 2563 - 31 มีนาคม 2564)", [6]),
        ("รอบเดือนตุลาคม 2564 – มีนาคม 2565", [6]),
        ("รอบที่ 1 6 เดือน", [6]),
        ("ประจำปีรอบ 6 เดือน", [6]),
        ("6 เดือนแรกของปีงบประมาณ", [6]),
        ("6 เดือนหลัง", [12]),
        ("ครึ่งปีแรก", [6]),
        ("รายไตรมาส", [3, 6, 9, 12]),
        ("ทุก 6 เดือน", [6, 12]),
        ("ราย 3 เดือน", [3, 6, 9, 12]),
        ("☑ รอบ 6 เดือน ☐ รอบ 12 เดือน", [6]),
        ("[✓] รอบ ๓ เดือน / [ ] รอบ ๖ เดือน / [ ] รอบ ๑๒ เดือน", [3]),
        ("(/) รอบ 6 เดือน (  ) รอบ 12 เดือน", [6]),
        ("รอบ 6 เดือน (/) รอบ 12 เดือน (  )", [6]),
        ("รอบ 6 เดือน ( ) รอบ 12 เดือน (√)", [12]),
        ("□ รอบ 3 เดือน ■ รอบ 6 เดือน", [6]),
        ("\uf0fe รอบ 6 เดือน \uf0a8 รอบ 12 เดือน", [6]),
        ("\uf052 รอบ 6 เดือน \uf0a3 รอบ 12 เดือน", [6]),
        ("รอบ ☑ 6 เดือน ☐ 12 เดือน", [6]),
        ("○ รอบ 6 เดือน ○ รอบ 12 เดือน", [6, 12]),
        ("● รอบ 6 เดือน ○ รอบ 12 เดือน", [6]),
        ("รอบ 6 เดือน และรอบ 12 เดือน\n● มาตรการ ○ ขั้นตอน", [6, 12]),
        ("รอบ 6 เดือน 2 ครั้ง", [6]),
        ("รอบ 6 เดือน 3. จัดทำแผน 12 เดือน", [6]),
        ("ในรอบ 5 เดือนที่ผ่านมา", []),
        ("รอบ 15 วัน", []),
        ("รอบ 4 ปี", []),
        ("ระยะเวลา 6 เดือน", []),
        ("โครงการระยะ 12 เดือน", []),
        ("ต.ค. 63 – ก.ย. 64", []),
    ],
)
def test_rounds_are_known_in_each_of_their_forms(text: str, months: list[int]) -> None:
    assert named(text) == months


def test_a_quarter_or_a_range_of_months_names_a_round_softly() -> None:
    flow = Flow("ไตรมาสที่ 2 (ต.ค. 63 – มี.ค. 64)")
    assert [(label.months, label.soft) for label in labels(flow, find(flow))] == [
        (6, True),
        (6, True),
    ]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("ไตรมาสที่ 1 และ 3", [3, 9]),
        ("ไตรมาส 1, 2 และ 4", [3, 6, 12]),
        ("ไตรมาสที่ 1 ถึงไตรมาสที่ 3", [3, 6, 9]),
        ("ไตรมาส 2-4", [6, 9, 12]),
        ("ไตรมาสที่ 1/2564", [3]),
    ],
)
def test_quarters_that_a_word_joins_are_those_alone(text: str, months: list[int]) -> None:
    assert [label.months for label in labels(Flow(text))] == months


def test_plan_promises_and_results_report() -> None:
    found = rounds(
        case("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        มาตรการ ก | จัดทำ | สำนักปลัด | รอบ 6 เดือน

        มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต | ผลลัพธ์
        มาตรการ ก | จัดทำ | รอบ 6 เดือน ดำเนินการเผยแพร่มาตรการแล้ว | ดี
        มาตรการ ข | จัดทำ | รอบ 12 เดือน ยังไม่ถึงกำหนดรายงาน | ดี
        """).facts
    )
    assert [(one.months, one.side) for one in found] == [
        (6, Side.PROMISED),
        (6, Side.REPORTED),
        (12, Side.NAMED),
    ]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("รายงานผลการดำเนินงานตามมาตรการ -รอบ 6 เดือน -รอบ ๑๒ เดือน", True),
        ("รายงานผลการดำเนินงานตามมาตรการเผยแพร่ข้อมูลต่อสาธารณะ - รอบ 6 เดือน", True),
        ("รอบ 6 เดือน", True),
        ("รอบ 6 เดือน เผยแพร่ข้อมูลแล้ว 12 เรื่อง", False),
        ("เจ้าหน้าที่ใช้ดุลพินิจเป็นธรรม", False),
    ],
)
def test_labels_alone_are_no_result(text: str, answer: bool) -> None:
    one = case(text)
    assert repeats(one.facts, [(0, len(Flow(one.document.text).text))]) is answer


def test_a_round_ends_with_its_quarter() -> None:
    assert [ends(months, 2564) for months in (3, 6, 9, 12)] == [
        Day(2563, 12, 31),
        Day(2564, 3, 31),
        Day(2564, 6, 30),
        Day(2564, 9, 30),
    ]


RESULTS = "มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต\nมาตรการ ก | จัดทำ |"
LADDER_EXAMPLES = [
    (
        "heading of a column",
        "มาตรการ | ผลการดำเนินการ | ผลลัพธ์\n^ | รอบ 6 เดือน | ^\nมาตรการ ก | จัดทำแล้ว | ดี",
    ),
    ("column of a plan", "มาตรการ | ขั้นตอน | การกำกับติดตาม\nมาตรการ ก | จัดทำ | รอบ 6 เดือน"),
    (
        "item not ticked",
        "# ผลการดำเนินการ\n1. มาตรการยืมทรัพย์สิน\n☑ ติดเลขเครื่องมือ 684 ชิ้น ครบ 5 แผนก\n"
        "☐ ขยายไปโรงฝึกงานใหม่ รอบ 12 เดือน",
    ),
    ("results that wait", f"{RESULTS} รอบ 6 เดือน ยังไม่ถึงกำหนด"),
    ("column of results", f"{RESULTS} รอบ 6 เดือน จัดทำคู่มือแล้ว"),
    (
        "field of a plan",
        (
            "มาตรการที่ 1 การรับฟังความเห็น\nขั้นตอน : จัดเวที\nผู้รับผิดชอบ : กองช่าง\n"
            "การกำกับติดตาม : นายช่างเสนอนายก รอบ 6 เดือน"
        ),
    ),
    (
        "field of results",
        (
            "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ\nการรับฟังความเห็น | จัดเวที | กองช่าง\n\n"
            "ผลการดำเนินการ\nการรับฟังความเห็น\nรอบ 6 เดือน จัดเวทีแล้ว 9 ครั้ง"
        ),
    ),
    (
        "field that waits",
        (
            "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ\nการรับฟังความเห็น | จัดเวที | กองช่าง\n\n"
            "ผลการดำเนินการ\nการรับฟังความเห็น จัดเวทีแล้ว 9 ครั้ง รอบ 12 เดือน ยังไม่ถึงกำหนด"
        ),
    ),
    (
        "field of what will be told",
        (
            "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ\nการรับฟังความเห็น | จัดเวที | กองช่าง\n\n"
            "ผลการดำเนินการ\nการรับฟังความเห็น จัดเวทีแล้ว 9 ครั้ง และจะทำบันทึกรอบ 12 เดือน อีกครั้ง"
        ),
    ),
    ("clause that orders", "ผู้บริหารเห็นชอบสองมาตรการ โดยทุกกองต้องส่งรายงานผล รอบ 6 เดือน"),
    ("clause that orders", "ในช่วงต่อไปจะติดตามงานที่ค้างและส่งรายงานผลรอบ 12 เดือนอีกครั้ง"),
    (
        "result of a round",
        "งานบุคลากรแจ้งเกณฑ์ให้ครูทุกคน ลงชื่อรับทราบ ผลรอบ 6 เดือน มีผู้โต้แย้งลดลงจาก 5 คน เหลือ 1 คน",
    ),
    ("result of a round", "ผลรอบ 9 เดือน (ตุลาคม 2565 – มิถุนายน 2566) มีมุมสุจริตครบทั้ง 6 แผนก"),
    ("clause that orders", "กำหนดมาตรการไว้สองเรื่อง และให้ทุกกองรายงานรอบ 6 เดือน"),
    (
        "day to come",
        "ตอบ : ผู้อำนวยการนัดรายงานผลสองครั้ง คือ รอบ 6 เดือน ในเดือนเมษายน 2564 และรอบ 12 เดือน ในเดือนตุลาคม 2564",
    ),
    ("clause that orders", "ทุกมาตรการให้ผู้รับผิดชอบรายงานผลต่อปลัด อบต. เป็นรอบ 6 เดือน"),
    (
        "clause that orders",
        "ผู้บริหารเห็นชอบ ให้กองเจ้าของเรื่อง รายงานผลเสนอนายกเทศมนตรี ปีละสองครั้ง คือ รอบ 6 เดือน และรอบ 12 เดือน",
    ),
    (
        "clause that tells",
        "เทศบาลได้ดำเนินการตามมาตรการที่กำหนดขึ้นจากผลการประเมินใน รอบ 6 เดือน แล้วดังนี้",
    ),
    ("clause that tells", "ให้รายงานตามกำหนด นั้น เทศบาลขอสรุปผลรอบ 6 เดือน ดังนี้"),
    ("title of results", f"{'ข' * 800}\n\n# ◆ ผลที่เกิดขึ้นจริง รอบ 6 เดือน (ตุลาคม 2567 – มีนาคม 2568)"),
    ("title that waits", f"{'ข' * 800}\nผลการดำเนินการ รอบ 12 เดือน ยังไม่ถึงกำหนด"),
    ("title of results", f"{'ข' * 800}\nผลการดำเนินการตามมาตรการ รอบ 6 เดือน"),
    (
        "title of results",
        (
            f"{'ข' * 800}\n\n# สิ่งที่เกิดขึ้นใน รอบ 6 เดือน\n\nมาตรการ | รายละเอียดการดำเนินงาน |"
            " ผลผลิต\nมาตรการ ก | ทำ | คู่มือ"
        ),
    ),
    (
        "title of results",
        (
            "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ\nมาตรการจัดการเรื่องร้องเรียน | รับเรื่อง | นิติกร\n\n"
            "# เรื่องราวของเราใน รอบ 6 เดือน\n\n**มาตรการจัดการเรื่องร้องเรียน**\n\n"
            "นิติกรรับเรื่อง 3 เรื่องและแจ้งผลผู้ร้องแล้ว ผลลัพธ์คือผู้ร้องพอใจทั้ง 3 ราย"
        ),
    ),
    (
        "results that wait",
        "มาตรการ | รอบรายงาน | สิ่งที่ทำ | ผลลัพธ์\nมาตรการ ก | รอบ 12 เดือน | - | ยังไม่ถึงกำหนด",
    ),
    (
        "column of results",
        "มาตรการ | รอบรายงาน | สิ่งที่ทำ | ผลลัพธ์\nมาตรการ ก | รอบ 6 เดือน | จัดทำคู่มือ | ดี",
    ),
    ("clause that orders", "จึงมีมาตรการ 2 เรื่อง กำหนดรายงานผลรอบ 6 เดือน"),
    (
        "report to somebody",
        f"{'ข' * 800}\nทั้งสองข้อนี้ เจ้าของเรื่องรายงานผลรอบ 6 เดือน ต่อปลัด อบต. ในห้องประชุมเล็กเป็นการภายในทุกครั้ง",
    ),
    (
        "report to somebody",
        f"{'ข' * 800}\nทุกเรื่อง หัวหน้าสำนักปลัดสรุปผลรอบ 6 เดือน เสนอนายกเทศมนตรีด้วยวาจาก่อนประชุมสภา",
    ),
    (
        "report to somebody",
        f"{'ข' * 800}\nทุกมาตรการรายงานผลต่อนายก อบต. รอบ 6 เดือน และรอบ 12 เดือน ผลข้างล่างนี้เป็นรอบ 6 เดือน",
    ),
    ("report to somebody", f"{'ข' * 800}\nแต่ละเรื่องรายงานต่อหัวหน้าสำนักปลัดรอบ 6 เดือน หนึ่งครั้ง"),
    ("title of results", f"{'ข' * 800}\nผู้รับผิดชอบ งานพัสดุ กองคลัง\nรายงานผลรอบ 6 เดือน ลดลง 3 ราย"),
    ("box ticked", f"{'ข' * 800}\nแบบรายงานผล\n{'ก' * 150} ☑ รอบ 6 เดือน ☐ รอบ 12 เดือน {'ก' * 20}"),
    (
        "box ticked beside results",
        "มาตรการ | รอบที่รายงาน | การดำเนินการ | ผลลัพธ์\n"
        "เปิดราคากลางทุกงาน | ☑ รอบ 6 เดือน ☐ รอบ 12 เดือน | ติดประกาศ 5 ฉบับ | ยื่นราคาเพิ่ม 3 ราย\n",
    ),
    ("signs of a plan", f"{'ข' * 800}\nแนวทางการทำงาน รอบ 6 เดือน"),
    ("not yet", f"{'ข' * 800}\nการทำงาน รอบ 12 เดือน ยังไม่ถึงกำหนด"),
    ("among results", f"{'ข' * 800}\nรอบ 6 เดือน อบรมแล้ว"),
    (
        "line over results",
        (
            "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ\nเปิดราคากลางทุกงาน | ติดประกาศ | กองคลัง\n"
            "นับพัสดุร่วมกัน | นับ | กองช่าง\n\n**ผลการดำเนินงานตามมาตรการ**\n\n"
            "**ช่วงติดตาม : ช่วง 6 เดือนแรก**\n- 1. เปิดราคากลางทุกงาน – ติดประกาศ 5 ฉบับ (ยื่นราคาเพิ่ม 3 ราย)\n"
            "- 2. นับพัสดุร่วมกัน – นับแล้ว 5 ครั้ง (ของครบทุกชิ้น)"
        ),
    ),
    ("label of monitoring", "การติดตาม – สรุปผลรอบ 6 เดือน"),
    ("label of monitoring", f"{'ข' * 800}\nการกำกับติดตาม: บันทึกสรุปรอบ 6 เดือน"),
    ("label of results", f"{'ข' * 800}\nทำแล้ว: (รอบ 6 เดือน) ลงข้อมูลครบ 43 ข้อ"),
    ("label of results", f"{'ข' * 800}\nรอบ 6 เดือน: ประชุมประชาคม 9 หมู่บ้าน"),
    (
        "opens what was done",
        f"{RESULTS} คู่มือ 1 เล่ม\n\nรอบ 12 เดือน (1 ตุลาคม 2564 - 30 กันยายน 2565) ดำเนินการครบทั้ง 4 เรื่อง",
    ),
    ("opens what was done", f"{RESULTS} คู่มือ 1 เล่ม\n\n- รอบ 6 เดือน อบรม 3 ครั้ง ผู้เข้าอบรม 120 คน"),
    ("opens what was done", f"{RESULTS} คู่มือ 1 เล่ม\n\nรอบ 6 เดือน พึงพอใจร้อยละ 95"),
    ("not yet", f"{RESULTS} คู่มือ 1 เล่ม\n\nรอบ 12 เดือน จะอบรม 3 ครั้ง"),
    (
        "",
        "1. มาตรการรับเรื่องร้องเรียน\nผู้รับผิดชอบ: กองช่าง\nครั้งที่ 1 (ต.ค. 67 – มี.ค. 68): รับเรื่อง 8 เรื่อง"
        "\nผลสำเร็จ: ยุติได้ 8 เรื่อง",
    ),
    ("", f"{RESULTS} คู่มือ 1 เล่ม\n\nรอบ 12 เดือน รายงานปลัด 1 ครั้ง"),
    ("", f"{RESULTS} คู่มือ 1 เล่ม\n\nรอบ 12 เดือน ทุกกองต้องอบรม 3 ครั้ง"),
    ("", f"{'ข' * 800}\nรอบ 12 เดือน พึงพอใจร้อยละ 95\n\n# ผลของเรา\n\n{RESULTS} คู่มือ 1 เล่ม"),
    ("", f"{'ข' * 800}\nการทำงาน รอบ 6 เดือน ของกองคลัง"),
    ("", f"{'ข' * 800}\nเปิดแบบฟอร์มออนไลน์ไม่ต้องระบุชื่อ รอบ 9 เดือน ของกองคลัง"),
]


@pytest.mark.parametrize(("name", "text"), LADDER_EXAMPLES)
def test_each_step_of_the_ladder_has_its_example(name: str, text: str) -> None:
    facts = case(text).facts
    first = next(one for one in labels(flow(facts), dated(facts)) if not one.soft)
    assert rung(facts, first, place(facts, first.start))[0] == name


def test_no_step_of_the_ladder_is_without_an_example() -> None:
    assert {name for name, _, _ in LADDER} == {name for name, _ in LADDER_EXAMPLES} - {""}


def test_rounds_named_in_one_breath_are_named_for_the_same() -> None:
    text = "นัดรายงาน: รายงานรอบ 6 เดือน (เมษายน) และรอบ 12 เดือน (ตุลาคม) ต่อนายกเทศมนตรี"
    sides = {one.side for one in rounds(case(f"ขั้นตอน: ทำ\n{text}").facts)}
    assert len(sides) == 1 and Side.REPORTED not in sides


@pytest.mark.parametrize("label", ["รอบที่ต้องรายงาน", "นัดรายงานผล", "การกำกับติดตาม"])
def test_the_rounds_of_a_card_are_promised_in_one_row_and_told_in_another(label: str) -> None:
    text = f"""มาตรการที่ 1 การป้องกันการรับสินบน | ^
ขั้นตอนที่วางไว้ | แจ้งเวียน จัดทำทะเบียน
ผู้รับผิดชอบ | งานการเจ้าหน้าที่
{label} | รอบ 6 เดือน และรอบ 12 เดือน
ทำไปแล้ว | รอบ 6 เดือน: แจ้งเวียน 52 คน
ผลลัพธ์ | คู่สัญญาทุกรายรับทราบ"""
    sides = [(one.months, one.side) for one in rounds(case(text).facts)]
    assert sides == [(6, Side.PROMISED), (12, Side.PROMISED), (6, Side.REPORTED)]


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("งวด", ("3 เดือน (ต.ค. - ธ.ค. 64)", "6 เดือน (ต.ค. 64 - มี.ค. 65)")),
        ("รอบ", ("๓ เดือน", "๖ เดือน")),
        ("รอบรายงาน", ("3 เดือน", "6 เดือน")),
    ],
)
def test_rows_of_results_are_called_by_their_round_without_the_word_for_it(
    head: str, cells: tuple[str, str]
) -> None:
    text = f"""# ผลการดำเนินการตามมาตรการ
มาตรการ | {head} | สิ่งที่ดำเนินการ | ผลลัพธ์
มาตรการงดรับของขวัญ | {cells[0]} | ติดป้าย 3 จุด | ไม่พบผู้รับของขวัญ
มาตรการจ่ายภาษีผ่านแอป | {cells[1]} | เปิดแอป | เวลารอลดลง 9 นาที
"""
    made = [one for one in rounds(case(text).facts) if not one.soft]
    assert [(one.months, one.side) for one in made] == [(3, Side.REPORTED), (6, Side.REPORTED)]


BY_MEASURE = """# ผลการดำเนินการตามมาตรการ
มาตรการ | {head} | {done} | ผู้รับผิดชอบ | ผลที่เกิดขึ้น
จัดการเรื่องร้องเรียน | {first} | ปรับปรุงคู่มือรับเรื่อง | กองคลัง | รับเรื่อง 5 เรื่อง ยุติ 4 เรื่อง
^ | {last} | ติดตามเรื่องค้าง | ^ | ยุติครบ 9 เรื่อง
ชี้แจงงบประมาณต่อชุมชน | {first} | ออกหน่วยชี้แจง 18 ชุมชน | กองช่าง | ผู้ฟัง 920 คน
"""
BY_ROUND = """# ผลการดำเนินการตามมาตรการ
{head} | มาตรการ | {done} | ผู้รับผิดชอบ | ผลที่เกิดขึ้น
{first} | จัดการเรื่องร้องเรียน | ปรับปรุงคู่มือรับเรื่อง | กองคลัง | รับเรื่อง 5 เรื่อง ยุติ 4 เรื่อง
^ | ชี้แจงงบประมาณต่อชุมชน | ออกหน่วยชี้แจง 18 ชุมชน | กองช่าง | ผู้ฟัง 920 คน
{last} | จัดการเรื่องร้องเรียน | ติดตามเรื่องค้าง | กองคลัง | ยุติครบ 9 เรื่อง
"""


@pytest.mark.parametrize("rows", [BY_MEASURE, BY_ROUND])
@pytest.mark.parametrize(
    ("head", "done", "first", "last"),
    [
        ("รอบ", "สิ่งที่ปฏิบัติ", "6 เดือน", "12 เดือน"),
        ("งวด", "ลงมือทำ", "รอบ 6 เดือน", "รอบ 12 เดือน"),
        ("รอบรายงาน", "งานที่ทำ", "รอบที่ 1 (6 เดือน)", "รอบที่ 2 (12 เดือน)"),
    ],
)
def test_rows_that_tell_of_each_round_anew_are_results_whoever_else_has_a_column(
    rows: str, head: str, done: str, first: str, last: str
) -> None:
    text = rows.format(head=head, done=done, first=first, last=last)
    assert {one.side for one in rounds(case(text).facts)} == {Side.REPORTED}


def test_rounds_in_which_a_measure_with_results_is_watched_are_promised() -> None:
    text = """# มาตรการและผลการดำเนินการ
มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม | ผลการดำเนินการ
มาตรการงดรับของขวัญ | ติดป้าย | กองคลัง | รอบ 6 เดือน | ไม่พบผู้รับของขวัญ
^ | ^ | ^ | รอบ 12 เดือน | ^
มาตรการจ่ายภาษีผ่านแอป | เปิดแอป | กองช่าง | รอบ 6 เดือน | เวลารอลดลง 9 นาที
"""
    assert {one.side for one in rounds(case(text).facts)} == {Side.PROMISED}


def test_how_long_something_takes_is_no_round() -> None:
    text = """# ผลการดำเนินการตามมาตรการ
มาตรการ | ระยะเวลา | สิ่งที่ดำเนินการ | ผลลัพธ์
มาตรการงดรับของขวัญ | 3 เดือน | ติดป้าย 3 จุด | ไม่พบผู้รับของขวัญ
มาตรการจ่ายภาษีผ่านแอป | 6 เดือน | เปิดแอป | เวลารอลดลง 9 นาที
"""
    assert not rounds(case(text).facts)


@pytest.mark.parametrize("who", ["ผู้รับผิดชอบ", "ส่วนราชการที่รับผิดชอบ"])
def test_rounds_that_a_measures_owner_reports_to_somebody_are_promised_together(who: str) -> None:
    text = f"{'ข' * 800}\n{who}รายงานผลรอบ 3 เดือน และรอบ 6 เดือน ต่อปลัด อบต. ที่ห้องประชุมเล็ก"
    made = [(one.months, one.side) for one in rounds(case(text).facts)]
    assert made == [(3, Side.PROMISED), (6, Side.PROMISED)]


def test_a_bracket_that_closes_around_a_round_does_not_say_that_it_waits() -> None:
    text = """
        ลำดับ | มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม
        1 | มาตรการเผยแพร่ข้อมูล | ปรับปรุงเว็บไซต์ | สำนักปลัด | รายงานรอบ 6 เดือน

        # บัญชี ข สิ่งที่ทำได้ (ตุลาคม 2564 – มีนาคม 2565 คือรอบ 6 เดือน)

        มาตรการ | สิ่งที่ทำ | ผลที่ได้
        มาตรการเผยแพร่ข้อมูล | ปรับปรุงแล้ว | เข้าชม 410 คน
        """
    sides = [one.side for one in rounds(case(text).facts)]
    assert Side.NAMED not in sides and Side.REPORTED in sides


TOLD_ONCE = """# การดำเนินการตามมาตรการ
เทศบาลกำหนดให้รายงานผลรอบ 3 เดือน รอบ 6 เดือน และรอบ 12 เดือน
มาตรการที่ 1 มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง (กองคลังรับผิดชอบ)
- {one} กองคลังเผยแพร่แผนเมื่อวันที่ 16 ตุลาคม 2563 ผลที่ได้คือ มีผู้ยื่นราคาเฉลี่ยงานละ 3 ราย
- {two} สรุปผลรายเดือนครบ 6 เดือน ผลที่ได้คือ ไม่มีข้อร้องเรียน
มาตรการที่ 2 มาตรการตรวจสอบการใช้ดุลพินิจ (สำนักปลัดรับผิดชอบ)
- {one} จัดทำคู่มือเสร็จวันที่ 25 ธันวาคม 2563 ผลที่ได้คือ ใช้เกณฑ์เดียวกันทุกคำขอ
- {two} ตรวจทานคำขอ 19 เรื่อง ผลที่ได้คือ เสร็จในกำหนด 18 เรื่อง
สำหรับรอบ 12 เดือน ให้รายงานภายในวันที่ 31 ตุลาคม 2564
"""


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("รอบ 3 เดือน", "รอบ 6 เดือน"),
        ("รอบ 3 เดือน (ต.ค. – ธ.ค. 63)", "รอบ 6 เดือน (ต.ค. 63 – มี.ค. 64)"),
        ("ครบรอบ 3 เดือน", "ครบรอบ 6 เดือน"),
    ],
)
def test_a_measure_told_once_tells_of_the_rounds_in_which_something_was_done(
    one: str, two: str
) -> None:
    found = rounds(case(TOLD_ONCE.format(one=one, two=two)).facts)
    told = [each.months for each in found if each.side is Side.REPORTED and not each.soft]
    assert told == [3, 6, 3, 6]


def test_a_title_in_a_tables_frame_names_the_round_of_its_results() -> None:
    facts = case("""
        ตอนที่ 3 ผลการดำเนินการ รอบ 6 เดือน (1 ตุลาคม 2565 – 31 มีนาคม 2566) | < | <
        มาตรการ | การดำเนินงาน | ผลที่ได้รับ
        มาตรการเปิดเผยแผนการใช้เงิน | ประชุมชี้แจง 14 พ.ย. 2565 | ครูทราบวงเงิน
        มาตรการสื่อสารสู่ผู้ปกครอง | ลงข่าว 11 ครั้ง | ผู้ติดตามเพิ่มเป็น 512 คน
        """).facts
    assert [one.side for one in rounds(facts) if not one.soft] == [Side.REPORTED]


def test_boxes_of_one_row_are_ticked_for_the_same() -> None:
    text = "ให้รายงานผลต่อผู้อำนวยการ (  ) รอบ 3 เดือน (/) รอบ 6 เดือน (/) รอบ 12 เดือน รายงานผลแล้ว"
    sides = {one.months: one.side for one in rounds(case(text).facts) if one.meant}
    assert set(sides.values()) == {sides[6]} and set(sides) == {6, 12}


def test_the_number_of_a_lists_next_line_is_no_round_of_the_line_before() -> None:
    assert named("1. รายงานรอบ 6 เดือน และ 12 เดือน\n2. รอบ 6 เดือน: ทำครบ 4 เรื่อง") == [6, 12, 6]
    assert named("รอบ 3,\n6 และ 9 เดือน") == [3, 6, 9]


def test_what_a_plans_last_row_says_of_all_of_it_is_promised() -> None:
    made = case("""
    มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
    มาตรการยืมทรัพย์สิน | ทำทะเบียน | กองคลัง
    มาตรการใช้รถ | ทำสมุด | กองช่าง
    การติดตามและรายงานผล ให้แต่ละกองสรุปแจ้งที่ประชุมหัวหน้าส่วนราชการ รอบ 6 เดือน และรอบ 12 เดือน | < | <

    รายงานผล รอบ 6 เดือน
    มาตรการ | สิ่งที่ทำ | ผลลัพธ์
    มาตรการยืมทรัพย์สิน | ทำทะเบียนแล้ว 1 เล่ม | ของหายลดลง
    """).facts
    sides = [(one.months, one.side) for one in rounds(made)]
    assert sides == [(6, Side.PROMISED), (12, Side.PROMISED), (6, Side.REPORTED)]


def test_a_paragraph_that_is_set_in_goes_on_from_no_line_above() -> None:
    made = case("""
    รายงานผลการดำเนินการตามมาตรการ
            1.1 มาตรการยืมทรัพย์สิน กองคลังรายงานว่าได้ทำทะเบียนยืมคืนแล้ว
    ทุกกองรวม 12 เล่มและตรวจนับของที่ยืมไปครบทุกชิ้นแล้วไม่มีของหายที่ประชุมทราบ
            วาระที่ 2 รายงานผล รอบ 12 เดือน
            2.1 มาตรการยืมทรัพย์สิน กองคลังรายงานว่าไม่มีของหาย
    """).facts
    text = flow(made).text
    own = place(made, text.index("รอบ12"))
    assert text[own.start : own.end] == "วาระที่2รายงานผลรอบ12เดือน"
