"""A watermark is read as lines of its own and never woven into the lines that it crosses."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from paper import Paper

from ita_checker.read import Options, read

LINES = ("พระราชบัญญัติ", "การลงคะแนนที่")


def _text(sheet: Paper, folder: Path) -> str:
    return read(sheet.save(folder / "paper.pdf"), Options(ocr="never")).text


def _lined(before: str = "", after: str = "") -> Paper:
    """Return a page of two lines and what is drawn before and after them."""
    sheet = Paper()
    sheet.content.append(before)
    for at, line in enumerate(LINES):
        sheet.write(line, 50, 100 + 30 * at)
    sheet.content.append(after)
    return sheet


@pytest.mark.parametrize("colour", ["0.9 g", "1 0.8 0.8 rg", "0.7 0.8 1 rg"])
@pytest.mark.parametrize("first", [True, False])
def test_a_pale_text_that_crosses_the_print_stands_apart(
    colour: str, first: bool, tmp_path: Path
) -> None:
    sheet = _lined()
    here = len(sheet.content)
    sheet.content.append(f"q {colour}")
    sheet.write("สำเนา", 62, 104).write("สำเนา", 200, 250)
    sheet.content.append("Q")
    if first:
        sheet.content = [*sheet.content[here:], *sheet.content[:here]]
    assert _text(sheet, tmp_path) == "\n".join((*LINES, "สำเนา", "สำเนา", "\f"))


def test_a_pale_text_that_crosses_nothing_stays_where_it_stands(tmp_path: Path) -> None:
    sheet = Paper().write(LINES[0], 50, 100)
    sheet.content.append("q 0.8 g")
    sheet.write("กลาง", 50, 130)
    sheet.content.append("Q")
    assert _text(sheet.write(LINES[1], 50, 160), tmp_path) == f"{LINES[0]}\nกลาง\n{LINES[1]}\n\f"


def test_a_huge_text_across_lines_stands_apart(tmp_path: Path) -> None:
    sheet = _lined()
    sheet.size = 90
    sheet.write("ราง", 60, 140)
    assert _text(sheet, tmp_path) == "\n".join((*LINES, "ราง", "\f"))


def test_a_watermark_across_cells_is_no_word_of_any(tmp_path: Path) -> None:
    sheet = Paper().grid((40, 110, 200), (80, 110, 140))
    for at, line in enumerate(LINES):
        sheet.write(line, 44, 100 + 30 * at)
    sheet.size = 60
    sheet.content.append("q 0.9 g")
    sheet.write("ราง", 50, 130)
    sheet.content.append("Q")
    assert _text(sheet, tmp_path).endswith("\nราง\n\f")


@pytest.mark.parametrize("angle", [30, 45, 60, -45])
def test_a_text_across_the_page_is_a_line_of_its_own(angle: int, tmp_path: Path) -> None:
    across, up = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    sheet = _lined()
    matrix = f"{across:.4f} {up:.4f} {-up:.4f} {across:.4f}"
    sheet.write("สำเนาที่ต้องการ", 60, 180, matrix)
    page = read(sheet.save(tmp_path / "paper.pdf"), Options(ocr="never")).pages[0]
    assert [line.text for line in page.lines] == [*LINES, "สำเนาที่ต้องการ"]
    box = page.lines[-1].box
    assert box.x1 - box.x0 > 40 and box.bottom - box.top > 40


def test_the_shadow_of_a_text_is_read_once(tmp_path: Path) -> None:
    sheet = Paper()
    sheet.content.append("q 0.8 g")
    sheet.write(LINES[0], 51, 101)
    sheet.content.append("Q")
    assert _text(sheet.write(LINES[0], 50, 100), tmp_path) == LINES[0] + "\n\f"
