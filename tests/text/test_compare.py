"""Neighbours on both sides of near."""

import pytest

from ita_checker.text.compare import NEAR_ENOUGH, distance, lookalike, score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("มาตรการตรวจสอบการใช้ดุลพินิจ", "มาตรการ ตรวจสอบการ ใช้ดุลยพินิจ"),
        ("ความโปร่งใส", "ความโปรงใส"),
        ("การดำเนินงาน", "การดาเนินงาน"),
        ("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", "มาตรการเผยแพร่ข้อมูลต่อสาธารณ"),
        ("รอบ ๖ เดือน", "รอบ 6 เดือน"),
    ],
)
def test_near(one: str, other: str) -> None:
    assert score(one, other) >= NEAR_ENOUGH


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("รอบ 6 เดือน", "รอบ 9 เดือน"),
        ("มาตรการป้องกันการรับสินบน", "มาตรการป้องกันการทุจริต"),
        ("มาตรการที่ 1", "มาตรการที่ 11"),
        ("", "มาตรการ"),
    ],
)
def test_not_near(one: str, other: str) -> None:
    assert score(one, other) < NEAR_ENOUGH


def test_the_same_is_100_and_other_numbers_are_0() -> None:
    assert (score("ดุลพินิจ", "ดุลย พินิจ"), score("ปี ๒๕๖๔", "ปี 2564"), score("ปี 2563", "ปี 2564")) == (
        100.0,
        100.0,
        0.0,
    )


def test_distance_counts_letters_and_no_spaces() -> None:
    assert (
        distance("ดงครั่ง น้อย", "ดงครั้งน้อย"),
        distance("ดงครั่งน้อย", "ครั้งน้อย"),
        distance("ก", "ก"),
    ) == (1, 3, 0)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("ดงครั่งน้อย", "ดงครั้งน้อย", True),
        ("ดงครั่งน้อย", "คงครังน้อย", True),
        ("ดงครั่งน้อย", "ครั่งน้อย", False),
        ("ภูเขียว", "ถูเขียว", True),
        ("หนองบัว", "หนองปัว", True),
        ("หนองบัว", "หนองบอน", False),
        ("เขต 1", "เขต 2", False),
    ],
)
def test_lookalike(one: str, other: str, alike: bool) -> None:
    assert lookalike(one, other) is alike
