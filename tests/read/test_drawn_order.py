"""Marks go with the letter before which the file draws no other, wherever they begin."""

from __future__ import annotations

from pathlib import Path

import paper
import pytest
from paper import Paper, glyph

from ita_checker.read import Options, read
from ita_checker.read.layer.letters import Shape
from ita_checker.read.layer.marks.known_shapes import is_round

NO_OCR = Options(ocr="never")


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
    page = read(sheet.save(tmp_path / "paper.pdf"), NO_OCR).pages[0]
    assert page.text == "เพื่อทุกคน\nทื่ลา\n"


def test_a_tone_that_stands_behind_its_vowel_as_high_as_over_one_goes_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(paper.INK, "ิ", (-310, 455, 40, 650))
    monkeypatch.setitem(paper.INK, "่", (50, 690, 130, 840))
    sheet = Paper()
    for text, x in (("เ", 30), ("พ", 40), ("ิ", 50), ("่", 50), ("มงาน", 50)):
        sheet.write(text, x, 60)
    page = read(sheet.save(tmp_path / "paper.pdf"), NO_OCR).pages[0]
    assert page.text == "เพิ่มงาน\n"


def test_a_tone_that_is_sorted_behind_all_of_its_line_goes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # XeLaTeX draws what follows in one go; a space is made up before the tone then
    monkeypatch.setitem(paper.INK, "ื", (-310, 455, 80, 650))
    monkeypatch.setitem(paper.INK, "่", (0, 700, 80, 850))
    sheet = Paper()
    for text, x in (("เพื", 30), ("่", 50.5), ("อทกคน งานดงาม", 50)):
        sheet.write(text, x, 60)
    page = read(sheet.save(tmp_path / "paper.pdf"), NO_OCR).pages[0]
    assert page.text == "เพื่อทกคน งานดงาม\n"


@pytest.mark.parametrize("said", ["ำ", "s"], ids=["as fpdf2 says it", "as WeasyPrint says it"])
def test_a_ring_that_is_sorted_behind_its_rest_makes_a_sara_am_with_it(
    said: str, tmp_path: Path
) -> None:
    sheet = Paper().write("ทก", 30, 60).write([glyph("ํ", said)], 51, 60)
    page = read(sheet.write("าสวนงาน", 50, 60).save(tmp_path / "paper.pdf"), NO_OCR).pages[0]
    assert page.text == "ทกำสวนงาน\n"


def test_a_leaning_ring_is_wider_and_a_ring() -> None:
    assert is_round(Shape(0.26, 0.215, 0.5), lean=0.2)
    assert not is_round(Shape(0.26, 0.215, 0.5))
