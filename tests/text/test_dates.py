"""Dates are read in every form Thai reports write them in, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from ita_checker.text.dates import find, urls
from ita_checker.text.days import Era, buddhist, whole
from ita_checker.text.flow import Flow


def read(text: str) -> list[str]:
    return [when.iso for when in find(Flow(text))]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("เมื่อวันที่ ๑๗ เมษายน พ.ศ. ๒๕๖๓", "2563-04-17"),
        ("เมื่อวันที่ ๑๗\nเมษา\nยน พ.ศ. ๒๕\n๖๓", "2563-04-17"),
        ("17เมษายน2563", "2563-04-17"),
        ("เมื่อวันที่ 1 7 เมษายน 2563", "2563-04-17"),
        ("ภาพที่ 5 6 มีนาคม 2568", "2568-03-06"),
        ("ครั้งที่ ๒ ๙ มิถุนายน ๒๕๖๖", "2566-06-09"),
        ("ตารางที่ 4\n8 กันยายน 2567", "2567-09-08"),
        ("17 เม.ย. 63", "2563-04-17"),
        ("17 เม.ย.2563", "2563-04-17"),
        ("15มีค64", "2564-03-15"),
        ("17 เดือน เมษายน พ.ศ. 2563", "2563-04-17"),
        ("เดือนเมษายน ๒๕๖๔", "2564-04"),
        ("เดือน เมษายน พ.ศ.๒๕๖๔ เป็นต้นไป", "2564-04"),
        ("เมษายน พ.ศ.. 2568", "2568-04"),
        ("พ.ค.2564", "2564-05"),
        ("17/04/2563", "2563-04-17"),
        ("17/04/63", "2563-04-17"),
        ("17.04.2563", "2563-04-17"),
        ("17-04-2563", "2563-04-17"),
        ("2564-04-17", "2564-04-17"),
        ("17 เมษยน 2563", "2563-04-17"),
        ("เดือนเมศายน 2563", "2563-04"),
        ("5 กรกฏาคม 2564", "2564-07-05"),
        ("5 พฤษจิกายน 2563", "2563-11-05"),
        ("เดือนตุลาคม ปีงบประมาณ พ.ศ. 2564", "2563-10"),
        ("เดือนเมษายน ปีงบประมาณ พ.ศ. 2564", "2564-04"),
        ("17 April 2021", "2564-04-17"),
        ("วันที่ 1 - 3 มิถุนายน 2564", "2564-06-01/2564-06-03"),
        ("ระหว่างวันที่ ๑ ถึง ๓ เดือนมิถุนายน พ.ศ.๒๕๖๔", "2564-06-01/2564-06-03"),
        ("ตุลาคม – ธันวาคม 2563", "2563-10/2563-12"),
        ("ตุลาคม – มีนาคม 2565", "2564-10/2565-03"),
        ("ต.ค. - มี.ค. 65", "2564-10/2565-03"),
        ("ต.ค.64 – มี.ค.65", "2564-10/2565-03"),
        ("ตุลาคม 2564 – มีนาคม 2565", "2564-10/2565-03"),
        ("ตุลาคม 2564 ถึงเดือนมีนาคม 2565", "2564-10/2565-03"),
        ("1 ตุลาคม 2563 ถึงวันที่ 30 กันยายน 2564", "2563-10-01/2564-09-30"),
        ("1 ม.ค. 66 - 31 มี.ค. 66", "2566-01-01/2566-03-31"),
        ("17 เม.ย.2563 - 2 พ.ค.2563", "2563-04-17/2563-05-02"),
        ("มกราคม, กุมภาพันธ์ และมีนาคม 2564", "2564-01/2564-03"),
        ("ไตรมาสที่ 2/2564", "2564-01/2564-03"),
        ("ไตรมาส 1 ปีงบประมาณ พ.ศ. 2564", "2563-10/2563-12"),
    ],
)
def test_a_date_is_read_in_each_of_its_forms(text: str, iso: str) -> None:
    assert read(text) == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "ต.คลองขวาง อ.เมือง",
        "สำนักงาน ก.พ. และ ก.พ.ร.",
        "ก.ค.ศ. 2563",
        "ข้อ 1.2.63 และ 3.4",
        "ที่ 17/2563",
        "https://www.example.go.th/2021-04-17/17-04-2563.pdf",
        "โทร 043-123-2563",
        "จำนวน 2,563 คน",
        "ปี พ.ศ. 2563",
        "2560 - 2564",
    ],
)
def test_nothing_else_is_taken_for_a_date(text: str) -> None:
    assert read(text) == []


def test_two_dates_named_one_after_the_other_stay_two() -> None:
    assert read("วันที่ 5 มกราคม 2564 และ 9 เมษายน 2564") == ["2564-01-05", "2564-04-09"]


def test_a_list_number_glued_to_a_day_is_no_part_of_it() -> None:
    assert read("1. 17 เมษายน 2563 2. อบรม 20 คน") == ["2563-04-17"]
    assert read("ลำดับ 1 17 เมษายน 2563 2 โครงการ") == ["2563-04-17"]


def test_people_counted_after_a_month_are_no_year() -> None:
    assert [when.first.year for when in find(Flow("10 เมษายน 50 คน"))] == [0]


@pytest.mark.parametrize(
    "text",
    [
        "31 เมษายน 2564",
        "29 ก.พ. 2564",
        "30 กุมภาพันธ์",
        "31/06/2564",
        "๓๑ กันยายน ๒๕๖๓",
        "29-31 เมษายน 2564",
    ],
)
def test_a_date_of_no_calendar_does_not_exist(text: str) -> None:
    assert [when.exists for when in find(Flow(text))] == [False]


@pytest.mark.parametrize("text", ["29 กุมภาพันธ์ 2563", "29 ก.พ. 67", "31 มกราคม 2564", "29 กุมภาพันธ์"])
def test_a_leap_day_exists_in_a_leap_year(text: str) -> None:
    assert [when.exists for when in find(Flow(text))] == [True]


def test_the_era_of_a_year_is_told() -> None:
    written = "17 เมษายน 2563, 17 เม.ย. 63, 17 เมษายน 2020, 17 เมษายน ค.ศ. 2020, 17 April 2020"
    assert [when.era for when in find(Flow(written))] == [
        Era.BUDDHIST,
        Era.SHORT,
        Era.CHRISTIAN,
        Era.MARKED,
        Era.MARKED,
    ]


def test_a_written_number_means_a_buddhist_year_or_none() -> None:
    assert [buddhist(number) for number in (2564, 2021, 64, 12, 3000)] == [
        (2564, Era.BUDDHIST),
        (2564, Era.CHRISTIAN),
        (2564, Era.SHORT),
        None,
        None,
    ]


def test_white_space_parts_numbers_that_the_flow_glues() -> None:
    flow = Flow("ปี 2563 2. จัด")
    start = flow.text.index("2563")
    assert whole(flow, start, start + 4)
    glued = Flow("รหัส 25631")
    assert not whole(glued, glued.text.index("2563"), glued.text.index("2563") + 4)


def test_an_address_of_a_page_ends_at_white_space() -> None:
    flow = Flow("ดูที่ https://a.go.th/2564/o43 2563 จบ")
    assert [flow.text[start:end] for start, end in urls(flow)] == ["https://a.go.th/2564/o43"]
