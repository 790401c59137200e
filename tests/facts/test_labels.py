"""Labels before what they are of: what no list knows is one by the mark behind it."""

from __future__ import annotations

import pytest
from building import case

from ita_checker.facts.page import flow
from ita_checker.facts.tables import RESPONSIBLE, RESULT, label, parted


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("ใครดำเนินการ: กองคลัง", RESPONSIBLE),
        ("ใครดำเนินการ – กองคลัง", RESPONSIBLE),
        ("ใครดำเนินการ กองคลัง", None),
        ("ผู้รับผิดชอบ กองคลัง", RESPONSIBLE),
        ("รอบ 6 เดือน: อบรม 40 คน", RESULT),
        ("รอบ 6 เดือน อบรม 40 คน", None),
    ],
)
def test_a_line_is_labelled_by_a_known_word_or_one_with_a_mark_behind_it(
    line: str, field: str | None
) -> None:
    facts = case(f"{line}\nที่เหลือของเรื่อง").facts
    found = label(facts, parted(facts)[0])
    assert (found[0] if found else None) == field


def test_a_line_is_parted_before_each_label_that_a_colon_closes_and_whole_without_one() -> None:
    facts = case("ผู้รับผิดชอบ: กองคลัง ติดตาม: ทุกเดือน\nข้อความที่เล่าต่อ").facts
    text = flow(facts).text
    assert [text[line.start : line.end] for line in parted(facts)] == [
        "ผู้รับผิดชอบ:กองคลัง",
        "ติดตาม:ทุกเดือน",
        "ข้อความที่เล่าต่อ",
    ]
