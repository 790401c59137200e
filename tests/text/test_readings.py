"""Doubtful letters are bent to words; sure letters, digits and names are left as they were read."""

from __future__ import annotations

import pytest

from ita_checker.model import Doubtful
from ita_checker.text.readings import NOTHING, bent


def doubts(text: str, **others: tuple[float, str]) -> tuple[Doubtful, ...]:
    return tuple(Doubtful(text.index(letter), *told) for letter, told in others.items())


@pytest.mark.parametrize(
    ("read", "unsure", "likelier"),
    [
        ("ขันตอนการยีม", {"ี": (0.6, "ืิ")}, "ขันตอนการยืม"),
        ("ผู้รับผิตชอบ", {"ต": (0.55, "ดค")}, "ผู้รับผิดชอบ"),
        ("งตให้ของขวัญ", {"ต": (0.7, "ด")}, "งดให้ของขวัญ"),
        ("การรuายงาน", {"u": (0.5, "บน")}, f"การร{NOTHING}ายงาน"),
    ],
)
def test_a_doubtful_letter_is_read_as_the_one_that_makes_words(
    read: str, unsure: dict[str, tuple[float, str]], likelier: str
) -> None:
    assert bent(read, doubts(read, **unsure)) == likelier


@pytest.mark.parametrize(
    ("read", "unsure"),
    [
        ("ความโปร่งในภายในหน่วยงาน", {}),  # misspelt, and the reader was sure
        ("ความโปร่งในภายในหน่วยงาน", {"ใ": (0.89, "ไ")}),
        ("พ.ศ. ๒๕๐๕", {"๐": (0.5, "๖")}),  # no digit is ever corrected
        ("ดงครั่งน้อย", {"่": (0.6, "้")}),  # both are words: nothing speaks for the other
        ("", {}),
    ],
)
def test_what_nothing_speaks_against_stays_as_read(
    read: str, unsure: dict[str, tuple[float, str]]
) -> None:
    assert bent(read, doubts(read, **unsure)) == read
