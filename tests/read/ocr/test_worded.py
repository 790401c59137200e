"""Letters that a picture leaves open, settled by the words they stand in."""

from __future__ import annotations

import pytest

from ita_checker.read.ocr.letters.worded import settled


def _read(text: str, *, sure: float = 0.7, **open_letters: str) -> str:
    """Return a text as settled; `open_letters`: what some of its letters may be instead."""
    others = {letter: open_letters.get(letter, "") for letter in text}
    told = [(letter, sure if others[letter] else 0.99, others[letter]) for letter in text]
    return "".join(settled(told))


@pytest.mark.parametrize(
    ("text", "open_letters", "words"),
    [
        ("ใบสมักรงาน", {"ก": "ค"}, "ใบสมัครงาน"),
        ("บริยัทของตน", {"ย": "บษ"}, "บริษัทของตน"),
        ("ฝ่ายบุกกลหรือผู้พิจารณา", {"ก": "ค"}, "ฝ่ายบุคคลหรือผู้พิจารณา"),
        ("ราขการส่วนภูมิภาค", {"ข": "ชซ"}, "ราชการส่วนภูมิภาค"),
        ("รายซื่อเว็บไซต์", {"ซ": "ช"}, "รายชื่อเว็บไซต์"),
        ("โรงหยาบ าลน้ำยืน", {"ห": "พ"}, "โรงพยาบ าลน้ำยืน"),
    ],
)
def test_an_open_letter_is_the_one_that_makes_words(
    text: str, open_letters: dict[str, str], words: str
) -> None:
    assert _read(text, **open_letters) == words


@pytest.mark.parametrize(
    ("text", "open_letters"),
    [
        ("ใบสมัครงาน", {"ค": "ก"}),  # words as they are
        ("ตำบลกวามเรียง", {"ก": "ก"}),  # nothing else is seen there
        ("ทรัพย์สิน", {"ส": "ล"}),
        ("ปี ๒๕๖๗ ครั้งที่ ๓", {"๗": "๓", "๓": "๗ต"}),  # no digit is a matter of words
        ("การยื่น", {"ื": "ี"}),
        ("เว็บไซตี์", {"ี": "์"}),  # no mark stands twice on a letter
    ],
)
def test_what_makes_no_better_words_stays_as_read(text: str, open_letters: dict[str, str]) -> None:
    assert _read(text, **open_letters) == text


def test_a_letter_that_is_sure_stays_whatever_the_words() -> None:
    assert _read("ใบสมักรงาน", sure=0.998, ก="ค") == "ใบสมักรงาน"


def test_a_letter_all_but_sure_gives_way_where_words_speak_strongly_against_it() -> None:
    assert _read("ส่วนราซการ", sure=0.96, ซ="ช") == "ส่วนราชการ"
    assert _read("นายซาญชัย", sure=0.96, ซ="ศ") == "นายซาญชัย"


def test_the_surer_a_letter_the_more_words_must_speak_against_it() -> None:
    assert _read("ทุกชั้นตอน", sure=0.7, ช="ข") == "ทุกขั้นตอน"
    assert _read("ทุกชั้นตอน", sure=0.99, ช="ข") == "ทุกชั้นตอน"
