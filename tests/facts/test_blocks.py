"""A page's pieces are what a reader sees: cover, title, headings, paragraphs, cells, contents,
signature.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from building import case, with_document

from ita_checker.facts.page.blocks import blocks, cover
from ita_checker.facts.page.flow import flow
from ita_checker.facts.page.official import parts
from ita_checker.facts.page.run_on import SAME, full, width_of_first_word
from ita_checker.facts.tables import prose
from ita_checker.text.flow import Flow

REPORT = """
    # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม
    # ประจำปีงบประมาณ พ.ศ. ๒๕๖๔
    -> องค์การบริหารส่วนตำบลหนองบัว
    ---page---
    -> คำนำ
       องค์การบริหารส่วนตำบลหนองบัวได้จัดทำรายงานผลการดำเนินการฉบับนี้ขึ้นเพื่อเผยแพร่
    ต่อสาธารณะ

                                      องค์การบริหารส่วนตำบลหนองบัว
                                      เมษายน ๒๕๖๔
    ---page---
    -> สารบัญ
    ๑. คำนำ ........................................ ๒
    ๒. ผลการดำเนินการ ..................... ๓
    ---page---
    ๑. การวิเคราะห์ผลการประเมิน ITA

    มาตรการ | ผู้รับผิดชอบ
    มาตรการเผยแพร่ // ข้อมูล | สำนักปลัด

                               (ลงชื่อ)
                               (นายสมชาย ใจดี)
                               นายกองค์การบริหารส่วนตำบลหนองบัว
    """


def pieces(text: str) -> list[tuple[str, str, int, str]]:
    made = case(text)
    return [
        (block.kind, block.zone, block.page, flow(made.facts).text[block.start : block.end])
        for block in blocks(made.facts)
    ]


def test_each_piece_has_its_kind_and_zone() -> None:
    assert pieces(REPORT) == [
        ("heading", "cover", 1, "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมประจำปีงบประมาณพ.ศ.2564"),
        ("heading", "cover", 1, "องค์การบริหารส่วนตำบลหนองบัว"),
        ("heading", "title", 2, "คำนำ"),
        (
            "paragraph",
            "body",
            2,
            "องค์การบริหารส่วนตำบลหนองบัวได้จัดทำรายงานผลการดำเนินการฉบับนี้ขึ้นเพื่อเผยแพร่ต่อสาธารณะ",
        ),
        ("paragraph", "signature", 2, "องค์การบริหารส่วนตำบลหนองบัว"),
        ("paragraph", "signature", 2, "เมษายน2564"),
        ("heading", "title", 3, "สารบัญ"),
        ("contents", "body", 3, "1.คำนำ........................................2"),
        ("contents", "body", 3, "2.ผลการดำเนินการ.....................3"),
        ("heading", "title", 4, "1.การวิเคราะห์ผลการประเมินita"),
        ("cell", "body", 4, "มาตรการ"),
        ("cell", "body", 4, "ผู้รับผิดชอบ"),
        ("cell", "body", 4, "มาตรการเผยแพร่ข้อมูล"),
        ("cell", "body", 4, "สำนักปลัด"),
        ("paragraph", "signature", 4, "(ลงชื่อ)"),
        ("paragraph", "signature", 4, "(นายสมชายใจดี)"),
        ("paragraph", "signature", 4, "นายกองค์การบริหารส่วนตำบลหนองบัว"),
    ]


MEMO = """
    บันทึกข้อความ
    ส่วนราชการ งานกฎหมายและคดี
    เรื่อง รายงานผลตามมาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. 2564
    เรียน นายกเทศมนตรี
    """
LETTERHEAD = """
    ที่ ชร 72105/318
    เทศบาลตำบลหนองบัว
    5 เมษายน 2564
    เรื่อง รายงานผลตามมาตรการ
    """


@pytest.mark.parametrize("text", [MEMO, LETTERHEAD, "มาตรการ | ผู้รับผิดชอบ\nมาตรการ ก | กอง"])
def test_a_short_first_page_that_is_no_cover_is_none(text: str) -> None:
    assert cover(case(text).facts) == (0, 0)


def test_the_cover_is_the_first_page_and_every_wing_takes_it_from_here() -> None:
    facts = case(REPORT).facts
    start, end = cover(facts)
    assert flow(facts).text[start:end].endswith("องค์การบริหารส่วนตำบลหนองบัว")
    others = {
        path.name
        for path in (Path(__file__).parents[2] / "ita_checker").rglob("*.py")
        if re.search(r"^def cover\(", path.read_text(encoding="utf-8"), re.M)
    }
    assert others == {"blocks.py"}


def test_a_bold_line_is_a_heading_and_joins_neither_the_line_above_nor_the_one_below() -> None:
    text = """
        # รายงานผลการดำเนินการตามมาตรการ
        องค์การบริหารส่วนตำบลหนองบัวรายงานดังนี้
        {}
        เก็บข้อมูลถึงเดือนมีนาคม
        """
    heading, plain = "**สิ่งที่ตกลงจะทำในปีนี้**", "สิ่งที่ตกลงจะทำในปีนี้"
    bold = [(kind, said) for kind, _, _, said in pieces(text.format(heading))]
    assert ("heading", plain) in bold
    assert ("heading", plain) not in [(one, said) for one, _, _, said in pieces(text.format(plain))]


def test_an_items_number_at_the_right_margin_is_no_part_of_the_title_below() -> None:
    number = " " * 60 + "O46"
    text = f"{number}\n-> ประกาศเทศบาลเมืองพนัสวารี\nเทศบาลจึงกำหนดมาตรการดังต่อไปนี้ให้ทุกคนถือปฏิบัติโดยเคร่งครัดทุกวัน"
    assert [said for _, _, _, said in pieces(text)][:2] == ["o46", "ประกาศเทศบาลเมืองพนัสวารี"]


def test_an_announcement_below_an_items_number_is_asked_for_its_date() -> None:
    made = case(f"""{" " * 60}O46
        -> **ประกาศเทศบาลเมืองพนัสวารี**
        -> **เรื่อง มาตรการป้องกันการรับสินบน**
        อาศัยอำนาจตามพระราชบัญญัติเทศบาล พ.ศ. ๒๔๙๖ เทศบาลเมืองพนัสวารีจึงกำหนดให้ถือปฏิบัติดังนี้
        ข้อ ๑ ห้ามเรียก รับ หรือยอมจะรับทรัพย์สินหรือประโยชน์อื่นใดจากผู้มาติดต่อราชการ
        ข้อ ๒ การรับของขวัญตามประเพณีต้องมีมูลค่าไม่เกิน ๓,๐๐๐ บาท และต้องรายงานผู้บังคับบัญชา
        ข้อ ๓ ให้งานนิติการรับเรื่องและรายงานผลต่อนายกเทศมนตรีรอบ ๖ เดือน
        ประกาศ ณ วันที่ ........ เดือน ............ พ.ศ. ๒๕๖๒
        (นายเอกชัย วารีรักษ์)
        นายกเทศมนตรีเมืองพนัสวารี""")
    assert [part.dated for part in parts(made.facts)] == [False]


PROSE = (
    "องค์การบริหารส่วนตำบลหนองบัวได้จัดทำรายงานผลการดำเนินการฉบับนี้ขึ้นเพื่อเผยแพร่\nต่อสาธารณะและใช้ปรับปรุงการทำงาน"
)


def test_the_long_lines_of_an_annex_that_lies_on_its_side_end_no_paragraph_of_the_other_pages() -> (
    None
):
    annex = "ตารางแนบท้าย " * 9
    made = case(f"{PROSE}\n---page---\n{annex}\n{annex}\n{annex}\n{annex}")
    upright, lying = made.facts.document.pages
    turned = replace(made.facts.document, pages=(upright, replace(lying, width=842.0)))
    own = blocks(with_document(made, turned).facts)
    assert [one.page for one in own].count(1) == 1


def test_a_line_that_runs_into_the_margin_ends_no_paragraph_of_the_other_lines() -> None:
    overlong = "องค์การบริหารส่วนตำบลหนองบัว " * 5
    assert len(pieces(f"{PROSE}\n\n{overlong}")) == 2


def test_a_label_with_which_many_lines_begin_begins_a_piece_however_full_the_line_above_is() -> (
    None
):
    full = "การป้องกันการขัดกันระหว่างผลประโยชน์ส่วนตนกับผลประโยชน์ส่วนรวมของบุคลากร"
    below = ("วิธีทำ: ประกาศให้ทราบทั่วกัน", "วิธีทำ: อบรมกรณีตัวอย่าง", "วิธีทำ: สอบทานทุกไตรมาส")
    many = "\n".join(f"{full}\n{line}\n" for line in below)
    assert [text for _, _, _, text in pieces(many)].count(full) == 3
    assert len(pieces(f"{full}\n{below[0]}\n\n{full}\nซึ่งทำไว้แล้ว")) == 2


@pytest.mark.parametrize("number", ["1.", "๒)", "(3)", "ก.", "•"])
def test_lines_that_hang_under_the_words_behind_a_number_are_of_its_paragraph(number: str) -> None:
    first = f"{number} มาตรการจัดการเรื่องร้องเรียนการทุจริต - กองยุทธศาสตร์และงบประมาณ - จัดทำระบบ"
    short = f"{number} มาตรการจัดการเรื่องร้องเรียนการทุจริต"
    rest = "รับเรื่องผ่านไลน์และกำหนดเวลาตอบ"
    assert pieces(f"{PROSE}\n\n{first}\n   {rest}")[-1][3] == Flow(first + rest).text
    assert pieces(f"{PROSE}\n\n{short}\n   {rest}")[-1][3] == Flow(rest).text
    assert pieces(f"{PROSE}\n\n{first}\n       {rest}")[-1][3] == Flow(rest).text


def test_paragraphs_set_in_by_an_equal_space_are_no_centred_titles() -> None:
    told = ("ประชุมหัวหน้าส่วนราชการทุกแห่ง", "เผยแพร่", "อบรม", "ประชุมหัวหน้าส่วนราชการ เรื่องนี้แล้ว")
    middle = "ประกาศแผนจัดซื้อจัดจ้างไว้แล้วทุกปี"
    set_in = " " * round((75 - len(middle)) / 2)
    alone = case(f"{PROSE}\n\n{set_in}{middle}").facts
    among = case(f"{PROSE}\n\n" + "\n\n".join(f"{set_in}{line}" for line in (*told, middle))).facts
    assert blocks(alone)[-1].centred
    assert not blocks(among)[-1].centred


def test_a_paragraph_s_first_line_that_ends_as_far_in_as_it_begins_is_no_title() -> None:
    told, set_in = "รายงานต่อปลัดเทศบาลและนายกเทศมนตรีทุกสิ้นเดือน" * 2, " " * 9
    full, middle = f"{set_in}{told[:69]}\n{PROSE}", f"{set_in}{told[:56]}"
    assert blocks(case(f"{PROSE}\n\n{middle}").facts)[-1].centred
    among = case(f"{full}\n\n{full}\n\n{middle}\n{PROSE.splitlines()[0]}\n(1) จัดอบรม").facts
    assert not any(one.centred for one in blocks(among))


@pytest.mark.parametrize("count", ["(๓)", "(ค)", "3)", "3."])
def test_a_count_at_a_line_s_end_counts_what_the_next_line_tells(count: str) -> None:
    text = f"""
        ที่ประชุมให้ทำเรื่องต่อไปนี้ คือ {count}
        มาตรการลดขั้นตอนการขออนุญาต ให้กองช่างทำ
        ขอให้ทุกคนที่เกี่ยวข้องกับเรื่องข้างต้นถือปฏิบัติโดยเคร่งครัดทุกวันทำการและรายงานผลให้ทราบ
        """
    assert pieces(text)[0][3].endswith("ให้กองช่างทำ")


def test_a_score_at_a_line_s_beginning_counts_nothing() -> None:
    text = """
        # ผลการประเมิน

        ปีที่ผ่านมาหน่วยงานได้คะแนน 91.27 คะแนน สูงกว่าปีก่อนหน้านั้นซึ่งได้ (87.61 และ
        85.05) จึงตั้งมาตรการสองเรื่อง
        """
    assert pieces(text)[-1][3].endswith("ตั้งมาตรการสองเรื่อง") and len(pieces(text)) == 2


@pytest.mark.parametrize("end", ["สามเรื่อง", "ข้อ(3)", "โทร 0812345678", "2566", "รอบ 12 เดือน"])
def test_what_is_no_count_ends_a_short_line(end: str) -> None:
    text = f"""
        ที่ประชุมให้ทำตามหนังสือ {end}
        มาตรการลดขั้นตอนการขออนุญาต ให้กองช่างทำ
        ขอให้ทุกคนที่เกี่ยวข้องกับเรื่องข้างต้นถือปฏิบัติโดยเคร่งครัดทุกวันทำการและรายงานผลให้ทราบ
        """
    assert len(pieces(text)) > 1 and "มาตรการ" not in pieces(text)[0][3]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("จัดเข้าข้อบัญญัติ โดยทำโครงการ(ระบุชื่อ", "โครงการ)ควบคู่ไปด้วย"),
        ("ให้ครูเวรเปิดกล่องร่วมกับ [ชื่อ", "กรรมการสถานศึกษา] ทุกวันศุกร์"),
        ("เผยแพร่คู่มือ “รู้ทัน", "ของขวัญ” แก่ผู้ป่วยนอก"),
    ],
)
def test_a_bracket_left_open_at_a_lines_end_is_closed_in_the_same_paragraph(
    above: str, below: str
) -> None:
    whole = Flow(f"{above}{below}").text
    assert pieces(f"{PROSE}\n\n{above}\n{below}")[-1][3] == whole
    assert pieces(f"{PROSE}\n\n{above})]”\n{below}")[-1][3] == Flow(below).text


def test_a_bracket_that_closes_goes_with_the_word_before_it() -> None:
    above = "ตามที่คณะทำงานได้ประชุมพิจารณาและเห็นชอบร่วมกันแล้ว ก็ให้เปิดเผยเรื่อง".ljust(71, "ๆ")
    said = [len(pieces(f"{PROSE}\n\n{above}\nครบถ้วน{mark} ในสามวัน")) for mark in ("", ")")]
    assert said == [3, 2]


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("ทำทะเบียนของใช้ร่วม ผู้ยืมลงชื่อรับและ\nลงชื่อคืน ครูเวรตรวจของทุกเย็น\nใครทำ", []),
        ("เจ้าหน้าที่ลงชื่อเข้าร่วมประชุมทุกคน", []),
        ("ลงชื่อ สมชาย ใจดี\nปลัดเทศบาล", ["ลงชื่อสมชายใจดี", "ปลัดเทศบาล"]),
        ("ลงชื่อนายสมชาย ใจดี", ["ลงชื่อนายสมชายใจดี"]),
        ("ลงชื่อผู้รายงาน", ["ลงชื่อผู้รายงาน"]),
        ("ผู้รับรองลงชื่อ ............", ["ผู้รับรองลงชื่อ............"]),
        ("(ลงชื่อ)\nนายสมชาย ใจดี", ["(ลงชื่อ)", "นายสมชายใจดี"]),
    ],
)
def test_a_word_for_signing_amid_others_makes_no_signature(text: str, signature: list[str]) -> None:
    facts = case(f"ส่วนที่ ๑ การยืมของส่วนรวมของหน่วยงานมีขั้นตอนดังต่อไปนี้ทุกประการ\n\n{text}").facts
    own = [one for one in blocks(facts) if one.zone == "signature"]
    assert [flow(facts).text[one.start : one.end] for one in own] == signature


@pytest.mark.parametrize(
    ("end", "count"), [("รอบ 12 เดือน ภายใน", 1), ("ให้ส่งตั้งแต่", 1), ("ของปีงบประมาณนี้แล้ว", 2)]
)
def test_a_day_alone_below_a_word_that_asks_for_it_is_of_the_paragraph(
    end: str, count: int
) -> None:
    text = f"""
        ให้ทุกกองส่งผลของตนมาที่สำนักปลัดเมื่อครบรอบ คือ รอบ 6 เดือน และ{end}
        15 ตุลาคม 2566
        """
    assert len(pieces(text)) == count


WRAPPED = """
        ให้ติดตามกันสองครั้งคือเมื่อครบครึ่งปีและเมื่อสิ้นปีงบประมาณ แล้วเรียบเรียงมาเรียนให้ทราบ ส่วนรอบ
    12 เดือน จะรายงานให้ทราบอีกครั้งหลังสิ้นเดือนกันยายน 2566
        {0} ทำอะไรไปแล้ว
"""


@pytest.mark.parametrize(("number", "count"), [("1.", 2), ("2", 2)])
def test_a_bare_number_that_a_full_line_runs_on_into_begins_nothing(
    number: str, count: int
) -> None:
    assert len(blocks(case(WRAPPED.format(number)).facts)) == count


@pytest.mark.parametrize("centred", [True, False])
def test_the_centred_title_of_a_form_of_many_boxes_is_a_heading(centred: bool) -> None:
    boxes = "\n".join(f"{at} หน่วยงานที่รายงาน เทศบาลตำบลบ้านใหม่ | <" for at in range(1, 7))
    made = case(f"รายงานผลการดำเนินการตามมาตรการ | <\n{boxes}")
    (page,) = made.facts.document.pages
    title, *others = page.lines
    across = (page.width - title.box.x1 + title.box.x0) / 2
    middle = replace(title.box, x0=across, x1=page.width - across)
    lines = (replace(title, box=middle) if centred else title, *others)
    document = replace(made.facts.document, pages=(replace(page, lines=lines),))
    kinds = [one.kind for one in blocks(with_document(made, document).facts)]
    assert kinds == ["heading" if centred else "cell", *["cell"] * 6]


def test_a_title_is_centred_between_the_papers_margins_where_most_lines_are_set_in() -> None:
    full = "ตามที่องค์การบริหารส่วนตำบลหนองบัวได้รับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานแล้วนั้น"
    title = "ประกาศองค์การบริหารส่วนตำบลหนองบัว เรื่อง"
    item = "วิธีปฏิบัติ จัดทำทะเบียนคุมการยืมใช้ทรัพย์สินและตรวจนับทุกสิ้นเดือน"
    paragraphs = "\n".join(f"            {full}\n{full}" for _ in range(4))
    items = "\n".join(f"            {item}ข้อที่ {at}" for at in range(30))
    made = blocks(case(f"-> {title}\n{paragraphs}\n{items}").facts)
    assert made[0].kind == "heading" and made[0].centred


@pytest.mark.parametrize(
    ("below", "signed"), [("หนังสือตอบฉบับที่ 2 จากกองช่าง", False), (" " * 34 + "กองคลัง", True)]
)
def test_what_stands_where_the_text_does_is_no_line_of_a_signature_set_far_in(
    below: str, signed: bool
) -> None:
    far = " " * 34
    made = case(
        "บันทึกข้อความ\n\nขอแจ้งผลของมาตรการดูแลรถส่วนกลางและห้องประชุม ดังนี้ต่อไปนี้ตามที่ได้รับมอบหมายไว้แล้ว\n\n"
        f"{far}(นายสมหมาย ใจเย็น)\n{far}ผู้อำนวยการกองคลัง\n{below}\n"
    ).facts
    assert (blocks(made)[-1].zone == "signature") is signed


def test_contents_whose_leaders_wrap_are_contents_to_the_last_and_a_form_below_them_is_not() -> (
    None
):
    dots = "." * 60
    text = f"""
    -> สารบัญ
    ๑. คำนำ {dots}
    {dots}๒
    ๒. ผลการ
    ดำเนินการ {dots}
    {dots}๓
    ---page---
    ชื่อหน่วยงาน {dots}
    ผู้รายงาน {dots}
    """
    kinds = [(page, kind) for kind, _, page, _ in pieces(text)]
    assert {kind for page, kind in kinds if page == 1} == {"heading", "contents"}
    assert "contents" not in {kind for page, kind in kinds if page == 2}


@pytest.mark.parametrize(("part", "kind"), [("ส่วนที่ 2", "contents"), ("ชื่อผู้ยืม", "paragraph")])
def test_contents_go_on_overleaf_with_what_heads_a_part_further_on(part: str, kind: str) -> None:
    dots = "." * 70
    text = f"""
    -> สารบัญ
    ส่วนที่ 1 {dots}
    มาตรการที่
    กำหนด
    ---page---
    {part}{dots}
    ผลที่ได้
    ---page---
    # ส่วนที่ 2 ผลที่ได้ตามมาตรการ
    """
    assert {own for own, _, page, said in pieces(text) if page == 2 and dots in said} == {kind}


def test_contents_end_on_their_page_where_what_an_entry_names_is_told() -> None:
    text = """
    -> สารบัญ
    ๑. ผลการวิเคราะห์การประเมิน ๒
    ๒. มาตรการของปีนี้ ๒
    ๑. ผลการวิเคราะห์การประเมิน
    เทศบาลได้คะแนนเพิ่มขึ้นจากปีก่อนและนำผลไปกำหนดเป็นมาตรการ
    """
    assert [kind for kind, *_ in pieces(text)][1:3] == ["contents", "contents"]
    assert "contents" not in [kind for kind, *_ in pieces(text)][3:]


def test_lines_of_contents_are_none_of_the_prose_in_which_measures_are_told() -> None:
    facts = case("""
    -> สารบัญ
    ๑. ความเป็นมา ๒
    ๒. ผลการวิเคราะห์และมาตรการ ๒
    ๑. ความเป็นมา
    เทศบาลเข้ารับการประเมินอย่างต่อเนื่อง
    """).facts
    told = [flow(facts).text[line.start : line.end] for line in prose(facts)]
    assert told == ["สารบัญ", "1.ความเป็นมา", "เทศบาลเข้ารับการประเมินอย่างต่อเนื่อง"]


@pytest.mark.parametrize(("room", "is_full"), [(-1.0, True), (1.0, True), (9.0, False)])
def test_a_line_is_full_where_the_next_word_fits_but_not_the_space_before_it(
    room: float, is_full: bool
) -> None:
    """`room`: points between where the word would end and where what is set may end."""
    line, after = case("ผู้รับผิดชอบ สำนักปลัด\nการกำกับติดตาม").facts.document.pages[0].lines[:2]
    right = line.box.x1 + width_of_first_word(after) + SAME + room
    assert full(line, after, right) is is_full
