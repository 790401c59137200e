"""What a number says of a line among measures: below one, after all of them, or one of them."""

import pytest
from building import case

from ita_checker.facts.measures import plan, results
from ita_checker.facts.measures.cards.card_names import may_name
from ita_checker.facts.measures.naming.series import counts
from ita_checker.facts.page import flow
from ita_checker.facts.tables import said
from ita_checker.facts.years import headed
from ita_checker.text.flow import fold

TOLD = """
        # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2566
        3. มาตรการ
        3.1 มาตรการควบคุมการใช้รถราชการ
        แก้ไขตัวชี้วัดการใช้ทรัพย์สินของราชการ มีขั้นตอนดังนี้
        3.1.1 จัดทำแผนผังขั้นตอนการขออนุญาตใช้รถ
        3.1.2 ตรวจนับทรัพย์สินที่ยืมค้างทุกสิ้นเดือน
        {who}
        3.2 มาตรการจัดการเรื่องร้องเรียนการทุจริต
        โดยให้ศูนย์ดำรงธรรมเป็นผู้รับผิดชอบ ดำเนินการแยกเรื่องร้องเรียนออกจากเรื่องร้องทุกข์
        4. การกำกับติดตาม
        ให้ทุกคนรายงานหัวหน้าสำนักงาน รอบ 6 เดือน
"""


def test_what_is_numbered_below_a_measure_ends_it_by_no_word() -> None:
    facts = case(TOLD.format(who="")).facts
    assert [one.called for one in plan(facts)] == [
        fold("ควบคุมการใช้รถราชการ"),
        fold("จัดการเรื่องร้องเรียนการทุจริต"),
    ]


def test_the_section_after_the_one_that_counts_measures_tells_of_all_of_them() -> None:
    facts = case(TOLD.format(who="")).facts
    assert not any("monitoring" in one.fields for one in plan(facts))


def test_a_measure_counted_among_others_is_one_though_sentences_tell_of_it() -> None:
    facts = case(TOLD.format(who="ผู้รับผิดชอบ: ฝ่ายอำนวยการ")).facts
    assert [one.called for one in plan(facts)] == [
        fold("ควบคุมการใช้รถราชการ"),
        fold("จัดการเรื่องร้องเรียนการทุจริต"),
    ]


SPELLED = """
        # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2567
        3. มาตรการ
        มาตรการที่หนึ่ง การส่งเสริมการใช้ระบบ E-Service (แก้ไขประเด็นที่ 2) มีขั้นตอนคือ ให้จัดทำแผ่นพับ
        ผู้รับผิดชอบ ได้แก่ สำนักปลัดเทศบาลร่วมกับกองช่าง
        มาตรการที่สอง การกำกับดูแลการใช้ทรัพย์สินของราชการ (แก้ไขประเด็นที่ 4) มีขั้นตอนคือ ให้ตรวจนับ
        ผู้รับผิดชอบ ได้แก่ กองคลัง งานพัสดุและทรัพย์สิน
        4. การกำกับติดตามและการรายงานผล
        ให้ปลัดเทศบาลกำกับติดตามทั้งสองมาตรการเป็นประจำทุกไตรมาส
"""


def test_the_section_after_the_one_over_measures_told_by_words_tells_of_all_of_them() -> None:
    made = plan(case(SPELLED).facts)
    begin = ("การส่งเสริมการใช้ระบบE-Service", "การกำกับดูแลการใช้ทรัพย์สินของราชการ")
    assert all(one.called.startswith(fold(name)) for one, name in zip(made, begin, strict=True))
    assert not any("monitoring" in one.fields for one in made)


BY_PARTS = """
        # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2566
        {one} ทบทวนผลประเมิน
        จุดอ่อน คือ การใช้ทรัพย์สินของราชการ
        {two} สมุดมาตรการ
        มาตรการที่ 1 มาตรการควบคุมการใช้รถราชการ
        ขั้นตอน: จัดทำแผนผังขั้นตอนการขออนุญาต
        วิธีติดตาม: รายงานปลัดทุกเดือน
        มาตรการที่ 2 มาตรการจัดการเรื่องร้องเรียนการทุจริต
        ขั้นตอน: แยกเรื่องร้องเรียนออกจากเรื่องร้องทุกข์
        วิธีติดตาม: สรุปเสนอนายก
        {three} สมุดความก้าวหน้า
        ได้เปิดระบบจองเมื่อเดือนพฤศจิกายน 2565
"""


@pytest.mark.parametrize(
    "counts",
    [("ตอน ก", "ตอน ข", "ตอน ค"), ("ส่วน A", "ส่วน B", "ส่วน C"), ("แฟ้ม ๑", "แฟ้ม ๒", "แฟ้ม ๓")],
)
def test_the_part_after_the_one_with_the_measures_is_none_of_the_last(
    counts: tuple[str, str, str],
) -> None:
    one, two, three = counts
    facts = case(BY_PARTS.format(one=one, two=two, three=three)).facts
    watched = [said(facts, made.fields["monitoring"]) for made in plan(facts)]
    assert watched == ["รายงานปลัดทุกเดือน", "สรุปเสนอนายก"]


def test_the_section_over_two_measures_that_it_counts_is_none_of_them() -> None:
    facts = case("""
        # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2566
        2. มาตรการสองเรื่องที่ตกลงว่าจะทำ
        2.1 มาตรการควบคุมการใช้รถราชการ
        ตอบจุดอ่อนในข้อ 1.2 วิธีทำ (ก) ออกข้อปฏิบัติ (ข) ทำทะเบียนยืมคืน
        2.2 มาตรการเผยแพร่ข้อมูลต่อสาธารณะ
        ตอบจุดอ่อนในข้อ 1.3 วิธีทำ (ก) ปรับเว็บไซต์ (ข) ส่งจดหมายข่าว
    """).facts
    assert [one.called for one in plan(facts)] == [
        fold("ควบคุมการใช้รถราชการ"),
        fold("เผยแพร่ข้อมูลต่อสาธารณะ"),
    ]


def test_a_name_before_each_of_its_labels_is_one_measure_wherever_the_label_wraps() -> None:
    rows = (
        ("ยกระดับการใช้ทรัพย์สิน", "กองคลัง", "ทำทะเบียน 3 เล่ม", "ตรวจนับครบ"),
        ("เผยแพร่ข้อมูลต่อสาธารณะ", "กองช่าง", "ปรับเว็บไซต์แล้ว", "อบรม 99 คน"),
    )
    text = "\n\n".join(
        f"มาตรการที่ {at} มาตรการ{name}  {label}"
        for at, (name, who, first, last) in enumerate(rows, 1)
        for label in (
            "ขั้นตอนหรือ\nวิธีการปฏิบัติ: ทบทวนแนวปฏิบัติเดิม",
            f"ผู้รับผิดชอบ: {who}",
            f"รอบ 6\nเดือน : {first}",
            f"รอบ 12 เดือน\n: {last}",
            "หมายเหตุ: รายงานหัวหน้าสำนักงานทุกเดือน",
        )
    )
    title = "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ปี 2566\n\n"
    facts = case(title + text).facts
    names = [fold(row[0]) for row in rows]
    assert [one.called for one in plan(facts)] == names
    assert [one.called for one in results(facts)] == [name for name in names for _ in range(2)]
    done = [said(facts, one.fields["result"]) for one in results(facts)]
    assert done == [
        fold(f"รอบ {months} เดือน : {told}")
        for row in rows
        for months, told in zip((6, 12), row[2:], strict=True)
    ]


def test_a_count_that_stands_before_each_line_of_one_measure_counts_it_once() -> None:
    lines = [
        f"มาตรการที่ {at} มาตรการ{name}: {told}"
        for at, name in ((1, "คุมการใช้รถ"), (2, "ลดขั้นตอน"))
        for told in ("กองคลัง", "ทำแล้ว")
    ]
    assert [one.number for one in counts(case("\n\n".join(lines)).facts)] == [1, 2]


def test_a_banner_of_a_number_and_a_title_heads_its_part_with_the_year_in_it() -> None:
    facts = case(
        "# รายงานผลตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2569\n\n"
        "ที่ประชุมพิจารณาแล้วเห็นชอบให้เผยแพร่ต่อสาธารณะ\n\n"
        "3 | รายงานผลปีงบประมาณ พ.ศ. 2568 (1 ต.ค. 2567 – 30 ก.ย. 2568)\n\n"
        "มาตรการ | การดำเนินการ\nมาตรการคุมรถ | ทำแล้ว\n"
    ).facts
    assert headed(facts, 0, len(flow(facts).text)) == 2568


def test_what_was_done_on_a_day_names_no_measure() -> None:
    assert may_name(fold("มาตรการออกแบบเว็บไซต์"))
    assert not may_name(fold("ประชุมออกแบบเว็บไซต์ 11 ธันวาคม 2567"))


def test_what_is_numbered_below_a_measure_heads_no_section_whatever_it_says() -> None:
    text = """
        # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส
        ๑. มาตรการย้ายครูตามเกณฑ์ที่ปิดไว้หน้าห้อง
        ๑.๑ รอบ ๖ เดือน
        ๑.๑.๑ ผลการดำเนินกิจกรรม ปิดประกาศค่าคะแนนเมื่อวันที่ ๗ มกราคม ๒๕๖๖
        ๑.๑.๒ ผลที่เกิดขึ้นกับโรงเรียน ครูตรวจคะแนนของตนแล้ว ๙๗ คน
        ๒. มาตรการแบ่งงบให้โรงเรียนบนดอย
        ๒.๑ รอบ ๖ เดือน
        ๒.๑.๑ ผลการดำเนินกิจกรรม ลงบัญชีเมื่อวันที่ ๒๙ พฤศจิกายน ๒๕๖๕ ครบ ๑๑ แห่ง
        ๒.๑.๒ ผลที่เกิดขึ้นกับโรงเรียน โรงเรียนได้รับเงินเร็วขึ้น ๑๑ วัน
    """
    facts = case(text).facts
    told = [said(facts, one.fields["result"]) for one in results(facts)]
    assert len(told) == 2 and "97คน" in told[0] and "11วัน" in told[1]
