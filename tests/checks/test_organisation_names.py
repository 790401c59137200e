"""ORG001, ORG002 and ORG005 are said where the reporter's name belongs, and nowhere else."""

import pytest
from building import case

from ita_checker.checks.organisation_names import Params, check
from ita_checker.model import Verdict

COVER = """
    # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม
    # ประจำปีงบประมาณ พ.ศ. ๒๕๖๔
    # {own}
    -> อำเภอ{district} จังหวัด{province}
    ---page---
    เพื่อให้การประเมินเป็นไปด้วยความเรียบร้อย {own} จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน เพื่อให้ตรวจสอบได้
    {line}

    บัดนี้ {own} ได้ดำเนินการตามมาตรการเรียบร้อยแล้ว
    -> {own}
    -> เมษายน ๒๕๖๔
"""
SAO = ("องค์การบริหารส่วนตำบลดงครั่งน้อย", "เกษตรวิสัย", "ร้อยเอ็ด")
TOWN = ("เทศบาลตำบลบ้านเป้า", "เกษตรสมบูรณ์", "ชัยภูมิ")
SCHOOL = ("โรงเรียนบ้านหนองแวง", "เจริญศิลป์", "สกลนคร")
HOSPITAL = ("โรงพยาบาลน้ำยืน", "น้ำยืน", "อุบลราชธานี")
COLLEGE = ("วิทยาลัยเทคนิคกันทรลักษ์", "กันทรลักษ์", "ศรีสะเกษ")
AREA = ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเชียงใหม่ เขต ๖", "จอมทอง", "เชียงใหม่")
UNIVERSITY = ("มหาวิทยาลัยราชภัฏเลย", "เมืองเลย", "เลย")
POLICE = ("สถานีตำรวจภูธรเสม็ด", "เมืองชลบุรี", "ชลบุรี")


def said(own: tuple[str, str, str], line: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return code and quotes of each finding in the report of `own` with one more line."""
    name, district, province = own
    answer = check(
        case(COVER.format(own=name, district=district, province=province, line=line)), Params()
    )
    return [
        (finding.code, tuple(span.quote for span in finding.spans)) for finding in answer.findings
    ]


LEFT_OVER = [
    (SAO, "องค์การบริหารส่วนตำบลวานรนิวาส จึงได้จัดทำรายงานผล", "องค์การบริหารส่วนตำบลวานรนิวาส"),
    (SAO, "องค์การบริหารส่วนตำบลวานรนิวาสจึงได้จัดทำรายงานผล", "องค์การบริหารส่วนตำบลวานรนิวาส"),
    (
        SAO,
        "มาตรการส่งเสริมความโปร่งใสของเทศบาลตำบลกุดไห ให้ทุกส่วนราชการถือปฏิบัติ",
        "เทศบาลตำบลกุดไห",
    ),
    (SAO, "ผู้บริหารของ อบต.วานรนิวาส ประกาศเจตจำนงสุจริต", "อบต.วานรนิวาส"),
    (
        SAO,
        "รอบ ๖ เดือน: องค์การบริหารส่วนตำบลวานรนิวาส ได้จัดอบรมให้ความรู้เรื่องสินบนแก่พนักงาน",
        "องค์การบริหารส่วนตำบลวานรนิวาส",
    ),
    (
        SAO,
        "-> ประกาศองค์การบริหารส่วนตำบลวานรนิวาส\n    -> เรื่อง มาตรการป้องกันการรับสินบน",
        "องค์การบริหารส่วนตำบลวานรนิวาส",
    ),
    (
        SAO,
        "-> (นายสมชาย ใจดี)\n    -> นายกองค์การบริหารส่วนตำบลวานรนิวาส",
        "องค์การบริหารส่วนตำบลวานรนิวาส",
    ),
    (SAO, "-> นายกเทศมนตรีตำบลกุดไห", "เทศมนตรีตำบลกุดไห"),
    (
        SAO,
        ("มาตรการ | ผู้รับผิดชอบ\n    มาตรการเผยแพร่ข้อมูล | สำนักปลัดองค์การบริหารส่วนตำบลวานรนิวาส"),
        "องค์การบริหารส่วนตำบลวานรนิวาส",
    ),
    (
        SAO,
        "เว็บไซต์ขององค์การบริหารส่วนตำบลวานรนิวาส เป็นช่องทางเผยแพร่",
        "องค์การบริหารส่วนตำบลวานรนิวาส",
    ),
    (
        SAO,
        "บัดนี้ องค์การบริหารส่วนตำบลวานร\nนิวาส อำเภอวานรนิวาส จังหวัดสกลนคร ได้ดำเนินการ",
        "องค์การบริหารส่วนตำบลวานรนิวาส",
    ),
    (SAO, "วิทยาลัยเทคนิคสกลนคร จึงได้จัดทำรายงานผลการดำเนินการ", "วิทยาลัยเทคนิคสกลนคร"),
    (TOWN, "เทศบาลตำบลโนนสะอาด ได้เข้ารับการประเมินต่อเนื่องทุกปี", "เทศบาลตำบลโนนสะอาด"),
    (TOWN, "เทศบาลตำบลทุ่งท่าช้าง ได้กำหนดมาตรการป้องกันการรับสินบน", "เทศบาลตำบลทุ่งท่าช้าง"),
    (
        TOWN,
        "องค์การบริหารส่วนตำบลทุ่งท่าช้าง ตระหนักถึงความสำคัญ",
        "องค์การบริหารส่วนตำบลทุ่งท่าช้าง",
    ),
    (SCHOOL, "โรงเรียนบ้านสามแยก จึงได้จัดทำรายงานผล", "โรงเรียนบ้านสามแยก"),
    (SCHOOL, "บุคลากรของโรงเรียนวัดดอนสัก มีส่วนร่วมในการกำหนดมาตรการ", "โรงเรียนวัดดอนสัก"),
    (SCHOOL, "-> ผู้อำนวยการโรงเรียนวัดดอนสัก", "โรงเรียนวัดดอนสัก"),
    (POLICE, "ข้าราชการตำรวจในสังกัดสถานีตำรวจภูธรพาน ต้องไม่รับของขวัญ", "สถานีตำรวจภูธรพาน"),
    (HOSPITAL, "โรงพยาบาลพิชัย ได้ดำเนินการวิเคราะห์ผลการประเมิน", "โรงพยาบาลพิชัย"),
    (
        HOSPITAL,
        "-> ประกาศโรงพยาบาลพิชัย\n    -> เรื่อง มาตรการป้องกันการรับสินบน",
        "โรงพยาบาลพิชัย",
    ),
    (COLLEGE, "ของวิทยาลัยการอาชีพปทุมธานี ประจำปีงบประมาณ", "วิทยาลัยการอาชีพปทุมธานี"),
    (POLICE, "สถานีตำรวจภูธรบ้านโพธิ์ จึงได้จัดทำรายงาน", "สถานีตำรวจภูธรบ้านโพธิ์"),
]
SILENT = [
    (SAO, "สำนักงาน ป.ป.ช. กรมส่งเสริมการปกครองท้องถิ่น และกรมบัญชีกลาง กำหนดแนวทาง"),
    (SAO, "ตามพระราชบัญญัติสภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. ๒๕๓๗"),
    (
        SAO,
        ("คณะผู้บริหารเดินทางไปศึกษาดูงาน ณ องค์การบริหารส่วนตำบลวานรนิวาส อำเภอวานรนิวาส จังหวัดสกลนคร"),
    ),
    (SAO, "โครงการศึกษาดูงานด้านธรรมาภิบาลของเทศบาลตำบลกุดไห"),
    (SAO, "ได้จัดกิจกรรมร่วมกับเทศบาลตำบลกุดไห และโรงเรียนบ้านสามแยก"),
    (
        SAO,
        ("ลงนามบันทึกข้อตกลงความร่วมมือ (MOU) ระหว่างองค์การบริหารส่วนตำบลดงครั่งน้อยกับเทศบาลตำบลกุดไห"),
    ),
    (SAO, "เทศบาลตำบลกุดไห ได้รับรางวัลองค์กรโปร่งใส ซึ่งเป็นแบบอย่างที่ดี"),
    (SAO, "เทศบาลตำบลกุดไห ได้ขอความอนุเคราะห์ข้อมูล"),
    (SAO, "เดิมเป็นสภาตำบล ได้รับการยกฐานะเป็นองค์การบริหารส่วนตำบลดงครั่งน้อย เมื่อปี ๒๕๓๙"),
    (SAO, "เดิมเป็นส่วนหนึ่งขององค์การบริหารส่วนตำบลดงครั่งใหญ่ ต่อมาแยกเป็นตำบลใหม่"),
    (
        SAO,
        ("มีอาณาเขตทิศเหนือติดต่อกับองค์การบริหารส่วนตำบลดงครั่งใหญ่ ทิศใต้ติดต่อกับเทศบาลตำบลกู่กาสิงห์"),
    ),
    (SAO, "ทิศเหนือ ติดต่อกับเขตเทศบาลตำบลศรีถาวร ทิศใต้ จดเขตเทศบาลตำบลกุดไห"),
    (SAO, "สำนักปลัดองค์การบริหารส่วนตำบลดงครั่งน้อย และนายกองค์การบริหารส่วนตำบลดงครั่งน้อย"),
    (SAO, "อบต.ดงครั่งน้อย (อบต.) ได้เผยแพร่ข้อมูล"),
    (SAO, "องค์การบริหารส่วนจังหวัดร้อยเอ็ด และอำเภอเกษตรวิสัย สนับสนุนงบประมาณ"),
    (
        SAO,
        ("ส่งสำเนาให้ที่ว่าการอำเภอเกษตรวิสัย และสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดร้อยเอ็ด ทราบ"),
    ),
    (
        SAO,
        ("นักเรียนโรงเรียนบ้านดงครั่งน้อยเข้าร่วมกิจกรรม และโรงพยาบาลส่งเสริมสุขภาพตำบลดงครั่งน้อยให้ความร่วมมือ"),
    ),
    (SAO, "พนักงานเข้าร่วมอบรมโครงการของเทศบาลตำบลกุดไห"),
    (SAO, "รับโอนพนักงานส่วนตำบลจากเทศบาลตำบลกุดไห"),
    (SAO, "องค์กรปกครองส่วนท้องถิ่นใกล้เคียง เช่น เทศบาลตำบลกุดไห มีมาตรการเดียวกัน"),
    (SAO, "ขอบคุณวิทยากรจากเทศบาลตำบลกุดไห"),
    (SAO, "ผู้ช่วยคิด: องค์การบริหารส่วนตำบลวานรนิวาส (ด้านการเปิดเผยข้อมูล)"),
    (SAO, "แรงใจ: เทศบาลตำบลกุดไห, โรงเรียนบ้านหนองแวง"),
    (SAO, "มาตรการนี้ได้แรงใจจาก : เทศบาลตำบลกุดไห (ผลการประเมินคุณธรรม)"),
    (SCHOOL, "สังกัดสำนักงานเขตพื้นที่การศึกษาประถมศึกษาสกลนคร เขต ๒ กระทรวงศึกษาธิการ"),
    (SCHOOL, "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสกลนคร เขต ๒ ได้กำหนดแนวทางให้โรงเรียนในสังกัด"),
    (SCHOOL, "เทศบาลตำบลเจริญศิลป์ ได้จัดทำแผนพัฒนาท้องถิ่น"),
    (SCHOOL, "โครงการโรงเรียนสุจริต และโรงเรียนคุณธรรม สพฐ."),
    (HOSPITAL, "สำนักงานสาธารณสุขจังหวัดอุบลราชธานี ได้กำหนดมาตรการ"),
    (HOSPITAL, "รพ.น้ำยืน ได้ดำเนินการ และโรงพยาบาลส่งเสริมสุขภาพตำบลโคกสะอาด เป็นเครือข่าย"),
    (COLLEGE, "วท.กันทรฯ ได้คะแนน ๘๕.๑๐ คะแนน และ วท.กันทรฯ จึงได้กำหนดมาตรการ"),
    (AREA, "เรียน ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาเชียงใหม่\nเขต ๖"),
    (AREA, "สพป.ชม.6 มีผลคะแนน ๘๘.๗๒ คะแนน"),
    (AREA, "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเชียงใหม่ เขต ๖\n๔. ผลการดำเนินการ"),
    (COLLEGE, "สำนักงานคณะกรรมการการอาชีวศึกษา กำหนดให้สถานศึกษาจัดทำมาตรการ"),
    (POLICE, "ตำรวจภูธรจังหวัดชลบุรี ได้สั่งการ"),
    (SAO, "ทั้งนี้ มิได้นับรวมภารกิจของเทศบาลตำบลกุดไหซึ่งตั้งอยู่ถัดไป"),
    (SAO, "รวมถึงการระบายน้ำของเทศบาลตำบลกุดไหซึ่งมีพื้นที่ต่อเนื่องกัน"),
]


@pytest.mark.parametrize(("own", "line", "quote"), LEFT_OVER)
def test_another_office_where_the_reporter_belongs_is_found(
    own: tuple[str, str, str], line: str, quote: str
) -> None:
    assert said(own, line) == [("ORG002", (quote,))]


@pytest.mark.parametrize(("own", "line"), SILENT)
def test_an_office_that_is_named_for_its_own_sake_is_left_alone(
    own: tuple[str, str, str], line: str
) -> None:
    assert said(own, line) == []


@pytest.mark.parametrize(
    "wrong", ["ดงครั้งน้อย", "คงครั่งน้อย", "ครั่งน้อย", "ดงครังน้อย", "ดงครั่งนอย", "ดงครั่งน้อน"]
)
def test_a_slip_in_the_name_is_another_spelling_and_no_other_office(wrong: str) -> None:
    name = f"องค์การบริหารส่วนตำบล{wrong}"
    assert said(SAO, f"{name} จึงได้จัดทำรายงาน\n    ตามที่ {name} ได้ประกาศ") == [
        ("ORG001", (name, name))
    ]


@pytest.mark.parametrize("other", ["ดงครั่งใหญ่", "ดงครั่ง", "บ้านฝาง"])
def test_a_neighbour_of_nearly_the_same_name_is_another_office(other: str) -> None:
    name = f"องค์การบริหารส่วนตำบล{other}"
    # The beginning of the own name may be the own name cut short: advice, with doubt.
    expected = [] if other == "ดงครั่ง" else [("ORG002", (name,))]
    assert [
        found for found in said(SAO, f"{name} จึงได้จัดทำรายงาน") if found[0] == "ORG002"
    ] == expected


def test_a_short_name_with_one_other_letter_is_doubtful() -> None:
    text = COVER.format(
        own="องค์การบริหารส่วนตำบลนาดี",
        district="นาดี",
        province="ปราจีนบุรี",
        line="องค์การบริหารส่วนตำบลนาดู จึงได้จัดทำรายงาน",
    )
    assert [(f.code, f.doubt is not None) for f in check(case(text), Params()).findings] == [
        ("ORG001", True)
    ]


def test_the_same_name_with_another_class_is_said_as_such() -> None:
    assert said(SAO, "เทศบาลตำบลดงครั่งน้อย ได้ดำเนินการตามมาตรการ") == [
        ("ORG005", ("เทศบาลตำบลดงครั่งน้อย",))
    ]


def test_a_slip_in_the_class_word_of_the_own_name_is_another_spelling() -> None:
    assert said(UNIVERSITY, "มาตรการของมหาวิทยาลัยราชภัฎเลย ให้ทุกคณะถือปฏิบัติ") == [
        ("ORG001", ("มหาวิทยาลัยราชภัฎเลย",))
    ]


def test_the_upgrade_of_the_own_office_is_history() -> None:
    assert said(TOWN, "เดิมคือองค์การบริหารส่วนตำบลบ้านเป้า ยกฐานะเป็นเทศบาลตำบลเมื่อปี ๒๕๕๑") == []


def test_an_education_area_of_another_number_is_another_office() -> None:
    own = ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสกลนคร เขต ๑", "เมืองสกลนคร", "สกลนคร")
    assert [code for code, _ in said(own, "สพป.สกลนคร เขต ๒ จึงได้จัดทำรายงาน")] == ["ORG002"]


def test_a_wrong_cover_does_not_make_its_office_the_reporter() -> None:
    text = COVER.format(own=SAO[0], district=SAO[1], province=SAO[2], line="").replace(
        f"# {SAO[0]}", "# องค์การบริหารส่วนตำบลวานรนิวาส", 1
    )
    found = check(case(text), Params()).findings
    assert [(f.code, f.found, f.expected) for f in found] == [
        ("ORG002", "องค์การบริหารส่วนตำบลวานรนิวาส", SAO[0])
    ]


def test_a_copied_body_does_not_win_by_numbers() -> None:
    line = " ".join(["มาตรการขององค์การบริหารส่วนตำบลวานรนิวาส ให้ถือปฏิบัติ"] * 12)
    assert [(code, len(quotes)) for code, quotes in said(SAO, line)] == [("ORG002", 12)]


def test_a_clean_report_meets_the_rule_with_its_name_as_proof() -> None:
    answer = check(
        case(COVER.format(own=SAO[0], district=SAO[1], province=SAO[2], line="")), Params()
    )
    assert (answer.verdict, [span.quote for span in answer.evidence]) == (Verdict.MET, [SAO[0]])


@pytest.mark.parametrize(
    "line",
    [
        "เทศบาลตำบลดงครั่งน้อยถือว่าแนวทางฉบับนี้เป็นหน้าที่ของทุกคน",
        "เรื่อง | ผล\n    ข้อมูลข่าวสาร | เทศบาลตำบลดงครั่งน้อยลงข่าวทุกสัปดาห์",
    ],
)
def test_the_own_name_of_another_class_is_said_where_it_is_a_clauses_subject(line: str) -> None:
    assert ("ORG005", ("เทศบาลตำบลดงครั่งน้อย",)) in said(SAO, line)


def test_staff_of_an_office_is_the_reporters_and_a_school_under_one_is_not() -> None:
    foreign = "ให้พนักงานทุกคนในสังกัดองค์การบริหารส่วนตำบลวานรนิวาส ถือปฏิบัติ"
    assert said(SAO, foreign) == [("ORG002", ("องค์การบริหารส่วนตำบลวานรนิวาส",))]
    assert said(SCHOOL, "เป็นสถานศึกษาสังกัดองค์การบริหารส่วนจังหวัดสกลนคร") == []


def test_what_an_office_once_was_part_of_is_its_history() -> None:
    line = "เดิมเป็นหน่วยเรียนร่วมของวิทยาลัยเทคนิคยโสธร ก่อนจัดตั้งเป็นสถานศึกษา"
    assert said(COLLEGE, line) == []


def test_an_office_that_asks_for_a_copy_and_takes_it_away_is_another() -> None:
    line = "ทั้งนี้ องค์การบริหารส่วนตำบลวานรนิวาสได้ขอสำเนาแนวปฏิบัติการใช้รถไปเป็นตัวอย่าง"
    assert said(SAO, line) == []


@pytest.mark.parametrize(
    "asked", ["ขอเข้าศึกษาแบบฟอร์มขององค์การบริหารส่วนตำบล", "ขอมาดูระบบยืมพัสดุ", "ขอเข้าพบเพื่อดูวิธีทำ"]
)
def test_an_office_that_asks_to_come_is_another(asked: str) -> None:
    line = f"ทั้งนี้ องค์การบริหารส่วนตำบลวานรนิวาสได้{asked}เมื่อวันที่ 9 มีนาคม 2564 ด้วย"
    assert said(SAO, line) == []


def test_an_own_name_whose_last_word_stands_by_itself_below_its_line_is_whole() -> None:
    own = ("องค์การบริหารส่วนตำบลนาคำหลวง", "พรรณานิคม", "สกลนคร")
    line = "-> นายกองค์การบริหารส่วนตำบลนาคำ\n    ---page---\n    {rest} วันที่ ๙"
    assert said(own, line.format(rest="หลวง")) == []
    assert [code for code, _ in said(own, line.format(rest="ลงนาม"))] == ["ORG001"]


def test_a_slip_in_the_own_name_is_said_where_the_next_word_follows_without_a_space() -> None:
    line = "องค์การบริหารส่วนตำบลดงคั่งน้อยขอขอบคุณทุกกองที่ส่งข้อมูล"
    assert said(SAO, line) == [("ORG001", ("องค์การบริหารส่วนตำบลดงคั่งน้อย",))]


PROVINCIAL = ("องค์การบริหารส่วนจังหวัดสตูล", "เมืองสตูล", "สตูล")


@pytest.mark.parametrize(
    ("own", "line"),
    [
        (
            PROVINCIAL,
            "# ขอบคุณเครือข่าย\n    เทศบาลเมืองสตูล — ต้นแบบระบบยืมพัสดุออนไลน์\n"
            "    องค์การบริหารส่วนจังหวัดตรัง — แลกเปลี่ยนวิธีประเมินบุคลากร",
        ),
        (PROVINCIAL, "องค์การบริหารส่วนจังหวัดตรัง — แลกเปลี่ยนวิธีประเมินบุคลากร"),
        (SAO, "# ขอบคุณภาคี\n    • องค์การบริหารส่วนตำบลวานรนิวาส ประเมินบุคลากรร่วมกันทุกปี"),
        (
            SCHOOL,
            "-> หน่วยงานเครือข่าย\n    ๑. โรงเรียนวัดดอนสัก ให้ยืมเต็นท์\n"
            "    ๒. โรงเรียนบ้านสามแยก ประเมินความพึงพอใจของผู้ปกครอง",
        ),
    ],
)
def test_an_entry_of_a_list_of_others_is_another(own: tuple[str, str, str], line: str) -> None:
    assert said(own, line) == []


def test_what_an_office_did_below_a_heading_of_networks_is_the_reporters() -> None:
    line = "# การสร้างเครือข่าย\n    องค์การบริหารส่วนตำบลวานรนิวาส ได้กำหนดมาตรการป้องกันการรับสินบน"
    assert [code for code, _ in said(SAO, line)] == ["ORG002"]


@pytest.mark.parametrize(
    "line",
    [
        "ประกาศเจตจำนงสุจริต | นายก อบต. อ่านคำประกาศต่อหน้าพนักงาน",
        "ปลัด อบต. อ่านคำปฏิญาณหน้าเสาธง",
        "นายก อบต. นำคำกล่าวปฏิญาณตน",
    ],
)
@pytest.mark.parametrize("own", [SAO, ("องค์การบริหารส่วนตำบลนาคำ", "คำเขื่อนแก้ว", "ยโสธร")])
def test_what_the_head_of_an_office_does_is_no_name_cut_amid_a_word(
    own: tuple[str, str, str], line: str
) -> None:
    assert said(own, line) == []
    assert said(own, f"{line}\n    ---page---\n    (ocr)\n    {line}") == []


@pytest.mark.parametrize(
    ("own", "line"),
    [
        (HOSPITAL, "รวมกองทุนของมูลนิธิโรงพยาบาลกระบี่ที่ร่วมบริจาคเครื่องวัดความดัน"),
        (SCHOOL, "เงินจากสมาคมศิษย์เก่าโรงเรียนวัดดอนสัก ใช้ซ่อมห้องสมุด"),
        (SCHOOL, "รื้อเว็บไซต์โรงเรียนใหม่ ลงแผนปฏิบัติการประจำปี"),
    ],
)
def test_a_body_named_after_an_office_and_a_word_that_is_a_place_by_chance_are_no_other_office(
    own: tuple[str, str, str], line: str
) -> None:
    assert said(own, line) == []


@pytest.mark.parametrize(
    "line",
    [
        "ให้ยกเลิกประกาศองค์การบริหารส่วนตำบลบ้านเป้า เรื่อง มาตรการป้องกันการรับสินบน ลงวันที่ 3 มกราคม 2560",
        "ทั้งนี้ ให้ยกเลิกคำสั่งองค์การบริหารส่วนตำบลบ้านเป้า ที่ 12/2559",
    ],
)
def test_a_paper_that_is_repealed_bears_what_the_office_was_called_then(line: str) -> None:
    assert said(TOWN, line) == []


def test_a_former_name_in_brackets_is_no_slip_and_no_other_office() -> None:
    line = "แทนประกาศเทศบาลตำบล{} (ชื่อเดิมก่อนเปลี่ยนชื่อ พ.ศ. ๒๕๕๔) ลงวันที่ ๖ มีนาคม ๒๕๕๓"
    own = ("เทศบาลตำบลดงใหญ่สามัคคี", "คอนสาร", "ชัยภูมิ")
    assert said(own, line.format("ดงใหญ่")) == []
    assert said(own, line.format("ทุ่งลุยลาย")) == []
    before = "ข้อ ๕ ประกาศใดของเทศบาลตำบลดงใหญ่ที่ออกไว้{}เป็นเทศบาลเมือง ให้ใช้ประกาศนี้แทน"
    town = ("เทศบาลเมืองดงใหญ่", "คอนสาร", "ชัยภูมิ")
    assert said(town, before.format("ก่อนเปลี่ยนแปลงฐานะ")) == []
    assert [code for code, _ in said(town, before.format("ก่อนปีใหม่"))] == ["ORG005"]


def test_a_visit_is_told_with_what_was_looked_at_between() -> None:
    line = "มอบผู้ดูแลข่าว และดูงานการสื่อสารที่องค์การบริหารส่วนตำบลไผ่กองดิน วันที่ 16 ก.พ. 66"
    assert said(SAO, line) == []


def test_a_name_that_begins_as_places_do_is_one_where_only_the_reporter_stands() -> None:
    line = "บัดนี้ {} ได้ดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสเสร็จสิ้นแล้ว"
    assert said(TOWN, line.format("เทศบาลเมืองคลองแงะ")) == [("ORG002", ("เทศบาลเมืองคลองแงะ",))]
    assert said(TOWN, line.format("เทศบาลตำบลของเรานี้")) == []


def test_a_places_name_hides_no_slip_of_the_longer_own_one() -> None:
    own = ("องค์การบริหารส่วนตำบลห้วยม้าทอง", "ลอง", "แพร่")
    line = "ประธานแจ้งว่า องค์การบริหารส่วนตำบลห้วยม้าของ ได้จัดประชุม"
    assert [code for code, _ in said(own, line)] == ["ORG001"]
    assert said(own, "ประชุมกับองค์การบริหารส่วนตำบลห้วยม้า และราษฎรของตำบลนั้น") == []


def test_another_office_with_the_whole_address_in_a_frame_under_the_title_stands_for_the_own() -> (
    None
):
    text = """
        ทต.บ้านเป้า : กระดานติดตามมาตรการส่งเสริมคุณธรรม ปีงบประมาณ 2566 // {} อำเภอเกษตรสมบูรณ์ จังหวัดชัยภูมิ | (O43)

        เทศบาลตำบลบ้านเป้า จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส
                                  (นายดี งาม)
                                  นายกเทศมนตรีตำบลบ้านเป้า
    """
    found = check(case(text.format("เทศบาลตำบลวังไม้ขอน")), Params()).findings
    assert [(one.code, one.found) for one in found] == [("ORG002", "เทศบาลตำบลวังไม้ขอน")]
    assert check(case(text.format("เทศบาลตำบลบ้านเป้า")), Params()).findings == ()


@pytest.mark.parametrize(
    ("own", "line"),
    [
        (SAO, "การส่งข้อมูลล่าช้า ให้ปลัดองค์การบริหารส่วนตำบลกำชับในที่ประชุมประจำเดือน"),
        (AREA, "สพป.เชียงใหม่ เขต 1 เขต 2 และเขต 3 ใช้แบบยืมเดียวกัน จึงรายงานผลร่วมกันตามมาตรการ"),
        # the feet of slides, with their numbers, below a line that ends in the class word
        (
            SCHOOL,
            "".join(
                f"    โรงเรียนบ้านหนองแวง {number}\n    แผ่นนี้\n    มี {number * 7} คน\n    มาประชุม\n"
                "    ครบ ต่อผู้อำนวยการโรงเรียน\n"
                for number in (3, 4, 5)
            ),
        ),
    ],
)
def test_what_only_looks_like_another_offices_name_is_none(
    own: tuple[str, str, str], line: str
) -> None:
    assert said(own, line) == []


def test_a_picture_tells_no_look_alike_letters_of_a_class_apart() -> None:
    own = ("มหาวิทยาลัยราชภัฏเขางาม", "เมือง", "ลพบุรี")
    line = "รายงานของมหาวิทยาลัยราชภัฎเขางาม"
    assert [code for code, *_ in said(own, line)] == ["ORG001"]
    assert said(own, f"---page---\n    (ocr)\n    {line}") == []


@pytest.mark.parametrize(("name", "misread"), [("บ้านห้วยแก้ว", "บ้านหัวยแก้ว"), ("ภูสามยอด", "ภุสามยอด")])
def test_one_mark_for_another_read_once_off_a_picture_is_no_other_spelling(
    name: str, misread: str
) -> None:
    text = f"""
    # มาตรการส่งเสริมคุณธรรมและความโปร่งใส
    # โรงเรียน{name}
    ---page---
    {{how}}
    รายงานของโรงเรียน{misread} ปีนี้

    โรงเรียน{name} ได้ดำเนินการแล้ว
    """
    codes = [
        [one.code for one in check(case(text.format(how=how)), Params()).findings]
        for how in ("", "(ocr)")
    ]
    assert codes == [["ORG001"], []]


def test_a_tone_that_the_ring_of_am_hides_on_a_picture_is_no_other_spelling() -> None:
    own = ("โรงเรียนบ้านห้วยน้ำเย็น", "แม่ริม", "เชียงใหม่")
    line = "รายงานของโรงเรียนบ้านห้วยนำเย็น ปีนี้"
    assert [code for code, *_ in said(own, line)] == ["ORG001"]
    assert said(own, f"---page---\n    (ocr)\n    {line}") == []


def test_an_office_named_in_a_paper_that_answers_no_item_takes_nobody_s_place() -> None:
    law = """
    # พระราชบัญญัติระเบียบการปกครอง พ.ศ. ๒๕๔๒
    เทศบาลตำบลบ้านเป้า จึงจัดทำบัญชีนี้ตามกฎหมาย

    เทศบาลตำบลทุ่งแก้ว จึงจัดทำบัญชีนี้ตามกฎหมาย
    -> {title}
    """
    codes = [
        [one.code for one in check(case(law.format(title=title)), Params()).findings]
        for title in ("บัญชีแนบท้าย", "มาตรการส่งเสริมคุณธรรมและความโปร่งใส")
    ]
    assert codes == [[], ["ORG002"]]
