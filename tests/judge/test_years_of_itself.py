"""An old year in a clause that speaks of this report or all its measures was left in; one in which
something else was done or found was not.
"""

from __future__ import annotations

import pytest
from hands import MEASURES, PLAN, office, said, written

OWN = office("เทศบาลเมืองคอหงส์", "หาดใหญ่", "สงขลา")


def told(line: str) -> set[str]:
    return said(written(PLAN, OWN, tail=line), *MEASURES, of=("YEA003",))


@pytest.mark.parametrize(
    "line",
    [
        "ให้ทุกส่วนราชการถือปฏิบัติตามประกาศนี้ตลอดปีงบประมาณ พ.ศ. 2564",
        "ทั้งนี้ ในภาพรวมของปีงบประมาณ พ.ศ. 2564 หน่วยงานได้ขับเคลื่อนมาตรการทั้งสองมาตรการข้างต้น",
        "มาตรการทั้ง 2 มาตรการนี้ใช้บังคับในปีงบประมาณ พ.ศ. 2564",
        "มาตรการข้างต้นให้เริ่มใช้ในปีงบประมาณ พ.ศ. 2564 และรายงานทุกไตรมาส",
        "ประกาศฉบับนี้มีผลตลอดปีงบประมาณ พ.ศ. 2564",
    ],
)
def test_an_old_year_in_a_clause_about_this_report_was_left_in(line: str) -> None:
    assert told(line) == {"YEA003"}


@pytest.mark.parametrize(
    "line",
    [
        "มาตรการเหล่านี้ต่อเนื่องจากที่ทำไว้เมื่อปีงบประมาณ พ.ศ. 2564",
        "ปีงบประมาณ พ.ศ. 2564 เคยมีผู้ร้องเรียน 5 ราย จึงกำหนดมาตรการนี้ขึ้น",
        "เมื่อเทียบกับปีงบประมาณ พ.ศ. 2564 แล้ว มาตรการข้างต้นเข้มงวดกว่า",
        "ในปีงบประมาณ พ.ศ. 2567 จะทบทวนมาตรการทั้งสองอีกครั้ง",
        "ให้ยกเลิกมาตรการของปีงบประมาณ พ.ศ. 2564 และใช้ประกาศนี้แทน",
    ],
)
def test_another_matters_year_beside_this_report_is_left_alone(line: str) -> None:
    assert not told(line)
