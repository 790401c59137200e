"""Names that the letters and words around them settle: what is part of a name, what is none, and
whose it is.
"""

import pytest
from building import case

from ita_checker.checks import organisation_place as place
from ita_checker.checks.organisation_names import Params, check
from ita_checker.facts.organisation import reporter
from ita_checker.model import Certainty

REPORT = """
    # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม
    # ประจำปีงบประมาณ พ.ศ. ๒๕๖๖
    # {own}
    -> {home}
    ---page---
    {own} จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส

    {line}

    บัดนี้ {own} ได้ดำเนินการตามมาตรการเรียบร้อยแล้ว
"""


def report(own: str, home: str, line: str) -> str:
    return REPORT.format(own=own, home=home, line=line)


def said(own: str, home: str, line: str) -> list[tuple[str, str]]:
    findings = check(case(report(own, home, line)), Params()).findings
    return [(one.code, one.spans[0].quote) for one in findings]


def named(text: str) -> str | None:
    own = reporter(case(text).facts)
    return own and own.full


def test_a_department_is_found_on_a_cover_line_that_a_dot_parts_from_its_item() -> None:
    text = """
    # รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม
    # ประจำปีงบประมาณ พ.ศ. 2565
    # กรมพัฒนาการค้าชายแดน · เอกสารข้อ O43
    ---page---
    กรมพัฒนาการค้าชายแดนได้นำผลการประเมินมาวิเคราะห์
    """
    assert named(text) == "กรมพัฒนาการค้าชายแดน"


HOSPITAL = "โรงพยาบาลท่าม่วงพัฒนา (องค์การมหาชน)"


def test_a_name_goes_as_far_as_its_legal_form() -> None:
    text = report(HOSPITAL, "อำเภอท่าม่วง จังหวัดกาญจนบุรี", "")
    assert named(text) == HOSPITAL


def test_a_following_word_belongs_to_a_name_that_always_goes_on_alike() -> None:
    text = """
    # ประกาศเทศบาลตำบลวังเทศบาลเก่า
    # เรื่อง มาตรการส่งเสริมความโปร่งใส
    เทศบาลตำบลวังเทศบาลเก่า อำเภอท่ายาง จังหวัดเพชรบุรี ตระหนักว่าการจัดซื้อจัดจ้างต้องโปร่งใส
    แจ้งได้ที่สำนักงานเทศบาลตำบลวังเทศบาลเก่าหรือทางโทรศัพท์
    """
    assert named(text) == "เทศบาลตำบลวังเทศบาลเก่า"


def test_words_behind_a_name_are_none_of_it_where_it_once_stands_without_them() -> None:
    text = """
    # ประกาศเทศบาลตำบลวัง
    # เรื่อง มาตรการส่งเสริมความโปร่งใส
    เทศบาลตำบลวังองค์การต้นแบบ อำเภอท่ายาง จังหวัดเพชรบุรี ตระหนักว่าการจัดซื้อจัดจ้างต้องโปร่งใส
    แจ้งได้ที่สำนักงานเทศบาลตำบลวังองค์การต้นแบบหรือทางโทรศัพท์
    """
    assert named(text) == "เทศบาลตำบลวัง"


SAO, PHAYAO = "องค์การบริหารส่วนตำบลห้วยก้านเหลือง", "อำเภอปง จังหวัดพะเยา"


def test_how_often_is_no_name_though_its_class_word_begins_a_line() -> None:
    line = "หัวหน้าสำนักปลัดรายงานนายก\n\n    องค์การบริหารส่วนตำบลสองครั้ง"
    assert said(SAO, PHAYAO, line) == []


def test_a_neighbour_without_the_word_that_tells_them_apart_is_no_slip() -> None:
    line = "เทศบาลเมืองบ้านดุงใต้ได้ไปศึกษาดูงานที่เทศบาลเมืองบ้านดุง เมื่อวันที่ 20 มกราคม 2565"
    assert said("เทศบาลเมืองบ้านดุงใต้", "อำเภอบ้านดุง จังหวัดอุดรธานี", line) == []


PAO, ANG_THONG = "องค์การบริหารส่วนจังหวัดอ่างทอง", "อำเภอเมืองอ่างทอง จังหวัดอ่างทอง"


def test_who_certifies_for_another_rank_of_the_own_name_is_told() -> None:
    line = "ขอรับรองว่าข้อมูลข้างต้นเป็นผลการดำเนินการจริงของเทศบาลเมืองอ่างทอง ตามที่ได้รายงานไว้ทุกประการ"
    (found,) = check(case(report(PAO, ANG_THONG, line)), Params()).findings
    assert (found.code, found.certainty) == ("ORG005", Certainty.LIKELY)
    assert found.spans[0].quote == "เทศบาลเมืองอ่างทอง" and found.doubt is not None


@pytest.mark.parametrize(
    "line",
    [
        "ได้ร่วมประชุมกับเทศบาลเมืองอ่างทองและเทศบาลตำบลโพธิ์ทอง เรื่องการจัดการขยะ",
        "นำรถขุดไปช่วยงานวางท่อระบายน้ำของเทศบาลเมืองอ่างทอง เมื่อวันที่ ๒ มีนาคม ๒๕๖๖",
    ],
)
def test_a_municipality_of_the_provinces_name_is_a_neighbour(line: str) -> None:
    assert said(PAO, ANG_THONG, line) == []


PROVINCE = """
    # ประกาศจังหวัดยโสธร
    # เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใส
    จังหวัดยโสธรจึงกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสไว้ดังต่อไปนี้

    {line}
"""


def test_a_province_that_binds_the_offices_of_another_is_told() -> None:
    line = (
        "ข้อ ๑ ให้ส่วนราชการประจำจังหวัดและอำเภอทั้ง ๙ อำเภอ ในสังกัดจังหวัดอำนาจเจริญ"
        " ถือปฏิบัติตามมาตรการในประกาศนี้โดยเคร่งครัด"
    )
    (found,) = check(case(PROVINCE.format(line=line)), Params()).findings
    assert (found.code, found.certainty) == ("ORG002", Certainty.LIKELY)
    assert found.spans[0].quote == "จังหวัดอำนาจเจริญ" and found.doubt is not None


@pytest.mark.parametrize(
    "line",
    [
        "ได้ศึกษาดูงานศูนย์ดำรงธรรมจังหวัดขอนแก่น เมื่อวันที่ ๑๒ มีนาคม ๒๕๖๔",
        "ประชาชนมาจากจังหวัดศรีสะเกษ จังหวัดอุบลราชธานี และจังหวัดร้อยเอ็ด",
        "วิทยากรจากสำนักงาน ป.ป.ช. ประจำจังหวัดอุบลราชธานี บรรยายเรื่องผลประโยชน์ทับซ้อน",
    ],
)
def test_other_provinces_named_in_passing_accuse_no_province(line: str) -> None:
    assert check(case(PROVINCE.format(line=line)), Params()).findings == ()


@pytest.mark.parametrize("own", ["ที่ทำการปกครองอำเภอเชียงกลาง", "เทศบาลตำบลเชียงกลาง"])
def test_who_watches_over_an_office_in_its_district_is_in_its_province(own: str) -> None:
    line = "แจ้งเบาะแสได้ที่ ศูนย์ดำรงธรรมอำเภอเชียงกลาง จังหวัด{} โทร. ๐ ๕๔๗๙ ๗๐๕๑ ในวันและเวลาราชการ"
    home = "อำเภอเชียงกลาง จังหวัดน่าน"
    (found,) = place.check(case(report(own, home, line.format("แพร่"))), place.Params()).findings
    assert (found.code, found.found) == ("ORG006", "อำเภอเชียงกลาง จังหวัดแพร่")
    right = case(report(own, home, line.format("น่าน")))
    assert place.check(right, place.Params()).findings == ()
