"""Who reports is weighed by where the names stand; spelling by count."""

import pytest
from building import case

from ita_checker.facts.organisation.reporter import reporter

BODY = "\n\nเพื่อให้การประเมินเป็นไปด้วยความเรียบร้อย {0} จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม เพื่อให้การบริหารงานเป็นไปตามหลักธรรมาภิบาล\n"
REFERENCE = """
    # รายงานผลการดำเนินการ
    -> องค์การบริหารส่วนตำบลครั้งน้อย
    -> อำเภอเกษตรวิสัย จังหวัดร้อยเอ็ด
    ด้วยความเรียบร้อย องค์การบริหารส่วนตำบลวานรนิวาส จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานของรัฐทุกแห่งต่อไป
    -> องค์การบริหารส่วนตำบลดงครั้งน้อย
    -> เมษายน ๒๕๖๔
    องค์การบริหารส่วนตำบลคงครั้งน้อย อำเภอเกษตรวิสัย จังหวัดร้อยเอ็ด ได้ดำเนินการวิเคราะห์ผลการประเมิน
    บัดนี้ องค์การบริหารส่วนตำบลดงครั่งน้อยอำเภอเกษตรวิสัย จังหวัดร้อยเอ็ด ได้ดำเนินการตามมาตรการขององค์การบริหารส่วนตำบลดงครั่งน้อย
"""


def who(
    text: str, register: tuple[str, ...] = (), organisation: str | None = None
) -> tuple[str, str | None, str | None] | None:
    """Return name, district and province of the reporter."""
    own = reporter(case(text, register=register, organisation=organisation).facts)
    return own and (own.full, own.district, own.province)


def test_near_spellings_are_one_office_and_the_most_frequent_is_its_name() -> None:
    assert who(REFERENCE) == ("องค์การบริหารส่วนตำบลดงครั่งน้อย", "เกษตรวิสัย", "ร้อยเอ็ด")


def test_a_register_comes_before_all_spellings() -> None:
    own = who(REFERENCE, register=("องค์การบริหารส่วนตำบลคงครั้งน้อย",))
    assert own is not None and own[0] == "องค์การบริหารส่วนตำบลคงครั้งน้อย"


@pytest.mark.parametrize(
    ("cover", "expected"),
    [
        (
            "-> โรงเรียนบ้านหนองแวง\n-> อำเภอเจริญศิลป์ จังหวัดสกลนคร\n-> สพป.สกลนคร เขต ๒",
            ("โรงเรียนบ้านหนองแวง", "เจริญศิลป์", "สกลนคร"),
        ),
        ("-> โรงพยาบาลน้ำยืน\n-> สำนักงานสาธารณสุขจังหวัดอุบลราชธานี", ("โรงพยาบาลน้ำยืน", None, None)),
        ("-> จังหวัดอุตรดิตถ์", ("จังหวัดอุตรดิตถ์", None, "อุตรดิตถ์")),
        ("-> อำเภอเกษตรวิสัย\n-> จังหวัดร้อยเอ็ด", ("อำเภอเกษตรวิสัย", "เกษตรวิสัย", "ร้อยเอ็ด")),
        ("-> กรมอนามัย", ("กรมอนามัย", None, None)),
        ("-> สถาบันวิจัยแร่ (องค์การมหาชน)", ("สถาบันวิจัยแร่ (องค์การมหาชน)", None, None)),
        ("-> สถาบันวิจัยแร่ อำเภอบางละมุง จังหวัดชลบุรี", ("สถาบันวิจัยแร่", "บางละมุง", "ชลบุรี")),
        ("-> สำนักงานจัดหางานจังหวัดสมุทรสงคราม", ("สำนักงานจัดหางานจังหวัดสมุทรสงคราม", None, "สมุทรสงคราม")),
        ("-> สำนักงานเขตบางรัก กรุงเทพมหานคร", ("สำนักงานเขตบางรัก", None, "กรุงเทพมหานคร")),
        ("-> เมืองพัทยา\n-> อำเภอบางละมุง จังหวัดชลบุรี", ("เมืองพัทยา", "บางละมุง", "ชลบุรี")),
    ],
)
def test_the_office_of_the_cover_reports_whatever_its_class(
    cover: str, expected: tuple[str, str | None, str | None]
) -> None:
    name = expected[0]
    assert (
        who(
            f"# รายงานผลการดำเนินการตามมาตรการ\n# ประจำปีงบประมาณ พ.ศ. ๒๕๖๔\n{cover}\n---page---{BODY.format(name)}"
        )
        == expected
    )


def test_a_report_without_any_office_has_no_reporter() -> None:
    assert (
        who("# รายงานผลการดำเนินการตามมาตรการ\n\nหน่วยงานได้ดำเนินการตามมาตรการของสำนักงาน ป.ป.ช.")
        is None
    )


def test_what_the_file_was_submitted_under_weighs_most() -> None:
    text = "-> เทศบาลตำบลกุดไห\n---page---\nองค์การบริหารส่วนตำบลดงครั่งน้อย ได้ดำเนินการตามมาตรการ\n"
    own = who(text, organisation="อบต.ดงครั่งน้อย")
    assert own is not None and own[0] == "องค์การบริหารส่วนตำบลดงครั่งน้อย"


def test_an_office_of_no_listed_class_is_known_by_what_it_made() -> None:
    text = "# ข้อกำหนดจริยธรรม พ.ศ. ๒๕๖๔\n\nโดยที่เป็นการสมควร สำนักงานปลัดกระทรวงสาธารณสุข จึงกำหนดข้อกำหนดจริยธรรมไว้ดังต่อไปนี้\n"
    assert who(text) == ("สำนักงานปลัดกระทรวงสาธารณสุข", None, None)
