"""ORG006: one office, one district, one province."""

import pytest
from building import case

from ita_checker.checks.organisation_place import EVEN, Params, check

TEXT = """
    # รายงานผลการดำเนินการตามมาตรการ
    # องค์การบริหารส่วนตำบลดงครั่งน้อย
    -> {cover}
    ---page---
    องค์การบริหารส่วนตำบลดงครั่งน้อย {body} จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม
    {line}
    บัดนี้ องค์การบริหารส่วนตำบลดงครั่งน้อยอำเภอเกษตรวิสัยจังหวัดร้อยเอ็ด ได้ดำเนินการแล้ว
"""
HOME = "อำเภอเกษตรวิสัย จังหวัดร้อยเอ็ด"


def said(
    cover: str = HOME, body: str = HOME, line: str = ""
) -> list[tuple[str, str | None, str | None]]:
    """Return code, found and expected of each finding."""
    return [
        (f.code, f.found, f.expected)
        for f in check(case(TEXT.format(cover=cover, body=body, line=line)), Params()).findings
    ]


@pytest.mark.parametrize(
    ("cover", "body", "found"),
    [
        ("อำเภอวานรนิวาส จังหวัดสกลนคร", HOME, "อำเภอวานรนิวาส จังหวัดสกลนคร"),
        (HOME, "อำเภอสุวรรณภูมิ จังหวัดร้อยเอ็ด", "อำเภอสุวรรณภูมิ จังหวัดร้อยเอ็ด"),
        (HOME, "อ.เกษตรวิสัย จ.มหาสารคาม", "อำเภอเกษตรวิสัย จังหวัดมหาสารคาม"),
        (
            "99 หมู่ที่ 4 ถนนสายเอเชีย อำเภอสุวรรณภูมิ จังหวัดร้อยเอ็ด",
            HOME,
            "อำเภอสุวรรณภูมิ จังหวัดร้อยเอ็ด",
        ),
        ("จังหวัดยโสธร", HOME, "จังหวัดยโสธร"),
    ],
)
def test_another_district_or_province_is_found(cover: str, body: str, found: str) -> None:
    assert said(cover, body) == [("ORG006", found, HOME)]


@pytest.mark.parametrize(
    ("cover", "body", "line"),
    [
        ("อ.เกษตรวิสัย จ.ร้อยเอ็ด", "อำเภอเกษตรวิสัย", ""),
        (HOME, "อำเภอเกษตวิสัย จังหวัดร้อยเอด", ""),
        (HOME, HOME, "ศึกษาดูงาน ณ เทศบาลตำบลกุดไห อำเภอกุดบาก จังหวัดสกลนคร"),
        (HOME, HOME, "องค์การบริหารส่วนตำบลวานรนิวาส อำเภอวานรนิวาส จังหวัดสกลนคร จึงได้จัดทำ"),
        (HOME, HOME, "ผู้รับจ้าง บริษัท รวมช่าง จำกัด ตำบลในเมือง อำเภอเมือง จังหวัดขอนแก่น"),
        (HOME, HOME, "เดิมองค์การบริหารส่วนตำบลดงครั่งน้อย กิ่งอำเภอเกษตรวิสัย"),
    ],
)
def test_short_forms_slips_and_the_addresses_of_others_are_left_alone(
    cover: str, body: str, line: str
) -> None:
    assert said(cover, body, line) == []


def test_a_district_in_a_province_that_has_none_of_that_name_is_found_though_nothing_else_is_said() -> (
    None
):
    text = "-> องค์การบริหารส่วนตำบลดอยงาม\n-> อำเภอพาน จังหวัดพะเยา"
    found = [(f.code, f.found, f.expected) for f in check(case(text), Params()).findings]
    assert found == [("ORG006", "อำเภอพาน จังหวัดพะเยา", "อำเภอพาน จังหวัดเชียงราย")]


def test_one_address_against_one_is_doubtful() -> None:
    text = (
        "-> โรงเรียนบ้านหนองแวง\n-> อำเภอเจริญศิลป์\n---page---\nโรงเรียนบ้านหนองแวง อำเภอกุดบาก"
        " ได้จัดทำรายงาน"
    )
    (found,) = check(case(text), Params()).findings
    assert (found.found, found.doubt) == ("อำเภอกุดบาก", EVEN)
    assert [one.quote for one in found.spans] == ["อำเภอกุดบาก", "อำเภอเจริญศิลป์"]


def test_a_province_that_lacks_the_district_an_office_is_named_after_is_wrong() -> None:
    text = """
        บันทึกข้อความ
        ส่วนราชการ สำนักงานสาธารณสุขอำเภอกันทรารมย์
        ที่ ศก ๐๔๓๒/๑๒๓
        ---page---
        ชื่อหน่วยงาน | สำนักงานสาธารณสุขอำเภอกันทรารมย์ จังหวัดสุรินทร์
        วัน/เดือน/ปี | ๑ เมษายน ๒๕๖๕
    """
    (finding,) = check(case(text), Params()).findings
    assert (finding.code, finding.expected) == ("ORG006", "อำเภอกันทรารมย์ จังหวัดศรีสะเกษ")


def test_an_address_in_the_offices_own_history_is_its_own() -> None:
    line = "องค์การบริหารส่วนตำบลดงครั่งน้อย อำเภอจอมบึง จังหวัดราชบุรี เดิมคือสภาตำบล ได้รับการยกฐานะเมื่อปี ๒๕๔๐ ดูแล ๑๒ หมู่บ้าน"
    assert said(line=line) == [("ORG006", "อำเภอจอมบึง จังหวัดราชบุรี", HOME)]


TITLED = """
    # มาตรการส่งเสริมคุณธรรม จริยธรรม และความโปร่งใส เพื่อป้องกันการทุจริตภายใน{unit}
    # {office} {home}
    # ปีงบประมาณ พ.ศ. ๒๕๖๕
    # คำนำ
    เข้ารับการประเมินต่อเนื่องตั้งแต่ปี ๒๕๖๒ ประสงค์จะแก้ข้อที่ยังด้อยให้ตรงจุด
    จึงให้วิเคราะห์ผลและเสนอมาตรการสำหรับปีถัดไป โดยให้ทุกส่วนมีส่วนร่วมเสนอความเห็น
    และขอขอบคุณผู้มีส่วนได้ส่วนเสียทุกท่านที่สละเวลาตอบแบบสำรวจด้วยความตั้งใจ
    หวังว่าจะเป็นประโยชน์แก่ประชาชนและผู้รับบริการทุกคนต่อไป
    ---page---
    # ส่วนที่ ๓ ตารางมาตรการ
    # {office} {other}

    มาตรการ | ผู้รับผิดชอบ
    ใช้เงินอย่างเปิดเผย | กองคลัง
"""


@pytest.mark.parametrize(
    ("office", "unit", "own", "other"),
    [
        (
            "องค์การบริหารส่วนตำบลโคกกลาง",
            "หน่วยงาน",
            "อำเภอลำปลายมาศ จังหวัดบุรีรัมย์",
            "อำเภอโนนสะอาด จังหวัดอุดรธานี",
        ),
        ("โรงเรียนบ้านหนองแวง", "เขต", "อำเภอเจริญศิลป์ จังหวัดสกลนคร", "อำเภอกุดบาก จังหวัดสกลนคร"),
    ],
)
def test_the_first_pages_title_tells_where_an_office_is_however_full_the_line_above(
    office: str, unit: str, own: str, other: str
) -> None:
    text = TITLED.format(office=office, unit=unit, home=own, other=other)
    found = [(f.found, f.expected, f.doubt) for f in check(case(text), Params()).findings]
    assert found == [(other, own, EVEN)]


def test_of_two_addresses_told_alike_that_is_right_which_is_named_elsewhere() -> None:
    own, other = "อำเภอโนนสะอาด จังหวัดอุดรธานี", "อำเภอลำปลายมาศ จังหวัดบุรีรัมย์"
    office = "องค์การบริหารส่วนตำบลโคกกลาง"
    text = (
        f"-> {office}\n---page---\n{office} {other} จึงได้จัดทำรายงาน\n\n{office} {own} จึงขอรายงานผล"
    )
    for thanks, wrong, right in (("", own, other), ("ขอบคุณท้องถิ่นอำเภอโนนสะอาด", other, own)):
        found = check(case(f"{text}\n\n{thanks}"), Params()).findings
        assert [(f.found, f.expected, f.doubt) for f in found] == [(wrong, right, EVEN)]


def test_a_letters_head_gives_the_place_though_its_annex_gives_another() -> None:
    text = """
        ที่ ชร 72105/318 | ที่ทำการองค์การบริหารส่วนตำบลป่าตึงงาม // อำเภอแม่จัน จังหวัดเชียงราย 57110

        เรื่อง ส่งรายงานการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
        เรียน ท้องถิ่นอำเภอ
        องค์การบริหารส่วนตำบลป่าตึงงามได้ดำเนินการเสร็จสิ้นแล้ว จึงขอส่งรายงานมาพร้อมนี้
        ---page---
        # รายงานผลการดำเนินการตามมาตรการ
        # องค์การบริหารส่วนตำบลป่าตึงงาม อำเภอแม่สรวย จังหวัดเชียงราย
        มาตรการเผยแพร่ข้อมูลต่อสาธารณะ ดำเนินการครบทุกข้อแล้วและรายงานผลต่อผู้บริหาร
    """
    assert [one.found for one in check(case(text), Params()).findings] == [
        "อำเภอแม่สรวย จังหวัดเชียงราย"
    ]


def _alone(name: str, place: str) -> list[tuple[str, str | None, str | None]]:
    text = f"""
        # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
        # {name}
        -> {place}
        ---page---
        {name} {place} จึงกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใส
    """
    answer = check(case(text), Params())
    return [(f.code, f.found, f.expected) for f in answer.findings]


@pytest.mark.parametrize(
    ("name", "district"),
    [("เทศบาลตำบลปริก", "นาทวี"), ("องค์การบริหารส่วนตำบลกำแพงเพชร", "สะเดา")],
)
def test_a_district_without_the_subdistrict_that_another_of_its_province_has_is_found(
    name: str, district: str
) -> None:
    listed = {"เทศบาลตำบลปริก": "สะเดา", "องค์การบริหารส่วนตำบลกำแพงเพชร": "รัตภูมิ"}[name]
    assert _alone(name, f"อำเภอ{district} จังหวัดสงขลา") == [
        ("ORG006", f"อำเภอ{district} จังหวัดสงขลา", f"อำเภอ{listed} จังหวัดสงขลา")
    ]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("เทศบาลตำบลปริก", "อำเภอสะเดา จังหวัดสงขลา"),
        ("เทศบาลตำบลปริก", "อำเภอทุ่งใหญ่ จังหวัดนครศรีธรรมราช"),
        ("เทศบาลเมืองปริก", "อำเภอนาทวี จังหวัดสงขลา"),
        ("องค์การบริหารส่วนตำบลบึงเขาใหม่", "อำเภอนาทวี จังหวัดสงขลา"),
        ("โรงเรียนปริก", "อำเภอนาทวี จังหวัดสงขลา"),
    ],
)
def test_the_list_of_places_says_nothing_of_names_it_does_not_have_there(
    name: str, place: str
) -> None:
    assert _alone(name, place) == []


def test_the_own_district_with_a_province_that_has_none_of_its_name_is_found_anywhere() -> None:
    line = "เก็บผลจากทุกแห่งในเขตอำเภอเกษตรวิสัย จังหวัดสมุทรสงคราม ครบแล้ว"
    assert said(line=line) == [("ORG006", "อำเภอเกษตรวิสัย จังหวัดสมุทรสงคราม", HOME)]
    assert said(line=line.replace("สมุทรสงคราม", "ร้อยเอ็ด")) == []
    assert said(line=line.replace("เกษตรวิสัย", "อัมพวา")) == []


def test_another_office_that_bears_the_own_districts_name_elsewhere_is_no_wrong_address() -> None:
    assert said(line="ขอบคุณเทศบาลตำบลเกษตรวิสัย จังหวัดสมุทรสงคราม ที่ให้ยืมสถานที่") == []


ANNEXED = """
    -> ประกาศ{office}
    -> เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2566

    ด้วย{office} {first} ได้วิเคราะห์ผลการประเมินของปีก่อนแล้ว จึงกำหนดมาตรการไว้ดังบัญชีแนบท้ายประกาศนี้
    ---page---
    # บัญชีแนบท้ายประกาศ
    # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    # {office} {second}

    มาตรการ | ผู้รับผิดชอบ
    ใช้เงินอย่างเปิดเผย | กองคลัง
"""


@pytest.mark.parametrize(
    ("office", "first", "second", "found"),
    [
        ("เทศบาลเมืองศรีดอนแก้ว", "อำเภอแม่ใจ จังหวัดพะเยา", "อำเภอเทิง จังหวัดเชียงราย", 1),
        ("เทศบาลเมืองพุนพินราษฎร์", "อำเภอสวี จังหวัดชุมพร", "อำเภอพุนพิน จังหวัดสุราษฎร์ธานี", 0),
        ("เทศบาลเมืองพุนพินราษฎร์", "อำเภอพุนพิน จังหวัดสุราษฎร์ธานี", "อำเภอสวี จังหวัดชุมพร", 1),
    ],
)
def test_of_two_places_the_opening_or_the_district_in_the_offices_name_is_believed_and_both_are_shown(
    office: str, first: str, second: str, found: int
) -> None:
    text = ANNEXED.format(office=office, first=first, second=second)
    (one,) = check(case(text), Params()).findings
    other, own = (first, second)[found], (first, second)[1 - found]
    assert (one.found, one.expected, one.doubt) == (other, own, EVEN)
    assert [span.quote for span in one.spans] == [other, own]
