"""What stands for the rest of a sara am: whatever code the file gave it, a space that is drawn as
one excepted.
"""

from __future__ import annotations

import pytest

from ita_checker.read.layer.letters import AM, Ink, Letter
from ita_checker.read.layer.rings import whole_sara_ams


@pytest.mark.parametrize(
    ("rest", "read"),
    [
        (Letter("า", 10, 16, 100, 14, 0), "ตำบ"),
        (Letter("/", 10, 16, 100, 14, 0), "ตำบ"),
        (Letter(" ", 10, 16, 100, 14, 0, raw="\r"), "ตำบ"),
        (Letter(" ", 10, 16, 100, 14, 0), "ตำ บ"),
    ],
)
def test_sara_am_is_whole_whatever_code_its_second_part_has(rest: Letter, read: str) -> None:
    ring = Letter(AM, 10, 10, 100, 14, 0, Ink(7, 86, 10, 89))
    letters = [Letter("ต", 0, 10, 100, 14, 0), ring, rest, Letter("บ", 16, 24, 100, 14, 0)]
    assert "".join(letter.text for letter in whole_sara_ams(letters)) == read
