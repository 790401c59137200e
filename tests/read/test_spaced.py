"""A letter that a file says with a space before it, both of one glyph, is that letter alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from paper import Paper, glyph

from ita_checker.model import ReadOptions
from ita_checker.read import read


@pytest.mark.parametrize(
    ("printed", "says"),
    [
        ("ดำเนินการ ตำบล จำนวน", {"ำ": " า"}),
        ("ดำเนินการ ตำบล จำนวน", {"ำ": " ำ"}),
        ("ที่ ได้ เข้า ขั้น ทั้งนี้", {"่": " ่", "้": " ้"}),
    ],
    ids=["sara am as space and sara aa", "sara am", "tones"],
)
def test_a_space_said_with_a_letter_in_one_glyph_is_none(
    printed: str, says: dict[str, str], tmp_path: Path
) -> None:
    paper = Paper().write([glyph(letter, says.get(letter)) for letter in printed], 40, 100)
    page = read(paper.save(tmp_path / "spaced.pdf"), ReadOptions(ocr="never")).pages[0]
    assert page.text == f"{printed}\n"


def test_sara_aa_said_so_stays_what_it_is(tmp_path: Path) -> None:
    letters = [glyph(letter, " า" if letter == "า" else None) for letter in "งานการ"]
    page = read(Paper().write(letters, 40, 100).save(tmp_path / "aa.pdf")).pages[0]
    assert page.text == "งานการ\n"
