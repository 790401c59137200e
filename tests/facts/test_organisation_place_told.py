"""The reporting office's place, told in other ways than right after its name; who reports where a
province writes through its office; the short form behind an unlisted office's name.
"""

import pytest
from building import case

from ita_checker.facts.organisation.reporter import reporter


def who(text: str) -> tuple[str, str | None, str | None] | None:
    """Return name, district and province of the reporter."""
    own = reporter(case(text).facts)
    return own and (own.full, own.district, own.province)


COVER = """
    # รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    # ประจำปีงบประมาณ พ.ศ. 2567
    # {own}
    ---page---
    {line}
"""


@pytest.mark.parametrize(
    ("own", "line", "place"),
    [
        ("โรงเรียนบ้านห้วยปลาดุกวิทยา", "โรงเรียนตั้งอยู่อำเภอปัว จังหวัดน่าน มีนักเรียน 92 คน", ("ปัว", "น่าน")),
        (
            "โรงพยาบาลเขาพนมสามัคคี",
            "ปีนี้โรงพยาบาลเปิดเพิ่ม โรงพยาบาลตั้งอยู่ในอำเภอเขาพนม จังหวัดกระบี่",
            ("เขาพนม", "กระบี่"),
        ),
        (
            "องค์การพัฒนาตลาดสินค้าเกษตร",
            "องค์การพัฒนาตลาดสินค้าเกษตร (อพต.) เป็นรัฐวิสาหกิจ มีสำนักงานใหญ่ตั้งอยู่เขตจตุจักร กรุงเทพมหานคร",
            ("จตุจักร", "กรุงเทพมหานคร"),
        ),
        (
            "สถาบันพัฒนาหัตถกรรมผ้าพื้นถิ่น (องค์การมหาชน)",
            "สถาบันพัฒนาหัตถกรรมผ้าพื้นถิ่น (องค์การมหาชน) หรือ สพผ. จัดตั้งเมื่อ พ.ศ. 2555"
            " ที่ตั้งสำนักงาน อำเภอปากช่อง จังหวัดนครราชสีมา",
            ("ปากช่อง", "นครราชสีมา"),
        ),
        (
            "สถาบันส่งเสริมงานจักสาน (องค์การมหาชน)",
            "สถาบันส่งเสริมงานจักสาน (องค์การมหาชน) จัดตั้งขึ้นตามพระราชกฤษฎีกา พ.ศ. 2556"
            " มีสำนักงานอยู่ที่อำเภอพนัสนิคม จังหวัดชลบุรี",
            ("พนัสนิคม", "ชลบุรี"),
        ),
        (
            "องค์การคลังพืชผลกลาง",
            "โดยที่องค์การคลังพืชผลกลางเป็นรัฐวิสาหกิจ มีสำนักงานใหญ่ ณ อำเภอเมืองนครสวรรค์ จังหวัดนครสวรรค์",
            ("เมืองนครสวรรค์", "นครสวรรค์"),
        ),
        (
            "องค์การบริหารส่วนจังหวัดอ่างทอง",
            "หน่วยงาน องค์การบริหารส่วนจังหวัดอ่างทอง (อบจ.อ่างทอง) ถนนเทศบาล ๑ อำเภอเมืองอ่างทอง"
            " จังหวัดอ่างทอง",
            ("เมืองอ่างทอง", "อ่างทอง"),
        ),
        (
            "องค์การบริหารส่วนตำบลหลุมรัง",
            "องค์การบริหารส่วนตำบลหลุมรัง • อำเภอบ่อพลอย จังหวัดกาญจนบุรี",
            ("บ่อพลอย", "กาญจนบุรี"),
        ),
    ],
)
def test_where_an_office_is_said_to_be(own: str, line: str, place: tuple[str, str]) -> None:
    assert who(COVER.format(own=own, line=line)) == (own, *place)


def test_a_house_stands_between_the_name_and_its_address() -> None:
    line = "สำนักงานจังหวัดพังงา ศาลากลางจังหวัดพังงา ชั้น 3 อำเภอเมืองพังงา จังหวัดพังงา ได้วิเคราะห์ผล"
    told = who(COVER.format(own="สำนักงานจังหวัดพังงา", line=line))
    assert told == ("สำนักงานจังหวัดพังงา", "เมืองพังงา", "พังงา")


WATCHED = "พบเห็นให้แจ้งที่ศูนย์ดำรงธรรมอำเภอหลังสวน หรือสำนักงาน ป.ป.ช. ประจำจังหวัดชุมพร"


def test_where_nothing_else_tells_who_watches_over_an_office_is_of_its_place() -> None:
    own = "เทศบาลตำบลปากน้ำหลังสวนเหนือ"
    assert who(COVER.format(own=own, line=WATCHED)) == (own, "หลังสวน", "ชุมพร")
    line = f"{own} อำเภอสวี จังหวัดชุมพร ได้วิเคราะห์ผล\n\n    {WATCHED}"
    assert who(COVER.format(own=own, line=line)) == (own, "สวี", "ชุมพร")


SIGNED = """
    # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    # {of}จังหวัดพะเยา ประจำปีงบประมาณ พ.ศ. 2564
    {own}พะเยาเข้ารับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐทุกปี
    ---page---
    มาตรการเผยแพร่ข้อมูลต่อสาธารณะ ให้กลุ่มงานอำนวยการปรับปรุงเว็บไซต์ทุกเดือนและรายงานผลทุกหกเดือน

                              (นางสาวดี งาม)
                              หัวหน้าสำนักงานจังหวัดพะเยา
"""


def test_a_province_reports_through_its_office_which_only_signs() -> None:
    itself = who(SIGNED.format(of="ของ", own="จังหวัด"))
    office = who(SIGNED.format(of="ของสำนักงาน", own="สำนักงานจังหวัด"))
    assert itself is not None and itself[0] == "จังหวัดพะเยา"
    assert office is not None and office[0] == "สำนักงานจังหวัดพะเยา"


def test_a_district_stands_on_the_cover_above_who_compiled_for_it() -> None:
    text = """
        # รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
        # อำเภอปัว
        # ประจำปีงบประมาณ พ.ศ. 2567
        -> ผู้จัดทำ
        -> ที่ทำการปกครองอำเภอปัว
        ---page---
        อำเภอปัวได้วิเคราะห์ผลการประเมินและจัดทำรายงานผลการดำเนินการตามมาตรการแล้ว
    """
    told = who(text)
    assert told is not None and told[0] == "อำเภอปัว"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("องค์การพัฒนาท่าเทียบเรือชายฝั่ง (อทช.)", "องค์การพัฒนาท่าเทียบเรือชายฝั่ง"),
        ("สำนักงานส่งเสริมเมืองอัจฉริยะ (SCPA)", "สำนักงานส่งเสริมเมืองอัจฉริยะ"),
        ("สถาบันวิจัยแสงดาว (องค์การมหาชน)", "สถาบันวิจัยแสงดาว (องค์การมหาชน)"),
    ],
)
def test_the_short_form_in_brackets_is_no_part_of_a_name(printed: str, name: str) -> None:
    told = who(COVER.format(own=printed, line="ได้ดำเนินการตามมาตรการครบถ้วนแล้วทุกมาตรการในปีนี้"))
    assert told is not None and told[0] == name


@pytest.mark.parametrize(
    ("own", "district", "province"),
    [
        ("สำนักงานประจำศาลจังหวัดพล", None, None),  # the court of Phon, which is a district
        ("ศูนย์ส่งเสริมการเรียนรู้อำเภอเวียงสา", "เวียงสา", None),
        ("เรือนจำอำเภอสวรรคโลก", "สวรรคโลก", None),
        ("สำนักงานสภาเกษตรกรจังหวัดสุพรรณบุรี", None, "สุพรรณบุรี"),
    ],
)
def test_a_place_written_to_a_name_is_part_of_it_and_tells_where_the_office_is(
    own: str, district: str | None, province: str | None
) -> None:
    line = f"{own} ได้วิเคราะห์ผลการประเมินและกำหนดมาตรการให้ทุกคนถือปฏิบัติ"
    assert who(COVER.format(own=own, line=line)) == (own, district, province)


def test_an_address_behind_a_space_is_no_part_of_the_name() -> None:
    text = COVER.format(
        own="เรือนจำกลางเขาบิน อำเภอเมืองราชบุรี จังหวัดราชบุรี", line="ได้ดำเนินการตามมาตรการแล้ว"
    )
    assert who(text) == ("เรือนจำกลางเขาบิน", "เมืองราชบุรี", "ราชบุรี")


def test_a_branch_stands_between_the_name_and_its_address() -> None:
    own = "สำนักงานที่ดินจังหวัดเลย"
    line = f"{own} สาขาเชียงคาน อำเภอเชียงคาน จังหวัดเลย ได้ดำเนินการตามมาตรการแล้ว"
    assert who(COVER.format(own=own, line=line)) == (own, "เชียงคาน", "เลย")


def test_a_memos_head_goes_on_with_a_telephone_number() -> None:
    text = """
        -> บันทึกข้อความ
        ส่วนราชการ กลุ่มงานบริหาร สำนักงานสาธารณสุขอำเภอภูเขียว จังหวัดชัยภูมิ โทร. 0 4486 1000
        ที่ ชย 0733/112 วันที่ 3 เมษายน 2567
        เรื่อง รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2567
        เรียน สาธารณสุขอำเภอภูเขียว
        ด้วยสำนักงานสาธารณสุขอำเภอแก้งคร้อ ได้ดำเนินการตามมาตรการส่งเสริมคุณธรรมแล้ว จึงเรียนมาเพื่อโปรดทราบ
    """
    assert who(text) == ("สำนักงานสาธารณสุขอำเภอภูเขียว", "ภูเขียว", "ชัยภูมิ")


FRAMED = """
    รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน // ประจำปีงบประมาณ พ.ศ. 2566 // องค์การบริหารส่วนตำบลเกาะลอยใหม่ // หน่วยงานปลอดการทุจริต // อำเภอพานทอง จังหวัดชลบุรี | O28
    ---page---
    องค์การบริหารส่วนตำบลเกาะลอยใหม่ จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการฉบับนี้
"""


def test_a_place_alone_in_a_line_of_a_cover_that_is_framed_is_the_offices() -> None:
    told = who(FRAMED)
    assert told is not None and told[1:] == ("พานทอง", "ชลบุรี")


def test_a_line_of_a_sentence_at_a_pages_edge_names_no_office() -> None:
    text = """
        # ประกาศหน่วยงาน เรื่อง มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง
        ให้เจ้าหน้าที่เผยแพร่สัญญาที่ลงนามแล้วทุกสัญญาในระบบของ
        ---page---
        กรมบัญชีกลาง เว็บไซต์ของ อบต. และปิดประกาศ ณ ที่ทำการ ภายใน ๓๐
        วันนับแต่วันลงนาม
    """
    told = who(text)
    assert told is None
