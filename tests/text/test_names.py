"""Two spellings of one name, or two names."""

import pytest

from ita_checker.text.gazetteer import meant
from ita_checker.text.names import Nearness, nearness, same_beginning


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ดงครั่งน้อย", "ดงครั่งน้อย", Nearness.SAME),
        ("ดงครั่งน้อย", "ดงครั้งน้อย", Nearness.NEAR),
        ("ดงครั่งน้อย", "คงครั้งน้อย", Nearness.NEAR),
        ("ดงครั่งน้อย", "ครั้งน้อย", Nearness.NEAR),
        ("ดงครั่งน้อย", "ดงครั่งใหญ่", Nearness.OTHER),
        ("ดงครั่งน้อย", "วานรนิวาส", Nearness.OTHER),
        ("หนองแวง", "หนองบัว", Nearness.OTHER),
        ("หนองแวง", "หนองแสง", Nearness.DOUBTFUL),
        ("นาดี", "นาดู", Nearness.DOUBTFUL),
        ("สกลนครเขต1", "สกลนครเขต2", Nearness.OTHER),
        ("วังตะวันออก", "วังตะวันตก", Nearness.OTHER),
        ("บ้านดุงใต้", "บ้านดุง", Nearness.OTHER),
        ("เขลางค์น้อย", "เขลางค์นคร", Nearness.OTHER),
    ],
)
def test_nearness_of_names(one: str, other: str, expected: Nearness) -> None:
    assert (nearness(one, other), nearness(other, one)) == (expected, expected)


@pytest.mark.parametrize(
    ("own", "other", "same"),
    [("ดงครั่งน้อย", "ดงครั่งน้อยทุกคน", True), ("หนองบัว", "หนองบัวใต้", False), ("นาดี", "นาดู", False)],
)
def test_a_name_run_on_into_the_next_words_is_the_same_name(
    own: str, other: str, same: bool
) -> None:
    assert same_beginning(own, other) is same


def test_a_place_nearly_written_is_the_one_that_is_meant() -> None:
    places = ("เชียงใหม่", "เชียงราย", "ร้อยเอ็ด")
    assert [meant(name, places) for name in ("เชยงใหม่", "ร้อยเอ็ด", "เชียงราม", "เชียงแสน", "ราย")] == [
        "เชียงใหม่",
        "ร้อยเอ็ด",
        "เชียงราย",
        "เชียงแสน",
        "ราย",
    ]
