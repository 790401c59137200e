"""Names that stand together once and come again one by one over what was done are the measures',
whatever they are called: each way of listing them is asked with each way of telling.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.checks import measure_results, outcomes, rounds
from ita_checker.facts.measures import pairs, plan, results
from ita_checker.facts.page import flow
from ita_checker.model import Case, Item, Verdict

RESULTS = Item("O43", "ผล", "results")
NAMES = ("สมุดบัญชีหน้าศาลา", "กุญแจมีเจ้าของ", "หอกระจายข่าวเสียงใส")
DONE = (
    "อ่านรายจ่ายครบ 8 หมู่ มีคนฟัง 390 คน",
    "ติดป้ายชื่อผู้ถือแล้ว 54 ดอก",
    "ซ่อมลำโพงแล้ว 12 ตัว ร้องเรียนลดลง",
)
LISTED = {
    "in quotation marks in a sentence": (
        'คนของเราตกลงกันว่าจะลงมือสามอย่าง ให้ชื่อว่า "{0}" (กองคลัง) "{1}" และ "{2}" (สำนักปลัด)\n'
    ),
    "counted, line by line": (
        "ตกลงกันไว้ดังนี้\n1. {0} สรุปรายจ่ายหนึ่งหน้า\n2. {1} แจกพร้อมทะเบียน\n3. {2} จัดผังรายการ\n"
    ),
    "counted with letters, cell by cell": (
        "ก. {0} // เจ้าภาพ: กองคลัง | ข. {1} // เจ้าภาพ: กองช่าง | ค. {2} // เจ้าภาพ: สำนักปลัด\n"
    ),
    "over the columns of a table": (
        "แปลงคะแนนเป็นสามงาน\n\nสิ่งที่วางไว้ | {0} | {1} | {2}\nมอบให้ | กองคลัง | กองช่าง | สำนักปลัด\n"
    ),
}
TOLD = {
    "lines under days": ("\nสิ่งที่เกิดขึ้น\n", "\n{day} มกราคม 2564 {name} — {done}\n"),
    "headings that lead with a round": (
        "\n",
        "\n# ผลรอบ 6 เดือน (ต.ค. 63 – มี.ค. 64) : {name}\n\n{done}\n",
    ),
    "brackets": ("\nเส้นเวลา\n", "\n[{name}] {done}\n"),
    "rows of a table": ("\nนับผลกันหน่อย | ครึ่งปี\n", "{name} | {done}\n"),
}
TITLE = "# รายงานผลตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2564\n\n"


def report(listed: str, told: str, names: tuple[str, ...] = NAMES, more: str = "") -> Case:
    head, line = TOLD[told]
    lines = [
        line.format(name=name, done=done, day=10 + at)
        for at, (name, done) in enumerate(zip(names, DONE, strict=False))
    ]
    text = TITLE + LISTED[listed].format(*NAMES) + head + "".join(lines) + more
    return case(text, fiscal_year=2564, items=(RESULTS,))


@pytest.mark.parametrize("listed", LISTED)
@pytest.mark.parametrize("told", TOLD)
def test_a_list_whose_names_come_again_sets_the_measures(listed: str, told: str) -> None:
    made = report(listed, told)
    assert [one.called for one in plan(made.facts)] == [*NAMES]
    assert measure_results.check(made, measure_results.Params()).verdict is Verdict.MET
    assert outcomes.check(made, outcomes.Params()).verdict is Verdict.MET


@pytest.mark.parametrize("listed", LISTED)
@pytest.mark.parametrize("told", TOLD)
def test_the_one_that_does_not_come_again_has_no_result(listed: str, told: str) -> None:
    answer = measure_results.check(report(listed, told, NAMES[:2]), measure_results.Params())
    assert [(one.code, one.subject) for one in answer.findings] == [("MEA002", NAMES[2])]


ACROSS = """{title}แปลงคะแนนเป็นสามงาน

สิ่งที่วางไว้ | {0} | {1} | {2}
มอบให้ | กองคลัง | กองช่าง | สำนักปลัด

สิ่งที่เกิดขึ้น | {0} | {1} | {2} | ตลาดนัดคุณธรรม
ครึ่งแรก | อ่านแล้ว 8 ครั้ง | ติดป้ายแล้ว 54 ดอก |  | เด็กเข้าร่วม 120 คน
"""


def test_an_empty_column_is_no_result_and_one_more_was_not_planned() -> None:
    made = case(ACROSS.format(*NAMES, title=TITLE), fiscal_year=2564, items=(RESULTS,))
    answer = measure_results.check(made, measure_results.Params())
    assert [(one.code, one.subject) for one in answer.findings] == [
        ("MEA002", NAMES[2]),
        ("MEA003", "ตลาดนัดคุณธรรม"),
    ]


def test_what_counts_on_from_all_the_names_was_not_planned() -> None:
    told = "".join(
        f"\n{letter}. {name}\n\n{done}\n"
        for letter, name, done in zip("กขค", NAMES, DONE, strict=True)
    )
    listed = LISTED["counted with letters, cell by cell"].format(*NAMES)
    more = "\nง. ตลาดสดไร้ส่วย\n\nติดป้ายราคาแล้ว 3 แห่ง\n"
    made = case(f"{TITLE}{listed}\nทำได้จริง\n{told}{more}", fiscal_year=2564, items=(RESULTS,))
    assert [one.results[0].called for one in pairs(made.facts) if not one.plan] == ["ตลาดสดไร้ส่วย"]


def test_names_counted_in_words_are_told_under_their_counts() -> None:
    listed = ('ลงมือสามเรื่อง ได้แก่ เรื่องหนึ่ง "{}" เรื่องสอง "{}" และเรื่องสาม "{}"\n\nรอบ 6 เดือน\n').format(
        *NAMES
    )
    told = "".join(
        f"\nเรื่อง{count} {done}\n" for count, done in zip(("หนึ่ง", "สอง", "สาม"), DONE, strict=True)
    )
    closing = "".join(f"\n{name} — {done}\n" for name, done in zip(NAMES, DONE, strict=True))
    facts = case(TITLE + listed + told + "\nสรุป\n" + closing, fiscal_year=2564).facts
    text = flow(facts).text
    said = [
        "".join(text[slice(*part)] for part in one.fields["activity"]) for one in results(facts)
    ]
    assert sum("54ดอก" in one for one in said) == 2


@pytest.mark.parametrize(
    "text",
    [
        # two that are not said to be two, in one sentence
        'ใช้ไลน์ "{0}" และ "{1}" บอกข่าว\n\n{0} มีคนเข้า 40 คนแล้ว\n\n{1} ส่งข่าวแล้ว 9 ครั้ง\n',
        # labels of one measure after the other
        "มาตรการกำกับการใช้รถ\n1) สิ่งที่ทำ ตรวจเลขไมล์แล้ว 12 ครั้ง\n2) ประโยชน์ที่เกิด ลดลง 9 บาท\n"
        "มาตรการงดรับของขวัญ\n1) สิ่งที่ทำ ลงนามแล้ว 58 คน\n2) ประโยชน์ที่เกิด ลดลง 3 ราย\n",
        # offices in a row
        "สามหน่วยงานร่วมกัน\n\nงาน | กองคลัง | กองช่าง | สำนักปลัด\nทำ | ก | ข | ค\n\n"
        "งาน | กองคลัง | กองช่าง | สำนักปลัด\nผล | ทำแล้ว 3 ครั้ง | ทำแล้ว 4 ครั้ง | ทำแล้ว 5 ครั้ง\n",
    ],
)
def test_what_comes_again_without_being_a_list_of_measures_sets_none(text: str) -> None:
    facts = case(TITLE + text.format(*NAMES), fiscal_year=2564).facts
    own = {*NAMES, "สิ่งที่ทำ", "ประโยชน์ที่เกิด", "กองคลัง"}
    assert not own & {one.called for one in plan(facts)}


CALENDAR = """{said}

เดือน | {0} | {1} | {2}
ต.ค. 63 | นับใหม่ 1,284 รายการ | – | แจกสติกเกอร์ 12 แผ่น
พ.ย. 63 | ติดรหัสแล้ว 146 ชิ้น | เปิดระบบแล้ว 4 เรื่อง | ส่งคืนแล้ว 3 ครั้ง
ธ.ค. 63 | – | มีผู้ใช้แล้ว 402 ครั้ง | อบรมแล้ว 84 คน
"""


@pytest.mark.parametrize(
    ("said", "names", "many"),
    [
        ("ปฏิทินของปี", ("งาน ก มาตรการใช้ของหลวง (กองคลัง)", "งาน ข มาตรการทำเรื่องทางไกล", "งาน ค มาตรการงดรับของขวัญ"), 3),
        ("ปฏิทิน 3 งาน", ("ใช้ของหลวง (กองคลัง)", "ทำเรื่องทางไกล", "งดรับของฝาก"), 3),
        ("ปฏิทินของปี", ("ใช้ของหลวง", "ทำเรื่องทางไกล", "งดรับของฝาก"), 0),
        ("ปฏิทิน 3 งาน", ("ขั้นตอน", "ผู้รับผิดชอบ", "การกำกับติดตาม"), 0),
    ],
)  # fmt: skip
def test_columns_of_months_under_as_many_names_as_there_are_measures_tell_results(
    said: str, names: tuple[str, ...], many: int
) -> None:
    text = TITLE + CALENDAR.format(*names, said=said)
    assert len(results(case(text, fiscal_year=2564).facts)) == many


BY_NUMBER = """มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
ข้อ 1 มาตรการปรับปรุงบริการผู้ป่วยนอก | จัดคิวออนไลน์ | กลุ่มงานการพยาบาล
ข้อ 2 มาตรการป้องกันการรับสินบน | ประกาศและอบรม | กลุ่มงานบริหารทั่วไป

ช่วง | {first} | {second}
ต.ค. 63 | วัดเวลาแล้ว 98 ครั้ง | ลงนามแล้ว 17 คน
พ.ย. 63 | ติดป้ายแล้ว 6 จุด | –
"""


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [("ข้อ 1 บริการ", "ข้อ 2 ป้องกัน", 2), ("งาน ก", "งาน ข", 0), ("ข้อ 1 บริการ", "ข้อ 3 ป้องกัน", 0)],
)
def test_columns_that_bear_the_planned_numbers_tell_of_those_measures(
    first: str, second: str, told: int
) -> None:
    facts = case(TITLE + BY_NUMBER.format(first=first, second=second), fiscal_year=2564).facts
    assert sum(bool(one.plan and one.results) for one in pairs(facts)) == told


EMPTY = """ลงมือสามเรื่อง ได้แก่ เรื่องหนึ่ง "สมุดบัญชีหน้าศาลา" เรื่องสอง "หอกระจายข่าวเสียงใส" และเรื่องสาม "กุญแจมีเจ้าของ"
ข้อตกลงคือ เล่าความคืบหน้าสามครั้ง ได้แก่ รอบ 3 เดือน รอบ 6 เดือน และรอบ 12 เดือน

# รอบ 3 เดือน (ตุลาคม – ธันวาคม 2563)

เรื่องหนึ่ง อ่านรายจ่ายครบ 8 หมู่ มีคนฟัง 390 คน

เรื่องสอง ซ่อมลำโพงแล้ว 12 ตัว

เรื่องสาม กุญแจมีเจ้าของ

# รอบ 12 เดือน (ตุลาคม 2563 – กันยายน 2564)

เรื่องหนึ่ง อ่านรายจ่ายครบ 16 หมู่ มีคนฟังเพิ่มขึ้นเป็น 490 คน

เรื่องสอง ซ่อมลำโพงแล้ว 19 ตัว

เรื่องสาม กุญแจมีเจ้าของ

# ได้อะไร

สมุดบัญชีหน้าศาลา — คำขอข้อมูลลดจาก 26 ฉบับเหลือ 4 ฉบับ

หอกระจายข่าวเสียงใส — ร้องเรียนลดลง 9 เรื่อง

กุญแจมีเจ้าของ — กุญแจมีเจ้าของ

(นายสมนึก ดีงาม)
ผู้อำนวยการ
19 ตุลาคม 2564
"""


def test_a_count_before_a_name_alone_tells_of_no_outcome_once_and_of_its_rounds() -> None:
    made = case(TITLE + EMPTY, fiscal_year=2564, items=(RESULTS,))
    found = outcomes.check(made, outcomes.Params()).findings
    assert [one.code for one in found] == ["MEA005"]
    found = rounds.check(made, rounds.Params()).findings
    assert [(one.code, one.expected) for one in found] == [("RND003", "รอบ 6 เดือน")]
