"""Tables over pages are one; headings are known by many words; split rows and merged cells keep
together.
"""

import pytest
from building import case

from ita_checker.facts.measures import plan
from ita_checker.facts.tables.contents import one_round_each
from ita_checker.facts.tables.fields import begins_with_head, field
from ita_checker.facts.tables.joined import grids, said
from ita_checker.model import Case
from ita_checker.text.flow import fold


def seen(text: str) -> list[tuple[tuple[str, ...], list[list[str]]]]:
    """Return each table as its columns' fields and the text of its rows."""
    made: Case = case(text)
    return [
        (grid.columns, [[said(made.facts, slot.parts) for slot in row.slots] for row in grid.rows])
        for grid in grids(made.facts)
    ]


def test_headings_tell_what_a_column_holds() -> None:
    assert seen("""
        ที่ | มาตรการ | แนวทางการปฏิบัติ | ขั้นตอน/วิธีการปฏิบัติ | ผู้รับผิดชอบ | การกำกับติดตาม
        1 | ก | ข | ค | ง | จ
        """) == [
        (
            ("number", "name", "guideline", "steps", "responsible", "monitoring"),
            [["1", "ก", "ข", "ค", "ง", "จ"]],
        )
    ]


def test_one_heading_badly_read_hides_no_others() -> None:
    table = "8ศ | มาตรการ | วิธีดำเนินการ | ระยะเวลา | ผู้รับผิดชอบ | การกำกับติดตาม\n1 | ก | ข | ค | ง | จ"
    wanted = ("number", "name", "steps", "period", "responsible", "monitoring")
    for text in (f"(ocr)\n{table}", table):
        assert [columns for columns, _ in seen(text)] == [wanted]


def test_a_row_set_in_bold_over_others_that_are_not_heads_them_whatever_it_says() -> None:
    rows = """
        ก้าวหน้าข้อใด | วางไว้อย่างไร | ไปถึงไหน
        แปลงผัก | ต้นปีให้ปลูก | ปลูกแล้ว
        บ่อปลา | ปลายปีให้ขุด | ขุดแล้ว
        """
    heads = "**ก้าวหน้าข้อใด** | **วางไว้อย่างไร** | **ไปถึงไหน**"
    bold = rows.replace("ก้าวหน้าข้อใด | วางไว้อย่างไร | ไปถึงไหน", heads)
    assert len(seen(rows)[0][1]) == 3
    assert len(seen(bold)[0][1]) == 2


def test_a_bold_row_among_bold_ones_or_of_a_card_heads_nothing() -> None:
    assert len(seen("**ก** | **ข** | **ค**\n**ง** | **จ** | **ฉ**")[0][1]) == 2
    assert len(seen("**แปลงผัก** | **ปลูกแล้ว**\nผู้ปลูก | ลุงดำ")[0][1]) == 2


def test_a_second_bold_row_under_wide_headings_heads_too() -> None:
    (table,) = seen("""
        **มาตรการ** | **ความคืบหน้า** | < | **ผู้รับผิดชอบ**
        ^ | **ครึ่งแรก** | **ครึ่งหลัง** | ^
        เปิดเผยข้อมูล | ขึ้นเว็บแล้ว | ตรวจลิงก์แล้ว | สำนักปลัด
        รับเรื่องร้องเรียน | ตั้งศูนย์แล้ว | ตอบครบแล้ว | กองคลัง
        """)
    assert [row[0] for row in table[1]] == ["เปิดเผยข้อมูล", "รับเรื่องร้องเรียน"]


def test_headings_of_many_offices_mean_the_same() -> None:
    rows = (
        ("ลำดับ | มาตรการ/กิจกรรม | วิธีดำเนินการ | หน่วยงานที่รับผิดชอบ | ห้วงเวลา | การติดตามและรายงานผล"),
        ("ลำดับที่ | ชื่อมาตรการ | วิธีการ | ผู้รับผิดชอบ/ผู้เกี่ยวข้อง | กำหนดแล้วเสร็จ | แนวทางการกำกับติดตาม"),
        (
            "ข้อ | มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน | ขั้นตอน // การดำเนินงาน |"
            " ส่วนราชการ | ระยะ // เวลา | การรายงานผลการดำเนินงาน"
        ),
    )
    wanted = ("number", "name", "steps", "responsible", "period", "monitoring")
    assert [seen(f"{row}\n1 | ก | ข | ค | ง | จ")[0][0] for row in rows] == [wanted] * 3


def test_headings_of_results_are_told_from_those_of_plans() -> None:
    assert seen("""
        มาตรการ | การดำเนินการตามมาตรการ | ผลการดำเนินการตามมาตรการ | ผลที่คาดว่าจะได้รับ | ปัญหา/อุปสรรค | ข้อเสนอแนะ
        ก | ข | ค | ง | จ | ฉ
        """)[0][0] == ("name", "activity", "result", "expected", "problem", "suggestion")


def test_a_heading_on_two_levels_is_read_by_its_lower_one() -> None:
    wanted = [(("name", "activity", "output", "outcome", "remark"), [["ก", "ข", "ค", "ง", ""]])]
    assert (
        seen("""
        มาตรการ | รายละเอียดการดำเนินงาน | ผลการดำเนินการ | < | หมายเหตุ
        ^ | ^ | ผลผลิต | ผลลัพธ์ | ^
        ก | ข | ค | ง |
        """)
        == wanted
    )
    assert (
        seen("""
        มาตรการ | รายละเอียดการดำเนินงาน | ผลการดำเนินการ |  | หมายเหตุ
         |  | ผลผลิต | ผลลัพธ์ |
        ก | ข | ค | ง |
        """)
        == wanted
    )


def test_rounds_under_a_heading_keep_its_field() -> None:
    assert seen("""
        มาตรการ | ผลการดำเนินงาน | <
        ^ | รอบ ๖ เดือน | รอบ ๑๒ เดือน
        ก | ข | ค
        """) == [(("name", "result", "result"), [["ก", "ข", "ค"]])]


def test_a_title_over_the_headings_and_numbers_under_them_are_no_rows() -> None:
    assert seen("""
        ตารางมาตรการประจำปี | < | <
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        (1) | (2) | (3)
        ก | ข | ค
        """) == [(("name", "steps", "responsible"), [["ก", "ข", "ค"]])]


def test_wide_cells_side_by_side_over_a_row_of_headings_are_their_upper_level() -> None:
    assert seen("""
        แผนที่กำหนดไว้ | < | < | < | ผลที่เกิดขึ้นจริง | < | <
        ชื่อมาตรการ | การปฏิบัติ | กองเจ้าของงาน | การติดตาม | รอบ 6 เดือน | รอบ 12 เดือน | ผลลัพธ์
        (1) | (2) | (3) | (4) | (5) | (6) | (7)
        ใบยืมเล่มเดียว | ทำทะเบียน | กองคลัง | รายงานปลัด | ติด 40 ป้าย | ครบ 90 ป้าย | ไม่มีของหาย
        """) == [
        (
            ("name", "activity", "responsible", "monitoring", "result", "result", "outcome"),
            [
                [
                    "ใบยืมเล่มเดียว",
                    "ทำทะเบียน",
                    "กองคลัง",
                    "รายงานปลัด",
                    "ติด40ป้าย",
                    "ครบ90ป้าย",
                    "ไม่มีของหาย",
                ]
            ],
        )
    ]
    ((columns, rows),) = seen("""
        สัญญาต้นปี | < | < | เรื่องจริงปลายปี | <
        มาตรการ | ทำอย่างไร | ใครทำ | ทำแล้ว | ผลลัพธ์
        เปิดยอดเงิน | ปิดประกาศ | กองคลัง | ปิดแล้ว 12 ครั้ง | ไม่มีใครถามซ้ำ
        """)
    assert (columns[0], columns[2:], len(rows)) == (
        "name",
        ("responsible", "result", "outcome"),
        1,
    )


def test_wide_cells_over_a_row_that_heads_nothing_are_no_headings() -> None:
    ((columns, rows),) = seen("""
        ห้องประชุมชั้นหนึ่ง | < | ลานหน้าอาคาร | <
        โต๊ะไม้ | เก้าอี้พับ | เต็นท์ผ้าใบ | ป้ายผ้า
        โต๊ะหิน | เก้าอี้นวม | เต็นท์โครง | ป้ายไม้
        """)
    assert (set(columns), len(rows)) == ({""}, 3)


def test_a_card_s_label_that_comes_again_heads_no_page() -> None:
    labels = ("name", "topic", "steps", "responsible", "monitoring")
    for topic in ("การกำกับดูแลการใช้รถ", "ผู้รับผิดชอบงานไม่ชัด", "ขั้นตอนเกินจำเป็น"):
        ((columns, rows),) = seen(f"""
            การ์ด 1 · มาตรการพัฒนาจุดบริการ | <
            แก้หัวข้อ | คิวหน้าห้อง
            ลงมือทำ | จัดโต๊ะรับคำขอรวม
            เจ้าของการ์ด | สำนักปลัด
            ตามงาน | รายงานปลัดทุกเดือน
            การ์ด 2 · มาตรการกำกับการยืมของหลวง | <
            ---page---
            แก้หัวข้อ | {topic}
            ลงมือทำ | ทำสมุดยืมเล่มเดียว
            เจ้าของการ์ด | กองคลัง
            ตามงาน | รายงานปลัดทุกเดือน
            การ์ด 3 · มาตรการเปิดเผยยอดเงิน | <
            แก้หัวข้อ | ไม่รู้ยอดเงิน
            ลงมือทำ | ปิดประกาศทุกเดือน
            เจ้าของการ์ด | กองคลัง
            ตามงาน | รายงานปลัดทุกเดือน
            """)
        assert (columns, len(rows)) == (labels, 3), topic


def test_a_heading_repeated_on_the_next_page_is_dropped() -> None:
    assert seen("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        ก | ข | ค
        ---page---
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        ง | จ | ฉ
        """) == [(("name", "steps", "responsible"), [["ก", "ข", "ค"], ["ง", "จ", "ฉ"]])]


def test_a_table_goes_on_without_headings_past_page_numbers() -> None:
    assert seen("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        ก | ข | ค
        - ๓ -
        ---page---
        - ๔ -
        ง | จ | ฉ
        """) == [(("name", "steps", "responsible"), [["ก", "ข", "ค"], ["ง", "จ", "ฉ"]])]


def test_a_table_after_prose_on_the_next_page_is_another() -> None:
    made = seen("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        ก | ข | ค
        ---page---
        ข้อมูลสถิติเรื่องร้องเรียนของหน่วยงานแยกตามเดือน
        ง | จ | ฉ
        """)
    assert [columns for columns, _ in made] == [("name", "steps", "responsible"), ("", "", "")]


def test_a_merged_cell_stands_in_all_its_rows() -> None:
    assert seen("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        ก | ข | สำนักปลัด
        ค | ง | ^
        """)[0][1] == [["ก", "ข", "สำนักปลัด"], ["ค", "ง", "สำนักปลัด"]]


def test_a_table_without_headings_has_no_fields() -> None:
    assert seen("ก | ข\nค | ง\n") == [(("", ""), [["ก", "ข"], ["ค", "ง"]])]


def test_tables_that_stand_in_one_frame_are_parted_by_their_headings() -> None:
    assert seen("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        ก | ข | ค
        มาตรการ | ผลผลิต | ผลลัพธ์
        ง | จ | ฉ
        """) == [
        (("name", "steps", "responsible"), [["ก", "ข", "ค"]]),
        (("name", "output", "outcome"), [["ง", "จ", "ฉ"]]),
    ]


def test_a_merged_cell_cut_by_a_page_s_end_says_above_what_it_holds() -> None:
    assert seen("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        ก | ข | สำนักปลัด
        ---page---
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
         | ค |
        ง | จ | ^
        """)[0][1] == [["ก", "ขค", "สำนักปลัด"], ["ง", "จ", "สำนักปลัด"]]


def test_headings_that_a_page_s_end_breaks_in_two_are_one() -> None:
    assert seen("""
        มาตรการ | รายละเอียดการดำเนินงาน | ระยะเวลา | ผลการดำเนินการ |  | หมายเหตุ
        ---page---
         |  |  | ผลผลิต | ผลลัพธ์ |
        ก | ข | ค | ง | จ |
        """) == [
        (
            ("name", "activity", "period", "output", "outcome", "remark"),
            [["ก", "ข", "ค", "ง", "จ", ""]],
        )
    ]


def test_a_row_about_results_is_no_second_heading() -> None:
    made = seen("""
        มาตรการ | ผลการดำเนินงาน | ผลสัมฤทธิ์
        ก | ข | ค
        ---page---
        มาตรการ | ผลการดำเนินงาน | ผลสัมฤทธิ์
         | รายงานผลการเบิกจ่าย 6 ฉบับ | ผลการเบิกจ่ายเป็นไปตามเป้าหมาย
        ง | จ | ฉ
        """)
    assert [(columns, len(rows)) for columns, rows in made] == [(("name", "result", "outcome"), 2)]


def test_a_second_level_of_headings_is_known_by_the_frame_whatever_its_words() -> None:
    made = case("""
        มาตรการ | สถานะ | < | ผลการดำเนินการ
        ^ | ดำเนินการแล้ว | อยู่ระหว่างดำเนินการ | ^
        มาตรการป้องกันการรับสินบน | ✓ |  | ประกาศนโยบายแล้ว
        """)
    (grid,) = grids(made.facts)
    assert (grid.columns, len(grid.rows)) == (("name", "", "", "result"), 1)


def test_quarters_under_results_hold_results() -> None:
    made = case("""
        มาตรการ | ผลการดำเนินงาน | < | ปัญหาอุปสรรค
        ^ | ไตรมาสที่ 1 (ต.ค. - ธ.ค.) | ไตรมาสที่ 2 (ม.ค. - มี.ค.) | ^
        มาตรการป้องกันการรับสินบน | ประกาศนโยบาย | อบรมพนักงาน | ไม่มี
        """)
    assert grids(made.facts)[0].columns == ("name", "result", "result", "problem")


def test_what_was_done_heads_a_column_too() -> None:
    made = case("""
        มาตรการ | สิ่งที่ดำเนินการแล้ว | ผลลัพธ์/ความสำเร็จ
        มาตรการป้องกันการรับสินบน | ประกาศนโยบาย | ไม่พบการรับสินบน
        """)
    assert grids(made.facts)[0].columns == ("name", "activity", "outcome")


def test_a_card_whose_measure_is_about_complaints_has_no_heading() -> None:
    made = case("""
        ชื่อมาตรการ | กลไกรับเรื่องร้องเรียนและคุ้มครองผู้แจ้งเบาะแส
        การดำเนินการ | ทบทวนคู่มือ
        ผลผลิต | คู่มือ 1 เล่ม
        """)
    assert grids(made.facts)[0].columns == ("", "")


def test_a_form_in_an_office_s_own_words_is_no_table_with_headings() -> None:
    own = """
        ชื่อมาตรการ | มาตรการเผยแพร่ข้อมูล
        ทำอย่างไร | ปรับปรุงเว็บไซต์ทุกสัปดาห์
        เจ้าของเรื่อง | งานประชาสัมพันธ์
        ติดตามและรายงาน | รายงานปลัดทุกเดือน
        """
    strange = """
        งานชิ้นใด | แปลงผักรวม
        ลงแรงกัน | ปลูกต้นปี
        ใครถือ | ลุงดำ
        งานชิ้นใด | บ่อปลารวม
        ลงแรงกัน | ขุดปลายปี
        ใครถือ | ป้าแดง
        """
    for text, rows in ((own, 4), (strange, 6)):
        assert [(columns, len(body)) for columns, body in seen(text)] == [(("", ""), rows)]


TWO_OF_ONE_SHAPE = """
        ที่ | รายการมาตรการ | ลงมืออย่างไร | มอบใคร | นัดรายงาน
        1 | มาตรการเผยแพร่ข้อมูล | ทำวารสารรายสองเดือน | สำนักปลัด | รอบ 6 เดือน และรอบ 12 เดือน
        2 | มาตรการจัดการเรื่องร้องเรียน | ทำทะเบียนเรื่อง | กองคลัง | รอบ 3 เดือน และรอบ 9 เดือน
        ---page---
        ผู้ที่ได้รับมอบหมายแต่ละรายได้ดำเนินการจนสิ้นปีงบประมาณ จึงสรุปผลไว้ดังนี้
        บัญชีผล | < | < | < | <
        **ที่** | **รายการมาตรการ** | **รอบ** | **ทำแล้วอย่างไร** | **ประชาชนได้อะไร**
        1 | มาตรการเผยแพร่ข้อมูล | รอบ 6 เดือน | ออกวารสาร 3 ฉบับ | แจก 1,350 แผ่น ครบทุกครัวเรือน
        ^ | ^ | รอบ 12 เดือน | ออกวารสารเพิ่ม 3 ฉบับ และลงเพจ | ร้อยละ 88 ของผู้ตอบทราบ
        บัญชีผล | < | < | < | <
        **ที่** | **รายการมาตรการ** | **รอบ** | **ทำแล้วอย่างไร** | **ประชาชนได้อะไร**
        2 | มาตรการจัดการเรื่องร้องเรียน | รอบ 6 เดือน | ทำทะเบียน 1 เล่ม | รับเรื่อง 2 เรื่อง
        ^ | ^ | รอบ 12 เดือน | อบรมเจ้าหน้าที่ 2 คน | ไม่มีเรื่องค้าง
"""


def test_a_table_of_as_many_columns_goes_on_with_none_that_is_headed_otherwise() -> None:
    assert [columns for columns, _ in seen(TWO_OF_ONE_SHAPE)] == [
        ("number", "name", "steps", "responsible", "monitoring"),
        ("number", "name", "monitoring", "activity", "outcome"),
    ]


def test_a_title_and_headings_that_a_pages_end_repeats_are_no_rows() -> None:
    rows = seen(TWO_OF_ONE_SHAPE)[1][1]
    assert not any("บัญชีผล" in row or "รายการมาตรการ" in row for row in rows)


def test_a_column_of_rounds_is_one_though_a_pages_end_cut_a_cell() -> None:
    assert one_round_each(["รอบ6เดือน", "รอบ", "12เดือน", "", "รอบ6เดือน"])
    assert not one_round_each(["รอบ6เดือน", "รอบ", "หัวหน้ารายงาน", "รอบ6เดือน"])


def test_a_table_under_the_title_of_another_round_is_another_table() -> None:
    pages = """
        # รายงานผลการดำเนินการ รอบ 6 เดือน
        มาตรการ | สิ่งที่ดำเนินการ | ผลการดำเนินการ
        การใช้รถราชการ | แจกสมุดใช้รถ | ค่าน้ำมันลดลง 7,300 บาท
        {title}
        ---page---
        มาตรการ | สิ่งที่ดำเนินการ | ผลการดำเนินการ
        การเปิดเผยการใช้จ่าย | ติดประกาศรอบสอง | ผู้รู้ยอดงบประมาณเพิ่มขึ้น
"""
    assert len(seen(pages.format(title="รายงานผลการดำเนินการ รอบ 12 เดือน"))) == 2
    assert len(seen(pages.format(title="องค์การบริหารส่วนตำบลบ้านกลาง"))) == 1


@pytest.mark.parametrize("heading", ["ผลตามรอบการติดตาม", "ผลในรอบการกำกับติดตาม", "ผลรายรอบการติดตาม"])
def test_a_heading_that_begins_with_the_result_of_something_is_about_results(heading: str) -> None:
    text = f"""
        มาตรการ | สิ่งที่ได้ทำ | {heading} | <
        ^ | ^ | รอบก่อน | รอบสิ้นปี
        มาตรการควบคุมการใช้รถ | ติดระบบระบุตำแหน่ง | รอบ 6 เดือน : ค่าน้ำมันลดลงร้อยละ 8 | รอบ 12 เดือน : ลดลงร้อยละ 15
        มาตรการลดขั้นตอน | เปิดยื่นคำขอออนไลน์ | รอบ 6 เดือน : ใช้เวลาเฉลี่ย 2.4 วัน | รอบ 12 เดือน : ใช้เวลา 1.7 วัน
    """
    (grid,) = grids(case(text).facts)
    assert grid.columns == ("name", "activity", "result", "result")


def test_what_a_heading_calls_the_result_of_is_one_of_whatever_it_is() -> None:
    results = ("ผลการขับเคลื่อน", "ผลการพัฒนา", "ผลตามจุดเน้น")
    others = ("ผลการวิเคราะห์ปีก่อน", "ผลตามรอบ", "ผลของมาตรการที่ 1")
    assert [field(fold(one)) for one in results] == 3 * ["result"]
    assert all(begins_with_head(fold(one)) for one in results)
    assert [field(fold(one)) for one in others] == 3 * [""]


@pytest.mark.parametrize(
    "heading", ["ผลถึง 31 มี.ค. 2566 (รอบ 6 เดือน)", "ผล ณ สิ้นไตรมาสที่ 2", "ผลตั้งแต่ ต.ค. ถึง มี.ค."]
)
def test_until_when_a_result_came_about_leaves_it_one(heading: str) -> None:
    assert field(fold(heading)) == "result"
    assert begins_with_head(fold(heading))


CALENDAR = """
**มาตรการ** | **วิธีทำ** | **พ.ศ. 2564** | < | < | **พ.ศ. 2565** | < | < | **ผู้รับผิดชอบ**
^ | ^ | **ต.ค.** | **พ.ย.** | **ธ.ค.** | **ม.ค.** | **ก.พ.** | **มี.ค.** | ^
1. ปิดประกาศราคากลาง | ติดป้าย | ↔ | < | < | < | < | < | กองคลัง
2. นับพัสดุร่วมกัน | นับทุกเดือน |  | ↔ | < | < | < | < | กองช่าง
3. คืนเอกสารตามคิว | แจกบัตรคิว |  |  | ↔ | < | < | < | สำนักปลัด
การกำกับติดตาม : หัวหน้าฝ่ายรายงานต่อปลัด รอบ 6 เดือน | < | < | < | < | < | < | < | <
"""


def test_bars_of_months_part_no_table_and_what_stands_across_its_foot_is_no_measure() -> None:

    made = case(CALENDAR)
    (grid,) = grids(made.facts)
    assert (grid.columns[0], grid.columns[-1], len(grid.rows)) == ("name", "responsible", 4)
    assert [one.called for one in plan(made.facts)] == [
        "ปิดประกาศราคากลาง",
        "นับพัสดุร่วมกัน",
        "คืนเอกสารตามคิว",
    ]


def test_the_rest_of_what_a_page_s_end_cut_heads_no_table() -> None:
    text = """
      |  |  |  | บังคับ ประกาศ หลักเกณฑ์ มาตรฐาน คู่มือการปฏิบัติงาน อย่างเคร่งครัด
    มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | ลงเว็บไซต์ | เมษายน 2564 | ข้อมูล 40 เรื่อง | เข้าชม 900 ครั้ง
    """
    (grid,) = grids(case(text).facts)
    assert not any(grid.headings)
    assert len(grid.rows) == 2
