"""A column whose heading asks for the measure's name and for who does it holds both."""

import pytest
from building import case

from ita_checker.facts.measures import plan
from ita_checker.facts.tables import said
from ita_checker.model import Facts


def read(heading: str, cell: str) -> list[tuple[str, str]]:
    text = f"{heading} | ขั้นตอน | การกำกับติดตาม\n{cell} | จัดทำแนวทาง | รายงานรอบ 6 เดือน\n"
    facts: Facts = case(text).facts
    return [
        (said(facts, [one.name]), said(facts, one.fields.get("responsible", ())))
        for one in plan(facts)
    ]


@pytest.mark.parametrize("heading", ["มาตรการ / หน่วยรับผิดชอบ", "มาตรการ (ผู้รับผิดชอบ)"])
@pytest.mark.parametrize("between", [" // ", " "])
def test_the_office_at_the_end_of_the_cell_is_who_does_it(heading: str, between: str) -> None:
    assert read(heading, f"มาตรการป้องกันการรับสินบน{between}กองช่าง") == [
        ("มาตรการป้องกันการรับสินบน", "กองช่าง")
    ]


def test_a_name_that_ends_with_words_of_an_office_keeps_them_where_no_heading_asks() -> None:
    assert read("มาตรการ", "มาตรการควบคุมพัสดุ // กองช่าง") == [("มาตรการควบคุมพัสดุกองช่าง", "")]


def test_a_cell_without_an_office_is_all_name() -> None:
    assert read("มาตรการ / หน่วยรับผิดชอบ", "มาตรการป้องกัน // การรับสินบน") == [
        ("มาตรการป้องกันการรับสินบน", "")
    ]
