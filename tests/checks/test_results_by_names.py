"""Layouts of the same content: what is told of each measure is known by its name, whatever stands
around it. Each is asked with every measure told of and with one left out.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.checks.measure_results import Params, check
from ita_checker.model import Answer, Item, Verdict

RESULTS = Item("O28", "ผล", "results")
HEAD = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\nประจำปีงบประมาณ พ.ศ. 2566\n"
NAMES = (
    "มาตรการเปิดเผยราคากลางทุกโครงการ",
    "มาตรการกำกับการใช้รถราชการ",
    "มาตรการรับฟังเสียงชาวบ้านก่อนทำแผน",
    "มาตรการงดรับของขวัญทุกเทศกาล",
)
STEPS = ("ติดประกาศหน้าตลาด", "ลงเลขไมล์ทุกเที่ยว", "ตั้งวงคุยทุกหมู่บ้าน", "ลงนามร่วมกัน")
DONE = (
    "ติดประกาศราคากลาง 14 โครงการ เมื่อวันที่ 9 มกราคม 2566",
    "ตรวจสมุดเลขไมล์ 12 ครั้ง ประหยัดน้ำมันได้ 4,200 บาท",
    "จัดวงคุย 9 หมู่บ้าน มีผู้เข้าร่วม 412 คน เมื่อเดือนกุมภาพันธ์ 2566",
    "ลงนามแล้วเมื่อวันที่ 4 ธันวาคม 2565 มีเจ้าหน้าที่ร่วม 58 คน",
)
ENDS = "\nลงชื่อ นายก้าน ดีงาม\nปลัดเทศบาล\n20 ตุลาคม 2566\n"
LAYOUTS = {
    "bullets with a dash, then numbered names over paragraphs": (
        "สิ่งที่ตั้งใจทำในปีนี้\n",
        "- {name} – {step}\n",
        "\nสิ่งที่เกิดขึ้นจริง\n",
        "{number} {name}\n{done}\n",
    ),
    "a list in a frame, then names with a colon": (
        "กรอบงานของปี\n",
        "{number}. {name}\n",
        "\nเมื่อครบปี\n",
        "{name}: {done}\n\n",
    ),
    "numbers in brackets, then stars": (
        "เรื่องที่จะทำ\n",
        "({number}) {name}\n",
        "\nทำแล้วได้อะไร\n",
        "★ {name}\n{done}\n",
    ),
    "names with their office, then names alone": (
        "แบ่งงานกันดังนี้\n",
        "{number}) {name} (กองช่าง)\n",
        "\nรายงานจากกอง\n",
        "{name}\n{done}\n\n",
    ),
    "names, then names behind a code": (
        "ประกาศไว้ ณ ต้นปี\n",
        "{name}\n",
        "\nส่งผลเมื่อปลายปี\n",
        "M{number} {name}\n{done}\n",
    ),
    "a table of two columns, then names over lines": (
        "ลำดับ | เรื่อง\n",
        "{number} | {name}\n",
        "\nเล่าเรื่องที่ทำ\n",
        "{name}\n• {done}\n",
    ),
    "a table, then another without headings that are known": (
        "ลำดับ | เรื่อง | วิธี\n",
        "{number} | {name} | {step}\n",
        "\nสมุดบันทึกประจำปี\n",
        "{name} | {done}\n",
    ),
    "names, then rounds under each": (
        "ตั้งใจไว้\n",
        "{number}. {name}\n",
        "\nผลของสองรอบ\n",
        "{number}. {name}\nรอบ 6 เดือน {done}\nรอบ 12 เดือน {done}\n",
    ),
    "names in quotes, then quotes again": (
        "คำมั่นของหน่วยงาน\n",
        "{number}. “{name}”\n",
        "\nคำมั่นที่ทำแล้ว\n",
        "“{name}” {done}\n\n",
    ),
    "names with steps below, then arrows": (
        "แผนย่อ\n",
        "{number}. {name}\n   {step}\n",
        "\nทำได้จริง\n",
        "➤ {name}\n{done}\n",
    ),
}


def report(layout: str, left_out: int | None) -> str:
    first, listed, between, told = LAYOUTS[layout]
    rows = [
        {"number": at, "name": name, "step": step, "done": done}
        for at, (name, step, done) in enumerate(zip(NAMES, STEPS, DONE, strict=True), start=1)
    ]
    below = [row for at, row in enumerate(rows) if at != left_out]
    return "".join(
        [
            HEAD,
            first,
            *(listed.format(**row) for row in rows),
            between,
            *(told.format(**row) for row in below),
            ENDS,
        ]
    )


def judged(layout: str, left_out: int | None) -> Answer:
    return check(case(report(layout, left_out), fiscal_year=2566, items=(RESULTS,)), Params())


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("left_out", [1, 3])
def test_a_measure_that_alone_is_not_told_of_has_no_result(layout: str, left_out: int) -> None:
    answer = judged(layout, left_out)
    assert [(one.code, NAMES[left_out] in one.subject) for one in answer.findings] == [
        ("MEA002", True)
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_measures_that_are_all_told_of_have_results(layout: str) -> None:
    answer = judged(layout, None)
    assert (answer.verdict, answer.findings) == (Verdict.MET, ())


@pytest.mark.parametrize(("again", "codes"), [("ข้อ ①", []), ("เรื่องแรก", ["MEA002"])])
def test_the_sign_that_counts_a_measure_stands_for_its_name(again: str, codes: list[str]) -> None:
    signs = "①②③④"
    listed = "".join(
        f"{sign} {name}\n- {step}\n" for sign, name, step in zip(signs, NAMES, STEPS, strict=True)
    )
    told = "".join(
        f"{sign} {name}\n- {done}\n"
        for sign, name, done in list(zip(signs, NAMES, DONE, strict=True))[1:]
    )
    text = f"{HEAD}สัญญาสี่ข้อ\n{listed}\nรอบ 6 เดือน: {again}\n- {DONE[0]}\n\nรอบ 6 เดือน: ที่เหลือ\n{told}{ENDS}"
    answer = check(case(text, fiscal_year=2566, items=(RESULTS,)), Params())
    assert [one.code for one in answer.findings] == codes


def test_a_name_told_short_under_each_round_has_results_where_the_whole_name_has_none() -> None:
    text = (
        f"{HEAD}\nมาตรการ | ขั้นตอน | ผู้รับผิดชอบ | การกำกับติดตาม\n"
        "มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง (ยาและเวชภัณฑ์) | ลงแผน | งานพัสดุ | ทุกไตรมาส\n"
        "มาตรการป้องกันการรับสินบนจากบริษัทยา | ประกาศ | งานนิติการ | ทุกไตรมาส\n\n"
        "# ไตรมาสที่ 1 (1 ต.ค. 65 – 31 ธ.ค. 65)\n"
        "จัดซื้อยาและเวชภัณฑ์  วันที่ 7 ตุลาคม 2565 ลงแผนจัดซื้อ 124 รายการ\n\n"
        "ป้องกันการรับสินบนจากบริษัทยา  วันที่ 1 ธันวาคม 2565 ลงนามประกาศแล้ว 11 กลุ่ม\n\n"
        "# ไตรมาสที่ 2 (1 ม.ค. 66 – 31 มี.ค. 66)\n"
        "จัดซื้อยาและเวชภัณฑ์  ผู้ยื่นซองส่งแบบรับรอง 46 ฉบับ เมื่อวันที่ 3 มีนาคม 2566\n\n"
        "ป้องกันการรับสินบนจากบริษัทยา  อบรม 82 คน เมื่อวันที่ 16 กุมภาพันธ์ 2566\n"
        f"{ENDS}"
    )
    answer = check(case(text, items=(RESULTS,), item=RESULTS, fiscal_year=2567), Params())
    assert answer.findings == ()


@pytest.mark.parametrize("told", [2, 3])
def test_of_answers_that_open_alike_the_one_named_once_has_no_result(told: int) -> None:
    long = "ซึ่งทุกคนในเทศบาลของเราตกลงกันไว้แล้วในที่ประชุมใหญ่ประจำปี"
    said = "".join(
        f"# ถาม {at} มาตรการที่{word}คืออะไร\nตอบ {name} กองช่างเป็นผู้ทำ โดย{step}{long}\n"
        for at, (word, name, step) in enumerate(
            zip(("หนึ่ง", "สอง", "สาม"), NAMES, STEPS, strict=False), 1
        )
    )
    done = "".join(
        f"# ถาม {at} ทำไปถึงไหนแล้ว\nตอบ {name} ได้{did} {long}\n"
        for at, (name, did) in enumerate(zip(NAMES[:told], DONE, strict=False), 4)
    )
    answer = check(case(f"{HEAD}\n{said}{done}{ENDS}", fiscal_year=2566), Params())
    missed = [one.subject for one in answer.findings if one.code == "MEA002"]
    assert missed == list(NAMES[told:3])
