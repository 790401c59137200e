"""Departments, institutes, enterprises: no list has their names, yet a slip in the own one and
another that reports are told.
"""

import pytest
from building import case

from ita_checker.checks.organisation_names import Params, check
from ita_checker.facts.organisation import reporter
from ita_checker.model import Certainty

REPORT = """
    # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    # ประจำปีงบประมาณ พ.ศ. 2567
    # {own}
    ---page---
    {own} ได้วิเคราะห์ผลการประเมินและนำเข้าที่ประชุมผู้บริหารแล้ว
    {line}
"""
DEPARTMENT = "กรมอนุรักษ์หัตถศิลป์ไทย"
INSTITUTE = "สถาบันพัฒนาหัตถกรรมผ้าพื้นถิ่น (องค์การมหาชน)"
ENTERPRISE = "องค์การพัฒนาตลาดสินค้าเกษตร"


def said(own: str, line: str) -> list[tuple[str, str]]:
    findings = check(case(REPORT.format(own=own, line=line)), Params()).findings
    return [(one.code, one.spans[0].quote) for one in findings]


@pytest.mark.parametrize(
    ("own", "line", "slip"),
    [
        (INSTITUTE, "ผลปี 2566 สถาบันพัฒนาหัถกรรมผ้าพื้นถิ่น ได้ 94.55 คะแนน", "สถาบันพัฒนาหัถกรรมผ้าพื้นถิ่น"),
        (DEPARTMENT, "อธิบดีกรมอนุรักษ์หัตถศิลปไทย ลงนามแล้ว", "กรมอนุรักษ์หัตถศิลปไทย"),
        (ENTERPRISE, "ฝ่ายแผนขององค์การพัฒนาตลาดสินค้าเกษตตร รวบรวมผล", "องค์การพัฒนาตลาดสินค้าเกษตตร"),
    ],
)
def test_a_slip_in_the_own_name_is_another_spelling(own: str, line: str, slip: str) -> None:
    assert said(own, line) == [("ORG001", slip)]


@pytest.mark.parametrize("cover", [DEPARTMENT, "กรมอนุรักษ์หัตถศิลปไทย"])
def test_of_two_spellings_the_one_that_stands_more_often_is_the_own_one(cover: str) -> None:
    rest = f"{DEPARTMENT} ได้ดำเนินการครบ\n-> (นายคม ชัดดี)\n-> อธิบดี{DEPARTMENT}"
    text = f"# รายงานผลการดำเนินการตามมาตรการ\n# {cover}\n---page---\n{rest}"
    findings = check(case(text), Params()).findings
    slips = [] if cover == DEPARTMENT else [("ORG001", cover)]
    assert [(one.code, one.spans[0].quote) for one in findings] == slips


CRAFTS = "สถาบันส่งเสริมงานจักสาน (องค์การมหาชน)"


def test_one_letter_that_makes_another_word_is_a_slip_where_the_own_name_belongs() -> None:
    line = "บัดนี้ สถาบันส่งเสริมงานจักสาร (องค์การมหาชน) ได้ดำเนินการตามมาตรการครบทุกข้อแล้ว"
    (found,) = check(case(REPORT.format(own=CRAFTS, line=line)), Params()).findings
    assert (found.code, found.certainty) == ("ORG001", Certainty.LIKELY)
    assert found.spans[0].quote == "สถาบันส่งเสริมงานจักสาร" and found.doubt is not None


def test_one_letter_that_makes_another_places_office_is_no_slip() -> None:
    line = "ดังนั้น ด่านควบคุมโรคระหว่างประเทศระนอง ได้ดำเนินการตามมาตรการร่วมกัน"
    assert said("ด่านควบคุมโรคระหว่างประเทศระยอง", line) == []


@pytest.mark.parametrize(
    ("own", "line", "other"),
    [
        (
            ENTERPRISE,
            "พนักงานและลูกจ้างขององค์การเหมืองแร่กลางทุกคนต้องถือปฏิบัติตามประกาศนี้โดยเคร่งครัด",
            "องค์การเหมืองแร่กลาง",
        ),
        (DEPARTMENT, "ข้าราชการในสังกัดกรมประมงน้ำจืดทุกระดับต้องถือปฏิบัติ", "กรมประมงน้ำจืด"),
    ],
)
def test_an_office_whose_staff_is_bound_stands_where_the_own_belongs(
    own: str, line: str, other: str
) -> None:
    assert said(own, line) == [("ORG002", other)]


@pytest.mark.parametrize(
    ("own", "line"),
    [
        (ENTERPRISE, "พนักงานขององค์การพัฒนาตลาดสินค้าเกษตรทุกคนต้องถือปฏิบัติตามประกาศนี้"),
        (ENTERPRISE, "พนักงานขององค์การทุกคนต้องถือปฏิบัติ และพนักงานขององค์การฯ ทุกคนรับทราบ"),
        ("สำนักงานส่งเสริมเมืองอัจฉริยะ", "เจ้าหน้าที่ของสำนักงานผู้อำนวยการใหญ่ทุกคนลงนามแล้ว"),
    ],
)
def test_the_own_staff_and_that_of_a_part_is_bound_by_right(own: str, line: str) -> None:
    assert said(own, line) == []


@pytest.mark.parametrize(
    ("own", "line", "other"),
    [
        (
            DEPARTMENT,
            "ในการนี้ กรมพัฒนาพิพิธภัณฑสถานท้องถิ่น จึงกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
            "กรมพัฒนาพิพิธภัณฑสถานท้องถิ่น",
        ),
        (
            ENTERPRISE,
            "ดังนั้น องค์การบริหารน้ำเสียชุมชน จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการดังกล่าว",
            "องค์การบริหารน้ำเสียชุมชน",
        ),
        (
            "ศูนย์ส่งเสริมการเรียนรู้อำเภอเวียงสา",
            "บัดนี้ ศูนย์ส่งเสริมการเรียนรู้อำเภอนาน้อย จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการ",
            "ศูนย์ส่งเสริมการเรียนรู้อำเภอนาน้อย",
        ),
        (
            "เรือนจำอำเภอสวรรคโลก",
            "ดังนั้น เรือนจำอำเภอหล่มสัก จึงกำหนดมาตรการป้องกันการรับสินบนของเจ้าพนักงานเรือนจำ",
            "เรือนจำอำเภอหล่มสัก",
        ),
        (
            "สถาบันส่งเสริมการสอนวิทยาศาสตร์และเทคโนโลยี (สสวท.)",
            "ในการนี้ สถาบันทดสอบทางการศึกษาแห่งชาติ (องค์การมหาชน) จึงกำหนดมาตรการส่งเสริมคุณธรรม",
            "สถาบันทดสอบทางการศึกษาแห่งชาติ",
        ),
    ],
)
def test_another_office_of_its_class_that_reports_was_left_in(
    own: str, line: str, other: str
) -> None:
    assert said(own, line) == [("ORG002", other)]


@pytest.mark.parametrize(
    ("own", "line"),
    [
        (DEPARTMENT, "โดยได้รับความร่วมมือจากกรมส่งเสริมอุตสาหกรรม ในการอบรมช่าง"),
        (DEPARTMENT, "ตามแนวทางที่ กรมบัญชีกลาง กำหนด และกรมการปกครอง ได้จัดทำคู่มือไว้"),
        (DEPARTMENT, "กรมได้มอบหมายให้ทุกกองพิจารณา จึงกำหนดมาตรการส่งเสริมความโปร่งใสไว้สามข้อ"),
        (INSTITUTE, "สถาบันพัฒนาหัตถกรรมผ้า เป็นชื่อเดิมตามพระราชกฤษฎีกา พ.ศ. 2555"),
        ("สำนักงานส่งเสริมเมืองอัจฉริยะ", "ตามที่ สำนักงาน ป.ป.ช. จึงได้กำหนดให้จัดทำมาตรการส่งเสริมคุณธรรม"),
    ],
)
def test_others_that_are_named_for_their_own_sake_are_left_alone(own: str, line: str) -> None:
    assert said(own, line) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "มาตรการข้างต้นให้ทุกหน่วยงานในสังกัดกรมการค้าต่างประเทศถือปฏิบัติโดยเคร่งครัด",
            [("ORG002", "กรมการค้าต่างประเทศ")],
        ),
        ("ทั้งนี้ได้ศึกษาดูงานหน่วยงานในสังกัดกรมการค้าต่างประเทศเมื่อปีก่อน", []),
        ("ขอขอบคุณวิทยากรในสังกัดกรมการค้าต่างประเทศที่มาบรรยาย", []),
    ],
)
def test_all_parts_of_another_department_bound_by_a_report_are_a_name_left_in(
    line: str, found: list[tuple[str, str]]
) -> None:
    assert said(DEPARTMENT, line) == found


def test_what_is_counted_behind_a_class_word_is_no_name() -> None:
    line = "19 ต.ค. 65 ผู้อำนวยการสถาบันพบช่างทอ 4 กลุ่ม ตกลงลายร่วมกัน"
    assert said(INSTITUTE, line) == []


def test_a_legal_form_behind_a_name_says_that_it_is_one() -> None:
    other = "สถาบันดูแลป่าชายเลนชุมชน"
    line = f"- {other} (องค์การมหาชน) นำผลวิเคราะห์เสนอคณะกรรมการ"
    assert said(INSTITUTE, line) == [("ORG002", other)]


@pytest.mark.parametrize(
    "line",
    [
        "องค์การส่งเสริมเรือประมงไทยเป็นรัฐวิสาหกิจตามพระราชกฤษฎีกาจัดตั้ง",
        "องค์การส่งเสริมเรือประมงไทย จัดตั้งขึ้นตามพระราชกฤษฎีกา",
        "องค์การส่งเสริมเรือประมงไทย หรือ อสร.",
    ],
)
def test_what_tells_of_its_kind_is_none_of_an_offices_name(line: str) -> None:
    text = f"""
    # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    # ประจำปีงบประมาณ พ.ศ. 2567
    {line}
    | มาตรการ | ขั้นตอน |
    """
    own = reporter(case(text).facts)
    assert own is not None and own.full == "องค์การส่งเสริมเรือประมงไทย"


@pytest.mark.parametrize(
    ("title", "codes"),
    [("พระราชบัญญัติงานช่าง พ.ศ. 2540", []), ("มาตรการส่งเสริมคุณธรรมและความโปร่งใส", ["ORG002"])],
)
def test_a_department_named_in_a_law_takes_nobody_s_place(title: str, codes: list[str]) -> None:
    law = f"""
    # {title}
    # {DEPARTMENT}
    ---page---
    {DEPARTMENT} ได้จัดทำบัญชีนี้แล้ว

    กรมส่งเสริมงานปั้น ได้จัดทำบัญชีนี้แล้ว
    """
    assert [one.code for one in check(case(law), Params()).findings] == codes
