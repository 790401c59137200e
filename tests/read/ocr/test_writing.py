"""Letters that may be digits are doubted where a number is to be expected, and those that words
settle.
"""

from __future__ import annotations

from ita_checker.read.ocr.writing import Placed, doubts, worded


def read(text: str, at: int, sure: float, others: str) -> list[Placed]:
    """Return letters read surely but for one."""
    return [
        (letter, float(i), i + 1.0, sure if i == at else 1.0, others if i == at else "")
        for i, letter in enumerate(text)
    ]


def doubted(text: str, at: int, sure: float, others: str) -> list[tuple[int, str]]:
    return [(doubt.index, doubt.others) for doubt in doubts(read(text, at, sure, others))]


def test_a_letter_alone_in_brackets_or_in_its_cell_is_doubted_where_it_may_be_a_digit() -> None:
    assert doubted("(ต) กลไก", 1, 0.97, "๓") == [(1, "๓")]
    assert doubted("ต", 0, 0.97, "๓") == [(0, "๓")]
    assert doubted("ต) กลไก", 0, 0.97, "๓") == [(0, "๓")]


def test_in_a_word_or_where_it_can_be_no_digit_a_letter_read_surely_is_not_doubted() -> None:
    assert doubted("(ตาม) ข้อ", 1, 0.97, "๓") == []
    assert doubted("(ต) ตำบล", 1, 0.97, "ด") == []


def test_a_digit_read_surely_in_brackets_is_not_doubted() -> None:
    assert doubted("(๓) กลไก", 1, 0.97, "ต") == []


def unsure(text: str, at: int, sure: float) -> list[tuple[int, float]]:
    return [(doubt.index, doubt.confidence) for doubt in doubts(read(text, at, sure, ""))]


def test_a_short_number_that_cannot_be_read_is_doubted_altogether() -> None:
    """A day written by hand between printed words."""
    assert unsure("วันที่ ๒๑ ตุลาคม", 7, 0.5) == [(7, 0.3), (8, 0.3)]
    assert unsure("วันที่ ๒๑ ตุลาคม", 7, 0.8) == [(7, 0.8)]
    assert unsure("ปี ๒๕๖๔", 3, 0.5) == [(3, 0.5)]


def test_a_number_in_digits_of_two_scripts_is_doubted_however_surely_it_was_read() -> None:
    assert unsure("วันที่ 9๒ ตุลาคม", -1, 1.0) == [(7, 0.3), (8, 0.3)]
    assert unsure("วันที่ ๑๒ ตุลาคม", -1, 1.0) == []
    assert unsure("ข้อ ๑.2", -1, 1.0) == []


def test_a_letter_settled_by_its_word_stays_doubted_and_names_what_was_read() -> None:
    letters = worded(read("ใบสมักรงาน", 5, 0.7, "คถ"))
    assert "".join(letter for letter, *_ in letters) == "ใบสมัครงาน"
    assert [(one.index, one.others) for one in doubts(letters)] == [(5, "กถ")]
    assert doubts(read("ใบสมักรงาน", 5, 0.92, "ค")) == []
    assert [one.index for one in doubts(worded(read("ใบสมักรงาน", 5, 0.92, "ค")))] == [5]
