"""ORG008 and ORG007: the office of the list and of the register against the office of the
report.
"""

import pytest
from building import case

from ita_checker.checks import organisation_register, organisation_submitted

TEXT = (
    "# รายงานผลการดำเนินการ\n# องค์การบริหารส่วนตำบลดงครั่งน้อย\n\nองค์การบริหารส่วนตำบลดงครั่งน้อย"
    " จึงได้จัดทำรายงาน"
)
OWN = "องค์การบริหารส่วนตำบลดงครั่งน้อย"


@pytest.mark.parametrize("given", [OWN, "อบต.ดงครั่งน้อย", "ดงครั่งน้อย", "อบต. ดงครั้งน้อย", "dong", None])
def test_the_office_it_was_submitted_under_may_be_short_or_unknown(given: str | None) -> None:
    assert (
        organisation_submitted.check(
            case(TEXT, organisation=given), organisation_submitted.Params()
        ).findings
        == ()
    )


@pytest.mark.parametrize(
    "given", ["องค์การบริหารส่วนตำบลวานรนิวาส", "เทศบาลตำบลกุดไห", "โรงเรียนบ้านหนองแวง"]
)
def test_another_office_than_it_was_submitted_under_is_found(given: str) -> None:
    found = organisation_submitted.check(
        case(TEXT, organisation=given), organisation_submitted.Params()
    ).findings
    assert [(f.code, f.found, f.expected) for f in found] == [("ORG008", OWN, given)]


@pytest.mark.parametrize(
    ("register", "expected"),
    [
        ((), []),
        (("เทศบาลตำบลกุดไห", "อบต.ดงครั่งน้อย"), []),
        (
            ("เทศบาลตำบลกุดไห", "องค์การบริหารส่วนตำบลดงครั้งน้อย"),
            [("ORG007", OWN, "องค์การบริหารส่วนตำบลดงครั้งน้อย")],
        ),
        (("เทศบาลตำบลดงครั่งน้อย",), [("ORG007", OWN, "เทศบาลตำบลดงครั่งน้อย")]),
        (("เทศบาลตำบลกุดไห",), [("ORG007", OWN, None)]),
    ],
)
def test_the_register_is_asked_for_the_office(
    register: tuple[str, ...], expected: list[tuple[str, str, str | None]]
) -> None:
    found = organisation_register.check(
        case(TEXT, register=register), organisation_register.Params()
    ).findings
    assert [(f.code, f.found, f.expected) for f in found] == expected


@pytest.mark.parametrize(
    ("folders", "found"),
    [
        (("อบต.หนองแวงตราชู", "2565"), 1),
        (("2565", "เทศบาลตำบลสันปูเลย"), 1),
        (("งาน 2565", "จังหวัดร้อยเอ็ด", "อำเภอเมือง"), 0),
        (("รายงานของอบต.หนองแวงตราชูที่แก้แล้ว",), 0),
        (("samples",), 0),
    ],
)
def test_a_folder_whose_whole_name_is_another_offices_counts_as_what_it_was_submitted_under(
    folders: tuple[str, ...], found: int
) -> None:
    assert (
        len(
            organisation_submitted.check(
                case(TEXT, folders=folders), organisation_submitted.Params()
            ).findings
        )
        == found
    )
