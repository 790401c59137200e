"""Letters without a reading are not taken for those that their codes look like."""

from __future__ import annotations

from pathlib import Path

import paper
import pytest
from paper import Glyph, Paper, glyph, spelt

from ita_checker.model import Page
from ita_checker.read import Options, read
from ita_checker.read.layer.letters import Sheet
from ita_checker.read.layer.marks.unread import codes_of, in_words


def _page(sheet: Paper, folder: Path) -> Page:
    return read(sheet.save(folder / "paper.pdf"), Options(ocr="never")).pages[0]


def test_a_mark_without_a_reading_is_no_digit_that_its_code_looks_like(tmp_path: Path) -> None:
    # pdfium says the number of a code without a reading, here that of the sixteenth glyph
    glyphs = [*spelt("กันขคงจชซดตถทธน"), glyph("X", "0"), *spelt("ก"), Glyph("ั", "", 0)]
    sheet = Paper(width=600).write([*glyphs, *spelt("น")], 50, 100)
    assert chr(33 + sheet.glyphs.index(Glyph("ั", "", 0))) == "0"
    assert _page(sheet, tmp_path).text == "กันขคงจชซดตถทธน0กัน\n"


def test_a_page_with_one_mark_that_nothing_tells_is_doubted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(paper.INK, "odd", (-350, 480, -20, 560))
    glyphs = [*spelt("ผลการท"), Glyph("odd", "", 0), *spelt("งานของหน่วยงาน")]
    page = _page(Paper(width=600).write(glyphs, 50, 100), tmp_path)
    assert page.quality == "doubtful"
    assert page.reason is not None
    assert "does not tell what 1 letters" in page.reason.en


def test_a_bullet_without_a_reading_is_no_part_of_a_word(tmp_path: Path) -> None:
    glyphs = [Glyph("o", "", 500), *spelt(" ผลการดำเนินงานของหน่วยงาน")]
    assert _page(Paper(width=600).write(glyphs, 50, 100), tmp_path).quality == "trusted"


def test_a_glyph_without_a_reading_that_draws_nothing_is_a_space(tmp_path: Path) -> None:
    glyphs = [*spelt("ลาพัก"), Glyph(" ", "", 250), *spelt("12"), Glyph(" ", "", 250), *spelt("วัน")]
    page = _page(Paper(width=600).write(glyphs, 50, 100), tmp_path)
    assert (page.text, page.quality) == ("ลาพัก 12 วัน\n", "repaired")


def test_a_code_between_thai_letters_is_part_of_a_word() -> None:
    sheet = Sheet(1, 600, 800, (), (), ("Athiti",), unmapped=frozenset({(0, "E"), (0, "\x10")}))
    assert in_words(codes_of(sheet), "และปEายบอกทาง") == [4]
    assert not in_words(codes_of(sheet), "ระบบ EGP และ E ของ A4ใหม่")
