"""Whoever reports, and however the lines are broken: the same office, the same place,
nothing said.
"""

import pytest
from building import case

from ita_checker.checks import organisation, organisation_names, organisation_place
from ita_checker.facts.organisation import mentions, reporter, standings

FORMS = {
    "report": (
        """
# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม
# ประจำปีงบประมาณ พ.ศ. ๒๕๖๖
# {own}
-> อำเภอ{district} จังหวัด{province}
---page---
{own} ตระหนักถึงความสำคัญของการประเมินคุณธรรม จึงได้จัดทำรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน เพื่อให้ตรวจสอบได้

ผลคะแนนของ {own} อยู่ในระดับดี ประชาชนที่มาติดต่อ {own} ให้ความเห็นว่าบริการรวดเร็ว และบุคลากรของ{own}ทุกคนได้รับการอบรมครบถ้วน

ในปีนี้ {own}ซื้อเครื่องพิมพ์ใหม่ และ{own}ติดป้ายบอกทางเพิ่มสามจุดตามที่ผู้มาติดต่อแนะนำไว้ในกล่องรับความคิดเห็น
-> (นายสมชาย ใจดี)
-> ผู้บริหาร{own}
"""
    ),
    "form": (
        """
แบบรายงานผลการดำเนินการตามมาตรการ ปีงบประมาณ พ.ศ. ๒๕๖๖
ชื่อหน่วยงาน : {own}
ที่ตั้ง : อำเภอ{district} จังหวัด{province}

หน่วยงานได้วิเคราะห์ผลการประเมินของปีที่ผ่านมา และกำหนดมาตรการไว้สองเรื่อง ดังปรากฏในตารางท้ายแบบรายงานนี้ทุกประการ

ผู้รายงานขอรับรองว่าข้อมูลของ {own} ถูกต้องตรงตามความเป็นจริง
"""
    ),
    "memo": (
        """
# บันทึกข้อความ
ส่วนราชการ {own} อำเภอ{district} จังหวัด{province}
ที่ กส ๗๑๒๐๑/๑๕ วันที่ ๒๐ เมษายน ๒๕๖๖
เรื่อง รายงานผลการดำเนินการตามมาตรการ
เรียน ผู้บริหาร{own}

ตามที่{own}ได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสไว้นั้น บัดนี้ดำเนินการครบถ้วนแล้ว จึงเรียนมาเพื่อโปรดทราบ
-> (นางสาวมาลี มีสุข)
-> หัวหน้าสำนักปลัด
"""
    ),
    "announcement": (
        """
# ประกาศ{own}
# เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. ๒๕๖๖

ด้วย{own} อำเภอ{district} จังหวัด{province} เข้ารับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ จึงประกาศมาตรการไว้ดังนี้

ข้อ ๑ ให้เจ้าหน้าที่ของ{own}เผยแพร่ข้อมูลทุกไตรมาส และให้ปิดประกาศไว้ ณ ที่ทำการ{own}ด้วย
-> ประกาศ ณ วันที่ ๒๐ เมษายน พ.ศ. ๒๕๖๖
-> (นายสมชาย ใจดี)
-> ผู้บริหาร{own}
"""
    ),
}
OFFICES = [
    ("องค์การบริหารส่วนตำบลเกาะปันหยีสามัคคี", "เมืองพังงา", "พังงา"),
    ("เทศบาลเมืองหลุมดินเหนือ", "เมืองราชบุรี", "ราชบุรี"),
    ("เทศบาลตำบลบ่อภาคน้อย", "ชาติตระการ", "พิษณุโลก"),
    ("โรงเรียนชุมชนบางรูปประชาสรรค์", "ทุ่งใหญ่", "นครศรีธรรมราช"),
    ("โรงเรียนบ้านม่วงนาราษฎร์บำรุง", "ดอนจาน", "กาฬสินธุ์"),
    ("โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านหนองกอมเกาะ", "เมืองหนองคาย", "หนองคาย"),
    ("วิทยาลัยเทคนิคอ่อนนุช", "บางพลี", "สมุทรปราการ"),
    ("ศูนย์พัฒนาเด็กเล็กบ้านบึงพะไล", "แก้งสนามนาง", "นครราชสีมา"),
    ("สถานีตำรวจภูธรห้วยบ่อซืน", "ปากชม", "เลย"),
]
NOT_FIRST, NOT_LAST = "ะัาำิีึืฺุูๅ็่้๊๋์ํ ", "เแโใไ"


def wrapped(text: str, width: int) -> str:
    """Return a text whose long lines are broken between any two letters, as Thai ones are."""
    lines: list[str] = []
    for line in text.split("\n"):
        while len(line) > width and not line.startswith(("#", "->", "---")):
            at = width
            while line[at] in NOT_FIRST or line[at - 1] in NOT_LAST:
                at -= 1
            lines.append(line[:at])
            line = line[at:]
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("width", [43, 58, 71, 1000])
@pytest.mark.parametrize("form", FORMS)
def test_an_office_is_the_same_in_every_form_and_however_lines_break(form: str, width: int) -> None:
    for own, district, province in OFFICES:
        text = FORMS[form].format(own=own, district=district, province=province)
        made = case(wrapped(text, width))
        found = reporter(made.facts)
        said = [
            finding.code
            for check in (organisation_names, organisation_place, organisation)
            for finding in check.check(made, check.Params()).findings
        ]
        assert found and (found.full, found.district, found.province, said) == (
            own,
            district,
            province,
            [],
        )


def test_the_line_below_the_title_tells_who_reports_though_more_follows_on_it() -> None:
    text = """
    # สรุปผลการขับเคลื่อนมาตรการส่งเสริมคุณธรรม
    # ประจำปีงบประมาณ พ.ศ. ๒๕๖๖
    วิทยาลัยการอาชีพนาทวี (วก.นาทวี) | ITA ๒๕๖๖ | ข้อมูลถึง ๓๐ กันยายน ๒๕๖๖ | ปรับปรุงล่าสุดเมื่อวันที่ ๑๒ ตุลาคม ๒๕๖๖ เวลา ๑๕ นาฬิกา
    ผู้เข้าร่วมกิจกรรม ๒๑๔ คน ข้อร้องเรียนเป็นศูนย์
    """
    own = reporter(case(text).facts)
    assert own is not None
    assert own.full == "วิทยาลัยการอาชีพนาทวี"


HEADED = """
# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในสถานศึกษา
# ประจำปีงบประมาณ พ.ศ. 2566
# {own}
อำเภอแก้งคร้อ จังหวัดชัยภูมิ
---page---
{own} {second}
เราได้คะแนนรวม 89.94 และโรงเรียนเข้ารับการประเมินมาแล้ว 4 ครั้ง
---page---
{own} {third}
มาตรการเปิดเผยการใช้งบประมาณ และมาตรการยืมทรัพย์สินของโรงเรียน
"""


@pytest.mark.parametrize("numbers", [("2", "3"), ("๒", "๓")])
def test_the_number_of_a_page_behind_a_schools_name_is_no_part_of_the_name(
    numbers: tuple[str, str],
) -> None:
    own = "โรงเรียนบ้านโคกสูงสามัคคี"
    made = case(HEADED.format(own=own, second=numbers[0], third=numbers[1]))
    assert {one.full for one in mentions(made.facts)} == {own}
    assert organisation_names.check(made, organisation_names.Params()).findings == ()


def test_a_number_that_a_schools_running_head_keeps_from_page_to_page_is_of_its_name() -> None:
    made = case(HEADED.format(own="โรงเรียนไทยรัฐวิทยา", second="5", third="5"))
    assert [one.full for one in mentions(made.facts)][1:] == ["โรงเรียนไทยรัฐวิทยา 5"] * 2


def test_who_made_the_paper_is_told_by_its_label_whatever_stands_above() -> None:
    text = """
    # สรุปผลการขับเคลื่อนมาตรการส่งเสริมคุณธรรม
    # ประจำปีงบประมาณ พ.ศ. ๒๕๖๖
    ผู้เข้าร่วมกิจกรรม ๒๑๔ คน ข้อร้องเรียนเป็นศูนย์ ตามบันทึกข้อตกลงกับเครือข่าย
    จัดทำโดย : กองวิชาการและแผนงาน เทศบาลเมืองบ่อทองคำ อำเภอกบินทร์บุรี จังหวัดปราจีนบุรี
    """
    own = reporter(case(text).facts)
    assert own is not None
    assert (own.full, own.district, own.province) == ("เทศบาลเมืองบ่อทองคำ", "กบินทร์บุรี", "ปราจีนบุรี")


def test_an_office_with_its_address_below_the_title_reports_though_a_paragraph_follows() -> None:
    text = """
    # รายงานผลตามมาตรการ รอบ ๖ เดือน
    # ประจำปีงบประมาณ พ.ศ. ๒๕๖๓
    เทศบาลตำบลหนองสองห้องงาม อำเภอหนองสองห้อง จังหวัดขอนแก่น
    เทศบาลตำบลหนองสองห้องงามได้คะแนนปี ๒๕๖๒ จำนวน ๗๑.๕๐ คะแนน และได้กำหนดมาตรการไว้สามมาตรการ
    -> (นายอินสม สันป่าสัก)
    -> นายกองค์การบริหารส่วนตำบลหนองสองห้องงาม
    """
    own = reporter(case(text).facts)
    assert own is not None
    assert own.full == "เทศบาลตำบลหนองสองห้องงาม"


@pytest.mark.parametrize(
    "address",
    [
        "(ทต.หนองไผ่งาม) อำเภอชุมแพ จังหวัดขอนแก่น มีประชากร ๘,๒๑๐ คน",
        "(หนองไผ่งาม) อ.ชุมแพ จ.ขอนแก่น มีประชากร ๘,๒๑๐ คน",
        "...........อำเภอ....ชุมแพ..........จังหวัด....ขอนแก่น........โทรศัพท์....๐๔๓๐๐๐๐๐๐....",
        "______ อำเภอ __ชุมแพ____ จังหวัด __ขอนแก่น____",
    ],
)
def test_an_address_is_read_behind_a_short_name_and_on_the_dots_of_a_form(address: str) -> None:
    own = reporter(
        case(f"# รายงานผลตามมาตรการ\n\nชื่อหน่วยงาน ..เทศบาลตำบลหนองไผ่งาม {address}\n").facts
    )
    assert own is not None
    assert (own.full, own.district, own.province) == ("เทศบาลตำบลหนองไผ่งาม", "ชุมแพ", "ขอนแก่น")


@pytest.mark.parametrize(
    ("name", "slip"),
    [("แม่จะเรา", "แม่จะเภา"), ("บางจะเกร็ง", "บางจะเกร็ว"), ("นาจะหลวย", "นาจะหลวบ")],
)
def test_a_slip_in_a_name_that_holds_a_common_word_is_still_that_name(name: str, slip: str) -> None:
    text = f"""
    # องค์การบริหารส่วนตำบล{name}
    ---page---
    องค์การบริหารส่วนตำบล{name} (อบต.{name}) ได้วิเคราะห์ผลการประเมินแล้ว
    จากผลข้างต้น คณะผู้บริหารองค์การบริหารส่วนตำบล{slip}เห็นว่ามาตรการบรรลุผล
    """
    answer = organisation_names.check(case(text), organisation_names.Params())
    assert [(one.code, one.found) for one in answer.findings] == [
        ("ORG001", f"องค์การบริหารส่วนตำบล{slip}")
    ]


def test_a_covers_name_is_whole_though_a_broken_line_cuts_it_elsewhere() -> None:
    text = """
    # มหาวิทยาลัยเทคโนโลยีปากพลีพัฒนา
    ---page---
    มหาวิทยาลัยเทคโนโลยีปากพลีพัฒนา ประกาศมาตรการไว้สามเรื่อง
    -> (รองศาสตราจารย์ ดร.กิตติ เจริญสุข)
    -> อธิการบดีมหาวิทยาลัยเทคโนโลยี
    -> ปxกพลีพฒนา
    """
    own = reporter(case(text).facts)
    assert own is not None
    assert own.full == "มหาวิทยาลัยเทคโนโลยีปากพลีพัฒนา"


@pytest.mark.parametrize(
    "slip, follows",
    [("ท่าเรือวิทยาดม", "เป็นโรงเรียนขนาดกลาง"), ("ท่าเรือวิทยาดม", " เปิดสอน"), ("ท่าเรือพีทยาคม", "")],
)
def test_a_slip_is_seen_though_words_run_on_behind_it_or_it_cuts_the_name(
    slip: str, follows: str
) -> None:
    own = "ท่าเรือพิทยาคม" if "พีทยา" in slip else "ท่าเรือวิทยาคม"
    text = f"# รายงานผล\n# โรงเรียน{own}\n---page---\nโรงเรียน{own} ได้จัดทำรายงาน\n\nโรงเรียน{slip}{follows}\n\nผู้อำนวยการโรงเรียน{own}\n"
    assert slip in [one.proper for one in mentions(case(text).facts)]


@pytest.mark.parametrize("slip", ["น้าน"])
def test_a_slip_in_a_provinces_short_name_is_a_name(slip: str) -> None:
    text = "# รายงานผล\n# องค์การบริหารส่วนจังหวัดน่าน\n---page---\nองค์การบริหารส่วนจังหวัดน่าน ได้จัดทำ\n\nองค์การบริหารส่วนจังหวัด{} มีนโยบาย"
    assert len(mentions(case(text.format(slip)).facts)) == 3


@pytest.mark.parametrize("heading", ["๑. ข้อตกลงของปี", "๑. ไปศึกษาดูงาน"])
@pytest.mark.parametrize(
    ("last", "others"),
    [
        ("อบต.บางเกลือ ขอศึกษาดูงานแผนที่โครงการเมื่อเดือนสิงหาคม", ["topic"]),
        ("ทุกกองเข้าแข่งขันกีฬากับหน่วยงานอื่นในอำเภอเดียวกัน", []),
    ],
)
def test_a_heading_below_and_a_paragraph_above_a_signature_make_no_office_another(
    heading: str, last: str, others: list[str]
) -> None:
    made = case(f"""
        # รายงานผลการดำเนินการตามมาตรการ
        เทศบาลเมืองท่าเรือแก้ว อำเภอบางปะกง จังหวัดฉะเชิงเทรา ๒๔๑๓๐
        **{heading}**
        ทุกกองรับไปคนละเรื่อง แล้วส่งให้งานธุรการรวบรวมในเดือนเดียวกัน
        {last}
        {" " * 34}(นายกิตติ ริมน้ำ)
        {" " * 26}นายกเทศมนตรีเมืองท่าเรือแก้ว
        """)
    own = reporter(made.facts)
    assert own is not None and own.full == "เทศบาลเมืองท่าเรือแก้ว"
    assert [one.zone for one in standings(made.facts)] == ["title", *others, "sign"]


def test_an_office_that_a_wrapped_line_begins_with_is_in_no_title_though_the_page_begins_as_one() -> (
    None
):
    own = "# โรงเรียนวัดดอนตะโหนดวิทยา\n# มาตรการส่งเสริมคุณธรรมและความโปร่งใส\n---page---\n"
    told = (
        "มาตรการนี้ผ่านความเห็นชอบของคณะกรรมการสถานศึกษาแล้วและจะทบทวนก่อนเปิดภาคเรียน\n"
        "ปีการศึกษา 2565 โดยขอความร่วมมือจากวัดดอนตะโหนดและผู้ปกครองนักเรียน กับทั้ง\n"
        "โรงเรียนวัดโพธิ์เกรียบซึ่งเป็นโรงเรียนพี่เลี้ยง\n"
    )
    (other,) = (one for one in standings(case(own + told).facts) if "เกรียบ" in one.mention.full)
    assert other.zone != "title"


def test_the_office_with_whose_name_the_paper_begins_reports_whatever_follows_on_its_line() -> None:
    text = """
    เทศบาลเมืองเขาหลวง ชุดการ์ดความโปร่งใส 2568
    มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2568 | อำเภอหาดใหญ่ จังหวัดสงขลา
    เทียบกับเทศบาลเมืองคอหงส์ที่อยู่ติดกัน เรายังตามอยู่ราวสองคะแนน
    """
    own = reporter(case(text).facts)
    assert own is not None
    assert own.full == "เทศบาลเมืองเขาหลวง"


def test_a_legal_form_in_the_first_lines_shows_who_reports_though_words_lead_to_the_name() -> None:
    text = """
    สายทอ
    จดหมายข่าวสถาบันส่งเสริมผ้าทอลุ่มน้ำโขง (องค์การมหาชน)
    รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ พ.ศ. 2568
    ระบบจับเวลาได้ต้นแบบจากสำนักงานพัฒนาพิงคนคร (องค์การมหาชน) และการเปิดเผยราคากลางใช้แนวทางของกรมบัญชี
    กลาง ตามพระราชบัญญัติการจัดซื้อจัดจ้าง
    """
    own = reporter(case(text).facts)
    assert own is not None
    assert own.full == "สถาบันส่งเสริมผ้าทอลุ่มน้ำโขง (องค์การมหาชน)"


@pytest.mark.parametrize("province", ["น่าน", "ระนอง", "แพร่", "ตรัง"])
def test_a_town_that_bears_its_provinces_name_is_named_whatever_else_the_name_means(
    province: str,
) -> None:
    text = f"""
    ประกาศเทศบาลเมือง{province}
    เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๗
    """
    own = reporter(case(text).facts)
    assert own is not None
    assert own.full == f"เทศบาลเมือง{province}"


@pytest.mark.parametrize(
    "line",
    [
        "องค์การพัฒนาท่าเรือชายฝั่งไทย (อทช.) - เอกสารเผยแพร่ วันที่ 15 ธันวาคม 2568 ฉบับประชาชนทั่วไป",
        "องค์การพัฒนาท่าเรือชายฝั่งไทย เอกสารประกอบการตอบแบบวัดของปีนี้ ฉบับปรับปรุงตามมติที่ประชุม",
        "องค์การพัฒนาท่าเรือชายฝั่งไทยเอกสารประกอบแบบวัด OIT ข้อ O25",
    ],
)
def test_a_name_ends_where_it_ends_elsewhere_and_reports_where_it_comes_again(line: str) -> None:
    text = f"""
    # การนำผลการประเมินไปสู่การพัฒนาองค์กร ประจำปีงบประมาณ พ.ศ. 2569
    {line}
    # 1. สิ่งที่ผลประเมินบอกเรา
    องค์การพัฒนาท่าเรือชายฝั่งไทย ได้ 91.36 คะแนน เมื่อเทียบกับปีก่อน ผู้ใช้ท่าเรือพึงพอใจมากขึ้นทุกด้าน
    ทั้งนี้ องค์การพัฒนาท่าเรือชายฝั่งไทย ขอขอบคุณกรมเจ้าท่าที่ให้คำแนะนำ
    """
    own = reporter(case(text).facts)
    assert own is not None
    assert own.full == "องค์การพัฒนาท่าเรือชายฝั่งไทย"


OPENING = """
    # มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2565

    {name}ยึดหลักการบริหารกิจการบ้านเมืองที่ดี
    และเปิดเผยข้อมูลแก่ประชาชนทุกคน จึงกำหนดมาตรการไว้ให้บุคลากรทั้ง
    ส่วนกลางและศูนย์วิจัยทุกแห่งถือปฏิบัติ ทั้งนี้ {rest}

    -> (นายสมชาย ใจดี)
    -> {sign}
    -> 11 มกราคม 2565
"""


@pytest.mark.parametrize(
    "rest",
    [
        "ตามคำสั่ง{name}ที่ 12/2565",
        "เป็นไปตามนโยบายซึ่ง{name}แจ้งให้ทราบแล้ว ตามคำสั่ง{name}ที่ 12/2565",
    ],
)
def test_a_name_that_runs_on_into_its_sentence_ends_where_each_place_goes_on_otherwise(
    rest: str,
) -> None:
    name = "กรมบำรุงพันธุ์ข้าวพื้นถิ่น"
    sign = f"อธิบดี{name}"
    own = reporter(case(OPENING.format(name=name, rest=rest.format(name=name), sign=sign)).facts)
    assert own is not None
    assert own.full == name


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("กรมบำรุงพันธุ์ข้าวพื้นถิ่น", "อธิบดี{name}"),
        ("องค์การตลาดอาหารทะเลพื้นถิ่น", "ผู้อำนวยการ{name}"),
        ("สถาบันพัฒนาจักสานพื้นถิ่น (องค์การมหาชน)", "ผู้อำนวยการ"),
    ],
)
def test_a_name_ends_where_its_head_signs_and_with_its_legal_form(name: str, post: str) -> None:
    text = OPENING.format(
        name=name, rest="ให้ปิดประกาศไว้ในที่เปิดเผยและแจ้งให้ทุกคนทราบ", sign=post.format(name=name)
    )
    own = reporter(case(text).facts)
    assert own is not None
    assert own.full == name


def test_a_name_is_whole_where_others_begin_alike_and_a_line_ends_in_it() -> None:
    name = "กรมบำรุงพันธุ์ข้าวพื้นถิ่น"
    rest = "ให้ประสานกับกรมบำรุงพันธุ์พืชสวน กรมบำรุงพันธุ์ไม้ผล และกรมบำรุงพันธุ์\n    ข้าวพื้นถิ่นจะแจ้งผล"
    own = reporter(case(OPENING.format(name=name, rest=rest, sign=f"อธิบดี{name}")).facts)
    assert own is not None
    assert own.full == name


def test_a_name_that_a_signature_cuts_short_is_the_place_named_on_the_cover() -> None:
    text = """
    # ผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
    # องค์การบริหารส่วนตำบลแม่สลองใน อำเภอแม่ฟ้าหลวง จังหวัดเชียงราย
    ---page---
    นายชัยยุทธ แซ่ย่าง รองปลัดองค์การบริหารส่วนตำบลแม่สลองนอก ซึ่งขอมาเรียนรู้วิธีติดตามงานของเรา
    -> (นายอาทู่ เชอหมื่อ)
    -> นายกองค์การบริหารส่วนตำบลแม่สลอง
    -> หัวหน้าสำนักปลัด
    """
    own = reporter(case(text).facts)
    assert own is not None
    assert own.full == "องค์การบริหารส่วนตำบลแม่สลองใน"


def test_an_enterprise_in_a_newsletters_head_with_its_place_behind_it_reports() -> None:
    text = """
    คลื่นใส
    จดหมายข่าวภายใน องค์การสะพานปลาทะเลใต้ เขตสาทร กรุงเทพมหานคร | ฉบับพิเศษ
    มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2567 ออกแล้ว
    ทุกด้านที่ต้องแก้ส่งต่อให้สำนักที่เกี่ยวข้องเขียนวิธีทำงานใหม่แล้วเสนอคณะกรรมการ
    """
    own = reporter(case(text).facts)
    assert own is not None
    assert (own.full, own.district) == ("องค์การสะพานปลาทะเลใต้", "สาทร")


@pytest.mark.parametrize("part", ["สำนักผู้ว่าการ", "สำนักงานอธิการบดี"])
def test_who_sits_beside_the_head_of_an_office_is_no_office(part: str) -> None:
    text = f"""
# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม
# ประจำปีงบประมาณ พ.ศ. ๒๕๖๖
-> ฝ่ายกำกับดูแลกิจการที่ดี {part}
---page---
มาตรการ | สิ่งที่ทำ | ผล
มาตรการเปิดเผยสัญญา | เผยแพร่สัญญา 58 ฉบับ | คำขอข้อมูลลดลง
"""
    assert reporter(case(text).facts) is None
