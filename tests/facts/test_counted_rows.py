"""Cards under rows over the whole width that one count numbers through: those over the same fields
each time name measures, what heads the analysis or the closing words names none.
"""

import pytest
from building import case

from ita_checker.facts.measures import filled, plan
from ita_checker.facts.tables import said
from ita_checker.model import Facts

ITEMS = """{0} ๑ ผลการวิเคราะห์ |
จุดแข็ง | การปฏิบัติหน้าที่ ๙๒.๐๔
วิธีนำไปใช้ | เสนอที่ประชุมคณะผู้บริหาร แล้วแบ่งให้ส่วนราชการจัดทำมาตรการ
{0} ๒ การเปิดเผยข้อมูลต่อสาธารณะ |
ขั้นตอน | สำรวจช่องทาง ผลิตข่าวทุกสัปดาห์
ผู้รับผิดชอบ | งานประชาสัมพันธ์ สำนักปลัด
การกำกับติดตาม | รายงานรอบ ๖ เดือน และรอบ ๑๒ เดือน
{0} ๓ การป้องกันการรับสินบน |
ขั้นตอน | ประกาศนโยบายไม่รับของขวัญ
ผู้รับผิดชอบ |
การกำกับติดตาม | รายงานนายก อบต. รอบ ๖ เดือน และรอบ ๑๒ เดือน
"""
CLOSING = """{0} ๔ ข้อเสนอแนะของผู้บริหาร |
ผู้รับผิดชอบ | ปลัดองค์การบริหารส่วนตำบล
"""


def names(facts: Facts) -> list[tuple[str, bool]]:
    return [(said(facts, [one.name]), filled(facts, one, "responsible")) for one in plan(facts)]


@pytest.mark.parametrize("word", ["รายการที่", "ช่องที่", "เรื่อง"])
@pytest.mark.parametrize("closing", ["", CLOSING])
def test_the_counted_rows_over_the_same_fields_name_measures(word: str, closing: str) -> None:
    assert names(case((ITEMS + closing).format(word)).facts) == [
        ("การเปิดเผยข้อมูลต่อสาธารณะ", True),
        ("การป้องกันการรับสินบน", False),
    ]


@pytest.mark.parametrize("word", ["ครั้งที่", "ขั้นตอนที่"])
def test_what_counts_something_else_names_none(word: str) -> None:
    assert names(case(ITEMS.format(word)).facts) == []


def test_a_count_that_leaves_one_out_names_none() -> None:
    assert names(case(ITEMS.format("รายการที่").replace("๓ การ", "๔ การ")).facts) == []


def test_counted_rows_within_one_named_measure_name_none() -> None:
    text = "ชื่อมาตรการ | มาตรการป้องกันการรับสินบน\n" + ITEMS.format("รายการที่")
    assert [name for name, _ in names(case(text).facts)] == ["มาตรการป้องกันการรับสินบน"]
