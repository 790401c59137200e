"""Marks that were passed over on a coarse picture come back where it leaves room for them and the
words say so.
"""

from __future__ import annotations

import numpy as np
import pytest

from ita_checker.read.ocr.letters.alphabet import BLANK, CLASSES, CODES
from ita_checker.read.ocr.letters.letter import Letter
from ita_checker.read.ocr.letters.recogniser import letters as read_off
from ita_checker.read.ocr.letters.restored import SETTLED, restored


def _line(text: str, at: int, mark: str, chance: float) -> list[Letter]:
    """Return a line's letters, one with a mark that may stand on it unread."""
    wide = len(text)
    return [
        Letter(letter, i / wide, (i + 1) / wide, 0.99, "", (mark, chance) if i == at else ("", 0.0))
        for i, letter in enumerate(text)
    ]


def _text(letters: list[Letter]) -> str:
    return "".join(each.letter for each in letters)


@pytest.mark.parametrize(
    ("read", "after", "mark", "right"),
    [
        ("จัดซือจัดจ้าง", "ื", "้", "จัดซื้อจัดจ้าง"),
        ("เผยแพรให้พนักงาน", "ร", "่", "เผยแพร่ให้พนักงาน"),
        ("มาตรการคณธรรม", "ค", "ุ", "มาตรการคุณธรรม"),
    ],
)
def test_a_mark_that_makes_words_comes_back_and_is_doubtful(
    read: str, after: str, mark: str, right: str
) -> None:
    made = restored(_line(read, read.index(after), mark, 0.1))
    assert _text(made) == right
    assert made[right.index(mark)].confidence == SETTLED
    assert [each.x0 for each in made] == sorted(each.x0 for each in made)


@pytest.mark.parametrize(
    ("read", "after", "mark", "chance"),
    [
        ("จัดซือจัดจ้าง", "ื", "้", 1e-9),  # the picture speaks against it
        ("ประกาศนโยบาย", "ก", "่", 0.3),  # it makes no word
        ("เทศบาลตำบลแพร", "ร", "่", 0.02),  # a word without it
        ("ให้จังหวัด", "้", "่", 0.4),  # a second tone
        ("ดีมาก", "ี", "ิ", 0.4),  # a second vowel
        ("ITA 2567", "A", "่", 0.4),  # on no Thai letter
    ],
)
def test_no_other_mark_is_put_in(read: str, after: str, mark: str, chance: float) -> None:
    assert _text(restored(_line(read, read.index(after), mark, chance))) == read


def test_the_likeliest_mark_from_a_letter_up_to_the_next_is_the_one_passed_over() -> None:
    chances = np.zeros((9, CLASSES), np.float32)
    for step, letter in ((1, "ซ"), (3, "ื"), (6, "อ")):
        chances[step, CODES[letter]] = 0.9
    chances[3, CODES["้"]], chances[4, CODES["่"]] = 0.05, 0.03
    chances[5, CODES["ก"]] = 0.2  # no mark
    chances[:, BLANK] = 1 - chances.sum(axis=1)
    made = read_off(chances, 9)
    assert _text(made) == "ซือ"
    assert [each.missed[0] for each in made] == ["", "้", ""]
    assert made[1].missed[1] == pytest.approx(0.05)
