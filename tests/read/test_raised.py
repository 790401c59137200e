"""Small digits raised behind a letter: numbers of notes, and powers."""

from __future__ import annotations

from pathlib import Path

import pytest
from paper import Paper

from ita_checker.read import Options, read


def _read(path: Path, *written: tuple[str, float, float, float]) -> tuple[str, str]:
    """Return what is read of texts, each set at a place and in a size, and how good it is."""
    sheet = Paper()
    for text, x, top, size in written:
        sheet.size = size
        sheet.write(text, x, top)
    page = read(sheet.save(path), Options(ocr="never")).pages[0]
    return page.text, page.quality


@pytest.mark.parametrize(
    ("number", "shown"), [("1", "2568¹"), ("12", "2568¹²"), ("๒", "2568²")], ids=str
)
def test_the_number_of_a_note_is_no_part_of_the_year_it_stands_behind(
    number: str, shown: str, tmp_path: Path
) -> None:
    after = 80 + 6 * len(number)
    written = ("ปี 2568", 35, 60, 20), (number, 90, 52, 12), ("และคน", after + 10, 60, 20)
    assert _read(tmp_path / "paper.pdf", *written) == (f"ปี {shown}และคน\n", "trusted")


def test_a_number_raised_far_up_stays_in_its_line(tmp_path: Path) -> None:
    # WeasyPrint and LibreOffice raise them by half of the letters' size and more
    line = ("กรมการคลัง", 30, 60, 20), ("3", 122, 48.5, 11)
    below = ("สรุปผลแล้ว", 30, 84, 20), ("2", 128, 78, 20)
    assert _read(tmp_path / "paper.pdf", *line, *below[:1]) == ("กรมการคลัง3\nสรุปผลแล้ว\n", "trusted")


def test_a_digit_as_large_as_the_letters_is_no_note(tmp_path: Path) -> None:
    written = ("ปี 2568", 35, 60, 20), ("1", 90, 54, 20)
    assert "25681" in _read(tmp_path / "paper.pdf", *written)[0]
