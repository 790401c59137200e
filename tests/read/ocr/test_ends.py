"""Letters at the ends of lines that are seen only with white beside them."""

from __future__ import annotations

import numpy as np
import pytest

from ita_checker.read.ocr import ends
from ita_checker.read.ocr.ink.crops import Crop
from ita_checker.read.ocr.ink.strips import Strip
from ita_checker.read.ocr.letters.letter import Letter


def letters(text: str, first: float, wide: float = 0.1) -> list[Letter]:
    return [
        Letter(letter, first + at * wide, first + (at + 1) * wide, 0.99, "")
        for at, letter in enumerate(text)
    ]


def told(read: list[Letter], look: list[Letter], monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what a strip ten letters wide is read as, given both looks."""
    asked: list[int] = []

    def once(pictures: list[np.ndarray]) -> list[list[Letter]]:
        asked.extend(picture.shape[1] for picture in pictures)
        return [look for _ in pictures]

    monkeypatch.setattr(ends, "once", once)
    monkeypatch.setattr(ends, "sure", list)
    strip, picture = Strip(0, 0, 100, 20, 5, 15, (1,)), np.zeros((32, 200), np.uint8)
    cut = Crop(picture, 0, 0, 200, 40)
    (made,) = ends.with_ends([strip], [cut], [picture], [read])
    assert set(asked) <= {200 + 2 * ends.WHITE}
    assert [each.x0 for each in made] == sorted(each.x0 for each in made)
    return "".join(each.letter for each in made)


def test_ink_before_the_first_letter_is_looked_at_with_white_before_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert told(letters("งเหลอ", 0.3), letters("คงเหลอ", 0.2), monkeypatch) == "คงเหลอ"
    assert told(letters("พัสด", 0.0), letters("พัสดข", 0.1), monkeypatch) == "พัสดข"


def test_a_look_that_sees_other_letters_between_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert told(letters("งเหลอ", 0.3), letters("คงเหสอ", 0.2), monkeypatch) == "งเหลอ"


def test_dirt_beside_a_line_is_no_letter_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(letters("งเหลอ", 0.3), letters(".งเหลอ", 0.2), monkeypatch) == "งเหลอ"
    unsure = [Letter("ค", 0.2, 0.3, 0.4, ""), *letters("งเหลอ", 0.3)]
    assert told(letters("งเหลอ", 0.3), unsure, monkeypatch) == "งเหลอ"


def test_a_line_read_to_its_ends_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(letters("คงเหลอคงเหล", 0.0, 0.09), letters("x", 0.2), monkeypatch)[:2] == "คง"
