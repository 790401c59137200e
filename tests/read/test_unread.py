"""Letters without a reading are not taken for those that their codes look like."""

from __future__ import annotations

from pathlib import Path

from paper import Glyph, Paper, glyph, spelt

from ita_checker.read import Options, read


def test_a_mark_without_a_reading_is_no_digit_that_its_code_looks_like(tmp_path: Path) -> None:
    # pdfium says the number of a code without a reading, here that of the sixteenth glyph
    glyphs = [*spelt("กันขคงจชซดตถทธน"), glyph("X", "0"), *spelt("ก"), Glyph("ั", "", 0)]
    sheet = Paper(width=600).write([*glyphs, *spelt("น")], 50, 100)
    assert chr(33 + sheet.glyphs.index(Glyph("ั", "", 0))) == "0"
    page = read(sheet.save(tmp_path / "paper.pdf"), Options(ocr="never")).pages[0]
    assert page.text == "กันขคงจชซดตถทธน0กัน\n"
