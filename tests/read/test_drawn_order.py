"""Marks go with the letter before which the file draws no other, wherever they begin."""

from __future__ import annotations

from pathlib import Path

import paper
import pytest
from paper import Paper

from ita_checker.read import Options, read


def test_a_tone_of_a_leaning_face_that_begins_behind_the_next_letter_goes_with_its_vowel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # a shaping engine sets each glyph by itself; the vowel leans over to the next letter, and the
    # tone upon it begins behind that letter, or behind the vowel: pdfium sorts both to the right
    monkeypatch.setitem(paper.INK, "ื", (-310, 455, 80, 650))
    monkeypatch.setitem(paper.INK, "่", (0, 700, 80, 850))
    sheet = Paper()
    for text, x in (("เ", 30), ("พ", 40), ("ื", 50), ("่", 50.5), ("อ", 50), ("ท", 60), ("ุ", 70)):
        sheet.write(text, x, 60)
    sheet.write("กคน", 70, 60)
    for text, x in (("ท", 30), ("ื", 40.2), ("่", 39.8), ("ลา", 40)):
        sheet.write(text, x, 100)
    page = read(sheet.save(tmp_path / "paper.pdf"), Options(ocr="never")).pages[0]
    assert page.text == "เพื่อทุกคน\nทื่ลา\n"
