"""Marks that a font draws over the next letter, in a room of their own, go where the file's order
says, if that makes words and the drawing does not.
"""

from __future__ import annotations

from pathlib import Path

import paper
import pytest
from paper import Glyph, Paper, glyph

from ita_checker.read import Options, read

LINES = ("รายงานผลการส่งเสริมวินัย", "ที่ตั้งขององค์การบริหารส่วนท้องถิ่น")
OVER_THE_NEXT = (150, 480, 400, 640)
MARKS = "่้์ัิี"


def _read(path: Path, lines: tuple[str, ...], width: int) -> tuple[str, str]:
    sheet = Paper(width=700)
    for at, line in enumerate(lines):
        glyphs = [Glyph(one, one, width) if one in MARKS else glyph(one) for one in line]
        sheet.write(glyphs, 30, 60 + 40 * at)
    page = read(sheet.save(path), Options(ocr="never")).pages[0]
    return page.text, page.quality


@pytest.mark.parametrize("width", [0, 500], ids=["moved back", "left as they are"])
def test_marks_drawn_over_the_next_letter_stay_with_the_one_before(
    width: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for mark in MARKS:
        monkeypatch.setitem(paper.INK, mark, OVER_THE_NEXT)
    read_as = _read(tmp_path / "paper.pdf", LINES, width)
    assert read_as == ("".join(f"{line}\n" for line in LINES), "trusted")


def test_marks_said_one_letter_late_go_to_the_one_they_are_drawn_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the file says each mark after the letter that comes next; it is drawn where it belongs
    for mark in MARKS:
        monkeypatch.setitem(paper.INK, mark, (-850, 480, -600, 640))
    late = tuple(_late(line) for line in LINES)
    assert _read(tmp_path / "paper.pdf", late, 0)[0] == "".join(f"{line}\n" for line in LINES)


def test_a_mark_in_a_widened_space_belongs_to_the_letter_before(tmp_path: Path) -> None:
    # so LibreOffice justifies lines: the space before which the mark stands is drawn after it
    sheet = Paper(width=700).write("วัน", 30, 60).write("ที", 80, 60).write("่", 150, 60)
    sheet.write(" ประชุม", 160, 60).write("ราษฎร", 30, 100).write("์", 130, 100)
    sheet.write(" ทุกคน", 180, 100)
    page = read(sheet.save(tmp_path / "paper.pdf"), Options(ocr="never")).pages[0]
    assert page.quality == "trusted"
    assert page.text == "วัน ที่ ประชุม\nราษฎร์ ทุกคน\n"


def _late(line: str) -> str:
    said, held = "", ""
    for letter in line:
        if letter in MARKS:
            held += letter
        else:
            said, held = said + letter + held, ""
    return said + held
